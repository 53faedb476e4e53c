import { book, indicators, layout, pegs, sheet } from '../notation';
import type { LayoutFixture } from '../types';

/** Bands over the rows of a table, naming levels by words that are in no lexicon. */
export const bands: readonly LayoutFixture[] = [
  layout(
    'bands-of-two-unknown-words',
    'bands',
    book(
      'PEG 2025.xlsx',
      sheet(
        'PEG',
        `
        n. | Obiettivo gestionale | Responsabile | Indicatore | Target
        Pilastro A – Una comunità coesa
        Filone A.1 – Servizi domiciliari
        1 | Nuovo appalto per l'assistenza | Eva Timo | Ore erogate | 12.000
        2 | Telesoccorso | Eva Timo | Utenti | 60
        Filone A.2 – Contrasto alla solitudine
        3 | Centro diurno | Eva Timo | Giorni di apertura | 220
        Pilastro B – Un territorio curato
        Filone B.1 – Manutenzioni programmate
        4 | Accordo quadro strade | Aldo Nespolo | Chilometri rifatti | 9
        `,
        ['A2:E2', 'A3:E3', 'A6:E6', 'A8:E8', 'A9:E9'],
      ),
    ),
    {
      strategics: ['Una comunità coesa', 'Un territorio curato'],
      operatings: ['Servizi domiciliari', 'Contrasto alla solitudine', 'Manutenzioni programmate'],
      pegs: pegs(`
        code | title | under | owner
        1 | Nuovo appalto per l'assistenza | Servizi domiciliari | Eva Timo
        2 | Telesoccorso | Servizi domiciliari | Eva Timo
        3 | Centro diurno | Contrasto alla solitudine | Eva Timo
        4 | Accordo quadro strade | Manutenzioni programmate | Aldo Nespolo
      `),
      indicators: indicators(`
        of | title
        Nuovo appalto per l'assistenza | Ore erogate
        Telesoccorso | Utenti
        Centro diurno | Giorni di apertura
        Accordo quadro strade | Chilometri rifatti
      `),
    },
  ),
  layout(
    'bands-of-one-unknown-word-below-a-known',
    'bands',
    book(
      'obiettivi 2024.xlsx',
      sheet(
        'Obiettivi',
        `
        Codice | Obiettivo esecutivo | Servizio | Scadenza
        OBIETTIVO STRATEGICO 1: Comune digitale
        Cantiere 1: Sportelli in rete
        D01 | Pagamenti in linea | Tributi | 30/06/2024
        D02 | Certificati da casa | Anagrafe | 31/10/2024
        OBIETTIVO STRATEGICO 2: Comune vicino
        Cantiere 2: Uffici aperti
        D03 | Apertura il sabato | Anagrafe | 31/03/2024
        Cantiere 3: Uffici in piazza
        D04 | Camper dei servizi | Demografici | 30/09/2024
        `,
      ),
    ),
    {
      strategics: ['Comune digitale', 'Comune vicino'],
      operatings: ['Sportelli in rete', 'Uffici aperti', 'Uffici in piazza'],
      pegs: pegs(`
        code | title | under | centre
        D01 | Pagamenti in linea | Sportelli in rete | Tributi
        D02 | Certificati da casa | Sportelli in rete | Anagrafe
        D03 | Apertura il sabato | Uffici aperti | Anagrafe
        D04 | Camper dei servizi | Uffici in piazza | Demografici
      `),
    },
  ),
  layout(
    'bands-that-are-offices-stay-offices',
    'bands',
    book(
      'pdo.xlsx',
      sheet(
        'PDO 2025',
        `
        Codice | Obiettivo gestionale | Responsabile | Peso
        SETTORE 1 – Affari generali
        AG1 | Riordino dell'archivio | Ada Cedro | 60
        AG2 | Nuovo protocollo | Ada Cedro | 40
        SETTORE 2 – Lavori pubblici
        LP1 | Piano degli asfalti | Bice Noce | 100
        `,
        ['A2:D2', 'A5:D5'],
      ),
    ),
    {
      strategics: [],
      operatings: [],
      pegs: pegs(`
        code | title | owner | weight | centre
        AG1 | Riordino dell'archivio | Ada Cedro | 60 | SETTORE 1 – Affari generali
        AG2 | Nuovo protocollo | Ada Cedro | 40 | SETTORE 1 – Affari generali
        LP1 | Piano degli asfalti | Bice Noce | 100 | SETTORE 2 – Lavori pubblici
      `),
    },
  ),
];
