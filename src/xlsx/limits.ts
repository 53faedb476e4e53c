import { WorkbookError } from '../workbook';

/**
 * What a workbook may ask of the machine before it is refused. Far above any plan ever seen, far below what
 * would stop a browser tab. Sizes in bytes.
 */
export interface ReadLimits {
  /** The file itself. */
  readonly fileBytes: number;
  /** Entries of the archive. */
  readonly entries: number;
  /** All parts together once unpacked, as the archive declares them. */
  readonly totalBytes: number;
  /** One part that has to be read as text. */
  readonly partBytes: number;
  /** Unpacked size over file size, looked at only above {@link ratioFloor}. */
  readonly ratio: number;
  /** Below this unpacked size a high ratio harms nobody (a blank sheet packs 500 to 1). */
  readonly ratioFloor: number;
  /** Filled cells of all sheets together. */
  readonly cells: number;
  /** Sheets of the workbook, of every kind. */
  readonly sheets: number;
  /** Columns of one sheet with something in them. */
  readonly columns: number;
  /** Characters of one formula: no more than Excel itself allows. */
  readonly formula: number;
  /**
   * Characters of formulas that cells share, counted once per cell. What is beyond keeps the text of the first cell
   * of its group: a formula is read for what it calls, not for the cells it names.
   */
  readonly movedCharacters: number;
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 100 * 1024 * 1024,
  entries: 10_000,
  totalBytes: 1024 * 1024 * 1024,
  partBytes: 256 * 1024 * 1024,
  ratio: 200,
  ratioFloor: 64 * 1024 * 1024,
  cells: 25_000_000,
  sheets: 4_000,
  columns: 2_000,
  formula: 8_192,
  movedCharacters: 4_000_000,
};

/** The refusal of something over a limit in bytes, which is said in megabytes. */
export function tooLarge(
  found: number,
  limit: number,
  details: Readonly<Record<string, string | number>> = {},
): WorkbookError {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / (1024 * 1024))} MB`;
  return new WorkbookError('too-large', { found: megabytes(found), limit: megabytes(limit), ...details });
}
