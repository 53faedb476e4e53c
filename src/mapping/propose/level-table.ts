import { fold, normaliseCode } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import type { Column } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import type { Outline } from '../tables/outline';
import { field, type Field, type PlanSubject } from '../words/field';
import { readHeader } from '../words/lexicon';
import { KNOWN } from '../words/meaning';
import { legendText, type Legends } from './legend';
import { nameLevels, type LevelGroup, type LevelReading, type RowKind } from './level-naming';
import { treeColumns, type TreeColumns, type TreeLevel } from './tree-columns';

/** A table whose rows state several levels, put under each other by its own columns. */
export interface LevelTable {
  readonly outline: Outline;
  /** The columns said how the rows stand under each other, rather than the order of the rows. */
  readonly byIds: boolean;
  /** Plausibility of this reading, 0–1. */
  readonly score: number;
  /** Other ways to name the levels, less plausible. */
  readonly alternatives: readonly LevelReading[];
}

/** Share of rows with a column filled. */
const FILLED = 0.9;
/** Shares of this column differ so much between two levels, or it tells nothing of them. */
const TELLS = 0.3;
const MAX_NAME = 300;

/**
 * Reads a table by its columns of ids, of ids above them and of levels; null when it has none. Columns keep the
 * fields they were given where those can be said of every level.
 *
 * @param isDup  the table lists the DUP
 */
export function levelTable(
  columns: readonly Column[],
  table: FoundTable,
  legends: () => Legends,
  isDup: boolean,
): LevelTable | null {
  const { sheet, headerBottom, lastRow } = table;
  const tree = treeColumns({ sheet, columns, firstRow: headerBottom + 1, lastRow });
  if (!tree) return null;
  const name = nameColumn(columns, tree, sheet);
  const header = columns.find(({ column }) => column === tree.level)?.text ?? '';
  const groups = tree.levels.map((level) =>
    groupOf(level, tree.levels, { columns, sheet, label: legendText(legends(), header, level.name), name }),
  );
  const [best, ...alternatives] = nameLevels(groups, isDup);
  if (!best || name === null) return null;
  const levels = new Map<number, PlanSubject>();
  for (const [at, { rows }] of tree.levels.entries())
    for (const row of rows) levels.set(row, best.kinds[at] ?? 'phase');
  const main = best.kinds.includes('pegObjective') ? 'pegObjective' : 'operatingObjective';
  const outline: Outline = {
    codes: codesById(tree, sheet),
    columns: withEnd(
      columns.map((column) => fieldIn(column, { tree, name, main, sheet })),
      { tree, main, sheet },
    ),
    levels,
    fused: new Map(),
    parents: tree.parents,
    unknownParents: unknownParents(tree, levels, best.kinds),
  };
  return { outline, byIds: tree.parent !== null, score: tree.score * best.score, alternatives };
}

/** The column that names the rows of every level: filled throughout, mostly words, its header a name's or unknown. */
function nameColumn(columns: readonly Column[], tree: TreeColumns, sheet: SheetView): number | null {
  const rows = tree.levels.flatMap((level) => level.rows);
  const scored = columns.flatMap(({ column, text, field: own }, at) => {
    if ([tree.id, tree.parent, tree.level, tree.code].includes(column)) return [];
    const texts = rows.map((row) => sheet.line(row, column)).filter((one) => one !== '');
    const worded = texts.filter((one) => /\p{L}{3}/u.test(one) && one.length <= MAX_NAME).length;
    if (texts.length < rows.length * FILLED || worded < texts.length * FILLED) return [];
    const distinct = new Set(texts).size / texts.length;
    const length = texts.reduce((sum, one) => sum + Math.min(one.length, 60), 0) / texts.length;
    const { attribute, subject, confidence } = readHeader(text);
    const known = confidence >= KNOWN && (attribute !== null || subject !== null);
    const named = attribute === null || attribute === 'title' || attribute === 'description';
    const words = known ? (named ? 1 : -2) : 0;
    const given = own?.attribute === 'title' ? 0.5 : 0;
    return [{ column, score: 2 * distinct + length / 40 + words + given - at * 0.02 }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.column ?? null;
}

interface GroupContext {
  readonly columns: readonly Column[];
  readonly sheet: SheetView;
  readonly label: string;
  readonly name: number | null;
}

/** What a level's rows have beside their names. Columns filled alike at every level tell nothing. */
function groupOf(
  { rows }: TreeLevel,
  all: readonly TreeLevel[],
  { columns, sheet, label, name }: GroupContext,
): LevelGroup {
  const filled = (of: readonly number[], column: number) =>
    of.filter((row) => sheet.text(row, column) !== '').length / Math.max(of.length, 1);
  const telling = columns.filter(({ column }) => {
    const shares = all.map((level) => filled(level.rows, column));
    return Math.max(...shares) - Math.min(...shares) >= TELLS;
  });
  const share = (is: (column: Column) => boolean) =>
    Math.max(0, ...telling.filter(is).map(({ column }) => filled(rows, column)));
  const names = name === null ? [] : rows.map((row) => fold(sheet.line(row, name)));
  const has =
    (...attributes: readonly Field['attribute'][]) =>
    (column: Column) =>
      column.field !== null && attributes.includes(column.field.attribute);
  return {
    label,
    count: rows.length,
    owned: share(has('owner', 'centre', 'centreCode')),
    timed: share(
      (column) => has('start', 'end')(column) || (!column.field && holdsDates(column, sheet, rows)),
    ),
    weighed: share(has('weight')),
    measured: share(has('formula', 'target', 'unit')),
    repeated: names.length === 0 ? 0 : 1 - new Set(names).size / names.length,
  };
}

function holdsDates({ column }: Column, sheet: SheetView, rows: readonly number[]): boolean {
  const said = rows.filter((row) => sheet.text(row, column) !== '');
  return said.length > 0 && said.every((row) => sheet.date(row, column, null) !== null);
}

/** Attributes that may be said of rows of any level. */
const OF_ROWS: readonly Field['attribute'][] = [
  'description',
  'weight',
  'owner',
  'participants',
  'centre',
  'centreCode',
  'type',
  'multiYear',
  'mission',
  'programme',
  'start',
  'end',
  'progress',
];

interface FieldContext {
  readonly tree: TreeColumns;
  readonly name: number;
  readonly main: 'pegObjective' | 'operatingObjective';
  readonly sheet: SheetView;
}

const SURE = 0.9;

function fieldIn(column: Column, { tree, name, main, sheet }: FieldContext): Column {
  const as = (attribute: Field['attribute']): Column => ({
    ...column,
    field: field(main, attribute),
    ignored: null,
    confidence: SURE,
    origin: 'content',
  });
  if (column.column === (tree.code ?? tree.id)) return as('code');
  if (column.column === tree.id) return as('id');
  if (column.column === name) return as('title');
  if (column.column === tree.level) return as('level');
  if (column.column === tree.parent) return as('parent');
  const own = column.field ?? saidByHeader(column.text, main);
  if (!own) return column;
  const longer = own.attribute === 'title' && own.subject !== 'phase' && own.subject !== 'indicator';
  if (longer) return isLongText(column, tree, sheet) ? as('description') : { ...column, field: null };
  if (own.subject === 'indicator') return column;
  if (tree.id === null && own.attribute === 'code') return as('code');
  return OF_ROWS.includes(own.attribute)
    ? { ...column, field: { ...own, subject: main }, confidence: Math.max(column.confidence, KNOWN) }
    : { ...column, field: null };
}

/** What a header says by itself, of a column that no other reading gave a field. */
function saidByHeader(text: string, main: PlanSubject): Field | null {
  const { subject, attribute, ignored, confidence } = readHeader(text);
  const says = confidence >= KNOWN && ignored === null && (subject === null || subject === 'objective');
  return says && attribute !== null && OF_ROWS.includes(attribute) ? field(main, attribute) : null;
}

/** A column of days under a header that says nothing is the day by which, where the table has no other. */
function withEnd(
  columns: readonly Column[],
  { tree, main, sheet }: Pick<FieldContext, 'tree' | 'main' | 'sheet'>,
): Column[] {
  const rows = tree.levels.flatMap((level) => level.rows);
  const [highest] = tree.levels;
  const unread = (column: Column) =>
    column.field === null &&
    column.ignored === null &&
    holdsDates(column, sheet, rows) &&
    (highest?.rows ?? []).every((row) => sheet.text(row, column.column) === '');
  const has = columns.some((column) => column.field?.attribute === 'end');
  const end = has ? undefined : columns.filter(unread).at(-1);
  return columns.map((column) =>
    column === end ? { ...column, field: field(main, 'end'), confidence: KNOWN, origin: 'content' } : column,
  );
}

function isLongText({ column }: Column, tree: TreeColumns, sheet: SheetView): boolean {
  const rows = tree.levels.flatMap((level) => level.rows);
  return rows.some((row) => sheet.text(row, column).length > 60);
}

/** The codes that the ids of the table stand for, where it has codes beside them. */
function codesById({ id, code, levels }: TreeColumns, sheet: SheetView): ReadonlyMap<string, string> {
  if (id === null || code === null) return new Map();
  const rows = levels.flatMap((level) => level.rows);
  return new Map(rows.map((row) => [normaliseCode(sheet.line(row, id)), sheet.line(row, code)] as const));
}

/** Ids above a row that are none of the table: what they would be the code of, and where they stand. */
function unknownParents(
  tree: TreeColumns,
  levels: ReadonlyMap<number, PlanSubject>,
  kinds: readonly RowKind[],
): Map<number, { level: PlanSubject; column: number }> {
  const unknown = new Map<number, { level: PlanSubject; column: number }>();
  for (const row of tree.orphans) {
    const at = kinds.findIndex((kind) => kind === levels.get(row));
    const level = kinds[at - 1];
    if (level && tree.parent !== null) unknown.set(row, { level, column: tree.parent });
  }
  return unknown;
}
