import { book, layout, pegs, sheet, indicators, phases } from './notation';
import type { LayoutFixture } from './types';

/** Whose code a column holds, levels above the PEG, numbers that tell names apart. */
export const townsCodes: readonly LayoutFixture[] = [
  layout(
    'code-first-before-operating',
    'wide',
    book(
      'Obiettivi 2025.xlsx',
      sheet(
        'PEG',
        `
        Cod. | Obiettivo operativo | Obiettivo gestionale | Resp. | Peso
        AA01 | Semplificare | Digitalizzare gli atti | Ada Cedro | 40
        AA02 | Semplificare | Mappare i processi | Ada Cedro | 60
        BB01 | Conti in ordine | Ridurre i residui | Bice Noce | 100
        `,
      ),
    ),
    {
      operatings: ['Semplificare', 'Conti in ordine'],
      pegs: pegs(`
        code | title | under | owner | weight
        AA01 | Digitalizzare gli atti | Semplificare | Ada Cedro | 40
        AA02 | Mappare i processi | Semplificare | Ada Cedro | 60
        BB01 | Ridurre i residui | Conti in ordine | Bice Noce | 100
      `),
    },
  ),
  layout(
    'code-first-before-area',
    'wide',
    book(
      'Obiettivi 2025.xlsx',
      sheet(
        'PEG',
        `
        Cod. | Indirizzo strategico | Obiettivo strategico | Obiettivo operativo | Obiettivo PEG | Responsabile
        AA01 | Comune amico | Efficienza | Semplificare | Digitalizzare gli atti | Ada Cedro
        AA02 | Comune amico | Efficienza | Semplificare | Mappare i processi | Ada Cedro
        BB01 | Comune amico | Efficienza | Conti in ordine | Ridurre i residui | Bice Noce
        `,
      ),
    ),
    {
      areas: ['Comune amico'],
      strategics: ['Efficienza'],
      operatings: ['Semplificare', 'Conti in ordine'],
      pegs: pegs(`
        code | title | under | owner
        AA01 | Digitalizzare gli atti | Semplificare | Ada Cedro
        AA02 | Mappare i processi | Semplificare | Ada Cedro
        BB01 | Ridurre i residui | Conti in ordine | Bice Noce
      `),
    },
  ),
  layout(
    'line-above-objectives',
    'wide',
    book(
      'PEG 2025.xlsx',
      sheet(
        'PEG',
        `
        Indirizzo strategico | Obiettivo | Codice | Responsabile | Indicatore | Target
        Comune amico | Digitalizzare gli atti | X1 | Ada Cedro | Atti digitali | 90%
        Comune amico | Mappare i processi | X2 | Ada Cedro | Processi | 20
        Città verde | Censire gli alberi | X3 | Carlo Ontano | Alberi | 2000
        `,
      ),
    ),
    {
      areas: ['Comune amico', 'Città verde'],
      pegs: pegs(`
        code | title | under | owner
        X1 | Digitalizzare gli atti | Comune amico | Ada Cedro
        X2 | Mappare i processi | Comune amico | Ada Cedro
        X3 | Censire gli alberi | Città verde | Carlo Ontano
      `),
      indicators: indicators(`
        of | title | targets
        Digitalizzare gli atti | Atti digitali | 90%
        Mappare i processi | Processi | 20
        Censire gli alberi | Alberi | 2000
      `),
    },
  ),
  layout(
    'line-above-operating',
    'by-name',
    book(
      'PEG 2025.xlsx',
      sheet(
        'DUP',
        `
        Linea strategica | Obiettivo operativo
        Comune amico | Semplificare
        Città verde | Parchi
        `,
      ),
      sheet(
        'PEG',
        `
        Linea strategica | Ob. operativo | Obiettivo gestionale | Cod.
        Comune amico | Semplificare | Digitalizzare gli atti | X1
        Comune amico | Semplificare | Mappare i processi | X2
        Città verde | Parchi | Censire gli alberi | X3
        `,
      ),
    ),
    {
      areas: ['Comune amico', 'Città verde'],
      operatings: ['Semplificare', 'Parchi'],
      pegs: pegs(`
        code | title | under
        X1 | Digitalizzare gli atti | Semplificare
        X2 | Mappare i processi | Semplificare
        X3 | Censire gli alberi | Parchi
      `),
    },
  ),
  layout(
    'lots-with-ordinals',
    'by-name',
    book(
      'PEG 2025.xlsx',
      sheet(
        'PEG',
        `
        Obiettivo operativo | Obiettivo | Responsabile | Peso
        Strade sicure | 1° lotto manutenzione strade | Ada Cedro | 20
        Strade sicure | 2° lotto manutenzione strade | Ada Cedro | 20
        Strade sicure | 3° lotto manutenzione strade | Bice Noce | 20
        Strade sicure | 1) Verde pubblico | Bice Noce | 20
        Strade sicure | 2) Verde pubblico | Bice Noce | 20
        `,
      ),
      sheet(
        'Fasi',
        `
        Obiettivo | Fase | Entro
        1° lotto manutenzione strade | Gara | 30/6/2025
        3° lotto manutenzione strade | Gara | 30/6/2025
        2° lotto manutenzione strade | Gara | 30/6/2025
        `,
      ),
    ),
    {
      operatings: ['Strade sicure'],
      pegs: pegs(`
        code | title | under | owner | weight
        - | 1° lotto manutenzione strade | Strade sicure | Ada Cedro | 20
        - | 2° lotto manutenzione strade | Strade sicure | Ada Cedro | 20
        - | 3° lotto manutenzione strade | Strade sicure | Bice Noce | 20
        - | 1) Verde pubblico | Strade sicure | Bice Noce | 20
        - | 2) Verde pubblico | Strade sicure | Bice Noce | 20
      `),
      phases: phases(`
        of | title | end
        1° lotto manutenzione strade | Gara | 2025-06-30
        3° lotto manutenzione strade | Gara | 2025-06-30
        2° lotto manutenzione strade | Gara | 2025-06-30
      `),
    },
  ),
  layout(
    'lots-as-cards',
    'cards',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Schede',
        `
        Obiettivo: | Manutenzione lotto 1
        Responsabile: | Ada Cedro
        Peso: | 20
        .
        Obiettivo: | Manutenzione lotto 2
        Responsabile: | Ada Cedro
        Peso: | 20
        .
        Obiettivo: | Manutenzione lotto 3
        Responsabile: | Bice Noce
        Peso: | 20
        `,
      ),
      sheet(
        'Fasi',
        `
        Obiettivo | Fase | Entro
        Manutenzione lotto 1 | Gara | 30/6/2025
        Manutenzione lotto 2 | Gara | 30/6/2025
        Manutenzione lotto 3 | Gara | 30/6/2025
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        - | Manutenzione lotto 1 | Ada Cedro | 20
        - | Manutenzione lotto 2 | Ada Cedro | 20
        - | Manutenzione lotto 3 | Bice Noce | 20
      `),
      phases: phases(`
        of | title | end
        Manutenzione lotto 1 | Gara | 2025-06-30
        Manutenzione lotto 2 | Gara | 2025-06-30
        Manutenzione lotto 3 | Gara | 2025-06-30
      `),
    },
  ),
  layout(
    'lots-under-one-office',
    'mixed',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Lavori',
        `
        Settore | Obiettivo
        Lavori pubblici | Manutenzione lotto 1
        | Manutenzione lotto 2
        | Manutenzione lotto 3
        `,
      ),
      sheet(
        'Fasi',
        `
        Obiettivo | Fase | Peso | Dal | Al
        Manutenzione lotto 1 | Progetto | 50 | 1/1/2025 | 30/6/2025
        | Lavori | 50 | 1/7/2025 | 31/12/2025
        Manutenzione lotto 2 | Progetto | 50 | 1/1/2025 | 30/6/2025
        | Lavori | 50 | 1/7/2025 | 31/12/2025
        `,
      ),
      sheet(
        'Indicatori',
        `
        Obiettivo | Indicatore | Target
        Manutenzione lotto 1 | km 1 | 3
        Manutenzione lotto 2 | km 2 | 3
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | centre
        - | Manutenzione lotto 1 | Lavori pubblici
        - | Manutenzione lotto 2 | Lavori pubblici
        - | Manutenzione lotto 3 | Lavori pubblici
      `),
      phases: phases(`
        of | title | start | end | weight
        Manutenzione lotto 1 | Progetto | 2025-01-01 | 2025-06-30 | 50
        Manutenzione lotto 1 | Lavori | 2025-07-01 | 2025-12-31 | 50
        Manutenzione lotto 2 | Progetto | 2025-01-01 | 2025-06-30 | 50
        Manutenzione lotto 2 | Lavori | 2025-07-01 | 2025-12-31 | 50
      `),
      indicators: indicators(`
        of | title | targets
        Manutenzione lotto 1 | km 1 | 3
        Manutenzione lotto 2 | km 2 | 3
      `),
    },
  ),
  layout(
    'identifiers-and-names',
    'wide',
    book(
      'PDO.xlsx',
      sheet(
        'Obiettivi',
        `
        Obiettivo | Titolo | Responsabile | Peso
        Obiettivo n. 1 | Digitalizzare gli atti | Ada Cedro | 40
        Obiettivo n. 2 | Mappare i processi | Ada Cedro | 60
        Obiettivo n. 3 | Ridurre i residui | Bice Noce | 100
        `,
      ),
      sheet(
        'Altri',
        `
        Centro di Resp. | P.O. | Ob. | Descrizione obiettivo | Misura | Ottenuto 2024 | Da ottenere 2025
        Affari generali | Ada Cedro | F1 | Aprire lo sportello | Ore | 20 | 30
        | | F2 | Nuovo sito | Pagine | 0 | 100
        | | F3 | Archivio digitale | Fascicoli | 100 | 200
        .
        Ragioneria | Bice Noce | G1 | Nuovo inventario | Beni | 20 | 30
        | | G2 | Cassa economale | Giorni | 20 | 10
        | | G3 | Bilancio sociale | Pagine | 0 | 30
        `,
      ),
      sheet(
        'Terzo',
        `
        Codice e titolo dell'obiettivo | Resp.le | Parametro | Valore atteso
        TR1 – Recuperare l'evasione | Resp.: Aldo Tiglio | Euro | 10000
        TR2 – Nuovo regolamento | Resp.: Aldo Tiglio | Delibera | SI
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        1 | Digitalizzare gli atti | Ada Cedro |  | 40
        2 | Mappare i processi | Ada Cedro |  | 60
        3 | Ridurre i residui | Bice Noce |  | 100
        F1 | Aprire lo sportello | Ada Cedro | Affari generali |
        F2 | Nuovo sito | Ada Cedro | Affari generali |
        F3 | Archivio digitale | Ada Cedro | Affari generali |
        G1 | Nuovo inventario | Bice Noce | Ragioneria |
        G2 | Cassa economale | Bice Noce | Ragioneria |
        G3 | Bilancio sociale | Bice Noce | Ragioneria |
        TR1 | Recuperare l'evasione | Aldo Tiglio |  |
        TR2 | Nuovo regolamento | Aldo Tiglio |  |
      `),
      indicators: indicators(`
        of | title | targets | actuals
        Aprire lo sportello | Ore | 2025=30 | 2024=20
        Nuovo sito | Pagine | 2025=100 | 2024=0
        Archivio digitale | Fascicoli | 2025=200 | 2024=100
        Nuovo inventario | Beni | 2025=30 | 2024=20
        Cassa economale | Giorni | 2025=10 | 2024=20
        Bilancio sociale | Pagine | 2025=30 | 2024=0
        Recuperare l'evasione | Euro | 10000 |
        Nuovo regolamento | Delibera | SI |
      `),
    },
  ),
];
