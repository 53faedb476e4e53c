import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';

/** Elements that can be held on to carry this attribute, with a name that outlives an update. */
export const ANCHOR = 'data-anchor';

interface Seen {
  readonly name: string;
  readonly top: number;
}

/**
 * Keeps what the reader is looking at where it is while the content above or below changes: remembers the anchors
 * on screen after every scroll and update, and after the next update moves the first that is still there back.
 */
export function useSteadyScroll(container: RefObject<HTMLElement | null>, content: unknown): () => void {
  const seen = useRef<readonly Seen[]>([]);
  const look = useCallback(() => {
    const box = container.current;
    if (!box) return;
    const frame = box.getBoundingClientRect();
    seen.current = [...box.querySelectorAll(`[${ANCHOR}]`)].flatMap((element): Seen[] => {
      const place = element.getBoundingClientRect();
      const visible = place.bottom > frame.top && place.top < frame.bottom;
      return visible ? [{ name: element.getAttribute(ANCHOR) ?? '', top: place.top - frame.top }] : [];
    });
  }, [container]);

  useLayoutEffect(() => {
    const box = container.current;
    if (box && box.scrollTop > 0) {
      const now = new Map<string, number>();
      const frame = box.getBoundingClientRect();
      for (const element of box.querySelectorAll(`[${ANCHOR}]`))
        now.set(element.getAttribute(ANCHOR) ?? '', element.getBoundingClientRect().top - frame.top);
      const held = seen.current.find(({ name }) => now.has(name));
      if (held) box.scrollTop += (now.get(held.name) ?? held.top) - held.top;
    }
    look();
  }, [container, content, look]);

  return look;
}
