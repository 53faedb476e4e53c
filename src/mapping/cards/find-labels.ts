import { fold } from '../../plan';
import { valueRight, valuesBelow } from '../grid/label-rows';
import { rowsBetween, type Place, type SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { FactReader } from '../rows/facts';
import type { Fact } from '../rows/statements';
import { field, isLevel, type Field } from '../words/field';
import {
  bandLabel,
  bandParts,
  bareLabel,
  inlineLabel,
  inlineLabels,
  levelLabels,
  type Labelled,
} from '../words/labels';

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
  /** It lists objectives of PEG by code and name. */
  readonly statesObjectives: boolean;
}

/** Groups of phases that stand as lines of a list, after those that labels number. */
const FIRST_LISTED = 100;
/** `a)`, `1)`, `-` before a line of a list. */
const BULLET = /^(?:[a-z]\)|\d{1,2}[.)]|[-–—•·])\s+(?=\p{L})/u;
/** Values that are names of people or offices. */
const NAMED: readonly Field['attribute'][] = ['owner', 'participants'];
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
  /** Phases of lists so far: each is of a group of its own. */
  private listed = FIRST_LISTED;
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
      const of = bareLabel(text);
      this.ledger.ignore(this.sheet.grid, row, column, 'label');
      if (of && this.sheet.text(below, column) !== '')
        this.addValue(of, text, { row: below, column }, column);
    }
    return true;
  }

  private readCell(row: number, column: number): void {
    const text = this.sheet.text(row, column);
    const lines = inlineLabels(text);
    const inline = lines.length > 0 ? lines : (inlineLabel(this.sheet.line(row, column)) ?? []);
    for (const labelled of [inline].flat()) this.add(labelled, { row, column }, column);
    if ([inline].flat().length > 0) return;
    if (this.readListed(row, column)) return;
    const of = bareLabel(text);
    const place = of ? this.valuePlace(row, column, text) : null;
    if (of && place && !this.isTaken(place)) {
      const listed = inlineLabels(this.sheet.text(place.row, place.column)).length > 0;
      this.ledger.ignore(this.sheet.grid, row, column, 'label');
      if (!listed) this.addValue(of, text, place, column);
    } else if (!place) {
      if (of) this.ledger.ignore(this.sheet.grid, row, column, 'label');
      this.readHeading(row, column);
    }
  }

  /** The value beside or below a label; several levels in its lines, and what follows the name of a phase. */
  private addValue(of: Field, label: string, place: Place, column: number): void {
    const levels = isLevel(of.subject) ? levelLabels(this.sheet.text(place.row, place.column)) : [];
    for (const one of levels) this.add(one, place, column);
    // `Funzionario | 100`: no office and no person is called by a number alone.
    const nameless = NAMED.includes(of.attribute) && !/\p{L}/u.test(this.sheet.text(place.row, place.column));
    if (levels.length > 0 || nameless) return;
    this.add({ field: of, label, value: this.value(of, place.row, place.column) }, place, column);
    if (of.subject === 'phase' && of.attribute === 'title') this.addTimes(of.group, place);
  }

  /** `a) Analisi | entro il 31/03`: a line of a list with its term beside it is a phase of the card. */
  private readListed(row: number, column: number): boolean {
    const { sheet } = this;
    const bullet = BULLET.exec(sheet.line(row, column))?.[0];
    const [, next] = sheet.filled(row).filter((other) => other >= column);
    if (bullet === undefined || next === undefined || this.timeAt({ row, column: next }) === null)
      return false;
    const group = this.listed++;
    const of = field('phase', 'title', { group });
    this.add(
      { field: of, label: `#${group}`, value: sheet.line(row, column).slice(bullet.length) },
      { row, column },
      column,
    );
    this.addTimes(group, { row, column });
    return true;
  }

  /** Dates and percentages right of a phase's name: its start, its end, its weight. */
  private addTimes(group: number, { row, column }: Place): void {
    const rest = this.sheet.filled(row).filter((other) => other > column);
    const dated = rest.filter((other) => this.timeAt({ row, column: other }) !== null);
    const times = dated.length === 2 ? (['start', 'end'] as const) : (['end'] as const);
    for (const [i, attribute] of times.entries()) {
      const at = dated[i];
      if (at === undefined) return;
      const of = field('phase', attribute, { group });
      const value = { field: of, label: `#${group}.${attribute}`, value: this.sheet.text(row, at) };
      this.add(value, { row, column: at }, column);
    }
    const weight = rest.find((other) => /^\d+(?:[.,]\d+)?\s*%$/.test(this.sheet.text(row, other)));
    if (weight === undefined) return;
    const of = field('phase', 'weight', { group });
    this.add(
      { field: of, label: `#${group}.weight`, value: this.sheet.text(row, weight) },
      { row, column: weight },
      column,
    );
  }

  private timeAt({ row, column }: Place): string | null {
    return this.reader.fact(field('phase', 'end'), row, column).iso;
  }

  /** A line of its own; one that names an office stays a title too, for it may name something else. */
  private readHeading(row: number, column: number): void {
    const text = this.sheet.line(row, column);
    if (this.sheet.filled(row).length > 1 || text.length > MAX_HEADING) return;
    const parts = bandParts(this.sheet.text(row, column));
    const heading = bandLabel(parts.text);
    for (const own of heading ? [heading, ...parts.more] : []) this.add(own, { row, column }, column, true);
    if (heading && heading.field.subject === 'pegObjective' && heading.field.attribute === 'code')
      this.readNameBelow(row);
  }

  /** `OBIETTIVO N° 3` alone in its row stands over the objective's name. */
  private readNameBelow(row: number): void {
    const { sheet } = this;
    const below = rowsBetween(row + 1, row + 2).find((next) => sheet.filled(next).length > 0);
    const [column, ...more] = below === undefined ? [] : sheet.filled(below);
    if (below === undefined || column === undefined || more.length > 0 || this.inTable(below)) return;
    const text = sheet.line(below, column);
    if (text.length < 4 || bandLabel(text) !== null || bareLabel(text) !== null) return;
    const of = field('pegObjective', 'title');
    this.add({ field: of, label: '#name', value: text }, { row: below, column }, column);
  }

  private add(
    { field: of, label: written, value }: Labelled,
    { row, column }: Place,
    labelColumn: number,
    heading = false,
  ): void {
    this.taken.add(`${row},${column}`);
    if (!heading || of.attribute !== 'centre') this.ledger.map(this.sheet.grid, row, column);
    const label = fold(written).replace(/[\s:.°]+$/, '');
    for (const fact of this.reader.withStart([this.reader.fact(of, row, column, value)]))
      this.facts.push({
        ...fact,
        row,
        column,
        labelColumn,
        label: fact.field === of ? label : `${label}.start`,
        heading,
      });
  }

  private value(of: Field, row: number, column: number): string {
    return this.reader.fact(of, row, column).text;
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
    const heading = bandLabel(text)?.field;
    if (heading?.subject === 'pegObjective' && heading.attribute === 'code') return null;
    const fits = label.trim().endsWith(':') || sheet.filled(below).length <= sheet.filled(row).length;
    return fits ? { row: below, column } : null;
  }
}
