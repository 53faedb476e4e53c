import { Random } from '../support/random';
import { cardSheets, matrix, stackedCards, transposed } from './cards';
import {
  exported,
  longForm,
  normalised,
  sameTitles,
  severalFiles,
  twoHierarchies,
  twoParts,
} from './exports';
import { outline, paragraphs, sheetsByReference } from './outlines';
import type { Written } from './page';
import { bands, blocks, blocksOfBoth, mergedLevels, shuffledTable, twoLanguages, wideTable } from './wide';

/**
 * Invented workbooks in the shapes of published plans. A workbook is one draw of a family: what it holds, its words,
 * the grammar of its codes and its dirt come from the seed, and its truth is what was written.
 */
export const FAMILIES: Readonly<Record<string, (random: Random) => Written>> = {
  'wide table': wideTable,
  'columns in any order': shuffledTable,
  'blocks by office': blocks,
  'two languages': twoLanguages,
  'blocks of phases and indicators': blocksOfBoth,
  'merged levels': mergedLevels,
  bands,
  'cards on sheets': cardSheets,
  'cards stacked': stackedCards,
  transposed,
  matrix,
  outline,
  'dup in paragraphs': paragraphs,
  'sheets by reference': sheetsByReference,
  export: exported,
  'normalised sheets': normalised,
  'long form': longForm,
  'two hierarchies': twoHierarchies,
  'two parts': twoParts,
  'same titles': sameTitles,
  'several files': severalFiles,
};

/** One workbook of a family; the same for the same seed. @throws RangeError for a family that is not there */
export function invented(family: string, seed: number | string): Written {
  const make = FAMILIES[family];
  if (!make) throw new RangeError(`${family}: no such family of workbooks`);
  return make(new Random(`${family} ${seed}`));
}
