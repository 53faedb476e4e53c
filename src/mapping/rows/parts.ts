import { contentWords, readDate, readDateRange } from '../../plan';
import { parseArea } from '../../workbook';
import { oneLine } from '../grid/sheet-view';
import { isLevel, type PlanSubject } from '../words/field';
import { stepOf, stepsOf, type Step } from '../words/steps';
import { factOf, type Fact, type Statement } from './statements';

type Finer = 'phase' | 'indicator';

/** What a statement says of one of its phases or indicators. */
export interface Part {
  readonly statement: Statement;
  /** The level it stands beside, where a row has indicators of several levels; null: the finest named. */
  readonly level: PlanSubject | null;
}

/** A line of a list inside a cell: `- Gara`, `2) Gara`, `b) Gara`. */
const BULLET = /^(?:[-–—•*·►▪➢]|\d{1,2}[.)°]|[a-z]\))\s*(?=\S)/i;
/** Lines of a list without bullets are at least so long. */
const LINE = 10;

/**
 * The phases or indicators of a row or card: in numbered groups of columns, or in lines of one cell.
 * @param year  the plan's first year, for dates that name none
 */
export function partsOf(statement: Statement, subject: Finer, year: number | null): Part[] {
  const own = statement.facts.filter((fact) => fact.field.subject === subject);
  const groups = [...new Set(own.map((fact) => fact.field.group))].sort((a, b) => a - b);
  const rest = statement.facts.filter((fact) => fact.field.subject !== subject);
  return groups.flatMap((group) => {
    const facts = own.filter((fact) => fact.field.group === group);
    const level = groups.length > 1 && statement.place === 'row' ? levelBeside(facts, rest) : null;
    return linesOf(facts, subject, year).map((part) => ({
      statement: { ...statement, facts: [...part, ...rest] },
      level,
    }));
  });
}

/**
 * A row whose phases are a list in one cell: one weight or one date beside them is the objective's, as far as the row
 * says none of its own.
 */
export function withSharedTimes(statement: Statement): Statement {
  const title = factOf(statement, 'phase', 'title');
  const lines = title ? linesOf([title], 'phase', null).length : 0;
  if (!title || lines < 2) return statement;
  const facts = statement.facts.map((fact): Fact => {
    const { subject, attribute, group } = fact.field;
    const shared =
      subject === 'phase' &&
      group === title.field.group &&
      (attribute === 'weight' || attribute === 'start' || attribute === 'end') &&
      itemsOf(fact.text).length !== lines &&
      factOf(statement, 'pegObjective', attribute) === null;
    return shared ? { ...fact, field: { ...fact.field, subject: 'pegObjective', group: 0 } } : fact;
  });
  return { ...statement, facts };
}

/** Columns of several levels with an indicator each: the level named nearest to its left is what it measures. */
function levelBeside(facts: readonly Fact[], rest: readonly Fact[]): PlanSubject | null {
  const at = columnOf(facts.find((fact) => fact.field.attribute === 'title'));
  if (at === null) return null;
  const names = rest.filter(
    ({ field }) =>
      field.attribute === 'title' && (isLevel(field.subject) || field.subject === 'pegObjective'),
  );
  const left = names
    .map((fact) => ({ subject: fact.field.subject, column: columnOf(fact) ?? Infinity }))
    .filter(({ column }) => column < at)
    .sort((a, b) => b.column - a.column);
  return left[0]?.subject ?? null;
}

function columnOf(fact: Fact | undefined): number | null {
  const [cell] = fact?.cells ?? [];
  return (cell && parseArea(cell.address)?.left) ?? null;
}

/** A list inside the cell of the name: one part per line, other cells with as many lines going along. */
function linesOf(facts: readonly Fact[], subject: Finer, year: number | null): Fact[][] {
  const title = facts.find((fact) => fact.field.attribute === 'title');
  const steps = title && subject === 'phase' ? stepsOf(title.text) : null;
  if (title && steps) return stepsAlone(facts, title, steps, year);
  const lines = title ? itemsOf(title.text) : [];
  const beside = facts.filter((fact) => fact !== title && itemsOf(fact.text).length === lines.length);
  const isList =
    title !== undefined &&
    lines.length > 1 &&
    !lines.slice(0, -1).some(goesOn) &&
    (beside.length > 0 ||
      lines.every((line) => line.bulleted) ||
      (subject === 'phase' &&
        lines.length > 2 &&
        lines.every(({ text }) => /^\p{Lu}/u.test(text) && text.length >= LINE)));
  if (!isList) return [facts.map((fact) => inOneLine(fact))];
  return lines.map(({ text }, i) =>
    facts.flatMap((fact) => {
      if (fact === title) return withDate(fact, text, facts, year);
      const own = beside.includes(fact) ? (itemsOf(fact.text)[i]?.text ?? '') : null;
      if (own === null) return i === 0 || fact.inherited ? [fact] : [];
      return own === '' ? [] : [{ ...fact, text: own, number: null, iso: readDate(own) }];
    }),
  );
}

/** A list of steps that says by when each is done; what stands beside it goes with the first. */
function stepsAlone(
  facts: readonly Fact[],
  title: Fact,
  steps: readonly Step[],
  year: number | null,
): Fact[][] {
  return steps.map(({ text, term }, i) => {
    const rest = facts.filter((fact) => fact !== title && (i === 0 || fact.inherited));
    const timed = rest.some(({ field }) => field.attribute === 'end' && field.subject === 'phase');
    const end = term === null || timed ? [] : [endOf(title, term, year)];
    return [{ ...title, text: oneLine(text) }, ...rest, ...end];
  });
}

function endOf(title: Fact, term: string, year: number | null): Fact {
  const iso = readDateRange(term, year)?.end ?? readDate(term, year);
  return { ...title, field: { ...title.field, attribute: 'end' }, text: term, iso };
}

/** A line that ends in `di`, `per la`, `entro`: the text goes on in the next one, however wide the cell was made. */
function goesOn({ text }: Item): boolean {
  const last = /\p{L}+$/u.exec(text)?.[0];
  return last !== undefined && contentWords(last).length === 0;
}

function inOneLine(fact: Fact): Fact {
  return fact.field.attribute === 'title' ? { ...fact, text: oneLine(fact.text) } : fact;
}

interface Item {
  readonly text: string;
  readonly bulleted: boolean;
}

/** Lines of a cell; one without a bullet goes on with the bulleted line above it. */
function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const bullet = BULLET.exec(line)?.[0];
    const last = items.at(-1);
    if (bullet !== undefined) items.push({ text: line.slice(bullet.length), bulleted: true });
    else if (last?.bulleted) items[items.length - 1] = { ...last, text: `${last.text} ${line}` };
    else items.push({ text: line, bulleted: false });
  }
  return items;
}

/** `Gara (entro il 31/03/2024)`: the time in a line of phases is its deadline, where no column says one. */
function withDate(title: Fact, text: string, facts: readonly Fact[], year: number | null): Fact[] {
  const timed = facts.some((fact) => fact.field.attribute === 'end');
  const { text: what, term } = stepOf(text);
  if (title.field.subject !== 'phase' || timed || term === null) return [{ ...title, text }];
  return [{ ...title, text: what }, endOf(title, term, year)];
}
