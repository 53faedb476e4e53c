import type { Severity } from '../../../src/coherence';
import {
  BANDS,
  BY_NAME,
  CARDS,
  GROUPS,
  LOCAL,
  MERGED,
  MIXED,
  MONTHS,
  OUTLINE_CODES,
  TEXTS,
  WIDE,
  planted,
  type FamilyPlan,
} from './families';

/** One violation planted in a family's clean plan: the text that is replaced, and by what. */
export interface FamilyMutation {
  readonly rule: string;
  readonly severity: Severity;
  readonly clean: FamilyPlan;
  readonly plan: FamilyPlan;
  /** What was replaced, to name the test. */
  readonly what: string;
}

type Change = readonly [from: string, to: string];
type Planting = readonly [rule: string, severity: Severity, ...changes: Change[]];

const [E, W, I] = ['error', 'warning', 'info'] as const;

/** `*` in front of the text: wherever it stands. */
function mutations(clean: FamilyPlan, plantings: readonly Planting[]): FamilyMutation[] {
  return plantings.map(([rule, severity, ...changes]) => ({
    rule,
    severity,
    clean,
    what: changes.map(([from, to]) => `${from} → ${to}`.replace(/\s+/g, ' ')).join(', '),
    plan: changes.reduce(
      (plan, [from, to]) =>
        from.startsWith('*') ? planted(plan, from.slice(1), to, true) : planted(plan, from, to),
      clean,
    ),
  }));
}

const SHARE = 'pratiche on line / totale pratiche';

/** Violations planted in every family that has the columns for them. */
export const FAMILY_MUTATIONS: readonly FamilyMutation[] = [
  ...mutations(WIDE, [
    ['STR-01', W, ['| 120 | AG.02', '| 120 |']],
    ['STR-02', W, ['ST.02', 'ST.O2']],
    ['STR-03', E, ['AG.02', 'AG.01']],
    ['STR-04', W, ['Sostituzione dei lampioni con LED', 'Adeguamento antincendio della scuola media']],
    ['NAM-03', W, ['Riordino dell’archivio storico', 'Riordino dell’archivio storico e del']],
    ['NAM-04', W, ['scuola media |', 'scuola media (CPI) Nuove porte tagliafuoco nelle scuole |']],
    ['WGT-02', E, ['60% | 01/01', '70% | 01/01']],
    ['WGT-03', E, ['| 40% | 01/02', '| | 01/02']],
    ['WGT-03', E, ['| 40% | 01/02', '| 140% | 01/02']],
    ['TIM-02', E, ['01/01/2022 | 30/09/2022', '01/10/2022 | 30/09/2022']],
    ['TIM-03', I, ['15/12/2022', '15/12/2029']],
    ['IND-01', W, [SHARE, '']],
    ['IND-02', W, ['| ml |', '| |']],
    ['IND-04', W, ['| % | 20%', '| n. | 20%']],
    ['IND-05', W, ['lavori eseguiti / importo lavori', 'lavori eseguiti / abitanti']],
    [
      'IND-06',
      E,
      [`Pratiche on line | ${SHARE}`, 'Grado di accoglimento | domande presentate / domande accolte'],
    ],
    ['IND-07', W, [SHARE, 'utenti residenti / popolazione servita']],
    ['IND-07', E, [SHARE, 'riscossioni titolo I / accertamenti titoli I + III']],
    ['IND-08', W, [SHARE, '% pratiche on line']],
    ['IND-09', W, [`${SHARE} | %`, '(pratiche on line / totale pratiche) x 100 | n.']],
    ['IND-10', W, [SHARE, '(pratiche on line / totale pratiche']],
    ['IND-11', W, [SHARE, 'pratiche on line / tot']],
    ['TGT-01', E, ['| 450 |', '| |']],
    ['TGT-02', W, ['| 20% | 60% |', '| 20% | 160% |']],
    ['TGT-02', W, ['| 450 |', '| molti |']],
    [
      'TGT-05',
      W,
      [
        'Sportello anagrafe on line | 60% | 01/01/2022 | 30/09/2022 | Pratiche on line | pratiche on line / totale pratiche | % | 20% | 60%',
        'Aumentare le pratiche on line | 60% | 01/01/2022 | 30/09/2022 | Pratiche on line | pratiche on line / totale pratiche | % | 20% | 15%',
      ],
    ],
  ]),
  ...mutations(CARDS, [
    ['STR-01', W, ['RM-2024-02', '']],
    ['STR-02', W, ['RM-2024-02', 'RM-2024-2']],
    ['STR-03', E, ['RM-2024-02', 'RM-2024-01']],
    ['STR-07', E, ['RM-2024-02', 'RM-2023-02']],
    ['LNK-01', E, ['2.1 - Cultura per tutte le età', '']],
    ['RSP-02', W, ['Rag. Dario Mele', 'Rag. Dario Mele, Ing. Ugo Pini']],
    ['WGT-01', E, ['31/03/2024 | 40', '31/03/2024 | 50']],
    ['WGT-02', E, ['Peso | 70', 'Peso | 60']],
    ['WGT-03', E, ['Peso | 70', 'Peso |']],
    [
      'WGT-04',
      E,
      ['Peso | 30', 'Peso | 10'],
      ['Peso | 70', 'Peso | 90'],
      ['Biblioteca aperta la sera', 'Piano dell’arredo'],
      ['Manutenzione delle palestre', 'Tempestività dei pagamenti'],
    ],
    [
      'TIM-01',
      W,
      ['Turni del personale | 01/02/2024 | 31/03/2024 | 40', ''],
      ['Apertura serale | 01/04/2024 | 30/11/2024 | 60', ''],
    ],
    ['TIM-02', E, ['01/04/2024 | 30/11/2024', '01/12/2024 | 30/11/2024']],
    ['TIM-03', I, ['15/12/2024', '15/12/2030']],
    ['TIM-04', W, ['01/02/2024 | 31/03/2024', '|']],
    ['COV-04', E, ['Palestre controllate | palestre controllate / totale palestre | % | 100% | 100%', '']],
    ['TGT-01', E, ['| ore | 0 | 300', '| ore | 0 |']],
    ['TGT-03', W, ['non superiore a 28', '35']],
    ['IND-01', W, ['palestre controllate / totale palestre', '']],
    ['IND-10', E, ['giorni totali / n. fatture', 'giorni totali / ']],
  ]),
  ...mutations(BANDS, [
    ['STR-08', W, ['2 | Trasporto', '1 | Trasporto']],
    ['NAM-03', W, ['Porta a porta in collina', 'Porta a porta in']],
    ['RSP-01', E, ['Mensa biologica | Anna Tigli', 'Mensa biologica |']],
    ['RSP-02', W, ['Mensa biologica | Anna Tigli', 'Mensa biologica | Anna Tigli e Bruno Lecci']],
    ['RSC-01', E, ['MISSIONE 04', 'MISSIONE 44'], ['PROGRAMMA 0406', 'PROGRAMMA 4406']],
    ['TIM-02', E, ['01/03/2021 | 30/09/2021', '01/03/2021 | 30/01/2021']],
    ['TIM-03', I, ['30/11/2021', '30/11/2025']],
    ['COV-04', E, ['Centri aperti | n. | 1', '| |']],
    ['TGT-01', E, ['| 12000', '|']],
    ['IND-02', W, ['Famiglie servite | n.', 'Famiglie servite |']],
  ]),
  ...mutations(LOCAL, [
    ['STR-08', W, ['n. 2 | Inventario', 'n. 1 | Inventario']],
    ['LNK-01', E, ['scuole | Città sicura', 'scuole |']],
    ['WGT-02', E, ['| 60 | 30/09', '| 70 | 30/09']],
    ['WGT-03', E, ['| 60 | 30/09', '| | 30/09']],
    ['WGT-04', E, ['| 40 | 31/12', '| 20 | 31/12'], ['| 60 | 30/09', '| 80 | 30/09']],
    [
      'PRF-01',
      W,
      ['Tempi di pagamento delle fatture', 'Nuovo regolamento di contabilità'],
      ['Giorni medi di ritardo', 'Giorni di lavoro'],
    ],
    ['TIM-03', I, ['15/12/2025', '15/12/2035']],
    ['TGT-01', E, ['| 5000', '|']],
    ['COV-04', E, ['Servizi serali | n. | 40', '| |']],
  ]),
  ...mutations(OUTLINE_CODES, [
    ['STR-02', W, ['010102 | 01010201', '010102 | 1010201']],
    ['LNK-02', E, ['010102 | 01010201', '010109 | 01010201']],
    ['LNK-05', E, ['*02010101', '03010101']],
    ['LNK-09', E, ['02010101 | Alberi', '02010109 | Alberi']],
    [
      'COV-01',
      E,
      ['| 020101 | Nuovi alberi', '| 020101 | Nuovi alberi\n02 | Vivere nel verde | 0202 | Fiumi puliti | |'],
    ],
    [
      'COV-02',
      W,
      [
        '| 020101 | Nuovi alberi',
        '| 020101 | Nuovi alberi\n02 | Vivere nel verde | 0201 | Parchi e alberi | 020102 | Orti urbani',
      ],
    ],
    [
      'STR-08',
      W,
      [
        '| 020101 | Nuovi alberi',
        '| 020101 | Nuovi alberi\n02 | Vivere nel verde | 0201 | Parchi e alberi | 020101 | Orti urbani',
      ],
    ],
    ['RSP-01', E, ['Elio Noci', '']],
    ['TGT-01', E, ['| n. | 15 |', '| n. | |']],
    ['TGT-04', I, ['| n. | 15 | 20 | 25', '| n. | 15 | 20 |']],
  ]),
  ...mutations(BY_NAME, [
    ['LNK-02', E, ['02-ITINERARI CICLABILI', '02-PARCHI GIOCO']],
    ['LNK-03', E, ['02-SOCIALE E FAMIGLIE', '02-GOVERNO DEL BILANCIO']],
    ['LNK-04', E, ['01-TURISMO SOSTENIBILE | 02', '02-SOCIALE E FAMIGLIE | 02']],
    ['NAM-01', W, ['*01-TURISMO SOSTENIBILE', '01-TURISMO SOSTENIBILE E BALNEARE']],
    [
      'COV-02',
      W,
      [
        'Turismo sostenibile | Itinerari ciclabili',
        'Turismo sostenibile | Itinerari ciclabili\nTurismo sostenibile | Campeggi e rifugi',
      ],
    ],
    ['TGT-02', W, ['| 9.000', '| -9']],
  ]),
  ...mutations(MONTHS, [
    ['WGT-01', E, ['Diagnosi | 30', 'Diagnosi | 40']],
    ['WGT-03', E, ['Diagnosi | 30', 'Diagnosi |']],
    ['TIM-04', W, ['Statuto | 50 | | X | X | X', 'Statuto | 50 | | | |']],
    ['IND-05', W, ['kWh risparmiati / kWh consumati', 'kWh risparmiati / spesa per energia']],
    ['TGT-01', E, ['| n. | 50', '| n. |']],
  ]),
  ...mutations(TEXTS, [
    ['WGT-02', E, ['| 0,4 |', '| 0,5 |']],
    ['WGT-03', E, ['| 0,35 |', '| 3,5 |']],
    ['TIM-02', E, ['31.10.2021', '31.01.2021']],
    ['TIM-02', E, ['giugno 2021', 'giugno 2020']],
    ['TGT-02', W, ['almeno 90%', 'almeno 190%']],
    ['TGT-02', W, ['≥ 150', 'molti']],
    [
      'RSP-02',
      W,
      [
        'Mensa senza plastica | Scuole sostenibili | Eva Sarti',
        'Mensa senza plastica | Scuole sostenibili | Eva Sarti / Ivo Terzi',
      ],
    ],
  ]),
  ...mutations(GROUPS, [
    [
      'STR-05',
      W,
      [
        'SI | Contatti | n. | 5000',
        'SI | Contatti | n. | 5000\nCU2 | Stagione teatrale | Cultura diffusa | Gea Rovere | 01/09/2022 | 15/12/2022 | Spettacoli | n. | 12 | Spettatori | n. | 2400',
      ],
    ],
    ['STR-01', W, ['TU1', '']],
    ['TGT-02', W, ['| n. | 2400', '| n. | molti']],
    ['IND-02', W, ['Spettatori | n.', 'Spettatori |']],
    ['TIM-02', E, ['01/03/2022 | 31/05/2022', '01/03/2022 | 31/01/2022']],
  ]),
  ...mutations(MIXED, [
    ['COV-04', E, ['K-03 | Accessi alla intranet | n. accessi | n. | CED | 10.000 | 12.000 | 15.000', '']],
    ['TIM-01', W, ['K-02 | Regolamento | 01/02/2022 | 30/04/2022', '']],
    ['LNK-09', E, ['K-02 | Regolamento', 'K-09 | Regolamento']],
    ['IND-03', W, ['| CED |', '| |']],
    ['TGT-01', E, ['| 60% | 80%', '| | 80%']],
    ['WGT-02', E, ['Sara Cipressi | 45', 'Sara Cipressi | 40']],
  ]),
  ...mutations(MERGED, [
    [
      'STR-05',
      W,
      [
        'UT-01 | Giardino pubblico',
        'SG-01 | Sportello unico | 1.1 | Ines Gelsi | Segreteria | 01/01/2020 | 30/06/2020 | Sportelli uniti | n. | 3\nUT-01 | Giardino pubblico',
      ],
    ],
    ['STR-03', E, ['UT-01', 'SG-01']],
    ['STR-04', W, ['Giardino pubblico', 'Sportello unico']],
    ['LNK-02', E, ['Viali alberati | 2.1', 'Viali alberati | 2.9']],
    ['COV-02', W, ['2.1 | Verde curato', '2.1 | Verde curato\nPaese bello | 2.2 | Fiumi puliti']],
    [
      'COV-05',
      I,
      ['Viali alberati | 2.1 | Dino Sorbi | Tecnico', 'Viali alberati | 2.1 | Dino Sorbi | Segreteria'],
    ],
    ['TGT-01', E, ['| ore | 200', '| ore |']],
  ]),
];
