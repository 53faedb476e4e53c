import { fold } from '../../plan';
import { parseArea, type Grid, type TableArea } from '../../workbook';
import type { BaseDataTable, MemberValue } from '../types';
import { readValue } from './values';
import { areaOf, viewOf, type View } from './view';

/** A column of a table whose rows are members of a group (counters, schools, museums). */
export interface RawColumn {
  readonly name: string;
  readonly memberKind: string;
  readonly header: readonly [number, number];
  readonly members: readonly MemberValue[];
}

/** A table of members and its numeric columns. */
export interface FoundGroup {
  readonly table: BaseDataTable;
  readonly columns: readonly RawColumn[];
  readonly view: View;
}

/** What one row of a group is: header words of the first column. */
const MEMBER =
  /^(?:sportell[oi].*|sed[ei].*|uffici?o?.*|pless[oi].*|scuol[ae].*|istitut[oi].*|bibliotec(?:a|he).*|muse[oi].*|impiant[oi].*|palestr[ae].*|piscin[ae].*|struttur[ae].*|serviz[io]+.*|settor[ei].*|centr[oi].*|nid[oi].*|asil[oi].*|parc(?:o|hi).*|mercat[oi].*|farmaci[ae].*|zon[ae].*|quartier[ei].*|circoscrizion[ei].*|frazion[ei].*|line[ae].*|mens[ae].*|teatr[oi].*|societa.*|partecipat[ae].*|organism[oi].*|mes[ei]|comun[ei].*|nome|denominazione)$/;
const PLAN =
  /^(?:.*indicator[ei].*|formul[ae].*|.*target.*|.*obiettiv[oi].*|pes[oi].*|fas[ei].*|.*attes[oi].*|responsabil[ei].*|codice.*|azion[ei].*)$/;
const TOTAL = /^(?:tot(?:ale|ali)?\.?(?: .*)?|complessivo|media)$/;

/** Groups in a sheet: tables of Excel first, then ranges whose first header says what a row is. */
export function findGroups(
  grid: Grid,
  tables: readonly TableArea[],
  taken: (row: number) => boolean,
  date1904: boolean,
): FoundGroup[] {
  const view = viewOf(grid, false);
  if (!view) return [];
  const groups: FoundGroup[] = [];
  const tops = new Map<number, number>();
  for (const table of tables) {
    const area = table.ref.sheet === grid.name && table.hasHeader ? parseArea(table.ref.address) : null;
    if (area) tops.set(area.top, area.left);
  }
  for (let row = view.rows.first; row < view.rows.last; row++) {
    if (taken(row)) continue;
    const named = tops.get(row);
    const left = named ?? memberColumn(view, row);
    const group = left === null ? null : readGroup(view, row, left, date1904);
    if (!group) continue;
    groups.push(group);
    row = group.table.area.bottom;
  }
  return groups;
}

function memberColumn(view: View, row: number): number | null {
  for (let column = view.columns.first; column <= view.columns.last; column++) {
    const text = fold(view.text(row, column));
    if (text !== '') return MEMBER.test(text) ? column : null;
  }
  return null;
}

function readGroup(view: View, top: number, left: number, date1904: boolean): FoundGroup | null {
  const headers: { column: number; name: string }[] = [];
  for (let column = left + 1; column <= view.columns.last && view.text(top, column) !== ''; column++) {
    const name = view.text(top, column);
    if (PLAN.test(fold(name))) return null;
    if (/\p{L}{2}/u.test(name)) headers.push({ column, name });
  }
  const memberKind = view.text(top, left);
  if (headers.length === 0 || PLAN.test(fold(memberKind)) || !/\p{L}{3}/u.test(memberKind)) return null;
  let last = top;
  for (let row = top + 1; row <= view.rows.last && view.text(row, left) !== ''; row++) last = row;
  const rows = Array.from({ length: last - top }, (_, i) => top + 1 + i).filter(
    (row) => !TOTAL.test(fold(view.text(row, left))),
  );
  const columns = headers.flatMap(({ column, name }) => {
    const members = rows.map((row) => ({
      member: view.text(row, left),
      ...readValue(view.cell(row, column), view.ref(row, column), null, date1904),
    }));
    const numbers = members.filter((one) => typeof one.value === 'number' && one.date === null).length;
    return numbers >= 2 && numbers * 2 >= members.length
      ? [{ name, memberKind, header: [top, column] as const, members }]
      : [];
  });
  if (columns.length === 0) return null;
  const right = Math.max(...headers.map((header) => header.column));
  const table: BaseDataTable = {
    sheet: view.grid.name,
    area: areaOf(view, top, left, last, right),
    layout: 'members',
    periods: [],
    quantities: columns.length,
  };
  return { table, columns, view };
}
