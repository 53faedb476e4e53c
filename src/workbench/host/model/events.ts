import { EventType } from '../protocol';
import type { HostContext } from './context';

/** Methods by which the client says which events it wants to hear. */
const REGISTERED = {
  DataChangedEvent: EventType.dataChanged,
  ActivatedEvent: EventType.sheetActivated,
  AddedEvent: EventType.sheetAdded,
  DeletedEvent: EventType.sheetDeleted,
  SelectionChangedEvent: EventType.selectionChanged,
  CalculatedEvent: EventType.calculated,
  FormatChangedEvent: EventType.formatChanged,
  RowHiddenChangedEvent: EventType.rowHiddenChanged,
  EventNameChanged: EventType.nameChanged,
} as const;

/** `_Register…` and `_Unregister…` of a sheet or of the collection of sheets. */
export function eventRegistrations<T>(
  contextOf: (target: T) => HostContext,
  targetId: (target: T) => string,
): Record<string, (target: T) => void> {
  return Object.fromEntries(
    Object.entries(REGISTERED).flatMap(([name, type]) => [
      [
        `_Register${name}`,
        (target: T) => void contextOf(target).subscriptions.add(`${type}:${targetId(target)}`),
      ],
      [
        `_Unregister${name}`,
        (target: T) => void contextOf(target).subscriptions.delete(`${type}:${targetId(target)}`),
      ],
    ]),
  );
}
