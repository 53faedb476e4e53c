/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lastNotice, registerCommands, setNotice, viewRequests } from '../../src/commands';
import { closeExcel, openExcel } from '../support/office';

afterAll(closeExcel);

test('“Attesta per la Giunta” opens the pane and asks for the approval, pane closed or open', async () => {
  const excel = await openExcel();
  registerCommands();
  expect(viewRequests.isPending()).toBe(false);
  expect(await excel.press('attestaGiunta', 'PEG.Attest')).toBe(0);
  expect(excel.pane).toBe('Visible');
  // The pane that opens now takes it once.
  expect([viewRequests.take(), viewRequests.take()]).toEqual(['approval', null]);
  let heard = 0;
  const stop = viewRequests.subscribe(() => (heard += 1));
  await excel.press('attestaGiunta', 'PEG.Attest');
  expect([heard, viewRequests.take()]).toEqual([1, 'approval']);
  stop();
  await excel.press('attestaGiunta', 'PEG.Attest');
  expect([heard, viewRequests.take()]).toEqual([1, 'approval']);
  // It reads and writes nothing.
  expect(excel.requests).toHaveLength(0);
});

test('Excel hears of the end even when the pane cannot be opened, and the reason waits there', async () => {
  const excel = await openExcel();
  const open = jest.spyOn(Office.addin, 'showAsTaskpane').mockRejectedValue(new TypeError('no pane'));
  setNotice(null);
  expect(await excel.press('attestaGiunta', 'PEG.Attest')).toBe(0);
  expect(lastNotice()).toMatchObject({ failed: true, title: 'L’attestazione non si è aperta' });
  open.mockRestore();
  setNotice(null);
});

test('every command of the manifest exists', async () => {
  const excel = await openExcel();
  const manifest = readFileSync(path.join(__dirname, '../../manifest.xml'), 'utf8');
  const named = [...manifest.matchAll(/id="(PEG\.\w+)">(?:(?!<\/Control>)[^])*?<FunctionName>(\w+)</g)];
  expect(named.map(([, , name]) => name)).toEqual(['verificaCoerenza', 'attestaGiunta', 'congelaValori']);
  for (const [, control = '', name = ''] of named) expect(await excel.press(name, control)).toBe(0);
});
