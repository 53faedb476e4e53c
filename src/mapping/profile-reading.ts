import { Validator } from '@cfworker/json-schema';
import { MAX_MASK_LENGTH, parseMask } from '../plan';
import type { MappingProfile } from './types';
import { PROFILE_SCHEMA } from './profile-schema';
import { PROFILE_V1_SCHEMA, fromV1, type ProfileV1 } from './profile-v1';

/** What can be wrong in a profile that somebody wrote. */
export type ProfileProblemCode =
  'too-large' | 'not-json' | 'missing' | 'unexpected' | 'wrong-type' | 'wrong-value' | 'bad-mask';

/** One error of a profile: where it is and what would be right. Surfaces word it in the user's language. */
export interface ProfileProblem {
  readonly code: ProfileProblemCode;
  /** JSON pointer, `/entries/0/scope`; '' for the file as a whole. */
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

/** Reads a profile that is JSON already, of this or the earlier version, filling in what may be left out. */
export function readProfile(value: unknown): ProfileReading {
  const first = at(value, '#/version') === 1;
  const problems = problemsOf(value, first ? PROFILE_V1_SCHEMA : PROFILE_SCHEMA);
  if (problems.length > 0) return refused(problems);
  if (first) return { profile: fromV1(value as ProfileV1), problems: [] };
  const { codeMask = null, entries, answers = [] } = value as Written;
  return { profile: { version: 2, codeMask, entries, answers }, problems: [] };
}

/** A profile as its schema allows it to be written. */
type Written = Pick<MappingProfile, 'entries'> & Partial<Pick<MappingProfile, 'codeMask' | 'answers'>>;

function refused(problems: readonly ProfileProblem[]): ProfileReading {
  return { profile: null, problems };
}

/** Keywords of a schema that only repeat what their parts say. */
const WRAPPERS = new Set(['properties', 'items', 'false', 'allOf', 'if', 'then']);

type Schema = typeof PROFILE_SCHEMA | typeof PROFILE_V1_SCHEMA;

function problemsOf(value: unknown, schema: Schema): ProfileProblem[] {
  const { errors } = new Validator(schema as never, '2020-12', false).validate(value);
  const problems = errors
    .filter(({ keyword }) => !WRAPPERS.has(keyword))
    .map(({ keyword, keywordLocation, instanceLocation }) =>
      problemOf(keyword, keywordLocation, instanceLocation.slice(1), { value, schema }),
    );
  return problems.length > 0 ? problems : maskProblems(value as Written);
}

function problemOf(
  keyword: string,
  location: string,
  path: string,
  { value, schema }: { readonly value: unknown; readonly schema: Schema },
): ProfileProblem {
  const wanted = at(schema, location);
  const names = Object.keys(objectAt(value, path));
  switch (keyword) {
    case 'required':
      return { code: 'missing', path, details: listed(wanted, (name) => !names.includes(name)) };
    case 'additionalProperties': {
      const parent = at(schema, location.slice(0, location.lastIndexOf('/')));
      const known = Object.keys(objectAt(parent, '/properties'));
      return { code: 'unexpected', path, details: listed(names, (name) => !known.includes(name)) };
    }
    case 'type':
      return { code: 'wrong-type', path, details: listed([wanted].flat()) };
    case 'maxLength':
      return path === '/codeMask'
        ? { code: 'bad-mask', path, details: `${MAX_MASK_LENGTH}` }
        : { code: 'wrong-value', path, details: '' };
    case 'pattern':
      return { code: 'wrong-value', path, details: '' };
    default:
      return { code: 'wrong-value', path, details: listed([wanted].flat()) };
  }
}

function listed(names: unknown, wanted: (name: string) => boolean = () => true): string {
  return (Array.isArray(names) ? names : [])
    .map((name) => String(name).slice(0, 60))
    .filter(wanted)
    .join(', ');
}

/** A mask whose brackets do not close fits no code at all. */
function maskProblems({ codeMask = null }: Pick<Written, 'codeMask'>): ProfileProblem[] {
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
