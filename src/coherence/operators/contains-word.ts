import { words } from '../../plan';
import { isList, onText } from './operator';

/** Contains one of the listed words or phrases, word by word (`gas` is not in `gasolio`). */
export const containsWord = onText(
  'containsWord',
  'list',
  { it: 'contiene una delle parole o espressioni', en: 'contains one of the words or phrases' },
  (value, operand) => {
    const text = ` ${words(value).join(' ')} `;
    return isList(operand) && operand.some((phrase) => phraseIn(text, phrase));
  },
);

function phraseIn(paddedText: string, phrase: string): boolean {
  const wanted = words(phrase).join(' ');
  return wanted !== '' && paddedText.includes(` ${wanted} `);
}
