import { legendsOf, legendText } from '../../../src/mapping/propose/legend';
import { machineWords } from '../../../src/mapping/words/machine-names';
import { gridOf, snapshotOf } from '../../../src/workbook';

const legends = legendsOf([
  snapshotOf([
    gridOf('Legenda', [
      ['LIV', 'Significato'],
      ['1', 'Ambito'],
      ['2', 'Obiettivo strategico'],
      [],
      ['TIPO', 'Significato'],
      ['S', 'Sviluppo'],
      ['M', 'Mantenimento'],
    ]),
  ]),
]);

describe('legends', () => {
  it('say what a sign means under its heading', () => {
    expect(legendText(legends, 'Liv', '2')).toBe('Obiettivo strategico');
    expect(legendText(legends, 'Tipo', 'm')).toBe('Mantenimento');
  });

  it('leave words and unknown signs as they are', () => {
    expect(legendText(legends, 'Liv', 'Ambito strategico')).toBe('Ambito strategico');
    expect(legendText(legends, 'Liv', '9')).toBe('');
    expect(legendText(legends, 'Liv', 'OS')).toBe('OS');
  });
});

describe('names that programs write', () => {
  it.each([
    ['DT_INIZIO', 'data INIZIO'],
    ['CodPadre', 'Cod Padre'],
    ['des_ind', 'descrizione indicatore'],
  ])('%s is %s', (name, words) => expect(machineWords(name)).toBe(words));

  it.each(['Obiettivo operativo', 'Target 2025', '2025_1', 'PEG'])('%s is none', (text) =>
    expect(machineWords(text)).toBeNull(),
  );
});
