import { book, layout, pegs, sheet, indicators, phases } from './notation';
import type { LayoutFixture } from './types';

/** Headers in two languages, in other words, on three rows; odd cells in a header. */
export const townsWords: readonly LayoutFixture[] = [
  layout(
    'bilingual-headers',
    'wide',
    book(
      'Performance 2025.xlsx',
      sheet(
        'Obiettivi',
        `
        Codice / Code / Kode | Ziel / Obiettivo | Verantwortlicher / Responsabile | Gewicht / Peso | Indikator / Indicatore | Zielwert / Valore atteso
        T-01 | Neue Bibliothek - Nuova biblioteca | Anna Weiss | 40 | Ausleihen - Prestiti | 100
        T-02 | Radwege - Piste ciclabili | Karl Moos | 60 | km | 5
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        T-01 | Neue Bibliothek - Nuova biblioteca | Anna Weiss | 40
        T-02 | Radwege - Piste ciclabili | Karl Moos | 60
      `),
      indicators: indicators(`
        of | title | targets
        Neue Bibliothek - Nuova biblioteca | Ausleihen - Prestiti | 100
        Radwege - Piste ciclabili | km | 5
      `),
    },
  ),
  layout(
    'bilingual-levels',
    'wide',
    book(
      'Performance 2025.xlsx',
      sheet(
        'Obiettivi',
        `
        Obiettivo strategico / Strategic objective | Obiettivo operativo / Operating objective | Codice / Code | Obiettivo / Objective | Responsabile / Owner | Scadenza / Deadline
        Città bella | Verde | T-01 | Nuova biblioteca | Anna Weiss | 31/12/2025
        Città bella | Mobilità | T-02 | Piste ciclabili | Karl Moos | 30/06/2025
        `,
      ),
    ),
    {
      strategics: ['Città bella'],
      operatings: ['Verde', 'Mobilità'],
      pegs: pegs(`
        code | title | under | owner | end
        T-01 | Nuova biblioteca | Verde | Anna Weiss | 2025-12-31
        T-02 | Piste ciclabili | Mobilità | Karl Moos | 2025-06-30
      `),
    },
  ),
  layout(
    'question-headers',
    'wide',
    book(
      'Piano performance 2025.xlsx',
      sheet(
        'Obiettivi',
        `
        Valore pubblico | Obiettivo strategico | Obiettivo di performance | Chi | Entro quando | Cosa misuro | Come si calcola | Partenza | Traguardo 2025 | Banca dati
        Una città che cura | Servizi vicini | Nuovo sportello sociale | Ada Cedro | 30/09/2025 | Utenti | utenti accolti | 100 | 200 | Sociale
        Una città che cura | Servizi vicini | Trasporto anziani | Ada Cedro | 31/12/2025 | Corse | corse svolte | 0 | 500 | Sociale
        Una città sicura | Strade sicure | Telecamere ai varchi | Ugo Leccio | 31/12/2025 | Varchi | varchi attivi | 2 | 8 | Polizia locale
        `,
      ),
    ),
    {
      areas: ['Una città che cura', 'Una città sicura'],
      strategics: ['Servizi vicini', 'Strade sicure'],
      pegs: pegs(`
        code | title | under | owner | end
        - | Nuovo sportello sociale | Servizi vicini | Ada Cedro | 2025-09-30
        - | Trasporto anziani | Servizi vicini | Ada Cedro | 2025-12-31
        - | Telecamere ai varchi | Strade sicure | Ugo Leccio | 2025-12-31
      `),
      indicators: indicators(`
        of | title | formula | source | targets | baselines
        Nuovo sportello sociale | Utenti | utenti accolti | Sociale | 2025=200 | 100
        Trasporto anziani | Corse | corse svolte | Sociale | 2025=500 | 0
        Telecamere ai varchi | Varchi | varchi attivi | Polizia locale | 2025=8 | 2
      `),
    },
  ),
  layout(
    'references-and-lost-zeros',
    'mixed',
    book(
      'PEG 2025.xlsx',
      sheet(
        'DUP',
        `
        Cod. | Obiettivo strategico | Cod. op. | Obiettivo operativo
        01 | Comune amico | 0101 | Semplificare
        01 | Comune amico | 0102 | Conti in ordine
        02 | Città verde | 0201 | Parchi curati
        `,
      ),
      sheet(
        'PEG',
        `
        PEG – ANNO 2025
        Codice | Obiettivo gestionale | Cod. ob. operativo | E.Q. | C.d.R. | L. 190/2012 | Valore 2024 | Atteso 2025 | Atteso 2026 | Indicatore
        (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10)
        A-01 | Digitalizzare gli atti | #101 | Ada Cedro | Affari generali | SI | 60% | 90% | 95% | Atti digitali
        A-02 | Mappare i processi | #101 | idem | idem | | 0 | 20 | 30 | Processi mappati
        A-03 | Ridurre i residui | 0102 | Bice Noce | Ragioneria | SI | 40% | 30% | 20% | Residui
        A-04 | Censire gli alberi | #201 | Carlo Ontano | Ambiente | | 0 | 2000 | 3000 | Alberi censiti
        Totale obiettivi di tutti i settori del Comune | | | | | | | 4
        (1) I valori attesi del 2026 sono indicativi.
        `,
      ),
      sheet(
        'Fasi',
        `
        Codice | Fase | Termine
        A-01 | Analisi | I trimestre 2025
        A-01 | Avvio | 31/12/2025
        A-02 | Rilievo | I semestre 2025
        A-02 | Passaggio in esercizio | dicembre 2025
        A-03 | Solleciti | 30.06.2025
        A-04 | Rilievo | 30.06.2025
        `,
      ),
    ),
    {
      strategics: ['Comune amico', 'Città verde'],
      operatings: ['Semplificare', 'Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner | centre
        A-01 | Digitalizzare gli atti | Semplificare | Ada Cedro | Affari generali
        A-02 | Mappare i processi | Semplificare | Ada Cedro | Affari generali
        A-03 | Ridurre i residui | Conti in ordine | Bice Noce | Ragioneria
        A-04 | Censire gli alberi | Parchi curati | Carlo Ontano | Ambiente
      `),
      phases: phases(`
        of | title | start | end
        Digitalizzare gli atti | Analisi | 2025-01-01 | 2025-03-31
        Digitalizzare gli atti | Avvio |  | 2025-12-31
        Mappare i processi | Rilievo | 2025-01-01 | 2025-06-30
        Mappare i processi | Passaggio in esercizio |  | 2025-12-31
        Ridurre i residui | Solleciti |  | 2025-06-30
        Censire gli alberi | Rilievo |  | 2025-06-30
      `),
      indicators: indicators(`
        of | title | targets | baselines
        Digitalizzare gli atti | Atti digitali | 2025=90%; 2026=95% | 2024=60%
        Mappare i processi | Processi mappati | 2025=20; 2026=30 | 2024=0
        Ridurre i residui | Residui | 2025=30%; 2026=20% | 2024=40%
        Censire gli alberi | Alberi censiti | 2025=2000; 2026=3000 | 2024=0
      `),
    },
  ),
  layout(
    'half-years-under-a-target',
    'wide',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Piano',
        `
        Codice | Obiettivo | Responsabile | Target 2025 | | Indicatore
        | | | 30/06 | 31/12 |
        B1 | Nuova mensa | Ada Cedro | 100 | 200 | Pasti
        B2 | Nuovo nido | Ada Cedro | 0 | 20 | Posti
        `,
        ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        B1 | Nuova mensa | Ada Cedro
        B2 | Nuovo nido | Ada Cedro
      `),
      indicators: indicators(`
        of | title | targets
        Nuova mensa | Pasti | 2025-06-30=100; 2025-12-31=200
        Nuovo nido | Posti | 2025-06-30=0; 2025-12-31=20
      `),
    },
  ),
];
