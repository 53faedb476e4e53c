import { OWN_SHEETS } from '../approval';
import type { EntityKind, Plan, PlanEntity } from '../plan';
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
  const put = (level: MeaningLevel, { sheet, file, address }: CellRef): void => {
    if (OWN_SHEETS.includes(sheet) || (file !== undefined && file !== book.name)) return;
    for (const cell of areaCells(address)) {
      const key = `${sheet}!${cell}`;
      if (!found.has(key)) found.set(key, { sheet, address: cell, level });
    }
  };
  const entities = MEANINGS.flatMap((level) =>
    entitiesOf(plan).filter(({ kind }) => OF_KIND[kind] === level),
  );
  for (const { kind, code, title } of entities)
    for (const cell of [...(code?.cells ?? []), ...title.cells]) put(OF_KIND[kind], cell);
  for (const entity of [...entities, ...plan.centres])
    for (const value of Object.values(entity)) for (const cell of sourcedCells(value)) put('attribute', cell);
  for (const { cells } of plan.pegRows) for (const cell of cells) put('attribute', cell);
  for (const { label, code } of plan.mentions)
    for (const cell of [...label.cells, ...(code?.cells ?? [])]) put('dup', cell);
  const headers = new Set(
    plan.tables.flatMap(({ header }) => header.map(({ sheet, address }) => `${sheet}!${address}`)),
  );
  const sheets = new Set([...found.values()].map(({ sheet }) => sheet));
  for (const { name, rows } of book.sheets) {
    if (!sheets.has(name)) continue;
    for (const { row, columns } of rows)
      for (const column of columns) {
        const address = cellAddress(row, column);
        if (!headers.has(`${name}!${address}`)) put('unread', { sheet: name, address });
      }
  }
  return [...found.values()];
}

function entitiesOf(plan: Plan): PlanEntity[] {
  return [
    ...plan.strategicAreas,
    ...plan.strategicObjectives,
    ...plan.operatingObjectives,
    ...plan.pegObjectives,
    ...plan.phases,
    ...plan.indicators,
  ];
}

/** The cells of a fact, or of a list of facts; none for anything else. */
function sourcedCells(value: unknown): readonly CellRef[] {
  if (Array.isArray(value)) return value.flatMap(sourcedCells);
  if (typeof value !== 'object' || value === null) return [];
  if ('cells' in value && Array.isArray(value.cells)) return value.cells as readonly CellRef[];
  return Object.values(value).flatMap(sourcedCells);
}
