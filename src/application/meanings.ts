import { OWN_SHEETS } from '../approval';
import { planEntities, type EntityKind, type Plan } from '../plan';
import {
  areaCells,
  cellAddress,
  type CellMark,
  type CellRef,
  type MeaningLevel,
  type WorkbookSnapshot,
} from '../workbook';

/** What cells of a workbook can mean, in the order in which one cell keeps the first that applies. */
export const MEANINGS: readonly MeaningLevel[] = ['peg', 'phase', 'measure', 'dup', 'attribute', 'unread'];

const OF_KIND: Readonly<Record<EntityKind, MeaningLevel>> = {
  strategicArea: 'dup',
  strategicObjective: 'dup',
  operatingObjective: 'dup',
  pegObjective: 'peg',
  phase: 'phase',
  indicator: 'measure',
};

/** The meaning of an entity's own cells, code and title. */
export function meaningOf(kind: EntityKind): MeaningLevel {
  return OF_KIND[kind];
}

/**
 * Every filled cell of a workbook coloured by what it was read as; what no entity took is `unread` where its sheet
 * belongs to the plan. Cells of other files are left out.
 */
export function meaningMarks(plan: Plan, book: WorkbookSnapshot): CellMark[] {
  const found = new Map<string, CellMark>();
  const put = (level: MeaningLevel, cells: readonly CellRef[]): void => {
    for (const { sheet, file, address } of cells) {
      if (OWN_SHEETS.includes(sheet) || (file !== undefined && file !== book.name)) continue;
      for (const cell of areaCells(address)) {
        const key = `${sheet}!${cell}`;
        if (!found.has(key)) found.set(key, { sheet, address: cell, level });
      }
    }
  };
  const entities = [...planEntities(plan)].sort(
    (a, b) => MEANINGS.indexOf(OF_KIND[a.kind]) - MEANINGS.indexOf(OF_KIND[b.kind]),
  );
  for (const { kind, code, title } of entities) put(OF_KIND[kind], sourcedCells([code, title]));
  put('attribute', sourcedCells([...entities, ...plan.centres]));
  put(
    'attribute',
    plan.pegRows.flatMap(({ cells }) => cells),
  );
  put('dup', sourcedCells(plan.mentions.map(({ label, code }) => [label, code])));
  put('unread', restOf(plan, book, new Set([...found.values()].map(({ sheet }) => sheet))));
  return [...found.values()];
}

/** Filled cells of some sheets that head no table. */
function restOf(plan: Plan, book: WorkbookSnapshot, sheets: ReadonlySet<string>): CellRef[] {
  const headers = new Set(
    plan.tables.flatMap(({ header }) => header.map(({ sheet, address }) => `${sheet}!${address}`)),
  );
  return book.sheets
    .filter(({ name }) => sheets.has(name))
    .flatMap(({ name, rows }) =>
      rows.flatMap(({ row, columns }) =>
        columns.map((column) => ({ sheet: name, address: cellAddress(row, column) })),
      ),
    )
    .filter(({ sheet, address }) => !headers.has(`${sheet}!${address}`));
}

/** The cells of a fact, or of a list of facts; none for anything else. */
function sourcedCells(value: unknown): readonly CellRef[] {
  if (Array.isArray(value)) return value.flatMap(sourcedCells);
  if (typeof value !== 'object' || value === null) return [];
  if ('cells' in value && Array.isArray(value.cells)) return value.cells as readonly CellRef[];
  return Object.values(value).flatMap(sourcedCells);
}
