import type { Role } from '../evidence/roles';

/** What is settled before the search: answers of the user, by template and place of the column. */
export class Settled {
  private constructor(
    private readonly roles: ReadonlyMap<string, ReadonlyMap<number, Role>>,
    private readonly asked: ReadonlySet<string>,
  ) {}

  static readonly NOTHING = new Settled(new Map(), new Set());

  /** The roles settled for a template; empty when none is. */
  of(template: string): ReadonlyMap<number, Role> {
    return this.roles.get(template) ?? new Map();
  }

  /** Whether a question was answered, with an option or with none of them. */
  wasAsked(question: string): boolean {
    return this.asked.has(question);
  }

  /** The same with one answer more. */
  with(template: string, at: number, role: Role, question: string): Settled {
    const own = new Map(this.of(template)).set(at, role);
    return new Settled(new Map(this.roles).set(template, own), new Set([...this.asked, question]));
  }

  /** The same with a question answered by none of its options. */
  without(question: string): Settled {
    return new Settled(this.roles, new Set([...this.asked, question]));
  }
}
