import type { Draft } from './draft';
import type { Item } from './items';
import { numeralList } from './numerals';
import {
  COUNT_WORDS,
  DIVIDED,
  MORE_NEIGHBOURS_AFTER,
  MORE_NEIGHBOURS_BEFORE,
  MULTIPLIED,
  NOISE_WORDS,
  ON_WORDS,
  PERCENT_WORDS,
  PREPOSITIONS_OF,
  PREPOSITIONS_TO,
  PRONOUNS,
  SHARE_NOUNS,
  TOTAL_WORDS,
} from './lexicon';
import { NUMBER_WORDS } from '../units/units';
import { splitNumberRun, type RunPlace } from './amounts';
import { growth, isGrowth, perHead } from './change';
import { STRICT_PARTICIPLE as PARTICIPLE } from './elisions';
import { nameKey } from './names';
import { findWord, operator, phrase } from './pieces';

/**
 * A run is what stands between two signs or brackets: words, numbers, commas. Most runs are one quantity's name;
 * some say an operation in words (`pratiche evase su pratiche presentate`, `spesa corrente pro capite`).
 */
export function readRun(draft: Draft, from: number, to: number, place: RunPlace): Item[] {
  draft.budget.tick(to - from);
  const run = trim(draft, from, to);
  if (run.from >= run.to) return [];
  const defined = run.to - run.from === 1 ? draft.definitions.get(draft.key(run.from)) : undefined;
  if (defined) return definition(draft, run.from, defined);
  const text = draft.slice(run.from, run.to - 1);
  if (draft.judge(text) && !startsWithShare(draft, run.from)) return [phrase(draft, run.from, run.to)];
  const rest = (a: number, b: number): Item[] =>
    readRun(draft, a, b, { before: undefined, operandBefore: false, operandAfter: place.operandAfter });
  const amount = splitNumberRun(draft, run.from, run.to, place, rest);
  if (amount) return amount;
  return (
    numeralList(draft, run.from, run.to) ??
    percentLead(draft, run.from, run.to, place) ??
    explicitWords(draft, run.from, run.to, place) ??
    onWord(draft, run.from, run.to, place) ??
    perNumber(draft, run.from, run.to, place) ??
    perHead(draft, run.from, run.to) ??
    growth(draft, run.from, run.to, place) ??
    plusMinus(draft, run.from, run.to, place) ??
    noise(draft, run.from, run.to, place) ?? [phrase(draft, run.from, run.to)]
  );
}

/** What a short name stands for, in brackets. */
function definition(draft: Draft, at: number, [from, to]: readonly [number, number]): Item[] {
  const span = draft.span(at, at);
  return [{ t: 'open', ...span }, ...draft.expand(from, to), { t: 'close', ...span }];
}

function trim(draft: Draft, from: number, to: number): { from: number; to: number } {
  const skip = (i: number): boolean => draft.is(i, 'comma') || draft.is(i, 'quote');
  while (from < to && skip(from)) from++;
  while (to > from && skip(to - 1)) to--;
  while (to - from > 1 && draft.is(to - 1, 'percent') && !draft.is(to - 2, 'number')) {
    draft.found.saysPercent = true;
    to--;
  }
  return { from, to };
}

function startsWithShare(draft: Draft, i: number): boolean {
  return draft.is(i, 'percent');
}

/** Left part, sign, right part. */
function split(
  draft: Draft,
  from: number,
  sign: Item,
  at: number,
  after: number,
  to: number,
  place: RunPlace,
): Item[] {
  return [
    ...readRun(draft, from, at, { ...place, operandAfter: false }),
    sign,
    ...readRun(draft, after, to, { ...place, before: sign, operandBefore: false }),
  ];
}

/** `% pratiche evase …`, `percentuale di …`: a share of something, or only the unit of what follows. */
function percentLead(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  const sign = draft.is(from, 'percent');
  if (!sign && !SHARE_NOUNS.has(draft.key(from))) return null;
  let start = from + 1;
  while (PERCENT_WORDS.has(draft.key(start))) start++;
  if (PREPOSITIONS_OF.has(draft.key(start))) start++;
  if (start >= to) {
    if (
      !place.operandAfter ||
      !(sign || PERCENT_WORDS.has(draft.key(from)) || NOISE_WORDS.has(draft.key(from)))
    )
      return null;
    draft.found.saysPercent ||= sign || PERCENT_WORDS.has(draft.key(from));
    return [];
  }
  const shared = onWord(draft, start, to, { ...place, share: true });
  if (shared) {
    draft.found.saysPercent ||=
      PERCENT_WORDS.has(draft.key(from)) ||
      PERCENT_WORDS.has(draft.key(from + 1)) ||
      draft.key(from) === 'incidenza';
    return shared;
  }
  if (sign || PERCENT_WORDS.has(draft.key(from))) {
    draft.found.percentPrefix ??= draft.span(from, from);
    const rest = readRun(draft, start, to, place);
    const [first] = rest;
    if (first?.t !== 'phrase') return rest;
    const text = draft.text.slice(draft.span(from, from).start, first.end);
    return [
      { ...first, start: draft.span(from, from).start, text, name: `% ${first.name}` },
      ...rest.slice(1),
    ];
  }
  return null;
}

/** `diviso per`, `fratto`, `moltiplicato per`, `x`, `in rapporto a`, `rispetto al`. */
function explicitWords(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  for (let i = from; i < to; i++) {
    draft.budget.tick();
    if (!draft.is(i, 'word') || draft.locked[i] || draft.roles[i] === 'content') continue;
    const left = i > from || place.operandBefore;
    const [key, next] = [draft.key(i), draft.key(i + 1)];
    const rest = (after: number): boolean => after < to || place.operandAfter;
    const make = (sign: '*' | '/', after: number): Item[] | null =>
      left && rest(after)
        ? split(draft, from, operator(sign, draft.span(i, after - 1)), i, after, to, place)
        : null;
    let made: Item[] | null = null;
    if (DIVIDED.has(key)) made = make('/', i + (next === 'per' || PREPOSITIONS_TO.has(next) ? 2 : 1));
    else if (MULTIPLIED.has(key)) made = make('*', i + (next === 'per' ? 2 : 1));
    else if (key === 'x' && !/^tit/.test(draft.key(i - 1)))
      made = timesOf(draft, from, i, to, place) ?? make('*', i + 1);
    else if (key === 'in' && /^(?:rapporto|relazione)$/.test(next) && PREPOSITIONS_TO.has(draft.key(i + 2)))
      made = make('/', i + 3);
    else if (
      key === 'rispetto' &&
      PREPOSITIONS_TO.has(next) &&
      !isTime(draft, i + 2) &&
      !isGrowth(draft.key(from))
    )
      made = make('/', i + 2);
    if (made) return made;
  }
  return null;
}

/** `posti x 100 bambini residenti` is a rate, where the base data know of whom. */
function timesOf(draft: Draft, from: number, i: number, to: number, place: RunPlace): Item[] | null {
  const per = numberAt(draft, i + 1);
  const rated =
    per !== null && isRound(per) && i > from && i + 2 < to && draft.judge(draft.slice(i + 2, to - 1));
  if (!rated) return null;
  return [
    ...readRun(draft, from, i, { ...place, operandAfter: false }),
    { t: 'rate', per, ...draft.span(i, i + 1) },
    phrase(draft, i + 2, to),
  ];
}

function isTime(draft: Draft, i: number): boolean {
  return (
    /^(?:anno|esercizio|periodo|\d{4}|target|termini|tempi|precedente)$/.test(draft.key(i)) ||
    draft.is(i, 'number')
  );
}

/** `A su B`: a division where both are known, or where the wording leaves no other reading. */
function onWord(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  for (let i = from; i < to; i++) {
    draft.budget.tick();
    if (
      !draft.is(i, 'word') ||
      draft.locked[i] ||
      draft.roles[i] === 'content' ||
      !ON_WORDS.has(draft.key(i))
    )
      continue;
    if (i + 1 >= to && !place.operandAfter) continue;
    if (i === from && !place.operandBefore) continue;
    const rate =
      draft.is(i + 1, 'number') &&
      splitNumberRun(draft, i + 1, to, { ...place, before: operator('/', draft.span(i, i)) }, (a, b) =>
        readRun(draft, a, b, place),
      );
    if (rate && rate[0]?.t === 'rate')
      return [...readRun(draft, from, i, { ...place, operandAfter: false }), ...rate];
    if (dividesBySu(draft, from, i, to, place))
      return split(draft, from, operator('/', draft.span(i, i)), i, i + 1, to, place);
  }
  return null;
}

function dividesBySu(draft: Draft, from: number, i: number, to: number, place: RunPlace): boolean {
  if (i === from || i + 1 >= to) return true;
  const [left, right] = [draft.slice(from, i - 1), draft.slice(i + 1, to - 1)];
  draft.budget.tick(to - from);
  const [a, b] = [draft.judge(left), draft.judge(right)];
  if (a && (b || goesOn(draft, left, right))) return true;
  const next = draft.key(i + 1);
  if (COUNT_WORDS.has(next) || TOTAL_WORDS.has(next) || PRONOUNS.has(next)) return true;
  if (place.share && (b || isPartOf(right))) return true;
  const head = nameKey(left).core[0];
  return head !== undefined && nameKey(right).core.includes(head);
}

/** `concessioni cimiteriali rinnovate su scadute`: the right side is known with what the left one begins with. */
function goesOn(draft: Draft, left: string, right: string): boolean {
  const lead = left.split(/\s+/).slice(0, -1);
  return [headOf(left), ...lead.map((_, at) => lead.slice(0, at + 1).join(' '))].some((begin) =>
    draft.judge(`${begin} ${right}`),
  );
}

/** `presentate`, `iscritti`, `richieste pervenute`: a whole by its wording, not a place (`strade comunali`). */
function isPartOf(right: string): boolean {
  return nameKey(right)
    .plain.slice(0, 2)
    .some((word) => PARTICIPLE.test(word));
}

/** First word of a name after its prefixes: `richieste` of `n. richieste ricevute`. */
export function headOf(name: string): string {
  return nameKey(name).plain[0] ?? '';
}

/** `A per 1000 abitanti`, `A ogni 100 alunni`, `(…) per 100`, `per mille abitanti`. */
function perNumber(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  const i = findWord(
    draft,
    from,
    to,
    (key, at) =>
      (key === 'per' || key === 'ogni') &&
      (at > from || place.operandBefore) &&
      numberAt(draft, at + 1) !== null,
  );
  if (i < 0) return null;
  const per = numberAt(draft, i + 1) ?? 0;
  const last = draft.key(i - 1) === 'per' ? i - 1 : i;
  const left = readRun(draft, from, last, { ...place, operandAfter: false });
  if (i + 2 >= to) {
    if (draft.is(i + 1, 'word')) {
      draft.found.saysPercent ||= per === 100;
      draft.found.saysPerThousand ||= per === 1000;
      return left;
    }
    const number = draft.token(i + 1);
    const amount: Item = {
      t: 'number',
      ...draft.span(i + 1, i + 1),
      value: per,
      text: number?.text ?? '',
      unit: null,
    };
    return [...left, operator('*', draft.span(i, i)), amount];
  }
  if (!isRound(per)) return null;
  return [
    ...left,
    { t: 'rate', per, ...draft.span(i, i + 1) },
    ...readRun(draft, i + 2, to, { ...place, operandBefore: false }),
  ];
}

function numberAt(draft: Draft, i: number): number | null {
  const token = draft.token(i);
  if (token?.kind === 'number') return token.value;
  return token?.kind === 'word' ? (NUMBER_WORDS[token.key] ?? null) : null;
}

/** 10, 100, 1000 …: what rates are counted per. */
export function isRound(value: number): boolean {
  return value >= 10 && Number.isInteger(Math.log10(value));
}

/** `aperture meno chiusure`, `spese correnti più spese in conto capitale`; not `con più di 65 anni`. */
function plusMinus(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  const i = findWord(draft, from, to, (key, at) => {
    if (key !== 'piu' && key !== 'meno') return false;
    if ((at === from && !place.operandBefore) || (at === to - 1 && !place.operandAfter)) return false;
    return !MORE_NEIGHBOURS_AFTER.has(draft.key(at + 1)) && !MORE_NEIGHBOURS_BEFORE.has(draft.key(at - 1));
  });
  if (i < 0) return null;
  const sides = i > from && i + 1 < to ? [isOperand(draft, from, i), isOperand(draft, i + 1, to)] : [];
  if (sides.includes(false) && !sides.includes(true)) return null;
  return split(
    draft,
    from,
    operator(draft.key(i) === 'piu' ? '+' : '-', draft.span(i, i)),
    i,
    i + 1,
    to,
    place,
  );
}

/** A number, or a quantity of the base data; null where there are none to ask. */
function isOperand(draft: Draft, from: number, to: number): boolean | null {
  return draft.is(from, 'number') && to - from === 1 ? true : draft.judge(draft.slice(from, to - 1));
}

/** `rapporto n. utenti / n. posti`, `totale (a+b)`: leading words that only announce. */
function noise(draft: Draft, from: number, to: number, place: RunPlace): Item[] | null {
  const announced = NOISE_WORDS.has(draft.key(from)) && !place.operandBefore;
  if (announced && (to - from > 1 || place.operandAfter)) {
    const start = PREPOSITIONS_OF.has(draft.key(from + 1)) ? from + 2 : from + 1;
    return start < to ? readRun(draft, start, to, place) : [];
  }
  const onlyPrefixes = place.operandAfter && !place.operandBefore && to - from <= 2;
  if (!onlyPrefixes) return null;
  for (let i = from; i < to; i++) {
    const key = draft.key(i);
    if (!COUNT_WORDS.has(key) && !TOTAL_WORDS.has(key) && !PREPOSITIONS_OF.has(key)) return null;
  }
  return [];
}
