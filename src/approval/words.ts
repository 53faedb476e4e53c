import type { LocalisedText } from '../coherence';
import type { EntityKind } from '../plan';
import type { PlanChange } from './compare';
import type { OutlineField } from './outline';
import type { Stage } from './verdict';

/** Words of the check report and of the comparison, Italian first. They belong to the act that is printed, not to a surface. */
export const WORDS = {
  title: { it: 'Verifica di coerenza DUP – PEG', en: 'DUP – PEG coherence check' },
  ready: { it: 'PRONTO: nessuna segnalazione bloccante aperta', en: 'READY: no blocking finding open' },
  notReady: { it: 'NON PRONTO: segnalazioni bloccanti aperte', en: 'NOT READY: blocking findings open' },
  noPlan: {
    it: 'NESSUN PIANO RICONOSCIUTO: non c’è nulla da approvare',
    en: 'NO PLAN RECOGNISED: there is nothing to approve',
  },
  readingAsks: {
    it: 'LETTURA DA CONFERMARE: prima del verdetto c’è una domanda aperta',
    en: 'READING TO BE CONFIRMED: a question is open before the verdict',
  },
  readingPartial: {
    it: 'LETTURA INCOMPLETA: il verdetto riguarda solo la parte capita',
    en: 'INCOMPLETE READING: the verdict is about the part understood only',
  },
  reading: { it: 'Dubbi sulla lettura', en: 'Doubts about the reading' },
  openQuestions: { it: 'domande aperte su', en: 'open questions about' },
  notCounted: {
    it: 'segnalazioni che ne dipendono, non contate',
    en: 'findings that depend on them, not counted',
  },
  doubtful: {
    it: 'Segnalazioni che dipendono da una domanda aperta',
    en: 'Findings that depend on an open question',
  },
  failed: {
    it: 'VERIFICA INCOMPLETA: alcune regole non sono riuscite',
    en: 'INCOMPLETE CHECK: some rules failed to run',
  },
  verdict: { it: 'Esito', en: 'Verdict' },
  stage: { it: 'Momento', en: 'Stage' },
  date: { it: 'Data', en: 'Date' },
  workbook: { it: 'Cartella di lavoro', en: 'Workbook' },
  year: { it: 'Esercizio', en: 'Plan year' },
  dup: { it: 'DUP confrontato', en: 'DUP compared' },
  noDup: {
    it: 'nessuno: le regole che lo confrontano non sono verificabili',
    en: 'none: the rules that compare with it cannot be assessed',
  },
  ruleSet: { it: 'Regole', en: 'Rules' },
  planFingerprint: { it: 'Impronta del piano', en: 'Plan fingerprint' },
  counts: { it: 'Contenuto letto', en: 'Content read' },
  findings: { it: 'Segnalazioni aperte', en: 'Open findings' },
  waived: { it: 'Segnalazioni accettate', en: 'Accepted findings' },
  notVerifiable: { it: 'Controlli non eseguiti: mancano i dati', en: 'Rules not assessable' },
  ran: { it: 'Regole applicate', en: 'Rules that ran' },
  reasons: { it: 'Perché: le regole di queste segnalazioni', en: 'Why: the rules behind these findings' },
  unread: { it: 'Fogli non compresi nel piano', en: 'Sheets not part of the plan' },
  rule: { it: 'Regola', en: 'Rule' },
  severity: { it: 'Gravità', en: 'Severity' },
  where: { it: 'Dove', en: 'Where' },
  message: { it: 'Segnalazione', en: 'Finding' },
  why: { it: 'Perché', en: 'Why' },
  fix: { it: 'Rimedio', en: 'Fix' },
  reason: { it: 'Motivazione, autore e data', en: 'Reason, author and date' },
  until: { it: 'fino al', en: 'until' },
  answers: { it: 'Inoltre', en: 'Besides' },
  notRun: { it: 'Regole non riuscite', en: 'Rules that failed' },
  withoutData: { it: 'Indicatori senza dati', en: 'Indicators without data' },
  attestation: { it: 'Attestazione', en: 'Attestation' },
  latePhases: { it: 'Fasi oltre il termine', en: 'Phases past their term' },
  results: { it: 'Risultati degli indicatori', en: 'Results of the indicators' },
  progress: { it: 'Avanzamento degli obiettivi', en: 'Progress of the objectives' },
  objective: { it: 'Obiettivo', en: 'Objective' },
  term: { it: 'Termine', en: 'Term' },
  phase: { it: 'Fase', en: 'Phase' },
  done: { it: 'Attuazione', en: 'Progress' },
  expected: { it: 'Attesa alla data', en: 'Expected by then' },
  degree: { it: 'Grado', en: 'Degree' },
  indicator: { it: 'Indicatore', en: 'Indicator' },
  targetAndActual: { it: 'Valore atteso → risultato', en: 'Target → result' },
  noResult: { it: 'nessun risultato', en: 'no result' },
  monitoredAt: { it: 'Monitoraggio al', en: 'Monitoring at' },
  achievement: { it: 'Grado medio di raggiungimento', en: 'Mean degree of achievement' },
  outcome: { it: 'Risposta', en: 'Answer' },
  none: { it: 'Nessuna', en: 'None' },
  error: { it: 'bloccante', en: 'blocking' },
  warning: { it: 'avviso', en: 'warning' },
  info: { it: 'informazione', en: 'information' },
  notSignature: {
    it: 'Questo foglio non è una firma: chi può modificare il file può riscriverlo.',
    en: 'This sheet is no signature: whoever can edit the file can rewrite it.',
  },
} as const satisfies Readonly<Record<string, LocalisedText>>;

export const STAGES: Readonly<Record<Stage, LocalisedText>> = {
  draft: { it: 'bozza', en: 'draft' },
  'pre-approval': { it: 'prima dell’approvazione', en: 'before approval' },
  monitoring: { it: 'monitoraggio', en: 'monitoring' },
};

/** Whether an attestation holds, in a word. */
export const ATTESTATION_STATES: Readonly<
  Record<'valid' | 'waivers-changed' | 'plan-changed' | 'rules-changed', LocalisedText>
> = {
  valid: { it: 'valida', en: 'valid' },
  'waivers-changed': {
    it: 'valida, ma le segnalazioni accettate non sono più quelle di allora',
    en: 'valid, but the accepted findings are no longer those of then',
  },
  'plan-changed': {
    it: 'non più valida: il piano è cambiato',
    en: 'no longer valid: the plan has changed',
  },
  'rules-changed': {
    it: 'il piano è lo stesso, le regole sono cambiate',
    en: 'the plan is the same, the rules have changed',
  },
};

export const STATUSES: Readonly<Record<string, LocalisedText>> = {
  passed: { it: 'superata', en: 'passed' },
  violated: { it: 'violata', en: 'violated' },
  notVerifiable: { it: 'non verificabile', en: 'not assessable' },
  notApplicable: { it: 'non pertinente', en: 'not applicable' },
  off: { it: 'spenta', en: 'off' },
  failed: { it: 'non riuscita', en: 'failed' },
};

export const KIND_NAMES: Readonly<
  Record<EntityKind, { readonly one: LocalisedText; readonly many: LocalisedText; readonly feminine?: true }>
> = {
  strategicArea: {
    one: { it: 'Ambito strategico', en: 'Strategic area' },
    many: { it: 'ambiti strategici', en: 'strategic areas' },
  },
  strategicObjective: {
    one: { it: 'Obiettivo strategico', en: 'Strategic objective' },
    many: { it: 'obiettivi strategici', en: 'strategic objectives' },
  },
  operatingObjective: {
    one: { it: 'Obiettivo operativo', en: 'Operating objective' },
    many: { it: 'obiettivi operativi', en: 'operating objectives' },
  },
  pegObjective: {
    one: { it: 'Obiettivo di PEG', en: 'PEG objective' },
    many: { it: 'obiettivi di PEG', en: 'PEG objectives' },
  },
  phase: { one: { it: 'Fase', en: 'Phase' }, many: { it: 'fasi', en: 'phases' }, feminine: true },
  indicator: { one: { it: 'Indicatore', en: 'Indicator' }, many: { it: 'indicatori', en: 'indicators' } },
};

const FIELD_NAMES: Readonly<Record<OutlineField, LocalisedText>> = {
  wording: { it: 'altra dicitura', en: 'other wording' },
  owner: { it: 'responsabile', en: 'owner' },
  participants: { it: 'uffici coinvolti', en: 'offices involved' },
  centre: { it: 'centro di responsabilità', en: 'responsibility centre' },
  weight: { it: 'peso', en: 'weight' },
  type: { it: 'tipo', en: 'type' },
  mission: { it: 'missione', en: 'mission' },
  programme: { it: 'programma', en: 'programme' },
  description: { it: 'descrizione', en: 'description' },
  start: { it: 'inizio', en: 'start' },
  end: { it: 'termine', en: 'end' },
  months: { it: 'mesi', en: 'months' },
  progress: { it: 'stato di attuazione', en: 'progress' },
  formula: { it: 'formula', en: 'formula' },
  unit: { it: 'unità di misura', en: 'unit' },
  source: { it: 'fonte', en: 'source' },
  target: { it: 'valore atteso', en: 'target' },
  baseline: { it: 'valore iniziale', en: 'baseline' },
  actual: { it: 'consuntivo', en: 'actual' },
};

/** A change in a sentence. */
export function describeChange(change: PlanChange): LocalisedText {
  const kind = KIND_NAMES[change.kind];
  const name = `${change.code ? `${change.code} ` : ''}«${change.title}»`;
  const it = (text: string): string => `${kind.one.it} ${name}: ${text}`;
  const en = (text: string): string => `${kind.one.en} ${name}: ${text}`;
  const o = kind.feminine ? 'a' : 'o';
  const [from, to] = [change.from || '–', change.to || '–'];
  switch (change.change) {
    case 'added':
      return { it: it(`aggiunt${o}.`), en: en('added.') };
    case 'removed':
      return { it: it(`tolt${o}.`), en: en('removed.') };
    case 'renamed':
      return { it: it(`prima «${from}».`), en: en(`formerly “${from}”.`) };
    case 'recoded':
      return { it: it(`codice da ${from} a ${to}.`), en: en(`code from ${from} to ${to}.`) };
    case 'moved':
      return { it: it(`spostat${o} da ${from} a ${to}.`), en: en(`moved from ${from} to ${to}.`) };
    case 'changed': {
      const field = change.field ? FIELD_NAMES[change.field] : { it: '', en: '' };
      return {
        it: it(`${field.it} da «${from}» a «${to}».`),
        en: en(`${field.en} from “${from}” to “${to}”.`),
      };
    }
  }
}
