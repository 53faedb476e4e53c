import type { Language } from '../../application';
import type { Monitoring } from '../../approval';
import type { PegObjective } from '../../plan';

/** An objective whose progress is less than its schedule leads to expect; shares of 1. */
export interface BehindSchedule {
  readonly objective: PegObjective;
  readonly progress: number;
  readonly expected: number;
}

/** A hair's breadth is no delay: rounding of weights and of days. */
const TOLERANCE = 0.005;

/** Objectives behind their own schedule, the farthest first; those without readable progress are left out. */
export function behindSchedule(monitoring: Monitoring): BehindSchedule[] {
  return monitoring.objectives
    .flatMap(({ objective, progress, expected }) =>
      progress.degree !== null && expected.degree !== null && progress.degree < expected.degree - TOLERANCE
        ? [{ objective, progress: progress.degree, expected: expected.degree }]
        : [],
    )
    .sort((a, b) => b.expected - b.progress - (a.expected - a.progress));
}

/** A share of 1 as a whole percentage. */
export function shareText(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
