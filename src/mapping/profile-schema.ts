import type { MappingProfile, ProfileEntry } from './types';

const KINDS = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'phase',
  'indicator',
] as const;

/** One example for each thing that can be said. */
const EXAMPLES: readonly ProfileEntry[] = [
  {
    scope: 'sheet',
    selector: { sheet: 'Obiettivi', header: 'Cosa faremo', column: 'E' },
    says: { says: 'field', field: 'pegObjective.title' },
  },
  {
    scope: 'sheet',
    selector: { sheet: 'Struttura', column: 'B' },
    says: { says: 'level', kind: 'operatingObjective' },
  },
  { scope: 'sheet', selector: { sheet: 'Linee 2026' }, says: { says: 'role', role: 'dup' } },
  { scope: 'template', selector: { sheet: 'Scheda 1', header: 'Note' }, says: { says: 'ignore' } },
  { scope: 'cell', selector: { sheet: 'Obiettivi', address: 'A4' }, says: { says: 'header' } },
  { scope: 'cell', selector: { sheet: 'Obiettivi', address: 'A40' }, says: { says: 'not-a-header' } },
  { scope: 'cell', selector: { sheet: 'Obiettivi', address: 'A12' }, says: { says: 'region-starts-here' } },
  { scope: 'cell', selector: { sheet: 'Obiettivi', address: 'A38' }, says: { says: 'region-ends-here' } },
  {
    scope: 'template',
    selector: { sheet: 'Scheda 1', header: 'Obiettivo n.', except: ['Scheda 7'] },
    says: { says: 'record-starts-here' },
  },
  {
    scope: 'sheet',
    selector: { sheet: 'Obiettivi', header: 'Codice e titolo' },
    says: { says: 'split-by', separator: ' - ' },
  },
  {
    scope: 'template',
    selector: { sheet: 'Scheda 1', header: 'Responsabile' },
    says: { says: 'value-place', place: 'below' },
  },
];

const EXAMPLE: MappingProfile = { version: 2, codeMask: 'AAAA-LL00[L]', entries: EXAMPLES, answers: [] };

/** What one kind of statement needs besides its name. */
const needs = (says: string, property: string): object => ({
  if: { properties: { says: { const: says } } },
  then: { required: [property] },
});

/** A place of these scopes is its address. */
const placed = (scope: string): object => ({
  if: { properties: { scope: { const: scope } } },
  then: { properties: { selector: { required: ['address'] } } },
});

/** JSON Schema of a profile, for editors and for reading what a user saved. */
export const PROFILE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'profile-v2.schema.json',
  title: 'Profilo di lettura, versione 2',
  type: 'object',
  required: ['version', 'entries'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: 2, description: 'Versione del formato. Si leggono anche i profili della versione 1.' },
    codeMask: {
      type: ['string', 'null'],
      maxLength: 60,
      description:
        'Maschera dei codici: A cifra dell’anno, L lettera, 0 cifra, […] facoltativo, il resto alla lettera.',
    },
    entries: {
      type: 'array',
      description: 'Ciò che è stato detto, in ordine: sullo stesso punto vale l’ultima voce.',
      items: {
        type: 'object',
        required: ['scope', 'selector', 'says'],
        additionalProperties: false,
        properties: {
          scope: {
            enum: ['template', 'sheet', 'region', 'cell'],
            description:
              'Fin dove vale: tutti i fogli fatti così, un foglio, un intervallo, una cella. La più vicina prevale.',
          },
          selector: {
            type: 'object',
            required: ['sheet'],
            additionalProperties: false,
            properties: {
              sheet: { type: 'string', description: 'Nome del foglio come sulla linguetta.' },
              header: { type: 'string', description: 'Intestazione o etichetta come scritta.' },
              table: {
                type: 'integer',
                minimum: 1,
                description: 'Quale tabella del foglio, da 1; senza: tutte.',
              },
              column: { type: 'string', pattern: '^[A-Z]{0,3}$' },
              address: { type: 'string', pattern: '^[A-Z]{1,3}[1-9]\\d*(:[A-Z]{1,3}[1-9]\\d*)?$' },
              except: {
                type: 'array',
                items: { type: 'string' },
                description: 'Fogli fatti così per cui non vale.',
              },
            },
          },
          says: {
            type: 'object',
            required: ['says'],
            additionalProperties: false,
            properties: {
              says: {
                enum: [
                  'field',
                  'level',
                  'role',
                  'ignore',
                  'header',
                  'not-a-header',
                  'region-starts-here',
                  'region-ends-here',
                  'record-starts-here',
                  'split-by',
                  'value-place',
                ],
              },
              field: { type: 'string', description: 'Campo, per esempio pegObjective.code.' },
              kind: { enum: KINDS },
              role: { enum: ['dup', 'plan', 'ignore'] },
              separator: { type: 'string', minLength: 1, maxLength: 20 },
              place: { enum: ['right', 'below', 'above', 'same'] },
            },
            allOf: [
              needs('field', 'field'),
              needs('level', 'kind'),
              needs('role', 'role'),
              needs('split-by', 'separator'),
              needs('value-place', 'place'),
            ],
          },
          question: { type: 'string', description: 'Domanda a cui risponde.' },
        },
        allOf: [placed('cell'), placed('region')],
      },
    },
    answers: {
      type: 'array',
      description: 'Domande già risposte per questo file.',
      items: {
        type: 'object',
        required: ['question', 'option'],
        additionalProperties: false,
        properties: { question: { type: 'string' }, option: { type: 'string' } },
      },
    },
  },
  examples: [EXAMPLE],
} as const;
