import { normaliseCode, type TableRole } from '../plan';
import { columnsFor, columnTexts, type ReadSheet, type ReadTable } from './sheet';
import { isLevel, isName, LEVELS } from './words/field';

/** What every table of the workbooks is for, which no table can tell alone. */
export class TableRoles {
  private readonly dup: ReadonlySet<ReadTable>;
  /** The DUP of another file is compared. */
  readonly comparesOther: boolean;
  private readonly replaced: ReadonlySet<ReadTable>;
  private readonly defining: ReadonlySet<ReadTable>;

  /** @param dupSheets  sheets of another file that lists the DUP; where they do, they replace the plan's own */
  constructor(sheets: readonly ReadSheet[], dupSheets: readonly ReadSheet[] | null) {
    const tables = sheets.flatMap((sheet) => sheet.tables);
    const pegStated = tables.some(namesPeg) || sheets.some((sheet) => sheet.cards.length > 0);
    const own = tables.filter((table) => listsDup(table, pegStated));
    const other = dupSheets?.flatMap((sheet) => sheet.tables).filter((table) => listsDup(table, true)) ?? [];
    this.dup = new Set(other.length > 0 ? other : own);
    this.replaced = new Set(other.length > 0 ? own : []);
    this.comparesOther = other.length > 0;
    this.defining = new Set(definingTables(sheets));
  }

  /** The table lists the DUP that is compared. */
  isDup(table: ReadTable): boolean {
    return this.dup.has(table);
  }

  /** The table lists a DUP, but that of another file is compared in its place. */
  isReplaced(table: ReadTable): boolean {
    return this.replaced.has(table);
  }

  /** Objectives of PEG are stated here; elsewhere a code or a name only refers to them. */
  definesPeg(table: ReadTable): boolean {
    return this.defining.has(table);
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

/** Levels above the PEG only, and either the table says it is the DUP or the PEG stands elsewhere. */
function listsDup(table: ReadTable, pegElsewhere: boolean): boolean {
  return (
    !namesPeg(table) &&
    isLevel(table.main) &&
    LEVELS.some((level) => columnsFor(table, level).length > 0) &&
    (table.namesDup || pegElsewhere)
  );
}

/** A table of phases or indicators states objectives only where no other table and no card does. */
function definingTables(sheets: readonly ReadSheet[]): ReadTable[] {
  const tables = sheets.flatMap((sheet) => sheet.tables).filter(namesPeg);
  const titled = tables.filter((table) => columnsFor(table, 'pegObjective', 'title').length > 0);
  const pure = titled.filter((table) => table.main === 'pegObjective');
  const stated = new Set([...pure.flatMap((table) => names(table)), ...cardNames(sheets)]);
  const cites = (table: ReadTable) => {
    const own = codesElseTitles(table);
    return own.filter((name) => stated.has(name)).length * 2 > own.length;
  };
  const mixed = titled.filter((table) => table.main !== 'pegObjective' && !cites(table));
  const own = [...pure, ...mixed].filter((table) => table.card === null);
  return own.length > 0 || stated.size > 0 ? own : tables.filter((table) => table.main === 'pegObjective');
}

function cardNames(sheets: readonly ReadSheet[]): string[] {
  return sheets.flatMap((sheet) =>
    sheet.cards.flatMap((card) =>
      card.facts
        .filter(({ field }) => field.subject === 'pegObjective' && isName(field))
        .map((fact) => normaliseCode(fact.text)),
    ),
  );
}

function names(table: ReadTable): string[] {
  return (['code', 'title'] as const).flatMap((attribute) => textsOf(table, attribute));
}

function codesElseTitles(table: ReadTable): string[] {
  const codes = textsOf(table, 'code');
  return codes.length > 0 ? codes : textsOf(table, 'title');
}

function textsOf(table: ReadTable, attribute: 'code' | 'title'): string[] {
  const texts = columnsFor(table, 'pegObjective', attribute).flatMap((column) => columnTexts(table, column));
  return [...new Set(texts.map(normaliseCode))];
}
