import * as XLSX from '@e965/xlsx';
import { strToU8 } from 'fflate';
import { READ_LIMITS, readWorkbook, patchWorkbook } from '../../src/xlsx';
import { WorkbookError } from '../../src/workbook';
import { fixture, oneSheet, workbookParts, zipOf } from '../support/xlsx';

const LOCAL_HEADER = 30;

function refusal(bytes: Uint8Array, limits = READ_LIMITS): { code: string } & Record<string, unknown> {
  try {
    readWorkbook(bytes, 'piano.xlsx', limits);
  } catch (error) {
    if (error instanceof WorkbookError) return { code: error.code, ...error.details };
    throw error;
  }
  return { code: 'read' };
}

const small = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');

/** Changes a 32-bit field of every directory entry. */
function forgeDirectory(bytes: Uint8Array, field: number, value: number): Uint8Array {
  const forged = bytes.slice();
  const view = new DataView(forged.buffer);
  for (let at = 0; at + 46 < forged.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + field, value, true);
  }
  return forged;
}

function compound(...streams: string[]): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new();
  for (const name of streams) XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.from('x'.repeat(5000)));
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer);
}

describe('files that are not the workbook we read', () => {
  test.each<[string, Uint8Array, string, string | undefined]>([
    ['an empty file', new Uint8Array(), 'not-a-workbook', undefined],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'not-a-workbook', undefined],
    ['a PDF', strToU8('%PDF-1.7\n1 0 obj\n'), 'not-a-workbook', undefined],
    ['plain text', strToU8('Verbale della seduta'), 'not-a-workbook', undefined],
    ['other XML', strToU8('<?xml version="1.0"?><fattura/>'), 'not-a-workbook', undefined],
    ['a CSV with semicolons', strToU8('Codice;Titolo\r\n01;Anagrafe\r\n'), 'old-format', '.csv'],
    ['a CSV in UTF-16', Buffer.from('\uFEFFCodice\tTitolo\r\n01\tAnagrafe', 'utf16le'), 'old-format', '.csv'],
    [
      'a CSV in eight bits',
      Uint8Array.from([...strToU8('Attivit'), 0xe0, 0x3b, 0x31, 0x0a]),
      'old-format',
      '.csv',
    ],
    [
      'a web page named .xls',
      strToU8('<html><body><table><tr><td>1</td></tr></table>'),
      'old-format',
      '.html',
    ],
    [
      'XML of Excel 2003',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      'old-format',
      '.xml',
    ],
    ['an .xls of LibreOffice', fixture('xlsx/vecchio.xls'), 'old-format', '.xls'],
    ['an .xls before compound files', Uint8Array.from([9, 8, 0x10, 0, 0, 6, 5, 0]), 'old-format', '.xls'],
    ['an .ods of LibreOffice', fixture('xlsx/foglio.ods'), 'old-format', '.ods'],
    ['an .xlsb', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'old-format', '.xlsb'],
    [
      'a Word document',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': 'x' }),
      'not-a-workbook',
      undefined,
    ],
    ['a zip of something', zipOf({ 'leggimi.txt': 'ciao' }), 'not-a-workbook', undefined],
    ['a package without workbook', zipOf({ '[Content_Types].xml': '<Types/>' }), 'not-a-workbook', undefined],
    ['an old Word document', compound('WordDocument'), 'not-a-workbook', undefined],
    ['a workbook with a password', compound('EncryptionInfo', 'EncryptedPackage'), 'encrypted', undefined],
  ])('%s', (_, bytes, code, format) => {
    expect(refusal(bytes)).toMatchObject({ code, file: 'piano.xlsx', ...(format ? { format } : {}) });
  });

  test('a zip with encrypted entries', () => {
    const forged = small.slice();
    const view = new DataView(forged.buffer);
    for (let at = 0; at + 46 < forged.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(refusal(forged)).toMatchObject({ code: 'encrypted' });
  });

  test('the writer refuses the same files', () => {
    expect(() => patchWorkbook(strToU8('a;b\n'), { store: null })).toThrow(WorkbookError);
  });
});

describe('damaged files', () => {
  test('cut off anywhere: a named refusal, never another error', () => {
    for (let length = 1; length < small.length; length += 7) {
      expect(['damaged', 'not-a-workbook']).toContain(refusal(small.slice(0, length)).code);
    }
  });

  test('any byte changed: read, or a named refusal', () => {
    for (let at = 0; at < small.length; at += 3) {
      const bytes = small.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(typeof refusal(bytes).code).toBe('string');
    }
  });

  test('content that does not match its checksum names the part', () => {
    const stored = zipOf(workbookParts([{ name: 'A', xml: '<sheetData/>' }]), 0);
    const at = Buffer.from(stored).indexOf('<sheetData');
    stored[at + 1] = 0x53;
    expect(refusal(stored)).toMatchObject({
      code: 'damaged',
      reason: 'checksum',
      part: 'xl/worksheets/sheet1.xml',
    });
  });

  test.each<[string, (parts: Record<string, string>) => void, string]>([
    ['the workbook part missing', (parts) => delete parts['xl/workbook.xml'], 'not-a-workbook'],
    ['a sheet part missing', (parts) => delete parts['xl/worksheets/sheet1.xml'], 'damaged'],
    [
      'a sheet without relationship',
      (parts) => (parts['xl/_rels/workbook.xml.rels'] = '<Relationships/>'),
      'damaged',
    ],
    [
      'a part cut inside a tag',
      (parts) => (parts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData><row r="1'),
      'damaged',
    ],
    [
      'a part cut between two rows',
      (parts) => (parts['xl/worksheets/sheet1.xml'] = '<worksheet><sheetData><row r="1"></row>'),
      'damaged',
    ],
    [
      'an address no sheet has',
      (parts) =>
        (parts['xl/worksheets/sheet1.xml'] =
          '<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>'),
      'damaged',
    ],
    [
      'a row no sheet has',
      (parts) =>
        (parts['xl/worksheets/sheet1.xml'] =
          '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'),
      'damaged',
    ],
    [
      'a shared string that is not there',
      (parts) =>
        (parts['xl/worksheets/sheet1.xml'] =
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>'),
      'damaged',
    ],
    ['no sheets', (parts) => (parts['xl/workbook.xml'] = '<workbook><sheets/></workbook>'), 'no-sheets'],
    [
      'something else where the workbook should be',
      (parts) => (parts['xl/workbook.xml'] = '<documento/>'),
      'not-a-workbook',
    ],
    [
      'a document type declaration',
      (parts) =>
        (parts['xl/worksheets/sheet1.xml'] =
          '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
      'suspicious-archive',
    ],
  ])('%s', (_, change, code) => {
    const parts = workbookParts([{ name: 'A', xml: '<sheetData/>' }]);
    change(parts);
    expect(refusal(zipOf(parts)).code).toBe(code);
  });

  test('text that is not in the encoding it should be in', () => {
    const parts = { ...workbookParts([{ name: 'A', xml: '' }]) } as Record<string, string | Uint8Array>;
    parts['xl/worksheets/sheet1.xml'] = Uint8Array.from([
      ...strToU8('<worksheet>'),
      0xe0,
      0x20,
      ...strToU8('</worksheet>'),
    ]);
    expect(refusal(zipOf(parts))).toMatchObject({ code: 'damaged', reason: 'encoding' });
  });
});

describe('archives made to harm', () => {
  test('a real bomb: small file, hundreds of megabytes inside', () => {
    const parts = {
      ...workbookParts([{ name: 'A', xml: '' }]),
      'xl/media/x.bin': new Uint8Array(80 * 1024 * 1024),
    };
    expect(refusal(zipOf(parts, 1))).toMatchObject({ code: 'suspicious-archive', reason: 'ratio' });
  });

  test('the same ratio in a small file harms nobody', () => {
    const blank = `<sheetData>${'<row></row>'.repeat(50_000)}</sheetData>`;
    expect(refusal(zipOf(workbookParts([{ name: 'A', xml: blank }]))).code).toBe('read');
  });

  test('sizes that would not fit, declared: refused before anything is unpacked', () => {
    expect(refusal(forgeDirectory(small, 24, 0xf0000000))).toMatchObject({
      code: 'suspicious-archive',
      reason: 'ratio',
    });
  });

  test('more content than declared is stopped', () => {
    expect(refusal(forgeDirectory(small, 24, 10))).toMatchObject({
      code: 'suspicious-archive',
      reason: 'size',
    });
  });

  test('entries that share their bytes', () => {
    const forged = small.slice();
    const view = new DataView(forged.buffer);
    let seen = 0;
    for (let at = 0; at + 46 < forged.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && seen++ > 0) view.setUint32(at + 42, 0, true);
    }
    expect(refusal(forged)).toMatchObject({ code: 'suspicious-archive', reason: 'overlap' });
    expect(forged.length).toBeGreaterThan(LOCAL_HEADER);
  });

  test('too many entries, too large a file, too much content, too large a part', () => {
    expect(refusal(small, { ...READ_LIMITS, entries: 3 })).toMatchObject({
      code: 'suspicious-archive',
      reason: 'entries',
    });
    expect(refusal(small, { ...READ_LIMITS, fileBytes: 100 })).toMatchObject({
      code: 'too-large',
      limit: '1 MB',
    });
    expect(refusal(small, { ...READ_LIMITS, totalBytes: 100 })).toMatchObject({
      code: 'too-large',
      limit: '1 MB',
    });
    expect(refusal(small, { ...READ_LIMITS, partBytes: 10 })).toMatchObject({
      code: 'too-large',
      limit: '1 MB',
    });
  });

  test('two entries of one name', () => {
    const forged = zipOf({ ...workbookParts([{ name: 'A', xml: '' }]), 'xl/workbook.xmm': '<workbook/>' });
    const text = Buffer.from(forged);
    for (let at = text.indexOf('xl/workbook.xmm'); at >= 0; at = text.indexOf('xl/workbook.xmm', at + 1)) {
      text[at + 14] = 0x6c;
    }
    expect(refusal(new Uint8Array(text))).toMatchObject({ code: 'damaged', reason: 'duplicate' });
  });

  test('far cells in many rows cost what they hold; more cells than allowed are refused', () => {
    const rows = Array.from(
      { length: 2000 },
      (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`,
    );
    const bytes = oneSheet(rows.join(''));
    expect(refusal(bytes, { ...READ_LIMITS, cells: 2000 }).code).toBe('read');
    expect(refusal(bytes, { ...READ_LIMITS, cells: 1999 })).toMatchObject({
      code: 'too-large',
      sheet: 'Foglio1',
      address: 'XFD2000',
    });
  });
});
