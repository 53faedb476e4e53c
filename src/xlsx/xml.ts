import { WorkbookError } from '../workbook';

/** What a cursor stands on. */
export type XmlKind = 'open' | 'close' | 'text' | 'end';

/** Hands out the next piece of a text, null at its end. */
export type TextSource = () => string | null;

/**
 * A cursor over the tags of one XML part that knows where every tag begins and ends in the text: what the
 * reader needs to be quick, and the writer to replace a few characters and leave the rest as it was.
 * Not a validating parser: parts are written by programs. A document type declaration is refused, so no
 * entity can be defined; only the five of XML and character references are resolved.
 *
 * With a source it holds only the stretch of the text it stands in: large parts pass through it without ever
 * being there as a whole, and places in the text then mean nothing beyond the current tag.
 */
export class XmlCursor {
  kind: XmlKind = 'end';
  /** Local name for elements with the prefix of the root element; any other keeps its prefix (`x14:f`); '' for text. */
  name = '';
  /** From `<` to after `>`, or the ends of a text. */
  start = 0;
  end = 0;
  /** An `open` without content (`<c/>`): no `close` follows. */
  empty = false;
  /** Prefix of the root element with its colon, or ''. */
  readonly prefix: string;
  private cdata = false;
  /** Whether references or carriage returns stand anywhere in the text: where not, nothing is looked for in its pieces. */
  private escaped: boolean;
  /** Four numbers per attribute of the current tag: its name from and to, its value from and to. */
  private readonly spans: number[] = [];
  private attributes = 0;

  constructor(
    public text: string,
    private readonly part: string,
    private source: TextSource | null = null,
  ) {
    this.escaped = isEscaped(text);
    let root = ROOT.exec(text);
    while (!root && this.grow()) root = ROOT.exec(this.text);
    this.prefix = root?.[1] ?? '';
  }

  /** Moves to the next tag or text and says which; false at the end. Comments and instructions are passed over. */
  next(): XmlKind | false {
    for (;;) {
      const found = this.read();
      if (found !== 'cut') {
        if (found !== null) return found;
      } else if (!this.grow()) throw new WorkbookError('damaged', { reason: 'xml', part: this.part });
    }
  }

  /** What begins at `end`: `cut` when the text stops inside it, null when it was passed over. */
  private read(): XmlKind | 'cut' | false | null {
    const { text, end: at } = this;
    if (at >= text.length) return this.grow() ? null : this.finish();
    this.cdata = false;
    if (text.charCodeAt(at) !== LT) {
      const tag = text.indexOf('<', at);
      if (tag < 0 && this.grow()) return null;
      this.name = '';
      return this.found('text', at, tag < 0 ? text.length : tag);
    }
    const second = text.charCodeAt(at + 1);
    if (second !== BANG && second !== QUESTION) return this.tag(at, second === SLASH);
    return second === QUESTION ? this.passed(text.indexOf('?>', at + 2), 2) : this.declaration(at);
  }

  /** A comment, a CDATA section, or a declaration, which is refused. */
  private declaration(at: number): XmlKind | 'cut' | null {
    const { text } = this;
    if (text.startsWith('<!--', at)) return this.passed(text.indexOf('-->', at + 4), 3);
    if (text.startsWith('<![CDATA[', at)) {
      const close = text.indexOf(']]>', at + 9);
      if (close < 0) return 'cut';
      this.cdata = true;
      this.name = '';
      return this.found('text', at, close + 3);
    }
    if (text.length - at < 9 && this.grow()) return null;
    throw new WorkbookError('suspicious-archive', { reason: 'doctype', part: this.part });
  }

  private passed(at: number, length: number): 'cut' | null {
    if (at < 0) return 'cut';
    this.end = at + length;
    return null;
  }

  private found(kind: XmlKind, start: number, end: number): XmlKind {
    this.start = start;
    this.end = end;
    return (this.kind = kind);
  }

  /** Drops what lies behind and takes more from the source, at least as much again as is still to be read. */
  private grow(): boolean {
    const rest = this.text.slice(this.end);
    let more = '';
    while (this.source && more.length <= rest.length) {
      const piece = this.source();
      if (piece === null) this.source = null;
      else more += piece;
    }
    if (more === '') return false;
    this.text = rest + more;
    this.escaped = isEscaped(this.text);
    this.start = this.end = 0;
    return true;
  }

  /** The content of the current text, references resolved. */
  get value(): string {
    return this.cdata ? this.text.slice(this.start + 9, this.end - 3) : this.unescaped(this.start, this.end);
  }

  /** An attribute of the current tag by its name as written, or by any prefix when given as `*:id`. */
  attribute(name: string): string | null {
    const found = this.locate(name);
    return found ? this.unescaped(found.from, found.to) : null;
  }

  /** Where an attribute's value lies between its quotes, and where the attribute begins. */
  locate(name: string): { at: number; from: number; to: number } | null {
    const { text, spans } = this;
    const wanted = name.startsWith('*:') ? name.slice(1) : name;
    for (let i = 0; i < this.attributes; i += 4) {
      const [at, nameEnd] = [spans[i] ?? 0, spans[i + 1] ?? 0];
      const length = nameEnd - at;
      if (wanted === name ? length !== name.length : length < wanted.length) continue;
      if (text.startsWith(wanted, nameEnd - wanted.length)) {
        return { at, from: spans[i + 2] ?? 0, to: spans[i + 3] ?? 0 };
      }
    }
    return null;
  }

  /** Reads on to the closing tag of the current element and returns its text, children's text included. */
  textContent(skip?: string): string {
    if (this.empty) return '';
    const plain = this.plainContent();
    if (plain !== null) return plain;
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

  /** The content of an element that holds nothing but text, which most do; null, and nothing read, for any other. */
  private plainContent(): string | null {
    const { text, end } = this;
    const close = text.indexOf('</', end);
    if (close < 0 || text.indexOf('<', end) !== close) return null;
    const after = text.indexOf('>', close);
    if (after < 0) return null;
    this.attributes = 0;
    this.empty = false;
    this.found('close', close, after + 1);
    return this.unescaped(end, close);
  }

  private unescaped(from: number, to: number): string {
    const piece = this.text.slice(from, to);
    return this.escaped ? unescapeXml(piece) : piece;
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

  private tag(at: number, closing: boolean): XmlKind | 'cut' {
    const { text, prefix } = this;
    let i = at + (closing ? 2 : 1);
    const nameStart = i;
    let colon = -1;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === GT || code === SLASH || code <= SPACE) break;
      if (code === COLON) colon = i;
    }
    const nameEnd = i;
    this.attributes = 0;
    while (i < text.length && text.charCodeAt(i) !== GT) i = this.readAttribute(i);
    if (i >= text.length) return 'cut';
    this.empty = !closing && text.charCodeAt(i - 1) === SLASH;
    if (colon < 0) this.name = (prefix ? ':' : '') + text.slice(nameStart, nameEnd);
    else if (prefix && text.startsWith(prefix, nameStart)) this.name = text.slice(colon + 1, nameEnd);
    else this.name = text.slice(nameStart, nameEnd);
    return this.found(closing ? 'close' : 'open', at, i + 1);
  }

  /** Notes the attribute at a place inside a tag, or passes over what is none; the place after it. */
  private readAttribute(at: number): number {
    const { text, spans } = this;
    const from = this.spaces(at);
    let i = from;
    while (i < text.length && !endsName(text.charCodeAt(i))) i++;
    if (i === from) return this.passQuoted(i);
    const nameEnd = i;
    i = this.spaces(i);
    if (text.charCodeAt(i) !== EQUALS) return i;
    i = this.spaces(i + 1);
    const close = this.passQuoted(i);
    if (close > i + 1 && close <= text.length) {
      const count = this.attributes;
      spans[count] = from;
      spans[count + 1] = nameEnd;
      spans[count + 2] = i + 1;
      spans[count + 3] = close - 1;
      this.attributes = count + 4;
    }
    return close;
  }

  private spaces(at: number): number {
    const { text } = this;
    while (text.charCodeAt(at) <= SPACE) at++;
    return at;
  }

  /** After the quoted text that begins here, past the end when it does not end; any other sign but `>` is passed over. */
  private passQuoted(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code !== DOUBLE && code !== SINGLE) return code === GT ? at : at + 1;
    const close = text.indexOf(code === DOUBLE ? '"' : "'", at + 1);
    return close < 0 ? text.length + 1 : close + 1;
  }
}

const isEscaped = (text: string): boolean => text.includes('&') || text.includes('\r');

function endsName(code: number): boolean {
  return (
    code === EQUALS || code === GT || code === SLASH || code === DOUBLE || code === SINGLE || code <= SPACE
  );
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
const EQUALS = 0x3d;
/** Whole, so that a piece that ends inside the name is not taken for one without prefix. */
const ROOT = /<([A-Za-z_][\w.-]*:)?[A-Za-z_][^\s/>:]*[\s/>]/;
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
 * The text of a part, piece by piece: UTF-8, or UTF-16 by its byte order mark, or the encoding it declares.
 * The source throws WorkbookError `damaged` when the bytes are not text in that encoding.
 */
export function decoding(bytes: () => Uint8Array | null, part: string): TextSource {
  let decoder: TextDecoder | null = null;
  let done = false;
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw new WorkbookError('damaged', { reason: 'encoding', part }, { cause });
    }
  };
  return () => {
    if (done) return null;
    const piece = bytes();
    done = piece === null;
    const known = (decoder ??= guarded(
      () => new TextDecoder(encodingOf(piece ?? new Uint8Array()), { fatal: true, ignoreBOM: true }),
    ));
    return guarded(() => known.decode(piece ?? undefined, { stream: piece !== null }));
  };
}

function encodingOf(head: Uint8Array): string {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const start = String.fromCharCode(...head.subarray(0, 100));
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(start)?.[1];
  return declared ?? 'utf-8';
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
