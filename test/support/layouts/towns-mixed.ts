import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Several families in one workbook, several workbooks in one plan, tables beside each other. */
export const townsMixed: readonly LayoutFixture[] = [
  layout(
    'side-by-side-tables',
    'mixed',
    book(
      'obiettivi e strutture.xlsx',
      sheet(
        'Quadro',
        `
        PEG 2024 | | | | |
        .
        Codice | Obiettivo | Peso | | | Codice CdR | Centro di responsabilità | Responsabile
        Q1 | Piano del colore | 40 | | | U | Urbanistica | Iris Pruno
        Q2 | Arredo della piazza | 60 | | | L | Lavori pubblici | Elio Pruno
        Q3 | Regolamento dehors | 100 | | | C | Commercio | Vito Pruno
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | weight
        Q1 | Piano del colore | 40
        Q2 | Arredo della piazza | 60
        Q3 | Regolamento dehors | 100
      `).map((peg) => ({ ...peg, owner: '' })),
    },
  ),
  layout(
    'objectives-and-weights-by-manager',
    'mixed',
    book(
      'PEG 2023 con pesi.xlsx',
      sheet(
        'Obiettivi',
        `
        Codice | Obiettivo di PEG | Obiettivo operativo
        X-01 | Piano degli acquisti | Spesa sotto controllo
        X-02 | Inventario | Spesa sotto controllo
        X-03 | Anagrafe degli immobili | Patrimonio noto
        `,
      ),
      sheet(
        'Pesi Mirto',
        `
        Dirigente: Sergio Mirto
        Obiettivo | Peso
        Piano degli acquisti | 70
        Inventario | 30
        Totale | 100
        `,
      ),
      sheet(
        'Pesi Alloro',
        `
        Dirigente: Lidia Alloro
        Obiettivo | Peso
        Anagrafe degli immobili | 100
        Totale | 100
        `,
      ),
    ),
    {
      operatings: ['Spesa sotto controllo', 'Patrimonio noto'],
      pegs: pegs(`
        code | title | under | owner | weight
        X-01 | Piano degli acquisti | Spesa sotto controllo | Sergio Mirto | 70
        X-02 | Inventario | Spesa sotto controllo | Sergio Mirto | 30
        X-03 | Anagrafe degli immobili | Patrimonio noto | Lidia Alloro | 100
      `),
    },
  ),
  layout(
    'cross-department-objectives',
    'mixed',
    book(
      'PEG trasversali.xlsx',
      sheet(
        'Obiettivi trasversali',
        `
        Cod. | Obiettivo trasversale | CdR capofila | CdR coinvolti | Tipo
        T1 | Piano anticorruzione | Segreteria generale | Ragioneria⏎Personale⏎Tributi | Trasversale
        T2 | Transizione digitale | CED | tutti i settori | Trasversale
        `,
      ),
      sheet(
        'Obiettivi di settore',
        `
        Cod. | Obiettivo di settore | CdR | Tipo
        R1 | Certificazione dei crediti | Ragioneria | Mantenimento
        P1 | Concorsi in forma associata | Personale | Sviluppo
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | centre | participants | type
        T1 | Piano anticorruzione | Segreteria generale | Ragioneria+Personale+Tributi | Trasversale
        T2 | Transizione digitale | CED | tutti i settori | Trasversale
        R1 | Certificazione dei crediti | Ragioneria | | Mantenimento
        P1 | Concorsi in forma associata | Personale | | Sviluppo
      `),
    },
  ),
  layout(
    'dup-table-cards-and-indicators',
    'mixed',
    book(
      'PEG 2026 completo.xlsx',
      sheet(
        'Indice',
        `
        Indice
        1. DUP
        2. Obiettivi
        3. Schede
        `,
      ),
      sheet(
        'DUP',
        `
        Cod. | Obiettivo strategico | Cod. | Obiettivo operativo
        S1 | Comune efficiente | S1.1 | Conti in equilibrio
        S1 | Comune efficiente | S1.2 | Personale formato
        `,
      ),
      sheet(
        'Obiettivi',
        `
        Codice | Titolo | Collegamento DUP | Responsabile
        K-01 | Fondo crediti | S1.1 | Ada Cedro
        K-02 | Corsi obbligatori | S1.2 | Bice Noce
        `,
      ),
      sheet(
        'Scheda K-01',
        `
        Obiettivo | K-01 - Fondo crediti
        Descrizione | Ricalcolo del fondo con il metodo ordinario
        Fase | Scadenza
        Estrazione dei ruoli | 28/02/2026
        Calcolo | 31/03/2026
        `,
      ),
      sheet(
        'Indicatori',
        `
        Cod. obiettivo | Indicatore | Formula | U.M. | Target
        K-01 | Copertura | fondo / residui | % | 100
        K-02 | Ore pro capite | ore / dipendenti | h | 20
        `,
      ),
    ),
    {
      dup: true,
      strategics: ['Comune efficiente'],
      operatings: ['Conti in equilibrio', 'Personale formato'],
      pegs: pegs(`
        code | title | under | owner
        K-01 | Fondo crediti | Conti in equilibrio | Ada Cedro
        K-02 | Corsi obbligatori | Personale formato | Bice Noce
      `),
      phases: phases(`
        of | title | end
        K-01 | Estrazione dei ruoli | 2026-02-28
        K-01 | Calcolo | 2026-03-31
      `),
      indicators: indicators(`
        of | title | formula | unit | targets
        K-01 | Copertura | fondo / residui | % | 100
        K-02 | Ore pro capite | ore / dipendenti | h | 20
      `),
    },
  ),
  layout(
    'offices-joined',
    'merge',
    [
      book(
        'programmazione.xlsx',
        sheet(
          'DUP',
          `
          Cod. | Obiettivo strategico | Cod. | Obiettivo operativo
          1 | Città sicura | 1.1 | Vigilanza
          1 | Città sicura | 1.2 | Protezione civile
          `,
        ),
      ),
      book(
        'polizia.xlsx',
        sheet(
          'PEG',
          `
          Codice | Obiettivo di PEG | Ob. operativo
          PL-01 | Pattuglie serali | 1.1
          PL-02 | Educazione stradale | 1.1
          `,
        ),
      ),
      book(
        'tecnico.xlsx',
        sheet(
          'PEG',
          `
          Codice | Obiettivo di PEG | Ob. operativo
          LT-01 | Piano di emergenza | 1.2
          `,
        ),
      ),
    ],
    {
      dup: true,
      strategics: ['Città sicura'],
      operatings: ['Vigilanza', 'Protezione civile'],
      pegs: pegs(`
        code | title | under
        PL-01 | Pattuglie serali | Vigilanza
        PL-02 | Educazione stradale | Vigilanza
        LT-01 | Piano di emergenza | Protezione civile
      `),
    },
  ),
  layout(
    'offices-joined-local-numbers',
    'merge',
    ['Anagrafe', 'Cultura'].map((name) =>
      book(
        `obiettivi ${name.toLowerCase()}.xlsx`,
        sheet(
          'Obiettivi',
          `
          Servizio: ${name}
          N. | Obiettivo | Obiettivo DUP | Termine
          1 | Primo obiettivo ${name} | Servizi vicini | 30/06/2024
          2 | Secondo obiettivo ${name} | Servizi vicini | 31/12/2024
          `,
        ),
      ),
    ),
    {
      operatings: ['Servizi vicini'],
      pegs: ['Anagrafe', 'Cultura'].flatMap((name) => [
        {
          code: '1',
          title: `Primo obiettivo ${name}`,
          under: 'Servizi vicini',
          centre: name,
          end: '2024-06-30',
        },
        {
          code: '2',
          title: `Secondo obiettivo ${name}`,
          under: 'Servizi vicini',
          centre: name,
          end: '2024-12-31',
        },
      ]),
    },
  ),
];
