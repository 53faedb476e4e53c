import { after } from './after';
import { atLeast } from './at-least';
import { atMost } from './at-most';
import { before } from './before';
import { containsStem } from './contains-stem';
import { containsWord } from './contains-word';
import { differs } from './differs';
import { endsWith } from './ends-with';
import { equals } from './equals';
import { fitsMask } from './fits-mask';
import { hasAtLeast } from './has-at-least';
import { hasAtMost } from './has-at-most';
import { includes } from './includes';
import { isBlank } from './is-blank';
import { isFalse } from './is-false';
import { isPresent } from './is-present';
import { isTrue } from './is-true';
import { lessThan } from './less-than';
import { longerThan } from './longer-than';
import { moreThan } from './more-than';
import { noneOf } from './none-of';
import { oneOf } from './one-of';
import type { Operator } from './operator';
import { sameText } from './same-text';
import { startsWith } from './starts-with';

export * from './operator';
export { setOperators, type SetOperator } from './sets';

/** Every operator a rule may use on a field, by name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    after,
    atLeast,
    atMost,
    before,
    containsStem,
    containsWord,
    differs,
    endsWith,
    equals,
    fitsMask,
    hasAtLeast,
    hasAtMost,
    includes,
    isBlank,
    isFalse,
    isPresent,
    isTrue,
    lessThan,
    longerThan,
    moreThan,
    noneOf,
    oneOf,
    sameText,
    startsWith,
  ].map((operator) => [operator.name, operator]),
);
