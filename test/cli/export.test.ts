import { Validator } from '@cfworker/json-schema';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program';
import { readWorkbook } from '../../src/xlsx';
import schema from '../../docs/piano.schema.json';
import { fixture } from '../support/plans';

const quiet = { out: () => undefined, err: () => undefined, colour: false, width: 80 };
const folder = mkdtempSync(join(tmpdir(), 'peg-export-'));

describe('peg export', () => {
  test('the plan as data fits the published schema', async () => {
    const out = join(folder, 'piano.json');
    await run(['export', fixture('prato-peg-2017.xlsx'), '--as', 'json', '--out', out], quiet);
    const exported: unknown = JSON.parse(readFileSync(out, 'utf8'));
    const result = new Validator(schema as never, '7', false).validate(exported);
    expect(result.errors.slice(0, 3)).toEqual([]);
    expect(new Validator(schema as never, '7').validate({ version: 2 }).valid).toBe(false);
  });

  test('the annex has one table of objectives for each strategic objective and one of indicators', async () => {
    const out = join(folder, 'tabelle.xlsx');
    await run(['export', fixture('prato-peg-2017.xlsx'), '--as', 'annex', '--out', out], quiet);
    const { sheets } = readWorkbook(readFileSync(out), 'tabelle.xlsx');
    expect(sheets).toHaveLength(15);
    expect(sheets.map(({ name }) => name.length).every((length) => length > 5 && length <= 31)).toBe(true);
    expect(sheets[1]?.name).toBe('Valorizzare le eccellenze e…');
    const rows = sheets
      .slice(0, 14)
      .reduce((sum, grid) => sum + grid.rows.filter(({ columns }) => columns.includes(3)).length - 1, 0);
    expect(rows).toBe(132);
  });
});
