import { baseCode, codeYear, normaliseCode, type CodeScheme, type Plan } from '../../plan';
import type { FactContext } from './context';

/** A code's suffix letter and the code without it, when the scheme has suffixes; nulls otherwise. */
export function suffixOf(
  code: string,
  scheme: CodeScheme | null,
): { suffix: string | null; base: string | null } {
  const withSuffix = scheme?.parts.some((part) => part.name === 'suffix') ?? true;
  const base = withSuffix ? baseCode(code) : null;
  return { suffix: base === null ? null : normaliseCode(code).slice(base.length), base };
}

/** Codes fewer than this have no habits. */
const FEWEST = 4;
/** A year this far from the plan's is a number of another kind. */
const FAR = 5;

/**
 * The year in a code: of four digits; of two where the scheme begins with it, or where three codes in four have the
 * last two digits of the plan's year in the same place (`SOC.24.01`).
 */
export function yearOf(code: string, { plan, year, shared }: FactContext): number | null {
  const { codeScheme: scheme } = plan;
  if (scheme?.mask.startsWith('AA') && !scheme.mask.startsWith('AAA')) {
    const short = /^\d\d/.exec(code.trim());
    if (short) return 2000 + Number(short[0]);
  }
  if (!scheme || scheme.parts.some((part) => part.name === 'year')) return codeYear(code);
  const place = shared('yearPlace', () => yearPlace(plan, year));
  const found = place === null || year === null ? null : pairAt(code, place);
  return found === null || Math.abs(2000 + found - (year ?? 0)) > FAR ? null : 2000 + found;
}

/** Which group of digits of the codes is the plan's year, null where none is. */
function yearPlace({ pegObjectives }: Plan, year: number | null): number | null {
  const codes = pegObjectives.flatMap(({ code }) => code?.value ?? []);
  if (year === null || codes.length < FEWEST) return null;
  const places = [0, 1, 2, 3].filter((at) => {
    const having = codes.filter((code) => pairAt(code, at) === year % 100).length;
    return having * 4 >= codes.length * 3;
  });
  return places[0] ?? null;
}

/** The group of digits at a place, where it has two. */
function pairAt(code: string, place: number): number | null {
  const group = code.match(/\d+/g)?.[place];
  return group?.length === 2 ? Number(group) : null;
}

/** Letters and digits of a code in groups, without words such as `Ob.`, the year and separators. */
export function codeGroups(code: string): string[] {
  const groups = normaliseCode(code).match(/\p{L}+|\d+/gu) ?? [];
  const bare = groups.filter((group) => !/^(?:OB|OBIETTIVO|COD|N|NR|PEG|OP|STR)$/.test(group));
  const withoutYear = bare.filter((group) => !/^(?:19|20)\d\d$/.test(group));
  return withoutYear.length > 0 ? withoutYear : bare;
}

/** Whether a child's code goes on from its parent's, whatever the separators: `Ob. 10.02.01` under `2019_10`. */
export function goesOnFrom(child: string, parent: string): boolean {
  const [c, p] = [codeGroups(child), codeGroups(parent)];
  if (p.length === 0) return false;
  const shared = p.slice(0, -1).every((group, at) => group === c[at]);
  const [own, above] = [c[p.length - 1] ?? '', p.at(-1) ?? ''];
  if (!shared || c.length < p.length) return false;
  if (own === above) return c.length > p.length;
  // Without separators (01010601 under 0101) only groups of fixed width tell where the parent ends: 1.10 is no 1.1.
  return c.length === p.length && above.length >= 2 && own.length > above.length && own.startsWith(above);
}
