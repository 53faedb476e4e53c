import type { Draft } from './draft';
import type { Item } from './items';
import { operator } from './pieces';
import { isQualifier, isTimeUnit, isUnitWord, PERSONS } from '../units/units';
import { PREPOSITIONS_OF } from './lexicon';

/** Where a run stands. */
export interface RunPlace {
  /** The item before it, if any. */
  readonly before: Item | undefined;
  /** An operand ends right before it (a closing bracket). */
  readonly operandBefore: boolean;
  /** An operand begins right after it (an opening bracket). */
  readonly operandAfter: boolean;
  /** Words before said that a share follows (`percentuale di … su …`). */
  readonly share?: boolean;
}

/** Words after a number that connect it with something else. */
const CONNECTS = /^(?:x|piu|meno|per|su|diviso|fratto|suddiviso|moltiplicato|moltiplicata)$/;

/**
 * A run that begins with a number: the number alone, `50%`, `36h`, `365 giorni`, or the denominator of a rate
 * (`/1000 abit`). Null when the run is a name after all (`118 chiamate`), or does not begin with a number.
 */
export function splitNumberRun(
  draft: Draft,
  from: number,
  to: number,
  place: RunPlace,
  readRest: (from: number, to: number) => Item[],
): Item[] | null {
  const number = draft.token(from);
  if (number?.kind !== 'number') return null;
  const merged = mergeThousands(draft, from, to);
  const { value, next } = merged;
  const text = draft.slice(from, next - 1);
  const amount = (last: number, unit: string | null): Item => ({
    t: 'number',
    ...draft.span(from, last),
    value,
    text,
    unit,
  });
  if (next === to) return [amount(next - 1, null)];
  if (CONNECTS.test(draft.key(next))) return null;
  if (draft.is(next, 'percent')) return percentRun(draft, from, next, to, value, text, place, readRest);
  const divides = place.before?.t === 'operator' && place.before.operator === '/';
  const timed = isTimeUnit(draft.key(next));
  if (divides && value >= 10 && Number.isInteger(Math.log10(value)) && !timed && place.before) {
    const at = { start: place.before.start, end: draft.span(from, next - 1).end };
    return [{ t: 'rate', per: value, ...at }, ...readRest(next, to)];
  }
  const known = draft.judge(draft.slice(from, to - 1));
  if (!known && saysUnit(draft, next, to, divides)) return [amount(to - 1, draft.slice(next, to - 1))];
  if (draft.is(next, 'number')) {
    draft.fail('missing-operator', draft.span(from, next));
    return [amount(next - 1, null)];
  }
  return null;
}

/** Only a unit from here on (`gg lavorativi`, `€/mq`), or people after a division (`/ 30.000 abitanti`). */
function saysUnit(draft: Draft, from: number, to: number, divides: boolean): boolean {
  if (to - from === 1 && divides && PERSONS.has(draft.key(from))) return true;
  if (!isUnitWord(draft.key(from)) || to - from > 3) return false;
  for (let i = from + 1; i < to; i++) {
    const key = draft.key(i);
    const unit = isUnitWord(key) || isQualifier(key) || PERSONS.has(key);
    if (!unit && !draft.is(i, 'operator') && !PREPOSITIONS_OF.has(key)) return false;
  }
  return true;
}

/**
 * `50%`; in `x 100%` the sign only says that the result is a percentage. In a sum (`60% prove + 40% esame`) it weighs
 * the quantity after it; alone (`90% delle pratiche`) it is no weight.
 */
function percentRun(
  draft: Draft,
  from: number,
  sign: number,
  to: number,
  value: number,
  text: string,
  place: RunPlace,
  readRest: (from: number, to: number) => Item[],
): Item[] | null {
  if (draft.key(sign) === '‰')
    return [{ t: 'number', ...draft.span(from, sign), value: value / 1000, text, unit: '‰' }];
  const percent: Item = {
    t: 'percent',
    ...draft.span(from, sign),
    value: value / 100,
    text: `${text}%`,
  };
  if (sign + 1 < to) {
    const added = place.before?.t === 'operator' && place.before.operator === '+';
    const name = PREPOSITIONS_OF.has(draft.key(sign + 1)) ? sign + 2 : sign + 1;
    if (name >= to || !(added || draft.key(to) === '+')) return null;
    return [percent, operator('*', draft.span(sign, sign), true), ...readRest(name, to)];
  }
  if (value === 100 && /^[*x]$|^per$/.test(draft.key(from - 1))) {
    draft.found.saysPercent = true;
    return [{ t: 'number', ...draft.span(from, sign), value, text, unit: null }];
  }
  return [percent];
}

/** `100 000`: groups of three digits after a space. */
function mergeThousands(draft: Draft, from: number, to: number): { value: number; next: number } {
  const first = draft.token(from);
  let value = first?.value ?? 0;
  let next = from + 1;
  if (!first || !/^[1-9]\d{0,2}$/.test(first.text)) return { value, next };
  while (next < to && draft.is(next, 'number') && /^\d{3}$/.test(draft.key(next))) {
    value = value * 1000 + (draft.token(next)?.value ?? 0);
    next++;
  }
  return { value, next };
}
