import type { IndicatorText } from '../types';
import { DECLINE_NOUNS, GROWTH_NOUNS } from '../language/lexicon';
import { fold } from '../../plan';
import { percentUnit } from '../units/units';

/**
 * A formula to start from, where one is missing: variations need two years, shares a whole, means a count.
 * Null where the name gives no hint.
 */
export function proposeFormula(indicator: IndicatorText): string | null {
  const name = indicator.name.trim().replace(/\s+/g, ' ');
  const growth =
    /^(\p{L}+)\s+(?:(?:percentuale|%|annua|annuale)\s+)*(?:(?:di|del|dello|della|dei|degli|delle|dell'|nel|nei)\s*)?(.+)$/iu.exec(
      name,
    );
  const noun = fold(growth?.[1] ?? '');
  if (growth?.[2] && (GROWTH_NOUNS.has(noun) || DECLINE_NOUNS.has(noun))) {
    const what = growth[2];
    const difference = DECLINE_NOUNS.has(noun)
      ? `${what} anno n-1 - ${what} anno n`
      : `${what} anno n - ${what} anno n-1`;
    return percentUnit(indicator.unit) ? `(${difference}) / ${what} anno n-1` : difference;
  }
  const mean =
    /^(?:(?:et[aà]|tempo|tempi|durata|costo|valore|importo)\s+medi[oaie]|media)\s+(?:(?:di|del|dello|della|dei|degli|delle)\s+)?(.+)$/i.exec(
      name,
    );
  if (mean?.[1]) {
    const head = name.split(' ')[0] ?? '';
    return /^media/i.test(head)
      ? `somma ${mean[1]} / numero rilevazioni`
      : `somma ${plural(head)} ${mean[1]} / numero ${mean[1]}`;
  }
  const share =
    /^(?:%|percentuale|tasso|grado|indice|incidenza|quota|livello)\s*(?:di\s+|del\s+|della\s+|dei\s+|degli\s+|delle\s+|dell')?(.+)$/i.exec(
      name,
    );
  const disposal =
    /^(smaltimento|copertura|accoglimento|utilizzo|riscossione|realizzazione|evasione|risposta|saturazione|partecipazione)\s+(?:(?:di|del|dello|della|dei|degli|delle|dell'|alla|al|all')\s*)?(.+)$/i.exec(
      share?.[1] ?? name,
    );
  if (disposal?.[2] && (share || percentUnit(indicator.unit)))
    return `${disposal[2]}: parte interessata (${disposal[1]?.toLowerCase()}) / totale ${disposal[2]}`;
  if (share?.[1]) return `numero ${share[1]} / totale di riferimento`;
  return percentUnit(indicator.unit) ? `numero ${name} / totale di riferimento` : null;
}

function plural(head: string): string {
  const forms: Readonly<Record<string, string>> = {
    età: 'età',
    eta: 'età',
    tempo: 'tempi',
    durata: 'durate',
    costo: 'costi',
    valore: 'valori',
    importo: 'importi',
  };
  return forms[head.toLowerCase()] ?? head.toLowerCase();
}
