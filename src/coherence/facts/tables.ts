import type { PlanTable } from '../../plan';

/** Whether a table has a column for a field. */
export function hasColumn(table: PlanTable | undefined, field: string): boolean {
  return table?.columns.some((column) => column.field === field) ?? false;
}
