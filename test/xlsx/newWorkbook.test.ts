import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { cellAt } from '../../src/workbook';
import { newWorkbook, patchWorkbook, readWorkbook, type NewSheet } from '../../src/xlsx';
import { partText } from '../support/xlsx';

const ROOT = path.join(__dirname, '..', '..');

const SHEETS: readonly NewSheet[] = [
  {
    name: "L'elenco",
    rows: [
      [{ value: 'Codice', look: { bold: true, fill: '1F3864' } }, { value: 'Peso' }],
      [{ value: '0101', look: { format: '@' } }, { value: 30 }, { value: '=2+2' }],
      [],
      [{ value: true }, { value: 'riga\ndue', look: { wrap: true } }],
    ],
    widths: [12, 30],
    columns: [{ format: '@' }, undefined],
    freeze: { rows: 1, columns: 1 },
    printTitles: [0, 0],
    merges: [{ top: 2, left: 0, bottom: 2, right: 1 }],
    validations: [
      {
        areas: [{ top: 1, left: 1, bottom: 9, right: 1 }],
        type: 'decimal',
        formula1: '0',
        formula2: '100',
        strictness: 'warning',
        title: 'Peso',
        message: 'Da 0 a 100 & non oltre',
      },
    ],
  },
  { name: 'Vuoto', rows: [], widths: [] },
];

describe('a new workbook', () => {
  const bytes = newWorkbook(SHEETS);
  const book = readWorkbook(bytes, 'nuovo.xlsx');

  test('is read back', () => {
    const [sheet] = book.sheets;
    expect(book.sheets.map(({ name }) => name)).toEqual(["L'elenco", 'Vuoto']);
    expect(sheet && cellAt(sheet, 1, 0)).toEqual({ value: '0101', text: '0101', format: '@' });
    expect(sheet && cellAt(sheet, 1, 2)?.text).toBe('=2+2');
    expect(sheet && cellAt(sheet, 3, 1)?.text).toBe('riga\ndue');
    expect(sheet?.merges).toHaveLength(1);
  });

  test('another library agrees', () => {
    const other = XLSX.read(bytes, { type: 'array' });
    expect(other.SheetNames).toEqual(["L'elenco", 'Vuoto']);
    expect(other.Sheets["L'elenco"]?.['B2']?.v).toBe(30);
  });

  test('text that looks like a formula is marked, codes are not', () => {
    expect(partText(bytes, 'xl/styles.xml').match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  test('rules, frozen panes and repeated rows are there', () => {
    const xml = partText(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
    );
    expect(xml).toContain('type="decimal" errorStyle="warning" allowBlank="1"');
    expect(xml).toContain('Da 0 a 100 &amp; non oltre');
    expect(partText(bytes, 'xl/workbook.xml')).toContain("'L''elenco'!$1:$1");
  });

  test('the same sheets give the same bytes', () => {
    expect(Buffer.from(newWorkbook(SHEETS)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('the empty plan in templates/', () => {
  const bytes = new Uint8Array(readFileSync(path.join(ROOT, 'templates/peg-modello.xlsx')));
  const book = readWorkbook(bytes, 'peg-modello.xlsx');

  test('is what its description gives', () => {
    const run = spawnSync(process.execPath, ['scripts/build-templates.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });

  test('holds instructions, headers and no rows', () => {
    expect(book.sheets.map(({ name, rows }) => [name, (rows.at(-1)?.row ?? -1) + 1])).toEqual([
      ['Istruzioni', 21],
      ['DUP', 3],
      ['Obiettivi', 3],
      ['Fasi', 3],
      ['Indicatori', 3],
      ['Centri di responsabilità', 3],
      ['Dati di base', 3],
    ]);
  });

  test('codes typed into it stay text', () => {
    const cells = [{ sheet: 'Obiettivi', address: 'A4', value: '01.10' }];
    const [, , objectives] = readWorkbook(patchWorkbook(bytes, { cells }), 'a.xlsx').sheets;
    expect(objectives && cellAt(objectives, 3, 0)).toEqual({ value: '01.10', text: '01.10', format: '@' });
  });

  test('every list points at the column it says', () => {
    const header = (sheet: string, letter: string) => {
      const grid = book.sheets.find(({ name }) => name === sheet);
      return grid && cellAt(grid, 2, letter.charCodeAt(0) - 65)?.text;
    };
    const lists = [1, 2, 3, 4, 5, 6, 7].flatMap((n) =>
      [...partText(bytes, `xl/worksheets/sheet${n}.xml`).matchAll(/OFFSET\('([^']+)'!\$([A-Z])\$4,/g)].map(
        ([, sheet = '', letter = '']) => [sheet, header(sheet, letter)],
      ),
    );
    expect(lists).toEqual([
      ['DUP', 'Codice obiettivo operativo'],
      ['Centri di responsabilità', 'Codice'],
      ['Obiettivi', 'Codice obiettivo di PEG'],
      ['Obiettivi', 'Codice obiettivo di PEG'],
    ]);
  });
});
