import { writeFileSync } from 'node:fs';
import { floorOf, FLOOR } from './floor';
import { parseArgs } from 'node:util';
import { batteryCases, folderCases, inventedCases, measure, type Case, type Result } from './measure';
import { auroc, calibrationError, curve, isotonic, mean, outOfFold } from './stats';

/** The report on the reading; see `scripts/reading-report.mjs` for how it is called. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    wrong: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    readings: { type: 'string' },
    curve: { type: 'string' },
    floor: { type: 'boolean', default: false },
    invented: { type: 'string', default: '5' },
    'no-battery': { type: 'boolean', default: false },
    'no-invented': { type: 'boolean', default: false },
  },
});

function* cases(): Generator<Case, void, void> {
  if (values.floor) {
    yield* batteryCases(FLOOR.seed, FLOOR.sample);
    yield* inventedCases(FLOOR.seed, FLOOR.invented);
    return;
  }
  const sample = values.sample === undefined ? Infinity : Number(values.sample);
  for (const folder of positionals) yield* folderCases(folder);
  for (const seed of values.seed.split(',')) {
    if (!values['no-battery']) yield* batteryCases(seed, sample);
    if (!values['no-invented']) yield* inventedCases(seed, Number(values.invented));
  }
}

function isWanted({ group, name }: Case): boolean {
  return values.only === undefined || values.only.includes(group) || values.only.includes(name);
}

const results: Result[] = [];
const folders = new Set<string>();
for (const one of cases()) {
  if (!isWanted(one)) continue;
  results.push(measure(one));
}
for (const folder of positionals) folders.add(folder.replace(/\/+$/, '').split('/').at(-1) ?? folder);

const pct = (value: number): string => (Number.isNaN(value) ? '  - ' : value.toFixed(2));
const share = (list: readonly Result[], is: (one: Result) => boolean): number =>
  mean(list.map((one) => Number(is(one))));

function summaryOf(list: readonly Result[]) {
  const asked = list.filter(({ state }) => state !== 'sure');
  return {
    readings: list.length,
    entities: mean(list.map((one) => one.entities)),
    links: mean(list.map((one) => one.links)),
    levels: share(list, (one) => one.levels),
    right: share(list, (one) => one.right),
    after: {
      entities: mean(list.map((one) => one.after.entities)),
      links: mean(list.map((one) => one.after.links)),
      levels: share(list, (one) => one.after.levels),
      right: share(list, (one) => one.after.right),
    },
    asked: asked.length / list.length,
    askedAndWrong: share(asked, (one) => !one.right),
    sure: list.length - asked.length,
    sureAndWrong: list.filter(({ state, right }) => state === 'sure' && !right).length,
    ms: mean(list.map((one) => one.ms)),
  };
}

function calibration(list: readonly Result[]) {
  const sure = list.filter(({ state }) => state === 'sure');
  const sureAfter = list.filter(({ after }) => after.state === 'sure');
  return {
    readings: list.length,
    ece: calibrationError(list),
    auroc: auroc(list),
    outOfFold: calibrationError(outOfFold(list)),
    sure: sure.length,
    sureAndWrong: share(sure, (one) => !one.right),
    sureAfterAndWrong: share(sureAfter, (one) => !one.after.right),
    curve: curve(list),
  };
}

function printFolders(): void {
  for (const folder of folders) {
    const own = results.filter(({ group }) => group === folder);
    if (own.length === 0) continue;
    console.log(`${folder}                    at once        state conf    after answers     ms`);
    for (const one of own)
      console.log(
        `  ${one.name.padEnd(22)} ${pct(one.entities)} ${pct(one.links)}   ${one.state.padEnd(7)} ${pct(one.confidence)}   ${pct(one.after.entities)} ${pct(one.after.links)} (${one.answers}${one.none ? ', none right' : ''})  ${one.ms.toFixed(0)}`,
      );
    const all = summaryOf(own);
    console.log(
      `  ${'mean'.padEnd(22)} ${pct(all.entities)} ${pct(all.links)}   asked ${pct(all.asked)}     ${pct(all.after.entities)} ${pct(all.after.links)}`,
    );
  }
}

function printGroups(): void {
  const groups = [...new Set(results.map(({ group }) => group))].filter((group) => !folders.has(group));
  if (groups.length === 0) return;
  console.log(
    `${'battery, invented'.padEnd(24)}    n  levels after | entities after  links after | right after | asked (wrong)  sure&wrong    ms`,
  );
  for (const group of groups) {
    const s = summaryOf(results.filter((one) => one.group === group));
    console.log(
      `${group.padEnd(24)} ${String(s.readings).padStart(4)}    ${pct(s.levels)}  ${pct(s.after.levels)} |     ${pct(s.entities)}  ${pct(s.after.entities)}   ${pct(s.links)}  ${pct(s.after.links)} |  ${pct(s.right)}  ${pct(s.after.right)} |  ${pct(s.asked)}  (${pct(s.askedAndWrong)})   ${String(s.sureAndWrong).padStart(3)}/${String(s.sure).padEnd(4)} ${s.ms.toFixed(0).padStart(5)}`,
    );
  }
}

function printCalibration(): void {
  const c = calibration(results);
  console.log(
    `calibration: ${c.readings} readings, ECE ${pct(c.ece)} (fitted again on the other families ${pct(c.outOfFold)}), AUROC ${pct(c.auroc)}; sure ${c.sure}, of them wrong ${(c.sureAndWrong * 100).toFixed(1)} %; sure after answers, wrong ${(c.sureAfterAndWrong * 100).toFixed(1)} %`,
  );
  for (const bin of c.curve)
    console.log(
      `  ${bin.from.toFixed(1)}–  ${String(bin.count).padStart(4)} readings  confidence ${pct(bin.confidence)}  right ${pct(bin.right)}`,
    );
}

function printWrong(): void {
  for (const one of results.filter(({ right }) => !right)) {
    console.log(`${one.group} / ${one.name}: ${one.state} ${pct(one.confidence)}`);
    for (const line of one.wrong.slice(0, 12)) console.log(`    ${line}`);
  }
}

if (values.readings !== undefined) {
  const lines = results.map(({ wrong: _wrong, wrongAfter: _after, ...one }) => JSON.stringify(one));
  writeFileSync(values.readings, `${lines.join('\n')}\n`);
}
if (values.floor) writeFileSync('test/reading/floor.json', `${JSON.stringify(floorOf(results), null, 2)}\n`);
if (values.curve !== undefined) writeFileSync(values.curve, `${JSON.stringify(isotonic(results))}\n`);
if (values.json) {
  const groups = [...new Set(results.map(({ group }) => group))];
  console.log(
    JSON.stringify({
      groups: groups.map((group) => ({ group, ...summaryOf(results.filter((one) => one.group === group)) })),
      calibration: calibration(results),
      readings: results,
    }),
  );
} else {
  printFolders();
  printGroups();
  printCalibration();
  if (values.wrong) printWrong();
}
