import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whyCell, type CellWhy } from '../../src/mapping';
import { ROLES } from '../../src/mapping/evidence/roles';
import { readingTexts, whyTexts } from '../../src/messages';
import { en } from '../../src/messages/why-en';
import { it as italian } from '../../src/messages/why-it';
import { gridOf, snapshotOf } from '../../src/workbook';

const EVIDENCE = join(__dirname, '../../src/mapping/evidence');

/** The names of all evidence, as the code that works it out calls them. */
function namesInCode(): string[] {
  const code = readdirSync(EVIDENCE)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(EVIDENCE, name), 'utf8'))
    .join('\n');
  return [
    ...new Set([...code.matchAll(/\b(?:add|tell)(?:\?\.)?\(\s*'([^']+)'/g)].map(([, name = '']) => name)),
  ];
}

describe.each([
  ['it', italian],
  ['en', en],
] as const)('every evidence in %s', (language, words) => {
  test('has its sentences, and no sentence is left of evidence that is gone', () => {
    const names = namesInCode();
    expect(names.length).toBeGreaterThan(50);
    expect(Object.keys(words.evidence).sort()).toEqual(names.sort());
  });

  test('says one thing for a reading and another against it', () => {
    for (const [inFavour, against] of Object.values(words.evidence)) {
      expect(inFavour).not.toBe('');
      expect(against).not.toBe('');
      expect(against).not.toBe(inFavour);
      expect(`${inFavour} ${against}`.replaceAll('{header}', '')).not.toMatch(/[{}]/);
    }
  });

  test('every field that a column can have is named in words', () => {
    const { what } = readingTexts(language);
    for (const { name } of ROLES) expect(what({ says: 'field', field: name })).not.toBe(name);
  });
});

const workbooks = [
  snapshotOf([
    gridOf('Obiettivi', [
      ['Obiettivo operativo', 'Codice', 'Obiettivo di PEG', 'Responsabile', 'Note'],
      ['Servizi in rete', 'A-01', 'Aprire lo sportello in rete', 'Rossi Ada', 'da rivedere'],
      ['Servizi in rete', 'A-02', 'Formare il personale', 'Rossi Ada', ''],
      ['Parchi curati', 'B-01', 'Rifare i giardini pubblici', 'Bianchi Ugo', ''],
    ]),
  ]),
];
const told = (address: string, language: 'it' | 'en' = 'it') => {
  const why = whyCell({ workbooks }, 'Obiettivi', address);
  if (!why) throw new RangeError(address);
  return whyTexts(language).told(why);
};

test('what the cell gives, what its column holds with its reasons, and what the second best would be', () => {
  const { shown, about, readings } = told('C2');
  expect(shown).toBe('«Aprire lo sportello in rete»');
  expect(about).toEqual([
    'La cella è stata letta.',
    'Nel piano: la denominazione dell’obiettivo di PEG «Aprire lo sportello in rete».',
  ]);
  const [best, second] = readings;
  expect(best?.says).toMatch(
    /^La colonna C «Obiettivo di PEG» contiene gli obiettivi di PEG: probabilità \d+ %\./,
  );
  expect(best?.reasons[0]).toMatchObject({ heading: 'A favore, dal motivo più forte:' });
  expect(best?.reasons[0]?.lines).toContain('l’intestazione lo dice');
  expect(second?.says).toMatch(/^Seconda lettura possibile: /);
});

test('the second best is told by what sets it apart: no reason stands there as it stands above', () => {
  const [best, second] = told('C2').readings;
  const above = best?.reasons.flatMap(({ lines }) => lines) ?? [];
  const apart = second?.reasons.filter(({ heading }) => heading !== 'Non varrebbe più:') ?? [];
  expect(apart.length).toBeGreaterThan(0);
  for (const line of apart.flatMap(({ lines }) => lines)) expect(above).not.toContain(line);
});

test('cells without a part in the plan say why', () => {
  expect(told('E2').about).toEqual([
    'La cella non è un dato del piano: la sua colonna non riguarda il piano.',
  ]);
  expect(told('E3')).toMatchObject({ shown: '', about: ['La cella è vuota.'] });
  expect(told('E2', 'en').about).toEqual([
    'The cell is no fact of the plan: its column is not about the plan.',
  ]);
});

const bare: CellWhy = {
  sheet: 'A',
  address: 'A1',
  text: 'x',
  fate: 'mapped',
  as: null,
  gives: [],
  cites: [],
  level: null,
  column: null,
};
const owner = (...titles: readonly string[]): CellWhy => ({
  ...bare,
  gives: titles.map((title) => ({ kind: 'pegObjective', title, attributes: ['owner'] })),
});

test.each([
  [owner('Uno'), 'Nel piano: il responsabile dell’obiettivo di PEG «Uno».'],
  [owner('Uno', 'Due'), 'Nel piano: il responsabile dell’obiettivo di PEG «Uno» e di un altro.'],
  [owner('Uno', 'Due', 'Tre'), 'Nel piano: il responsabile dell’obiettivo di PEG «Uno» e di altri 2.'],
  [
    { ...bare, gives: [{ kind: 'phase' as const, title: 'Avvio', attributes: ['code', 'title'] }] },
    'Nel piano: il codice e la denominazione della fase «Avvio».',
  ],
  [
    { ...bare, cites: [{ kind: 'pegObjective' as const, title: 'Uno' }] },
    'Rimanda a: obiettivo di PEG «Uno».',
  ],
  [
    { ...bare, cites: [{ kind: 'pegObjective' as const, title: null }] },
    'Rimanda a qualcosa che nel file non c’è: obiettivo di PEG.',
  ],
])('singular and plural: %#', (why, wanted) => {
  expect(whyTexts('it').told(why).about).toEqual(['La cella è stata letta.', wanted]);
});

test('one, two or many sheets are named where a cell is not there', () => {
  const { noCell } = whyTexts('it');
  expect(noCell('E4', ['A'])).toMatch(/«E4».* Fogli: «A»\.$/);
  expect(noCell('E4', [...'ABCDEFG'])).toMatch(/«F» e un altro\.$/);
  expect(noCell('E4', [...'ABCDEFGH'])).toMatch(/«F» e altri 2\.$/);
});
