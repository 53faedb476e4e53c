import { fold } from '../../plan';
import { valueRight, valuesBelow } from '../grid/label-rows';
import { rowsBetween, type Place, type SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { FactReader } from '../rows/facts';
import type { Fact } from '../rows/statements';
import type { Field } from '../words/field';
import { bandLabel, bandParts, bareLabel, inlineLabel, inlineLabels, type Labelled } from '../words/labels';

/** A label and its value found outside the tables of a sheet. */
export interface LabelledFact extends Fact {
  readonly row: number;
  readonly column: number;
  /** Where the label stands: the column of the value where both share a cell. */
  readonly labelColumn: number;
  /** The label, folded: the same label again begins another card. */
  readonly label: string;
  /** A line of its own that names what follows: `SCHEDA OBIETTIVO N. 3`, `SETTORE II - FINANZE`. */
  readonly heading: boolean;
}

/** Where a table reads: its rows belong to it and hold no labels. */
export interface TableRows {
  readonly top: number;
  readonly bottom: number;
}

/** Headings are shorter. */
const MAX_HEADING = 100;

/** Reads the labels of a sheet outside its tables, in reading order. */
export function findLabels(
  sheet: SheetView,
  tables: readonly TableRows[],
  year: number | null,
  ledger: Ledger,
): LabelledFact[] {
  return new LabelReader(sheet, tables, year, ledger).read();
}

class LabelReader {
  private readonly facts: LabelledFact[] = [];
  private readonly taken = new Set<string>();
  private readonly reader: FactReader;

  constructor(
    private readonly sheet: SheetView,
    private readonly tables: readonly TableRows[],
    year: number | null,
    private readonly ledger: Ledger,
  ) {
    this.reader = new FactReader(sheet, year);
  }

  read(): LabelledFact[] {
    for (const row of this.sheet.rows()) {
      if (this.inTable(row) || this.readValuesBelow(row)) continue;
      for (const column of this.sheet.filled(row)) {
        if (!this.isTaken({ row, column })) this.readCell(row, column);
      }
    }
    return this.facts;
  }

  /** A row of labels with their values in the row below. */
  private readValuesBelow(row: number): boolean {
    if (this.sheet.filled(row).some((column) => this.isTaken({ row, column }))) return false;
    const below = valuesBelow(this.sheet, row);
    if (below === null || this.inTable(below)) return false;
    for (const column of this.sheet.filled(row)) {
      const text = this.sheet.text(row, column);
      const field = bareLabel(text);
      this.ledger.ignore(this.sheet.grid, row, column, 'label');
      if (field && this.sheet.text(below, column) !== '')
        this.add(
          { field, label: text, value: this.value(field, below, column) },
          { row: below, column },
          column,
        );
    }
    return true;
  }

  private readCell(row: number, column: number): void {
    const text = this.sheet.text(row, column);
    const lines = inlineLabels(text);
    const inline = lines.length > 0 ? lines : (inlineLabel(this.sheet.line(row, column)) ?? []);
    for (const labelled of [inline].flat()) this.add(labelled, { row, column }, column);
    if ([inline].flat().length > 0) return;
    const field = bareLabel(text);
    const place = field ? this.valuePlace(row, column, text) : null;
    if (field && place && !this.isTaken(place)) {
      const listed = inlineLabels(this.sheet.text(place.row, place.column)).length > 0;
      this.ledger.ignore(this.sheet.grid, row, column, 'label');
      if (!listed)
        this.add({ field, label: text, value: this.value(field, place.row, place.column) }, place, column);
    } else if (!place) this.readHeading(row, column);
  }

  /** A line of its own; one that names an office stays a title too, for it may name something else. */
  private readHeading(row: number, column: number): void {
    const text = this.sheet.line(row, column);
    if (this.sheet.filled(row).length > 1 || text.length > MAX_HEADING) return;
    const parts = bandParts(this.sheet.text(row, column));
    const heading = bandLabel(parts.text);
    for (const own of heading ? [heading, ...parts.more] : []) this.add(own, { row, column }, column, true);
  }

  private add(
    { field, label, value }: Labelled,
    { row, column }: Place,
    labelColumn: number,
    heading = false,
  ): void {
    this.taken.add(`${row},${column}`);
    if (!heading || field.attribute !== 'centre') this.ledger.map(this.sheet.grid, row, column);
    this.facts.push({
      ...this.reader.fact(field, row, column, value),
      row,
      column,
      labelColumn,
      label: fold(label).replace(/[\s:.°]+$/, ''),
      heading,
    });
  }

  private value(field: Field, row: number, column: number): string {
    return this.reader.fact(field, row, column).text;
  }

  private isTaken({ row, column }: Place): boolean {
    return this.taken.has(`${row},${column}`);
  }

  private inTable(row: number): boolean {
    return this.tables.some((table) => row >= table.top && row <= table.bottom);
  }

  /** A label's value: right of it, else right below it (in the same column, not another label, not in a table). */
  private valuePlace(row: number, column: number, label: string): Place | null {
    const { sheet } = this;
    const right = valueRight(sheet, row, column);
    if (right !== null) return { row, column: right };
    const bottom = sheet.merge(row, column)?.bottom ?? row;
    const below = rowsBetween(bottom + 1, bottom + 2).find((next) => sheet.filled(next).length > 0);
    if (below === undefined || this.inTable(below)) return null;
    const text = sheet.text(below, column);
    if (text === '' || bareLabel(text) !== null || inlineLabel(text) !== null) return null;
    const fits = label.trim().endsWith(':') || sheet.filled(below).length <= sheet.filled(row).length;
    return fits ? { row: below, column } : null;
  }
}
