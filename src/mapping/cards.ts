import { fold } from '../plan';
import { cellAt, mergeAt, refAt, textAt, usedArea, type Grid } from '../workbook';
import { fieldName, type Field } from './fields';
import { bareLabel, inlineLabel, valueRight } from './labels';
import type { Ledger } from './ledger';
import { filledColumns } from './places';
import type { Fact } from './statements';
import { dateIn } from './values';

/** Labels and values found outside the tables of a sheet, in reading order. */
export interface LabelledFact extends Fact {
  readonly row: number;
  readonly column: number;
  /** The label, folded: the same label again begins another card. */
  readonly label: string;
}

/** A card (scheda obiettivo): the rows from its first label to the next card's. */
export interface Card {
  readonly facts: readonly LabelledFact[];
  readonly top: number;
  readonly bottom: number;
}

/** What stands outside the tables: cards of objectives, and labels that hold for the sheet. */
export interface LabelsFound {
  readonly cards: readonly Card[];
  readonly sheetFacts: readonly LabelledFact[];
}

/** Where a table reads: its rows belong to it and hold no labels. */
export interface TableRows {
  readonly top: number;
  readonly bottom: number;
}

/** Reads the labels of a sheet outside its tables. */
export function findLabels(
  grid: Grid,
  tables: readonly TableRows[],
  date1904: boolean,
  year: number | null,
  ledger: Ledger,
): LabelsFound {
  const facts = labelledFacts(grid, tables, date1904, year, ledger);
  const cards = splitCards(facts, usedArea(grid)?.bottom ?? 0);
  const objective = cards.filter((card) => isObjectiveCard(card));
  return objective.length > 0
    ? { cards: objective, sheetFacts: facts.filter((fact) => fact.row < (objective[0]?.top ?? 0)) }
    : { cards: [], sheetFacts: facts };
}

/** A card is of an objective when it names one by code or title and says at least one thing more. */
function isObjectiveCard(card: Card): boolean {
  const names = new Set(card.facts.map((fact) => fieldName(fact.field)));
  return (names.has('pegObjective.title') || names.has('pegObjective.code')) && names.size >= 2;
}

function labelledFacts(
  grid: Grid,
  tables: readonly TableRows[],
  date1904: boolean,
  year: number | null,
  ledger: Ledger,
): LabelledFact[] {
  const used = usedArea(grid);
  if (!used) return [];
  const facts: LabelledFact[] = [];
  const taken = new Set<string>();
  const add = (field: Field, label: string, text: string, row: number, column: number) => {
    taken.add(`${row},${column}`);
    ledger.map(grid, row, column);
    const value = cellAt(grid, row, column)?.value;
    facts.push({
      field,
      text,
      cells: [refAt(grid, row, column)],
      iso: /^(start|end)$/.test(field.attribute) ? dateIn(grid, row, column, date1904, year) : null,
      number: typeof value === 'number' ? value : null,
      inherited: false,
      row,
      column,
      label: fold(label).replace(/[\s:]+$/, ''),
    });
  };
  for (let row = used.top; row <= used.bottom; row++) {
    if (tables.some((table) => row >= table.top && row <= table.bottom)) continue;
    for (const column of filledColumns(grid, row)) {
      if (taken.has(`${row},${column}`)) continue;
      const text = textAt(grid, row, column);
      const inline = inlineLabel(text);
      if (inline) {
        add(inline.field, inline.label, inline.value, row, column);
        continue;
      }
      const field = bareLabel(text);
      if (!field) continue;
      const place = valuePlace(grid, row, column, text, tables);
      if (!place || taken.has(`${place.row},${place.column}`)) continue;
      add(field, text, textAt(grid, place.row, place.column), place.row, place.column);
      ledger.map(grid, row, column);
    }
  }
  return facts;
}

/** A label's value: right of it, else right below it (in the same column, not another label, not in a table). */
function valuePlace(
  grid: Grid,
  row: number,
  column: number,
  label: string,
  tables: readonly TableRows[],
): { row: number; column: number } | null {
  const right = valueRight(grid, row, column);
  if (right !== null) return { row, column: right };
  let below = (mergeAt(grid, row, column)?.bottom ?? row) + 1;
  if (filledColumns(grid, below).length === 0) below += 1;
  if (tables.some((table) => below >= table.top && below <= table.bottom)) return null;
  const text = textAt(grid, below, column);
  if (text === '' || bareLabel(text) !== null || inlineLabel(text) !== null) return null;
  const colon = label.trim().endsWith(':');
  return colon || filledColumns(grid, below).length <= filledColumns(grid, row).length
    ? { row: below, column }
    : null;
}

/** A label that returns begins another card. */
function splitCards(facts: readonly LabelledFact[], last: number): Card[] {
  const cards: LabelledFact[][] = [];
  let labels = new Set<string>();
  for (const fact of facts) {
    if (labels.has(fact.label) || cards.length === 0) {
      cards.push([]);
      labels = new Set();
    }
    labels.add(fact.label);
    cards.at(-1)?.push(fact);
  }
  return cards.map((own, i) => ({
    facts: namedOnce(own),
    top: Math.min(...own.map((fact) => fact.row)),
    bottom: (cards[i + 1] ? Math.min(...(cards[i + 1] ?? []).map((fact) => fact.row)) : last + 1) - 1,
  }));
}

/** The first title of a card names it; a further one (`Descrizione`) describes it. */
function namedOnce(facts: readonly LabelledFact[]): LabelledFact[] {
  let titled = false;
  const named = facts.find(
    (fact) => fieldName(fact.field) === 'pegObjective.title' && !/^descri/.test(fact.label),
  );
  return facts.map((fact) => {
    if (fieldName(fact.field) !== 'pegObjective.title') return fact;
    const isName = !titled && (named === undefined || fact === named);
    if (isName) titled = true;
    return isName ? fact : { ...fact, field: { ...fact.field, attribute: 'description' as const } };
  });
}
