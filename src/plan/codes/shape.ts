import { plainSpaces } from '../../workbook';
import { MAX_CODE_LENGTH, fitsMask, normaliseCode } from './mask';

/** A run of the same kind of sign inside a code. */
export interface Run {
  readonly kind: 'D' | 'L' | 'S';
  readonly text: string;
}

/** The runs of letters, digits and other signs of a code. */
export function runsOf(code: string): Run[] {
  return (normaliseCode(code).match(/\d+|\p{L}+|[^\d\p{L}]/gu) ?? []).map((text) => ({
    kind: /^\d/.test(text) ? 'D' : /^\p{L}/u.test(text) ? 'L' : 'S',
    text,
  }));
}

/** `2017-PA08` → `D-LD`: kinds of runs, lengths left out, separators kept. */
export function skeleton(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'S' ? run.text : run.kind)).join('');
}

/**
 * Whether a word could be an objective's code: no spaces inside, at least one digit, short, letters, digits
 * and `. - _ /` only, and neither a date nor a number before a word (`2.2 - Asili`) nor a percentage nor a decimal number.
 */
export function looksLikeCode(text: string): boolean {
  const code = plainSpaces(text);
  if (code.length === 0 || code.length > MAX_CODE_LENGTH) return false;
  if (!/^[\p{L}\d]+(?:\s?[-–._/]\s?[\p{L}\d]+)*[.)]?$/u.test(code) || !/\d/.test(code)) return false;
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}(?!\d))$/.test(code) && /(19|20)\d\d$/.test(code)) return false;
  // `02-Verde` is a name with its number.
  if (/\d\s?[-–._/]\s?\p{Lu}\p{Ll}{3,}$/u.test(code)) return false;
  // `2022-2024` is the span of a plan.
  if (/^(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d$/.test(code)) return false;
  if (/\s[-–._/]\s?\p{L}{4,}$|[-–._/]\s\p{L}{4,}$/u.test(code)) return false;
  const letters = code.match(/\p{L}+/gu) ?? [];
  return letters.every((run) => run.length <= 6);
}

/** A text that starts with a code: `2017-PA08 Valorizzare …`, `Ob. 10.02.01 - Migliorare …`. */
export interface CodedText {
  readonly code: string;
  readonly text: string;
}

const CODE_PREFIX =
  /^(?:(?:ob(?:iettiv[oi]|iett?)?|cod(?:ice)?|num(?:ero)?|nr|n|id|peg|op(?:erativo)?|str(?:ategico)?|o[sog]|l[ps])(?:\.\s*|\s+|\s*°\s*))+/i;

/** A code without the word that announces it: `1.1.1` of `OO 1.1.1`, `n. 3` stays where nothing else is left; null for no code. */
export function bareCode(text: string): string | null {
  const whole = plainSpaces(text);
  const bare = whole.replace(CODE_PREFIX, '');
  return [bare, whole].find((one) => looksLikeCode(one)) ?? null;
}

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
  const parts = word.slice(0, MAX_CODE_LENGTH + 1).split(/(\s?[-–._/]\s?)/);
  for (let count = parts.length; count > 0; count -= 2) {
    const code = parts.slice(0, count).join('');
    if (code.length > MAX_CODE_LENGTH) continue;
    const after = whole.slice(code.length);
    const separator = /^[.)]?\s*[-–—:.|)]+\s*/.exec(after)?.[0] ?? /^\s+/.exec(after)?.[0] ?? '';
    const rest = after.slice(separator.length).trim();
    if (!/\p{L}{2}/u.test(rest) || !looksLikeCode(code)) continue;
    if (separator === '' && !/^\d+$/.test(code)) continue;
    // `05-SCUOLA E INFANZIA`: the first word of the name, not the end of a code.
    if (/^\s+$/.test(separator) && count > 1 && /^\p{L}{4,}$/u.test(parts[count - 1] ?? '')) continue;
    const fits = mask ? fitsMask(mask, code) : announced || isCodeBefore(code, separator);
    if (fits) return { code: code.trim(), text: rest };
  }
  return null;
}

function isCodeBefore(code: string, separator: string): boolean {
  const kinds = new Set(runsOf(code).map((run) => run.kind));
  const parted = /[-–—:.|)]/.test(separator);
  if (/^\d+$/.test(code)) return parted && code.length <= 8 && !/^(19|20)\d\d$/.test(code);
  if (kinds.has('S')) return true;
  return kinds.size === 2 && (parted || code.length >= 3) && code === code.toUpperCase();
}
