import { rowsBetween } from '../grid/sheet-view';
import { field, LEVELS, type Level, type PlanSubject } from '../words/field';
import { readHeader } from '../words/lexicon';
import { samples, type Column } from './column';
import type { FoundTable } from './find-tables';
import { outlineCodes, splitName, type FusedName, type OutlineCodes } from './outline-codes';
import { outlineIndents } from './outline-indents';

/** A level a row of a mixed list may state, the highest first. */
type RowLevel = Level | 'pegObjective' | 'phase';
const ORDER: readonly RowLevel[] = [...LEVELS, 'pegObjective', 'phase'];

/** A table whose rows state entities of several levels, one below the other. */
export interface Outline {
  readonly columns: readonly Column[];
  /** The level each row states. */
  readonly levels: ReadonlyMap<number, PlanSubject>;
  /** Codes in front of names, where the list has no column for them. */
  readonly fused: ReadonlyMap<number, FusedName>;
  /** The codes that the table's own ids stand for, where it has both. */
  readonly codes?: ReadonlyMap<string, string>;
  /** The row above each row, where the table says so itself; without it the order of the rows does. */
  readonly parents?: ReadonlyMap<number, number>;
  /** Rows whose id above is none of the table: the level it would be of, and the column it stands in. */
  readonly unknownParents?: ReadonlyMap<number, { readonly level: PlanSubject; readonly column: number }>;
}

/** A column of level names must be read so far. */
const READ = 0.8;
/** Share of rows that makes a habit, and the share that is an exception to it. */
const MOST = 0.6;
const FEW = 0.2;

/**
 * Tells the level of each row of a list that mixes them: from a column that names it (`Livello`: Obiettivo
 * strategico, Obiettivo operativo …), else from codes that stand under each other, else from names moved to the right.
 * Null for a table of one level.
 *
 * @param isDup  the table lists the DUP: its lowest level are operating objectives
 */
export function outlineOf(columns: readonly Column[], table: FoundTable, isDup: boolean): Outline | null {
  const names = columns.filter(
    ({ field: own }) => own?.attribute === 'title' && (ORDER as readonly PlanSubject[]).includes(own.subject),
  );
  const [name] = names;
  if (!name?.field || names.length > 1) return null;
  const { subject } = name.field;
  const named = byColumn(columns, table);
  const coded = outlineCodes(columns, name, table);
  const byCode = coded && byCodes(columns, name, coded, table, isDup);
  const byIndent = named || byCode ? null : byIndents(name, table, isDup);
  const levels = named ? completed(named.levels, byCode) : (byCode ?? byIndent);
  if (!levels) return null;
  const main = [...levels.values()].includes('pegObjective') ? 'pegObjective' : 'operatingObjective';
  const settled = (column: Column): Column =>
    column.field && (column.field.subject === subject || column.field.subject === 'pegObjective')
      ? { ...column, field: { ...column.field, subject: main } }
      : column;
  const marked = columns.map((column) =>
    column.column === named?.column
      ? { ...column, field: field('pegObjective', 'level'), ignored: null, confidence: 0.9 }
      : settled(column),
  );
  const fused = byIndent ? codesOfHeadings(columns, name, table, byIndent) : coded?.fused;
  return { columns: marked, levels, fused: fused ?? new Map() };
}

/** Whether a column says in each row which level it states: the rows are objectives, whatever else is beside them. */
export function statesLevels(table: FoundTable): boolean {
  return byColumn(table.columns, table) !== null;
}

function byColumn(
  columns: readonly Pick<Column, 'column'>[],
  table: FoundTable,
): { column: number; levels: Map<number, PlanSubject> } | null {
  for (const { column } of columns) {
    const texts = samples(table, column);
    const read = texts.flatMap((text) => levelNamed(text) ?? []);
    if (read.length < texts.length * READ || new Set(read).size < 2) continue;
    const levels = new Map<number, PlanSubject>();
    for (const row of rowsBetween(table.headerBottom + 1, table.lastRow)) {
      const level = levelNamed(table.sheet.line(row, column));
      if (level) levels.set(row, level);
    }
    return { column, levels };
  }
  return null;
}

/** Level names with what the codes tell of the rows whose name is not known, where both agree on the others. */
function completed(
  named: ReadonlyMap<number, PlanSubject>,
  byCode: ReadonlyMap<number, PlanSubject> | null,
): ReadonlyMap<number, PlanSubject> {
  const agreeing = [...named].filter(([row, level]) => byCode?.get(row) === level).length;
  return byCode && agreeing >= named.size * READ ? new Map([...byCode, ...named]) : named;
}

function levelNamed(text: string): RowLevel | null {
  const { subject, attribute, confidence } = readHeader(text);
  if (confidence < READ || (attribute !== null && attribute !== 'title')) return null;
  if (subject === 'objective') return 'pegObjective';
  return ORDER.find((level) => level === subject) ?? null;
}

/** Levels by how deep each row's code stands: the deepest is what the table is about, those above its parents. */
function byCodes(
  columns: readonly Column[],
  name: Column,
  { depths, deepest }: OutlineCodes,
  table: FoundTable,
  isDup: boolean,
): Map<number, PlanSubject> | null {
  const bottom = lowest(columns, name, { depths, deepest }, table, isDup);
  const top = bottom === null ? -1 : ORDER.indexOf(bottom) - deepest;
  if (top < 0) return null;
  return new Map(
    [...depths].flatMap(([row, depth]) => {
      const level = ORDER[top + depth];
      return level ? [[row, level] as const] : [];
    }),
  );
}

/** Levels by how far each name is moved: those that the header lists (`Linea / Obiettivo / Azione`), else down to objectives. */
function byIndents(name: Column, table: FoundTable, isDup: boolean): Map<number, PlanSubject> | null {
  const indents = outlineIndents(name.column, table);
  if (!indents) return null;
  const { depths, deepest } = indents;
  const listed = name.text.split(/\s*[/\n>–—]\s*/).flatMap((part) => levelNamed(part) ?? []);
  const plain = listed.length === deepest + 1 && listed.every((level, at) => isBelow(level, listed[at - 1]));
  const bottom = ORDER.indexOf(isDup ? 'operatingObjective' : deepest > 3 ? 'phase' : 'pegObjective');
  const levels = plain ? listed : ORDER.slice(Math.max(0, bottom - deepest), bottom + 1);
  if (levels.length !== deepest + 1) return null;
  return new Map(
    [...depths].flatMap(([row, depth]) => (levels[depth] ? [[row, levels[depth]] as const] : [])),
  );
}

function isBelow(level: RowLevel, above: RowLevel | undefined): boolean {
  return above === undefined || ORDER.indexOf(level) > ORDER.indexOf(above);
}

/** Codes in front of the names of levels that have no column for theirs: each name of such a level has one of its own. */
function codesOfHeadings(
  columns: readonly Column[],
  name: Column,
  { sheet }: FoundTable,
  levels: ReadonlyMap<number, PlanSubject>,
): Map<number, FusedName> {
  const coded = columns.filter(({ field: own }) => /^(?:code|ordinal)$/.test(own?.attribute ?? ''));
  const bare = [...levels].filter(([row]) => coded.every(({ column }) => sheet.text(row, column) === ''));
  return new Map(
    [...new Set(levels.values())].flatMap((level) => {
      const rows = bare.flatMap(([row, own]) => (own === level ? [row] : []));
      const split = rows.flatMap((row) => {
        const one = splitName(sheet.line(row, name.column));
        return one ? [[row, one] as const] : [];
      });
      return new Set(split.map(([, { code }]) => code)).size === rows.length ? split : [];
    }),
  );
}

/** The level of the deepest rows; null when two depths do not tell which levels they are. */
function lowest(
  columns: readonly Column[],
  name: Column,
  { depths, deepest }: Pick<OutlineCodes, 'depths' | 'deepest'>,
  table: FoundTable,
  isDup: boolean,
): RowLevel | null {
  if (deepest > 3) return 'phase';
  if (isDup) return deepest > 2 ? 'pegObjective' : 'operatingObjective';
  const rowsAt = (depth: number) => [...depths].filter(([, own]) => own === depth).map(([row]) => row);
  const filled = (rows: readonly number[], is: (column: Column) => boolean) =>
    rows.filter((row) => columns.some((column) => is(column) && table.sheet.text(row, column.column) !== ''))
      .length / Math.max(rows.length, 1);
  const isOffice = ({ field: own }: Column) => own?.attribute === 'owner' || own?.attribute === 'centre';
  const isMore = ({ field: own }: Column) =>
    own !== null && own.attribute !== 'title' && own.attribute !== 'code' && own.attribute !== 'ordinal';
  const [above, below] = [rowsAt(deepest - 1), rowsAt(deepest)];
  const phases =
    name.field?.subject === 'phase' ||
    (filled(above, isOffice) >= MOST && filled(below, isOffice) <= FEW && filled(below, isMore) >= MOST);
  if (phases) return 'phase';
  const headings = filled(above, isMore) <= FEW && filled(below, isMore) >= MOST;
  return deepest > 1 || headings ? 'pegObjective' : null;
}
