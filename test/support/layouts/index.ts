import { cards } from './cards';
import { others } from './others';
import type { LayoutFixture } from './types';
import { wide } from './wide';

export type { LayoutFixture, LayoutTruth } from './types';

/** Every fixture of every family. */
export const layouts: readonly LayoutFixture[] = [...wide, ...cards, ...others];
