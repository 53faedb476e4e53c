/** Texts of the pane's frame: views, states, errors, first run. */
const it = {
  views: {
    findings: 'Coerenza',
    plan: 'Piano',
    indicators: 'Indicatori',
    approval: 'Approvazione',
    reading: 'Lettura',
    rules: 'Regole',
  },
  moreViews: 'Altro',
  help: (view: string) => `Aiuto: ${view}`,
  firstRun: {
    title: 'Il piano, letto tutto insieme',
    sentences: [
      'Leggo i fogli di questo file così come sono: non serve un modello e non cambio nulla.',
      'Confronto DUP e PEG e ti dico dove non tornano, con la cella, il perché e come rimediare.',
      'Tutto resta sul tuo computer; decidi tu che cosa correggere e che cosa va bene così.',
    ],
    start: 'Leggi il file',
  },
  loading: {
    reading: 'Leggo i fogli…',
    understanding: 'Riconosco obiettivi, codici e indicatori…',
    checking: 'Confronto DUP e PEG…',
    view: 'Apro la vista…',
    cancel: 'Interrompi',
  },
  stopped: { title: 'Lettura interrotta', text: 'Nulla è stato cambiato.', again: 'Leggi il file' },
  failed: {
    title: 'Non riesco a leggere il file',
    workbook: (sentence: string) => `Il file ${sentence}`,
    unexpected: 'Qualcosa non ha funzionato. Nulla è stato cambiato: riprova.',
    again: 'Riprova',
  },
  crashed: {
    title: 'Questa vista si è fermata',
    text: 'I tuoi dati non sono stati toccati. Riaprila; se succede ancora, segnalalo con il dettaglio qui sotto.',
    again: 'Riapri la vista',
    detail: 'Dettaglio',
  },
  updating: 'Aggiorno…',
  close: 'Chiudi',
  cancel: 'Annulla',
  save: 'Salva',
  saved: 'Salvato nel file.',
  copy: 'Copia',
  copied: 'Copiato.',
  copyFailed: 'La copia automatica non è consentita qui: seleziona il testo e premi Ctrl+C.',
  undo: 'Annulla la modifica',
  undone: 'Rimesso com’era.',
  showMore: (count: number) => `Mostra altri ${count}`,
  andMore: (count: number) => `… e ancora ${count}`,
  goTo: (cell: string) => `Vai alla cella ${cell}`,
  hidden: {
    row: 'riga nascosta o filtrata',
    column: 'colonna nascosta',
    sheet: 'foglio nascosto',
    file: (file: string) => `nel file ${file}`,
  },
  cannotShow: {
    row: (cell: string) => `${cell} è in una riga nascosta o filtrata: rendila visibile per vederla.`,
    column: (cell: string) => `${cell} è in una colonna nascosta: rendila visibile per vederla.`,
    sheet: (cell: string) => `${cell} è in un foglio nascosto: rendilo visibile per vederla.`,
    file: (cell: string) => `${cell} è in un altro file di Excel: aprilo per vederla.`,
  },
  storeLocked: {
    newer:
      'Lettura confermata, accettazioni e attestazioni di questo file vengono da una versione più recente: qui si leggono soltanto.',
    damaged:
      'Le impostazioni salvate nel file non si leggono: puoi verificare, ma non conservare risposte, correzioni e accettazioni.',
  },
};

const en: typeof it = {
  views: {
    findings: 'Coherence',
    plan: 'Plan',
    indicators: 'Indicators',
    approval: 'Approval',
    reading: 'Reading',
    rules: 'Rules',
  },
  moreViews: 'More',
  help: (view) => `Help: ${view}`,
  firstRun: {
    title: 'The plan, read as a whole',
    sentences: [
      'I read the sheets of this workbook as they are: no template is needed and nothing is changed.',
      'I compare DUP and PEG and show where they disagree: the cell, the reason and the remedy.',
      'Everything stays on your computer; you decide what to correct and what is fine as it is.',
    ],
    start: 'Read the workbook',
  },
  loading: {
    reading: 'Reading the sheets…',
    understanding: 'Recognising objectives, codes and indicators…',
    checking: 'Comparing DUP and PEG…',
    view: 'Opening the view…',
    cancel: 'Stop',
  },
  stopped: { title: 'Reading stopped', text: 'Nothing was changed.', again: 'Read the workbook' },
  failed: {
    title: 'I cannot read the workbook',
    workbook: (sentence) => `The workbook ${sentence}`,
    unexpected: 'Something did not work. Nothing was changed: please try again.',
    again: 'Try again',
  },
  crashed: {
    title: 'This view has stopped',
    text: 'Your data were not touched. Open it again; if it happens once more, report it with the detail below.',
    again: 'Open the view again',
    detail: 'Detail',
  },
  updating: 'Updating…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved in the workbook.',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copying is not allowed here: select the text and press Ctrl+C.',
  undo: 'Undo the change',
  undone: 'Put back as it was.',
  showMore: (count) => `Show ${count} more`,
  andMore: (count) => `… and ${count} more`,
  goTo: (cell) => `Go to cell ${cell}`,
  hidden: {
    row: 'hidden or filtered row',
    column: 'hidden column',
    sheet: 'hidden sheet',
    file: (file) => `in file ${file}`,
  },
  cannotShow: {
    row: (cell) => `${cell} is in a hidden or filtered row: unhide it to see it.`,
    column: (cell) => `${cell} is in a hidden column: unhide it to see it.`,
    sheet: (cell) => `${cell} is on a hidden sheet: unhide it to see it.`,
    file: (cell) => `${cell} is in another workbook: open that one to see it.`,
  },
  storeLocked: {
    newer:
      'Confirmed reading, acceptances and attestations of this workbook were written by a newer version: here they can only be read.',
    damaged:
      'The settings kept in the workbook cannot be read: you can check, but not keep answers, corrections and acceptances.',
  },
};

export const shell = { it, en };
