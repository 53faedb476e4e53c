import { gridOf, snapshotOf } from '../../../src/workbook';
import { readBaseData, type BaseData } from '../../../src/indicators';

/** Base data of an invented municipality: name, unit, value two years before, one year before, now. */
export const OFFICE_DATA: readonly (readonly [string, string, number, number, number])[] = [
  // contesto
  ['Popolazione residente al 31/12', 'n.', 24310, 24405, 24522],
  ['Nuclei familiari', 'n.', 10120, 10188, 10233],
  ['Superficie territoriale (kmq)', 'kmq', 61.4, 61.4, 61.5],
  ['Imprese attive', 'n.', 2010, 2044, 2031],
  ['Popolazione 0-2 anni', 'n.', 611, 598, 577],
  ['Popolazione over 65', 'n.', 5810, 5933, 6021],
  // sportello, SUAP, edilizia
  ['Pratiche SUAP presentate', 'n.', 512, 540, 566],
  ['Pratiche SUAP evase entro 30 gg', 'n.', 430, 471, 505],
  ['Totale pratiche edilizie', 'n.', 300, 322, 341],
  ['Pratiche edilizie evase nei termini', 'n.', 251, 270, 299],
  ['Permessi di costruire rilasciati', 'n.', 44, 51, 47],
  ['SCIA controllate', 'n.', 90, 97, 101],
  ['SCIA presentate', 'n.', 310, 333, 350],
  ['Giorni complessivi rilascio permessi', 'gg', 3210, 3402, 2990],
  // anagrafe, urp
  ['Carte d’identità elettroniche rilasciate', 'n.', 3100, 3255, 3391],
  ['Certificati rilasciati on-line', 'n.', 800, 1010, 1400],
  ['Certificati rilasciati', 'n.', 9100, 8800, 8541],
  ['Reclami pervenuti', 'n.', 140, 133, 121],
  ['Reclami con risposta entro 30 giorni', 'n.', 120, 125, 118],
  ['Tempo medio di attesa allo sportello', 'minuti', 14.2, 12.9, 11.7],
  ['Questionari con giudizio positivo', 'n.', 410, 433, 466],
  ['Questionari somministrati', 'n.', 500, 520, 540],
  // rifiuti, ambiente
  ['Raccolta differenziata', 't', 6100, 6400, 6833],
  ['Rifiuti urbani totali', 't', 10150, 10020, 9911],
  ['Verde pubblico', 'mq', 310000, 311500, 318000],
  ['Controlli ambientali effettuati', 'n.', 61, 66, 71],
  ['Controlli ambientali programmati', 'n.', 70, 72, 75],
  ['Consumi energia elettrica', 'kWh', 2310000, 2255000, 2101000],
  ['Punti luce a LED', 'n.', 1200, 1900, 2600],
  ['Punti luce', 'n.', 4100, 4120, 4155],
  // personale
  ['Dipendenti a tempo indeterminato', 'n.', 131, 128, 126],
  ['Dipendenti in servizio', 'n.', 140, 138, 137],
  ['Dipendenti cat. C', 'n.', 70, 69, 68],
  ['Dipendenti cat. D', 'n.', 33, 34, 35],
  ['Dirigenti', 'n.', 4, 4, 3],
  ['Dirigenti donne', 'n.', 2, 2, 2],
  ['Giorni di assenza', 'gg', 2800, 2650, 2511],
  ['Giorni lavorativi', 'gg', 252, 251, 250],
  ['Ore di formazione erogate', 'ore', 1510, 1622, 1888],
  ['Partecipanti ai corsi di formazione', 'n.', 98, 101, 111],
  ['Ore di lavoro straordinario', 'ore', 3010, 2833, 2611],
  ['Spesa per il personale', '€', 5210000, 5188000, 5255000],
  ['Assunzioni', 'n.', 6, 9, 11],
  ['Cessazioni', 'n.', 8, 11, 10],
  // finanza
  ['Entrate correnti accertate', '€', 21010000, 21550000, 22140000],
  ['Entrate correnti previste', '€', 21500000, 22000000, 22400000],
  ['Entrate tributarie (Titolo I)', '€', 12800000, 13010000, 13330000],
  ['Titolo 1 entrata', '€', 12800000, 13010000, 13330000],
  ['Titolo 2 entrata', '€', 2010000, 2110000, 2050000],
  ['Titolo 3 entrata', '€', 6200000, 6430000, 6760000],
  ['Spesa corrente', '€', 19800000, 20110000, 20550000],
  ['Spese in c/capitale', '€', 3100000, 4210000, 5010000],
  ['Riscossioni c/residui', '€', 2100000, 1990000, 2201000],
  ['Residui attivi iniziali', '€', 5010000, 5120000, 5333000],
  ['Importo fatture pagate entro 30 giorni', '€', 4010000, 4222000, 4555000],
  ['Importo totale fatture', '€', 4600000, 4711000, 4890000],
  ['N. fatture', 'n.', 3100, 3188, 3277],
  ['Giorni di ritardo', 'gg', 12010, 9800, 6020],
  ['Fatture ricevute', 'n.', 3150, 3200, 3301],
  ['Quota interessi mutui', '€', 410000, 388000, 365000],
  ['Accertamenti IMU emessi', 'n.', 610, 702, 811],
  ['Importo recupero evasione IMU', '€', 512000, 601000, 733000],
  // sociale
  ['Domande di contributo presentate', 'n.', 402, 433, 455],
  ['Domande di contributo accolte', 'n.', 311, 340, 371],
  ['Utenti assistenza domiciliare (anziani e disabili)', 'n.', 121, 128, 133],
  ['Richieste assistenza domiciliare', 'n.', 150, 161, 170],
  ['Utenti in lista d’attesa', 'n.', 22, 25, 19],
  ['Ore di assistenza domiciliare', 'ore', 9100, 9520, 9999],
  ['Costo del servizio di assistenza domiciliare', '€', 201000, 215000, 229000],
  ['Minori in carico', 'n.', 77, 81, 90],
  ['Assistenti sociali', 'n.', 5, 5, 6],
  // scuola
  ['Posti disponibili asili nido', 'n.', 180, 180, 192],
  ['Bambini iscritti asili nido', 'n.', 171, 176, 188],
  ['Domande asilo nido', 'n.', 240, 251, 262],
  ['Pasti erogati', 'n.', 188000, 190500, 193200],
  ['Alunni iscritti alla refezione', 'n.', 1410, 1444, 1466],
  ['Costo servizio mensa', '€', 1010000, 1033000, 1071000],
  ['Proventi mensa', '€', 601000, 622000, 640000],
  ['Utenti trasporto scolastico', 'n.', 310, 301, 297],
  ['Km percorsi scuolabus', 'km', 81000, 80400, 79950],
  // polizia locale
  ['Agenti di Polizia Locale', 'n.', 17, 18, 18],
  ['Sanzioni CdS elevate', 'n.', 6100, 6512, 7011],
  ['Importo sanzioni incassate', '€', 310000, 355000, 381000],
  ['Importo sanzioni accertate', '€', 520000, 566000, 601000],
  ['Incidenti stradali rilevati', 'n.', 120, 114, 109],
  ['Incidenti con feriti', 'n.', 70, 66, 61],
  ['Ore di pattugliamento', 'ore', 6200, 6433, 6700],
  ['Veicoli controllati', 'n.', 2010, 2233, 2456],
  // cultura, sport
  ['Prestiti biblioteca', 'n.', 31000, 33500, 35210],
  ['Iscritti attivi biblioteca', 'n.', 3900, 4022, 4150],
  ['Presenze biblioteca', 'n.', 41000, 44100, 47300],
  ['Ore di apertura annue biblioteca', 'ore', 1800, 1840, 1872],
  ['Visitatori museo', 'n.', 8100, 8844, 9377],
  ['Eventi organizzati', 'n.', 41, 44, 52],
  ['Spettatori', 'n.', 12010, 13500, 15110],
  ['Spesa per eventi', '€', 88000, 91000, 99000],
  ['Impianti sportivi', 'n.', 11, 11, 12],
  ['Utenti impianti sportivi', 'n.', 4100, 4233, 4410],
  // lavori pubblici
  ['Opere avviate', 'n.', 5, 7, 8],
  ['Opere previste nel programma triennale', 'n.', 9, 10, 11],
  ['Interventi di manutenzione eseguiti', 'n.', 420, 455, 477],
  ['Segnalazioni ricevute', 'n.', 510, 533, 561],
  ['Strade comunali', 'km', 143, 143, 144],
  ['Spesa manutenzione strade', '€', 410000, 433000, 477000],
  // trasparenza, digitale
  ['% di gradimento del sito', '%', 0.71, 0.74, 0.78],
  ['Tasso di assenteismo', '%', 0.081, 0.077, 0.071],
  ['Servizi on line attivati', 'n.', 8, 11, 15],
  ['Servizi erogati', 'n.', 40, 41, 42],
  ['Obblighi di pubblicazione assolti', 'n.', 180, 191, 199],
  ['Obblighi di pubblicazione totali', 'n.', 210, 212, 214],
  ['Determine', 'n.', 1210, 1244, 1299],
  ['Atti controllati', 'n.', 121, 130, 140],
  ['Atti con rilievi', 'n.', 7, 6, 4],
];

const PERIODS = ['2021', '2022', '2023'] as const;

/** The data as a sheet `Grandezza | U.M. | 2021 | 2022 | 2023 | Fonte`. */
export function officeBaseData(): BaseData {
  const rows = OFFICE_DATA.map(([name, unit, a, b, c]) => {
    const cell = (value: number) =>
      unit === '%' ? { value, text: `${value * 100}%`, format: '0.0%' } : value;
    return [name, unit, cell(a), cell(b), cell(c), 'Ufficio'];
  });
  const grid = gridOf('Dati', [
    ['Comune di Borgo Esempio'],
    [],
    ['Grandezza', 'U.M.', ...PERIODS.map(Number), 'Fonte'],
    ...rows,
  ]);
  return readBaseData(snapshotOf([grid]));
}

/** Value of a quantity in 2023, or `back` years before. */
export function officeValue(name: string, back = 0): number {
  const row = OFFICE_DATA.find(([one]) => one === name);
  if (!row) throw new RangeError(`no invented quantity named ${name}`);
  return (row[4 - back] as number | undefined) ?? Number.NaN;
}
