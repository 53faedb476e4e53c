import type { Language } from '../coherence';

/** Texts of what lives inside Excel: functions and ribbon command. */
export interface ExcelTexts {
  readonly functions: {
    readonly noIndicator: (name: string, near: readonly string[]) => string;
    readonly noCode: (code: string, near: readonly string[]) => string;
    readonly ambiguousCode: (code: string, titles: readonly string[]) => string;
    readonly badPeriod: (period: string) => string;
    readonly badQuantities: string;
    readonly noFindings: string;
    readonly findings: (count: number, first: string) => string;
    readonly noTitle: (code: string) => string;
  };
  readonly failure: { readonly title: string; readonly unknown: string; readonly dismiss: string };
}

const listed = (names: readonly string[], open: string, close: string): string =>
  names.map((name) => `${open}${name}${close}`).join(', ');

const it: ExcelTexts = {
  functions: {
    noIndicator: (name, near) =>
      `Nessun indicatore si chiama «${name}».${near.length ? ` I più vicini: ${listed(near, '«', '»')}.` : ''}`,
    noCode: (code, near) =>
      `Nessun obiettivo ha il codice «${code}».${near.length ? ` I più vicini: ${near.join(', ')}.` : ''}`,
    ambiguousCode: (code, titles) => `Il codice «${code}» ha più titoli: ${listed(titles, '«', '»')}.`,
    badPeriod: (period) => `«${period}» non è un periodo: scrivi 2016, 2016-S1 oppure 30/06/2016.`,
    badQuantities: 'Indica un intervallo di due colonne: a sinistra il nome del dato, a destra il valore.',
    noFindings: 'Nessuna segnalazione',
    findings: (count, first) => `${count} ${count === 1 ? 'segnalazione' : 'segnalazioni'}: ${first}`,
    noTitle: (code) => `L’obiettivo ${code} non ha titolo.`,
  },
  failure: {
    title: 'La verifica non è riuscita',
    unknown: 'Si è verificato un errore imprevisto. Riprova.',
    dismiss: 'Chiudi il messaggio',
  },
};

const en: ExcelTexts = {
  functions: {
    noIndicator: (name, near) =>
      `No indicator is called “${name}”.${near.length ? ` Nearest: ${listed(near, '“', '”')}.` : ''}`,
    noCode: (code, near) =>
      `No objective has the code “${code}”.${near.length ? ` Nearest: ${near.join(', ')}.` : ''}`,
    ambiguousCode: (code, titles) => `The code “${code}” has several titles: ${listed(titles, '“', '”')}.`,
    badPeriod: (period) => `“${period}” is not a period: write 2016, 2016-S1 or 30/06/2016.`,
    badQuantities: 'Give a range of two columns: the name of the quantity left, its value right.',
    noFindings: 'No findings',
    findings: (count, first) => `${count} ${count === 1 ? 'finding' : 'findings'}: ${first}`,
    noTitle: (code) => `Objective ${code} has no title.`,
  },
  failure: {
    title: 'The check did not succeed',
    unknown: 'Something unexpected went wrong. Try again.',
    dismiss: 'Dismiss the message',
  },
};

/** The texts in a language. */
export const excelTexts = (language: Language): ExcelTexts => ({ it, en })[language];
