/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { HOSTILE_FORMULAS } from '../support/hostile';
import { throughBothPorts } from '../support/both-ports';
import { closeExcel } from '../support/office';

afterAll(closeExcel);

test.each(HOSTILE_FORMULAS.map((text) => [text.slice(0, 60), text]))(
  'a workbook with %j beside sound indicators',
  async (_shown, formula) => {
    const [file, excel] = await throughBothPorts([formula]);
    expect(file.indicators.length).toBeGreaterThanOrEqual(2);
    expect(excel).toEqual(file);
  },
);
