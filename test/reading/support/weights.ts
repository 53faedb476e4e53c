import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { columnEvidence } from '../../../src/mapping/evidence/columns';
import type { RelationContext } from '../../../src/mapping/evidence/context';
import fields from '../../../src/mapping/evidence/fields.json';
import { outsideEvidence } from '../../../src/mapping/evidence/outside';
import { Pairs } from '../../../src/mapping/evidence/pairs';
import { roleNamed, type FieldRole, type Role } from '../../../src/mapping/evidence/roles';
import type { Tell } from '../../../src/mapping/evidence/terms';
import { habitOf, weightOf } from '../../../src/mapping/evidence/weights';
import { WholeEvidence } from '../../../src/mapping/evidence/whole';
import { viewOf } from '../../../src/mapping/grid/sheet-view';
import { Ledger } from '../../../src/mapping/ledger';
import { legendsOf } from '../../../src/mapping/propose/legend';
import { localWords } from '../../../src/mapping/propose/local-words';
import { Settled } from '../../../src/mapping/questions/settled';
import { CLASSES } from '../../../src/mapping/relation/content';
import type { Relation, RelationColumn } from '../../../src/mapping/relation/relation';
import { readingsOf, type RelationReading } from '../../../src/mapping/search/search';
import { findSheet } from '../../../src/mapping/sheet';
import { understand, type Template } from '../../../src/mapping/understand';
import { Words } from '../../../src/mapping/words/words';
import { fits, goldsOf } from './gold';
import { batteryCases, folderCases, type Case } from './measure';
import { withOtherWords } from './relabel';
import { fit, outOfFold, share, type Example, type Features, type Prior } from './fit';

/** Fits the weights of the evidence; see `scripts/reading-weights.mjs`. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'weights' },
    pull: { type: 'string', default: '10' },
  },
});

/** Readings of each table that compete. */
const COMPETING = 40;
const content = fields.content as Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The tables of a workbook as the reader sees them in the end. */
function templatesOf({ workbooks }: Case): readonly Template[] {
  return workbooks.flatMap((book) => {
    const views = book.sheets.map((grid) => viewOf(book, grid));
    const { words, forms, transposed } = localWords(views, Settled.NOTHING);
    const local = new Words(words);
    const sheets = book.sheets.map((grid) =>
      findSheet({
        view: viewOf(book, grid, {
          words: local,
          form: forms.get(grid) ?? null,
          transposed: transposed.get(grid) ?? null,
        }),
        profile: null,
        year: null,
        ledger: new Ledger(),
        isDup: false,
        legends: () => legendsOf([book]),
      }),
    );
    return understand(sheets, Settled.NOTHING).templates;
  });
}

/** What each piece of evidence says of a reading, before its weight. */
function featuresOf(
  relation: Relation,
  whole: WholeEvidence,
  { roles, outside }: RelationReading,
  context: RelationContext,
): Features {
  const features = new Map<string, number>();
  const add = (key: string, value: number): void => {
    features.set(key, (features.get(key) ?? 0) + value);
  };
  const tell: Tell = (evidence, value, _columns, of = '') => {
    const weight = weightOf(evidence, of);
    if (weight !== 0) add(of === '' ? evidence : `${evidence}:${of}`, value / weight);
  };
  if (outside) {
    outsideEvidence(relation.columns, tell);
    return features;
  }
  whole.score(roles, tell);
  for (const [at, column] of relation.columns.entries()) {
    const role = roles[at] ?? 'other';
    columnEvidence(column, role, context, (evidence, value, columns, of) => {
      if (evidence === 'content' && typeof role !== 'string') contentOf(column, role, add);
      else if (evidence === 'habit' && typeof role !== 'string') add(`habit:${habit(column, role)}`, 1);
      else tell(evidence, value, columns, of);
    });
  }
  return features;
}

const isKnown = ({ header }: RelationColumn): boolean => header.meaning.confidence > 0;

function habit(column: RelationColumn, { name }: FieldRole): string {
  return isKnown(column) ? name : `${name}?`;
}

/** The classes of a column's values, each a piece of evidence of its own. */
function contentOf(
  { content: { filled, share: of } }: RelationColumn,
  { name, attribute }: FieldRole,
  add: (key: string, value: number) => void,
): void {
  const key = name in content ? name : attribute;
  const scale = filled === 0 ? 0 : Math.min(1, (filled + 1) / 4);
  if (scale === 0 || !(key in content)) return;
  add(`content:${key}|bias`, scale);
  for (const one of CLASSES) if (of[one] > 0) add(`content:${key}|${one}`, scale * of[one]);
}

/** The readings of a table that compete, and which of them are right; null where the truth does not tell. */
function exampleOf({ relation, context, fixed }: Template, one: Case): Example | null {
  const golds = goldsOf(relation, one.truth);
  if (golds.length === 0 || !relation.columns.some((column) => column.content.filled > 1)) return null;
  const right = golds.flatMap((gold) => {
    const settled = new Map<number, Role>(fixed);
    for (const [at, name] of gold) {
      const role = roleNamed(name);
      if (role) settled.set(at, role);
    }
    return gold.size === 0 ? [] : readingsOf(relation, context, settled);
  });
  const whole = new WholeEvidence(relation, new Pairs(relation), context);
  const readings = [...readingsOf(relation, context, fixed, [], COMPETING), ...right].map((reading) => ({
    features: featuresOf(relation, whole, reading, context),
    right: golds.some((gold) => fits(reading.roles, gold, one.truth)),
  }));
  const some = readings.some((reading) => reading.right) && readings.some((reading) => !reading.right);
  return some ? { family: one.family, readings } : null;
}

function* cases(): Generator<Case, void, void> {
  yield* batteryCases(values.seed, Number(values.sample));
  for (const folder of positionals)
    for (const one of folderCases(folder)) {
      yield one;
      yield { ...one, workbooks: withOtherWords(one.workbooks, one.truth, values.seed) };
    }
}

/** A weight of one for evidence, the number by meaning for content, nothing for habits. */
function priorOf(key: string): Prior {
  const [, where = '', one = ''] = /^content:(.*)\|(.*)$/.exec(key) ?? [];
  if (where !== '') return { value: content[where]?.[one] ?? 0, scale: 1.5, most: 2 };
  return key.startsWith('habit:')
    ? { value: 0, scale: 1, most: 0.8 }
    : { value: 1, scale: 0.5, most: least(key) };
}

/** How far evidence may be disbelieved: words that are known, and names left unread, never much. */
function least(key: string): number {
  return key.startsWith('words:known') ? 0.1 : key.startsWith('left-unread') ? 0.2 : 0.4;
}

/** The present weight of a key. */
function presentOf(key: string): number {
  if (key.startsWith('content:')) return priorOf(key).value;
  if (key.startsWith('habit:')) return habitOf(key.slice(6).replace('?', ''), !key.endsWith('?'));
  const [, evidence = key, of = ''] = /^([^:]*):(.*)$/.exec(key) ?? [];
  return weightOf(evidence as Parameters<Tell>[0], of);
}

const examples: Example[] = [];
for (const one of cases())
  for (const template of templatesOf(one)) {
    const example = exampleOf(template, one);
    if (example) examples.push(example);
  }
const pull = Number(values.pull);
const pct = (part: number): string => part.toFixed(3);
console.log(`${examples.length} tables; right by the weights as they are ${pct(share(examples, presentOf))}`);
console.log(`  by the numbers from meaning alone ${pct(share(examples, (key) => priorOf(key).value))}`);
console.log(`  by weights fitted to other families  ${pct(outOfFold(examples, priorOf, pull))}`);
if (values.out !== undefined) {
  const fitted = fit(examples, priorOf, pull);
  const before = JSON.parse(readFileSync('src/mapping/evidence/weights.json', 'utf8')) as object;
  writeFileSync(values.out, `${JSON.stringify({ before, fitted: Object.fromEntries(fitted) }, null, 2)}\n`);
}
