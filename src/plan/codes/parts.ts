import type { CodeScheme } from '../types';
import { normaliseCode } from './mask';
import { runsOf } from './shape';

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
