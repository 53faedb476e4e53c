import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../../reading/support/random';
import { bases, type Base } from './bases';
import { minimise } from './minimise';
import { mutate, type Kind, type Mutant } from './mutate';
import { keepsPromises, type Outcome } from './promises';

/**
 * Damaged workbooks, each opened, understood and written to: what is promised of every file must hold of them.
 *   [--count N] [--from N] [--seed S] [--finds FOLDER]
 * Input number n of a seed is always the same. Finds are written as small workbooks of the same failure. The last line
 * is JSON: counts, the longest CPU time of one input in milliseconds, the largest memory in megabytes.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: 'endurance' },
    finds: { type: 'string', default: 'dist/finds' },
  },
});

/** Every so many inputs the rules run, too. */
const WHOLE = 5;
const LIMIT_MS = 5_000;
const LIMIT_MB = 1_024;

const LIMIT = `over ${LIMIT_MS} ms`;

/** What was seen so far. */
class Tally {
  readonly counts = { inputs: 0, reached: 0, refused: 0, finds: 0, slowestMs: 0, slowest: -1, memoryMb: 0 };
  private readonly kinds: Record<string, { tried: number; reached: number }> = {};
  private readonly codes: Record<string, number> = {};
  private readonly known = new Set<string>();

  add(number: number, kind: Kind, { reached, refused }: Outcome, spent: number): void {
    const { counts } = this;
    counts.inputs += 1;
    const row = (this.kinds[kind] ??= { tried: 0, reached: 0 });
    row.tried += 1;
    if (reached) {
      counts.reached += 1;
      row.reached += 1;
    }
    if (refused !== null) {
      counts.refused += 1;
      this.codes[refused] = (this.codes[refused] ?? 0) + 1;
    }
    if (spent > counts.slowestMs) [counts.slowestMs, counts.slowest] = [Math.round(spent), number];
    counts.memoryMb = Math.max(counts.memoryMb, Math.round(process.memoryUsage().rss / 2 ** 20));
  }

  /** Whether nothing failed in this way before. */
  isNew(broken: string): boolean {
    if (this.known.has(broken)) return false;
    this.known.add(broken);
    this.counts.finds += 1;
    return true;
  }

  /** Tells everything. @returns whether all promises held */
  told(): boolean {
    console.log(`by kind of damage: ${JSON.stringify(this.kinds)}`);
    console.log(`refused: ${JSON.stringify(this.codes)}`);
    console.log(JSON.stringify(this.counts));
    return this.counts.finds === 0 && this.counts.memoryMb <= LIMIT_MB;
  }
}

async function main(): Promise<boolean> {
  const pool = bases(process.cwd());
  const [from, count] = [Number(values.from), Number(values.count)];
  const tally = new Tally();
  for (let number = from; number < from + count; number++) {
    const random = new Random(`${values.seed}:${number}`);
    const base = random.pick(pool);
    const mutant = mutate(base, random);
    const whole = number % WHOLE === 0;
    const begin = process.cpuUsage();
    const outcome = await keepsPromises(mutant.bytes, whole);
    const { user, system } = process.cpuUsage(begin);
    const spent = (user + system) / 1000;
    tally.add(number, mutant.kind, outcome, spent);
    const broken = outcome.broken ?? (spent > LIMIT_MS ? LIMIT : null);
    if (broken === null || !tally.isNew(broken)) continue;
    console.log(`find ${number} (${base.name}, ${mutant.kind}): ${broken}`);
    mkdirSync(values.finds, { recursive: true });
    const file = path.join(values.finds, `${values.seed}-${number}.xlsx`);
    writeFileSync(file, broken === LIMIT ? mutant.bytes : await smaller(mutant, base, broken, whole));
  }
  return tally.told();
}

/** A workbook that breaks the same promise, as small as it goes. */
async function smaller(mutant: Mutant, base: Base, broken: string, whole: boolean): Promise<Uint8Array> {
  if (mutant.parts === null) return mutant.bytes;
  return minimise(mutant.parts, base, async (bytes) => (await keepsPromises(bytes, whole)).broken === broken);
}

void main().then((held) => (process.exitCode = held ? 0 : 1));
