import { contentWords } from './text';

/** The missions of a municipality's budget by their number (D.Lgs. 118/2011, annex 14), folded. */
export const MISSIONS: Readonly<Record<number, string>> = {
  1: 'servizi istituzionali generali e di gestione',
  2: 'giustizia',
  3: 'ordine pubblico e sicurezza',
  4: 'istruzione e diritto allo studio',
  5: 'tutela e valorizzazione dei beni e delle attivita culturali',
  6: 'politiche giovanili sport e tempo libero',
  7: 'turismo',
  8: 'assetto del territorio ed edilizia abitativa',
  9: 'sviluppo sostenibile e tutela del territorio e dell ambiente',
  10: 'trasporti e diritto alla mobilita',
  11: 'soccorso civile',
  12: 'diritti sociali politiche sociali e famiglia',
  13: 'tutela della salute',
  14: 'sviluppo economico e competitivita',
  15: 'politiche per il lavoro e la formazione professionale',
  16: 'agricoltura politiche agroalimentari e pesca',
  17: 'energia e diversificazione delle fonti energetiche',
  18: 'relazioni con le altre autonomie territoriali e locali',
  19: 'relazioni internazionali',
  20: 'fondi e accantonamenti',
  50: 'debito pubblico',
  60: 'anticipazioni finanziarie',
  99: 'servizi per conto terzi',
};

const NAMES: ReadonlySet<string> = new Set(Object.values(MISSIONS).map(wordsOf));

/** Whether a text is the name of a mission of the budget, with its number in front or without. */
export function isMissionName(text: string): boolean {
  return NAMES.has(wordsOf(text.replace(/^\s*(?:missione\s*)?(?:n\.?\s*)?\d{1,2}\s*[-–—:.)]*\s*/i, '')));
}

function wordsOf(text: string): string {
  return contentWords(text).join(' ');
}
