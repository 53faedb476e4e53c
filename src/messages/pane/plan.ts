const s = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Texts of the view Piano. */
const it = {
  search: 'Cerca per codice o parole',
  tree: 'Gerarchia del piano',
  shapes: { tree: 'Albero', chart: 'Prospetto', table: 'Tabella' },
  shape: 'Come mostrare il piano',
  noMatch: 'Nessun obiettivo con queste parole.',
  empty: 'Nessun obiettivo',
  emptyText: 'In questo file non ho riconosciuto obiettivi. Se ci sono, dimmi quale foglio li contiene.',
  found: (count: number) => s(count, 'trovato', 'trovati'),
  toLookAt: (count: number) =>
    count === 0 ? 'nulla da vedere' : s(count, 'punto da vedere', 'punti da vedere'),
  pegObjectives: (count: number) => s(count, 'obiettivo di PEG', 'obiettivi di PEG'),
  noTitle: '(senza denominazione)',
  noArea: 'Senza ambito',
  seeFindings: 'Vedi le segnalazioni',
  keyboard: 'Frecce: scorri, apri e chiudi. Invio: vai alla cella.',
  chart: 'Prospetto del piano: l’altezza dice quanti obiettivi di PEG',
  zoomIn: 'Ingrandisci',
  zoomOut: 'Tutto il piano',
  colour: 'Colori',
  colours: { state: 'Secondo i punti da vedere', owner: 'Secondo l’ufficio' },
  legend: { error: 'con bloccanti', warning: 'con avvisi', ok: 'nulla da vedere' },
  otherOwners: 'altri uffici',
  print: 'Stampa',
  operating: 'Obiettivo operativo',
  peg: 'PEG',
  state: 'Da vedere',
};

const en: typeof it = {
  search: 'Search by code or words',
  tree: 'Hierarchy of the plan',
  shapes: { tree: 'Tree', chart: 'Chart', table: 'Table' },
  shape: 'How to show the plan',
  noMatch: 'No objective with these words.',
  empty: 'No objectives',
  emptyText: 'I recognised no objectives in this workbook. If there are any, tell me which sheet holds them.',
  found: (count) => `${count} found`,
  toLookAt: (count) =>
    count === 0 ? 'nothing to look at' : s(count, 'point to look at', 'points to look at'),
  pegObjectives: (count) => s(count, 'PEG objective', 'PEG objectives'),
  noTitle: '(no title)',
  noArea: 'No area',
  seeFindings: 'See the findings',
  keyboard: 'Arrows: move, open and close. Enter: go to the cell.',
  chart: 'Chart of the plan: height says how many PEG objectives',
  zoomIn: 'Zoom in',
  zoomOut: 'Whole plan',
  colour: 'Colours',
  colours: { state: 'By points to look at', owner: 'By office' },
  legend: { error: 'with blocking ones', warning: 'with warnings', ok: 'nothing to look at' },
  otherOwners: 'other offices',
  print: 'Print',
  operating: 'Operating objective',
  peg: 'PEG objectives',
  state: 'To look at',
};

export const plan = { it, en };
