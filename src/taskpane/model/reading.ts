import {
  sameWords,
  type MappingProfile,
  type ProfileEntry,
  type ProfileSays,
  type Question,
  type QuestionOption,
  type SheetMapping,
} from '../../mapping';
import { meaningOf } from '../../application';
import { fitsMask, planCounts, type EntityKind, type Plan, type PlanCounts } from '../../plan';
import {
  areaAddress,
  cellAddress,
  columnName,
  forEachCell,
  parseArea,
  rowAt,
  shownAt,
  textAt,
  type CellMark,
  type CellRef,
  type Grid,
  type WorkbookSnapshot,
} from '../../workbook';
import { pickedColumns } from './selection';

type Role = Extract<ProfileSays, { says: 'role' }>['role'];

/** The role the profile gives to a sheet; null where it is silent. */
export function roleIn(profile: MappingProfile | null, sheet: string): Role | null {
  const said = profile?.entries.findLast(
    ({ selector, says }) => says.says === 'role' && sameWords(selector.sheet, sheet),
  )?.says;
  return said?.says === 'role' ? said.role : null;
}

/** The sheets to show: those that were read, and those the profile leaves aside, so that they can be taken back. */
export function listedSheets(
  read: readonly SheetMapping[],
  profile: MappingProfile | null,
  names: readonly string[],
): SheetMapping[] {
  const aside = names
    .filter((name) => roleIn(profile, name) === 'ignore' && !read.some(({ sheet }) => sameWords(sheet, name)))
    .map((sheet): SheetMapping => ({ sheet, role: 'other', confidence: 1, tables: [] }));
  return [...read, ...aside];
}

/** What a user may choose for a column, by subject. */
export const FIELD_CHOICES = {
  pegObjective: 'code title description owner participants centre weight type mission programme start end',
  operatingObjective: 'code title mission programme',
  strategicObjective: 'code title',
  strategicArea: 'code title',
  phase: 'code title start end weight owner progress',
  indicator: 'code title formula unit source target baseline actual weight',
  centre: 'code title owner',
  quantity: 'title unit source value',
} as const;

/** How a mask fits the codes of the plan, with examples. */
export function maskFit(
  mask: string,
  plan: Plan,
): { readonly fitting: readonly string[]; readonly missing: readonly string[] } {
  const codes = [...new Set(plan.pegObjectives.flatMap((one) => one.code?.value ?? []))];
  const fitting = codes.filter((code) => fitsMask(mask, code));
  return { fitting, missing: codes.filter((code) => !fitting.includes(code)) };
}

/** A line of the preview: a count now and with the corrections. */
export interface CountChange {
  readonly name: keyof PlanCounts;
  readonly now: number;
  readonly then: number | null;
}

export function countChanges(now: Plan, then: Plan | null): CountChange[] {
  const before = planCounts(now);
  const after = then && planCounts(then);
  return (Object.keys(before) as (keyof PlanCounts)[]).map((name) => ({
    name,
    now: before[name],
    then: after ? after[name] : null,
  }));
}

/** What a JSON text says; null when it says nothing readable. */
export function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const KINDS: readonly string[] = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'phase',
  'indicator',
] satisfies readonly EntityKind[];

const isKind = (subject: string): subject is EntityKind => KINDS.includes(subject);

/** What a chosen field says: names make a level, `ignore` nothing. */
export function saysOf(field: string): ProfileSays {
  const [subject = '', attribute] = field.split('.');
  if (field === 'ignore') return { says: 'ignore' };
  return attribute === 'title' && isKind(subject)
    ? { says: 'level', kind: subject }
    : { says: 'field', field };
}

/** Whether a question asks what some cells hold, so that it may be something that is not among its answers. */
export function asksMeaning({ about, options }: Question): boolean {
  const known = options.flatMap(({ says }) => says?.says ?? []);
  return (
    about.address !== '' && known.every((says) => says === 'level' || says === 'field' || says === 'ignore')
  );
}

/** The cells of an answer, coloured by what it takes them for. */
export function marksOfOption({ says, sample }: QuestionOption, about: CellRef): CellMark[] {
  const cells = sample.map(({ kind, sheet, address }): CellMark => ({
    sheet,
    address,
    level: meaningOf(kind),
  }));
  const place = { sheet: about.sheet, address: about.address };
  if (says === null || about.address === '' || says.says === 'role') return cells;
  const level =
    says.says === 'level' ? meaningOf(says.kind) : says.says === 'ignore' ? 'unread' : 'attribute';
  return [...cells, { ...place, level }];
}

/** What a user may say of a cell they point at. */
export const STATEMENTS = [
  'field',
  'record-starts-here',
  'region-starts-here',
  'region-ends-here',
  'header',
  'not-a-header',
  'ignore',
  'below',
  'right',
] as const;
export type Statement = (typeof STATEMENTS)[number];

/** A cell given as an example, with what is needed to say something of it and of its like. */
export interface Example {
  readonly sheet: string;
  /** The selected cell, or the rectangle. */
  readonly address: string;
  readonly text: string;
  /** The header over it, or its own text. */
  readonly header: string;
  readonly column: string;
  /** Its row from the first to the last filled cell. */
  readonly row: string;
  /** The first values that it heads or labels. */
  readonly samples: readonly string[];
  /** Sheets laid out like its own, itself included. */
  readonly alike: readonly string[];
}

const MOST_SAMPLES = 3;

/** What the user points at; null when it is no cell of a sheet that is known. */
export function exampleAt(
  selection: readonly CellRef[],
  book: WorkbookSnapshot,
  sheets: readonly SheetMapping[],
): Example | null {
  const [first] = selection;
  const grid = book.sheets.find(({ name }) => name === first?.sheet);
  const area = first && parseArea(first.address);
  if (!first || !grid || !area) return null;
  const { top, left, bottom } = area;
  const known = pickedColumns(selection, book, sheets)?.columns[0];
  const columns = rowsOf(grid, top, bottom).flatMap((row) => row.columns);
  return {
    sheet: first.sheet,
    address: first.address,
    text: shownAt(grid, top, left),
    header: known && known.field !== null && known.header !== '' ? known.header : textAt(grid, top, left),
    column: columnName(left),
    row: areaAddress({
      top,
      bottom,
      left: columns.reduce((least, column) => Math.min(least, column), left),
      right: columns.reduce((most, column) => Math.max(most, column), left),
    }),
    samples: samplesOf(grid, bottom, left),
    alike: sheetsLike(grid, book).map(({ name }) => name),
  };
}

const rowsOf = (grid: Grid, top: number, bottom: number) =>
  grid.rows.filter(({ row }) => top <= row && row <= bottom);

/** Values below a cell, else on its right. */
function samplesOf(grid: Grid, row: number, column: number): string[] {
  const below = grid.rows
    .filter((line) => line.row > row)
    .flatMap((line) => shownAt(grid, line.row, column) || []);
  const right = (rowAt(grid, row)?.columns ?? [])
    .filter((one) => one > column)
    .flatMap((one) => shownAt(grid, row, one) || []);
  return (below.length > 0 ? below : right).slice(0, MOST_SAMPLES);
}

/** Texts in the same cells that make two sheets look alike: at least this many, and this part of the smaller. */
const ALIKE_LEAST = 3;
const ALIKE_PART = 0.4;

/** Sheets with the same words at the same places, as cards of one form have. */
export function sheetsLike(grid: Grid, book: WorkbookSnapshot): Grid[] {
  const own = wordsOf(grid);
  return book.sheets.filter((other) => {
    if (other === grid) return true;
    const words = wordsOf(other);
    const shared = [...own].filter((one) => words.has(one)).length;
    return shared >= Math.max(ALIKE_LEAST, ALIKE_PART * Math.min(own.size, words.size));
  });
}

function wordsOf(grid: Grid): ReadonlySet<string> {
  const words = new Set<string>();
  forEachCell(grid, ({ value, text }, row, column) => {
    if (typeof value === 'string') words.add(`${cellAddress(row, column)} ${text.trim().toLowerCase()}`);
  });
  return words;
}

/** An example with what is said of it, as an entry of the profile. @param shared for all sheets like its own */
export function entryOf(
  example: Example,
  statement: Statement,
  { field, shared }: { readonly field: string; readonly shared: boolean },
): ProfileEntry {
  const { sheet, address, header, column, row } = example;
  const one = address.split(':')[0] ?? address;
  const words = { sheet, ...(header === '' ? {} : { header }), address: one };
  const wide = shared ? 'template' : 'sheet';
  switch (statement) {
    case 'field':
      return { scope: wide, selector: { ...words, column }, says: saysOf(field) };
    case 'ignore':
      return { scope: 'region', selector: { sheet, address: row }, says: { says: 'ignore' } };
    case 'below':
    case 'right':
      return { scope: wide, selector: words, says: { says: 'value-place', place: statement } };
    default:
      return { scope: shared ? 'template' : 'cell', selector: words, says: { says: statement } };
  }
}
