import type { Relation } from '../relation/relation';
import type { PlanSubject } from '../words/field';
import type { RelationContext } from './context';
import type { Pairs } from './pairs';

/** The columns of an assignment by their field. */
export type ByField = ReadonlyMap<string, readonly number[]>;

/** So large a share makes a habit. */
export const MOST = 0.6;

/** What evidence on a whole relation looks at. */
export abstract class Looks {
  constructor(
    protected readonly relation: Relation,
    protected readonly pairs: Pairs,
    protected readonly context: RelationContext,
  ) {}

  protected isSurely(at: number, subject: PlanSubject): boolean {
    const meaning = this.meaning(at);
    return meaning?.subject === subject && !meaning.soft;
  }

  protected count(at: number): number {
    return this.relation.columns[at]?.content.distinctCount ?? 0;
  }

  protected header(at: number): string {
    return this.relation.columns[at]?.header.text ?? '';
  }

  protected meaning(at: number) {
    return this.relation.columns[at]?.header.meaning;
  }
}
