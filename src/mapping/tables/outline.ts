import { isUnder, looksLikeCode, normaliseCode } from '../../plan';
import { rowsBetween } from '../grid/sheet-view';
import { field, LEVELS, type Level, type PlanSubject } from '../words/field';
import { readHeader } from '../words/lexicon';
import { samples, type Column } from './column';
import type { FoundTable } from './find-tables';

/** Levels a row of a mixed list may state, the highest first. */
type RowLevel = Level | 'pegObjective';
const ORDER: readonly RowLevel[] = [...LEVELS, 'pegObjective'];

/** A table whose rows state entities of several levels, one below the other. */
export interface Outline {
  readonly columns: readonly Column[];
  /** The level each row states. */
  readonly levels: ReadonlyMap<number, PlanSubject>;
}

/** A column of level names must be read so far. */
const READ = 0.8;
/** Share of codes that must stand under another of the column. */
const NESTED = 0.6;

/**
 * Tells the level of each row of a list that mixes them: from a column that names it (`Livello`: Obiettivo
 * strategico, Obiettivo operativo …), else from codes that stand under each other. Null for a table of one level.
 */
export function outlineOf(columns: readonly Column[], table: FoundTable, main: PlanSubject): Outline | null {
  const several = columns.some(({ field: own }) => own && own.subject !== main && own.attribute === 'title');
  if (several || !(ORDER as readonly PlanSubject[]).includes(main)) return null;
  const named = byColumn(columns, table);
  const levels = named?.levels ?? byCodes(columns, table, main);
  if (!levels) return null;
  const statesPeg = [...levels.values()].includes('pegObjective');
  const settled = (column: Column): Column =>
    column.field?.subject === 'pegObjective' && !statesPeg
      ? { ...column, field: { ...column.field, subject: 'operatingObjective' } }
      : column;
  const marked = columns.map((column) =>
    column.column === named?.column
      ? { ...column, field: field('pegObjective', 'level'), ignored: null, confidence: 0.9 }
      : settled(column),
  );
  return { columns: marked, levels };
}

function byColumn(
  columns: readonly Column[],
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

function levelNamed(text: string): RowLevel | null {
  const { subject, attribute, confidence } = readHeader(text);
  if (confidence < READ || (attribute !== null && attribute !== 'title')) return null;
  if (subject === 'objective') return 'pegObjective';
  return ORDER.find((level) => level === subject) ?? null;
}

/** At least three depths of codes: the deepest is what the table is about, those above its parents. */
function byCodes(
  columns: readonly Column[],
  table: FoundTable,
  main: PlanSubject,
): Map<number, PlanSubject> | null {
  const coded = columns.find(({ field: own }) => own?.subject === main && own.attribute === 'code');
  if (!coded) return null;
  const codes = new Map<number, string>();
  for (const row of rowsBetween(table.headerBottom + 1, table.lastRow)) {
    const text = table.sheet.line(row, coded.column);
    if (looksLikeCode(text)) codes.set(row, normaliseCode(text));
  }
  const depths = depthsOf([...new Set(codes.values())]);
  const deepest = Math.max(0, ...depths.values());
  const nested = [...depths.values()].filter((depth) => depth > 0).length;
  const top = ORDER.indexOf(main as RowLevel) - deepest;
  if (deepest < 2 || top < 0 || nested < depths.size * NESTED) return null;
  return new Map(
    [...codes].flatMap(([row, code]) => {
      const level = ORDER[top + (depths.get(code) ?? deepest)];
      return level ? [[row, level] as const] : [];
    }),
  );
}

/** How many of the others each code stands under. */
function depthsOf(codes: readonly string[]): Map<string, number> {
  const sorted = [...codes].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const depths = new Map<string, number>();
  for (const code of sorted) {
    let parent: string | null = null;
    for (let length = code.length - 1; length > 0 && parent === null; length--) {
      const start = code.slice(0, length);
      if (depths.has(start) && isUnder(code, start)) parent = start;
    }
    depths.set(code, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return depths;
}
