import { looksLikeCode, normalise, normaliseCode, splitCode, type TableRole } from '../plan';
import type { Card } from './cards/find-cards';
import { columnsFor, textStatesPeg, type ReadSheet, type ReadTable } from './sheet';
import { isLevel, isName, LEVELS } from './words/field';
import { objectiveNumber } from './words/labels';
import { isTotalRow } from './words/texts';

/** What every table and card of the workbooks is for, which none can tell alone. */
export class TableRoles {
  /** The DUP of another file is compared. */
  readonly comparesOther: boolean;
  private readonly dup: ReadonlySet<ReadTable | ReadSheet>;
  private readonly replaced: ReadonlySet<ReadTable | ReadSheet>;
  private readonly defining: ReadonlySet<ReadTable | Card | ReadSheet>;

  /** @param dupSheets  sheets of another file that lists the DUP; where they do, they replace the plan's own */
  constructor(sheets: readonly ReadSheet[], dupSheets: readonly ReadSheet[] | null) {
    const pegStated = sheets.some(
      (sheet) => sheet.cards.length > 0 || sheet.tables.some(namesPeg) || textStatesPeg(sheet),
    );
    const own = sheets.flatMap((sheet) => listingDup(sheet, pegStated));
    const other = dupSheets?.flatMap((sheet) => listingDup(sheet, true)) ?? [];
    this.comparesOther = other.length > 0;
    this.dup = new Set(this.comparesOther ? other : own);
    this.replaced = new Set(this.comparesOther ? own : []);
    this.defining = new Set(defining(sheets));
  }

  /** The table lists the DUP that is compared. */
  isDup(table: ReadTable): boolean {
    return this.dup.has(table);
  }

  /** The sheet lists the DUP that is compared, as lines of text. */
  isDupText(sheet: ReadSheet): boolean {
    return this.dup.has(sheet);
  }

  /** It lists a DUP, but that of another file is compared in its place. */
  isReplaced(one: ReadTable | ReadSheet): boolean {
    return this.replaced.has(one);
  }

  /** Objectives of PEG are stated here; elsewhere a code or a name only refers to them. */
  definesPeg(one: ReadTable | Card | ReadSheet): boolean {
    return this.defining.has(one);
  }

  roleOf(table: ReadTable): TableRole {
    if (this.isDup(table)) return 'dup';
    if (this.isReplaced(table)) return 'other';
    switch (table.main) {
      case 'phase':
        return 'phases';
      case 'indicator':
        return 'indicators';
      case 'centre':
        return 'centres';
      case 'quantity':
        return 'data';
      default:
        return 'objectives';
    }
  }
}

function namesPeg(table: ReadTable): boolean {
  return columnsFor(table, 'pegObjective').some(({ field }) => field !== null && isName(field));
}

/** Tables of levels above the PEG only, or lines of text, that say they are the DUP or stand beside a PEG. */
function listingDup(sheet: ReadSheet, pegElsewhere: boolean): (ReadTable | ReadSheet)[] {
  if (sheet.confirmed === 'plan') return [];
  const tables = sheet.tables.filter(
    (table) =>
      !namesPeg(table) &&
      isLevel(table.main) &&
      LEVELS.some((level) => columnsFor(table, level).length > 0) &&
      (table.namesDup || pegElsewhere),
  );
  const listed = sheet.outline !== null && !textStatesPeg(sheet);
  const text = listed && (sheet.namesDup || pegElsewhere);
  return text ? [...tables, sheet] : tables;
}

/** An objective as a table or card names it. */
interface PegName {
  readonly code: string;
  readonly title: string;
}

/** Tables and cards that name objectives, with the names they give. */
interface Stating<T> {
  readonly one: T;
  readonly file: string;
  readonly names: readonly PegName[];
}

/** This share of a list's names stands in another: it only refers to it. */
const REFERRING = 0.5;
/** A list with codes and titles must repeat so much of another to be its summary. */
const SUMMARY = 0.8;

/**
 * Tables and cards that state objectives. A table of phases or indicators does so only where nothing else does; one
 * that has only titles, or repeats what another states with more columns, refers to it.
 */
function defining(sheets: readonly ReadSheet[]): (ReadTable | Card | ReadSheet)[] {
  const tables = sheets.flatMap((sheet) =>
    sheet.tables.filter(namesPeg).map((one) => statingTable(sheet, one)),
  );
  const cards = sheets.flatMap((sheet) => sheet.cards.map((card) => statingCard(sheet, card)));
  const titled = tables.filter(
    ({ one }) => one.card === null && columnsFor(one, 'pegObjective', 'title').length > 0,
  );
  const pure = titled.filter(({ one }) => one.main === 'pegObjective').sort(richestFirst);
  const stated: Stating<ReadTable>[] = [];
  for (const table of pure) if (!isSummary(table, stated)) stated.push(table);
  const texts = sheets.filter(textStatesPeg).map(statingText);
  const own = [...cards, ...texts].filter((one) => !isSummary(one, stated));
  const known = namesOf([...stated, ...own]);
  const mixed = titled.filter(({ one, names }) => one.main !== 'pegObjective' && !refers(names, known));
  const found = [...stated, ...mixed];
  if (found.length > 0 || own.length > 0) return [...found, ...own].map(({ one }) => one);
  return tables.map(({ one }) => one).filter((table) => table.main === 'pegObjective');
}

function richestFirst(a: Stating<ReadTable>, b: Stating<ReadTable>): number {
  const coded = (table: ReadTable) => Number(columnsFor(table, 'pegObjective', 'code').length > 0);
  const fields = (table: ReadTable) => table.columns.filter(({ field }) => field).length;
  return coded(b.one) - coded(a.one) || fields(b.one) - fields(a.one);
}

/** In the same file, a list whose names another states: by title where it has no codes, else by code and title. */
function isSummary({ file, names }: Stating<unknown>, stated: readonly Stating<unknown>[]): boolean {
  const others = stated.filter((other) => other.file === file);
  if (others.length === 0 || names.length === 0) return false;
  const known = namesOf(others);
  if (names.every(({ code }) => code === '')) return refers(names, known);
  const pairs = new Set(others.flatMap((other) => other.names.map(({ code, title }) => `${code}|${title}`)));
  const repeated = names.filter(
    ({ code, title }) => pairs.has(`${code}|${title}`) || (title === '' && known.has(code)),
  );
  return repeated.length >= names.length * SUMMARY;
}

function refers(names: readonly PegName[], known: ReadonlySet<string>): boolean {
  const own = names.map(({ code, title }) => (code === '' ? title : code));
  return own.filter((name) => known.has(name)).length > own.length * REFERRING;
}

function namesOf(stating: readonly Stating<unknown>[]): Set<string> {
  return new Set(
    stating.flatMap(({ names }) => names.flatMap(({ code, title }) => [code, title])).filter(Boolean),
  );
}

function statingCard({ view }: ReadSheet, card: Card): Stating<Card> {
  const text = (attribute: 'code' | 'title') =>
    card.facts.find(({ field }) => field.subject === 'pegObjective' && field.attribute === attribute)?.text ??
    '';
  return { one: card, file: view.grid.file ?? '', names: [named(text('code'), text('title'))] };
}

function statingText(sheet: ReadSheet): Stating<ReadSheet> {
  const names = (sheet.outline?.lines ?? []).flatMap(({ kind, part }) =>
    kind === 'pegObjective' && part.is === 'level' ? [named(part.code ?? '', part.text)] : [],
  );
  return { one: sheet, file: sheet.view.grid.file ?? '', names };
}

function statingTable({ view }: ReadSheet, table: ReadTable): Stating<ReadTable> {
  const [code] = columnsFor(table, 'pegObjective', 'code');
  const [title] = columnsFor(table, 'pegObjective', 'title');
  const { headerBottom, lastRow, sheet } = table.found;
  const names = new Map<string, PegName>();
  for (let row = headerBottom + 1; row <= lastRow; row++) {
    if (isTotalRow(sheet.filled(row, table.found).map((column) => sheet.text(row, column)))) continue;
    const name = named(code ? sheet.line(row, code.column) : '', title ? sheet.line(row, title.column) : '');
    if (name.code !== '' || name.title !== '') names.set(`${name.code}|${name.title}`, name);
  }
  return { one: table, file: view.grid.file ?? '', names: [...names.values()] };
}

/** A code in front of a title, or in its place, counts as its code. */
function named(code: string, title: string): PegName {
  if (code === '' && looksLikeCode(title)) return { code: normaliseCode(title), title: '' };
  const split = code === '' ? splitCode(title) : null;
  return {
    code: normaliseCode(split?.code ?? objectiveNumber(code) ?? code),
    title: normalise(split?.text ?? title),
  };
}
