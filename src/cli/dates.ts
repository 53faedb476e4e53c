import { isoDate } from '../plan';

const two = (part: number): string => String(part).padStart(2, '0');

/** Whether a text is a day of the calendar, `2026-06-30`; `2026-02-31` is none. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return day !== undefined && isoDate(Number(year), Number(month), Number(day)) !== null;
}

/** Whether a text names a period as the output does: a year, a semester, a quarter, a month or a day. */
export function isPeriod(text: string): boolean {
  return /^\d{4}(?:-S[12]|-T[1-4]|-M(?:0[1-9]|1[0-2])|\/\d{4})?$/.test(text) || isDay(text);
}

/** Today as ISO day, in local time: an acceptance holds until its last day where the office is. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Date and time where the office is, with the distance from Greenwich: `2026-03-01T09:30:00+01:00`. */
export function momentHere(now = new Date()): string {
  const offset = -now.getTimezoneOffset();
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':');
  return `${today(now)}T${time}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/** A moment for people: day and time as written, with the zone where it is Greenwich's. */
export function shownMoment(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')}${at.endsWith('Z') ? ' UTC' : ''}`;
}
