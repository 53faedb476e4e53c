import type { ExamplePlan, Severity } from '../../../src/coherence';
import { NORMALISED, OUTLINE, PAGES, changed, renamed, withCell } from './plans';

/** One violation planted into a clean plan, and the rule that must find it. */
export interface Mutation {
  readonly rule: string;
  readonly what: string;
  readonly clean: ExamplePlan;
  readonly plan: ExamplePlan;
  readonly severity: Severity;
  /** Rules off by default that the mutation is about. */
  readonly on?: readonly string[];
}

const n = (
  rule: string,
  severity: Severity,
  what: string,
  plan: ExamplePlan,
  on: readonly string[] = [],
): Mutation => ({ rule, severity, what, clean: NORMALISED, plan, on });
const p = (rule: string, severity: Severity, what: string, plan: ExamplePlan): Mutation => ({
  rule,
  severity,
  what,
  clean: PAGES,
  plan,
});
const cell = (sheet: string, row: number, column: number, value: string | number | null): ExamplePlan =>
  withCell(NORMALISED, sheet, row, column, value);
const page = (sheet: string, row: number, column: number, value: string | null): ExamplePlan =>
  withCell(PAGES, sheet, row, column, value);
const added = (plan: ExamplePlan, sheet: string, ...row: (string | number | null)[]): ExamplePlan =>
  changed(plan, sheet, (rows) => [...rows, row]);

const [CODE, TITLE, OPERATING, OWNER, CENTRE, WEIGHT, , MISSION, PROGRAMME] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [NAME, FORMULA, UNIT, SOURCE, BASELINE, TARGET] = [1, 2, 3, 4, 5, 6];

/** At least one per rule. */
export const MUTATIONS: readonly Mutation[] = [
  p('STR-01', 'warning', 'a code left out', page('01 Scuole', 8, 2, '')),
  n('STR-02', 'warning', 'a lost zero', cell('Obiettivi', 4, CODE, '2025-LP2')),
  p('STR-02', 'warning', 'an O for a 0', page('02 Sport', 6, 2, '2021-SPO2')),
  p('STR-03', 'error', 'one code, two titles', page('02 Sport', 7, 2, '2021-SP02')),
  p('STR-04', 'warning', 'one title, two codes', page('03 Imprese', 7, 3, 'Sportello unico digitale')),
  p(
    'STR-05',
    'warning',
    'a row twice',
    added(PAGES, '03 Imprese', '', '', '2021-SU03', 'Mercato del sabato'),
  ),
  p('STR-06', 'warning', 'a suffix without base', page('03 Imprese', 7, 2, '2021-SU07A')),
  n('STR-07', 'error', 'a code of last year', renamed(NORMALISED, '2025-AM01', '2024-AM01')),
  p('STR-08', 'warning', 'an ordinal twice', page('02 Sport', 5, 0, '01-Sport per tutti')),
  p(
    'STR-09',
    'warning',
    'a shifted row',
    changed(PAGES, '02 Sport', (rows) => void (rows[6] = ['', '2021-SP02', 'Convenzioni con le società'])),
  ),
  n('LNK-01', 'error', 'an operating objective left out', cell('Obiettivi', 2, OPERATING, '')),
  n('LNK-02', 'error', 'an operating objective the DUP lacks', cell('Obiettivi', 2, OPERATING, '0909')),
  p('LNK-03', 'error', 'a strategic objective the DUP lacks', {
    ...PAGES,
    '04 Energia': [
      ['Comune di Borgofiume'],
      ['Transizione energetica'],
      ['Ridurre i consumi degli edifici e produrre energia dal sole, con le comunità energetiche.'],
      [],
      ['Obiettivi strategici DUP', 'Obiettivi operativi', '', 'Obiettivi di peg'],
      ['02-Transizione energetica', 'Tetti solari', '2021-EN01', 'Pannelli sulle palestre'],
    ],
  }),
  n(
    'LNK-04',
    'error',
    'an operating objective under another strategic one',
    changed(NORMALISED, 'Obiettivi', (rows) =>
      rows.map((row, at) => [
        ...row,
        at === 0
          ? 'Obiettivo strategico'
          : ([
              'Città sostenibile',
              'Città sostenibile',
              'Città sostenibile',
              'Città sostenibile',
              'Servizi vicini ai cittadini',
              'Servizi vicini ai cittadini',
            ][at - 1] ?? ''),
      ]),
    ),
  ),
  {
    rule: 'LNK-05',
    severity: 'error',
    what: 'a child code under another parent',
    clean: OUTLINE,
    plan: renamed(OUTLINE, '01010102', '03020102'),
  },
  n(
    'LNK-06',
    'warning',
    'an objective under operating ones of two strategic ones',
    added(
      NORMALISED,
      'Obiettivi',
      '2025-AM02',
      'Aprire il centro del riuso',
      '0301',
      'Anna Conti',
      'AM',
      40,
      'Sviluppo',
      '09',
      '03',
    ),
  ),
  n(
    'LNK-07',
    'warning',
    'a wrong count in the text',
    cell('Premessa', 2, 0, 'Il DUP individua 2 ambiti strategici e 5 obiettivi strategici.'),
  ),
  n(
    'LNK-09',
    'error',
    'a phase of no objective',
    added(NORMALISED, 'Fasi', '2025-ZZ99', 'Fase di troppo', '01/02/2025', '01/03/2025', 100),
  ),
  p(
    'NAM-01',
    'warning',
    'a strategic objective renamed',
    page('02 Sport', 5, 0, '02-Sport per tutti e benessere'),
  ),
  p('NAM-02', 'warning', 'an area renamed', page('Indicatori', 8, 0, 'Lavorare insieme')),
  p(
    'NAM-03',
    'warning',
    'a truncated title',
    page('01 Scuole', 6, 3, 'Certificati di prevenzione incendi e'),
  ),
  p(
    'NAM-04',
    'warning',
    'two objectives in a cell',
    page('01 Scuole', 6, 3, 'Certificati di prevenzione (CPI) Nuove porte tagliafuoco nelle scuole'),
  ),
  p(
    'NAM-05',
    'warning',
    'a label that matches nothing',
    added(
      changed(PAGES, 'Indicatori', (rows) => rows),
      'Indicatori',
      'Bilancio partecipato',
      'Progetti votati',
      'n. progetti',
      'n.',
      'Segreteria',
    ),
  ),
  n(
    'COV-01',
    'error',
    'a strategic objective without operating ones',
    added(
      withCell(NORMALISED, 'Premessa', 2, 0, 'Il DUP individua 2 ambiti strategici.'),
      'DUP',
      'Persone e comunità',
      '04',
      'Cultura per tutti',
      '',
      '',
      '',
      '',
    ),
  ),
  n(
    'COV-02',
    'warning',
    'an operating objective without PEG objectives',
    added(
      NORMALISED,
      'DUP',
      'Persone e comunità',
      '03',
      'Servizi vicini ai cittadini',
      '0303',
      'Volontariato',
      '12',
      '08',
    ),
  ),
  p(
    'COV-03',
    'warning',
    'a strategic objective without indicators',
    changed(PAGES, 'Indicatori', (rows) => rows.filter((row) => row[0] !== 'Sport per tutti')),
  ),
  n(
    'COV-04',
    'error',
    'an objective without indicators',
    changed(NORMALISED, 'Indicatori', (rows) => rows.slice(0, -1)),
  ),
  n(
    'COV-05',
    'info',
    'a centre without objectives',
    added(NORMALISED, 'Centri di responsabilità', 'PM', 'Polizia municipale', 'Ivo Galli'),
  ),
  n(
    'TIM-01',
    'warning',
    'an objective without phases',
    changed(NORMALISED, 'Fasi', (rows) => rows.slice(0, -1)),
  ),
  n('TIM-02', 'error', 'an end before the start', cell('Fasi', 2, 3, '30/04/2025')),
  n('TIM-03', 'info', 'a date outside the plan', cell('Fasi', 2, 3, '30/11/2029')),
  n(
    'TIM-04',
    'warning',
    'a phase without dates',
    changed(NORMALISED, 'Fasi', (rows) => void (((rows[2] ?? [])[2] = ''), ((rows[2] ?? [])[3] = ''))),
  ),
  n('WGT-01', 'error', 'phase weights that do not add up', cell('Fasi', 2, 4, 50)),
  n('WGT-02', 'error', 'objective weights that do not add up', cell('Obiettivi', 2, WEIGHT, 30)),
  n('WGT-03', 'error', 'a missing weight', cell('Obiettivi', 2, WEIGHT, '')),
  n('WGT-03', 'error', 'a weight out of range', cell('Obiettivi', 2, WEIGHT, -40)),
  n(
    'WGT-04',
    'error',
    'payment times under 30',
    changed(
      NORMALISED,
      'Obiettivi',
      (rows) => void (((rows[5] ?? [])[WEIGHT] = 80), ((rows[6] ?? [])[WEIGHT] = 20)),
    ),
  ),
  n(
    'RSP-01',
    'error',
    'no owner and no centre',
    changed(
      NORMALISED,
      'Obiettivi',
      (rows) => void (((rows[2] ?? [])[OWNER] = ''), ((rows[2] ?? [])[CENTRE] = '')),
    ),
  ),
  n('RSP-02', 'warning', 'two owners', cell('Obiettivi', 2, OWNER, 'Anna Conti, Luca Neri')),
  n('RSP-03', 'warning', 'another centre than the code', cell('Obiettivi', 2, CENTRE, 'LP')),
  n('IND-01', 'warning', 'a rate without formula', cell('Indicatori', 1, FORMULA, '')),
  n('IND-02', 'warning', 'no unit', cell('Indicatori', 2, UNIT, '')),
  n('IND-03', 'warning', 'no source', cell('Indicatori', 2, SOURCE, '')),
  n('IND-04', 'warning', 'a share counted in n.', cell('Indicatori', 1, UNIT, 'n.')),
  n(
    'IND-05',
    'warning',
    'a percentage of unlike quantities',
    changed(
      NORMALISED,
      'Indicatori',
      (rows) => void ((rows[5] ?? [])[FORMULA] = 'spesa per sportelli / popolazione'),
    ),
  ),
  n(
    'IND-06',
    'error',
    'an inverted formula',
    changed(
      NORMALISED,
      'Indicatori',
      (rows) =>
        void (
          ((rows[5] ?? [])[NAME] = 'Grado di accoglimento delle domande'),
          ((rows[5] ?? [])[FORMULA] = 'domande presentate / domande accolte')
        ),
    ),
  ),
  n(
    'IND-07',
    'error',
    'other titles below',
    changed(
      NORMALISED,
      'Indicatori',
      (rows) =>
        void ((rows[5] ?? [])[FORMULA] =
          '(Riscossioni Titolo I + Titolo III) / (Accertamenti Titolo I + Titolo II)'),
    ),
  ),
  n('IND-08', 'warning', 'a percentage of nothing', cell('Indicatori', 5, FORMULA, '% appuntamenti in rete')),
  n(
    'IND-09',
    'warning',
    'x 100 and unit n.',
    changed(
      NORMALISED,
      'Indicatori',
      (rows) =>
        void (
          ((rows[5] ?? [])[FORMULA] = '(appuntamenti in rete / totale appuntamenti) x 100'),
          ((rows[5] ?? [])[UNIT] = 'n.')
        ),
    ),
  ),
  n(
    'IND-10',
    'warning',
    'a lost symbol',
    cell('Indicatori', 5, FORMULA, '? appuntamenti in rete / totale appuntamenti'),
  ),
  n('IND-11', 'warning', 'an unnamed total', cell('Indicatori', 5, FORMULA, 'appuntamenti in rete / tot')),
  n(
    'IND-12',
    'info',
    'two indicators with one name',
    added(
      NORMALISED,
      'Indicatori',
      '2025-AM02',
      'Oggetti riusati',
      'kg di oggetti',
      'kg',
      'Ambiente',
      '0',
      '900',
      '1200',
    ),
  ),
  n('TGT-01', 'error', 'no target', cell('Indicatori', 2, TARGET, '')),
  n(
    'TGT-02',
    'warning',
    'a target over 100 %',
    changed(NORMALISED, 'Indicatori', (rows) => void ((rows[1] ?? [])[TARGET] = '180%')),
  ),
  n('TGT-03', 'warning', 'a target worse than the baseline', cell('Indicatori', 6, TARGET, '50')),
  n('TGT-04', 'info', 'no baseline', cell('Indicatori', 3, BASELINE, '')),
  n('RSC-01', 'error', 'a mission that does not exist', cell('Obiettivi', 2, MISSION, '21')),
  n(
    'RSC-02',
    'error',
    'another programme than the DUP',
    changed(
      NORMALISED,
      'Obiettivi',
      (rows) => void (((rows[2] ?? [])[MISSION] = '10'), ((rows[2] ?? [])[PROGRAMME] = '05')),
    ),
  ),
  n(
    'PRF-01',
    'warning',
    'no objective on payment times',
    renamed(
      cell('Obiettivi', 6, TITLE, 'Ridurre gli sprechi di carta'),
      'Tempo medio di pagamento',
      'Tempo medio di consegna',
    ),
  ),
  n(
    'CMP-01',
    'error',
    'no targets at all',
    changed(NORMALISED, 'Indicatori', (rows) => rows.map((row) => row.slice(0, TARGET))),
  ),
  n(
    'CMP-02',
    'warning',
    'approved late',
    cell('Premessa', 4, 0, 'PEG approvato con deliberazione della Giunta comunale n. 22 del 08/03/2025.'),
  ),
  n(
    'LNK-08',
    'info',
    'an objective under the sibling of its operating objective',
    renamed(NORMALISED, 'Aprire il centro del riuso', 'Percorsi per muoversi meglio a piedi'),
    ['LNK-08'],
  ),
  n(
    'NAM-06',
    'info',
    'a slip of spelling',
    renamed(NORMALISED, 'Rifare la segnaletica delle strade', 'Rifare la manuetnzione delle strade'),
    ['NAM-06'],
  ),
];
