import { gridOf, snapshotOf } from '../../src/workbook';
import { pickedColumns } from '../../src/taskpane/model/selection';
import { openPlan, smallPlan } from '../support/plans';

const book = snapshotOf([
  gridOf('Appunti', [
    ['Comune di Vallombra', null, null],
    [null, null, null],
    ['Sigla', 'Che cosa', null],
    ['A1', 'Riscuotere', 'x'],
  ]),
]);

describe('columns under a selection', () => {
  test('where no table was found, the first words selected are the header', () => {
    expect(pickedColumns([{ sheet: 'Appunti', address: 'A3:C4' }], book, [])).toEqual({
      sheet: 'Appunti',
      columns: [
        { column: 'A', header: 'Sigla', field: null, confidence: 0 },
        { column: 'B', header: 'Che cosa', field: null, confidence: 0 },
        { column: 'C', header: 'x', field: null, confidence: 0 },
      ],
      more: false,
    });
    expect(pickedColumns([{ sheet: 'Appunti', address: 'C1:C2' }], book, [])?.columns).toEqual([
      { column: 'C', header: '', field: null, confidence: 0 },
    ]);
  });

  test('where a table was found, they are the columns of that table', async () => {
    const session = await openPlan(smallPlan());
    const { sheets } = session.mapping;
    const picked = pickedColumns([{ sheet: 'Obiettivi', address: 'B3' }], session.workbook, sheets);
    expect(picked?.columns).toEqual([
      expect.objectContaining({ column: 'B', header: 'Denominazione', field: 'pegObjective.title' }),
    ]);
  });

  test('several areas are taken once each, in their order; a wide selection is cut', () => {
    const areas = [
      { sheet: 'Appunti', address: 'C3' },
      { sheet: 'Appunti', address: 'A3:B3' },
      { sheet: 'Appunti', address: 'B4' },
    ];
    const picked = pickedColumns(areas, book, []);
    expect(picked?.columns.map(({ column, header }) => `${column} ${header}`)).toEqual([
      'A Sigla',
      'B Che cosa',
      'C ',
    ]);
    const wide = pickedColumns([{ sheet: 'Appunti', address: 'A1:ZZ9' }], book, []);
    expect(wide?.columns).toHaveLength(8);
    expect(wide?.more).toBe(true);
  });

  test('nothing selected, a sheet that is gone', () => {
    expect(pickedColumns([], book, [])).toBeNull();
    expect(pickedColumns([{ sheet: 'Via', address: 'A1' }], book, [])?.columns[0]?.header).toBe('');
  });
});
