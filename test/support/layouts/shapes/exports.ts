import { book, indicators, layout, pegs, phases, sheet } from '../notation';
import type { LayoutFixture } from '../types';

/** Exports of management software: all levels in the rows of one table, put under each other by ids and levels. */
export const exports: readonly LayoutFixture[] = [
  layout(
    'export-with-ranks-and-legend',
    'exports',
    book(
      'estrazione.xlsx',
      sheet(
        'T_NODI',
        `
        Progr | IdNodo | IdNodoSuperiore | Rango | Testo | Referente | DataAvvio | DataChiusura | Peso | UtenteModifica
        #1 | 7015 | 7003 | D | Pulizia dei fossi | Ivo Tasso | 01/03/2025 | 30/06/2025 | 60 | ADM
        #2 | 7001 | | A | Un paese che cresce | | | | | ADM
        #3 | 7002 | 7001 | B | Acque sicure | | | | | ADM
        #4 | 7003 | 7002 | C | Manutenzione dei canali | Ivo Tasso | 01/01/2025 | 31/12/2025 | 40 | ADM
        #5 | 7016 | 7003 | D | Collaudo degli argini | Ivo Tasso | 01/07/2025 | 31/12/2025 | 40 | ADM
        #6 | 7004 | 7002 | C | Nuova vasca di raccolta | Ida Gelso | 01/01/2025 | 30/11/2025 | 60 | ADM
        #7 | 7017 | 7004 | D | Progetto della vasca | Ida Gelso | 01/01/2025 | 30/04/2025 | 50 | ADM
        #8 | 7018 | 7004 | D | Gara e lavori | Ida Gelso | 01/05/2025 | 30/11/2025 | 50 | ADM
        #9 | 7005 | | A | Un paese che accoglie | | | | | ADM
        #10 | 7006 | 7005 | B | Case per tutti | | | | | ADM
        #11 | 7007 | 7006 | C | Bando per gli alloggi | Lea Sorbo | 01/01/2025 | 31/10/2025 | 100 | ADM
        #12 | 7019 | 7007 | D | Pubblicazione del bando | Lea Sorbo | 01/02/2025 | 31/03/2025 | 30 | ADM
        #13 | 7020 | 7007 | D | Graduatoria | Lea Sorbo | 01/04/2025 | 31/10/2025 | 70 | ADM
        `,
      ),
      sheet(
        'T_RANGHI',
        `
        Rango | Significato
        A | Obiettivo strategico
        B | Obiettivo operativo
        C | Obiettivo esecutivo
        D | Attività
        `,
      ),
    ),
    {
      areas: [],
      strategics: ['Un paese che cresce', 'Un paese che accoglie'],
      operatings: ['Acque sicure', 'Case per tutti'],
      pegs: pegs(`
        code | title | under | owner | weight
        7003 | Manutenzione dei canali | Acque sicure | Ivo Tasso | 40
        7004 | Nuova vasca di raccolta | Acque sicure | Ida Gelso | 60
        7007 | Bando per gli alloggi | Case per tutti | Lea Sorbo | 100
      `),
      phases: phases(`
        of | title | start | end | weight
        Manutenzione dei canali | Pulizia dei fossi | 2025-03-01 | 2025-06-30 | 60
        Manutenzione dei canali | Collaudo degli argini | 2025-07-01 | 2025-12-31 | 40
        Nuova vasca di raccolta | Progetto della vasca | 2025-01-01 | 2025-04-30 | 50
        Nuova vasca di raccolta | Gara e lavori | 2025-05-01 | 2025-11-30 | 50
        Bando per gli alloggi | Pubblicazione del bando | 2025-02-01 | 2025-03-31 | 30
        Bando per gli alloggi | Graduatoria | 2025-04-01 | 2025-10-31 | 70
      `),
    },
  ),
  layout(
    'export-with-parents-only',
    'exports',
    book(
      'exp_2024.xlsx',
      sheet(
        'Voci',
        `
        COD_VOCE | DES_VOCE | COD_VOCE_MADRE | DES_UFF | RESP | PESO
        N-0001 | Ente trasparente | | | |
        N-0002 | Ente sostenibile | | | |
        N-0101 | Atti alla portata di tutti | N-0001 | | |
        N-0102 | Meno carta | N-0001 | | |
        N-0103 | Energia pulita | N-0002 | | |
        N-0201 | Albo in linea accessibile | N-0101 | | |
        N-0202 | Fascicoli digitali | N-0102 | | |
        N-0203 | Pannelli sui tetti | N-0103 | | |
        N-0301 | Revisione del sito | N-0201 | Ufficio web | Elio Pino | 50
        N-0302 | Guida agli atti | N-0201 | Ufficio web | Elio Pino | 50
        N-0303 | Scansione degli archivi | N-0202 | Ufficio archivio | Rita Faggio | 100
        N-0304 | Tetto della scuola media | N-0203 | Ufficio energia | Ugo Larice | 60
        N-0305 | Tetto della palestra | N-0203 | Ufficio energia | Ugo Larice | 40
        N-0306 | Tetto del magazzino | N-0999 | Ufficio energia | Ugo Larice | 20
        `,
      ),
      sheet(
        'Misure',
        `
        ID_MISURA | COD_NODO | DES_IND | FORMULA | UM | VAL_ATT
        1 | N-0301 | Pagine rifatte | pagine rifatte / pagine totali | % | 80
        2 | N-0303 | Faldoni scansionati | faldoni scansionati | n. | 400
        3 | N-0304 | Potenza installata | potenza installata | kW | 30
        `,
      ),
    ),
    {
      areas: ['Ente trasparente', 'Ente sostenibile'],
      strategics: ['Atti alla portata di tutti', 'Meno carta', 'Energia pulita'],
      operatings: ['Albo in linea accessibile', 'Fascicoli digitali', 'Pannelli sui tetti'],
      pegs: pegs(`
        code | title | under | owner | weight
        N-0301 | Revisione del sito | Albo in linea accessibile | Elio Pino | 50
        N-0302 | Guida agli atti | Albo in linea accessibile | Elio Pino | 50
        N-0303 | Scansione degli archivi | Fascicoli digitali | Rita Faggio | 100
        N-0304 | Tetto della scuola media | Pannelli sui tetti | Ugo Larice | 60
        N-0305 | Tetto della palestra | Pannelli sui tetti | Ugo Larice | 40
        N-0306 | Tetto del magazzino | | Ugo Larice | 20
      `),
      indicators: indicators(`
        of | title
        N-0301 | Pagine rifatte
        N-0303 | Faldoni scansionati
        N-0304 | Potenza installata
      `),
    },
  ),
  layout(
    'export-with-level-numbers-in-order',
    'exports',
    book(
      'stampa programma.xlsx',
      sheet(
        'Foglio1',
        `
        Liv. | Denominazione | Settore | Resp. | Scadenza
        1 | Una scuola per tutti | | |
        2 | Edifici sicuri | | |
        3 | Verifiche antisismiche | Lavori pubblici | Ada Cedro | 31/05/2025
        3 | Nuovi infissi alla primaria | Lavori pubblici | Ada Cedro | 30/09/2025
        2 | Mense di qualità | | |
        3 | Capitolato biologico | Istruzione | Bice Noce | 30/06/2025
        1 | Una piazza viva | | |
        2 | Mercati e fiere | | |
        3 | Fiera d'autunno | Commercio | Carlo Ontano | 31/10/2025
        3 | Mercato contadino | Commercio | Carlo Ontano |
        `,
      ),
    ),
    {
      strategics: ['Una scuola per tutti', 'Una piazza viva'],
      operatings: ['Edifici sicuri', 'Mense di qualità', 'Mercati e fiere'],
      pegs: pegs(`
        code | title | under | owner | end
        - | Verifiche antisismiche | Edifici sicuri | Ada Cedro | 2025-05-31
        - | Nuovi infissi alla primaria | Edifici sicuri | Ada Cedro | 2025-09-30
        - | Capitolato biologico | Mense di qualità | Bice Noce | 2025-06-30
        - | Fiera d'autunno | Mercati e fiere | Carlo Ontano | 2025-10-31
        - | Mercato contadino | Mercati e fiere | Carlo Ontano
      `),
    },
  ),
  layout(
    'export-with-ids-beside-codes',
    'exports',
    book(
      'db_obiettivi.xlsx',
      sheet(
        'obiettivi',
        `
        id_obiettivo | id_padre | livello | codice | titolo | servizio | responsabile
        501 | | 1 | 1 | Comune semplice | |
        502 | 501 | 2 | 1.1 | Servizi in rete | |
        503 | 502 | 3 | 1.1.1 | Sportelli digitali | |
        504 | 503 | 4 | 1.1.1.1 | Pagamenti in linea | Tributi | Ada Cedro
        505 | 503 | 4 | 1.1.1.2 | Certificati da casa | Anagrafe | Bice Noce
        509 | | 1 | 2 | Comune verde | |
        510 | 509 | 2 | 2.1 | Aria pulita | |
        511 | 510 | 3 | 2.1.1 | Meno auto | |
        512 | 511 | 4 | 2.1.1.1 | Domeniche a piedi | Polizia locale | Carlo Ontano
        `,
      ),
      sheet(
        'indicatori',
        `
        id_indicatore | id_obiettivo | descrizione_indicatore | unita_misura | valore_atteso
        1 | 504 | Pagamenti ricevuti in linea | % | 70
        2 | 505 | Certificati scaricati | n. | 900
        3 | 512 | Domeniche senza auto | n. | 4
        `,
      ),
    ),
    {
      areas: ['Comune semplice', 'Comune verde'],
      strategics: ['Servizi in rete', 'Aria pulita'],
      operatings: ['Sportelli digitali', 'Meno auto'],
      pegs: pegs(`
        code | title | under | owner | centre
        1.1.1.1 | Pagamenti in linea | Sportelli digitali | Ada Cedro | Tributi
        1.1.1.2 | Certificati da casa | Sportelli digitali | Bice Noce | Anagrafe
        2.1.1.1 | Domeniche a piedi | Meno auto | Carlo Ontano | Polizia locale
      `),
      indicators: indicators(`
        of | title | unit
        Pagamenti in linea | Pagamenti ricevuti in linea | %
        Certificati da casa | Certificati scaricati | n.
        Domeniche a piedi | Domeniche senza auto | n.
      `),
    },
  ),
  layout(
    'export-with-level-words-nobody-knows',
    'exports',
    book(
      'piano.xlsx',
      sheet(
        'Elenco',
        `
        Gradino | Voce | Chi segue | Fine
        Pilastro | Vicini alle persone | |
        Cantiere | Cure a domicilio | |
        Impegno | Nuovo servizio pasti | Eva Timo | 31/12/2025
        Impegno | Telefono amico | Eva Timo | 30/06/2025
        Cantiere | Tempo libero | |
        Impegno | Orti degli anziani | Aldo Nespolo | 30/09/2025
        Pilastro | Strade sicure | |
        Cantiere | Pedoni protetti | |
        Impegno | Attraversamenti rialzati | Tina Bosso | 31/10/2025
        Impegno | Zone a trenta all'ora | Tina Bosso | 30/11/2025
        `,
      ),
    ),
    {
      strategics: ['Vicini alle persone', 'Strade sicure'],
      operatings: ['Cure a domicilio', 'Tempo libero', 'Pedoni protetti'],
      pegs: pegs(`
        code | title | under | end
        - | Nuovo servizio pasti | Cure a domicilio | 2025-12-31
        - | Telefono amico | Cure a domicilio | 2025-06-30
        - | Orti degli anziani | Tempo libero | 2025-09-30
        - | Attraversamenti rialzati | Pedoni protetti | 2025-10-31
        - | Zone a trenta all'ora | Pedoni protetti | 2025-11-30
      `),
    },
  ),
];
