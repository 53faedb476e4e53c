import { readNumber } from '../../plan';
import { readHeader } from '../words/lexicon';
import type { Attribute } from '../words/meaning';

/** What one sentence says of an indicator. */
export interface IndicatorText {
  readonly title: string;
  readonly formula: string | null;
  readonly said: readonly {
    readonly attribute: Attribute;
    readonly period: string | null;
    readonly text: string;
  }[];
  /** Something in it measures: a formula, a value to reach. */
  readonly measures: boolean;
}

/** Less of a label known, and it may say anything. */
const SURE = 0.75;
const OF_INDICATORS: readonly Attribute[] = [
  'target',
  'baseline',
  'actual',
  'unit',
  'source',
  'formula',
  'weight',
];
/** A value alone: `30%`, `≥ 80`, `SI`, `entro il 30/06`. */
const VALUE = /^(?:[<>≤≥=]+\s*)?(?:\d[\d.,/]*\s*(?:%|‰|€|giorni|gg|ore|mesi|n\.?)?|s[iì]|no|entro\s.*\d)$/i;
const COMPARED = /^(.*\S)\s*(?:[≥≤]|[<>]=?|=)\s*(\d[\d.,]*\s*%?)$/;

/** Takes `Pasti biologici (pasti biologici / pasti serviti); valore atteso 2025: 50%` apart. */
export function indicatorText(text: string): IndicatorText {
  const said: { attribute: Attribute; period: string | null; text: string }[] = [];
  const names: string[] = [];
  for (const [i, piece] of piecesOf(text).entries()) {
    const own = i === 0 ? null : saidIn(piece);
    if (own) said.push(...(own.text === '' ? [] : [own]));
    else if (i > 0 && VALUE.test(piece)) said.push({ attribute: 'target', period: null, text: piece });
    else names.push(piece);
  }
  let title = names.join('; ');
  const compared = COMPARED.exec(title);
  if (compared && said.length === 0) {
    title = compared[1] ?? title;
    said.push({ attribute: 'target', period: null, text: compared[2] ?? '' });
  }
  const [, name, bracket] = /^(.*\S)\s*\(([^(]+)\)$/.exec(title) ?? [];
  const inside = bracket === undefined ? null : saidIn(bracket);
  if (inside) said.push(inside);
  const formula = bracket !== undefined && !inside && bracket.length > 3 ? bracket : null;
  const measures = said.length > 0 || (formula !== null && /[/+*]|\bn\.|\bnum/.test(formula));
  return {
    title: name !== undefined && (inside || formula !== null) ? name : title,
    formula,
    said,
    measures,
  };
}

/** Cuts at semicolons, and before words that are known to say something of an indicator. */
function piecesOf(text: string): string[] {
  return text
    .split(
      /\s*;\s*|\s*[,–—]\s+(?=\p{L}[\p{L} ]{2,30}\s*\d{0,4}\s*:)|\s+[-–—]\s+(?=\p{L}+\.?\s*(?:\d{4})?:?\s*\d)/u,
    )
    .map((piece) => piece.trim().replace(/\.$/, ''))
    .filter((piece) => piece !== '');
}

function saidIn(piece: string): { attribute: Attribute; period: string | null; text: string } | null {
  const [, label = '', text = ''] =
    /^(\p{L}[^:=]{1,40}?)\s*[:=]\s*(.*)$/u.exec(piece) ??
    /^(\p{L}[\p{L} ]{2,30}?)\s+(\d[\d.,]*\s*%?.*)$/u.exec(piece) ??
    [];
  if (label === '') return null;
  const { attribute, period, confidence } = readHeader(label);
  if (attribute !== null && confidence >= SURE && OF_INDICATORS.includes(attribute))
    return { attribute, period, text };
  if (attribute === 'value' && period !== null) return { attribute: 'baseline', period, text };
  const value = VALUE.test(text) || readNumber(text) !== null;
  return value && (attribute === null || confidence < SURE)
    ? { attribute: 'target', period: yearIn(label) ?? period, text }
    : null;
}

function yearIn(label: string): string | null {
  return /(?<!\d)20\d\d(?!\d)/.exec(label)?.[0] ?? null;
}
