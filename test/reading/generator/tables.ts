import type { CellValue } from '../../../src/workbook';
import { typed } from './dirt';
import type { Page } from './page';
import { InventedPlan, type Node } from './plan';
import type { Wording } from './wording';

/** One row of a table: an objective with at most one of its phases and one of its indicators. */
export interface Row {
  readonly peg: Node;
  readonly phase: Node | null;
  readonly indicator: Node | null;
}

export interface Column {
  readonly header: string;
  /** Whose the value is: where it is the same as in the row above, the cell may be blank, merged or filled again. */
  readonly of: (row: Row) => Node | null;
  readonly value: (node: Node) => CellValue;
  /** The value is the title of the entity. */
  readonly isTitle?: boolean;
  /** Line above the header that several columns share. */
  readonly group?: string;
}

export type Fill = 'repeat' | 'blank' | 'merge';

const LEVELS = ['strategicArea', 'strategicObjective', 'operatingObjective'] as const;
export type LevelKind = (typeof LEVELS)[number];
export { LEVELS };

const peg = (row: Row): Node => row.peg;
const above =
  (kind: LevelKind) =>
  (row: Row): Node | null =>
    InventedPlan.above(row.peg, kind);

/** How codes stand beside titles. */
export type Codes = 'column' | 'in title' | 'none';

/** Columns of an entity's name, with its code in front, in it, or nowhere. */
export function nameColumns(
  header: string,
  codeHeader: string,
  of: Column['of'],
  codes: Codes,
  between = ' - ',
): Column[] {
  const name: Column = {
    header,
    of,
    isTitle: true,
    value: (node) => (codes === 'in title' && node.code ? `${node.code}${between}${node.title}` : node.title),
  };
  return codes === 'column' ? [{ header: codeHeader, of, value: (node) => node.code }, name] : [name];
}

/** The columns of the levels above the objective. */
export function levelColumns(
  words: Wording,
  kinds: readonly LevelKind[],
  codes: Codes,
  between?: string,
): Column[] {
  return kinds.flatMap((kind) =>
    nameColumns(words.of(kind), words.codeOf(kind), above(kind), codes, between),
  );
}

export function pegColumns(words: Wording, codes: Codes, between?: string): Column[] {
  return nameColumns(words.of('pegObjective'), words.of('code'), peg, codes, between);
}

/** Attributes of the objective, some of them. */
export function factColumns({ random }: InventedPlan, words: Wording, weights: boolean): Column[] {
  const all: readonly (readonly [number, Column])[] = [
    [0.8, { header: words.of('owner'), of: peg, value: ({ facts }) => facts.owner }],
    [0.6, { header: words.of('centre'), of: peg, value: ({ facts }) => facts.office }],
    [weights ? 1 : 0, { header: words.of('weight'), of: peg, value: ({ facts }) => facts.weight }],
    [0.25, { header: words.of('type'), of: peg, value: ({ facts }) => facts.type }],
    [0.3, { header: words.of('description'), of: peg, value: ({ facts }) => facts.description }],
    [0.3, { header: words.of('participants'), of: peg, value: ({ facts }) => `${facts.office}; Segreteria` }],
  ];
  return all.filter(([share]) => random.chance(share)).map(([, column]) => column);
}

const phase = (row: Row): Node | null => row.phase;
const indicator = (row: Row): Node | null => row.indicator;

export function phaseColumns({ random }: InventedPlan, words: Wording): Column[] {
  const start: Column = { header: words.of('start'), of: phase, value: ({ facts }) => facts.start };
  const end: Column = { header: words.of('end'), of: phase, value: ({ facts }) => facts.end };
  const title: Column = { header: words.of('phase'), of: phase, isTitle: true, value: (node) => node.title };
  const weight: Column = {
    header: `${words.of('weight')} fase`,
    of: phase,
    value: ({ facts }) => facts.weight,
  };
  return [title, ...(random.chance(0.7) ? [start] : []), end, ...(random.chance(0.25) ? [weight] : [])];
}

const MONTHS = ['Gen', 'Feb', 'Mar', 'Apr', 'Mag', 'Giu', 'Lug', 'Ago', 'Set', 'Ott', 'Nov', 'Dic'];

/** A calendar: the months in which a phase runs are marked. */
export function monthColumns({ random }: InventedPlan): Column[] {
  const mark = random.pick(['X', 'x', '■', '●']);
  const names = random.chance(0.3) ? MONTHS.map((name) => name.charAt(0)) : MONTHS;
  const month = (date: string): number => Number(date.slice(3, 5));
  return names.map((header, at) => ({
    header,
    of: phase,
    value: ({ facts }) => (month(facts.start) <= at + 1 && at + 1 <= month(facts.end) ? mark : null),
    group: 'TEMPI',
  }));
}

/** What was reached at a date, beside what was to be reached. */
export function monitoringColumns({ random, year }: InventedPlan): Column[] {
  const date = random.pick([`30/06/${year}`, `30/09/${year}`]);
  return [
    { header: `Realizzato al ${date}`, of: indicator, value: ({ facts }) => facts.baseline },
    ...(random.chance(0.5)
      ? [{ header: 'Scostamento', of: indicator, value: () => `${random.int(-9, 9)}` }]
      : []),
    ...(random.chance(0.5)
      ? [{ header: '% raggiungimento', of: indicator, value: () => `${random.int(40, 100)}%` }]
      : []),
  ];
}

export function indicatorColumns({ random, year }: InventedPlan, words: Wording): Column[] {
  const title: Column = {
    header: words.of('indicator'),
    of: indicator,
    isTitle: true,
    value: (node) => node.title,
  };
  const rest: readonly (readonly [number, Column])[] = [
    [0.35, { header: words.of('formula'), of: indicator, value: ({ facts }) => facts.formula || null }],
    [0.45, { header: words.of('unit'), of: indicator, value: ({ facts }) => facts.unit }],
    [0.3, { header: words.year('baseline', year - 1), of: indicator, value: ({ facts }) => facts.baseline }],
    [1, { header: words.year('target', year), of: indicator, value: ({ facts }) => facts.target }],
    [0.3, { header: words.year('target', year + 1), of: indicator, value: ({ facts }) => facts.target }],
    [0.25, { header: words.of('source'), of: indicator, value: ({ facts }) => facts.source }],
  ];
  return [title, ...rest.filter(([share]) => random.chance(share)).map(([, column]) => column)];
}

/** The rows of objectives with their phases and indicators side by side, one after the other. */
export function rowsOf(pegs: readonly Node[], phases: boolean, indicators: boolean): Row[] {
  return pegs.flatMap((one) => {
    const own = {
      phase: phases ? one.children.filter(({ kind }) => kind === 'phase') : [],
      indicator: indicators ? one.children.filter(({ kind }) => kind === 'indicator') : [],
    };
    const count = Math.max(1, own.phase.length, own.indicator.length);
    return Array.from({ length: count }, (_, at) => ({
      peg: one,
      phase: own.phase[at] ?? null,
      indicator: own.indicator[at] ?? null,
    }));
  });
}

/** What stands after it in a header is written in the line below. */
export const TWO_LINES = ' // ';

/** Writes the header (with the line of groups above it where there is one); returns its lowest row. */
export function writeHeader(page: Page, columns: readonly Column[], left = 0): number {
  const groups = columns.map(({ group }) => group ?? '');
  if (groups.some((group) => group !== '')) {
    const row = page.next;
    groups.forEach((group, at) => {
      if (group === '' || groups[at - 1] === group) return;
      let end = at;
      while (groups[end + 1] === group) end += 1;
      page.put(row, left + at, group);
      page.merge(row, left + at, row, left + end);
    });
  }
  const row = page.next;
  const inTwoLanguages = columns.some(({ header }) => header.includes(TWO_LINES));
  columns.forEach(({ header }, at) => {
    const [first = '', second = null] = header.split(TWO_LINES);
    page.put(row, left + at, first);
    if (inTwoLanguages) page.put(row + 1, left + at, second);
  });
  return inTwoLanguages ? row + 1 : row;
}

/** Writes rows of data below what stands there. */
export function writeRows(
  page: Page,
  plan: InventedPlan,
  columns: readonly Column[],
  rows: readonly Row[],
  { fill, left = 0, dirt = 0 }: { readonly fill: Fill; readonly left?: number; readonly dirt?: number },
): void {
  const top = page.next;
  const opened: number[] = columns.map(() => top);
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    const line = top + at;
    columns.forEach(({ of, value, isTitle }, column) => {
      const node = of(row);
      const isSame = before !== undefined && node !== null && of(before) === node;
      if (isSame && fill === 'merge') page.merge(opened[column] ?? line, left + column, line, left + column);
      if (!isSame) opened[column] = line;
      if (node === null || (isSame && fill !== 'repeat')) {
        page.put(line, left + column, null);
        return;
      }
      const content = value(node);
      page.put(
        line,
        left + column,
        isTitle && typeof content === 'string' ? typed(content, plan.random, dirt) : content,
      );
      if (isTitle) page.states(node, line, left + column);
    });
  });
  tidyMerges(page);
}

/** Of merges that begin at the same cell only the longest is kept. */
function tidyMerges(page: Page): void {
  const longest = new Map<string, string>();
  for (const merge of page.merges) longest.set(merge.split(':')[0] ?? merge, merge);
  page.merges.splice(0, page.merges.length, ...longest.values());
}
