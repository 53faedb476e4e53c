import { STORE_NAMESPACE } from '../../src/plan';
import { cellAt } from '../../src/workbook';
import { patchWorkbook } from '../../src/xlsx';
import {
  MAIN,
  RELATIONSHIPS,
  changedParts,
  grid,
  oneSheet,
  read,
  texts,
  workbookParts,
  zipOf,
} from '../support/xlsx';

const MAX_ROW = 1_048_576;

describe('files as other programs write them', () => {
  test('elements with a prefix, quotes of the other kind, rows and cells without address', () => {
    const xml =
      `<?xml version='1.0' encoding='UTF-8'?><x:worksheet xmlns:x='${MAIN}'><x:sheetData>\n <x:row><x:c t='inlineStr'><x:is><x:t>a</x:t></x:is></x:c>` +
      `<x:c/><x:c><x:v>3</x:v></x:c></x:row><!-- nota --><x:row r='4'><x:c r='B4'><x:v>4</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row>` +
      `<x:row><x:c><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(texts(grid(zipOf(workbookParts([{ name: 'A', xml }]))))).toEqual({
      A1: 'a',
      C1: '3',
      B4: '4',
      C4: '5',
      A5: '6',
    });
  });

  test('rows and cells out of order', () => {
    const bytes = oneSheet(
      '<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>',
    );
    expect(texts(grid(bytes))).toEqual({ A1: '0', A3: '1', B3: '2' });
  });

  test('UTF-16, absolute and backslashed targets, other letter case', () => {
    const parts: Record<string, string | Uint8Array> = workbookParts([{ name: 'A', xml: '' }]);
    delete parts['xl/worksheets/sheet1.xml'];
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;
    parts['xl/Worksheets/Sheet1.xml'] = Buffer.from(xml, 'utf16le');
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      'worksheets/sheet1.xml',
      '\\xl\\worksheets\\sheet1.xml',
    );
    parts['_rels/.rels'] = String(parts['_rels/.rels']).replace('xl/workbook.xml', '/xl/workbook.xml');
    expect(texts(grid(zipOf(parts)))).toEqual({ A1: '1' });
  });

  test('the strict format', () => {
    const strict = (text: string) =>
      text
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(RELATIONSHIPS, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const parts = workbookParts(
      [{ name: 'A', xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }],
      {
        strings: '<si><t>stretto</t></si>',
      },
    );
    const bytes = zipOf(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)])),
    );
    expect(texts(grid(bytes))).toEqual({ A1: 'stretto' });
  });

  test('only charts: no grids, no crash', () => {
    const parts = workbookParts([{ name: 'Grafico', xml: '' }]);
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '/worksheet"',
      '/chartsheet"',
    );
    expect(read(zipOf(parts)).sheets).toEqual([]);
  });

  test('names that are no rectangle are left out', () => {
    const names = [
      "'L''anno'!$B$2",
      "L'anno!$B$2",
      '[1]Altro!$A$1',
      '#REF!',
      "'L''anno'!$A:$C",
      'OFFSET(A1,1,1)',
      '42',
      "'L''anno'!$A$1,'L''anno'!$B$2",
      'Mancante!$A$1',
    ]
      .map((formula, i) => `<definedName name="n${i}">${formula}</definedName>`)
      .join('');
    const hidden =
      '<definedName name="h" hidden="1">\'L\'\'anno\'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'L\'\'anno\'!$A$1:$B$9</definedName>';
    const parts = workbookParts([{ name: 'L&apos;anno', xml: '' }], {
      workbook: `<definedNames>${names}${hidden}</definedNames>`,
    });
    expect(read(zipOf(parts)).names.map(({ name }) => name)).toEqual(['n0']);
  });

  test('a table without header row, columns with line breaks', () => {
    const parts = workbookParts([
      {
        name: 'A',
        xml: '',
        relations: `<Relationship Id="r1" Type="${RELATIONSHIPS}/table" Target="../tables/table1.xml"/>`,
      },
    ]);
    parts['xl/tables/table1.xml'] =
      `<table xmlns="${MAIN}" id="1" name="t" displayName="Fasi" ref="B2:C9" headerRowCount="0"><tableColumns count="2"><tableColumn id="1" name="Fase_x000a_n."/><tableColumn id="2" name="Peso"/></tableColumns></table>`;
    expect(read(zipOf(parts)).tables).toEqual([
      {
        name: 'Fasi',
        ref: { sheet: 'A', address: 'B2:C9' },
        columns: ['Fase\nn.', 'Peso'],
        hasHeader: false,
      },
    ]);
  });

  test('the private part by its namespace, whatever its name', () => {
    const parts = workbookParts([{ name: 'A', xml: '' }], {
      relations: [1, 2]
        .map(
          (i) =>
            `<Relationship Id="c${i}" Type="${RELATIONSHIPS}/customXml" Target="../customXml/item${i}.xml"/>`,
        )
        .join(''),
    });
    parts['customXml/item1.xml'] = `<altro xmlns="urn:altro" nota="${STORE_NAMESPACE}"/>`;
    parts['customXml/item2.xml'] = `<p:peg xmlns:p="${STORE_NAMESPACE}"><p:mappa/></p:peg>`;
    expect(read(zipOf(parts)).store).toBe(parts['customXml/item2.xml']);
  });
});

test('macros stay where they are', () => {
  const parts = workbookParts([{ name: 'A', xml: '<sheetData/>' }]);
  parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
    'openxmlformats-officedocument.spreadsheetml.sheet.main',
    'ms-excel.sheet.macroEnabled.main',
  );
  const before = zipOf({ ...parts, 'xl/vbaProject.bin': new Uint8Array([0, 1, 2, 255]) });
  const after = patchWorkbook(before, { cells: [{ sheet: 'A', address: 'A1', value: 'x' }] });
  expect(texts(grid(after))).toEqual({ A1: 'x' });
  expect(changedParts(before, after)).toEqual(['xl/worksheets/sheet1.xml']);
});

describe('sheets that claim to be huge', () => {
  test('a dimension that says everything and a style on every row cost no cells', () => {
    const rows: string[] = [];
    for (let r = 1; r <= 200_000; r++) rows.push(`<row r="${r}" hidden="1"><c r="A${r}" s="1"/></row>`);
    rows[6] = '<row r="7"><c r="B7"><v>1</v></c></row>';
    const xml = `<dimension ref="A1:XFD${MAX_ROW}"/><cols><col min="1" max="16384" hidden="1"/></cols><sheetData>${rows.join('')}</sheetData>`;
    const sheet = grid(zipOf(workbookParts([{ name: 'A', xml }]), 1));
    expect(sheet.hiddenRows.size).toBe(6);
    expect(sheet.hiddenColumns.size).toBe(2);
    expect(sheet.rows).toMatchObject([{ row: 6, columns: [1], cells: [{ value: 1 }] }]);
  });

  test('one value in the last cell', () => {
    const sheet = grid(oneSheet(`<row r="${MAX_ROW}"><c r="XFD${MAX_ROW}"><v>1</v></c></row>`));
    expect(cellAt(sheet, MAX_ROW - 1, 16_383)?.value).toBe(1);
  });
});
