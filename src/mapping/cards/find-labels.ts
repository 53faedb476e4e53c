import { fold } from '../../plan';
import { valuesBelow } from '../grid/label-rows';
import type { Place, SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { FactReader } from '../rows/facts';
import type { Fact } from '../rows/statements';
import { field as fieldOf, isLevel, type Field } from '../words/field';
import {
  bandLabel,
  bandParts,
  bareLabel,
  inlineLabel,
  inlineLabels,
  isUnreadLabel,
  labelAmong,
  type Labelled,
} from '../words/labels';
import { areSigners } from '../words/texts';
import { indicatorText } from '../propose/indicator-text';
import { listedPhase, listedWithTerm, timesBeside } from './phase-lines';
import { nextFilled, valuePlace } from './value-place';

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
  /** Under a heading that gives an objective its number: the line that may be its name. */
  readonly under: LabelledFact | null;
}

/** Where a table reads: its rows belong to it and hold no labels. */
export interface TableRows {
  readonly top: number;
  readonly bottom: number;
  /** Its rows are objectives: what stands above it is of an office, not of one of them. */
  readonly listsObjectives?: boolean;
}

/** Groups of phases that stand as lines of a list, after those that labels number. */
const FIRST_LISTED = 100;
/** Headings are shorter. */
const MAX_HEADING = 100;
/** So are names. */
const MAX_NAME = 300;

/** Reads the labels of a sheet outside its tables, in reading order. */
export function findLabels(
  sheet: SheetView,
  tables: readonly TableRows[],
  year: number | null,
  ledger: Ledger,
): LabelledFact[] {
  return new LabelReader(sheet, tables, year, ledger).read();
}

/** `Indicatore: Utenti – valore 2025: 88 – atteso: 120`: the name, and what the same line says of it. */
function measured(labelled: Labelled): Labelled[] {
  const { field, value, label } = labelled;
  if (field.subject !== 'indicator' || field.attribute !== 'title') return [labelled];
  const { title, said } = indicatorText(value);
  if (said.length === 0) return [labelled];
  const more = said.map(({ attribute, period, text }): Labelled => ({
    label: `${label} ${attribute} ${period ?? ''}`,
    field: fieldOf('indicator', attribute as Field['attribute'], { period, group: field.group }),
    value: text,
  }));
  return [{ ...labelled, value: title }, ...more];
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
      const signed = () => areSigners(this.sheet.filled(row).map((column) => this.sheet.line(row, column)));
      if (this.inTable(row) || signed() || this.readValuesBelow(row)) continue;
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
      const field = labelAmong(text, this.sheet.words);
      this.ledger.ignore(this.sheet.grid, row, column, 'label');
      if (!field) this.passOver(below, column, isUnreadLabel(text, this.sheet.words));
      else if (this.sheet.text(below, column) !== '')
        this.addValue(field, text, { row: below, column }, column);
    }
    return true;
  }

  /** What stands under a label that needs no reading, or whose words say nothing: that is left to the notes. */
  private passOver(row: number, column: number, isKnown: boolean): void {
    this.taken.add(`${row},${column}`);
    if (isKnown) this.ledger.ignore(this.sheet.grid, row, column, 'unread-column');
  }

  private readCell(row: number, column: number): void {
    const text = this.sheet.text(row, column);
    const lines = inlineLabels(text, this.sheet.words);
    const inline =
      lines.length > 0 ? lines : (inlineLabel(this.sheet.line(row, column), this.sheet.words) ?? []);
    for (const labelled of [inline].flat().flatMap(measured)) this.add(labelled, { row, column }, column);
    if ([inline].flat().length > 0) return;
    if (this.readListed(row, column)) return;
    const field = bareLabel(text, this.sheet.words);
    const place = field ? valuePlace(this.sheet, { row, column }, field, (one) => this.inTable(one)) : null;
    if (field && place && !this.isTaken(place)) {
      const listed = inlineLabels(this.sheet.text(place.row, place.column), this.sheet.words).length > 0;
      this.ledger.ignore(this.sheet.grid, row, column, 'label');
      if (!listed || isLevel(field.subject)) this.addValue(field, text, place, column);
    } else if (!place) {
      if (field) this.ledger.ignore(this.sheet.grid, row, column, 'label');
      // `Centro di responsabilità` alone is a label without its value, and no office.
      if (field?.attribute !== 'centre') this.readHeading(row, column);
    }
  }

  /** A line of its own; one that names an office stays a title too, for it may name something else. */
  private readHeading(row: number, column: number): void {
    const text = this.sheet.line(row, column);
    if (this.sheet.filled(row).length > 1 || text.length > MAX_HEADING) return;
    const parts = bandParts(this.sheet.text(row, column), this.sheet.words);
    const heading = bandLabel(parts.text, this.sheet.words);
    const numbers = heading?.field.subject === 'pegObjective' && heading.field.attribute === 'code';
    const under = numbers ? this.nameUnder(row, column) : null;
    for (const own of heading ? [heading, ...parts.more] : [])
      this.add(own, { row, column }, column, { heading: true, under: own === heading ? under : null });
  }

  /** The line right below a heading, where it stands alone and is no label: it may name what the heading numbers. */
  private nameUnder(row: number, column: number): LabelledFact | null {
    const next = nextFilled(this.sheet, row);
    const [at, ...more] = next === null ? [] : this.sheet.filled(next);
    if (next === null || at === undefined || more.length > 0 || this.inTable(next)) return null;
    const text = this.sheet.line(next, at);
    const names = /\p{L}{3}/u.test(text) && text.length <= MAX_NAME;
    const band = bandLabel(text, this.sheet.words);
    if (!names || bareLabel(text, this.sheet.words) || (band && band.label !== '')) return null;
    this.taken.add(`${next},${at}`);
    const fact = this.reader.fact(fieldOf('pegObjective', 'title'), next, at);
    return { ...fact, row: next, column: at, labelColumn: column, label: '', heading: false, under: null };
  }

  /** A value in a cell of its own: one cell may tell of several levels, or from when to when; dates may follow a phase. */
  private addValue(field: Field, label: string, place: Place, labelColumn: number): void {
    for (const fact of this.reader.facts(field, place.row, place.column))
      this.add({ field: fact.field, label, value: fact.text }, place, labelColumn, {}, fact);
    if (field.subject === 'phase' && field.attribute === 'title') this.addTimes(field.group, place);
  }

  /** `a) Analisi | entro il 31/03`: a line of a list with its term beside it is a phase of the card. */
  private readListed(row: number, column: number): boolean {
    const inLine = listedWithTerm(this.sheet.line(row, column));
    if (inLine) {
      const of = { group: this.listed++ };
      const add = (attribute: 'title' | 'end', value: string) =>
        this.add(
          { field: fieldOf('phase', attribute, of), label: `#${of.group}.${attribute}`, value },
          { row, column },
          column,
        );
      add('title', inLine.title);
      add('end', inLine.end);
      return true;
    }
    const line = listedPhase(this.sheet, this.reader, { row, column });
    if (line === null) return false;
    const group = this.listed++;
    const of = fieldOf('phase', 'title', { group });
    this.add({ field: of, label: `#${group}`, value: line }, { row, column }, column);
    this.addTimes(group, { row, column });
    return true;
  }

  /** Dates and percentages right of a phase's name: its start, its end, its weight. */
  private addTimes(group: number, { row, column }: Place): void {
    for (const { attribute, at } of timesBeside(this.sheet, this.reader, { row, column })) {
      const of = fieldOf('phase', attribute, { group });
      const value = this.sheet.text(row, at);
      this.add({ field: of, label: `#${group}.${attribute}`, value }, { row, column: at }, column);
    }
  }

  private add(
    { field, label, value }: Labelled,
    { row, column }: Place,
    labelColumn: number,
    { heading = false, under = null }: Partial<Pick<LabelledFact, 'heading' | 'under'>> = {},
    fact?: Fact,
  ): void {
    this.taken.add(`${row},${column}`);
    if (!heading || field.attribute !== 'centre') this.ledger.map(this.sheet.grid, row, column);
    const own = fact ? [fact] : this.reader.facts(field, row, column, value);
    for (const one of own)
      this.facts.push({
        ...one,
        row,
        column,
        labelColumn,
        label: fold(label).replace(/[\s:.°]+$/, ''),
        heading,
        under,
      });
  }

  private isTaken({ row, column }: Place): boolean {
    return this.taken.has(`${row},${column}`);
  }

  private inTable(row: number): boolean {
    return this.tables.some((table) => row >= table.top && row <= table.bottom);
  }
}
