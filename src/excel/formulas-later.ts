import type { CellRef, WorkbookSnapshot } from '../workbook';
import type { FormulaCell, Frozen, InsertedFormula } from './on-demand';

export type { FormulaCell, Frozen, InsertedFormula } from './on-demand';

/** What is done to our formulas in the cells, fetched with its first use. */
const onDemand = () => import(/* webpackChunkName: "onDemand" */ './on-demand');

/** {@link import('./freeze').freezeFormulas} */
export const freezeFormulas = async (
  book: WorkbookSnapshot,
  isOurs: (formula: string) => boolean,
): Promise<Frozen> => (await onDemand()).freezeFormulas(book, isOurs);

/** {@link import('./rewrite-formulas').rewriteFormulas} */
export const rewriteFormulas = async (cells: readonly FormulaCell[]): Promise<number> =>
  (await onDemand()).rewriteFormulas(cells);

/** {@link import('./insert-formula').insertFormula} */
export const insertFormula = async (formula: string, over?: CellRef): Promise<InsertedFormula> =>
  (await onDemand()).insertFormula(formula, over);
