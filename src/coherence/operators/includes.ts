import { normalise } from '../../plan';
import { onList } from './operator';

/** One item of the list is this name. */
export const includes = onList(
  'includes',
  'text',
  { it: "contiene l'elemento", en: 'contains the item' },
  (value, operand) =>
    typeof operand === 'string' && value.some((item) => normalise(item) === normalise(operand)),
);
