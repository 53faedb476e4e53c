import { planFromExample, type ExamplePlan } from '../../../src/coherence';
import type { Plan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';

type Rows = readonly (readonly CellValue[])[];

const read = new Map<string, Plan>();

/** The plan of an example; the same example is read once. */
export function planOf(example: ExamplePlan): Plan {
  const key = JSON.stringify(example);
  const plan = read.get(key) ?? planFromExample(example);
  read.set(key, plan);
  return plan;
}

/** A coherent plan in normalised sheets: every column the rules look at is there and filled. */
export const NORMALISED: ExamplePlan = {
  Premessa: [
    ['Comune di Castelverde'],
    ['Piano esecutivo di gestione 2025/2027'],
    ['Il DUP individua 2 ambiti strategici e 3 obiettivi strategici.'],
    ['Bilancio di previsione approvato con deliberazione del Consiglio comunale n. 80 del 20/12/2024.'],
    ['PEG approvato con deliberazione della Giunta comunale n. 2 del 08/01/2025.'],
  ],
  DUP: [
    [
      'Ambito strategico',
      'Codice strategico',
      'Obiettivo strategico',
      'Codice operativo',
      'Obiettivo operativo',
      'Missione',
      'Programma',
    ],
    ['Territorio e ambiente', '01', 'Città sostenibile', '0101', 'Ridurre i rifiuti', '09', '03'],
    ['Territorio e ambiente', '01', 'Città sostenibile', '0102', 'Muoversi meglio', '10', '05'],
    ['Territorio e ambiente', '02', 'Sicurezza del territorio', '0201', 'Strade sicure', '10', '05'],
    ['Persone e comunità', '03', 'Servizi vicini ai cittadini', '0301', 'Sportelli accessibili', '01', '02'],
    [
      'Persone e comunità',
      '03',
      'Servizi vicini ai cittadini',
      '0302',
      'Conti in ordine e trasparenti',
      '01',
      '03',
    ],
  ],
  Obiettivi: [
    [
      'Codice PEG',
      'Obiettivo di PEG',
      'Codice operativo',
      'Responsabile',
      'CdR',
      'Peso',
      'Tipo',
      'Missione PEG',
      'Programma PEG',
    ],
    [
      '2025-AM01',
      'Estendere la raccolta porta a porta',
      '0101',
      'Anna Conti',
      'AM',
      60,
      'Sviluppo',
      '09',
      '03',
    ],
    ['2025-AM02', 'Aprire il centro del riuso', '0101', 'Anna Conti', 'AM', 40, 'Sviluppo', '09', '03'],
    ['2025-LP01', 'Realizzare la ciclovia del fiume', '0102', 'Luca Neri', 'LP', 50, 'Sviluppo', '10', '05'],
    [
      '2025-LP02',
      'Rifare la segnaletica delle strade',
      '0201',
      'Luca Neri',
      'LP',
      50,
      'Sviluppo',
      '10',
      '05',
    ],
    [
      '2025-SC01',
      'Prenotazione digitale degli sportelli',
      '0301',
      'Marta Serra',
      'SC',
      70,
      'Sviluppo',
      '01',
      '02',
    ],
    [
      '2025-SC02',
      'Rispettare i tempi di pagamento delle fatture',
      '0302',
      'Marta Serra',
      'SC',
      30,
      'Sviluppo',
      '01',
      '03',
    ],
  ],
  Fasi: [
    ['Codice PEG', 'Fase', 'Data inizio', 'Data fine', 'Peso'],
    ['2025-AM01', 'Gara per i contenitori', '15/01/2025', '30/04/2025', 40],
    ['2025-AM01', 'Consegna alle famiglie', '01/05/2025', '30/11/2025', 60],
    ['2025-AM02', 'Allestimento dei locali', '01/02/2025', '30/06/2025', 50],
    ['2025-AM02', 'Apertura al pubblico', '01/07/2025', '15/10/2025', 50],
    ['2025-LP01', 'Progetto esecutivo', '15/01/2025', '31/05/2025', 30],
    ['2025-LP01', 'Lavori', '01/06/2025', '15/12/2025', 70],
    ['2025-LP02', 'Rilievo', '01/03/2025', '30/04/2025', 20],
    ['2025-LP02', 'Posa', '01/05/2025', '30/09/2025', 80],
    ['2025-SC01', 'Scelta del programma', '01/02/2025', '30/04/2025', 30],
    ['2025-SC01', 'Avvio in tutti gli uffici', '01/05/2025', '30/11/2025', 70],
    ['2025-SC02', 'Controllo mensile delle fatture', '15/01/2025', '15/12/2025', 100],
  ],
  Indicatori: [
    [
      'Codice PEG',
      'Indicatore',
      'Formula',
      'Unità di misura',
      'Fonte',
      'Valore iniziale',
      'Target 2025',
      'Target 2026',
    ],
    [
      '2025-AM01',
      'Famiglie servite',
      'famiglie servite / totale famiglie',
      '%',
      'Anagrafe',
      '60%',
      '80%',
      '90%',
    ],
    ['2025-AM02', 'Oggetti riusati', 'n. oggetti ritirati', 'n.', 'Ambiente', '0', '500', '800'],
    [
      '2025-LP01',
      'Lunghezza della ciclovia',
      'km di ciclovia realizzati',
      'km',
      'Lavori pubblici',
      '0',
      '4',
      '6',
    ],
    [
      '2025-LP02',
      'Strade rifatte',
      'n. strade con segnaletica nuova',
      'n.',
      'Lavori pubblici',
      '5',
      '20',
      '30',
    ],
    [
      '2025-SC01',
      'Appuntamenti prenotati in rete',
      'appuntamenti in rete / totale appuntamenti',
      '%',
      'URP',
      '10%',
      '50%',
      '70%',
    ],
    [
      '2025-SC02',
      'Tempo medio di pagamento',
      'somma dei giorni di pagamento / n. fatture',
      'giorni',
      'Ragioneria',
      '35',
      '28',
      '25',
    ],
  ],
  'Centri di responsabilità': [
    ['Codice CdR', 'Centro di responsabilità', 'Responsabile'],
    ['AM', 'Ambiente', 'Anna Conti'],
    ['LP', 'Lavori pubblici', 'Luca Neri'],
    ['SC', 'Servizi ai cittadini', 'Marta Serra'],
  ],
};

/** A coherent plan whose codes continue those of what stands above: 0101 → 01010201. */
export const OUTLINE: ExamplePlan = {
  ...NORMALISED,
  Obiettivi: recoded(NORMALISED['Obiettivi'] ?? []),
  Fasi: recoded(NORMALISED['Fasi'] ?? []),
  Indicatori: recoded(NORMALISED['Indicatori'] ?? []),
};

function recoded(rows: Rows): Rows {
  const codes = new Map([
    ['2025-AM01', '01010101'],
    ['2025-AM02', '01010102'],
    ['2025-LP01', '01020101'],
    ['2025-LP02', '02010101'],
    ['2025-SC01', '03010101'],
    ['2025-SC02', '03020101'],
  ]);
  return rows.map((row) => row.map((value) => codes.get(String(value)) ?? value));
}

const PAGE_HEADER = ['Obiettivi strategici DUP', 'Obiettivi operativi', '', 'Obiettivi di peg'];

/** A coherent plan with one page per strategic objective and blocks of indicators. */
export const PAGES: ExamplePlan = {
  Premessa: [
    ['Comune di Borgofiume'],
    ['Piano esecutivo di gestione 2021/2023'],
    ['Nel DUP sono stati individuati 2 Ambiti strategici, declinati in 3 Obiettivi strategici.'],
    ['Per il dettaglio di fasi, responsabili e risorse si rimanda agli allegati'],
  ],
  DUP: [
    ['Ambiti strategici', 'Obiettivi strategici'],
    ['Vivere bene', 'Scuole accoglienti'],
    ['', 'Sport per tutti'],
    ['Lavorare meglio', 'Imprese e commercio'],
  ],
  '01 Scuole': [
    ['Comune di Borgofiume'],
    ['Scuole accoglienti'],
    ["L'obiettivo è quello di rendere le scuole più sicure e aperte al territorio durante tutto l'anno."],
    [],
    PAGE_HEADER,
    ['01-Scuole accoglienti', 'Sicurezza degli edifici', '2021-ED01', 'Adeguamento antisismico plessi'],
    ['', '', '2021-ED02', 'Certificati di prevenzione incendi'],
    ['', 'Servizi per le famiglie', '2021-SC01', 'Nuovo menù della refezione'],
    ['', '', '2021-SC02', 'Pre-scuola e post-scuola'],
  ],
  '02 Sport': [
    ['Comune di Borgofiume'],
    ['Sport per tutti'],
    ['Le società sportive sono il cuore della vita della città: impianti, convenzioni e manifestazioni.'],
    [],
    PAGE_HEADER,
    ['02-Sport per tutti', 'Impianti sportivi', '2021-SP01', 'Rifacimento pista di atletica'],
    ['', '', '2021-SP02', 'Convenzioni con le società'],
    ['', 'Manifestazioni', '2021-SP03', 'Giochi della gioventù'],
  ],
  '03 Imprese': [
    ['Comune di Borgofiume'],
    ['Imprese e commercio'],
    ['Sostenere chi lavora: meno carta, tempi certi e un centro vivo anche la sera.'],
    [],
    PAGE_HEADER,
    ['01-Imprese e commercio', 'Semplificazione', '2021-SU01', 'Sportello unico digitale'],
    ['', 'Centro commerciale naturale', '2021-SU02', 'Bando vetrine'],
    ['', '', '2021-SU03', 'Mercato del sabato'],
  ],
  Indicatori: [
    ['Comune di Borgofiume'],
    ['Indicatori di performance organizzativa'],
    [],
    ['Vivere bene', 'Indicatore', 'Formula', '', 'fonte'],
    [
      'Scuole accoglienti',
      'Iscritti alla refezione',
      'alunni iscritti alla refezione / totale alunni',
      '%',
      'Scuola',
    ],
    ['Scuole accoglienti', 'Interventi sugli edifici', 'n. interventi conclusi', 'n.', 'Lavori pubblici'],
    ['Sport per tutti', 'Utilizzo degli impianti', 'ore di utilizzo / ore di apertura', '%', 'Sport'],
    [],
    ['Lavorare meglio', 'Indicatore', 'Formula', '', 'fonte'],
    [
      'Imprese e commercio',
      'Tempo medio di rilascio',
      'somma dei giorni / n. autorizzazioni',
      'giorni',
      'Suap',
    ],
    ['Imprese e commercio', 'Domande accolte', 'domande accolte / domande presentate', '%', 'Suap'],
  ],
};

/** A copy of a plan with rows of one sheet changed. */
export function changed(
  plan: ExamplePlan,
  sheet: string,
  change: (rows: CellValue[][]) => Rows | void,
): ExamplePlan {
  const rows = (plan[sheet] ?? []).map((row) => [...row]);
  return { ...plan, [sheet]: change(rows) ?? rows };
}

/** A copy with one cell changed: sheet, zero-based row and column. */
export function withCell(
  plan: ExamplePlan,
  sheet: string,
  row: number,
  column: number,
  value: CellValue,
): ExamplePlan {
  return changed(plan, sheet, (rows) => {
    const line = rows[row];
    if (line) line[column] = value;
  });
}

/** A text replaced wherever it stands alone in a cell. */
export function renamed(plan: ExamplePlan, from: string, to: string): ExamplePlan {
  return Object.fromEntries(
    Object.entries(plan).map(([sheet, rows]) => [
      sheet,
      rows.map((row) => row.map((value) => (value === from ? to : value))),
    ]),
  );
}
