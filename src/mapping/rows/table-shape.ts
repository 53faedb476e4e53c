import { splitCode } from '../../plan';
import type { FusedName } from '../tables/outline-codes';
import { rowsBetween } from '../grid/sheet-view';
import { ROW_KINDS, type RowKind } from '../propose/level-naming';
import type { Column } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import type { Outline } from '../tables/outline';
import type { Field, PlanSubject } from '../words/field';

/** Share of names with a code in front that makes it the table's own way of writing. */
const BY_DESIGN = 0.6;
/** The same where the codes are not those of the rest of the workbook. */
const CLEARLY = 0.9;

/** Where a table keeps what: its columns by place and by field. */
export class TableShape {
  readonly fields: ReadonlyMap<number, Field>;
  readonly codeColumn: number | null;
  readonly titleColumn: number | null;
  /** Rows tell of phases or indicators: an objective may go on over several of them. */
  readonly finer: boolean;
  /** Code and title share one cell throughout. */
  readonly fused: boolean;
  readonly leftmost: number;
  /** In a list that mixes levels, what its columns are taken for. */
  readonly mixed: PlanSubject | null;
  private readonly columns: ReadonlyMap<number, Column>;

  constructor(
    readonly table: FoundTable,
    columns: readonly Column[],
    mask: string | null,
    outline: Outline | null = null,
  ) {
    const levels = outline && [...outline.levels.values()];
    this.mixed = levels && (levels.includes('pegObjective') ? 'pegObjective' : 'operatingObjective');
    this.columns = new Map(columns.map((column) => [column.column, column]));
    this.fields = new Map(columns.flatMap(({ column, field }) => (field ? [[column, field] as const] : [])));
    this.codeColumn = this.columnOf('pegObjective', 'code');
    this.titleColumn = this.columnOf('pegObjective', 'title');
    this.finer =
      (levels?.includes('phase') ?? false) ||
      (['phase', 'indicator'] as const).some(
        (subject) => this.columnOf(subject, 'title') !== null || this.columnOf(subject, 'month') !== null,
      );
    this.fused =
      this.codeColumn === null &&
      this.titleColumn !== null &&
      (this.fusedShare(this.titleColumn, mask) >= BY_DESIGN ||
        this.fusedShare(this.titleColumn, null) >= CLEARLY);
    this.leftmost = Math.min(...this.fields.keys());
  }

  /** What the rows are: the highest that they name. */
  get rowKind(): RowKind {
    const named = (subject: RowKind) =>
      this.columnOf(subject, 'title') !== null || this.columnOf(subject, 'code') !== null;
    return ROW_KINDS.find(named) ?? 'pegObjective';
  }

  at(column: number): Column | undefined {
    return this.columns.get(column);
  }

  columnOf(subject: PlanSubject, attribute: Field['attribute']): number | null {
    for (const [column, field] of this.fields)
      if (field.subject === subject && field.attribute === attribute) return column;
    return null;
  }

  /** Share of a column's names that start with a code: `2017-GS05 Aumento entrate`. Bands are none of its names. */
  private fusedShare(column: number, mask: string | null): number {
    const { sheet, headerBottom, lastRow } = this.table;
    const alone = this.fields.size < 2;
    const texts = rowsBetween(headerBottom + 1, lastRow)
      .filter((row) => alone || sheet.filled(row, this.table).length > 1)
      .map((row) => sheet.text(row, column))
      .filter((text) => text !== '');
    const coded = texts.filter((text) => splitName(text, mask) !== null);
    return texts.length === 0 ? 0 : coded.length / texts.length;
  }
}

/** `OBT 05 - Riordinare l’archivio`: letters, a blank and a number, apart from the name. */
const LETTERED = /^(\p{Lu}{2,5}\.?\s\d{1,3})\s*(?:[-–—:]|\.\s)\s*(?=\p{L}{2})(.+)$/u;

/** A name with its code in front, as the mask or the codes that tables write by design have it. */
export function splitName(text: string, mask: string | null): FusedName | null {
  const split = splitCode(text, mask);
  if (split || mask !== null) return split;
  const [, code, name] = LETTERED.exec(text) ?? [];
  return code !== undefined && name !== undefined ? { code, text: name } : null;
}
