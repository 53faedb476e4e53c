import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlanSession, type SessionOptions } from '../../src/application';
import { MemoryWorkbook, gridOf, snapshotOf, type WorkbookSnapshot } from '../../src/workbook';
import { newWorkbook, readWorkbook, XlsxWorkbook, type NewCell } from '../../src/xlsx';

const FIXTURES = join(__dirname, '../fixtures');

/** Path of a fixture file. */
export function fixture(name: string): string {
  return join(FIXTURES, name);
}

/** A fixture workbook as read. */
export function readFixture(name: string): WorkbookSnapshot {
  return readWorkbook(readFileSync(fixture(name)), basename(name));
}

/** A fixture workbook as a port whose bytes can be written. */
export function openFixture(name: string): XlsxWorkbook {
  return new XlsxWorkbook(readFileSync(fixture(name)), basename(name));
}

/** A workbook of plain values as a file. */
export function fileOf(book: WorkbookSnapshot): Uint8Array {
  return newWorkbook(book.sheets.map(({ name, rows }) => ({ name, rows: denseRows(rows), widths: [] })));
}

function denseRows(rows: WorkbookSnapshot['sheets'][number]['rows']): NewCell[][] {
  const dense: NewCell[][] = [];
  for (const { row, columns, cells } of rows) {
    while (dense.length <= row) dense.push([]);
    cells.forEach(({ value }, at) => {
      const line = dense[row] ?? [];
      while (line.length < (columns[at] ?? 0)) line.push({ value: null });
      line.push({ value });
    });
  }
  return dense;
}

/** A small coherent plan in the normalised form, to be bent by tests. */
export function smallPlan(): WorkbookSnapshot {
  return snapshotOf(
    [
      gridOf('DUP', [
        ['Codice', 'Obiettivo strategico', 'Codice operativo', 'Obiettivo operativo'],
        ['S1', 'Bilancio sano', 'S1.1', 'Entrate certe'],
        ['S1', 'Bilancio sano', 'S1.2', 'Spesa efficiente'],
      ]),
      gridOf('Obiettivi', [
        ['Codice', 'Denominazione', 'Codice operativo', 'Responsabile', 'Peso'],
        ['2026-RA01', 'Riscuotere i residui', 'S1.1', 'Furio Acero', 60],
        ['2026-RA02', 'Ridurre i tempi di pagamento', 'S1.2', 'Furio Acero', 40],
      ]),
      gridOf('Fasi', [
        ['Codice obiettivo', 'Fase', 'Inizio', 'Fine', 'Peso'],
        ['2026-RA01', 'Estrazione posizioni', '01/01/2026', '28/02/2026', 30],
        ['2026-RA01', 'Invio solleciti', '01/03/2026', '30/06/2026', 70],
        ['2026-RA02', 'Monitoraggio mensile', '01/01/2026', '31/12/2026', 100],
      ]),
      gridOf('Indicatori', [
        ['Codice obiettivo', 'Indicatore', 'Formula', 'Unità', 'Fonte', 'Baseline 2025', 'Target 2026'],
        ['2026-RA01', 'Tasso di riscossione', 'riscosso / accertato', '%', 'Ragioneria', '71%', '75%'],
        [
          '2026-RA02',
          'Indicatore di tempestività',
          'giorni di ritardo / numero fatture',
          'gg',
          'Ragioneria',
          '4',
          '0',
        ],
      ]),
      gridOf('Dati di base', [
        ['Grandezza', 'Unità', '2024', '2025', 'Fonte'],
        ['Riscosso', '€', 1000, 1200, 'Ragioneria'],
        ['Accertato', '€', 1250, 1600, 'Ragioneria'],
        ['Giorni di ritardo', 'gg', 400, 300, 'Ragioneria'],
        ['Numero fatture', 'n.', 100, 100, 'Ragioneria'],
      ]),
    ],
    { name: 'piano 2026.xlsx' },
  );
}

/** The small plan, with states of the phases, results, and an indicator without base data. */
export function planUnderWay(): WorkbookSnapshot {
  const sheets = smallPlan().sheets.map((grid) => {
    if (grid.name === 'Fasi')
      return gridOf('Fasi', [
        ['Codice obiettivo', 'Fase', 'Inizio', 'Fine', 'Peso', 'Stato di attuazione'],
        ['2026-RA01', 'Estrazione posizioni', '01/01/2026', '28/02/2026', 30, 'conclusa'],
        ['2026-RA01', 'Invio solleciti', '01/03/2026', '30/06/2026', 70, '50%'],
        ['2026-RA02', 'Monitoraggio mensile', '01/01/2026', '31/12/2026', 100, 'in corso'],
      ]);
    if (grid.name === 'Indicatori')
      return gridOf('Indicatori', [
        [
          'Codice obiettivo',
          'Indicatore',
          'Formula',
          'Unità',
          'Target 2025',
          'Target 2026',
          'Consuntivo 2026',
        ],
        ['2026-RA01', 'Tasso di riscossione', 'riscosso / accertato', '%', '71%', '75%', ''],
        [
          '2026-RA02',
          'Tempo medio di pagamento',
          'giorni di ritardo / numero fatture',
          'gg',
          '4',
          '2',
          '2,5',
        ],
        [
          '2026-RA02',
          'Regolamento approvato',
          'regolamento approvato',
          'SI/NO',
          '',
          'entro il 30/06/2026',
          '',
        ],
      ]);
    return grid;
  });
  return snapshotOf(sheets, { name: 'piano 2026.xlsx' });
}

/** A session on a workbook in memory, on a fixed day. */
export function openPlan(
  snapshot: WorkbookSnapshot,
  options: Partial<SessionOptions> = {},
): Promise<PlanSession> {
  return PlanSession.open(new MemoryWorkbook(snapshot), { today: '2026-03-01', ...options });
}
