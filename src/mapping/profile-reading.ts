import { Validator } from '@cfworker/json-schema';
import { MAX_MASK_LENGTH, parseMask } from '../plan';
import { PROFILE_SCHEMA, type MappingProfile } from './profile';

/** What can be wrong in a profile that somebody wrote. */
export type ProfileProblemCode =
  'too-large' | 'not-json' | 'missing' | 'unexpected' | 'wrong-type' | 'wrong-value' | 'bad-mask';

/** One error of a profile: where it is and what would be right. Surfaces word it in the user's language. */
export interface ProfileProblem {
  readonly code: ProfileProblemCode;
  /** JSON pointer, `/sheets/0/role`; '' for the file as a whole. */
  readonly path: string;
  /** What is missing, what was not expected, or what is allowed there; '' where the code says all. */
  readonly details: string;
}

/** A profile, or everything that keeps the text from being one. */
export interface ProfileReading {
  readonly profile: MappingProfile | null;
  readonly problems: readonly ProfileProblem[];
}

/** Longest text of a profile, in characters: a workbook of hundreds of sheets fits. */
const MAX_PROFILE = 1_000_000;

/** Reads the text of a profile's file; never throws. */
export function parseProfile(text: string): ProfileReading {
  if (text.length > MAX_PROFILE) return refused([{ code: 'too-large', path: '', details: `${MAX_PROFILE}` }]);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused([{ code: 'not-json', path: '', details: '' }]);
  }
  return readProfile(value);
}

/** Reads a profile that is JSON already, filling in what may be left out. */
export function readProfile(value: unknown): ProfileReading {
  const problems = problemsOf(value);
  if (problems.length > 0) return refused(problems);
  const { codeMask = null, sheets } = value as Written;
  const profile: MappingProfile = {
    version: 1,
    codeMask,
    sheets: sheets.map(({ columns = [], ...sheet }) => ({
      ...sheet,
      columns: columns.map((column) => ({ ...column, column: column.column ?? '' })),
    })),
  };
  return { profile, problems: [] };
}

type Sheet = MappingProfile['sheets'][number];
type Column = Sheet['columns'][number];

/** A profile as its schema allows it to be written. */
interface Written {
  readonly codeMask?: string | null;
  readonly sheets: readonly (Omit<Sheet, 'columns'> & {
    readonly columns?: readonly (Omit<Column, 'column'> & { readonly column?: string })[];
  })[];
}

function refused(problems: readonly ProfileProblem[]): ProfileReading {
  return { profile: null, problems };
}

/** Keywords of a schema that only repeat what their parts say. */
const WRAPPERS = new Set(['properties', 'items', 'false']);

function problemsOf(value: unknown): ProfileProblem[] {
  const { errors } = new Validator(PROFILE_SCHEMA as never, '2020-12', false).validate(value);
  const problems = errors
    .filter(({ keyword }) => !WRAPPERS.has(keyword))
    .map(({ keyword, keywordLocation, instanceLocation }) =>
      problemOf(keyword, at(PROFILE_SCHEMA, keywordLocation), instanceLocation.slice(1), value),
    );
  return problems.length > 0 ? problems : maskProblems(value as Written);
}

function problemOf(keyword: string, wanted: unknown, path: string, value: unknown): ProfileProblem {
  const names = Object.keys(objectAt(value, path));
  switch (keyword) {
    case 'required':
      return { code: 'missing', path, details: listed(wanted, (name) => !names.includes(name)) };
    case 'additionalProperties': {
      const known = Object.keys(PROPERTIES.find((own) => own.path.test(path))?.properties ?? {});
      return { code: 'unexpected', path, details: listed(names, (name) => !known.includes(name)) };
    }
    case 'type':
      return { code: 'wrong-type', path, details: listed([wanted].flat()) };
    case 'maxLength':
      return { code: 'bad-mask', path, details: `${MAX_MASK_LENGTH}` };
    default:
      return { code: 'wrong-value', path, details: listed([wanted].flat()) };
  }
}

const { properties } = PROFILE_SCHEMA;
const sheetSchema = properties.sheets.items;
const PROPERTIES: readonly { readonly path: RegExp; readonly properties: object }[] = [
  { path: /^$/, properties },
  { path: /^\/sheets\/\d+$/, properties: sheetSchema.properties },
  { path: /columns\/\d+$/, properties: sheetSchema.properties.columns.items.properties },
];

function listed(names: unknown, wanted: (name: string) => boolean = () => true): string {
  return (Array.isArray(names) ? names : [])
    .map((name) => String(name).slice(0, 60))
    .filter(wanted)
    .join(', ');
}

/** A mask whose brackets do not close fits no code at all. */
function maskProblems({ codeMask = null }: Written): ProfileProblem[] {
  if (codeMask === null || parseMask(codeMask) !== null) return [];
  return [{ code: 'bad-mask', path: '/codeMask', details: `${MAX_MASK_LENGTH}` }];
}

/** What stands at a JSON pointer, with or without a leading `#`. */
function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
      root,
    );
}

function objectAt(root: unknown, pointer: string): object {
  const found = at(root, pointer);
  return typeof found === 'object' && found !== null ? found : {};
}
