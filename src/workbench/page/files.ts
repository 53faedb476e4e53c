import type { WorkbookFile } from './baseline';

/** Files that come into the page and leave it; nothing is sent anywhere. */

export async function fetchText(address: string): Promise<string> {
  return (await fetched(address)).text();
}

/** A workbook of the server's list. */
export async function fetchWorkbook(position: number, name: string): Promise<WorkbookFile> {
  const answer = await fetched(`/workbooks/${position}`);
  return { name, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new FetchError(`${address}: ${answer.status} ${answer.statusText}`);
  return answer;
}

export const readFile = async (file: File): Promise<WorkbookFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Lets a file be dropped anywhere on the page; `mark` is shown while one hangs over it. */
export function acceptDrops(page: Window, mark: HTMLElement, open: (file: File) => void): void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragenter', (event) => {
    if (hasFiles(event)) mark.hidden = false;
  });
  mark.addEventListener('dragover', (event) => event.preventDefault());
  mark.addEventListener('dragleave', () => (mark.hidden = true));
  mark.addEventListener('drop', (event) => {
    event.preventDefault();
    mark.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file) open(file);
  });
}

/** Hands a file to the user, as a browser does. */
export function download({ name, bytes }: WorkbookFile): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The server of the workbench did not give what the page asked for. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}
