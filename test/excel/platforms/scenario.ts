import { registerCommands, lastNotice, setNotice, writeCheck } from '../../../src/commands';
import { ExcelWorkbook, closeSession } from '../../../src/excel';
import { associateFunctions, functionsMetadata } from '../../support/functions';
import { ON_IPAD, closeExcel, openExcel, until } from '../../support/office';

const PLAN = [
  ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
  ['2017-AA01', 'Manutenzione delle strade', 'Città sicura'],
  ['2017-AA02', 'Illuminazione pubblica', 'Città sicura'],
];

/**
 * What has to work with every build of office.js: ready, a check, a function, an event, an error. On an iPad there are
 * neither functions nor a ribbon of ours, and the check is asked for in the pane.
 */
export function onEveryBuild(platform: string): void {
  const open = async () => {
    const excel = await openExcel({ sheets: ['Obiettivi'] });
    PLAN.forEach((row, r) => row.forEach((text, c) => excel.type('Obiettivi', `${'ABC'[c]}${r + 1}`, text)));
    return excel;
  };
  afterEach(closeSession);
  afterAll(closeExcel);

  test('is ready and knows where it runs', async () => {
    await open();
    expect(await Office.onReady()).toMatchObject({ host: 'Excel', platform });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.21')).toBe(true);
  });

  test('checks the plan and writes the check sheet', async () => {
    const excel = await open();
    setNotice(null);
    if (ON_IPAD) await writeCheck();
    else {
      registerCommands();
      await excel.press('verificaCoerenza', 'PEG.Check');
    }
    expect(lastNotice()).toBeNull();
    expect(excel.engine.sheets().map(({ name }) => name)).toContain('Verifica PEG');
  });

  (ON_IPAD ? test.skip : test)('runs a function', async () => {
    const excel = await open();
    associateFunctions();
    excel.loadFunctions('PEG', (await functionsMetadata()).functions);
    excel.type('Obiettivi', 'E1', '=PEG.TITLE("2017-AA02")');
    await until(async () => (await excel.text('Obiettivi', 'E1')) === 'Illuminazione pubblica', 20_000);
  });

  test('hears of an edit', async () => {
    const excel = await open();
    const told = jest.fn();
    const stop = await new ExcelWorkbook().watch(told);
    excel.type('Obiettivi', 'B2', 'Strade');
    await until(() => told.mock.calls.length > 0);
    expect(told).toHaveBeenCalledWith({ sheets: ['Obiettivi'] });
    await stop();
  });

  test('tells errors by the same codes', async () => {
    const excel = await open();
    const port = new ExcelWorkbook();
    excel.intercept = () => ({ error: { Code: 'GeneralException', Message: 'Guasto' } });
    await expect(port.snapshot()).rejects.toMatchObject({ code: 'host-failure' });
    excel.intercept = () => ({ error: { Code: 'AccessDenied', Message: 'Guasto' } });
    await expect(port.selection()).rejects.toMatchObject({ code: 'read-only' });
  });
}
