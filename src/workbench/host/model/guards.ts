import { HostError } from '../protocol';
import type { HostContext } from './context';

/** The states of a workbook in which Excel refuses to write. */
export function ensureWritable(context: HostContext, sheetId?: string): void {
  if (context.state.readOnly) {
    throw new HostError(
      'AccessDenied',
      'You cannot perform the requested operation. The workbook is read-only.',
      403,
    );
  }
  if (sheetId !== undefined && context.state.protectedSheets.has(sheetId)) {
    throw new HostError(
      'AccessDenied',
      "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet.",
      403,
    );
  }
}
