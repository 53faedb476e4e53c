import { userLanguage } from '../excel';
import { functionTexts, type FunctionTexts } from '../messages';

/** The functions' texts in the language of Excel. */
export const texts = (): FunctionTexts => functionTexts(userLanguage());
