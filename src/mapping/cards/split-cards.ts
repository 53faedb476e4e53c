import type { SheetView } from '../grid/sheet-view';
import { isLevel, isName, type Field } from '../words/field';
import type { LabelledFact } from './find-labels';

/** Cards one below the other, and what stands before or between them and holds for those that follow. */
export interface SplitCards {
  readonly cards: readonly LabelledFact[][];
  readonly loose: readonly LabelledFact[];
}

/**
 * Splits labels into cards: a label that returns begins another one. Labels of phases and indicators may return inside
 * a card; an office or a level named less often than the objectives holds for all those below it.
 */
export function splitCards(sheet: SheetView, facts: readonly LabelledFact[]): SplitCards {
  const counts = new Map<string, number>();
  for (const { label } of places(facts)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const named = Math.max(0, ...facts.filter(namesObjective).map(({ label }) => counts.get(label) ?? 0));
  const isRare = ({ field, label }: LabelledFact) => isContext(field) && (counts.get(label) ?? 0) < named;
  const own = facts.filter((fact) => !isRare(fact));
  const cards = (sheet.form && byRecord(sheet.form.starts, own)) ?? byReturn(own);
  const loose: LabelledFact[] = [];
  const rare = facts.filter(isRare);
  const rows = new Set(rare.map(({ row }) => row));
  for (const fact of rare) {
    const at = cards.findLastIndex((card) => (card[0]?.row ?? 0) < fact.row);
    const card = cards[at];
    if (!card || isNearerBelow(sheet, fact, { rows, inLast: at === cards.length - 1, loose }))
      loose.push(fact);
    else card.push(fact);
  }
  return { cards: cards.map((card) => card.sort(inReadingOrder)), loose };
}

/** Where the records of a form begin, the cards do. */
function byRecord(starts: readonly number[], facts: readonly LabelledFact[]): LabelledFact[][] | null {
  const cards = starts.map((start, at) => {
    const end = starts[at + 1] ?? Infinity;
    return facts.filter(({ row }) => (row >= start || at === 0) && row < end);
  });
  const named = cards.filter((card) => card.some(namesObjective));
  return named.length * 2 < starts.length ? null : cards.filter((card) => card.length > 0);
}

/** One fact for each label: a cell may tell of several things. */
function places(facts: readonly LabelledFact[]): LabelledFact[] {
  return facts.filter((fact, i) => !isSameCell(fact, facts[i - 1]));
}

function isSameCell(fact: LabelledFact, before: LabelledFact | undefined): boolean {
  return before?.row === fact.row && before.column === fact.column && before.label === fact.label;
}

function namesObjective({ field }: LabelledFact): boolean {
  return field.subject === 'pegObjective' && isName(field);
}

/** What may be said once for several objectives. */
function isContext(field: Field): boolean {
  if (isLevel(field.subject)) return isName(field);
  return (
    field.subject === 'pegObjective' &&
    /^(?:centre|centreCode|owner|mission|programme)$/.test(field.attribute)
  );
}

function byReturn(facts: readonly LabelledFact[]): LabelledFact[][] {
  const cards: LabelledFact[][] = [];
  let labels = new Set<string>();
  for (const [i, fact] of facts.entries()) {
    const inside = fact.field.subject === 'phase' || fact.field.subject === 'indicator';
    const returns = labels.has(fact.label) && !inside && !isSameCell(fact, facts[i - 1]);
    if (returns || cards.length === 0) {
      cards.push([]);
      labels = new Set();
    }
    labels.add(fact.label);
    cards.at(-1)?.push(fact);
  }
  return cards;
}

/** Whether more blank rows part a label from what stands above it than from what follows. */
function isNearerBelow(
  sheet: SheetView,
  fact: LabelledFact,
  { rows, inLast, loose }: { rows: ReadonlySet<number>; inLast: boolean; loose: readonly LabelledFact[] },
): boolean {
  if (inLast) return false;
  const above = blankRows(sheet, endOf(rows, fact.row, -1), -1);
  const below = blankRows(sheet, endOf(rows, fact.row, 1), 1);
  if (above !== below) return above > below;
  return fact.heading || loose.some(({ label }) => label === fact.label);
}

/** The last of the rows that follow each other from one on. */
function endOf(rows: ReadonlySet<number>, row: number, step: number): number {
  let at = row;
  while (rows.has(at + step)) at += step;
  return at;
}

function blankRows(sheet: SheetView, row: number, step: number): number {
  const { top = row, bottom = row } = sheet.used ?? {};
  let at = row + step;
  while (at >= top && at <= bottom && sheet.filled(at).length === 0) at += step;
  return Math.abs(at - row) - 1;
}

function inReadingOrder(a: LabelledFact, b: LabelledFact): number {
  return a.row - b.row || a.column - b.column;
}
