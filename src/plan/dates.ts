import { fold } from './text';

const MONTHS = 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' ');
const ENGLISH: Readonly<Record<string, number>> = {
  jan: 1,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  dec: 12,
};

/** Month of an Italian or English month name or its abbreviation (`giugno`, `giu.`, `sett`): 1–12, else null. */
export function monthNumber(text: string): number | null {
  const word = fold(text).replace(/\.$/, '');
  if (!/^[a-z]{3,10}$/.test(word)) return null;
  const names = [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ];
  const at = names.findIndex((name) => name.startsWith(word) || word === MONTHS[names.indexOf(name)]);
  if (at >= 0) return at + 1;
  return ENGLISH[word.slice(0, 3)] ?? null;
}

/** A real calendar day as ISO, else null. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
}

/** Last day of a month as ISO. */
export function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * A date written the Italian way, day before month: `31.12.2020`, `31/12/20`, `31 dicembre 2020`, `entro il 30/6`
 * (with the plan's year), `giugno 2020` and `2020` (the last day, since such texts are deadlines).
 * Null when the text says anything else or could be read in two ways.
 *
 * @param text  as displayed
 * @param year  the plan's year, for dates that name none
 */
export function readDate(text: string, year: number | null = null): string | null {
  const bare = fold(text)
    .replace(
      /^(?:entro(?: e non oltre)?|dal?|al|fino al|a|il|per|scadenza|fine)\b[\s:]*(?:(?:il|l'|al|la fine di|fine)\b\s*)?/,
      '',
    )
    .replace(/[;,.]+$/, '')
    .trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(bare);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{4}|\d{2}))?$/.exec(bare);
  if (numeric) {
    const y = numeric[3] ? fullYear(numeric[3]) : year;
    return y === null ? null : isoDate(y, Number(numeric[2]), Number(numeric[1]));
  }
  const named = /^(?:(\d{1,2})[°º]?\s+)?([a-z]{3,10})\.?(?:[\s-]+(?:del\s+)?(\d{4}|\d{2}))?$/.exec(bare);
  if (named) {
    const month = monthNumber(named[2] ?? '');
    const y = named[3] ? fullYear(named[3]) : year;
    if (month === null || y === null) return null;
    return named[1] ? isoDate(y, month, Number(named[1])) : endOfMonth(y, month);
  }
  return /^(19|20)\d\d$/.test(bare) ? `${bare}-12-31` : null;
}

function fullYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}
