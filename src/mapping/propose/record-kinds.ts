import { fold } from '../../plan';
import { rowsBetween, type Rewritten, type SheetView } from '../grid/sheet-view';
import { repeatsHeader } from '../relation/relation';
import type { AnnouncedRole, RecordKind } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import type { HeaderColumn } from '../tables/header-block';
import { readHeader } from '../words/lexicon';
import { KNOWN, NO_MEANING, type Meaning } from '../words/meaning';
import { legendText, type Legends } from './legend';

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
  const rows = rowsBetween(headerBottom + 1, lastRow).filter((row) => {
    const filled = sheet.filled(row, table);
    return filled.length > 1 && !repeatsHeader(table, row, filled);
  });
  for (const header of columns) {
    const signs = signsIn(sheet, rows, header.column);
    if (signs === null) continue;
    const meant = new Map(
      [...signs].map((sign) => [sign, kindOf(sign, header.text, columns, legends)] as const),
    );
    const kinds = new Set(meant.values());
    if (kinds.has(null) || kinds.size !== signs.size || !kinds.has('indicator')) continue;
    return { column: header.column, ...rowsOf(sheet, header.column, rows, meant) };
  }
  return null;
}

/** The few short texts of a column; null where it has others. */
function signsIn(sheet: SheetView, rows: readonly number[], column: number): ReadonlySet<string> | null {
  const signs = new Set<string>();
  let signed = 0;
  for (const row of rows) {
    const text = sheet.line(row, column);
    if (text === '') continue;
    signs.add(text);
    signed += 1;
    if (text.length > MAX_SIGN || signs.size > MOST_SIGNS) return null;
  }
  return signed >= LEAST_ROWS && signs.size > 1 ? signs : null;
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
    named(sign) ??
    (explained === undefined ? null : named(explained)) ??
    named(legendText(legends(), header, sign)) ??
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

/** A table of rows of several kinds, as tables of one kind each. */
export interface KindTable {
  readonly table: FoundTable;
  readonly kind?: RecordKind;
  readonly role: AnnouncedRole | null;
}

/**
 * Tables of one kind of record each, where every row bears a sign and the finer ones cite their objective; else one
 * table in which the names of each kind have a column of their own.
 */
export function tablesByKind(table: FoundTable, kinds: RecordKinds): readonly KindTable[] {
  if (citesObjectives(table, kinds)) return apart(table, kinds);
  const parted = partedColumns(table, kinds);
  return parted === null ? [] : [{ table: parted, role: null }];
}

function apart(table: FoundTable, { column, rows }: RecordKinds): KindTable[] {
  const header = rowsBetween(0, table.headerBottom);
  return [...rows].map(([kind, own]) => {
    const sheet = table.sheet.only(new Set([...header, ...own]));
    const has = ({ column: at }: HeaderColumn) => own.some((row) => sheet.text(row, at) !== '');
    return {
      table: { ...table, sheet, columns: table.columns.filter((one) => one.column !== column && has(one)) },
      kind,
      role: ROLES[kind],
    };
  });
}

const ROLES: Readonly<Record<RecordKind, AnnouncedRole>> = {
  pegObjective: 'objectives',
  phase: 'phases',
  indicator: 'indicators',
};

/** This share of the rows must go with it. */
const MOST = 0.9;

/** A column tells the objectives apart, and the finer rows have its values. */
function citesObjectives(
  { sheet, columns }: FoundTable,
  { column: sign, rows, others }: RecordKinds,
): boolean {
  const objectives = rows.get('pegObjective') ?? [];
  if (others.length > 0 || objectives.length < 2) return false;
  const finer = [...rows].flatMap(([kind, own]) => (kind === 'pegObjective' ? [] : own));
  return columns.some(({ column }) => {
    if (column === sign) return false;
    const ids = new Set(objectives.map((row) => sheet.line(row, column)).filter((text) => text !== ''));
    const citing = finer.filter((row) => ids.has(sheet.line(row, column)));
    return ids.size >= objectives.length * MOST && citing.length >= finer.length * MOST;
  });
}

/**
 * The same table with the names of the second kind in the column of signs, those of a third beside the table: the
 * column of names then holds one kind alone. Null where no column has the names of all.
 */
function partedColumns(table: FoundTable, { column: sign, rows }: RecordKinds): FoundTable | null {
  const { sheet, columns } = table;
  const signed = [...rows.values()].flat();
  const [names] = columns
    .filter(({ column }) => column !== sign)
    .map((header) => ({ header, texts: signed.map((row) => sheet.line(row, header.column)) }))
    .filter(
      ({ texts }) =>
        texts.filter((text) => /\p{L}{3}/u.test(text)).length >= signed.length * MOST &&
        new Set(texts).size >= signed.length / 2,
    )
    .sort((a, b) => lengthOf(b.texts) - lengthOf(a.texts));
  if (!names) return null;
  const from = names.header.column;
  const [first, ...more] = [...rows.keys()].sort((a, b) => KINDS.indexOf(a) - KINDS.indexOf(b));
  const place = new Map(more.map((kind, i) => [kind, i === 0 ? sign : table.right + i] as const));
  const rewritten = new Map<number, Rewritten[]>();
  for (const [kind, own] of rows)
    for (const row of own) {
      const column = place.get(kind);
      const text = sheet.text(row, from);
      rewritten.set(
        row,
        column === undefined
          ? [{ column: sign, text: '' }]
          : [
              { column: from, text: '' },
              ...(column === sign ? [] : [{ column: sign, text: '' }]),
              { column, text, from: { row, column: from } },
            ],
      );
    }
  const headed = (header: HeaderColumn, kind: RecordKind): HeaderColumn => ({
    ...header,
    meaning: meaningOf(kind),
  });
  return {
    ...table,
    sheet: sheet.withRewritten(rewritten),
    right: table.right + Math.max(0, more.length - 1),
    columns: [
      ...columns.map((header) => {
        if (header.column === from && first) return headed(header, first);
        return header.column === sign && more[0] ? headed(header, more[0]) : header;
      }),
      ...more.slice(1).map((kind, i): HeaderColumn => ({
        column: table.right + i + 1,
        text: '',
        texts: [],
        places: [],
        months: null,
        meaning: meaningOf(kind),
      })),
    ],
  };
}

const KINDS: readonly RecordKind[] = ['pegObjective', 'phase', 'indicator'];

function meaningOf(subject: RecordKind): Meaning {
  return { ...NO_MEANING, subject, confidence: 1 };
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.min(text.length, 60), 0);
}
