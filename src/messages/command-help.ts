import type { Language } from '../coherence';

/** Names of what `peg` does. */
export type CommandName =
  | 'tree'
  | 'check'
  | 'indicators'
  | 'explain'
  | 'rules'
  | 'fix'
  | 'waive'
  | 'attest'
  | 'verify'
  | 'diff'
  | 'export'
  | 'publish'
  | 'new-year'
  | 'anonymise';

/** Names of the options of `peg`, without the two dashes. */
export type OptionName =
  | 'format'
  | 'out'
  | 'lang'
  | 'fail-on'
  | 'stage'
  | 'date'
  | 'municipality'
  | 'rules'
  | 'profile'
  | 'dup'
  | 'answer'
  | 'save-profile'
  | 'no-input'
  | 'merge'
  | 'jobs'
  | 'ordered'
  | 'force'
  | 'all'
  | 'period'
  | 'rule'
  | 'finding'
  | 'reason'
  | 'author'
  | 'until'
  | 'as'
  | 'year'
  | 'why';

/** What `peg --help` and `peg COMMAND --help` say. */
export interface CommandHelp {
  readonly about: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly options: Readonly<Record<OptionName, string>>;
  /** Titles of the parts of a help page, by the English ones of commander. */
  readonly titles: Readonly<Record<string, string>>;
  /** Placeholders of arguments and values, by their English names. */
  readonly values: Readonly<Record<string, string>>;
  readonly help: string;
  readonly version: string;
  readonly choices: string;
  readonly default: string;
  readonly required: string;
  /** Closes the list of commands: where the options of each are explained. */
  readonly more: string;
}

const it: CommandHelp = {
  about: 'Verifica che il PEG sia coerente con il DUP, nel file di Excel che il Comune usa già.',
  commands: {
    tree: 'mostra la gerarchia letta nel file, con i conteggi e ciò che non è stato compreso',
    check: 'applica tutte le regole e dà un verdetto per ogni file',
    indicators: 'calcola gli indicatori: valore, lettura in parole, dati mancanti',
    explain: 'spiega un indicatore passo per passo',
    rules: 'elenca le regole, o mostra la pagina di una',
    fix: 'scrive in una copia le correzioni automatiche di una regola',
    waive: 'accetta in una copia una segnalazione, con la sua motivazione',
    attest: 'attesta in una copia la verifica fatta',
    verify: 'dice se l’attestazione del file vale ancora',
    diff: 'dice in parole che cosa è cambiato fra due piani',
    export: 'scrive il piano come dati o come le tabelle da pubblicare',
    publish: 'fa la copia da pubblicare, senza accettazioni, foglio di verifica e formule PEG',
    'new-year': 'fa la copia ricodificata per l’anno nuovo, senza i consuntivi',
    anonymise: 'fa una copia con parole inventate, da mostrare a chi può capire una lettura sbagliata',
  },
  options: {
    format: 'forma del risultato',
    out: 'dove scrivere; non è mai un file che il comando legge',
    lang: 'lingua',
    'fail-on': 'da quale gravità lo stato di uscita è 1',
    stage: 'momento della verifica: bozza, prima della Giunta, monitoraggio',
    date: 'giorno del monitoraggio, per esempio 2026-06-30',
    rules: 'cartella con regole proprie, aggiunte a quelle del prodotto',
    municipality: 'file con i dati del Comune (quota degli obiettivi, DUP semplificato …)',
    profile: 'profilo che dice come leggere il file',
    dup: 'file con il DUP, se non è un foglio dello stesso file',
    answer: 'risponde a una domanda sulla lettura, per esempio q-7f3a=b; di più file: FILE#q-7f3a=b',
    'save-profile': 'dove conservare le risposte, come profilo per la prossima volta',
    'no-input': 'non chiede nulla, nemmeno a chi è davanti al terminale',
    merge: 'i file insieme formano un solo piano',
    jobs: 'quanti file verificare insieme; mai più dei processori del computer',
    ordered: 'con ndjson: i file nell’ordine in cui sono indicati, non in quello in cui sono pronti',
    force: 'sostituisce il file indicato con --out se esiste già',
    all: 'mostra tutte le segnalazioni, non solo le prime tre di ogni regola',
    period: 'periodo, per esempio 2016, 2016-S1 o 2016-06-30',
    rule: 'regola, per esempio STR-09',
    finding: 'impronta della segnalazione: la dà check --format json',
    reason: 'motivazione, fra virgolette',
    author: 'nome di chi accetta o attesta, fra virgolette',
    until: 'ultimo giorno in cui l’accettazione vale, per esempio 2026-12-31',
    as: 'dati (json) o tabelle da pubblicare (annex, in .xlsx o .html)',
    why: 'dice perché una cella è stata letta così, per esempio "Obiettivi!E4"',
    year: 'anno nuovo; senza, quello dopo l’anno del piano',
  },
  titles: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argomenti:',
    'Options:': 'Opzioni:',
    'Commands:': 'Comandi:',
  },
  values: {
    command: 'comando',
    options: 'opzioni',
    file: 'file',
    files: 'file',
    old: 'prima',
    new: 'dopo',
    indicator: 'indicatore',
    rule: 'regola',
    text: 'testo',
    name: 'nome',
    day: 'giorno',
    cell: 'cella',
    folder: 'cartella',
    answer: 'risposta',
    n: 'n',
    period: 'periodo',
    fingerprint: 'impronta',
    year: 'anno',
    form: 'forma',
    level: 'gravità',
    stage: 'momento',
    lang: 'lingua',
    format: 'forma',
  },
  help: 'mostra questo aiuto',
  version: 'mostra la versione',
  choices: 'una fra',
  default: 'senza',
  required: 'serve sempre',
  more: 'Le opzioni di un comando: peg COMANDO --help. In English: peg --help --lang en.',
};

const en: CommandHelp = {
  about: 'Checks that the PEG agrees with the DUP, in the Excel workbook the municipality already uses.',
  commands: {
    tree: 'shows the hierarchy as read, with counts and what was not understood',
    check: 'applies all rules and gives one verdict per file',
    indicators: 'computes the indicators: value, reading in words, missing data',
    explain: 'explains one indicator step by step',
    rules: 'lists the rules, or shows the page of one',
    fix: 'writes the automatic corrections of a rule into a copy',
    waive: 'accepts a finding with its reason, in a copy',
    attest: 'attests the check in a copy',
    verify: 'says whether the attestation of the file still holds',
    diff: 'says in words what changed between two plans',
    export: 'writes the plan as data or as the tables to publish',
    publish: 'makes the copy to publish, without acceptances, check sheet and PEG formulas',
    'new-year': 'makes the copy recoded for the new year, without results',
    anonymise: 'makes a copy with invented words, to show to who can tell why a file is read wrongly',
  },
  options: {
    format: 'form of the result',
    out: 'where to write; never a file that the command reads',
    lang: 'language',
    'fail-on': 'from which severity on the exit status is 1',
    stage: 'moment of the check: draft, before the executive board, monitoring',
    date: 'day of the monitoring, for example 2026-06-30',
    rules: 'folder with rules of your own, added to those of the product',
    municipality: 'file about the municipality (share of the objectives, simplified DUP …)',
    profile: 'profile that says how to read the file',
    dup: 'file with the DUP, where it is not a sheet of the same workbook',
    answer: 'answers a question about the reading, such as q-7f3a=b; of several files: FILE#q-7f3a=b',
    'save-profile': 'where the answers are kept, as a profile for the next time',
    'no-input': 'asks nothing, not even at a terminal',
    merge: 'the files together are one plan',
    jobs: 'how many files to check at a time; never more than the processors of the computer',
    ordered: 'with ndjson: files in the order they are named, not in which they are ready',
    force: 'replaces the file of --out where it exists',
    all: 'shows all findings, not only the first three of each rule',
    period: 'period, for example 2016, 2016-S1 or 2016-06-30',
    rule: 'rule, for example STR-09',
    finding: 'fingerprint of the finding: check --format json gives it',
    reason: 'reason, in quotation marks',
    author: 'name of who accepts or attests, in quotation marks',
    until: 'last day the acceptance holds, for example 2026-12-31',
    as: 'data (json) or tables to publish (annex, as .xlsx or .html)',
    why: 'says why a cell was read as it was, such as "Obiettivi!E4"',
    year: 'new year; without, the one after the year of the plan',
  },
  titles: {},
  values: {},
  help: 'shows this help',
  version: 'shows the version',
  choices: 'one of',
  default: 'default',
  required: 'always needed',
  more: 'The options of a command: peg COMMAND --help.',
};

/** What the help of the command says, in a language. */
export const commandHelp = (language: Language): CommandHelp => ({ it, en })[language];
