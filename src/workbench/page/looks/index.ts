import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { parseArea } from '../../../workbook';
import { openPackage } from '../../../xlsx/guard';
import type { OpcPackage } from '../../../xlsx/package';
import { readWorkbookPart, relatedPart } from '../../../xlsx/workbookPart';
import type { OpenedWorkbook } from '../../host';
import { cellLooks } from './styles';
import { colourOf, themeColours } from './colours';

type Sheet = Partial<IWorksheetData>;

/** Pixels per point, and per digit of the standard font. */
const POINT = 4 / 3;
const DIGIT = 7;
/** Excel's own, where the file says nothing. */
const DEFAULT_HEIGHT = 15;
const DEFAULT_WIDTH = 9.14;

/**
 * Adds to an opened workbook what only a screen needs and the add-in does not read: fonts, borders, theme colours,
 * frozen panes, grid lines, standard sizes. Rich text inside a cell, conditional formats, pictures and the looks of
 * whole rows and columns are not shown.
 */
export function withLooks(opened: OpenedWorkbook, bytes: Uint8Array): OpenedWorkbook {
  const source = openPackage(bytes);
  const workbook = readWorkbookPart(source);
  const theme = themeColours(documentOf(source, relatedPart(workbook, 'theme')));
  const looks = cellLooks(documentOf(source, relatedPart(workbook, 'styles')), theme);
  const { sheets = {}, sheetOrder = [] } = opened.workbook;
  const styles: Record<string, IStyleData> = {};
  const dressed = sheetOrder.map((id, position) => {
    const sheet = sheets[id] ?? {};
    const entry = workbook.sheets[position];
    const part = entry?.type === 'worksheet' ? documentOf(source, entry.part) : null;
    if (!part) return [id, sheet] as const;
    dressCells(part, sheet, looks, styles);
    return [id, { ...sheet, ...frameOf(part, theme), defaultStyle: looks[0] ?? null }] as const;
  });
  return { ...opened, workbook: { ...opened.workbook, styles, sheets: Object.fromEntries(dressed) } };
}

function documentOf(source: OpcPackage, part: string | null): Document | null {
  const text = part === null || !source.has(part) ? null : source.text(part);
  return text === null ? null : new DOMParser().parseFromString(text, 'application/xml');
}

/** Every cell of the file gets the looks of its format; the number format is there already. */
function dressCells(
  part: Document,
  sheet: Sheet,
  looks: readonly IStyleData[],
  styles: Record<string, IStyleData>,
): void {
  const cells: Record<number, Record<number, ICellData>> = (sheet.cellData ??= {});
  for (const cell of part.getElementsByTagNameNS('*', 'c')) {
    const format = cell.getAttribute('s');
    const at = parseArea(cell.getAttribute('r') ?? '');
    const look = looks[Number(format)];
    if (format === null || !at || !look) continue;
    const data = ((cells[at.top] ??= {})[at.left] ??= {});
    const known = typeof data.s === 'object' ? data.s?.n : null;
    const id = `x${format}`;
    styles[id] ??= { ...look, ...(known ? { n: known } : {}) };
    data.s = id;
  }
}

/** What the sheet says about itself as a whole. */
function frameOf(part: Document, theme: readonly string[]): Sheet {
  const first = (tag: string): Element | null => part.getElementsByTagNameNS('*', tag)[0] ?? null;
  const number = (element: Element | null, name: string, otherwise: number): number =>
    Number(element?.getAttribute(name) ?? otherwise);
  const format = first('sheetFormatPr');
  const view = first('sheetView');
  const tab = colourOf(first('tabColor'), theme);
  return {
    defaultRowHeight: number(format, 'defaultRowHeight', DEFAULT_HEIGHT) * POINT,
    defaultColumnWidth: number(format, 'defaultColWidth', DEFAULT_WIDTH) * DIGIT,
    showGridlines: view?.getAttribute('showGridLines') === '0' ? 0 : 1,
    ...(tab ? { tabColor: tab } : {}),
    ...freezeOf(first('pane')),
  };
}

function freezeOf(pane: Element | null): Sheet {
  if (pane?.getAttribute('state') !== 'frozen') return {};
  const [xSplit, ySplit] = [
    Number(pane.getAttribute('xSplit') ?? 0),
    Number(pane.getAttribute('ySplit') ?? 0),
  ];
  return {
    freeze: {
      xSplit,
      ySplit,
      startRow: ySplit ? ySplit : -1,
      startColumn: xSplit ? xSplit : -1,
    },
  };
}
