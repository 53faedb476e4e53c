import { evaluateIndicator, readBaseData, type IndicatorOutcome } from '../indicators';
import { gridOf, snapshotOf, type CellValue } from '../workbook';

/** A quantity with its value, as two neighbouring cells. */
export type NamedValue = readonly [name: string, value: CellValue];

/**
 * Evaluates a formula in words over quantities that are handed over, without any workbook: the same reading and the
 * same outcomes as for the indicators of a plan.
 * @param unit `%` makes a ratio a fraction that Excel shows as a percentage
 */
export function evaluateFormula(
  formula: string,
  quantities: readonly NamedValue[],
  unit: string | null = null,
): IndicatorOutcome {
  const rows = quantities.filter(([name]) => name.trim() !== '');
  const table = gridOf('Dati', [['Dato', 'Valore'], ...rows.map(([name, value]) => [name, value])]);
  return evaluateIndicator({ name: '', formula, unit }, readBaseData(snapshotOf([table])));
}
