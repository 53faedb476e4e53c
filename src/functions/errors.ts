import { excelTexts } from '../messages';
import { userLanguage } from '../excel';

/** `#N/A` with a sentence: Excel shows the sentence beside the error. */
export const notAvailable = (sentence: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, sentence);

/** `#VALUE!` with a sentence. */
export const invalidValue = (sentence: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, sentence);

/** Any failure as an error of a cell. The sentences are fetched only now. */
export async function toCellError(error: unknown): Promise<CustomFunctions.Error> {
  if (error instanceof CustomFunctions.Error) return error;
  const language = userLanguage();
  const { errorSentence } = await import(/* webpackChunkName: "check" */ '../messages');
  return notAvailable(errorSentence(error, language) ?? excelTexts(language).failure.unknown);
}
