import type { FixPlan } from '../../application';
import type { Finding } from '../../coherence';
import type { CellRef } from '../../workbook';

/** One cell of a preview; null = empty. */
export interface FixLine {
  readonly cell: CellRef;
  readonly before: string | null;
  readonly after: string | null;
}

/** Before and after of every cell a fix would write, in the order it writes them. */
export function fixLines(findings: readonly Finding[], fix: FixPlan): FixLine[] {
  const key = (cell: CellRef): string => `${cell.sheet}\u0000${cell.address}`;
  const before = new Map(
    findings.flatMap((finding) => finding.edits ?? []).map((edit) => [key(edit), edit.before]),
  );
  return fix.edits.map((edit) => ({
    cell: { sheet: edit.sheet, address: edit.address },
    before: before.get(key(edit)) || null,
    after: edit.value === null || edit.value === '' ? null : String(edit.value),
  }));
}
