import type { Place } from '../grid/sheet-view';
import type { Field } from '../words/field';
import type { FoundTable } from './find-tables';

/** How the meaning of a column was found. */
export type ColumnOrigin = 'header' | 'context' | 'content' | 'profile';

/** A column of a table with the field it was taken for. */
export interface Column {
  readonly column: number;
  readonly text: string;
  readonly texts: readonly string[];
  readonly places: readonly Place[];
  readonly field: Field | null;
  /** Known and needing no reading: its name. */
  readonly ignored: string | null;
  readonly confidence: number;
  readonly origin: ColumnOrigin;
  /** What its values stand for: the codes of another table's ids, the office that heads a column of marks. */
  readonly codes?: ReadonlyMap<string, string>;
}

/** Role that a title or a sheet's name announces. */
export type AnnouncedRole = 'dup' | 'objectives' | 'phases' | 'indicators' | 'centres' | 'data';

/** What the rows of a table are records of. */
export type RecordKind = 'pegObjective' | 'phase' | 'indicator';

/** What surrounds a table and helps to read headers that do not say of what they speak. */
export interface TableContext {
  /** Role announced by the title above the table, else by the sheet's name. */
  readonly role: AnnouncedRole | null;
  /** The table stands inside the card of one objective. */
  readonly inCard: boolean;
  /** First year of the plan, when known. */
  readonly year: number | null;
  /** A sign in each row says of what it is a record. */
  readonly kind?: RecordKind;
}

const SAMPLE_ROWS = 60;

/** Displayed texts of a column's first filled cells. */
export function samples(table: FoundTable, column: number): string[] {
  const texts: string[] = [];
  for (let row = table.headerBottom + 1; row <= table.lastRow && texts.length < SAMPLE_ROWS; row++) {
    const text = table.sheet.text(row, column);
    if (text !== '') texts.push(text);
  }
  return texts;
}
