import type { CellRef } from '../../workbook';
import { normalise } from '../../plan';

/** Something said in cells. */
interface Told {
  readonly text: string;
  readonly cells: readonly CellRef[];
}

/**
 * What several rows say of one thing. Where they differ, what most cells say is taken, then the first in the
 * alphabet: never what happens to stand first, so that rows may be moved.
 */
export class Said<T extends Told> {
  private readonly told = new Map<string, { readonly fact: T; count: number }>();
  private readonly cells = new Set<string>();

  add(fact: T): void {
    const [cell] = fact.cells;
    const place = `${cell?.file ?? ''}|${cell?.sheet ?? ''}!${cell?.address ?? ''}|${fact.text}`;
    if (this.cells.has(place)) return;
    this.cells.add(place);
    const known = this.told.get(fact.text);
    if (known) known.count += 1;
    else this.told.set(fact.text, { fact, count: 1 });
  }

  /** The fact most cells say; null when none says anything. */
  best(): T | null {
    const [first] = [...this.told.values()].sort(
      (a, b) => b.count - a.count || compare(a.fact.text, b.fact.text),
    );
    return first?.fact ?? null;
  }

  /**
   * The same in full, where somebody says more: `Emporio solidale: avvio con le associazioni` for `Emporio solidale`.
   * @param others  what completes a text that was cut short
   */
  fullest(others?: Said<T>): T | null {
    const best = this.best();
    if (!best) return null;
    const written = best.text.replace(CUT, '');
    const start = normalise(written);
    const goesOn = (text: string): boolean =>
      written !== best.text || GOES_ON.test(text.slice(best.text.length));
    const all = [...this.told.values(), ...(CUT.test(best.text) ? (others?.told.values() ?? []) : [])];
    const longer = all.filter(
      ({ fact }) => fact !== best && normalise(fact.text).startsWith(start) && goesOn(fact.text),
    );
    const [first] = longer.sort((a, b) => b.fact.text.length - a.fact.text.length);
    return first?.fact ?? best;
  }
}

/** The end of a name that was cut short. */
const CUT = /\s*(?:…|\.{3})$/;
/** What follows a short name: another word would make it another name. */
const GOES_ON = /^\s*[:;,–—-]\s*\p{L}/u;

function compare(a: string, b: string): number {
  const [x, y] = [normalise(a), normalise(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
