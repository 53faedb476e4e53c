import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { writeStore } from '../../../src/plan';
import type { WorkbookSnapshot } from '../../../src/workbook';
import { patchWorkbook, plainWorkbook } from '../../../src/xlsx';
import { layouts } from '../../support/layouts';

/** A sound workbook that is going to be damaged. */
export interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, Uint8Array>>;
}

/** Larger ones would only be slower. */
const MOST_CELLS = 400;

const cellsOf = ({ sheets }: WorkbookSnapshot): number =>
  sheets.reduce((sum, { rows }) => sum + rows.reduce((all, { cells }) => all + cells.length, 0), 0);

const baseOf = (name: string, bytes: Uint8Array): Base => ({ name, bytes, parts: unzipSync(bytes) });

/** Files of two spreadsheet programs, and small plans of every family of layouts, every other with a private part. */
export function bases(root: string): Base[] {
  const store = writeStore({
    waivers: [
      {
        finding: 'f1',
        rule: 'STR-01',
        place: 'A!A1',
        reason: 'x',
        author: 'y',
        date: '2025-01-01',
        until: null,
      },
    ],
  });
  const files = ['openpyxl', 'libreoffice'].map((name) =>
    baseOf(name, new Uint8Array(readFileSync(path.join(root, `test/fixtures/xlsx/${name}.xlsx`)))),
  );
  const plans = layouts
    .filter(({ snapshot }) => cellsOf(snapshot) <= MOST_CELLS)
    .map(({ name, snapshot }, at) => {
      const bytes = plainWorkbook(snapshot);
      return baseOf(name, at % 2 === 0 ? bytes : patchWorkbook(bytes, { store }));
    });
  return [...files, ...plans];
}

/** Text of a part. */
export const textOf = (bytes: Uint8Array | undefined): string => strFromU8(bytes ?? new Uint8Array());
