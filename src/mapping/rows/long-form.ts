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
  /** Null where the table only holds measured values. */
  readonly type: number | null;
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
  const [year, value, type] = [called(YEAR), called(VALUE), called(TYPE)];
  if (year === null || value === null) return null;
  const texts = (column: number): string[] =>
    rowsBetween(table.headerBottom + 1, table.lastRow).flatMap(
      (row) => table.sheet.text(row, column).trim() || [],
    );
  const [years, types] = [texts(year), type === null ? [] : texts(type)];
  if (years.length === 0 || !years.every((text) => periodOf(text) !== null)) return null;
  if (type !== null && !types.every((text) => meaningOf(text) !== null)) return null;
  return { year, value, type };
}

/** What the value of a row is, and of which period; null for a row that does not say. */
export function longField(table: FoundTable, row: number, { year, type }: LongForm): Field | null {
  const period = periodOf(table.sheet.text(row, year));
  const attribute = type === null ? 'actual' : meaningOf(table.sheet.text(row, type));
  return period === null || attribute === null ? null : field('indicator', attribute, { period });
}

function meaningOf(text: string): 'actual' | 'target' | 'baseline' | null {
  const plain = fold(text)
    .replace(/[.:]+$/, '')
    .trim();
  return MEANINGS.find(([words]) => words.test(plain))?.[1] ?? null;
}
