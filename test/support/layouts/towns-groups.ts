import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Several indicators or phases in one row, in groups of columns or in lines of one cell; month grids; weights. */
export const townsGroups: readonly LayoutFixture[] = [
  layout(
    'numbered-groups-of-columns',
    'repeated-groups',
    book(
      'Obiettivi 2023 Castelbosco.xlsx',
      sheet(
        'Obiettivi',
        `
        Codice | Obiettivo | Responsabile | Indicatore 1 | Target 1 | Indicatore 2 | Target 2 | Fase 1 | Scadenza fase 1 | Fase 2 | Scadenza fase 2
        CB1 | Restauro della torre civica | Ugo Carrubo | Avanzamento lavori | 80% | Visite guidate | 10 | Progetto esecutivo | 31/03/2023 | Consegna lavori | 30/06/2023
        CB2 | Nuova illuminazione del borgo | Ugo Carrubo | Punti luce sostituiti | 120 | | | Gara | 28/02/2023 | |
        CB3 | Mercato contadino | Rina Salvia | Banchi occupati | 15 | Giornate | 20 | Bando | 31/01/2023 | Avvio | 15/04/2023
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        CB1 | Restauro della torre civica | Ugo Carrubo
        CB2 | Nuova illuminazione del borgo | Ugo Carrubo
        CB3 | Mercato contadino | Rina Salvia
      `),
      indicators: indicators(`
        of | title | targets
        CB1 | Avanzamento lavori | 80%
        CB1 | Visite guidate | 10
        CB2 | Punti luce sostituiti | 120
        CB3 | Banchi occupati | 15
        CB3 | Giornate | 20
      `),
      phases: phases(`
        of | title | end
        CB1 | Progetto esecutivo | 2023-03-31
        CB1 | Consegna lavori | 2023-06-30
        CB2 | Gara | 2023-02-28
        CB3 | Bando | 2023-01-31
        CB3 | Avvio | 2023-04-15
      `),
    },
  ),
  layout(
    'outcome-and-output',
    'repeated-groups',
    book(
      'Piano performance.xlsx',
      sheet(
        'Piano 2024',
        `
        PIANO DELLA PERFORMANCE 2024 | | | | | | | |
        Area strategica | Obiettivo strategico | Indicatore di outcome | Valore di partenza | Target 2026 | Obiettivo annuale | Indicatore di output | Target 2024 | Struttura
        Lavoro | Più imprese giovani | Imprese under 35 | 210 | 260 | Sportello per chi apre | Consulenze | 150 | SUAP
         | | | | | Bando primi affitti | Domande accolte | 12 | SUAP
        Ambiente | Meno rifiuti indifferenziati | Raccolta differenziata | 64% | 72% | Isole ecologiche intelligenti | Isole installate | 8 | Ambiente
        `,
      ),
    ),
    {
      areas: ['Lavoro', 'Ambiente'],
      strategics: ['Più imprese giovani', 'Meno rifiuti indifferenziati'],
      pegs: pegs(`
        code | title | under | centre
        - | Sportello per chi apre | Più imprese giovani | SUAP
        - | Bando primi affitti | Più imprese giovani | SUAP
        - | Isole ecologiche intelligenti | Meno rifiuti indifferenziati | Ambiente
      `),
      indicators: indicators(`
        of | title | targets | baselines
        Più imprese giovani | Imprese under 35 | 2026=260 | 210
        Sportello per chi apre | Consulenze | 2024=150
        Bando primi affitti | Domande accolte | 2024=12
        Meno rifiuti indifferenziati | Raccolta differenziata | 2026=72% | 64%
        Isole ecologiche intelligenti | Isole installate | 2024=8
      `),
    },
  ),
  layout(
    'lines-in-a-cell',
    'phases-text',
    book(
      'PEG obiettivi 2021.xlsx',
      sheet(
        'Servizi sociali',
        `
        Codice | Titolo obiettivo | Fasi e tempi | Indicatori di risultato | Valore atteso
        SS-1 | Regolamento unico degli interventi | 1. Mappatura dei regolamenti vigenti⏎2. Stesura della bozza⏎3. Proposta al Consiglio | Bozza pronta | entro il 30/09/2021
        SS-2 | Emporio solidale | - Convenzione con le associazioni⏎- Apertura dell'emporio | Famiglie servite⏎Giorni di apertura | almeno 80⏎150
        SS-3 | Accesso ai servizi su appuntamento | Avvio sperimentale | Tempo medio di attesa | 7 giorni
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title
        SS-1 | Regolamento unico degli interventi
        SS-2 | Emporio solidale
        SS-3 | Accesso ai servizi su appuntamento
      `),
      phases: phases(`
        of | title
        SS-1 | Mappatura dei regolamenti vigenti
        SS-1 | Stesura della bozza
        SS-1 | Proposta al Consiglio
        SS-2 | Convenzione con le associazioni
        SS-2 | Apertura dell'emporio
        SS-3 | Avvio sperimentale
      `),
      indicators: indicators(`
        of | title | targets
        SS-1 | Bozza pronta | entro il 30/09/2021
        SS-2 | Famiglie servite | almeno 80
        SS-2 | Giorni di apertura | 150
        SS-3 | Tempo medio di attesa | 7 giorni
      `),
    },
  ),
  layout(
    'gantt-in-wide-table',
    'month-grid',
    book(
      'Cronoprogramma 2024.xlsx',
      sheet(
        'Gantt',
        `
        Obiettivo | Attività | Peso % | 2024 | | | | | | | | | | |
         | | | Gen | Feb | Mar | Apr | Mag | Giu | Lug | Ago | Set | Ott | Nov | Dic
        01 - Piano urbano del traffico | Rilievi | 40 | X | X | X | | | | | | | | |
         | Scenari | 30 | | | | X | X | X | | | | | |
         | Adozione | 30 | | | | | | | | | X | X | X | X
        02 - Zone trenta | Segnaletica | 100 | | | | | ● | ● | ● | | | | |
        `,
        ['D1:O1', 'A1:A2', 'B1:B2', 'C1:C2', 'A3:A5'],
      ),
    ),
    {
      pegs: pegs(`
        code | title
        01 | Piano urbano del traffico
        02 | Zone trenta
      `),
      phases: phases(`
        of | title | weight | months
        Piano urbano del traffico | Rilievi | 40 | 1,2,3
        Piano urbano del traffico | Scenari | 30 | 4,5,6
        Piano urbano del traffico | Adozione | 30 | 9,10,11,12
        Zone trenta | Segnaletica | 100 | 5,6,7
      `),
    },
  ),
  layout(
    'month-grid-numbers-and-percentages',
    'month-grid',
    book(
      'PEG programmazione mensile.xlsx',
      sheet(
        'Programmazione',
        `
        PEG 2025 - Programmazione mensile
        Cod. | Obiettivo di gestione | Fasi di realizzazione | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | Resp.
        G.01 | Inventario dei beni mobili | Sopralluoghi | 50% | 50% | | | | | | | | | | | Elsa Tiglio
        G.01 | Inventario dei beni mobili | Etichettatura | | | 30% | 30% | 40% | | | | | | | | Elsa Tiglio
        G.02 | Gara assicurazioni | Capitolato | | | | | | 100% | | | | | | | Nino Loto
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        G.01 | Inventario dei beni mobili | Elsa Tiglio
        G.02 | Gara assicurazioni | Nino Loto
      `),
      phases: phases(`
        of | title | months
        G.01 | Sopralluoghi | 1,2
        G.01 | Etichettatura | 3,4,5
        G.02 | Capitolato | 6
      `),
    },
  ),
  layout(
    'weights-as-fractions',
    'weights',
    book(
      'pesi 2022.xlsx',
      sheet(
        'Obiettivi',
        `
        Codice obiettivo | Denominazione obiettivo | Settore | Incidenza | Fascia
        P1 | Piano delle manutenzioni | Tecnico | #0.5% | alta
        P2 | Portale della trasparenza | Affari generali | #0.3% | media
        P3 | Formazione obbligatoria | Personale | #0.2% | bassa
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | centre | weight
        P1 | Piano delle manutenzioni | Tecnico | 50
        P2 | Portale della trasparenza | Affari generali | 30
        P3 | Formazione obbligatoria | Personale | 20
      `),
      scale: 'percent',
    },
  ),
  layout(
    'weights-in-words',
    'weights',
    book(
      'obiettivi pesati.xlsx',
      sheet(
        'Ob. 2023',
        `
        N. | Obiettivo gestionale | Ponderazione | Dirigente
        1 | Riordino delle aree verdi | 0,25 | Sara Pino
        2 | Catasto degli impianti | 0,35 | Sara Pino
        3 | Affidamento del canile | 0,40 | Leo Abete
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        1 | Riordino delle aree verdi | Sara Pino | 0.25
        2 | Catasto degli impianti | Sara Pino | 0.35
        3 | Affidamento del canile | Leo Abete | 0.4
      `),
      scale: 'fraction',
    },
  ),
];
