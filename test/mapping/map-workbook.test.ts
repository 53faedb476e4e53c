import fc from 'fast-check';
import { mapWorkbook } from '../../src/mapping';
import { planCounts, planFingerprint } from '../../src/plan';
import { gridOf, snapshotOf, type Cell, type CellValue, type Grid } from '../../src/workbook';
import { layouts } from '../support/layouts';
import { unaccounted } from '../support/layouts/compare';
import { mutations } from '../support/layouts/mutations';
import { book, sheet } from '../support/layouts/notation';
import { runs, shareOf } from '../support/share';

describe('workbooks without a plan', () => {
  test.each([
    ['no workbook at all', []],
    ['a workbook without sheets (only charts)', [snapshotOf([])]],
    ['an empty sheet', [snapshotOf([gridOf('Foglio1', [])])]],
    ['a sheet of blanks', [snapshotOf([gridOf('Foglio1', [[' ', null], ['\u00a0']])])]],
    [
      'a letter',
      [snapshotOf([gridOf('Lettera', [['Spett.le Ufficio,'], ['si trasmette quanto in oggetto.']])])],
    ],
    [
      'numbers',
      [
        snapshotOf([
          gridOf('Dati', [
            [1, 2, 3],
            [4, 5, 6],
          ]),
        ]),
      ],
    ],
  ])('%s: a note, no crash', (_what, workbooks) => {
    const { plan, notes } = mapWorkbook({ workbooks });
    expect(planCounts(plan)).toEqual({
      strategicAreas: 0,
      strategicObjectives: 0,
      operatingObjectives: 0,
      pegObjectives: 0,
      phases: 0,
      indicators: 0,
    });
    expect(plan.dup).toBeNull();
    expect(notes.map((note) => note.code)).toContain('no-plan');
  });
});

describe('sheets', () => {
  const rows = [
    ['Codice', 'Obiettivo di PEG', 'Responsabile'],
    ['OB-01', 'Aprire lo sportello', 'Ada Cedro'],
    ['OB-02', 'Rinnovare il sito', 'Ada Cedro'],
  ];

  test('hidden ones are read, very hidden ones only reported', () => {
    const hidden = gridOf('Nascosto', rows, { visibility: 'hidden' });
    const veryHidden = gridOf(
      'Segreto',
      rows.map((row) => row.map((text) => text.replace('OB-', 'XX-'))),
      {
        visibility: 'veryHidden',
      },
    );
    const result = mapWorkbook({ workbooks: [snapshotOf([hidden, veryHidden])] });
    expect(result.plan.pegObjectives.map((one) => one.code?.value)).toEqual(['OB-01', 'OB-02']);
    expect(result.notes).toContainEqual({
      code: 'sheet-very-hidden',
      sheet: 'Segreto',
      address: '',
      details: {},
    });
    expect(unaccounted(result)).toEqual([]);
  });

  test('our own report is no part of the plan', () => {
    const result = mapWorkbook({
      workbooks: [snapshotOf([gridOf('PEG', rows), gridOf('Verifica', rows)])],
      ownSheets: ['Verifica'],
    });
    expect(result.plan.pegRows).toHaveLength(2);
    expect(unaccounted(result)).toEqual([]);
  });

  test('dates of old Mac workbooks count from 1904', () => {
    const date: Cell = { value: 40908, text: '31/12/2015', format: 'dd/mm/yyyy' };
    const grid = gridOf('Fasi', [
      ['Obiettivo', 'Fase', 'Data inizio', 'Data fine'],
      ['Aprire lo sportello', 'Gara', date, { ...date, value: 40908 }],
    ]);
    const end = (date1904: boolean) =>
      mapWorkbook({ workbooks: [snapshotOf([grid], { date1904 })] }).plan.phases[0]?.end?.iso;
    expect(end(true)).toBe('2016-01-01');
    expect(end(false)).toBe('2011-12-31');
  });
});

describe('names that look like headers', () => {
  test('numbered objectives, phases and indicators are data', () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
    const header = ['Obiettivo strategico', 'Obiettivo operativo', 'Obiettivo di PEG', 'Fase', 'Indicatore'];
    const rows = numbers.map((n) => [
      `Obiettivo strategico ${n}`,
      `Obiettivo operativo ${n}`,
      `Obiettivo ${n}`,
      `Fase ${n}`,
      `Indicatore ${n}`,
    ]);
    const result = mapWorkbook({ workbooks: [snapshotOf([gridOf('PEG', [header, ...rows])])] });
    expect(planCounts(result.plan)).toEqual({
      strategicAreas: 0,
      strategicObjectives: 12,
      operatingObjectives: 12,
      pegObjectives: 12,
      phases: 12,
      indicators: 12,
    });
    expect(unaccounted(result)).toEqual([]);
  });
});

describe('names that differ by a number', () => {
  const plan = (cited: string) =>
    mapWorkbook({
      workbooks: [
        book(
          'lotti.xlsx',
          sheet(
            'PEG',
            `
            Obiettivo | Responsabile
            Manutenzione straordinaria lotto 1 | Ada Cedro
            Manutenzione straordinaria stralcio II | Ada Cedro
            Piano triennale 2024 della manutenzione | Ada Cedro
            `,
          ),
          sheet(
            'Fasi',
            `
            Obiettivo | Fase
            Manutenzione straordinaria lotto 1 | Progetto
            Manutenzione straordinaria stralcio II | Progetto
            ${cited} | Gara
            `,
          ),
        ),
      ],
    }).plan;

  test.each(['Manutenzione straordinaria lotto 2', 'Manutenzione straordinaria stralcio III'])(
    '«%s» is none of those listed',
    (cited) => expect(plan(cited).phases.at(-1)?.pegId).toBeNull(),
  );

  test.each(['Manutenzione straordinaria lotto 1.', 'Piano triennale 2025 della manutenzione'])(
    '«%s» is one of those listed',
    (cited) => expect(plan(cited).phases.at(-1)?.pegId).toMatch(/^pegObjective:/),
  );
});

describe('what a sheet is not', () => {
  const names = (...sheets: ReturnType<typeof sheet>[]) =>
    mapWorkbook({ workbooks: [book('PEG 2025.xlsx', ...sheets)] });
  const own = sheet('PEG 2025', 'Codice | Obiettivo di PEG | Responsabile\nA-01 | Nuova mensa | Ada Cedro');

  test('last year’s copy beside this year’s sheet is told, not read', () => {
    const old = sheet(
      'PEG 2024',
      'Codice | Obiettivo di PEG | Responsabile\nZ-01 | Vecchia mensa | Ada Cedro',
    );
    const { plan, notes, accounts } = names(own, old);
    expect(plan.pegObjectives.map((one) => one.code?.value)).toEqual(['A-01']);
    expect(notes.map((note) => `${note.code} ${note.sheet}`)).toContain('sheet-old-copy PEG 2024');
    expect(accounts[1]?.ignored).toEqual({ 'old-copy': accounts[1]?.filled });
  });

  test('budget lines, counts and legends hold no objectives and no centres', () => {
    const { plan } = names(
      own,
      sheet(
        'Risorse',
        'Capitolo | Descrizione capitolo | CdR | Stanziamento\n101 | Spese per utenze | Ragioneria | 1000',
      ),
      sheet('Riepilogo', 'Servizio | N. obiettivi\nScuola | 1'),
      sheet('Legenda', 'Peso | Obiettivo\npeso in centesimi | descrizione'),
    );
    expect(plan.pegObjectives).toHaveLength(1);
    expect(plan.centres).toEqual([]);
  });

  test('formulas that were never calculated are told', () => {
    const grid = gridOf('PEG 2025', [
      ['Codice', 'Obiettivo di PEG', 'Peso'],
      ['A-01', 'Nuova mensa', { value: null, text: '', formula: '10+20' }],
    ]);
    const { notes } = mapWorkbook({ workbooks: [snapshotOf([grid])] });
    expect(notes.find((note) => note.code === 'formulas-not-calculated')?.details).toEqual({ cells: 1 });
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    'Codice',
    'Obiettivo operativo',
    'Obiettivo di PEG',
    'Indicatore',
    'Fase',
    'Peso',
    'Responsabile:',
    'Target 2024',
    '2017-PA08',
    '01.02',
    'TOTALE',
    'DUP',
    'Nota: vedi sotto',
    'Migliorare i servizi',
    'SETTORE 1',
    'G',
    '31/12/2024',
  );
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 3, arbitrary: fc.constant(null) },
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.boolean(),
  );
  const merge = fc
    .tuple(fc.nat(5), fc.nat(8), fc.nat(3), fc.nat(3))
    .map(
      ([c, r, w, h]) =>
        `${String.fromCharCode(65 + c)}${r + 1}:${String.fromCharCode(65 + c + w)}${r + 1 + h}`,
    );
  const grid: fc.Arbitrary<Grid> = fc
    .tuple(
      fc.constantFrom('PEG', 'DUP', 'Fasi', 'Foglio1', 'Indicatori', 'Schede'),
      fc.array(fc.array(value, { maxLength: 7 }), { maxLength: 14 }),
      fc.array(merge, { maxLength: 3 }),
    )
    .map(([name, rows, merges]) => gridOf(name, rows, { merges }));

  test('any workbook is read without a crash, and every filled cell is accounted for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(grid, { maxLength: 3, selector: (one) => one.name }), (sheets) => {
        const result = mapWorkbook({ workbooks: [snapshotOf(sheets)] });
        expect(unaccounted(result)).toEqual([]);
        for (const row of result.plan.pegRows) expect(row.cells.length).toBeGreaterThan(0);
      }),
      runs(40),
    );
  });

  const blank = mutations.filter(({ name }) => /blank/.test(name));
  test.each(shareOf(layouts, 10, 4).map((fixture) => [fixture.name, fixture] as const))(
    'inserted blank rows and columns leave the fingerprint of %s',
    (_name, { snapshot }) => {
      const fingerprint = planFingerprint(mapWorkbook({ workbooks: [snapshot] }).plan);
      for (const mutation of blank)
        expect([
          mutation.name,
          planFingerprint(mapWorkbook({ workbooks: [mutation.apply(snapshot)] }).plan),
        ]).toEqual([mutation.name, fingerprint]);
    },
  );

  test('the same workbook always gives the same plan', () => {
    for (const { snapshot } of shareOf(layouts, 10, 7)) {
      const read = () => JSON.stringify(mapWorkbook({ workbooks: [snapshot] }));
      expect(read()).toBe(read());
    }
  });
});

describe('work grows with the cells, not with their square', () => {
  /** A plan of many objectives whose cells count how often they are looked at. */
  function steps(count: number): number {
    let looks = 0;
    const counted = (text: string): Cell => ({
      value: text,
      get text() {
        looks += 1;
        return text;
      },
    });
    const rows = Array.from({ length: count }, (_, i) =>
      [
        `OB-${String(i).padStart(5, '0')}`,
        `Traguardo numero ${i} del servizio ${i % 17}`,
        `Operativo ${i % 40}`,
        `Strategico ${i % 8}`,
        `Responsabile ${i % 17}`,
        `Fase unica ${i}`,
        '01/01/2024',
        '31/12/2024',
        `Indicatore ${i}`,
        'n.',
        '10',
        `Settore ${i % 17}`,
      ].map(counted),
    );
    const header = [
      'Codice',
      'Obiettivo di PEG',
      'Obiettivo operativo',
      'Obiettivo strategico',
      'Responsabile',
      'Fase',
      'Inizio',
      'Fine',
      'Indicatore',
      'Unità di misura',
      'Target',
      'Settore',
    ];
    const merges = Array.from({ length: count / 2 }, (_, i) => `C${i * 2 + 2}:C${i * 2 + 3}`);
    const { plan } = mapWorkbook({ workbooks: [snapshotOf([gridOf('PEG', [header, ...rows], { merges })])] });
    expect(plan.pegObjectives).toHaveLength(count);
    expect(plan.phases).toHaveLength(count);
    expect(plan.indicators).toHaveLength(count);
    return looks;
  }

  test('four times the rows, four times the looks', () => {
    const [small, large] = [steps(200), steps(800)];
    expect(large / small).toBeLessThan(4.4);
    expect(large / (800 * 12)).toBeLessThan(12);
  });
});
