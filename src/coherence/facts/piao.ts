import { fold, normalise, type Indicator, type PegRow, type PlanTable, type SourcedText } from '../../plan';
import type { Subject } from '../finding';
import { groupBy, planSubject, rowSubject, subjectOf, type FactContext } from './context';
import { text, token, view } from './view';

const PIAO = /\bpiao\b|\bsottosezione\b|rischi corruttivi|\bmisure anticorruzione\b/;

/** Tables of sheets of the PIAO beside those of the PEG; none where the plan stands in the PIAO alone. */
export function piaoTables(context: FactContext): ReadonlySet<string> {
  return context.shared('piaoTables', () => {
    const { tables, pegRows } = context.plan;
    const found = new Set(tables.filter(({ sheet }) => PIAO.test(fold(sheet))).map(({ id }) => id));
    return pegRows.some(({ tableId }) => !found.has(tableId)) ? found : new Set<string>();
  });
}

/** Rows that state the PEG's objectives: what the PIAO repeats is compared with them, not counted again. */
export function rowsOfPeg(context: FactContext): readonly PegRow[] {
  const piao = piaoTables(context);
  return context.plan.pegRows.filter(({ tableId }) => !piao.has(tableId));
}

/** A row, a target or a measure that does not agree. */
interface Difference {
  readonly kind: 'piao-title' | 'piao-only' | 'peg-only' | 'piao-target' | 'measure';
  readonly title: SourcedText;
  readonly code?: string | undefined;
  /** As it stands in the PEG and in the PIAO; undefined where it does not. */
  readonly inPeg?: SourcedText | undefined;
  readonly inPiao?: SourcedText | undefined;
  readonly subject: Subject;
  readonly involved?: readonly string[];
}

/** What sections 2.2 and 2.3 of the PIAO say of objectives, measures and targets, where the PEG says otherwise. */
export const piaoDifferences = view<Difference>({
  name: 'piaoDifferences',
  about: {
    it: 'Ciò che le sezioni 2.2 e 2.3 del PIAO dicono diversamente dal PEG',
    en: 'What sections 2.2 and 2.3 of the PIAO say otherwise than the PEG',
  },
  items: (context) => {
    const piao = piaoTables(context);
    return piao.size === 0
      ? []
      : [...rows(context, piao), ...targets(context, piao), ...measures(context, piao)];
  },
  subject: ({ subject }) => subject,
  involved: ({ involved = [] }) => involved,
  fields: {
    kind: token('che cosa non coincide / what does not agree', ({ kind }) => kind),
    title: text(
      'titolo nel PIAO, o misura / title in the PIAO, or measure',
      ({ title }) => title.value,
      ({ kind, title, inPeg, inPiao }) =>
        kind === 'piao-target'
          ? [...(inPiao?.cells ?? []), ...(inPeg?.cells ?? [])]
          : [...title.cells, ...(kind === 'piao-title' ? (inPeg?.cells ?? []) : [])],
    ),
    code: text('codice / code', ({ code }) => code),
    inPeg: text('come sta nel PEG / as it stands in the PEG', ({ inPeg }) => inPeg),
    inPiao: text('come sta nel PIAO / as it stands in the PIAO', ({ inPiao }) => inPiao),
  },
});

function rows(context: FactContext, piao: ReadonlySet<string>): readonly Difference[] {
  const own = rowsOfPeg(context);
  const stated = context.plan.pegRows.filter(({ tableId }) => piao.has(tableId));
  // A list of measures only names the objectives it serves.
  const lists = measureLists(context, piao);
  const listed = stated.filter(({ tableId }) => !lists.has(tableId));
  const known = groupBy(own, ({ pegId }) => pegId);
  const titles = new Set(own.map(({ title }) => normalise(title.value)));
  const differing = listed.flatMap((row): Difference[] => {
    const same = known.get(row.pegId) ?? [];
    const [first] = same;
    const kept = same.some(({ title }) => normalise(title.value) === normalise(row.title.value));
    if (kept || (!first && titles.has(normalise(row.title.value)))) return [];
    return [
      {
        kind: first ? 'piao-title' : 'piao-only',
        title: row.title,
        code: row.code?.value,
        inPeg: first?.title,
        inPiao: row.title,
        subject: rowSubject(row),
        involved: [row.pegId],
      },
    ];
  });
  const inPiao = new Set(listed.flatMap(({ pegId, title }) => [pegId, normalise(title.value)]));
  const missing = own.filter(({ pegId, title }) => !inPiao.has(pegId) && !inPiao.has(normalise(title.value)));
  return listed.length === 0 ? differing : [...differing, ...missing.map((row) => onlyInPeg(row, context))];
}

/** The PIAO need not hold every objective: those it has not are one finding for the plan. */
function onlyInPeg(row: PegRow, { plan }: FactContext): Difference {
  const { title, code } = row;
  const subject = { ...planSubject(plan), id: 'piao' };
  return { kind: 'peg-only', title, code: code?.value, inPeg: title, subject };
}

function targets(context: FactContext, piao: ReadonlySet<string>): readonly Difference[] {
  const keyOf = (one: Indicator): string => `${one.objectiveId}|${normalise(one.title.value)}`;
  const groups = groupBy(
    context.plan.indicators.filter(({ objectiveId }) => objectiveId !== null),
    keyOf,
  );
  return [...groups.values()].flatMap((group): Difference[] => {
    const [there, here] = [true, false].map((inPiao) =>
      group.find(({ tableId }) => piao.has(tableId) === inPiao),
    );
    const [a, b] = [there, here].map((one) => one && firstTarget(one, context));
    if (!there || !a || !b || normalise(a.value) === normalise(b.value)) return [];
    const peg = context.entities.get(there.objectiveId ?? '');
    return [
      {
        kind: 'piao-target',
        title: there.title,
        code: peg?.title.value,
        inPeg: b,
        inPiao: a,
        subject: subjectOf(peg ?? there),
        involved: [there.id],
      },
    ];
  });
}

function firstTarget({ targets: all }: Indicator, { year }: FactContext) {
  return all.find(({ period }) => period === null || year === null || period.startsWith(String(year)));
}

/** Measures of section 2.3 that serve no objective, whether they were read as indicators or as objectives of their own. */
function measures(context: FactContext, piao: ReadonlySet<string>): readonly Difference[] {
  const lists = measureLists(context, piao);
  const { indicators, pegRows } = context.plan;
  const free = [
    ...indicators
      .filter(({ tableId, objectiveId }) => lists.has(tableId) && objectiveId === null)
      .map((one) => ({ title: one.title, subject: subjectOf(one) })),
    ...pegRows
      .filter(({ tableId, code }) => lists.has(tableId) && code === null)
      .map((row) => ({ title: row.title, subject: rowSubject(row) })),
  ];
  return free.map(({ title, subject }) => ({
    kind: 'measure',
    title,
    inPiao: title,
    subject,
    involved: [subject.id],
  }));
}

function measureLists({ plan }: FactContext, piao: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    plan.tables.filter((table) => piao.has(table.id) && isOfMeasures(table)).map(({ id }) => id),
  );
}

/** A list headed by measures. */
export function isOfMeasures({ columns }: PlanTable): boolean {
  return columns.some(({ header }) => /^(?:misur[ae]|azion[ei])\b/.test(fold(header?.value ?? '').trim()));
}
