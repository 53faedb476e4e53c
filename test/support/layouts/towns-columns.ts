import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Columns that stand for parts of the year, for the terms of a ratio, for objectives called projects. */
export const townsColumns: readonly LayoutFixture[] = [
  layout(
    'quarters-marked',
    'month-grid',
    book(
      'PDO 2026.xlsx',
      sheet(
        'Attività',
        `
        COMUNE DI ROVERETTA – PIANO DETTAGLIATO DEGLI OBIETTIVI 2026
        Codice | Obiettivo gestionale | Responsabile | Attività | I trim. | II trim. | III trim. | IV trim.
        RV-01 | Catasto degli impianti sportivi | Lino Acero | Rilievo degli impianti | X | X | |
        RV-01 | Catasto degli impianti sportivi | Lino Acero | Banca dati | | | X | X
        RV-02 | Regolamento dei dehors | Vera Salice | Bozza | x | | |
        RV-02 | Regolamento dei dehors | Vera Salice | Approvazione in Consiglio | | x | |
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        RV-01 | Catasto degli impianti sportivi | Lino Acero
        RV-02 | Regolamento dei dehors | Vera Salice
      `),
      phases: phases(`
        of | title | months
        Catasto degli impianti sportivi | Rilievo degli impianti | 1,2,3,4,5,6
        Catasto degli impianti sportivi | Banca dati | 7,8,9,10,11,12
        Regolamento dei dehors | Bozza | 1,2,3
        Regolamento dei dehors | Approvazione in Consiglio | 4,5,6
      `),
    },
  ),
  layout(
    'quarters-under-a-heading',
    'cards',
    book(
      'Schede.xlsx',
      sheet(
        'Scheda 1',
        `
        SCHEDA OBIETTIVO 2026
        Codice | CM-1 | |
        Obiettivo | Sportello unico digitale | |
        Responsabile | Irma Pioppo | |
        .
        Fasi di attuazione | Trimestre | | |
         | I | II | III | IV
        Analisi dei procedimenti | ● | | |
        Moduli in linea | | ● | ● |
        Collaudo | | | | ●
        `,
        ['B6:E6', 'A6:A7'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        CM-1 | Sportello unico digitale | Irma Pioppo
      `),
      phases: phases(`
        of | title | months
        Sportello unico digitale | Analisi dei procedimenti | 1,2,3
        Sportello unico digitale | Moduli in linea | 4,5,6,7,8,9
        Sportello unico digitale | Collaudo | 10,11,12
      `),
    },
  ),
  layout(
    'quarters-with-values-are-targets',
    'wide',
    book(
      'Indicatori.xlsx',
      sheet(
        'PEG 2026',
        `
        PEG 2026
        Codice | Obiettivo | Responsabile | Indicatore | U.M. | Target 2026
        T1 | Multe riscosse in via bonaria | Elio Gelso | Verbali pagati nei cinque giorni | % | 70
        T2 | Velocità sotto controllo | Elio Gelso | Ore di controllo | ore | 400
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        T1 | Multe riscosse in via bonaria | Elio Gelso
        T2 | Velocità sotto controllo | Elio Gelso
      `),
      indicators: indicators(`
        of | title | targets
        Multe riscosse in via bonaria | Verbali pagati nei cinque giorni | 2026=70
        Velocità sotto controllo | Ore di controllo | 2026=400
      `),
    },
  ),
  layout(
    'numerator-and-denominator',
    'wide',
    book(
      'Performance 2026.xlsx',
      sheet(
        'Obiettivi',
        `
        PIANO DELLA PERFORMANCE 2026
        Codice | Obiettivo | Responsabile | Indicatore | Numeratore | Denominatore | U.M. | Target
        N1 | Risposte ai reclami nei termini | Dina Carpino | Reclami con risposta entro 30 giorni | n. reclami con risposta entro 30 giorni | n. reclami pervenuti | % | 95
        N2 | Nidi più vicini | Dina Carpino | Copertura dei posti | bambini iscritti | posti disponibili | % | 100
        N3 | Biblioteca aperta | Olmo Sorbo | Ore di apertura | ore di apertura settimanale | | ore | 45
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        N1 | Risposte ai reclami nei termini | Dina Carpino
        N2 | Nidi più vicini | Dina Carpino
        N3 | Biblioteca aperta | Olmo Sorbo
      `),
      indicators: indicators(`
        of | title | formula | targets
        Risposte ai reclami nei termini | Reclami con risposta entro 30 giorni | n. reclami con risposta entro 30 giorni / n. reclami pervenuti | 95
        Nidi più vicini | Copertura dei posti | bambini iscritti / posti disponibili | 100
        Biblioteca aperta | Ore di apertura | ore di apertura settimanale | 45
      `),
    },
  ),
  layout(
    'objectives-called-projects',
    'wide',
    book(
      'Progetti.xlsx',
      sheet(
        'Progetti 2026',
        `
        COMUNE DI PIEVE AL MONTE – PROGETTI 2026
        N. | Progetto | Dirigente | Servizio | Peso
        P1 | Nuova illuminazione delle piazze | Siro Nespolo | Lavori pubblici | 60
        P2 | Orti nelle scuole | Siro Nespolo | Ambiente | 40
        P3 | Carta dei servizi | Ines Tasso | Segreteria | 100
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        P1 | Nuova illuminazione delle piazze | Siro Nespolo | Lavori pubblici | 60
        P2 | Orti nelle scuole | Siro Nespolo | Ambiente | 40
        P3 | Carta dei servizi | Ines Tasso | Segreteria | 100
      `),
    },
  ),
  layout(
    'code-in-several-columns',
    'wide',
    book(
      'PEG 2026.xlsx',
      sheet(
        'PEG',
        `
        PEG 2026
        Missione | Programma | Obiettivo operativo | N. ob. | Obiettivo di PEG | Responsabile
        01 | 03 | Conti in ordine | 1 | Chiudere prima il rendiconto | Lea Bosso
        01 | 03 | Conti in ordine | 2 | Pagare nei termini | Lea Bosso
        09 | 02 | Parchi curati | 3 | Censire gli alberi | Aldo Cerro
        `,
      ),
    ),
    {
      operatings: ['Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner
        1 | Chiudere prima il rendiconto | Conti in ordine | Lea Bosso
        2 | Pagare nei termini | Conti in ordine | Lea Bosso
        3 | Censire gli alberi | Parchi curati | Aldo Cerro
      `),
    },
  ),
  layout(
    'three-row-header-with-years',
    'wide',
    book(
      'Obiettivi.xlsx',
      sheet(
        'Obiettivi',
        `
        PDO 2026-2028
        Obiettivo | | | Indicatore | | |
        Codice | Titolo | Responsabile | Nome | Target | |
         | | | | 2026 | 2027 | 2028
        Z1 | Orti nelle scuole | Anna Rovere | Orti attivi | 3 | 5 | 6
        Z2 | Ponti sul canale | Ugo Tiglio | Ponti aperti | 1 | 2 | 3
        `,
        ['A2:C2', 'D2:G2', 'E3:G3'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        Z1 | Orti nelle scuole | Anna Rovere
        Z2 | Ponti sul canale | Ugo Tiglio
      `),
      indicators: indicators(`
        of | title | targets
        Z1 | Orti attivi | 2026=3; 2027=5; 2028=6
        Z2 | Ponti aperti | 2026=1; 2027=2; 2028=3
      `),
    },
  ),
  layout(
    'last-year-beside-this-one',
    'wide',
    book(
      'Indicatori.xlsx',
      sheet(
        'Indicatori',
        `
        PIANO ESECUTIVO DI GESTIONE 2026
        Codice | Obiettivo | Indicatore | Anno 2025 | Anno 2026
        Y1 | Mense senza plastica | Mense attrezzate | 3 | 5
        Y2 | Strade a trenta all’ora | Chilometri | 1 | 2
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title
        Y1 | Mense senza plastica
        Y2 | Strade a trenta all’ora
      `),
      indicators: indicators(`
        of | title | targets | baselines
        Y1 | Mense attrezzate | 2026=5 | 2025=3
        Y2 | Chilometri | 2026=2 | 2025=1
      `),
    },
  ),
  layout(
    'behaviours-beside-objectives',
    'mixed',
    book(
      'Schede individuali.xlsx',
      sheet(
        'Obiettivi',
        `
        PDO 2026
        Codice | Obiettivo | Responsabile | Peso
        B1 | Archivio delle pratiche edilizie | Anna Rovere | 60
        B2 | Sportello su appuntamento | Anna Rovere | 40
        `,
      ),
      sheet(
        'Comportamenti organizzativi',
        `
        Fattore | Descrizione | Peso
        Guida del gruppo | Sa distribuire il lavoro | 30
        Soluzione dei problemi | Propone alternative | 70
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        B1 | Archivio delle pratiche edilizie | Anna Rovere | 60
        B2 | Sportello su appuntamento | Anna Rovere | 40
      `),
    },
  ),
  layout(
    'numbered-levels-between-repeated-headers',
    'bands',
    book(
      'Piano 2026.xlsx',
      sheet(
        'Piano',
        `
        PIANO DELLA PERFORMANCE 2026
        AREA STRATEGICA 1: AMBIENTE
        Obiettivo strategico 1.1: Ridurre i consumi
        Obiettivo operativo | Azioni | Indicatore | Target 2026 | Struttura
        1.1.1 Efficientare gli edifici | Diagnosi energetiche | Edifici riqualificati | 3 | Lavori pubblici
        1.1.2 Illuminazione a led | Censimento | Punti luce sostituiti | 60% | Lavori pubblici
        AREA STRATEGICA 2: SOCIALE
        Obiettivo strategico 2.1: Sostenere gli anziani
        Obiettivo operativo | Azioni | Indicatore | Target 2026 | Struttura
        2.1.1 Assistenza domiciliare | Gara | Utenti | 120 | Servizi sociali
        `,
      ),
    ),
    {
      areas: ['AMBIENTE', 'SOCIALE'],
      strategics: ['Ridurre i consumi', 'Sostenere gli anziani'],
      pegs: pegs(`
        code | title | under | centre
        1.1.1 | Efficientare gli edifici | Ridurre i consumi | Lavori pubblici
        1.1.2 | Illuminazione a led | Ridurre i consumi | Lavori pubblici
        2.1.1 | Assistenza domiciliare | Sostenere gli anziani | Servizi sociali
      `),
      phases: phases(`
        of | title
        1.1.1 | Diagnosi energetiche
        1.1.2 | Censimento
        2.1.1 | Gara
      `),
      indicators: indicators(`
        of | title | targets
        1.1.1 | Edifici riqualificati | 2026=3
        1.1.2 | Punti luce sostituiti | 2026=60%
        2.1.1 | Utenti | 2026=120
      `),
    },
  ),
];
