import { splitCode } from '../../plan';
import { rowsBetween } from '../grid/sheet-view';
import type { FoundTable } from '../tables/find-tables';
import { readHeader } from '../words/lexicon';
import { nameLevels, ROW_KINDS, type LevelGroup, type RowKind } from './level-naming';
import { classesOf, partsOfLines, type LineClass, type LinePart } from './line-classes';
import { lineAt } from './text-lines';

/** What a band over rows of a table names, told by words that come again though nobody knows them. */
export interface BandLevel {
  readonly kind: RowKind;
  /** Its code, if it has one, and its name. */
  readonly text: string;
  /** Plausibility of this reading, 0–1. */
  readonly score: number;
}

/** Bands of words nobody knows must be so many. */
const LEAST = 2;
/** Less plausible readings are left to a question. */
const BANDS = 0.35;

/**
 * Levels that lines of their own over the rows of a table name, by row, where their words are in no lexicon but come
 * again before codes or colons: `Filone 1.2 – Cure a domicilio`.
 *
 * @param main  what the rows of the table are
 */
export function bandLevels(table: FoundTable, main: RowKind): ReadonlyMap<number, BandLevel> {
  const { sheet, headerBottom, lastRow } = table;
  const alone = rowsBetween(headerBottom + 1, lastRow).flatMap((row) => {
    const [column, ...more] = sheet.filled(row, table);
    return column === undefined || more.length > 0 ? [] : [lineAt(sheet, row, column)];
  });
  const parts = partsOfLines(alone);
  const classes = classesOf(alone, parts).filter(({ label }) => label !== '');
  if (!classes.some((one) => isUnknown(one))) return new Map();
  const rows: LevelGroup = { ...groupOf({ label: '', lines: [] }), owned: 1 };
  const groups = [...classes.map(groupOf), rows];
  const [best] = nameLevels(groups, false, main);
  if (!best || best.score < BANDS || ROW_KINDS.indexOf(main) < classes.length) return new Map();
  return new Map(
    classes.flatMap((one, i) => {
      const kind = best.kinds[i];
      if (!isUnknown(one) || kind === undefined) return [];
      return one.lines.map(
        (at) => [alone[at]?.row ?? 0, { kind, text: nameOf(parts[at]), score: best.score }] as const,
      );
    }),
  );
}

/** Words that no lexicon knows, over several bands. */
function isUnknown({ label, lines }: LineClass): boolean {
  const { subject, attribute, ignored } = readHeader(label);
  return lines.length >= LEAST && (subject ?? attribute ?? ignored) === null;
}

function groupOf({ label, lines }: LineClass): LevelGroup {
  return { label, count: lines.length, owned: 0, timed: 0, weighed: 0, measured: 0, repeated: 0 };
}

function nameOf(part: LinePart | undefined): string {
  if (part?.is !== 'level') return '';
  const whole = `${part.code} - ${part.text}`;
  return splitCode(whole) ? whole : part.text;
}
