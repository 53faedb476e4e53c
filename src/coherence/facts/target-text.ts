import { fold, readDate, readNumber } from '../../plan';

/** A target as written, read: a number with its comparator, a range, a day, yes or no, words that keep a value. */
export type TargetReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly comparator: '<' | '<=' | '=' | '>=' | '>';
      readonly percent: boolean;
    }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly percent: boolean }
  | { readonly kind: 'date' | 'yes-no' | 'keep' | 'blank' | 'unreadable' };

const COMPARATORS: readonly (readonly [RegExp, '<' | '<=' | '>=' | '>'])[] = [
  [
    /^(?:>=|≥|=>|almeno|non meno di|minimo|min\.?|non inferiore (?:a|al|allo)|superiore o uguale (?:a|al))\s*/,
    '>=',
  ],
  [
    /^(?:<=|≤|=<|al massimo|massimo|max\.?|non (?:piu|oltre) (?:di|il|i)?|non superiore (?:a|al)|entro|fino a|inferiore o uguale (?:a|al))\s*/,
    '<=',
  ],
  [/^(?:>|oltre|piu di|maggiore di|superiore (?:a|al))\s*/, '>'],
  [/^(?:<|meno di|minore di|inferiore (?:a|al)|sotto (?:il|i|a)?)\s*/, '<'],
];
const UNIT_AFTER =
  /\s*(?:%|€|euro|gg\.?|giorni|ore|minuti|min\.?|mesi|anni|n\.?|nr\.?|mq|km|kg|[a-z]+(?: [a-z]+){0,3})?\s*$/;

/** Reads a target's text. What has neither number, day nor yes/no is unreadable, unless it says to keep the value. */
export function readTarget(written: string): TargetReading {
  const text = fold(written)
    .replace(/^(?:target|valore atteso|atteso)\s*:?\s*/, '')
    .trim();
  if (
    text === '' ||
    /^(?:[-–—.?]+|n\.?\s?d\.?|nd|n\/d|n\.?\s?a\.?|n\.?\s?c\.?|da definire|in definizione|tbd)$/.test(text)
  ) {
    return { kind: 'blank' };
  }
  if (/^(?:si|no|s|on|off|fatto|realizzat[oa]|approvat[oa]|attivat[oa]|vero|falso|ok|x)\b/.test(text)) {
    return { kind: 'yes-no' };
  }
  if (hasDay(text)) return { kind: 'date' };
  if (
    /\b(?:mantenere|mantenimento|invariat|conferma|costante|stabile|uguale|come (?:il|l'|nel))/.test(text)
  ) {
    return { kind: 'keep' };
  }
  return readQuantity(text);
}

function hasDay(text: string): boolean {
  const bare = text.replace(/^(?:entro(?: il)?|al|il|per il|dal)\s+/, '');
  return (
    readDate(bare) !== null ||
    /\b(?:0?[1-9]|[12]\d|3[01])(?:\/(?:0?[1-9]|1[0-2])\b|[/.-](?:0?[1-9]|1[0-2])[/.-]\d{2,4}\b)/.test(text) ||
    /\b(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|fine anno|semestre|trimestre|quadrimestre)\b/.test(
      text,
    )
  );
}

function readQuantity(text: string): TargetReading {
  const range = /^(?:da|tra|fra|dal)?\s*([+-]?[\d.,]+)\s*%?\s*(?:a|al|e|-|÷|\/)\s*([+-]?[\d.,]+)\s*(%?)/.exec(
    text,
  );
  if (range && !/^[+-]?[\d.,]+\s*%?$/.test(text)) {
    const [low, high] = [readNumber(range[1] ?? ''), readNumber(range[2] ?? '')];
    if (low !== null && high !== null) return { kind: 'range', low, high, percent: text.includes('%') };
  }
  let [rest, comparator]: [string, '<' | '<=' | '=' | '>=' | '>'] = [text.replace(/^=\s*/, ''), '='];
  for (const [pattern, sign] of COMPARATORS) {
    if (pattern.test(rest)) {
      rest = rest.replace(pattern, '');
      comparator = sign;
      break;
    }
  }
  const match = /^(?:n\.?|nr\.?|€)?\s*([+-]?\d[\d.,' ]*)/.exec(rest);
  const value = match ? readNumber((match[1] ?? '').replace(/[.,\s]+$/, '')) : null;
  if (value === null) return { kind: 'unreadable' };
  const after = rest.slice((match?.[0] ?? '').length);
  return UNIT_AFTER.test(after) || after.startsWith('%') || after === ''
    ? { kind: 'number', value, comparator, percent: /^\s*(?:%|per ?cento)/.test(after) }
    : { kind: 'unreadable' };
}
