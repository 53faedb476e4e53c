import { STORE_NAMESPACE, mergeStores } from '../plan';
import type { OpcPackage, Relation } from './package';
import { XmlCursor } from './xml';

/**
 * Relations from the workbook to our private part, one for each part; more than one only when another program copied
 * it.
 */
export function storeRelations(source: OpcPackage, relations: readonly Relation[]): Relation[] {
  const seen = new Set<string>();
  return relations.filter(({ type, target, external }) => {
    if (type !== 'customXml' || external || seen.has(target)) return false;
    seen.add(target);
    const text = source.text(target);
    return text !== null && text.includes(STORE_NAMESPACE) && rootNamespace(text, target) === STORE_NAMESPACE;
  });
}

/** Our private part as XML, or null; several parts are read as one. */
export function readStore(source: OpcPackage, relations: readonly Relation[]): string | null {
  const texts = storeRelations(source, relations).flatMap(({ target }) => source.text(target) ?? []);
  return mergeStores(texts.map((text) => text.replace(/^\uFEFF/, '')));
}

/** Namespace of the root element, or null for text without one. */
export function rootNamespace(text: string, part: string): string | null {
  const cursor = new XmlCursor(text, part);
  while (cursor.next()) {
    if (cursor.kind !== 'open') continue;
    return cursor.attribute(cursor.prefix ? `xmlns:${cursor.prefix.slice(0, -1)}` : 'xmlns');
  }
  return null;
}
