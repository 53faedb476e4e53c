import type { PegRow } from '../../plan';
import type { CellRef, Grid } from '../../workbook';
import { fieldName, isLevel, isName, LEVELS, type Field, type PlanSubject } from '../words/field';

/** One fact of a row or card: its field, the text as displayed and the cells that say it. */
export interface Fact {
  readonly field: Field;
  readonly text: string;
  readonly cells: readonly CellRef[];
  /** ISO date where Excel or the text gives one. */
  readonly iso: string | null;
  /** Excel's own number where the cell holds one (0.3 for a cell that shows `30%`). */
  readonly number: number | null;
  /** Taken over from a row above, a merged cell, a band, the card or the sheet. */
  readonly inherited: boolean;
}

/** What a row or card says, before anything is linked. */
export interface Statement {
  readonly tableId: string;
  readonly grid: Grid;
  readonly row: number;
  readonly facts: readonly Fact[];
  readonly layout: PegRow['layout'];
  readonly place: 'row' | 'card';
  /** States an objective of PEG in this very row, rather than going on with the one above. */
  readonly statesPeg: boolean;
  /** One value of a series: the next row of the same indicator goes on with it. */
  readonly series?: boolean;
  /** Cells of the row that were read. */
  readonly cells: readonly CellRef[];
}

/** The first fact of a field, or null. */
export function factOf(
  statement: Statement,
  subject: PlanSubject,
  attribute: Field['attribute'],
): Fact | null {
  return (
    statement.facts.find((fact) => fact.field.subject === subject && fact.field.attribute === attribute) ??
    null
  );
}

/** Every fact of a field. */
export function factsOf(statement: Statement, subject: PlanSubject, attribute: Field['attribute']): Fact[] {
  return statement.facts.filter(
    (fact) => fact.field.subject === subject && fact.field.attribute === attribute,
  );
}

/** Facts in force from outside a row (sheet, card, band), the nearest last; a later one replaces an earlier one of its field. */
export class Scope {
  private readonly facts = new Map<string, Fact>();

  constructor(outer: readonly Fact[] = []) {
    for (const fact of outer) this.set(fact);
  }

  /** A higher level named anew ends what was said of the lower ones. */
  set(fact: Fact): void {
    const { subject } = fact.field;
    if (isLevel(subject) && isName(fact.field)) {
      const lower = LEVELS.slice(LEVELS.indexOf(subject) + 1) as readonly PlanSubject[];
      for (const [name, other] of this.facts) {
        if (lower.includes(other.field.subject)) this.facts.delete(name);
      }
    }
    this.facts.set(fieldName(fact.field), { ...fact, inherited: true });
  }

  /** What holds for a row that says `own` itself: a level that the row names by code is not named again by title. */
  over(own: readonly Fact[]): Fact[] {
    const said = new Set(own.map((fact) => fieldName(fact.field)));
    const subjects = new Set(own.filter((fact) => !fact.inherited).map((fact) => fact.field.subject));
    return [...this.facts.values()].filter(
      ({ field }) =>
        !said.has(fieldName(field)) &&
        !(isLevel(field.subject) && isName(field) && subjects.has(field.subject)),
    );
  }
}
