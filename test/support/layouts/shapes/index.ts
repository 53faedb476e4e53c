import type { LayoutFixture } from '../types';
import { bands } from './bands';
import { exports } from './exports';
import { matrices } from './matrices';
import { outlines } from './outlines';
import { paragraphs } from './paragraphs';

/** Workbooks whose rows mix levels of the hierarchy, or state them as text. */
export const shapes: readonly LayoutFixture[] = [
  ...exports,
  ...outlines,
  ...paragraphs,
  ...bands,
  ...matrices,
];
