import type { Language } from '../coherence';

/** A number at the start of a value as the indicators show it: `1.284,50 €`, `−3,2 %`, `1,5e+15 n.`; no date. */
const NUMBER = /^−?\d[\d.]*(?:,\d+)?(?:e[+-]\d+)?(?=$|\s)/;
const WORDS: Readonly<Record<string, string>> = { sì: 'yes', no: 'no' };

/**
 * The value of an indicator in the notation of a language: `1.284,50 €` is `1,284.50 €` in English.
 * @param display as `IndicatorOutcome.display` says it, in Italian notation; dates stay as they are
 */
export function valueIn(language: Language, display: string): string {
  if (language === 'it') return display;
  return (
    WORDS[display] ??
    display.replace(NUMBER, (number) => number.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')))
  );
}
