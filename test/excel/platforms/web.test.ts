/**
 * @jest-environment jsdom
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ExcelWorkbook } from '../../../src/excel';
import { StandInExcel, UniverEngine, blankWorkbook } from '../../../src/workbench/host';
import { until } from '../../support/office';

/**
 * The build of Excel on the web. Its loader talks to the page around it, which is Microsoft's and no part of the
 * package: neither `Office.onReady` nor functions can be tried. The client itself offers a bridge; through it everything
 * about the workbook runs.
 */
let excel: StandInExcel;
interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

beforeAll(() => {
  excel = new StandInExcel(new UniverEngine(blankWorkbook(['Obiettivi', 'Altro'])));
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as { id: number; message: { body: object } };
      void excel
        .request(JSON.stringify(message.body))
        .then(({ body }) =>
          bridge.onMessageFromHost?.(
            JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } }),
          ),
        );
    },
  };
  Object.assign(window, { _richApiNativeBridge: bridge });
  excel.connect({
    messages: (entries) =>
      bridge.onMessageFromHost?.(
        JSON.stringify({
          id: 0,
          type: 3,
          message: {
            entries: entries.map(([messageCategory, messageType, targetId, message, id]) => ({
              ...{ messageCategory, messageType, targetId, message, id },
            })),
          },
        }),
      ),
    command: () => undefined,
  });
  const office = path.dirname(require.resolve('@microsoft/office-js/package.json'));
  const script = document.createElement('script');
  script.textContent = readFileSync(path.join(office, 'dist/excel-web-16.00.js'), 'utf8');
  document.head.append(script);
  const requirements = { isSetSupported: () => true };
  Object.assign(globalThis, { Office: { context: { requirements } } });
});
afterAll(() => excel.dispose());

const port = new ExcelWorkbook();

test('reads, writes and keeps the private part', async () => {
  excel.type('Obiettivi', 'A1', "'1.10");
  expect((await port.snapshot()).sheets[0]?.rows[0]?.cells[0]).toEqual({ value: '1.10', text: '1.10' });
  await port.write([{ sheet: 'Altro', address: 'B2', value: '=testo' }]);
  await port.writeReport({ name: 'Verifica PEG', rows: [[{ value: 'Titolo' }]], widths: [20] });
  await port.writeStore('<store xmlns="urn:coerenza-peg:store:1" version="1">{}</store>');
  expect(await excel.value('Altro', 'B2')).toBe('=testo');
  expect(await excel.value('Verifica PEG', 'A1')).toBe('Titolo');
  expect((await port.snapshot()).store).toContain('store');
});

test('hears of an edit', async () => {
  const told = jest.fn();
  const stop = await port.watch(told);
  excel.type('Obiettivi', 'B2', 'Strade');
  await until(() => told.mock.calls.length > 0);
  expect(told).toHaveBeenCalledWith({ sheets: ['Obiettivi'] });
  await stop();
});

test('tells errors by the same codes', async () => {
  excel.intercept = () => ({ error: { Code: 'GeneralException', Message: 'Guasto' } });
  await expect(port.snapshot()).rejects.toMatchObject({ code: 'host-failure' });
  excel.intercept = () => undefined;
});
