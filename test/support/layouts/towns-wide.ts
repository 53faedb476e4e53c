import { book, indicators, layout, pegs, phases, sheet } from './notation';
import type { LayoutFixture } from './types';

/** Wide tables as different offices draw them. */
export const townsWide: readonly LayoutFixture[] = [
  layout(
    'small-town-one-sheet',
    'wide',
    book(
      'Piano obiettivi 2024 Pietralta.xlsx',
      sheet(
        'Foglio1',
        `
        COMUNE DI PIETRALTA
        Provincia di Montegallo
        PIANO DETTAGLIATO DEGLI OBIETTIVI - ANNO 2024
        .
        AREA | RESPONSABILE | N. | OBIETTIVO | DESCRIZIONE | INDICATORE | RISULTATO ATTESO | PESO
        Area amministrativa | Sig.ra Tea Biancospino | #1 | Digitalizzare l'archivio anagrafico | Scansione delle schede individuali dal 1950 | Schede scansionate | almeno 3.000 | #40
         | | #2 | Rivedere il regolamento dei contratti | Bozza da portare in Consiglio | Bozza trasmessa al Segretario | SI | #60
        Area tecnica | Geom. Otto Frassino | #3 | Completare la rotatoria di via Roma | Conclusione dei lavori appaltati nel 2023 | Certificato di regolare esecuzione | entro il 31/10/2024 | #50
         | | #4 | Censire gli alberi del parco | Schedatura con posizione e stato di salute | Alberi schedati / alberi presenti | 100% | #50
        TOTALE | | | | | | | #200
        .
        Il Segretario comunale
        dott.ssa Vera Ontani
        `,
        ['A6:A7', 'A8:A9', 'B6:B7', 'B8:B9'],
      ),
    ),
    {
      dup: false,
      pegs: pegs(`
        code | title | owner | centre | weight | at
        1 | Digitalizzare l'archivio anagrafico | Sig.ra Tea Biancospino | Area amministrativa | 40 | Foglio1!D6
        2 | Rivedere il regolamento dei contratti | Sig.ra Tea Biancospino | Area amministrativa | 60
        3 | Completare la rotatoria di via Roma | Geom. Otto Frassino | Area tecnica | 50
        4 | Censire gli alberi del parco | Geom. Otto Frassino | Area tecnica | 50
      `),
      indicators: indicators(`
        of | title | targets
        1 | Schede scansionate | almeno 3.000
        2 | Bozza trasmessa al Segretario | SI
        3 | Certificato di regolare esecuzione | entro il 31/10/2024
        4 | Alberi schedati / alberi presenti | 100%
      `),
      scale: 'percent',
    },
  ),
  layout(
    'union-of-towns',
    'wide',
    book(
      'PEG Unione Valle del Rovo 2023-2025.xlsx',
      sheet(
        'PEG',
        `
        UNIONE DEI COMUNI VALLE DEL ROVO | | | | | | | |
        Cod. obiettivo | Ente | Missione | Programma | Obiettivo gestionale | Tipologia | Dirigente responsabile | Altri servizi coinvolti | Scadenza
        UVR-01 | Unione | 01 | 0108 | Unificare i siti istituzionali | Sviluppo | Ines Melograno | Segreteria; URP | @2023-09-30
        UVR-02 | Comune di Rovo | 03 | 0301 | Estendere la videosorveglianza | Sviluppo | Corrado Giunco | | @2023-12-31
        UVR-03 | Unione | 12 | 1201 | Convenzione unica per i nidi | Mantenimento | Ines Melograno | Ragioneria | @2023-07-31
        `,
        ['A1:I1'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | type | mission | programme | participants | end | at
        UVR-01 | Unificare i siti istituzionali | Ines Melograno | Sviluppo | 01 | 0108 | Segreteria+URP | 2023-09-30 | PEG!E3
        UVR-02 | Estendere la videosorveglianza | Corrado Giunco | Sviluppo | 03 | 0301 | | 2023-12-31
        UVR-03 | Convenzione unica per i nidi | Ines Melograno | Mantenimento | 12 | 1201 | Ragioneria | 2023-07-31
      `),
    },
  ),
  layout(
    'every-level-coded',
    'wide',
    book(
      'PIAO 2025 performance.xlsx',
      sheet(
        'Albero della performance',
        `
        Cod. | Ambito strategico | Cod. | Obiettivo strategico | Cod. | Obiettivo operativo | Cod. | Obiettivo esecutivo | Centro di responsabilità
        A | Città accogliente | A.1 | Famiglie al centro | A.1.1 | Servizi per l'infanzia | A.1.1.1 | Aprire il nido di via Po | 12 - Istruzione
        A | Città accogliente | A.1 | Famiglie al centro | A.1.1 | Servizi per l'infanzia | A.1.1.2 | Carta dei servizi dei nidi | 12 - Istruzione
        A | Città accogliente | A.2 | Anziani attivi | A.2.1 | Domiciliarità | A.2.1.1 | Pasti a domicilio sette giorni su sette | 14 - Sociale
        B | Città in movimento | B.1 | Mobilità dolce | B.1.1 | Rete ciclabile | B.1.1.1 | Collegare la stazione al polo scolastico | 21 - Viabilità
        `,
      ),
    ),
    {
      areas: ['Città accogliente', 'Città in movimento'],
      strategics: ['Famiglie al centro', 'Anziani attivi', 'Mobilità dolce'],
      operatings: ["Servizi per l'infanzia", 'Domiciliarità', 'Rete ciclabile'],
      pegs: pegs(`
        code | title | under | centre
        A.1.1.1 | Aprire il nido di via Po | Servizi per l'infanzia | 12 - Istruzione
        A.1.1.2 | Carta dei servizi dei nidi | Servizi per l'infanzia | 12 - Istruzione
        A.2.1.1 | Pasti a domicilio sette giorni su sette | Domiciliarità | 14 - Sociale
        B.1.1.1 | Collegare la stazione al polo scolastico | Rete ciclabile | 21 - Viabilità
      `),
    },
  ),
  layout(
    'three-row-header-rotated',
    'wide',
    book(
      'peg_2022.xlsx',
      sheet(
        'Obiettivi e indicatori',
        `
        OBIETTIVO | | | MISURAZIONE | | | | |
        Codice | Denominazione | P⏎E⏎S⏎O | Indicatore | Unità⏎di misura | Consuntivo | | Valore atteso |
         | | | | | 2020 | 2021 | 2022 | 2023
        SP01 | Ridurre le liste d'attesa del trasporto scolastico | 30 | Domande in attesa | n. | 45 | 38 | 20 | 10
        SP02 | Rinnovare gli arredi delle mense | 20 | Plessi rinnovati | n. | 1 | 1 | 3 | 5
        SP03 | Educazione stradale nelle scuole | 50 | Classi coinvolte | n. | 12 | 8 | 20 | 24
        `,
        ['A1:C1', 'D1:I1', 'F2:G2', 'H2:I2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3'],
      ),
    ),
    {
      pegs: pegs(`
        code | title | weight | at
        SP01 | Ridurre le liste d'attesa del trasporto scolastico | 30 | Obiettivi e indicatori!B4
        SP02 | Rinnovare gli arredi delle mense | 20
        SP03 | Educazione stradale nelle scuole | 50
      `),
      indicators: indicators(`
        of | title | unit | targets | actuals
        SP01 | Domande in attesa | n. | 2022=20; 2023=10 | 2020=45; 2021=38
        SP02 | Plessi rinnovati | n. | 2022=3; 2023=5 | 2020=1; 2021=1
        SP03 | Classi coinvolte | n. | 2022=20; 2023=24 | 2020=12; 2021=8
      `),
      scale: 'percent',
    },
  ),
  layout(
    'header-far-down-code-last',
    'wide',
    book(
      'Allegato B.xlsx',
      sheet(
        'Allegato B',
        `
        CITTÀ DI MONTEROSSO AL TICINO
        Deliberazione della Giunta comunale n. 44 del 12/03/2021
        .
        Premessa
        Il Piano esecutivo di gestione assegna ai responsabili dei servizi gli obiettivi e le dotazioni necessarie, in coerenza con il documento unico di programmazione approvato dal Consiglio comunale.
        Gli obiettivi sono pesati dalla Giunta su proposta del Segretario generale, sentito il Nucleo di valutazione, e sono verificati due volte l'anno.
        .
        Tabella 1 - Obiettivi assegnati per il triennio 2021-2023
        .
        Indirizzo strategico | Obiettivo | Risultato atteso al 31/12/2021 | Servizio | Pesatura | Rif.
        Una città che legge | Allungare gli orari della biblioteca | 48 ore settimanali | Cultura | 1,2 | MT/01/2021
        Una città che legge | Prestito tra le scuole | 6 scuole in rete | Cultura | 1,0 | MT/02/2021
        Una città sicura | Rifare la segnaletica orizzontale | 12 km | Polizia locale | 1,4 | MT/03/2021
        Una città sicura | Controllo di vicinato | 4 quartieri | Polizia locale | 1,1 | MT/04/2021
        Nota: la pesatura è un coefficiente da 1,0 a 1,4.
        `,
      ),
    ),
    {
      areas: ['Una città che legge', 'Una città sicura'],
      pegs: pegs(`
        code | title | centre | weight | at
        MT/01/2021 | Allungare gli orari della biblioteca | Cultura | 1.2 | Allegato B!B11
        MT/02/2021 | Prestito tra le scuole | Cultura | 1
        MT/03/2021 | Rifare la segnaletica orizzontale | Polizia locale | 1.4
        MT/04/2021 | Controllo di vicinato | Polizia locale | 1.1
      `),
      scale: 'multiplier',
    },
  ),
  layout(
    'english-headers',
    'wide',
    book(
      'Performance plan 2026.xlsx',
      sheet(
        'Objectives',
        `
        Strategic objective | Operating objective | Code | Management objective | Owner | Start date | Due date | Weight | KPI | Baseline 2025 | Target 2026
        A greener city | Urban forest | GR-01 | Plant 500 trees in the new park | Lia Holm | 01/02/2026 | 30/11/2026 | 40% | Trees planted | 120 | 500
        A greener city | Urban forest | GR-02 | Tree survey | Lia Holm | 01/03/2026 | 31/10/2026 | 20% | Share of trees surveyed | 35% | 90%
        A fairer city | Housing support | SO-01 | Cut waiting time for rent aid | Rolf Birch | 01/01/2026 | 31/12/2026 | 40% | Average days | 60 | 30
        `,
      ),
    ),
    {
      strategics: ['A greener city', 'A fairer city'],
      operatings: ['Urban forest', 'Housing support'],
      pegs: pegs(`
        code | title | under | owner | weight | start | end
        GR-01 | Plant 500 trees in the new park | Urban forest | Lia Holm | 40 | 2026-02-01 | 2026-11-30
        GR-02 | Tree survey | Urban forest | Lia Holm | 20 | 2026-03-01 | 2026-10-31
        SO-01 | Cut waiting time for rent aid | Housing support | Rolf Birch | 40 | 2026-01-01 | 2026-12-31
      `),
      indicators: indicators(`
        of | title | targets | baselines
        GR-01 | Trees planted | 2026=500 | 2025=120
        GR-02 | Share of trees surveyed | 2026=90% | 2025=35%
        SO-01 | Average days | 2026=30 | 2025=60
      `),
      scale: 'percent',
    },
  ),
  layout(
    'piao-section',
    'wide',
    book(
      'PIAO 2024-2026 sezione 2.xlsx',
      sheet(
        '2.2 Performance',
        `
        SEZIONE 2 - VALORE PUBBLICO, PERFORMANCE E ANTICORRUZIONE
        Sottosezione 2.2 - Performance
        .
        Valore pubblico | Obiettivo di performance | Dimensione | Stakeholder | Tempi | Indicatore | Formula di calcolo | Baseline | Target 2024 | Target 2025 | Fonte | Responsabile (EQ)
        Cittadini digitali | Attivare tre servizi su IO | Efficacia quantitativa | Cittadini | 31/12/2024 | Servizi attivati | numero servizi | 1 | 3 | 5 | CED | Pia Sambuco
        Cittadini digitali | Ridurre gli accessi allo sportello | Efficienza | Cittadini, professionisti | 31/12/2024 | Accessi fisici | accessi anno n / accessi anno n-1 | 100% | 90% | 80% | Eliminacode | Pia Sambuco
        Ambiente sano | Sostituire le auto a benzina | Impatto ambientale | Dipendenti | 30/09/2024 | Auto elettriche sul totale | auto elettriche / auto totali | 10% | 25% | 40% | Autoparco | Gino Tasso
        `,
      ),
    ),
    {
      areas: ['Cittadini digitali', 'Ambiente sano'],
      pegs: pegs(`
        code | title | owner | end | at
        - | Attivare tre servizi su IO | Pia Sambuco | 2024-12-31 | 2.2 Performance!B5
        - | Ridurre gli accessi allo sportello | Pia Sambuco | 2024-12-31
        - | Sostituire le auto a benzina | Gino Tasso | 2024-09-30
      `),
      indicators: indicators(`
        of | title | formula | source | targets | baselines
        Attivare tre servizi su IO | Servizi attivati | numero servizi | CED | 2024=3; 2025=5 | 1
        Ridurre gli accessi allo sportello | Accessi fisici | accessi anno n / accessi anno n-1 | Eliminacode | 2024=90%; 2025=80% | 100%
        Sostituire le auto a benzina | Auto elettriche sul totale | auto elettriche / auto totali | Autoparco | 2024=25%; 2025=40% | 10%
      `),
    },
  ),
  layout(
    'monitoring-columns',
    'wide',
    book(
      'PDO monitoraggio 2020.xlsx',
      sheet(
        'PDO',
        `
        Servizio: Tributi | | | | | |
        Responsabile: Lia Corniolo | | | | | |
        Ob. | Fase | Peso fase | Data inizio | Data fine | Stato di attuazione al 30/06 | % raggiungimento
        1. Recupero evasione IMU | Bonifica banca dati | 0,4 | 01.02.2020 | 31.05.2020 | Conclusa | 100%
        1. Recupero evasione IMU | Emissione avvisi | 0,6 | 01.06.2020 | 31.12.2020 | In corso | 20%
        2. Sportello tributi on line | Analisi del fabbisogno | 0,5 | 01.03.2020 | 30.06.2020 | Conclusa | 100%
        2. Sportello tributi on line | Avvio del servizio | 0,5 | 01.07.2020 | 30.11.2020 | Da avviare | 0%
        `,
      ),
    ),
    {
      pegs: pegs(`
        code | title | owner | centre
        1 | Recupero evasione IMU | Lia Corniolo | Tributi
        2 | Sportello tributi on line | Lia Corniolo | Tributi
      `),
      phases: phases(`
        of | title | start | end | weight
        Recupero evasione IMU | Bonifica banca dati | 2020-02-01 | 2020-05-31 | 0.4
        Recupero evasione IMU | Emissione avvisi | 2020-06-01 | 2020-12-31 | 0.6
        Sportello tributi on line | Analisi del fabbisogno | 2020-03-01 | 2020-06-30 | 0.5
        Sportello tributi on line | Avvio del servizio | 2020-07-01 | 2020-11-30 | 0.5
      `),
    },
  ),
];
