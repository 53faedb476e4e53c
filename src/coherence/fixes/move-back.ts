import type { PegRow } from '../../plan';
import type { CellRef } from '../../workbook';
import type { FactContext } from '../facts';
import type { FixEdit } from '../finding';
import type { Fixer } from './fixer';
import { cellOnLine, edit, key, ownCells, rowsOf } from './cells';

/** Puts code, title and labels of shifted or fused rows back in the columns of their table. */
export const moveBack: Fixer = (finding, context) => {
  const rows = rowsOf(finding.involved, context).filter((row) => row.layout !== 'regular');
  const edits = rows.map((row) => editsOf(row, context));
  return rows.length > 0 && edits.every((one) => one !== null) ? edits.flat() : null;
};

/** The edits of one row; null where a cell's content is not known or a target is taken. */
function editsOf(row: PegRow, context: FactContext): FixEdit[] | null {
  const table = context.tables.get(row.tableId);
  const line = row.title.cells[0];
  const target = (field: string): CellRef | null => cellOnLine(table, field, line);
  const own = ownCells(row);
  const isOwn = (cell: CellRef | undefined): boolean => own.some((one) => cell && key(one) === key(cell));
  const [codeCell, titleCell] = [target('pegObjective.code'), target('pegObjective.title')];
  if (!row.code || !titleCell) return null;
  const moves: { to: CellRef; text: string; from: readonly CellRef[] }[] = [];
  if (codeCell) {
    moves.push({ to: codeCell, text: row.code.value, from: row.code.cells });
    moves.push({ to: titleCell, text: row.title.value, from: row.title.cells });
  } else {
    // The table keeps code and title in one cell by design.
    moves.push({
      to: titleCell,
      text: `${row.code.value} ${row.title.value}`,
      from: [...row.code.cells, ...row.title.cells],
    });
  }
  for (const [fact, field] of [
    [row.operating, 'operatingObjective.title'],
    [row.strategic, 'strategicObjective.title'],
  ] as const) {
    if (!fact || !isOwn(fact.cells[0])) continue;
    const to = target(field);
    if (!to) return null;
    moves.push({ to, text: fact.value, from: fact.cells });
  }
  const moved = new Set(moves.flatMap((move) => move.from.map(key)));
  if (own.some((cell) => !moved.has(key(cell)))) return null;
  const kept = new Set(moves.map((move) => key(move.to)));
  const cleared = own.filter((cell) => !kept.has(key(cell)));
  return [
    ...cleared.map((cell) => edit(cell, null, context)),
    ...moves.map((move) => edit(move.to, move.text, context)),
  ];
}
