import { codeNumber, looksLikeCode, normalise, normaliseCode } from '../../plan';
import { factOf, type Fact, type Statement } from '../rows/statements';
import type { PlanSubject } from '../words/field';

/** Where bare numbers start again: nowhere, in every sheet, or under every heading of a sheet. */
export type NumberingScope = 'global' | 'sheet' | 'parent';

/** More of the numbers than this with two different titles: they start again. */
const SHARED = 0.3;

/** A code that counts as identity by itself; a bare `1` or `01` is an ordinal that starts again elsewhere. */
export function isIdentity(code: string): boolean {
  const bare = normaliseCode(code);
  return !/^(?:(?:N|NR|NUM|OB)[.°º]?\s*)?\d{1,2}$/.test(bare) && looksLikeCode(bare);
}

/** Tells from the stated objectives where their bare numbers start again. */
export function numberingScope(stated: readonly Statement[]): NumberingScope {
  const shared = (key: (statement: Statement) => string) => {
    const titles = new Map<string, Set<string>>();
    for (const statement of stated) {
      const code = factOf(statement, 'pegObjective', 'code');
      const title = factOf(statement, 'pegObjective', 'title');
      if (!code || !title || isIdentity(code.text) || codeNumber(code.text) === null) continue;
      const name = `${key(statement)}#${normaliseCode(code.text)}`;
      titles.set(name, (titles.get(name) ?? new Set()).add(normalise(title.text)));
    }
    const twice = [...titles.values()].filter((set) => set.size > 1).length;
    return titles.size === 0 ? 0 : twice / titles.size;
  };
  if (shared(() => '') < SHARED) return 'global';
  return shared(sheetKey) < SHARED ? 'sheet' : 'parent';
}

/** What tells equal numbers apart within a scope. */
export function numberingKey(statement: Statement, scope: NumberingScope): string {
  if (scope === 'global') return '';
  return scope === 'sheet' ? sheetKey(statement) : `${sheetKey(statement)}/${headingKey(statement)}`;
}

function sheetKey({ grid }: Statement): string {
  return `${grid.file ?? ''}|${grid.name}`;
}

const HEADINGS: readonly (readonly [PlanSubject, Fact['field']['attribute']])[] = [
  ['operatingObjective', 'title'],
  ['strategicObjective', 'title'],
  ['strategicArea', 'title'],
  ['pegObjective', 'programme'],
  ['pegObjective', 'mission'],
  ['pegObjective', 'centre'],
];

function headingKey(statement: Statement): string {
  return HEADINGS.map(([subject, attribute]) =>
    normalise(factOf(statement, subject, attribute)?.text ?? ''),
  ).join('|');
}
