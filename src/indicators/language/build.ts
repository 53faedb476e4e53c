import { constructAt, type Construct } from './constructs';
import type { Draft } from './draft';
import { endsOperand, type Item } from './items';
import { FUNCTIONS } from './lexicon';
import { readRun } from './runs';

/** Turns a stretch of the draft into items: runs become quantities, constructs become operations. */
export function buildItems(draft: Draft, from: number, to: number): Item[] {
  const items: Item[] = [];
  let start = from;
  const flush = (end: number): void => {
    if (end > start) {
      const before = items.at(-1);
      const place = {
        before,
        operandBefore: endsOperand(before),
        operandAfter: opensOperand(draft, end, to),
      };
      const run = readRun(draft, start, end, place);
      if (run[0]?.t === 'rate' && before?.t === 'operator') items.pop();
      items.push(...run);
    }
    start = end;
  };
  for (let i = from; i < to; i++) {
    draft.budget.tick();
    for (let n = draft.opensBefore[i] ?? 0; n > 0; n--) {
      flush(i);
      items.push({ t: 'open', ...draft.span(i, i) });
    }
    const construct = constructAt(draft, i, to);
    if (construct) {
      if (i > start && !announces(draft, start, i)) flush(i);
      const before = items.length;
      items.push(...constructItems(draft, construct));
      if (items.length > before) closeImplied(draft, construct.from, construct.to, items);
      i = construct.to - 1;
      start = construct.to;
      continue;
    }
    const called = calledFunction(draft, i, to);
    const item = called ?? single(draft, i);
    if (item !== 'run') {
      flush(i);
      if (item) items.push(item);
      start = i + 1;
    }
    for (let n = draft.closesAfter[i] ?? 0; n > 0; n--) {
      flush(i + 1);
      items.push({ t: 'close', ...draft.span(i, i) });
    }
  }
  flush(to);
  return items;
}

/** Words before a construct that lead up to it (`percentuale data dal rapporto tra …`) name the result. */
function announces(draft: Draft, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (draft.is(i, 'number') || (!draft.isWordLike(i) && !draft.is(i, 'percent'))) return false;
  if (draft.judge(draft.slice(from, to - 1))) return false;
  const title = draft.setAside(from, to - 1);
  draft.found.definition ??= title;
  draft.found.saysPercent ||= /%|percentual/i.test(draft.slice(from, to - 1));
  return true;
}

/** Implied brackets that fall inside a construct still count. */
function closeImplied(draft: Draft, from: number, to: number, items: Item[]): void {
  for (let i = from; i < to; i++) {
    for (let n = draft.closesAfter[i] ?? 0; n > 0; n--) items.push({ t: 'close', ...draft.span(i, i) });
  }
}

function opensOperand(draft: Draft, i: number, to: number): boolean {
  return i < to && (draft.roles[i] === 'open' || (draft.opensBefore[i] ?? 0) > 0);
}

/** `media(`, `somma (`, `se(`: a word right before a grouping bracket. */
function calledFunction(draft: Draft, i: number, to: number): Item | null {
  const name = FUNCTIONS[draft.key(i)];
  if (!name || !draft.is(i, 'word') || draft.locked[i] || i + 1 >= to) return null;
  if (draft.roles[i + 1] !== 'open') return null;
  refuseTwoReadings(draft, i + 1);
  return { t: 'function', name, ...draft.span(i, i) };
}

/** `round(1.005,2)`: one number in the Italian notation, two arguments in the English one. */
function refuseTwoReadings(draft: Draft, open: number): void {
  const close = draft.partner[open] ?? -1;
  let commas = false;
  for (let i = open + 1; i < close; i++) {
    draft.budget.tick();
    // `sum(1:9)` is a range of cells to Excel.
    if (draft.is(i, 'colon') && draft.is(i - 1, 'number') && draft.is(i + 1, 'number'))
      return draft.fail('unexpected-symbol', draft.span(i, i));
    if (draft.is(i, 'semicolon')) return;
    commas ||= draft.is(i, 'comma');
  }
  for (let i = open + 1; i < close; i++) {
    const token = draft.token(i);
    if (token?.kind !== 'number' || draft.locked[i]) continue;
    if (!token.text.includes(',') && !(commas && /^\d{1,3}\.\d{3}$/.test(token.text))) continue;
    const other = token.text.includes(',') ? token.text.split(',').join('; ') : token.text.replace('.', ',');
    return draft.fail('ambiguous-number', draft.span(i, i), { readings: `«${token.text}», «${other}»` });
  }
}

/** The item of one token; null for nothing; 'run' when the token belongs to a run. */
function single(draft: Draft, i: number): Item | null | 'run' {
  const token = draft.tokens[i];
  const role = draft.roles[i];
  if (!token || role === 'dropped') return null;
  const at = draft.span(i, i);
  if (role === 'open' || role === 'close' || role === 'separator') return { t: role, ...at };
  if (role === 'comparator') return { t: 'comparator', operator: token.key as '<', ...at };
  if (role === 'operator') {
    const operator = token.kind === 'colon' ? '/' : (draft.operatorAt.get(i) ?? (token.key as '+'));
    const tight = !token.spaced || !(draft.tokens[i + 1]?.spaced ?? false);
    return { t: 'operator', operator, implied: false, tight, ...at };
  }
  if (role === 'content') return 'run';
  if (token.kind === 'sum') return { t: 'sum', ...at };
  if (token.kind === 'lost') return lost(draft, i);
  if (token.kind === 'comma') return separates(draft, i) ? { t: 'separator', ...at } : 'run';
  if (token.kind === 'junk' || token.kind === 'open' || token.kind === 'close') {
    draft.fail(token.kind === 'junk' ? 'unexpected-symbol' : 'unbalanced-brackets', at);
    return null;
  }
  return 'run';
}

/** A symbol lost in a conversion: a letter of the word it touches, a Σ before a phrase, else nobody knows. */
function lost(draft: Draft, i: number): Item | null | 'run' {
  const at = draft.span(i, i);
  draft.found.lostSymbol ??= at;
  const token = draft.tokens[i];
  const afterWord = i > draft.from && draft.is(i - 1, 'word') && !token?.spaced;
  if (afterWord) return 'run';
  const starts = i === draft.from || draft.roles[i - 1] === 'operator' || draft.roles[i - 1] === 'open';
  if (starts && draft.is(i + 1, 'word')) return { t: 'sum', ...at };
  draft.fail('unexpected-symbol', at);
  return null;
}

/** A comma separates arguments inside a function's brackets, when they hold no semicolon. */
function separates(draft: Draft, i: number): boolean {
  const { from, to } = draft.enclosing(i);
  if (from <= draft.from || draft.roles[from - 1] !== 'open' || !(draft.key(from - 2) in FUNCTIONS))
    return false;
  for (let k = from; k < to; k++) if (draft.is(k, 'semicolon')) return false;
  return true;
}

function constructItems(draft: Draft, construct: Construct): Item[] {
  const at = {
    start: draft.span(construct.from, construct.from).start,
    end: draft.span(construct.from, construct.from).end,
  };
  const open: Item = { t: 'open', ...at };
  const close: Item = { t: 'close', ...draft.span(construct.to - 1, construct.to - 1) };
  const sign = (operator: '/' | '-' | '*'): Item => ({
    t: 'operator',
    operator,
    implied: false,
    tight: false,
    ...at,
  });
  const parts = construct.parts.map(([from, to]) => [open, ...buildItems(draft, from, to), close]);
  const [a = [], b = []] = parts;
  switch (construct.kind) {
    case 'ratio':
      return [open, ...a, sign('/'), ...b, close];
    case 'product':
      return [open, ...a, sign('*'), ...b, close];
    case 'difference':
      return [open, ...a, sign('-'), ...b, close];
    case 'relative':
      return [open, open, ...a, sign('-'), ...b, close, sign('/'), ...b, close];
    default: {
      const separator: Item = { t: 'separator', ...at };
      const inner = parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part]));
      return [{ t: 'function', name: construct.kind, ...at }, open, ...inner, close];
    }
  }
}
