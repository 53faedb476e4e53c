import {
  normalise,
  planEntities,
  type Indicator,
  type PegObjective,
  type PegRow,
  type Phase,
  type Plan,
  type PlanEntity,
  type PlanTable,
} from '../../plan';
import type { CellRef } from '../../workbook';
import type { BaseData } from '../../indicators';
import type { Subject } from '../finding';
import { municipalityIn, type Municipality } from '../municipality';

/** An old name and the name it stands for now (old wording of the DUP = new). */
export interface Alias {
  readonly from: string;
  readonly to: string;
}

/** What fact sets are computed from. */
export interface FactContext {
  readonly plan: Plan;
  /** First year of the plan, null when nothing says it. */
  readonly year: number | null;
  readonly entities: ReadonlyMap<string, PlanEntity>;
  readonly tables: ReadonlyMap<string, PlanTable>;
  readonly rowsOf: ReadonlyMap<string, readonly PegRow[]>;
  readonly data: BaseData | undefined;
  /** What is known of the municipality: as given, else as the plan's own words say. */
  readonly municipality: Municipality;
  /** Day the plan is looked at for monitoring, ISO; null at the other stages. */
  readonly monitoredOn: string | null;
  /** N(text) after the alias table: what two names must share to be the same. */
  canonical(text: string): string;
  /** The facts of another set, computed once. */
  shared<T>(key: string, make: () => T): T;
}

/** What is known besides the plan. */
export interface ContextOptions {
  readonly aliases?: readonly Alias[];
  readonly data?: BaseData;
  readonly municipality?: Municipality;
  readonly monitoredOn?: string | null;
}

/** Indexes a plan once for all fact sets. */
export function factContext(read: Plan, options: ContextOptions = {}): FactContext {
  const { aliases = [], data } = options;
  const plan = withNamedIndicators(read);
  const names = new Map(aliases.map((alias) => [normalise(alias.from), normalise(alias.to)]));
  const cache = new Map<string, unknown>();
  return {
    plan,
    year: plan.document.years[0] ?? null,
    entities: new Map(planEntities(plan).map((entity) => [entity.id, entity])),
    tables: new Map(plan.tables.map((table) => [table.id, table])),
    rowsOf: groupBy(plan.pegRows, (row) => row.pegId),
    data,
    municipality: { ...municipalityIn(plan), ...options.municipality },
    monitoredOn: options.monitoredOn ?? null,
    canonical: (name) => {
      const plain = normalise(name);
      return names.get(plain) ?? plain;
    },
    shared: <T>(key: string, make: () => T): T => {
      if (!cache.has(key)) cache.set(key, make());
      return cache.get(key) as T;
    },
  };
}

/**
 * An objective's row may only name an indicator that another table states with formula, unit and targets: what is
 * said there is said of both.
 */
function withNamedIndicators(plan: Plan): Plan {
  const stated = groupBy(plan.indicators.filter(isStated), (one) => normalise(one.title.value));
  const indicators = plan.indicators.map((one) => {
    const others = isStated(one) ? [] : (stated.get(normalise(one.title.value)) ?? []);
    const [other] = others.filter(({ tableId }) => tableId !== one.tableId);
    return other && others.length === 1 ? completed(one, other) : one;
  });
  return indicators.some((one, at) => one !== plan.indicators[at]) ? { ...plan, indicators } : plan;
}

function isStated(one: Indicator): boolean {
  return one.targets.length + one.baselines.length + one.actuals.length > 0 || one.formula !== null;
}

function completed(one: Indicator, other: Indicator): Indicator {
  const { formula, targets, baselines, actuals, tableId } = other;
  return {
    ...one,
    formula,
    targets,
    baselines,
    actuals,
    tableId,
    unit: one.unit ?? other.unit,
    source: one.source ?? other.source,
  };
}

/** Indicators of an objective of any level. */
export function indicatorsOf(id: string, context: FactContext): readonly Indicator[] {
  const all = context.shared('indicatorsOf', () =>
    groupBy(context.plan.indicators, ({ objectiveId }) => objectiveId),
  );
  return all.get(id) ?? [];
}

/** Phases of a PEG objective. */
export function phasesOf(id: string, context: FactContext): readonly Phase[] {
  const all = context.shared('phasesOf', () => groupBy(context.plan.phases, ({ pegId }) => pegId));
  return all.get(id) ?? [];
}

/** The PEG objective of an id, null where it is something else or nothing. */
export function pegOf(id: string | null, { entities }: FactContext): PegObjective | null {
  const entity = id === null ? undefined : entities.get(id);
  return entity?.kind === 'pegObjective' ? entity : null;
}

/** Whether rows that state an objective do not agree on its title: more than one objective under one code. */
export function isConfused(id: string, { rowsOf }: FactContext): boolean {
  return distinctTexts(rowsOf.get(id)?.map(({ title }) => title.value) ?? []).length > 1;
}

/** Groups in order of appearance. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** Distinct texts in order of appearance, compared after normalising; the first spelling is kept. */
export function distinctTexts(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const key = normalise(text);
    if (!seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}

/** Each cell once, in order. */
export function uniqueCells(cells: readonly CellRef[]): CellRef[] {
  const seen = new Map<string, CellRef>();
  for (const cell of cells) {
    const key = `${cell.file ?? ''}|${cell.sheet}|${cell.address}`;
    if (!seen.has(key)) seen.set(key, cell);
  }
  return [...seen.values()];
}

/** Tables whose rows state PEG objectives, whatever else stands beside them: what they name, the plan says. */
export function statingTables(context: FactContext): ReadonlySet<string> {
  return context.shared('statingTables', () => new Set(context.plan.pegRows.map((row) => row.tableId)));
}

/** An entity as the subject of a finding. */
export function subjectOf(entity: PlanEntity): Subject {
  return {
    kind: entity.kind,
    id: entity.id,
    code: entity.code?.value ?? null,
    title: entity.title.value,
  };
}

/** A row as the subject: the objective it states, never where it stands. */
export function rowSubject(row: PegRow): Subject {
  return {
    kind: 'pegObjective',
    id: row.pegId,
    code: row.code?.value ?? null,
    title: row.title.value,
  };
}

/** The plan as a whole as the subject. */
export function planSubject(plan: Plan): Subject {
  return { kind: 'plan', id: 'plan', code: null, title: plan.document.title?.value ?? '' };
}

/** A table as the subject: sheet, role and header, never its address. */
export function tableSubject(table: PlanTable): Subject {
  const header = table.columns.map((column) => column.header?.value ?? '').join('|');
  return {
    kind: 'table',
    id: `table|${table.sheet}|${table.role}|${normalise(header)}`,
    code: null,
    title: table.sheet,
  };
}
