import { contentWords, fold, stem } from '../../plan';
import data from './lexicon.json';
import { phraseStems } from './phrases';

function startsWithAny(text: string, list: readonly string[]): boolean {
  const own = (fold(text).match(/[a-z]+/g) ?? []).map(stem);
  return list.some((phrase) => {
    const roots = (fold(phrase).match(/[a-z]+/g) ?? []).map(stem);
    return roots.length > 0 && roots.every((root, i) => own[i] === root);
  });
}

/** `Totale`, `Somma pesi`, `Media`: a row that sums what stands above. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 40 && startsWithAny(text, data.totals);
}

/** `Nota:`, `N.B.`, `(*)`, `Legenda`: a row of remarks. */
export function isNoteText(text: string): boolean {
  return (
    /^[(*\s]*\*/.test(text) || (/^[^:]{1,14}:|^n\.?\s?b\.?\b/i.test(text) && startsWithAny(text, data.notes))
  );
}

/** `Settore Affari generali`, `Polizia municipale`: words that begin the name of an office. */
export function isCentreName(text: string): boolean {
  return startsWithAny(text, data.centreWords);
}

/** Whether a text speaks of the DUP. */
export function namesDup(text: string): boolean {
  const own = contentWords(text).map(stem);
  return data.dup.some((phrase) => {
    const roots = phraseStems(phrase);
    return own.some((_, at) => roots.every((root, i) => own[at + i] === root));
  });
}

/** The role a sheet's name or a section's title announces, or null. */
export function roleOfTitle(title: string): keyof typeof data.sheetRoles | null {
  const own = contentWords(title).map(stem);
  let best: { role: keyof typeof data.sheetRoles; length: number } | null = null;
  for (const [role, list] of Object.entries(data.sheetRoles)) {
    for (const phrase of list) {
      const roots = phraseStems(phrase);
      const hit = own.some((_, at) => roots.every((root, i) => own[at + i] === root));
      if (hit && roots.length > (best?.length ?? 0))
        best = { role: role as keyof typeof data.sheetRoles, length: roots.length };
    }
  }
  return best?.role ?? null;
}
