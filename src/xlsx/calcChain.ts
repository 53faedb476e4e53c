import { removePart, removeRelation } from './opcEdit';
import type { OpcPackage } from './package';
import type { WorkbookPart } from './workbookPart';
import { XmlCursor, splice, type Splice } from './xml';
import { attributeChange, findElement } from './xmlEdit';

/**
 * Takes cells that no longer hold a formula out of the calculation chain: Excel calls a file damaged whose
 * chain names them. The sheet (`i`) is written only where it changes, so it is handed on to the next entry.
 * @param gone per sheet id, addresses without formula now.
 */
export function pruneCalcChain(
  source: OpcPackage,
  workbook: WorkbookPart,
  gone: ReadonlyMap<number, ReadonlySet<string>>,
): void {
  const relation = workbook.relations.find(({ type }) => type === 'calcChain');
  const part = relation?.target ?? '';
  const text = relation ? source.text(part) : null;
  if (!relation || text === null || gone.size === 0) return;
  const children = findElement(text, part)?.children ?? [];
  const changes: Splice[] = [];
  let sheet: string | null = null;
  let written: string | null = null;
  let kept = 0;
  for (const child of children) {
    const cursor = new XmlCursor(text, part);
    cursor.end = child.start;
    cursor.next();
    const own = cursor.attribute('i');
    sheet = own ?? sheet;
    if (gone.get(Number(sheet))?.has(cursor.attribute('r') ?? '')) {
      changes.push({ from: child.start, to: child.end, text: '' });
      continue;
    }
    kept++;
    if (own === null && sheet !== written && sheet !== null) {
      const change = attributeChange(text, part, child.start, 'i', sheet);
      if (change) changes.push(change);
    }
    written = sheet;
  }
  if (changes.length === 0) return;
  if (kept > 0) source.setText(part, splice(text, changes));
  else {
    removePart(source, part);
    removeRelation(source, workbook.part, relation);
  }
}
