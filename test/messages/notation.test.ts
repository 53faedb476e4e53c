import { displayValue } from '../../src/indicators';
import { valueIn } from '../../src/messages';

test.each([
  [0.453, '%', '45.3 %'],
  [1284300.5, '€', '1,284,300.50 €'],
  [-1234.5, 'min', '−1,234.5 min'],
  [583207, 'n.', '583,207'],
  [true, null, 'yes'],
  [false, null, 'no'],
  [2e15, 'n.', '2.000e+15'],
] as const)('%s %s in English is %s', (value, unit, english) => {
  const display = displayValue(value, unit);
  expect(valueIn('it', display)).toBe(display);
  expect(valueIn('en', display)).toBe(english);
});

test('dates and words stay as they are', () => {
  for (const display of ['31/12/2025', 'dato mancante', '—']) expect(valueIn('en', display)).toBe(display);
});
