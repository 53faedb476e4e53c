import { useEffect, useState } from 'react';
import type { PlanSession } from '../../../application';

/** Values of every indicator over the periods of the base data, by indicator id. */
export type Trends = ReadonlyMap<string, readonly (number | null)[]>;

/** Works the trends out one period at a time, so that the pane stays quick; begins anew when the plan changes. */
export function useTrends(session: PlanSession, content: unknown): Trends {
  const [trends, setTrends] = useState<Trends>(new Map());
  useEffect(() => {
    let wanted = true;
    const work = async (): Promise<void> => {
      const { periods } = session.baseData;
      const values = new Map<string, (number | null)[]>();
      for (const period of periods) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (!wanted) return;
        for (const { indicator, outcome } of session.indicators(period)) {
          const own = values.get(indicator.id) ?? [];
          own.push(typeof outcome.value === 'number' && outcome.period === period ? outcome.value : null);
          values.set(indicator.id, own);
        }
      }
      if (wanted) setTrends(values);
    };
    void work();
    return () => {
      wanted = false;
    };
  }, [session, content]);
  return trends;
}
