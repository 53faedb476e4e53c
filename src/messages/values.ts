import type { Language } from '../coherence';

/** Sentences beside the values of indicators and formulas: fetched with the first of them. */
export interface ValueTexts {
  readonly noIndicator: (name: string, near: readonly string[]) => string;
  readonly manyIndicators: (name: string, cells: readonly string[]) => string;
  readonly badPeriod: (period: string) => string;
  readonly badQuantities: string;
}

const listed = (names: readonly string[], open: string, close: string): string =>
  names.map((name) => `${open}${name}${close}`).join(', ');

const it: ValueTexts = {
  noIndicator: (name, near) =>
    `Nessun indicatore si chiama «${name}».${near.length ? ` I più vicini: ${listed(near, '«', '»')}.` : ''}`,
  manyIndicators: (name, cells) =>
    `Più indicatori si chiamano «${name}»: scrivi al suo posto la cella, ${cells.join(' oppure ')}.`,
  badPeriod: (period) => `«${period}» non è un periodo: scrivi 2016, 2016-S1 oppure 30/06/2016.`,
  badQuantities: 'Indica un intervallo di due colonne: a sinistra il nome del dato, a destra il valore.',
};

const en: ValueTexts = {
  noIndicator: (name, near) =>
    `No indicator is called “${name}”.${near.length ? ` Nearest: ${listed(near, '“', '”')}.` : ''}`,
  manyIndicators: (name, cells) =>
    `Several indicators are called “${name}”: write the cell instead, ${cells.join(' or ')}.`,
  badPeriod: (period) => `“${period}” is not a period: write 2016, 2016-S1 or 30/06/2016.`,
  badQuantities: 'Give a range of two columns: the name of the quantity left, its value right.',
};

/** The texts in a language. */
export const valueTexts = (language: Language): ValueTexts => ({ it, en })[language];
