import { createContext, useCallback, useContext, useState } from 'react';
import type { CheckResult, Language, PlanSession } from '../application';
import type { PaneTexts, ReadingTexts } from '../messages';
import type { CellRef } from '../workbook';
import type { PaneEnvironment, ViewName } from './environment';

/** A short message to the user; `undo` offers to take back what it tells. */
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly undo?: () => Promise<unknown>;
}

/** What every view stands on. */
export interface Pane {
  readonly env: PaneEnvironment;
  readonly language: Language;
  readonly texts: PaneTexts;
  /** Questions about the reading, answers and corrections in words. */
  readonly questions: ReadingTexts;
  readonly session: PlanSession;
  readonly result: CheckResult;
  /** Shows a cell in the workbook; says so where it cannot be seen. */
  readonly goTo: (ref: CellRef) => Promise<void>;
  /** Runs something that may fail; the failure becomes a notice and the answer false. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly tell: (notice: Notice | null) => void;
  readonly open: (view: ViewName) => void;
}

/** Used outside of the pane: a mistake of the program, not of the user. */
class NoPaneError extends Error {
  override readonly name = 'NoPaneError';
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new NoPaneError('a view was rendered without its pane');
  return pane;
}

/**
 * State that comes back when the pane is opened again. `valid` guards against what an older version left.
 */
export function useRemembered<T>(
  env: PaneEnvironment,
  key: string,
  initial: T,
  valid: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = parsed(env.memory?.read(key) ?? null);
    return valid(kept) ? kept : initial;
  });
  const remember = useCallback(
    (next: T) => {
      setValue(next);
      env.memory?.write(key, JSON.stringify(next));
    },
    [env, key],
  );
  return [value, remember];
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The session as a check left it: what is read from it is read again after the next one. */
export const asOf = (session: PlanSession, _check: CheckResult | null): PlanSession => session;
