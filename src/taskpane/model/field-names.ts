import { attributeLabel as attributeWords, fieldLabel as fieldWords, type PaneTexts } from '../../messages';

/** `indicator.target@2017` → “Indicatore: valore atteso (2017)”. */
export const fieldLabel = (field: string, texts: PaneTexts): string => fieldWords(field, texts.reading);

/** `target` → “valore atteso”. */
export const attributeLabel = (attribute: string, texts: PaneTexts): string =>
  attributeWords(attribute, texts.reading);
