import type { SheetView } from '../grid/sheet-view';
import { fieldName, isLevel, isName } from '../words/field';
import type { LabelledFact, TableRows } from './find-labels';

/** A card (scheda obiettivo): the rows from its first label to the next card's. */
export interface Card {
  readonly facts: readonly LabelledFact[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What stands outside the tables: cards of objectives, and labels that hold for the sheet. */
export interface LabelsFound {
  readonly cards: readonly Card[];
  readonly sheetFacts: readonly LabelledFact[];
}

/** Cards among the labels of a sheet: one below the other, or several beside each other. */
export function findCards(
  sheet: SheetView,
  facts: readonly LabelledFact[],
  tables: readonly TableRows[],
): LabelsFound {
  const starts = columnStarts(facts);
  const last = sheet.used?.bottom ?? 0;
  const right = sheet.used?.right ?? 0;
  const cards = starts
    .flatMap((left, i) => {
      const span = { left, right: (starts[i + 1] ?? right + 1) - 1 };
      const own = facts.filter(({ labelColumn }) => labelColumn >= span.left && labelColumn <= span.right);
      return splitCards(own, last).map((card) => ({ ...card, ...span }));
    })
    .filter((card) => isObjectiveCard(card, tables) && !holdsObjectives(card, tables))
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const [first] = cards;
  return {
    cards: withLevels(cards, facts),
    sheetFacts: (first ? facts.filter((fact) => fact.row < first.top) : facts).filter(
      (fact) => cards.length > 0 || !tables.some((table) => table.statesObjectives) || !namesObjective(fact),
    ),
  };
}

/** Where cards beside each other begin: at the columns in which one row has the same label again. */
function columnStarts(facts: readonly LabelledFact[]): number[] {
  const first = new Map<string, number>();
  const starts = new Set([0]);
  for (const { row, label, labelColumn } of facts) {
    const key = `${row}|${label}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, labelColumn);
    else if (labelColumn > before) starts.add(labelColumn);
  }
  return [...starts].sort((a, b) => a - b);
}

/** A card is of an objective when it names one by code or title and says at least one thing more, or has tables of its own. */
function isObjectiveCard(card: Card, tables: readonly TableRows[]): boolean {
  const names = new Set(card.facts.map((fact) => fieldName(fact.field)));
  const named = names.has('pegObjective.title') || names.has('pegObjective.code');
  const headed = card.facts.some(
    (fact) => fact.heading && fact.field.subject === 'pegObjective' && isName(fact.field),
  );
  const holds = tables.some((table) => table.top > card.top && table.top <= card.bottom);
  return named && (names.size >= 2 || (headed && holds));
}

/** Labels over a list of objectives tell of the office it is of, not of one objective. */
function holdsObjectives(card: Card, tables: readonly TableRows[]): boolean {
  return tables.some((table) => table.statesObjectives && table.top > card.top && table.top <= card.bottom);
}

function namesObjective({ field }: LabelledFact): boolean {
  return field.subject === 'pegObjective' && isName(field);
}

type Rows = Omit<Card, 'left' | 'right'>;

/** A label that returns begins another card; what stands above the first label of that kind holds for all of them. */
function splitCards(facts: readonly LabelledFact[], last: number): Rows[] {
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
  const [opening] = cards[1] ?? [];
  const outside = opening ? (cards[0] ?? []).findIndex((fact) => fact.label === opening.label) : 0;
  if (outside > 0) cards.splice(0, 1, (cards[0] ?? []).slice(outside));
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

/** Headings of levels between cards hold for the cards below them that name no level themselves. */
function withLevels(cards: readonly Card[], facts: readonly LabelledFact[]): Card[] {
  const headings = facts.filter((fact) => fact.heading && isLevel(fact.field.subject));
  if (headings.length === 0) return [...cards];
  return cards.map((card) => {
    if (card.facts.some(({ field }) => isLevel(field.subject))) return card;
    const above = headings.filter((fact) => fact.row < card.top);
    const inForce = above.filter((fact, i) => !above.slice(i + 1).some((later) => ends(later, fact)));
    return { ...card, facts: [...card.facts, ...inForce.map((fact) => ({ ...fact, inherited: true }))] };
  });
}

const ORDER = ['strategicArea', 'strategicObjective', 'operatingObjective'];

/** A later heading ends those of its own level and of the levels below. */
function ends(later: LabelledFact, fact: LabelledFact): boolean {
  return ORDER.indexOf(later.field.subject) <= ORDER.indexOf(fact.field.subject);
}
