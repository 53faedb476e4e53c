import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateIndicator, explainIndicator, readBaseData, type OutcomeKind } from '../../src/indicators';
import { readWorkbook } from '../../src/xlsx';

interface Expected {
  readonly outcome: OutcomeKind;
  readonly value: number | boolean | null;
  readonly variables?: readonly { readonly name: string; readonly cell: string }[];
  readonly alternatives?: readonly Expected[];
}

interface ExpectedIndicator {
  readonly n: number;
  readonly indicator: string;
  readonly formula: string;
  readonly unit: string;
  readonly years: Readonly<Record<string, Expected>>;
}

const fixtures = join(__dirname, '..', 'fixtures');
const snapshot = readWorkbook(
  readFileSync(join(fixtures, 'prato-peg-2017-dati.xlsx')),
  'prato-peg-2017-dati.xlsx',
);
const labels = JSON.parse(readFileSync(join(fixtures, 'prato-peg-2017-dati.expected.json'), 'utf8')) as {
  readonly indicators: readonly ExpectedIndicator[];
};
const data = readBaseData(snapshot);

const cases = labels.indicators.flatMap((one) =>
  Object.entries(one.years).map(([period, expected]) => [one.n, period, one, expected] as const),
);

function agrees(expected: Expected, outcome: OutcomeKind, value: number | boolean | null): boolean {
  if (expected.outcome !== outcome) return false;
  if (typeof expected.value !== 'number') return expected.value === value;
  return (
    typeof value === 'number' &&
    Math.abs(value - expected.value) <= 1e-9 * Math.max(1, Math.abs(expected.value))
  );
}

describe('the 86 indicators of a real plan, on invented base data', () => {
  test('finds the one data sheet, its years and the note that the values are examples', () => {
    expect(data.tables).toMatchObject([{ sheet: 'Dati di base', layout: 'rows', quantities: 122 }]);
    expect(data.periods).toEqual(['2015', '2016', '2017']);
    expect(data.example).toMatchObject({ text: 'valori di esempio, non ufficiali', cell: { address: 'A2' } });
  });

  test('all 86 are there', () => expect(cases).toHaveLength(172));

  test.each(cases)('%i in %s', (_n, period, one, expected) => {
    const result = evaluateIndicator(
      { name: one.indicator, formula: one.formula, unit: one.unit },
      data,
      period,
    );
    const listed = [expected, ...(expected.alternatives ?? [])];
    expect(listed.filter((label) => agrees(label, result.outcome, result.value))).not.toEqual([]);
    if (result.outcome === 'value' && agrees(expected, result.outcome, result.value)) {
      const cells = result.quantities.map((used) => used.cell?.address);
      expect(new Set(cells)).toEqual(new Set((expected.variables ?? []).map((used) => used.cell)));
    }
  });

  test('what an explanation says', () => {
    const indicator = { name: 'Pressione tributaria', formula: 'Titolo I / Popolazione', unit: '€' };
    const told = explainIndicator(indicator, data, '2016').steps.map((step) => step.it);
    expect(told).toEqual([
      'Formula come scritta: Titolo I / Popolazione',
      'Letta come: Titolo I diviso Popolazione',
      'Espressione: titolo_i / popolazione',
      "Titolo I (2016) = 119.210.000 € — 'Dati di base'!D92",
      "Popolazione (2016) = 191.150 — 'Dati di base'!D29",
      'Risultato: 623,65 € (arrotondato da 623,64635103 €)',
      'Attenzione: valori di esempio, non ufficiali',
    ]);
  });

  test('the latest year is the default', () => {
    const outcome = evaluateIndicator({ name: 'x', formula: 'n. canali di partecipazione', unit: 'n' }, data);
    expect(outcome).toMatchObject({ period: '2017', value: 9, display: '9' });
  });
});
