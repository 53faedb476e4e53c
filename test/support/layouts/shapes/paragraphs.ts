import { book, layout, pegs, sheet } from '../notation';
import type { LayoutFixture } from '../types';

const plan = (name: string, rows: string) =>
  sheet(
    name,
    `
    Codice | Obiettivo gestionale | Obiettivo operativo | Responsabile
    ${rows}
    `,
  );

/** A DUP written as paragraphs or as lists under headings, beside a plan that cites it. */
export const paragraphs: readonly LayoutFixture[] = [
  layout(
    'dup-in-paragraphs',
    'paragraphs',
    book(
      'PEG e DUP 2025.xlsx',
      sheet(
        'DUP',
        `
        Documento unico di programmazione 2025-2027
        .
        Missione 01 – Servizi istituzionali. Obiettivo strategico: Un comune aperto. Obiettivi operativi: a) Sportello unico dei cittadini; b) Carta dei servizi
        Missione 04 – Istruzione. Obiettivo strategico: Una scuola per tutti. Obiettivi operativi: a) Mense di qualità; b) Trasporto sicuro; c) Nidi aperti
        `,
      ),
      plan(
        'PEG',
        `
        2025-01 | Un solo ingresso | Sportello unico dei cittadini | Ada Cedro
        2025-02 | Carta in dieci lingue | Carta dei servizi | Ada Cedro
        2025-03 | Menù di stagione | Mense di qualità | Bice Noce
        2025-04 | Nuovi scuolabus | Trasporto sicuro | Bice Noce
        `,
      ),
    ),
    {
      dup: true,
      strategics: ['Un comune aperto', 'Una scuola per tutti'],
      operatings: [
        'Sportello unico dei cittadini',
        'Carta dei servizi',
        'Mense di qualità',
        'Trasporto sicuro',
        'Nidi aperti',
      ],
      pegs: pegs(`
        code | title | under | owner
        2025-01 | Un solo ingresso | Sportello unico dei cittadini | Ada Cedro
        2025-02 | Carta in dieci lingue | Carta dei servizi | Ada Cedro
        2025-03 | Menù di stagione | Mense di qualità | Bice Noce
        2025-04 | Nuovi scuolabus | Trasporto sicuro | Bice Noce
      `),
    },
  ),
  layout(
    'dup-in-lists-under-headings',
    'paragraphs',
    book(
      'PEG 2024.xlsx',
      sheet(
        'Sezione operativa',
        `
        Sezione operativa del DUP 2024-2026
        Finalità strategica 1 – Cultura viva
        Obiettivi operativi:
        1. Biblioteca di sera
        2. Museo senza barriere
        Finalità strategica 2 – Sport vicino
        Obiettivi operativi:
        3. Campi nei quartieri
        4. Piscina coperta
        `,
      ),
      plan(
        'PEG',
        `
        G1 | Apertura fino alle 22 | Biblioteca di sera | Ada Cedro
        G2 | Rampe e ascensore | Museo senza barriere | Ada Cedro
        G3 | Tre nuovi campi | Campi nei quartieri | Bice Noce
        `,
      ),
    ),
    {
      dup: true,
      strategics: ['Cultura viva', 'Sport vicino'],
      operatings: ['Biblioteca di sera', 'Museo senza barriere', 'Campi nei quartieri', 'Piscina coperta'],
      pegs: pegs(`
        code | title | under
        G1 | Apertura fino alle 22 | Biblioteca di sera
        G2 | Rampe e ascensore | Museo senza barriere
        G3 | Tre nuovi campi | Campi nei quartieri
      `),
    },
  ),
  layout(
    'dup-in-lines-of-cells',
    'paragraphs',
    book(
      'obiettivi 2025.xlsx',
      sheet(
        'Indirizzi',
        `
        Estratto del DUP 2025-2027
        Ambito strategico A – Economia⏎Obiettivi operativi:⏎– Mercati rionali⏎– Botteghe storiche
        Ambito strategico B – Ambiente⏎Obiettivi operativi:⏎– Fiumi puliti⏎– Aria pulita⏎– Meno rumore
        `,
      ),
      plan(
        'Obiettivi',
        `
        25.1 | Nuovi banchi | Mercati rionali | Ivo Tasso
        25.2 | Insegne di una volta | Botteghe storiche | Ivo Tasso
        25.3 | Sponde libere | Fiumi puliti | Lea Sorbo
        `,
      ),
    ),
    {
      dup: true,
      areas: ['Economia', 'Ambiente'],
      operatings: ['Mercati rionali', 'Botteghe storiche', 'Fiumi puliti', 'Aria pulita', 'Meno rumore'],
      pegs: pegs(`
        code | title | under
        25.1 | Nuovi banchi | Mercati rionali
        25.2 | Insegne di una volta | Botteghe storiche
        25.3 | Sponde libere | Fiumi puliti
      `),
    },
  ),
];
