import type { SheetView } from '../grid/sheet-view';
import { classesOf } from '../relation/content';
import { FactReader } from '../rows/facts';
import { field, isName } from '../words/field';
import type { LabelledFact, TableRows } from './find-labels';
import type { SplitCards } from './split-cards';

/** Lines that head cards are shorter. */
const MAX_HEADLINE = 250;

/**
 * Cards whose labels name no objective: lines that stand apart, each in the same columns and without a label, name the
 * cards below them, with a number or code in a cell before.
 */
export function withHeadlines(
  sheet: SheetView,
  facts: readonly LabelledFact[],
  tables: readonly TableRows[],
): SplitCards | null {
  if (facts.length === 0 || facts.some(namesObjective)) return null;
  const rows = sheet.rows();
  const isFree = (row: number): boolean => !tables.some(({ top, bottom }) => row >= top && row <= bottom);
  const { form } = sheet;
  const all = form
    ? form.starts.filter((row) => !form.labels.has(row) && isHeadline(sheet, row))
    : rows.filter((row, at) => isHeadline(sheet, row) && isFree(row) && standsApart(sheet, rows, at));
  const lines = mostAlike(all, (row) => formOf(sheet, row));
  const parted = lines.every((row, at) => {
    const end = lines[at + 1] ?? (sheet.used?.bottom ?? row) + 1;
    return (
      facts.some((fact) => fact.row > row && fact.row < end) ||
      tables.some(({ top }) => top > row && top < end)
    );
  });
  if (lines.length < 2 || !parted || !areNames(sheet, lines)) return null;
  return {
    loose: facts.filter(({ row }) => row < (lines[0] ?? 0)),
    cards: lines.map((row, at) => {
      const end = lines[at + 1] ?? Infinity;
      return [...factsOf(sheet, row), ...facts.filter((fact) => fact.row > row && fact.row < end)];
    }),
  };
}

/** Below a blank row or at the top, and with something right below it. */
function standsApart(sheet: SheetView, rows: readonly number[], at: number): boolean {
  const row = rows[at] ?? 0;
  return sheet.filled(row - 1).length === 0 && sheet.filled(row + 1).length > 0;
}

function mostAlike(rows: readonly number[], formOf: (row: number) => string): number[] {
  const forms = new Map<string, number[]>();
  for (const row of rows) forms.set(formOf(row), [...(forms.get(formOf(row)) ?? []), row]);
  return [...forms.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function namesObjective({ field: own }: LabelledFact): boolean {
  return own.subject === 'pegObjective' && isName(own);
}

/** At most a number or code and a name. */
function isHeadline(sheet: SheetView, row: number): boolean {
  const columns = sheet.filled(row);
  const name = sheet.line(row, columns.at(-1) ?? 0);
  const [first] = columns;
  if (first === undefined || columns.length > 2 || name.length > MAX_HEADLINE || !/\p{L}{3}/u.test(name))
    return false;
  return classesOf(sheet.line(row, first)).includes(columns.length === 2 ? 'code' : 'coded');
}

/** Names of objectives differ from each other. */
function areNames(sheet: SheetView, rows: readonly number[]): boolean {
  const texts = rows.map((row) =>
    sheet
      .filled(row)
      .map((column) => sheet.line(row, column))
      .join(' '),
  );
  return rows.length > 1 && new Set(texts).size === texts.length;
}

function formOf(sheet: SheetView, row: number): string {
  return sheet.filled(row).join();
}

function factsOf(sheet: SheetView, row: number): LabelledFact[] {
  const reader = new FactReader(sheet, null);
  const columns = sheet.filled(row);
  const fact = (attribute: 'code' | 'title', column: number): LabelledFact => ({
    ...reader.fact(field('pegObjective', attribute), row, column),
    row,
    column,
    labelColumn: columns[0] ?? column,
    label: attribute === 'code' ? 'n' : '',
    heading: true,
    under: null,
  });
  const [first, second] = columns;
  if (first === undefined) return [];
  return second === undefined ? [fact('title', first)] : [fact('code', first), fact('title', second)];
}
