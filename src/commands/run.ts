import { userLanguage } from '../excel';
import { excelTexts } from '../messages';
import { setNotice } from './notice';

export type CommandName = 'check' | 'attest' | 'freeze';

/**
 * Commands at work. A second press meanwhile is none. No button is made busy: changing one may empty the user's list
 * of Undo (office-js 3788), and can fail by itself (2876).
 */
const running = new Set<CommandName>();

/**
 * Runs a command of the ribbon. A failure is told in the pane, which is opened for it. Excel hears of the end in every
 * case.
 */
export async function runCommand(
  event: Office.AddinCommands.Event,
  name: CommandName,
  work: () => Promise<void>,
): Promise<void> {
  if (running.has(name)) {
    event.completed();
    return;
  }
  running.add(name);
  try {
    await work();
  } catch (error) {
    const { title } = excelTexts(userLanguage()).failure;
    setNotice({ title: title[name], text: await failureSentence(error), failed: true });
    // Should even that fail, the notice waits for whoever opens the pane.
    await showPane().catch(() => undefined);
  } finally {
    running.delete(name);
    event.completed();
  }
}

/** The sentence for an error, whatever it is. */
export async function failureSentence(error: unknown): Promise<string> {
  const language = userLanguage();
  const { unknown } = excelTexts(language).failure;
  try {
    // Named, so that what else the texts hold does not travel with the first check.
    const { errorSentence } = await import(/* webpackChunkName: "check" */ '../messages');
    return errorSentence(error, language) ?? unknown;
  } catch {
    // Without connection the sentences may not come: then the general one stands for them.
    return unknown;
  }
}

/** Opens the pane where Excel lets a command do so. */
export async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}
