import type { Language } from '../coherence';

/** Said where a part of the program could not be fetched from the server it comes from. */
export interface OfflineTexts {
  readonly title: string;
  readonly text: string;
  readonly again: string;
}

const it: OfflineTexts = {
  title: 'Manca il collegamento',
  text: 'Una parte del componente non è arrivata dal server: controlla la rete e riprova. Il file e le tue scelte non sono stati toccati.',
  again: 'Riprova',
};

const en: OfflineTexts = {
  title: 'No connection',
  text: 'A part of the add-in did not arrive from its server: check the network and try again. The workbook and your choices were not touched.',
  again: 'Try again',
};

const catalogues: Readonly<Record<Language, OfflineTexts>> = { it, en };

/** The same in a language. */
export function offlineTexts(language: Language): OfflineTexts {
  return catalogues[language];
}
