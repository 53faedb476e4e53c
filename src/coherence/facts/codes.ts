import { baseCode, codeYear, normaliseCode, type CodeScheme } from '../../plan';

/** A code's suffix letter and the code without it, when the scheme has suffixes; nulls otherwise. */
export function suffixOf(
  code: string,
  scheme: CodeScheme | null,
): { suffix: string | null; base: string | null } {
  const withSuffix = scheme?.parts.some((part) => part.name === 'suffix') ?? true;
  const base = withSuffix ? baseCode(code) : null;
  return { suffix: base === null ? null : normaliseCode(code).slice(base.length), base };
}

/** The year in a code, where the scheme says that codes carry one. */
export function yearOf(code: string, scheme: CodeScheme | null): number | null {
  if (scheme && !scheme.parts.some((part) => part.name === 'year')) return null;
  const short =
    scheme?.mask.startsWith('AA') && !scheme.mask.startsWith('AAA') ? /^\d\d/.exec(code.trim()) : null;
  return short ? 2000 + Number(short[0]) : codeYear(code);
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
