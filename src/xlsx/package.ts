import { WorkbookError } from '../workbook';
import type { ReadLimits } from './limits';
import { XmlCursor, decoding, encodeXml, type TextSource } from './xml';
import { packEntry, unpacking, writeZip, type ZipEntry } from './zip';

/** A relationship of a part (ECMA-376 part 2, OPC): type by its last word, target as a part name. */
export interface Relation {
  readonly id: string;
  /** `worksheet`, `table`, `customXml` …: the same word in the transitional and the strict namespace. */
  readonly type: string;
  /** Part name without leading slash, or the address as written when `external`. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * The parts of a workbook file. Reading unpacks only what is asked for; writing packs only what was changed
 * and copies the packed bytes of everything else.
 */
export class OpcPackage {
  private readonly entries: Map<string, ZipEntry>;
  private readonly changed = new Map<string, Uint8Array | null>();
  /** Part names are compared without case (OPC 6.2.2.3). */
  private readonly byLowerName: Map<string, string>;
  private readonly texts = new Map<string, string>();

  constructor(
    entries: readonly ZipEntry[],
    readonly limits: ReadLimits,
  ) {
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.byLowerName = new Map(entries.map((entry) => [partName(entry.name).toLowerCase(), entry.name]));
  }

  /** Whether the part exists. */
  has(name: string): boolean {
    const known = this.resolve(name);
    return known !== null && this.changed.get(known) !== null;
  }

  /** Names of all parts, as written in the archive, new ones last. */
  names(): string[] {
    return [...new Set([...this.entries.keys(), ...this.changed.keys()])].filter((name) => this.has(name));
  }

  /** The text of a part, or null when there is none. */
  text(name: string): string | null {
    const known = this.resolve(name);
    const cached = this.texts.get(known ?? '');
    if (known === null || cached !== undefined) return cached ?? null;
    const source = this.source(known);
    if (!source) return null;
    let text = '';
    for (let piece = source(); piece !== null; piece = source()) text += piece;
    return text;
  }

  /** A cursor over a part that can be large: it passes through in pieces. @throws WorkbookError `damaged` when missing. */
  cursor(name: string): XmlCursor {
    const known = this.resolve(name);
    const source = known === null ? null : this.source(known);
    if (!source) throw new WorkbookError('damaged', { reason: 'missing-part', part: name });
    return new XmlCursor('', name, source);
  }

  private source(known: string): TextSource | null {
    const changed = this.changed.get(known);
    const entry = this.entries.get(known);
    if (changed === null || (!changed && !entry)) return null;
    let rest: Uint8Array | null = changed ?? null;
    const whole = (): Uint8Array | null => {
      const piece = rest;
      rest = null;
      return piece;
    };
    return decoding(changed || !entry ? whole : unpacking(entry, this.limits.partBytes), known);
  }

  /** Gives a part new content, or adds it. */
  setText(name: string, text: string): void {
    const known = this.resolve(name) ?? name;
    this.byLowerName.set(known.toLowerCase(), known);
    this.changed.set(known, encodeXml(text));
    this.texts.set(known, text);
  }

  /** Takes a part away; nothing happens when it is not there. */
  remove(name: string): void {
    const known = this.resolve(name);
    if (known === null) return;
    this.changed.set(known, null);
    this.texts.delete(known);
  }

  /** The relationships of a part; `''` for those of the package. A part without any has an empty list. */
  relations(source: string): Relation[] {
    const part = relationsPart(source);
    if (!this.has(part)) return [];
    const cursor = this.cursor(part);
    const found: Relation[] = [];
    while (cursor.find('Relationship')) {
      const target = cursor.attribute('Target') ?? '';
      const external = cursor.attribute('TargetMode') === 'External';
      found.push({
        id: cursor.attribute('Id') ?? '',
        type: (cursor.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolveTarget(source, target),
        external,
      });
    }
    return found;
  }

  /** The whole archive as bytes. */
  bytes(): Uint8Array {
    const written: ZipEntry[] = [];
    for (const [name, entry] of this.entries) {
      const content = this.changed.get(name);
      if (content === undefined) written.push(entry);
      else if (content) written.push(packEntry(name, content, entry));
    }
    for (const [name, content] of this.changed) {
      if (content && !this.entries.has(name)) written.push(packEntry(name, content));
    }
    return writeZip(written);
  }

  private resolve(name: string): string | null {
    return this.byLowerName.get(name.toLowerCase()) ?? null;
  }
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' → `_rels/.rels`. */
export function relationsPart(source: string): string {
  const slash = source.lastIndexOf('/') + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** A target as written (relative, absolute, with backslashes) → a part name without leading slash. */
export function resolveTarget(source: string, target: string): string {
  const clean = partName(target.replace(/#.*$/, ''));
  const base = /^[\\/]/.test(target) ? [] : source.split('/').slice(0, -1);
  const path: string[] = [];
  for (const step of [...base, ...clean.split('/')]) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function partName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '');
}
