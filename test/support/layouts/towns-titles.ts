import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Offices and owners in titles and bands, labels above their values between tables. */
export const townsTitles: readonly LayoutFixture[] = [
  layout(
    'office-and-owner-in-the-title',
    'bands',
    book(
      'Foglio.xlsx',
      sheet(
        'Foglio1',
        `
        COMUNE DI VALCHIARA
        PDO 2026 - AREA AMMINISTRATIVA (Resp. Ivo Nocciolo)
        N. | Obiettivo | Peso | Indicatore | Target
        1 | Archivio digitale | 50 | Atti scansionati | 3500
        2 | Carta dei servizi | 50 | Carta approvata | SI
        .
        PDO 2026 - AREA TECNICA (Resp. Ada Frassino)
        N. | Obiettivo | Peso | Indicatore | Target
        1 | Catasto delle strade | 60 | Km censiti | 40
        2 | Orti urbani | 40 | Orti assegnati | 12
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        1 | Archivio digitale | Ivo Nocciolo | AREA AMMINISTRATIVA | 50
        2 | Carta dei servizi | Ivo Nocciolo | AREA AMMINISTRATIVA | 50
        1 | Catasto delle strade | Ada Frassino | AREA TECNICA | 60
        2 | Orti urbani | Ada Frassino | AREA TECNICA | 40
      `),
      indicators: indicators(`
        of | title | targets
        Archivio digitale | Atti scansionati | 3500
        Carta dei servizi | Carta approvata | SI
        Catasto delle strade | Km censiti | 40
        Orti urbani | Orti assegnati | 12
      `),
    },
  ),
  layout(
    'labels-above-values-then-tables',
    'cards',
    book(
      'Scheda.xlsx',
      sheet(
        'SCHEDA',
        `
        SCHEDA OBIETTIVO
        CODICE OBIETTIVO | TITOLO OBIETTIVO | | PESO
        AM-2026-01 | Piano del verde | | 40%
        DIRIGENTE | SERVIZIO | ASSESSORE |
        Carlo Ontano | Verde pubblico | Verdi |
        OBIETTIVO STRATEGICO DUP | OBIETTIVO OPERATIVO DUP | |
        Città verde | Parchi curati | |
        INDICATORI DI RISULTATO
        Tipo | Descrizione | U.M. | Valore atteso
        Efficacia | Alberi censiti | n. | 2.000
        Efficienza | Costo per albero | € | 15
        CRONOPROGRAMMA
        Fase | Descrizione | Dal | Al
        1 | Capitolato | 01/01/2026 | 31/03/2026
        2 | Rilievo | 01/04/2026 | 30/11/2026
        `,
      ),
    ),
    {
      strategics: ['Città verde'],
      operatings: ['Parchi curati'],
      pegs: pegs(`
        code | title | under | owner | centre | weight
        AM-2026-01 | Piano del verde | Parchi curati | Carlo Ontano | Verde pubblico | 40
      `),
      indicators: indicators(`
        of | title | unit | targets
        AM-2026-01 | Alberi censiti | n. | 2.000
        AM-2026-01 | Costo per albero | € | 15
      `),
      phases: phases(`
        of | title | start | end
        AM-2026-01 | Capitolato | 2026-01-01 | 2026-03-31
        AM-2026-01 | Rilievo | 2026-04-01 | 2026-11-30
      `),
    },
  ),
  layout(
    'owner-before-office-in-the-band',
    'bands',
    book(
      'Obiettivi.xlsx',
      sheet(
        'Obiettivi',
        `
        Codice | Obiettivo operativo DUP | Obiettivo gestionale | Indicatore | Formula | UM | Baseline 2025 | Target 2026 | Peso
        Responsabile: Dott. Ivo Nocciolo - Settore Affari generali
        AG1 | Comune digitale | SPID per tutti i servizi | Servizi con SPID | servizi con SPID / servizi online | % | 60% | 100% | 60
        AG2 | Comune digitale | Fascicolo del dipendente | Fascicoli aperti | n. fascicoli | n. | 0 | 120 | 40
        Totale peso | | | | | | | | 100
        Responsabile: Dott.ssa Rosa Salice - Settore Finanze
        FI1 | Conti in ordine | Meno residui | Residui riscossi | residui riscossi / residui iniziali | % | 30% | 45% | 100
        Totale peso | | | | | | | | 100
        `,
      ),
    ),
    {
      operatings: ['Comune digitale', 'Conti in ordine'],
      pegs: pegs(`
        code | title | under | owner | centre | weight
        AG1 | SPID per tutti i servizi | Comune digitale | Dott. Ivo Nocciolo | Settore Affari generali | 60
        AG2 | Fascicolo del dipendente | Comune digitale | Dott. Ivo Nocciolo | Settore Affari generali | 40
        FI1 | Meno residui | Conti in ordine | Dott.ssa Rosa Salice | Settore Finanze | 100
      `),
      indicators: indicators(`
        of | title | formula | unit | baselines | targets
        AG1 | Servizi con SPID | servizi con SPID / servizi online | % | 2025=60% | 2026=100%
        AG2 | Fascicoli aperti | n. fascicoli | n. | 2025=0 | 2026=120
        FI1 | Residui riscossi | residui riscossi / residui iniziali | % | 2025=30% | 2026=45%
      `),
    },
  ),
  layout(
    'texts-broken-by-hand',
    'wide',
    book(
      'Obiettivi.xlsx',
      sheet(
        'OBIETTIVI 2026',
        `
        OBIETTIVI DI PERFORMANCE⏎ANNO 2026
        Area di⏎responsabilità | N.⏎ob. | Obiettivo⏎(descrizione sintetica) | Peso⏎% | Indicatore⏎di risultato | Risultato⏎atteso
        Area 1⏎Amministrativa | 1 | Aggiornare il⏎regolamento di⏎polizia mortuaria | 30 | Delibera di⏎Consiglio | entro⏎31/10
         | 2 | Informatizzare le⏎presenze | 70 | Dipendenti⏎abilitati | 100%
        Area 2⏎Tecnica | 1 | Efficienza⏎energetica | 100 | Edifici | 2
        `,
        ['A3:A4'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | centre | weight
        1 | Aggiornare il regolamento di polizia mortuaria | Area 1 Amministrativa | 30
        2 | Informatizzare le presenze | Area 1 Amministrativa | 70
        1 | Efficienza energetica | Area 2 Tecnica | 100
      `),
      indicators: indicators(`
        of | title
        Aggiornare il regolamento di polizia mortuaria | Delibera di Consiglio
        Informatizzare le presenze | Dipendenti abilitati
        Efficienza energetica | Edifici
      `),
    },
  ),
  layout(
    'labels-merged-right-above-the-table',
    'cards',
    book(
      'Scheda.xlsx',
      sheet(
        'Scheda 12',
        `
        PIANO DELLA PERFORMANCE 2026
        Struttura | | Area Cultura e Turismo |
        Responsabile | | Anna Quercia |
        Obiettivo strategico | | Città d'arte |
        Obiettivo operativo | | Musei aperti |
        Obiettivo gestionale n. | | 12 |
        Descrizione obiettivo | | Nuovo allestimento del museo civico |
        Peso obiettivo | | 35% |
        Altri uffici coinvolti | | Lavori pubblici |
        Attività | | Scadenza | Peso attività
        Progetto di allestimento | | 30/04/2026 | 50
        Lavori | | 30/11/2026 | 50
        Indicatori | | Valore di partenza | Valore atteso
        Visitatori | | 10.000 | 12.000
        `,
        [
          ...['A2:B2', 'A3:B3', 'A4:B4', 'A5:B5', 'A6:B6', 'A7:B7', 'A8:B8', 'A9:B9'],
          ...['A10:B10', 'A11:B11', 'A12:B12', 'A13:B13', 'A14:B14'],
        ],
      ),
    ),
    {
      strategics: ["Città d'arte"],
      operatings: ['Musei aperti'],
      pegs: pegs(`
        code | title | under | owner | centre | weight | participants
        12 | Nuovo allestimento del museo civico | Musei aperti | Anna Quercia | Area Cultura e Turismo | 35 | Lavori pubblici
      `),
      phases: phases(`
        of | title | end | weight
        12 | Progetto di allestimento | 2026-04-30 | 50
        12 | Lavori | 2026-11-30 | 50
      `),
      indicators: indicators(`
        of | title | baselines | targets
        12 | Visitatori | 10.000 | 12.000
      `),
    },
  ),
  layout(
    'shared-and-own-objectives-under-headings',
    'bands',
    book(
      'Settore 2.xlsx',
      sheet(
        'Settore 2',
        `
        SETTORE 2 – TECNICO
        OBIETTIVI TRASVERSALI (comuni a tutti i settori)
        N. | Obiettivo | Peso | Indicatore | Target
        T1 | Anticorruzione | 10 | Misure attuate | 100%
        T2 | Tempi di pagamento | 30 | Giorni di ritardo | 0
        OBIETTIVI SPECIFICI
        N. | Obiettivo | Peso | Indicatore | Target
        S1 | Piano asfalti | 30 | Km | 12
        S2 | Scuole sicure | 30 | Certificati | 3
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | centre | weight
        T1 | Anticorruzione | SETTORE 2 – TECNICO | 10
        T2 | Tempi di pagamento | SETTORE 2 – TECNICO | 30
        S1 | Piano asfalti | SETTORE 2 – TECNICO | 30
        S2 | Scuole sicure | SETTORE 2 – TECNICO | 30
      `),
      indicators: indicators(`
        of | title | targets
        T1 | Misure attuate | 100%
        T2 | Giorni di ritardo | 0
        S1 | Km | 12
        S2 | Certificati | 3
      `),
    },
  ),
  layout(
    'half-a-year-of-months',
    'month-grid',
    book(
      'Cronoprogramma.xlsx',
      sheet(
        'Cronoprogramma',
        `
        OBIETTIVO 3: Nuovo archivio
        Responsabile: Ivo Nocciolo
        Fasi | Gen | Feb | Mar | Apr | Mag | Giu
        Ricognizione | x | x | | | |
        Trasloco | | | x | x | |
        Collaudo | | | | | x | x
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        3 | Nuovo archivio | Ivo Nocciolo
      `),
      phases: phases(`
        of | title | months
        3 | Ricognizione | 1,2
        3 | Trasloco | 3,4
        3 | Collaudo | 5,6
      `),
    },
  ),
  layout(
    'levels-in-a-sheet-named-for-offices',
    'outline',
    book(
      'Albero.xlsx',
      sheet(
        'Struttura',
        `
        Codice | Livello | Descrizione | Responsabile tecnico
        01 | Missione | Servizi istituzionali |
        01.01 | Obiettivo strategico | Comune efficiente |
        01.01.01 | Obiettivo operativo | Semplificare le procedure |
        01.01.01.01 | Obiettivo gestionale | Modulistica unica | Ivo Nocciolo
        01.01.01.02 | Obiettivo gestionale | Firma digitale | Ivo Nocciolo
        01.01.02 | Obiettivo operativo | Controllo dei conti |
        01.01.02.01 | Obiettivo gestionale | Bilancio consolidato | Rosa Salice
        09 | Missione | Ambiente |
        09.01 | Obiettivo strategico | Comune verde |
        09.01.01 | Obiettivo operativo | Parchi |
        09.01.01.01 | Obiettivo gestionale | Nuovo parco | Carlo Ontano
        `,
      ),
    ),
    {
      areas: ['Servizi istituzionali', 'Ambiente'],
      strategics: ['Comune efficiente', 'Comune verde'],
      operatings: ['Semplificare le procedure', 'Controllo dei conti', 'Parchi'],
      pegs: pegs(`
        code | title | under | owner
        01.01.01.01 | Modulistica unica | Semplificare le procedure | Ivo Nocciolo
        01.01.01.02 | Firma digitale | Semplificare le procedure | Ivo Nocciolo
        01.01.02.01 | Bilancio consolidato | Controllo dei conti | Rosa Salice
        09.01.01.01 | Nuovo parco | Parchi | Carlo Ontano
      `),
    },
  ),
];
