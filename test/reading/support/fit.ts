/** What each piece of evidence says of one reading, by name. */
export type Features = ReadonlyMap<string, number>;

/** A table with its competing readings. */
export interface Example {
  /** What must not be told apart when weights are judged. */
  readonly family: string;
  readonly readings: readonly { readonly features: Features; readonly right: boolean }[];
}

/** A weight before anything was measured: its value, how easily it moves, and how far at most. */
export interface Prior {
  readonly value: number;
  readonly scale: number;
  readonly most: number;
}

type Weight = (key: string) => number;

/** Evidence seen in fewer families is not fitted. */
const LEAST_FAMILIES = 3;
const STEPS = 250;
const RATE = 0.03;
const FOLDS = 8;

/** Share of the tables whose best reading is right. */
export function share(examples: readonly Example[], weight: Weight): number {
  const right = examples.filter(({ readings }) => {
    const scores = readings.map(({ features }) => scoreOf(features, weight));
    return readings[scores.indexOf(Math.max(...scores))]?.right === true;
  });
  return right.length / examples.length;
}

/** The same by weights that are fitted to the other families, an eighth of them left out at a time. */
export function outOfFold(examples: readonly Example[], prior: (key: string) => Prior, pull: number): number {
  let right = 0;
  for (const { left, rest } of foldsOf(examples)) {
    const fitted = fit(rest, prior, pull);
    right += left.length * share(left, (key) => fitted.get(key) ?? prior(key).value);
  }
  return right / examples.length;
}

/** An eighth of the families left out at a time, and the rest. */
export function foldsOf<T extends { readonly family: string }>(
  all: readonly T[],
): { readonly left: readonly T[]; readonly rest: readonly T[] }[] {
  const families = [...new Set(all.map(({ family }) => family))];
  return Array.from({ length: Math.min(FOLDS, families.length) }, (_, fold) => {
    const out = new Set(families.filter((_one, at) => at % FOLDS === fold));
    return {
      left: all.filter(({ family }) => out.has(family)),
      rest: all.filter(({ family }) => !out.has(family)),
    };
  });
}

/**
 * Weights under which right readings are likelier than the others, pulled towards what they were by meaning. Each family
 * counts with the root of its tables, so that no layout with many fixtures decides alone.
 */
export function fit(
  examples: readonly Example[],
  prior: (key: string) => Prior,
  pull: number,
): Map<string, number> {
  const priors = new Map(keysOf(examples).map((key) => [key, prior(key)]));
  const weights = new Map([...priors].map(([key, { value }]) => [key, value]));
  const counts = new Map<string, number>();
  for (const { family } of examples) counts.set(family, (counts.get(family) ?? 0) + 1);
  const moments = new Map<string, { first: number; second: number }>();
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Map<string, number>();
    for (const example of examples)
      addGradient(
        example,
        (key) => weights.get(key) ?? prior(key).value,
        1 / Math.sqrt(counts.get(example.family) ?? 1),
        gradient,
      );
    for (const [key, { value, scale, most }] of priors) {
      const now = weights.get(key) ?? value;
      const slope = (gradient.get(key) ?? 0) - ((2 * pull) / scale ** 2) * (now - value);
      weights.set(
        key,
        clamp(now + RATE * scale * adam(moments, key, slope, step), value - most, value + Math.max(most, 1)),
      );
    }
  }
  return weights;
}

function keysOf(examples: readonly Example[]): string[] {
  const families = new Map<string, Set<string>>();
  for (const { family, readings } of examples)
    for (const { features } of readings)
      for (const key of features.keys())
        families.set(key, (families.get(key) ?? new Set<string>()).add(family));
  return [...families].flatMap(([key, own]) => (own.size >= LEAST_FAMILIES ? [key] : [])).sort();
}

/** How the log-likelihood of the right readings changes with each weight. */
function addGradient({ readings }: Example, weight: Weight, count: number, into: Map<string, number>): void {
  const scores = readings.map(({ features }) => scoreOf(features, weight));
  const best = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - best));
  const sum = (is: (at: number) => boolean): number =>
    odds.reduce((all, one, at) => all + (is(at) ? one : 0), 1e-300);
  const [all, right] = [sum(() => true), sum((at) => readings[at]?.right === true)];
  for (const [at, { features, right: isRight }] of readings.entries()) {
    const odd = odds[at] ?? 0;
    const more = count * ((isRight ? odd / right : 0) - odd / all);
    if (Math.abs(more) > 1e-9)
      for (const [key, value] of features) into.set(key, (into.get(key) ?? 0) + more * value);
  }
}

function scoreOf(features: Features, weight: Weight): number {
  let sum = 0;
  for (const [key, value] of features) sum += value * weight(key);
  return sum;
}

/** A step of Adam's method: as long as the slope is steady. */
function adam(
  moments: Map<string, { first: number; second: number }>,
  key: string,
  slope: number,
  step: number,
): number {
  const { first, second } = moments.get(key) ?? { first: 0, second: 0 };
  const next = { first: 0.9 * first + 0.1 * slope, second: 0.99 * second + 0.01 * slope ** 2 };
  moments.set(key, next);
  return next.first / (1 - 0.9 ** step) / (Math.sqrt(next.second / (1 - 0.99 ** step)) + 1e-8);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
