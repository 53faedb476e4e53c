import { book, layout, pegs, sheet, phases } from './notation';
import type { LayoutFixture } from './types';

/** Bands with their owner, lists and levels in one cell, the DUP as lines. */
export const townsLists: readonly LayoutFixture[] = [
  layout(
    'bands-with-owner',
    'bands',
    book(
      'Obiettivi 2025.xlsx',
      sheet(
        'Obiettivi 2025',
        `
        COMUNE DI VALDOLMO - ELENCO DEGLI OBIETTIVI 2025
        N. | Obiettivo | Risultati attesi | Scadenza | Pond.
        SETTORE FINANZIARIO – Dirigente: Bice Noce
        1) | Ridurre i residui | Residui più vecchi di cinque anni riscossi | 31/12/2025 | 40
        2) | Pagare nei termini | Ritardo medio sotto lo zero | 31/12/2025 | 60
        TOTALE PONDERAZIONE | | | | 100
        AREA TECNICA - Responsabile: Carlo Ontano
        1) | Censire gli alberi | Duemila alberi censiti | 30/09/2025 | 70
        2) | Nuovi parchi | Due parchi aperti | 31/12/2025 | 30
        TOTALE PONDERAZIONE | | | | 100
        .
        Data e firma del Segretario ______________
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight | end
        1) | Ridurre i residui | Bice Noce | SETTORE FINANZIARIO | 40 | 2025-12-31
        2) | Pagare nei termini | Bice Noce | SETTORE FINANZIARIO | 60 | 2025-12-31
        1) | Censire gli alberi | Carlo Ontano | AREA TECNICA | 70 | 2025-09-30
        2) | Nuovi parchi | Carlo Ontano | AREA TECNICA | 30 | 2025-12-31
      `),
    },
  ),
  layout(
    'phases-in-one-cell',
    'phases',
    book(
      'Piano.xlsx',
      sheet(
        'Piano 2025',
        `
        Obiettivo gestionale | Responsabile | Descrizione attività | Scadenza | Peso
        Nuova mensa | Ada Cedro | - Capitolato⏎- Gara⏎- Avvio del servizio | 30/09/2025 | 30/100
        Nuovo nido | Ada Cedro | - Progetto⏎- Lavori | 31/12/2025 | 70/100
        Censire gli alberi | Carlo Ontano | 1) Rilievo (entro il 30/04/2025)⏎2) Mappa (entro il 30/11/2025) | | 100/100
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight | end
        - | Nuova mensa | Ada Cedro | 30 | 2025-09-30
        - | Nuovo nido | Ada Cedro | 70 | 2025-12-31
        - | Censire gli alberi | Carlo Ontano | 100 |
      `),
      phases: phases(`
        of | title | end
        Nuova mensa | Capitolato |
        Nuova mensa | Gara |
        Nuova mensa | Avvio del servizio |
        Nuovo nido | Progetto |
        Nuovo nido | Lavori |
        Censire gli alberi | Rilievo | 2025-04-30
        Censire gli alberi | Mappa | 2025-11-30
      `),
    },
  ),
  layout(
    'levels-in-one-cell',
    'by-name',
    book(
      'Piano obiettivi 2025.xlsx',
      sheet(
        'Obiettivi',
        `
        N. | DUP | Obiettivo gestionale | Responsabile
        1 | OS 2 - Scuola e infanzia⏎OO 2.1 - Diritto allo studio | Nuova mensa | Ada Cedro
        2 | OS 2 - Scuola e infanzia⏎OO 2.2 - Asili | Nuovo nido | Ada Cedro
        3 | OS 3 - Ambiente⏎OO 3.1 - Parchi | Censire gli alberi | Carlo Ontano
        `,
      ),
    ),
    {
      strategics: ['Scuola e infanzia', 'Ambiente'],
      operatings: ['Diritto allo studio', 'Asili', 'Parchi'],
      pegs: pegs(`
        code | title | under | owner
        1 | Nuova mensa | Diritto allo studio | Ada Cedro
        2 | Nuovo nido | Asili | Ada Cedro
        3 | Censire gli alberi | Parchi | Carlo Ontano
      `),
    },
  ),
  layout(
    'dup-as-lines-with-codes',
    'by-name',
    book(
      'PEG 2025.xlsx',
      sheet(
        'DUP',
        `
        DOCUMENTO UNICO DI PROGRAMMAZIONE
        LINEA 1: Comune amico
        OS 1.1: Efficienza
        OO 1.1.1: Semplificare
        OO 1.1.2: Conti in ordine
        LINEA 2: Città verde
        OS 2.1: Ambiente
        OO 2.1.1: Parchi curati
        `,
      ),
      sheet(
        'PEG',
        `
        Cod. | Obiettivo | Rif. DUP | Dirigente
        P1 | Digitalizzare gli atti | OO 1.1.1 | Ada Cedro
        P2 | Ridurre i residui | OO 1.1.2 | Bice Noce
        P3 | Censire gli alberi | OO 2.1.1 | Carlo Ontano
        `,
      ),
    ),
    {
      areas: ['Comune amico', 'Città verde'],
      strategics: ['Efficienza', 'Ambiente'],
      operatings: ['Semplificare', 'Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner
        P1 | Digitalizzare gli atti | Semplificare | Ada Cedro
        P2 | Ridurre i residui | Conti in ordine | Bice Noce
        P3 | Censire gli alberi | Parchi curati | Carlo Ontano
      `),
    },
  ),
];
