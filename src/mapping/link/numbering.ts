import { codeNumber, looksLikeCode, normalise, normaliseCode } from '../../plan';
import { factOf, type Fact, type Statement } from '../rows/statements';
import type { PlanSubject } from '../words/field';

/** So many of the numbers with two different titles: they start again. */
const SHARED = 0.3;

/** A code that counts as identity by itself; a bare `1` or `01` is an ordinal that starts again elsewhere. */
export function isIdentity(code: string): boolean {
  const bare = normaliseCode(code);
  return !/^(?:(?:N|NR|NUM|OB)[.°º]?\s*)?\d{1,2}$/.test(bare) && looksLikeCode(bare);
}

/** Tells apart the objectives that bear the same bare number: what stands before the number in their identity. */
export type Numbering = (statement: Statement) => string;

/** Numbers of one scope with the titles they stand for. */
class Numbers {
  private readonly titles = new Map<string, Set<string>>();

  /** What the number 1 stands for. */
  readonly firsts = new Set<string>();

  add(number: string, title: string): void {
    if (codeNumber(number) === 1) this.firsts.add(title);
    this.titles.set(number, (this.titles.get(number) ?? new Set()).add(title));
  }

  /** Whether so many stand for several titles that they must start again inside the scope. */
  get shared(): boolean {
    const twice = [...this.titles.values()].filter((set) => set.size > 1).length;
    return twice > 0 && twice >= this.titles.size * SHARED;
  }
}

/**
 * Tells from the stated objectives where their bare numbers start again: nowhere, in every sheet or, in the sheets
 * where that is not enough, under every heading.
 */
export function numberingOf(stated: readonly Statement[]): Numbering {
  const all = new Numbers();
  const sheets = new Map<string, Numbers>();
  for (const statement of stated) {
    const code = factOf(statement, 'pegObjective', 'code');
    const title = factOf(statement, 'pegObjective', 'title');
    if (!code || !title || isIdentity(code.text) || codeNumber(code.text) === null) continue;
    const sheet = sheetKey(statement);
    const own = sheets.get(sheet) ?? new Numbers();
    sheets.set(sheet, own);
    for (const numbers of [all, own]) numbers.add(normaliseCode(code.text), normalise(title.text));
  }
  const parted = new Set([...sheets].filter(([, own]) => own.shared).map(([sheet]) => sheet));
  if (!all.shared && !beginAgain([...sheets.values()]) && parted.size === 0) return () => '';
  return (statement) => {
    const sheet = sheetKey(statement);
    return parted.has(sheet) ? `${sheet}/${headingKey(statement)}` : sheet;
  };
}

/** Whether sheets each begin with a 1 of their own, however many numbers follow. */
function beginAgain(sheets: readonly Numbers[]): boolean {
  const firsts = sheets.flatMap((own) => [...own.firsts].slice(0, 1));
  return new Set(firsts).size > 1;
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
