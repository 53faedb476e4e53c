import { WorkbookError } from '../workbook';
import type { OpcPackage } from './package';
import { XmlCursor, escapeXml, splice } from './xml';
import { appendTo, attributeChange, findElement, prefixOf } from './xmlEdit';

/** Children of `workbook` in the order of the schema, as far as we place anything (ECMA-376 part 1, 18.2.27). */
const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];
const BEFORE_CALCULATION = [...BEFORE_NAMES, 'definedNames'];

/** Asks Excel to calculate everything when it opens the file: cells that formulas read have changed. */
export function calculateOnLoad(source: OpcPackage, part: string): void {
  const text = source.text(part) ?? '';
  const root = findElement(text, part);
  const known = root?.children.find(({ name }) => name === 'calcPr');
  if (known) {
    const cursor = new XmlCursor(text, part);
    cursor.end = known.start;
    cursor.next();
    if (cursor.attribute('fullCalcOnLoad') === '1') return;
    const change = attributeChange(text, part, known.start, 'fullCalcOnLoad', '1');
    if (change) source.setText(part, splice(text, [change]));
  } else insertChild(source, part, BEFORE_CALCULATION, 'calcPr fullCalcOnLoad="1"/');
}

/** Adds a sheet at the end of the tabs. */
export function appendSheetEntry(
  source: OpcPackage,
  part: string,
  entry: { name: string; sheetId: number; relationId: string; relationships: string },
): void {
  const text = source.text(part) ?? '';
  const sheets = findElement(text, part, ['sheets']);
  if (!sheets) throw new WorkbookError('damaged', { reason: 'xml', part });
  const { name, sheetId, relationId, relationships } = entry;
  // the prefix of relationships is declared here: in some files it is declared on each sheet, not at the root
  const xml =
    `<${prefixOf(text, part)}sheet xmlns:r="${relationships}" name="${escapeXml(name)}"` +
    ` sheetId="${sheetId}" r:id="${relationId}"/>`;
  source.setText(part, splice(text, [appendTo(text, sheets.element, xml)]));
}

/** A defined name that belongs to one sheet. */
export interface LocalName {
  readonly name: string;
  /** Zero-based place of the sheet among the tabs. */
  readonly sheet: number;
  readonly formula: string;
  readonly hidden?: boolean;
}

/** Sets names that belong to a sheet, replacing those of the same name; `formula` '' only removes. */
export function setLocalNames(source: OpcPackage, part: string, names: readonly LocalName[]): void {
  const text = source.text(part) ?? '';
  const prefix = prefixOf(text, part);
  const xml = names
    .filter(({ formula }) => formula !== '')
    .map(
      ({ name, sheet, formula, hidden }) =>
        `<${prefix}definedName name="${escapeXml(name)}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ''}>` +
        `${escapeXml(formula)}</${prefix}definedName>`,
    )
    .join('');
  const known = findElement(text, part, ['definedNames']);
  if (!known) {
    if (xml) insertChild(source, part, BEFORE_NAMES, `definedNames>${xml}</${prefix}definedNames`);
    return;
  }
  const replaced = known.children.filter((child) => {
    const cursor = new XmlCursor(text, part);
    cursor.end = child.start;
    cursor.next();
    return names.some(
      ({ name, sheet }) =>
        cursor.attribute('name') === name && cursor.attribute('localSheetId') === String(sheet),
    );
  });
  const old = replaced.map(({ start, end }) => text.slice(start, end)).join('');
  if (old === xml) return;
  source.setText(
    part,
    splice(text, [
      ...replaced.map(({ start, end }) => ({ from: start, to: end, text: '' })),
      ...(xml ? [appendTo(text, known.element, xml)] : []),
    ]),
  );
}

/** Whether a sheet has a name of its own (hidden ones included). */
export function hasLocalName(source: OpcPackage, part: string, name: string, sheet: number): boolean {
  const cursor = source.cursor(part);
  while (cursor.find('definedName')) {
    if (cursor.attribute('name') === name && cursor.attribute('localSheetId') === String(sheet)) return true;
  }
  return false;
}

/** Puts a child of the root after the last of those that come before it; `tag` is given without `<`, prefix and `>`. */
function insertChild(source: OpcPackage, part: string, before: readonly string[], tag: string): void {
  const text = source.text(part) ?? '';
  const previous = findElement(text, part)
    ?.children.filter(({ name }) => before.includes(name))
    .at(-1);
  if (!previous) throw new WorkbookError('damaged', { reason: 'xml', part });
  const xml = `<${prefixOf(text, part)}${tag}>`;
  source.setText(part, splice(text, [{ from: previous.end, to: previous.end, text: xml }]));
}
