import type { LayoutFixture } from '../types';
import { exports } from './exports';

/** Workbooks whose rows mix levels of the hierarchy, or state them as text. */
export const shapes: readonly LayoutFixture[] = [...exports];
