import { userLanguage } from '../excel';
import { excelTexts } from '../messages';
import { setNotice } from './notice';

/** Ids of manifest.xml. */
const TAB = 'PEG.Tab';
const GROUP = 'PEG.Group';
const BUTTONS = { check: 'PEG.Check', attest: 'PEG.Attest', freeze: 'PEG.Freeze' } as const;
export type CommandName = keyof typeof BUTTONS;

/**
 * Runs a command of the ribbon with its button busy. A failure is told in the pane, which is opened for it. Excel
 * hears of the end in every case.
 */
export async function runCommand(
  event: Office.AddinCommands.Event,
  name: CommandName,
  work: () => Promise<void>,
): Promise<void> {
  const fail = async (error: unknown): Promise<void> => {
    const { title } = excelTexts(userLanguage()).failure;
    setNotice({ title: title[name], text: await failureSentence(error), failed: true });
    // Should even that fail, the notice waits for whoever opens the pane.
    await showPane().catch(() => undefined);
  };
  try {
    await setBusy(BUTTONS[name], true);
    await work();
  } catch (error) {
    await fail(error);
  } finally {
    await setBusy(BUTTONS[name], false)
      .catch(fail)
      .finally(() => event.completed());
  }
}

/** The sentence for an error, whatever it is. */
export async function failureSentence(error: unknown): Promise<string> {
  const language = userLanguage();
  // Without connection the sentences may not come: then the general one stands for them.
  const texts = await import(/* webpackChunkName: "check" */ '../messages').catch(() => null);
  return texts?.errorSentence(error, language) ?? excelTexts(language).failure.unknown;
}

/** Opens the pane where Excel lets a command do so. */
export async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}

/** A button that is busy cannot be pressed twice (RibbonApi 1.1; older Excels leave it as it is). */
async function setBusy(button: string, busy: boolean): Promise<void> {
  if (!Office.context.requirements.isSetSupported('RibbonApi', '1.1')) return;
  const controls = [{ id: button, enabled: !busy }];
  await Office.ribbon.requestUpdate({ tabs: [{ id: TAB, groups: [{ id: GROUP, controls }] }] });
}
