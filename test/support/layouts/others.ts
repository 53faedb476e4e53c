import { gridOf, snapshotOf } from '../../../src/workbook';
import type { LayoutFixture } from './types';

/** Band rows, local numbers, outline codes, links by name, normalised sheets. */
export const others: readonly LayoutFixture[] = [
  {
    name: 'bands-missione-programma',
    family: 'bands',
    snapshot: snapshotOf(
      [
        gridOf(
          'PEG',
          [
            ['PIANO ESECUTIVO DI GESTIONE 2020-2022'],
            ['n.', 'Obiettivo esecutivo', 'Centro di responsabilità', 'Fasi', 'Tempi'],
            ['MISSIONE 01 - Servizi istituzionali, generali e di gestione'],
            ['Programma 0102 - Segreteria generale'],
            ['1', 'Informatizzare gli atti', 'Segreteria', 'Acquisto del software', '31.05.2020'],
            [null, null, null, 'Avvio in esercizio', '31.12.2020'],
            ['2', 'Aggiornare i regolamenti', 'Segreteria', 'Bozza', '30.09.2020'],
            ['MISSIONE 04 - Istruzione e diritto allo studio'],
            ['Programma 0406 - Servizi ausiliari all’istruzione'],
            ['1', 'Riorganizzare il trasporto scolastico', 'Scuola', 'Nuova gara', '31.07.2020'],
            ['2', 'Mensa a chilometro zero', 'Scuola', 'Capitolato', '30.06.2020'],
          ],
          { merges: ['A1:E1', 'A3:E3', 'A4:E4', 'A8:E8', 'A9:E9'] },
        ),
      ],
      { name: 'peg 2020.xlsx' },
    ),
    truth: {
      pegs: [
        { code: '1', title: 'Informatizzare gli atti', centre: 'Segreteria', at: 'PEG!B5' },
        { code: '2', title: 'Aggiornare i regolamenti', centre: 'Segreteria' },
        { code: '1', title: 'Riorganizzare il trasporto scolastico', centre: 'Scuola' },
        { code: '2', title: 'Mensa a chilometro zero', centre: 'Scuola' },
      ],
      phases: [
        { of: 'Informatizzare gli atti', title: 'Acquisto del software', end: '2020-05-31' },
        { of: 'Informatizzare gli atti', title: 'Avvio in esercizio', end: '2020-12-31' },
        { of: 'Aggiornare i regolamenti', title: 'Bozza', end: '2020-09-30' },
        { of: 'Riorganizzare il trasporto scolastico', title: 'Nuova gara', end: '2020-07-31' },
        { of: 'Mensa a chilometro zero', title: 'Capitolato', end: '2020-06-30' },
      ],
    },
  },
  {
    name: 'one-sheet-per-service',
    family: 'local-numbers',
    snapshot: snapshotOf(
      ['Polizia locale', 'Biblioteca', 'Tributi'].map((service, i) =>
        gridOf(service, [
          [`Servizio: ${service}`],
          [`Responsabile: ${['Ada Cedro', 'Bice Noce', 'Carlo Ontano'][i]}`],
          [],
          ['n. ob.', 'Obiettivo', 'Ob. operativo DUP', 'Peso'],
          ['n. 1', `Primo traguardo di ${service}`, `Linea ${service}`, 50],
          ['n. 2', `Secondo traguardo di ${service}`, `Linea ${service}`, 50],
        ]),
      ),
      { name: 'PEG 2025.xlsx' },
    ),
    truth: {
      operatings: ['Linea Polizia locale', 'Linea Biblioteca', 'Linea Tributi'],
      pegs: ['Polizia locale', 'Biblioteca', 'Tributi'].flatMap((service, i) =>
        ['Primo', 'Secondo'].map((which, n) => ({
          code: `n. ${n + 1}`,
          title: `${which} traguardo di ${service}`,
          under: `Linea ${service}`,
          owner: ['Ada Cedro', 'Bice Noce', 'Carlo Ontano'][i] ?? '',
          centre: service,
          weight: 50,
        })),
      ),
    },
  },
  {
    name: 'outline-codes',
    family: 'outline',
    snapshot: snapshotOf(
      [
        gridOf('DUP', [
          ['Documento unico di programmazione 2019-2021'],
          ['Cod.', 'Obiettivo strategico', 'Cod.', 'Obiettivo operativo'],
          ['01', 'Amministrazione vicina', '0101', 'Trasparenza e legalità'],
          ['01', 'Amministrazione vicina', '0102', 'Servizi on line'],
          ['02', 'Territorio sano', '0201', 'Verde e decoro'],
        ]),
        gridOf('Obiettivi PEG', [
          ['Codice', 'Obiettivo di PEG', 'Codice ob. operativo', 'Responsabile'],
          ['01010601', 'Pubblicare i dati aperti', '0101', 'Gina Faggio'],
          ['01010602', 'Aggiornare il piano anticorruzione', '101', 'Gina Faggio'],
          ['01020101', 'Attivare lo sportello digitale', '0102', 'Ivo Leccio'],
          ['2010101', 'Piantare duecento alberi', '0201', 'Mara Sughera'],
        ]),
      ],
      { name: 'peg2019.xlsx' },
    ),
    truth: {
      dup: true,
      strategics: ['Amministrazione vicina', 'Territorio sano'],
      operatings: ['Trasparenza e legalità', 'Servizi on line', 'Verde e decoro'],
      pegs: [
        {
          code: '01010601',
          title: 'Pubblicare i dati aperti',
          under: 'Trasparenza e legalità',
          owner: 'Gina Faggio',
          at: 'Obiettivi PEG!B2',
        },
        { code: '01010602', title: 'Aggiornare il piano anticorruzione', owner: 'Gina Faggio' },
        {
          code: '01020101',
          title: 'Attivare lo sportello digitale',
          under: 'Servizi on line',
          owner: 'Ivo Leccio',
        },
        {
          code: '2010101',
          title: 'Piantare duecento alberi',
          under: 'Verde e decoro',
          owner: 'Mara Sughera',
        },
      ],
    },
  },
  {
    name: 'link-by-name-capitals',
    family: 'by-name',
    snapshot: snapshotOf(
      [
        gridOf('DUP 2018', [
          ['Ambito strategico', 'Obiettivo strategico', 'Obiettivo operativo'],
          ['Comunità solidale', 'Sostenere le famiglie', 'Ampliare i posti al nido'],
          [null, null, 'Aiutare chi perde il lavoro'],
          ['Città verde', 'Ridurre i rifiuti', 'Raccolta porta a porta'],
        ]),
        gridOf('PEG 2018', [
          ['AMBITO', 'OB. STRATEGICO', 'OB. OPERATIVO', 'OBIETTIVO', 'CDR'],
          [
            'COMUNITÀ SOLIDALE',
            '01-SOSTENERE LE FAMIGLIE',
            'AMPLIARE I POSTI AL NIDO',
            'Nuova sezione lattanti',
            'Istruzione',
          ],
          [null, null, 'AIUTARE CHI PERDE IL LAVORO', 'Bando tirocini', 'Sociale'],
          [
            'CITTÀ VERDE',
            '02-RIDURRE I RIFIUTI',
            'RACCOLTA PORTA A PORTA',
            'Estensione alle frazioni',
            'Ambiente',
          ],
        ]),
      ],
      { name: 'piano.xlsx' },
    ),
    truth: {
      dup: true,
      areas: ['Comunità solidale', 'Città verde'],
      strategics: ['Sostenere le famiglie', 'Ridurre i rifiuti'],
      operatings: ['Ampliare i posti al nido', 'Aiutare chi perde il lavoro', 'Raccolta porta a porta'],
      pegs: [
        {
          code: null,
          title: 'Nuova sezione lattanti',
          under: 'Ampliare i posti al nido',
          centre: 'Istruzione',
          at: 'PEG 2018!D2',
        },
        { code: null, title: 'Bando tirocini', under: 'Aiutare chi perde il lavoro', centre: 'Sociale' },
        {
          code: null,
          title: 'Estensione alle frazioni',
          under: 'Raccolta porta a porta',
          centre: 'Ambiente',
        },
      ],
      mask: null,
    },
  },
  {
    name: 'normalised',
    family: 'normalised',
    snapshot: snapshotOf(
      [
        gridOf('DUP', [
          [
            'Codice',
            'Obiettivo strategico',
            'Codice operativo',
            'Obiettivo operativo',
            'Missione',
            'Programma',
          ],
          ['S1', 'Bilancio sano', 'S1.1', 'Entrate certe', '01', '0104'],
          ['S1', 'Bilancio sano', 'S1.2', 'Spesa efficiente', '01', '0103'],
        ]),
        gridOf('Obiettivi', [
          ['Codice', 'Denominazione', 'Ob. operativo', 'CdR', 'Responsabile', 'Peso'],
          ['2026-RA01', 'Riscuotere i residui', 'S1.1', 'RA', 'Furio Acero', 60],
          ['2026-RA02', 'Ridurre i tempi di pagamento', 'S1.2', 'RA', 'Furio Acero', 40],
        ]),
        gridOf('Fasi', [
          ['Codice obiettivo', 'N.', 'Descrizione', 'Inizio', 'Fine', 'Peso'],
          ['2026-RA01', 1, 'Estrazione posizioni', '01/01/2026', '28/02/2026', 30],
          ['2026-RA01', 2, 'Invio solleciti', '01/03/2026', '30/06/2026', 70],
          ['2026-RA02', 1, 'Monitoraggio mensile', '01/01/2026', '31/12/2026', 100],
        ]),
        gridOf('Indicatori', [
          [
            'Obiettivo',
            'Indicatore',
            'Formula',
            'Unità',
            'Fonte',
            'Baseline 2025',
            'Target 2026',
            'Target 2027',
          ],
          [
            '2026-RA01',
            'Tasso di riscossione',
            'riscosso / accertato',
            '%',
            'Ragioneria',
            '71%',
            '75%',
            '78%',
          ],
          [
            'Ridurre i tempi di pagamento',
            'Indicatore di tempestività',
            null,
            'gg',
            'Ragioneria',
            '4',
            '0',
            '-2',
          ],
        ]),
        gridOf('Centri di responsabilità', [
          ['Codice', 'Centro di responsabilità', 'Responsabile'],
          ['RA', 'Ragioneria', 'Furio Acero'],
        ]),
        gridOf('Dati di base', [
          ['Grandezza', 'Unità', '2024', '2025', 'Fonte'],
          ['Riscosso', '€', 1000, 1200, 'Ragioneria'],
          ['Accertato', '€', 1500, 1600, 'Ragioneria'],
        ]),
      ],
      { name: 'piano 2026.xlsx' },
    ),
    truth: {
      dup: true,
      strategics: ['Bilancio sano'],
      operatings: ['Entrate certe', 'Spesa efficiente'],
      pegs: [
        {
          code: '2026-RA01',
          title: 'Riscuotere i residui',
          under: 'Entrate certe',
          owner: 'Furio Acero',
          centre: 'RA',
          weight: 60,
          at: 'Obiettivi!B2',
        },
        { code: '2026-RA02', title: 'Ridurre i tempi di pagamento', under: 'Spesa efficiente', weight: 40 },
      ],
      phases: [
        {
          of: '2026-RA01',
          title: 'Estrazione posizioni',
          start: '2026-01-01',
          end: '2026-02-28',
          weight: 30,
        },
        { of: '2026-RA01', title: 'Invio solleciti', start: '2026-03-01', end: '2026-06-30', weight: 70 },
        { of: '2026-RA02', title: 'Monitoraggio mensile', weight: 100 },
      ],
      indicators: [
        {
          of: '2026-RA01',
          title: 'Tasso di riscossione',
          formula: 'riscosso / accertato',
          unit: '%',
          source: 'Ragioneria',
          targets: { '2026': '75%', '2027': '78%' },
          baselines: { '2025': '71%' },
        },
        {
          of: '2026-RA02',
          title: 'Indicatore di tempestività',
          unit: 'gg',
          targets: { '2026': '0', '2027': '-2' },
          baselines: { '2025': '4' },
        },
      ],
      mask: 'AAAA-LL00',
    },
  },
];
