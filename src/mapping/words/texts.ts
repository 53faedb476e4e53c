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

/**
 * A row that sums what stands above: `Totale`, `Somma pesi`, `Media`, with nothing but numbers on either side; or
 * `Totale` alone with remarks. Beside words, `media` is a rank and `Somma urgenza` the name of an objective.
 * @param texts what the row holds, left to right
 */
export function isTotalRow(texts: readonly string[]): boolean {
  // A sum of money is no words, whichever way its thousands are parted.
  const labels = texts.filter((text) => /\p{L}/u.test(text));
  const [label = ''] = labels;
  // `Punteggio obiettivo | 100 | 68` sums points; `Punteggio medio dei questionari` is what an indicator measures.
  if (POINTS.has(fold(label))) return labels.length === 1 && texts.length > 1;
  if (!startsWithAny(label, data.totals)) return false;
  const words = label.split(/\s+/).length;
  if (labels.length > 1) return words === 1 && /^tot/i.test(label) && label === texts[0];
  // Alone in its row a name says whose total it is; a total of an objective's own stands beside other words.
  if (texts.length === 1)
    return TOTAL.test(label) ? label.length <= MAX_TOTAL : label.length <= 40 && words <= 3;
  return label.length <= 140 && (label === texts[0] || words <= 3 || /^tot/i.test(label));
}

const POINTS: ReadonlySet<string> = new Set(data.points);
const TOTAL = /^(?:sub-?)?total[ei]\b/i;
/** `Totale Settore Servizi alla persona, cultura e sport`. */
const MAX_TOTAL = 80;

const SIGNED =
  /_{3,}|\.{6,}|^(?:(?:luogo,? )?(?:e )?data e )?firma\b|^luogo e data\b|^visto\b|^per presa visione\b|^f\.to\b|^(?:il|la) (?:responsabile|dirigente|segretari[oa]|sindac[oa]|dirett(?:ore|rice)|comandante)\b/;
/** Words beside a signature. */
const MAX_SIGNATURE = 80;

/** `Data e firma ______`, `Il Segretario generale`: a line for signatures, all of whose texts are short. */
export function isSignature(texts: readonly string[]): boolean {
  return (
    texts.length <= 3 &&
    texts.every((text) => text.length <= MAX_SIGNATURE && !/\d{3}/.test(text)) &&
    SIGNED.test(fold(texts[0] ?? ''))
  );
}

/** Those who sign, beside each other: `Il Dirigente | Il Segretario generale`. */
export function areSigners(texts: readonly string[]): boolean {
  return texts.length > 1 && isSignature(texts) && texts.every((text) => SIGNED.test(fold(text)));
}

/** `non previsto`, `–`: what stands where there is none. */
export function saysNone(text: string): boolean {
  return /^(?:non (?:previst|presente|applicabil|pertinent|dovut)\w*|nessun[oa]?|n\.?\s?[ap]\.?|[-–—/]+)$/i.test(
    text,
  );
}

/** `Nota:`, `N.B.`, `(*)`, `(1) …`, `Legenda`, `segue`: a row of remarks. */
export function isNoteText(text: string): boolean {
  return (
    /^[(*\s]*\*|^\(\d{1,2}\)\s|^(?:segue|continua)\b.{0,12}$|\((?:segue|continua)\)$/i.test(text) ||
    (/^[^:]{1,14}:|^n\.?\s?b\.?\b/i.test(text) && startsWithAny(text, data.notes))
  );
}

/** `Settore Affari generali`, `Polizia municipale`: words that begin the name of an office. */
export function isCentreName(text: string): boolean {
  return startsWithAny(text, data.centreWords);
}

/** A sheet that explains or assesses, and lists no plan whatever its tables look like: `Legenda`, `Comportamenti`. */
export function isAside(name: string): boolean {
  return /^(?:legenda|copertina|indice|istruzioni|competenze)\b|\bcomportamenti\b/.test(fold(name));
}

/** Whether a text speaks of the DUP. */
export function namesDup(text: string): boolean {
  const own = contentWords(text).map(stem);
  return data.dup.some((phrase) => {
    const roots = phraseStems(phrase);
    return own.some((_, at) => roots.every((root, i) => own[at + i] === root));
  });
}

/** `in ordine di data`: a day, where `dati` are the base data of indicators. */
const DAY = /\b(?:in|di|per|alla|dalla) data\b|\bdata (?:di|del|della|dell)\b/gi;

/** The role a sheet's name or a section's title announces, or null. */
export function roleOfTitle(title: string): keyof typeof data.sheetRoles | null {
  const own = contentWords(title.replace(DAY, '')).map(stem);
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
