import { areaAddress, type Area } from '../../workbook';
import type { EngineCell, EngineEvent } from './engine/port';
import { readValueType } from './model/range-values';
import { EventType, MessageCategory, type Message } from './protocol';

/** From what happened in the engine to the messages for those events that the client asked for. */
export function eventMessages(
  event: EngineEvent,
  subscriptions: ReadonlySet<string>,
  byAddIn: boolean,
  guidOf: (sheetId: string) => string,
): Message[] {
  const messages: Message[] = [];
  const tell = (type: number, sheetId: string, payload: object): void => {
    const worksheetId = guidOf(sheetId);
    for (const target of [worksheetId, 'Workbook']) {
      if (!subscriptions.has(`${type}:${target}`)) continue;
      const body = JSON.stringify({ ...payload, worksheetId, source: 'Local', triggerSource: trigger });
      messages.push([MessageCategory.event, type, target, body, 0, false]);
    }
  };
  const trigger = byAddIn ? 'ThisLocalAddin' : 'Unknown';
  switch (event.kind) {
    case 'edited':
      tell(EventType.dataChanged, event.sheetId, {
        changeType: 'RangeEdited',
        address: areaAddress(event.area),
        shiftDirection: 'None',
        ...(isCell(event.area) ? beforeAndAfter(event.before, event.after) : {}),
      });
      break;
    case 'shifted':
      tell(EventType.dataChanged, event.sheetId, {
        changeType: event.what,
        address: bandAddress(event.area, event.what.startsWith('Row')),
        shiftDirection: 'None',
      });
      break;
    case 'formatted':
      tell(EventType.formatChanged, event.sheetId, { address: areaAddress(event.area) });
      break;
    case 'rows-hidden':
      tell(EventType.rowHiddenChanged, event.sheetId, {
        address: bandAddress(event.area, true),
        changeType: event.hidden ? 'Hidden' : 'Unhidden',
      });
      break;
    case 'calculated':
      for (const sheetId of event.sheetIds) tell(EventType.calculated, sheetId, { address: '' });
      break;
    case 'sheet-added':
      tell(EventType.sheetAdded, event.sheetId, {});
      break;
    case 'sheet-deleted':
      tell(EventType.sheetDeleted, event.sheetId, {});
      break;
    case 'sheet-renamed':
      tell(EventType.nameChanged, event.sheetId, { nameBefore: event.before, nameAfter: event.after });
      break;
    case 'sheet-activated':
      tell(EventType.sheetActivated, event.sheetId, {});
      break;
    case 'selected':
      tell(EventType.selectionChanged, event.sheetId, { address: areaAddress(event.area) });
  }
  return messages;
}

const isCell = (area: Area): boolean => area.top === area.bottom && area.left === area.right;

const bandAddress = (area: Area, rows: boolean): string =>
  rows
    ? `${area.top + 1}:${area.bottom + 1}`
    : areaAddress({ ...area, top: 0, bottom: 0 })
        .replace(/\d+/g, '')
        .replace(/^([A-Z]+)$/, '$1:$1');

const beforeAndAfter = (before: EngineCell | null, after: EngineCell | null): object => ({
  valueBefore: before?.value ?? '',
  valueAfter: after?.value ?? '',
  valueTypeBefore: readValueType(before),
  valueTypeAfter: readValueType(after),
});
