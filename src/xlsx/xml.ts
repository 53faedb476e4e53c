import { WorkbookError } from '../workbook';

/** What a cursor stands on. */
export type XmlKind = 'open' | 'close' | 'text' | 'end';

/**
 * A cursor over the tags of one XML part that knows where every tag begins and ends in the text: what the
 * reader needs to be quick, and the writer to replace a few characters and leave the rest as it was.
 * Not a validating parser: parts are written by programs. A document type declaration is refused, so no
 * entity can be defined; only the five of XML and character references are resolved.
 */
export class XmlCursor {
  kind: XmlKind = 'end';
  /** Local name for elements with the prefix of the root element; any other keeps its prefix (`x14:f`). */
  name = '';
  /** From `<` to after `>`, or the ends of a text. */
  start = 0;
  end = 0;
  /** An `open` without content (`<c/>`): no `close` follows. */
  empty = false;
  /** Prefix of the root element with its colon, or ''. */
  readonly prefix: string;
  private cdata = false;
  private nameEnd = 0;

  constructor(
    readonly text: string,
    private readonly part: string,
  ) {
    const root = /<([A-Za-z_][\w.-]*:)?[A-Za-z_]/.exec(text);
    this.prefix = root?.[1] ?? '';
  }

  /** Moves to the next tag or text and says which; false at the end. Comments and instructions are passed over. */
  next(): XmlKind | false {
    const { text } = this;
    for (;;) {
      const at = this.end;
      if (at >= text.length) return this.finish();
      this.start = at;
      this.cdata = false;
      if (text.charCodeAt(at) !== LT) {
        const tag = text.indexOf('<', at);
        this.end = tag < 0 ? text.length : tag;
        return (this.kind = 'text');
      }
      const second = text.charCodeAt(at + 1);
      if (second === BANG || second === QUESTION) {
        if (text.startsWith('<![CDATA[', at)) {
          this.end = this.after(']]>', at + 9);
          this.cdata = true;
          return (this.kind = 'text');
        }
        if (second === QUESTION) this.end = this.after('?>', at + 2);
        else if (text.startsWith('<!--', at)) this.end = this.after('-->', at + 4);
        else throw new WorkbookError('suspicious-archive', { reason: 'doctype', part: this.part });
        continue;
      }
      return this.tag(at, second === SLASH);
    }
  }

  /** The content of the current text, references resolved. */
  get value(): string {
    return this.cdata
      ? this.text.slice(this.start + 9, this.end - 3)
      : unescapeXml(this.text.slice(this.start, this.end));
  }

  /** An attribute of the current tag by its name as written, or by any prefix when given as `*:id`. */
  attribute(name: string): string | null {
    const found = this.locate(name);
    return found ? unescapeXml(this.text.slice(found.from, found.to)) : null;
  }

  /** Where an attribute's value lies between its quotes, and where the attribute begins. */
  locate(name: string): { at: number; from: number; to: number } | null {
    const wanted = name.startsWith('*:') ? name.slice(1) : null;
    ATTRIBUTE.lastIndex = this.nameEnd;
    for (let match = ATTRIBUTE.exec(this.text); match; match = ATTRIBUTE.exec(this.text)) {
      const [whole, space = '', found = '', quoted = ''] = match;
      if (found !== name && !(wanted && found.endsWith(wanted))) continue;
      const to = match.index + whole.length - 1;
      return { at: match.index + space.length, from: to - quoted.length + 2, to };
    }
    return null;
  }

  /** Reads on to the closing tag of the current element and returns its text, children's text included. */
  textContent(skip?: string): string {
    if (this.empty) return '';
    let out = '';
    for (let depth = 1; depth > 0;) {
      const kind = this.next();
      if (!kind) break;
      if (kind === 'text') out += this.value;
      else if (kind === 'close') depth--;
      else if (this.name === skip) this.skip();
      else if (!this.empty) depth++;
    }
    return out;
  }

  /** Passes over the current element and all it contains. */
  skip(): void {
    if (this.kind !== 'open' || this.empty) return;
    for (let depth = 1; depth > 0;) {
      const kind = this.next();
      if (!kind) break;
      if (kind === 'open' && !this.empty) depth++;
      else if (kind === 'close') depth--;
    }
  }

  /** Moves to the next opening tag of that name; false when there is none. */
  find(name: string): boolean {
    while (this.next()) if (this.kind === 'open' && this.name === name) return true;
    return false;
  }

  private finish(): false {
    this.kind = 'end';
    this.start = this.end = this.text.length;
    return false;
  }

  private after(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw new WorkbookError('damaged', { reason: 'xml', part: this.part });
    return at + mark.length;
  }

  private tag(at: number, closing: boolean): XmlKind {
    const { text, prefix } = this;
    let i = at + (closing ? 2 : 1);
    const nameStart = i;
    let colon = -1;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === GT || code === SLASH || code <= SPACE) break;
      if (code === COLON) colon = i;
    }
    const nameEnd = (this.nameEnd = i);
    for (let quote = 0; ; i++) {
      if (i >= text.length) throw new WorkbookError('damaged', { reason: 'xml', part: this.part });
      const code = text.charCodeAt(i);
      if (quote) {
        if (code === quote) quote = 0;
      } else if (code === GT) break;
      else if (code === DOUBLE || code === SINGLE) quote = code;
    }
    this.empty = !closing && text.charCodeAt(i - 1) === SLASH;
    this.end = i + 1;
    if (colon < 0) this.name = (prefix ? ':' : '') + text.slice(nameStart, nameEnd);
    else if (prefix && text.startsWith(prefix, nameStart)) this.name = text.slice(colon + 1, nameEnd);
    else this.name = text.slice(nameStart, nameEnd);
    return (this.kind = closing ? 'close' : 'open');
  }
}

const LT = 0x3c;
const GT = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const ATTRIBUTE = /(\s*)([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/y;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves character references and the five entities; line ends become `\n` (XML 1.0, 2.11). */
export function unescapeXml(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return NAMED[name as string] ?? whole;
    const code = hex ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text for an element or a quoted attribute; characters XML cannot carry are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** One replacement in a text: the characters from `from` to `to` (not included) become `text`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies replacements that do not overlap; the rest of the text stays as it was. */
export function splice(text: string, changes: readonly Splice[]): string {
  const ordered = changes
    .map((change, order) => ({ ...change, order }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
  let out = '';
  let at = 0;
  for (const change of ordered) {
    out += text.slice(at, change.from) + change.text;
    at = change.to;
  }
  return out + text.slice(at);
}

/**
 * The text of a part: UTF-8, or UTF-16 by its byte order mark, or the encoding it declares.
 * @throws WorkbookError `damaged` when the bytes are not text in that encoding.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(utf16 ?? declared ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new WorkbookError('damaged', { reason: 'encoding', part }, { cause });
  }
}

/** The bytes of a part after a change, always UTF-8: another declared encoding is corrected. */
export function encodeXml(text: string): Uint8Array {
  const wasUtf16 = text.charCodeAt(0) === 0xfeff && /^.<\?xml[^>]*encoding=["']utf-16/i.test(text);
  const clean = (wasUtf16 ? text.slice(1) : text).replace(
    /^(\uFEFF?<\?xml[^>]*encoding=["'])(?!utf-8)[\w.-]+/i,
    '$1UTF-8',
  );
  return new TextEncoder().encode(clean);
}
