/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { HOSTILE_FORMULAS } from '../support/hostile';
import { throughBothPorts } from '../support/both-ports';
import { closeExcel } from '../support/office';

afterAll(closeExcel);

test('all hostile formulas in one workbook: the sound indicators are computed, the plan is checked and attested, by both ports alike', async () => {
  const [file, excel] = await throughBothPorts(HOSTILE_FORMULAS);
  expect(file.indicators).toHaveLength(HOSTILE_FORMULAS.length + 2);
  expect(excel).toEqual(file);
});
