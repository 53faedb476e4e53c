import type { PlanTable } from '../../plan';

/** Whether a table has a column for a field, of whatever year or of one; a column without a year serves every year. */
export function hasColumn(table: PlanTable | undefined, field: string, year: number | null = null): boolean {
  return columnsOf(table, field).some(
    (period) => year === null || period === '' || period.startsWith(`${year}`),
  );
}

/** Whether all columns a table has for a field are of other years than one. */
export function hasOnlyOtherYears(table: PlanTable | undefined, field: string, year: number | null): boolean {
  return hasColumn(table, field) && !hasColumn(table, field, year);
}

/** The periods of the columns for a field, '' where a column names none. */
function columnsOf(table: PlanTable | undefined, field: string): readonly string[] {
  return (table?.columns ?? []).flatMap(({ field: own }) => {
    const [name, period = ''] = own?.split('@') ?? [];
    return name === field ? [period] : [];
  });
}
