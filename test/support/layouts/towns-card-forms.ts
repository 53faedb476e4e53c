import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Forms for objectives that towns publish: heads and tables in one block, signatures, staff, remarks. */
export const townsCardForms: readonly LayoutFixture[] = [
  layout(
    'forms-name-under-its-number',
    'cards',
    book(
      'Schede 2026.xlsx',
      ...[
        ['1', 'Sportello energia', 'Efficienza degli edifici', 'Apertura al pubblico'],
        ['2', 'Passaggio ai lampioni a led', 'Luce pubblica', 'Passaggio in esercizio'],
      ].map(([number = '', title = '', parent = '', last = '']) =>
        sheet(
          `Scheda ${number}`,
          `
          COMUNE DI ACQUASANTA SUL COLLE
          PEG 2026 – SCHEDA OBIETTIVO
          .
          OBIETTIVO N° ${number}
          ${title}
          .
          Settore | Settore Ambiente | | | Dirigente | Nino Carpino
          Obiettivo strategico di riferimento | Meno emissioni | | | Obiettivo operativo di riferimento | ${parent}
          Peso | #50 | | | Tipologia | Sviluppo
          .
          Tipo | Indicatore | U.M. | Formula | Atteso 2026 | Raggiunto
          Efficacia | Utenti di ${title} | n. | | #300 |
          Qualità | Giudizi buoni su ${title} | % | buoni / tutti | #80 |
          .
          Attività | Chi | Gen | Feb | Mar | Apr | Mag | Giu | Lug | Ago | Set | Ott | Nov | Dic
          Studio di ${title} | Energia | x | x | x
          ${last} | Energia | | | | x | x
          .
          Verifica intermedia al 30/06
          Verifica finale al 31/12
          .
          Il Dirigente | | | | Il Segretario generale
          `,
          ['A5:J5'],
        ),
      ),
    ),
    {
      strategics: ['Meno emissioni'],
      operatings: ['Efficienza degli edifici', 'Luce pubblica'],
      pegs: pegs(`
        code | title | under | owner | centre | weight | type
        1 | Sportello energia | Efficienza degli edifici | Nino Carpino | Settore Ambiente | 50 | Sviluppo
        2 | Passaggio ai lampioni a led | Luce pubblica | Nino Carpino | Settore Ambiente | 50 | Sviluppo
      `),
      phases: phases(`
        of | title | months
        1 | Studio di Sportello energia | 1,2,3
        1 | Apertura al pubblico | 4,5
        2 | Studio di Passaggio ai lampioni a led | 1,2,3
        2 | Passaggio in esercizio | 4,5
      `),
      indicators: indicators(`
        of | title | unit | targets
        1 | Utenti di Sportello energia | n. | 2026=300
        1 | Giudizi buoni su Sportello energia | % | 2026=80
        2 | Utenti di Passaggio ai lampioni a led | n. | 2026=300
        2 | Giudizi buoni su Passaggio ai lampioni a led | % | 2026=80
      `),
    },
  ),
  layout(
    'forms-head-glued-to-the-tables',
    'cards',
    book(
      'PDO 2026.xlsx',
      sheet(
        'PDO',
        `
        PIANO DETTAGLIATO DEGLI OBIETTIVI 2026
        .
        AREA: Demografici | | | RESPONSABILE: Lea Faggio |
        OBIETTIVO N. 1: Certificati dal tabaccaio | | | | PESO: 70%
        FASI | TEMPI | | INDICATORI | VALORE ATTESO
        Convenzione con le rivendite | 31/03/2026 | | Rivendite aderenti | #6
        Avvio del servizio | 30/09/2026 | | |
        .
        AREA: Demografici | | | RESPONSABILE: Lea Faggio |
        OBIETTIVO N. 2: Sale per i matrimoni | | | | PESO: 30%
        FASI | TEMPI | | INDICATORI | VALORE ATTESO
        Regolamento | 30/06/2026 | | Sale aperte | #2
        .
        AREA: Tributi | | | RESPONSABILE: Gino Faggio |
        OBIETTIVO N. 1: Rateizzazioni in linea | | | | PESO: 100%
        FASI | TEMPI | | INDICATORI | VALORE ATTESO
        Modulo digitale | 31/05/2026 | | Domande in linea | #90
        `,
        ['A4:D4', 'A10:D10', 'A15:D15'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        1 | Certificati dal tabaccaio | Lea Faggio | Demografici | 70
        2 | Sale per i matrimoni | Lea Faggio | Demografici | 30
        1 | Rateizzazioni in linea | Gino Faggio | Tributi | 100
      `),
      phases: phases(`
        of | title | end
        Certificati dal tabaccaio | Convenzione con le rivendite | 2026-03-31
        Certificati dal tabaccaio | Avvio del servizio | 2026-09-30
        Sale per i matrimoni | Regolamento | 2026-06-30
        Rateizzazioni in linea | Modulo digitale | 2026-05-31
      `),
      indicators: indicators(`
        of | title | targets
        Certificati dal tabaccaio | Rivendite aderenti | 6
        Sale per i matrimoni | Sale aperte | 2
        Rateizzazioni in linea | Domande in linea | 90
      `),
    },
  ),
  layout(
    'forms-tables-without-a-blank-row',
    'cards',
    book(
      'Obiettivi esecutivi.xlsx',
      sheet(
        'Schede',
        `
        SCHEDA N. 1
        Codice e denominazione obiettivo | 2.1 – Piste ciclabili collegate
        Riferimenti al DUP | OS 2 - Mobilità lenta⏎OO 2.4 - Rete delle⏎ciclabili
        Unità organizzativa | Mobilità
        Titolare di E.Q. | Ivana Nocciolo
        Azioni | Chi fa | Da | A
        Progetto dei raccordi | Mobilità | 01/02/2026 | 30/06/2026
        Cantiere | Lavori pubblici | 01/07/2026 | 31/12/2026
        Misure | Unità | Valore 2025 | Obiettivo 2026
        Indicatori di quantità
        Chilometri collegati | km | #4 | #9
        Indicatori di tempo
        Fine dei lavori | data | | 31/12/2026
        Note
        .
        SCHEDA N. 2
        Codice e denominazione obiettivo | 2.2 – Zone a traffico limitato
        Riferimenti al DUP | OS 2 - Mobilità lenta⏎OO 2.5 - Centro storico
        Unità organizzativa | Mobilità
        Titolare di E.Q. | Ivana Nocciolo
        Azioni | Chi fa | Da | A
        Varchi elettronici | Polizia locale | 01/03/2026 | 31/10/2026
        Misure | Unità | Valore 2025 | Obiettivo 2026
        Indicatori di quantità
        Varchi attivi | n. | #0 | #5
        Note
        `,
        ['A1:D1', 'B2:D2', 'A16:D16', 'B17:D17'],
      ),
    ),
    {
      strategics: ['Mobilità lenta'],
      operatings: ['Rete delle ciclabili', 'Centro storico'],
      pegs: pegs(`
        code | title | under | owner | centre
        2.1 | Piste ciclabili collegate | Rete delle ciclabili | Ivana Nocciolo | Mobilità
        2.2 | Zone a traffico limitato | Centro storico | Ivana Nocciolo | Mobilità
      `),
      phases: phases(`
        of | title | start | end
        2.1 | Progetto dei raccordi | 2026-02-01 | 2026-06-30
        2.1 | Cantiere | 2026-07-01 | 2026-12-31
        2.2 | Varchi elettronici | 2026-03-01 | 2026-10-31
      `),
      indicators: indicators(`
        of | title | unit | targets
        2.1 | Chilometri collegati | km | 2026=9
        2.1 | Fine dei lavori | data | 2026=31/12/2026
        2.2 | Varchi attivi | n. | 2026=5
      `),
    },
  ),
  layout(
    'forms-office-staff-and-list',
    'cards',
    book(
      'PEG per centri 2026.xlsx',
      ...[
        ['1', 'Economato', 'Ezio Olmo', 'Cassa senza contanti', 'Inventario dei beni'],
        ['2', 'Sport', 'Vera Olmo', 'Palestre in concessione', 'Voucher per i ragazzi'],
      ].map(([number = '', office = '', owner = '', first = '', second = '']) =>
        sheet(
          `CdR ${number}`,
          `
          PEG 2026 – Centro di responsabilità ${number}
          Denominazione | ${office}
          Responsabile | ${owner}
          .
          PERSONALE
          Cognome e nome | Profilo | % impiego
          Rovere Sara | Funzionario | #100
          Rovere Aldo | Istruttore | #50
          .
          OBIETTIVI
          Codice | Titolo obiettivo | Peso | Indicatore | Target 2026 | Termine
          ${number}.1 | ${first} | #60 | Passi di ${first} | #3 | 30/06/2026
          ${number}.2 | ${second} | #40 | Passi di ${second} | #5 | 31/12/2026
          `,
        ),
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight | end
        1.1 | Cassa senza contanti | Ezio Olmo | 60 | 2026-06-30
        1.2 | Inventario dei beni | Ezio Olmo | 40 | 2026-12-31
        2.1 | Palestre in concessione | Vera Olmo | 60 | 2026-06-30
        2.2 | Voucher per i ragazzi | Vera Olmo | 40 | 2026-12-31
      `),
      indicators: indicators(`
        of | title | targets
        1.1 | Passi di Cassa senza contanti | 2026=3
        1.2 | Passi di Inventario dei beni | 2026=5
        2.1 | Passi di Palestre in concessione | 2026=3
        2.2 | Passi di Voucher per i ragazzi | 2026=5
      `),
    },
  ),
  layout(
    'forms-list-and-cards',
    'cards',
    book(
      'Piano performance 2026.xlsx',
      sheet(
        'Elenco',
        `
        ELENCO DEGLI OBIETTIVI 2026
        Obiettivo | Titolo | Settore | Responsabile | Peso
        Obiettivo n. 1 | Acqua nelle scuole | Istruzione | Noemi Tasso | #55
        Obiettivo n. 2 | Aule all’aperto | Istruzione | Noemi Tasso | #45
        `,
      ),
      sheet(
        'Ob 1',
        `
        Numero obiettivo | 1
        Titolo obiettivo | Acqua nelle scuole
        Obiettivo operativo | Scuole senza plastica
        .
        Fasi | Inizio | Fine
        Erogatori | 01/03/2026 | 31/08/2026
        Avvio delle attività | 01/09/2026 | 31/12/2026
        .
        Data e firma ______________
        `,
      ),
      sheet(
        'Ob 2',
        `
        Numero obiettivo | 2
        Titolo obiettivo | Aule all’aperto
        Obiettivo operativo | Cortili vivi
        .
        Fasi | Inizio | Fine
        Arredi | 01/04/2026 | 31/10/2026
        .
        Data e firma ______________
        `,
      ),
    ),
    {
      operatings: ['Scuole senza plastica', 'Cortili vivi'],
      pegs: pegs(`
        code | title | under | owner | centre | weight
        1 | Acqua nelle scuole | Scuole senza plastica | Noemi Tasso | Istruzione | 55
        2 | Aule all’aperto | Cortili vivi | Noemi Tasso | Istruzione | 45
      `),
      phases: phases(`
        of | title | start | end
        Acqua nelle scuole | Erogatori | 2026-03-01 | 2026-08-31
        Acqua nelle scuole | Avvio delle attività | 2026-09-01 | 2026-12-31
        Aule all’aperto | Arredi | 2026-04-01 | 2026-10-31
      `),
    },
  ),
  layout(
    'forms-levels-row-after-row',
    'outline',
    book(
      'Albero 2026.xlsx',
      sheet(
        'Albero degli obiettivi',
        `
        LP = linea programmatica; OS = obiettivo strategico; OO = obiettivo operativo; OG = obiettivo gestionale
        .
        Livello | Cod. | Denominazione | Servizio | Resp.
        LP | #1 | Acqua pubblica | |
        OS | #1.1 | Meno perdite | |
        OO | 1.1.1 | Rete nuova | |
        OG | 1.1.1.1 | Sostituire le condotte del borgo | Acquedotto | Silvio Ginepro
        OG | 1.1.1.2 | Misurare le perdite di notte | Acquedotto | Silvio Ginepro
        OO | 1.1.2 | Contatori | |
        OG | 1.1.2.1 | Posare contatori a distanza | Utenze | Nives Ginepro
        `,
      ),
    ),
    {
      areas: ['Acqua pubblica'],
      strategics: ['Meno perdite'],
      operatings: ['Rete nuova', 'Contatori'],
      pegs: pegs(`
        code | title | under | owner | centre
        1.1.1.1 | Sostituire le condotte del borgo | Rete nuova | Silvio Ginepro | Acquedotto
        1.1.1.2 | Misurare le perdite di notte | Rete nuova | Silvio Ginepro | Acquedotto
        1.1.2.1 | Posare contatori a distanza | Contatori | Nives Ginepro | Utenze
      `),
    },
  ),
  layout(
    'forms-values-made-of-label-words',
    'cards',
    book(
      'Schede ragioneria 2026.xlsx',
      sheet(
        'Schede',
        `
        Schede obiettivo anno 2026
        .
        Codice obiettivo | RA-1
        Titolo obiettivo | Indicatori di bilancio
        Responsabile | Ida Sorbo
        Descrizione | Pubblicare gli indici in forma leggibile
        Fasi | Inizio | Fine | Peso
        Raccolta | 01/01/2026 | 31/03/2026 | #100
        .
        Codice obiettivo | RA-2
        Titolo obiettivo | Avvio delle attività
        Responsabile | Ida Sorbo
        Descrizione | Aprire lo sportello dei fornitori
        Fasi | Inizio | Fine | Peso
        Locali | 01/04/2026 | 31/05/2026 | #100
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        RA-1 | Indicatori di bilancio | Ida Sorbo
        RA-2 | Avvio delle attività | Ida Sorbo
      `),
      phases: phases(`
        of | title | start | end | weight
        RA-1 | Raccolta | 2026-01-01 | 2026-03-31 | 100
        RA-2 | Locali | 2026-04-01 | 2026-05-31 | 100
      `),
    },
  ),
];
