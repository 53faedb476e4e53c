import { VERSION } from '../application';
import { REPORT_SHEET } from '../approval';
import { isoDay, sharedSession, userLanguage } from '../excel';
import { excelTexts } from '../messages';
import { setFailure } from './notice';

/** Ids of manifest.xml. */
const TAB = 'PEG.Tab';
const GROUP = 'PEG.Group';
const BUTTON = 'PEG.Check';

/**
 * "Verifica coerenza": reads the workbook afresh, writes the check sheet and shows it, with the pane open or closed.
 * A failure is told in the pane, which is opened for it. Excel hears of the end in every case.
 */
export async function checkCommand(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await setBusy(true);
    await writeCheck();
    setFailure(null);
  } catch (error) {
    await tell(error);
  } finally {
    await setBusy(false).catch(tell);
    event.completed();
  }
}

/** The check as a sheet of the workbook, and the sheet in front of the user. */
export async function writeCheck(): Promise<void> {
  const session = await sharedSession();
  // Events may be late, or not exist in this Excel: an official check never rests on them.
  await session.recheck({ sheets: null });
  await session.writeReport({ date: isoDay(), version: VERSION }, userLanguage());
  await session.port.select({ sheet: REPORT_SHEET, address: 'A1' });
}

/** The sentence for an error, whatever it is. */
export async function failureSentence(error: unknown): Promise<string> {
  const language = userLanguage();
  const { errorSentence } = await import(/* webpackChunkName: "check" */ '../messages');
  return errorSentence(error, language) ?? excelTexts(language).failure.unknown;
}

async function tell(error: unknown): Promise<void> {
  setFailure(await failureSentence(error));
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}

/** A button that is busy cannot be pressed twice (RibbonApi 1.1; older Excels leave it as it is). */
async function setBusy(busy: boolean): Promise<void> {
  if (!Office.context.requirements.isSetSupported('RibbonApi', '1.1')) return;
  const controls = [{ id: BUTTON, enabled: !busy }];
  await Office.ribbon.requestUpdate({ tabs: [{ id: TAB, groups: [{ id: GROUP, controls }] }] });
}
