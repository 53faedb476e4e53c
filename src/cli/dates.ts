import { isoDate } from '../plan';

/** Whether a text is a day of the calendar, `2026-06-30`; `2026-02-31` is none. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day !== undefined && isoDate(Number(year), Number(month), Number(day)) !== null;
}

/** Whether a text names a period as the output does: a year, a semester, a quarter, a month or a day. */
export function isPeriod(text: string): boolean {
  return /^\d{4}(?:-S[12]|-T[1-4]|-M(?:0[1-9]|1[0-2])|\/\d{4})?$/.test(text) || isDay(text);
}
