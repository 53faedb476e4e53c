import type { CodeScheme, PlanTable, TableRole } from '../plan';
import { areaAddress, columnName, type Grid } from '../workbook';
import type { MappingProfile } from './types';
import { profileOf } from './profile-columns';
import type { TableRoles } from './roles';
import type { RowsRead } from './rows/read-rows';
import type { Fact, Statement } from './rows/statements';
import { columnTexts, textStatesPeg, type ReadSheet, type ReadTable } from './sheet';
import type { SheetMapping, TableMapping } from './types';
import { weightScale } from './weights';
import { fieldName } from './words/field';

/** Confidence of a sheet of cards or lines of text: every label is known by its words. */
const LABELS_SURE = 0.9;
/** Confidence of a sheet in which nothing was recognised. */
const NOTHING_SURE = 0.5;
const ROLE_ORDER: readonly TableRole[] = ['objectives', 'dup', 'phases', 'indicators', 'centres', 'data'];

function placeOf(grid: Grid): { sheet: string; file?: string } {
  return grid.file === undefined ? { sheet: grid.name } : { sheet: grid.name, file: grid.file };
}

/** A table of the workbook as the plan remembers it. */
export function planTable(
  { id, found, columns, main }: ReadTable,
  role: TableRole,
  read: RowsRead,
): PlanTable {
  const { sheet } = found;
  const refs = (column: (typeof columns)[number]) =>
    column.places.map((place) => sheet.ref(place.row, place.column));
  const weights = read.statements.flatMap(({ facts }) =>
    facts.filter(({ field, inherited }) => field.attribute === 'weight' && !inherited),
  );
  const own = weights.filter(({ field }) => field.subject === main);
  return {
    id,
    ...placeOf(sheet.grid),
    role,
    header: columns.flatMap(refs),
    columns: columns.map((column) => ({
      field: column.field ? fieldName(column.field) : null,
      header: column.text === '' ? null : { value: column.text, cells: refs(column) },
      column: columnName(column.column),
    })),
    rows: main === 'quantity' ? found.lastRow - found.headerBottom : read.statements.length,
    fusedByDesign: read.fusedByDesign,
    weightScale: weightScale(own.length > 0 ? own : weights),
  };
}

/** A card as the plan remembers it: a table of one row whose labels are its header. */
export function cardTable(
  id: string,
  grid: Grid,
  labels: readonly { fact: Fact; label: string; column: string }[],
): PlanTable {
  return {
    id,
    ...placeOf(grid),
    role: 'objectives',
    header: [],
    columns: labels.map(({ fact, label, column }) => ({
      field: fieldName(fact.field),
      header: { value: label, cells: fact.cells },
      column,
    })),
    rows: 1,
    fusedByDesign: [],
    weightScale: weightScale(
      labels.map(({ fact }) => fact).filter((fact) => fact.field.attribute === 'weight'),
    ),
  };
}

/** An outline in lines of text as the plan remembers it. */
export function textTable(
  id: string,
  grid: Grid,
  statements: readonly Statement[],
  role: TableRole,
): PlanTable {
  const own = statements.flatMap(({ facts }) => facts.filter(({ inherited }) => !inherited));
  const kinds = new Map(own.map((fact) => [fieldName(fact.field), fact] as const));
  return {
    id,
    ...placeOf(grid),
    role,
    header: [],
    columns: [...kinds].map(([name, { cells }]) => ({
      field: name,
      header: null,
      column: /^[A-Z]+/.exec(cells[0]?.address ?? '')?.[0] ?? '',
    })),
    rows: statements.length,
    fusedByDesign: own.filter(({ field }) => field.attribute === 'code').flatMap(({ cells }) => cells),
    weightScale: weightScale(own.filter(({ field }) => field.attribute === 'weight')),
  };
}

/** What a sheet was taken for, and how sure that is. */
export function sheetMapping(sheet: ReadSheet, roles: TableRoles): SheetMapping {
  const { view, tables, cards, announced } = sheet;
  const found: TableRole[] = [
    ...tables.map((table) => roles.roleOf(table)),
    ...cards.map((): TableRole => 'objectives'),
    ...(roles.isDupText(sheet) ? (['dup'] as const) : []),
    ...(textStatesPeg(sheet) ? (['objectives'] as const) : []),
  ];
  return {
    ...placeOf(view.grid),
    role: ROLE_ORDER.find((one) => found.includes(one)) ?? (announced === 'preface' ? 'preface' : 'other'),
    confidence: rounded(
      confidence(tables, cards.length > 0 ? LABELS_SURE : (sheet.outline?.score ?? NOTHING_SURE)),
    ),
    tables: tables.map(tableMapping),
  };
}

/**
 * The mean over the columns; one that holds something and was not read counts half a column, at nothing.
 *
 * @param labelled  the confidence of what stands outside tables
 */
function confidence(tables: readonly ReadTable[], labelled: number): number {
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ table, column })));
  const read = columns.filter(({ column }) => column.field);
  if (read.length === 0) return labelled;
  const unread = columns.filter(
    ({ table, column }) => !column.field && !column.ignored && columnTexts(table, column).length > 0,
  );
  const sum = read.reduce((total, { column }) => total + column.confidence, 0);
  return sum / (read.length + unread.length / 2);
}

function tableMapping({ found, columns }: ReadTable): TableMapping {
  return {
    header: areaAddress({
      top: found.headerTop,
      bottom: found.headerBottom,
      left: columns[0]?.column ?? found.left,
      right: columns.at(-1)?.column ?? found.right,
    }),
    columns: columns.map((column) => ({
      column: columnName(column.column),
      header: column.text,
      field: column.field ? fieldName(column.field) : null,
      confidence: rounded(column.confidence),
    })),
  };
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** What was assumed, as a profile that can be saved and corrected. */
export function profileRead(
  sheets: readonly ReadSheet[],
  roles: TableRoles,
  scheme: CodeScheme | null,
): MappingProfile {
  return profileOf(
    scheme?.mask ?? null,
    sheets.flatMap((sheet) =>
      sheet.tables.map((table) => ({
        sheet: sheet.view.name,
        isDup: roles.isDup(table),
        columns: table.columns,
      })),
    ),
  );
}
