import { isPegFormula } from '../application';
import { freezeFormulas, sharedSession, userLanguage } from '../excel';
import { excelTexts } from '../messages';
import { setNotice } from './notice';
import { runCommand, showPane } from './run';

/**
 * "Trasforma le formule in valori": the PEG formulas of the selection, or of the whole workbook when the selection has none, become
 * the values they show, for colleagues without the add-in. What is left alone is told.
 */
export function freezeCommand(event: Office.AddinCommands.Event): Promise<void> {
  return runCommand(event, 'freeze', async () => {
    const session = await sharedSession();
    const book = await session.port.snapshot();
    const { frozen, left, selected, sheets } = await freezeFormulas(book, isPegFormula);
    // Values that were formulas are contents of the workbook; what cannot be read now is read with the next check.
    if (frozen > 0) await session.recheck({ sheets }).catch(() => undefined);
    const texts = excelTexts(userLanguage()).freeze;
    const told = frozen + left.length === 0 ? [texts.none] : [texts.done(frozen, selected), texts.left(left)];
    setNotice({ title: texts.title, text: told.filter(Boolean).join(' '), failed: false });
    // Values that took the place of formulas are seen in the sheet; what was not done is not.
    if (frozen === 0 || left.length > 0) await showPane();
  });
}
