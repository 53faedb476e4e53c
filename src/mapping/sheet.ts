import type { SourcedText, TableRole } from '../plan';
import { findCards, type Card } from './cards/find-cards';
import { findLabels, type LabelledFact, type TableRows } from './cards/find-labels';
import { readTransposed } from './cards/transposed';
import { rowsBetween, type SheetView } from './grid/sheet-view';
import type { Ledger } from './ledger';
import { applyProfile, profileMeaning, sheetProfile, type SheetProfile } from './profile-columns';
import { mainOf } from './tables/main-subject';
import type { MappingProfile } from './types';
import type { Column, RecordKind, TableContext } from './tables/column';
import { findTables, type FoundTable } from './tables/find-tables';
import { withWholeHeader } from './tables/whole-header';
import { outlineOf, statesLevels, type Outline } from './tables/outline';
import type { Legends } from './propose/legend';
import { withOffices } from './propose/office-matrix';
import { recordKinds, tablesByKind } from './propose/record-kinds';
import { plainTable } from './propose/plain-table';
import { levelTable } from './propose/level-table';
import { OUTLINE, textOutline, type TextOutline } from './propose/text-outline';
import { isLevel, type Field, type PlanSubject } from './words/field';
import { bareLabel } from './words/labels';
import { isKnown, KNOWN } from './words/meaning';
import { isAside, namesDup, roleOfTitle } from './words/texts';

/** A table with its columns read and what stands above it. */
export interface ReadTable {
  readonly id: string;
  readonly found: FoundTable;
  readonly columns: readonly Column[];
  /** The subject each row tells of. */
  readonly main: PlanSubject;
  /** Texts above the header that are no labels. */
  readonly titles: readonly SourcedText[];
  /** A header cell that names a theme instead of a column. */
  readonly block: SourcedText | null;
  readonly namesDup: boolean;
  /** The card it stands in, by its place in the sheet. */
  readonly card: number | null;
  /** The level each row states, in a list that mixes them; null where all rows tell of the same. */
  readonly outline: Outline | null;
}

/** A sheet with its tables, cards and labels found, before any row is read. */
export interface ReadSheet {
  readonly view: SheetView;
  readonly tables: readonly ReadTable[];
  readonly cards: readonly Card[];
  readonly sheetFacts: readonly LabelledFact[];
  /** Levels of the hierarchy stated by lines of text, in a sheet without tables or cards. */
  readonly outline: TextOutline | null;
  /** What a confirmed profile says it is; null without one. */
  readonly confirmed: SheetProfile['role'] | null;
  /** Its name or one of its titles speaks of the DUP. */
  readonly namesDup: boolean;
  /** Role its name announces. */
  readonly announced: TableRole | null;
}

export interface SheetReading {
  readonly view: SheetView;
  readonly profile: MappingProfile | null;
  readonly year: number | null;
  readonly ledger: Ledger;
  /** The whole file lists the DUP. */
  readonly isDup: boolean;
  /** What the workbook's lists of signs say, once it is asked for. */
  readonly legends: () => Legends;
}

/** Titles longer than this are paragraphs. */
export const MAX_TITLE = 120;
/** Longer titles announce no role. */
const MAX_ROLE_TITLE = 80;

/** A sheet's name with its file's where several are joined. */
export function sheetId({ grid }: SheetView): string {
  return `${grid.file === undefined ? '' : `${grid.file}|`}${grid.name}`;
}

/** A table found in a sheet, with what surrounds it, before its columns are understood. */
export interface FoundPart {
  readonly id: string;
  readonly found: FoundTable;
  readonly titles: readonly SourcedText[];
  readonly namesDup: boolean;
  /** The card it stands in, by its place in the sheet. */
  readonly card: number | null;
  readonly context: TableContext;
  readonly legends: () => Legends;
}

/** A sheet taken apart: tables, cards and labels. */
export interface FoundSheet extends Omit<ReadSheet, 'tables' | 'outline'> {
  readonly profile: SheetProfile | null;
  readonly parts: readonly FoundPart[];
  /** Levels listed as lines, where the sheet has no tables. */
  readonly listed: TextOutline | null;
  readonly legends: () => Legends;
}

/** Finds what a sheet is made of. */
export function findSheet({ view, profile, year, ledger, isDup, legends }: SheetReading): FoundSheet {
  const own = sheetProfile(profile, view.name);
  const announced = roleOfTitle(view.name);
  const read = own !== null || !isAside(view.name);
  const aside = read ? readTransposed(view, year, ledger) : null;
  const taken = aside ? [aside.area] : [];
  const headed = read
    ? findTables(view, (text) => profileMeaning(own, text), taken)
        .map(withWholeHeader)
        .filter((table) => !isCardRow(table))
    : [];
  const about = isDup || own?.role === 'dup' || [view.name, ...firstTexts(view)].some(namesDup);
  const strange = headed.every(({ columns }) => !columns.some(({ meaning }) => isKnown(meaning)));
  const outline =
    read && (strange || headed.every(isOverValuesAlone)) && !aside
      ? plausibleOutline(view, year, about)
      : null;
  // Where no header is known, an outline that is plain is surer than a table by its looks.
  const asLines = headed.length > 0 && outline !== null && outline.score >= PLAINLY;
  const tables = asLines ? [] : headed;
  const found = read && tables.length === 0 && !asLines ? plainTable(view) : tables;
  const listed = found.length === 0 ? outline : null;
  const areas = [...found.map(rowsOf), ...taken];
  const labelled = read && !isWhole(listed) ? findLabels(view, areas, year, ledger) : [];
  const labels = findCards(view, labelled, areas, ledger);
  const parts = found.flatMap((table, i): FoundPart[] => {
    const card = labels.cards.findIndex((one) => holds(one, table));
    const titles = titlesOf(table, ledger);
    const aboutDup = isDup || own?.role === 'dup' || [view.name, ...shortTexts(titles)].some(namesDup);
    const role = contextRole(aboutDup, titles, roleOfName(table) ?? (card >= 0 ? null : announced));
    const kinds = aboutDup ? null : recordKinds(table, legends);
    const part = (of: FoundTable, is: TableContext['role'], id: string, kind?: RecordKind): FoundPart => ({
      id,
      legends,
      found: of,
      titles,
      namesDup: aboutDup,
      card: card >= 0 ? card : null,
      context: { role: is, inCard: card >= 0, year, ...(kind === undefined ? {} : { kind }) },
    });
    const id = `${sheetId(view)}#${i + 1}`;
    const byKind = kinds ? tablesByKind(table, kinds) : [];
    if (kinds && byKind.length > 0) {
      ledger.ignore(view.grid, table.headerBottom, kinds.column, 'header');
      for (const row of [...kinds.rows.values()].flat()) ledger.ignore(view.grid, row, kinds.column, 'label');
    }
    if (byKind.length > 0)
      return byKind.map((one) =>
        part(one.table, one.role ?? role, one.kind === undefined ? id : `${id}.${one.kind}`, one.kind),
      );
    return [part(table, role !== 'dup' && statesLevels(table) ? 'objectives' : role, id)];
  });
  return {
    view,
    parts,
    profile: own,
    cards: [...labels.cards, ...(aside?.cards ?? [])],
    sheetFacts: labels.sheetFacts,
    confirmed: own?.role ?? null,
    namesDup: about,
    announced,
    listed,
    legends,
  };
}

/** A sheet with the columns of its tables understood. */
export function sheetWith(sheet: FoundSheet, columnsOf: (part: FoundPart) => readonly Column[]): ReadSheet {
  const tables = sheet.parts.map((part): ReadTable => {
    const assigned = columnsOf(part);
    const outline = outlineIn(assigned, part.found, sheet.legends, part.context.role === 'dup');
    const columns = applyProfile(outline?.columns ?? withOffices(assigned, part.found), sheet.profile);
    const { id, found, titles, namesDup: aboutDup, card } = part;
    return {
      id,
      found,
      columns,
      main: mainOf(columns),
      titles,
      block: blockOf(found, columns),
      namesDup: aboutDup,
      card,
      outline,
    };
  });
  const outline = sheet.cards.length === 0 ? sheet.listed : null;
  return { ...sheet, tables, outline };
}

/** How the rows of a table stand under each other: by its own ids, by words or codes, by a column of levels. */
export function outlineIn(
  columns: readonly Column[],
  table: FoundTable,
  legends: () => Legends,
  isDup: boolean,
): Outline | null {
  const named = columns.filter(({ field: own }) => own?.attribute === 'title' && own.subject !== 'indicator');
  if (named.length > 1) return null;
  const read = levelTable(columns, table, legends, isDup);
  if (read?.byIds) return read.outline;
  return outlineOf(columns, table, isDup) ?? read?.outline ?? null;
}

/** Its headers stand over owners, dates and values alone: what the rows are called stands left of them without any. */
function isOverValuesAlone({ columns, sheet, headerBottom, lastRow }: FoundTable): boolean {
  const [first] = columns.filter(({ text }) => text !== '');
  const names = columns.some(
    ({ meaning: { subject, attribute } }) =>
      subject !== null || attribute === 'title' || attribute === 'code',
  );
  const rows = rowsBetween(headerBottom + 1, lastRow);
  const before = rows.filter((row) => (sheet.filled(row)[0] ?? Infinity) < (first?.column ?? 0));
  return !names && before.length > rows.length / 2;
}

function plausibleOutline(view: SheetView, year: number | null, about: boolean): TextOutline | null {
  const outline = textOutline(view, year, about);
  return outline && outline.score >= OUTLINE ? outline : null;
}

/** An outline that plainly goes from the DUP down to objectives of PEG is no row of cards. */
const PLAINLY = 0.8;

function isWhole(outline: TextOutline | null): boolean {
  if (!outline || outline.score < PLAINLY) return false;
  const kinds = outline.lines.flatMap(({ kind }) => kind ?? []);
  const several = (test: (kind: PlanSubject) => boolean) => kinds.filter(test).length > 1;
  return several(isLevel) && several((kind) => kind === 'pegObjective');
}

/** The rows of a table, and whether they are objectives: with codes of their own, or with nothing finer beside them. */
function rowsOf({ columns, headerTop, headerBottom, lastRow }: FoundTable): TableRows {
  const meanings = columns.map((column) => column.meaning).filter(({ confidence }) => confidence >= KNOWN);
  const named = meanings.some(
    ({ subject, attribute, period }) =>
      (subject === 'objective' || subject === 'pegObjective') &&
      (attribute === null || attribute === 'title') &&
      period === null,
  );
  const coded = meanings.some(({ attribute }) => attribute === 'code' || attribute === 'ordinal');
  const finer = meanings.some(({ subject }) => subject === 'phase' || subject === 'indicator');
  const listsObjectives = named && (coded || (!finer && lastRow - headerBottom > 1));
  return { top: headerTop, bottom: lastRow, listsObjectives };
}

/** Whether a table stands inside a card. */
function holds(card: Card, { headerTop, columns }: FoundTable): boolean {
  const first = columns.find((column) => column.text !== '')?.column ?? 0;
  return headerTop >= card.top && headerTop <= card.bottom && first >= card.left && first <= card.right;
}

/** Texts at the top of a sheet: where titles stand. */
function firstTexts(view: SheetView): string[] {
  return view
    .rows()
    .slice(0, 5)
    .flatMap((row) => view.filled(row).map((column) => view.line(row, column)))
    .filter((text) => text.length <= MAX_TITLE);
}

function shortTexts(titles: readonly SourcedText[]): string[] {
  return titles.map((title) => title.value).filter((text) => text.length <= MAX_TITLE);
}

/**
 * Labels with one row of values below, in a sheet of further labels: part of a card, not a table. Tables of phases
 * and indicators inside a card may well have one row.
 */
function isCardRow({ sheet, columns, headerTop, headerBottom }: FoundTable): boolean {
  const meanings = columns.map((column) => column.meaning);
  const names = (...subjects: readonly string[]) =>
    meanings.some(({ subject }) => subject !== null && subjects.includes(subject));
  if (names('phase', 'indicator', 'quantity') || meanings.some(({ attribute }) => attribute === 'formula'))
    return false;
  if (!names('objective', 'pegObjective')) return false;
  const oneRow = sheet.filled(headerBottom + 1).length > 0 && sheet.filled(headerBottom + 2).length === 0;
  return (
    oneRow &&
    sheet
      .rows()
      .filter((row) => row < headerTop || row > headerBottom + 1)
      .some((row) =>
        sheet.filled(row).some((column) => bareLabel(sheet.text(row, column), sheet.words) !== null),
      )
  );
}

function contextRole(
  aboutDup: boolean,
  titles: readonly SourcedText[],
  announced: TableRole | null,
): TableContext['role'] {
  const titled = [...titles]
    .reverse()
    // A sentence announces nothing, whatever words it has.
    .filter(({ value }) => value.length <= MAX_ROLE_TITLE && !/[a-zà-ù]\.\s*$/.test(value))
    .map((one) => roleOfTitle(one.value));
  const role = titled.find((one) => one !== null) ?? announced;
  if (aboutDup && (role === null || role === 'objectives')) return 'dup';
  return role === 'preface' || role === 'other' ? null : role;
}

/** The role announced by the name of a rectangle that begins with this table. */
function roleOfName({ sheet, headerTop, headerBottom, left, right }: FoundTable): TableRole | null {
  const names = sheet.named.filter(
    ({ area }) =>
      area.right > area.left &&
      area.top >= headerTop &&
      area.top <= headerBottom + 1 &&
      area.left <= right &&
      area.right >= left,
  );
  return names.map(({ name }) => roleOfTitle(name.replace(/_/g, ' '))).find((role) => role !== null) ?? null;
}

/** Texts above a table's header; long ones are paragraphs, and what stands beside another text is more than a title. */
function titlesOf({ sheet, firstTitleRow, headerTop }: FoundTable, ledger: Ledger): SourcedText[] {
  const titles: SourcedText[] = [];
  for (let row = firstTitleRow; row < headerTop; row++) {
    const left = sheet.filled(row).filter((column) => !ledger.isSettled(sheet.grid, row, column));
    for (const column of left) {
      const text = sheet.text(row, column);
      if (left.length > 1) ledger.note(sheet.grid, row, column);
      else ledger.ignore(sheet.grid, row, column, text.length > MAX_TITLE ? 'paragraph' : 'title');
      titles.push({ value: text, cells: [sheet.ref(row, column)] });
    }
  }
  return titles;
}

/** In a table of indicators, a header left of the indicator's that the lexicon does not know names what the block is about. */
function blockOf({ sheet }: FoundTable, columns: readonly Column[]): SourcedText | null {
  const isTitle = (field: Field | null) => field?.subject === 'indicator' && field.attribute === 'title';
  const title = columns.findIndex((column) => isTitle(column.field));
  const header = columns
    .slice(0, Math.max(0, title))
    .find(
      ({ text, field, ignored }) =>
        text !== '' && ignored === null && (field === null || field.attribute === 'citation'),
    );
  const place = header?.places[0];
  return header && place ? { value: header.text, cells: [sheet.ref(place.row, place.column)] } : null;
}

/** Whether the lines of a sheet state objectives of PEG. */
export function textStatesPeg({ outline }: ReadSheet): boolean {
  return outline?.lines.some(({ kind }) => kind === 'pegObjective') ?? false;
}

/** Columns of a table whose field is of a subject and, where given, an attribute. */
export function columnsFor(table: ReadTable, subject: PlanSubject, attribute?: Field['attribute']): Column[] {
  return table.columns.filter(
    ({ field }) => field?.subject === subject && (attribute === undefined || field.attribute === attribute),
  );
}

/** The filled texts of a column in the rows that state objectives of PEG, or whatever the table is about. */
export function columnTextsOf(table: ReadTable, column: Column, subject: PlanSubject): string[] {
  const { outline, found } = table;
  if (!outline) return columnTexts(table, column);
  return rowsBetween(found.headerBottom + 1, found.lastRow).flatMap((row) => {
    const text = (outline.levels.get(row) ?? subject) === subject ? found.sheet.line(row, column.column) : '';
    return text === '' ? [] : [outline.fused.get(row)?.code ?? text];
  });
}

/** The filled texts of a column, from the top. */
export function columnTexts({ found }: ReadTable, column: Column): string[] {
  const list: string[] = [];
  for (let row = found.headerBottom + 1; row <= found.lastRow; row++) {
    const text = found.sheet.line(row, column.column);
    if (text !== '') list.push(text);
  }
  return list;
}
