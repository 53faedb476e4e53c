import fc from 'fast-check';
import { moveFormula } from '../../src/xlsx/formulas';

test.each([
  ['A1+B2', 1, 1, 'B2+C3'],
  ['$A1+A$1+$A$1', 2, 3, '$A3+D$1+$A$1'],
  ['SUM(A1:B9)', 1, 0, 'SUM(A2:B10)'],
  ['SUM(A:A)+SUM($B:C)', 4, 1, 'SUM(B:B)+SUM($B:D)'],
  ['SUM(1:3)', 2, 9, 'SUM(3:5)'],
  ['LOG10(A1)+ATAN2 (A1,B1)', 1, 0, 'LOG10(A2)+ATAN2 (A2,B2)'],
  ['"A1"&A1&"un ""B2"""', 1, 0, '"A1"&A2&"un ""B2"""'],
  ["'L''A1'!A1+Foglio1!B2", 1, 0, "'L''A1'!A2+Foglio1!B3"],
  ['Gen:Dic!A1', 1, 0, 'Gen:Dic!A2'],
  ['Tab[A1]+[1]Foglio!A1', 1, 0, 'Tab[A1]+[1]Foglio!A2'],
  ['Aliquota_A1*A1+TRUE', 1, 0, 'Aliquota_A1*A2+TRUE'],
  ['1E5+A1*2.5', 1, 0, '1E5+A2*2.5'],
  ['A1', -1, 0, '#REF!'],
  ['XFD1', 0, 1, '#REF!'],
])('%s moved by %i rows and %i columns', (formula, rows, columns, expected) => {
  expect(moveFormula(formula, rows, columns)).toBe(expected);
});

test('moved there and back again is the same formula', () => {
  const reference = fc
    .tuple(
      fc.constantFrom('', '$'),
      fc.constantFrom('C', 'AB', 'XX'),
      fc.constantFrom('', '$'),
      fc.integer({ min: 50, max: 9999 }),
    )
    .map((parts) => parts.join(''));
  const formula = fc.array(
    fc.oneof(reference, fc.constantFrom('SUM(', ')', '+', '"A1"', "'A1'!", ',', ' ')),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(
      formula,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      (pieces, rows, columns) => {
        const text = pieces.join(' ');
        expect(moveFormula(moveFormula(text, rows, columns), -rows, -columns)).toBe(text);
      },
    ),
  );
});
