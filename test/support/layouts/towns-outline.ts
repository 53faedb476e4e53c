import { book, indicators, layout, pegs, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Bands, local numbers, outlines and links by name as different offices write them. */
export const townsOutline: readonly LayoutFixture[] = [
  layout(
    'bands-of-the-dup',
    'bands',
    book(
      'PEG 2024 Roccaverde.xlsx',
      sheet(
        'PEG 2024',
        `
        COMUNE DI ROCCAVERDE - PEG 2024
        n. | Obiettivo gestionale | Responsabile | Indicatore | Target
        AMBITO STRATEGICO 1 - Una comunità coesa
        Obiettivo strategico 1.1: Nessuno resta solo
        Obiettivo operativo 1.1.1: Servizi domiciliari
        1 | Nuovo appalto per l'assistenza | Eva Timo | Ore erogate | 12.000
        2 | Telesoccorso | Eva Timo | Utenti | 60
        Obiettivo operativo 1.1.2: Contrasto alla solitudine
        1 | Centro diurno | Eva Timo | Giorni di apertura | 220
        AMBITO STRATEGICO 2 - Un territorio curato
        Obiettivo strategico 2.1: Strade e piazze in ordine
        Obiettivo operativo 2.1.1: Manutenzioni programmate
        1 | Accordo quadro strade | Aldo Nespolo | Chilometri rifatti | 9
        `,
        ['A1:E1', 'A3:E3', 'A4:E4', 'A5:E5', 'A8:E8', 'A10:E10', 'A11:E11', 'A12:E12'],
      ),
    ),
    {
      areas: ['Una comunità coesa', 'Un territorio curato'],
      strategics: ['Nessuno resta solo', 'Strade e piazze in ordine'],
      operatings: ['Servizi domiciliari', 'Contrasto alla solitudine', 'Manutenzioni programmate'],
      pegs: pegs(`
        code | title | under | owner
        1 | Nuovo appalto per l'assistenza | Servizi domiciliari | Eva Timo
        2 | Telesoccorso | Servizi domiciliari | Eva Timo
        1 | Centro diurno | Contrasto alla solitudine | Eva Timo
        1 | Accordo quadro strade | Manutenzioni programmate | Aldo Nespolo
      `),
      indicators: indicators(`
        of | title | targets
        Nuovo appalto per l'assistenza | Ore erogate | 12.000
        Telesoccorso | Utenti | 60
        Centro diurno | Giorni di apertura | 220
        Accordo quadro strade | Chilometri rifatti | 9
      `),
    },
  ),
  layout(
    'sheets-of-sectors',
    'local-numbers',
    book(
      'Obiettivi settori 2022.xlsx',
      ...['Affari generali', 'Finanze', 'Tecnico'].map((name, i) =>
        sheet(
          `${i + 1} ${name}`,
          `
          SETTORE ${['I', 'II', 'III'][i]} - ${name.toUpperCase()}
          Dirigente: dott. ${['Remo Bosso', 'Tina Bosso', 'Ugo Bosso'][i]}
          .
          Ob. n. | Descrizione dell'obiettivo | Indicatore di risultato | Valore atteso | Peso
          1 | Primo impegno del settore ${name} | Atti adottati | 2 | 60
          2 | Secondo impegno del settore ${name} | Giorni medi | 15 | 40
          Totale | | | | 100
          `,
        ),
      ),
    ),
    {
      pegs: ['Affari generali', 'Finanze', 'Tecnico'].flatMap((name, i) =>
        ['Primo', 'Secondo'].map((which, n) => ({
          code: String(n + 1),
          title: `${which} impegno del settore ${name}`,
          owner: `dott. ${['Remo Bosso', 'Tina Bosso', 'Ugo Bosso'][i]}`,
          centre: `SETTORE ${['I', 'II', 'III'][i]} - ${name.toUpperCase()}`,
          weight: n === 0 ? 60 : 40,
        })),
      ),
      indicators: ['Affari generali', 'Finanze', 'Tecnico'].flatMap((name) => [
        { of: `Primo impegno del settore ${name}`, title: 'Atti adottati', targets: { '': '2' } },
        { of: `Secondo impegno del settore ${name}`, title: 'Giorni medi', targets: { '': '15' } },
      ]),
    },
  ),
  layout(
    'outline-with-level-column',
    'outline',
    book(
      'albero obiettivi.xlsx',
      sheet(
        'Albero 2023',
        `
        Codice | Livello | Descrizione | Responsabile
        1 | Ambito strategico | Comune semplice |
        1.1 | Obiettivo strategico | Servizi in rete |
        1.1.1 | Obiettivo operativo | Sportelli digitali |
        1.1.1.1 | Obiettivo gestionale | Pagamenti su PagoPA | Ada Cedro
        1.1.1.2 | Obiettivo gestionale | Certificati da casa | Ada Cedro
        1.1.2 | Obiettivo operativo | Archivi in ordine |
        1.1.2.1 | Obiettivo gestionale | Scarto d'archivio | Bice Noce
        2 | Ambito strategico | Comune verde |
        2.1 | Obiettivo strategico | Aria pulita |
        2.1.1 | Obiettivo operativo | Meno auto |
        2.1.1.1 | Obiettivo gestionale | Domeniche a piedi | Carlo Ontano
        `,
      ),
    ),
    {
      areas: ['Comune semplice', 'Comune verde'],
      strategics: ['Servizi in rete', 'Aria pulita'],
      operatings: ['Sportelli digitali', 'Archivi in ordine', 'Meno auto'],
      pegs: pegs(`
        code | title | under | owner
        1.1.1.1 | Pagamenti su PagoPA | Sportelli digitali | Ada Cedro
        1.1.1.2 | Certificati da casa | Sportelli digitali | Ada Cedro
        1.1.2.1 | Scarto d'archivio | Archivi in ordine | Bice Noce
        2.1.1.1 | Domeniche a piedi | Meno auto | Carlo Ontano
      `),
    },
  ),
  layout(
    'outline-not-missione-programma',
    'outline',
    book(
      'PEG 2021-2023.xlsx',
      sheet(
        'DUP - SeO',
        `
        Documento unico di programmazione 2021-2023 - Sezione operativa
        Missione/Programma | Codice obiettivo strategico | Obiettivo strategico | Codice obiettivo operativo | Obiettivo operativo | Responsabile politico
        01.04 | 01 | Entrate eque | 01.01 | Lotta all'evasione | Sindaco
        01.06 | 02 | Patrimonio sicuro | 02.01 | Edifici a norma | Assessore Lupi
        04.02 | 02 | Patrimonio sicuro | 02.02 | Scuole antisismiche | Assessore Lupi
        `,
      ),
      sheet(
        'PEG',
        `
        Missione/Programma | Rif. DUP | Cod. ob. PEG | Obiettivo PEG | Cod. CdR | CdR
        01.04 | 01.01 - Lotta all'evasione | 01.01.01 | Incrocio con il catasto | 200 | Tributi
        01.04 | 01.01 - Lotta all'evasione | 01.01.02 | Rateizzazioni on line | 200 | Tributi
        01.06 | 02.01 - Edifici a norma | 02.01.01 | Certificati antincendio | 310 | Lavori pubblici
        04.02 | 02.02 - Scuole antisismiche | 02.02.01 | Verifiche di vulnerabilità | 310 | Lavori pubblici
        `,
      ),
    ),
    {
      dup: true,
      strategics: ['Entrate eque', 'Patrimonio sicuro'],
      operatings: ["Lotta all'evasione", 'Edifici a norma', 'Scuole antisismiche'],
      pegs: pegs(`
        code | title | under | centre
        01.01.01 | Incrocio con il catasto | Lotta all'evasione | Tributi
        01.01.02 | Rateizzazioni on line | Lotta all'evasione | Tributi
        02.01.01 | Certificati antincendio | Edifici a norma | Lavori pubblici
        02.02.01 | Verifiche di vulnerabilità | Scuole antisismiche | Lavori pubblici
      `),
      mask: '00.00.00',
    },
  ),
  layout(
    'by-name-abbreviated',
    'by-name',
    book(
      'PEG Sassoforte.xlsx',
      sheet(
        'Linee DUP',
        `
        Linea programmatica | Obiettivo strategico | Obiettivo operativo
        Sassoforte che cresce | Attrarre nuove imprese | Semplificazione delle procedure edilizie
        Sassoforte che cresce | Attrarre nuove imprese | Promozione delle aree produttive
        Sassoforte che cura | Una casa per tutti | Manutenzione degli alloggi popolari
        `,
      ),
      sheet(
        'Obiettivi di PEG',
        `
        Obiettivo operativo di riferimento | Obiettivo di PEG | Servizio
        1) Semplificaz. procedure edilizie | Sportello unico digitale | Edilizia privata
        2) Promozione aree produttive | Opuscolo per gli investitori | Sviluppo economico
        3) MANUTENZIONE DEGLI ALLOGGI POPOLARI | Ripristino di venti alloggi | Patrimonio
        `,
      ),
    ),
    {
      dup: true,
      areas: ['Sassoforte che cresce', 'Sassoforte che cura'],
      strategics: ['Attrarre nuove imprese', 'Una casa per tutti'],
      operatings: [
        'Semplificazione delle procedure edilizie',
        'Promozione delle aree produttive',
        'Manutenzione degli alloggi popolari',
      ],
      pegs: pegs(`
        code | title | under | centre
        - | Sportello unico digitale | Semplificazione delle procedure edilizie | Edilizia privata
        - | Opuscolo per gli investitori | Promozione delle aree produttive | Sviluppo economico
        - | Ripristino di venti alloggi | Manutenzione degli alloggi popolari | Patrimonio
      `),
    },
  ),
  layout(
    'dup-as-text',
    'by-name',
    book(
      'DUP e PEG 2025.xlsx',
      sheet(
        'DUP 2025-2027',
        `
        DOCUMENTO UNICO DI PROGRAMMAZIONE 2025-2027
        Ambito strategico 1 - Un paese da vivere
        Obiettivo strategico 1.1 - Spazi pubblici curati
        Obiettivo operativo 1.1.1 - Piazze e giardini
        Obiettivo operativo 1.1.2 - Illuminazione
        Obiettivo strategico 1.2 - Cultura diffusa
        Obiettivo operativo 1.2.1 - Biblioteca di comunità
        `,
      ),
      sheet(
        'PEG 2025',
        `
        Ob. operativo DUP | Codice PEG | Obiettivo PEG | Responsabile
        1.1.1 | P-01 | Nuovi giochi al parco | Dino Salice
        1.1.2 | P-02 | Lampioni a led in via Mazzini | Dino Salice
        1.2.1 | P-03 | Gruppo di lettura | Piera Olmo
        `,
      ),
    ),
    {
      dup: true,
      areas: ['Un paese da vivere'],
      strategics: ['Spazi pubblici curati', 'Cultura diffusa'],
      operatings: ['Piazze e giardini', 'Illuminazione', 'Biblioteca di comunità'],
      pegs: pegs(`
        code | title | under | owner
        P-01 | Nuovi giochi al parco | Piazze e giardini | Dino Salice
        P-02 | Lampioni a led in via Mazzini | Illuminazione | Dino Salice
        P-03 | Gruppo di lettura | Biblioteca di comunità | Piera Olmo
      `),
    },
  ),
];
