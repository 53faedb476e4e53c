import {
  judge,
  loadRuleSet,
  planFromExample,
  type ExamplePlan,
  type Municipality,
} from '../../src/coherence';

// Small plans as a Segretario reads them: what must be said of each, by which rule and how gravely, and what must not.

const { ruleSet } = loadRuleSet();
const HEADER = ['Codice', 'Obiettivo', 'Obiettivo operativo', 'Responsabile', 'Peso', 'Indicatore', 'Unità'];
const WITH = [...HEADER, 'Valore iniziale', 'Target 2026', 'Data inizio', 'Data fine'];
const YEAR = 'Piano esecutivo di gestione 2026-2028';

interface Row {
  readonly code?: string;
  readonly title: string;
  readonly who?: string;
  readonly weight?: number;
  readonly indicator?: string;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
  readonly start?: string;
  readonly end?: string;
}

function planOf(rows: readonly Row[], preface: readonly string[] = []): ExamplePlan {
  const lines = rows.map((row, at) => [
    row.code ?? `A0${at + 1}`,
    row.title,
    'Comune trasparente',
    row.who ?? 'Dirigente Tecnico',
    row.weight ?? 50,
    row.indicator ?? `Metri rifatti ${at + 1}`,
    row.unit ?? 'n.',
    row.from ?? '0',
    row.to ?? '10',
    row.start ?? '01/01/2026',
    row.end ?? '31/12/2026',
  ]);
  return { Premessa: [[YEAR], ...preface.map((line) => [line])], 'PEG 2026': [WITH, ...lines] };
}

interface Case {
  readonly what: string;
  readonly plan: ExamplePlan;
  /** `RULE severity subject`, the subject a code or title. */
  readonly must: readonly string[];
  /** Rules that must say nothing at all. */
  readonly mustNot: readonly string[];
  readonly municipality?: Municipality;
  readonly monitoredOn?: string;
}

const PAY: Row = {
  title: 'Rispetto dei tempi di pagamento',
  who: 'Dirigente Finanze',
  weight: 50,
  indicator: 'Indicatore di ritardo annuale dei pagamenti',
  unit: 'gg',
  from: '5',
  to: '≤ 0',
};
const OTHER: Row = { title: 'Catasto delle strade', who: 'Dirigente Finanze', weight: 50 };
const approved = (day: string): string =>
  `PEG 2026-2028 approvato con deliberazione della Giunta comunale n. 4 del ${day}`;

const CASES: Case[] = [
  {
    what: 'a work begun two years ago that ends within the budget is fine',
    plan: planOf([{ title: 'Rifare la palestra', start: '01/06/2024', end: '30/06/2028' }, OTHER]),
    must: [],
    mustNot: ['TIM-03', 'TIM-02', 'CMP-01'],
  },
  {
    what: 'what ended last year cannot be assigned',
    plan: planOf([{ title: 'Rifare la palestra', start: '01/06/2025', end: '30/11/2025' }, OTHER]),
    must: ['TIM-03 error A01'],
    mustNot: ['TIM-05'],
  },
  {
    what: 'what goes beyond the three years is only told',
    plan: planOf([{ title: 'Rifare la palestra', end: '30/06/2031' }, OTHER]),
    must: ['TIM-03 info A01'],
    mustNot: ['TIM-05'],
  },
  {
    what: 'approved in September: what ended in spring is blocked, what goes on is not',
    plan: planOf([{ title: 'Censire gli alberi', end: '30/04/2026' }, OTHER], [approved('15/09/2026')]),
    must: ['TIM-05 error A01', `TIM-05 warning ${YEAR}`],
    mustNot: ['TIM-03'],
  },
  {
    what: 'a plan without codes and dates may be approved',
    plan: {
      'PDO 2026': [
        ['Obiettivo', 'Missione', 'Programma', 'Responsabile', 'Indicatore', 'Unità', 'Target 2026'],
        ['Manutenzione del cimitero', '12', '09', 'Area Tecnica', 'Loculi rifatti', 'n.', '40'],
        ['Recupero dell’evasione IMU', '01', '04', 'Area Finanziaria', 'Avvisi emessi', 'n.', '100'],
      ],
    },
    must: [],
    mustNot: ['CMP-01', 'LNK-01', 'STR-01', 'TIM-04'],
  },
  {
    what: 'a plan of titles alone assigns nothing',
    plan: {
      Premessa: [[YEAR]],
      Obiettivi: [
        ['Codice', 'Obiettivo di PEG'],
        ['A01', 'Catasto delle strade'],
        ['A02', 'Sito'],
      ],
    },
    must: [`CMP-01 error ${YEAR}`],
    mustNot: ['COV-04', 'RSP-01', 'TGT-01'],
  },
  {
    what: 'weights of 50 and a share of 60 % make just 30 %',
    plan: planOf([PAY, OTHER]),
    municipality: { objectiveShare: 0.6 },
    must: [],
    mustNot: ['WGT-04', 'PRF-03'],
  },
  {
    what: 'weights of 49 and a share of 60 % do not',
    plan: planOf([
      { ...PAY, weight: 49 },
      { ...OTHER, weight: 51 },
    ]),
    municipality: { objectiveShare: 0.6 },
    must: ['WGT-04 error A01'],
    mustNot: ['WGT-02'],
  },
  {
    what: 'where the share is not known, 29 is too little and 50 is only a question',
    plan: planOf([
      { ...PAY, weight: 29 },
      { ...OTHER, weight: 71 },
      { ...PAY, who: 'Dirigente Tecnico' },
      { title: 'Piste ciclabili', weight: 50 },
    ]),
    must: ['WGT-04 error A01', 'WGT-04 info A03'],
    mustNot: ['WGT-02'],
  },
  {
    what: 'timeliness is not the yearly delay',
    plan: planOf([{ ...PAY, indicator: 'Indice di tempestività dei pagamenti', to: '12' }, OTHER]),
    must: ['PRF-03 warning A01'],
    mustNot: ['PRF-01'],
  },
  {
    what: 'who promises to reduce and expects the same does not improve',
    plan: planOf([
      {
        title: 'Ridurre le attese allo sportello',
        indicator: 'Minuti medi',
        unit: 'min',
        from: '12',
        to: '12',
      },
      OTHER,
    ]),
    must: ['TGT-05 warning Minuti medi'],
    mustNot: ['TGT-03', 'TGT-06'],
  },
  {
    what: 'a limit to keep is no step back',
    plan: planOf([
      { title: 'Sportello unico', indicator: 'Pratiche nei termini', unit: '%', from: '92%', to: '> 90%' },
      OTHER,
    ]),
    must: [],
    mustNot: ['TGT-03', 'TGT-05'],
  },
  {
    what: 'statutory work with nothing more to it',
    plan: planOf([
      {
        title: 'Gestione del protocollo',
        indicator: 'Atti protocollati',
        unit: '%',
        from: '100%',
        to: '100%',
      },
      { title: 'Verbalizzazione delle sedute', indicator: 'Verbali', unit: 'SI/NO', from: 'SI', to: 'SI' },
    ]),
    must: ['TGT-06 warning Atti protocollati', 'TGT-06 warning Verbali'],
    mustNot: ['TGT-05'],
  },
  {
    what: 'YES/NO, NO and a bare «mantenimento» are no expected values',
    plan: planOf([
      { title: 'Regolamento dei mercati', indicator: 'Approvato', unit: 'SI/NO', from: 'NO', to: 'SI/NO' },
      { title: 'Biblioteca', indicator: 'Prestiti', from: '400', to: 'mantenimento' },
      { title: 'Sito', indicator: 'Sito in linea', unit: 'SI/NO', from: 'NO', to: 'SI' },
    ]),
    must: ['TGT-02 warning Approvato', 'TGT-02 warning Prestiti'],
    mustNot: ['TGT-01'],
  },
  {
    what: 'weights that leave nothing to the others',
    plan: planOf([
      { title: 'Nuovo ponte', weight: 97 },
      { ...OTHER, who: 'Dirigente Tecnico', weight: 3 },
    ]),
    must: ['WGT-05 warning A01', 'WGT-05 warning A02'],
    mustNot: ['WGT-02', 'IND-14'],
  },
  {
    what: 'a single objective of a responsible may weigh 100 and be a yes or no',
    plan: planOf([
      {
        title: 'Nuovo statuto',
        who: 'Segretario generale',
        weight: 100,
        unit: 'SI/NO',
        from: 'NO',
        to: 'SI',
      },
      { title: 'Nuovo ponte', weight: 60 },
      { title: 'Catasto', weight: 40 },
    ]),
    must: [],
    mustNot: ['WGT-05', 'IND-14', 'WGT-02'],
  },
  {
    what: 'placeholders and norms of the past',
    plan: planOf([{ title: 'Affidamenti secondo il D.Lgs. 50/2016 [DA VERIFICARE]' }, OTHER]),
    must: ['NAM-07 warning A01', 'NAM-08 info A01'],
    mustNot: ['NAM-03'],
  },
  {
    what: 'PNRR past its term',
    plan: planOf([{ title: 'Asilo nido (PNRR)', end: '31/12/2026' }, OTHER]),
    must: ['TIM-06 warning A01'],
    mustNot: ['TIM-03'],
  },
  {
    what: 'at the monitoring what should be over and has no result is overdue',
    plan: planOf([{ title: 'Censire gli alberi', end: '30/04/2026' }, OTHER]),
    monitoredOn: '2026-06-30',
    must: ['MON-01 warning A01'],
    mustNot: ['TIM-05'],
  },
  {
    what: 'objectives that stand in the PIAO',
    plan: {
      Premessa: [
        [YEAR],
        ['Gli obiettivi, con indicatori e target, sono nella sottosezione 2.2 del PIAO 2026.'],
      ],
      Obiettivi: [
        ['Codice', 'Obiettivo di PEG', 'Responsabile'],
        ['A01', 'Catasto delle strade', 'Dirigente Tecnico'],
        ['A02', 'Accesso civico', 'Segretario generale'],
      ],
    },
    must: [`CMP-01 info ${YEAR}`],
    mustNot: ['COV-04', 'TGT-01'],
  },
  {
    what: 'the duties are one information for the plan',
    plan: planOf([PAY, OTHER, { title: 'Nuovo ponte', weight: 100 }]),
    must: [`PRF-02 info ${YEAR}`],
    mustNot: ['PRF-01'],
  },
];

CASES.push(
  {
    what: 'the share of the objectives in the evaluation, as the workbook says it',
    plan: planOf(
      [
        { ...PAY, weight: 40 },
        { ...OTHER, weight: 60 },
      ],
      ['Nel sistema di valutazione gli obiettivi valgono il 60% e i comportamenti il 40%'],
    ),
    must: ['WGT-04 error A01'],
    mustNot: ['WGT-02'],
  },
  {
    what: 'half of sixty per cent is what the law asks',
    plan: planOf([PAY, OTHER], ['Valutazione: 60 punti agli obiettivi, 40 punti ai comportamenti']),
    must: [],
    mustNot: ['WGT-04'],
  },
  {
    what: 'a value that still has to be written is none',
    plan: planOf([
      { title: 'Biblioteca', to: 'da definire' },
      { title: 'Archivio', indicator: 'Faldoni', to: 'XXX' },
    ]),
    must: ['TGT-01 error Metri rifatti 1', 'TGT-01 error Faldoni'],
    mustNot: ['TGT-02'],
  },
  {
    what: 'progress of a work against something rises',
    plan: planOf([
      { title: 'Ridurre le liti', indicator: 'Avanzamento liti', unit: '%', from: '0', to: '43' },
      { title: 'Abbattere i residui', indicator: 'Grado di realizzazione', unit: '%', from: '10', to: '90' },
    ]),
    must: [],
    mustNot: ['TGT-03', 'TGT-05'],
  },
);

test.each(CASES.map((one) => [one.what, one] as const))('%s', async (_, one) => {
  const { findings } = await judge(planFromExample(one.plan), {
    ruleSet,
    today: '2026-06-30',
    ...(one.municipality ? { municipality: one.municipality } : {}),
    ...(one.monitoredOn ? { monitoredOn: one.monitoredOn } : {}),
  });
  const said = findings
    .filter(({ causes }) => causes.length === 0)
    .map(({ rule, severity, subject }) => `${rule} ${severity} ${subject.code ?? subject.title}`);
  const all = (lines: readonly string[], rules: readonly string[]): string[] =>
    lines.filter((line) => rules.some((rule) => line.startsWith(`${rule} `)));
  expect(said).toEqual(expect.arrayContaining([...one.must]));
  // Of the rules that must speak nothing else is said, of the others nothing at all.
  const speaking = one.must.map((line) => line.slice(0, 6));
  expect(all(said, speaking).sort()).toEqual([...one.must].sort());
  expect(all(said, one.mustNot)).toEqual([]);
});

test('findings know whose they are', async () => {
  const { findings } = await judge(
    planFromExample(
      planOf([
        { ...PAY, weight: 10 },
        { ...OTHER, weight: 90 },
      ]),
    ),
    {
      ruleSet,
      today: '2026-06-30',
    },
  );
  const [weight] = findings.filter(({ rule }) => rule === 'WGT-04');
  expect(weight?.offices).toEqual([{ centre: null, owner: 'Dirigente Finanze' }]);
  expect(findings.find(({ rule }) => rule === 'PRF-02')?.offices).toEqual([]);
});
