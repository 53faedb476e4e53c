/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { closeExcel } from '../support/office';
import { differencesOf } from '../support/two-ports';

const folder = process.env['PEG_CORPUS'] ?? '.';
afterAll(closeExcel);

test.each(readdirSync(folder).filter((name) => /\.xls[xm]$/i.test(name) && !name.startsWith('~$')))(
  '%s: file and Excel give one plan, the same questions and the same findings',
  async (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
    expect(await differencesOf(bytes, name)).toEqual([]);
  },
);
