const s = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Texts of the view Indicatori. */
const it = {
  tabs: { values: 'Valori', missing: 'Dati mancanti' },
  tabsLabel: 'Che cosa mostrare degli indicatori',
  period: 'Periodo',
  latest: 'Ultimo con dati',
  search: 'Cerca un indicatore',
  all: 'Tutti',
  outcome: {
    value: (count: number) => s(count, 'calcolato', 'calcolati'),
    missing: (count: number) => `${count} senza dati`,
    none: (count: number) => s(count, 'non calcolabile', 'non calcolabili'),
  },
  outcomeFilter: 'Indicatori da mostrare',
  empty: 'Nessun indicatore',
  emptyText: 'In questo file non ho riconosciuto indicatori. Se ci sono, dimmi quale foglio li contiene.',
  noMatch: 'Nessun indicatore con questi filtri.',
  noData:
    'Nel file non ci sono dati di base: aggiungi un foglio con i dati (nome, anno, valore) e il calcolo parte da solo.',
  example: (text: string) => `Attenzione, dati di esempio: «${text}»`,
  missingData: 'dati mancanti',
  notComputable: 'non calcolabile',
  noFormula: 'manca la formula',
  target: 'Valore atteso',
  achievement: 'Raggiungimento',
  written: 'Consuntivo scritto nel piano',
  toCheck: 'da controllare',
  comparison: 'Confronto',
  compared: (baseline: string | null, target: string, result: string | null) =>
    `${[baseline && `partenza ${baseline}`, target && `atteso ${target}`, result && `risultato ${result}`].filter(Boolean).join(' · ')}.`,
  better: { more: 'Più alto è meglio.', less: 'Più basso è meglio.' },
  unit: 'Unità',
  source: 'Fonte',
  formula: 'Formula',
  reading: 'Come l’ho letta',
  quantities: 'Dati usati',
  missing: 'Dati che mancano',
  trend: 'Andamento',
  remarks: 'Note',
  proposal: (formula: string) => `Formula proposta: ${formula}`,
  insert: 'Inserisci la formula nella cella scelta',
  inserted: 'Formula inserita.',
  occupied: (text: string) => `La cella contiene già «${text}»: la formula prenderebbe il suo posto.`,
  insertOver: 'Sostituisci con la formula',
  copyFormula: 'Copia la formula',
  formulas: (count: number) => s(count, 'formula PEG nei fogli', 'formule PEG nei fogli'),
  unknownFormulas: (count: number) => `${s(count, 'formula PEG mostra', 'formule PEG mostrano')} #NOME?`,
  rewrite: 'Riscrivi le formule',
  rewritten: (count: number) =>
    count === 0
      ? 'Nessuna formula da riscrivere.'
      : `${s(count, 'formula riscritta', 'formule riscritte')}: fra poco si vede il valore.`,
  freeze: 'Trasforma le formule in valori…',
  freezeText:
    'Prima di spedire il file: le formule PEG diventano i valori che mostrano, per chi non ha il componente e vedrebbe #NOME?. Se nella selezione ce ne sono, solo quelle; altrimenti tutte.',
  freezeNow: 'Trasforma',
  frozen: (count: number) =>
    `${s(count, 'formula è diventata valore', 'formule sono diventate valori')}. Ctrl+Z torna indietro.`,
  frozenLeft: (count: number) =>
    `${s(count, 'formula lasciata', 'formule lasciate')} com’era: si vede un errore, o il calcolo è in corso.`,
  askTitle: 'Che cosa chiedere, e a chi',
  askText: 'Dati che servono agli indicatori e non si trovano nel file, per fonte.',
  noSource: 'Fonte non indicata',
  neededBy: (count: number) => `serve a ${s(count, 'indicatore', 'indicatori')}`,
  nothingMissing: 'Non manca nessun dato.',
  askIntro: (source: string) => `Dati da fornire – ${source}`,
};

const en: typeof it = {
  tabs: { values: 'Values', missing: 'Data to ask for' },
  tabsLabel: 'What to show of the indicators',
  period: 'Period',
  latest: 'Latest with data',
  search: 'Search an indicator',
  all: 'All',
  outcome: {
    value: (count) => `${count} computed`,
    missing: (count) => `${count} without data`,
    none: (count) => `${count} not computable`,
  },
  outcomeFilter: 'Indicators to show',
  empty: 'No indicators',
  emptyText: 'I recognised no indicators in this workbook. If there are any, tell me which sheet holds them.',
  noMatch: 'No indicator with these filters.',
  noData:
    'The workbook has no base data: add a sheet with them (name, year, value) and the values follow by themselves.',
  example: (text) => `Mind: example data: “${text}”`,
  missingData: 'data missing',
  notComputable: 'not computable',
  noFormula: 'formula missing',
  target: 'Target',
  achievement: 'Achievement',
  written: 'Actual as written in the plan',
  toCheck: 'to be checked',
  comparison: 'Comparison',
  compared: (baseline, target, result) =>
    `${[baseline && `start ${baseline}`, target && `target ${target}`, result && `result ${result}`].filter(Boolean).join(' · ')}.`,
  better: { more: 'Higher is better.', less: 'Lower is better.' },
  unit: 'Unit',
  source: 'Source',
  formula: 'Formula as written',
  reading: 'How I read it',
  quantities: 'Data used',
  missing: 'Data missing',
  trend: 'Trend',
  remarks: 'Remarks',
  proposal: (formula) => `Proposed formula: ${formula}`,
  insert: 'Insert the formula in the selected cell',
  inserted: 'Formula inserted.',
  occupied: (text) => `The cell already holds “${text}”: the formula would take its place.`,
  insertOver: 'Replace it by the formula',
  copyFormula: 'Copy the formula',
  formulas: (count) => s(count, 'PEG formula in the sheets', 'PEG formulas in the sheets'),
  unknownFormulas: (count) => `${s(count, 'PEG formula shows', 'PEG formulas show')} #NAME?`,
  rewrite: 'Write the formulas again',
  rewritten: (count) =>
    count === 0
      ? 'No formula to write again.'
      : `${s(count, 'formula was', 'formulas were')} written again: the value comes in a moment.`,
  freeze: 'Turn formulas into values…',
  freezeText:
    'Before the workbook is sent: the PEG formulas become the values they show, for those without the add-in, who would see #NAME?. Only those in the selection if there are any in it; otherwise all.',
  freezeNow: 'Turn into values',
  frozen: (count) =>
    `${s(count, 'formula became a value', 'formulas became values')}. Ctrl+Z brings them back.`,
  frozenLeft: (count) =>
    `${s(count, 'formula was left', 'formulas were left')} alone: an error is shown, or the value is still being worked out.`,
  askTitle: 'What to ask, and whom',
  askText: 'Data the indicators need and the workbook does not hold, by source.',
  noSource: 'No source stated',
  neededBy: (count) => `needed by ${s(count, 'indicator', 'indicators')}`,
  nothingMissing: 'No data are missing.',
  askIntro: (source) => `Data to provide – ${source}`,
};

export const indicators = { it, en };
