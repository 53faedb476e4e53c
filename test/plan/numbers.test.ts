import fc from 'fast-check';
import { readNumber } from '../../src/plan';

describe('numbers as Italian offices write them', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['12 %', 12],
    ['€ 3.000', 3000],
    ['3.000,00 €', 3000],
    ['0,3', 0.3],
    ['0.3', 0.3],
    ['1.000.000', 1000000],
    ['-5', -5],
    ['−5', -5],
    ['+12', 12],
    ['1\u00a0500', 1500],
    ["1'500", 1500],
  ])('%j is %d', (text, number) => expect(readNumber(text)).toBe(number));

  test.each(['', '>= 200', 'entro 30.06', '12/13', 'tre', '1,2,3', 'n. 5', '5 giorni', '-'])(
    '%j is no number',
    (text) => expect(readNumber(text)).toBeNull(),
  );

  test('an integer written with thousands dots is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (number) => {
        const dotted = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(readNumber(`${number < 0 ? '-' : ''}${dotted}`)).toBe(number);
      }),
    );
  });
});
