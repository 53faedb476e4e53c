import type { Span } from '../types';

/**
 * A formula's text made plain, one character at a time, every character knowing where it came from:
 * typographic signs become ASCII ones, LaTeX left by a document conversion becomes brackets and signs.
 */
export interface SourceText {
  readonly chars: string;
  /** Start in the text as written, per character of `chars`. */
  readonly from: readonly number[];
  /** End in the text as written, per character of `chars`. */
  readonly to: readonly number[];
  readonly latex: Span | null;
}

const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['‐‑‒–—―−﹣－', '-'],
      ['×∙⋅·✕✖∗＊', '*'],
      ['÷∕⁄／', '/'],
      ['∶：', ':'],
      ['＋', '+'],
      ['∑', 'Σ'],
      ['‘’ʼ´`′', "'"],
      ['“”«»„″', '"'],
      ['％﹪', '%'],
      ['＝', '='],
      ['（﹙⟨', '('],
      ['）﹚⟩', ')'],
      ['；', ';'],
      ['，', ','],
      ['º˚', '°'],
      ['\uFFFD', '?'],
      ['\u00A0\u2007\u2009\u200A\u202F\t\u2003\u2002', ' '],
      ['\r\u2028\u2029\u000B\f', '\n'],
    ] as const
  ).flatMap(([signs, plain]) => [...signs].map((sign) => [sign, plain])),
);

const EXPANDED: Readonly<Record<string, string>> = {
  '№': 'n°',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '²': '^2',
  '³': '^3',
  '…': '...',
};

/** `m²`, `km³` are units and `CO²` a gas; after any other word the sign is a power. */
const POWER_IN_NAME = /(?:^|[^\p{L}])(?:[kdchm]?m|[cns]o)$/iu;

/** Marks and joiners; not the ones that turn the direction of what is read. */
const INVISIBLE = /\p{M}|(?![\u202A-\u202E\u2066-\u2069])\p{Cf}/u;

/** LaTeX commands and what they stand for; others only format, or are refused. */
const COMMANDS: Readonly<Record<string, string>> = {
  times: '*',
  cdot: '*',
  ast: '*',
  div: '/',
  over: '/',
  sum: 'Σ',
  Sigma: 'Σ',
  pm: '?',
  leq: '<=',
  le: '<=',
  geq: '>=',
  ge: '>=',
  neq: '<>',
  quad: ' ',
  qquad: ' ',
  newline: '\n',
};

/** Commands that only say how something looks; any other means something nobody reads here. */
const FORMATTING =
  /^(?:text(?:bf|it|rm|sf|tt|normal)?|math(?:rm|bf|it|sf|tt)?|mbox|operatorname|displaystyle|textstyle|limits|nolimits|bf|it|rm|big[lr]?|Big[lr]?|label|underline|overline)$/;

type Brace = 'plain' | 'numerator' | 'denominator' | 'text';

/** Text of at most a few hundred characters → plain characters with their origin. */
export function plainSource(text: string): SourceText {
  const latex = text.split('$').length % 2 === 1 ? /\\[a-zA-Z]|\\%|\$[^$]*\$/.exec(text) : null;
  return latex ? latexSource(text, { start: latex.index, end: latex.index + latex[0].length }) : plain(text);
}

/** Collects plain characters with their origin. */
class Writer {
  private chars = '';
  readonly from: number[] = [];
  readonly to: number[] = [];

  put(plain: string, start: number, end: number): void {
    for (let i = 0; i < plain.length; i++) {
      this.chars += plain[i];
      this.from.push(start);
      this.to.push(end);
    }
  }

  /** One character of the text as written. */
  character(char: string, start: number): void {
    const end = start + char.length;
    if (INVISIBLE.test(char)) {
      if (this.to.length > 0) this.to[this.to.length - 1] = end;
    } else if ((char === '²' || char === '³') && POWER_IN_NAME.test(this.chars.slice(-4))) {
      this.put(char === '²' ? '2' : '3', start, end);
    } else this.put(EXPANDED[char] ?? PLAIN[char] ?? compatible(char), start, end);
  }

  get length(): number {
    return this.chars.length;
  }

  tail(from: number): string {
    return this.chars.slice(from);
  }

  cut(length: number): void {
    this.chars = this.chars.slice(0, length);
    this.from.length = length;
    this.to.length = length;
  }

  done(latex: Span | null): SourceText {
    return { chars: this.chars, from: this.from, to: this.to, latex };
  }
}

/** Full-width and ligature forms to their plain letters; everything else as it is. */
function compatible(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return (code >= 0xff01 && code <= 0xff5e) || (code >= 0xfb00 && code <= 0xfb06)
    ? char.normalize('NFKC')
    : char;
}

function plain(text: string): SourceText {
  const out = new Writer();
  let at = 0;
  for (const char of text) {
    out.character(char, at);
    at += char.length;
  }
  return out.done(null);
}

/**
 * Reads `\frac{A}{B}` as `((A)/(B))`, `\text{A}` as `A`, `\times` as `*`. A denominator that is empty or a
 * lone dot (a sentence's full stop caught by the conversion) is no denominator.
 */
function latexSource(text: string, mark: Span): SourceText {
  const out = new Writer();
  const braces: { kind: Brace; at: number; slash: number }[] = [];
  let pending: Brace = 'plain';
  let slash = 0;
  for (let i = 0; i < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
    const next = i + char.length;
    if (char === '\\') {
      const name = /^[a-zA-Z]+/.exec(text.slice(next, next + 16))?.[0] ?? '';
      const end = next + (name.length || 1);
      if (/^[dtc]?frac$/.test(name)) {
        out.put('(', i, end);
        pending = 'numerator';
      } else if (name === 'left' || name === 'right') pending = 'plain';
      else if (name !== '') {
        const sign = COMMANDS[name];
        if (sign) out.put(sign, i, end);
        else if (!FORMATTING.test(name)) out.put('\u00a4', i, end);
        else pending = 'text';
      } else out.put(text[next] === '%' ? '%' : text[next] === '_' ? '_' : ' ', i, end);
      i = end;
    } else if (char === '{') {
      braces.push({ kind: pending, at: out.length, slash });
      if (pending !== 'text') out.put('(', i, next);
      pending = 'plain';
      i = next;
    } else if (char === '}') {
      const open = braces.pop();
      if (open?.kind === 'numerator') {
        out.put(')', i, next);
        slash = out.length;
        out.put('/', i, next);
        pending = 'denominator';
      } else if (open?.kind === 'denominator') {
        const inner = out.tail(open.at + 1).trim();
        if (inner === '' || inner === '.') out.cut(open.slash);
        else out.put(')', i, next);
        out.put(')', i, next);
      } else if (open?.kind !== 'text') out.put(')', i, next);
      i = next;
    } else {
      if (char !== '$') out.character(char, i);
      i = next;
    }
  }
  return out.done(mark);
}
