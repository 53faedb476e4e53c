import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { read } from './adapter';
import { batteryCases, folderCases, type Case } from './measure';
import { score } from './score';
import { mean } from './stats';

/**
 * Chooses weights by leaving one family out; see `scripts/reading-weights.mjs`. Each weight is tried larger and
 * smaller. A change is taken when it helps the families it was chosen on and, of those it was not chosen on, harms none
 * on the whole: what is reported is always measured on families left out.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    weights: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    sample: { type: 'string', default: '15' },
    seed: { type: 'string', default: 'weights' },
    pull: { type: 'string', default: '0.002' },
    time: { type: 'string', default: '540' },
  },
});

type Tree = { [name: string]: Tree | number };

/** Every number of the weights by its path. */
function leaves(tree: Tree, path = ''): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, value] of Object.entries(tree)) {
    const here = path === '' ? name : `${path}/${name}`;
    if (typeof value === 'number') found.set(here, value);
    else if (typeof value === 'object' && value !== null)
      for (const [under, number] of leaves(value, here)) found.set(under, number);
  }
  return found;
}

/** The weights with one number changed. */
function withLeaf(tree: Tree, path: string, value: number): Tree {
  const [name = '', ...rest] = path.split('/');
  const under = tree[name];
  return {
    ...tree,
    [name]: rest.length > 0 && typeof under === 'object' ? withLeaf(under, rest.join('/'), value) : value,
  };
}

const STEPS = [0.75, 1.33];

const started = performance.now();
const isLate = (): boolean => performance.now() - started > Number(values.time) * 1000;

/** The mean of entities and links right of each case, at once. */
function worths(cases: readonly Case[], weights: Tree): number[] {
  return cases.map(({ workbooks, truth }) => {
    const { entities, links } = score(read({ workbooks, weights }).plan, truth);
    return (entities + links) / 2;
  });
}

interface Trial {
  readonly path: string;
  readonly value: number;
  /** What each case gains. */
  readonly gains: readonly number[];
  /** What going away from the first weights costs. */
  readonly pull: number;
}

const own = (cases: readonly Case[], gains: readonly number[], is: (family: string) => boolean): number =>
  mean(cases.flatMap(({ family }, at) => (is(family) ? [gains[at] ?? 0] : [])));

/** The trial that helps most on the families it may see; null when none does. */
function best(trials: readonly Trial[], cases: readonly Case[], unseen: string | null): Trial | null {
  const ranked = trials
    .map((trial) => ({
      trial,
      worth: own(cases, trial.gains, (family) => family !== unseen) - trial.pull,
    }))
    .sort((a, b) => b.worth - a.worth);
  const [first] = ranked;
  return first && first.worth > 0 ? first.trial : null;
}

function main(): void {
  if (values.weights === undefined)
    throw new RangeError('--weights FILE is needed: the weights to begin with');
  const prior = JSON.parse(readFileSync(values.weights, 'utf8')) as Tree;
  const first = leaves(prior);
  const cases = [
    ...batteryCases(values.seed, Number(values.sample)),
    ...positionals.flatMap((folder) => [...folderCases(folder)]),
  ];
  const families = [...new Set(cases.map(({ family }) => family))];
  let weights = prior;
  let base = worths(cases, weights);
  console.log(
    `${cases.length} readings of ${families.length} families, ${first.size} weights; at first ${mean(base).toFixed(4)}`,
  );
  for (let round = 1; round <= Number(values.rounds) && !isLate(); round++) {
    const trials: Trial[] = [];
    for (const [path, value] of leaves(weights)) {
      if (values.only !== undefined && !path.startsWith(values.only)) continue;
      if (isLate()) break;
      for (const step of STEPS) {
        const changed = value * step;
        const got = worths(cases, withLeaf(weights, path, changed));
        const away = Math.log(Math.abs(changed / (first.get(path) || 1)) || 1);
        trials.push({
          path,
          value: changed,
          gains: got.map((one, at) => one - (base[at] ?? 0)),
          pull: Number(values.pull) * away * away,
        });
      }
    }
    // What the others choose for a family, measured on it: the honest gain of choosing in this way.
    const unseen = families.map((family) => {
      const chosen = best(trials, cases, family);
      return chosen ? own(cases, chosen.gains, (one) => one === family) : 0;
    });
    const chosen = best(trials, cases, null);
    console.log(
      `round ${round}: on families left out ${mean(unseen) >= 0 ? '+' : ''}${mean(unseen).toFixed(4)}`,
    );
    if (!chosen || mean(unseen) <= 0) break;
    weights = withLeaf(weights, chosen.path, Number(chosen.value.toPrecision(3)));
    base = worths(cases, weights);
    console.log(
      `  ${chosen.path} ${first.get(chosen.path)} → ${chosen.value.toPrecision(3)}; now ${mean(base).toFixed(4)}`,
    );
  }
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(weights, null, 2)}\n`);
}

main();
