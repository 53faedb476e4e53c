/** Where the workbench serves Microsoft's office.js from, byte for byte as it is in the npm package. */
export const OFFICE_PATH = '/office/office.js';
/** The host script: gives the page the native side of Excel. */
export const HOST_SCRIPT = '<script src="/workbench/native.js"></script>';

const OFFICE_TAG = /<script src="?([^" >]*\/office\.js)"?><\/script>/;

/**
 * The built page of the add-in as the workbench serves it, with exactly two changes: the address of office.js, and
 * the host script before it.
 * @throws PanePageError when the page does not load office.js in the way the build writes it.
 */
export function servedPane(html: string): string {
  const found = OFFICE_TAG.exec(html);
  if (!found) throw new PanePageError('taskpane.html: no <script src="…/office.js"></script> in it');
  const [tag, address = ''] = found;
  return html.replace(tag, `${HOST_SCRIPT}${tag.replace(address, OFFICE_PATH)}`);
}

/** The built page is not what the workbench knows to serve. */
export class PanePageError extends Error {
  override readonly name = 'PanePageError';
}
