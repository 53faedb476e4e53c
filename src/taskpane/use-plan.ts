import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckResult, PlanSession } from '../application';
import type { PaneEnvironment } from './environment';

export type LoadingStep = 'reading' | 'understanding' | 'checking';

/** Where the pane stands with its workbook. */
export type PlanState =
  | { readonly kind: 'first-run' }
  | { readonly kind: 'loading'; readonly step: LoadingStep }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'ready';
      readonly session: PlanSession;
      readonly result: CheckResult;
      /** A newer check is being made; the last one stays on screen. */
      readonly updating: boolean;
      /** The newer check did not succeed. */
      readonly error: unknown;
    };

export interface PlanControls {
  readonly state: PlanState;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Lets the browser paint before the next piece of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Opens the workbook, checks it and follows it. Several changes in a row make one new check: while one runs, the
 * next is only noted.
 */
export function usePlan(env: PaneEnvironment, atOnce: boolean): PlanControls {
  const [state, setState] = useState<PlanState>(
    atOnce ? { kind: 'loading', step: 'reading' } : { kind: 'first-run' },
  );
  const run = useRef(0);
  const leave = useRef<(() => void) | null>(null);

  const start = useCallback(() => {
    const own = ++run.current;
    const current = (): boolean => run.current === own;
    const step = async (next: LoadingStep): Promise<void> => {
      if (current()) setState({ kind: 'loading', step: next });
      await breathe();
    };
    const open = async (): Promise<void> => {
      await step('reading');
      const session = await env.openSession();
      if (!current()) return;
      await step('understanding');
      if (!current()) return;
      await session.understand();
      if (!current()) return;
      await step('checking');
      const result = await session.check();
      if (!current()) return;
      setState({ kind: 'ready', session, result, updating: false, error: null });
      leave.current?.();
      leave.current = follow(session, current);
    };
    const follow = (session: PlanSession, isCurrent: () => boolean): (() => void) => {
      let again = false;
      let busy = false;
      const refresh = async (): Promise<void> => {
        again = true;
        if (busy) return;
        busy = true;
        while (again) {
          again = false;
          setState((now) => (now.kind === 'ready' && isCurrent() ? { ...now, updating: true } : now));
          await breathe();
          try {
            const result = await session.check();
            if (!again && isCurrent())
              setState({ kind: 'ready', session, result, updating: false, error: null });
          } catch (error) {
            if (isCurrent())
              setState((now) => (now.kind === 'ready' ? { ...now, updating: false, error } : now));
          }
        }
        busy = false;
      };
      return session.subscribe(() => void refresh());
    };
    open().catch((error: unknown) => {
      if (current()) setState({ kind: 'failed', error });
    });
  }, [env]);

  const stop = useCallback(() => {
    run.current += 1;
    setState({ kind: 'stopped' });
  }, []);

  useEffect(() => {
    if (atOnce) start();
    return () => {
      run.current += 1;
      leave.current?.();
      leave.current = null;
    };
  }, [atOnce, start]);

  return { state, start, stop };
}
