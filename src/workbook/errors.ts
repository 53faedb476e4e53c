/** Why a workbook could not be read or written. Surfaces turn the code into a sentence in the user's language. */
export type WorkbookErrorCode =
  | 'not-a-workbook'
  | 'old-format'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'suspicious-archive'
  | 'no-sheets'
  | 'not-found'
  | 'cannot-write'
  | 'same-file'
  | 'no-such-sheet'
  | 'no-such-cell'
  | 'protected-sheet'
  | 'read-only'
  | 'cell-edit-mode'
  | 'sheet-gone'
  | 'hidden-cell'
  | 'changed-meanwhile'
  | 'api-too-old'
  | 'no-selection'
  | 'only-in-excel'
  | 'busy'
  | 'host-failure'
  | 'not-restored';

/**
 * A workbook that cannot be read or written, with what the sentence for the user needs.
 * `details` carries named values for the message (file, sheet, address, limit, found …).
 */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  constructor(
    readonly code: WorkbookErrorCode,
    readonly details: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
  }
}
