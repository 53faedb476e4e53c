import { evaluateIndicator, latestPeriod, readBaseData, type BaseData } from '../../src/indicators';
import { gridOf, snapshotOf, type Cell, type Grid } from '../../src/workbook';

const percent = (value: number): Cell => ({ value, text: `${value * 100}%`, format: '0.0%' });
const date = (serial: number, text: string): Cell => ({ value: serial, text, format: 'dd/mm/yyyy' });

function read(...grids: Grid[]): BaseData {
  return readBaseData(snapshotOf(grids));
}

/** Values by name and period, as read. */
function values(data: BaseData): Record<string, Record<string, number | boolean | string | null>> {
  return Object.fromEntries(
    data.quantities.map((one) => [
      one.name,
      Object.fromEntries([...one.values].map(([period, value]) => [period, value.problem ?? value.value])),
    ]),
  );
}

describe('tables of base data, as municipalities lay them out', () => {
  test('one column per year, titles and blocks above, source at the end', () => {
    const data = read(
      gridOf('Dati', [
        ['Dati di contesto del Comune'],
        [],
        [null, 'Descrizione dato', 'U.M.', 'Consuntivo 2022', 'Consuntivo 2023', 'Previsione 2024', 'Fonte'],
        [null, 'POPOLAZIONE'],
        [null, 'Residenti', 'n.', '24.405', '24.522', '24.600', 'Anagrafe'],
        [null, '- di cui stranieri', 'n.', '1.911', 1987, null, 'Anagrafe'],
        [null, 'BILANCIO'],
        [null, 'Spesa corrente', '€', '20.110.000,00 €', '€ 20.550.000,50', 'n.d.', 'Ragioneria'],
        [null, 'Tasso di assenza', '%', '7,7 %', percent(0.071), '-', 'Personale'],
        [null, 'Tempo medio', 'gg', '31,5 gg', 'circa 30', '28 ore', 'SUAP'],
      ]),
    );
    expect(values(data)).toEqual({
      Residenti: { '2022': 24405, '2023': 24522, '2024': 24600 },
      'Residenti di cui stranieri': { '2022': 1911, '2023': 1987, '2024': 'blank' },
      'Spesa corrente': { '2022': 20110000, '2023': 20550000.5, '2024': 'not-available' },
      'Tasso di assenza': { '2022': 0.077, '2023': 0.071, '2024': 'not-available' },
      'Tempo medio': { '2022': 31.5, '2023': 'approximate', '2024': 'other-unit' },
    });
    expect(data.quantities.map((one) => one.block)).toEqual([
      'POPOLAZIONE',
      'POPOLAZIONE',
      'BILANCIO',
      'BILANCIO',
      'BILANCIO',
    ]);
    expect(data.quantities[0]).toMatchObject({ source: 'Anagrafe', cell: { sheet: 'Dati', address: 'B5' } });
    expect(data.notes.map((note) => [note.code, note.cell.address])).toEqual([
      ['unreadable-value', 'E10'],
      ['unreadable-value', 'F10'],
    ]);
  });

  test('years down, quantities across', () => {
    const data = read(
      gridOf('Serie storica', [
        ['Anno', 'Abitanti', 'Agenti PM', 'Km strade'],
        [2021, 24310, 17, 143],
        [2022, 24405, 18, 143],
        [2023, 24522, 'n.d.', 144],
      ]),
    );
    expect(data.tables[0]?.layout).toBe('columns');
    expect(values(data)).toEqual({
      Abitanti: { '2021': 24310, '2022': 24405, '2023': 24522 },
      'Agenti PM': { '2021': 17, '2022': 18, '2023': 'not-available' },
      'Km strade': { '2021': 143, '2022': 143, '2023': 144 },
    });
    const outcome = evaluateIndicator(
      { name: 'Sicurezza', formula: 'n. agenti di polizia municipale / 1000 abitanti', unit: 'n.' },
      data,
      '2022',
    );
    expect(outcome.value).toBeCloseTo(18 / 24.405, 10);
    expect(outcome.quantities.map((one) => one.cell?.address)).toEqual(['C3', 'B3']);
  });

  test('two header rows: years above, 30/6 and 31/12 below', () => {
    const data = read(
      gridOf(
        'Monitoraggio',
        [
          ['Dato', 'Unità di misura', 2022, null, 2023, null],
          [null, null, '30/6', '31/12', '30/6', '31/12'],
          ['Pratiche evase', 'n.', 210, 433, 240, 470],
          ['Pratiche presentate', 'n.', 250, 480, 260, null],
        ],
        { merges: ['C1:D1', 'E1:F1', 'A1:A2', 'B1:B2'] },
      ),
    );
    expect(data.periods).toEqual(['2022-06-30', '2022-12-31', '2023-06-30', '2023-12-31']);
    const share = { name: 'Evasione pratiche', formula: 'pratiche evase/presentate', unit: '%' };
    expect(evaluateIndicator(share, data, '2023-06-30').value).toBeCloseTo(240 / 260, 12);
    expect(evaluateIndicator(share, data, '2023-S1').value).toBeCloseTo(240 / 260, 12);
    expect(evaluateIndicator(share, data, '2022')).toMatchObject({ value: 433 / 480, period: '2022' });
    expect(evaluateIndicator(share, data, '2023')).toMatchObject({
      outcome: 'missing-data',
      missing: [{ reason: 'blank' }],
    });
    expect(latestPeriod(data)).toBe('2023-12-31');
  });

  test('semesters, and dates as Excel dates', () => {
    const data = read(
      gridOf('Dati S', [
        ['Voce', 'I semestre 2023', '2° semestre 2023'],
        ['Utenti', 100, 120],
      ]),
      gridOf('Dati D', [
        ['Voce', date(45107, '30/06/2023'), date(45291, '31/12/2023')],
        ['Iscritti', 50, 60],
      ]),
    );
    expect(values(data)).toEqual({
      Utenti: { '2023-S1': 100, '2023-S2': 120 },
      Iscritti: { '2023-06-30': 50, '2023-12-31': 60 },
    });
  });

  test('half-year headers without a year take the year of the title', () => {
    const data = read(
      gridOf('Dati', [['Monitoraggio anno 2023'], [], ['Grandezza', '30/06', '31/12'], ['Utenti', 100, 120]]),
    );
    expect(values(data)).toEqual({ Utenti: { '2023-06-30': 100, '2023-12-31': 120 } });
  });

  const long = (...rows: (string | number)[][]): BaseData => read(gridOf('Dati di base', rows));

  test('one row per quantity and year: what happened before what was foreseen, a name written once', () => {
    const kinds = long(
      ['Descrizione', 'Periodo', 'Valore', 'Tipo'],
      ['Domande', 2024, 100, 'Consuntivo'],
      ['', 2025, 120, 'Consuntivo'],
      ['Domande', 2025, 150, 'Previsione'],
      ['Ricorsi', 2025, 9, 'Previsione'],
      ['Ricorsi', 2025, 7, 'Consuntivo'],
    );
    expect(values(kinds)).toEqual({ Domande: { '2024': 100, '2025': 120 }, Ricorsi: { '2025': 7 } });
    const dated = long(
      ['Grandezza', 'Data di rilevazione', 'Valore'],
      ['Domande', '31/12/2024', 100],
      ['Domande', '31/12/2025', 120],
    );
    expect(values(dated)).toEqual({ Domande: { '2024-12-31': 100, '2025-12-31': 120 } });
    const halves = long(
      ['Grandezza', 'Anno', 'Semestre', 'Valore'],
      ['Domande', 2025, 1, 60],
      ['Domande', 2025, 2, 120],
    );
    expect(values(halves)).toEqual({ Domande: { '2025-S1': 60, '2025-S2': 120 } });
  });

  test('two different values of one year are none', () => {
    const twice = long(['Grandezza', 'Anno', 'Valore'], ['Domande', 2025, 120], ['Domande', 2025, 125]);
    expect(values(twice)).toEqual({ Domande: { '2025': 'several-values' } });
    expect(evaluateIndicator({ name: 'x', formula: 'domande', unit: 'n.' }, twice, '2025')).toMatchObject({
      outcome: 'missing-data',
      missing: [{ reason: 'several-values' }],
    });
  });

  test('one row per quantity and year', () => {
    const data = read(
      gridOf('Dati elementari', [
        ['Anno', 'Settore', 'Dato', 'Valore', 'Fonte'],
        [2022, 'Cultura', 'Visitatori', 8844, 'Museo'],
        [2023, 'Cultura', 'Visitatori', 9377, 'Museo'],
        [2023, 'Sport', 'Utenti', 4410, 'Ufficio sport'],
      ]),
    );
    expect(values(data)).toEqual({ Visitatori: { '2022': 8844, '2023': 9377 }, Utenti: { '2023': 4410 } });
  });

  test('a block of labels and values in another sheet, with the period in its title', () => {
    const data = read(
      gridOf('Premessa', [
        ['Piano esecutivo di gestione'],
        ['Dati generali al 31/12/2022'],
        ['Popolazione residente', 24405],
        ['Superficie (kmq)', '61,4'],
        ['Dipendenti:', 138],
        [],
        ['Il piano si compone di 3 parti.'],
      ]),
    );
    expect(values(data)).toEqual({
      'Popolazione residente': { '2022-12-31': 24405 },
      'Superficie (kmq)': { '2022-12-31': 61.4 },
      Dipendenti: { '2022-12-31': 138 },
    });
    expect(
      evaluateIndicator({ name: 'x', formula: 'abitanti/dipendenti', unit: 'n.' }, data, '2022').value,
    ).toBeCloseTo(24405 / 138, 10);
  });

  test('two tables side by side', () => {
    const data = read(
      gridOf('Dati', [
        ['Demografia', null, null, null, 'Scuola'],
        ['Dato', 2022, 2023, null, 'Dato', 'U.M.', 2022, 2023],
        ['Residenti', 10, 11, null, 'Alunni', 'n.', 3, 4],
        ['Nati', 1, 2, null, 'Mense', 'n.', 1, null],
      ]),
    );
    expect(values(data)).toEqual({
      Residenti: { '2022': 10, '2023': 11 },
      Nati: { '2022': 1, '2023': 2 },
      Alunni: { '2022': 3, '2023': 4 },
      Mense: { '2022': 1, '2023': 'blank' },
    });
  });

  test('years written in the names of rows are years of one quantity', () => {
    const data = read(
      gridOf('Dati', [
        ['Dato', 'Valore'],
        ['Imprese attive 2022', 2044],
        ['Imprese attive 2023', 2031],
        ['Abitanti', 24522],
      ]),
    );
    expect(values(data)).toEqual({
      'Imprese attive': { '2022': 2044, '2023': 2031 },
      Abitanti: { '': 24522 },
    });
    const growth = {
      name: 'x',
      formula: '(imprese attive 2023 - imprese attive 2022)/imprese attive 2022',
      unit: '%',
    };
    expect(evaluateIndicator(growth, data, '2023').value).toBeCloseTo((2031 - 2044) / 2044, 12);
  });

  test('defined names: a quantity of their own, or another name of a known row', () => {
    const grid = gridOf('Dati', [
      ['Grandezza', 2023],
      ['Personale in servizio al 31/12', 137],
      [],
      [],
      ['varie', 24522],
    ]);
    const data = readBaseData(
      snapshotOf([grid], {
        names: [
          { name: 'n_abitanti', ref: { sheet: 'Dati', address: '$B$5' } },
          { name: 'OrganicoEffettivo', ref: { sheet: 'Dati', address: '$B$2' } },
        ],
      }),
    );
    const outcome = evaluateIndicator(
      { name: 'x', formula: 'n. abitanti / organico effettivo', unit: 'n.' },
      data,
      '2023',
    );
    expect(outcome.value).toBeCloseTo(24522 / 137, 10);
    expect(outcome.notes.map((note) => note.code)).toContain('undated-value');
  });

  test('a table of members: means over all counters, sums of a column', () => {
    const data = read(
      gridOf('Sportelli', [
        ['Sportello', 'Ore di apertura settimanali', 'Accessi'],
        ['Anagrafe', 36, 900],
        ['Tributi', 18, 300],
        ['URP', '27', 600],
        ['Totale', 81, 1800],
      ]),
    );
    const mean = {
      name: 'Accessibilità',
      formula:
        'Media dell\'indicatore "tot. Ore di apertura settimanali/36h" calcolato su tutti gli sportelli di front office',
      unit: '',
    };
    expect(evaluateIndicator(mean, data)).toMatchObject({ outcome: 'value', value: 0.75 });
    expect(evaluateIndicator({ name: 'x', formula: 'somma(accessi)', unit: 'n.' }, data).value).toBe(1800);
    expect(
      evaluateIndicator({ name: 'x', formula: 'media(accessi) / 36', unit: 'n.' }, data).value,
    ).toBeCloseTo(600 / 36, 12);
    expect(evaluateIndicator({ name: 'x', formula: 'accessi / 2', unit: 'n.' }, data)).toMatchObject({
      outcome: 'not-computable',
      problem: { code: 'column-of-values' },
    });
  });

  test('equal names in several blocks: the indicator says which, or the candidates are named', () => {
    const data = read(
      gridOf('Dati', [
        ['Settore', 'Dato', 'Unità', 2023],
        ['Biblioteca', 'Utenti', 'n.', 4150],
        ['Sport', 'Utenti', 'n.', 4410],
        ['Biblioteca', 'Costo', '€', 83000],
        ['Sport', 'Costo', '€', 44100],
      ]),
    );
    expect(
      evaluateIndicator(
        { name: 'Costo per utente della biblioteca', formula: 'costo/utenti', unit: '€' },
        data,
      ).value,
    ).toBe(20);
    expect(
      evaluateIndicator({ name: 'Costo per utente dello sport', formula: 'costo/utenti', unit: '€' }, data)
        .value,
    ).toBe(10);
    expect(evaluateIndicator({ name: 'Costo', formula: 'costo/utenti', unit: '€' }, data)).toMatchObject({
      outcome: 'not-computable',
      problem: { code: 'ambiguous-quantity' },
    });
  });

  test('several equal rows with the same value are no ambiguity', () => {
    const data = read(
      gridOf('Dati', [
        ['Grandezza', 'Unità', 2022, 2023],
        ['Abitanti', 'n.', 10, 20],
        ['N. abitanti', 'n.', 10, 21],
      ]),
    );
    expect(
      evaluateIndicator({ name: 'x', formula: '100 / numero abitanti', unit: 'n.' }, data, '2022').value,
    ).toBe(10);
  });
});

describe('what is no base data', () => {
  test.each([
    [['Indicatore', 'Formula', 'U.M.', 'Target 2023', 'Fonte']],
    [['Obiettivo', 'Indicatore', '2022', '2023', '2024']],
    [['Codice', 'Obiettivo di PEG', 'Responsabile', 'Peso']],
    [['Fase', 'Inizio', 'Fine', 2023]],
  ])('%j', (header) => {
    const data = read(gridOf('Foglio', [header, ['A', 'B', 1, 2, 3], ['C', 'D', 4, 5, 6]]));
    expect(data.quantities).toEqual([]);
  });

  test('excluded sheets are not searched', () => {
    const grid = gridOf('DUP', [
      ['Grandezza', 2023],
      ['Abitanti', 10],
    ]);
    expect(readBaseData(snapshotOf([grid]), { exclude: ['DUP'] }).quantities).toEqual([]);
  });
});

describe('notes on the data', () => {
  test.each([
    'valori di esempio, non ufficiali',
    'DATI FITTIZI',
    'I dati sono a titolo esemplificativo',
    'dati inventati per la prova',
  ])('%s', (note) => {
    const data = read(gridOf('Dati', [[note], [], ['Grandezza', 2023], ['Abitanti', 10]]));
    expect(data.example?.text).toBe(note);
    expect(evaluateIndicator({ name: 'x', formula: 'abitanti', unit: 'n.' }, data).example).toBe(note);
  });

  test('an ordinary title is none', () => {
    expect(
      read(gridOf('Dati', [['Dati ufficiali ISTAT'], ['Grandezza', 2023], ['Abitanti', 10]])).example,
    ).toBeNull();
  });

  test('percent points without a percent format are read by the size of the whole row, and said to be', () => {
    const data = read(
      gridOf('Dati', [
        ['Grandezza', 'Unità', 2022, 2023],
        ['Tasso A', '%', 45.3, 0.9],
        ['Tasso B', '%', 0.453, 0.5],
      ]),
    );
    expect(values(data)).toEqual({
      'Tasso A': { '2022': 0.45299999999999996, '2023': 0.009000000000000001 },
      'Tasso B': { '2022': 0.453, '2023': 0.5 },
    });
    expect(data.notes.map((note) => [note.code, note.params['reason']])).toEqual([
      ['percent-scale-assumed', 'points'],
      ['percent-scale-assumed', 'fraction'],
    ]);
  });
});
