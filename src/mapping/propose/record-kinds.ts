import { fold } from '../../plan';
import { rowsBetween, type SheetView } from '../grid/sheet-view';
import type { AnnouncedRole } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import type { HeaderColumn } from '../tables/header-block';
import { readHeader } from '../words/lexicon';
import { KNOWN } from '../words/meaning';
import { legendText, type Legends } from './legend';

/** What the rows of a table are records of. */
export type RecordKind = 'pegObjective' | 'phase' | 'indicator';

/** A column whose signs tell of what each row is a record. */
export interface RecordKinds {
  readonly column: number;
  /** The rows of each kind; rows without a sign are of none. */
  readonly rows: ReadonlyMap<RecordKind, readonly number[]>;
  /** Rows without a sign. */
  readonly others: readonly number[];
}

/** A longer text is no sign. */
const MAX_SIGN = 24;
const MOST_SIGNS = 4;
const LEAST_ROWS = 4;

/**
 * Finds the column that tells objectives, phases and indicators apart in a table that has them below each other
 * (`OBV | FAS | IND`, `A` for azioni and `M` for misure): its signs are words for them, shortened words, or explained
 * by a list of the workbook or in a header. Null where no column does.
 */
export function recordKinds(table: FoundTable, legends: () => Legends): RecordKinds | null {
  const { sheet, columns, headerBottom, lastRow } = table;
  const rows = rowsBetween(headerBottom + 1, lastRow).filter((row) => sheet.filled(row, table).length > 1);
  for (const header of columns) {
    const signed = rows.filter((row) => sheet.line(row, header.column) !== '');
    const signs = new Set(signed.map((row) => sheet.line(row, header.column)));
    if (signed.length < LEAST_ROWS || signs.size < 2 || signs.size > MOST_SIGNS) continue;
    if ([...signs].some((sign) => sign.length > MAX_SIGN)) continue;
    const meant = new Map(
      [...signs].map((sign) => [sign, kindOf(sign, header.text, columns, legends)] as const),
    );
    const kinds = new Set(meant.values());
    if (kinds.has(null) || kinds.size !== signs.size || !kinds.has('indicator')) continue;
    return { column: header.column, ...rowsOf(sheet, header.column, rows, meant) };
  }
  return null;
}

function rowsOf(
  sheet: SheetView,
  column: number,
  rows: readonly number[],
  meant: ReadonlyMap<string, RecordKind | null>,
): Pick<RecordKinds, 'rows' | 'others'> {
  const byKind = new Map<RecordKind, number[]>();
  const others: number[] = [];
  for (const row of rows) {
    const kind = meant.get(sheet.line(row, column)) ?? null;
    if (kind === null) others.push(row);
    else byKind.set(kind, [...(byKind.get(kind) ?? []), row]);
  }
  return { rows: byKind, others };
}

function kindOf(
  sign: string,
  header: string,
  columns: readonly HeaderColumn[],
  legends: () => Legends,
): RecordKind | null {
  const explained = columns.flatMap(({ text }) => explainedIn(text, sign))[0];
  return (
    named(sign) ?? (explained === undefined ? null : named(explained)) ?? named(legendText(legends(), header, sign)) ??
    shortened(sign)
  );
}

function named(words: string): RecordKind | null {
  const { subject, attribute, confidence } = readHeader(words);
  if (confidence < KNOWN || (attribute !== null && attribute !== 'title')) return null;
  if (subject === 'objective') return 'pegObjective';
  return subject === 'pegObjective' || subject === 'phase' || subject === 'indicator' ? subject : null;
}

/** `Azioni (A) e misure (M)`: the word before a sign in brackets. */
function explainedIn(header: string, sign: string): string[] {
  return [...header.matchAll(/(\p{L}+)\s*\(([^)]{1,6})\)/gu)].flatMap(([, word = '', own = '']) =>
    fold(own) === fold(sign) ? word : [],
  );
}

const WORDS: Readonly<Record<RecordKind, readonly string[]>> = {
  pegObjective: ['obiettivo', 'objective'],
  phase: ['fase', 'attivita', 'azione', 'phase'],
  indicator: ['indicatore', 'indicator', 'misura', 'kpi'],
};

/** `OBV`, `FAS`, `IND`: letters of a word in their order, from its first. */
function shortened(sign: string): RecordKind | null {
  const letters = fold(sign).replace(/[^a-z]/g, '');
  if (letters.length < 2 || letters.length > 5) return null;
  const fits = (word: string) => {
    let at = 0;
    for (const letter of word) if (letter === letters[at]) at += 1;
    return word[0] === letters[0] && at === letters.length;
  };
  const [kind, other] = (Object.keys(WORDS) as RecordKind[]).filter((one) => WORDS[one].some(fits));
  return kind !== undefined && other === undefined ? kind : null;
}

/** Tables of one kind of record each, where a sign stands in every row and the rows of objectives have some. */
export function tablesByKind(
  table: FoundTable,
  { column, rows, others }: RecordKinds,
): { readonly table: FoundTable; readonly kind: RecordKind; readonly role: AnnouncedRole }[] {
  if (others.length > 0 || !rows.has('pegObjective')) return [];
  const header = rowsBetween(0, table.headerBottom);
  return [...rows].map(([kind, own]) => {
    const sheet = table.sheet.only(new Set([...header, ...own]));
    const has = ({ column: at }: HeaderColumn) => own.some((row) => sheet.text(row, at) !== '');
    return {
      table: { ...table, sheet, columns: table.columns.filter((one) => one.column !== column && has(one)) },
      kind,
      role: `${kind === 'pegObjective' ? 'objective' : kind}s` as AnnouncedRole,
    };
  });
}
