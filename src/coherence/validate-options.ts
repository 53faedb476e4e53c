import { Validator, type Schema } from '@cfworker/json-schema';
import type { Language, LocalisedText, OptionValue, Rule } from './rule';
import { isObject, type LocalProblem, type RuleProblem } from './rule-problem';

/** Keywords an options schema may use: enough for thresholds, lists and choices; no patterns, no references. */
const ALLOWED = new Set([
  'type',
  'properties',
  'additionalProperties',
  'required',
  'items',
  'enum',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'uniqueItems',
  'title',
  'description',
  'default',
]);

/** Problems of a rule's own options: the schema's keywords, and defaults that do not fit it. */
export function optionsSchemaProblems(rule: Record<string, unknown>): LocalProblem[] {
  const options = rule['options'];
  if (!isObject(options) || !isObject(options['schema']) || !isObject(options['defaults'])) return [];
  const problems: LocalProblem[] = [];
  checkKeywords(options['schema'], '/options/schema', problems);
  if (problems.length > 0) return problems;
  return valueProblems(options['schema'], options['defaults'], '/options/defaults');
}

function checkKeywords(node: Record<string, unknown>, path: string, problems: LocalProblem[]): void {
  for (const [key, value] of Object.entries(node)) {
    if (!ALLOWED.has(key)) {
      problems.push({
        path: `${path}/${key.slice(0, 40)}`,
        code: key.startsWith('pattern') ? 'pattern-not-allowed' : 'unknown-key',
        message: {
          it: `«${key.slice(0, 40)}» non è ammesso nelle opzioni (nessuna espressione regolare): usare enum, minimum, maximum o la maschera di fitsMask`,
          en: `“${key.slice(0, 40)}” is not allowed in options (no regular expressions): use enum, minimum, maximum or the mask of fitsMask`,
        },
        example: '{"type": "number", "minimum": 0}',
      });
    } else if (key === 'properties' && isObject(value)) {
      for (const [name, part] of Object.entries(value)) {
        if (isObject(part)) checkKeywords(part, `${path}/properties/${name}`, problems);
      }
    } else if (key === 'items' && isObject(value)) checkKeywords(value, `${path}/items`, problems);
  }
}

/** Problems of option values chosen in the settings: unknown options and values that do not fit. */
export function optionProblems(rule: Rule, chosen: Readonly<Record<string, OptionValue>>): RuleProblem[] {
  const known = Object.keys(rule.options?.defaults ?? {});
  const unknown = Object.keys(chosen).filter((name) => !known.includes(name));
  const problems: LocalProblem[] = unknown.map((name) => ({
    path: `/options/${name.slice(0, 40)}`,
    code: 'unknown-option',
    message: {
      it: `la regola ${rule.id} non ha l'opzione ${name.slice(0, 40)}; ha: ${known.join(', ') || 'nessuna'}`,
      en: `rule ${rule.id} has no option ${name.slice(0, 40)}; it has: ${known.join(', ') || 'none'}`,
    },
  }));
  const values = Object.fromEntries(Object.entries(chosen).filter(([name]) => known.includes(name)));
  if (rule.options) problems.push(...valueProblems(rule.options.schema, values, '/options'));
  return problems.map((problem) => ({ file: null, rule: rule.id, ...problem }));
}

function valueProblems(
  schema: Readonly<Record<string, unknown>>,
  values: Record<string, unknown>,
  path: string,
): LocalProblem[] {
  const { errors } = new Validator({ ...schema, required: [] } as Schema, '2020-12', false).validate(values);
  const places = new Set(
    errors
      .filter((error) => error.keyword !== 'properties' && error.keyword !== 'items')
      .map((error) => error.instanceLocation.replace(/^#/, '')),
  );
  // NaN and Infinity are numbers for a schema, and compare with nothing.
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number' && !Number.isFinite(value)) places.add(`/${name}`);
  }
  return [...places].map((place) => {
    const node = schemaOf(schema, place);
    return {
      path: `${path}${place}`,
      code: 'bad-option',
      message: {
        it: `valore dell'opzione non ammesso: qui va ${wanted(node, 'it')}`,
        en: `option value not allowed: ${wanted(node, 'en')} belongs here`,
      },
      example: exampleOf(node),
    };
  });
}

/** The part of an options schema that is about a value. */
function schemaOf(schema: Readonly<Record<string, unknown>>, place: string): Record<string, unknown> {
  let node: Record<string, unknown> = { ...schema };
  for (const key of place.split('/').slice(1)) {
    const properties = node['properties'];
    const next = isObject(properties) && Object.hasOwn(properties, key) ? properties[key] : node['items'];
    if (!isObject(next)) break;
    node = next;
  }
  return node;
}

const TYPES: Readonly<Record<string, LocalisedText>> = {
  number: { it: 'un numero', en: 'a number' },
  integer: { it: 'un numero intero', en: 'a whole number' },
  string: { it: 'un testo', en: 'a text' },
  boolean: { it: 'true o false', en: 'true or false' },
  array: { it: 'una lista', en: 'a list' },
  object: { it: 'un oggetto', en: 'an object' },
};

function wanted(node: Record<string, unknown>, language: Language): string {
  const { enum: choices, minimum, maximum } = node;
  const of = { it: 'uno fra', en: 'one of' }[language];
  if (Array.isArray(choices)) return `${of}: ${choices.map(String).join(', ')}`;
  const type =
    TYPES[String(node['type'])]?.[language] ?? { it: 'un altro valore', en: 'another value' }[language];
  const least = minimum === undefined ? '' : ` ${{ it: 'da', en: 'from' }[language]} ${String(minimum)}`;
  const most = maximum === undefined ? '' : ` ${{ it: 'fino a', en: 'up to' }[language]} ${String(maximum)}`;
  return `${type}${least}${most}`;
}

function exampleOf(node: Record<string, unknown>): string {
  const { enum: choices, minimum, type } = node;
  if (Array.isArray(choices)) return JSON.stringify(choices[0]);
  if (type === 'number' || type === 'integer')
    return String(typeof minimum === 'number' ? Math.max(minimum, 1) : 1);
  if (type === 'boolean') return 'true';
  return type === 'array' ? '["testo"]' : '"testo"';
}
