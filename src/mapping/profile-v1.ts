import { EMPTY_PROFILE } from './profile';
import type { MappingProfile, ProfileEntry } from './types';

/** A profile as earlier versions wrote it: a list of sheets with the fields of their columns. */
export interface ProfileV1 {
  readonly codeMask?: string | null;
  readonly sheets: readonly {
    readonly sheet: string;
    readonly role: 'dup' | 'plan' | 'ignore';
    readonly columns?: readonly {
      readonly header: string;
      readonly column?: string;
      /** `pegObjective.code` …, or `ignore`. */
      readonly field: string;
    }[];
  }[];
}

/** JSON Schema of version 1. */
export const PROFILE_V1_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['version', 'sheets'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    codeMask: { type: ['string', 'null'], maxLength: 60 },
    sheets: {
      type: 'array',
      items: {
        type: 'object',
        required: ['sheet', 'role'],
        additionalProperties: false,
        properties: {
          sheet: { type: 'string' },
          role: { enum: ['dup', 'plan', 'ignore'] },
          columns: {
            type: 'array',
            items: {
              type: 'object',
              required: ['header', 'field'],
              additionalProperties: false,
              properties: {
                header: { type: 'string' },
                column: { type: 'string', pattern: '^[A-Z]{0,3}$' },
                field: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** The field that says “not to be read” in version 1. */
const IGNORE = 'ignore';

/** The same, said in version 2. */
export function fromV1({ codeMask = null, sheets }: ProfileV1): MappingProfile {
  return {
    ...EMPTY_PROFILE,
    codeMask,
    entries: sheets.flatMap(({ sheet, role, columns = [] }): ProfileEntry[] => [
      { scope: 'sheet', selector: { sheet }, says: { says: 'role', role } },
      ...columns.map(({ header, column = '', field }): ProfileEntry => ({
        scope: 'sheet',
        selector: { sheet, ...(header === '' ? {} : { header }), ...(column === '' ? {} : { column }) },
        says: field === IGNORE ? { says: 'ignore' } : { says: 'field', field },
      })),
    ]),
  };
}
