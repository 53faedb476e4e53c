import { WorkbookError, cellAt, type ReportSheet } from '../../src/workbook';
import { patchWorkbook, readWorkbook } from '../../src/xlsx';
import { changedParts, fixture, partText, partsOf, workbookParts, zipOf } from '../support/xlsx';

const REPORT: ReportSheet = {
  name: 'Verifica PEG',
  widths: [12, 60, 24],
  printTitles: [1, 2],
  header: 'Comune di Vallelunga & frazioni',
  rows: [
    [{ value: 'Verifica di coerenza', style: 'title' }],
    [],
    [
      { value: 'Gravità', style: 'heading' },
      { value: 'Segnalazione', style: 'heading' },
    ],
    [
      { value: 'errore', style: 'error' },
      { value: '=2+2 non è un titolo' },
      { value: 'D9', link: { sheet: "L'ambiente", address: 'D9' } },
    ],
    [{ value: 'avviso', style: 'warning' }, { value: 3 }, { value: true, style: 'muted' }],
  ],
};

const books = ['prato-peg-2017.xlsx', 'xlsx/openpyxl.xlsx', 'xlsx/libreoffice.xlsx'] as const;

describe.each(books)('the report sheet in %s', (name) => {
  const before = fixture(name);
  const after = patchWorkbook(before, { report: REPORT });
  const part = changedParts(before, after).find((changed) => changed.startsWith('xl/worksheets/')) ?? '';

  test('is the last sheet and is read back', () => {
    const sheet = readWorkbook(after, 'piano.xlsx').sheets.at(-1);
    expect(sheet?.name).toBe('Verifica PEG');
    expect(sheet && cellAt(sheet, 3, 1)).toEqual({
      value: '=2+2 non è un titolo',
      text: '=2+2 non è un titolo',
    });
    expect(sheet && cellAt(sheet, 4, 2)?.value).toBe(true);
  });

  test('touches only what a new sheet needs', () => {
    expect(changedParts(before, after)).toEqual(
      ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', part].sort(),
    );
    const [old, now] = [readWorkbook(before, 'a'), readWorkbook(after, 'a')];
    expect(now.sheets.slice(0, -1)).toEqual(old.sheets);
    expect(now.names).toEqual(old.names);
  });

  test('prints on A4 with repeated rows, header and page numbers', () => {
    const text = partText(after, part);
    expect(text).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(text).toContain('<oddHeader>&amp;LComune di Vallelunga &amp;&amp; frazioni</oddHeader>');
    expect(text).toContain('<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>');
    expect(text).toContain(`location="'L''ambiente'!D9"`);
    expect(partText(after, 'xl/workbook.xml')).toMatch(
      /name="_xlnm.Print_Titles" localSheetId="\d+">'Verifica PEG'!\$2:\$3</,
    );
  });

  test('the same report again: the same file', () => {
    expect(Buffer.from(patchWorkbook(after, { report: REPORT })).equals(Buffer.from(after))).toBe(true);
  });

  test('another report: only its sheet', () => {
    const shorter: ReportSheet = { ...REPORT, rows: REPORT.rows.slice(0, 3) };
    const again = patchWorkbook(after, { report: shorter });
    expect(changedParts(after, again)).toEqual([part]);
    const { printTitles: _, ...without } = shorter;
    expect(partText(patchWorkbook(again, { report: without }), 'xl/workbook.xml')).not.toContain(
      "Verifica PEG'!",
    );
  });

  test('styles that are there keep their number', () => {
    const [old, now] = [partText(before, 'xl/styles.xml'), partText(after, 'xl/styles.xml')];
    const styles = (text: string) => /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(text)?.[1] ?? '';
    expect(styles(now).startsWith(styles(old))).toBe(true);
    const count = Number(/<cellXfs count="(\d+)"/.exec(now)?.[1]);
    expect(count).toBe([...styles(now).matchAll(/<xf[\s>]/g)].length);
  });
});

describe('refused', () => {
  const bytes = zipOf(workbookParts([{ name: 'Verifica PEG', xml: '<sheetData/>' }]));
  const locked = zipOf(
    workbookParts([{ name: 'A', xml: '' }], { beforeSheets: '<workbookProtection lockStructure="1"/>' }),
  );
  const reason = (work: () => unknown): unknown => {
    try {
      work();
    } catch (error) {
      if (error instanceof WorkbookError) return error.details.reason;
      throw error;
    }
    return null;
  };

  test('a sheet of the user’s with the same name', () => {
    expect(reason(() => patchWorkbook(bytes, { report: { ...REPORT, name: 'VERIFICA peg' } }))).toBe(
      'sheet-name-taken',
    );
  });

  test('our own sheet once the user protects it', () => {
    const ours = patchWorkbook(zipOf(workbookParts([{ name: 'A', xml: '' }])), { report: REPORT });
    const parts = Object.fromEntries(partsOf(ours));
    const sheet = partText(ours, 'xl/worksheets/sheet2.xml');
    const guarded = zipOf({
      ...parts,
      'xl/worksheets/sheet2.xml': sheet.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
    });
    expect(() => patchWorkbook(guarded, { report: REPORT })).toThrow(
      expect.objectContaining({ code: 'protected-sheet' }),
    );
  });

  test('a workbook whose structure is locked', () => {
    expect(reason(() => patchWorkbook(locked, { report: REPORT }))).toBe('structure-locked');
  });

  test.each(['', 'x'.repeat(32), 'a/b', '[a]', "'a"])('the name %j', (name) => {
    expect(reason(() => patchWorkbook(bytes, { report: { ...REPORT, name } }))).toBe('sheet-name');
  });
});
