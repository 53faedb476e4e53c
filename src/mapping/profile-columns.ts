import { columnName } from '../workbook';
import { EMPTY_PROFILE, sameWords } from './profile';
import type { MappingProfile, ProfileEntry } from './types';
import type { Column } from './tables/column';
import { fieldName, parseField } from './words/field';
import { NO_MEANING, type Meaning } from './words/meaning';

/** What a profile says of one sheet and its columns. */
export interface SheetProfile {
  readonly sheet: string;
  /** `dup`: it lists the DUP; `ignore`: it is not read; otherwise as found. */
  readonly role: 'dup' | 'plan' | 'ignore';
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  /** Header as written, '' for a blank one. */
  readonly header: string;
  /** Column name, used where the header is blank. */
  readonly column: string;
  /** `pegObjective.code`, `indicator.target@2017` …, or `ignore`. */
  readonly field: string;
}

/** The field of a column that is not to be read. */
export const IGNORE = 'ignore';

/** Names of the sheets a profile speaks of, each once. */
export function sheetsNamed(profile: MappingProfile | null): string[] {
  const names: string[] = [];
  for (const { selector } of profile?.entries ?? [])
    if (!names.some((name) => sameWords(name, selector.sheet))) names.push(selector.sheet);
  return names;
}

/** What the profile says of a sheet, or null. */
export function sheetProfile(profile: MappingProfile | null, sheet: string): SheetProfile | null {
  const entries = (profile?.entries ?? []).filter(({ selector }) => sameWords(selector.sheet, sheet));
  if (entries.length === 0) return null;
  const own: SheetProfile = { sheet, role: 'plan', columns: [] };
  return entries.reduce(said, own);
}

function said(own: SheetProfile, { selector, says }: ProfileEntry): SheetProfile {
  const { header = '', column = '' } = selector;
  if (says.says === 'role') return { ...own, role: says.role };
  if (header === '' && column === '') return says.says === 'ignore' ? { ...own, role: 'ignore' } : own;
  const field =
    says.says === 'field'
      ? says.field
      : says.says === 'level'
        ? `${says.kind}.title`
        : says.says === 'ignore'
          ? IGNORE
          : null;
  if (field === null) return own;
  // Said again of one column, for all sheets like this one or for this one alone: what was said last holds.
  const others = own.columns.filter((one) => one.column !== column || !sameWords(one.header, header));
  return { ...own, columns: [...others, { header, column, field }] };
}

/**
 * The entry for a header: by its words; where the same words head several columns, by the column too. Headers
 * without words are known by their column alone.
 */
function entryOf(sheet: SheetProfile, header: string, column: string | null): ColumnProfile | null {
  if (header === '') return sheet.columns.find((own) => own.header === '' && own.column === column) ?? null;
  const entries = sheet.columns.filter((own) => own.header !== '' && sameWords(own.header, header));
  return (entries.length === 1 ? entries[0] : entries.find((own) => own.column === column)) ?? null;
}

/** The meaning a profile gives to a header, for finding header rows; null where it is silent. */
export function profileMeaning(sheet: SheetProfile | null, header: string): Meaning | null {
  const entry = sheet && header !== '' ? entryOf(sheet, header, null) : null;
  if (!entry) return null;
  const field = parseField(entry.field);
  if (!field) return { ...NO_MEANING, ignored: 'note', confidence: 1 };
  return {
    ...NO_MEANING,
    subject: field.subject,
    attribute: field.attribute === 'citation' ? 'title' : field.attribute,
    period: field.period,
    confidence: 1,
  };
}

/** Columns with the profile's fields in place of the guessed ones. */
export function applyProfile(columns: readonly Column[], sheet: SheetProfile | null): Column[] {
  if (!sheet) return [...columns];
  return columns.map((column) => {
    const entry = entryOf(sheet, column.text, columnName(column.column));
    if (!entry) return column;
    const field = parseField(entry.field);
    return { ...column, field, ignored: field ? null : 'note', confidence: 1, origin: 'profile' };
  });
}

/** The profile entries of a sheet that no column answers to any more. */
export function unmatched(sheet: SheetProfile, columns: readonly Column[]): ColumnProfile[] {
  return sheet.columns.filter(
    (own) =>
      !columns.some((column) =>
        own.header === '' ? columnName(column.column) === own.column : sameWords(own.header, column.text),
      ),
  );
}

/** A sheet's tables for its profile. */
interface SheetRead {
  readonly sheet: string;
  readonly isDup: boolean;
  readonly columns: readonly Column[];
}

/** The profile of what was read: what a user would save. Sheets are named once, whatever the number of their tables. */
export function profileOf(codeMask: string | null, tables: readonly SheetRead[]): MappingProfile {
  const names = [...new Set(tables.map((table) => table.sheet))];
  const entries = names.flatMap((sheet): ProfileEntry[] => {
    const own = tables.filter((table) => table.sheet === sheet);
    const role = own.some((table) => table.isDup) ? 'dup' : 'plan';
    return [
      { scope: 'sheet', selector: { sheet }, says: { says: 'role', role } },
      ...entriesOf(own.flatMap((table) => table.columns)).map(({ header, column, field }): ProfileEntry => ({
        scope: 'sheet',
        selector: { sheet, ...(header === '' ? {} : { header }), column },
        says: field === IGNORE ? { says: 'ignore' } : { says: 'field', field },
      })),
    ];
  });
  return { ...EMPTY_PROFILE, codeMask, entries };
}

/**
 * A profile of what was read, with what the given one says of the workbook's other sheets: one that is left aside, or
 * holds nothing yet, must still be so when the profile is saved again.
 * @param names names of the sheets there are, in small letters
 */
export function withUnread(
  read: MappingProfile,
  given: MappingProfile | null,
  names: ReadonlySet<string>,
): MappingProfile {
  const unread = (given?.entries ?? []).filter(
    ({ selector: { sheet } }) => names.has(sheet.toLowerCase()) && sheetProfile(read, sheet) === null,
  );
  return { ...read, entries: [...read.entries, ...unread], answers: given?.answers ?? [] };
}

/** One entry per header; where the same words head columns of several meanings, one per column that has one meaning. */
function entriesOf(columns: readonly Column[]): ColumnProfile[] {
  const entries = columns
    .filter((column) => column.field !== null || column.ignored !== null)
    .map((column) => ({
      header: column.text,
      column: columnName(column.column),
      field: column.field ? fieldName(column.field) : IGNORE,
    }));
  const fieldsOf = (is: (other: ColumnProfile) => boolean) =>
    new Set(entries.filter(is).map((entry) => entry.field)).size;
  const kept = new Map<string, ColumnProfile>();
  for (const entry of entries) {
    const alike = (other: ColumnProfile) => sameWords(other.header, entry.header);
    const single = entry.header !== '' && fieldsOf(alike) === 1;
    const key = single ? entry.header.toLowerCase() : `${entry.header.toLowerCase()}|${entry.column}`;
    const clear = single || fieldsOf((other) => alike(other) && other.column === entry.column) === 1;
    if (clear && !kept.has(key)) kept.set(key, entry);
  }
  return [...kept.values()];
}
