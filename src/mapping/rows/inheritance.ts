import { rowsBetween } from '../grid/sheet-view';
import { isName, LEVELS, type Field, type Level, type PlanSubject } from '../words/field';
import type { Fact } from './statements';
import type { TableShape } from './table-shape';

/** What rows say by leaving it blank: the hierarchy above them and, where rows are finer, their objective. */
export class Inheritance {
  /** Facts of the rows above that rows below go on with. */
  private open: Fact[] = [];
  /** A level to the left of the objectives began anew since the last of them. */
  private ended = false;
  /** The row above that names an objective. */
  private last: readonly Fact[] = [];
  private readonly writtenOut = new Map<Level, boolean>();
  /** What the last block of each column says. */
  private readonly block = new Map<number, Fact>();
  private inBlocks: readonly number[] | null = null;

  constructor(private readonly shape: TableShape) {}

  /** A band begins: below it nothing goes on but a higher level than its own. */
  close(subject: PlanSubject): void {
    this.open = this.open.filter(
      (fact) => fact.field.subject === 'strategicArea' && subject !== 'strategicArea',
    );
  }

  /** Levels a row leaves blank go on from above, unless a higher one changed; a shifted row inherits none but the highest. */
  levels(own: readonly Fact[], shifted: boolean): Fact[] {
    const filled: Fact[] = [];
    let changed = false;
    for (const level of LEVELS) {
      const said = own.filter((fact) => fact.field.subject === level && isName(fact.field));
      const before = this.open.filter((fact) => fact.field.subject === level);
      if (said.length > 0) {
        if (sameTexts(said, before)) continue;
        changed = true;
        if (this.isLeftOfObjectives(level)) this.ended = true;
        if (!shifted)
          this.open = [...this.open.filter((fact) => isAbove(fact.field.subject, level)), ...said];
      } else if (!changed && !(shifted && level === 'operatingObjective') && !this.isWrittenOut(level)) {
        filled.push(...before.map((fact) => ({ ...fact, inherited: true })));
      }
    }
    return filled;
  }

  /** A measure or phase stands first and the objective it serves beside it: there a blank is a blank. */
  private isNamedAfter(): boolean {
    const at = (subject: PlanSubject, attribute: 'title' | 'code') => this.shape.columnOf(subject, attribute);
    const own = at('pegObjective', 'title') ?? at('pegObjective', 'code');
    const finer = at('indicator', 'title') ?? at('phase', 'title');
    return own != null && finer != null && finer < own;
  }

  private isLeftOfObjectives(level: Level): boolean {
    const own = this.shape.titleColumn;
    const at = this.shape.columnOf(level, 'title') ?? this.shape.columnOf(level, 'code');
    return own !== null && at !== null && at !== undefined && at < own;
  }

  /** Office and owner written once for a block of rows, in columns left of the objectives' names. */
  blocks(row: number, own: readonly Fact[]): Fact[] {
    if (!own.some(({ field }) => field.subject === 'pegObjective' && isName(field))) return [];
    return this.blockColumns().flatMap((column) => {
      const field = this.shape.fields.get(column);
      const said = own.find(
        (fact) => field && fact.field.attribute === field.attribute && fact.field.subject === field.subject,
      );
      if (said) this.block.set(column, said);
      const before =
        said || this.shape.table.sheet.text(row, column) !== '' ? undefined : this.block.get(column);
      return before ? [{ ...before, inherited: true }] : [];
    });
  }

  private blockColumns(): readonly number[] {
    this.inBlocks ??= [...this.shape.fields]
      .filter(
        ([column, field]) =>
          isOfBlock(field) && column < (this.shape.titleColumn ?? 0) && this.isOncePerBlock(column),
      )
      .map(([column]) => column);
    return this.inBlocks;
  }

  /** Most rows leave the column blank and none repeats what stands above it. */
  private isOncePerBlock(column: number): boolean {
    const { filled, blank, repeated } = this.habit(column);
    return filled > 0 && repeated === 0 && blank >= filled;
  }

  /**
   * In tables of phases or indicators a row without an objective goes on with the one above.
   *
   * @param heading  the row states a level above the objectives: it ends the one before
   */
  objective(own: readonly Fact[], heading: boolean): { facts: Fact[]; states: boolean } {
    if (heading) this.open = this.open.filter((fact) => fact.field.subject !== 'pegObjective');
    const said = own.filter((fact) => fact.field.subject === 'pegObjective' && isName(fact.field));
    const before = this.open.filter((fact) => fact.field.subject === 'pegObjective');
    // An operating objective that begins without one has none: that above is of another.
    const goesOnBelow = this.shape.finer && !this.ended && !this.isNamedAfter();
    if (said.length > 0) this.ended = false;
    if (said.length === 0) {
      const facts = goesOnBelow ? before.map((fact) => ({ ...fact, inherited: true })) : [];
      return { facts, states: false };
    }
    const finer = own.filter(({ field }) => field.subject === 'phase' || field.subject === 'indicator');
    const goesOn =
      this.shape.finer &&
      before.length > 0 &&
      finer.length > 0 &&
      sameTexts(said, before) &&
      !this.isAnother(own, finer);
    this.last = own;
    this.open = [...this.open.filter((fact) => fact.field.subject !== 'pegObjective'), ...said];
    return { facts: [], states: !goesOn && said.some((fact) => !fact.inherited) };
  }

  /** The row above word for word, or an objective of that name without a code that another office answers for. */
  private isAnother(own: readonly Fact[], finer: readonly Fact[]): boolean {
    const { last } = this;
    if (sameTexts(own, last) && own.every(({ inherited }) => !inherited)) return true;
    if (last.some(isCode) || finer.some(({ field }) => field.subject === 'phase')) return false;
    const whoIn = (facts: readonly Fact[]) => facts.filter(isOffice);
    const [now, before] = [whoIn(own), whoIn(last)];
    return now.length > 0 && before.length > 0 && !sameTexts(now, before);
  }

  /**
   * Tables that write a level in every row leave nothing to inherit: a blank there is a blank. They show it by
   * repeating the same text in rows that follow each other, or by having the column after the objective's own.
   */
  private isWrittenOut(level: Level): boolean {
    const known = this.writtenOut.get(level);
    if (known !== undefined) return known;
    const { titleColumn } = this.shape;
    const columns = (['title', 'code'] as const).flatMap(
      (attribute) => this.shape.columnOf(level, attribute) ?? [],
    );
    const answer =
      columns.length > 0 &&
      columns.every((column) => (titleColumn !== null && column > titleColumn) || this.repeatsItself(column));
    this.writtenOut.set(level, answer);
    return answer;
  }

  private repeatsItself(column: number): boolean {
    const { filled, blank, repeated } = this.habit(column);
    return repeated > 0 && blank * 3 <= filled;
  }

  /** How often a column is filled, left blank, and filled with what stands right above. */
  private habit(column: number): { filled: number; blank: number; repeated: number } {
    const { sheet, headerBottom, lastRow } = this.shape.table;
    let [filled, blank, repeated, before] = [0, 0, 0, ''];
    for (const row of rowsBetween(headerBottom + 1, lastRow)) {
      if (sheet.filled(row, this.shape.table).length === 0 || sheet.merge(row, column)) continue;
      const text = sheet.text(row, column);
      if (text === '') blank += 1;
      else {
        filled += 1;
        if (text === before) repeated += 1;
      }
      before = text;
    }
    return { filled, blank, repeated };
  }
}

/** What may be written once for a block of objectives. */
function isOfBlock({ subject, attribute }: Field): boolean {
  return subject === 'pegObjective' && /^(?:centre|centreCode|owner|mission|programme)$/.test(attribute);
}

function isCode({ field: { subject, attribute } }: Fact): boolean {
  return subject === 'pegObjective' && attribute === 'code';
}

function isOffice({ field: { subject, attribute } }: Fact): boolean {
  return subject === 'pegObjective' && (attribute === 'owner' || attribute === 'centre');
}

function isAbove(subject: PlanSubject, level: Level): boolean {
  const at = (LEVELS as readonly PlanSubject[]).indexOf(subject);
  return at < LEVELS.indexOf(level);
}

function sameTexts(a: readonly Fact[], b: readonly Fact[]): boolean {
  return (
    a.length === b.length &&
    a.every((fact) =>
      b.some((other) => other.field.attribute === fact.field.attribute && other.text === fact.text),
    )
  );
}
