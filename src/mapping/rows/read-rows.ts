import { normaliseCode, type PegRow } from '../../plan';
import { parseArea, type CellRef } from '../../workbook';
import { rowsBetween, type SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { bandLevels, type BandLevel } from '../propose/band-levels';
import type { Column } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import type { Outline } from '../tables/outline';
import type { FusedName } from '../tables/outline-codes';
import { field as fieldOf, isLevel, isName, type Field, type PlanSubject } from '../words/field';
import { saysNone } from '../words/texts';
import { Asides } from './aside';
import { readBand, type LevelOf } from './bands';
import { FactReader } from './facts';
import { Inheritance } from './inheritance';
import { longField, longForm, type LongForm } from './long-form';
import { severalIn } from './several';
import { shiftedRow } from './shifted-rows';
import { Scope, type Fact, type Statement } from './statements';
import { splitName, TableShape } from './table-shape';

/** What reading the rows of a table needs to know. */
export interface RowReading {
  readonly tableId: string;
  readonly table: FoundTable;
  readonly columns: readonly Column[];
  /** Mask of the codes of PEG objectives, once known. */
  readonly mask: string | null;
  readonly year: number | null;
  /** Facts that hold for the whole table: of the sheet, or of the card it stands in. */
  readonly context: readonly Fact[];
  readonly levelOf: LevelOf;
  readonly ledger: Ledger;
  /** The table states objectives of PEG: only there a code out of place means a shifted row. */
  readonly definesPeg: boolean;
  /** What single rows state, in a list that mixes levels. */
  readonly outline: Outline | null;
}

export interface RowsRead {
  readonly statements: readonly Statement[];
  /** Cells whose code and title share a cell by the table's own design. */
  readonly fusedByDesign: readonly CellRef[];
  /** Bands that were taken for an office because nothing else fits. */
  readonly guessedBands: readonly CellRef[];
}

/** What a row says with what it stands under, and whether it states an objective of PEG itself. */
interface RowFacts {
  readonly facts: readonly Fact[];
  readonly states: boolean;
}

/** Phases written in the columns of a calendar are parts of their row, each by its month. */
const OF_MONTHS = 100;

/** What the columns of objectives say of a phase in a list that has both. */
const OF_PHASES: readonly Field['attribute'][] = [
  'ordinal',
  'weight',
  'owner',
  'start',
  'end',
  'progress',
  'description',
  'month',
];

/** What they say of an objective of the DUP. */
const OF_OPERATINGS: readonly Field['attribute'][] = ['mission', 'programme'];

/** Reads the rows under a table's header. */
export function readRows(reading: RowReading): RowsRead {
  return new RowReader(reading).read();
}

class RowReader {
  private readonly sheet: SheetView;
  private readonly shape: TableShape;
  private readonly reader: FactReader;
  private readonly scope: Scope;
  private readonly inheritance: Inheritance;
  private readonly asides: Asides;
  private readonly bands: ReadonlyMap<number, BandLevel>;
  private readonly long: LongForm | null;
  private readonly statements: Statement[] = [];
  private readonly fusedByDesign: CellRef[] = [];
  private readonly guessedBands: CellRef[] = [];

  constructor(private readonly reading: RowReading) {
    this.sheet = reading.table.sheet;
    this.shape = new TableShape(reading.table, reading.columns, reading.mask, reading.outline);
    this.reader = new FactReader(this.sheet, reading.year);
    this.scope = new Scope(reading.context);
    this.inheritance = new Inheritance(this.shape);
    this.asides = new Asides(this.shape);
    this.long = longForm(reading.table, reading.columns);
    this.bands = reading.outline ? new Map() : bandLevels(reading.table, this.shape.rowKind);
  }

  read(): RowsRead {
    const { table, ledger } = this.reading;
    this.settleHeader();
    for (const row of rowsBetween(table.headerBottom + 1, table.lastRow)) {
      const columns = this.sheet.filled(row, table);
      if (columns.length === 0) continue;
      const aside = this.asides.as(row, columns);
      if (aside) for (const column of columns) ledger.ignore(this.sheet.grid, row, column, aside);
      else if (!this.readAsBand(row)) this.readData(row, columns);
    }
    const { statements, fusedByDesign, guessedBands } = this;
    return { statements, fusedByDesign, guessedBands };
  }

  private settleHeader(): void {
    const { ledger, columns } = this.reading;
    for (const { places, field } of columns) {
      for (const { row, column } of places) {
        if (field) ledger.map(this.sheet.grid, row, column);
        else ledger.ignore(this.sheet.grid, row, column, 'header');
      }
    }
  }

  private readAsBand(row: number): boolean {
    const { ledger, levelOf } = this.reading;
    const { grid } = this.sheet;
    const band = readBand(this.shape, row, levelOf, this.bands);
    if (band === null) return false;
    if (band === 'note') {
      for (const column of this.sheet.filled(row, this.reading.table))
        ledger.ignore(grid, row, column, 'note');
      return true;
    }
    ledger.map(grid, row, band.column);
    if (band.labelColumn !== null) ledger.ignore(grid, row, band.labelColumn, 'label');
    if (band.guessed) this.guessedBands.push(this.sheet.ref(row, band.column));
    const fact = this.reader.fact(band.field, row, band.column, band.text);
    this.scope.set(fact);
    for (const { field, value } of band.more)
      this.scope.set(this.reader.fact(field, row, band.column, value));
    this.inheritance.close(band.field.subject);
    if (isLevel(band.field.subject) && isName(band.field)) this.stateLevel(fact, row);
    return true;
  }

  /** A band that names an objective of the DUP states it, whether or not rows follow. */
  private stateLevel(fact: Fact, row: number): void {
    this.statements.push({
      tableId: this.reading.tableId,
      grid: this.sheet.grid,
      row,
      facts: [fact, ...this.scope.over([fact]).filter(({ field }) => isLevel(field.subject))],
      layout: 'regular',
      place: 'row',
      statesPeg: false,
      cells: fact.cells,
    });
  }

  private readData(row: number, columns: readonly number[]): void {
    const { definesPeg, mask, tableId, ledger } = this.reading;
    const shifted = definesPeg ? shiftedRow(this.shape, row, mask, this.reader) : null;
    const own = shifted ? shifted.facts : this.atLevel(row, this.regularFacts(row));
    if (own.length === 0) {
      for (const column of columns) ledger.note(this.sheet.grid, row, column);
      return;
    }
    for (const column of columns) this.settle(row, column, shifted !== null);
    const { facts, states } = this.reading.outline?.parents
      ? this.underParents(row, own)
      : this.underRowsAbove(row, own, shifted !== null);
    for (const told of severalIn(facts, (fact) => this.written(fact)))
      this.statements.push({
        tableId,
        grid: this.sheet.grid,
        row,
        facts: [...told, ...this.scope.over(told)],
        layout: shifted ? shifted.layout : layoutOf(own),
        place: 'row',
        statesPeg: states,
        series: this.long !== null,
        cells: columns.map((column) => this.sheet.ref(row, column)),
      });
  }

  private written({ cells: [cell] }: Fact): string {
    const place = cell && parseArea(cell.address);
    return place ? this.sheet.text(place.top, place.left) : '';
  }

  /** What a row says, with what the order of the rows puts it under. */
  private underRowsAbove(row: number, own: readonly Fact[], shifted: boolean): RowFacts {
    const levels = this.inheritance.levels(own, shifted);
    const heading = isLevel(this.reading.outline?.levels.get(row) ?? 'pegObjective');
    const objective = this.inheritance.objective(own, heading);
    const facts = [...own, ...levels, ...objective.facts, ...this.inheritance.blocks(row, own)];
    return { facts, states: objective.states };
  }

  /** What a row says, with the names of the rows that its own ids put it under. */
  private underParents(row: number, own: readonly Fact[]): RowFacts {
    const { outline } = this.reading;
    const above: Fact[] = [];
    const seen = new Set([row]);
    let last = row;
    for (
      let at = outline?.parents?.get(row);
      at !== undefined && !seen.has(at);
      last = at, at = outline?.parents?.get(at)
    ) {
      seen.add(at);
      above.push(...this.namesIn(at));
    }
    const unknown = outline?.unknownParents?.get(last);
    if (unknown) above.push(this.reader.fact(fieldOf(unknown.level, 'code'), last, unknown.column));
    const states = own.some(({ field: of }) => of.subject === 'pegObjective' && isName(of));
    return { facts: [...own, ...above.map((fact) => ({ ...fact, inherited: true }))], states };
  }

  private namesIn(row: number): readonly Fact[] {
    return this.atLevel(row, this.regularFacts(row)).filter((fact) => isName(fact.field));
  }

  /** The level a row of a mixed list states; the name of an objective of the DUP tells it better than the row's place. */
  private levelOf(row: number, facts: readonly Fact[]): PlanSubject | null {
    const level = this.reading.outline?.levels.get(row);
    if (level === undefined) return null;
    const title = facts.find(
      ({ field }) => field.subject === this.shape.mixed && field.attribute === 'title',
    );
    return isLevel(level) && title ? (this.reading.levelOf(title.text) ?? level) : level;
  }

  /** In a list that mixes levels, what the columns say of objectives is said of the row's own level. */
  private atLevel(row: number, facts: readonly Fact[]): readonly Fact[] {
    const level = this.levelOf(row, facts);
    if (level === null || level === this.shape.mixed) return facts;
    return facts.flatMap((fact) => {
      if (fact.field.subject !== this.shape.mixed) return [fact];
      const said =
        isName(fact.field) ||
        (level === 'phase' && OF_PHASES.includes(fact.field.attribute)) ||
        (level === 'operatingObjective' && OF_OPERATINGS.includes(fact.field.attribute));
      return said ? [{ ...fact, field: { ...fact.field, subject: level } }] : [];
    });
  }

  private settle(row: number, column: number, shifted: boolean): void {
    const { ledger } = this.reading;
    const own = this.shape.at(column);
    const place = this.sheet.placeOf(row, column);
    if (own?.field || shifted || this.isLong(column)) ledger.map(this.sheet.grid, place.row, place.column);
    else if (own?.ignored) ledger.ignore(this.sheet.grid, row, column, 'unread-column');
    else ledger.note(this.sheet.grid, row, column);
  }

  /** Facts of a row whose cells stand in their columns; a cell merged downwards speaks for each of its rows. */
  private regularFacts(row: number): Fact[] {
    const facts: Fact[] = this.longFacts(row);
    for (const [column, field] of this.shape.fields) {
      if (this.isLong(column)) continue;
      const area = this.sheet.merge(row, column);
      const at = area ? { row: area.top, column: area.left } : { row, column };
      const shown = at.column === column ? this.sheet.line(at.row, at.column) : '';
      if (shown === '' || (field.attribute === 'title' && saysNone(shown))) continue;
      if (this.isNamedIn(field, at.row, at.column)) {
        facts.push(...this.monthFacts(field, at.row, at.column));
        continue;
      }
      const own =
        isPegTitle(field) || (field.subject === this.shape.mixed && field.attribute === 'title')
          ? this.titleFacts(field, at.row, at.column, row)
          : this.reader.facts(field, at.row, at.column);
      const text = this.meant(column, at.row);
      facts.push(...own.map((fact) => ({ ...fact, text: text ?? fact.text, inherited: at.row !== row })));
    }
    return facts.some((fact) => !fact.inherited) ? this.reader.withStart(facts) : [];
  }

  /** A phase written where others have a cross: in the column of the month in which it ends. */
  private isNamedIn({ subject, attribute }: Field, row: number, column: number): boolean {
    return (
      subject === 'phase' &&
      attribute === 'month' &&
      this.shape.columnOf('phase', 'title') === null &&
      /\p{L}{4}/u.test(this.sheet.text(row, column))
    );
  }

  private monthFacts({ months }: Field, row: number, column: number): Fact[] {
    const { year, table } = this.reading;
    const [, month = 12] = months ?? [];
    const of = { group: OF_MONTHS + month };
    const header = table.columns.find((one) => one.column === column)?.text ?? '';
    const iso = year === null ? null : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    return [
      this.reader.fact(fieldOf('phase', 'title', of), row, column),
      { ...this.reader.fact(fieldOf('phase', 'end', of), row, column, header), iso },
    ];
  }

  /** `2025 | 38 | Consuntivo`: the value of a year, whose kind and year stand beside it. */
  private longFacts(row: number): Fact[] {
    const { long } = this;
    const of = long && longField(this.reading.table, row, long);
    if (!of || this.sheet.text(row, long.value) === '') return [];
    return [this.reader.fact(of, row, long.value)];
  }

  private isLong(column: number): boolean {
    const { long } = this;
    return long !== null && (column === long.year || column === long.value || column === long.type);
  }

  /** The code that an id in a cell stands for, where the column holds ids of another table. */
  private meant(column: number, row: number): string | null {
    const codes = this.shape.at(column)?.codes;
    return codes?.get(normaliseCode(this.sheet.line(row, column))) ?? null;
  }

  /** The title, and the code with it where both share the cell. */
  private titleFacts(field: Field, row: number, column: number, of: number): Fact[] {
    const own = this.reading.outline?.fused.get(row);
    if (own && row === of) {
      this.fusedByDesign.push(this.sheet.ref(row, column));
      return this.splitFacts(field, row, column, own);
    }
    const { mask } = this.reading;
    const { fused, codeColumn } = this.shape;
    const coded = codeColumn !== null && this.sheet.text(of, codeColumn) !== '';
    const text = this.sheet.line(row, column);
    const split =
      coded || !(fused || mask) ? null : (splitName(text, mask) ?? (fused ? splitName(text, null) : null));
    if (!split) return [this.reader.fact(field, row, column)];
    if (fused && row === of) this.fusedByDesign.push(this.sheet.ref(row, column));
    return this.splitFacts(field, row, column, split);
  }

  private splitFacts(field: Field, row: number, column: number, { code, text }: FusedName): Fact[] {
    return [
      this.reader.fact({ ...field, attribute: 'code' }, row, column, code),
      this.reader.fact(field, row, column, text),
    ];
  }
}

function isPegTitle({ subject, attribute }: Field): boolean {
  return subject === 'pegObjective' && attribute === 'title';
}

function layoutOf(facts: readonly Fact[]): PegRow['layout'] {
  const cellOf = (attribute: Field['attribute']) =>
    facts.find(({ field }) => field.subject === 'pegObjective' && field.attribute === attribute)?.cells[0]
      ?.address;
  const code = cellOf('code');
  return code !== undefined && code === cellOf('title') ? 'fused' : 'regular';
}
