import { monitoringOf, type Monitoring } from '../approval';
import { outcomeOf } from './indicators';
import type { PlanSession } from './session';

/**
 * The plan of a session at a date of the year: late phases, results against targets. Results not written are
 * computed from the base data. Beside the session, so that the value of a function does not wait for it.
 */
export function monitoringAt(session: PlanSession, date: string): Monitoring {
  return monitoringOf(session.plan, date, (indicator) => {
    const outcome = outcomeOf(indicator, session.baseData, date);
    return outcome.value === null ? null : { value: outcome.value, display: outcome.display };
  });
}
