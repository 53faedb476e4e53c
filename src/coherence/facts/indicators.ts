import { fold, normalise, type Indicator } from '../../plan';
import type { CellRef } from '../../workbook';
import { isRateName } from '../../indicators';
import { groupBy, planSubject, uniqueCells, type FactContext } from './context';
import { unitKind } from './dimensions';
import { formulaFields } from './formulas';
import { readFormulas } from './formula-reading';
import { variableKey } from './formula-meaning';
import { hasColumn } from './tables';
import { readTarget } from './target-text';
import { targetFields } from './targets';
import { entityView, flag, list, number, text, token, view } from './view';
import { yearFields } from './years';
import { quantitiesOf } from '../../indicators';

/** Names that ask for a formula whatever the unit says. */
const RATE =
  /%|percentual|\btass[oi]\b|\bmedi[aeoi]\b|pro[ -]?capite|incidenza|\bindice d|\bvariazion|\brapporto\b/;

/** The indicators, one entry each. */
export const indicators = entityView<Indicator>({
  name: 'indicators',
  about: { it: 'Gli indicatori', en: 'Indicators' },
  items: ({ plan }) => plan.indicators,
  fields: {
    title: text('nome / name', ({ title }) => title),
    formula: text(
      'formula come scritta / formula as written',
      ({ formula }) => formula,
      ({ formula, title }) => [...(formula?.cells ?? []), ...title.cells],
    ),
    unit: text('unità di misura come scritta / unit as written', ({ unit }) => unit),
    unitKind: token('che unità è / what unit it is', ({ unit }) => unitKind(unit?.value ?? null)),
    rateName: flag(
      'il nome parla di un rapporto o di una media / the name speaks of a rate or a mean',
      needsFormula,
    ),
    yesNo: flag(
      'si risponde sì o no, o con una data / it is answered yes or no, or with a date',
      (one) => isYesNo(one) || isMilestone(one),
    ),
    unitInFormula: flag('la formula dice l’unità / the formula says the unit', ({ formula }) =>
      /\bin (?:%|percentuale|gb|mb|kg|mq|km|ore|giorni|gg|euro|€)\s*\)?$/i.test(formula?.value ?? ''),
    ),
    hasUnitColumn: flag(
      'la sua tabella ha la colonna dell’unità / its table has the unit column',
      ({ tableId }, { tables }) => hasColumn(tables.get(tableId), 'indicator.unit'),
    ),
    level: token('di che cosa è / of what it is', levelOf),
    source: text('fonte / source', ({ source }) => meaningful(source?.value)),
    hasSourceColumn: flag(
      'la sua tabella ha la colonna fonte / its table has the source column',
      ({ tableId }, { tables }) => hasColumn(tables.get(tableId), 'indicator.source'),
    ),
    weight: number('peso come scritto / weight as written', ({ weight }) => weight),
    ...formulaFields,
    ...targetFields,
    ...yearFields,
  },
});

function needsFormula(indicator: Indicator): boolean {
  const unit = unitKind(indicator.unit?.value ?? null);
  if (unit === 'percent' || unit === 'permille') return true;
  const name = fold(indicator.title.value);
  return unit === 'count' ? RATE.test(name) : isRateName(name);
}

/** Answered by yes or no. */
export function isYesNo(indicator: Indicator): boolean {
  const answers = [...indicator.targets, ...indicator.baselines].map((fact) => fold(fact.value));
  return (
    unitKind(indicator.unit?.value ?? null) === 'yes-no' ||
    /\bs[iì]\s*\/\s*no\b/i.test(`${indicator.title.value} ${indicator.formula?.value ?? ''}`) ||
    (answers.length > 0 && answers.every((answer) => /^(?:si|no|fatto|realizzato)\b/.test(answer)))
  );
}

/** A day to keep, not a quantity: its unit says so, or all its targets are days. */
function isMilestone({ unit, targets }: Indicator): boolean {
  if (/^(?:data|date|giorno e mese|scadenza|termine|tempistica)$/.test(fold(unit?.value ?? '').trim()))
    return true;
  return targets.length > 0 && targets.every((one) => readTarget(one.value).kind === 'date');
}

/** What stands in a cell, unless it only says that nothing does. */
function meaningful(value: string | undefined): string | null {
  return value === undefined || /^\s*(?:[-–—.?]+|n\.?\s?[dc]\.?|nd|\/)\s*$/i.test(value) ? null : value;
}

/** What the indicator measures; null when it is attached to nothing. */
export function levelOf(indicator: Indicator, context: FactContext): string | null {
  const entity = indicator.objectiveId === null ? undefined : context.entities.get(indicator.objectiveId);
  return entity?.kind ?? null;
}

interface Name {
  readonly kind: 'indicator-name' | 'variable';
  readonly key: string;
  readonly text: string;
  readonly spellings: readonly string[];
  readonly cells: readonly CellRef[];
  readonly ids: readonly string[];
}

/** Indicator names with their formulas, and variables of the formulas with their spellings. */
export const homonyms = view<Name>({
  name: 'homonyms',
  about: {
    it: 'I nomi di indicatore con le loro formule, e le variabili con le loro grafie',
    en: 'Indicator names with their formulas, and variables with their spellings',
  },
  items: (context) => [...sameNames(context), ...spelledVariables(context)],
  subject: ({ kind, key, text: name }, { plan }) =>
    kind === 'variable'
      ? { ...planSubject(plan), id: `variable|${key}` }
      : { kind: 'indicator', id: `name|${key}`, code: null, title: name },
  involved: ({ ids }) => ids,
  fields: {
    kind: token('nome o variabile / name or variable', ({ kind }) => kind),
    text: text(
      'nome / name',
      (one) => one.text,
      ({ cells }) => cells,
    ),
    formulas: list(
      'formule o grafie diverse / different formulas or spellings',
      ({ spellings }) => spellings,
    ),
    count: number('quante / how many', ({ spellings }) => spellings.length),
  },
});

function sameNames({ plan }: FactContext): readonly Name[] {
  const groups = groupBy(
    plan.indicators,
    (one) => `${one.objectiveId ?? one.tableId}|${normalise(one.title.value)}`,
  );
  return [...groups.values()].map((group) => {
    const ids = group.map(({ id }) => id);
    return {
      kind: 'indicator-name',
      key: [...ids].sort().join(' '),
      text: group[0]?.title.value ?? '',
      spellings: lastOfEach(group, (one) => [
        one.formula?.value ?? '',
        one.formula?.value ?? one.title.value,
      ]),
      cells: group.flatMap((one) => one.title.cells.slice(0, 1)),
      ids,
    };
  });
}

/** The same variable under several spellings (`spesa di personale`, `spese di personale`). */
function spelledVariables(context: FactContext): readonly Name[] {
  const used = readFormulas(context).flatMap(({ indicator, reading }) =>
    (reading.tree ? quantitiesOf(reading.tree) : [])
      .filter((quantity) => !quantity.completed && variableKey(quantity) !== '')
      .map((quantity) => ({ indicator, quantity })),
  );
  return [...groupBy(used, ({ quantity }) => variableKey(quantity))].map(([key, uses]) => {
    const spellings = lastOfEach(uses, ({ quantity }) => [quantity.core, quantity.core.trim()]);
    return {
      kind: 'variable',
      key,
      text: spellings[0] ?? key,
      spellings,
      cells: uniqueCells(uses.flatMap(({ indicator }) => indicator.formula?.cells.slice(0, 1) ?? [])),
      ids: [],
    };
  });
}

/** What is said of each text that differs by more than case and accents: of several the last. */
function lastOfEach<T>(items: readonly T[], of: (item: T) => readonly [key: string, said: string]): string[] {
  return [...new Map(items.map(of).map(([key, said]) => [fold(key), said])).values()];
}
