import { book, layout, pegs, sheet } from '../notation';
import type { LayoutFixture } from '../types';

/** Objectives in rows, offices in columns, marks or shares where they meet. */
export const matrices: readonly LayoutFixture[] = [
  layout(
    'matrix-of-crosses',
    'matrices',
    book(
      'matrice 2025.xlsx',
      sheet(
        'Matrice',
        `
        Codice | Obiettivo gestionale | Tributi | Anagrafe | Polizia locale | Biblioteca
        G1 | Pagamenti in linea | X | X | |
        G2 | Certificati da casa | | x | |
        G3 | Domeniche a piedi | | | X |
        G4 | Letture nei parchi | | | X | X
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | participants
        G1 | Pagamenti in linea | Tributi+Anagrafe
        G2 | Certificati da casa | Anagrafe
        G3 | Domeniche a piedi | Polizia locale
        G4 | Letture nei parchi | Polizia locale+Biblioteca
      `),
    },
  ),
  layout(
    'matrix-of-shares',
    'matrices',
    book(
      'pesi per ufficio.xlsx',
      sheet(
        'Uffici',
        `
        N. | Obiettivo di PEG | Responsabile | Ragioneria | Demografici | Edilizia
        1 | Bilancio leggibile | Ada Cedro | 100% | |
        2 | Sportello unico | Bice Noce | | 70% | 30%
        3 | Archivio edilizio | Carlo Ontano | 10% | | 90%
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | participants
        1 | Bilancio leggibile | Ada Cedro | Ragioneria
        2 | Sportello unico | Bice Noce | Demografici+Edilizia
        3 | Archivio edilizio | Carlo Ontano | Ragioneria+Edilizia
      `),
    },
  ),
  layout(
    'matrix-of-people-with-signs',
    'matrices',
    book(
      'chi fa cosa.xlsx',
      sheet(
        'Chi fa cosa',
        `
        Obiettivo gestionale | Peso | Rossi A. | Verdi B. | Neri C.
        Nuovo regolamento | 50 | R | C | C
        Mappa dei rischi | 30 | | R | C
        Piano della formazione | 20 | C | | R
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | weight | participants
        - | Nuovo regolamento | 50 | Rossi A.+Verdi B.+Neri C.
        - | Mappa dei rischi | 30 | Verdi B.+Neri C.
        - | Piano della formazione | 20 | Rossi A.+Neri C.
      `),
    },
  ),
];
