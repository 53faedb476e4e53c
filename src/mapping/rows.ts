import { fitsMask, looksLikeCode, splitCode, type PegRow } from '../plan';
import { cellAt, mergeAt, refAt, textAt, type CellRef, type Grid } from '../workbook';
import type { Column, Field, PlanSubject } from './fields';
import { bandLabel, bareLabel, inlineLabel, valueRight } from './labels';
import type { IgnoredAs, Ledger } from './ledger';
import { isNoteText, isTotalLabel } from './lexicon';
import { filledColumns } from './places';
import { LEVELS, Scope, type Fact, type Statement } from './statements';
import type { FoundTable } from './tables';
import { dateIn, fusedShare } from './values';

/** What reading the rows of a table needs to know. */
export interface RowReading {
  readonly tableId: string;
  readonly table: FoundTable;
  readonly columns: readonly Column[];
  /** Mask of the codes of PEG objectives, once known. */
  readonly mask: string | null;
  readonly date1904: boolean;
  readonly year: number | null;
  /** Facts that hold for the whole table: of the sheet, or of the card it stands in. */
  readonly context: readonly Fact[];
  /** The level of an objective that bears this name, when one is known already (from the DUP). */
  readonly levelOf: (text: string) => PlanSubject | null;
  readonly ledger: Ledger;
  /** The table states objectives of PEG: only there a code out of place means a shifted row. */
  readonly definesPeg: boolean;
}

export interface RowsRead {
  readonly statements: readonly Statement[];
  /** Cells whose code and title share a cell by the table's own design. */
  readonly fusedByDesign: readonly CellRef[];
  /** Bands that were taken for an office because nothing else fits. */
  readonly guessedBands: readonly CellRef[];
}

const LONG_TEXT = 140;

/** Reads the rows under a table's header. */
export function readRows(reading: RowReading): RowsRead {
  return new RowReader(reading).read();
}

class RowReader {
  private readonly grid: Grid;
  private readonly fields: ReadonlyMap<number, Field>;
  private readonly codeColumn: number | null;
  private readonly titleColumn: number | null;
  private readonly finer: boolean;
  private readonly fused: boolean;
  private readonly scope: Scope;
  private readonly statements: Statement[] = [];
  private readonly fusedCells: CellRef[] = [];
  private readonly guessedBands: CellRef[] = [];
  /** The hierarchy and, in tables of phases or indicators, the PEG objective that rows below go on with. */
  private open: Fact[] = [];
  private readonly writtenOut = new Map<PlanSubject, boolean>();

  constructor(private readonly reading: RowReading) {
    this.grid = reading.table.grid;
    this.fields = new Map(
      reading.columns.flatMap((column) => (column.field ? [[column.column, column.field] as const] : [])),
    );
    this.codeColumn = this.columnOf('pegObjective', 'code');
    this.titleColumn = this.columnOf('pegObjective', 'title');
    this.finer = ['phase', 'indicator'].some(
      (subject) =>
        this.columnOf(subject as PlanSubject, 'title') !== null ||
        this.columnOf(subject as PlanSubject, 'month') !== null,
    );
    this.fused =
      this.codeColumn === null && this.titleColumn !== null && this.fusedRows(this.titleColumn) >= 0.6;
    this.scope = new Scope(reading.context);
  }

  read(): RowsRead {
    const { table } = this.reading;
    this.settleHeader();
    for (let row = table.headerBottom + 1; row <= table.lastRow; row++) {
      const columns = filledColumns(this.grid, row);
      if (columns.length === 0) continue;
      const aside = this.isAside(row, columns);
      if (aside) for (const column of columns) this.reading.ledger.ignore(this.grid, row, column, aside);
      else if (!this.readBand(row, columns)) this.readData(row);
    }
    return { statements: this.statements, fusedByDesign: this.fusedCells, guessedBands: this.guessedBands };
  }

  private columnOf(subject: PlanSubject, attribute: Field['attribute']): number | null {
    for (const [column, field] of this.fields)
      if (field.subject === subject && field.attribute === attribute) return column;
    return null;
  }

  private fusedRows(column: number): number {
    const { headerBottom, lastRow } = this.reading.table;
    const rows = Array.from({ length: lastRow - headerBottom }, (_, i) => headerBottom + 1 + i);
    return fusedShare(this.grid, rows, column, this.reading.mask);
  }

  private settleHeader(): void {
    for (const column of this.reading.columns) {
      for (const place of column.places) {
        if (column.field) this.reading.ledger.map(this.grid, place.row, place.column);
        else this.reading.ledger.ignore(this.grid, place.row, place.column, 'header');
      }
    }
  }

  /** A repeated header, a total, a remark: rows that say nothing of an objective. */
  private isAside(row: number, columns: readonly number[]): IgnoredAs | null {
    const texts = columns.map((column) => textAt(this.grid, row, column));
    const repeated = columns.filter((column, i) =>
      this.reading.columns.some(
        (own) =>
          own.column === column &&
          own.texts.some((one) => one.toLowerCase() === texts[i]?.replace(/\n/g, ' ').toLowerCase()),
      ),
    );
    if (repeated.length >= 2) return 'header';
    const first = texts[0] ?? '';
    const coded =
      this.codeColumn !== null &&
      looksLikeCode(textAt(this.grid, row, this.codeColumn)) &&
      columns[0] === this.codeColumn;
    if (!coded && texts.some((text) => isTotalLabel(text)) && isTotalLabel(first)) return 'total';
    if (columns.length === 1 && isNoteText(first)) return 'note';
    if (columns.length === 1 && first.length > LONG_TEXT && this.isWide(row, columns[0] ?? 0)) return 'note';
    return null;
  }

  private isWide(row: number, column: number): boolean {
    const area = mergeAt(this.grid, row, column);
    return area !== null && area.right > area.left;
  }

  /** A row that names what holds for the rows below: an office, an area, a mission. */
  private readBand(row: number, columns: readonly number[]): boolean {
    const [first = 0, second] = columns;
    const text = textAt(this.grid, row, first);
    if (columns.length === 2 && second !== undefined) {
      const label = bareLabel(text);
      if (!label || !text.endsWith(':') || valueRight(this.grid, row, first) !== second) return false;
      this.openBand(row, second, { ...label }, textAt(this.grid, row, second));
      this.reading.ledger.ignore(this.grid, row, first, 'label');
      return true;
    }
    if (columns.length !== 1) return false;
    const area = mergeAt(this.grid, row, first);
    if (area && area.bottom > area.top && area.right === area.left) return false;
    const wide = this.isWide(row, first);
    const field = this.fields.get(first);
    const own = field?.attribute === 'title' || field?.attribute === 'citation';
    const known = this.reading.levelOf(text);
    const labelled = inlineLabel(text) ?? (wide || !own ? bandLabel(text) : null);
    if (!wide && own && !labelled) return false;
    if (!wide && own && labelled && labelled.field.subject === field?.subject) return false;
    if (labelled) this.openBand(row, first, labelled.field, labelled.value);
    else if (known)
      this.openBand(row, first, { subject: known, attribute: 'title', period: null, month: null }, text);
    else if (field?.attribute === 'code' && looksLikeCode(text)) return false;
    else if (
      (wide || (first === this.leftmost() && !own)) &&
      text.length <= LONG_TEXT &&
      /\p{L}{2}/u.test(text)
    ) {
      this.openBand(
        row,
        first,
        { subject: 'pegObjective', attribute: 'centre', period: null, month: null },
        text,
      );
      this.guessedBands.push(refAt(this.grid, row, first));
    } else if (wide) this.reading.ledger.ignore(this.grid, row, first, 'note');
    else return false;
    return true;
  }

  private leftmost(): number {
    return Math.min(...this.fields.keys());
  }

  private openBand(row: number, column: number, field: Field, text: string): void {
    this.reading.ledger.map(this.grid, row, column);
    this.scope.set(this.fact(field, text, row, column));
    this.open = this.open.filter(
      (fact) => fact.field.subject === 'strategicArea' && field.subject !== 'strategicArea',
    );
  }

  private fact(field: Field, text: string, row: number, column: number, inherited = false): Fact {
    const value = cellAt(this.grid, row, column)?.value;
    const dated = /^(start|end|progress)$/.test(field.attribute);
    return {
      field,
      text,
      cells: [refAt(this.grid, row, column)],
      iso: dated ? dateIn(this.grid, row, column, this.reading.date1904, this.reading.year) : null,
      number: typeof value === 'number' ? value : null,
      inherited,
    };
  }

  private readData(row: number): void {
    const shifted = this.shiftedFacts(row);
    const own = shifted ? shifted.facts : this.regularFacts(row);
    if (own.length === 0) {
      for (const column of filledColumns(this.grid, row)) this.reading.ledger.note(this.grid, row, column);
      return;
    }
    for (const column of filledColumns(this.grid, row)) this.settle(row, column, shifted !== null);
    const hierarchy = this.fillHierarchy(own, shifted !== null);
    const peg = this.fillPeg(own);
    const facts = [...own, ...hierarchy, ...peg.facts];
    this.statements.push({
      tableId: this.reading.tableId,
      grid: this.grid,
      row,
      facts: [...facts, ...this.scope.over(facts)],
      layout: shifted ? shifted.layout : this.layoutOf(own),
      place: 'row',
      statesPeg: peg.states,
      cells: filledColumns(this.grid, row).map((column) => refAt(this.grid, row, column)),
    });
  }

  private settle(row: number, column: number, shifted: boolean): void {
    const own = this.reading.columns.find((other) => other.column === column);
    if (own?.field || shifted) this.reading.ledger.map(this.grid, row, column);
    else if (own?.ignored) this.reading.ledger.ignore(this.grid, row, column, 'unread-column');
    else this.reading.ledger.note(this.grid, row, column);
  }

  /** Facts of a row whose cells stand in their columns; a cell merged downwards speaks for each of its rows. */
  private regularFacts(row: number): Fact[] {
    const facts: Fact[] = [];
    for (const [column, field] of this.fields) {
      const area = mergeAt(this.grid, row, column);
      const at = area ? { row: area.top, column: area.left } : { row, column };
      if (at.column !== column) continue;
      const text = textAt(this.grid, at.row, at.column);
      if (text === '') continue;
      const inherited = at.row !== row;
      if (inherited && area && filledColumns(this.grid, row).length === 0) continue;
      if (field.subject === 'pegObjective' && field.attribute === 'title')
        facts.push(...this.titleFacts(field, text, at.row, at.column, inherited));
      else facts.push(this.fact(field, text, at.row, at.column, inherited));
    }
    return facts.some((fact) => !fact.inherited) ? facts : [];
  }

  /** The title, and the code with it where both share the cell. */
  private titleFacts(field: Field, text: string, row: number, column: number, inherited: boolean): Fact[] {
    const codeHere = this.codeColumn !== null && textAt(this.grid, row, this.codeColumn) !== '';
    const split = codeHere
      ? null
      : splitCode(text, this.fused ? (this.reading.mask ?? null) : this.reading.mask);
    if (!split || !(this.fused || this.reading.mask)) return [this.fact(field, text, row, column, inherited)];
    if (this.fused && !inherited) this.fusedCells.push(refAt(this.grid, row, column));
    return [
      this.fact({ ...field, attribute: 'code' }, split.code, row, column, inherited),
      this.fact(field, split.text, row, column, inherited),
    ];
  }

  private layoutOf(facts: readonly Fact[]): PegRow['layout'] {
    const code = facts.find(
      (fact) => fact.field.subject === 'pegObjective' && fact.field.attribute === 'code',
    );
    const title = facts.find(
      (fact) => fact.field.subject === 'pegObjective' && fact.field.attribute === 'title',
    );
    return code && title && code.cells[0]?.address === title.cells[0]?.address ? 'fused' : 'regular';
  }

  /**
   * A row whose code stands in another column than its siblings': it is read from the code rightwards (title) and
   * leftwards (operating, strategic). Only a code that fits the workbook's mask is believed.
   */
  private shiftedFacts(row: number): { facts: Fact[]; layout: PegRow['layout'] } | null {
    const { mask } = this.reading;
    if (
      !mask ||
      !this.reading.definesPeg ||
      this.titleColumn === null ||
      mask.replace(/[[\]\\]/g, '').length < 4
    )
      return null;
    const inCode = this.codeColumn === null ? '' : textAt(this.grid, row, this.codeColumn);
    const inTitle = textAt(this.grid, row, this.titleColumn);
    if (fitsMask(mask, inCode) || splitCode(inTitle, mask)) return null;
    for (const column of filledColumns(this.grid, row)) {
      if (column === this.codeColumn) continue;
      const field = this.fields.get(column);
      if (field && field.attribute !== 'title' && field.attribute !== 'citation') continue;
      const text = textAt(this.grid, row, column);
      const alone = column !== this.titleColumn && fitsMask(mask, text);
      const split = alone ? null : splitCode(text, mask);
      if (alone || split) return this.realigned(row, column, alone ? null : split);
    }
    return null;
  }

  private realigned(
    row: number,
    at: number,
    split: { code: string; text: string } | null,
  ): { facts: Fact[]; layout: PegRow['layout'] } {
    const columns = filledColumns(this.grid, row);
    const field = (subject: PlanSubject, attribute: Field['attribute']): Field => ({
      subject,
      attribute,
      period: null,
      month: null,
    });
    const facts: Fact[] = [
      this.fact(field('pegObjective', 'code'), split ? split.code : textAt(this.grid, row, at), row, at),
    ];
    const right = columns.filter((column) => column > at);
    const title = split ? at : right.shift();
    if (title !== undefined)
      facts.push(
        this.fact(
          field('pegObjective', 'title'),
          split ? split.text : textAt(this.grid, row, title),
          row,
          title,
        ),
      );
    const offset = (this.titleColumn ?? at) - (title ?? at);
    for (const column of right) {
      const own = this.fields.get(column + offset);
      if (own && own.subject !== 'strategicArea')
        facts.push(this.fact(own, textAt(this.grid, row, column), row, column));
    }
    const levels = [...LEVELS].reverse().filter((level) => this.columnOf(level, 'title') !== null);
    const left = columns.filter((column) => column < at).reverse();
    for (const [i, column] of left.entries()) {
      const level = levels[i];
      if (level) facts.push(this.fact(field(level, 'title'), textAt(this.grid, row, column), row, column));
    }
    return { facts, layout: split ? 'shifted-fused' : 'shifted' };
  }

  /** Levels a row leaves blank go on from above, unless a higher one changed; a shifted row inherits none but the highest. */
  private fillHierarchy(own: readonly Fact[], shifted: boolean): Fact[] {
    const filled: Fact[] = [];
    let changed = false;
    for (const level of LEVELS) {
      const said = own.filter(
        (fact) => fact.field.subject === level && /^(title|code)$/.test(fact.field.attribute),
      );
      const before = this.open.filter((fact) => fact.field.subject === level);
      if (said.length > 0) {
        if (!sameTexts(said, before)) {
          changed = true;
          if (!shifted)
            this.open = [
              ...this.open.filter((fact) => LEVELS.indexOf(fact.field.subject) < LEVELS.indexOf(level)),
              ...said,
            ];
        }
      } else if (changed || (shifted && level === 'operatingObjective') || this.isWrittenOut(level)) continue;
      else filled.push(...before.map((fact) => ({ ...fact, inherited: true })));
    }
    return filled;
  }

  /**
   * Tables that write a level in every row leave nothing to inherit: a blank there is a blank. They show it by
   * repeating the same text in rows that follow each other, or by having the column after the objective's own.
   */
  private isWrittenOut(level: PlanSubject): boolean {
    const known = this.writtenOut.get(level);
    if (known !== undefined) return known;
    const columns = [this.columnOf(level, 'title'), this.columnOf(level, 'code')].filter(
      (column) => column !== null,
    );
    const answer =
      columns.length > 0 &&
      columns.every(
        (column) => (this.titleColumn !== null && column > this.titleColumn) || this.repeatsItself(column),
      );
    this.writtenOut.set(level, answer);
    return answer;
  }

  private repeatsItself(column: number): boolean {
    const { headerBottom, lastRow } = this.reading.table;
    let [filled, blank, repeated, before] = [0, 0, 0, ''];
    for (let row = headerBottom + 1; row <= lastRow; row++) {
      if (filledColumns(this.grid, row).length === 0 || mergeAt(this.grid, row, column)) continue;
      const text = textAt(this.grid, row, column);
      if (text === '') blank += 1;
      else {
        filled += 1;
        if (text === before) repeated += 1;
      }
      before = text;
    }
    return repeated > 0 && blank * 3 <= filled;
  }

  /** In tables of phases or indicators a row without an objective goes on with the one above. */
  private fillPeg(own: readonly Fact[]): { facts: Fact[]; states: boolean } {
    const said = own.filter(
      (fact) => fact.field.subject === 'pegObjective' && /^(title|code)$/.test(fact.field.attribute),
    );
    const before = this.open.filter((fact) => fact.field.subject === 'pegObjective');
    if (said.length === 0)
      return { facts: this.finer ? before.map((fact) => ({ ...fact, inherited: true })) : [], states: false };
    const going =
      this.finer &&
      before.length > 0 &&
      sameTexts(said, before) &&
      own.some((fact) => fact.field.subject === 'phase' || fact.field.subject === 'indicator');
    this.open = [...this.open.filter((fact) => fact.field.subject !== 'pegObjective'), ...said];
    return { facts: [], states: !going && said.some((fact) => !fact.inherited) };
  }
}

function sameTexts(a: readonly Fact[], b: readonly Fact[]): boolean {
  return (
    a.length === b.length &&
    a.every((fact) =>
      b.some((other) => other.field.attribute === fact.field.attribute && other.text === fact.text),
    )
  );
}
