import fc from 'fast-check';
import { operators, setOperators } from '../../src/coherence/operators';
import type { FieldValue } from '../../src/coherence';

const ask = (name: string, value: FieldValue, operand: FieldValue = null): boolean =>
  operators.get(name)?.test(value, operand) ?? false;

test.each([
  ['isBlank', '', null, true],
  ['isBlank', '  ', null, true],
  ['isBlank', [], null, true],
  ['isBlank', 0, null, false],
  ['isPresent', 'x', null, true],
  ['isPresent', null, null, false],
  ['isPresent', 0, null, true],
  ['isTrue', true, null, true],
  ['isTrue', 'true', null, false],
  ['isFalse', false, null, true],
  ['isFalse', null, null, false],
  ['equals', '1.10', '1.1', false],
  ['equals', '0101', '101', false],
  ['equals', 3, 3, true],
  ['equals', null, null, false],
  ['differs', 'a', 'b', true],
  ['differs', null, 'b', false],
  ['differs', 'a', null, false],
  ['sameText', 'La città smart.', 'Città Smart', true],
  ['sameText', "Citta' smart", 'Città smart', true],
  ['sameText', 'Città smart', 'Città nuova', false],
  ['oneOf', 'b', ['a', 'b'], true],
  ['oneOf', 'b', 'abc', false],
  ['noneOf', 'c', ['a', 'b'], true],
  ['noneOf', null, ['a'], false],
  ['containsWord', 'Rete del gas', ['gas'], true],
  ['containsWord', 'Rete del gasolio', ['gas'], false],
  ['containsWord', 'Tempi medi di pagamento', ['tempi medi'], true],
  ['containsStem', 'Obiettivi di mantenimento', ['mantenimento'], true],
  ['containsStem', 'Attività ordinarie', ['ordinari'], true],
  ['containsStem', 'Attività straordinarie', ['ordinari'], false],
  ['startsWith', 'Più verde', 'piu', true],
  ['startsWith', 'Più verde', '', false],
  ['endsWith', 'Centro storico', 'STORICO', true],
  ['fitsMask', '2025-PA01', 'AAAA-LL00[L]', true],
  ['fitsMask', '2025-PA01B', 'AAAA-LL00[L]', true],
  ['fitsMask', '2025-PA1', 'AAAA-LL00[L]', false],
  ['fitsMask', '(a+)+$', '(a+)+$', true],
  ['longerThan', 'abc', 2, true],
  ['longerThan', 'abc', 3, false],
  ['atLeast', 3, 3, true],
  ['atLeast', '3', 3, false],
  ['moreThan', 3, 3, false],
  ['lessThan', '10', 9, false],
  ['atMost', 2, 3, true],
  ['before', '2025-01-31', '2025-02-01', true],
  ['before', '31/01/2025', '2025-02-01', false],
  ['after', '2025-02-01', '2025-01-31', true],
  ['includes', ['Anna Conti', 'Luca Neri'], 'luca neri', true],
  ['includes', 'Luca', 'Luca', false],
  ['hasAtLeast', ['a', 'b'], 2, true],
  ['hasAtMost', ['a', 'b'], 1, false],
] as [string, FieldValue, FieldValue, boolean][])('%s of %j and %j is %j', (name, value, operand, answer) => {
  expect(ask(name, value, operand)).toBe(answer);
});

test('every operator says what it does in both languages, under its own name', () => {
  for (const [name, operator] of operators) {
    expect(operator.name).toBe(name);
    expect([operator.about.it, operator.about.en].every((text) => text.length > 3)).toBe(true);
  }
});

const anything = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 4 }),
);

test('an operator given anything answers yes or no; on an empty field only isBlank and counts say yes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...operators.values()), anything, anything, (operator, value, operand) => {
      const empty = [null, '', []].map((one) => operator.test(one, operand));
      return (
        typeof operator.test(value, operand) === 'boolean' &&
        (['isBlank', 'hasAtLeast', 'hasAtMost'].includes(operator.name) || !empty.includes(true))
      );
    }),
    { numRuns: 2000 },
  );
});

test('questions about sets', () => {
  const answers = setOperators.map((one) => [
    one.name,
    [0, 1, 2].map((size) => one.test(size, one.operand === 'flag' ? true : 1)),
  ]);
  expect(Object.fromEntries(answers)).toEqual({
    isNotEmpty: [false, true, true],
    isEmpty: [true, false, false],
    hasAtLeast: [false, true, true],
    hasAtMost: [true, true, false],
  });
});
