import { plainSpaces } from '../workbook';
import type { CodePart, CodeProblem, CodeScheme } from './types';

/**
 * Codes of objectives. A scheme is data: a mask whose signs are `A` (year digit), `L` (letter), `0` (digit),
 * `[…]` (optional) and literals; a backslash makes the next sign literal. Users may override the mask:
 * it is never run as a regular expression of theirs.
 */

export const MAX_MASK_LENGTH = 60;
const MAX_CODE_LENGTH = 24;

type MaskSign =
  | { readonly kind: 'year' | 'letter' | 'digit' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'optional'; readonly signs: readonly MaskSign[] };

/** Code for comparing: upper case, one kind of dash, no spaces around separators. Never changes digits. */
export function normaliseCode(code: string): string {
  return plainSpaces(code)
    .toUpperCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s*([-._/])\s*/g, '$1')
    .replace(/[.:;,-]+$/, '');
}

/** Reads a mask; null when it is too long, empty or its brackets do not close. */
export function parseMask(mask: string): readonly MaskSign[] | null {
  if (mask.length === 0 || mask.length > MAX_MASK_LENGTH) return null;
  const open: MaskSign[][] = [[]];
  for (let i = 0; i < mask.length; i++) {
    const sign = mask[i] ?? '';
    const signs = open.at(-1) ?? [];
    if (sign === '[') open.push([]);
    else if (sign === ']') {
      const inner = open.pop();
      const outer = open.at(-1);
      if (!inner || !outer) return null;
      outer.push({ kind: 'optional', signs: inner });
    } else if (sign === 'A') signs.push({ kind: 'year' });
    else if (sign === 'L') signs.push({ kind: 'letter' });
    else if (sign === '0') signs.push({ kind: 'digit' });
    else if (sign === '\\') signs.push({ kind: 'literal', text: mask[++i] ?? '\\' });
    else signs.push({ kind: 'literal', text: sign });
  }
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** Ends reachable after matching the signs from a position: at most one per position, so work stays linear. */
function ends(signs: readonly MaskSign[], code: string, from: ReadonlySet<number>): Set<number> {
  let here = new Set(from);
  for (const sign of signs) {
    const next = new Set<number>();
    for (const at of here) {
      const letter = code[at] ?? '';
      if (sign.kind === 'literal') {
        if (letter === sign.text.toUpperCase()) next.add(at + 1);
      } else if (sign.kind === 'letter') {
        if (/^\p{L}$/u.test(letter)) next.add(at + 1);
      } else if (sign.kind !== 'optional') {
        if (/^\d$/.test(letter)) next.add(at + 1);
      }
    }
    if (sign.kind === 'optional') {
      for (const at of here) next.add(at);
      for (const at of ends(sign.signs, code, here)) next.add(at);
    }
    here = next;
  }
  return here;
}

/** Whether a code fits a mask, after {@link normaliseCode}. */
export function fitsMask(mask: string, code: string): boolean {
  const signs = parseMask(mask);
  const text = normaliseCode(code);
  return signs !== null && text.length <= MAX_CODE_LENGTH && ends(signs, text, new Set([0])).has(text.length);
}

/** A run of the same kind of sign inside a code. */
interface Run {
  readonly kind: 'D' | 'L' | 'S';
  readonly text: string;
}

function runsOf(code: string): Run[] {
  return (normaliseCode(code).match(/\d+|\p{L}+|[^\d\p{L}]/gu) ?? []).map((text) => ({
    kind: /^\d/.test(text) ? 'D' : /^\p{L}/u.test(text) ? 'L' : 'S',
    text,
  }));
}

/** `2017-PA08` → `D-LD`: kinds of runs, lengths left out, separators kept. */
function skeleton(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'S' ? run.text : run.kind)).join('');
}

/**
 * Whether a word could be an objective's code: no spaces inside, at least one digit, short, letters, digits
 * and `. - _ /` only, and neither a date nor a percentage nor a decimal number.
 */
export function looksLikeCode(text: string): boolean {
  const code = plainSpaces(text);
  if (code.length === 0 || code.length > MAX_CODE_LENGTH) return false;
  if (!/^[\p{L}\d]+(?:\s?[-–._/]\s?[\p{L}\d]+)*[.)]?$/u.test(code) || !/\d/.test(code)) return false;
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}(?!\d))$/.test(code) && /(19|20)\d\d$/.test(code)) return false;
  const letters = code.match(/\p{L}+/gu) ?? [];
  return letters.every((run) => run.length <= 6);
}

/** A text that starts with a code: `2017-PA08 Valorizzare …`, `Ob. 10.02.01 - Migliorare …`. */
export interface CodedText {
  readonly code: string;
  readonly text: string;
}

const CODE_PREFIX =
  /^(?:(?:ob(?:iettiv[oi]|iett?)?|cod(?:ice)?|num(?:ero)?|nr|n|id|peg|op(?:erativo)?|str(?:ategico)?)(?:\.\s*|\s+|\s*°\s*))+/i;

/**
 * Splits a leading code from its text. Without a mask the first word must look like a code with at least two
 * parts, or be followed by a separator; a bare number before a word (`8 marzo`, `50 anni`) is text.
 */
export function splitCode(text: string, mask?: string | null): CodedText | null {
  const whole = plainSpaces(text).replace(/\n/g, ' ');
  const stripped = whole.replace(CODE_PREFIX, '');
  const word = /^[\p{L}\d]+(?:\s?[-–._/]\s?(?=\p{L}*\d)[\p{L}\d]{1,6}(?![\p{L}\d])|[-–._/][\p{L}\d]+)*/u.exec(
    stripped,
  )?.[0];
  return word ? longestCode(word, stripped, mask ?? null, stripped !== whole) : null;
}

/** Tries the word as it stands, then without its last parts: `01-Cultura` is `01` + `Cultura`. */
function longestCode(word: string, whole: string, mask: string | null, announced: boolean): CodedText | null {
  const parts = word.split(/(\s?[-–._/]\s?)/);
  for (let count = parts.length; count > 0; count -= 2) {
    const code = parts.slice(0, count).join('');
    const after = whole.slice(code.length);
    const separator = /^[.)]?\s*[-–—:.|)]+\s*/.exec(after)?.[0] ?? /^\s+/.exec(after)?.[0] ?? '';
    const rest = after.slice(separator.length).trim();
    if (!/\p{L}{2}/u.test(rest) || !looksLikeCode(code)) continue;
    if (separator === '' && !/^\d+$/.test(code)) continue;
    const fits = mask ? fitsMask(mask, code) : announced || isCodeBefore(code, separator);
    if (fits) return { code: code.trim(), text: rest };
  }
  return null;
}

function isCodeBefore(code: string, separator: string): boolean {
  const kinds = new Set(runsOf(code).map((run) => run.kind));
  if (/^\d+$/.test(code))
    return /[-–—:.|)]/.test(separator) && code.length <= 8 && !/^(19|20)\d\d$/.test(code);
  if (kinds.has('S')) return true;
  return kinds.has('D') && kinds.has('L') && code.length >= 3 && code === code.toUpperCase();
}

/** The scheme most codes share, or null when there is none (fewer than two codes, or no common shape). */
export function inferScheme(codes: readonly string[], parents: readonly string[] = []): CodeScheme | null {
  const distinct = [...new Set(codes.map(normaliseCode))].filter((code) => looksLikeCode(code));
  if (distinct.length === 0) return null;
  const families = new Map<string, Run[][]>();
  for (const code of distinct) {
    const runs = runsOf(code);
    const key = familyOf(runs);
    families.set(key, [...(families.get(key) ?? []), runs]);
  }
  const [best] = [...families.values()].sort(
    (a, b) => b.length - a.length || (a[0]?.length ?? 0) - (b[0]?.length ?? 0),
  );
  if (!best || best.length * 2 < distinct.length) return null;
  const parts = partsOf(usualForms(best));
  const mask = parts.map((part) => part.mask).join('');
  if (parseMask(mask) === null) return null;
  const known = new Set(parents.map(normaliseCode));
  const under = distinct.filter((code) => [...known].some((parent) => isUnder(code, parent)));
  return {
    mask,
    outline: known.size > 0 && under.length * 10 >= distinct.length * 6,
    parts: parts.filter((part): part is CodePart => part.name !== 'literal'),
    fitting: distinct.filter((code) => fitsMask(mask, code)).length,
    total: distinct.length,
  };
}

/**
 * The codes a mask is learnt from: without those that lost a leading zero (shorter than siblings written with
 * one) and without the odd one that fits the others once an O is read as 0 or an I as 1.
 */
function usualForms(family: readonly Run[][]): readonly Run[][] {
  const padded = new Map<number, number>();
  const places = Math.max(...family.map((runs) => runs.length));
  for (let at = 0; at < places; at++) {
    const zeros = family.flatMap((runs) =>
      /^0\d/.test(runs[at]?.text ?? '') ? [runs[at]?.text.length ?? 0] : [],
    );
    if (zeros.length >= 2) padded.set(at, Math.min(...zeros));
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
  const longest = Math.max(...family.map((runs) => runs.length));
  const shortest = Math.min(...family.map((runs) => runs.length));
  const parts: DraftPart[] = [];
  const levels = family[0]?.filter((run) => run.kind === 'D').length ?? 0;
  for (let at = 0; at < longest; at++) {
    const texts = family.flatMap((runs) => runs[at]?.text ?? []);
    const kind = family.find((runs) => runs[at])?.[at]?.kind ?? 'S';
    const optional = at >= shortest;
    const part = partOf(kind, texts, levels > 2 || (levels === 2 && !hasLetters(family)));
    parts.push(optional ? { name: 'suffix', mask: `[${part.mask}]` } : part);
  }
  return parts;
}

function hasLetters(family: readonly Run[][]): boolean {
  return family.some((runs) => runs.some((run) => run.kind === 'L'));
}

function partOf(kind: Run['kind'], texts: readonly string[], levels: boolean): DraftPart {
  const lengths = texts.map((text) => text.length);
  const [min, max] = [Math.min(...lengths), Math.min(Math.max(...lengths), 10)];
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

/** The year written in a code, or null. */
export function codeYear(code: string): number | null {
  const match = /(?:^|[^\d])((?:19|20)\d\d)(?=$|[^\d])/.exec(normaliseCode(code));
  return match ? Number(match[1]) : null;
}

/** The letters that name the centre in a code such as `2017-PA08` (`PA`), or null. */
export function codeCentre(code: string, scheme: CodeScheme): string | null {
  if (!scheme.parts.some((part) => part.name === 'centre')) return null;
  return runsOf(code).find((run) => run.kind === 'L')?.text ?? null;
}

/** The running number of a code (its last group of digits that is not the year), or null. */
export function codeNumber(code: string): number | null {
  const digits = runsOf(code).filter((run) => run.kind === 'D' && !/^(19|20)\d\d$/.test(run.text));
  const last = digits.at(-1);
  return last ? Number(last.text) : null;
}

/** `2017-PI06A` → `2017-PI06`; null when the code has no one-letter suffix after digits. */
export function baseCode(code: string): string | null {
  const match = /^(.*\d)\p{L}$/u.exec(normaliseCode(code));
  return match?.[1] ?? null;
}

/** Outline parenthood: the child begins with the parent's code and goes on (`01010601` under `0101`, `1.2.3` under `1.2`). */
export function isUnder(child: string, parent: string): boolean {
  const [c, p] = [normaliseCode(child), normaliseCode(parent)];
  return (
    p.length > 0 &&
    c.length > p.length &&
    c.startsWith(p) &&
    !(/[.\-_/]/.test(p) && /\d/.test(c[p.length] ?? ''))
  );
}

/** Why a code does not fit the scheme; null when it does. Nothing is repaired here. */
export function codeProblem(
  code: string,
  scheme: CodeScheme,
  siblings: readonly string[] = [],
): CodeProblem | null {
  if (fitsMask(scheme.mask, code)) return null;
  const zero = lostZero(code, scheme.mask);
  if (zero) return { kind: 'lost-zero', proposal: zero };
  const alike = lookAlike(code, scheme.mask, siblings);
  if (alike) return { kind: 'look-alike', proposal: alike };
  return { kind: 'malformed', proposal: null };
}

/** A number among fixed-length codes that fits again with zeros in front of one of its digit groups. */
function lostZero(code: string, mask: string): string | null {
  const runs = runsOf(code);
  for (let zeros = 1; zeros <= 4; zeros++) {
    for (let at = 0; at < runs.length; at++) {
      if (runs[at]?.kind !== 'D') continue;
      const padded = runs.map((run, i) => (i === at ? '0'.repeat(zeros) + run.text : run.text)).join('');
      if (fitsMask(mask, padded)) return padded;
    }
  }
  return null;
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  '0': 'O',
  '1': 'I',
  S: '5',
  '5': 'S',
  B: '8',
  '8': 'B',
};

/** One sign taken for another (O/0, I/1), a space or another separator where the scheme has one. */
function lookAlike(code: string, mask: string, siblings: readonly string[]): string | null {
  const text = normaliseCode(code);
  const separators = [...new Set((siblings[0] ?? mask).match(/[-._/]/g) ?? ['-'])];
  const tries = [text.replace(/\s+/g, '')];
  for (const separator of separators) tries.push(text.replace(/[-._/\s]+/g, separator));
  for (let at = 0; at < text.length; at++) {
    const other = LOOK_ALIKE[text[at] ?? ''];
    if (other) tries.push(text.slice(0, at) + other + text.slice(at + 1));
  }
  const fitting = [...new Set(tries)].filter((candidate) => fitsMask(mask, candidate));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
