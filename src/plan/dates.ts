import { fold } from './text';

/** Months, folded as {@link fold} does. */
export const MONTH_NAMES: readonly string[] =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(' ');
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
  const at = MONTH_NAMES.findIndex((name) => name.startsWith(word));
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

const ORDINALS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  primo: 1,
  secondo: 2,
  terzo: 3,
  quarto: 4,
  ultimo: 0,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:sem|half)/, 6],
  [/^quadr/, 4],
  [/^(?:trim|quarter)/, 3],
];

/** First and last day of a part of a year: `I semestre 2025`, `2° trim.`, `primo quadrimestre 2025`. */
function partOfYear(plain: string, year: number | null): DateRange | null {
  const match =
    /^(?:nel |entro )?(?:il )?([1-4]|i{1,3}|iv|[a-z]{5,7})[°º^]?\s*(sem\w*|trim\w*|quadr\w*|half|quarter)\.?(?:\s+(?:del\s+)?(?:anno\s+)?(\d{4}))?$/.exec(
      plain,
    );
  const months = PARTS.find(([pattern]) => pattern.test(match?.[2] ?? ''))?.[1];
  const y = match?.[3] ? Number(match[3]) : year;
  if (!match || months === undefined || y === null) return null;
  const count = 12 / months;
  const written = match[1] ?? '';
  const number = /^\d$/.test(written) ? Number(written) : ORDINALS[written];
  if (number === undefined || number > count) return null;
  const last = (number === 0 ? count : number) * months;
  return { start: isoDate(y, last - months + 1, 1) ?? '', end: endOfMonth(y, last) };
}

/** A time from one day to another, ISO. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/**
 * A span of time: `dal 15/01/2025 al 30/04/2025`, `01/02 - 31/05/2025`, `gennaio-marzo 2025`, `I semestre 2025`.
 * Null for a single date or anything else.
 *
 * @param year  the plan's year, for dates that name none
 */
export function readDateRange(text: string, year: number | null = null): DateRange | null {
  const plain = fold(text);
  const part = partOfYear(plain, year);
  if (part) return part;
  const match = /^(?:dal?l?'?\s*(?:il )?)?(.{3,20}?)(?:\s+(?:al?l?'?|to|fino al?)\s*|\s*-\s*)(.{3,20})$/.exec(
    plain,
  );
  const end = match && readDate(match[2] ?? '', year);
  if (!match || !end) return null;
  const from = (match[1] ?? '').trim();
  const own = /\d{4}$/.test(from) ? null : Number(end.slice(0, 4));
  const month = monthNumber(from);
  const start = month === null ? readDate(from, own) : isoDate(own ?? 0, month, 1);
  return start !== null && start <= end && !/^\d{4}$/.test(from) ? { start, end } : null;
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
  const part = partOfYear(bare, year);
  if (part) return part.end;
  if (/^(?:fine |l')?anno$/.test(bare) && year !== null) return `${year}-12-31`;
  return /^(19|20)\d\d$/.test(bare) ? `${bare}-12-31` : null;
}

function fullYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}
