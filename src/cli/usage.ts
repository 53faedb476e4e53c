/** A command that was called the wrong way, or whose input cannot be used: one line, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
