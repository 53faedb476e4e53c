import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Rows that tell by their place what they mean: numbers that start again, closing sentences, codes inside names. */
export const townsRows: readonly LayoutFixture[] = [
  layout(
    'numbers-again-under-merged-parents',
    'groups',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Missione 5',
        `
        Missione 05 – Tutela dei beni culturali
        Programma 0501 – Valorizzazione dei beni
        Obiettivo strategico | Obiettivo operativo | Num. | Obiettivo gestionale | Responsabile | Indicatore | Target
        Borgo antico | Restauri | 1 | Restaurare la torre | Ada Cedro | Lotti conclusi | 2
        | | 2 | Illuminare le mura | Ada Cedro | Metri illuminati | 300
        | Archivi | 3 | Riordinare l’archivio notarile | Ada Cedro | Faldoni riordinati | 80
        .
        Programma 0502 – Attività culturali
        Obiettivo strategico | Obiettivo operativo | Num. | Obiettivo gestionale | Responsabile | Indicatore | Target
        Cultura per tutti | Teatro | 1 | Aprire la stagione di prosa | Bice Noce | Spettacoli | 12
        | | 2 | Portare le scuole a teatro | Bice Noce | Classi | 40
        | Lettura | 3 | Rinnovare la sala ragazzi | Bice Noce | Prestiti | 900
        `,
        ['A4:A6', 'B4:B5', 'A10:A12', 'B10:B11'],
      ),
      sheet(
        'Missione 6',
        `
        Missione 06 – Sport
        Programma 0601 – Sport e tempo libero
        Obiettivo strategico | Obiettivo operativo | Num. | Obiettivo gestionale | Responsabile | Indicatore | Target
        Sport vicino | Palestre | 4 | Riaprire la piscina | Carlo Ontano | Vasche riaperte | 1
        | | 5 | Rifare i campi da tennis | Carlo Ontano | Campi rifatti | 3
        | Eventi | 6 | Ospitare la maratona | Carlo Ontano | Iscritti | 500
        | | 7 | Istituire la festa dello sport | Carlo Ontano | Società presenti | 20
        | | 8 | Premiare gli atleti | Carlo Ontano | Atleti premiati | 30
        `,
        ['A4:A8', 'B4:B5', 'B6:B8'],
      ),
    ),
    {
      strategics: ['Borgo antico', 'Cultura per tutti', 'Sport vicino'],
      operatings: ['Restauri', 'Archivi', 'Teatro', 'Lettura', 'Palestre', 'Eventi'],
      pegs: pegs(`
        code | title | under | owner
        1 | Restaurare la torre | Restauri | Ada Cedro
        2 | Illuminare le mura | Restauri | Ada Cedro
        3 | Riordinare l’archivio notarile | Archivi | Ada Cedro
        1 | Aprire la stagione di prosa | Teatro | Bice Noce
        2 | Portare le scuole a teatro | Teatro | Bice Noce
        3 | Rinnovare la sala ragazzi | Lettura | Bice Noce
        4 | Riaprire la piscina | Palestre | Carlo Ontano
        5 | Rifare i campi da tennis | Palestre | Carlo Ontano
        6 | Ospitare la maratona | Eventi | Carlo Ontano
        7 | Istituire la festa dello sport | Eventi | Carlo Ontano
        8 | Premiare gli atleti | Eventi | Carlo Ontano
      `),
      indicators: indicators(`
        of | title | targets
        Restaurare la torre | Lotti conclusi | 2
        Illuminare le mura | Metri illuminati | 300
        Riordinare l’archivio notarile | Faldoni riordinati | 80
        Aprire la stagione di prosa | Spettacoli | 12
        Portare le scuole a teatro | Classi | 40
        Rinnovare la sala ragazzi | Prestiti | 900
        Riaprire la piscina | Vasche riaperte | 1
        Rifare i campi da tennis | Campi rifatti | 3
        Ospitare la maratona | Iscritti | 500
        Istituire la festa dello sport | Società presenti | 20
        Premiare gli atleti | Atleti premiati | 30
      `),
    },
  ),
  layout(
    'closing-sentence-in-the-name-column',
    'wide',
    book(
      'Obiettivi 2025.xlsx',
      sheet(
        'Servizi demografici',
        `
        Obiettivi assegnati per l’anno 2025
        .
        Obiettivo | Scadenza | Punti
        Digitalizzare i registri di stato civile | 30/06/2025 | 60
        Aprire lo sportello al sabato | 31/12/2025 | 40
        .
        La verifica dei risultati spetta al nucleo di valutazione.
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | weight | end
        - | Digitalizzare i registri di stato civile | 60 | 2025-06-30
        - | Aprire lo sportello al sabato | 40 | 2025-12-31
      `),
    },
  ),
  layout(
    'lettered-code-inside-the-name',
    'wide',
    book(
      'Performance 2025.xlsx',
      sheet(
        'Scheda annuale',
        `
        Obiettivo | Responsabile | Punteggio | Indicatore | Risultato atteso
        PRF 01 – Riaprire il museo civico | Ada Cedro | 40 | Visitatori | 4000
        PRF 02 – Catalogare il fondo antico | Ada Cedro | 30 | Volumi | 600
        PRF 03 – Ridurre i tempi del SUAP | Bice Noce | 30 | Giorni | 25
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        PRF 01 | Riaprire il museo civico | Ada Cedro | 40
        PRF 02 | Catalogare il fondo antico | Ada Cedro | 30
        PRF 03 | Ridurre i tempi del SUAP | Bice Noce | 30
      `),
      indicators: indicators(`
        of | title | targets
        PRF 01 | Visitatori | 4000
        PRF 02 | Volumi | 600
        PRF 03 | Giorni | 25
      `),
    },
  ),
  layout(
    'a-sheet-for-each-year',
    'mixed',
    book(
      'Obiettivi del Comune.xlsx',
      ...[2022, 2023, 2024].map((year) =>
        sheet(
          `Obiettivi ${year}`,
          `
          PEG ${year}
          Codice | Obiettivo | Responsabile | Peso
          V${year - 2000}-1 | Rifare la piazza ${year === 2024 ? 'del mercato' : 'vecchia'} | Ada Cedro | 60
          V${year - 2000}-2 | Rinnovare ${year === 2024 ? 'il sito' : 'gli arredi'} | Bice Noce | 40
          `,
        ),
      ),
      sheet('Obiettivi 2025', 'PEG 2025'),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        V24-1 | Rifare la piazza del mercato | Ada Cedro | 60
        V24-2 | Rinnovare il sito | Bice Noce | 40
      `),
    },
  ),
  layout(
    'a-column-for-each-deadline',
    'wide',
    book(
      'PEG 2025.xlsx',
      sheet(
        'Tappe',
        `
        Cod. | Obiettivo | Dirigente | Entro il 31/03/2025 | Entro il 30/11/2025 | Peso
        G1 | Nuovo canile | Ada Cedro | Scelta dell’area | Apertura del canile | 70
        G2 | Orti urbani | Bice Noce | Bando per i lotti | | 30
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        G1 | Nuovo canile | Ada Cedro | 70
        G2 | Orti urbani | Bice Noce | 30
      `),
      phases: phases(`
        of | title | end
        Nuovo canile | Scelta dell’area | 2025-03-31
        Nuovo canile | Apertura del canile | 2025-11-30
        Orti urbani | Bando per i lotti | 2025-03-31
      `),
    },
  ),
  layout(
    'relevance-and-goals',
    'wide',
    book(
      'Piano performance 2025.xlsx',
      sheet(
        'Elenco',
        `
        Codice | Obiettivo | Dirigente | Rilevanza % | Indicatore | Meta
        K1 | Nuovo canile | Ada Cedro | 70 | Posti | 40
        K2 | Orti urbani | Bice Noce | 30 | Lotti | 25
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        K1 | Nuovo canile | Ada Cedro | 70
        K2 | Orti urbani | Bice Noce | 30
      `),
      indicators: indicators(`
        of | title | targets
        Nuovo canile | Posti | 40
        Orti urbani | Lotti | 25
      `),
    },
  ),
];
