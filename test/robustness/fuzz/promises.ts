import { PlanSession, StoreError } from '../../../src/application';
import { errorSentence } from '../../../src/messages';
import { WorkbookError, cellAt, type Grid, type WorkbookSnapshot } from '../../../src/workbook';
import { XlsxWorkbook } from '../../../src/xlsx';
import { sameGrid } from '../../../src/application/same';

/** What became of an input. */
export interface Outcome {
  /** The reader of the plan had it. */
  readonly reached: boolean;
  /** The code it was refused with before that. */
  readonly refused: string | null;
  /** What was promised and did not hold. */
  readonly broken: string | null;
}

const WAIVER = {
  ...{ finding: 'fuzz', rule: 'STR-01', place: 'A!A1', reason: 'x', author: 'y' },
  ...{ date: '2025-01-01', until: null },
};
const MARK = 'scritto dalla prova';

/** A promise that did not hold. */
class Broken extends Error {}

/**
 * Does with a workbook what a user does: opens, checks, accepts, writes a cell and the check sheet, and reads it again.
 * Refusals by name with a sentence in both languages are answers; anything else is a find.
 * @param whole also runs the rules and writes the check sheet
 */
export async function keepsPromises(bytes: Uint8Array, whole: boolean): Promise<Outcome> {
  let reached = false;
  try {
    const port = new XlsxWorkbook(bytes, 'piano.xlsx');
    const session = await PlanSession.open(port, { today: '2025-06-30' });
    JSON.stringify(session.mapping.plan);
    reached = true;
    if (whole) await judged(session);
    await written(session, port);
    return { reached, refused: null, broken: null };
  } catch (error) {
    if (!isAnswer(error)) return { reached, refused: null, broken: whatOf(error) };
    return { reached, refused: reached ? null : error.code, broken: null };
  }
}

function isAnswer(error: unknown): error is WorkbookError {
  if (!(error instanceof WorkbookError)) return false;
  return (['it', 'en'] as const).every((language) => /\S/.test(errorSentence(error, language) ?? ''));
}

/** The failure and where it happened: two inputs with the same one are one find. */
function whatOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place =
    /at (?:async )?([\w.<>[\] ]+)/.exec(error.stack?.split('\n').slice(1).join('\n') ?? '')?.[1] ?? '';
  const told =
    error instanceof Broken ? error.message : `${error.name}: ${error.message.slice(0, 120)} at ${place}`;
  return told.replace(/\d+/g, 'N');
}

async function judged(session: PlanSession): Promise<void> {
  const { judgement } = await session.check();
  const failed = judgement.rules.find(({ status }) => status === 'failed');
  if (failed) throw new Broken(`rule ${failed.rule} failed`);
  for (const row of session.indicators())
    if (row.outcome.outcome === 'value' && !Number.isFinite(row.outcome.value))
      throw new Broken('value that is none');
  await session.writeReport({ date: '2025-06-30', version: '1' }, 'it');
}

/** Accepts and writes a cell; nothing else of the workbook may be different afterwards. */
async function written(session: PlanSession, port: XlsxWorkbook): Promise<void> {
  const before = await port.snapshot();
  const bytes = port.bytes();
  const sound = ['empty', 'read'].includes(session.storeState);
  const kept = session.waivers;
  try {
    await session.saveWaivers([...kept, WAIVER]);
  } catch (error) {
    if (!(error instanceof StoreError) || sound) throw error;
    if (port.bytes() !== bytes) throw new Broken('a part that must not be touched was');
    return;
  }
  const place = freeCell(before.sheets[0]);
  if (place) await port.write([{ ...place, value: MARK }]);
  unchanged(before, await port.snapshot(), place?.sheet ?? null);
  const again = await PlanSession.open(new XlsxWorkbook(port.bytes(), 'piano.xlsx'), { today: '2025-06-30' });
  if (again.waivers.length !== kept.length + 1) throw new Broken('acceptances lost');
}

function freeCell(grid: Grid | undefined): { sheet: string; address: string } | null {
  return grid && !cellAt(grid, 70_000, 30) ? { sheet: grid.name, address: 'AE70001' } : null;
}

/** Everything as it was, but for the one cell. */
function unchanged(before: WorkbookSnapshot, after: WorkbookSnapshot, sheet: string | null): void {
  if (before.sheets.length !== after.sheets.length) throw new Broken('sheets lost');
  before.sheets.forEach((grid, at) => {
    const now = after.sheets[at];
    const same =
      now &&
      sameGrid(
        grid,
        grid.name === sheet ? { ...now, rows: now.rows.filter(({ row }) => row !== 70_000) } : now,
      );
    const stray = grid.rows.some(({ row }) => row === 70_000);
    if (!same && !stray) throw new Broken('cells changed that nobody wrote');
  });
}
