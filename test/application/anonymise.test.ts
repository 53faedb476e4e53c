import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { anonymised, knownBy } from '../../src/application';
import vocabulary from '../../src/cli/vocabulary.generated.json';
import { judge, loadRuleSet } from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import { planTree, type PlanNode } from '../../src/plan';
import { forEachCell, type WorkbookSnapshot } from '../../src/workbook';
import { newWorkbook, plainWorkbook, readWorkbook } from '../../src/xlsx';
import { layouts } from '../support/layouts';
import { openFixture } from '../support/plans';
import { onlyInTheLongRun, shareOf } from '../support/share';

/** The same throws every time. */
function dice(seed = 1): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const known = knownBy(vocabulary);
const disguise = (book: WorkbookSnapshot, seed = 1): WorkbookSnapshot => anonymised(book, dice(seed), known);

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
const disguised = (...texts: string[]): string[] => textsOf(disguise(bookOf(...texts.map((text) => [text]))));

/** The hierarchy without its words: of codes the form counts, their letters may stand for something. */
const shape = (nodes: readonly PlanNode[]): unknown =>
  nodes.map(({ kind, code, cells, children }) => ({
    kind,
    code: code?.replace(/\p{L}/gu, 'A') ?? null,
    cells: cells.map(({ address }) => address),
    children: shape(children),
  }));

const { ruleSet } = loadRuleSet();

/** What is read, asked and found in a workbook, without its words; sheets by their place. */
async function understood(book: WorkbookSnapshot) {
  const { plan, reading } = mapWorkbook({ workbooks: [book] });
  const { findings } = await judge(plan, { ruleSet, today: '2026-01-15' });
  const place = ({ sheet, address }: { sheet: string; address: string }): string =>
    `${book.sheets.findIndex(({ name }) => name === sheet)}!${address}`;
  return {
    tree: shape(planTree(plan)),
    scheme: plan.codeScheme,
    state: reading.state,
    questions: reading.questions.map(({ about, options }) => ({
      at: place(about),
      options: options.map(({ says }) => says),
    })),
    probabilities: reading.questions.flatMap(({ options }) => options.map(({ probability }) => probability)),
    findings: findings
      .map(({ rule, severity, messageId, doubtful, cells }) =>
        [rule, severity, messageId, doubtful, ...cells.map(place)].join(' '),
      )
      .sort(),
  };
}

const files = [
  'prato-peg-2017-dati.xlsx',
  ...onlyInTheLongRun('prato-peg-2017.xlsx'),
  'xlsx/openpyxl.xlsx',
  'xlsx/libreoffice.xlsx',
];
const books: readonly (readonly [string, () => Promise<WorkbookSnapshot>])[] = [
  ...[...files, '../../templates/peg-modello.xlsx'].map(
    (name) => [name, () => openFixture(name).snapshot()] as const,
  ),
  ...shareOf(layouts, 10).map(({ name, snapshot }) => [name, () => Promise.resolve(snapshot)] as const),
];

describe('the copy', () => {
  test.each(books)('of %s has the same tree, questions and findings but for words', async (_name, open) => {
    const book = await open();
    const before = await understood(book);
    const after = await understood(readWorkbook(plainWorkbook(disguise(book)), book.name));
    expect({ ...after, probabilities: [] }).toEqual({ ...before, probabilities: [] });
    before.probabilities.forEach((probability, at) => {
      expect(Math.abs((after.probabilities[at] ?? 1) - probability)).toBeLessThanOrEqual(0.05);
    });
  });

  test('has the words of no title', async () => {
    const book = await openFixture('prato-peg-2017.xlsx').snapshot();
    const copy = textsOf(disguise(book)).join(' ');
    for (const word of ['Prato', 'Maliseti', 'Pecci', 'Lazzerini']) {
      expect(textsOf(book).join(' ')).toContain(word);
      expect(copy).not.toMatch(new RegExp(`\\b${word}\\b`, 'i'));
    }
  });

  test('is another one with every throw of the dice', () => {
    const book = bookOf(['Lucidare la teiera smaltata']);
    expect(textsOf(disguise(book, 1))).not.toEqual(textsOf(disguise(book, 2)));
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
        const [said = ''] = textsOf(disguise({ ...book, sheets }));
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
