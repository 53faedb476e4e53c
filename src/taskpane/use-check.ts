import { useCallback, useEffect, useState } from 'react';
import type { CheckResult, PlanSession } from '../application';
import type { Finding } from '../coherence';
import { failureSentence, lastFailure, onFailure, setFailure, writeCheck } from '../commands';
import { sharedSession } from '../excel';

interface CheckState {
  readonly result: CheckResult | null;
  readonly busy: boolean;
}

export interface CheckControls {
  readonly state: CheckState;
  /** Sentence of the last failure, of the pane or of the ribbon. */
  readonly failure: string | null;
  /** Reads the workbook afresh and checks it. */
  readonly again: () => void;
  /** Writes the check sheet; false when it did not succeed. */
  readonly write: () => Promise<boolean>;
  /** Shows the first cell of a finding. */
  readonly goTo: (finding: Finding) => void;
  readonly dismiss: () => void;
}

/** The check of the shared session, kept up with the workbook. */
export function useCheck(): CheckControls {
  const [state, setState] = useState<CheckState>({ result: null, busy: true });
  const [failure, show] = useState(lastFailure());

  /** Runs work on the session; a failure becomes a sentence. */
  const attempt = useCallback(async (work: (session: PlanSession) => Promise<unknown>): Promise<boolean> => {
    setState((before) => ({ ...before, busy: true }));
    try {
      const session = await sharedSession();
      await work(session);
      setState({ result: await session.check(), busy: false });
      setFailure(null);
      return true;
    } catch (error) {
      setFailure(failureSentence(error));
      setState((before) => ({ ...before, busy: false }));
      return false;
    }
  }, []);

  useEffect(() => onFailure(() => show(lastFailure())), []);

  useEffect(() => {
    let leave: (() => void) | null = null;
    let gone = false;
    void attempt(async (session) => {
      if (!gone) leave = session.subscribe(() => void attempt(async () => undefined));
    });
    return () => {
      gone = true;
      leave?.();
    };
  }, [attempt]);

  return {
    state,
    failure,
    again: () => void attempt((session) => session.recheck({ sheets: null })),
    write: () => attempt(writeCheck),
    goTo: (finding) => {
      const [cell] = finding.cells;
      if (cell) void attempt((session) => session.port.select(cell));
    },
    dismiss: () => setFailure(null),
  };
}
