import type { LocalisedText } from '../coherence';
import { formatRef, type CellRef, type ReportCell } from '../workbook';
import { WORDS } from './words';

/** A table of a document. */
export interface ReportSection {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The column of the sheet each cell stands in (0–4): all tables of a sheet share its column widths. */
  readonly places: readonly number[];
}

/** Picks the language of the document. */
export type Say = (text: LocalisedText) => string;

/** An ISO day as people of the language write it; anything else stays as it is. */
export function shownDay(iso: string, say: Say): string {
  const [year, month, day] = iso.split('-');
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? say({ it: `${day}/${month}/${year}`, en: iso }) : iso;
}

/** A share of 1 as a percentage; a dash where it is not known. */
export function shownShare(share: number | null, say: Say): string {
  return share === null ? '–' : `${Math.round(share * 100)}${say({ it: ' %', en: '%' })}`;
}

/** The first cell as a link, and how many more there are. Cells of another file are named only. */
export function where(cells: readonly CellRef[]): ReportCell {
  const [first] = cells;
  if (!first) return { value: '–' };
  const value = `${formatRef(first)}${cells.length > 1 ? ` +${cells.length - 1}` : ''}`;
  return first.file === undefined ? { value, link: first } : { value };
}

/** The heading of a column, from the words of the document. */
export const heading = (say: Say, ...names: (keyof typeof WORDS)[]): string[] =>
  names.map((name) => say(WORDS[name]));
