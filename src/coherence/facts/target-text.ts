import { parseTarget, type Target, type TargetComparator } from '../../indicators';
import { fold, readDate } from '../../plan';

/** A target or baseline as the rules look at it. */
export type TargetReading =
  | {
      readonly kind: 'number';
      /** Percentages as fractions. */
      readonly value: number;
      readonly comparator: TargetComparator | null;
      readonly percent: boolean;
      /** A bare number between 0 and 1 under the unit %: a fraction, or less than 1 %. */
      readonly scaleAssumed: boolean;
      /** The number as it is written, whatever its sign or unit say. */
      readonly written: number;
    }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly percent: boolean }
  /** `+5%`, `ridurre del 10%`: which way from the baseline. */
  | { readonly kind: 'change'; readonly way: 'up' | 'down' }
  | { readonly kind: 'date' | 'yes-no' | 'keep' | 'score' | 'blank' | 'unreadable' };

/** A text that only keeps the place of a value still to be written. */
const TO_BE_WRITTEN =
  /^(?:[-–—.?…]+|\[.*\]|x{2,}|tbd|n\.?[dc]\.?|in definizione|da (?:defin\w+|complet\w+|inserir\w+|stabilir\w+|verificar\w+|individuar\w+|compilar\w+|quantificar\w+|valutar\w+))$/;

/** Reads a target's text as the indicators do, and tells what at least a person can check from what nobody can. */
export function readTarget(
  written: string,
  about: { readonly unit?: string | null; readonly year?: number | null } = {},
): TargetReading {
  const text = fold(written).trim();
  if (TO_BE_WRITTEN.test(text)) return { kind: 'blank' };
  const target = parseTarget(written, about);
  if (target.problem === 'blank' || target.problem === 'not-available') return { kind: 'blank' };
  switch (target.kind) {
    case 'number':
      return target.value === null ? lenient(text) : quantity(target, target.value);
    case 'change':
      return { kind: 'change', way: (target.value ?? 0) < 0 || target.comparator === '<' ? 'down' : 'up' };
    case 'unreadable':
      return lenient(text);
    default:
      return { kind: target.kind };
  }
}

function quantity(target: Target, value: number): TargetReading {
  const { percent, scaleAssumed, comparator, upper } = target;
  if (upper !== null) return { kind: 'range', low: value, high: upper, percent };
  const written = percent && !scaleAssumed ? value * 100 : value;
  return { kind: 'number', value, comparator, percent, scaleAssumed, written };
}

/** What no value can be read from, and yet says when, yes or no, the same as before, or so many out of so many. */
function lenient(text: string): TargetReading {
  if (
    /^(?:si|no|s|on|off|fatto|realizzat[oa]|approvat[oa]|attivat[oa]|vero|falso|ok|x)(?![a-z])/.test(text)
  ) {
    return { kind: 'yes-no' };
  }
  if (
    /^\D{0,20}\d+(?:[.,]\d+)?\s*%?\s*(?:su|\/)\s*\d+/.test(text) &&
    !/^\d{1,2}\/\d{1,2}\/\d{2,4}/.test(text)
  ) {
    return { kind: 'score' };
  }
  if (hasDay(text)) return { kind: 'date' };
  const keeps =
    /\b(?:mantener[ei]|mantenimento|invariat|confermar?|costante|stabile|uguale|come (?:il|l'|nel))/;
  return { kind: keeps.test(text) ? 'keep' : 'unreadable' };
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
