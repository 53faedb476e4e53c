import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import lists from './words.json';

/**
 * Sensible words for headers and labels that the reader does not know: none of them, nor a stem of five letters,
 * stands in its files. Words that it has learnt since the lists were written are passed over here, and a test asks
 * for others in their place as soon as a field has fewer than {@link ENOUGH} left.
 */

export type Concept = keyof typeof lists;

export const ENOUGH = 30;
/** How many of a list are drawn from: the likelier words come first, the others are their reserve. */
const DRAWN = 36;

/** Rooms of the core that know words. */
const ROOMS = ['mapping', 'reading', 'plan', 'workbook'];

/** Words that join others and mean nothing by themselves. */
const SMALL = new Set(
  'a al alla d da dal dell di e fra ha il in l la le lo non oltre per si su che chi cosa come cui dove cio non via con capo so del ogni quest tra'.split(
    ' ',
  ),
);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What two words must not share: their first five letters, or the whole of a shorter word. */
export function stems(text: string): string[] {
  return (plain(text).match(/\p{L}+/gu) ?? [])
    .filter((word) => !SMALL.has(word))
    .map((word) => word.slice(0, 5));
}

function known(): ReadonlySet<string> {
  const src = join(process.cwd(), 'src');
  const rooms = readdirSync(src).filter((room) => ROOMS.includes(room));
  const files = rooms.flatMap((room) =>
    readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(src, room, name)),
  );
  return new Set(files.flatMap((file) => stems(readFileSync(file, 'utf8'))));
}

let memo: ReadonlySet<string> | null = null;

/** Words of a list that the reader knows, or knows the stem of. */
export function offenders(concept: Concept): string[] {
  const stemsKnown = (memo ??= known());
  return lists[concept].filter((word) => stems(word).some((stem) => stemsKnown.has(stem)));
}

/** Words of a field that the reader does not know. Those at the end of a list step in for those it has learnt. */
export function strangeWords(concept: Concept): string[] {
  const bad = new Set(offenders(concept));
  return lists[concept].filter((word) => !bad.has(word)).slice(0, DRAWN);
}

export const CONCEPTS = Object.keys(lists) as Concept[];
