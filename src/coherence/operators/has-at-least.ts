import { onList } from './operator';

export const hasAtLeast = onList(
  'hasAtLeast',
  'number',
  { it: 'ha almeno tanti elementi', en: 'has at least so many items' },
  (value, operand) => typeof operand === 'number' && value.length >= operand,
);
