import { columnName } from '../workbook';
import type { Column } from './tables/column';
import { fieldName, parseField } from './words/field';
import { NO_MEANING, type Meaning } from './words/meaning';

/**
 * How a workbook is read, as data: guessed once, confirmed or corrected by the user, kept in the workbook or in a
 * file, and used again next year. Headers are named by their words, so moved columns and rows still fit.
 */
export interface MappingProfile {
  readonly version: 1;
  /** Mask of the PEG objectives' codes (see plan/codes.ts), null to let it be inferred. */
  readonly codeMask: string | null;
  readonly sheets: readonly SheetProfile[];
}

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

/** JSON Schema of a profile, for editors and for reading what a user saved. */
export const PROFILE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Profilo di abbinamento',
  type: 'object',
  required: ['version', 'sheets'],
  additionalProperties: false,
  properties: {
    version: { const: 1, description: 'Versione del formato.' },
    codeMask: {
      type: ['string', 'null'],
      maxLength: 60,
      description:
        'Maschera dei codici: A cifra dell’anno, L lettera, 0 cifra, […] facoltativo, il resto alla lettera.',
    },
    sheets: {
      type: 'array',
      items: {
        type: 'object',
        required: ['sheet', 'role'],
        additionalProperties: false,
        properties: {
          sheet: { type: 'string', description: 'Nome del foglio come sulla linguetta.' },
          role: { enum: ['dup', 'plan', 'ignore'] },
          columns: {
            type: 'array',
            items: {
              type: 'object',
              required: ['header', 'field'],
              additionalProperties: false,
              properties: {
                header: {
                  type: 'string',
                  description: 'Intestazione come scritta; vuota se la colonna non ne ha.',
                },
                column: { type: 'string', pattern: '^[A-Z]{0,3}$' },
                field: {
                  type: 'string',
                  description: 'Campo, per esempio pegObjective.code, oppure ignore.',
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

function same(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

/** What the profile says of a sheet, or null. */
export function sheetProfile(profile: MappingProfile | null, sheet: string): SheetProfile | null {
  return profile?.sheets.find((own) => same(own.sheet, sheet)) ?? null;
}

/**
 * The entry for a header: by its words; where the same words head several columns, by the column too. Headers
 * without words are known by their column alone.
 */
function entryOf(sheet: SheetProfile, header: string, column: string | null): ColumnProfile | null {
  if (header === '') return sheet.columns.find((own) => own.header === '' && own.column === column) ?? null;
  const entries = sheet.columns.filter((own) => own.header !== '' && same(own.header, header));
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
        own.header === '' ? columnName(column.column) === own.column : same(own.header, column.text),
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
  const sheets = names.map((sheet): SheetProfile => {
    const own = tables.filter((table) => table.sheet === sheet);
    return {
      sheet,
      role: own.some((table) => table.isDup) ? 'dup' : 'plan',
      columns: entriesOf(own.flatMap((table) => table.columns)),
    };
  });
  return { version: 1, codeMask, sheets };
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
  const unread = (given?.sheets ?? []).filter(
    ({ sheet }) => names.has(sheet.toLowerCase()) && sheetProfile(read, sheet) === null,
  );
  return unread.length === 0 ? read : { ...read, sheets: [...read.sheets, ...unread] };
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
    const alike = (other: ColumnProfile) => same(other.header, entry.header);
    const single = entry.header !== '' && fieldsOf(alike) === 1;
    const key = single ? entry.header.toLowerCase() : `${entry.header.toLowerCase()}|${entry.column}`;
    const clear = single || fieldsOf((other) => alike(other) && other.column === entry.column) === 1;
    if (clear && !kept.has(key)) kept.set(key, entry);
  }
  return [...kept.values()];
}
