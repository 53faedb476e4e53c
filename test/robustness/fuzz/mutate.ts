import { strToU8, zipSync } from 'fflate';
import type { Random } from '../../reading/support/random';
import { textOf, type Base } from './bases';

/** Where the damage is done. */
export const KINDS = ['raw', 'text', 'xml', 'values'] as const;
export type Kind = (typeof KINDS)[number];

/** Shares of the kinds: most inputs are to get past the archive and the XML. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['raw', 0.1],
  ['text', 0.15],
  ['xml', 0.4],
  ['values', 0.35],
];

export interface Mutant {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
  /** Parts before zipping, for the minimiser; null where the archive itself was damaged. */
  readonly parts: Readonly<Record<string, Uint8Array>> | null;
}

/** One damaged workbook. */
export function mutate(base: Base, random: Random): Mutant {
  const kind = kindOf(random.next());
  if (kind === 'raw') return { kind, bytes: damagedBytes(base.bytes, random), parts: null };
  const parts = { ...base.parts };
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  const times = random.int(1, kind === 'values' ? 8 : 3);
  for (let n = 0; n < times; n++) {
    const name = random.pick(kind === 'values' ? sheetsAmong(names) : names);
    const text = textOf(parts[name]);
    parts[name] = strToU8(CHANGES[kind](text, random));
  }
  return { kind, bytes: zip(parts), parts };
}

export const zip = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...parts }, { level: 0 });

function kindOf(share: number): Kind {
  let left = share;
  for (const [kind, part] of SHARES) {
    if (left < part) return kind;
    left -= part;
  }
  return 'values';
}

const sheetsAmong = (names: readonly string[]): readonly string[] => {
  const sheets = names.filter((name) => /worksheets\/[^/]+\.xml$|sharedStrings/.test(name));
  return sheets.length > 0 ? sheets : names;
};

function damagedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  switch (random.int(0, 4)) {
    case 0:
      return damaged.slice(0, random.int(0, damaged.length));
    case 1: {
      const at = random.int(0, damaged.length - 1);
      return Uint8Array.from([...damaged.slice(0, at), ...damaged.slice(at + random.int(1, 200))]);
    }
    case 2: {
      // The directory at the end, where sizes, names and offsets stand.
      const at = damaged.length - 1 - random.int(0, Math.min(600, damaged.length - 1));
      damaged[at] = random.int(0, 255);
      return damaged;
    }
    default:
      for (let n = random.int(1, 12); n > 0; n--)
        damaged[random.int(0, damaged.length - 1)] = random.int(0, 255);
      return damaged;
  }
}

const PIECES = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '</row>',
    '<c r="A1">',
    '<![CDATA[',
    '<!--',
    ' r="Z9"',
    'x:',
    '\u0000',
    '\uFFFE',
  ],
  ...[
    '<f t="shared" si="0">',
    '9999999999',
    '-1',
    '&#x0;',
    '&#55296;',
    '<?xml version="1.1"?>',
    '<!DOCTYPE a>',
    '\u202E',
  ],
];

/** What Excel would never write in an attribute, and other programs might. */
const ATTRIBUTES = [
  ...[
    '',
    '0',
    '-1',
    '1',
    '2',
    '99999999999',
    '1e9',
    'NaN',
    '0x10',
    ' 3 ',
    'true',
    'è',
    'A1',
    'a1',
    '$B$2',
    'A0',
    'XFD1048576',
  ],
  ...[
    'XFE1',
    'A1048577',
    'A1:A1',
    'B2:A1',
    'A1:XFD1048576',
    'A:A',
    '1:1',
    'A1:B2 C3',
    's',
    'n',
    'b',
    'd',
    'e',
    'str',
  ],
  ...[
    'inlineStr',
    'shared',
    'array',
    'hidden',
    'veryHidden',
    '../../x.xml',
    '/xl/workbook.xml',
    'http://x/y.xml',
    'rId1',
  ],
  ...[
    'General',
    '@',
    '0000',
    'dd/mm/yyyy',
    '[h]:mm',
    '#,##0.00;[Red]-0',
    '0%',
    '"',
    '[$-F800]dddd',
    '[<5]0;[>9]@;x',
    '\\',
    '__proto__',
  ],
];

/** What a cell can hold that nobody expects. */
const VALUES = [
  ...[
    '',
    ' ',
    '\u00a0',
    '\u200b',
    '0',
    '-0',
    '1e308',
    '1e999',
    'NaN',
    'Infinity',
    '1,5',
    '1.5.1',
    '31/02/2025',
    '45658',
  ],
  ...[
    '9999999',
    '-45000',
    '2958466',
    '0.1',
    '1.10',
    'VERO',
    '#N/A',
    '#REF!',
    '=1+1',
    '+39 059',
    "'x",
    '@x',
    '-',
    '—',
    '%',
    '50%',
  ],
  ...[
    'Totale',
    'TOTALE GENERALE',
    'Obiettivo',
    'Codice',
    'Peso',
    'Responsabile',
    'Fasi',
    'Indicatore',
    'Obiettivo strategico',
  ],
  ...[
    '1',
    '1.1',
    '1.1.1',
    '2025-AA01',
    'A',
    'a',
    'IV',
    '01.02',
    'x',
    'X',
    '●',
    '😀',
    '\u202Eabc',
    'e\u0301',
    'ﬁne',
    '__proto__',
  ],
  ...[
    'constructor',
    'toString',
    '(((((((((',
    '\n\n\n',
    'a\r\nb',
    '{"a":1}',
    '${x}',
    '{{x}}',
    '%s%n',
    'Σ',
    '\u0130',
    '&amp;',
  ],
  ...[
    'a'.repeat(40_000),
    '1'.repeat(400),
    'parola '.repeat(3_000),
    '('.repeat(5_000),
    '1.'.repeat(2_000),
    '- '.repeat(4_000),
  ],
];

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const CHANGES: Readonly<Record<Exclude<Kind, 'raw'>, (text: string, random: Random) => string>> = {
  /** Anywhere in the text: cut, repeated, something put in. */
  text(text, random) {
    const from = random.int(0, text.length);
    const length = random.int(1, 40);
    const piece =
      [random.pick(PIECES), text.slice(from, from + length).repeat(2), ''][random.int(0, 2)] ?? '';
    return text.slice(0, from) + piece + text.slice(from + (random.chance(0.5) ? length : 0));
  },
  /** An element or an attribute as a whole: the text stays XML. */
  xml(text, random) {
    const tags = [...text.matchAll(/<[A-Za-z][^<>]*>/g)];
    if (tags.length === 0) return text;
    const tag = random.pick(tags);
    const at = tag.index;
    const [whole] = tag;
    const attributes = [...whole.matchAll(/ ([\w:]+)="([^"]*)"/g)];
    const end = at + whole.length;
    if (attributes.length > 0 && random.chance(0.65)) {
      const attribute = random.pick(attributes);
      const value = random.chance(0.15) ? null : escaped(random.pick(ATTRIBUTES));
      const changed = value === null ? '' : ` ${attribute[1] ?? ''}="${value}"`;
      const place = at + attribute.index;
      return text.slice(0, place) + changed + text.slice(place + attribute[0].length);
    }
    if (!whole.endsWith('/>'))
      return text.slice(0, end) + random.pick(['<x/>', '<x>1</x>', ' ', '<!-- x -->']) + text.slice(end);
    const other = random.pick(tags.filter(([one]) => one.endsWith('/>')));
    return random.chance(0.5)
      ? text.slice(0, at) + text.slice(end)
      : text.slice(0, at) + whole + other[0] + text.slice(end);
  },
  /** The contents of cells, their places and their merges. */
  values(text, random) {
    const runs = [...text.matchAll(/<(t|v|f)(?: [^<>]*)?>([^<]*)<\/\1>/g)];
    if (runs.length === 0 || random.chance(0.1)) return merged(text, random);
    const run = random.pick(runs);
    const from = run.index + run[0].length - `</${run[1] ?? ''}>`.length - (run[2] ?? '').length;
    const value = random.chance(0.3) ? (random.pick(runs)[2] ?? '') : escaped(random.pick(VALUES));
    return text.slice(0, from) + value + text.slice(from + (run[2] ?? '').length);
  },
};

/** One more merged area, over whatever is there. */
function merged(text: string, random: Random): string {
  const corner = (): string => `${'ABCDEFGHZ'[random.int(0, 8)] ?? 'A'}${random.int(1, 60)}`;
  const areas = `<mergeCells><mergeCell ref="${corner()}:${corner()}"/><mergeCell ref="${corner()}:${corner()}"/></mergeCells>`;
  return text
    .replace(/<mergeCells[\s\S]*?<\/mergeCells>/, '')
    .replace('</sheetData>', `</sheetData>${areas}`);
}
