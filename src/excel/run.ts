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

/** Whether Excel has this version of its API. The manifest asks for 1.14: only what is newer is asked after. */
export const hasApi = (version: string): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', version);

export interface ReadOptions {
  /** The sheet the work is about, for the sentence of an error. */
  readonly sheet?: string;
  /** Waits while the user edits a cell, instead of failing: for work that nobody asked for this moment. */
  readonly patient?: boolean;
}

type Conversation<T> = (context: Excel.RequestContext) => Promise<T>;

/**
 * A conversation with Excel in which nothing of the workbook is changed.
 * @throws WorkbookError whatever Excel answers.
 */
export async function readExcel<T>(
  work: Conversation<T>,
  { sheet, patient = false }: ReadOptions = {},
): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: patient }, work);
  } catch (error) {
    throw toWorkbookError(error, sheet);
  }
}

/** What makes the workbook nicer and must never decide about the work: Excel's refusal is no failure. */
export async function tryExcel(work: Conversation<unknown>): Promise<void> {
  await Excel.run({ delayForCellEdit: false }, work).catch((error: unknown) => {
    if (!(error instanceof OfficeExtension.Error)) throw error;
  });
}

/** A change of the workbook: looked at first, then written, put back when it fails half way. */
export interface Writing<Seen> {
  /** The sheet the work is about, for the sentence of an error. */
  readonly sheet?: string | undefined;
  /** Looks at everything that could refuse; rejects with the reason. Nothing is changed yet. */
  readonly look: Conversation<Seen>;
  /** `changed` is called after each round trip that changed something and is not the last. */
  readonly write: (context: Excel.RequestContext, seen: Seen, changed: () => void) => Promise<void>;
  /** Works in a conversation of its own, so of `seen` only plain data can be used. */
  readonly restore: (context: Excel.RequestContext, seen: Seen) => Promise<void>;
}

/**
 * Changes the workbook: everything or nothing. One step of undo where Excel can group (ExcelApi 1.20); an Excel that
 * refuses the group (`UndoNotSupported`, office-js 6491 and 6711) is asked once more without it.
 * @returns what was looked at before
 * @throws WorkbookError why it failed; `not-restored` when putting back failed, too
 */
export async function writeExcel<Seen>(work: Writing<Seen>): Promise<Seen> {
  if (!hasApi('1.20')) return writeOnce(work, {});
  try {
    return await writeOnce(work, { mergeUndoGroup: true });
  } catch (error) {
    const unexplained = error instanceof WorkbookError && error.code === 'host-failure';
    if (!unexplained) throw error;
    return writeOnce(work, {});
  }
}

async function writeOnce<Seen>(work: Writing<Seen>, grouping: { mergeUndoGroup?: boolean }): Promise<Seen> {
  const looked: Seen[] = [];
  let touched = false;
  try {
    return await Excel.run({ delayForCellEdit: false, ...grouping }, async (context) => {
      const seen = await work.look(context);
      looked.push(seen);
      await work.write(context, seen, () => (touched = true));
      return seen;
    });
  } catch (error) {
    const reason = toWorkbookError(error, work.sheet);
    if (touched || !isRefusedWhole(error)) for (const seen of looked) await putBack(work, seen, reason);
    throw reason;
  }
}

/** In a conversation of its own: inside a refused undo group nothing more is accepted. */
async function putBack<Seen>({ restore }: Writing<Seen>, seen: Seen, reason: WorkbookError): Promise<void> {
  try {
    await Excel.run({ delayForCellEdit: false }, (context) => restore(context, seen));
  } catch (second) {
    const details = { ...reason.details, message: toWorkbookError(second).message };
    throw new WorkbookError('not-restored', details, { cause: reason });
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
