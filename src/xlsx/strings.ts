import type { OpcPackage } from './package';
import type { XmlCursor } from './xml';

/**
 * The text of a string item (`si`, `is`) the cursor stands on: the runs of rich text joined, phonetic guides
 * left out. Leaves the cursor on the closing tag.
 */
export function readStringItem(cursor: XmlCursor): string {
  if (cursor.empty) return '';
  const item = cursor.name;
  let text = '';
  while (cursor.next()) {
    if (cursor.kind === 'close' && cursor.name === item) break;
    if (cursor.kind !== 'open') continue;
    if (cursor.name === 't') text += cursor.textContent();
    else if (cursor.name === 'rPh') cursor.skip();
  }
  return decodeString(text);
}

/** Characters XML cannot carry are written `_x000D_` in workbooks (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export function decodeString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * The same text in memory of its own. Engines keep the whole text alive of which a text of thirteen characters or
 * more was cut: one formula would keep a piece of its sheet.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

/** The reverse of {@link decodeString}; what looks like such an escape is itself escaped. */
export function encodeString(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
    // the controls XML forbids, and the carriage return, which it would turn into a line feed
    /[^\t\n\u0020-\uFFFD]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** The shared strings of a workbook, by index; empty when there are none. */
export function readSharedStrings(source: OpcPackage, part: string | null): string[] {
  if (!part || !source.has(part)) return [];
  const cursor = source.cursor(part);
  const strings: string[] = [];
  while (cursor.find('si')) strings.push(readStringItem(cursor));
  return strings;
}
