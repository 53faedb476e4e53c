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
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 100 * 1024 * 1024,
  entries: 10_000,
  totalBytes: 1024 * 1024 * 1024,
  partBytes: 256 * 1024 * 1024,
  ratio: 200,
  ratioFloor: 64 * 1024 * 1024,
  cells: 25_000_000,
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
