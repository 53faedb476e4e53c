import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { STORE_NAMESPACE } from '../../src/plan';
import { WorkbookError } from '../../src/workbook';
import { patchWorkbook, readWorkbook } from '../../src/xlsx';
import { fixture } from '../support/xlsx';

const FILES = [
  { parts: unzipSync(fixture('xlsx/openpyxl.xlsx')), sheet: 'Dati' },
  { parts: unzipSync(fixture('xlsx/libreoffice.xlsx')), sheet: 'Fasi' },
];
const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '/',
  '</row>',
  '<c r="A1">',
  '<![CDATA[',
  '<!--',
  ' r="Z9"',
  'x:',
  '<f t="shared" si="0">',
  '9999999999',
  '-1',
];

/** Runs it; a refusal by name is an answer, any other error fails the test. */
function answers<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}

const damage = fc.record({
  part: fc.nat(),
  at: fc.nat(),
  change: fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), length: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ kind: fc.constant('repeat' as const), length: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ kind: fc.constant('insert' as const), text: fc.constantFrom(...PIECES) }),
  ),
});

test('parts damaged anywhere: read or refused by name, and what can be read can be read after writing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FILES),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      (file, damages) => {
        const parts = { ...file.parts };
        const names = Object.keys(parts).filter((name) => /^(xl|_rels|\[).*\.(xml|rels)$/.test(name));
        for (const { part, at, change } of damages) {
          const name = names[part % names.length] ?? '';
          const text = strFromU8(parts[name] ?? new Uint8Array());
          const from = at % (text.length + 1);
          const middle =
            change.kind === 'insert'
              ? change.text + text.slice(from)
              : change.kind === 'cut'
                ? text.slice(from + change.length)
                : text.slice(from, from + change.length) + text.slice(from);
          parts[name] = strToU8(text.slice(0, from) + middle);
        }
        const bytes = zipSync(parts, { level: 0 });
        const read = answers(() => readWorkbook(bytes, 'piano.xlsx'));
        const written = answers(() =>
          patchWorkbook(bytes, {
            cells: [
              { sheet: file.sheet, address: 'B3', value: '=x' },
              { sheet: file.sheet, address: 'J30', value: 1 },
            ],
            store: `<peg xmlns="${STORE_NAMESPACE}"/>`,
            report: { name: 'Verifica', rows: [[{ value: 'ok', style: 'title' }]], widths: [10] },
          }),
        );
        if (read && written) expect(readWorkbook(written, 'piano.xlsx').store).toContain(STORE_NAMESPACE);
      },
    ),
    { numRuns: 300 },
  );
});
