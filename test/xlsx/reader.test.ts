import * as XLSX from '@e965/xlsx';
import { cellAt, isoDateOf, refAt, type Cell, type Grid } from '../../src/workbook';
import { fixture, grid, oneSheet, read, stylesOf, texts } from '../support/xlsx';

function first(bytes: Uint8Array): Cell | null {
  return cellAt(grid(bytes), 0, 0);
}

describe('a workbook of openpyxl', () => {
  const book = read(fixture('xlsx/openpyxl.xlsx'));

  test('sheets in the order of the tabs, the chart sheet left out', () => {
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Obiettivi', 'visible'],
      ['Dati', 'hidden'],
      ['Protetto', 'visible'],
    ]);
  });

  test('codes shown by a format keep their zeros, dates are dates', () => {
    const [sheet] = book.sheets as [Grid];
    expect(cellAt(sheet, 1, 0)).toEqual({ value: 101, text: '0101', format: '0000' });
    const date = cellAt(sheet, 1, 3);
    expect(date?.text).toBe('31/12/2017');
    expect(isoDateOf(date)).toBe('2017-12-31');
    expect(cellAt(sheet, 1, 5)).toEqual({ value: true, text: 'VERO' });
  });

  test('a formula nobody calculated yet is still a formula', () => {
    const [sheet] = book.sheets as [Grid];
    expect(cellAt(sheet, 4, 2)).toEqual({ value: null, text: '', formula: 'SUM(C2:C4)' });
  });

  test('merges, hidden rows and columns, names, tables', () => {
    const [sheet, data] = book.sheets as [Grid, Grid];
    expect([...sheet.hiddenRows]).toEqual([2]);
    expect([...sheet.hiddenColumns]).toEqual([4]);
    expect(data.merges).toEqual([{ top: 3, left: 0, bottom: 4, right: 1 }]);
    expect(book.names).toEqual([
      { name: 'Popolazione', ref: { sheet: 'Dati', address: 'B1' } },
      { name: 'Locale', ref: { sheet: 'Obiettivi', address: 'A2:A4' }, scope: 'Obiettivi' },
    ]);
    expect(book.tables).toEqual([
      {
        name: 'TabObiettivi',
        ref: { sheet: 'Obiettivi', address: 'A1:E4' },
        columns: ['Codice', 'Titolo', 'Peso', 'Scadenza', 'Responsabile'],
        hasHeader: true,
      },
    ]);
  });
});

describe('a workbook of LibreOffice', () => {
  const book = read(fixture('xlsx/libreoffice.xlsx'));

  test('cells, formulas with their values, an array formula, a month in Italian', () => {
    const [sheet] = book.sheets as [Grid];
    expect(cellAt(sheet, 4, 0)).toEqual({ value: '02.10', text: '02.10', format: '@' });
    expect(cellAt(sheet, 1, 3)).toMatchObject({ value: 60, text: '60', formula: 'C2*2' });
    expect(cellAt(sheet, 1, 5)).toMatchObject({ value: 300, formula: 'C2:C5*10' });
    expect(cellAt(sheet, 7, 1)?.text).toBe('Righe\nsu due');
    expect(cellAt(sheet, 7, 2)?.text).toBe('gen 17');
    expect(book.names).toEqual([{ name: 'Pesi', ref: { sheet: 'Fasi', address: 'C2:C5' } }]);
    expect([...sheet.hiddenRows]).toEqual([2]);
  });

  test('the pivot is read as the cells it shows', () => {
    expect(texts(book.sheets[1] as Grid)).toMatchObject({
      A3: 'Centro',
      A4: 'Anagrafe',
      B4: '50',
      B6: '100',
    });
  });
});

test('the Prato plan: the same cells another library reads', () => {
  const bytes = fixture('prato-peg-2017.xlsx');
  const other = XLSX.read(bytes, { type: 'array', dense: true });
  const book = read(bytes);
  expect(book.sheets.map(({ name }) => name)).toEqual(other.SheetNames);
  for (const sheet of book.sheets) {
    const rows = (other.Sheets[sheet.name]?.['!data'] ?? []) as (XLSX.CellObject | undefined)[][];
    const expected = rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell && cell.v !== '' ? [[refAt(sheet, r, c).address, String(cell.v)]] : [],
      ),
    );
    expect(texts(sheet)).toEqual(Object.fromEntries(expected));
  }
});

describe('kinds of cells', () => {
  test.each<[string, string, Partial<Cell> | null]>([
    ['a number', '<c r="A1"><v>1234.5</v></c>', { value: 1234.5, text: '1234.5' }],
    ['a number with type', '<c r="A1" t="n"><v> 7 </v></c>', { value: 7, text: '7' }],
    [
      'the noise of binary fractions is not shown',
      '<c r="A1"><v>0.30000000000000004</v></c>',
      { text: '0.3' },
    ],
    ['a truth value', '<c r="A1" t="b"><v>0</v></c>', { value: false, text: 'FALSO' }],
    [
      'an error',
      '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      { value: null, text: '#DIV/0!', error: true, formula: '1/0' },
    ],
    [
      'the text of a formula',
      '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
      { value: 'ab', formula: '"a"&"b"' },
    ],
    [
      'text in the cell',
      '<c r="A1" t="inlineStr"><is><t>Perché</t></is></c>',
      { value: 'Perché', text: 'Perché' },
    ],
    [
      'rich text',
      '<c r="A1" t="inlineStr"><is>\n<r><rPr><b/></rPr><t>Obiet</t></r> <r><t>tivo</t></r></is></c>',
      { value: 'Obiettivo' },
    ],
    [
      'phonetic guides are not text',
      '<c r="A1" t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>ekkusu</t></rPh><phoneticPr/></is></c>',
      { value: 'x' },
    ],
    [
      'a character XML cannot carry',
      '<c r="A1" t="inlineStr"><is><t>a_x000D__x005F_x000D_</t></is></c>',
      { value: 'a\r_x000D_' },
    ],
    [
      'references and CDATA',
      '<c r="A1" t="str"><v>&#232;&#x20AC;&lt;<![CDATA[&amp;]]></v></c>',
      { value: 'è€<&amp;' },
    ],
    ['a number that is none', '<c r="A1"><v>n.d.</v></c>', { value: 'n.d.', text: 'n.d.' }],
    [
      'a date of the strict format',
      '<c r="A1" t="d"><v>2017-12-31</v></c>',
      { value: 43100, text: '31/12/2017' },
    ],
    ['a style and nothing else', '<c r="A1" s="0"/>', null],
    ['an empty text', '<c r="A1" t="str"><v></v></c>', null],
    [
      'a formula of a newer Excel',
      '<c r="A1" t="str"><f>_xlfn._xlws.FILTER(A2:A9,B2:B9)</f><v>x</v></c>',
      { formula: 'FILTER(A2:A9,B2:B9)' },
    ],
    [
      'a data table',
      '<c r="A1"><f t="dataTable" ref="A1:A5" r1="B1"/><v>5</v></c>',
      { value: 5, formula: 'TABLE()' },
    ],
  ])('%s', (_, xml, expected) => {
    const cell = first(oneSheet(`<row r="1">${xml}</row>`));
    if (expected === null) expect(cell).toBeNull();
    else expect(cell).toMatchObject(expected);
  });

  test('shared strings, blank ones too', () => {
    const bytes = oneSheet(
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"/></row>',
      { strings: '<si><t/></si><si><r><t xml:space="preserve">due </t></r><r><t>parole</t></r></si>' },
    );
    expect(texts(grid(bytes))).toEqual({ A1: 'due parole' });
  });

  test('formulas shared by a group are each cell’s own', () => {
    const bytes = oneSheet(
      '<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A$1+SUM(A:A)</f><v>1</v></c>' +
        '<c r="C1"><f t="shared" si="0"/><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>1</v></c></row>',
    );
    const sheet = grid(bytes);
    expect(cellAt(sheet, 0, 2)?.formula).toBe('B1*$A$1+SUM(B:B)');
    expect(cellAt(sheet, 1, 1)?.formula).toBe('A2*$A$1+SUM(A:A)');
  });
});

describe('what the screen shows', () => {
  test.each<[string, string | number, string]>([
    ['0000', 101, '0101'],
    ['00"."00', 102, '01.02'],
    ['@', 1.1, '1.1'],
    ['0.0%', 0.4532, '45.3%'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['dd/mm/yyyy', 43100, '31/12/2017'],
    ['[$-410]d mmmm yyyy;@', 43100, '31 dicembre 2017'],
    ['[$-409]mmmm yyyy', 43100, 'December 2017'],
    ['mmm-yy', 42736, 'gen-17'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 42736, 'domenica 1 gennaio 2017'],
    ['hh:mm', 0.5, '12:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['General', 42, '42'],
    ['"fermo[', 42, '42'],
  ])('%s of %s is %s', (format, value, expected) => {
    const bytes = oneSheet(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, {
      styles: stylesOf(format),
    });
    expect(first(bytes)?.text).toBe(expected);
  });

  test('formats without definition, the short date as in Italy', () => {
    const styles =
      '<cellXfs><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="22"/><xf numFmtId="31"/><xf numFmtId="0"/></cellXfs>';
    const cells = [43100, 0.5, 43100.5, 43100, 43100].map(
      (v, i) => `<c r="${'ABCDE'[i]}1" s="${i}"><v>${v}</v></c>`,
    );
    expect(texts(grid(oneSheet(`<row r="1">${cells.join('')}</row>`, { styles })))).toEqual({
      A1: '31/12/2017',
      B1: '50.00%',
      C1: '31/12/2017 12:00',
      D1: '31/12/2017',
      E1: '43100',
    });
  });

  test('text formats put words around text', () => {
    const bytes = oneSheet('<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>12</t></is></c></row>', {
      styles: stylesOf('"Cod. "@'),
    });
    expect(first(bytes)).toMatchObject({ value: '12', text: 'Cod. 12' });
  });

  test('styles of conditional formats are not styles of cells', () => {
    const styles = `${stylesOf('0000')}<dxfs><dxf><numFmt numFmtId="200" formatCode="0%"/></dxf></dxfs>`;
    expect(first(oneSheet('<row r="1"><c r="A1" s="1"><v>7</v></c></row>', { styles }))?.text).toBe('0007');
  });

  test('dates that count from 1904', () => {
    const book = read(
      oneSheet('<row r="1"><c r="A1" s="1"><v>41638</v></c></row>', {
        styles: stylesOf('dd/mm/yyyy'),
        beforeSheets: '<workbookPr date1904="1"/>',
      }),
    );
    const cell = book.sheets[0]?.rows[0]?.cells[0] ?? null;
    expect(book.date1904).toBe(true);
    expect(cell?.text).toBe('31/12/2017');
    expect(isoDateOf(cell, true)).toBe('2017-12-31');
  });
});
