import { book, layout, pegs, sheet, indicators, phases } from './notation';
import type { LayoutFixture } from './types';

/** Cards headed by a line, labels over values, phases as lines, one office over several cards. */
export const townsForms: readonly LayoutFixture[] = [
  layout(
    'cards-headed-by-a-line',
    'cards',
    book(
      'PEG 2025 schede.xlsx',
      sheet(
        'Schede PEG',
        `
        COMUNE DI VALDOLMO
        SCHEDE DEGLI OBIETTIVI 2025
        Ob.~10.01.01 - Digitalizzare gli atti
        Obiettivo strategico: 10 - Comune efficiente
        Ob. operativo DUP: 10.01 - Semplificare i procedimenti
        Responsabile: Dott.ssa Ada Cedro
        a) Analisi dei flussi | entro il 31/03/2025
        b) Passaggio in esercizio | entro il 30/11/2025
        Indicatore | Atteso 2025 | Anno 2024
        Atti digitali | 90% | 60%
        .
        Ob.~10.02.01 - Ridurre i residui
        Obiettivo strategico: 10 - Comune efficiente
        Ob. operativo DUP: 10.02 - Conti in ordine
        Responsabile: Dott. Bice Noce
        a) Ricognizione | entro il 31/03/2025
        b) Avvio della riscossione | entro il 30/11/2025
        Indicatore | Atteso 2025 | Anno 2024
        Residui riscossi | 40% | 30%
        .
        Ob.~20.01.01 - Censire gli alberi
        Obiettivo strategico: 20 - Città verde
        Ob. operativo DUP: 20.01 - Parchi curati
        Responsabile: Arch. Carlo Ontano
        a) Rilievo | entro il 31/03/2025
        b) Pubblicazione della mappa | entro il 30/11/2025
        Indicatore | Atteso 2025 | Anno 2024
        Alberi censiti | 2000 | 0
        `,
      ),
    ),
    {
      strategics: ['Comune efficiente', 'Città verde'],
      operatings: ['Semplificare i procedimenti', 'Conti in ordine', 'Parchi curati'],
      pegs: pegs(`
        code | title | under | owner
        10.01.01 | Digitalizzare gli atti | Semplificare i procedimenti | Dott.ssa Ada Cedro
        10.02.01 | Ridurre i residui | Conti in ordine | Dott. Bice Noce
        20.01.01 | Censire gli alberi | Parchi curati | Arch. Carlo Ontano
      `),
      phases: phases(`
        of | title | end
        Digitalizzare gli atti | Analisi dei flussi | 2025-03-31
        Digitalizzare gli atti | Passaggio in esercizio | 2025-11-30
        Ridurre i residui | Ricognizione | 2025-03-31
        Ridurre i residui | Avvio della riscossione | 2025-11-30
        Censire gli alberi | Rilievo | 2025-03-31
        Censire gli alberi | Pubblicazione della mappa | 2025-11-30
      `),
      indicators: indicators(`
        of | title | targets | baselines
        Digitalizzare gli atti | Atti digitali | 2025=90% | 2024=60%
        Ridurre i residui | Residui riscossi | 2025=40% | 2024=30%
        Censire gli alberi | Alberi censiti | 2025=2000 | 2024=0
      `),
    },
  ),
  layout(
    'cards-labels-over-values',
    'cards',
    book(
      'PDO 2025.xlsx',
      sheet(
        'Affari generali',
        `
        PIANO DEGLI OBIETTIVI 2025
        OBIETTIVO N. | TITOLO | | PESO
        1 | Digitalizzare gli atti | | 40
        RESPONSABILE | ALTRI SERVIZI COINVOLTI
        Ada Cedro | CED
        FINALITÀ
        Rendere gli atti disponibili a tutti senza carta
        FASI | | | TERMINE
        Analisi dei flussi | | | entro il 31/03/2025
        Avvio del portale | | | entro il 30/11/2025
        INDICATORE | ATTESO | CONSUNTIVO
        Atti digitali | 90% |
        .
        OBIETTIVO N. | TITOLO | | PESO
        2 | Mappare i processi | | 60
        RESPONSABILE | ALTRI SERVIZI COINVOLTI
        Bice Noce |
        FINALITÀ
        Conoscere i tempi dei procedimenti
        FASI | | | TERMINE
        Rilievo | | | entro il 31/03/2025
        Disegno | | | entro il 30/11/2025
        INDICATORE | ATTESO | CONSUNTIVO
        Processi mappati | 20 |
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight | participants
        1 | Digitalizzare gli atti | Ada Cedro | 40 | CED
        2 | Mappare i processi | Bice Noce | 60 |
      `),
      phases: phases(`
        of | title | end
        Digitalizzare gli atti | Analisi dei flussi | 2025-03-31
        Digitalizzare gli atti | Avvio del portale | 2025-11-30
        Mappare i processi | Rilievo | 2025-03-31
        Mappare i processi | Disegno | 2025-11-30
      `),
      indicators: indicators(`
        of | title | targets
        Digitalizzare gli atti | Atti digitali | 90%
        Mappare i processi | Processi mappati | 20
      `),
    },
  ),
  layout(
    'cards-under-one-centre',
    'cards',
    book(
      'Schede 2025.xlsx',
      sheet(
        'CdR RAG',
        `
        SCHEDE OBIETTIVO 2025
        Centro di responsabilità: | Ragioneria
        .
        Codice | R-01 | Peso | 40
        Titolo | Ridurre i residui | |
        Dirigente | Bice Noce | Assessore | Ugo Tasso
        Fasi | Scadenza
        Ricognizione | 31/03/2025
        Passaggio in esercizio | 30/11/2025
        Indicatore | Target 2025
        Residui riscossi | 40%
        .
        Risorse umane | Categoria | % impegno
        Nives Larice | C | 50
        Aldo Tiglio | D | 20
        .
        Codice | R-02 | Peso | 60
        Titolo | Pagare nei termini | |
        Dirigente | Bice Noce | Assessore | Ugo Tasso
        Fasi | Scadenza
        Avvio delle attività | 31/03/2025
        Verifica | 30/11/2025
        Indicatore | Target 2025
        Giorni di ritardo | 0
        .
        Data e firma del responsabile ______________
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight
        R-01 | Ridurre i residui | Bice Noce | Ragioneria | 40
        R-02 | Pagare nei termini | Bice Noce | Ragioneria | 60
      `),
      phases: phases(`
        of | title | end
        Ridurre i residui | Ricognizione | 2025-03-31
        Ridurre i residui | Passaggio in esercizio | 2025-11-30
        Pagare nei termini | Avvio delle attività | 2025-03-31
        Pagare nei termini | Verifica | 2025-11-30
      `),
      indicators: indicators(`
        of | title | targets
        Ridurre i residui | Residui riscossi | 2025=40%
        Pagare nei termini | Giorni di ritardo | 2025=0
      `),
    },
  ),
  layout(
    'cards-numbered-phases',
    'cards',
    book(
      'Schede 2025.xlsx',
      sheet(
        'CED',
        `
        Obiettivo: | I-01 Rinnovare la rete
        Responsabile: | Ivo Leccio
        Fase 1: | Censimento delle basi di dati
        Tempi fase 1: | dal 15/01/2025 al 30/04/2025
        Fase 2: | Avvio dei lavori
        Tempi fase 2: | dal 01/05/2025 al 31/12/2025
        Indicatore 1: | Servizi attivi in linea
        Target 1: | 20
        Indicatore 2: | Sedi collegate
        Target 2: | 5
        .
        Obiettivo: | I-02 Formare il personale
        Responsabile: | Ivo Leccio
        Fase 1: | Rilevazione dei bisogni
        Tempi fase 1: | dal 15/01/2025 al 30/04/2025
        Fase 2: | Corsi
        Tempi fase 2: | entro il 31/12/2025
        Indicatore 1: | Ore di formazione
        Target 1: | 200
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner
        I-01 | Rinnovare la rete | Ivo Leccio
        I-02 | Formare il personale | Ivo Leccio
      `),
      phases: phases(`
        of | title | start | end
        Rinnovare la rete | Censimento delle basi di dati | 2025-01-15 | 2025-04-30
        Rinnovare la rete | Avvio dei lavori | 2025-05-01 | 2025-12-31
        Formare il personale | Rilevazione dei bisogni | 2025-01-15 | 2025-04-30
        Formare il personale | Corsi |  | 2025-12-31
      `),
      indicators: indicators(`
        of | title | targets
        Rinnovare la rete | Servizi attivi in linea | 20
        Rinnovare la rete | Sedi collegate | 5
        Formare il personale | Ore di formazione | 200
      `),
    },
  ),
  layout(
    'cards-phases-that-begin',
    'cards',
    book(
      'Schede 2025.xlsx',
      sheet(
        'Scheda 1',
        `
        SCHEDA OBIETTIVO N. 1
        Titolo | Digitalizzare gli atti
        Responsabile | Ada Cedro
        Peso | 40
        FASI
        Fase 1 | Analisi dei flussi | 31/03/2025
        Fase 2 | Avvio del nuovo sistema | 30/06/2025
        Fase 3 | Avvio in esercizio e collaudo | 31/12/2025
        `,
      ),
      sheet(
        'Scheda 2',
        `
        SCHEDA OBIETTIVO N. 2
        Titolo | Mappare i processi
        Responsabile | Bice Noce
        Peso | 60
        Fasi | Termine
        Avvio della rilevazione | 31/03/2025
        Avvio gara | 30/04/2025
        Conclusione lavori | 31/12/2025
        `,
      ),
      sheet(
        'Scheda 3',
        `
        SCHEDA OBIETTIVO N. 3
        Titolo | Riordinare gli archivi
        Responsabile | Bice Noce
        FASI E TEMPI
        N. | Descrizione fase | Entro
        1 | Avvio | 31/03/2025
        2 | Scarto | 30/06/2025
        3 | Conclusione | 31/12/2025
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | weight
        1 | Digitalizzare gli atti | Ada Cedro | 40
        2 | Mappare i processi | Bice Noce | 60
        3 | Riordinare gli archivi | Bice Noce |
      `),
      phases: phases(`
        of | title | end
        Digitalizzare gli atti | Analisi dei flussi | 2025-03-31
        Digitalizzare gli atti | Avvio del nuovo sistema | 2025-06-30
        Digitalizzare gli atti | Avvio in esercizio e collaudo | 2025-12-31
        Mappare i processi | Avvio della rilevazione | 2025-03-31
        Mappare i processi | Avvio gara | 2025-04-30
        Mappare i processi | Conclusione lavori | 2025-12-31
        Riordinare gli archivi | Avvio | 2025-03-31
        Riordinare gli archivi | Scarto | 2025-06-30
        Riordinare gli archivi | Conclusione | 2025-12-31
      `),
    },
  ),
  layout(
    'cards-number-over-name',
    'cards',
    book(
      'Schede.xlsx',
      sheet(
        'Scheda 1',
        `
        OBIETTIVO N° 3
        Digitalizzare gli atti
        Settore | Settore Servizi al cittadino | Dirigente | Ada Cedro
        Peso | 40 | Tipo | Sviluppo
        Fasi | Entro
        Analisi | 30/04/2025
        Avvio in esercizio | 31/12/2025
        `,
      ),
      sheet(
        'Scheda 2',
        `
        OBIETTIVO N° 4
        Mappare i processi
        Settore | Settore Servizi al cittadino | Dirigente | Bice Noce
        Peso | 60 | Tipo | Mantenimento
        Fasi | Entro
        Rilievo | 30/04/2025
        Disegno | 31/12/2025
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre | weight | type
        3 | Digitalizzare gli atti | Ada Cedro | Settore Servizi al cittadino | 40 | Sviluppo
        4 | Mappare i processi | Bice Noce | Settore Servizi al cittadino | 60 | Mantenimento
      `),
      phases: phases(`
        of | title | end
        Digitalizzare gli atti | Analisi | 2025-04-30
        Digitalizzare gli atti | Avvio in esercizio | 2025-12-31
        Mappare i processi | Rilievo | 2025-04-30
        Mappare i processi | Disegno | 2025-12-31
      `),
    },
  ),
];
