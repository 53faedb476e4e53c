import type { CodeScheme, PlanTable } from '../plan';
import { columnName, type CellRef } from '../workbook';
import { cardTable, planTable, textTable } from './describe';
import { rowsBetween } from './grid/sheet-view';
import type { Ledger } from './ledger';
import type { Source } from './link/source';
import type { TableRoles } from './roles';
import { readRows, type RowsRead } from './rows/read-rows';
import { readOutlineRows } from './rows/outline-rows';
import type { Statement } from './rows/statements';
import { searchMask } from './scheme';
import { sheetId, type ReadSheet, type ReadTable } from './sheet';
import { fieldName, isLevel, type Level } from './words/field';

/** What the sheets say, read row by row and card by card. */
export interface SourcesRead {
  readonly sources: readonly Source[];
  readonly tables: readonly PlanTable[];
  /** Bands that were taken for an office because nothing else fits. */
  readonly guessedBands: readonly CellRef[];
}

/** What reading needs beside the sheets. */
export interface SourceContext {
  readonly roles: TableRoles;
  readonly scheme: CodeScheme | null;
  readonly year: number | null;
  readonly ledger: Ledger;
}

/** Reads all sheets, those that list the DUP first: their names tell what bands elsewhere speak of. */
export function readSources(sheets: readonly ReadSheet[], context: SourceContext): SourcesRead {
  return new SourceReader(context).read(sheets);
}

class SourceReader {
  private readonly sources: Source[] = [];
  private readonly tables: PlanTable[] = [];
  private readonly guessedBands: CellRef[] = [];
  private readonly levels = new Map<string, Level>();

  constructor(private readonly context: SourceContext) {}

  read(sheets: readonly ReadSheet[]): SourcesRead {
    const { roles } = this.context;
    const lists = (sheet: ReadSheet) =>
      roles.isDupText(sheet) || sheet.tables.some((table) => roles.isDup(table));
    for (const sheet of [...sheets.filter(lists), ...sheets.filter((one) => !lists(one))]) {
      const cards = sheet.cards.map((_, at) => this.readCard(sheet, at));
      this.readOutline(sheet);
      for (const table of sheet.tables) {
        if (this.context.roles.isReplaced(table)) this.passOver(table);
        else this.readTable(sheet, table, cards);
      }
    }
    return { sources: this.sources, tables: this.tables, guessedBands: this.guessedBands };
  }

  private readTable(sheet: ReadSheet, table: ReadTable, cards: readonly Statement[]): void {
    const { roles, scheme, year, ledger } = this.context;
    const isDup = roles.isDup(table);
    const definesPeg = roles.definesPeg(table);
    const around =
      table.card === null
        ? sheet.sheetFacts.filter((fact) => fact.row < table.found.headerTop)
        : (cards[table.card]?.facts ?? []);
    const read =
      table.main === 'quantity'
        ? this.readData(table)
        : readRows({
            tableId: table.id,
            table: table.found,
            columns: table.columns,
            mask: searchMask(scheme),
            year,
            context: around.map((fact) => ({ ...fact, inherited: true })),
            definesPeg,
            outline: table.outline,
            levelOf: (text) => this.levels.get(text.toLowerCase()) ?? null,
            ledger,
          });
    if (isDup) for (const statement of read.statements) this.remember(statement);
    const { id, titles, block } = table;
    const card = table.card === null ? null : cardId(sheet, table.card);
    this.sources.push({ tableId: id, isDup, definesPeg, card, statements: read.statements, titles, block });
    this.tables.push(planTable(table, roles.roleOf(table), read));
    this.guessedBands.push(...read.guessedBands);
  }

  private passOver({ found }: ReadTable): void {
    for (const row of rowsBetween(found.headerTop, found.lastRow)) {
      for (const column of found.sheet.filled(row, found))
        this.context.ledger.ignore(found.sheet.grid, row, column, 'other-dup');
    }
  }

  /** Tables of base data are read with the indicators that need them. */
  private readData({ found, columns }: ReadTable): RowsRead {
    for (let row = found.headerTop; row <= found.lastRow; row++) {
      for (const { column } of columns) this.context.ledger.map(found.sheet.grid, row, column);
    }
    return { statements: [], fusedByDesign: [], guessedBands: [] };
  }

  /** Levels listed as lines of text. */
  private readOutline(sheet: ReadSheet): void {
    const { outline, view } = sheet;
    if (!outline) return;
    const { roles, year, ledger } = this.context;
    const tableId = `${sheetId(view)}#1`;
    const isDup = roles.isDupText(sheet);
    const definesPeg = roles.definesPeg(sheet);
    const statements = readOutlineRows({ tableId, sheet: view, outline, year, ledger });
    if (isDup) for (const statement of statements) this.remember(statement);
    this.sources.push({ tableId, isDup, definesPeg, statements, titles: [], block: null });
    const role = isDup ? 'dup' : definesPeg ? 'objectives' : 'other';
    this.tables.push(textTable(tableId, view.grid, statements, role));
  }

  private readCard(sheet: ReadSheet, at: number): Statement {
    const card = sheet.cards[at];
    const own = card?.facts ?? [];
    const said = new Set(own.map((fact) => fieldName(fact.field)));
    const id = cardId(sheet, at);
    const statement: Statement = {
      tableId: id,
      grid: sheet.view.grid,
      row: card?.top ?? 0,
      facts: [...own, ...sheet.sheetFacts.filter((fact) => !said.has(fieldName(fact.field)))],
      layout: 'regular',
      place: 'card',
      statesPeg: true,
      cells: own.flatMap((fact) => fact.cells),
    };
    this.sources.push({
      tableId: id,
      isDup: false,
      definesPeg: card !== undefined && this.context.roles.definesPeg(card),
      statements: [statement],
      titles: [],
      block: null,
    });
    this.tables.push(
      cardTable(
        id,
        sheet.view.grid,
        own.map((fact) => ({ fact, label: fact.label, column: columnName(fact.column) })),
      ),
    );
    return statement;
  }

  private remember(statement: Statement): void {
    for (const { field, text } of statement.facts) {
      if (isLevel(field.subject) && field.attribute === 'title')
        this.levels.set(text.toLowerCase(), field.subject);
    }
  }
}

/** What names a card of a sheet. */
function cardId({ view }: ReadSheet, at: number): string {
  return `${sheetId(view)}!${at + 1}`;
}
