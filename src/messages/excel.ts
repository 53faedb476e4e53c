import type { Language } from '../coherence';

/** Texts of the ribbon commands. */
export interface ExcelTexts {
  readonly failure: { readonly title: string; readonly unknown: string; readonly dismiss: string };
}

const it: ExcelTexts = {
  failure: {
    title: 'La verifica non è riuscita',
    unknown: 'Si è verificato un errore imprevisto. Riprova.',
    dismiss: 'Chiudi il messaggio',
  },
};

const en: ExcelTexts = {
  failure: {
    title: 'The check did not succeed',
    unknown: 'Something unexpected went wrong. Try again.',
    dismiss: 'Dismiss the message',
  },
};

/** The texts in a language. */
export const excelTexts = (language: Language): ExcelTexts => ({ it, en })[language];
