import { VERSION } from '../application';
import { REPORT_SHEET } from '../approval';
import { isoDay, sharedSession, userLanguage } from '../excel';
import { setNotice } from './notice';
import { runCommand, showPane } from './run';
import { requestView } from './view-request';

/** "Verifica coerenza": reads the workbook afresh, writes the check sheet and shows it, with the pane open or closed. */
export function checkCommand(event: Office.AddinCommands.Event): Promise<void> {
  return runCommand(event, 'check', async () => {
    await writeCheck();
    setNotice(null);
    requestView('findings');
  });
}

/** The check as a sheet of the workbook, and the sheet in front of the user. */
export async function writeCheck(): Promise<void> {
  const session = await sharedSession();
  session.useDay(isoDay());
  // Events may be late, or not exist in this Excel: an official check never rests on them.
  await session.recheck({ sheets: null });
  await session.writeReport({ date: isoDay(), version: VERSION }, userLanguage());
  // Showing it decides nothing: the check is done, and the pane shows it, too.
  await session.port
    .select({ sheet: REPORT_SHEET, address: 'A1' })
    .catch(showPane)
    .catch(() => undefined);
}
