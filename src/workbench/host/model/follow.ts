import type { Area } from '../../../workbook';
import type { EngineEvent } from '../engine/port';
import type { HostState } from './context';

/** Tables are the stand-in's own: they follow inserted and deleted rows and columns, and go with their sheet. */
export function followTables(state: HostState, event: EngineEvent): void {
  if (event.kind === 'sheet-deleted') {
    const rest = state.tables.filter((table) => table.sheetId !== event.sheetId);
    state.tables.splice(0, state.tables.length, ...rest);
  }
  if (event.kind !== 'shifted') return;
  for (const table of state.tables) {
    if (table.sheetId === event.sheetId) table.area = shifted(table.area, event);
  }
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
