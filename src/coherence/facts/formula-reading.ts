import { quantitiesOf, ratioOf, readFormula, type Formula, type FormulaReading } from '../../indicators';
import type { Indicator } from '../../plan';
import type { FactContext } from './context';
import { formulaDimension, stemsOf, unitKind, type Dimension, type UnitKind } from './dimensions';

/** An indicator's formula as the rules look at it. */
export interface ReadFormula {
  readonly indicator: Indicator;
  readonly reading: FormulaReading;
  readonly unit: UnitKind;
  readonly numerator: Formula | null;
  readonly denominator: Formula | null;
  readonly numeratorDimension: Dimension | 'number' | null;
  readonly denominatorDimension: Dimension | 'number' | null;
  /** A part over its whole: the same thing above and below, or a total of it below. */
  readonly share: boolean;
}

/** Every indicator with its formula read, once per run. */
export function readFormulas(context: FactContext): readonly ReadFormula[] {
  return context.shared('formulas', () => {
    const read = formulaReader(context);
    return context.plan.indicators.map((indicator) => readOne(indicator, read(indicator)));
  });
}

/** The formula of an indicator; null where nothing is written. */
export function formulaOf({ id, formula }: Indicator, context: FactContext): ReadFormula | null {
  const all = context.shared(
    'formulaOf',
    () => new Map(readFormulas(context).map((one) => [one.indicator.id, one])),
  );
  const read = all.get(id);
  return !formula || !read || read.reading.kind === 'missing' ? null : read;
}

/** What the rules look at in one reading: the two sides of a ratio, what they are made of, whether one is part of the other. */
export function readOne(indicator: Indicator, reading: FormulaReading): ReadFormula {
  const ratio = reading.tree ? ratioOf(reading.tree) : null;
  return {
    indicator,
    reading,
    unit: unitKind(indicator.unit?.value ?? null),
    numerator: ratio?.numerator ?? null,
    denominator: ratio?.denominator ?? null,
    numeratorDimension: ratio ? formulaDimension(ratio.numerator) : null,
    denominatorDimension: ratio ? formulaDimension(ratio.denominator) : null,
    share: ratio !== null && isShare(ratio.numerator, ratio.denominator),
  };
}

/** Reads each formula once: plans repeat the same indicators for many offices. */
function formulaReader(context: FactContext): (indicator: Indicator) => FormulaReading {
  const known = new Map<string, FormulaReading>();
  return ({ formula, title, unit, tableId }) => {
    const [text, name] = [formula?.value ?? '', title.value];
    // A missing unit tells something only where there is a place for it.
    const hasPlace =
      context.tables.get(tableId)?.columns.some((one) => one.field === 'indicator.unit') ?? false;
    const measure = unit?.value ?? (hasPlace ? '' : null);
    const key = JSON.stringify([text, name, measure]);
    const before = known.get(key);
    if (before) return before;
    const reading = readFormula(text, {
      name,
      ...(measure === null ? {} : { unit: measure }),
      ...(context.data ? { data: context.data } : {}),
    });
    known.set(key, reading);
    return reading;
  };
}

function isShare(numerator: Formula, denominator: Formula): boolean {
  const [above, below] = [quantitiesOf(numerator), quantitiesOf(denominator)];
  const [a, b] = [stemsOf(above), stemsOf(below)];
  if ([...a.heads].some((head) => b.heads.has(head))) return true;
  const total = below.some((quantity) => quantity.prefixes.includes('total'));
  return total && [...b.heads].some((head) => a.all.has(head));
}
