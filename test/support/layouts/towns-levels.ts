import { book, layout, pegs, sheet, indicators, phases } from './notation';
import type { LayoutFixture } from './types';

/** All levels in one column, told by the depth of their codes. */
export const townsLevels: readonly LayoutFixture[] = [
  layout(
    'outline-letters',
    'outline',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Piano',
        `
        COMUNE DI VALDOLMO - PIANO DEGLI OBIETTIVI 2025
        Cod. | Obiettivi | Responsabile | Scadenza
        A | Comune efficiente | |
        A.1 | Semplificare i procedimenti | |
        A.1.01 | Digitalizzare gli atti | Ada Cedro | 31/12/2025
        A.1.02 | Mappare i processi | Ada Cedro | 30/06/2025
        A.2 | Conti in ordine | |
        A.2.01 | Ridurre i residui | Bice Noce | 30/09/2025
        B | Città verde | |
        B.1 | Parchi curati | |
        B.1.01 | Censire gli alberi | Carlo Ontano | 31/12/2025
        `,
      ),
    ),
    {
      strategics: ['Comune efficiente', 'Città verde'],
      operatings: ['Semplificare i procedimenti', 'Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner | end
        A.1.01 | Digitalizzare gli atti | Semplificare i procedimenti | Ada Cedro | 2025-12-31
        A.1.02 | Mappare i processi | Semplificare i procedimenti | Ada Cedro | 2025-06-30
        A.2.01 | Ridurre i residui | Conti in ordine | Bice Noce | 2025-09-30
        B.1.01 | Censire gli alberi | Parchi curati | Carlo Ontano | 2025-12-31
      `),
    },
  ),
  layout(
    'outline-codes-in-front',
    'outline',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Albero',
        `
        Obiettivo | Responsabile | Peso
        1 Comune efficiente | |
        1.1 Semplificare i procedimenti | |
        1.1.1 Digitalizzare gli atti | Ada Cedro | 40
        1.1.2 Mappare i processi | Ada Cedro | 60
        1.2 Conti in ordine | |
        1.2.1 Ridurre i residui | Bice Noce | 100
        2 Città verde | |
        2.1 Parchi curati | |
        2.1.1 Censire gli alberi | Carlo Ontano | 100
        `,
      ),
    ),
    {
      strategics: ['Comune efficiente', 'Città verde'],
      operatings: ['Semplificare i procedimenti', 'Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner | weight
        1.1.1 | Digitalizzare gli atti | Semplificare i procedimenti | Ada Cedro | 40
        1.1.2 | Mappare i processi | Semplificare i procedimenti | Ada Cedro | 60
        1.2.1 | Ridurre i residui | Conti in ordine | Bice Noce | 100
        2.1.1 | Censire gli alberi | Parchi curati | Carlo Ontano | 100
      `),
    },
  ),
  layout(
    'objectives-over-phases',
    'outline',
    book(
      'Piano 2025.xlsx',
      sheet(
        'Obiettivi e fasi',
        `
        Cod. | Obiettivo / Fase | Responsabile | Data inizio | Data fine | Peso %
        1 | Digitalizzare gli atti | Ada Cedro | | | 60
        1.1 | Analisi | | @2025-01-01 | @2025-03-31 | 30
        1.2 | Avvio | | @2025-04-01 | @2025-12-31 | 70
        2 | Mappare i processi | Bice Noce | | | 40
        2.1 | Rilievo | | @2025-01-01 | @2025-06-30 | 50
        2.2 | Disegno | | @2025-07-01 | @2025-12-31 | 50
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        1 | Digitalizzare gli atti | Ada Cedro | 60
        2 | Mappare i processi | Bice Noce | 40
      `),
      phases: phases(`
        of | title | start | end | weight
        Digitalizzare gli atti | Analisi | 2025-01-01 | 2025-03-31 | 30
        Digitalizzare gli atti | Avvio | 2025-04-01 | 2025-12-31 | 70
        Mappare i processi | Rilievo | 2025-01-01 | 2025-06-30 | 50
        Mappare i processi | Disegno | 2025-07-01 | 2025-12-31 | 50
      `),
    },
  ),
  layout(
    'outline-lost-zeros',
    'outline',
    book(
      'Piano 2025.xlsx',
      sheet(
        'Albero',
        `
        Codice | Descrizione | Settore | Dirigente | Target
        01 | Comune amico | | |
        #101 | Efficienza | | |
        #10101 | Semplificare | | |
        #1010101 | Digitalizzare gli atti | Affari generali | Ada Cedro | 90%
        01010102 | Mappare i processi | Affari generali | Ada Cedro | 20
        010102 | Conti in ordine | | |
        #1010201 | Ridurre i residui | Ragioneria | Bice Noce | 5%
        02 | Città verde | | |
        #201 | Ambiente | | |
        020101 | Parchi curati | | |
        #2010101 | Censire gli alberi | Ambiente | Carlo Ontano | 2000
        `,
      ),
    ),
    {
      areas: ['Comune amico', 'Città verde'],
      strategics: ['Efficienza', 'Ambiente'],
      operatings: ['Semplificare', 'Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner | centre
        1010101 | Digitalizzare gli atti | Semplificare | Ada Cedro | Affari generali
        01010102 | Mappare i processi | Semplificare | Ada Cedro | Affari generali
        1010201 | Ridurre i residui | Conti in ordine | Bice Noce | Ragioneria
        2010101 | Censire gli alberi | Parchi curati | Carlo Ontano | Ambiente
      `),
    },
  ),
  layout(
    'headings-of-the-dup',
    'outline',
    book(
      'Piano 2025.xlsx',
      sheet(
        'Elenco',
        `
        N. | Obiettivo | Responsabile | Indicatore | Target 2025
        1 | Comune efficiente | | |
        1.1 | Digitalizzare gli atti | Ada Cedro | Atti digitali | 90%
        1.2 | Mappare i processi | Ada Cedro | Processi mappati | 20
        2 | Città verde | | |
        2.1 | Censire gli alberi | Carlo Ontano | Alberi censiti | 2000
        2.2 | Nuovi parchi | Carlo Ontano | Parchi | 2
        `,
      ),
      sheet(
        'DUP',
        `
        Cod. | Obiettivi
        A | Comune efficiente
        A.1 | Semplificare
        A.2 | Conti in ordine
        B | Città verde
        B.1 | Parchi
        `,
      ),
    ),
    {
      strategics: ['Comune efficiente', 'Città verde'],
      operatings: ['Semplificare', 'Conti in ordine', 'Parchi'],
      pegs: pegs(`
        code | title | under | owner
        1.1 | Digitalizzare gli atti | Comune efficiente | Ada Cedro
        1.2 | Mappare i processi | Comune efficiente | Ada Cedro
        2.1 | Censire gli alberi | Città verde | Carlo Ontano
        2.2 | Nuovi parchi | Città verde | Carlo Ontano
      `),
      indicators: indicators(`
        of | title | targets
        Digitalizzare gli atti | Atti digitali | 2025=90%
        Mappare i processi | Processi mappati | 2025=20
        Censire gli alberi | Alberi censiti | 2025=2000
        Nuovi parchi | Parchi | 2025=2
      `),
    },
  ),
  layout(
    'strategic-level-assigned',
    'wide',
    book(
      'Obiettivi 2025.xlsx',
      sheet(
        'Obiettivi',
        `
        SETTORE | RESPONSABILE | OBIETTIVO STRATEGICO | PESATURA | RIFERIMENTI
        Affari generali | Ada Cedro | Digitalizzare gli atti | 1,2 | AG1/E
        Affari generali | Ada Cedro | Mappare i processi | 1,0 | AG2/E
        Ragioneria | Bice Noce | Ridurre i residui | 1,4 | RA1/E
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        AG1/E | Digitalizzare gli atti | Ada Cedro | Affari generali | 1.2
        AG2/E | Mappare i processi | Ada Cedro | Affari generali | 1
        RA1/E | Ridurre i residui | Bice Noce | Ragioneria | 1.4
      `),
    },
  ),
  layout(
    'operating-level-assigned',
    'wide',
    book(
      'Performance 2025.xlsx',
      sheet(
        'Piano',
        `
        Linea strategica | Obiettivo strategico | Cod. | Obiettivo operativo | P.O. responsabile | Peso | Indicatore | Target | Scadenza
        Comune amico | Efficienza | E.1 | Digitalizzare gli atti | Ada Cedro | 40 | Atti digitali | 90% | 31/12/2025
        Comune amico | Efficienza | E.2 | Mappare i processi | Ada Cedro | 60 | Processi | 20 | 30/06/2025
        Città verde | Ambiente | V.1 | Censire gli alberi | Carlo Ontano | 100 | Alberi | 2000 | 30/09/2025
        `,
      ),
    ),
    {
      areas: ['Comune amico', 'Città verde'],
      strategics: ['Efficienza', 'Ambiente'],
      pegs: pegs(`
        code | title | under | owner | weight | end
        E.1 | Digitalizzare gli atti | Efficienza | Ada Cedro | 40 | 2025-12-31
        E.2 | Mappare i processi | Efficienza | Ada Cedro | 60 | 2025-06-30
        V.1 | Censire gli alberi | Ambiente | Carlo Ontano | 100 | 2025-09-30
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
    'codes-of-the-level-and-a-description',
    'outline',
    book(
      'Relazione 2025.xlsx',
      sheet(
        'Obiettivi 2025',
        `
        N. | Dipartimento | Obiettivo strategico | Obiettivo operativo | DESCRIZIONE | Scadenza | Indicatore
        1 | Affari generali | 0101 | 01010601 | Digitalizzare gli atti | 31/12/2025 | Atti digitali
        2 | Affari generali | 0101 | 01010602 | Mappare i processi | 30/06/2025 | Processi mappati
        3 | Ragioneria | 0102 | 01020101 | Ridurre i residui | 30/09/2025 | Residui
        `,
      ),
    ),
    {
      strategics: ['0101', '0102'],
      operatings: ['01010601', '01010602', '01020101'],
      pegs: pegs(`
        code | title | under | centre | end
        1 | Digitalizzare gli atti | 01010601 | Affari generali | 2025-12-31
        2 | Mappare i processi | 01010602 | Affari generali | 2025-06-30
        3 | Ridurre i residui | 01020101 | Ragioneria | 2025-09-30
      `),
      indicators: indicators(`
        of | title
        Digitalizzare gli atti | Atti digitali
        Mappare i processi | Processi mappati
        Ridurre i residui | Residui
      `),
    },
  ),
];
