import { relationsPart, type OpcPackage, type Relation } from './package';
import { escapeXml, splice, XmlCursor } from './xml';
import { appendTo, findElement, prefixOf } from './xmlEdit';

const CONTENT_TYPES = '[Content_Types].xml';
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const RELATIONS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** First line of every part we add. */
export function xmlPart(body: string): string {
  return XML_HEAD + body;
}

/** Adds a relationship to a part; returns its id. `type` is the whole address of the relationship type. */
export function addRelation(source: OpcPackage, from: string, type: string, target: string): string {
  const part = relationsPart(from);
  const text = source.text(part) ?? xmlPart(`<Relationships xmlns="${PACKAGE_RELATIONS}"/>`);
  const used = new Set(source.relations(from).map((relation) => relation.id));
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const root = findElement(text, part);
  const xml = `<${prefixOf(text, part)}Relationship Id="${id}" Type="${type}" Target="${escapeXml(relativeTarget(from, target))}"/>`;
  if (!root) return id;
  const isNew = !source.has(part);
  source.setText(part, splice(text, [appendTo(text, root.element, xml)]));
  // older LibreOffice writes packages that do not say what `rels` are
  if (isNew) setContentType(source, part, RELATIONS_TYPE);
  return id;
}

/** Takes a relationship away; the relationships part goes with the last one. */
export function removeRelation(source: OpcPackage, from: string, relation: Relation): void {
  const part = relationsPart(from);
  if (removeElements(source, part, (cursor) => cursor.attribute('Id') === relation.id) === 0) {
    source.remove(part);
  }
}

/** Says what a new part is, unless the package already says so for it or for its extension. */
export function setContentType(source: OpcPackage, part: string, contentType: string): void {
  const text = source.text(CONTENT_TYPES) ?? '';
  if (contentType === defaultType(text, part)) return;
  removeElements(source, CONTENT_TYPES, (cursor) => isNamed(cursor, part));
  const kept = source.text(CONTENT_TYPES) ?? '';
  const root = findElement(kept, CONTENT_TYPES);
  if (!root) return;
  const xml = `<${prefixOf(kept, CONTENT_TYPES)}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
  source.setText(CONTENT_TYPES, splice(kept, [appendTo(kept, root.element, xml)]));
}

/** Takes a part away, with its relationships and what the package says of its type. */
export function removePart(source: OpcPackage, part: string): void {
  source.remove(part);
  source.remove(relationsPart(part));
  removeElements(source, CONTENT_TYPES, (cursor) => isNamed(cursor, part));
}

const isNamed = (cursor: XmlCursor, part: string): boolean =>
  cursor.attribute('PartName')?.toLowerCase() === `/${part}`.toLowerCase();

/** Removes the children of the root that match; returns how many are left. */
function removeElements(source: OpcPackage, part: string, matches: (cursor: XmlCursor) => boolean): number {
  const text = source.text(part);
  if (text === null) return 0;
  const children = findElement(text, part)?.children ?? [];
  const gone = children.filter((child) => {
    const cursor = new XmlCursor(text, part);
    cursor.end = child.start;
    cursor.next();
    return matches(cursor);
  });
  if (gone.length > 0) {
    source.setText(
      part,
      splice(
        text,
        gone.map(({ start, end }) => ({ from: start, to: end, text: '' })),
      ),
    );
  }
  return children.length - gone.length;
}

function defaultType(contentTypes: string, part: string): string | null {
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  const cursor = new XmlCursor(contentTypes, CONTENT_TYPES);
  while (cursor.find('Default')) {
    if (cursor.attribute('Extension')?.toLowerCase() === extension) return cursor.attribute('ContentType');
  }
  return null;
}

/** The way from a part to another as relationships write it: `worksheets/sheet1.xml`, `../customXml/item1.xml`. */
export function relativeTarget(from: string, target: string): string {
  const base = from.split('/').slice(0, -1);
  const path = target.split('/');
  let common = 0;
  while (common < base.length && common < path.length - 1 && base[common] === path[common]) common++;
  return [...base.slice(common).map(() => '..'), ...path.slice(common)].join('/');
}

/** The first free name `prefix1.xml`, `prefix2.xml` … */
export function freePart(source: OpcPackage, prefix: string): string {
  let number = 1;
  while (source.has(`${prefix}${number}.xml`)) number++;
  return `${prefix}${number}.xml`;
}
