import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAnswer } from '../../src/cli/given-answer';
import { gridOf, snapshotOf } from '../../src/workbook';
import type * as Asking from '../support/asking';
import { peg, pegAt } from '../support/peg';
import { fileOf, smallPlan } from '../support/plans';

jest.mock('../../src/mapping', () => {
  const actual = jest.requireActual<object>('../../src/mapping');
  const { SMALL_DOUBTS, askingReader } = jest.requireActual<typeof Asking>('../support/asking');
  return { ...actual, ...askingReader(SMALL_DOUBTS, actual as never) };
});

const folder = mkdtempSync(join(tmpdir(), 'peg-answers-'));
const at = (name: string): string => join(folder, name);
const FILE = at('piano.xlsx');
const OTHER = at('altro.xlsx');
const RIGHT = ['--answer', 'q-obiettivi-b=b', '--answer', 'q-fasi-b=a'];

beforeAll(() => {
  for (const file of [FILE, OTHER]) writeFileSync(file, fileOf(smallPlan()));
});

describe('an answer as typed', () => {
  test.each([
    ['q-7f3a=b', { file: null, question: 'q-7f3a', option: 'b' }],
    ['a b#c.xlsx#q-7f3a=none', { file: 'a b#c.xlsx', question: 'q-7f3a', option: 'none' }],
    ['q-7f3a', null],
    ['=a', null],
    ['q-7f3a=', null],
    ['q 7=a', null],
  ])('%s', (text, wanted) => expect(parseAnswer(text)).toEqual(wanted));
});

describe('a reading that is not sure', () => {
  test('is asked in json, its verdict is never ready, and the status is 4 whatever --fail-on', async () => {
    const { status, out } = await peg('check', FILE, '--format', 'json', '--fail-on', 'never');
    expect(status).toBe(4);
    const { mapping, verdict, findings } = JSON.parse(out);
    expect(mapping).toMatchObject({ confidence: 0.6, state: 'ask' });
    expect(mapping.questions).toEqual([
      {
        id: 'q-obiettivi-b',
        about: {
          sheet: 'Obiettivi',
          address: 'B2:B3',
          template: null,
          sheets: 1,
          header: 'Denominazione',
          column: 'B',
        },
        text: 'Nel foglio «Obiettivi» la colonna B «Denominazione» contiene…',
        options: [
          expect.objectContaining({ id: 'a', text: 'le fasi', probability: 0.6 }),
          expect.objectContaining({
            id: 'b',
            text: 'gli obiettivi di PEG',
            counts: expect.objectContaining({ pegObjectives: 2, phases: 3 }),
          }),
          { id: 'none', text: 'nessuna di queste', probability: 0.1, counts: {}, sample: [] },
        ],
      },
    ]);
    expect(mapping.questions[0].options[1].sample).toContainEqual({
      kind: 'pegObjective',
      code: '2026-RA01',
      title: 'Riscuotere i residui',
      sheet: 'Obiettivi',
      address: 'B2',
      parent: null,
    });
    const doubtful = findings.filter((one: { doubtful: boolean }) => one.doubtful).length;
    expect(verdict).toMatchObject({
      ready: false,
      reading: { state: 'ask', question: 'q-obiettivi-b', text: expect.stringContaining('domanda') },
    });
    expect(verdict.reading.findings).toBeLessThanOrEqual(doubtful);
    expect(JSON.parse((await peg('tree', FILE, '--format', 'json')).out).mapping.questions).toEqual(
      mapping.questions,
    );
  });

  test('text says the doubt before anything else, with what to type', async () => {
    const { out, status } = await peg('check', FILE);
    expect(status).toBe(4);
    expect(out.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^LETTURA DA CONFERMARE/),
      expect.stringContaining('domanda sulla lettura'),
      expect.stringContaining('la colonna B «Denominazione» contiene…'),
      expect.stringContaining('--answer q-obiettivi-b=a'),
    ]);
    expect((await peg('check', FILE, '--lang', 'en')).out).toMatch(/^READING TO BE CONFIRMED/);
  });

  test('answers are taken in any order, each brings up the next question, and then the verdict stands', async () => {
    const one = await peg('check', FILE, '--format', 'json', ...RIGHT.slice(0, 2));
    expect([one.status, JSON.parse(one.out).mapping.questions[0].id]).toEqual([4, 'q-fasi-b']);
    const { status, out } = await peg(
      'check',
      FILE,
      '--format',
      'json',
      ...RIGHT.slice(2),
      ...RIGHT.slice(0, 2),
    );
    const { mapping, verdict, plan } = JSON.parse(out);
    expect(mapping).toMatchObject({ state: 'sure', questions: [] });
    expect(verdict.reading).toBeNull();
    expect(plan.counts).toMatchObject({ pegObjectives: 2, phases: 3 });
    expect(status).not.toBe(4);
  });

  test('“none of these” settles nothing: part of it is not understood, and it is not asked again', async () => {
    const { status, out } = await peg(
      'check',
      FILE,
      '--format',
      'json',
      '--answer',
      'q-obiettivi-b=none',
      ...RIGHT.slice(2),
    );
    const { mapping, verdict } = JSON.parse(out);
    expect([status, mapping.state, mapping.questions]).toEqual([4, 'partial', []]);
    expect(verdict.reading).toMatchObject({ state: 'partial', question: null });
  });

  test.each([
    [['q-altra-c=a'], /^q-altra-c: in questo file non c’è una domanda/],
    [['q-obiettivi-b=z'], /^q-obiettivi-b: «z» non è fra le risposte \(a, b, none\)/],
    [['manca.xlsx#q-obiettivi-b=a'], /^manca.xlsx: non è fra i file/],
    [['q-obiettivi-b'], /FILE#ID=a/],
  ])('--answer %j is refused in one sentence, status 2', async (given, sentence) => {
    for (const command of ['check', 'tree']) {
      const { status, err } = await peg(command, FILE, ...given.flatMap((one) => ['--answer', one]));
      expect([status, err.trim().split('\n').length]).toEqual([2, 1]);
      expect(err).toMatch(sentence);
    }
  });

  test('of several files each gets its own answers', async () => {
    const { status, out } = await peg(
      ...['check', FILE, OTHER, '--format', 'json', '--answer', 'altro.xlsx#q-obiettivi-b=b'],
      ...['--answer', 'altro.xlsx#q-fasi-b=a', '--answer', `${FILE}#q-obiettivi-b=a`],
    );
    expect(status).toBe(4);
    expect(JSON.parse(out).map((one: { mapping: { state: string } }) => one.mapping.state)).toEqual([
      'ask',
      'sure',
    ]);
  });

  test('answers are kept as a profile that answers the next time, and never written over an input', async () => {
    const kept = at('profilo.json');
    await peg('tree', FILE, ...RIGHT, '--save-profile', kept);
    const profile = JSON.parse(readFileSync(kept, 'utf8'));
    expect(profile).toMatchObject({ version: 2, answers: [{ option: 'b' }, { option: 'a' }] });
    expect(profile.entries).toHaveLength(2);
    const again = await peg('check', FILE, '--format', 'json', '--profile', kept, ...RIGHT);
    expect(JSON.parse(again.out).mapping.state).toBe('sure');
    expect(again.err).toBe('');
    expect((await peg('tree', FILE, '--save-profile', FILE)).status).toBe(2);
    expect(readFileSync(FILE).subarray(0, 2).toString()).toBe('PK');
  });
});

/** The command at a terminal, where somebody types these lines and then nothing more. */
async function pegAsked(argv: readonly string[], lines: readonly string[]) {
  const prompts: string[] = [];
  const rest = [...lines];
  const ask = (prompt: string): Promise<string | null> => {
    prompts.push(prompt);
    return Promise.resolve(rest.shift() ?? null);
  };
  return { ...(await pegAt({ ask }, ...argv)), prompts };
}

describe('at a terminal', () => {
  test('questions are asked one after the other, with counts and rows, until the verdict', async () => {
    const { prompts, err, out, status } = await pegAsked(['check', FILE], ['sette', '2', '1']);
    expect(prompts).toEqual([
      'Risposta (da 1 a 3; Invio per lasciare in sospeso): ',
      'Risposta (da 1 a 3; Invio per lasciare in sospeso): ',
      'Risposta (da 1 a 3; Invio per lasciare in sospeso): ',
    ]);
    expect(err).toContain('2. gli obiettivi di PEG (');
    expect(err).toContain('2026-RA01 Riscuotere i residui  [Obiettivi!B2]');
    expect(err).toContain('Serve un numero da 1 a 3.');
    expect(err).toContain('--save-profile');
    expect(out).not.toContain('LETTURA DA CONFERMARE');
    expect(status).not.toBe(4);
  });

  test('an empty line leaves it open', async () => {
    const { prompts, out, status, err } = await pegAsked(['check', FILE], ['']);
    expect([prompts.length, status]).toEqual([1, 4]);
    expect(out).toMatch(/^LETTURA DA CONFERMARE/);
    expect(err).not.toContain('--save-profile');
  });

  test.each([[['--no-input']], [['--format', 'json']], [['--out', at('esito.txt')]]])(
    'nothing is asked with %j',
    async (options) => {
      const { prompts, status } = await pegAsked(['check', FILE, ...options], ['2', '1']);
      expect([prompts, status]).toEqual([[], 4]);
    },
  );
});

test('a workbook without a plan is never a success', async () => {
  const empty = at('vuoto.xlsx');
  writeFileSync(empty, fileOf(snapshotOf([gridOf('Foglio1', [['ciao']])])));
  expect((await peg('check', empty, '--fail-on', 'never')).status).toBe(4);
});
