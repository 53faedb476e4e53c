import type { Area } from '../../workbook';
import type { Place, SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { FactReader } from '../rows/facts';
import { fold } from '../../plan';
import { isName, type Field } from '../words/field';
import { bareLabel, isUnreadLabel } from '../words/labels';
import { cardFacts, type Card } from './find-cards';
import type { LabelledFact } from './find-labels';

/** Objectives that stand beside each other, each in a column of its own, the labels in the first one. */
export interface Transposed {
  readonly area: Area;
  readonly cards: readonly Card[];
}

/** A row of such a sheet: its label and what it means, null when it needs no reading. */
interface LabelRow {
  readonly row: number;
  readonly field: Field | null;
}

/** Fewer rows of labels are something else. */
const MIN_ROWS = 3;
/** Share of the cells that hold something. */
const FILLED = 0.6;

/** Finds the first block of a sheet whose rows are labels and whose columns are objectives; null without one. */
export function findTransposed(sheet: SheetView, year: number | null, ledger: Ledger): Transposed | null {
  for (const row of sheet.rows()) {
    const [left] = sheet.filled(row);
    if (left === undefined || !isLabel(sheet, sheet.text(row, left))) continue;
    const block = blockAt(sheet, row, left);
    if (block) return read(sheet, block, year, ledger);
  }
  return null;
}

interface Block {
  readonly left: number;
  readonly rows: readonly LabelRow[];
  readonly columns: readonly number[];
}

function isLabel(sheet: SheetView, text: string): boolean {
  return bareLabel(text, sheet.words) !== null || isUnreadLabel(text, sheet.words);
}

/**
 * Rows from a first one on, each a label with several values; one that names objectives tells their columns. No label
 * comes twice: a column that says `Obiettivo` in row after row is of an outline.
 */
function blockAt(sheet: SheetView, top: number, left: number): Block | null {
  const rows: LabelRow[] = [];
  const { bottom = top } = sheet.used ?? {};
  for (let row = top; row <= bottom; row++) {
    const [first, ...values] = sheet.filled(row);
    if (first === undefined) continue;
    const text = sheet.text(row, left);
    const fits = first === left && isLabel(sheet, text) && values.length > 0;
    if (!fits || values.some((column) => isLabel(sheet, sheet.text(row, column)))) break;
    rows.push({ row, field: bareLabel(text, sheet.words) });
  }
  const names = rows.filter(({ field }) => field?.subject === 'pegObjective' && isName(field));
  const columns = sheet.filled(names[0]?.row ?? top).slice(1);
  const cells = rows.flatMap(({ row }) => columns.filter((column) => valueAt(sheet, row, column) !== null));
  const several = rows.filter(({ row }) => sheet.filled(row).length > 2);
  const labels = new Set(rows.map(({ row }) => sheet.line(row, left).toLowerCase()));
  const whole =
    names.length > 0 &&
    labels.size === rows.length &&
    columns.length >= 2 &&
    several.length >= MIN_ROWS &&
    cells.length >= rows.length * columns.length * FILLED;
  return whole ? { left, rows, columns } : null;
}

/** The cell that speaks for a column: one merged over several columns speaks for each of them. */
function valueAt(sheet: SheetView, row: number, column: number): Place | null {
  const area = sheet.merge(row, column);
  const place = area ? { row: area.top, column: area.left } : { row, column };
  return sheet.text(place.row, place.column) === '' ? null : place;
}

function read(
  sheet: SheetView,
  { left, rows, columns }: Block,
  year: number | null,
  ledger: Ledger,
): Transposed {
  const reader = new FactReader(sheet, year);
  const area = {
    top: rows[0]?.row ?? 0,
    bottom: rows.at(-1)?.row ?? 0,
    left,
    right: columns.at(-1) ?? left,
  };
  for (const { row, field } of rows) {
    ledger.ignore(sheet.grid, row, left, 'label');
    for (const column of sheet.filled(row).slice(1))
      if (field) ledger.map(sheet.grid, row, column);
      else ledger.ignore(sheet.grid, row, column, 'unread-column');
  }
  const cards = columns.map((column): Card => {
    const facts = rows.flatMap(({ row, field }) => {
      const place = field && valueAt(sheet, row, column);
      if (!field || !place) return [];
      const label = fold(sheet.text(row, left)).replace(/[\s:.°]+$/, '');
      return reader.facts(field, place.row, place.column).map((fact): LabelledFact => ({
        ...fact,
        ...place,
        label,
        labelColumn: left,
        heading: false,
        under: null,
      }));
    });
    return { facts: cardFacts(facts), top: area.top, bottom: area.bottom, left: column, right: column };
  });
  return { area, cards };
}
