import { rowsBetween } from '../grid/sheet-view';
import { blanksBefore } from '../propose/text-lines';
import type { FoundTable } from './find-tables';

/** Rows whose names are moved to the right under the names they belong to. */
export interface OutlineIndents {
  /** How far each named row is moved, in steps; 0 at the left. */
  readonly depths: ReadonlyMap<number, number>;
  readonly deepest: number;
}

/** Levels of a list at most. */
const MOST_LEVELS = 6;
/** Share of the rows above the lowest level that may have details, and of those of the lowest that must. */
const FEW = 0.2;
const MOST = 0.6;

/**
 * Levels shown by nothing but blanks in front of the names; null where they show none: names are moved one step at a
 * time, and details stand beside the names of the lowest level only. Blanks typed by chance do neither.
 */
export function outlineIndents(name: number, table: FoundTable): OutlineIndents | null {
  const { sheet, headerBottom, lastRow } = table;
  const rows = rowsBetween(headerBottom + 1, lastRow).filter((row) => sheet.text(row, name) !== '');
  const widths = new Map(rows.map((row) => [row, blanksBefore(sheet, row, name)]));
  const steps = [...new Set(widths.values())].sort((a, b) => a - b);
  const deepest = steps.length - 1;
  if (deepest < 1 || steps.length > MOST_LEVELS) return null;
  const depths = new Map([...widths].map(([row, width]) => [row, steps.indexOf(width)]));
  const order = [...depths.values()];
  if (order.some((depth, at) => depth > (at === 0 ? 0 : (order[at - 1] ?? 0) + 1))) return null;
  const detailed = (is: (depth: number) => boolean): number => {
    const own = rows.filter((row) => is(depths.get(row) ?? 0));
    const beside = own.filter((row) => sheet.filled(row).some((column) => column !== name));
    return beside.length / own.length;
  };
  const plain = detailed((depth) => depth < deepest) <= FEW && detailed((depth) => depth === deepest) >= MOST;
  return plain ? { depths, deepest } : null;
}
