import fc from 'fast-check';
import { mapWorkbook } from '../../src/mapping';
import { canonicalJson, digest, dupFingerprint, planContent, planFingerprint } from '../../src/plan';
import { gridOf, snapshotOf, type CellValue } from '../../src/workbook';
import { runs } from '../support/share';

const HEADER = ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo', 'Responsabile', 'Peso'];
const ROWS: readonly (readonly CellValue[])[] = [
  ['OB-01', 'Aprire lo sportello', 'Servizi vicini', 'Ada Cedro', 40],
  ['OB-02', 'Rinnovare il sito', 'Servizi vicini', 'Ada Cedro', 60],
  ['OB-03', 'Curare il verde', 'Territorio sano', 'Bice Noce', 30],
  ['OB-04', 'Riparare le strade', 'Territorio sano', 'Bice Noce', 70],
];

function planOf(rows: readonly (readonly CellValue[])[] = ROWS, header: readonly CellValue[] = HEADER) {
  const dup = [
    ['DUP'],
    ['Obiettivo strategico', 'Obiettivo operativo'],
    ['Una città semplice', 'Servizi vicini'],
    ['Una città verde', 'Territorio sano'],
  ];
  const sheets = [gridOf('DUP', dup), gridOf('PEG 2024', [header, ...rows])];
  return mapWorkbook({ workbooks: [snapshotOf(sheets)] }).plan;
}

describe('the fingerprint of a plan', () => {
  test('is a SHA-256', () => {
    expect(digest('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(planFingerprint(planOf())).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('does not see the order of rows', () => {
    const inOrder = planOf();
    fc.assert(
      fc.property(fc.shuffledSubarray([...ROWS], { minLength: ROWS.length }), (rows) => {
        const plan = planOf(rows);
        expect(planContent(plan)).toEqual(planContent(inOrder));
        expect(planFingerprint(plan)).toBe(planFingerprint(inOrder));
        expect(dupFingerprint(plan)).toBe(dupFingerprint(inOrder));
      }),
      runs(15),
    );
  });

  test.each([
    ['a title', 1, 'Aprire gli sportelli'],
    ['a code', 0, 'OB-11'],
    ['a link', 2, 'Territorio sano'],
    ['an owner', 3, 'Bice Noce'],
    ['a weight', 4, 41],
  ])('sees %s that changed', (_what, column, value) => {
    const changed = ROWS.map((row, i) =>
      i === 0 ? row.map((cell, c) => (c === column ? value : cell)) : row,
    );
    expect(planFingerprint(planOf(changed))).not.toBe(planFingerprint(planOf()));
    expect(dupFingerprint(planOf(changed))).toBe(dupFingerprint(planOf()));
  });

  test('sees a row more and a row less', () => {
    expect(planFingerprint(planOf(ROWS.slice(1)))).not.toBe(planFingerprint(planOf()));
    expect(planFingerprint(planOf([...ROWS, ROWS[0] ?? []]))).not.toBe(planFingerprint(planOf()));
  });

  test('two rows with one code that disagree count the same in either order', () => {
    const first = ['OB-05', 'Aprire il nido', 'Servizi vicini', 'Carlo Ontano', 10];
    const second = ['OB-05', 'Aprire l’asilo nido', 'Servizi vicini', 'Dino Salice', 20];
    expect(planFingerprint(planOf([...ROWS, first, second]))).toBe(
      planFingerprint(planOf([second, ...ROWS, first])),
    );
  });

  test('without a DUP there is none of it', () => {
    const plan = mapWorkbook({ workbooks: [snapshotOf([gridOf('PEG', [HEADER, ...ROWS])])] }).plan;
    expect(plan.dup).toBeNull();
    expect(dupFingerprint(plan)).toBeNull();
  });
});

describe('canonical JSON', () => {
  test('the order of keys is no content', () => {
    expect(canonicalJson({ b: [1, null], a: 'x' })).toBe(canonicalJson({ a: 'x', b: [1, null] }));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  test('it is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
