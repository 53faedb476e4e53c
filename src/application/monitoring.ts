import { monitoringOf, type Monitoring } from '../approval';
import type { BaseData } from '../indicators';
import type { Plan } from '../plan';
import { outcomeOf } from './indicators';

/** What results are worked out from: a session is one. */
export interface Measured {
  readonly plan: Plan;
  readonly baseData: BaseData;
}

/**
 * A plan at a date of the year: late phases, results against targets. Results not written are computed from the base
 * data. Beside the session, so that the value of a function does not wait for it.
 */
export function monitoringAt({ plan, baseData }: Measured, date: string): Monitoring {
  return monitoringOf(plan, date, (indicator) => {
    const outcome = outcomeOf(indicator, baseData, date);
    return outcome.value === null ? null : { value: outcome.value, display: outcome.display };
  });
}
