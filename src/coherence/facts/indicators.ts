import { fold, normalise, type Indicator, type PlanTable } from '../../plan';
import { isRateName } from '../../indicators';
import { groupBy, planSubject, subjectOf, tableSubject, uniqueCells, type FactContext } from './context';
import { unitKind } from './dimensions';
import { factSet, flag, list, number, text, token, type Fact } from './fact';
import { readFormulas } from './formula-reading';
import { variableKey } from './formula-meaning';
import { readTarget } from './target-text';
import { quantitiesOf } from '../../indicators';

/** Names that ask for a formula whatever the unit says. */
const RATE =
  /%|percentual|\btass[oi]\b|\bmedi[aeoi]\b|pro[ -]?capite|incidenza|\bindice d|\bvariazion|\brapporto\b/;

/** The indicators, one fact each. */
export const indicators = factSet({
  name: 'indicators',
  about: { it: 'Gli indicatori', en: 'Indicators' },
  fields: {
    title: text('nome', 'name'),
    formula: text('formula come scritta', 'formula as written'),
    unit: text('unità di misura come scritta', 'unit as written'),
    unitKind: token('che unità è', 'what unit it is'),
    rateName: flag('il nome parla di un rapporto o di una media', 'the name speaks of a rate or a mean'),
    yesNo: flag('si risponde sì o no, o con una data', 'it is answered yes or no, or with a date'),
    unitInFormula: flag('la formula dice l’unità', 'the formula says the unit'),
    level: token('di che cosa è', 'of what it is'),
  },
  facts: (context) =>
    context.plan.indicators.map((indicator) => ({
      subject: subjectOf(indicator),
      values: {
        title: indicator.title.value,
        formula: indicator.formula?.value ?? null,
        unit: indicator.unit?.value ?? null,
        unitKind: unitKind(indicator.unit?.value ?? null),
        rateName: needsFormula(indicator),
        yesNo: isYesNo(indicator) || isMilestone(indicator),
        unitInFormula: /\bin (?:%|percentuale|gb|mb|kg|mq|km|ore|giorni|gg|euro|€)\s*\)?$/i.test(
          indicator.formula?.value ?? '',
        ),
        level: levelOf(indicator, context),
      },
      cells: {
        title: indicator.title.cells,
        formula: [...(indicator.formula?.cells ?? []), ...indicator.title.cells],
        unit: [...(indicator.unit?.cells ?? []), ...indicator.title.cells],
      },
      involved: [indicator.id],
    })),
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

/** Whether a table has a column for a field. */
export function hasColumn(table: PlanTable | undefined, field: string): boolean {
  return table?.columns.some((column) => column.field === field) ?? false;
}

const sourceFields = {
  title: text('nome dell’indicatore', 'name of the indicator'),
  source: text('fonte', 'source'),
  hasColumn: flag('la sua tabella ha la colonna fonte', 'its table has the source column'),
  sheets: list('fogli con tabelle senza la colonna', 'sheets with tables without the column'),
  tables: number('quante tabelle senza la colonna', 'how many tables without the column'),
  indicators: number('quanti indicatori in quelle tabelle', 'how many indicators in those tables'),
} as const;

/** Indicators with their source, and the tables without a source column as one fact. */
export const sources = factSet({
  name: 'sources',
  about: {
    it: 'Gli indicatori con la fonte, e le tabelle senza la colonna della fonte tutte insieme',
    en: 'Indicators with their source, and the tables without a source column all together',
  },
  fields: sourceFields,
  facts: (context) => {
    const own = context.plan.indicators.map((indicator): Fact<typeof sourceFields> => ({
      subject: subjectOf(indicator),
      values: {
        title: indicator.title.value,
        source: meaningful(indicator.source?.value),
        hasColumn: hasColumn(context.tables.get(indicator.tableId), 'indicator.source'),
        sheets: [],
        tables: 0,
        indicators: 0,
      },
      cells: { title: [...(indicator.source?.cells ?? []), ...indicator.title.cells] },
      involved: [indicator.id],
    }));
    const byTable = groupBy(context.plan.indicators, (indicator) => indicator.tableId);
    const without = [...byTable].flatMap(([id, members]) => {
      const table = context.tables.get(id);
      return table && !hasColumn(table, 'indicator.source') ? [{ table, members }] : [];
    });
    if (without.length === 0) return own;
    const sheets = [...new Set(without.map(({ table }) => table.sheet))];
    return [
      ...own,
      {
        subject: { ...planSubject(context.plan), id: 'source-columns' },
        values: {
          title: null,
          source: null,
          hasColumn: false,
          sheets,
          tables: without.length,
          indicators: without.reduce((sum, { members }) => sum + members.length, 0),
        },
        cells: { sheets: uniqueCells(without.flatMap(({ table }) => table.header)) },
        involved: without.map(({ table }) => tableSubject(table).id),
      },
    ];
  },
});

const nameFields = {
  kind: token('nome o variabile', 'name or variable'),
  text: text('nome', 'name'),
  formulas: list('formule o grafie diverse', 'different formulas or spellings'),
  count: number('quante', 'how many'),
} as const;

/** Indicator names with their formulas, and variables of the formulas with their spellings. */
export const homonyms = factSet({
  name: 'homonyms',
  about: {
    it: 'I nomi di indicatore con le loro formule, e le variabili con le loro grafie',
    en: 'Indicator names with their formulas, and variables with their spellings',
  },
  fields: nameFields,
  facts: (context) => [...sameNames(context), ...spelledVariables(context)],
});

function sameNames({ plan }: FactContext): Fact<typeof nameFields>[] {
  const groups = groupBy(
    plan.indicators,
    (one) => `${one.objectiveId ?? one.tableId}|${normalise(one.title.value)}`,
  );
  return [...groups.values()].map((group) => {
    const formulas = [
      ...new Map(
        group.map((one) => [fold(one.formula?.value ?? ''), one.formula?.value ?? one.title.value]),
      ).values(),
    ];
    const name = group[0]?.title.value ?? '';
    return {
      subject: {
        kind: 'indicator',
        id: `name|${group
          .map(({ id }) => id)
          .sort()
          .join(' ')}`,
        code: null,
        title: name,
      },
      values: { kind: 'indicator-name', text: name, formulas, count: formulas.length },
      cells: { text: group.flatMap((one) => one.title.cells.slice(0, 1)) },
      involved: group.map(({ id }) => id),
    };
  });
}

/** The same variable under several spellings (`spesa di personale`, `spese di personale`): one fact per variable. */
function spelledVariables(context: FactContext): Fact<typeof nameFields>[] {
  const used = readFormulas(context).flatMap(({ indicator, reading }) =>
    (reading.tree ? quantitiesOf(reading.tree) : [])
      .filter((quantity) => !quantity.completed && variableKey(quantity) !== '')
      .map((quantity) => ({ indicator, quantity })),
  );
  return [...groupBy(used, ({ quantity }) => variableKey(quantity))].map(([key, uses]) => {
    const spellings = [
      ...new Map(uses.map(({ quantity }) => [fold(quantity.core), quantity.core.trim()])).values(),
    ];
    return {
      subject: { ...planSubject(context.plan), id: `variable|${key}` },
      values: { kind: 'variable', text: spellings[0] ?? key, formulas: spellings, count: spellings.length },
      cells: {
        text: uniqueCells(uses.flatMap(({ indicator }) => indicator.formula?.cells.slice(0, 1) ?? [])),
      },
      involved: [],
    };
  });
}
