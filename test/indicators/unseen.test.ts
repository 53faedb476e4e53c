import {
  evaluateIndicator,
  percentUnit,
  readBaseData,
  type BaseData,
  type IndicatorText,
} from '../../src/indicators';
import { gridOf, snapshotOf } from '../../src/workbook';
import headsFirst from './support/heads-first.json';
import headsSecond from './support/heads-second.json';
import reports from './support/reports.json';
import unseen from './support/unseen.json';

/** What a formula may give: a number in its unit, a number in the unit said, or why there is none. */
type Truth = number | string | { readonly value: number; readonly unit: string };
type Case = readonly [name: string, formula: string, unit: string, truth: Truth | readonly Truth[]];

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** The outcome in the words of the truths. */
function given(indicator: IndicatorText, data: BaseData): Truth {
  const made = evaluateIndicator(indicator, data, '2025');
  if (made.outcome === 'missing-data') return 'missing';
  if (made.outcome === 'not-computable') return 'refuse';
  if (typeof made.value !== 'number') return made.value === true ? 'yes' : 'no';
  const value = percentUnit(made.unit) ? made.value * 100 : made.value;
  return made.unit === indicator.unit ? value : { value, unit: made.unit ?? '' };
}

function agrees(truth: Truth, found: Truth): boolean {
  if (typeof truth === 'number') return typeof found === 'number' && near(found, truth);
  if (typeof truth === 'string') return truth === found;
  return typeof found === 'object' && found.unit === truth.unit && near(found.value, truth.value);
}

describe.each([
  ['as published', unseen],
  ['of plans and reports', reports],
  ['of heads of service', headsFirst],
  ['of heads of service elsewhere', headsSecond],
])('formulas %s, written down with their truth before they were run', (_of, set) => {
  const written = set.data as (string | number)[][];
  const years = written[0]?.length === 5 ? ['2023', '2024', '2025'] : ['2024', '2025'];
  const rows = [['Grandezza', 'Unità', ...years], ...written];
  const data = readBaseData(snapshotOf([gridOf('Dati di base', rows)]));

  test.each(set.cases as unknown as Case[])('%s: %s [%s]', (name, formula, unit, truth) => {
    const found = given({ name, formula, unit }, data);
    const wanted: readonly Truth[] = Array.isArray(truth) ? (truth as Truth[]) : [truth as Truth];
    expect({ found, ok: wanted.some((one) => agrees(one, found)), wanted }).toMatchObject({ ok: true });
  });
});
