import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Schede obiettivo as different offices draw them. */
export const townsCards: readonly LayoutFixture[] = [
  layout(
    'metropolitan-city-cards',
    'cards',
    book(
      'PEG CM 2020.xlsx',
      sheet(
        '2020_05',
        `
        CITTÀ METROPOLITANA DI VALDAURA - PIANO ESECUTIVO DI GESTIONE 2020
        DIREZIONE | Viabilità e trasporti
        DIRIGENTE | Ing. Moreno Ginepro
        OBIETTIVO N. | 2020_05
        TITOLO OBIETTIVO | Manutenzione programmata dei ponti
        MISSIONE | 10 - Trasporti e diritto alla mobilità
        PROGRAMMA | 1005 - Viabilità e infrastrutture stradali
        OBIETTIVO OPERATIVO DI RIFERIMENTO | 4.2 Strade metropolitane più sicure
        TIPOLOGIA | Sviluppo
        PESO | 40
        FINALITÀ | Ridurre il numero di ponti con limitazioni di carico attraverso un programma triennale di ispezioni e interventi.
        .
        ATTIVITÀ | DATA INIZIO PREVISTA | DATA FINE PREVISTA | PESO %
        Ispezioni visive | 01/02/2020 | 30/06/2020 | 40
        Programma degli interventi | 01/07/2020 | 30/09/2020 | 60
        .
        INDICATORI DI RISULTATO | PESO % | VALORE ATTESO | CONSUNTIVO
        Ponti ispezionati | 70 | 120 |
        Programma approvato | 30 | SI |
        `,
      ),
      sheet(
        '2020_06',
        `
        CITTÀ METROPOLITANA DI VALDAURA - PIANO ESECUTIVO DI GESTIONE 2020
        DIREZIONE | Viabilità e trasporti
        DIRIGENTE | Ing. Moreno Ginepro
        OBIETTIVO N. | 2020_06
        TITOLO OBIETTIVO | Catasto delle strade
        MISSIONE | 10 - Trasporti e diritto alla mobilità
        PROGRAMMA | 1005 - Viabilità e infrastrutture stradali
        OBIETTIVO OPERATIVO DI RIFERIMENTO | 4.2 Strade metropolitane più sicure
        TIPOLOGIA | Mantenimento
        PESO | 60
        FINALITÀ | Completare la banca dati georeferenziata.
        .
        ATTIVITÀ | DATA INIZIO PREVISTA | DATA FINE PREVISTA | PESO %
        Rilievo delle pertinenze | 01/01/2020 | 31/12/2020 | 100
        .
        INDICATORI DI RISULTATO | PESO % | VALORE ATTESO | CONSUNTIVO
        Chilometri rilevati | 100 | 800 |
        `,
      ),
    ),
    {
      operatings: ['Strade metropolitane più sicure'],
      pegs: pegs(`
        code | title | under | owner | centre | weight | type | at
        2020_05 | Manutenzione programmata dei ponti | Strade metropolitane più sicure | Ing. Moreno Ginepro | Viabilità e trasporti | 40 | Sviluppo | 2020_05!B5
        2020_06 | Catasto delle strade | Strade metropolitane più sicure | Ing. Moreno Ginepro | Viabilità e trasporti | 60 | Mantenimento
      `),
      phases: phases(`
        of | title | start | end | weight
        2020_05 | Ispezioni visive | 2020-02-01 | 2020-06-30 | 40
        2020_05 | Programma degli interventi | 2020-07-01 | 2020-09-30 | 60
        2020_06 | Rilievo delle pertinenze | 2020-01-01 | 2020-12-31 | 100
      `),
      indicators: indicators(`
        of | title | targets
        2020_05 | Ponti ispezionati | 120
        2020_05 | Programma approvato | SI
        2020_06 | Chilometri rilevati | 800
      `),
    },
  ),
  layout(
    'cards-two-per-row',
    'cards',
    book(
      'Schede sport.xlsx',
      sheet(
        'Sport e giovani',
        `
        Codice: | SG/1 | | Codice: | SG/2
        Titolo: | Riaprire la piscina | | Titolo: | Consulta dei giovani
        Responsabile: | Ivo Cardo | | Responsabile: | Mia Cardo
        Peso: | 55 | | Peso: | 45
        .
        Codice: | SG/3 | | Codice: | SG/4
        Titolo: | Palestre scolastiche aperte | | Titolo: | Festa dello sport
        Responsabile: | Ivo Cardo | | Responsabile: | Mia Cardo
        Peso: | 70 | | Peso: | 30
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        SG/1 | Riaprire la piscina | Ivo Cardo | 55
        SG/2 | Consulta dei giovani | Mia Cardo | 45
        SG/3 | Palestre scolastiche aperte | Ivo Cardo | 70
        SG/4 | Festa dello sport | Mia Cardo | 30
      `),
    },
  ),
  layout(
    'cards-values-below',
    'cards',
    book(
      'schede_obiettivo_2019.xlsx',
      sheet(
        'Schede',
        `
        SCHEDA OBIETTIVO N. 1
        Denominazione dell'obiettivo | | Centro di responsabilità
        Piano antenne | | Ambiente
        Obiettivo strategico | | Obiettivo operativo
        2 - Salute e territorio | | 2.3 - Ridurre le emissioni
        Responsabile | | Personale coinvolto
        Ada Rovere | | Bea Rovere, Ciro Rovere
        Indicatore | Target | Unità di misura
        Impianti censiti | 100% | %
        .
        SCHEDA OBIETTIVO N. 2
        Denominazione dell'obiettivo | | Centro di responsabilità
        Orti urbani | | Verde
        Obiettivo strategico | | Obiettivo operativo
        2 - Salute e territorio | | 2.4 - Più verde di quartiere
        Responsabile | | Personale coinvolto
        Ezio Rovere | | Fina Rovere
        Indicatore | Target | Unità di misura
        Orti assegnati | 60 | n.
        `,
      ),
    ),
    {
      strategics: ['Salute e territorio'],
      operatings: ['Ridurre le emissioni', 'Più verde di quartiere'],
      pegs: pegs(`
        code | title | under | owner | centre
        1 | Piano antenne | Ridurre le emissioni | Ada Rovere | Ambiente
        2 | Orti urbani | Più verde di quartiere | Ezio Rovere | Verde
      `),
      indicators: indicators(`
        of | title | unit | targets
        Piano antenne | Impianti censiti | % | 100%
        Orti urbani | Orti assegnati | n. | 60
      `),
    },
  ),
  layout(
    'cards-in-running-text',
    'cards',
    book(
      'PEG narrativo.xlsx',
      sheet(
        'Obiettivi',
        `
        Obiettivo gestionale: AG-2022-01 - Nuovo contratto decentrato
        Codice DUP: 1.1.2~– Personale motivato
        Responsabile del servizio: Zoe Mirto
        Descrizione: Sottoscrizione del contratto decentrato entro l'anno, dopo la costituzione del fondo.
        .
        Obiettivo gestionale: AG-2022-02 - Piano della formazione
        Codice DUP: 1.1.2~– Personale motivato
        Responsabile del servizio: Zoe Mirto
        Descrizione: Almeno venti ore di formazione per dipendente.
        `,
      ),
    ),
    {
      operatings: ['Personale motivato'],
      pegs: pegs(`
        code | title | under | owner
        AG-2022-01 | Nuovo contratto decentrato | Personale motivato | Zoe Mirto
        AG-2022-02 | Piano della formazione | Personale motivato | Zoe Mirto
      `),
    },
  ),
  layout(
    'cards-many-labels-in-a-cell',
    'cards',
    book(
      'Schede incollate da Word.xlsx',
      sheet(
        'Scheda A',
        `
        OBIETTIVO ESECUTIVO | Codice: CUL.7⏎Titolo: Un museo per i bambini⏎Responsabile: Nora Malva
        Obiettivo operativo | 3.1.4 Patrimonio vivo
        Fasi | Termine
        Progetto didattico | 30/04/2023
        Apertura dei laboratori | 31/10/2023
        `,
      ),
    ),
    {
      operatings: ['Patrimonio vivo'],
      pegs: pegs(`
        code | title | under | owner
        CUL.7 | Un museo per i bambini | Patrimonio vivo | Nora Malva
      `),
      phases: phases(`
        of | title | end
        CUL.7 | Progetto didattico | 2023-04-30
        CUL.7 | Apertura dei laboratori | 2023-10-31
      `),
    },
  ),
  layout(
    'cards-merged-form',
    'cards',
    book(
      'Scheda performance.xlsx',
      sheet(
        'Ob. 3',
        `
        SCHEDA OBIETTIVO DI PERFORMANCE | | | | | |
        Settore | Urbanistica | | | Anno | 2024 |
        Titolare di EQ | Arch. Dora Lauro | | | Codice | URB03 |
        Titolo dell'obiettivo | Variante per il riuso dei capannoni | | | | |
        Collegamento con il DUP | Ob. op. 05.02 - Rigenerare senza consumare suolo | | | | |
        Descrizione dell'obiettivo | La variante individua gli edifici dismessi e ne disciplina il riuso temporaneo. | | | | |
        FASI E TEMPI | | | | | |
        n. | Fase | | Inizio | Fine | Peso | Note
        1 | Censimento | | 01/01/2024 | 31/03/2024 | 30 |
        2 | Adozione | | 01/04/2024 | 31/07/2024 | 40 |
        3 | Approvazione | | 01/08/2024 | 31/12/2024 | 30 |
        INDICATORI | | | | | |
        n. | Indicatore | | Tipo | Valore iniziale | Valore atteso | Peso
        1 | Edifici censiti | | quantità | 0 | 40 | 50
        2 | Delibera di adozione | | tempo | - | entro luglio | 50
        `,
        [
          'A1:G1',
          'B2:D2',
          'B3:D3',
          'B4:G4',
          'B5:G5',
          'B6:G6',
          'A7:G7',
          'B8:C8',
          'B9:C9',
          'B10:C10',
          'B11:C11',
          'A12:G12',
          'B13:C13',
          'B14:C14',
          'B15:C15',
        ],
      ),
    ),
    {
      operatings: ['Rigenerare senza consumare suolo'],
      pegs: pegs(`
        code | title | under | owner | centre
        URB03 | Variante per il riuso dei capannoni | Rigenerare senza consumare suolo | Arch. Dora Lauro | Urbanistica
      `),
      phases: phases(`
        of | title | start | end | weight
        URB03 | Censimento | 2024-01-01 | 2024-03-31 | 30
        URB03 | Adozione | 2024-04-01 | 2024-07-31 | 40
        URB03 | Approvazione | 2024-08-01 | 2024-12-31 | 30
      `),
      indicators: indicators(`
        of | title | targets | baselines
        URB03 | Edifici censiti | 40 | 0
        URB03 | Delibera di adozione | entro luglio | -
      `),
    },
  ),
];
