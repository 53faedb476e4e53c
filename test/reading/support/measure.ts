import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkbookSnapshot } from '../../../src/workbook';
import { readWorkbook } from '../../../src/xlsx';
import { layouts } from '../../support/layouts';
import { FAMILIES, invented } from '../generator';
import type { Reading } from './adapter';
import { battery } from './battery';
import { readAsking } from './oracle';
import { truthOfFile, truthOfLayout, type Truth, type TruthFile } from './truth';

/** One workbook with its truth, to be read and judged. */
export interface Case {
  /** What rows of a report are made of: the change, the family of the generator, or the folder. */
  readonly group: string;
  readonly name: string;
  /** What must not be told apart when weights are chosen: the fixture's family, the generator's, the workbook. */
  readonly family: string;
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly truth: Truth;
}

/** What came of reading it. */
export interface Result {
  readonly group: string;
  readonly name: string;
  readonly family: string;
  readonly entities: number;
  readonly links: number;
  readonly levels: boolean;
  readonly right: boolean;
  readonly state: 'sure' | 'ask' | 'partial';
  readonly confidence: number;
  /** What spoke against the first reading. */
  readonly signs?: Reading['signs'];
  readonly answers: number;
  readonly none: boolean;
  readonly after: {
    readonly entities: number;
    readonly links: number;
    readonly levels: boolean;
    readonly right: boolean;
    readonly state: 'sure' | 'ask' | 'partial';
    readonly confidence: number;
  };
  readonly ms: number;
  readonly wrong: readonly string[];
  readonly wrongAfter: readonly string[];
}

/** All fixtures with all changes; of each change at most `sample` fixtures, the same for the same seed. */
export function* batteryCases(seed: string, sample = Infinity): Generator<Case, void, void> {
  for (const change of battery) {
    const changed = layouts.flatMap((fixture) => {
      const workbooks = change.apply(fixture, seed);
      return workbooks ? [{ fixture, workbooks }] : [];
    });
    for (const { fixture, workbooks } of every(changed, sample))
      yield {
        group: change.name,
        name: fixture.name,
        family: fixture.family,
        workbooks,
        truth: truthOfLayout(fixture.truth),
      };
  }
}

/** Invented workbooks, so many of each family, the same for the same seed. */
export function* inventedCases(seed: string, count: number): Generator<Case, void, void> {
  for (const family of Object.keys(FAMILIES))
    for (let at = 0; at < count; at++) {
      const { workbooks, truth } = invented(family, `${seed}/${at}`);
      yield { group: family, name: `${family} ${seed}/${at}`, family, workbooks, truth };
    }
}

/** Evenly many of a list. */
export function every<T>(list: readonly T[], count: number): readonly T[] {
  if (count >= list.length) return list;
  const step = list.length / count;
  return Array.from({ length: count }, (_, at) => list[Math.floor(at * step)] as T);
}

/** The workbooks of a folder that have their truth beside them, `X.xlsx` with `X.truth.json`. */
export function* folderCases(folder: string): Generator<Case, void, void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.truth.json'));
  for (const file of files.sort()) {
    const truth = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Partial<TruthFile>;
    const name = file.replace(/\.truth\.json$/, '');
    const book = readdirSync(folder).find((other) => other === `${name}.xlsx` || other === `${name}.xlsm`);
    if (!truth.tree || !book) continue;
    yield {
      group: basename(folder),
      name,
      family: name,
      workbooks: [readWorkbook(readFileSync(join(folder, book)), book)],
      truth: truthOfFile({ ...truth, tree: truth.tree }),
    };
  }
}

/** Reads a case, asks where the reader asks, and judges both readings. */
export function measure({ workbooks, truth, ...about }: Case, weights?: unknown): Result {
  const start = performance.now();
  const { first, atOnce, last, after, answers, none } = readAsking(
    workbooks,
    truth,
    weights === undefined ? {} : { weights },
  );
  return {
    group: about.group,
    name: about.name,
    family: about.family,
    entities: atOnce.entities,
    links: atOnce.links,
    levels: atOnce.levels,
    right: atOnce.right,
    state: first.state,
    confidence: first.confidence,
    ...(first.signs === undefined ? {} : { signs: first.signs }),
    answers: answers.length,
    none,
    after: {
      entities: after.entities,
      links: after.links,
      levels: after.levels && !none,
      right: after.right && !none,
      state: last.state,
      confidence: last.confidence,
    },
    ms: performance.now() - start,
    wrong: atOnce.wrong,
    wrongAfter: after.wrong,
  };
}
