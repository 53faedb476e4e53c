import type { WorkbookSnapshot } from '../../../src/workbook';
import { book, sheet } from '../../support/layouts/notation';

/** A coherent plan in one family of layouts: its workbooks as texts, sheet by sheet. */
export interface FamilyPlan {
  readonly family: string;
  readonly books: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The workbooks of a family's plan, as the mapping reads them. */
export function workbooksOf(plan: FamilyPlan): WorkbookSnapshot[] {
  return Object.entries(plan.books).map(([name, sheets]) =>
    book(name, ...Object.entries(sheets).map(([title, text]) => sheet(title, text))),
  );
}

/** A copy with a text replaced, the first time it stands somewhere or everywhere. */
export function planted(plan: FamilyPlan, from: string, to: string, everywhere = false): FamilyPlan {
  let found = false;
  const change = (text: string): string => {
    if (!text.includes(from) || (found && !everywhere)) return text;
    found = true;
    return everywhere ? text.replaceAll(from, to) : text.replace(from, to);
  };
  const books = Object.entries(plan.books).map(([name, sheets]) => [
    name,
    Object.fromEntries(Object.entries(sheets).map(([title, text]) => [title, change(text)])),
  ]);
  return { ...plan, books: Object.fromEntries(books) as FamilyPlan['books'] };
}

const one = (family: string, sheets: Readonly<Record<string, string>>): FamilyPlan => ({
  family,
  books: { [`${family}.xlsx`]: sheets },
});

/** One wide table: header on two rows, bands of owners, totals, notes, the code in the last column. */
export const WIDE = one('wide', {
  'PDO 2022': `
    COMUNE DI VALFIORITA
    PIANO DETTAGLIATO DEGLI OBIETTIVI 2022 - 2024
    .
    Obiettivo operativo DUP | Obiettivo gestionale | Peso | Tempi | | Indicatore | | | | | Cod. obiettivo
    | | % | Inizio | Fine | Descrizione | Formula | U.M. | Valore 2021 | Target 2022 |
    Responsabile: Dott.ssa Lorena Abeti
    Semplificare i servizi demografici | Sportello anagrafe on line | 60% | 01/01/2022 | 30/09/2022 | Pratiche on line | pratiche on line / totale pratiche | % | 20% | 60% | AG.01
    | Riordino dell’archivio storico | 40% | 01/02/2022 | 30/11/2022 | Metri lineari riordinati | metri lineari riordinati | ml | 0 | 120 | AG.02
    Totale pesi | | 100%
    Responsabile: Ing. Silvio Querci
    Scuole sicure e accoglienti | Adeguamento antincendio della scuola media | 50% | 01/03/2022 | 31/10/2022 | Lavori eseguiti | importo lavori eseguiti / importo lavori | % | 0% | 100% | ST.01
    Strade e illuminazione | Sostituzione dei lampioni con LED | 50% | 15/01/2022 | 15/12/2022 | Lampioni sostituiti | n. lampioni | n. | 100 | 450 | ST.02
    Totale pesi | | 100%
    .
    Nota: i pesi sono attribuiti dal Segretario generale.
  `,
});

/** One card per sheet: labels beside their values, with phases and indicators inside. */
export const CARDS = one('cards', {
  'Scheda 1': `
    COMUNE DI ROCCAMARA
    PIANO ESECUTIVO DI GESTIONE 2024 - SCHEDA OBIETTIVO
    Codice obiettivo | RM-2024-01
    Titolo obiettivo | Biblioteca aperta la sera
    Obiettivo operativo DUP | 2.1 - Cultura per tutte le età
    Responsabile | Dott.ssa Irene Salici
    Centro di responsabilità | Cultura e sport
    Peso | 70
    Tipologia | Sviluppo
    Descrizione | Estendere l’orario della biblioteca a tre sere la settimana.
    .
    FASI | INIZIO | FINE | PESO
    Turni del personale | 01/02/2024 | 31/03/2024 | 40
    Apertura serale | 01/04/2024 | 30/11/2024 | 60
    .
    INDICATORI | FORMULA | UNITÀ DI MISURA | VALORE 2023 | TARGET 2024
    Ore di apertura serale | ore di apertura | ore | 0 | 300
  `,
  'Scheda 2': `
    COMUNE DI ROCCAMARA
    PIANO ESECUTIVO DI GESTIONE 2024 - SCHEDA OBIETTIVO
    Codice obiettivo | RM-2024-02
    Titolo obiettivo | Manutenzione delle palestre
    Obiettivo operativo DUP | 2.2 - Sport di base
    Responsabile | Dott.ssa Irene Salici
    Centro di responsabilità | Cultura e sport
    Peso | 30
    Tipologia | Mantenimento
    Descrizione | Tenere in efficienza le quattro palestre.
    .
    FASI | INIZIO | FINE | PESO
    Controlli | 01/01/2024 | 30/06/2024 | 50
    Interventi | 01/07/2024 | 15/12/2024 | 50
    .
    INDICATORI | FORMULA | UNITÀ DI MISURA | VALORE 2023 | TARGET 2024
    Palestre controllate | palestre controllate / totale palestre | % | 100% | 100%
  `,
  'Scheda 3': `
    COMUNE DI ROCCAMARA
    PIANO ESECUTIVO DI GESTIONE 2024 - SCHEDA OBIETTIVO
    Codice obiettivo | RM-2024-03
    Titolo obiettivo | Tempi medi di pagamento delle fatture
    Obiettivo operativo DUP | 1.1 - Conti in ordine
    Responsabile | Rag. Dario Mele
    Centro di responsabilità | Ragioneria
    Peso | 100
    Tipologia | Sviluppo
    Descrizione | Art. 4-bis DL 13/2023.
    .
    FASI | INIZIO | FINE | PESO
    Controllo mensile | 01/01/2024 | 20/12/2024 | 100
    .
    INDICATORI | FORMULA | UNITÀ DI MISURA | VALORE 2023 | TARGET 2024
    Tempo medio di pagamento | giorni totali / n. fatture | giorni | 30 | non superiore a 28
  `,
});

/** Bands of the DUP over tables whose numbering restarts. */
export const BANDS = one('bands', {
  PEG: `
    Comune di Pratolungo - PEG 2021/2023
    .
    MISSIONE 04 - ISTRUZIONE E DIRITTO ALLO STUDIO
    PROGRAMMA 0406 - Servizi ausiliari all’istruzione
    OBIETTIVO STRATEGICO: Crescere insieme
    OBIETTIVO OPERATIVO: Scuola e famiglia
    N. | Obiettivo | Responsabile | Inizio | Fine | Indicatore | U.M. | Target 2021
    1 | Mensa biologica | Anna Tigli | 01/01/2021 | 31/08/2021 | Pasti biologici | n. | 12000
    2 | Trasporto scolastico elettrico | Anna Tigli | 01/03/2021 | 30/09/2021 | Scuolabus elettrici | n. | 2
    .
    MISSIONE 09 - SVILUPPO SOSTENIBILE E TUTELA DEL TERRITORIO E DELL’AMBIENTE
    PROGRAMMA 0903 - Rifiuti
    OBIETTIVO STRATEGICO: Un paese pulito
    OBIETTIVO OPERATIVO: Meno rifiuti
    N. | Obiettivo | Responsabile | Inizio | Fine | Indicatore | U.M. | Target 2021
    1 | Porta a porta in collina | Bruno Lecci | 01/02/2021 | 30/06/2021 | Famiglie servite | n. | 800
    2 | Nuovo centro di raccolta | Bruno Lecci | 01/04/2021 | 30/11/2021 | Centri aperti | n. | 1
  `,
});

/** One sheet per service, numbers that are unique only inside their sheet, the owner in the heading. */
export const LOCAL = one('local-numbers', {
  Ragioneria: `
    SERVIZIO RAGIONERIA - PEG 2025
    Responsabile: Rag. Livia Olmi
    N. | Obiettivo | Obiettivo operativo | Peso | Scadenza | Indicatore | Unità | Target
    n. 1 | Tempi di pagamento delle fatture | Finanza sana | 40 | 31/12/2025 | Giorni medi di ritardo | giorni | ≤ 0
    n. 2 | Inventario dei beni mobili | Finanza sana | 60 | 30/09/2025 | Beni inventariati | n. | 3000
  `,
  'Polizia locale': `
    SERVIZIO POLIZIA LOCALE - PEG 2025
    Responsabile: Comm. Tito Ebano
    N. | Obiettivo | Obiettivo operativo | Peso | Scadenza | Indicatore | Unità | Target
    n. 1 | Controlli serali | Città sicura | 50 | 30/11/2025 | Servizi serali | n. | 40
    n. 2 | Educazione stradale nelle scuole | Città sicura | 50 | 31/05/2025 | Classi coinvolte | n. | 24
  `,
  Demografici: `
    SERVIZI DEMOGRAFICI - PEG 2025
    Responsabile: Dott. Ugo Faggi
    N. | Obiettivo | Obiettivo operativo | Peso | Scadenza | Indicatore | Unità | Target
    n. 1 | Carta d’identità elettronica su appuntamento | Sportelli vicini | 70 | 30/06/2025 | Attesa media | giorni | 10
    n. 2 | Archivio di stato civile digitale | Sportelli vicini | 30 | 15/12/2025 | Atti digitalizzati | n. | 5000
  `,
});

/** Outline codes: 01, 0101, 01010601. */
export const OUTLINE_CODES = one('outline', {
  DUP: `
    Cod. ambito | Ambito | Cod. strategico | Obiettivo strategico | Cod. operativo | Obiettivo operativo
    01 | Amministrare bene | 0101 | Trasparenza e legalità | 010101 | Atti chiari
    01 | Amministrare bene | 0101 | Trasparenza e legalità | 010102 | Dati aperti
    02 | Vivere nel verde | 0201 | Parchi e alberi | 020101 | Nuovi alberi
  `,
  'Obiettivi PEG': `
    Piano esecutivo di gestione 2019-2021
    Cod. operativo | Codice PEG | Obiettivo PEG | Responsabile | Data inizio | Data fine
    010101 | 01010101 | Guida alla scrittura degli atti | Ada Bossi | 01/01/2019 | 30/06/2019
    010101 | 01010102 | Modelli degli atti più usati | Ada Bossi | 01/07/2019 | 30/11/2019
    010102 | 01010201 | Portale dei dati aperti | Ivo Carpini | 01/02/2019 | 31/10/2019
    020101 | 02010101 | Piantare duecento alberi | Elio Noci | 01/10/2019 | 15/12/2019
  `,
  Indicatori: `
    Codice PEG | Indicatore | Unità di misura | Target 2019 | Target 2020 | Target 2021
    01010101 | Uffici formati | n. | 8 | 10 | 12
    01010102 | Modelli pubblicati | n. | 15 | 20 | 25
    01010201 | Insiemi di dati pubblicati | n. | 10 | 20 | 30
    02010101 | Alberi piantati | n. | 200 | 200 | 200
  `,
});

/** No code of the DUP: link by name, in capitals, abbreviated, with an ordinal. */
export const BY_NAME = one('by-name', {
  DUP: `
    Obiettivo strategico | Obiettivo operativo
    Turismo sostenibile | Promozione del territorio
    Turismo sostenibile | Itinerari ciclabili
    Sociale e famiglie | Assistenza domiciliare
  `,
  Piano: `
    PEG 2020
    OBIETTIVO STRATEGICO | OBIETTIVO OPERATIVO | COD. | OBIETTIVO DI PEG | RESPONSABILE | DATA INIZIO | DATA FINE | INDICATORE | UNITÀ | TARGET
    01-TURISMO SOSTENIBILE | 01-PROMOZIONE DEL TERRITORIO | TS01 | FIERA DEI PRODOTTI LOCALI | NINO ALLORI | 01/03/2020 | 30/06/2020 | ESPOSITORI | N. | 60
    01-TURISMO SOSTENIBILE | 02-ITINERARI CICLABILI | TS02 | SEGNALETICA DELLA CICLOVIA | NINO ALLORI | 01/04/2020 | 31/10/2020 | KM SEGNALATI | KM | 18
    02-SOCIALE E FAMIGLIE | 01-ASSISTENZA DOMICILIARE | SF01 | PASTI A DOMICILIO | RITA PIOPPI | 01/01/2020 | 30/11/2020 | PASTI CONSEGNATI | N. | 9.000
  `,
});

/** Phases as rows with a month grid. */
export const MONTHS = one('month-grid', {
  Cronoprogramma: `
    PEG 2022 - cronoprogramma
    Codice | Obiettivo | Obiettivo operativo | Responsabile | Fase | Peso fase | G | F | M | A | M | G | L | A | S | O | N | D
    E.01 | Efficientamento del municipio | Risparmio energetico | Pia Cedri | Diagnosi | 30 | X | X | X | | | | | | | | |
    | | | | Lavori | 70 | | | | X | X | X | X | X | X | | |
    E.02 | Comunità energetica | Risparmio energetico | Pia Cedri | Statuto | 50 | | X | X | X | | | | | | | |
    | | | | Impianto | 50 | | | | | | X | X | X | X | X | |
  `,
  Indicatori: `
    Codice obiettivo | Indicatore | Formula | Unità di misura | Target 2022
    E.01 | Risparmio di energia | kWh risparmiati / kWh consumati | % | 15%
    E.02 | Soci della comunità | n. soci | n. | 50
  `,
});

/** Dates as text, targets as text, weights as fractions. */
export const TEXTS = one('weights', {
  Obiettivi: `
    PIANO OBIETTIVI 2021
    Codice | Obiettivo | Ob. operativo | Responsabile | Peso | Dal | Al | Indicatore | Formula | Unità | Valore atteso
    P1 | Catasto delle strade | Patrimonio noto | Ivo Terzi | 0,4 | 01.02.2021 | 31.10.2021 | Strade censite | strade censite / totale strade | % | almeno 90%
    P2 | Piano neve | Strade percorribili | Ivo Terzi | 0,6 | 01.09.2021 | 30.11.2021 | Piano approvato | | SI/NO | SI
    P3 | Mensa senza plastica | Scuole sostenibili | Eva Sarti | 0,35 | gennaio 2021 | giugno 2021 | Mense convertite | n. mense | n. | 4
    P4 | Centri estivi | Servizi alle famiglie | Eva Sarti | 0,65 | 01.05.2021 | 31.08.2021 | Iscritti | n. iscritti | n. | ≥ 150
  `,
});

/** Several indicators side by side in numbered columns. */
export const GROUPS = one('repeated-groups', {
  Piano: `
    PEG 2022
    Cod. | Obiettivo | Obiettivo operativo | Responsabile | Inizio | Fine | Indicatore 1 | Unità 1 | Target 1 | Indicatore 2 | Unità 2 | Target 2
    CU1 | Nuovo museo civico | Cultura diffusa | Gea Rovere | 01/01/2022 | 30/06/2022 | Sale allestite | n. | 5 | Inaugurazione | data | 30/06/2022
    CU2 | Stagione teatrale | Cultura diffusa | Gea Rovere | 01/09/2022 | 15/12/2022 | Spettacoli | n. | 12 | Spettatori | n. | 2400
    TU1 | Punto informativo in stazione | Accogliere i turisti | Lino Frassi | 01/03/2022 | 31/05/2022 | Apertura | SI/NO | SI | Contatti | n. | 5000
  `,
});

/** The files of two offices and the DUP of a third, joined. */
export const MERGED: FamilyPlan = {
  family: 'merge',
  books: {
    'dup.xlsx': {
      DUP: `
        Obiettivo strategico | Codice operativo | Obiettivo operativo
        Comune amico | 1.1 | Sportelli aperti
        Comune amico | 1.2 | Personale formato
        Paese bello | 2.1 | Verde curato
      `,
    },
    'segreteria.xlsx': {
      Obiettivi: `
        PEG 2020
        Codice | Obiettivo | Codice operativo | Responsabile | CdR | Data inizio | Data fine | Indicatore | Unità | Target 2020
        SG-01 | Sportello unico | 1.1 | Ines Gelsi | Segreteria | 01/01/2020 | 30/06/2020 | Sportelli uniti | n. | 3
        SG-02 | Piano della formazione | 1.2 | Ines Gelsi | Segreteria | 01/02/2020 | 30/04/2020 | Ore di corso | ore | 200
      `,
    },
    'tecnico.xlsx': {
      Obiettivi: `
        PEG 2020
        Codice | Obiettivo | Codice operativo | Responsabile | CdR | Data inizio | Data fine | Indicatore | Unità | Target 2020
        UT-01 | Giardino pubblico | 2.1 | Dino Sorbi | Tecnico | 01/03/2020 | 31/10/2020 | Aiuole rifatte | n. | 12
        UT-02 | Viali alberati | 2.1 | Dino Sorbi | Tecnico | 01/10/2020 | 15/12/2020 | Alberi piantati | n. | 40
      `,
    },
  },
};

/** Tables of phases and indicators beside a wide table, cards for the rest. */
export const MIXED = one('mixed', {
  'Quadro generale': `
    Piano esecutivo di gestione 2022/2024
    Codice | Obiettivo | Obiettivo operativo | Responsabile | Peso
    K-01 | Corsi obbligatori | Personale competente | Sara Cipressi | 45
    K-02 | Lavoro agile | Personale competente | Sara Cipressi | 55
  `,
  'Scheda K-03': `
    Piano esecutivo di gestione 2022/2024
    Codice obiettivo | K-03
    Titolo | Nuova intranet
    Obiettivo operativo | Uffici in rete
    Responsabile | Remo Ontani
    Peso | 100
    .
    Fasi | Data inizio | Data fine
    Scelta del sistema | 01/02/2022 | 31/05/2022
    Avvio | 01/06/2022 | 30/11/2022
  `,
  Fasi: `
    Codice obiettivo | Fase | Data inizio | Data fine
    K-01 | Calendario | 01/01/2022 | 28/02/2022
    K-01 | Lezioni | 01/03/2022 | 30/11/2022
    K-02 | Regolamento | 01/02/2022 | 30/04/2022
  `,
  Indicatori: `
    Codice obiettivo | Indicatore | Formula | Unità | Fonte | Target 2022 | Target 2023 | Target 2024
    K-01 | Dipendenti formati | dipendenti formati / totale dipendenti | % | Personale | 60% | 80% | 100%
    K-02 | Giornate di lavoro agile | n. giornate | n. | Personale | 800 | 900 | 1.000
    K-03 | Accessi alla intranet | n. accessi | n. | CED | 10.000 | 12.000 | 15.000
  `,
});

/** A clean plan of each family. */
export const FAMILIES: readonly FamilyPlan[] = [
  WIDE,
  CARDS,
  BANDS,
  LOCAL,
  OUTLINE_CODES,
  BY_NAME,
  MONTHS,
  TEXTS,
  GROUPS,
  MIXED,
  MERGED,
];
