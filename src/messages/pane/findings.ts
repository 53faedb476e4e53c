import type { Stage } from '../../approval';

const s = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Texts of the view Coerenza. */
const it = {
  ready: (stage: Stage): string =>
    stage === 'monitoring'
      ? 'Nessuna segnalazione bloccante'
      : stage === 'draft'
        ? 'Bozza in ordine'
        : 'Pronto per la Giunta',
  notReady: (count: number, stage: Stage) =>
    `${stage === 'monitoring' ? 'Monitoraggio' : stage === 'draft' ? 'Bozza' : 'Prima della Giunta'}: ${s(count, 'segnalazione bloccante da risolvere', 'segnalazioni bloccanti da risolvere')}`,
  unsure: (count: number) =>
    `Lettura da confermare${count === 0 ? '' : `: ${s(count, 'punto già certo', 'punti già certi')}`}`,
  noPlan: 'Non ho riconosciuto un piano in questo file',
  noPlanText:
    'Ho letto tutti i fogli, ma nessuno elenca obiettivi di PEG. Se il piano è qui, dimmi quale foglio lo contiene: basta una volta, poi lo ricordo. Se è in un altro file, aprilo: il pannello lo legge da solo.',
  noPlanAction: 'Indica il foglio',
  emptyPlan: 'Il piano è ancora vuoto',
  emptyPlanText: (sheets: readonly string[]) =>
    `Ho riconosciuto ${sheets.length === 1 ? 'il foglio' : 'i fogli'} ${sheets.map((sheet) => `«${sheet}»`).join(', ')}, ma non contengono ancora obiettivi. Appena ne scrivi uno, la verifica parte da sola.`,
  emptyPlanAction: 'Controlla come li leggo',
  readAs: 'Come ho letto i fogli',
  incomplete: (count: number) =>
    `Verifica incompleta: ${s(count, 'regola non è riuscita', 'regole non sono riuscite')}`,
  allFine: 'Nessuna segnalazione: DUP e PEG si corrispondono per quanto si può verificare.',
  planOf: (year: number) => `Piano ${year}`,
  dup: (file: string | null, sheets: readonly string[]) =>
    `DUP: ${file ?? `${sheets.length === 1 ? 'foglio' : 'fogli'} ${sheets.join(', ')}`}`,
  noDup: 'DUP non trovato',
  chooseDup: 'Scegli il DUP',
  notVerifiable: (count: number) =>
    s(count, 'controllo non eseguito: mancano i dati', 'controlli non eseguiti: mancano i dati'),
  toConfirm: (count: number) => `${s(count, 'cosa', 'cose')} da confermare nella lettura`,
  severityCount: {
    error: (count: number) => s(count, 'bloccante', 'bloccanti'),
    warning: (count: number) => s(count, 'avviso', 'avvisi'),
    info: (count: number) => s(count, 'informazione', 'informazioni'),
  },
  /** The same, short enough for three buttons in 320 pixels. */
  severityChip: {
    error: (count: number) => s(count, 'bloccante', 'bloccanti'),
    warning: (count: number) => s(count, 'avviso', 'avvisi'),
    info: (count: number) => `${count} info`,
  },
  severityFilter: 'Gravità da mostrare',
  search: 'Cerca nelle segnalazioni',
  filters: 'Filtri',
  filtersActive: (count: number) => s(count, 'filtro attivo', 'filtri attivi'),
  clearFilters: 'Togli i filtri',
  theme: 'Tema',
  owner: 'Ufficio o responsabile',
  sheet: 'Foglio',
  status: 'Stato',
  any: 'Tutti',
  noOwner: 'Senza responsabile indicato',
  statuses: { open: 'Da vedere', waived: 'Accettate', all: 'Da vedere e accettate' },
  themes: {
    STR: 'Struttura e codici',
    LNK: 'Collegamenti',
    NAM: 'Denominazioni',
    COV: 'Copertura',
    CMP: 'Completezza',
    IND: 'Indicatori',
    WGT: 'Pesi',
    TIM: 'Tempi',
    RSP: 'Responsabili',
    RSC: 'Risorse',
    PRF: 'Performance',
    TGT: 'Valori attesi',
  },
  otherTheme: 'Altro',
  noMatch: 'Nessuna segnalazione con questi filtri.',
  list: 'Segnalazioni',
  why: 'Perché',
  remedy: 'Rimedio',
  follows: (count: number) => s(count, 'altra ne deriva', 'altre ne derivano'),
  hideFollows: 'Nascondi le derivate',
  moreCells: (count: number) => s(count, 'altra cella', 'altre celle'),
  wholeWorkbook: 'Riguarda il file nel suo insieme',
  acceptedBy: (author: string, date: string, until: string | null) =>
    `Accettata da ${author} il ${date}${until === null ? '' : `, fino al ${until}`}`,
  formerly: (author: string, date: string) =>
    `Già accettata da ${author} il ${date}; il contenuto è cambiato o il termine è passato`,
  previous: 'Precedente',
  next: 'Successiva',
  position: (at: number, of: number) => (at === 0 ? s(of, 'voce', 'voci') : `${at} di ${of}`),
  keyboard: 'Frecce: scorri. Invio: vai alla cella. Alt + frecce: scorri ed evidenzia la cella.',
  apply: 'Applica…',
  applyAll: (count: number) => `Applica a tutti (${count})…`,
  applyTitle: (count: number) => `Che cosa cambia: ${s(count, 'cella', 'celle')}`,
  before: 'Prima',
  after: 'Dopo',
  empty: '(vuota)',
  applyNow: (count: number) => `Scrivi ${s(count, 'cella', 'celle')}`,
  applied: (count: number) => `${s(count, 'cella scritta', 'celle scritte')}.`,
  leftAlone: (count: number) =>
    `${s(count, 'cella è stata lasciata', 'celle sono state lasciate')} com’era: nel frattempo il contenuto è cambiato.`,
  nothingToApply: 'Le celle sono cambiate nel frattempo: nulla da scrivere.',
  accept: 'Accetta…',
  acceptTitle: 'Motivazione dell’accettazione',
  reasonHint: 'Resta nel file e compare nel foglio di verifica.',
  author: 'Chi accetta',
  until: 'Vale fino al (facoltativo)',
  acceptNow: 'Accetta',
  acceptDone: 'Accettata con motivazione.',
  withdraw: 'Riapri',
  withdrawn: 'Segnalazione riaperta.',
  waiverProblem: {
    'no-reason': 'Scrivi la motivazione.',
    'too-long': 'La motivazione può avere al massimo 2.000 caratteri, il nome 200.',
    'no-author': 'Scrivi chi accetta.',
    'bad-date': 'La data non è valida.',
    'already-expired': 'La data è già passata.',
  },
  highlight: 'Evidenzia le celle nei fogli',
  highlightDone: 'Celle evidenziate: i tuoi colori restano sotto e tornano quando togli l’evidenza.',
  highlightGone: 'Evidenza tolta: i fogli sono com’erano.',
  officeList: 'Elenco per ufficio',
  officeListText:
    'Le segnalazioni di un ufficio come testo da incollare in una mail, o come foglio da stampare.',
  officeListSheet: 'Scrivi come foglio',
  officeSheetWritten: (sheet: string) => `Scritto il foglio «${sheet}».`,
  officeSheetHeadings: ['Gravità', 'Dove', 'Segnalazione', 'Rimedio'],
  officeListLabel: 'Testo da copiare',
  officeListIntro: (owner: string, date: string) =>
    `Piano esecutivo di gestione – punti da rivedere per ${owner} (${date})`,
  officeListEmpty: 'Nessun punto da rivedere.',
  officeListClosing: 'Le celle indicate sono quelle del file condiviso.',
};

const en: typeof it = {
  ready: (stage) =>
    stage === 'monitoring'
      ? 'Nothing blocking'
      : stage === 'draft'
        ? 'Draft in order'
        : 'Ready for the executive board',
  notReady: (count, stage) =>
    `${stage === 'monitoring' ? 'Monitoring' : stage === 'draft' ? 'Draft' : 'Before the executive board'}: ${s(count, 'point to settle', 'points to settle')}`,
  unsure: (count) =>
    `Reading to be confirmed${count === 0 ? '' : `: ${s(count, 'point certain already', 'points certain already')}`}`,
  noPlan: 'I did not recognise a plan in this workbook',
  noPlanText:
    'I read every sheet, but none lists PEG objectives. If the plan is here, tell me which sheet holds it: once is enough, I remember it. If it is in another workbook, open that one: the pane reads it by itself.',
  noPlanAction: 'Say which sheet',
  emptyPlan: 'The plan is still empty',
  emptyPlanText: (sheets) =>
    `I recognised the ${sheets.length === 1 ? 'sheet' : 'sheets'} ${sheets.map((sheet) => `“${sheet}”`).join(', ')}, but there are no objectives in it yet. The check starts by itself as soon as you write one.`,
  emptyPlanAction: 'See how I read them',
  readAs: 'How I read the sheets',
  incomplete: (count) => `Incomplete check: ${s(count, 'rule failed to run', 'rules failed to run')}`,
  allFine: 'No findings: DUP and PEG correspond as far as can be verified.',
  planOf: (year) => `Plan ${year}`,
  dup: (file, sheets) => `DUP: ${file ?? `${sheets.length === 1 ? 'sheet' : 'sheets'} ${sheets.join(', ')}`}`,
  noDup: 'DUP not found',
  chooseDup: 'Choose the DUP',
  notVerifiable: (count) => s(count, 'rule not assessable', 'rules not assessable'),
  toConfirm: (count) => `${s(count, 'thing', 'things')} to confirm about how it was read`,
  severityCount: {
    error: (count) => `${count} blocking`,
    warning: (count) => s(count, 'warning', 'warnings'),
    info: (count) => s(count, 'information', 'information'),
  },
  severityChip: {
    error: (count) => `${count} blocking`,
    warning: (count) => s(count, 'warning', 'warnings'),
    info: (count) => `${count} info`,
  },
  severityFilter: 'Severities to show',
  search: 'Search the findings',
  filters: 'Filters',
  filtersActive: (count) => s(count, 'active filter', 'active filters'),
  clearFilters: 'Clear filters',
  theme: 'Theme',
  owner: 'Office or head of service',
  sheet: 'Sheet',
  status: 'Status',
  any: 'All',
  noOwner: 'No owner stated',
  statuses: { open: 'To look at', waived: 'Accepted', all: 'To look at and accepted' },
  themes: {
    STR: 'Structure and codes',
    LNK: 'Links',
    NAM: 'Names',
    COV: 'Coverage',
    CMP: 'Completeness',
    IND: 'Indicators and formulas',
    WGT: 'Weights',
    TIM: 'Times',
    RSP: 'Owners',
    RSC: 'Resources',
    PRF: 'Performance plan',
    TGT: 'Targets',
  },
  otherTheme: 'Other',
  noMatch: 'No findings with these filters.',
  list: 'Findings',
  why: 'Why',
  remedy: 'Remedy',
  follows: (count) => s(count, 'other follows from it', 'others follow from it'),
  hideFollows: 'Hide what follows',
  moreCells: (count) => s(count, 'more cell', 'more cells'),
  wholeWorkbook: 'About the workbook as a whole',
  acceptedBy: (author, date, until) =>
    `Accepted by ${author} on ${date}${until === null ? '' : `, until ${until}`}`,
  formerly: (author, date) =>
    `Accepted before by ${author} on ${date}; the content changed or the term is over`,
  previous: 'Previous',
  next: 'Next',
  position: (at, of) => (at === 0 ? `${of} listed` : `${at} of ${of}`),
  keyboard: 'Arrows: move. Enter: go to the cell. Alt + arrows: move and show the cell.',
  apply: 'Apply…',
  applyAll: (count) => `Apply to all (${count})…`,
  applyTitle: (count) => `What changes: ${s(count, 'cell', 'cells')}`,
  before: 'Before',
  after: 'After',
  empty: '(empty)',
  applyNow: (count) => `Write ${s(count, 'cell', 'cells')}`,
  applied: (count) => `${s(count, 'cell written', 'cells written')}.`,
  leftAlone: (count) =>
    `${s(count, 'cell was left', 'cells were left')} alone: the content changed meanwhile.`,
  nothingToApply: 'The cells changed meanwhile: nothing to write.',
  accept: 'Accept…',
  acceptTitle: 'Fine as it is, because…',
  reasonHint: 'Kept in the workbook and shown on the check sheet.',
  author: 'Accepted by',
  until: 'Valid until (optional)',
  acceptNow: 'Accept',
  acceptDone: 'Accepted with a reason.',
  withdraw: 'Reopen',
  withdrawn: 'Finding reopened.',
  waiverProblem: {
    'no-reason': 'Write the reason.',
    'too-long': 'The reason may have 2,000 characters at most, the name 200.',
    'no-author': 'Write who accepts.',
    'bad-date': 'The date is not valid.',
    'already-expired': 'The date is already past.',
  },
  highlight: 'Highlight the cells in the sheets',
  highlightDone:
    'Cells highlighted: your colours stay underneath and come back when you take the highlight away.',
  highlightGone: 'Highlight taken away: the sheets are as they were.',
  officeList: 'List for an office',
  officeListText: 'The findings of one office as text to paste into a mail, or as a sheet to print.',
  officeListSheet: 'Write as a sheet',
  officeSheetWritten: (sheet) => `Wrote the sheet “${sheet}”.`,
  officeSheetHeadings: ['Severity', 'Where', 'Finding', 'Remedy'],
  officeListLabel: 'Text to copy',
  officeListIntro: (owner, date) => `PEG management plan – points to review for ${owner} (${date})`,
  officeListEmpty: 'No points to review.',
  officeListClosing: 'The cells are those of the shared workbook.',
};

export const findings = { it, en };
