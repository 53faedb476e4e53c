import { strFromU8, unzipSync } from 'fflate';
import { WorkbookError, parseArea, type Area } from '../workbook';

/**
 * Merged cells for an Excel whose API does not tell them (before ExcelApi 1.13): Office hands out a copy of the file
 * as it would be saved now (requirement set CompressedFile), and the sheets in it list them.
 */
export async function mergesFromFile(): Promise<ReadonlyMap<string, readonly Area[]>> {
  return mergesIn(await documentCopy());
}

/** Merged rectangles by name of the sheet, from the bytes of an .xlsx. */
export function mergesIn(bytes: Uint8Array): ReadonlyMap<string, readonly Area[]> {
  const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
  const parts = unzipSync(bytes, { filter: ({ name }) => wanted.test(name) });
  const text = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '');
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return new Map(
    tags(text('xl/workbook.xml'), 'sheet').map((tag) => {
      const target = targets.get(attribute(tag, '[A-Za-z0-9]+:id')) ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const merges = tags(text(part), 'mergeCell').flatMap(
        (merge) => parseArea(attribute(merge, 'ref')) ?? [],
      );
      return [attribute(tag, 'name'), merges];
    }),
  );
}

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The value of an attribute, entities made plain; '' where it is missing. */
function attribute(tag: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return (double ?? single ?? '').replace(/&(#x?[\da-f]+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole;
    const hexadecimal = entity[1]?.toLowerCase() === 'x';
    return String.fromCodePoint(parseInt(entity.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10));
  });
}

/** The workbook as Office would save it now. */
async function documentCopy(): Promise<Uint8Array> {
  const { document } = Office.context;
  const file = await answer<Office.File>((done) => document.getFileAsync(Office.FileType.Compressed, done));
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  try {
    // A file has few slices of 4 MB, and Office hands out one at a time.
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await answer<Office.Slice>((done) => file.getSliceAsync(index, done));
      bytes.set(slice.data as number[], filled);
      filled += slice.size;
    }
  } finally {
    file.closeAsync(() => undefined);
  }
  return bytes;
}

/** An answer of the older API; its failure means that this Excel does not have it. */
function answer<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    ask((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new WorkbookError('api-too-old', { needs: 'ExcelApi 1.13' }, { cause: result.error }));
    }),
  );
}
