import { isPegFormula } from '../application';
import { freezeFormulas, sharedSession, userLanguage } from '../excel';
import { excelTexts } from '../messages';
import { setNotice } from './notice';
import { runCommand, showPane } from './run';

/**
 * "Congela valori": the PEG formulas of the selection, or of the whole workbook when the selection has none, become
 * the values they show, for colleagues without the add-in. What is left alone is told.
 */
export function freezeCommand(event: Office.AddinCommands.Event): Promise<void> {
  return runCommand(event, 'freeze', async () => {
    const { port } = await sharedSession();
    const { frozen, left, selected } = await freezeFormulas(await port.snapshot(), isPegFormula);
    const texts = excelTexts(userLanguage()).freeze;
    const told = frozen + left.length === 0 ? [texts.none] : [texts.done(frozen, selected), texts.left(left)];
    setNotice({ title: texts.title, text: told.filter(Boolean).join(' '), failed: false });
    // Values that took the place of formulas are seen in the sheet; what was not done is not.
    if (frozen === 0 || left.length > 0) await showPane();
  });
}
