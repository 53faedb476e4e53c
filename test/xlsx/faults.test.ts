import { cellAt } from '../../src/workbook';
import { READ_LIMITS, patchWorkbook, readWorkbook } from '../../src/xlsx';
import { STORE_NAMESPACE } from '../../src/plan';
import { errorSentence } from '../../src/messages';
import {
  MAIN,
  grid,
  oneSheet,
  partText,
  partsOf,
  read,
  stylesOf,
  texts,
  workbookParts,
  zipOf,
} from '../support/xlsx';

function refused(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('not refused');
}

/** Both sentences people read for what is refused. */
function sentences(bytes: Uint8Array, limits = READ_LIMITS): string[] {
  const error = refused(() => readWorkbook(bytes, 'piano.xlsx', limits));
  return (['it', 'en'] as const).map((language) => errorSentence(error, language) ?? '');
}

const cell = (address: string, value: string | number, attributes = ''): string =>
  `<c r="${address}"${attributes}><v>${value}</v></c>`;

describe('white space between the elements of a part', () => {
  const compact = stylesOf('0000', 'dd/mm/yyyy');
  const spaced = compact.replace(/></g, '>\n  <');
  const sheet = `<row r="1">${cell('A1', 1, ' s="1"')}${cell('B1', 45658, ' s="2"')}</row>`;

  test('changes nothing in styles: codes keep their zeros, dates stay dates', () => {
    const [one, other] = [compact, spaced].map((styles) => texts(grid(oneSheet(sheet, { styles }))));
    expect(one).toEqual({ A1: '0001', B1: '01/01/2025' });
    expect(other).toEqual(one);
  });

  test('changes nothing in any part', () => {
    const parts = workbookParts([{ name: 'A', xml: `<sheetData>${sheet}</sheetData>` }], {
      styles: compact,
      strings: '<si><t>x</t></si>',
    });
    const loose = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, text.replace(/></g, '>\n\t<')]),
    );
    expect(read(zipOf(loose))).toEqual(read(zipOf(parts)));
  });
});

describe('a package that does not say what its relationship parts are', () => {
  test('gets no part without a type, whatever is written', () => {
    const parts = workbookParts([{ name: 'Obiettivi', xml: '<sheetData/>' }]);
    const overrides = Object.keys(parts)
      .filter((name) => name.endsWith('.rels'))
      .map(
        (name) =>
          `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      );
    parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '')
      .replace(/<Default Extension="rels"[^>]*>/, '')
      .replace('</Types>', `${overrides.join('')}</Types>`);
    const written = patchWorkbook(zipOf(parts), {
      store: `<peg xmlns="${STORE_NAMESPACE}"/>`,
      report: {
        name: 'Verifica',
        rows: [[{ value: 'x', link: { sheet: 'Obiettivi', address: 'A1' } }]],
        widths: [9],
      },
    });
    const types = partText(written, '[Content_Types].xml');
    for (const name of partsOf(written).keys()) {
      if (name === '[Content_Types].xml') continue;
      const named = types.split(`PartName="/${name}"`).length - 1;
      const byDefault = types.includes(`Extension="${name.replace(/^.*\./, '')}"`);
      expect([name, named <= 1, named === 1 || byDefault]).toEqual([name, true, true]);
    }
    // what was removed and comes again has one type, not two
    const again = patchWorkbook(patchWorkbook(written, { store: null }), {
      store: `<peg xmlns="${STORE_NAMESPACE}"/>`,
    });
    expect(partText(again, '[Content_Types].xml').match(/customXml\/_rels\/item1.xml.rels/g)).toHaveLength(1);
  });
});

describe('sheets a file lists', () => {
  const three = ['Obiettivi', 'Modulo1', 'Fasi'].map((name) => ({
    name,
    xml: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c></row></sheetData>`,
  }));

  test.each<[string, (parts: Record<string, string>) => void]>([
    [
      'without a relation',
      (parts) => (parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('rId2', '')),
    ],
    ['without a part', (parts) => delete parts['xl/worksheets/sheet2.xml']],
  ])('%s: the others are read, the missing one is named', (_, damage) => {
    const parts = workbookParts(three);
    damage(parts);
    const book = read(zipOf(parts));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Obiettivi', 'Fasi']);
    expect(book.missing).toEqual(['Modulo1']);
    const after = read(
      patchWorkbook(zipOf(parts), { cells: [{ sheet: 'Fasi', address: 'A2', value: 'x' }] }),
    );
    expect(after.sheets.map(texts)).toEqual([{ A1: 'Obiettivi' }, { A1: 'Fasi', A2: 'x' }]);
  });

  test('that are one part many times are refused before anything is read', () => {
    const parts = workbookParts(three);
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      /sheet\d/g,
      'sheet1',
    );
    // the part itself is damaged: nobody looked at it
    parts['xl/worksheets/sheet1.xml'] = '<worksheet';
    expect(sentences(zipOf(parts))).toEqual([
      'elenca più fogli che nel file sono uno solo e per prudenza non viene aperto: aprilo in Excel e salvalo di nuovo.',
      'lists several sheets that are one in the file and is not opened, as a precaution: open it in Excel and save it again.',
    ]);
  });
});

describe('limits, each on both sides and with its sentence', () => {
  const wide = oneSheet(`<row r="1">${cell('A1', 1)}${cell('C1', 2)}${cell('XFD1', 3)}</row>`);
  const long = oneSheet('<row r="1"><c r="B1"><f>A1+A1</f><v>2</v></c></row>');
  const two = zipOf(workbookParts(['A', 'B'].map((name) => ({ name, xml: '<sheetData/>' }))));
  const entries = partsOf(two).size;

  test.each<[string, Uint8Array, Partial<typeof READ_LIMITS>, Partial<typeof READ_LIMITS>, string]>([
    [
      'sheets',
      two,
      { sheets: 2 },
      { sheets: 1 },
      'ha più di 1 fogli: togli quelli che non servono e riprova.',
    ],
    [
      'columns that are filled, not those in between',
      wide,
      { columns: 3 },
      { columns: 2 },
      'ha nel foglio «Foglio1» più di 2 colonne con contenuto (fino alla cella XFD1): togli le colonne che non servono e riprova.',
    ],
    [
      'cells',
      wide,
      { cells: 3 },
      { cells: 2 },
      'ha più di 2 celle con contenuto (foglio «Foglio1», fino alla cella XFD1): togli i fogli, le righe e le colonne che non servono e riprova.',
    ],
    [
      'a formula',
      long,
      { formula: 5 },
      { formula: 4 },
      'ha nella cella B1 del foglio «Foglio1» una formula di più di 4 caratteri, il massimo di Excel: accorciala e riprova.',
    ],
    [
      'parts',
      two,
      { entries },
      { entries: entries - 1 },
      `è fatto di più di ${entries - 1} parti e per prudenza non viene aperto: aprilo in Excel e salvalo di nuovo.`,
    ],
    [
      'one part',
      two,
      {},
      { partBytes: 10 },
      'ha una parte (_rels/.rels) che da sola supera 1 MB: togli i fogli, le righe e le colonne che non servono e riprova.',
    ],
  ])('%s', (_, bytes, enough, tooFew, sentence) => {
    expect(readWorkbook(bytes, 'piano.xlsx', { ...READ_LIMITS, ...enough }).sheets.length).toBeGreaterThan(0);
    const [italian, english] = sentences(bytes, { ...READ_LIMITS, ...tooFew });
    expect(italian).toBe(sentence);
    expect(english).toMatch(/\.$/);
  });
});

describe('a formula shared by very many cells', () => {
  const formula = 'B1+PEG.INDICATOR("x")';
  const rows = Array.from(
    { length: 9 },
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}"><f t="shared" si="0"${i === 0 ? ` ref="A1:A9">${formula.replace(/"/g, '&quot;')}</f>` : '/>'}<v>1</v></c></row>`,
  );
  const bytes = oneSheet(rows.join(''));

  test('is moved as long as the work is bounded, then stands as in the first cell', () => {
    const limits = { ...READ_LIMITS, movedCharacters: 2 * formula.length };
    const [sheet] = readWorkbook(bytes, 'piano.xlsx', limits).sheets;
    const formulas = sheet?.rows.map(({ cells }) => cells[0]?.formula);
    expect(formulas?.slice(0, 4)).toEqual([
      formula,
      formula.replace('B1', 'B2'),
      formula.replace('B1', 'B3'),
      formula,
    ]);
    expect(formulas).toHaveLength(9);
  });
});

describe('what a number format shows', () => {
  test.each<[string, number, string]>([
    // one notation, whatever language the currency is of
    ['[$€-410] #,##0.00', 1234.5, '€ 1,234.50'],
    ['#,##0.00 [$€-407]', 1234.5, '1,234.50 €'],
    ['[$-410]#,##0.00', 1234.5, '1,234.50'],
    ['[$CHF] #,##0', 1234, 'CHF 1,234'],
    ['#,##0.00', 1234.5, '1,234.50'],
    // numbers JavaScript writes with an exponent
    ['0.0000000000', 1.87e-8, '0.0000000187'],
    ['#,##0.00000000000', -1.87e-8, '-0.00000001870'],
    ['0.0000000', 1.5e-7, '0.0000002'],
    ['0.0000000###', 1.5e-7, '0.00000015'],
    ['.0000000000', 1.87e-8, '.0000000187'],
    ['0.0000000000%', 1.87e-8, '0.0000018700%'],
    ['0.00', 1.87e-8, '0.00'],
    ['0.00E+00', 1.87e-8, '1.87E-08'],
    // elapsed time in capitals
    ['[S]', 0.5, '43200'],
    ['[H]:MM', 1.5, '36:00'],
    // a condition, then General
    ['[<=-25]General', -30, '-30'],
    ['[<=-25]General', 12.5, '12.5'],
    ['[>100]General;[<=-25]General;0.0', -25, '-25'],
    ['[>100]General;[<=-25]General;0.0', -24, '-24.0'],
    ['[<>5]General;"cinque"', 5, 'cinque'],
  ])('%s of %d is %s', (format, value, text) => {
    const styles = stylesOf(format);
    const bytes = oneSheet(`<row r="1">${cell('A1', value, ' s="1"')}</row>`, { styles });
    expect(texts(grid(bytes))).toEqual({ A1: text });
  });
});

describe('a date written as ISO', () => {
  const styles = stylesOf('mmm-yy', '0.00');
  test.each([
    ['2017-12-31', 0, '31/12/2017'],
    ['2017-12-31T00:00:00', 0, '31/12/2017'],
    ['2017-12-31T08:30:00', 0, '31/12/2017 08:30'],
    ['2017-12-31T08:30:00.000Z', 1, 'dic-17'],
    ['2017-12-31', 2, '31/12/2017'],
    ['08:30:15', 0, '08:30:15'],
    ['1900-01-01', 0, '01/01/1900'],
    ['domani', 0, 'domani'],
  ])('%s in style %d shows %s', (raw, style, text) => {
    const bytes = oneSheet(`<row r="1"><c r="A1" t="d" s="${style}"><v>${raw}</v></c></row>`, { styles });
    expect(texts(grid(bytes))).toEqual({ A1: text });
  });
});

test('equal cells are one object, cells of another format are not', () => {
  const styles = stylesOf('0000');
  const row = (r: number, style: number) =>
    `<row r="${r}"><c r="A${r}" t="s" s="${style}"><v>0</v></c>${cell(`B${r}`, 7, ` s="${style}"`)}</row>`;
  const sheet = grid(
    oneSheet(row(1, 0) + row(2, 0) + row(3, 1), { styles, strings: '<si><t>Codice</t></si>' }),
  );
  for (const column of [0, 1]) {
    expect(cellAt(sheet, 1, column)).toBe(cellAt(sheet, 0, column));
    expect(cellAt(sheet, 2, column)).not.toBe(cellAt(sheet, 0, column));
  }
  expect(cellAt(sheet, 2, 1)?.text).toBe('0007');
});

test('a part larger than the pieces it is read in', () => {
  const text = (i: number) => `Obiettivo ${i} della città & dintorni 😀 «${'x'.repeat(i % 90)}»`;
  const strings = Array.from(
    { length: 20_000 },
    (_, i) => `<si><t>${text(i).replace('&', '&amp;')}</t></si>`,
  ).join('\n');
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c></row>`,
  );
  for (const level of [0, 6] as const) {
    const parts = workbookParts([{ name: 'A', xml: `<sheetData>${rows.join('')}</sheetData>` }], { strings });
    const sheet = grid(zipOf(parts, level));
    expect(sheet.rows).toHaveLength(20_000);
    expect(sheet.rows.every(({ cells: [only] }, i) => only?.text === text(i))).toBe(true);
  }
  const utf16 = workbookParts([{ name: 'A', xml: `<sheetData>${rows.slice(0, 500).join('')}</sheetData>` }], {
    strings,
  });
  const wide = {
    ...utf16,
    'xl/sharedStrings.xml': Buffer.from(`\uFEFF<sst xmlns="${MAIN}">${strings}</sst>`, 'utf16le'),
  };
  expect(grid(zipOf(wide)).rows[499]?.cells[0]?.text).toBe(text(499));
});
