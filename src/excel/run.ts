import { WorkbookError } from '../workbook';

/** Excel's codes → ours. What is not listed is a failure of the host, told with Excel's own sentence. */
const CODES: Readonly<Record<string, WorkbookError['code']>> = {
  InvalidOperationInCellEditMode: 'cell-edit-mode',
  ItemNotFound: 'sheet-gone',
  InvalidReference: 'sheet-gone',
  ApiNotFound: 'api-too-old',
  ApiNotAvailable: 'api-too-old',
  ActivityLimitReached: 'busy',
  ServiceNotAvailable: 'busy',
  RequestAborted: 'busy',
};

/** Whether Excel has this version of its API. */
export const hasApi = (version: string): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', version);

export interface RunOptions {
  /** The sheet the work is about, for the sentence of an error. */
  readonly sheet?: string;
  /** Waits while the user edits a cell, instead of failing: for work that nobody asked for this moment. */
  readonly patient?: boolean;
}

/**
 * One conversation with Excel. Everything inside is one step of undo where Excel can do that (ExcelApi 1.20).
 * @throws WorkbookError whatever Excel answers.
 */
export async function runExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: options.patient === true, mergeUndoGroup: true }, work);
  } catch (error) {
    throw toWorkbookError(error, options.sheet);
  }
}

/** Whether Excel refused because the answer or the request was too large for it. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof OfficeExtension.Error &&
  ['ResponsePayloadSizeLimitExceeded', 'RequestPayloadSizeLimitExceeded'].includes(error.code);

/** Whether Excel refused the whole request before it did any of it. */
const isRefusedWhole = (error: unknown): boolean =>
  isTooLarge(error) ||
  (error instanceof OfficeExtension.Error &&
    ['InvalidOperationInCellEditMode', 'ActivityLimitReached'].includes(error.code));

/**
 * Writes, and puts everything back when it fails on the way.
 * @param write gets a function to call after each round trip that changed something
 * @throws WorkbookError why it failed; `not-restored` when putting back failed, too
 */
export async function writeOrRestore(
  write: (changed: () => void) => Promise<void>,
  restore: () => Promise<void>,
  sheet?: string,
): Promise<void> {
  let touched = false;
  try {
    await write(() => {
      touched = true;
    });
  } catch (error) {
    const reason = toWorkbookError(error, sheet);
    if (!touched && isRefusedWhole(error)) throw reason;
    try {
      await restore();
    } catch (second) {
      const details = { ...reason.details, message: toWorkbookError(second).message };
      throw new WorkbookError('not-restored', details, { cause: reason });
    }
    throw reason;
  }
}

export function toWorkbookError(error: unknown, sheet?: string): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const about: Record<string, string> = sheet === undefined ? {} : { sheet };
  if (!(error instanceof OfficeExtension.Error)) {
    const message = error instanceof Error ? error.message : String(error);
    return new WorkbookError('host-failure', { ...about, message }, { cause: error });
  }
  if (error.code === 'AccessDenied') {
    return new WorkbookError(sheet === undefined ? 'read-only' : 'protected-sheet', about, { cause: error });
  }
  const code = CODES[error.code] ?? 'host-failure';
  return new WorkbookError(code, { ...about, message: error.message }, { cause: error });
}
