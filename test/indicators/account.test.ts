import fc from 'fast-check';
import {
  evaluateIndicator,
  explainIndicator,
  readBaseData,
  type BaseData,
  type FormulaReading,
  type IndicatorText,
  type OutcomeNote,
} from '../../src/indicators';
import { gridOf, snapshotOf } from '../../src/workbook';
import { OFFICE_FORMULAS } from './support/formulas';
import { officeBaseData } from './support/offices';
import reports from './support/reports.json';
import unseen from './support/unseen.json';
import { runs } from '../support/share';

/** A formula that gives a value, with its data and the place of the text's gaps between words. */
interface Real {
  readonly indicator: IndicatorText & { readonly formula: string };
  readonly data: BaseData;
  readonly period: string;
  readonly value: number;
}

function inventedData(rows: readonly (readonly unknown[])[]): BaseData {
  const grid = [['Grandezza', 'Unità', '2024', '2025'], ...(rows as (string | number)[][])];
  return readBaseData(snapshotOf([gridOf('Dati di base', grid)]));
}

function computed(
  formulas: readonly (readonly [string, string, string])[],
  data: BaseData,
  period: string,
): Real[] {
  return formulas.flatMap(([name, formula, unit]) => {
    const indicator = { name, formula, unit };
    const { value } = evaluateIndicator(indicator, data, period);
    return typeof value === 'number' && value !== 0 ? [{ indicator, data, period, value }] : [];
  });
}

const cases = (set: typeof unseen | typeof reports): readonly (readonly [string, string, string])[] =>
  set.cases as unknown as readonly (readonly [string, string, string])[];

const REAL: readonly Real[] = [
  ...computed(
    OFFICE_FORMULAS.map(([name, formula, unit]) => [name, formula, unit] as const),
    officeBaseData(),
    '2023',
  ),
  ...computed(cases(unseen), inventedData(unseen.data), '2025'),
  ...computed(cases(reports), inventedData(reports.data), '2025'),
];

/** Words nobody has in the data, qualifiers, numbers, years, signs: what none of these formulas can do without. */
const PIECES = [
  'zorbanti',
  'non',
  'esclusi',
  'disabili',
  'netti',
  'mensile',
  '(disabili)',
  '(al netto degli scarti)',
  '[zorba]',
  '7',
  '0,5',
  '1234',
  '2019',
  '√',
  '#',
  '¬',
  '∞',
  '@',
  '~',
  '¹',
  '$',
  '<',
];

/** Gaps: the ends and every change between letters, digits, signs and white space. */
function gapsOf(text: string): number[] {
  const gaps = [0, text.length];
  for (const match of text.matchAll(/(?<=\s)|(?=\s)|(?<=[/*+():;=-])|(?=[/*+():;=-])/g))
    gaps.push(match.index);
  return [...new Set(gaps)];
}

/** A formula with a piece put into one of its gaps. */
function mutate(formula: string, piece: string, gap: number, spaced: boolean): string {
  const gaps = gapsOf(formula);
  const place = gaps[gap % gaps.length] ?? 0;
  const set = spaced || /[\p{L}\d]/u.test(piece) ? ` ${piece} ` : piece;
  return formula.slice(0, place) + set + formula.slice(place);
}

/** What the reading sets aside and says: the name before `=` or `:`, a target, the unit of a number, the notes. */
function setAside({ definition, flags, tree }: FormulaReading, notes: readonly OutcomeNote[]): string {
  const noted = notes.map((note) => note.text + JSON.stringify(note.params)).join(' ');
  const units = JSON.stringify(tree).match(/"unit":"[^"]*"/g) ?? [];
  return `${definition ?? ''} ${flags.targetInText?.text ?? ''} ${noted} ${units.join(' ')}`;
}

test('what is put into a real formula never vanishes: another value, a refusal, or said to be a name or target', () => {
  expect(REAL.length).toBeGreaterThan(400);
  fc.assert(
    fc.property(
      fc.nat({ max: REAL.length - 1 }),
      fc.constantFrom(...PIECES),
      fc.nat({ max: 200 }),
      fc.boolean(),
      (at, piece, gap, spaced) => {
        const { indicator, data, period, value } = REAL[at] as Real;
        const formula = mutate(indicator.formula, piece, gap, spaced);
        const made = explainIndicator({ ...indicator, formula }, data, period);
        const same =
          made.outcome === 'value' && Math.abs((made.value as number) - value) <= 1e-12 * Math.abs(value);
        const vanished = same && !setAside(made.formulaReading, made.notes).includes(piece);
        expect({ formula, vanished }).toEqual({ formula, vanished: false });
      },
    ),
    runs(1000),
  );
});
