import { isUnder, normaliseCode } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { indicatorText } from '../propose/indicator-text';
import { ROW_KINDS, type RowKind } from '../propose/level-naming';
import type { OutlineLine, TextOutline } from '../propose/text-outline';
import type { TextLine } from '../propose/text-lines';
import { field, isName, type Field } from '../words/field';
import { labelField } from '../words/labels';
import { readHeader } from '../words/lexicon';
import { FactReader } from './facts';
import type { Fact, Statement } from './statements';

/** What reading an outline needs to know. */
export interface OutlineReading {
  readonly tableId: string;
  readonly sheet: SheetView;
  readonly outline: TextOutline;
  readonly year: number | null;
  readonly ledger: Ledger;
}

/** Reads the lines of an outline: what each says, and the names of what it stands under. */
export function readOutlineRows(reading: OutlineReading): Statement[] {
  return new OutlineReader(reading).read();
}

/** What holds for all that follows until it is said anew. */
const OF_BLOCK: readonly Field['attribute'][] = ['centre', 'mission', 'programme'];
const OF_PHASES: readonly Field['attribute'][] = [
  'owner',
  'start',
  'end',
  'weight',
  'progress',
  'description',
];
const OF_INDICATORS: readonly Field['attribute'][] = [
  'target',
  'baseline',
  'actual',
  'unit',
  'source',
  'formula',
  'weight',
];

/** A line with what it says so far. */
interface Open {
  readonly kind: RowKind;
  readonly row: number;
  readonly facts: Fact[];
  readonly code: string | null;
}

/** A line that was read, with the lines it stands under. */
interface Closed {
  readonly one: Open;
  readonly above: readonly Open[];
}

class OutlineReader {
  private readonly reader: FactReader;
  private readonly statements: Statement[] = [];
  /** Names of the levels a line stands under. */
  private above: Open[] = [];
  /** Lines with a code, the last of each. */
  private readonly coded = new Map<string, Closed>();
  private readonly block = new Map<Field['attribute'], Fact>();
  private current: Open | null = null;

  constructor(private readonly reading: OutlineReading) {
    this.reader = new FactReader(reading.sheet, reading.year);
  }

  read(): Statement[] {
    const { outline } = this.reading;
    const first = outline.lines.findIndex(({ kind }) => kind !== null);
    for (const [at, one] of outline.lines.entries()) {
      if (one.kind !== null) this.open(one, one.kind);
      else if (one.part.is === 'said') this.say(one.line, one.part);
      else this.pass(one, at < first);
    }
    this.close();
    return this.statements;
  }

  private open({ line, part }: OutlineLine, kind: RowKind): void {
    this.close();
    if (part.is !== 'level') return;
    this.map(line);
    const measured = kind === 'indicator' ? indicatorText(part.text) : null;
    const facts = [this.fact(field(kind, 'title'), line, measured?.title ?? part.text)];
    if (part.code !== null) facts.unshift(this.fact(field(kind, 'code'), line, part.code));
    if (measured?.formula != null) facts.push(this.fact(field(kind, 'formula'), line, measured.formula));
    for (const { attribute, period, text } of measured?.said ?? [])
      facts.push(this.fact(field(kind, attribute, { period }), line, text));
    if (line.first) facts.push(...this.beside(line, kind));
    this.current = { kind, row: line.row, facts, code: part.code };
  }

  private beside(line: TextLine, kind: RowKind): Fact[] {
    const { outline, sheet, ledger } = this.reading;
    const facts: Fact[] = [];
    for (const column of sheet.filled(line.row)) {
      if (column === line.column) continue;
      const said = outline.beside.get(column);
      const own = said === undefined ? null : fieldFor(kind, said.attribute, said);
      if (own) facts.push(...this.reader.facts(own, line.row, column));
      if (own) ledger.map(sheet.grid, line.row, column);
      else if (said !== undefined) ledger.ignore(sheet.grid, line.row, column, 'unread-column');
      else ledger.note(sheet.grid, line.row, column);
    }
    return this.reader.withStart(facts);
  }

  /** `Responsabile: Ada Cedro` under a line says it of that line, else of all that follows. */
  private say(line: TextLine, { label, text }: { readonly label: string; readonly text: string }): void {
    const said = labelField(readHeader(label));
    if (!said) return this.pass({ line, part: { is: 'loose' }, kind: null }, false);
    this.map(line);
    const value = text === '' ? (this.valueBeside(line) ?? '') : withCode(line, text);
    if (value === '') return;
    const { current } = this;
    const own = current && fieldFor(current.kind, said.attribute, said);
    if (OF_BLOCK.includes(said.attribute) || !current || !own) {
      if (OF_BLOCK.includes(said.attribute)) this.close();
      if (said.subject === 'pegObjective') this.block.set(said.attribute, this.fact(said, line, value));
    } else current.facts.push(...this.reader.withStart([this.fact(own, line, value)]));
  }

  private valueBeside({ row, column }: TextLine): string | null {
    const { sheet, ledger } = this.reading;
    const next = sheet.filled(row).find((other) => other > column);
    if (next === undefined) return null;
    ledger.map(sheet.grid, row, next);
    return sheet.line(row, next);
  }

  private pass({ line, part }: OutlineLine, isAbove: boolean): void {
    const { sheet, ledger } = this.reading;
    const as = isAbove || part.is === 'heading' ? 'title' : part.is === 'note' ? 'note' : null;
    for (const column of sheet.filled(line.row)) {
      if (as) ledger.ignore(sheet.grid, line.row, column, as);
      else if (column === line.column) ledger.note(sheet.grid, line.row, column);
    }
  }

  /** What the open line says becomes a statement, with the names of what it stands under. */
  private close(): void {
    const { current } = this;
    this.current = null;
    if (!current) return;
    const { kind, row, facts } = current;
    this.above = this.parentsOf(current);
    if (current.code !== null)
      this.coded.set(normaliseCode(current.code), { one: current, above: this.above });
    const names = this.above.flatMap((one) => one.facts.filter((fact) => isName(fact.field)));
    const all = [
      ...facts,
      ...[...names, ...this.ofBlock(kind, facts)].map((fact) => ({ ...fact, inherited: true })),
    ];
    this.statements.push({
      tableId: this.reading.tableId,
      grid: this.reading.sheet.grid,
      row,
      facts: all,
      layout: facts.some(({ field: own }) => own.attribute === 'code') ? 'fused' : 'regular',
      place: 'row',
      statesPeg: kind === 'pegObjective',
      cells: facts.flatMap(({ cells }) => cells),
    });
    this.above.push(current);
  }

  /** What a line stands under: the lines of higher levels before it, but where its code goes on from another's, that one. */
  private parentsOf({ kind, code }: Open): Open[] {
    const depth = ROW_KINDS.indexOf(kind);
    const before = this.above.filter((one) => ROW_KINDS.indexOf(one.kind) < depth && one.kind !== 'phase');
    if (code === null) return before;
    const own = normaliseCode(code);
    for (let length = own.length - 1; length > 0; length--) {
      const found = this.coded.get(own.slice(0, length));
      const higher = found && found.one.kind !== 'phase' && ROW_KINDS.indexOf(found.one.kind) < depth;
      if (higher && isUnder(code, own.slice(0, length))) return [...found.above, found.one];
    }
    return before;
  }

  private ofBlock(kind: RowKind, own: readonly Fact[]): Fact[] {
    return [...this.block].flatMap(([attribute, fact]) => {
      const of = fieldFor(kind, attribute);
      const said = own.some(({ field: other }) => other.attribute === attribute);
      return of && !said && (kind === 'pegObjective' || attribute !== 'centre')
        ? [{ ...fact, field: of }]
        : [];
    });
  }

  private map({ row, column }: TextLine): void {
    this.reading.ledger.map(this.reading.sheet.grid, row, column);
  }

  private fact(of: Field, { row, column }: TextLine, text: string): Fact {
    return { ...this.reader.fact(of, row, column, text), number: null };
  }
}

/** `Missione 01 – Servizi istituzionali`: a mission goes by its code. */
function withCode({ code }: TextLine, text: string): string {
  return code === null ? text : `${code} ${text}`;
}

/** The field an attribute is of, said of a line of a kind; null where it says nothing of such a line. */
function fieldFor(kind: RowKind, attribute: Field['attribute'], like?: Pick<Field, 'period'>): Field | null {
  const make = (): Field => field(kind, attribute, { period: like?.period ?? null });
  if (kind === 'pegObjective')
    return OF_INDICATORS.includes(attribute) && attribute !== 'weight' ? null : make();
  if (kind === 'phase') return OF_PHASES.includes(attribute) ? make() : null;
  if (kind === 'indicator') return OF_INDICATORS.includes(attribute) ? make() : null;
  return kind === 'operatingObjective' && (attribute === 'mission' || attribute === 'programme')
    ? make()
    : null;
}
