import type { Rule } from '../../src/coherence';

/** A rule with one small change, and where it was made. */
export interface Mutant {
  readonly place: string;
  readonly change: string;
  readonly rule: Rule;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Changes of one value: what stands instead of it. */
function changesOf(value: Json, key: string): { change: string; to: Json }[] {
  if (typeof value === 'number')
    return [
      { change: `${value} + 1`, to: value + 1 },
      { change: `${value} - 1`, to: value - 1 },
    ];
  if (typeof value === 'boolean') return [{ change: `not ${value}`, to: !value }];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if ((key !== 'all' && key !== 'any') || list.length < 2) return [];
    return list.map((_, at) => ({ change: `drop ${at}`, to: list.filter((_one, other) => other !== at) }));
  }
  return 'operator' in value && !('fact' in value) ? [{ change: 'negate', to: { not: value } }] : [];
}

function* mutate(
  value: Json,
  key: string,
  path: string,
): Generator<{ place: string; change: string; to: Json }> {
  for (const { change, to } of changesOf(value, key)) yield { place: path, change, to };
  if (value === null || typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value as Record<string, Json>))
    for (const one of mutate(inner, name, `${path}/${name}`)) {
      const copy = Array.isArray(value)
        ? value.map((old, at) => (String(at) === name ? one.to : old))
        : { ...value, [name]: one.to };
      yield { ...one, to: copy };
    }
}

/** Every mutant of what a rule asks: its conditions, the conditions of its cases, the defaults of its options. */
export function mutantsOf(rule: Rule): Mutant[] {
  const of = (part: unknown, path: string, put: (to: Json) => Rule): Mutant[] =>
    part === undefined
      ? []
      : [...mutate(part as Json, path, path)].map(({ place, change, to }) => ({
          place,
          change,
          rule: put(to),
        }));
  return [
    ...of(rule.conditions, 'conditions', (to) => ({
      ...rule,
      conditions: to as unknown as Rule['conditions'],
    })),
    ...of(
      rule.cases.map(({ when = null }) => when as Json),
      'cases',
      (to) => ({
        ...rule,
        cases: rule.cases.map((one, at) => {
          const when = (to as readonly Json[])[at];
          return when === null ? one : { ...one, when: when as unknown as NonNullable<typeof one.when> };
        }),
      }),
    ),
    ...of(rule.options?.defaults, 'options', (to) => ({
      ...rule,
      ...(rule.options ? { options: { ...rule.options, defaults: to as Record<string, number> } } : {}),
    })),
  ].filter(
    ({ place, change }) =>
      !(place.endsWith('/value') && /^not (?:true|false)$/.test(change) && isOfSet(place)),
  );
}

/** `isNotEmpty: true` is how a rule asks whether anything was found; it is no condition of its own. */
function isOfSet(place: string): boolean {
  return /^conditions(?:\/(?:all|any)\/\d+)*\/value$/.test(place);
}
