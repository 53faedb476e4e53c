import { onList } from './operator';

export const hasAtMost = onList(
  'hasAtMost',
  'number',
  { it: 'ha al massimo tanti elementi', en: 'has at most so many items' },
  (value, operand) => typeof operand === 'number' && value.length <= operand,
);
