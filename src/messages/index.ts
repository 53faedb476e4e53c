import type { Language } from '../application';
import { StoreError } from '../application';
import { WorkbookError } from '../workbook';
import { messages } from './catalogues';

export { messages } from './catalogues';
export { plural } from './plural';
export type { Messages } from './types';
export { whyTexts, type WhyReasons, type WhyTexts, type WhyTold, type WhyToldReading } from './why';
export { readingTexts, type ReadingTexts } from './reading';
export { commandHelp, type CommandHelp, type CommandName, type OptionName } from './command-help';
export { attributeLabel, fieldLabel } from './field-label';
export { paneTexts, type PaneTexts } from './pane';
export { offlineTexts, type OfflineTexts } from './offline';
export { excelTexts, type ExcelTexts } from './excel';
export { functionTexts, type FunctionTexts } from './functions';
export { valueIn } from './notation';
export { valueTexts, type ValueTexts } from './values';

/** The sentence for an error the user can do something about; null for anything else. */
export function errorSentence(error: unknown, language: Language): string | null {
  const texts = messages(language);
  if (error instanceof WorkbookError) return texts.workbookError[error.code](error.details);
  if (error instanceof StoreError) return texts.storeError[error.state];
  return null;
}
