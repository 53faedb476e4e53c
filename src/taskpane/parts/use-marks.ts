import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellMark } from '../../workbook';
import { usePane } from '../context';

/** A moment's pause: the pointer passes over many answers on its way. */
const PAUSE = 250;

/**
 * Colours cells in the user's sheets while something is looked at, and takes the colours away with it.
 * @returns shows other cells; null or an empty list takes them away
 */
export function useMarks(): (marks: readonly CellMark[] | null) => void {
  const { session } = usePane();
  const [wanted, setWanted] = useState<readonly CellMark[] | null>(null);
  const shown = useRef(false);
  const mark = useCallback(
    async (marks: readonly CellMark[]): Promise<void> => {
      if (marks.length === 0 && !shown.current) return;
      shown.current = marks.length > 0;
      // Colours are a help, not a result: a protected sheet stays as it is.
      await session.port.mark(marks).catch(() => (shown.current = false));
    },
    [session],
  );
  useEffect(() => {
    const timer = setTimeout(() => void mark(wanted ?? []), PAUSE);
    return () => clearTimeout(timer);
  }, [mark, wanted]);
  useEffect(() => () => void mark([]), [mark]);
  return setWanted;
}
