import { useCallback, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../coherence';
import { formatRef } from '../../../workbook';
import { usePane } from '../../context';

/** A moment's pause: while somebody types a search, not every letter is worth new marks. */
const PAUSE = 300;

/** What marks depend on: the same text, the same marks. */
const marksOf = (findings: readonly Finding[]): string =>
  findings.map(({ severity, cells }) => `${severity} ${cells.map(formatRef).join()}`).join('\n');

export interface Highlight {
  /** The cells of the listed findings are marked in the user's sheets. */
  readonly on: boolean;
  readonly toggle: () => void;
}

/** Marks in the sheets, only when asked for; while they are on they follow the list. */
export function useHighlight(listed: readonly Finding[]): Highlight {
  const { texts, session, attempt, tell } = usePane();
  const [on, setOn] = useState(false);
  const marked = useRef<string | null>(null);
  const words = texts.findings;

  // Marks of an earlier opening are still there.
  useEffect(() => {
    let wanted = true;
    void attempt(async () => {
      const found = await session.highlighted();
      if (wanted) setOn(found);
    });
    return () => {
      wanted = false;
    };
  }, [attempt, session]);

  const mark = useCallback(
    (findings: readonly Finding[]) =>
      attempt(async () => {
        await session.highlight(findings);
        marked.current = marksOf(findings);
      }),
    [attempt, session],
  );

  useEffect(() => {
    if (!on || marked.current === marksOf(listed)) return;
    const timer = setTimeout(() => void mark(listed), PAUSE);
    return () => clearTimeout(timer);
  }, [on, listed, mark]);

  const toggle = (): void => {
    if (on)
      void attempt(() => session.clearHighlight()).then((done) => {
        if (!done) return;
        marked.current = null;
        setOn(false);
        tell({ intent: 'success', text: words.highlightGone });
      });
    else
      void mark(listed).then((done) => {
        if (!done) return;
        setOn(true);
        tell({ intent: 'success', text: words.highlightDone });
      });
  };
  return { on, toggle };
}
