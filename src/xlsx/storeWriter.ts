import { STORE_NAMESPACE } from '../plan';
import { WorkbookError } from '../workbook';
import type { Dialect } from './dialect';
import { addRelation, freePart, removePart, removeRelation, setContentType, xmlPart } from './opcEdit';
import { relationsPart, type OpcPackage } from './package';
import { rootNamespace, storeRelations } from './store';
import type { WorkbookPart } from './workbookPart';
import { XmlCursor } from './xml';

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** One store per workbook, so one identity is enough; Office wants every item to have one. */
const ITEM_ID = '{6E0B2F43-8B5C-4E0B-9D0A-2C7D50E6C0F1}';

/**
 * Adds, replaces or (null) removes our private part. Copies of it that another program made are removed.
 * @throws WorkbookError `cannot-write` when the XML is not ours or not well formed: Excel would call the whole
 * file damaged.
 */
export function writeStorePart(
  source: OpcPackage,
  workbook: WorkbookPart,
  dialect: Dialect,
  xml: string | null,
): void {
  if (xml !== null) checkStore(xml);
  const [first, ...copies] = storeRelations(source, workbook.relations);
  for (const relation of xml === null && first ? [first, ...copies] : copies) {
    for (const { target } of source.relations(relation.target)) removePart(source, target);
    removePart(source, relation.target);
    removeRelation(source, workbook.part, relation);
  }
  if (xml === null) return;
  if (first) {
    if (source.text(first.target) !== xml) source.setText(first.target, xml);
    return;
  }
  const item = freePart(source, 'customXml/item');
  const properties = freePart(source, 'customXml/itemProps');
  source.setText(item, xml);
  setContentType(source, item, 'application/xml');
  source.setText(
    properties,
    xmlPart(
      `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${dialect.customXml}">` +
        `<ds:schemaRefs><ds:schemaRef ds:uri="${STORE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
  );
  setContentType(source, properties, PROPERTIES_TYPE);
  // a leftover of a removed item must not describe the new one
  source.remove(relationsPart(item));
  addRelation(source, item, `${dialect.relationships}/customXmlProps`, properties);
  addRelation(source, workbook.part, `${dialect.relationships}/customXml`, item);
}

function checkStore(xml: string): void {
  const open: string[] = [];
  const cursor = new XmlCursor(xml, 'store');
  let roots = 0;
  for (let kind = cursor.next(); kind; kind = cursor.next()) {
    if (kind === 'open') {
      if (open.length === 0) roots++;
      if (!cursor.empty) open.push(cursor.name);
    } else if (kind === 'close' && open.pop() !== cursor.name) roots = NaN;
  }
  if (roots !== 1 || open.length > 0 || rootNamespace(xml, 'store') !== STORE_NAMESPACE) {
    throw new WorkbookError('cannot-write', { reason: 'store' });
  }
}
