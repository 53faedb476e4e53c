import { Validator, type Schema } from '@cfworker/json-schema';
import schema from '../../rules/rule.schema.json';
import type { DocumentedRule } from './rule';
import { scanJson, type JsonScan } from './json-text';
import { isObject, type LocalProblem, type RuleProblem } from './rule-problem';
import { semanticProblems } from './validate-meaning';
import { optionsSchemaProblems } from './validate-options';

/** Largest rule file read; a rule is a page of text. */
export const MAX_RULE_FILE = 200_000;
const MAX_DEPTH = 40;
/** Longest single text, as the schema says for messages and explanations. */
const LONGEST_TEXT = 2000;

const validator = new Validator(schema as Schema, '2020-12', false);

/**
 * Reads a rule file of the office's own: the rule, or all its problems at once. Never throws and never runs
 * anything the file says.
 */
export function parseRuleFile(
  file: { readonly name: string; readonly text: string },
  knownIds: ReadonlySet<string>,
): { rules: DocumentedRule[]; problems: RuleProblem[] } {
  const refuse = (problems: readonly LocalProblem[], rule: string | null = null) => ({
    rules: [],
    problems: problems.map((problem) => ({ file: file.name, rule, ...problem })),
  });
  const scan = scanJson(file.text, MAX_DEPTH);
  if (scan.deep !== null) return refuse([tooDeep(scan.deep)]);
  if (file.text.length > MAX_RULE_FILE) return refuse([tooLarge(file.text.length, scan.longest)]);
  let value: unknown;
  try {
    value = JSON.parse(file.text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse([notJson(error)]);
  }
  const id = isObject(value) && typeof value['id'] === 'string' ? value['id'].slice(0, 20) : null;
  const problems = [...scan.repeated.map(repeatedKey), ...ruleProblems(value)];
  if (id !== null && knownIds.has(id)) problems.push(idInUse(id));
  return problems.length > 0 ? refuse(problems, id) : { rules: [value as DocumentedRule], problems: [] };
}

/** All problems of a rule given as parsed JSON: the schema's, then those of meaning. Empty = a valid rule. */
export function ruleProblems(value: unknown): LocalProblem[] {
  const structural = schemaProblems(value);
  if (!isObject(value)) return structural;
  return [...structural, ...optionsSchemaProblems(value), ...semanticProblems(value)];
}

// Wrappers repeat what their parts say; conditions are checked by meaning, with better words.
const WRAPPERS = new Set([
  'properties',
  'items',
  'additionalProperties',
  '$ref',
  'anyOf',
  'allOf',
  'oneOf',
  'false',
]);
const BY_MEANING = /^#\/(?:conditions|cases\/\d+\/when)(?:\/|$)/;

function schemaProblems(value: unknown): LocalProblem[] {
  const { errors } = validator.validate(value);
  const problems = new Map<string, LocalProblem>();
  for (const error of errors) {
    const place = error.instanceLocation;
    if (BY_MEANING.test(place) || (WRAPPERS.has(error.keyword) && error.keyword !== 'additionalProperties')) {
      continue;
    }
    const node = schemaAt(error.keywordLocation);
    const problem = schemaProblem(error.keyword, place.replace(/^#/, ''), node, error.error, value);
    if (problem) problems.set(`${problem.path}|${error.keyword}|${problem.message.en}`, problem);
  }
  return [...problems.values()];
}

function schemaProblem(
  keyword: string,
  path: string,
  node: Record<string, unknown>,
  error: string,
  value: unknown,
): LocalProblem | null {
  const example = exampleOf(node);
  const make = (it: string, en: string, at = path): LocalProblem => ({
    path: at,
    code: 'schema',
    message: { it, en },
    ...(example === null ? {} : { example }),
  });
  const limit = String(node[keyword]);
  switch (keyword) {
    case 'required': {
      const missing = (node['required'] as string[]).filter(
        (key) => !Object.hasOwn(objectAt(value, path), key),
      );
      const keys = missing.join(', ');
      return make(`manca: ${keys}`, `missing: ${keys}`);
    }
    case 'additionalProperties': {
      const allowed = Object.keys((node['properties'] as object | undefined) ?? {});
      if (node['additionalProperties'] !== false) return null;
      const extra = Object.keys(objectAt(value, path)).filter((key) => !allowed.includes(key));
      const [odd, list] = [extra.map((key) => key.slice(0, 60)).join(', '), allowed.join(', ')];
      return make(`voce non prevista: ${odd}; previste: ${list}`, `unexpected: ${odd}; expected: ${list}`);
    }
    case 'type': {
      const type = String(node['type']);
      return make(`atteso un valore di tipo ${type}`, `expected a value of type ${type}`);
    }
    case 'enum': {
      const list = (node['enum'] as unknown[]).join(', ');
      return make(`valore non previsto; uno fra: ${list}`, `unexpected value; one of: ${list}`);
    }
    case 'pattern':
      return make('testo nella forma sbagliata', 'text in the wrong form');
    case 'minLength':
      return make('testo vuoto o troppo corto', 'empty or too short text');
    case 'maxLength':
      return make(
        `testo troppo lungo: al massimo ${limit} caratteri`,
        `text too long: at most ${limit} characters`,
      );
    case 'minItems':
    case 'minProperties':
      return make(`almeno ${limit}`, `at least ${limit}`);
    case 'maxItems':
    case 'maxProperties':
      return make(`al massimo ${limit}`, `at most ${limit}`);
    default:
      return make(`valore non accettato (${keyword})`, `value not accepted (${error})`);
  }
}

/** The part of the schema an error comes from, with the nearest examples and description. */
function schemaAt(location: string): Record<string, unknown> {
  let node: unknown = schema;
  let nearest: unknown = null;
  for (const key of location.split('/').slice(1, -1)) {
    if (key === '$ref' && isObject(node)) {
      node = schemaAt(`${String(node['$ref'])}/x`);
      continue;
    }
    node = isObject(node)
      ? node[decodeKey(key)]
      : Array.isArray(node)
        ? (node as unknown[])[Number(key)]
        : null;
    if (isObject(node) && Array.isArray(node['examples'])) nearest = node['examples'];
  }
  return isObject(node) ? { examples: nearest, ...node } : { examples: nearest };
}

function exampleOf(node: Record<string, unknown>): string | null {
  const examples = node['examples'];
  return Array.isArray(examples) && examples.length > 0 ? JSON.stringify(examples[0]) : null;
}

function decodeKey(key: string): string {
  return decodeURIComponent(key).replace(/~1/g, '/').replace(/~0/g, '~');
}

function objectAt(value: unknown, path: string): Record<string, unknown> {
  let node: unknown = value;
  for (const key of path.split('/').slice(1)) {
    if (Array.isArray(node)) node = (node as unknown[])[Number(key)];
    else if (isObject(node) && Object.hasOwn(node, decodeKey(key))) node = node[decodeKey(key)];
    else return {};
  }
  return isObject(node) ? node : {};
}

function tooLarge(size: number, { path, length }: JsonScan['longest']): LocalProblem {
  const where = length > LONGEST_TEXT;
  return {
    path: where ? path : '',
    code: 'too-large',
    message: {
      it: where
        ? `testo di ${length} caratteri in un file di ${size}: al massimo ${LONGEST_TEXT} per testo, ${MAX_RULE_FILE} per file`
        : `file di ${size} caratteri: al massimo ${MAX_RULE_FILE}. Una regola per file, testi brevi.`,
      en: where
        ? `text of ${length} characters in a file of ${size}: at most ${LONGEST_TEXT} a text, ${MAX_RULE_FILE} a file`
        : `file of ${size} characters: at most ${MAX_RULE_FILE}. One rule per file, short texts.`,
    },
    example: '{"it": "L’obiettivo {code} non ha titolo.", "en": "Objective {code} has no title."}',
  };
}

function tooDeep(path: string): LocalProblem {
  return {
    path: path.length > 120 ? `${path.slice(0, 120)}…` : path,
    code: 'too-deep',
    message: {
      it: `parentesi annidate oltre ${MAX_DEPTH} livelli: unire le condizioni in un solo all o any.`,
      en: `brackets nested beyond ${MAX_DEPTH} levels: join the conditions in one all or any.`,
    },
    example:
      '{"all": [{"field": "title", "operator": "isPresent"}, {"field": "code", "operator": "isBlank"}]}',
  };
}

function repeatedKey(path: string): LocalProblem {
  return {
    path,
    code: 'repeated-key',
    message: {
      it: 'la stessa voce è scritta due volte: tenerne una',
      en: 'the same entry is written twice: keep one',
    },
  };
}

function notJson(error: unknown): LocalProblem {
  const detail = error instanceof Error ? error.message.slice(0, 120) : '';
  return {
    path: '',
    code: 'not-json',
    message: { it: `non è JSON valido (${detail})`, en: `not valid JSON (${detail})` },
    example: '{"id": "LOC-01", "name": "…"}',
  };
}

function idInUse(id: string): LocalProblem {
  return {
    path: '/id',
    code: 'id-in-use',
    message: {
      it: `il codice ${id} è già di un'altra regola: sceglierne uno libero, per esempio con un gruppo proprio`,
      en: `id ${id} already belongs to another rule: choose a free one, for example in a group of your own`,
    },
    example: '"LOC-01"',
  };
}
