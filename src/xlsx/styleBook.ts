import { WorkbookError } from '../workbook';
import type { OpcPackage } from './package';
import { XmlCursor, splice } from './xml';
import { appendTo, attributeChange, findElement, type ElementSpan } from './xmlEdit';

/** What a cell style of ours is made of; every piece is XML without prefix, e.g. `<font><b/></font>`. */
export interface StyleSpec {
  readonly font?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly alignment?: string;
  readonly numberFormat?: string;
  readonly quotePrefix?: boolean;
}

type Collection = 'fonts' | 'fills' | 'borders' | 'cellXfs';

const CHILD: Readonly<Record<Collection, string>> = {
  fonts: 'font',
  fills: 'fill',
  borders: 'border',
  cellXfs: 'xf',
};

/** Formats with a number of their own that we use (ECMA-376 part 1, 18.8.30). */
const FORMAT_IDS: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0%': 9,
  'dd/mm/yyyy': 14,
  '@': 49,
};

/**
 * The styles of a workbook, only ever added to: what is there keeps its index, what is asked for again is
 * found again. Nothing is written until {@link save}, and nothing at all when nothing was added.
 */
export class StyleBook {
  private text: string;
  private readonly known = new Map<Collection, string[]>();
  private readonly prefix: string;
  private readonly before: string;
  private checked = false;
  private font: { name: string; size: number } | null = null;

  constructor(
    private readonly source: OpcPackage,
    private readonly part: string,
  ) {
    this.text = this.before = source.text(part) ?? '';
    this.prefix = new XmlCursor(this.text, part).prefix;
  }

  /** Name and size of the workbook's default font, so that what we add looks at home. */
  defaultFont(): { name: string; size: number } {
    return (this.font ??= this.readDefaultFont());
  }

  /** Index of a style of ours. */
  style(spec: StyleSpec): number {
    const parts = [
      ['fontId', spec.font ? this.ensure('fonts', spec.font) : 0, 'applyFont', spec.font],
      ['fillId', spec.fill ? this.ensure('fills', spec.fill) : 0, 'applyFill', spec.fill],
      ['borderId', spec.border ? this.ensure('borders', spec.border) : 0, 'applyBorder', spec.border],
    ] as const;
    const format = FORMAT_IDS[spec.numberFormat ?? 'General'] ?? 0;
    const attributes = [
      `numFmtId="${format}"`,
      ...parts.map(([name, index]) => `${name}="${index}"`),
      'xfId="0"',
      ...(spec.quotePrefix ? ['quotePrefix="1"'] : []),
      ...(format ? ['applyNumberFormat="1"'] : []),
      ...parts.flatMap(([, , apply, given]) => (given ? [`${apply}="1"`] : [])),
      ...(spec.alignment ? ['applyAlignment="1"'] : []),
    ].join(' ');
    const body = spec.alignment ? `>${spec.alignment}</xf>` : '/>';
    return this.ensure('cellXfs', `<xf ${attributes}${body}`);
  }

  /** Index of a style like another but with the quote prefix, so that its text is never read again as a formula. */
  quoted(index: number): number {
    this.complete();
    const current = this.items('cellXfs')[index];
    if (current === undefined) return this.style({ quotePrefix: true });
    const change = attributeChange(current, this.part, 0, 'quotePrefix', '1');
    return this.add('cellXfs', change ? splice(current, [change]) : current);
  }

  /** Writes what was added. */
  save(): void {
    if (this.text !== this.before) this.source.setText(this.part, this.text);
  }

  /** Index of a piece given without prefix, found or added. */
  private ensure(collection: Collection, xml: string): number {
    return this.add(collection, this.prefixed(xml));
  }

  private readDefaultFont(): { name: string; size: number } {
    const found = findElement(this.text, this.part, ['fonts', 'font']);
    const value = (tag: string) => {
      const child = found?.children.find(({ name }) => name === tag);
      if (!child) return null;
      const cursor = new XmlCursor(this.text, this.part);
      cursor.end = child.start;
      cursor.next();
      return cursor.attribute('val');
    };
    return { name: value('name') ?? 'Calibri', size: Number(value('sz')) || 11 };
  }

  private prefixed(xml: string): string {
    return this.prefix ? xml.replace(/<(\/?)/g, `<$1${this.prefix}`) : xml;
  }

  private add(collection: Collection, xml: string): number {
    this.complete();
    const items = this.items(collection);
    const at = items.indexOf(xml);
    if (at >= 0) return at;
    const element = this.collection(collection);
    const count = attributeChange(this.text, this.part, element.start, 'count', String(items.length + 1));
    // the count stands before the place of the new item: the later change first
    this.text = splice(this.text, [appendTo(this.text, element, xml)]);
    if (count) this.text = splice(this.text, [count]);
    items.push(xml);
    return items.length - 1;
  }

  private items(collection: Collection): string[] {
    const known = this.known.get(collection);
    if (known) return known;
    const found = findElement(this.text, this.part, [collection]);
    const items = (found?.children ?? [])
      .filter(({ name }) => name === CHILD[collection])
      .map(({ start, end }) => this.text.slice(start, end));
    this.known.set(collection, items);
    return items;
  }

  private collection(collection: Collection): ElementSpan {
    const found = findElement(this.text, this.part, [collection]);
    if (found) return found.element;
    throw new WorkbookError('damaged', { reason: 'styles', part: this.part });
  }

  /**
   * Programs may leave collections out, or the whole part: each gets its place in the order of the schema and
   * the first items Excel counts on, so that index 0 goes on meaning "as every cell".
   */
  private complete(): void {
    if (this.checked) return;
    this.checked = true;
    ORDER.forEach((collection, place) => {
      const found = findElement(this.text, this.part, [collection]);
      if (found && found.children.length > 0) return;
      const items = (FIRST[collection] ?? []).map((xml) => this.prefixed(xml)).join('');
      const tag = this.prefix + collection;
      const xml = `<${tag} count="${(FIRST[collection] ?? []).length}">${items}</${tag}>`;
      if (found) {
        this.text = splice(this.text, [{ from: found.element.start, to: found.element.end, text: xml }]);
        return;
      }
      const root = findElement(this.text, this.part);
      if (!root) throw new WorkbookError('damaged', { reason: 'styles', part: this.part });
      const earlier = new Set<string>(['numFmts', ...ORDER.slice(0, place)]);
      const previous = root.children.filter(({ name }) => earlier.has(name)).at(-1);
      const at = previous?.end ?? root.element.openEnd;
      const change = root.element.empty
        ? appendTo(this.text, root.element, xml)
        : { from: at, to: at, text: xml };
      this.text = splice(this.text, [change]);
    });
  }
}

const ORDER = ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;

/** What every workbook has first in each collection. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};
