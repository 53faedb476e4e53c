/** A second opinion on what we write: LibreOffice opens it and finds every cell. Where it is not installed, skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PlanSession } from '../../src/application';
import { cellAddress, forEachCell, type WorkbookSnapshot } from '../../src/workbook';
import { XlsxWorkbook, readWorkbook } from '../../src/xlsx';
import { fixture } from '../support/xlsx';

const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/usr/bin/libreoffice'].find((file) =>
  existsSync(file),
);
const whereInstalled = SOFFICE === undefined ? test.skip : test;

/** What a workbook holds after LibreOffice has opened it and saved it anew. */
function reopened(bytes: Uint8Array): WorkbookSnapshot {
  const folder = mkdtempSync(path.join(tmpdir(), 'peg-libreoffice-'));
  writeFileSync(path.join(folder, 'piano.xlsx'), bytes);
  execFileSync(
    SOFFICE ?? '',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      path.join(folder, 'out'),
      path.join(folder, 'piano.xlsx'),
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return readWorkbook(readFileSync(path.join(folder, 'out/piano.xlsx')), 'piano.xlsx');
}

/** Texts by cell, without the formats another program shows differently. */
function textsOf(book: WorkbookSnapshot): Map<string, string> {
  const texts = new Map<string, string>();
  for (const grid of book.sheets)
    forEachCell(grid, (cell, row, column) => {
      if (typeof cell.value === 'string' && cell.value !== '')
        texts.set(`${grid.name}!${cellAddress(row, column)}`, cell.value.replace(/\r\n?/g, '\n'));
    });
  return texts;
}

jest.setTimeout(180_000);

whereInstalled('opens a copy with check sheet, attestation, and cells that look like formulas', async () => {
  const port = new XlsxWorkbook(fixture('prato-peg-2017.xlsx'), 'piano.xlsx');
  const session = await PlanSession.open(port, { today: '2026-03-01' });
  const evil = '=HYPERLINK("http://example.org";"apri")';
  await session.writeCells([
    { sheet: '05 Ambiente migliore', address: 'D9', value: evil },
    { sheet: '05 Ambiente migliore', address: 'C9', value: '0012' },
  ]);
  await session.attest('Anna Rovere', '2026-03-01T10:00:00+01:00', '0.1.0');
  await session.writeReport({ date: '2026-03-01', version: '0.1.0' }, 'it');
  const written = readWorkbook(port.bytes(), 'piano.xlsx');
  const theirs = reopened(port.bytes());
  expect(theirs.sheets.map((grid) => grid.name)).toEqual(written.sheets.map((grid) => grid.name));
  expect(textsOf(theirs)).toEqual(textsOf(written));
  expect(textsOf(theirs).get('05 Ambiente migliore!D9')).toBe(evil);
  expect(textsOf(theirs).get('05 Ambiente migliore!C9')).toBe('0012');
});
