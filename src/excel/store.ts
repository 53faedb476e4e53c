import { askRefusals } from './refusals';
import { readExcel, writeExcel } from './run';

interface Part {
  readonly id: string;
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

/**
 * Replaces the private part (a custom XML part of our namespace); null removes it. A part is never changed in place: a
 * new one is added and those that were read are taken away, so that of two people who save at the same moment neither
 * writes over the other. A part that nobody has read yet is never taken away; several are read as one.
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
      const { customXmlParts } = context.workbook;
      // First the new content, then the removals: a failure between leaves two, never none.
      if (xml !== null) customXmlParts.add(xml);
      for (const one of parts.filter(({ xml: text }) => known.includes(text)))
        // Somebody else may have taken it away meanwhile.
        customXmlParts.getItemOrNullObject(one.id).delete();
      await context.sync();
    },
    restore: async (context, parts) => {
      const now = await partsOf(context, namespace);
      const old = new Set(parts.map(({ id }) => id));
      // Of the new ones only our own goes.
      for (const one of now) if (!old.has(one.id) && one.xml === xml) one.part.delete();
      const kept = new Set(now.map(({ id }) => id));
      for (const one of parts) if (!kept.has(one.id)) context.workbook.customXmlParts.add(one.xml);
      await context.sync();
    },
  });
  if (xml === null) return [];
  // Excel need not give back letter by letter what it was given.
  const now = await readExcel((context) => partsOf(context, namespace)).catch(() => []);
  const old = new Set(before.map(({ id }) => id));
  const added = now.filter(({ id }) => !old.has(id)).map((one) => one.xml);
  return added.length === 1 ? added : [xml];
}

/** Our parts with their contents. Two round trips. */
async function partsOf(context: Excel.RequestContext, namespace: string): Promise<readonly Part[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  await context.sync();
  const texts = parts.items.map((part) => part.getXml());
  if (texts.length > 0) await context.sync();
  return parts.items.map((part, position) => ({ id: part.id, part, xml: texts[position]?.value ?? '' }));
}
