import running from './catalogue.generated.json';
import type { Rule } from './rule';

/** The rules the product ships, by id. They are validated when they are made (tests), not when they are loaded. */
export function runningRules(): readonly Rule[] {
  return running as unknown as readonly Rule[];
}
