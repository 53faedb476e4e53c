import { splitCode } from '../../plan';
import { field, type Field, type PlanSubject } from './field';
import { readHeader } from './lexicon';
import type { Meaning } from './meaning';
import { isCentreName } from './texts';

/** A label and its value in words: `Ambito strategico: Città smart`, `SETTORE AFFARI GENERALI`. */
export interface Labelled {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
}

/** A label of cards and bands must be known nearly whole: half a sentence is not a label. */
const SURE = 0.75;
const MAX_LABEL = 60;
const MAX_BAND = 160;

/** The field a label outside tables speaks of; titles and codes alone are the PEG objective's. */
export function labelField(meaning: Meaning): Field | null {
  if (meaning.confidence < SURE || meaning.ignored !== null) return null;
  const { subject, attribute, period } = meaning;
  const own: PlanSubject | null = subject === 'objective' ? 'pegObjective' : subject;
  const make = (of: PlanSubject, what: Field['attribute']): Field => field(of, what, period);
  if (own === 'quantity' || own === 'centre') return null;
  if (own) {
    if (attribute === null) return make(own, 'title');
    return make(own, attribute === 'ordinal' ? 'code' : attribute);
  }
  switch (attribute) {
    case null:
    case 'value':
    case 'month':
    case 'ordinal':
      return null;
    case 'centre':
      return make('pegObjective', meaning.coded ? 'centreCode' : 'centre');
    case 'formula':
    case 'unit':
    case 'source':
    case 'target':
    case 'baseline':
    case 'actual':
      return make('indicator', attribute);
    default:
      return make('pegObjective', attribute);
  }
}

/** The field of a text that is only a label (`Responsabile:`, `Obiettivo operativo DUP`), or null. */
export function bareLabel(text: string): Field | null {
  const label = text.replace(/\s*[:=]\s*$/, '');
  return label.length === 0 || label.length > MAX_LABEL ? null : labelField(readHeader(label));
}

/** `Label: value` in one text, or null. */
export function inlineLabel(text: string): Labelled | null {
  const at = text.indexOf(':');
  if (at <= 0 || at > MAX_LABEL || at === text.length - 1) return null;
  const label = text.slice(0, at).trim();
  const found = labelField(readHeader(label));
  const value = text.slice(at + 1).trim();
  return found && value !== '' ? { field: found, label, value } : null;
}

/** A band over rows: a labelled text, or words such as `AMBITO STRATEGICO 1 – Città smart`, `Settore Affari generali`. */
export function bandLabel(text: string): Labelled | null {
  if (text.length > MAX_BAND) return null;
  const inline = inlineLabel(text);
  if (inline) return inline;
  const list = text.split(/\s+/);
  for (let count = Math.min(4, list.length - 1); count >= 1; count--) {
    const label = list.slice(0, count).join(' ');
    const rest = list.slice(count).join(' ');
    const meaning = readHeader(label.replace(/[-–—]+$/, ''));
    const found = meaning.confidence === 1 ? labelField(meaning) : null;
    if (!found) continue;
    if (found.attribute === 'centre') return { field: found, label, value: text };
    const announced = /^[\dIVX]+\b|^[-–—]/.test(rest) || splitCode(rest) !== null || /[-–—]$/.test(label);
    if (!announced && found.attribute !== 'owner') continue;
    if (!/^(title|code|mission|programme|owner)$/.test(found.attribute)) continue;
    return {
      field: found.attribute === 'code' ? { ...found, attribute: 'title' } : found,
      label,
      value: rest.replace(/^[-–—\s]+/, ''),
    };
  }
  return isCentreName(text)
    ? {
        field: field('pegObjective', 'centre'),
        label: '',
        value: text,
      }
    : null;
}
