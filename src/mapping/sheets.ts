import { refAt, textAt, usedArea, type Grid } from '../workbook';
import type { SourcedText, TableRole } from '../plan';
import { findLabels, type Card, type LabelledFact } from './cards';
import { assignFields, type Column, type PlanSubject, type TableContext } from './fields';
import { bareLabel } from './labels';
import type { Ledger } from './ledger';
import { namesDup, roleOfTitle } from './lexicon';
import { filledColumns } from './places';
import { applyProfile, profileMeaning, sheetProfile, type MappingProfile } from './profile';
import { LEVELS } from './statements';
import { findTables, type FoundTable } from './tables';

/** A table with its columns read and what stands above it. */
export interface ReadTable {
  readonly id: string;
  readonly found: FoundTable;
  readonly columns: readonly Column[];
  readonly main: PlanSubject;
  /** Texts above the header that are no labels. */
  readonly titles: readonly SourcedText[];
  /** A header cell that names a theme instead of a column. */
  readonly block: SourcedText | null;
  readonly namesDup: boolean;
  /** The card it stands in, by its place in the sheet. */
  readonly card: number | null;
}

/** A sheet with its tables, cards and labels found, before any row is read. */
export interface ReadSheet {
  readonly grid: Grid;
  readonly tables: readonly ReadTable[];
  readonly cards: readonly Card[];
  readonly sheetFacts: readonly LabelledFact[];
  /** Role its name or first title announces. */
  readonly announced: TableRole | null;
}

export interface SheetReading {
  readonly grid: Grid;
  readonly profile: MappingProfile | null;
  readonly date1904: boolean;
  readonly year: number | null;
  readonly ledger: Ledger;
}

/** Finds what a sheet is made of. */
export function readSheet({ grid, profile, date1904, year, ledger }: SheetReading): ReadSheet {
  const own = sheetProfile(profile, grid.name);
  const found = findTables(grid, (text) => profileMeaning(own, text)).filter((table) => !isCardRow(table));
  const labels = findLabels(
    grid,
    found.map((table) => ({ top: table.headerTop, bottom: table.lastRow })),
    date1904,
    year,
    ledger,
  );
  const announced = roleOfTitle(grid.name);
  const tables = found.map((table, i): ReadTable => {
    const card = labels.cards.findIndex((one) => table.headerTop >= one.top && table.headerTop <= one.bottom);
    const titles = titlesOf(table, ledger);
    const title = [...titles]
      .reverse()
      .find((one) => one.value.length <= 80 && roleOfTitle(one.value) !== null);
    const aboutDup =
      own?.role === 'dup' ||
      namesDup(grid.name) ||
      titles.some((one) => one.value.length <= 120 && namesDup(one.value));
    const context: TableContext = {
      role: contextRole(aboutDup, title?.value ?? null, announced),
      inCard: card >= 0,
      year,
    };
    const columns = applyProfile(assignFields(table, context), own);
    return {
      id: `${grid.file ? `${grid.file}|` : ''}${grid.name}#${i + 1}`,
      found: table,
      columns,
      main: mainOf(columns),
      titles,
      block: blockOf(table, columns),
      namesDup: aboutDup,
      card: card >= 0 ? card : null,
    };
  });
  return { grid, tables, cards: labels.cards, sheetFacts: labels.sheetFacts, announced };
}

/**
 * Labels with one row of values below, in a sheet of further labels: part of a card, not a table. Tables of phases
 * and indicators inside a card may well have one row.
 */
function isCardRow(table: FoundTable): boolean {
  const { grid, headerBottom, headerTop } = table;
  const subjects = new Set(table.columns.map((column) => column.meaning.subject));
  const attributes = new Set(table.columns.map((column) => column.meaning.attribute));
  if (
    subjects.has('phase') ||
    subjects.has('indicator') ||
    subjects.has('quantity') ||
    attributes.has('formula')
  )
    return false;
  if (![...subjects].some((subject) => subject === 'objective' || subject === 'pegObjective')) return false;
  if (filledColumns(grid, headerBottom + 1).length === 0 || filledColumns(grid, headerBottom + 2).length > 0)
    return false;
  const used = usedArea(grid);
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row++) {
    if (row >= headerTop && row <= headerBottom + 1) continue;
    if (filledColumns(grid, row).some((column) => bareLabel(textAt(grid, row, column)) !== null)) return true;
  }
  return false;
}

function contextRole(
  aboutDup: boolean,
  title: string | null,
  announced: TableRole | null,
): TableContext['role'] {
  const role = (title ? roleOfTitle(title) : null) ?? announced;
  if (aboutDup && (role === null || role === 'objectives')) return 'dup';
  return role === 'preface' || role === 'other' ? null : role;
}

/** The finest subject that the columns name. */
function mainOf(columns: readonly Column[]): PlanSubject {
  const named = new Set(
    columns.flatMap((column) =>
      column.field && /^(title|month)$/.test(column.field.attribute) ? column.field.subject : [],
    ),
  );
  const order: readonly PlanSubject[] = [
    'quantity',
    'phase',
    'indicator',
    'pegObjective',
    'operatingObjective',
    'strategicObjective',
    'strategicArea',
    'centre',
  ];
  return (
    order.find((subject) => named.has(subject)) ??
    columns.find((column) => column.field)?.field?.subject ??
    'pegObjective'
  );
}

/** Texts above a table's header; long ones are paragraphs. */
function titlesOf(table: FoundTable, ledger: Ledger): SourcedText[] {
  const titles: SourcedText[] = [];
  for (let row = table.firstTitleRow; row < table.headerTop; row++) {
    for (const column of filledColumns(table.grid, row)) {
      if (ledger.isSettled(table.grid, row, column)) continue;
      const text = textAt(table.grid, row, column);
      ledger.ignore(table.grid, row, column, text.length > 120 ? 'paragraph' : 'title');
      titles.push({ value: text, cells: [refAt(table.grid, row, column)] });
    }
  }
  return titles;
}

/** In a table of indicators, a header left of the indicator's that the lexicon does not know names what the block is about. */
function blockOf(table: FoundTable, columns: readonly Column[]): SourcedText | null {
  const title = columns.find(
    (column) => column.field?.subject === 'indicator' && column.field.attribute === 'title',
  );
  if (!title) return null;
  const [header] = columns.filter(
    (column) =>
      column.column < title.column &&
      column.text !== '' &&
      (column.field === null || column.field.attribute === 'citation') &&
      column.ignored === null,
  );
  const place = header?.places[0];
  return header && place ? { value: header.text, cells: [refAt(table.grid, place.row, place.column)] } : null;
}

/** Whether a table lists the DUP: levels above the PEG only, and either it says so or the PEG stands elsewhere. */
export function listsDup(table: ReadTable, pegElsewhere: boolean): boolean {
  const subjects = new Set(table.columns.flatMap((column) => column.field?.subject ?? []));
  if (
    subjects.has('pegObjective') &&
    table.columns.some(
      (column) => column.field?.subject === 'pegObjective' && /^(code|title)$/.test(column.field.attribute),
    )
  )
    return false;
  if (!LEVELS.some((level) => subjects.has(level)) || !LEVELS.includes(table.main)) return false;
  return table.namesDup || pegElsewhere;
}

/** Texts of a sheet without tables or cards that read `Label: text`, for names the preface mentions. */
export function leadingLabels(grid: Grid): { label: SourcedText; row: number; column: number }[] {
  const used = usedArea(grid);
  if (!used) return [];
  const labels: { label: SourcedText; row: number; column: number }[] = [];
  for (let row = used.top; row <= used.bottom; row++) {
    for (const column of filledColumns(grid, row)) {
      const text = textAt(grid, row, column);
      const at = text.indexOf(':');
      const label = at > 0 ? text.slice(0, at).trim() : '';
      if (label.length >= 4 && label.length <= 100 && text.length - at > 20) {
        labels.push({ label: { value: label, cells: [refAt(grid, row, column)] }, row, column });
      }
    }
  }
  return labels;
}
