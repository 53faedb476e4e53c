import type { Language } from '../application';
import { errorSentence, messages } from '../messages';
import { WorkbookError } from '../workbook';

/** A command that was called the wrong way, or whose input cannot be used: one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * What went wrong, in one line that names the file: the one the error is about, else `file`. An error of the
 * program's own is said to be one; it never ends in a stack trace.
 */
export function errorLine(error: unknown, language: Language, file: string | null): string {
  const words = messages(language).cli;
  const sentence = errorSentence(error, language);
  const named = error instanceof WorkbookError ? (error.details['path'] ?? file) : file;
  const about = error instanceof WorkbookError && error.code === 'cannot-write' ? null : named;
  const said = sentence ?? words.internal(error instanceof Error ? error.message : String(error));
  return `${about === null ? '' : `${about}: `}${said}`;
}
