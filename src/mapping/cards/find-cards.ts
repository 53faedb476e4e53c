import { looksLikeCode, splitCode } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import type { Ledger } from '../ledger';
import { fieldName, isLevel, isName, type Field } from '../words/field';
import type { LabelledFact, TableRows } from './find-labels';
import { withHeadlines } from './headlines';
import { splitCards } from './split-cards';

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
  ledger: Ledger,
): LabelsFound {
  const starts = columnStarts(facts);
  const last = sheet.used?.bottom ?? 0;
  const right = sheet.used?.right ?? 0;
  const loose: LabelledFact[] = [];
  const cards = starts
    .flatMap((left, i) => {
      const span = { left, right: (starts[i + 1] ?? right + 1) - 1 };
      const own = facts.filter(({ labelColumn }) => labelColumn >= span.left && labelColumn <= span.right);
      const split = withHeadlines(sheet, own, tables) ?? splitCards(sheet, own);
      loose.push(...split.loose);
      const tops = split.cards.map((card) => Math.min(...card.map((fact) => fact.row)));
      return split.cards.map((card, at): Card => {
        const bottom = (tops[at + 1] ?? last + 1) - 1;
        return { facts: cardFacts(card), top: tops[at] ?? 0, bottom, ...span };
      });
    })
    .filter((card) => isObjectiveCard(card, tables))
    .sort((a, b) => a.top - b.top || a.left - b.left);
  for (const { row, column } of cards.flatMap((card) => card.facts)) ledger.map(sheet.grid, row, column);
  const [first] = cards;
  const above = first ? facts.filter((fact) => fact.row < first.top) : facts;
  const listed = tables.some((table) => table.listsObjectives);
  return {
    cards: withLevels(withLoose(cards, loose), facts),
    sheetFacts: listed ? above.filter(({ field }) => !isOfOneObjective(field)) : above,
  };
}

/** What no list of objectives has in common. */
function isOfOneObjective(field: Field): boolean {
  return (
    field.subject === 'pegObjective' && (isName(field) || /^(?:description|weight)$/.test(field.attribute))
  );
}

/** The facts of one card, its name found and its phases and indicators told apart. */
export function cardFacts(facts: readonly LabelledFact[]): LabelledFact[] {
  return grouped(withNumber(named(withOwnCode(facts))));
}

/** Where cards beside each other begin: at the columns in which one row has the same label again. */
function columnStarts(facts: readonly LabelledFact[]): number[] {
  const first = new Map<string, number>();
  const starts = new Set([0]);
  for (const { row, label, labelColumn, field } of facts) {
    if (field.subject === 'phase' || field.subject === 'indicator') continue;
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
  const inside = tables.filter((table) => table.top > card.top && table.top <= card.bottom);
  if (inside.some((table) => table.listsObjectives)) return false;
  const isNamed = names.has('pegObjective.title') || names.has('pegObjective.code');
  const headed = card.facts.some(
    (fact) => fact.heading && fact.field.subject === 'pegObjective' && isName(fact.field),
  );
  return isNamed && (names.size >= 2 || (headed && inside.length > 0));
}

/**
 * The first title of a card names it; a further one (`Descrizione`) describes it. Without any, the line under the
 * heading that numbers the card does.
 */
function named(all: readonly LabelledFact[]): LabelledFact[] {
  const facts = withFusedName(all);
  const titles = facts.filter((fact) => fieldName(fact.field) === 'pegObjective.title');
  const name = titles.find((fact) => !fact.label.startsWith('descri')) ?? titles[0];
  const under = facts.find((fact) => fact.under)?.under;
  if (under && (!name || name.label.startsWith('descri'))) return named([under, ...facts]);
  return facts.map((fact) =>
    fact !== name && titles.includes(fact)
      ? { ...fact, field: { ...fact.field, attribute: 'description' as const } }
      : fact,
  );
}

/** `Codice e titolo: 1.1 - Piazza`: what is more than a code names the objective, where nothing else does. */
function withFusedName(facts: readonly LabelledFact[]): readonly LabelledFact[] {
  if (facts.some(({ field }) => fieldName(field) === 'pegObjective.title')) return facts;
  const fused = facts.find(
    ({ field, text }) => fieldName(field) === 'pegObjective.code' && !looksLikeCode(text) && splitCode(text),
  );
  return facts.map((fact) =>
    fact === fused ? { ...fact, field: { ...fact.field, attribute: 'title' as const } } : fact,
  );
}

/** The number of a heading is no code where the name has one in front: `SCHEDA N. 1` over `2.1 – Piazza`. */
function withOwnCode(facts: readonly LabelledFact[]): readonly LabelledFact[] {
  const names = facts.filter(
    ({ field, heading }) => field.subject === 'pegObjective' && isName(field) && !heading,
  );
  const coded = names.some(({ text }) => !/^\d*$/.test(splitCode(text)?.code ?? ''));
  if (!coded) return facts;
  const counts = ({ field, heading, text }: LabelledFact): boolean =>
    heading && fieldName(field) === 'pegObjective.code' && /^(?:n[.°]*\s*)?\d{1,3}$/i.test(text.trim());
  return facts.filter((fact) => !counts(fact));
}

/** `3 - Piazza` under a label that names the objective: its number and its name. */
function withNumber(facts: readonly LabelledFact[]): LabelledFact[] {
  const is = (attribute: string) => (fact: LabelledFact) =>
    fieldName(fact.field) === `pegObjective.${attribute}`;
  const title = facts.find(is('title'));
  const [, number, name] =
    /^(\d{1,3}|[A-Z](?=\s*[-–—:]))\s*[-–—:.)]\s*(\p{L}.*)$/su.exec(title?.text ?? '') ?? [];
  if (!title || number === undefined || name === undefined || facts.some(is('code'))) return [...facts];
  const code = { ...title, field: { ...title.field, attribute: 'code' as const }, text: number };
  return facts.flatMap((fact) => (fact === title ? [code, { ...title, text: name }] : [fact]));
}

/** Phases and indicators of a card by the numbers in their labels; without numbers each name begins another. */
function grouped(facts: readonly LabelledFact[]): LabelledFact[] {
  const current = new Map<string, number>();
  return facts.map((fact) => {
    const { subject, attribute, group } = fact.field;
    if (subject !== 'phase' && subject !== 'indicator') return fact;
    const numbered = /\d$/.test(fact.label) && fact.field.period === null;
    const before = current.get(subject);
    const begins = attribute === 'title' && before !== undefined;
    const own = numbered ? group : (before ?? 0) + Number(begins);
    if (numbered || attribute === 'title') current.set(subject, own);
    return { ...fact, field: { ...fact.field, group: own } };
  });
}

/** What stands before or between cards holds for those below it; a new office ends the owner of the one before. */
function withLoose(cards: readonly Card[], loose: readonly LabelledFact[]): Card[] {
  return cards.map((card) => {
    const inForce = new Map<string, LabelledFact>();
    for (const fact of loose.filter(({ row }) => row < card.top)) {
      const { field } = fact;
      if (field.attribute === 'centre' && inForce.has('pegObjective.centre'))
        inForce.delete('pegObjective.owner');
      if (isLevel(field.subject))
        for (const [name, other] of inForce) if (ends(fact, other)) inForce.delete(name);
      inForce.set(fieldName(field), fact);
    }
    const said = new Set(card.facts.map(({ field }) => fieldName(field)));
    const subjects = new Set(card.facts.map(({ field }) => field.subject));
    const more = [...inForce.values()].filter(
      ({ field }) => !said.has(fieldName(field)) && !(isLevel(field.subject) && subjects.has(field.subject)),
    );
    return { ...card, facts: [...card.facts, ...more.map((fact) => ({ ...fact, inherited: true }))] };
  });
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
  const [own, other] = [ORDER.indexOf(later.field.subject), ORDER.indexOf(fact.field.subject)];
  return own >= 0 && other >= 0 && own <= other;
}
