import { rowsBetween } from '../grid/sheet-view';
import { isName, LEVELS, type Level, type PlanSubject } from '../words/field';
import type { Fact } from './statements';
import type { TableShape } from './table-shape';

/** What rows say by leaving it blank: the hierarchy above them and, where rows are finer, their objective. */
export class Inheritance {
  /** Facts of the rows above that rows below go on with. */
  private open: Fact[] = [];
  private readonly writtenOut = new Map<Level, boolean>();

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
        if (!shifted)
          this.open = [...this.open.filter((fact) => isAbove(fact.field.subject, level)), ...said];
      } else if (!changed && !(shifted && level === 'operatingObjective') && !this.isWrittenOut(level)) {
        filled.push(...before.map((fact) => ({ ...fact, inherited: true })));
      }
    }
    return filled;
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
    if (said.length === 0) {
      const facts = this.shape.finer ? before.map((fact) => ({ ...fact, inherited: true })) : [];
      return { facts, states: false };
    }
    const goesOn =
      this.shape.finer &&
      before.length > 0 &&
      sameTexts(said, before) &&
      own.some(({ field }) => field.subject === 'phase' || field.subject === 'indicator');
    this.open = [...this.open.filter((fact) => fact.field.subject !== 'pegObjective'), ...said];
    return { facts: [], states: !goesOn && said.some((fact) => !fact.inherited) };
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
    return repeated > 0 && blank * 3 <= filled;
  }
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
