import { normalise } from '../../plan';
import { onText } from './operator';

/** The same name: case, accents, articles, leading ordinals and final dots are no difference. */
export const sameText = onText(
  'sameText',
  'text',
  {
    it: 'è lo stesso nome di (maiuscole, accenti, articoli e punteggiatura non contano)',
    en: 'is the same name as (case, accents, articles and punctuation do not count)',
  },
  (value, operand) => typeof operand === 'string' && normalise(value) === normalise(operand),
);
