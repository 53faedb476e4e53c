import { columnName } from '../workbook';
import type { Column } from './tables/column';
import { fieldName, parseField, type Field } from './words/field';
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

/** The meaning a profile gives to a header, for finding header rows; null where it is silent. */
export function profileMeaning(sheet: SheetProfile | null, header: string): Meaning | null {
  if (!sheet || header === '') return null;
  const entry = sheet.columns.find((column) => same(column.header, header));
  if (!entry) return null;
  const field = parseField(entry.field);
  if (!field) return { ...NO_MEANING, ignored: 'note', confidence: 1 };
  return {
    subject: field.subject,
    attribute: field.attribute === 'citation' ? 'title' : field.attribute,
    period: field.period,
    coded: false,
    group: null,
    ignored: null,
    confidence: 1,
  };
}

/** Columns with the profile's fields in place of the guessed ones. */
export function applyProfile(columns: readonly Column[], sheet: SheetProfile | null): Column[] {
  if (!sheet) return [...columns];
  return columns.map((column) => {
    const entry = sheet.columns.find((own) =>
      own.header === ''
        ? column.text === '' && own.column === columnName(column.column)
        : same(own.header, column.text),
    );
    if (!entry) return column;
    const field: Field | null = parseField(entry.field);
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

/** The profile of what was read: what a user would save. */
export function profileOf(
  codeMask: string | null,
  sheets: readonly { sheet: string; isDup: boolean; columns: readonly Column[] }[],
): MappingProfile {
  const bySheet = new Map<string, SheetProfile>();
  for (const { sheet, isDup, columns } of sheets) {
    const own = bySheet.get(sheet) ?? {
      sheet,
      role: isDup ? ('dup' as const) : ('plan' as const),
      columns: [],
    };
    const more = columns.flatMap((column): ColumnProfile[] => {
      const known = own.columns.some(
        (one) =>
          one.header === column.text && (column.text !== '' || one.column === columnName(column.column)),
      );
      if (known || (!column.field && !column.ignored)) return [];
      return [
        {
          header: column.text,
          column: columnName(column.column),
          field: column.field ? fieldName(column.field) : 'ignore',
        },
      ];
    });
    bySheet.set(sheet, { ...own, columns: [...own.columns, ...more] });
  }
  return { version: 1, codeMask, sheets: [...bySheet.values()] };
}
