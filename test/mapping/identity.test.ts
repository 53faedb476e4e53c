import { mapWorkbook } from '../../src/mapping';
import type { Plan } from '../../src/plan';
import { snapshotOf } from '../../src/workbook';
import { book, sheet } from '../support/layouts/notation';

// An objective is its code, else its title and who answers for it; offices that number on their own keep their own.

const HEADER = 'Codice | Obiettivo | Responsabile | Peso % | Indicatore | Target 2026';
const read = (...sheets: readonly [name: string, rows: string][]): Plan =>
  mapWorkbook({ workbooks: [book('PEG 2026.xlsx', ...sheets.map(([name, rows]) => sheet(name, rows)))] })
    .plan;
const named = ({ pegObjectives }: Plan) =>
  pegObjectives.map(({ title, owners, weight }) => [
    title.value,
    owners.map((one) => one.value).join('; '),
    weight?.number,
  ]);

describe('without codes', () => {
  test('one title of two offices is two objectives, each with its weight', () => {
    const plan = read([
      'PEG',
      `${HEADER}\n | Pagare in tempo | Anna Rovere | 30 | Giorni | 0\n | Recupero IMU | Anna Rovere | 70 | Avvisi | 300\n | Pagare in tempo | Ugo Tiglio | 10 | Giorni | 0\n | Strade | Ugo Tiglio | 90 | Km | 4`,
    ]);
    expect(named(plan)).toEqual([
      ['Pagare in tempo', 'Anna Rovere', 30],
      ['Recupero IMU', 'Anna Rovere', 70],
      ['Pagare in tempo', 'Ugo Tiglio', 10],
      ['Strade', 'Ugo Tiglio', 90],
    ]);
  });

  test('whichever row comes first, an id stays', () => {
    const rows = [
      ' | Pagare in tempo | Anna Rovere | 30 | Giorni | 0',
      ' | Pagare in tempo | Ugo Tiglio | 10 | Giorni | 0',
    ];
    const ids = (order: readonly string[]) =>
      new Set(read(['PEG', [HEADER, ...order].join('\n')]).pegObjectives.map(({ id }) => id));
    expect(ids(rows)).toEqual(ids([...rows].reverse()));
  });

  test('a name written with a title and without is one person', () => {
    const plan = read([
      'PEG',
      `${HEADER}\n | Pagare in tempo | Dott. Ugo Tiglio | 30 | Giorni | 0\n | Strade | Ugo Tiglio | 70 | Km | 4\n | Pagare in tempo | Tiglio Ugo | 30 | Fatture | 90`,
    ]);
    expect(plan.pegObjectives).toHaveLength(2);
  });

  test('the same row twice is stated twice, more indicators of one objective are not', () => {
    const twice = `${HEADER}\n | Parchi | Ugo Tiglio | 50 | Mq | 100\n | Parchi | Ugo Tiglio | 50 | Mq | 100\n | Strade | Ugo Tiglio | 50 | Km | 4`;
    expect(read(['PEG', twice]).pegRows).toHaveLength(3);
    const more = `${HEADER}\n | Parchi | Ugo Tiglio | 50 | Mq | 100\n | Parchi | Ugo Tiglio | 50 | Alberi | 20\n | Strade | Ugo Tiglio | 50 | Km | 4`;
    expect(read(['PEG', more]).pegRows).toHaveLength(2);
  });
});

describe('with codes', () => {
  test('one code of several centres is one objective of several offices, each with its weight', () => {
    const plan = read([
      'PEG',
      'Centro di responsabilità | Codice | Obiettivo | Peso % | Indicatore | Target 2026\nFinanze | T01 | Formare | 20 | Ore | 40\nFinanze | A01 | IMU | 80 | Avvisi | 300\nTecnico | T01 | Formare | 30 | Ore | 40\nTecnico | B01 | Ponte | 70 | SAL | 60',
    ]);
    expect(plan.pegObjectives).toHaveLength(3);
    expect(
      plan.pegObjectives[0]?.offices?.map(({ centre, weight }) => [centre?.value, weight?.number]),
    ).toEqual([
      ['Finanze', 20],
      ['Tecnico', 30],
    ]);
  });

  describe('given twice by one list', () => {
    const rows = [
      'SP-01 | Rassegna di teatro per le famiglie | Anna Rovere | 20 | Spettacoli | 6',
      'SP-02 | Nuova pista di atletica | Ugo Tiglio | 40 | Mq | 900',
      'SP-03 | Corsi di nuoto per le scuole | Ugo Tiglio | 20 | Alunni | 300',
      'SP-04 | Palestre aperte la sera | Ugo Tiglio | 20 | Ore | 80',
    ];
    const again = 'SP-01 | Apertura serale della biblioteca | Anna Rovere | 20 | Ore | 120';
    const list = (...more: readonly string[]) => read(['PEG', [HEADER, ...rows, ...more].join('\n')]);
    const measures = ({ pegObjectives, indicators }: Plan) =>
      indicators.map(({ title, objectiveId }) => [
        title.value,
        pegObjectives.find(({ id }) => id === objectiveId)?.title.value,
      ]);

    test('it is two objectives, each with what its row says', () => {
      const plan = list(again);
      expect(named(plan).map(([title]) => title)).toEqual([
        'Rassegna di teatro per le famiglie',
        'Nuova pista di atletica',
        'Corsi di nuoto per le scuole',
        'Palestre aperte la sera',
        'Apertura serale della biblioteca',
      ]);
      expect(measures(plan)).toContainEqual(['Ore', 'Apertura serale della biblioteca']);
      expect(measures(plan)).toContainEqual(['Spettacoli', 'Rassegna di teatro per le famiglie']);
    });

    test('whichever stands first, the ids stay', () => {
      const ids = (order: readonly string[]) =>
        new Set(read(['PEG', [HEADER, ...order].join('\n')]).pegObjectives.map(({ id }) => id));
      expect(ids([...rows, again])).toEqual(ids([again, ...rows]));
    });

    test.each([
      ['a slip', 'SP-01 | Rassegna di teatro per le famigle | Anna Rovere | 20 | Prove | 9'],
      ['an end cut off', 'SP-01 | Rassegna di teatro | Anna Rovere | 20 | Prove | 9'],
    ])('with %s it is one', (_name, row) => {
      expect(list(row).pegObjectives).toHaveLength(4);
    });

    test('a citation by the code alone goes to one of them, by the name to its own', () => {
      const cited = 'Codice obiettivo | Obiettivo | Fase | Data fine\n';
      const phases = `${cited}SP-01 | Apertura serale della biblioteca | Turni | 30/04/2026\nSP-02 | Nuova pista di atletica | Gara | 30/06/2026\nSP-03 | Corsi di nuoto per le scuole | Avviso | 31/05/2026`;
      const plan = read(['PEG', [HEADER, ...rows, again].join('\n')], ['Fasi', phases]);
      const titleOf = (id: string | null) => plan.pegObjectives.find((one) => one.id === id)?.title.value;
      expect(plan.phases.map(({ title, pegId }) => [title.value, titleOf(pegId)])).toContainEqual([
        'Turni',
        'Apertura serale della biblioteca',
      ]);
      expect(plan.mentions.filter(({ match }) => match === 'none')).toEqual([]);
    });

    test('where most codes come again with other names they tell nothing apart', () => {
      const numbered = [
        ...rows,
        again,
        'SP-02 | Segnaletica dei percorsi cittadini | Ugo Tiglio | 10 | Cartelli | 40',
        'SP-03 | Orti sociali nei quartieri | Ugo Tiglio | 10 | Orti | 12',
      ];
      expect(list(...numbered.slice(4)).pegObjectives).toHaveLength(4);
    });
  });

  test('a name cut short gives way to the whole', () => {
    const plan = read(
      [
        'PEG',
        `${HEADER}\nA-01 | Passeggiata a mare: nuova illuminazione | Ugo Tiglio | 60 | Lampade | 40\nA-02 | Pulizia delle spiagge libere | Anna Rovere | 40 | Giorni | 90`,
      ],
      [
        'Riepilogo',
        'Codice | Obiettivo | Peso %\nA-01 | Passeggiata a mare: nuova ill… | 60\nA-02 | Pulizia delle spiagge libere | 40',
      ],
    );
    expect(named(plan).map(([title]) => title)).toEqual([
      'Passeggiata a mare: nuova illuminazione',
      'Pulizia delle spiagge libere',
    ]);
  });

  const office = (name: string, rows: string, more: readonly [string, string][] = []) =>
    book(name, sheet('PEG', `${HEADER}\n${rows}`), ...more.map(([title, text]) => sheet(title, text)));
  const merged = (...books: ReturnType<typeof office>[]): Plan =>
    mapWorkbook({
      workbooks: books.map((one) =>
        snapshotOf(
          one.sheets.map((grid) => ({ ...grid, file: one.name })),
          { name: one.name },
        ),
      ),
    }).plan;

  test('a code that two offices gave to different objectives in their files is two, each with its phases', () => {
    const phases = (rows: string) => `Codice obiettivo | Fase | Data fine\n${rows}`;
    const plan = merged(
      office(
        'fin.xlsx',
        '2026-A01 | Pagare in tempo | Anna Rovere | 50 | Giorni | 0\n2026-A02 | IMU | Anna Rovere | 50 | Avvisi | 300',
        [['Fasi', phases('2026-A01 | Elenco fatture | 30/04/2026\n2026-A02 | Avvisi di mora | 31/05/2026')]],
      ),
      office(
        'tec.xlsx',
        '2026-A01 | Asfaltature | Ugo Tiglio | 40 | Km | 4\n2026-A03 | Ponte | Ugo Tiglio | 60 | SAL | 60',
        [['Fasi', phases('2026-A01 | Gara | 30/06/2026\n2026-A03 | Progetto | 31/08/2026')]],
      ),
    );
    expect(named(plan).map(([title]) => title)).toEqual(['Pagare in tempo', 'IMU', 'Asfaltature', 'Ponte']);
    const titleOf = (id: string | null) => plan.pegObjectives.find((one) => one.id === id)?.title.value;
    expect(plan.phases.map(({ title, pegId }) => [title.value, titleOf(pegId)])).toEqual([
      ['Elenco fatture', 'Pagare in tempo'],
      ['Avvisi di mora', 'IMU'],
      ['Gara', 'Asfaltature'],
      ['Progetto', 'Ponte'],
    ]);
  });

  test.each([
    ['of one title', 'Pagare in tempo', 'Ugo Tiglio'],
    ['of one office', 'Asfaltature', 'Anna Rovere'],
  ])('a code %s in two files stays one', (_, title, who) => {
    const plan = merged(
      office(
        'fin.xlsx',
        '2026-A01 | Pagare in tempo | Anna Rovere | 60 | Giorni | 0\n2026-A02 | IMU | Anna Rovere | 40 | Avvisi | 300',
      ),
      office(
        'tec.xlsx',
        `2026-A01 | ${title} | ${who} | 60 | Km | 4\n2026-A03 | Ponte | ${who} | 40 | SAL | 60`,
      ),
    );
    expect(plan.pegObjectives).toHaveLength(3);
  });
});

test('an operating objective that begins without one has none: the one above is of another', () => {
  const plan = read([
    'PEG',
    'Obiettivo operativo | Codice | Obiettivo | Responsabile | Indicatore | Target 2026\nIlluminare i parchi | A01 | Lampioni | Ugo Tiglio | Lampioni | 200\nEstendere la videosorveglianza | | | | Telecamere | 40\nAmpliare gli orari | A02 | Sabati | Anna Rovere | Sabati | 45',
  ]);
  const [cameras] = plan.operatingObjectives.filter(({ title }) => title.value.startsWith('Estendere'));
  expect(plan.pegObjectives.flatMap(({ operatingIds }) => operatingIds)).not.toContain(cameras?.id);
  expect(plan.indicators.find(({ title }) => title.value === 'Telecamere')?.objectiveId).toBe(cameras?.id);
});

test.each([
  'Risultato al 30/06/2026',
  'Valore al 30.06.2026',
  '% realizzazione al 30/06/2026',
  'Stato al 30/06/2026',
  'Risultato I semestre',
])('%s is what was measured', (heading) => {
  const plan = read([
    'PEG',
    `Codice | Obiettivo | Responsabile | Indicatore | Target 2026 | ${heading}\nA01 | Strade | Ugo Tiglio | Km | 10 | 6\nA02 | Parchi | Ugo Tiglio | Mq | 400 | 150\nB01 | Archivio | Anna Rovere | Faldoni | 200 | 20`,
  ]);
  expect(plan.indicators.map(({ targets, actuals }) => [targets.length, actuals[0]?.value])).toEqual([
    [1, '6'],
    [1, '150'],
    [1, '20'],
  ]);
});

test('what is expected by a day is a target', () => {
  const plan = read([
    'PEG',
    'Codice | Obiettivo | Responsabile | Indicatore | Risultato atteso al 31/12/2026\nA01 | Strade | Ugo Tiglio | Km | 10\nA02 | Parchi | Ugo Tiglio | Mq | 400',
  ]);
  expect(plan.indicators.map(({ targets, actuals }) => [targets.length, actuals.length])).toEqual([
    [1, 0],
    [1, 0],
  ]);
});
