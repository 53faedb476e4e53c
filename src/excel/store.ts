import { WorkbookError } from '../workbook';
import { hasApi, runExcel } from './run';

/** Replaces the private part (one custom XML part of our namespace); null removes it. Copies are removed too. */
export async function writeStorePart(namespace: string, xml: string | null): Promise<void> {
  await runExcel(async (context) => {
    const { workbook } = context;
    const readOnlyKnown = hasApi('1.8');
    if (readOnlyKnown) workbook.load('readOnly');
    const parts = workbook.customXmlParts.getByNamespace(namespace).load('items/id');
    await context.sync();
    if (readOnlyKnown && workbook.readOnly) throw new WorkbookError('read-only');
    const [first, ...copies] = parts.items;
    // First the new content, then the removals: a failure between leaves two, never none.
    if (xml !== null && first) first.setXml(xml);
    else if (xml !== null) workbook.customXmlParts.add(xml);
    else first?.delete();
    for (const copy of copies) copy.delete();
    await context.sync();
  });
}
