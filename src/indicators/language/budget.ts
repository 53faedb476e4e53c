import { STEPS_PER_CHARACTER } from '../types';

/** Thrown inside the language when a text asks for more work than its length allows; never leaves the folder. */
export class WorkLimitReached extends Error {
  override readonly name = 'WorkLimitReached';
}

/** Counts work by characters and tokens, never by the clock. */
export class Budget {
  private used = 0;
  private readonly limit: number;

  constructor(length: number) {
    this.limit = STEPS_PER_CHARACTER * (length + 16);
  }

  get steps(): number {
    return this.used;
  }

  tick(steps = 1): void {
    this.used += steps;
    if (this.used > this.limit) {
      this.used = this.limit;
      throw new WorkLimitReached(`more than ${this.limit} steps`);
    }
  }
}
