import fc from 'fast-check';
import {
  WorkbookError,
  cellAddress,
  cellAt,
  columnIndex,
  parseArea,
  type CellEdit,
  type CellValue,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { patchWorkbook, readWorkbook } from '../../src/xlsx';
import { readZip } from '../../src/xlsx/zip';
import { READ_LIMITS } from '../../src/xlsx';
import {
  MAIN,
  RELATIONSHIPS,
  changedParts,
  fixture,
  oneSheet,
  partText,
  stylesOf,
  workbookParts,
  zipOf,
} from '../support/xlsx';

const SHEET1 = 'xl/worksheets/sheet1.xml';

function read(bytes: Uint8Array): WorkbookSnapshot {
  return readWorkbook(bytes, 'piano.xlsx');
}

function edit(address: string, value: CellValue, sheet = 'Foglio1'): CellEdit {
  return { sheet, address, value };
}

/** Every non-empty cell of a workbook by sheet and address. */
function cells(book: WorkbookSnapshot): Map<string, { value: CellValue; formula?: string }> {
  const found = new Map<string, { value: CellValue; formula?: string }>();
  for (const sheet of book.sheets) {
    for (const { row, columns, cells } of sheet.rows)
      cells.forEach(({ value, formula }, at) => {
        found.set(
          `${sheet.name}!${cellAddress(row, columns[at] ?? 0)}`,
          formula === undefined ? { value } : { value, formula },
        );
      });
  }
  return found;
}

function refusal(work: () => unknown): Record<string, unknown> {
  try {
    work();
  } catch (error) {
    if (error instanceof WorkbookError) return { code: error.code, ...error.details };
    throw error;
  }
  return { code: 'done' };
}

describe('one cell', () => {
  const before = oneSheet(
    '<row r="2" spans="1:2"><c r="A2" s="1"><v>101</v></c><c r="B2"><f>A2*2</f><v>202</v></c></row>',
    { styles: stylesOf('0000') },
  );

  test('keeps its style; text stays text', () => {
    const after = patchWorkbook(before, { cells: [edit('A2', '2017-PF12')] });
    expect(cellAt(read(after).sheets[0]!, 1, 0)).toEqual({
      value: '2017-PF12',
      text: '2017-PF12',
      format: '0000',
    });
    expect(partText(after, SHEET1)).toContain('<c r="A2" s="1" t="inlineStr">');
  });

  test.each<[string, CellValue]>([
    ['a new cell beyond the row', 'x'],
    ['a number', 12.5],
    ['a truth value', true],
    ['spaces at both ends', '  a \n b '],
    ['characters of XML', `<a & "b" 'c'>`],
    ['what looks like an escape', '_x000D_'],
    ['a carriage return and a control character', 'a\r\n\u0001b'],
    ['a letter beyond the basic plane', '𝒫𝓇𝒶𝓉𝑜'],
  ])('%s is read back as written', (_, value) => {
    const after = patchWorkbook(before, { cells: [edit('E2', value), edit('A9', value)] });
    const [sheet] = read(after).sheets;
    expect(cellAt(sheet!, 1, 4)?.value).toBe(value);
    expect(cellAt(sheet!, 8, 0)?.value).toBe(value);
    expect(partText(after, SHEET1)).toContain('spans="1:5"');
  });

  test.each([
    '=1+1',
    '+39',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '0101',
    '1.10',
    '10/2017',
    '3-4',
    'VERO',
    '12 %',
    '#N/A',
    '1 gen',
  ])('text %j would become something else when confirmed: quote prefix', (value) => {
    const after = patchWorkbook(before, { cells: [edit('C2', value)] });
    expect(cellAt(read(after).sheets[0]!, 1, 2)).toMatchObject({ value });
    expect(partText(after, 'xl/styles.xml')).toMatch(
      /<xf quotePrefix="1" numFmtId="0"\/>|<xf numFmtId="0" quotePrefix="1"\/>/,
    );
    expect(partText(after, SHEET1)).toContain('<c r="C2" s="2" t="inlineStr">');
  });

  test('a cell in text format needs no quote prefix, and one quoted style serves all', () => {
    const text = oneSheet('<row r="1"><c r="A1" s="1"/></row>', { styles: stylesOf('@') });
    expect(changedParts(text, patchWorkbook(text, { cells: [edit('A1', '0101')] }))).toEqual([SHEET1]);
    const after = patchWorkbook(before, { cells: [edit('C2', '=1'), edit('D2', '=2')] });
    expect(partText(after, 'xl/styles.xml')).toContain('<cellXfs count="3">');
  });

  test('emptied: the style stays, the formula goes', () => {
    const after = patchWorkbook(before, { cells: [edit('A2', null), edit('B2', '')] });
    expect(partText(after, SHEET1)).toContain('<row r="2" spans="1:2"><c r="A2" s="1"/><c r="B2"/></row>');
  });

  test('nothing to empty: the file stays as it was', () => {
    const after = patchWorkbook(before, { cells: [edit('Z99', null)] });
    expect(changedParts(before, after)).toEqual([]);
  });

  test('the last edit of a cell counts', () => {
    const after = patchWorkbook(before, { cells: [edit('A2', 1), edit('A2', 2)] });
    expect(cellAt(read(after).sheets[0]!, 1, 0)?.value).toBe(2);
  });

  test('a new cell looks like its row or its column', () => {
    const xml =
      '<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData><row r="1" s="2" customFormat="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const bytes = zipOf(workbookParts([{ name: 'Foglio1', xml }], { styles: stylesOf('0.00', '@') }));
    const after = patchWorkbook(bytes, {
      cells: [edit('B1', 'riga'), edit('B5', 'colonna'), edit('D5', 'niente')],
    });
    const text = partText(after, SHEET1);
    expect(text).toContain('<c r="B1" s="2" t="inlineStr">');
    expect(text).toContain('<c r="B5" s="1" t="inlineStr">');
    expect(text).toContain('<c r="D5" t="inlineStr">');
  });
});

describe('parts that change, and no others', () => {
  test('formulas elsewhere: calculated again when opened', () => {
    const before = oneSheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>');
    const after = patchWorkbook(before, { cells: [edit('A1', 2)] });
    expect(changedParts(before, after)).toEqual(['xl/workbook.xml', SHEET1]);
    expect(partText(after, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
    expect(changedParts(after, patchWorkbook(after, { cells: [edit('A1', 3)] }))).toEqual([SHEET1]);
  });

  test('calcPr that is there gets the attribute, after the names', () => {
    const before = oneSheet('<row r="1"><c r="A1"><f>1</f></c></row>', {
      workbook: "<calcPr calcId='191029'/>",
    });
    const after = patchWorkbook(before, { cells: [edit('B1', 2)] });
    expect(partText(after, 'xl/workbook.xml')).toContain(`<calcPr fullCalcOnLoad="1" calcId='191029'/>`);
  });

  test('the calculation chain forgets the cell and hands on the sheet', () => {
    const relation = `<Relationship Id="cc" Type="${RELATIONSHIPS}/calcChain" Target="calcChain.xml"/>`;
    const parts = workbookParts(
      [
        {
          name: 'Foglio1',
          xml: '<sheetData><row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>2</f></c></row></sheetData>',
        },
      ],
      { relations: relation },
    );
    parts['xl/calcChain.xml'] = `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/><c r="B1" l="1"/></calcChain>`;
    parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
    );
    const before = zipOf(parts);
    const after = patchWorkbook(before, { cells: [edit('A1', 'x')] });
    expect(partText(after, 'xl/calcChain.xml')).toContain(
      '<calcChain xmlns="' + MAIN + '"><c i="1" r="B1" l="1"/></calcChain>',
    );
    const none = patchWorkbook(after, { cells: [edit('B1', 'y')] });
    expect(changedParts(after, none)).toEqual(
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', SHEET1].sort(),
    );
    expect(partText(none, '[Content_Types].xml')).not.toContain('calcChain');
    expect(partText(none, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });

  test('untouched parts keep even their packed bytes and their order', () => {
    const before = fixture('xlsx/openpyxl.xlsx');
    const after = patchWorkbook(before, { cells: [edit('A1', 'Abitanti', 'Dati')] });
    const [old, now] = [readZip(before, READ_LIMITS), readZip(after, READ_LIMITS)];
    expect(now.map(({ name }) => name)).toEqual(old.map(({ name }) => name));
    const different = now.filter(
      (entry, i) => !Buffer.from(entry.packed).equals(Buffer.from(old[i]!.packed)),
    );
    expect(different.map(({ name }) => name)).toEqual(['xl/worksheets/sheet2.xml']);
    expect(now.map(({ time }) => time)).toEqual(old.map(({ time }) => time));
  });

  test('a formula shared from the overwritten cell stays with the others', () => {
    const before = oneSheet(
      '<row r="1"><c r="B1" s="0"><f t="shared" ref="B1:B3" si="4">A1&amp;"x"</f><v>1</v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="4"/><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="4"/><v>1</v></c></row>',
    );
    const after = read(patchWorkbook(before, { cells: [edit('B1', 'testo'), edit('B3', 7)] }));
    expect(cells(after)).toEqual(
      new Map<string, object>([
        ['Foglio1!B1', { value: 'testo' }],
        ['Foglio1!B2', { value: 1, formula: 'A2&"x"' }],
        ['Foglio1!B3', { value: 7 }],
      ]),
    );
  });
});

describe('files as other programs write them', () => {
  test('prefix, other quotes, no addresses, rows out of order', () => {
    const xml =
      `<?xml version='1.0'?>\n<x:worksheet xmlns:x='${MAIN}'><x:dimension ref='A1:B4'/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/></x:row>` +
      `<x:row r='4'/><x:row r='3'><x:c r='B3'><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const before = zipOf(workbookParts([{ name: 'Foglio1', xml }]));
    const after = patchWorkbook(before, {
      cells: [
        edit('B1', 'b'),
        edit('D1', 'd'),
        edit('A3', 'a'),
        edit('C4', 'c'),
        edit('A2', 'n'),
        edit('F9', 'f'),
      ],
    });
    expect(partText(after, SHEET1)).toBe(
      `<?xml version='1.0'?>\n<x:worksheet xmlns:x='${MAIN}'><x:dimension ref='A1:F9'/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>` +
        '<x:c r="B1" t="inlineStr"><x:is><x:t xml:space="preserve">b</x:t></x:is></x:c><x:c r="D1" t="inlineStr"><x:is><x:t xml:space="preserve">d</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve">n</x:t></x:is></x:c></x:row>' +
        `<x:row r='4'><x:c r="C4" t="inlineStr"><x:is><x:t xml:space="preserve">c</x:t></x:is></x:c></x:row>` +
        `<x:row r='3'><x:c r="A3" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c><x:c r='B3'><x:v>9</x:v></x:c></x:row>` +
        '<x:row r="9"><x:c r="F9" t="inlineStr"><x:is><x:t xml:space="preserve">f</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test('an empty sheet, UTF-16', () => {
    const parts: Record<string, string | Uint8Array> = workbookParts([{ name: 'Foglio1', xml: '' }]);
    parts[SHEET1] = Buffer.from(
      `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
      'utf16le',
    );
    const after = patchWorkbook(zipOf(parts), { cells: [edit('B2', 'è')] });
    expect(partText(after, SHEET1)).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>.*<sheetData><row r="2">/,
    );
    expect(cellAt(read(after).sheets[0]!, 1, 1)?.value).toBe('è');
  });

  test('a workbook without styles gets them only when it needs one', () => {
    const before = oneSheet('');
    expect(changedParts(before, patchWorkbook(before, { cells: [edit('A1', 'a')] }))).toEqual([SHEET1]);
    const after = patchWorkbook(before, { cells: [edit('A1', '=a')] });
    expect(partText(after, 'xl/styles.xml')).toContain('<cellXfs count="2">');
    expect(cellAt(read(after).sheets[0]!, 0, 0)?.text).toBe('=a');
  });

  test('styles with a prefix', () => {
    const parts = workbookParts([{ name: 'Foglio1', xml: '<sheetData/>' }], { styles: '' });
    parts['xl/styles.xml'] =
      `<x:styleSheet xmlns:x="${MAIN}"><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs></x:styleSheet>`;
    const text = partText(patchWorkbook(zipOf(parts), { cells: [edit('A1', '=a')] }), 'xl/styles.xml');
    expect(text).toContain(
      '<x:cellXfs count="2"><x:xf numFmtId="0"/><x:xf quotePrefix="1" numFmtId="0"/></x:cellXfs>',
    );
    expect(text).toContain('<x:fills count="2">');
  });
});

describe('cells that are not written', () => {
  const book = fixture('xlsx/openpyxl.xlsx');
  const calc = fixture('xlsx/libreoffice.xlsx');
  test.each<[string, Uint8Array, CellEdit, Record<string, unknown>]>([
    ['a sheet that is not there', book, edit('A1', 1, 'Altro'), { code: 'no-such-sheet', sheet: 'Altro' }],
    ['a chart sheet', book, edit('A1', 1, 'Grafico'), { code: 'no-such-sheet' }],
    ['no address', book, edit('Z', 1, 'Dati'), { code: 'no-such-cell', address: 'Z' }],
    ['a range', book, edit('A1:B2', 1, 'Dati'), { code: 'no-such-cell' }],
    [
      'a locked cell of a protected sheet',
      book,
      edit('A1', 1, 'Protetto'),
      { code: 'protected-sheet', address: 'A1' },
    ],
    ['a new cell of a protected sheet', book, edit('A9', 1, 'Protetto'), { code: 'protected-sheet' }],
    [
      'the header of a table',
      book,
      edit('B1', 'x', 'Obiettivi'),
      { code: 'cannot-write', reason: 'table-header' },
    ],
    ['a cell covered by a merge', book, edit('B4', 'x', 'Dati'), { code: 'hidden-cell', merge: 'A4:B5' }],
    [
      'part of an array formula',
      calc,
      edit('F3', 1, 'Fasi'),
      { code: 'cannot-write', reason: 'array-formula' },
    ],
    [
      'a number no cell holds',
      book,
      edit('A9', Infinity, 'Dati'),
      { code: 'cannot-write', reason: 'number' },
    ],
    [
      'too long a text',
      book,
      edit('A9', 'x'.repeat(32_768), 'Dati'),
      { code: 'cannot-write', reason: 'text-length' },
    ],
  ])('%s', (_, bytes, change, expected) => {
    expect(refusal(() => patchWorkbook(bytes, { cells: [change] }))).toMatchObject(expected);
  });

  test('the unlocked cell, the merged one, the table row are', () => {
    const changes = [edit('B1', 'x', 'Protetto'), edit('A4', 'y', 'Dati'), edit('B2', 'z', 'Obiettivi')];
    expect(refusal(() => patchWorkbook(book, { cells: changes })).code).toBe('done');
  });
});

describe('for any edits', () => {
  const books: [string, Uint8Array, string, readonly string[]][] = [
    ['openpyxl', fixture('xlsx/openpyxl.xlsx'), 'Obiettivi', [SHEET1, 'xl/styles.xml', 'xl/workbook.xml']],
    ['LibreOffice', fixture('xlsx/libreoffice.xlsx'), 'Fasi', [SHEET1, 'xl/styles.xml', 'xl/workbook.xml']],
    ['Prato', fixture('prato-peg-2017.xlsx'), 'Premessa', [SHEET1, 'xl/styles.xml']],
  ];
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('=A1', '0101', '1.10', ' ', 'a\r\nb', '_x0041_'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const address = fc
    .tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 12 }))
    .map(([row, column]) => cellAddress(row + 6, column));

  test.each(books)('%s: the edits are read back, nothing else changed', (_, before, sheet, mayChange) => {
    const original = cells(read(before));
    fc.assert(
      fc.property(fc.array(fc.tuple(address, value), { maxLength: 12 }), (pairs) => {
        const after = patchWorkbook(before, { cells: pairs.map(([at, v]) => edit(at, v, sheet)) });
        expect(mayChange).toEqual(expect.arrayContaining(changedParts(before, after)));
        const expected = new Map(original);
        for (const [at, v] of pairs) {
          if (v === null) expected.delete(`${sheet}!${at}`);
          else expected.set(`${sheet}!${at}`, { value: v === 0 ? 0 : v });
        }
        expect(cells(read(after))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('every cell of a sheet with charts, pivots, comments and rules, one by one', () => {
    const before = fixture('xlsx/libreoffice.xlsx');
    for (const key of cells(read(before)).keys()) {
      const [sheet = '', at = ''] = key.split('!');
      const area = parseArea(at);
      if (sheet === 'Fasi' && area?.left === columnIndex('F')) continue;
      const after = patchWorkbook(before, { cells: [edit(at, 'nuovo', sheet)] });
      const changed = cells(read(after));
      expect(changed.get(key)).toEqual({ value: 'nuovo' });
      changed.delete(key);
      const rest = cells(read(before));
      rest.delete(key);
      expect(changed).toEqual(rest);
    }
  });
});
