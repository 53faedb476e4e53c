import { WorkbookError, cellAt, type WorkbookChange } from '../../src/workbook';
import { STORE_NAMESPACE } from '../../src/plan';
import { XlsxWorkbook } from '../../src/xlsx';
import { fixture } from '../support/xlsx';

const open = () => new XlsxWorkbook(fixture('xlsx/openpyxl.xlsx'), 'piano.xlsx');

test('snapshot of all sheets or of some; unknown names are left out', async () => {
  const book = open();
  expect((await book.snapshot()).sheets).toHaveLength(3);
  const some = await book.snapshot(['Dati', 'Altro']);
  expect(some.sheets.map(({ name }) => name)).toEqual(['Dati']);
  expect(some.tables).toEqual([]);
});

test('what is written is in the next snapshot, and listeners hear of it', async () => {
  const book = open();
  const heard: WorkbookChange[] = [];
  const stop = await book.watch((change) => heard.push(change));
  await book.write([{ sheet: 'Dati', address: 'A1', value: 'Abitanti' }]);
  await book.writeReport({ name: 'Verifica', rows: [[{ value: 'ok' }]], widths: [10] });
  await book.writeStore(`<peg xmlns="${STORE_NAMESPACE}"/>`);
  await stop();
  await book.write([{ sheet: 'Dati', address: 'A1', value: 'Residenti' }]);
  expect(heard).toEqual([{ sheets: ['Dati'] }, { sheets: null }]);
  const { sheets, store } = await book.snapshot();
  expect(cellAt(sheets[1]!, 0, 0)?.value).toBe('Residenti');
  expect(sheets.at(-1)?.name).toBe('Verifica');
  expect(store).toContain(STORE_NAMESPACE);
});

test('all edits or none, and the error names the file', async () => {
  const book = open();
  const before = book.bytes();
  const edits = [
    { sheet: 'Dati', address: 'A1', value: 'x' },
    { sheet: 'Protetto', address: 'A1', value: 'y' },
  ];
  await expect(book.write(edits)).rejects.toMatchObject({
    code: 'protected-sheet',
    details: { file: 'piano.xlsx' },
  });
  expect(book.bytes()).toBe(before);
});

test('nothing written: the very bytes that were handed in', async () => {
  const bytes = fixture('prato-peg-2017.xlsx');
  const book = new XlsxWorkbook(bytes, 'piano.xlsx');
  await book.snapshot();
  await book.select({ sheet: 'DUP', address: 'A1' });
  await book.write([]);
  expect(book.bytes()).toBe(bytes);
});

test('a file that is none rejects, it does not throw', async () => {
  const book = new XlsxWorkbook(new Uint8Array([1, 2, 3]), 'foto.xlsx');
  await expect(book.snapshot()).rejects.toBeInstanceOf(WorkbookError);
  await expect(book.writeStore(null)).rejects.toBeInstanceOf(WorkbookError);
});
