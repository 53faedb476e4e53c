import type { Area } from '../../../workbook';
import type { EngineEvent } from '../engine/port';
import type { HostState } from './context';

/** Tables and conditional formats are the stand-in's own: they follow inserted and deleted rows and columns, and go with their sheet. */
export function followShifts(state: HostState, event: EngineEvent): void {
  if (event.kind === 'sheet-deleted') {
    keep(state.tables, (table) => table.sheetId !== event.sheetId);
    keep(state.conditionalFormats, (format) => format.sheetId !== event.sheetId);
  }
  if (event.kind !== 'shifted') return;
  for (const one of [...state.tables, ...state.conditionalFormats]) {
    if (one.sheetId === event.sheetId) one.area = shifted(one.area, event);
  }
  // Whose cells are all gone is gone, too.
  keep(state.conditionalFormats, ({ area }) => area.top <= area.bottom && area.left <= area.right);
}

function keep<T>(list: T[], wanted: (one: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(wanted));
}

function shifted(area: Area, event: Extract<EngineEvent, { kind: 'shifted' }>): Area {
  const rows = event.what.startsWith('Row');
  const [first, last] = rows ? [event.area.top, event.area.bottom] : [event.area.left, event.area.right];
  const count = (last - first + 1) * (event.what.endsWith('Inserted') ? 1 : -1);
  const move = (edge: number, isEnd: boolean): number => {
    if (count > 0) return edge >= first ? edge + count : edge;
    if (edge > last) return edge + count;
    return edge >= first ? first - (isEnd ? 1 : 0) : edge;
  };
  return rows
    ? { ...area, top: move(area.top, false), bottom: move(area.bottom, true) }
    : { ...area, left: move(area.left, false), right: move(area.right, true) };
}
