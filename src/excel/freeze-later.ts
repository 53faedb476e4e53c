import type { WorkbookSnapshot } from '../workbook';
import type { Frozen } from './freeze';

export type { Frozen } from './freeze';

/** {@link import('./freeze').freezeFormulas}, fetched with its first use. */
export async function freezeFormulas(
  book: WorkbookSnapshot,
  isOurs: (formula: string) => boolean,
): Promise<Frozen> {
  const onDemand = await import(/* webpackChunkName: "onDemand" */ './on-demand');
  return onDemand.freezeFormulas(book, isOurs);
}
