import { fold } from '../../plan';
import { valueRight } from '../grid/label-rows';
import type { Place, SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { FactReader } from '../rows/facts';
import type { Fact } from '../rows/statements';
import { fieldName, type Field } from '../words/field';
import { bareLabel, inlineLabel } from '../words/labels';

/** A label and its value found outside the tables of a sheet. */
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
  sheet: SheetView,
  tables: readonly TableRows[],
  year: number | null,
  ledger: Ledger,
): LabelsFound {
  const facts = new LabelReader(sheet, tables, year, ledger).read();
  const cards = splitCards(facts, sheet.used?.bottom ?? 0).filter(isObjectiveCard);
  const [first] = cards;
  return { cards, sheetFacts: first ? facts.filter((fact) => fact.row < first.top) : facts };
}

/** A card is of an objective when it names one by code or title and says at least one thing more. */
function isObjectiveCard(card: Card): boolean {
  const names = new Set(card.facts.map((fact) => fieldName(fact.field)));
  return (names.has('pegObjective.title') || names.has('pegObjective.code')) && names.size >= 2;
}

class LabelReader {
  private readonly facts: LabelledFact[] = [];
  private readonly taken = new Set<string>();
  private readonly reader: FactReader;

  constructor(
    private readonly sheet: SheetView,
    private readonly tables: readonly TableRows[],
    year: number | null,
    private readonly ledger: Ledger,
  ) {
    this.reader = new FactReader(sheet, year);
  }

  /** Labels with their values, in reading order. */
  read(): LabelledFact[] {
    for (const row of this.sheet.rows()) {
      if (this.inTable(row)) continue;
      for (const column of this.sheet.filled(row)) {
        if (!this.taken.has(`${row},${column}`)) this.readCell(row, column);
      }
    }
    return this.facts;
  }

  private readCell(row: number, column: number): void {
    const text = this.sheet.text(row, column);
    const inline = inlineLabel(text);
    if (inline) {
      this.add(inline.field, inline.label, { row, column }, inline.value);
      return;
    }
    const field = bareLabel(text);
    const place = field ? this.valuePlace(row, column, text) : null;
    if (!field || !place || this.taken.has(`${place.row},${place.column}`)) return;
    this.add(field, text, place);
    this.ledger.map(this.sheet.grid, row, column);
  }

  private add(field: Field, label: string, { row, column }: Place, text?: string): void {
    this.taken.add(`${row},${column}`);
    this.ledger.map(this.sheet.grid, row, column);
    this.facts.push({
      ...this.reader.fact(field, row, column, text),
      row,
      column,
      label: fold(label).replace(/[\s:]+$/, ''),
    });
  }

  private inTable(row: number): boolean {
    return this.tables.some((table) => row >= table.top && row <= table.bottom);
  }

  /** A label's value: right of it, else right below it (in the same column, not another label, not in a table). */
  private valuePlace(row: number, column: number, label: string): Place | null {
    const { sheet } = this;
    const right = valueRight(sheet, row, column);
    if (right !== null) return { row, column: right };
    let below = (sheet.merge(row, column)?.bottom ?? row) + 1;
    if (sheet.filled(below).length === 0) below += 1;
    if (this.inTable(below)) return null;
    const text = sheet.text(below, column);
    if (text === '' || bareLabel(text) !== null || inlineLabel(text) !== null) return null;
    const fits = label.trim().endsWith(':') || sheet.filled(below).length <= sheet.filled(row).length;
    return fits ? { row: below, column } : null;
  }
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
  const topOf = (own: readonly LabelledFact[]) => Math.min(...own.map((fact) => fact.row));
  return cards.map((own, i) => {
    const next = cards[i + 1];
    return { facts: namedOnce(own), top: topOf(own), bottom: next ? topOf(next) - 1 : last };
  });
}

/** The first title of a card names it; a further one (`Descrizione`) describes it. */
function namedOnce(facts: readonly LabelledFact[]): LabelledFact[] {
  const titles = facts.filter((fact) => fieldName(fact.field) === 'pegObjective.title');
  const name = titles.find((fact) => !fact.label.startsWith('descri')) ?? titles[0];
  return facts.map((fact) =>
    fact !== name && titles.includes(fact)
      ? { ...fact, field: { ...fact.field, attribute: 'description' as const } }
      : fact,
  );
}
