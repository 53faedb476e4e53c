import { REPORT_MARK } from '../workbook';
import { removePart, removeRelation } from './opcEdit';
import type { OpcPackage } from './package';
import { hasLocalName } from './workbookEdit';
import type { WorkbookPart } from './workbookPart';
import { XmlCursor, splice, type Splice } from './xml';
import { attributeChange, findElement, type ElementSpan } from './xmlEdit';

/**
 * Takes the sheets away that carry our mark, for a copy to publish: their tab, part, relationship and names. Names of
 * the sheets behind them and the tab in view move up. The user's own sheets are never touched.
 */
export function removeReportSheets(source: OpcPackage, workbook: WorkbookPart): void {
  const places = workbook.sheets.flatMap((_, place) =>
    hasLocalName(source, workbook.part, REPORT_MARK, place) ? [place] : [],
  );
  if (places.length === 0 || places.length >= workbook.sheets.length) return;
  const text = source.text(workbook.part) ?? '';
  const moved = (place: number): number => place - places.filter((gone) => gone < place).length;
  const children = (path: readonly string[]): readonly ElementSpan[] =>
    findElement(text, workbook.part, path)?.children ?? [];
  const attribute = (element: ElementSpan, name: string): string | null => {
    const cursor = new XmlCursor(text, workbook.part);
    cursor.end = element.start;
    cursor.next();
    return cursor.attribute(name);
  };
  const removal = ({ start, end }: ElementSpan): Splice => ({ from: start, to: end, text: '' });
  const renumber = (element: ElementSpan, name: string): Splice[] => {
    const place = attribute(element, name);
    if (place === null) return [];
    const change = attributeChange(
      text,
      workbook.part,
      element.start,
      name,
      String(Math.max(0, moved(Number(place)))),
    );
    return change && String(moved(Number(place))) !== place ? [change] : [];
  };
  const names = findElement(text, workbook.part, ['definedNames']);
  const local = (names?.children ?? []).map((element) => ({
    element,
    place: attribute(element, 'localSheetId'),
  }));
  const gone = local.filter(({ place }) => place !== null && places.includes(Number(place)));
  source.setText(
    workbook.part,
    splice(text, [
      ...children(['sheets'])
        .filter((_, place) => places.includes(place))
        .map(removal),
      // an empty list of names is not allowed
      ...(names && gone.length === local.length
        ? [removal(names.element)]
        : gone.map(({ element }) => removal(element))),
      ...(names && gone.length === local.length
        ? []
        : local
            .filter((one) => !gone.includes(one))
            .flatMap(({ element }) => renumber(element, 'localSheetId'))),
      ...children(['bookViews']).flatMap((view) => [
        ...renumber(view, 'activeTab'),
        ...renumber(view, 'firstSheet'),
      ]),
    ]),
  );
  for (const place of places) {
    const sheet = workbook.sheets[place];
    const relation = workbook.relations.find((one) => one.target === sheet?.part);
    if (relation) removeRelation(source, workbook.part, relation);
    if (sheet) removePart(source, sheet.part);
  }
}
