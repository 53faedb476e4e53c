import { fold } from '../../plan';
import { headerPeriod, textPeriod, type HeaderPeriod } from './periods';
import type { Band, View } from './view';

/** What a column of a data table holds. */
export interface DataColumns {
  readonly name: number;
  readonly unit: number | null;
  readonly source: number | null;
  /** Column with a wider heading (settore, servizio) that tells equal names apart. */
  readonly block: number | null;
  /** Columns with the period of each row (tidy tables): its year, and the part of it where that stands apart. */
  readonly periods: readonly number[];
  /** Column that says whether a row's value is a result or a forecast. */
  readonly kind: number | null;
  readonly values: readonly ValueColumn[];
  /** Rows the header takes. */
  readonly height: number;
}

/** The columns of a header as they are found, one after the other. */
interface Found {
  name: number | null;
  unit: number | null;
  source: number | null;
  block: number | null;
  kind: number | null;
  /** Column of values that names no period. */
  plain: number | null;
  readonly periods: number[];
}

/** A column of values and the period it is of. */
export interface ValueColumn extends HeaderPeriod {
  readonly column: number;
}

const QUANTITY =
  /^(?:grandezz[ae]|quantita|descrizion[ei]|dat[oi]|voc[ei]|variabil[ei]|parametr[oi]|denominazion[ei]|element[oi]|misur[ae] di base|entita|nome|base dati|oggetto|aggregat[oi]|tipologia|attivita|prodott[oi]|output|item|description|quantity)(?: (?:del|dello|della|dei|delle|di|da|per|e|dat[oi]|grandezz[ae]|quantita|base|elementar[ei]|contesto|riferimento|rilevare|rilevat[oaie]|attivita|contabil[ei]|statistic[oi]|indicator[ei]|gli|voc[ei]))*$/;
const UNIT =
  /^(?:unita(?: di)?(?: misura)?|u\.? ?d?\.?i?\.? ?m\.?|um|udm|unita di mis\.?|mis\.?|misura|unit)$/;
const SOURCE =
  /^(?:fonte(?: (?:del )?dat[oi]| informativa)?|fonti|provenienza|origine(?: dato)?|source|ufficio(?: competente| referente| responsabile)?|referente|chi lo fornisce)$/;
const BLOCK =
  /^(?:settore|servizio|area|ambito|missione|programma|direzione|categoria|sezione|gruppo|tema|centro di costo|cdr|cdc|u\.?o\.?)$/;
const PERIOD =
  /^(?:(?:anno|annualita|periodo|esercizio|data)(?: (?:di )?(?:rilevazione|riferimento|competenza|osservazione))?|semestre|trimestre|mese)$/;
/** A part of a year, whose values need the word: `1` under `Semestre`. */
const PART = /^(?:semestre|trimestre)$/;
const KIND = /^(?:tipo|tipologia|natura|stato)(?: (?:di |del )?(?:valore|dato|importo))?$/;
const VALUE =
  /^(?:valore|valori|val\.?|importo|importi|dato|consuntivo|risultato|quantita|q\.?ta|numero|n\.?|value|totale|dato attuale|ultimo dato|dato consuntivo|valore attuale|valore rilevato)$/;
/** Headers of the plan's own tables: what holds them is no base data. */
const PLAN =
  /^(?:indicator[ei].*|formul[ae].*|.*target.*|.*obiettiv[oi].*|pes[oi].*|fas[ei].*|valor[ei] attes[oi].*|risultat[oi] attes[oi].*|responsabil[ei].*|azion[ei].*|metodo di calcolo|modalita di calcolo|grado di raggiungimento.*|stato di attuazione.*)$/;

/** Reads a row as the header of a data table; null when it is none. */
export function readHeader(view: View, row: number, planYear: number | null = null): DataColumns | null {
  const single = columnsOf(view, row, (column) => cellPeriod(view, row, column), 1);
  const double = readDoubleHeader(view, row);
  const dated = single?.values.every((value) => !value.yearless) ?? false;
  if (single && dated && (double?.values.length ?? 0) <= single.values.length) return single;
  return double ?? withYears(view, row, single, planYear);
}

function cellPeriod(view: View, row: number, column: number): HeaderPeriod | null {
  return headerPeriod(view.cell(row, column));
}

/** The period a row of a tidy table says. */
export function rowPeriod(view: View, row: number, { periods }: DataColumns, top: number): string {
  const said = periods.map((column) => {
    const heading = fold(view.filledText(top, column));
    return `${view.filledText(row, column)} ${PART.test(heading) ? heading : ''}`;
  });
  return textPeriod(said.join(' '))?.period ?? '';
}

/** Tables that stand side by side: the bands of columns they take, where a header row names quantities twice. */
export function bandsOf(view: View): readonly Band[] {
  for (let row = view.rows.first; row <= Math.min(view.rows.last, view.rows.first + 60); row++) {
    const names = [...places(view)].filter((column) =>
      QUANTITY.test(fold(view.text(row, column)).replace(/[:*]+$/, '')),
    );
    if (names.length < 2) continue;
    const edges = names.map((column, i): Band => ({
      first: i === 0 ? view.columns.first : column,
      last: (names[i + 1] ?? view.columns.last + 1) - 1,
    }));
    const filled = edges.every(({ first, last }) => {
      for (let column = first + 1; column <= last; column++) {
        const text = fold(view.text(row, column));
        if (cellPeriod(view, row, column) || (VALUE.test(text) && !QUANTITY.test(text))) return true;
      }
      return false;
    });
    if (filled) return edges;
  }
  return [view.columns];
}

/** Two rows: `2016 | 2017` above `30/6 | 31/12`, or `Valori` merged above the years. */
function readDoubleHeader(view: View, row: number): DataColumns | null {
  if (row + 1 > view.rows.last) return null;
  const joined = (column: number): HeaderPeriod | null => {
    const below = view.text(row + 1, column);
    const above = view.filledText(row, column) || yearToTheLeft(view, row, column);
    if (below === '' || above === below) return headerPeriod(view.cell(row, column));
    if (PLAN.test(fold(above))) return null;
    const own = headerPeriod(view.cell(row + 1, column));
    if (own && !own.yearless) return own;
    return textPeriod(`${below} ${above}`);
  };
  const columns = columnsOf(view, row, joined, 2);
  const headed = columns?.values.some((value) => view.filledText(row, value.column) !== '') ?? false;
  if (!headed) return null;
  const below = [...places(view)].some(
    (column) => view.text(row + 1, column) !== '' && joined(column) !== null,
  );
  const nameBelow = columns ? view.text(row + 1, columns.name) : '';
  const isData =
    columns !== null &&
    nameBelow !== '' &&
    nameBelow !== view.text(row, columns.name) &&
    !QUANTITY.test(fold(nameBelow));
  return columns && below && !isData && columns.values.every((value) => !value.yearless) ? columns : null;
}

/** A year written once over several columns without merging them. */
function yearToTheLeft(view: View, row: number, column: number): string {
  for (let left = column - 1; left >= view.columns.first; left--) {
    const text = view.text(row, left);
    if (text !== '') return /^\D*(?:19|20)\d\d\D*$/.test(text) ? text : '';
  }
  return '';
}

/** `30/6 | 31/12` without a year: the year of a title above, else the plan's, else every year (`06-30`). */
function withYears(
  view: View,
  row: number,
  columns: DataColumns | null,
  planYear: number | null,
): DataColumns | null {
  if (!columns) return null;
  const year = titleYear(view, row) ?? (planYear === null ? '' : String(planYear));
  const dated = (period: string): string =>
    year === '' ? period.replace(/^\?{4}-/, '') : period.replace('????', year);
  return { ...columns, values: columns.values.map((value) => ({ ...value, period: dated(value.period) })) };
}

/** Whether a row under a table's header is the header of the next table. */
export function isNextHeader(view: View, row: number, header: DataColumns): boolean {
  const name = fold(view.text(row, header.name))
    .replace(/[:*]+$/, '')
    .trim();
  const periods = header.values.map((value) => cellPeriod(view, row, value.column)?.period ?? null);
  if (periods.every((period) => period === null)) return false;
  if (QUANTITY.test(name)) return true;
  const same = periods.every((period, i) => period !== null && period === header.values[i]?.period);
  return same && periods.length > 1;
}

/** The only year written in the rows above a header, or in the sheet's name. */
export function titleYear(view: View, row: number): string | null {
  const years = new Set<string>();
  for (let above = Math.max(view.rows.first, row - 6); above < row; above++) {
    for (const column of places(view)) {
      for (const year of view.text(above, column).match(/\b(?:19|20)\d\d\b/g) ?? []) years.add(year);
    }
  }
  for (const year of view.grid.name.match(/\b(?:19|20)\d\d\b/g) ?? []) years.add(year);
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

function* places(view: View): Generator<number> {
  for (let column = view.columns.first; column <= view.columns.last; column++) yield column;
}

function columnsOf(
  view: View,
  row: number,
  period: (column: number) => HeaderPeriod | null,
  height: number,
): DataColumns | null {
  const found: Found = {
    name: null,
    unit: null,
    source: null,
    block: null,
    kind: null,
    plain: null,
    periods: [],
  };
  const values: ValueColumn[] = [];
  for (const column of places(view)) {
    const label = view.filledText(row, column) || (height === 2 ? view.text(row + 1, column) : '');
    const text = fold(label)
      .replace(/[:*]+$/, '')
      .trim();
    const read = period(column);
    if (read && found.name !== column) {
      values.push({ ...read, column });
      continue;
    }
    if (text === '') continue;
    if (PLAN.test(text)) return null;
    if (found.name === null && QUANTITY.test(text)) found.name = column;
    else if (found.unit === null && UNIT.test(text)) found.unit = column;
    else if (VALUE.test(text)) found.plain ??= column;
    else if (found.source === null && SOURCE.test(text)) found.source = column;
    else if (PERIOD.test(text)) found.periods.push(column);
    else if (found.kind === null && KIND.test(text)) found.kind = column;
    else if (found.block === null && BLOCK.test(text)) found.block = column;
  }
  return completed(view, row, height, found, values);
}

function completed(
  view: View,
  row: number,
  height: number,
  found: Found,
  values: readonly ValueColumn[],
): DataColumns | null {
  const first = values[0]?.column ?? found.plain;
  if (first === null || first === undefined) return null;
  const named = found.name ?? nameColumn(view, row + height, found.block, first, found.unit, values.length);
  if (named === null) return null;
  const plain = found.plain === null || found.plain === named ? null : found.plain;
  const usable = values.filter((value) => value.column !== named);
  if (usable.length === 0 && plain === null) return null;
  const columns =
    usable.length > 0 ? usable : [{ column: plain ?? 0, period: '', forecast: false, yearless: false }];
  return {
    name: named,
    unit: found.unit,
    source: found.source,
    block: found.block === named ? null : found.block,
    periods: usable.length === 0 && found.name !== null ? found.periods : [],
    kind: found.kind,
    values: columns,
    height,
  };
}

/** Without a header word for it: the text column nearest to the left of the values, where names follow below. */
function nameColumn(
  view: View,
  below: number,
  block: number | null,
  first: number,
  unit: number | null,
  periods: number,
): number | null {
  if (periods < 2 && unit === null) return null;
  for (let column = first - 1; column >= view.columns.first; column--) {
    if (column === unit) continue;
    let names = 0;
    for (let row = below; row <= Math.min(view.rows.last, below + 5); row++) {
      const cell = view.cell(row, column);
      if (cell && typeof cell.value === 'string' && /\p{L}{2}/u.test(cell.text)) names++;
    }
    if (names >= 1) return column;
  }
  return block;
}
