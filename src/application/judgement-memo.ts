import type { Judgement } from '../coherence';
import type { Plan } from '../plan';

/**
 * The last judgement, for as long as the same plan is judged by the same means: an edit that leaves the plan as it
 * was (a note, a datum that no rule looks at) makes no rule run again.
 */
export class JudgementMemo {
  private plan: string | null = null;
  private means: readonly unknown[] = [];
  private judgement: Judgement | null = null;

  /** @param means what else the judgement depends on: compared one by one, by identity */
  async of(plan: Plan, means: readonly unknown[], judge: () => Promise<Judgement>): Promise<Judgement> {
    const text = JSON.stringify(plan);
    const same =
      text === this.plan &&
      means.length === this.means.length &&
      means.every((one, at) => one === this.means[at]);
    if (this.judgement !== null && same) return this.judgement;
    const judgement = await judge();
    this.plan = text;
    this.means = means;
    this.judgement = judgement;
    return judgement;
  }
}
