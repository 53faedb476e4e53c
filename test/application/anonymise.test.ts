import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { anonymised } from '../../src/application';
import { mapWorkbook } from '../../src/mapping';
import { planCounts, planTree, type PlanNode } from '../../src/plan';
import { forEachCell, type WorkbookSnapshot } from '../../src/workbook';
import { newWorkbook, plainWorkbook, readWorkbook } from '../../src/xlsx';
import { openFixture } from '../support/plans';

/** The same throws every time. */
function dice(seed = 1): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const bookOf = (...rows: (string | number)[][]): WorkbookSnapshot =>
  readWorkbook(
    newWorkbook([{ name: 'Foglio', rows: rows.map((row) => row.map((value) => ({ value }))), widths: [] }]),
    'libro.xlsx',
  );

const textsOf = (book: WorkbookSnapshot): string[] => {
  const texts: string[] = [];
  for (const sheet of book.sheets) forEachCell(sheet, ({ text }) => void texts.push(text));
  return texts;
};
const disguised = (...texts: string[]): string[] =>
  textsOf(anonymised(bookOf(...texts.map((text) => [text])), dice()));

/** The hierarchy without its words. */
const shape = (nodes: readonly PlanNode[]): unknown =>
  nodes.map(({ kind, code, cells, children }) => ({
    kind,
    code,
    cells: cells.map(({ address }) => address),
    children: shape(children),
  }));

describe('the copy', () => {
  test.each(['prato-peg-2017.xlsx', 'prato-peg-2017-dati.xlsx', '../../templates/peg-modello.xlsx'])(
    'of %s has the same tree but for words',
    async (name) => {
      const book = await openFixture(name).snapshot();
      const copy = readWorkbook(plainWorkbook(anonymised(book, dice())), name);
      const [before, after] = [book, copy].map((one) => mapWorkbook({ workbooks: [one] }).plan);
      if (!before || !after) throw new RangeError(name);
      expect(planCounts(after)).toEqual(planCounts(before));
      expect(after.codeScheme).toEqual(before.codeScheme);
      expect(shape(planTree(after))).toEqual(shape(planTree(before)));
    },
  );

  test('has the words of no title', async () => {
    const book = await openFixture('prato-peg-2017.xlsx').snapshot();
    const copy = textsOf(anonymised(book, dice())).join(' ');
    for (const word of ['Prato', 'Maliseti', 'turistica', 'scuole', 'Ced']) {
      expect(textsOf(book).join(' ')).toContain(word);
      expect(copy).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'));
    }
  });

  test('is another one with every throw of the dice', () => {
    const book = bookOf(['Riqualificare la piazza']);
    expect(textsOf(anonymised(book, dice(1)))).not.toEqual(textsOf(anonymised(book, dice(2))));
  });
});

describe('words', () => {
  test('the reader’s own, codes, years, numbers and dates stay', () => {
    const kept = ['Obiettivo operativo', '2017-PA01', '01.02', 'dicembre 2017', '12,5%', 'di'];
    expect(disguised(...kept)).toEqual(kept);
  });

  test('the same word becomes the same, whatever its capitals; punctuation and accents stay', () => {
    const [title = '', again = ''] = disguised('Parchi: «Maliseti», Già!', 'MALISETI maliseti');
    const [, name = ''] = /«(\p{L}+)»/u.exec(title) ?? [];
    expect(title).toMatch(/^\p{Lu}\p{Ll}+: «\p{Lu}\p{Ll}{7}», \p{Lu}\p{Ll}à!$/u);
    expect(name.toLowerCase()).not.toBe('maliseti');
    expect(again).toBe(`${name.toUpperCase()} ${name.toLowerCase()}`);
  });

  test('number and gender still show', () => {
    const [one = '', many = ''] = disguised('biblioteca', 'biblioteche');
    expect(one.at(-1)).toBe('a');
    expect(many.slice(-2)).toBe('he');
    expect(many.slice(0, -3)).toBe(one.slice(0, -2));
  });

  test.each([
    ['riqualificazione', 'riqualificazone'],
    ['riqualificazione', 'riqualficazione'],
    ['manutenzione', 'manutemzione'],
    ['illuminazione', 'illluminazione'],
  ])('%s and %s are as far from each other as before', (right, wrong) => {
    const [a = '', b = ''] = disguised(`${right} ${right}`, wrong);
    expect(distance(a.split(' ')[0] ?? '', b)).toBe(distance(right, wrong));
  });

  test('a word cut short is still the beginning of the whole one', () => {
    const [whole = '', cut = ''] = disguised('Riorganizzazione', 'Riorganizz');
    expect(whole.startsWith(cut)).toBe(true);
  });

  test.each(['RSSMRA80A01H501U', '3401234567', 'IT60X0542811101000000123456'])(
    '%s is somebody’s',
    (number) => {
      const [said = ''] = disguised(`Rif. ${number}`);
      expect(said).not.toContain(number);
      expect(said).toHaveLength(`Rif. ${number}`.length);
    },
  );

  test('any text keeps its length, its capitals and its signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const book = bookOf([1]);
        const sheets = book.sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) => ({ ...row, cells: [{ value: text, text }] })),
        }));
        const [said = ''] = textsOf(anonymised({ ...book, sheets }, dice()));
        expect(said).toHaveLength(text.length);
        expect(said.replace(/[\p{L}\d]/gu, '')).toBe(text.replace(/[\p{L}\d]/gu, ''));
      }),
    );
  });
});

test('what is hidden, merged, formatted or a table stays so; formulas and the private part do not', async () => {
  const book = await openFixture('prato-peg-2017-dati.xlsx').snapshot();
  const hidden = {
    ...book,
    sheets: book.sheets.map((sheet, at) => ({
      ...sheet,
      visibility: at === 1 ? ('hidden' as const) : sheet.visibility,
      hiddenRows: new Set([3]),
      hiddenColumns: new Set([0]),
    })),
    store: '<peg/>',
  };
  const again = readWorkbook(plainWorkbook(hidden), book.name);
  expect(again.store).toBeNull();
  again.sheets.forEach((sheet, at) => {
    const before = hidden.sheets[at];
    expect(sheet.name).toBe(before?.name);
    expect(sheet.visibility).toBe(before?.visibility);
    expect(sheet.merges).toEqual(before?.merges);
    expect([...sheet.hiddenRows]).toEqual([3]);
    expect([...sheet.hiddenColumns]).toEqual([0]);
    forEachCell(sheet, ({ formula }) => expect(formula).toBeUndefined());
  });
  expect(textsOf(again)).toEqual(textsOf(hidden));
});
