/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ExcelWorkbook } from '../../src/excel';
import { openXlsx } from '../../src/workbench/host';
import { cellAt, gridOf, snapshotOf } from '../../src/workbook';
import { plainWorkbook } from '../../src/xlsx';
import { layouts } from '../support/layouts';
import { closeExcel, openExcel } from '../support/office';
import { differencesOf } from '../support/two-ports';
import { fixture, grid, oneSheet } from '../support/xlsx';

/** What a file says and what the same file says once it is open in Excel; `npm run corpus` does the same to a folder. */

afterAll(closeExcel);

test.each(['prato-peg-2017-dati.xlsx', 'xlsx/libreoffice.xlsx', 'xlsx/openpyxl.xlsx'])(
  '%s: one plan, the same questions, the same findings',
  async (name) => {
    expect(await differencesOf(fixture(name), name)).toEqual([]);
  },
);

test('the empty plan, too', async () => {
  const bytes = readFileSync(path.join(__dirname, '../../templates/peg-modello.xlsx'));
  expect(await differencesOf(new Uint8Array(bytes), 'peg-modello.xlsx')).toEqual([]);
});

/** One workbook of each family of layouts. */
const families = [...new Map(layouts.map((one) => [one.family, one])).values()];
test.each(families.map((one) => [one.family, one] as const))('a workbook of %s', async (_family, one) => {
  expect(await differencesOf(plainWorkbook(one.snapshot), one.snapshot.name)).toEqual([]);
});

test('codes that are numbers: 1.1 is no other code where Excel shows 1,1', async () => {
  const text = (address: string, value: string): string =>
    `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = ['Rifare le strade', 'Curare il verde', 'Aprire la biblioteca'].map(
    (title, at) =>
      `<row r="${at + 2}"><c r="A${at + 2}"><v>1.${at + 1}</v></c>${text(`B${at + 2}`, title)}<c r="C${at + 2}"><v>0.5</v></c></row>`,
  );
  const bytes = oneSheet(
    `<row r="1">${text('A1', 'Codice')}${text('B1', 'Obiettivo di PEG')}${text('C1', 'Peso')}</row>${rows.join('')}`,
  );
  expect(await differencesOf(bytes, 'codici.xlsx')).toEqual([]);
});

const FORMATS = [
  ...['General', '0', '0.00', '#,##0', '#,##0.00', '0%', '0.0%', '0000', '00.00', '0.00E+00', '# ?/?', '@'],
  ...['dd/mm/yyyy', 'm/d/yyyy', 'mmm-yy', 'd-mmm', 'dddd d mmmm yyyy', 'hh:mm', '[h]:mm', 'yyyy'],
  ...['#,##0.00 "€"', '[$€-410] #,##0.00', '"OB"0', '0.0;[Red]-0.0', '0;-0;"zero";@', '"n. "@'],
];

test('any value in any format says the same', async () => {
  const cell = fc.record({
    value: fc.oneof(
      fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
      fc.integer({ min: -99_999, max: 60_000 }),
      fc.constantFrom(0, 0.1, 1.1, 1.5e-7, 1e21, 45658, 45658.75),
      fc.boolean(),
    ),
    format: fc.integer({ min: 0, max: FORMATS.length - 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
      const lines = cells.map(({ value, format }) => [
        { value, text: '', format: FORMATS[format] ?? 'General' },
      ]);
      const bytes = plainWorkbook(snapshotOf([gridOf('Foglio1', lines)]));
      await openExcel(openXlsx(bytes, 'piano.xlsx'));
      const [excel] = (await new ExcelWorkbook().snapshot()).sheets;
      const file = grid(bytes);
      for (const at of cells.keys()) {
        const { shown: _shown, ...said } = (excel && cellAt(excel, at, 0)) ?? { text: '' };
        expect([cells[at], said]).toEqual([cells[at], cellAt(file, at, 0)]);
      }
    }),
    { numRuns: 25 },
  );
});
