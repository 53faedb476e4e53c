/** Pixels a small tab needs: its padding, a letter, and the menu button for the rest. */
const PADDING = 20;
const LETTER = 7;
const MENU = 76;

/** Which tabs fit a width; the chosen one is always among them, in the last place when it would not fit. */
export function tabsFor<T>(
  all: readonly T[],
  chosen: T,
  letters: (tab: T) => number,
  width: number,
): { readonly shown: readonly T[]; readonly hidden: readonly T[] } {
  const need = (tab: T): number => PADDING + LETTER * letters(tab);
  const total = all.reduce((sum, tab) => sum + need(tab), 0);
  if (total <= width) return { shown: all, hidden: [] };
  let room = width - MENU;
  const shown: T[] = [];
  for (const tab of all) {
    if (need(tab) > room) break;
    room -= need(tab);
    shown.push(tab);
  }
  if (!shown.includes(chosen)) {
    while (shown.length > 0 && need(chosen) > room) room += need(shown.pop() as T);
    shown.push(chosen);
  }
  return { shown, hidden: all.filter((tab) => !shown.includes(tab)) };
}
