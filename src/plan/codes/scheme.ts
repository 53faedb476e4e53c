import type { CodePart, CodeScheme } from '../types';
import { fitsMask, normaliseCode, parseMask } from './mask';
import { isUnder } from './parts';
import { beforeDate, lookAlike } from './problems';
import { looksLikeCode, runsOf, skeleton, type Run } from './shape';

/** The scheme most codes share, or null when there is none (fewer than two codes, or no common shape). */
export function inferScheme(codes: readonly string[], parents: readonly string[] = []): CodeScheme | null {
  const distinct = [...new Set(codes.map(normaliseCode))].filter((code) => looksLikeCode(code));
  if (distinct.length === 0) return null;
  const undated = withoutDates(distinct, parents);
  if (undated) return undated;
  const runs = distinct.map(runsOf);
  const largest = largestFamily(runs);
  const bare = largest && withoutTail(largest, runs);
  const best = bare ?? largest;
  if (!best || (best.length + (bare ? (largest?.length ?? 0) : 0)) * 2 < distinct.length) return null;
  const tail = tailOf(
    best,
    runs.filter((one) => !best.includes(one)),
  );
  const parts = [...partsOf(usualForms(best)), ...tail];
  const mask = parts.map((part) => part.mask).join('');
  if (parseMask(mask) === null) return null;
  const known = new Set(parents.map(normaliseCode));
  const under = distinct.filter((code) => hasParent(code, known));
  return {
    mask,
    outline: known.size > 0 && under.length * 10 >= distinct.length * 6,
    parts: parts.filter((part): part is CodePart => part.name !== 'literal'),
    fitting: distinct.filter((code) => fitsMask(mask, code)).length,
    total: distinct.length,
  };
}

/** Codes of one shape, the most there are of any. */
function largestFamily(codes: readonly Run[][]): readonly Run[][] | undefined {
  const families = new Map<string, Run[][]>();
  for (const runs of codes) {
    const key = familyOf(runs);
    families.set(key, [...(families.get(key) ?? []), runs]);
  }
  const [best] = [...families.values()].sort(
    (a, b) => b.length - a.length || (a[0]?.length ?? 0) - (b[0]?.length ?? 0),
  );
  return best;
}

/** So long a word after a separator marks a variant (`AG7/D`, `AG7-bis`); a longer one is something else. */
const TAIL = 3;

/** Where most codes have a tail and a fifth of all is the same without it (`AG1/D` beside `AG4`), it is those that show the form. */
function withoutTail(family: readonly Run[][], all: readonly Run[][]): readonly Run[][] | null {
  const [sign, letters] = family[0]?.slice(-2) ?? [];
  if (sign?.kind !== 'S' || letters?.kind !== 'L' || letters.text.length > TAIL) return null;
  const form = familyOf(family[0]?.slice(0, -2) ?? []);
  const bare = all.filter((runs) => familyOf(runs) === form);
  return form !== '' && bare.length * 5 >= all.length ? bare : null;
}

/** The tail some codes have behind the form of the others, where the code without it exists or several have it. */
function tailOf(family: readonly Run[][], others: readonly Run[][]): DraftPart[] {
  const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
  const [form, known] = [familyOf(family[0] ?? []), new Set(family.map(textOf))];
  const tailed = others.filter((runs) => {
    const [sign, letters] = runs.slice(-2);
    const isTail = sign?.kind === 'S' && letters?.kind === 'L' && letters.text.length <= TAIL;
    return isTail && familyOf(runs.slice(0, -2)) === form;
  });
  const [sign] = tailed[0]?.slice(-2) ?? [];
  const alike = tailed.filter((runs) => runs.at(-2)?.text === sign?.text);
  const meant = alike.length > 1 || alike.some((runs) => known.has(textOf(runs.slice(0, -2))));
  if (!sign || !meant) return [];
  const lengths = alike.map((runs) => runs.at(-1)?.text.length ?? 1);
  const letters = repeat('L', smallest(lengths), largest(lengths));
  return [{ name: 'suffix', mask: `[${escapeMask(sign.text)}${letters}]` }];
}

/** The scheme of the other codes, where Excel took some for dates and all of these fit it again; else null. */
function withoutDates(codes: readonly string[], parents: readonly string[]): CodeScheme | null {
  const dates = codes.filter((code) => DATE.test(code));
  const others = codes.filter((code) => !DATE.test(code));
  const scheme = dates.length > 0 && others.length > 1 ? inferScheme(others, parents) : null;
  return scheme && dates.every((code) => beforeDate(code, scheme.mask) !== null)
    ? { ...scheme, total: codes.length }
    : null;
}

/** `01-MAR`: what a cell shows that Excel took for a date; `01/03/2025` does not look like a code anyway. */
const DATE = /^\d{1,2}[/-][A-Z]{3}$/;

/** Whether a beginning of the code is a known code it stands under: thousands of codes are asked. */
function hasParent(code: string, known: ReadonlySet<string>): boolean {
  for (let end = 1; end < code.length; end++) {
    const parent = code.slice(0, end);
    if (known.has(parent) && isUnder(code, parent)) return true;
  }
  return false;
}

/**
 * The codes a mask is learnt from: without those that lost a leading zero (shorter than siblings written with
 * one) and without the odd one that fits the others once an O is read as 0 or an I as 1.
 */
function usualForms(family: readonly Run[][]): readonly Run[][] {
  const padded = new Map<number, number>();
  const places = largest(family.map((runs) => runs.length));
  for (let at = 0; at < places; at++) {
    const zeros = family.flatMap((runs) =>
      /^0\d/.test(runs[at]?.text ?? '') ? [runs[at]?.text.length ?? 0] : [],
    );
    if (zeros.length >= 2) padded.set(at, smallest(zeros));
  }
  const full = family.filter((runs) =>
    runs.every((run, at) => run.kind !== 'D' || run.text.length >= (padded.get(at) ?? 0)),
  );
  const lengths = new Map<string, number>();
  const lengthAt = (runs: Run[], at: number): string => `${at}/${runs[at]?.text.length ?? 0}`;
  for (const runs of full) {
    for (let at = 0; at < places; at++) {
      lengths.set(lengthAt(runs, at), (lengths.get(lengthAt(runs, at)) ?? 0) + 1);
    }
  }
  const usual = full.filter((runs, own) => {
    const odd = runs.some((_, at) => lengths.get(lengthAt(runs, at)) === 1);
    if (!odd || full.length < 4) return true;
    const others = full.filter((_, other) => other !== own);
    const mask = partsOf(others)
      .map((part) => part.mask)
      .join('');
    const code = runs.map((run) => run.text).join('');
    return fitsMask(mask, code) || lookAlike(code, mask, []) === null;
  });
  return usual.length > 0 ? usual : family;
}

/** Codes of one family differ only in lengths and in one last letter (`PI06`, `PI06A`). */
function familyOf(runs: readonly Run[]): string {
  const last = runs.at(-1);
  const bare = runs.length > 1 && last?.kind === 'L' && last.text.length === 1 && runs.at(-2)?.kind === 'D';
  return skeleton(bare ? runs.slice(0, -1) : runs);
}

interface DraftPart {
  readonly name: CodePart['name'] | 'literal';
  readonly mask: string;
}

function partsOf(family: readonly Run[][]): DraftPart[] {
  const longest = largest(family.map((runs) => runs.length));
  const shortest = smallest(family.map((runs) => runs.length));
  const parts: DraftPart[] = [];
  const levels = family[0]?.filter((run) => run.kind === 'D').length ?? 0;
  for (let at = 0; at < longest; at++) {
    const texts = family.flatMap((runs) => runs[at]?.text ?? []);
    const kind = family.find((runs) => runs[at])?.[at]?.kind ?? 'S';
    const optional = at >= shortest;
    const part = isShortYear(family, at)
      ? ({ name: 'year', mask: 'AA' } as const)
      : partOf(kind, texts, levels > 2 || (levels === 2 && !hasLetters(family)));
    parts.push(optional ? { name: 'suffix', mask: `[${part.mask}]` } : part);
  }
  return parts;
}

/** Most of the codes begin with one and the same `25_`, the others with the years about it. */
function isShortYear(family: readonly Run[][], at: number): boolean {
  if (at !== 0 || family.length < 3 || !hasLetters(family)) return false;
  const heads = family.map((runs) => (runs[1]?.kind === 'S' && runs.length > 2 ? (runs[0]?.text ?? '') : ''));
  if (!heads.every((head) => /^[1-3]\d$/.test(head))) return false;
  const [usual] = [...heads].sort((a, b) => countOf(heads, b) - countOf(heads, a));
  const near = heads.every((head) => Math.abs(Number(head) - Number(usual)) <= 3);
  return near && countOf(heads, usual ?? '') * 10 >= heads.length * 6;
}

function countOf(list: readonly string[], one: string): number {
  return list.filter((other) => other === one).length;
}

// Too many numbers to be the arguments of one call.
const largest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);
const smallest = (numbers: readonly number[]): number =>
  numbers.reduce((least, one) => Math.min(least, one), Infinity);

function hasLetters(family: readonly Run[][]): boolean {
  return family.some((runs) => runs.some((run) => run.kind === 'L'));
}

function partOf(kind: Run['kind'], texts: readonly string[], levels: boolean): DraftPart {
  const lengths = texts.map((text) => text.length);
  const [min, max] = [smallest(lengths), Math.min(largest(lengths), 10)];
  if (kind === 'S') return { name: 'literal', mask: escapeMask(texts[0] ?? '') };
  if (kind === 'L') {
    const constant = texts.every((text) => text === texts[0]) && min >= 3;
    if (constant) return { name: 'literal', mask: escapeMask(texts[0] ?? '') };
    return { name: 'centre', mask: repeat('L', min, max) };
  }
  if (min === 4 && max === 4 && texts.every((text) => /^(19|20)\d\d$/.test(text))) {
    return { name: 'year', mask: 'AAAA' };
  }
  return { name: levels ? 'level' : 'number', mask: repeat('0', min, max) };
}

function repeat(sign: string, min: number, max: number): string {
  return sign.repeat(min) + `[${sign}]`.repeat(Math.max(0, max - min));
}

function escapeMask(text: string): string {
  return text.replace(/[AL0[\]\\]/g, '\\$&');
}
