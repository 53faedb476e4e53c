/** A condition that names something that does not exist: only possible for rules that were not validated. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
  constructor(
    readonly what: 'operator' | 'option' | 'field' | 'fact',
    readonly unknown: string,
  ) {
    super(`Unknown ${what} "${unknown}": validate the rule before it runs`);
  }
}
