import { MARK_TEXT } from '../workbook';
import type { OpcPackage } from './package';
import type { WorkbookPart } from './workbookPart';
import { splice, type Splice } from './xml';
import { findElement } from './xmlEdit';

/** Takes our marks on cells away, for a copy to publish. Conditional formats of the user's stay as they are. */
export function removeMarks(source: OpcPackage, workbook: WorkbookPart): void {
  for (const { part } of workbook.sheets) {
    const text = source.text(part) ?? '';
    if (!text.includes(MARK_TEXT)) continue;
    const formats = (findElement(text, part)?.children ?? []).filter(
      ({ name, start, end }) =>
        name.endsWith('conditionalFormatting') && text.slice(start, end).includes(MARK_TEXT),
    );
    const removals = formats.map(({ start, end }): Splice => ({ from: start, to: end, text: '' }));
    if (removals.length > 0) source.setText(part, splice(text, removals));
  }
}
