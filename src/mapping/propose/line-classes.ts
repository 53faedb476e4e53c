import { fold, isUnder, normaliseCode, stem } from '../../plan';
import { readHeader } from '../words/lexicon';
import { KNOWN } from '../words/meaning';
import { isNoteText } from '../words/texts';
import { ROW_KINDS } from './level-naming';
import { headingOf, type TextLine } from './text-lines';

/** Lines that stand at one level, told by their words, their codes, their marks or where they begin. */
export interface LineClass {
  /** Words that name the level; '' where none do. */
  readonly label: string;
  readonly lines: readonly number[];
}

/** What a line is for: one of a level, something said of the line above, or neither. */
export type LinePart =
  | {
      readonly is: 'level';
      readonly label: string;
      readonly code: string | null;
      readonly text: string;
      readonly key: string;
    }
  | { readonly is: 'said'; readonly label: string; readonly text: string }
  | { readonly is: 'heading' | 'note' | 'loose' };

/** A label is a habit when so many lines bear it. */
const LEAST = 2;
const SURE = 0.75;

/** What each line is for: labels are those that are known or come again, the rest goes by codes, marks and indents. */
export function partsOfLines(lines: readonly TextLine[]): LinePart[] {
  const labels = new Map<string, number>();
  for (const { label, marked } of lines)
    if (label !== '' && marked) labels.set(labelKey(label), (labels.get(labelKey(label)) ?? 0) + 1);
  const byDepth = labelsByDepth(lines);
  const indents = [...new Set(lines.filter(({ label }) => label === '').map(({ indent }) => indent))].sort(
    (a, b) => a - b,
  );
  let heading = '';
  const codes = lines.flatMap(({ code, weak }) => (code === null || weak ? [] : [code]));
  return lines.map((line): LinePart => {
    const again = line.marked && (labels.get(labelKey(line.label)) ?? 0) >= LEAST;
    if (isNoteText(line.written) && !again) return { is: 'note' };
    const head = headingOf(line.written);
    if (head !== null) {
      heading = head;
      return { is: 'heading' };
    }
    const key = labelKey(line.label);
    const said = saidOf(line);
    if (said) return said;
    if (isLevelLabel(line, labels)) {
      heading = '';
      const depth = byDepth.has(key) && line.code !== null ? `|${depthOf(line.code)}` : '';
      return {
        is: 'level',
        label: line.label,
        code: line.code,
        text: line.text,
        key: `label|${key}${depth}`,
      };
    }
    const isNumber = line.weak && !codes.some((code) => isUnder(code, line.code ?? ''));
    const plain = line.label === '' && !isNumber ? line : unlabelled(line);
    if (heading !== '' && plain.ordinal !== '')
      return {
        is: 'level',
        label: heading,
        code: plain.code,
        text: plain.text,
        key: `label|${labelKey(heading)}`,
      };
    if (plain.ordinal === '') heading = '';
    const indent = indents.indexOf(line.indent);
    const own =
      plain.code !== null
        ? `code|${depthOf(plain.code)}`
        : plain.ordinal !== ''
          ? `mark|${markOf(plain.ordinal)}`
          : 'plain';
    return { is: 'level', label: '', code: plain.code, text: plain.text, key: `${own}|${indent}` };
  });
}

/** A line whose label turned out to be part of its name. */
function unlabelled(line: TextLine): Pick<TextLine, 'code' | 'text' | 'ordinal'> {
  const text = line.written
    .slice(line.ordinal === '' ? 0 : line.written.indexOf(line.ordinal) + line.ordinal.length)
    .trim();
  return { code: null, text, ordinal: line.ordinal };
}

/** A label without case, number and plural. */
function labelKey(label: string): string {
  return fold(label)
    .split(' ')
    .map((word) => stem(word.replace(/[.:]$/, '')))
    .join(' ');
}

/** `Responsabile: …`, `Nota: …`: known words that name no level. */
function saidOf({ label, marked, text }: TextLine): LinePart | null {
  if (!marked || label === '') return null;
  const { subject, attribute, ignored, confidence } = readHeader(label);
  if (confidence < SURE) return null;
  if (ignored !== null) return { is: 'note' };
  const names = subject !== null && (attribute === null || attribute === 'title');
  return names || attribute === null || attribute === 'title' || attribute === 'code'
    ? null
    : { is: 'said', label, text };
}

/** A label before a name; `Lotto 2` with nothing after it is a name itself. */
function isLevelLabel({ label, marked, code, text }: TextLine, labels: ReadonlyMap<string, number>): boolean {
  if (label === '' || text === '') return false;
  const { subject, confidence } = readHeader(label);
  const known = subject !== null && confidence >= KNOWN;
  if (!marked) return known && confidence >= SURE && code === null;
  return (known && confidence >= SURE) || (labels.get(labelKey(label)) ?? 0) >= LEAST;
}

/** Labels that stand before codes of several depths, each of them often: the depth tells their level. */
function labelsByDepth(lines: readonly TextLine[]): Set<string> {
  const depths = new Map<string, Map<number, number>>();
  for (const { label, code } of lines) {
    if (label === '' || code === null) continue;
    const own = depths.get(labelKey(label)) ?? new Map<number, number>();
    depths.set(labelKey(label), own.set(depthOf(code), (own.get(depthOf(code)) ?? 0) + 1));
  }
  const several = [...depths].filter(([, own]) => {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    return [...own.values()].filter((count) => count >= LEAST && count >= all * 0.15).length > 1;
  });
  return new Set(several.map(([label]) => label));
}

/** How many parts a code has. */
export function depthOf(code: string): number {
  return normaliseCode(code).split(/[.\-_/]/).length;
}

function markOf(ordinal: string): string {
  return ordinal.replace(/\d+/, '0').replace(/[a-z]/i, 'a');
}

/** The classes of lines from the highest level down. A class of one line is none, unless its words are known. */
export function classesOf(lines: readonly TextLine[], parts: readonly LinePart[]): LineClass[] {
  const groups = new Map<string, number[]>();
  for (const [at, part] of parts.entries())
    if (part.is === 'level') groups.set(part.key, [...(groups.get(part.key) ?? []), at]);
  const classes = [...groups.values()]
    .map((own): LineClass => {
      const part = parts[own[0] ?? 0];
      return { label: part?.is === 'level' ? part.label : '', lines: own };
    })
    .map((one) => withoutTitles(one, parts))
    .filter(({ label, lines: own }) => own.length >= LEAST || isKnownLevel(label));
  return merged(classes).sort((a, b) => order(a, b, lines, parts));
}

/** Bare lines at the top with nothing under them but the next one are titles. */
function withoutTitles(one: LineClass, parts: readonly LinePart[]): LineClass {
  const { label, lines: own } = one;
  const part = parts[own[0] ?? 0];
  if (part?.is !== 'level' || label !== '' || !part.key.startsWith('plain')) return one;
  const other = parts.findIndex((next) => next.is === 'level' && next.key !== part.key);
  const next = parts[other];
  const top = next?.is === 'level' && next.label === '' ? own.filter((at) => at < other).at(-1) : undefined;
  return { label, lines: own.filter((at) => at > other || at === top) };
}

function isKnownLevel(label: string): boolean {
  const { subject, confidence } = label === '' ? { subject: null, confidence: 0 } : readHeader(label);
  return subject !== null && confidence >= SURE;
}

/** Two words for one level: `Azione`, `Attività`. */
function merged(classes: readonly LineClass[]): LineClass[] {
  const bySubject = new Map<string, LineClass>();
  const result: LineClass[] = [];
  for (const one of classes) {
    const { subject, confidence } =
      one.label === '' ? { subject: null, confidence: 0 } : readHeader(one.label);
    const sure = subject !== null && subject !== 'objective' && confidence >= SURE;
    const known = sure ? bySubject.get(subject) : undefined;
    if (!known) {
      result.push(one);
      if (sure) bySubject.set(subject, one);
      continue;
    }
    const both = { label: known.label, lines: [...known.lines, ...one.lines].sort((a, b) => a - b) };
    result[result.indexOf(known)] = both;
    if (sure) bySubject.set(subject, both);
  }
  return result;
}

/** Share of codes that go on from a code of the other class. */
const MOST = 0.6;
/** Codes that name a line hardly come twice. */
const DISTINCT = 0.8;

/** The level that sure words name; not a number where they name none. */
function rankOf({ label }: LineClass): number {
  const { subject, confidence } = label === '' ? { subject: null, confidence: 0 } : readHeader(label);
  const rank = confidence < SURE ? -1 : ROW_KINDS.findIndex((kind) => kind === subject);
  return rank < 0 ? NaN : rank;
}

/** A code with its line; numbers that start again under every line above are none. */
type CodeAt = readonly [code: string, at: number];

function codesOf({ lines: own }: LineClass, parts: readonly LinePart[]): CodeAt[] {
  const codes = own.flatMap((at): CodeAt[] => {
    const part = parts[at];
    return part?.is === 'level' && part.code !== null ? [[part.code, at]] : [];
  });
  return new Set(codes.map(([code]) => code)).size < codes.length * DISTINCT ? [] : codes;
}

function goesOn(below: readonly CodeAt[], above: readonly CodeAt[]): boolean {
  const under = below.filter(([code, at]) => above.some(([up, before]) => before < at && isUnder(code, up)));
  return below.length > 0 && under.length >= below.length * MOST;
}

/**
 * Which of two classes stands above the other: by sure words, by codes, by how far their lines are moved, by which comes right
 * after the other. */
function order(a: LineClass, b: LineClass, lines: readonly TextLine[], parts: readonly LinePart[]): number {
  const words = rankOf(a) - rankOf(b);
  if (words !== 0 && !Number.isNaN(words)) return words;
  const [x, y] = [codesOf(a, parts), codesOf(b, parts)];
  if (goesOn(y, x)) return -1;
  if (goesOn(x, y)) return 1;
  const indent = ({ lines: own }: LineClass) =>
    own.map((at) => lines[at]?.indent ?? 0).sort((p, q) => p - q)[own.length >> 1] ?? 0;
  const moved = indent(a) - indent(b);
  if (moved !== 0) return moved;
  const follows = followed(b, a, parts) - followed(a, b, parts);
  return Math.abs(follows) > MOST / 2 ? follows : (a.lines[0] ?? 0) - (b.lines[0] ?? 0);
}

/** Share of a class's lines that a line of another comes right after. */
function followed(one: LineClass, by: LineClass, parts: readonly LinePart[]): number {
  const other = new Set(by.lines);
  const next = (at: number) => parts.findIndex((part, i) => i > at && part.is === 'level');
  return one.lines.filter((at) => other.has(next(at))).length / one.lines.length;
}
