import fc from 'fast-check';
import { endOfMonth, isoDate, monthNumber, readDate } from '../../src/plan';

describe('dates as offices write them', () => {
  test.each([
    ['31.12.2020', '2020-12-31'],
    ['31/12/20', '2020-12-31'],
    ['1-3-2021', '2021-03-01'],
    ['2021-06-30', '2021-06-30'],
    ['31 dicembre 2020', '2020-12-31'],
    ['1° marzo 2021', '2021-03-01'],
    ['entro il 30/06/2017', '2017-06-30'],
    ['entro e non oltre il 15 settembre 2022', '2022-09-15'],
    ['giugno 2020', '2020-06-30'],
    ['febbraio 2024', '2024-02-29'],
    ['fine maggio 2021', '2021-05-31'],
    ['sett. 2021', '2021-09-30'],
    ['dic-21', '2021-12-31'],
    ['2020', '2020-12-31'],
    ['31.12.2020;', '2020-12-31'],
  ])('%j is %s', (text, iso) => expect(readDate(text)).toBe(iso));

  test('without a year the plan’s is taken, and none otherwise', () => {
    expect(readDate('30/6', 2023)).toBe('2023-06-30');
    expect(readDate('entro giugno', 2023)).toBe('2023-06-30');
    expect(readDate('30/6')).toBeNull();
  });

  test.each([
    '31.02.2020',
    '12/31/2020',
    'continuativo',
    'I semestre',
    'n. 12',
    '',
    '30/6/123',
    'intero anno',
  ])('%j is no date', (text) => expect(readDate(text)).toBeNull());
});

describe('months', () => {
  test.each([
    ['gennaio', 1],
    ['Giu.', 6],
    ['sett', 9],
    ['LUG', 7],
    ['May', 5],
    ['december', 12],
  ])('%s is %i', (name, number) => expect(monthNumber(name)).toBe(number));

  test.each(['ma', 'G', 'martedi', '', '3'])('%j is none', (name) => expect(monthNumber(name)).toBeNull());

  test('their last days', () => {
    expect(endOfMonth(2023, 2)).toBe('2023-02-28');
    expect(endOfMonth(2024, 12)).toBe('2024-12-31');
  });
});

describe('properties', () => {
  test('a real day is read back in each way of writing it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [y = '', m = '', d = ''] = iso.split('-');
          for (const text of [`${d}/${m}/${y}`, `${d}.${m}.${y}`, `${Number(d)}-${Number(m)}-${y}`, iso])
            expect(readDate(text)).toBe(iso);
        },
      ),
    );
  });

  test('nothing but real days comes out', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 24 }),
        fc.option(fc.integer({ min: 2000, max: 2050 })),
        (text, year) => {
          const iso = readDate(text, year);
          if (iso === null) return;
          const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
          expect(isoDate(y, m, d)).toBe(iso);
        },
      ),
    );
  });
});
