import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Schede obiettivo with their labels above, beside and inside, as offices of several towns fill them in. */
export const townsSchede: readonly LayoutFixture[] = [
  layout(
    'schede-labels-above',
    'cards',
    book(
      'Schede PDO Valcerro.xlsx',
      sheet(
        'Servizi cimiteriali',
        `
        AREA SERVIZI TECNICI
        .
        N. OBIETTIVO | DENOMINAZIONE | | PUNTEGGIO PESO
        1 | Digitalizzare il registro delle concessioni | | #60
        REFERENTE | | UFFICI DI SUPPORTO |
        Pia Sambuco | | Anagrafe |
        MOTIVAZIONE
        Le famiglie chiedono copie che oggi si cercano a mano.
        ATTIVITÀ | | SCADENZA | PESO
        Scansione dei registri | | 31/05/2026 | #50
        Avvio della consultazione | | 30/11/2026 | #50
        INDICATORE | MODALITÀ DI CALCOLO | UNITÀ DI MISURA | VALORE ATTESO
        Registri scansiti | | n. | #12
        .
        .
        N. OBIETTIVO | DENOMINAZIONE | | PUNTEGGIO PESO
        2 | Nuovo campo di inumazione | | #40
        REFERENTE | | UFFICI DI SUPPORTO |
        Ugo Sambuco | | |
        MOTIVAZIONE
        Il campo attuale è esaurito.
        ATTIVITÀ | | SCADENZA | PESO
        Progetto | | 30/06/2026 | #100
        INDICATORE | MODALITÀ DI CALCOLO | UNITÀ DI MISURA | VALORE ATTESO
        Posti pronti | | n. | #40
        `,
        ['B3:C3', 'B4:C4', 'B16:C16', 'B17:C17'],
      ),
      sheet(
        'Verde',
        `
        AREA SERVIZI TECNICI
        .
        N. OBIETTIVO | DENOMINAZIONE | | PUNTEGGIO PESO
        1 | Censimento degli alberi | | #100
        REFERENTE | | UFFICI DI SUPPORTO |
        Lia Ontano | | Urbanistica |
        MOTIVAZIONE
        Il piano del verde parte da quanti alberi ci sono.
        ATTIVITÀ | | SCADENZA | PESO
        Rilievo dei viali | | 31/07/2026 | #100
        INDICATORE | MODALITÀ DI CALCOLO | UNITÀ DI MISURA | VALORE ATTESO
        Alberi censiti | censiti / stimati | % | #80
        `,
        ['B3:C3', 'B4:C4'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight | centre
        1 | Digitalizzare il registro delle concessioni | Pia Sambuco | 60 | AREA SERVIZI TECNICI
        2 | Nuovo campo di inumazione | Ugo Sambuco | 40 | AREA SERVIZI TECNICI
        1 | Censimento degli alberi | Lia Ontano | 100 | AREA SERVIZI TECNICI
      `),
      phases: phases(`
        of | title | end | weight
        Digitalizzare il registro delle concessioni | Scansione dei registri | 2026-05-31 | 50
        Digitalizzare il registro delle concessioni | Avvio della consultazione | 2026-11-30 | 50
        Nuovo campo di inumazione | Progetto | 2026-06-30 | 100
        Censimento degli alberi | Rilievo dei viali | 2026-07-31 | 100
      `),
      indicators: indicators(`
        of | title | unit | targets
        Digitalizzare il registro delle concessioni | Registri scansiti | n. | 12
        Nuovo campo di inumazione | Posti pronti | n. | 40
        Censimento degli alberi | Alberi censiti | % | 80
      `),
    },
  ),
  layout(
    'schede-opened-by-their-objective',
    'cards',
    book(
      'PEG 2026 Roccalta.xlsx',
      sheet(
        'PEG',
        `
        SCHEDE DEGLI OBIETTIVI DEI RESPONSABILI - ANNO 2026
        .
        Ob.~4.01.02~- Più nidi per le famiglie
        Indirizzo strategico: 4 - Crescere a Roccalta
        Obiettivo operativo DUP: 4.01 - Servizi da zero a sei anni
        Servizio: Politiche educative
        Dirigente: Ines Salice
        Attività | | Dal | Al
        Bando | | 01/02/2026 | 31/03/2026
        Avvio delle sezioni | | 01/09/2026 | 30/09/2026
        Indicatore | Formula | Anno 2025 | Atteso 2026
        Posti offerti | | #90 | #104
        .
        Ob.~4.02.01~- Mense a chilometro zero
        Indirizzo strategico: 4 - Crescere a Roccalta
        Obiettivo operativo DUP: 4.02 - Scuole che nutrono
        Servizio: Politiche educative
        Dirigente: Ines Salice
        Attività | | Dal | Al
        Capitolato | | 01/01/2026 | 30/04/2026
        Passaggio al nuovo fornitore | | 01/09/2026 | 31/10/2026
        Indicatore | Formula | Anno 2025 | Atteso 2026
        Pasti biologici | pasti bio / pasti | #40 | #60
        `,
        ['A3:D3', 'A14:D14'],
      ),
    ),
    {
      areas: ['Crescere a Roccalta'],
      operatings: ['Servizi da zero a sei anni', 'Scuole che nutrono'],
      pegs: pegs(`
        code | title | under | owner | centre
        4.01.02 | Più nidi per le famiglie | Servizi da zero a sei anni | Ines Salice | Politiche educative
        4.02.01 | Mense a chilometro zero | Scuole che nutrono | Ines Salice | Politiche educative
      `),
      phases: phases(`
        of | title | start | end
        4.01.02 | Bando | 2026-02-01 | 2026-03-31
        4.01.02 | Avvio delle sezioni | 2026-09-01 | 2026-09-30
        4.02.01 | Capitolato | 2026-01-01 | 2026-04-30
        4.02.01 | Passaggio al nuovo fornitore | 2026-09-01 | 2026-10-31
      `),
      indicators: indicators(`
        of | title | targets | baselines
        4.01.02 | Posti offerti | 2026=104 | 2025=90
        4.02.01 | Pasti biologici | 2026=60 | 2025=40
      `),
    },
  ),
  layout(
    'schede-office-once-for-several',
    'cards',
    book(
      'Schede per centro.xlsx',
      sheet(
        'Affari generali',
        `
        COMUNE DI SASSOVERDE
        Centro di responsabilità: Segreteria
        Responsabile: Ada Frassino
        .
        SCHEDA OBIETTIVO DI GESTIONE
        Codice | SEG-1 | Peso | #50
        Obiettivo | Albo pretorio accessibile
        Risorse umane coinvolte | Archivio
        .
        Fasi | G | F | M | A | M | G | L | A | S | O | N | D
        Analisi dei formati | x | x | x
        Nuovi modelli di atto | | | | x | x | x
        .
        SCHEDA OBIETTIVO DI GESTIONE
        Codice | SEG-2 | Peso | #50
        Obiettivo | Archivio di deposito ordinato
        .
        Fasi | G | F | M | A | M | G | L | A | S | O | N | D
        Scarto degli atti | | | | | | | | | x | x
        .
        .
        Centro di responsabilità: Personale
        Responsabile: Bruno Frassino
        .
        SCHEDA OBIETTIVO DI GESTIONE
        Codice | PER-1 | Peso | #100
        Obiettivo | Concorsi in sei mesi
        .
        Fasi | G | F | M | A | M | G | L | A | S | O | N | D
        Bandi tipo | x | x
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        SEG-1 | Albo pretorio accessibile | Ada Frassino | Segreteria | 50
        SEG-2 | Archivio di deposito ordinato | Ada Frassino | Segreteria | 50
        PER-1 | Concorsi in sei mesi | Bruno Frassino | Personale | 100
      `),
      phases: phases(`
        of | title | months
        SEG-1 | Analisi dei formati | 1,2,3
        SEG-1 | Nuovi modelli di atto | 4,5,6
        SEG-2 | Scarto degli atti | 9,10
        PER-1 | Bandi tipo | 1,2
      `),
    },
  ),
  layout(
    'schede-phases-as-labels',
    'cards',
    book(
      'obiettivi polizia.xlsx',
      sheet(
        'PL',
        `
        PIANO OBIETTIVI 2026 - POLIZIA LOCALE
        .
        Codice obiettivo: | PL/1
        Titolo dell’obiettivo: | Strade più sicure davanti alle scuole
        Comandante: | Rita Quercia
        Fase 1: | Turni all’ingresso
        Tempi fase 1: | dal 15/01/2026 al 10/06/2026
        Peso fase 1: | #40
        Fase 2: | Zone a trenta all’ora
        Tempi fase 2: | giugno - settembre 2026
        Peso fase 2: | #60
        Indicatore 1: | Servizi resi in strada
        Unità di misura 1: | n.
        Valore atteso 1: | #180
        Indicatore 2: | Zone istituite
        Valore atteso 2: | #3
        .
        Codice obiettivo: | PL/2
        Titolo dell’obiettivo: | Indicatori di sicurezza urbana in rete
        Comandante: | Rita Quercia
        Fase 1: | Avvio del portale
        Tempi fase 1: | dal 01/03/2026 al 30/06/2026
        Indicatore 1: | Avvio in linea
        Valore atteso 1: | SI
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        PL/1 | Strade più sicure davanti alle scuole | Rita Quercia
        PL/2 | Indicatori di sicurezza urbana in rete | Rita Quercia
      `),
      phases: phases(`
        of | title | start | end | weight
        PL/1 | Turni all’ingresso | 2026-01-15 | 2026-06-10 | 40
        PL/1 | Zone a trenta all’ora | 2026-06-01 | 2026-09-30 | 60
        PL/2 | Avvio del portale | 2026-03-01 | 2026-06-30
      `),
      indicators: indicators(`
        of | title | unit | targets
        PL/1 | Servizi resi in strada | n. | 180
        PL/1 | Zone istituite | | 3
        PL/2 | Avvio in linea | | SI
      `),
    },
  ),
  layout(
    'schede-in-columns',
    'cards',
    book(
      'Quadro obiettivi.xlsx',
      sheet(
        'Cultura',
        `
        Servizio: Biblioteca e archivio
        .
        Cod. | BIB-A | BIB-B | BIB-C
        Titolo obiettivo | Prestito a domicilio | Gruppi di lettura | Fondo antico in rete
        Responsabile | Elsa Mirto | Elsa Mirto | Dino Mirto
        Ponderazione % | #50 | #30 | #20
        Indicatore | Prestiti consegnati | Gruppi attivi | Volumi descritti
        U.M. | n. | n. | %
        Target 2026 | #400 | #8 | #75
        Note | | avviato nel 2025 |
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        BIB-A | Prestito a domicilio | Elsa Mirto | 50
        BIB-B | Gruppi di lettura | Elsa Mirto | 30
        BIB-C | Fondo antico in rete | Dino Mirto | 20
      `),
      indicators: indicators(`
        of | title | unit | targets
        BIB-A | Prestiti consegnati | n. | 2026=400
        BIB-B | Gruppi attivi | n. | 2026=8
        BIB-C | Volumi descritti | % | 2026=75
      `),
    },
  ),
];
