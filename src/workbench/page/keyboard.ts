/**
 * F6 goes from one part of the window to the next, Shift+F6 back, as in Excel: the grid keeps the Tab key for its
 * cells, so without F6 nobody gets out of it by keyboard.
 */
export interface Part {
  /** Whether the keyboard is in this part now. */
  has(focused: Element | null): boolean;
  focus(): void;
}

export function goRoundWithF6(page: Window, parts: readonly Part[]): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const focused = document.activeElement;
      const here = parts.findIndex((part) => part.has(focused));
      const step = event.shiftKey ? parts.length - 1 : 1;
      parts[(Math.max(here, 0) + step) % parts.length]?.focus();
    },
    { capture: true },
  );
}

/** A part whose first usable control takes the focus. */
export const partOf = (place: HTMLElement): Part => ({
  has: (focused) => place.contains(focused),
  focus: () => place.querySelector<HTMLElement>('button:not(:disabled), summary, select, input')?.focus(),
});
