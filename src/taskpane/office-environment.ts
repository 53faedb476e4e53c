import { VERSION, isPegFormula, unknownFormulas } from '../application';
import { viewRequests } from '../commands';
import {
  freezeFormulas,
  insertFormula,
  isoDay,
  rewriteFormulas,
  sharedSession,
  userLanguage,
} from '../excel';
import type { WorkbookSnapshot } from '../workbook';
import type { FrozenFormulas, PaneEnvironment, PaneMemory, PaneTheme } from './environment';

/** The pane inside Excel: the shared session, Office's language and colours, the browser's small memory. */
export function officeEnvironment(): PaneEnvironment {
  return {
    openSession: sharedSession,
    language: userLanguage(),
    theme: themeOf(Office.context.officeTheme),
    onThemeChange,
    today: isoDay(),
    now: isoMoment,
    version: VERSION,
    memory,
    viewRequests,
    openDupFile,
    insertFormula,
    freezeFormulas: freeze,
    rewriteFormulas: rewrite,
    // Elsewhere the frame of the pane may not print, and nothing would happen.
    ...(Office.context.platform === Office.PlatformType.PC ? { print: () => window.print() } : {}),
  };
}

/** Values that were formulas are contents of the workbook from now on: their sheets are read again. */
async function freeze(): Promise<FrozenFormulas> {
  const session = await sharedSession();
  const done = await freezeFormulas(session.workbook, isPegFormula);
  // What cannot be read now is read with the next check: it is done all the same.
  if (done.frozen > 0) await session.recheck({ sheets: done.sheets }).catch(() => undefined);
  return done;
}

async function rewrite(): Promise<number> {
  const session = await sharedSession();
  const cells = unknownFormulas(session.workbook);
  const count = await rewriteFormulas(cells);
  await session.recheck({ sheets: [...new Set(cells.map(({ sheet }) => sheet))] }).catch(() => undefined);
  return count;
}

/** Dark where Office's background is dark; an Office that says nothing is light. */
export function themeOf(theme: { readonly bodyBackgroundColor?: string } | undefined): PaneTheme {
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(theme?.bodyBackgroundColor ?? '');
  if (!colour) return 'light';
  const [red = 255, green = 255, blue = 255] = colour.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

/** Excel for Windows and Mac tell of a change of theme; the web does not. */
function onThemeChange(listener: (theme: PaneTheme) => void): () => void {
  const type = Office.EventType.OfficeThemeChanged as Office.EventType | undefined;
  if (!type) return () => undefined;
  let wanted = true;
  const changed = (event: { officeTheme?: Office.OfficeTheme }): void => {
    if (wanted) listener(themeOf(event.officeTheme));
  };
  Office.context.document.addHandlerAsync(type, changed);
  return () => {
    wanted = false;
  };
}

/** `2017-12-31T10:30:00+01:00`. */
function isoMoment(now = new Date()): string {
  const two = (part: number): string => String(Math.trunc(Math.abs(part))).padStart(2, '0');
  const offset = -now.getTimezoneOffset();
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  return `${isoDay(now)}T${time}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const PREFIX = 'coerenza-peg.';

/** Small texts in the browser's storage; a browser that forbids it remembers nothing. */
const memory: PaneMemory = {
  read: (key) => storage()?.getItem(PREFIX + key) ?? null,
  write: (key, value) => storage()?.setItem(PREFIX + key, value),
};

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** A file that the user chooses, read in the browser: nothing is sent anywhere. */
async function openDupFile(): Promise<WorkbookSnapshot | null> {
  const file = await chooseFile('.xlsx,.xlsm');
  if (!file) return null;
  const { readWorkbook } = await import(/* webpackChunkName: "files" */ '../xlsx');
  return readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
}

function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
