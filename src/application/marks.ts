import { OWN_SHEETS } from '../approval';
import type { Finding } from '../coherence';
import type { CellMark, CellRef, WorkbookSnapshot } from '../workbook';

/** The cells that findings are about, to be marked in a workbook: not those of other files or of our own sheets. */
export function marksOf(findings: readonly Finding[], book: WorkbookSnapshot): CellMark[] {
  const ours = ({ sheet, file }: CellRef): boolean =>
    !OWN_SHEETS.includes(sheet) && (file === undefined || file === book.name);
  return findings.flatMap(({ cells, severity }) =>
    cells.filter(ours).map(({ sheet, address }) => ({ sheet, address, level: severity })),
  );
}
