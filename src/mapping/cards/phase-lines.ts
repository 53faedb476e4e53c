import { readDate } from '../../plan';
import type { Place, SheetView } from '../grid/sheet-view';
import type { FactReader } from '../rows/facts';
import { field } from '../words/field';

/** `a)`, `1)`, `-` before a line of a list. */
const BULLET = /^(?:[a-z]\)|\d{1,2}[.)]|[-–—•·])\s+(?=\p{L})/u;

/** The name of a phase that stands as a line of a list with its term beside it; null when a cell is none. */
export function listedPhase(sheet: SheetView, reader: FactReader, { row, column }: Place): string | null {
  const bullet = BULLET.exec(sheet.line(row, column))?.[0];
  const [, next] = sheet.filled(row).filter((other) => other >= column);
  if (bullet === undefined || next === undefined || timeAt(reader, { row, column: next }) === null)
    return null;
  return sheet.line(row, column).slice(bullet.length);
}

/** A phase in one line with its term: `- Gara (entro il 30/09/2026)`. */
export function listedWithTerm(text: string): { readonly title: string; readonly end: string } | null {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet === undefined) return null;
  const [, title, end] =
    /^(.*\p{L}.*?)\s*[(,:–—-]\s*((?:entro|al|fino)\b.*\d[^()]*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\)?$/iu.exec(
      text.slice(bullet.length),
    ) ?? [];
  return title === undefined || end === undefined || readDate(end, 2000) === null ? null : { title, end };
}

/** What a column beside a phase's name says of it. */
interface TimeBeside {
  readonly attribute: 'start' | 'end' | 'weight';
  readonly at: number;
}

/** Dates and percentages right of a phase's name: its start, its end, its weight. */
export function timesBeside(sheet: SheetView, reader: FactReader, { row, column }: Place): TimeBeside[] {
  const rest = sheet.filled(row).filter((other) => other > column);
  const dated = rest.filter((other) => timeAt(reader, { row, column: other }) !== null);
  const attributes = dated.length === 2 ? (['start', 'end'] as const) : (['end'] as const);
  const times = attributes.flatMap((attribute, i): TimeBeside[] => {
    const at = dated[i];
    return at === undefined ? [] : [{ attribute, at }];
  });
  const weight = rest.find((other) => /^\d+(?:[.,]\d+)?\s*%$/.test(sheet.text(row, other)));
  return weight === undefined ? times : [...times, { attribute: 'weight', at: weight }];
}

function timeAt(reader: FactReader, { row, column }: Place): string | null {
  return reader.fact(field('phase', 'end'), row, column).iso;
}
