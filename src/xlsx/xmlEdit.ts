import { WorkbookError } from '../workbook';
import { XmlCursor, escapeXml, type Splice } from './xml';

/** Where an element lies in the text of a part. */
export interface ElementSpan {
  readonly name: string;
  /** From `<` … */
  readonly start: number;
  /** … to after the `>` of the opening tag … */
  readonly openEnd: number;
  /** … to the `<` of the closing tag (equal to `openEnd` for an empty element) … */
  readonly closeStart: number;
  /** … to the very end. */
  readonly end: number;
  readonly empty: boolean;
}

/** An element found by its path, with its direct children. */
export interface ElementWithChildren {
  readonly element: ElementSpan;
  readonly children: readonly ElementSpan[];
}

/** The element at a path below the root (`[]` is the root itself), or null. */
export function findElement(
  text: string,
  part: string,
  path: readonly string[] = [],
): ElementWithChildren | null {
  const cursor = new XmlCursor(text, part);
  const open: Tag[] = [];
  const children: ElementSpan[] = [];
  let matched = 0;
  let target: (Tag & { depth: number }) | null = null;
  for (let kind = cursor.next(); kind; kind = cursor.next()) {
    if (kind === 'text') continue;
    const { name, start, end, empty } = cursor;
    if (kind === 'open') {
      const depth = open.length;
      if (!target && depth === matched && (depth === 0 || name === path[depth - 1])) {
        matched++;
        if (depth === path.length) target = { name, start, openEnd: end, depth };
      }
      open.push({ name, start, openEnd: end });
      if (!empty) continue;
    }
    const tag = open.pop();
    if (!tag) break;
    const depth = open.length;
    const whole = { ...tag, closeStart: empty ? end : start, end, empty };
    if (target?.depth === depth) return { element: whole, children };
    if (target?.depth === depth - 1) children.push(whole);
    matched = Math.min(matched, depth);
  }
  if (target) throw new WorkbookError('damaged', { reason: 'xml', part });
  return null;
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
}

/** The replacement that puts something at the end of an element's content. */
export function appendTo(text: string, element: ElementSpan, xml: string): Splice {
  if (!element.empty) return { from: element.closeStart, to: element.closeStart, text: xml };
  const tag = text.slice(element.start, element.openEnd);
  const qualified = /^<([^\s/>]+)/.exec(tag)?.[1] ?? element.name;
  return {
    from: element.start,
    to: element.end,
    text: `${tag.replace(/\s*\/>$/, '>')}${xml}</${qualified}>`,
  };
}

/** The replacement that sets an attribute of the tag at `start`, or null when nothing has to change. */
export function attributeChange(
  text: string,
  part: string,
  start: number,
  name: string,
  value: string | null,
): Splice | null {
  const cursor = new XmlCursor(text, part);
  cursor.end = start;
  cursor.next();
  const found = cursor.locate(name);
  if (value === null) {
    if (!found) return null;
    const from = text.slice(0, found.at).trimEnd().length;
    return { from, to: found.to + 1, text: '' };
  }
  if (found) return { from: found.from, to: found.to, text: escapeXml(value) };
  const name1 = /^<[^\s/>]+/.exec(text.slice(start, cursor.end))?.[0].length ?? 1;
  return { from: start + name1, to: start + name1, text: ` ${name}="${escapeXml(value)}"` };
}

/** Prefix (with colon) that elements of this part carry. */
export function prefixOf(text: string, part: string): string {
  return new XmlCursor(text, part).prefix;
}
