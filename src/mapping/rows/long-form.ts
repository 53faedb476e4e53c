import { fold } from '../../plan';
import { rowsBetween } from '../grid/sheet-view';
import type { Column } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import { field, type Field } from '../words/field';
import { periodOf } from '../words/lexicon';

/** Columns of a table that tells one value a row: of which year, how much, and whether it is expected or measured. */
export interface LongForm {
  readonly year: number;
  readonly value: number;
  /** Null where the table only holds values of one kind. */
  readonly type: number | null;
  /** What all values are, where no column says it of each. */
  readonly kind: 'actual' | 'target' | 'baseline';
}

const YEAR =
  /^(?:anno|annualita|periodo|esercizio|data|data (?:di )?(?:rilevazione|riferimento)|(?:anno|periodo) di (?:rilevazione|riferimento)|year|period)$/;
const VALUE = /^(?:valore|valori|dato|quantita|misura|value)$/;
const TYPE =
  /^(?:tipo|tipologia|natura|tipo (?:di )?(?:valore|dato)|tipologia (?:di )?(?:valore|dato)|type|kind)$/;

/** What the words of the type column mean. */
const MEANINGS: readonly (readonly [RegExp, 'actual' | 'target' | 'baseline'])[] = [
  [
    /^(?:consuntiv\w*|risultat\w*(?! attes)|raggiunt\w*|rilevat\w*|rilevazione|effettiv\w*|realizzat\w*|actuals?|result)$/,
    'actual',
  ],
  [
    /^(?:target|attes\w*|(?:valore|risultato) attes\w*|previst\w*|previsional\w*|previsione|obiettiv\w*|programmat\w*|expected|planned)$/,
    'target',
  ],
  [
    /^(?:partenza|inizial\w*|base|baseline|(?:valore|dato) (?:di partenza|iniziale|base)|storic\w*)$/,
    'baseline',
  ],
];

/** The shape `Indicatore | Anno | Valore | Tipo`; null for any other table. */
export function longForm(table: FoundTable, columns: readonly Column[]): LongForm | null {
  if (!columns.some(({ field: own }) => own?.subject === 'indicator' && own.attribute === 'title'))
    return null;
  const called = (name: RegExp): number | null =>
    columns.find(({ text }) => name.test(fold(text).trim()))?.column ?? null;
  const [year, type] = [called(YEAR), called(TYPE)];
  const plain = called(VALUE);
  const named = plain === null ? kindNamed(columns.filter(({ column }) => column !== year)) : null;
  const value = plain ?? named?.column ?? null;
  if (year === null || value === null) return null;
  const texts = (column: number): string[] =>
    rowsBetween(table.headerBottom + 1, table.lastRow).flatMap(
      (row) => table.sheet.text(row, column).trim() || [],
    );
  const [years, types] = [texts(year), type === null ? [] : texts(type)];
  if (years.length === 0 || !years.every((text) => periodOf(text) !== null)) return null;
  if (type !== null && !types.every((text) => meaningOf(text) !== null)) return null;
  if (named && !repeats(table, columns, year)) return null;
  return { year, value, type, kind: named?.kind ?? 'actual' };
}

/** The only column of values that its header says to be expected, measured or initial, without a year of its own. */
function kindNamed(columns: readonly Column[]): { column: number; kind: LongForm['kind'] } | null {
  const found = columns.flatMap(({ column, field: own }) => {
    const kind = own?.subject === 'indicator' && own.period === null ? own.attribute : null;
    return kind === 'actual' || kind === 'target' || kind === 'baseline' ? [{ column, kind }] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether indicators come again from row to row, each time of another year. */
function repeats(
  { sheet, headerBottom, lastRow }: FoundTable,
  columns: readonly Column[],
  year: number,
): boolean {
  const title = columns.find(({ field: own }) => own?.subject === 'indicator' && own.attribute === 'title');
  if (!title) return false;
  const rows = rowsBetween(headerBottom + 1, lastRow).filter((row) => sheet.text(row, title.column) !== '');
  const again = rows.filter(
    (row) =>
      sheet.line(row, title.column) === sheet.line(row - 1, title.column) &&
      sheet.text(row, year) !== sheet.text(row - 1, year),
  );
  return again.length * 3 >= rows.length;
}

/** What the value of a row is, and of which period; null for a row that does not say. */
export function longField(table: FoundTable, row: number, { year, type, kind }: LongForm): Field | null {
  const period = periodOf(table.sheet.text(row, year));
  const attribute = type === null ? kind : meaningOf(table.sheet.text(row, type));
  return period === null || attribute === null ? null : field('indicator', attribute, { period });
}

function meaningOf(text: string): 'actual' | 'target' | 'baseline' | null {
  const plain = fold(text)
    .replace(/[.:]+$/, '')
    .trim();
  return MEANINGS.find(([words]) => words.test(plain))?.[1] ?? null;
}
