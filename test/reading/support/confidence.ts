import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { probabilityOf, type Model } from '../../../src/mapping/confidence/model';
import { SIGNS, type Signs } from '../../../src/mapping/confidence/signs';
import { read } from './adapter';
import { fit, foldsOf, type Example, type Prior } from './fit';
import { batteryCases, folderCases, inventedCases, type Case } from './measure';
import { score } from './score';
import { auroc, calibrationError, curve, mean } from './stats';

/** Fits the confidence of the reader; see `scripts/reading-confidence.mjs`. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '30' },
    invented: { type: 'string', default: '8' },
    seed: { type: 'string', default: 'confidence' },
    pull: { type: 'string', default: '1' },
    wrong: { type: 'string', default: '0.03' },
    only: { type: 'string', multiple: true },
    readings: { type: 'string', multiple: true },
    keep: { type: 'string' },
    out: { type: 'string' },
  },
});

/** A first reading with what speaks against it, and whether it was right. */
interface Sample {
  readonly group: string;
  readonly name: string;
  readonly family: string;
  readonly right: boolean;
  readonly state: string;
  readonly signs: Signs;
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
  readonly sample: Sample;
}

function* cases(): Generator<Case, void, void> {
  for (const folder of positionals) yield* folderCases(folder);
  if (Number(values.sample) > 0) yield* batteryCases(values.seed, Number(values.sample));
  if (Number(values.invented) > 0) yield* inventedCases(values.seed, Number(values.invented));
}

function sampleOf({ workbooks, truth, group, name, family }: Case): Sample {
  const { plan, state, signs } = read({ workbooks });
  if (!signs) throw new TypeError('the reader told no signs');
  return { group, name, family, right: score(plan, truth).right, state, signs };
}

const isWanted = ({ group }: Case): boolean => values.only === undefined || values.only.includes(group);

function load(file: string): Sample[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sample);
}

/** A reading right or wrong is a choice of two: what is seen against it, or nothing. */
function exampleOf({ group, name, right, signs }: Sample): Example {
  const features = new Map<string, number>([['base', 1], ...Object.entries(signs)]);
  return {
    // Each reading counts alike, as it does in what is measured.
    family: `${group} ${name}`,
    readings: [
      { features, right },
      { features: new Map(), right: !right },
    ],
  };
}

/** Signs only speak against a reading: no weight is above nothing. */
function priorOf(key: string): Prior {
  return key === 'base' ? { value: 2, scale: 3, most: 6 } : { value: -4, scale: 3, most: 4 };
}

function modelOf(samples: readonly Sample[]): Model {
  const fitted = fit(samples.map(exampleOf), priorOf, Number(values.pull));
  const rounded = (key: string): number => Math.round(100 * (fitted.get(key) ?? 0)) / 100;
  return {
    base: rounded('base'),
    weights: Object.fromEntries(SIGNS.map((sign) => [sign, rounded(sign)])),
    sure: 0,
  };
}

/** Each reading judged by what was fitted to the other families. */
function outOfFold(samples: readonly Sample[]): Judged[] {
  return foldsOf(samples).flatMap(({ left, rest }) => {
    const model = modelOf(rest);
    return left.map((sample) => ({
      confidence: probabilityOf(sample.signs, model),
      right: sample.right,
      sample,
    }));
  });
}

/** The lowest confidence from which on no more than so many are wrong. */
function limitOf(judged: readonly Judged[], most: number): number {
  let [wrong, limit] = [0, 1];
  for (const [at, { right, confidence }] of [...judged]
    .sort((a, b) => b.confidence - a.confidence)
    .entries()) {
    if (!right) wrong += 1;
    if (wrong <= (at + 1) * most) limit = confidence;
  }
  return limit;
}

const pct = (part: number): string => `${(100 * part).toFixed(1)} %`.padStart(7);
const shareRight = (list: readonly Judged[]): number => mean(list.map(({ right }) => Number(right)));

function printGroup(name: string, list: readonly Judged[], limit: number): void {
  const sure = list.filter(({ confidence }) => confidence >= limit);
  const asked = list.filter(({ confidence }) => confidence < limit);
  console.log(
    `${name.padEnd(26)} ${String(list.length).padStart(4)}  right ${pct(shareRight(list))}  sure ${pct(sure.length / list.length)}, of them wrong ${String(sure.filter(({ right }) => !right).length).padStart(3)} (${pct(1 - shareRight(sure))})  asked, of them wrong ${pct(1 - shareRight(asked))}`,
  );
}

const collected = values.readings?.flatMap(load) ?? [...cases()].filter(isWanted).map(sampleOf);
if (values.keep !== undefined)
  writeFileSync(values.keep, collected.map((one) => `${JSON.stringify(one)}\n`).join(''));
const judged = outOfFold(collected);
const limit = limitOf(judged, Number(values.wrong));
const model = { ...modelOf(collected), sure: Math.round(1000 * limit) / 1000 };
console.log(
  `${judged.length} readings; out of fold ECE ${calibrationError(judged).toFixed(3)}, AUROC ${auroc(judged).toFixed(3)}`,
);
console.log(JSON.stringify(model));
for (const bin of curve(judged))
  console.log(
    `  ${bin.from.toFixed(1)}–  ${String(bin.count).padStart(4)} readings  confidence ${bin.confidence.toFixed(2)}  right ${bin.right.toFixed(2)}`,
  );
for (const most of [0.02, 0.025, 0.03, 0.035, 0.04, 0.05, 0.06, 0.08, 0.12]) {
  const at = limitOf(judged, most);
  printGroup(`wrong at most ${most}: ${at.toFixed(3)}`, judged, at);
}
for (const group of new Set(collected.map((one) => one.group)))
  printGroup(
    group,
    judged.filter(({ sample }) => sample.group === group),
    limit,
  );
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(model, null, 2)}\n`);
