import { fold, words } from '../../plan';
import { plainSpaces } from '../../workbook';
import type { ValueProblem } from '../types';

/**
 * Digits with separators as Italians write them: `1.234,5`, `1.234` (thousands), `12,5`, `0.5`, `1.25`.
 * `1,234.5` and `1,234,567` can only be English. Null for anything else (`1.2.3`, `31.12.2016`).
 */
export function parsePlainNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return finite(text);
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text))
    return finite(text.replace(/\./g, '').replace(',', '.'));
  if (/^\d+,\d+$/.test(text)) return finite(text.replace(',', '.'));
  if (/^\d+\.\d+$/.test(text)) return finite(text);
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/.test(text) || /^[1-9]\d{0,2},\d{3}\.\d+$/.test(text)) {
    return finite(text.replace(/,/g, ''));
  }
  return null;
}

function finite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A text read as a value: a number (percent as fraction), SI/NO, or why not. */
export interface ReadText {
  readonly value: number | boolean | null;
  readonly percent: boolean;
  /** Unit words after the number, as written (`gg`). */
  readonly unit: string | null;
  readonly problem: ValueProblem | null;
}

const NOT_AVAILABLE =
  /^(?:-+|\.{2,}|_+|\/+|n\.?\s?d\.?|n\/d|n\.?\s?p\.?|n\.?\s?r\.?|n\.?\s?a\.?|n\/a|np|nd|na|#n\/d|#n\/a|non (?:disponibil[ei]|pervenut[oaie]|rilevat[oaie]|rilevabil[ei]|applicabil[ei]|dovut[oaie]|not[oaie]|comunicat[oaie])|dat[oi] non (?:disponibil[ei]|pervenut[oi])|in attesa|da (?:definire|rilevare|verificare)|in corso(?: di rilevazione)?|not available|ns)$/;

const YES = /^(?:si|yes|vero|true|x|✓|✔|☑|ok|fatto|realizzat[oaie]|approvat[oaie]|presente)$/;
const NO = /^(?:no|falso|false|☐|non (?:fatto|realizzat[oaie]|approvat[oaie]|presente)|assente)$/;

/** SI/NO in a cell: true, false, or null for anything else. */
export function parseYesNo(text: string): boolean | null {
  const plain = fold(text).replace(/['.!]+$/, '');
  return YES.test(plain) ? true : NO.test(plain) ? false : null;
}

/**
 * A cell's text as an Italian office writes values: `1.234,5`, `12 %`, `€ 1.200,00`, `31,5 gg`, `SI`, `n.d.`.
 * What is not plainly a number is reported, never guessed (`circa 500`, `>100`, `3 su 5`, `12/10`).
 */
export function readText(text: string): ReadText {
  const none = (problem: ValueProblem): ReadText => ({ value: null, percent: false, unit: null, problem });
  const bare = plainSpaces(text).replace(/\n/g, ' ');
  const plain = fold(bare);
  if (plain === '') return none('blank');
  if (NOT_AVAILABLE.test(plain)) return none('not-available');
  const yesNo = parseYesNo(plain);
  if (yesNo !== null) return { value: yesNo, percent: false, unit: null, problem: null };
  if (
    /^(?:circa|ca\.?|oltre|quasi|almeno|piu di|meno di|max|min|fino a|[~≈<>≤≥±])/.test(plain) ||
    /\b(?:circa|ca\.?)$/.test(plain)
  ) {
    return none('approximate');
  }
  const match =
    /^(€|eur|euro)?\s*([-+])?\s*(€\s*)?(\d[\d.,]*(?: \d{3})*(?:,\d+)?)\s*(%|‰|[a-z€][a-z€.°/ ²³0-9]{0,24})?\s*\*{0,3}$/.exec(
      plain.replace(/(\d)'(?=\d{3})/g, '$1'),
    );
  if (!match) return none('unreadable');
  const [, , minus, , digits = '', tail = ''] = match;
  const number = parsePlainNumber(digits.replace(/ /g, '').replace(/[.,]$/, ''));
  if (number === null) return none('ambiguous-number');
  const unit = tail.trim();
  if (unit !== '' && unit !== '%' && unit !== '‰' && !looksLikeUnit(unit)) return none('unreadable');
  const signed = minus === '-' ? -number : number;
  return {
    value: unit === '%' ? signed / 100 : signed,
    percent: unit === '%',
    unit: unit === '' || unit === '%' ? null : unit,
    problem: null,
  };
}

/** One or two words that can be a unit: `gg`, `ore`, `mq/ab`, `utenti`; not `su 5`, `stima`, `di cui 3`. */
function looksLikeUnit(text: string): boolean {
  if (/^(?:euro|€|eur)$/.test(text)) return true;
  if (
    /\d/.test(text.replace(/[mk]?m[23]/g, '')) ||
    /\b(?:su|di|e|o|da|a|per|stima|stimat[oi]|provvisori[oi]|parziale)\b/.test(text)
  ) {
    return false;
  }
  return words(text).length <= 2;
}
