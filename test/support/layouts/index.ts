import { cards } from './cards';
import { others } from './others';
import { townsCardForms } from './towns-card-forms';
import { townsCards } from './towns-cards';
import { townsGroups } from './towns-groups';
import { townsMixed } from './towns-mixed';
import { townsOutline } from './towns-outline';
import { townsSchede } from './towns-schede';
import { townsWide } from './towns-wide';
import { townsColumns } from './towns-columns';
import { townsCodes } from './towns-codes';
import { townsForms } from './towns-forms';
import { townsLevels } from './towns-levels';
import { townsLists } from './towns-lists';
import { townsTitles } from './towns-titles';
import { townsWords } from './towns-words';
import { townsRows } from './towns-rows';
import type { LayoutFixture } from './types';
import { wide } from './wide';

export type { LayoutFixture, LayoutTruth } from './types';

/** Every fixture of every family. */
export const layouts: readonly LayoutFixture[] = [
  ...wide,
  ...cards,
  ...others,
  ...townsWide,
  ...townsGroups,
  ...townsCards,
  ...townsSchede,
  ...townsCardForms,
  ...townsOutline,
  ...townsMixed,
  ...townsWords,
  ...townsLists,
  ...townsLevels,
  ...townsForms,
  ...townsCodes,
  ...townsRows,
  ...townsColumns,
  ...townsTitles,
];
