import { readdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixture } from '../support/plans';
import { peg } from '../support/peg';
import { faults, schema, undescribed } from './support';

const PRATO = fixture('prato-peg-2017.xlsx');
const DATA = fixture('prato-peg-2017-dati.xlsx');
const OTHER = fixture('xlsx/openpyxl.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'peg-schema-'));
const ATTESTED = join(folder, 'attestato.xlsx');

beforeAll(async () => {
  await peg('attest', PRATO, '--author', 'Ada Cedro', '--out', ATTESTED);
});

describe('every result of the command fits its published schema, and every field of it is described there', () => {
  test.each([
    ['tree', ['tree', PRATO]],
    ['tree', ['tree', OTHER]],
    ['why', ['tree', PRATO, '--why', 'DUP!B5']],
    ['why', ['tree', PRATO, '--why', "'01 Cultura e turismo'!B6"]],
    ['why', ['tree', PRATO, '--why', 'DUP!XF9']],
    ['why', ['tree', PRATO, '--why', 'Premessa!A4']],
    ['check', ['check', PRATO]],
    ['check', ['check', OTHER]],
    ['check', ['check', PRATO, '--stage', 'monitoring', '--date', '2017-06-30']],
    ['indicators', ['indicators', DATA, '--period', '2016']],
    ['explain', ['explain', DATA, 'Pressione tributaria', '--period', '2016']],
    ['rules', ['rules']],
    ['rules', ['rules', 'STR-01']],
    ['diff', ['diff', PRATO, DATA]],
    ['diff', ['diff', PRATO, OTHER]],
    ['verify', ['verify', ATTESTED]],
    ['verify', ['verify', PRATO]],
  ])('%s: peg %j', async (name, argv) => {
    const { out } = await peg(...argv, '--format', 'json');
    const result: unknown = JSON.parse(out);
    expect(faults(name, result)).toEqual([]);
    // A rule's page carries what rules are made of; its own schema says what that is.
    if (argv[0] !== 'rules') expect(undescribed(name, result)).toEqual([]);
  });

  test('one line per file fits too', async () => {
    const { out } = await peg('check', PRATO, DATA, '--format', 'ndjson');
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(faults('check', JSON.parse(line))).toEqual([]);
  });
});

const question = {
  id: 'q-7f3a',
  about: { sheet: 'Obiettivi', address: 'E4:E44', template: 't2', sheets: 30 },
  text: 'La colonna E «DESCRIZIONE» contiene…',
  options: [
    {
      id: 'a',
      text: 'gli obiettivi di PEG',
      probability: 0.61,
      counts: { pegObjectives: 40 },
      sample: [
        {
          kind: 'pegObjective',
          code: null,
          title: 'Nuovo nido',
          sheet: 'Obiettivi',
          address: 'E5',
          parent: null,
        },
      ],
    },
    { id: 'none', text: 'nessuna di queste', probability: 0.1, counts: {}, sample: [] },
  ],
};

describe('what is promised beside what is written today', () => {
  const mapping = {
    confidence: 0.93,
    state: 'ask',
    questions: [question],
    sheets: [],
    notes: [],
    profile: {},
  };

  const tree = (changed: object) => ({
    file: 'a.xlsx',
    plan: {
      year: 2026,
      codeScheme: null,
      dup: null,
      counts: Object.fromEntries(
        [
          'strategicAreas',
          'strategicObjectives',
          'operatingObjectives',
          'pegObjectives',
          'phases',
          'indicators',
        ].map((name) => [name, 0]),
      ),
      tree: [],
    },
    mapping: { ...mapping, ...changed },
  });

  test('questions fit; a state, a probability or an option that cannot be does not', () => {
    expect(faults('tree', tree({}))).toEqual([]);
    expect(faults('tree', tree({ state: 'perhaps' }))).not.toEqual([]);
    expect(faults('tree', tree({ confidence: 1.2 }))).not.toEqual([]);
    const [only] = question.options;
    expect(faults('tree', tree({ questions: [{ ...question, options: [only] }] }))).not.toEqual([]);
    const { id: _id, ...nameless } = question;
    expect(faults('tree', tree({ questions: [nameless] }))).not.toEqual([]);
  });
});

describe('what users write', () => {
  test.each(['profile-v2', 'municipality'])('the examples in %s fit it', (name) => {
    const examples = schema(name)['examples'] as unknown[];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect([faults(name, example), undescribed(name, example)]).toEqual([[], []]);
  });

  test('a profile shows one example of each thing that can be said', () => {
    const { examples, properties } = schema('profile-v2') as never as {
      examples: { entries: { says: { says: string } }[] }[];
      properties: {
        entries: { items: { properties: { says: { properties: { says: { enum: string[] } } } } } };
      };
    };
    const said = examples.flatMap(({ entries }) => entries.map(({ says }) => says.says));
    expect(said.sort()).toEqual([...properties.entries.items.properties.says.properties.says.enum].sort());
  });

  test.each([
    ['a field without its name', { says: { says: 'field' } }],
    ['a level without its kind', { says: { says: 'level', field: 'pegObjective.title' } }],
    ['a word nobody knows', { says: { says: 'perhaps' } }],
    ['a selector with something else', { selector: { sheet: 'Obiettivi', colour: 'red' } }],
    ['an address with a sheet in it', { selector: { sheet: 'Obiettivi', address: 'Foglio1!A1' } }],
  ])('%s is refused', (_what, entry) => {
    const fine = { scope: 'sheet', selector: { sheet: 'Obiettivi' }, says: { says: 'ignore' } };
    expect(faults('profile-v2', { version: 2, entries: [fine] })).toEqual([]);
    const profile = { version: 2, entries: [{ ...fine, ...entry }] };
    expect(faults('profile-v2', profile)).not.toEqual([]);
  });

  test('a municipality may leave out everything, but not write nonsense', () => {
    expect(faults('municipality', {})).toEqual([]);
    expect(faults('municipality', { inhabitants: 0 })).not.toEqual([]);
    expect(faults('municipality', { objectiveShare: 60 })).not.toEqual([]);
    expect(faults('municipality', { population: 12500 })).not.toEqual([]);
  });
});

test('every schema is one, and names itself', () => {
  const files = readdirSync(join(__dirname, '../../docs/schema'));
  expect(files.length).toBeGreaterThanOrEqual(10);
  for (const file of files) expect(schema(file.replace('.schema.json', ''))['$id']).toBe(file);
});
