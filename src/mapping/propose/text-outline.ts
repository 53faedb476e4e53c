import { fold } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import { readHeader } from '../words/lexicon';
import { KNOWN } from '../words/meaning';
import { besideLines, type Beside } from './beside-lines';
import { indicatorText } from './indicator-text';
import { nameLevels, type LevelGroup, type LevelReading, type RowKind } from './level-naming';
import { classesOf, depthOf, partsOfLines, type LineClass, type LinePart } from './line-classes';
import { textLines, type TextLine } from './text-lines';

/** A line of text with its part in an outline. */
export interface OutlineLine {
  readonly line: TextLine;
  readonly part: LinePart;
  /** The level it states; null for what is said of the line above, headings and notes. */
  readonly kind: RowKind | null;
}

/** A sheet whose lines of text state the levels of the hierarchy. */
export interface TextOutline {
  readonly lines: readonly OutlineLine[];
  readonly beside: Beside;
  /** Plausibility of this reading, 0–1. */
  readonly score: number;
  /** Other ways to name the levels, less plausible. */
  readonly alternatives: readonly LevelReading[];
}

const LEAST_LINES = 3;
/** Rows of an outline hold a text and little beside it. */
const MOST_BESIDE = 3;
const MAX_NAME = 400;
/** Lines that are no outline by their shape, whatever their levels are called. */
const SHAPE = 0.5;
/** A less plausible reading is not relied on without a question. */
export const OUTLINE = 0.35;

/**
 * Reads the texts of a sheet as an outline: levels by leading words, known or coming again, by the depth of codes, by
 * marks of lists and by how far lines are moved to the right. Null where they state none.
 *
 * @param year  the plan's year, for dates that name none
 * @param isDup  the sheet speaks of the DUP
 */
export function textOutline(sheet: SheetView, year: number | null, isDup: boolean): TextOutline | null {
  if (!sheet.used || isTable(sheet)) return null;
  const lines = textLines(sheet, sheet.used.left);
  if (lines.length < LEAST_LINES) return null;
  const parts = partsOfLines(lines);
  const classes = classesOf(lines, parts);
  const rows = [...new Set(classes.flatMap((one) => one.lines.map((at) => lines[at]?.row ?? 0)))].sort(
    (a, b) => a - b,
  );
  const beside = besideLines(sheet, rows, year);
  const found = withoutLoose(
    classes.map((one) => ({ one, group: groupOf(one, { sheet, lines, parts, beside }) })),
    lines,
    parts,
  );
  const measured = found.filter(({ group }) => isMeasured(group));
  const chain = withoutRemarks(
    found.filter(({ group }) => !isMeasured(group)),
    parts,
  );
  const ordered = [...chain, ...measured.slice(0, 1)];
  const evident = ordered.some(({ one, group }) => tells(one, group, parts));
  const [best, ...alternatives] = evident
    ? nameLevels(
        ordered.map(({ group }) => group),
        isDup,
      )
    : [];
  if (!best) return null;
  const kinds = new Map<number, RowKind>();
  for (const [at, { one }] of ordered.entries())
    for (const line of one.lines) kinds.set(line, best.kinds[at] ?? 'phase');
  const shape = covered(lines, parts, kinds) * nested(chain.map(({ one }) => one));
  if (shape < SHAPE) return null;
  const score = best.score * shape;
  return {
    lines: lines.map((line, at): OutlineLine => ({
      line,
      part: parts[at] ?? { is: 'loose' },
      kind: kinds.get(at) ?? null,
    })),
    beside,
    score,
    alternatives,
  };
}

/** Most rows have several cells. */
function isTable(sheet: SheetView): boolean {
  const rows = sheet.rows().filter((row) => sheet.filled(row).length > 0);
  return rows.filter((row) => sheet.filled(row).length > MOST_BESIDE + 1).length * 4 > rows.length;
}

interface GroupContext {
  readonly sheet: SheetView;
  readonly lines: readonly TextLine[];
  readonly parts: readonly LinePart[];
  readonly beside: Beside;
}

function groupOf(
  { label, lines: own }: LineClass,
  { sheet, lines, parts, beside }: GroupContext,
): LevelGroup {
  const texts = own.map((at) => textOf(parts[at]));
  const share = (test: (at: number) => boolean) => own.filter(test).length / own.length;
  const has = (at: number, ...attributes: readonly string[]) => {
    const line = lines[at];
    return (
      line?.first === true &&
      [...beside].some(
        ([column, { attribute }]) =>
          column !== line.column && attributes.includes(attribute) && sheet.text(line.row, column) !== '',
      )
    );
  };
  return {
    label,
    count: own.length,
    owned: share(
      (at) => has(at, 'owner', 'centre', 'participants') || isFollowedBy(at, parts, /owner|centre/),
    ),
    timed: share((at) => has(at, 'start', 'end') || isFollowedBy(at, parts, /start|end/)),
    weighed: share((at) => has(at, 'weight') || isFollowedBy(at, parts, /weight/)),
    measured: share(
      (at) => has(at, 'target', 'baseline', 'actual', 'unit') || indicatorText(textOf(parts[at])).measures,
    ),
    repeated: 1 - new Set(texts.map(fold)).size / texts.length,
  };
}

function textOf(part: LinePart | undefined): string {
  return part?.is === 'level' ? part.text : '';
}

/** A line such as `Responsabile: …` comes before the next line of any level. */
function isFollowedBy(at: number, parts: readonly LinePart[], attribute: RegExp): boolean {
  for (let next = at + 1; next < parts.length; next++) {
    const part = parts[next];
    if (part?.is === 'level') return false;
    if (part?.is === 'said' && attribute.test(readHeader(part.label).attribute ?? '')) return true;
  }
  return false;
}

const MOST = 0.6;

function isMeasured({ label, measured }: LevelGroup): boolean {
  if (label !== '') {
    const { subject, confidence } = readHeader(label);
    if (subject !== null && confidence >= KNOWN) return subject === 'indicator';
  }
  return measured >= MOST;
}

/** Bare lines state a level where they are moved away from others, or have an owner or a date beside them. */
function withoutLoose(
  found: readonly Found[],
  lines: readonly TextLine[],
  parts: readonly LinePart[],
): Found[] {
  const isBare = ({ one }: Found) => {
    const part = parts[one.lines[0] ?? 0];
    return part?.is === 'level' && part.key.startsWith('plain');
  };
  const indent = ({ one }: Found) => lines[one.lines[0] ?? 0]?.indent ?? 0;
  const bare = found.filter(isBare);
  const moved = (one: Found) =>
    (bare.length > 1 ? bare : found).every((other) => other === one || indent(other) !== indent(one));
  const isAbove = ({ one }: Found) =>
    found.every(({ one: other }) => other === one || (other.lines[0] ?? 0) > (one.lines.at(-1) ?? 0));
  return found.filter(
    (one) =>
      !isBare(one) ||
      (found.length > 1 && moved(one) && !isAbove(one)) ||
      one.group.owned >= MOST ||
      one.group.timed >= MOST,
  );
}

type Found = { readonly one: LineClass; readonly group: LevelGroup };

/** Under unknown words, what stands once under each line is said of it and no level. */
function withoutRemarks(found: readonly Found[], parts: readonly LinePart[]): Found[] {
  return found.filter(({ one, group }, at) => {
    const above = found.slice(0, at).flatMap((other) => other.one.lines);
    const known = group.label !== '' && readHeader(group.label).subject !== null;
    const coded = one.lines.some((line) => codeOf(parts[line]) !== null);
    if (at === 0 || known || coded || group.owned >= MOST || group.timed >= MOST) return true;
    const children = new Map<number, number>();
    for (const line of one.lines) {
      const up = Math.max(-1, ...above.filter((other) => other < line));
      children.set(up, (children.get(up) ?? 0) + 1);
    }
    return [...children.values()].some((count) => count > 1);
  });
}

function codeOf(part: LinePart | undefined): string | null {
  return part?.is === 'level' ? part.code : null;
}

/** Something other than its place tells of a class: its words, codes in several parts, an owner or a date beside it. */
function tells({ lines: own, label }: LineClass, group: LevelGroup, parts: readonly LinePart[]): boolean {
  const { subject, confidence } = label === '' ? { subject: null, confidence: 0 } : readHeader(label);
  if (subject !== null && subject !== 'quantity' && confidence >= KNOWN) return true;
  const deep = own.filter((at) => depthOf(codeOf(parts[at]) ?? '') > 1).length;
  return deep >= own.length * MOST || group.owned >= MOST || group.timed >= MOST;
}

/** Share of the lines that the outline explains, short ones above it left out. */
function covered(
  lines: readonly TextLine[],
  parts: readonly LinePart[],
  kinds: ReadonlyMap<number, RowKind>,
): number {
  const first = Math.min(...kinds.keys());
  const open = lines.map((_, at) => at).filter((at) => at >= first);
  const told = open.filter(
    (at) => kinds.has(at) || parts[at]?.is !== 'level' || isProse(lines[at]?.written ?? ''),
  );
  const long = lines.filter(({ written }, at) => kinds.has(at) && written.length > MAX_NAME).length;
  return (told.length - long) / Math.max(open.length, 1);
}

/** Sentences between the lines of an outline explain them. */
function isProse(text: string): boolean {
  return /[\p{Ll}\d)]\.\s*$/u.test(text) && text.split(/\s+/).length > 5;
}

/** Share of lines that stand right under a line of the level above. */
function nested(chain: readonly LineClass[]): number {
  const level = new Map(chain.flatMap(({ lines }, depth) => lines.map((at) => [at, depth] as const)));
  const order = [...level.keys()].sort((a, b) => a - b);
  const depths = order.map((at) => level.get(at) ?? 0);
  const inStep = depths.filter((depth, i) => depth === 0 || depth <= (depths[i - 1] ?? -1) + 1);
  return depths.length === 0 ? 0 : inStep.length / depths.length;
}
