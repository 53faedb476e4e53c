import { askRefusals } from './refusals';
import { readExcel, writeExcel } from './run';

interface Part {
  readonly id: string;
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

/**
 * Replaces the private part (a custom XML part of our namespace); null removes it. Copies of it go, too, as far as
 * they were read: a part that nobody has read yet, of somebody who saved at the same moment, is never taken away.
 * @param known contents of the parts as last read
 * @returns contents of the parts that are known now
 */
export async function writeStorePart(
  namespace: string,
  xml: string | null,
  known: readonly string[],
): Promise<readonly string[]> {
  const before = await writeExcel<readonly Part[]>({
    look: async (context) => {
      const refusals = askRefusals(context, []);
      const parts = await partsOf(context, namespace);
      refusals.check();
      return parts;
    },
    write: async (context, parts) => {
      const [first, ...copies] = parts.filter((one) => known.includes(one.xml));
      // First the new content, then the removals: a failure between leaves two, never none.
      if (xml === null) first?.part.delete();
      else if (first) first.part.setXml(xml);
      else context.workbook.customXmlParts.add(xml);
      for (const { part } of copies) part.delete();
      await context.sync();
    },
    restore: async (context, parts) => {
      const texts = new Map(parts.map((one) => [one.id, one.xml]));
      for (const { id, part } of await partsOf(context, namespace)) {
        const text = texts.get(id);
        if (text === undefined) part.delete();
        else part.setXml(text);
        texts.delete(id);
      }
      for (const text of texts.values()) context.workbook.customXmlParts.add(text);
      await context.sync();
    },
  });
  if (xml === null) return [];
  const strangers = new Set(before.map((one) => one.xml).filter((text) => !known.includes(text)));
  // Excel need not give back letter by letter what it was given.
  const now = await readExcel((context) => partsOf(context, namespace)).catch(() => null);
  return now?.map((one) => one.xml).filter((text) => !strangers.has(text)) ?? [xml];
}

/** Our parts with their contents. Two round trips. */
async function partsOf(context: Excel.RequestContext, namespace: string): Promise<readonly Part[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  if (texts.length > 0) await context.sync();
  return parts.items.map((part, position) => ({ id: part.id, part, xml: texts[position]?.value ?? '' }));
}
