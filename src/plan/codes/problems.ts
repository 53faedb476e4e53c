import type { CodeProblem, CodeScheme } from '../types';
import { monthNumber } from '../dates';
import { MAX_CODE_LENGTH, fitsMask, normaliseCode } from './mask';
import { runsOf } from './shape';

/** What is put after a number to insert an objective without renumbering the others. */
const LATER = /(?<=\d)[-\s/.]?(?:bis|ter|quater)\.?$/i;

/** A text that stands for a code and is longer, spaces included, was never one: nothing is tried with it. */
const LONGEST = 10 * MAX_CODE_LENGTH;

/** Why a code does not fit the scheme; null when it does. Nothing is repaired here. */
export function codeProblem(
  code: string,
  scheme: CodeScheme,
  siblings: readonly string[] = [],
): CodeProblem | null {
  if (code.length > LONGEST) return { kind: 'malformed', proposal: null };
  if (fitsMask(scheme.mask, code.trim().replace(LATER, ''))) return null;
  const undated = beforeDate(code, scheme.mask);
  if (undated !== null) return { kind: 'turned-date', proposal: undated };
  const zero = lostZero(code, scheme.mask);
  if (zero) return { kind: 'lost-zero', proposal: zero };
  const alike = lookAlike(code, scheme.mask, siblings);
  if (alike) return { kind: 'look-alike', proposal: alike };
  return { kind: 'malformed', proposal: null };
}

/**
 * What stood in a cell before Excel took it for a date: `1.3` for `01/03/2025` or `01-mar`, where the mask fits it
 * with one of its separators. Null for what is no date.
 */
export function beforeDate(code: string, mask: string): string | null {
  const match = /^(\d{1,2})[/-](\d{1,2}|[A-Z]{3})(?:[/-](?:19|20)?\d\d)?$/.exec(normaliseCode(code));
  const [, day = '', month = ''] = match ?? [];
  const number = /\d/.test(month) ? Number(month) : monthNumber(month);
  if (!match || number === null || number > 12 || Number(day) > 31 || /^\d+[/-]\d+$/.test(match[0]))
    return null;
  const sign = /^[0[\]]+([-._/])[0[\]]+$/.exec(mask)?.[1] ?? '';
  const two = String(number).padStart(2, '0');
  const tries = [`${Number(day)}${sign}${number}`, `${Number(day)}${sign}${two}`, `${day}${sign}${two}`];
  return sign === '' ? null : (tries.find((one) => fitsMask(mask, one)) ?? null);
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
export function lookAlike(code: string, mask: string, siblings: readonly string[]): string | null {
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

/**
 * What a code that nothing bears was probably meant to be: one of the known codes that differs only by lost leading
 * zeros (`101` for `0101`), or by signs that look alike. Null without exactly one such code.
 */
export function misread(code: string, known: readonly string[]): CodeProblem | null {
  const only = (shape: (text: string) => string): string | null => {
    const same = [...new Set(known)].filter((other) => shape(other) === shape(code));
    return same.length === 1 && same[0] !== undefined && normaliseCode(same[0]) !== normaliseCode(code)
      ? same[0]
      : null;
  };
  const zero = only(withoutZeros);
  if (zero !== null) return { kind: 'lost-zero', proposal: zero };
  const alike = only(plainShape);
  return alike === null ? null : { kind: 'look-alike', proposal: alike };
}

function withoutZeros(code: string): string {
  return runsOf(code)
    .map((run) => (run.kind === 'D' ? run.text.replace(/^0+(?=\d)/, '') : run.text))
    .join('');
}

function plainShape(code: string): string {
  return [...normaliseCode(code).replace(/[-._/\s]/g, '')]
    .map((sign) => (/\d/.test(sign) ? sign : (LOOK_ALIKE[sign] ?? sign)))
    .join('');
}
