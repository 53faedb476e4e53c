import { judge, shippedRuleSet, waiverFor, type Finding, type Waiver } from '../../src/coherence';
import { verdictOf } from '../../src/approval';
import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf, type WorkbookSnapshot } from '../../src/workbook';

const DONE = [
  'Asfaltare le strade',
  'Pulire i fossi',
  'Curare i giardini',
  'Aprire la biblioteca',
  'Riordinare gli archivi',
  'Formare il personale',
  'Pubblicare gli atti',
  'Riscuotere le imposte',
  'Educare alla lettura',
  'Sorvegliare i parchi',
  'Sostenere le famiglie',
  'Rinnovare le palestre',
  'Potare i viali',
  'Dipingere le aule',
  'Svuotare i depositi',
  'Misurare i consumi',
  'Seguire gli anziani',
  'Accogliere i turisti',
  'Liberare i magazzini',
  'Chiudere le vertenze',
  'Rifare le insegne',
  'Contare le presenze',
  'Spostare gli uffici',
  'Riparare i tetti',
  'Vendere i terreni',
];

/** A sheet of objectives, the first ones without an indicator. */
function office(name: string, without: number, total: number, from = 0): ReturnType<typeof gridOf> {
  const rows = DONE.slice(from, from + total).map((title, at) => [
    `P${String(from + at + 1).padStart(2, '0')}`,
    title,
    at % 2 === 0 ? 'Anna Conti' : 'Ugo Neri',
    at < without ? null : `Interventi di ${title.toLowerCase()}`,
    at < without ? null : 'n.',
    at < without ? null : 10 + at,
  ]);
  return gridOf(name, [
    [`Piano esecutivo di gestione 2026 – ${name}`],
    ['Codice', 'Obiettivo di PEG', 'Responsabile', 'Indicatore', 'Unità', 'Target 2026'],
    ...rows,
  ]);
}

const DUP = gridOf('DUP', [
  ['Codice', 'Obiettivo strategico', 'Codice operativo', 'Obiettivo operativo'],
  ['S1', 'Una città curata', 'S1.1', 'Strade e giardini'],
  ['S1', 'Una città curata', 'S1.2', 'Servizi alle persone'],
]);

/** Objectives that lack nothing: owner, link and indicator. */
function linked(total: number): ReturnType<typeof gridOf> {
  return gridOf('PEG', [
    ['Codice', 'Obiettivo di PEG', 'Codice operativo', 'Responsabile', 'Peso', 'Indicatore', 'Target 2026'],
    ...DONE.slice(0, total).map((title, at) => [
      `P${String(at + 1).padStart(2, '0')}`,
      title,
      at % 2 === 0 ? 'S1.1' : 'S1.2',
      'Anna Conti',
      100 / total,
      `Interventi di ${title.toLowerCase()}`,
      10 + at,
    ]),
  ]);
}

async function judged(book: WorkbookSnapshot, waivers: readonly Waiver[] = []) {
  const { plan, reading } = mapWorkbook({ workbooks: [book] });
  const judgement = await judge(plan, { ruleSet: shippedRuleSet(), today: '2026-11-20', waivers });
  const of = (rule: string): readonly Finding[] => judgement.findings.filter((one) => one.rule === rule);
  const open = (rule: string): readonly Finding[] => of(rule).filter((one) => !one.doubtful);
  const heads = (rule: string): readonly Finding[] =>
    of(rule).filter((one) => one.doubtful && one.causes.length === 0);
  return { judgement, reading, of, open, heads };
}

describe('a rule that hits too many rows', () => {
  test('two of twelve objectives without an indicator are two findings that count', async () => {
    const { open, heads } = await judged(snapshotOf([office('Tecnico', 2, 12)]));
    expect(open('COV-04').map(({ subject }) => subject.title)).toEqual(DONE.slice(0, 2));
    expect(heads('COV-04')).toEqual([]);
  });

  test('five of twelve fold under one doubtful finding that names sheet, count and column', async () => {
    const { of, open, heads } = await judged(snapshotOf([office('Tecnico', 5, 12)]));
    expect(open('COV-04')).toEqual([]);
    const [head, ...more] = heads('COV-04');
    expect(more).toEqual([]);
    expect(head).toMatchObject({ severity: 'error', doubtful: true, edits: null });
    expect(head?.message.it).toContain('5 casi su 12 nel foglio «Tecnico»');
    expect(head?.message.it).toContain('della colonna B «Obiettivo di PEG»');
    expect(head?.message.en).toContain('5 cases of 12 on sheet “Tecnico”');
    const followers = of('COV-04').filter(({ causes }) => causes.length > 0);
    expect(followers).toHaveLength(5);
    for (const one of followers) expect(one).toMatchObject({ doubtful: true, causes: [head?.fingerprint] });
  });

  test.each([
    [4, 8, false],
    [5, 8, true],
    [4, 4, true],
    [4, 5, true],
    [4, 6, false],
    [3, 3, false],
  ])('%i of %i objectives of a sheet: folded %s', async (without, total, folded) => {
    const book = snapshotOf([office('Tecnico', without, total), office('Sociale', 0, 12 - total, total)]);
    const { open, heads } = await judged(book);
    expect(heads('COV-04')).toHaveLength(folded ? 1 : 0);
    expect(open('COV-04')).toHaveLength(folded ? 0 : without);
  });

  test.each([
    [25, false],
    [24, true],
  ])('five of %i objectives, a fifth or more: folded %s', async (total, folded) => {
    const { open, heads } = await judged(snapshotOf([office('Tecnico', 5, total)]));
    expect(heads('COV-04')).toHaveLength(folded ? 1 : 0);
    expect(open('COV-04')).toHaveLength(folded ? 0 : 5);
  });

  test('a sheet full of them does not hide the one fault of another sheet', async () => {
    const book = snapshotOf([office('Tecnico', 5, 6), office('Sociale', 1, 6, 6)]);
    const { open, heads } = await judged(book);
    expect(heads('COV-04')).toHaveLength(1);
    expect(open('COV-04').map(({ subject }) => subject.title)).toEqual([DONE[6]]);
  });

  test('sheets alike are one group, not one each', async () => {
    const book = snapshotOf([office('Tecnico', 4, 4), office('Sociale', 4, 4, 4), office('Scuola', 0, 4, 8)]);
    const { heads } = await judged(book);
    expect(heads('COV-04').map(({ message }) => message.it)).toEqual([
      expect.stringContaining('8 casi su 8 in 2 fogli (il primo è «Tecnico»)'),
    ]);
  });

  test('spread over sheets of one objective each they are a group of the plan', async () => {
    const book = snapshotOf(DONE.slice(0, 8).map((title, at) => office(title, at < 5 ? 1 : 0, 1, at)));
    const { open, heads } = await judged(book);
    expect(open('COV-04')).toEqual([]);
    expect(heads('COV-04')).toHaveLength(1);
    expect(heads('COV-04')[0]?.message.it).toContain('5 casi su 8.');
  });

  test('two rows of a scratch sheet that lack everything others have are doubtful, one such row is not', async () => {
    const scratch = (rows: readonly string[]) =>
      gridOf('appunti', [['Obiettivo di PEG', 'Peso'], ...rows.map((title) => [title, 20])]);
    const notes = ['prova generale', 'altra prova'];
    const open = async (count: number): Promise<readonly string[]> => {
      const book = snapshotOf([DUP, linked(8), scratch(notes.slice(0, count))]);
      const { judgement } = await judged(book);
      const errors = judgement.findings.filter((one) => !one.doubtful && one.severity === 'error');
      return errors.flatMap(({ subject }) => (notes.includes(subject.title) ? subject.title : []));
    };
    expect(await open(2)).toEqual([]);
    expect((await open(1)).length).toBeGreaterThan(0);
  });

  test('what a person has accepted one by one is no part of the group', async () => {
    const book = snapshotOf([office('Tecnico', 5, 12)]);
    const first = (await judged(book)).of('COV-04').filter(({ causes }) => causes.length > 0);
    const waivers = first.slice(0, 1).map((finding) =>
      waiverFor(finding, {
        reason: 'Progetto sospeso',
        author: 'A. Conti',
        date: '2026-11-01',
        until: null,
      }),
    );
    const { open, heads } = await judged(book, waivers);
    expect(heads('COV-04')).toEqual([]);
    expect(open('COV-04').map(({ status }) => status)).toEqual(expect.arrayContaining(['waived', 'open']));
    expect(open('COV-04')).toHaveLength(5);
  });

  test('no verdict is ready over a blocking group, though the reading is sure of itself', async () => {
    const { judgement, reading } = await judged(snapshotOf([office('Tecnico', 5, 12)]));
    const verdict = verdictOf(judgement, {
      stage: 'pre-approval',
      reading: { ...reading, state: 'sure', questions: [] },
    });
    expect(verdict).toMatchObject({ ready: false, reading: { state: 'partial', question: null } });
    expect(verdict.reading?.findings).toBeGreaterThan(0);
  });
});

describe('a row that says nothing but a title', () => {
  const HEAD = [
    'Codice',
    'Obiettivo di PEG',
    'Codice operativo',
    'Responsabile',
    'Peso',
    'Indicatore',
    'Target 2026',
  ];
  const rows = [1, 2, 3, 4].map((at) => [
    `P${at}`,
    DONE[at] ?? '',
    'S1.1',
    'Anna Conti',
    25,
    `Interventi ${at}`,
    10,
  ]);
  const last = async (code: string | null): Promise<readonly Finding[]> => {
    const row = [code, 'Rinviare il turismo alla variazione', null, null, null, null, null];
    const { judgement } = await judged(snapshotOf([DUP, gridOf('PEG', [HEAD, ...rows, row])]));
    return judgement.findings.filter(({ subject }) => subject.title.startsWith('Rinviare'));
  };

  test('is perhaps a note among objectives that say more', async () => {
    const found = await last(null);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ doubtful }) => doubtful)).toBe(true);
  });

  test('is an objective that lacks everything where it has a code', async () => {
    expect((await last('P5')).some(({ doubtful }) => !doubtful)).toBe(true);
  });
});
