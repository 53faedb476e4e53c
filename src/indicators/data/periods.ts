import { endOfMonth, fold, MONTH_NAMES, monthNumber } from '../../plan';
import { isoDateOf, type Cell } from '../../workbook';
import type { Period } from '../types';

/** What a column (or row) header says: the period and whether the values are actual ones. */
export interface HeaderPeriod {
  readonly period: Period;
  /** `Previsione 2017`, `Target 2017`: not what happened. */
  readonly forecast: boolean;
  /** Only day and month were written (`31/12`): the year is missing. */
  readonly yearless: boolean;
}

const MONTH = new RegExp(
  `\\b(${MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})\\b\\.?`,
);
const NUMERALS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  primo: 1,
  secondo: 2,
  terzo: 3,
  quarto: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};
const FORECAST =
  /\b(?:previs|prevent|target|atteso|attesa|attesi|budget|stim|obiettivo|programmat|proiezion|assestat)/;

/** Reads a header cell as a period; null when it names none. Words such as `Anno`, `Consuntivo`, `al` may stand beside it. */
export function headerPeriod(cell: Cell | null, date1904 = false): HeaderPeriod | null {
  if (!cell) return null;
  const date = isoDateOf(cell, date1904);
  if (date) return { period: date, forecast: false, yearless: false };
  if (typeof cell.value === 'number') {
    const year = Number.isInteger(cell.value) && isYear(cell.value);
    return year ? { period: String(cell.value), forecast: false, yearless: false } : null;
  }
  return textPeriod(cell.text);
}

/** `Anno 2016`, `1° semestre 2016`, `30/06/2016`, `al 31/12`, `a.s. 2016/2017`, `giugno 2016` → its period. */
export function textPeriod(text: string): HeaderPeriod | null {
  const plain = fold(text)
    .replace(/[()[\]:;*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '' || plain.length > 60) return null;
  const forecast = FORECAST.test(plain);
  const made = (period: Period, yearless = false): HeaderPeriod => ({ period, forecast, yearless });
  const iso = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/.exec(plain);
  if (iso) return made(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const code = /\b((?:19|20)\d\d)-?([stm])(\d\d?)\b/.exec(plain);
  if (code) return made(partOf(code[1] ?? '', code[2] ?? '', Number(code[3])));
  const day = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\b/.exec(plain);
  if (day && validDay(Number(day[1]), Number(day[2]))) {
    const year = day[3]
      ? fullYear(day[3])
      : (/\b((?:19|20)\d\d)\b/.exec(plain.replace(day[0], ' '))?.[1] ?? '');
    const rest = `${two(day[2] ?? '')}-${two(day[1] ?? '')}`;
    return year ? made(`${year}-${rest}`) : made(`????-${rest}`, true);
  }
  const school = /\b((?:19|20)\d\d)\s?[/-]\s?((?:20)?\d\d)\b/.exec(plain);
  if (school && Number((school[2] ?? '').slice(-2)) === (Number(school[1]) + 1) % 100) {
    return made(`${school[1]}/${(Number(school[1]) + 1).toString()}`);
  }
  const year = /(?:^|[^\d])((?:19|20)\d\d)(?!\d)/.exec(plain)?.[1] ?? '';
  const part =
    /\b(i{1,3}|iv|[1-4]|primo|secondo|terzo|quarto)\s?[°ª^o]?\s?(semestre|sem|trimestre|trim)\b/.exec(
      plain,
    ) ?? /\b([st])([1-4])\b/.exec(plain);
  if (part) {
    const [, a = '', b = ''] = part;
    const [kind, number] = /^[st]$/.test(a)
      ? [a, Number(b)]
      : [b.startsWith('sem') ? 's' : 't', NUMERALS[a] ?? 0];
    return made(partOf(year || '????', kind, number), year === '');
  }
  const month = MONTH.exec(plain);
  if (month && year) return made(partOf(year, 'm', monthNumber(month[1] ?? '') ?? 0));
  if (year && onlyAround(plain, year)) return made(year);
  return null;
}

/** Whether a word beside values says that they are expected: `Previsione`, `Target`. */
export function saysForecast(text: string): boolean {
  return FORECAST.test(fold(text));
}

/** A year with header words beside it, not a sentence that happens to mention a year. */
function onlyAround(plain: string, year: string): boolean {
  const rest = plain.replace(year, ' ').trim();
  return rest.split(/\s+/).filter(Boolean).length <= 4 && !/\d/.test(rest);
}

function partOf(year: string, kind: string, number: number): Period {
  return kind === 'm' ? `${year}-M${two(String(number))}` : `${year}-${kind.toUpperCase()}${number}`;
}

function two(text: string): string {
  return text.padStart(2, '0');
}

function fullYear(text: string): string {
  return text.length === 4 ? text : `20${text}`;
}

function validDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** A number that can be a year in a header. */
export function isYear(value: number): boolean {
  return value >= 1950 && value <= 2100;
}

/** The last day a period covers, as ISO date: what periods are ordered by. */
export function periodEnd(period: Period): string {
  const match = /^(\d{4})(?:-([STM])(\d+)|\/(\d{4}))?$/.exec(period);
  if (!match) return period;
  const [, year = '', kind, number = '', second] = match;
  if (second) return `${second}-08-31`;
  const month =
    kind === 'S'
      ? Number(number) * 6
      : kind === 'T'
        ? Number(number) * 3
        : kind === 'M'
          ? Number(number)
          : 12;
  return `${year}-${two(String(month))}-31`;
}

/** The last day of a period as a real calendar day. */
export function lastDay(period: string): string {
  const end = periodEnd(period);
  return end === period ? end : endOfMonth(Number(end.slice(0, 4)), Number(end.slice(5, 7)));
}

/** The periods whose value stands for the one asked: `2016` is also a value at 31/12/2016, `2016-S1` one at 30/6; last those without a year (`12-31`). */
export function standingFor(period: Period): readonly Period[] {
  const near = datedStandingFor(period);
  return [...near, ...near.flatMap((one) => (/^\d{4}-/.test(one) ? [one.slice(5)] : []))];
}

function datedStandingFor(period: Period): readonly Period[] {
  const year = period.slice(0, 4);
  if (/^\d{4}$/.test(period)) return [period, `${year}-12-31`];
  if (/^\d{4}-12-31$/.test(period)) return [period, year, `${year}-S2`, `${year}-T4`];
  if (/^\d{4}-06-30$/.test(period)) return [period, `${year}-S1`, `${year}-T2`];
  if (/-S1$/.test(period)) return [period, `${year}-06-30`];
  if (/-(?:S2|T4)$/.test(period)) return [period, `${year}-12-31`];
  const quarter = /-T([123])$/.exec(period)?.[1];
  if (quarter) return [period, `${year}-${['03-31', '06-30', '09-30'][Number(quarter) - 1] ?? ''}`];
  return [period];
}

/** The same period some years later (negative: earlier). */
export function shiftPeriod(period: Period, years: number): Period {
  // A whole year, which is nearly always asked for, needs no taking apart.
  const whole = period.length === 4 ? Number(period) : Number.NaN;
  if (whole > 0) return String(whole + years);
  const [, year = '', rest = ''] = /^(\d{4})(.*)$/.exec(period) ?? [];
  if (year === '') return period;
  const second = /^\/(\d{4})$/.exec(rest)?.[1];
  return `${Number(year) + years}${second ? `/${Number(second) + years}` : rest}`;
}

/** A period as the user may type it (`2016`, `2016-S1`, `30/6/2016`, `I semestre 2016`), or null. */
export function parsePeriod(text: string): Period | null {
  const read = textPeriod(text);
  return read && !read.yearless ? read.period : null;
}
