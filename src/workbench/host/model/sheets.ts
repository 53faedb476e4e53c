import { HostError } from '../protocol';
import { invalid, notFound } from './addresses';
import type { HostContext } from './context';

/** Finding and naming sheets, without the objects that stand for them. */

/** The engine's sheet ids as the GUIDs that Excel gives: `s3` by its number, ids of the grid's own by their letters. */
export const guidOf = (sheetId: string): string => {
  const own = /^s(\d{1,8})$/.exec(sheetId);
  if (own) return `{${(own[1] ?? '').padStart(8, '0')}-0001-0000-0000-000000000000}`;
  const letters = [...sheetId].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return `{00000000-0002-0000-0000-${letters.slice(-12).padStart(12, '0')}}`;
};

/** The engine's id of a sheet by name or GUID, as the client asks for it; null where there is none. */
export function findSheetId(context: HostContext, key: string): string | null {
  const wanted = key.toLowerCase();
  const sheet = context.engine
    .sheets()
    .find((candidate) => candidate.name.toLowerCase() === wanted || guidOf(candidate.id) === key);
  return sheet?.id ?? null;
}

/** The sheet itself; a sheet deleted meanwhile is not found, as in Excel. */
export function sheetInfo(context: HostContext, sheetId: string): { name: string; hidden: boolean } {
  const sheet = context.engine.sheets().find((candidate) => candidate.id === sheetId);
  if (!sheet) throw notFound('worksheet');
  return sheet;
}

/** Excel's rules for the name of a sheet. */
export function checkSheetName(context: HostContext, name: string, own?: string): void {
  const bad = name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name);
  if (bad) throw invalid('The name is invalid.');
  const taken = context.engine
    .sheets()
    .some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    throw new HostError(
      'ItemAlreadyExists',
      'A resource with the same name or identifier already exists.',
      409,
    );
  }
}
