import type { Area } from '../../../workbook';
import { HostError } from '../protocol';
import type { HostContext } from './context';

/** Whether Excel keeps a cell from being written once its sheet is protected. */
export const isLocked = (context: HostContext, sheetId: string, row: number, column: number): boolean =>
  !(context.state.unlocked.get(sheetId) ?? []).some(
    ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );

function hasLocked(context: HostContext, sheetId: string, area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (isLocked(context, sheetId, row, column)) return true;
  return false;
}

/**
 * The states of a workbook in which Excel refuses to write.
 * @param contents cells whose contents are written: the unlocked ones of a protected sheet may be
 */
export function ensureWritable(context: HostContext, sheetId?: string, contents?: Area): void {
  if (context.state.readOnly) {
    throw new HostError(
      'AccessDenied',
      'You cannot perform the requested operation. The workbook is read-only.',
      403,
    );
  }
  if (sheetId === undefined || !context.state.protectedSheets.has(sheetId)) return;
  if (!contents || hasLocked(context, sheetId, contents)) {
    throw new HostError(
      'AccessDenied',
      "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet.",
      403,
    );
  }
}
