/**
 * Our private part of a workbook: one custom XML part that Excel keeps and shows to nobody. It holds mapping,
 * waivers, rule settings and attestations as JSON sections under one versioned root, so that Excel and the
 * command read the same. A part written by a newer version is kept untouched.
 */

export const STORE_NAMESPACE = 'urn:coerenza-peg:store:1';
export const STORE_VERSION = 1;

/** Sections by name (`profile`, `waivers`, `rules`, `attestations`); unknown ones are carried along. */
export type StoreSections = Readonly<Record<string, unknown>>;

export type StoreReading =
  | { readonly state: 'empty'; readonly sections: StoreSections }
  | { readonly state: 'read'; readonly sections: StoreSections }
  /** Written by a later version: it must not be overwritten. */
  | { readonly state: 'newer'; readonly version: number; readonly sections: StoreSections }
  /** Not ours or broken: it must not be overwritten without asking. */
  | { readonly state: 'damaged'; readonly sections: StoreSections };

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_whole, inner: string) => inner.replace(/&/g, '&amp;'))
    .replace(
      /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
      (whole, hex?: string, dec?: string, name?: string) => {
        const point = hex ? parseInt(hex, 16) : dec ? Number(dec) : NaN;
        if (!Number.isNaN(point)) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
        return ENTITIES[name ?? ''] ?? whole;
      },
    );
}

/** Text that may stand inside XML: markup escaped, characters XML forbids left out. */
function escapeXml(text: string): string {
  return text
    .split('')
    .filter((sign) => sign >= ' ' || sign === '\t' || sign === '\n' || sign === '\r')
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Reads the private part; null when the workbook has none. Never throws. */
export function readStore(xml: string | null): StoreReading {
  if (xml === null || xml.trim() === '') return { state: 'empty', sections: {} };
  const root =
    /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?<(?:\w+:)?store\b([^>]*?)>([\s\S]*)<\/(?:\w+:)?store>\s*$/.exec(xml);
  const version = Number(/\bversion\s*=\s*["'](\d{1,6})["']/.exec(root?.[1] ?? '')?.[1]);
  if (!root || Number.isNaN(version)) return { state: 'damaged', sections: {} };
  if (version > STORE_VERSION) return { state: 'newer', version, sections: {} };
  try {
    const content: unknown = JSON.parse(unescapeXml(root[2] ?? ''));
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? { state: 'read', sections: content as StoreSections }
      : { state: 'damaged', sections: {} };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { state: 'damaged', sections: {} };
    throw cause;
  }
}

/**
 * One private part out of several: where two people saved at the same moment, or another program copied it, a workbook
 * has more. Lists (acceptances, attestations) are joined, of anything else the first part that has it counts. A part
 * that must not be written over stands for all: nothing is kept by halves.
 * @param parts as XML, in the workbook's order
 */
export function mergeStores(parts: readonly string[]): string | null {
  const [first = null, ...others] = parts;
  if (others.length === 0) return first;
  const readings = parts.map((xml) => ({ xml, ...readStore(xml) }));
  const untouchable = readings.find(({ state }) => state === 'newer' || state === 'damaged');
  if (untouchable) return untouchable.xml;
  const merged: Record<string, unknown> = {};
  for (const { sections } of readings)
    for (const [name, value] of Object.entries(sections)) merged[name] = joined(merged[name], value);
  return writeStore(merged);
}

function joined(known: unknown, more: unknown): unknown {
  if (known === undefined || known === null) return more;
  if (!Array.isArray(known) || !Array.isArray(more)) return known;
  const texts = new Set(known.map((one) => JSON.stringify(one)));
  return [...(known as unknown[]), ...more.filter((one) => !texts.has(JSON.stringify(one)))];
}

/** The private part as XML; null when there is nothing to keep. */
export function writeStore(sections: StoreSections): string | null {
  const kept = Object.fromEntries(
    Object.entries(sections).filter(([, value]) => value !== undefined && value !== null),
  );
  if (Object.keys(kept).length === 0) return null;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<store xmlns="${STORE_NAMESPACE}" version="${STORE_VERSION}">${escapeXml(JSON.stringify(kept))}</store>`;
}
