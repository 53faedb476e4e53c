import { parseArea, type CellRef } from '../../workbook';
import type { PegRow, PlanTable } from '../../plan';
import type { FactContext } from '../facts';
import type { FixEdit } from '../finding';

/** One cell's new content, with the text it replaces as the plan read it. */
export function edit(cell: CellRef, value: FixEdit['value'], context: FactContext): FixEdit {
  return {
    sheet: cell.sheet,
    address: cell.address,
    value,
    before: textAt(cell, context),
    ...(cell.file === undefined ? {} : { file: cell.file }),
  };
}

/** The text the plan read in a cell; null when it read nothing there. */
export function textAt(cell: CellRef, context: FactContext): string | null {
  const texts = context.shared('cellTexts', () => {
    const map = new Map<string, string>();
    collect(context.plan, map);
    for (const row of context.plan.pegRows) {
      const code = row.code?.cells[0];
      const title = row.title.cells[0];
      if (code && title && key(code) === key(title)) {
        map.set(key(title), `${row.code?.value ?? ''} ${row.title.value}`);
      }
    }
    return map;
  });
  return texts.get(key(cell)) ?? null;
}

/** A cell's identity: file, sheet, address. */
export function key(cell: CellRef): string {
  return `${cell.file ?? ''}|${cell.sheet}|${cell.address}`;
}

function collect(node: unknown, texts: Map<string, string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, texts);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { value, cells } = node as { value?: unknown; cells?: unknown };
  if (typeof value === 'string' && Array.isArray(cells)) {
    const [cell] = cells as CellRef[];
    if (cell && !texts.has(key(cell))) texts.set(key(cell), value);
  }
  for (const item of Object.values(node)) collect(item, texts);
}

/** The cell of a field's column on the line of another cell; null when the table has no such column. */
export function cellOnLine(
  table: PlanTable | undefined,
  field: string,
  line: CellRef | undefined,
): CellRef | null {
  const column = table?.columns.find((one) => one.field === field)?.column;
  const area = line && parseArea(line.address);
  if (!column || !area || !line) return null;
  return { ...line, address: `${column}${area.top + 1}` };
}

/** The filled cells on a row's own line of its sheet. */
export function ownCells(row: PegRow): CellRef[] {
  const title = row.title.cells[0];
  const top = title && parseArea(title.address)?.top;
  return row.cells.filter(
    (cell) => cell.sheet === title?.sheet && cell.file === title.file && parseArea(cell.address)?.top === top,
  );
}

/** The rows of the plan that take part in a finding, in order. */
export function rowsOf(involved: readonly string[], context: FactContext): PegRow[] {
  const ids = new Set(involved);
  return context.plan.pegRows.filter((row) => ids.has(row.id));
}
