import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { UniverEngine, openXlsx } from '../../src/workbench/host';

const plan = (): Uint8Array => readFileSync(path.join(__dirname, '../fixtures/prato-peg-2017.xlsx'));

/** The engine of a workbook file, and the id of one of its sheets. */
function opened(bytes: Uint8Array, name: string): { engine: UniverEngine; id: string } {
  const engine = new UniverEngine(openXlsx(bytes, 'piano.xlsx').workbook);
  const id = engine.sheets().find((sheet) => sheet.name === name)?.id ?? '';
  return { engine, id };
}

describe('a workbook file in the stand-in', () => {
  test('has the widths and heights of a spreadsheet program, in pixels', () => {
    const { workbook } = openXlsx(plan(), 'piano.xlsx');
    const sheet = Object.values(workbook.sheets ?? {}).find(({ name }) => name === '05 Ambiente migliore');
    // 34 characters of 7 pixels; 270 points.
    expect(sheet?.columnData?.[0]?.w).toBe(238);
    expect(sheet?.rowData?.[2]?.h).toBe(360);
  });

  test('finds the looks of a sheet by its part, whatever the order of the tabs', () => {
    const files = unzipSync(plan());
    const tags = /<sheets>(.*)<\/sheets>/s;
    const list = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    const turned = [...(tags.exec(list)?.[1] ?? '').matchAll(/<sheet [^>]*\/>/g)].reverse().join('');
    files['xl/workbook.xml'] = strToU8(list.replace(tags, `<sheets>${turned}</sheets>`));
    const usual = opened(plan(), 'DUP');
    const other = opened(zipSync(files), 'DUP');
    expect(other.engine.sheets()[0]?.name).toBe('Indicatori amministrazione');
    const area = usual.engine.usedArea(usual.id, true);
    for (let row = 0; row <= (area?.bottom ?? 0); row++) {
      expect(other.engine.style(other.id, row, 0)).toEqual(usual.engine.style(usual.id, row, 0));
    }
    expect(usual.engine.style(usual.id, 0, 0)).not.toEqual({});
    usual.engine.dispose();
    other.engine.dispose();
  });
});
