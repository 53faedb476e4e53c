/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { closeExcel, openExcel, until } from '../support/office';

afterAll(closeExcel);

describe('the unmodified office.js against the stand-in', () => {
  test('starts as Excel for Windows with its requirement sets', async () => {
    await openExcel();
    const info = await Office.onReady();
    expect(info).toMatchObject({ host: 'Excel', platform: 'PC' });
    expect(Office.context.displayLanguage).toBe('it-IT');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.21')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.22')).toBe(false);
  });

  test('writes, calculates and reads back', async () => {
    await openExcel({ sheets: ['Foglio1'] });
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Foglio1');
      sheet.getRange('A1:C2').values = [
        ['a', 'b', 'c'],
        [1, 2.5, '=A2+B2'],
      ];
      const used = sheet.getUsedRange();
      used.load('values,text,formulas,address,valueTypes');
      await context.sync();
      return { values: used.values, text: used.text, formulas: used.formulas, address: used.address };
    });
    expect(read).toEqual({
      values: [
        ['a', 'b', 'c'],
        [1, 2.5, 3.5],
      ],
      text: [
        ['a', 'b', 'c'],
        ['1', '2,5', '3,5'],
      ],
      formulas: [
        ['a', 'b', 'c'],
        [1, 2.5, '=A2+B2'],
      ],
      address: 'Foglio1!A1:C2',
    });
  });

  test('a property read before load and sync is refused', async () => {
    await openExcel();
    await expect(
      Excel.run(async (context) => context.workbook.worksheets.getActiveWorksheet().name),
    ).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });

  test('null objects tell what is missing, items throw', async () => {
    await openExcel();
    const missing = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Non c’è');
      const range = sheet.getRange('A1');
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    });
    expect(missing).toEqual([true, true]);
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Non c’è').load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('a member the stand-in does not know fails loudly by name', async () => {
    await openExcel();
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').format.load('indentLevel');
        await context.sync();
      }),
    ).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('RangeFormat.IndentLevel'),
    });
  });

  test('more than 1,500 cells go through the client’s own chunks', async () => {
    const excel = await openExcel({ sheets: ['Foglio1'] });
    const rows = Array.from({ length: 400 }, (_row, r) =>
      Array.from({ length: 10 }, (_cell, c) => `'${r}.${c}0`),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Foglio1').getRange('A1:J400').values = rows;
      await context.sync();
    });
    expect(await excel.value('Foglio1', 'J400')).toBe('399.90');
    expect(await excel.value('Foglio1', 'A1')).toBe('0.00');
    expect(excel.requests[0]?.Actions.filter((action) => action.Name === 'Values').length).toBeGreaterThan(1);
  });

  test('ranges survive a sync and are given back', async () => {
    const excel = await openExcel({ sheets: ['Foglio1'] });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Foglio1').getRange('A1');
      range.values = [[7]];
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[7]]);
    });
    await until(() => excel.heldReferences === 0);
  });

  test('events arrive for the add-in’s changes and the user’s, until removed', async () => {
    const excel = await openExcel({ sheets: ['Foglio1', 'Altro'] });
    const seen: string[] = [];
    const handler = await Excel.run(async (context) => {
      const registered = context.workbook.worksheets.onChanged.add(async (event) => {
        seen.push(`${event.address} ${event.triggerSource}`);
      });
      context.workbook.worksheets.getItem('Foglio1').getRange('B2').values = [[1]];
      await context.sync();
      return registered;
    });
    excel.type('Altro', 'C3', 'testo');
    await until(() => seen.length === 2);
    expect(seen).toEqual(['B2 ThisLocalAddin', 'C3 Unknown']);
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    excel.type('Altro', 'C4', 'testo');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen).toHaveLength(2);
  });

  test('a ribbon button runs its function and hears of its completion', async () => {
    const excel = await openExcel();
    Office.actions.associate('provaComando', (event: Office.AddinCommands.Event) => event.completed());
    await expect(excel.press('provaComando', 'PEG.Prova')).resolves.toBe(0);
    await expect(excel.press('nessuno', 'PEG.Prova')).resolves.not.toBe(0);
  });

  test('functions run in the real runtime: values, errors with a sentence, streaming and cancel', async () => {
    const excel = await openExcel({ sheets: ['Foglio1'] });
    const cancelled = jest.fn();
    CustomFunctions.associate('DOPPIO', (value: number) => value * 2);
    CustomFunctions.associate('MANCA', () => {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'nessun indicatore');
    });
    CustomFunctions.associate('FLUSSO', (invocation: CustomFunctions.StreamingInvocation<number>) => {
      invocation.setResult(1);
      invocation.onCanceled = cancelled;
      setTimeout(() => invocation.setResult(2), 30);
    });
    const parameter = { name: 'valore' };
    excel.loadFunctions('PROVA', [
      { id: 'DOPPIO', name: 'DOPPIO', parameters: [parameter] },
      { id: 'MANCA', name: 'MANCA', parameters: [] },
      { id: 'FLUSSO', name: 'FLUSSO', parameters: [], options: { stream: true, cancelable: true } },
    ]);
    excel.type('Foglio1', 'A1', '21');
    excel.type('Foglio1', 'B1', '=PROVA.DOPPIO(A1)');
    excel.type('Foglio1', 'B2', '=PROVA.MANCA()');
    excel.type('Foglio1', 'B3', '=PROVA.FLUSSO()');
    await until(async () => (await excel.value('Foglio1', 'B3')) === 2);
    expect(await excel.value('Foglio1', 'B1')).toBe(42);
    expect(await excel.text('Foglio1', 'B2')).toBe('#N/D');
    expect(excel.functionMessage('Foglio1', 'B2')).toBe('nessun indicatore');
    expect(await excel.value('Foglio1', 'B3')).toBe(2);
    excel.type('Foglio1', 'B3', '');
    await until(() => cancelled.mock.calls.length > 0);
  });

  test('one request of the add-in is one step of undo', async () => {
    const excel = await openExcel({ sheets: ['Foglio1'] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Foglio1');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A1').values = [[2]];
      sheet.getRange('B1').values = [[3]];
      await context.sync();
    });
    excel.engine.undo();
    expect(await excel.value('Foglio1', 'A1')).toBeNull();
    expect(await excel.value('Foglio1', 'B1')).toBeNull();
  });
});
