import { PlanSession, type Language } from '../application';
import { ExcelWorkbook } from './excel-workbook';

let opened: Promise<PlanSession> | null = null;

/**
 * The one session of this workbook: functions, ribbon and pane share it, because they share the runtime. It follows
 * the workbook. After a failure the next caller tries again.
 */
export function sharedSession(): Promise<PlanSession> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<PlanSession> {
  const session = await PlanSession.open(new ExcelWorkbook(), {
    today: isoDay(),
    pause: breather(),
  });
  await session.follow();
  return session;
}

/** How long we work before Excel gets its turn, in milliseconds; it waits at most 5 s for an answer. */
const SLICE_MS = 50;

/** A pause that is one only when the last was a while ago: a small plan is not slowed down by many. */
function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}

/** Ends the session: events are no longer listened to. */
export async function closeSession(): Promise<void> {
  const ending = opened;
  opened = null;
  await (await ending?.catch(() => null))?.close();
}

/** Today as `2017-12-31`, where the user is. */
export function isoDay(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Display languages in which everything is English, as the manifest lists them; Italian in every other. */
export const ENGLISH_LOCALES: readonly string[] = ['en-US', 'en-GB'];

/** The language of Excel's own texts. */
export const userLanguage = (): Language => {
  const locale = (Office.context.displayLanguage ?? '').toLowerCase();
  return ENGLISH_LOCALES.some((english) => english.toLowerCase() === locale) ? 'en' : 'it';
};
