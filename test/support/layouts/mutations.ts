import { gridOf, type Area, type Cell, type Grid, type WorkbookSnapshot } from '../../../src/workbook';
import { columnsMoved } from './columns-moved';
import { rowsOf } from './rows';

/** A change that leaves what a workbook says as it was. */
export interface Mutation {
  readonly name: string;
  readonly apply: (snapshot: WorkbookSnapshot) => WorkbookSnapshot;
  /** Families whose meaning it leaves as it was; all of them where none is named. */
  readonly families?: readonly string[];
  /** Fixtures whose meaning it changes, or that are not read afterwards, and why: `docs/limiti.md` says it too. */
  readonly except?: Readonly<Record<string, string>>;
}

const CODES_ALONE = 'codes under the word of a level, one for each row, may be the codes of the rows';
const TERM_FIRST = 'a bare date left of phases may be the objective’s';
const HEADERLESS = 'codes in a column without a header are known by the title beside them';

function rebuilt(grid: Grid, rows: (Cell | null)[][], merges: readonly Area[]): Grid {
  return { ...gridOf(grid.name, rows), merges, visibility: grid.visibility };
}

function everySheet(change: (grid: Grid) => Grid): Mutation['apply'] {
  return (snapshot) => ({ ...snapshot, sheets: snapshot.sheets.map(change) });
}

function moved(area: Area, row: number, column: number, at: { row: number; column: number }): Area {
  const shift = (value: number, from: number, by: number): number => (value >= from ? value + by : value);
  return {
    top: shift(area.top, at.row, row),
    bottom: shift(area.bottom, at.row, row),
    left: shift(area.left, at.column, column),
    right: shift(area.right, at.column, column),
  };
}

/** Inserts empty rows or columns before a place. */
function inserted(grid: Grid, what: { row?: number; column?: number }, content: (Cell | null)[] = []): Grid {
  const rows = rowsOf(grid);
  if (what.row !== undefined) rows.splice(what.row, 0, content);
  if (what.column !== undefined)
    for (const row of rows)
      if (row.length > what.column || what.column === 0) row.splice(what.column, 0, null);
  const at = { row: what.row ?? Infinity, column: what.column ?? Infinity };
  return rebuilt(
    grid,
    rows,
    grid.merges.map((area) =>
      moved(area, what.row === undefined ? 0 : 1, what.column === undefined ? 0 : 1, at),
    ),
  );
}

/** The columns in another order, in sheets that merge none: the last first, and what stood in the first right after it. */
function shuffled(grid: Grid): Grid {
  if (grid.merges.length > 0) return grid;
  const rows = rowsOf(grid).map((row) => {
    const alone = row.filter((cell) => cell !== null && cell.text !== '').length < 2;
    return alone ? row : [row.at(-1) ?? null, ...row.slice(0, -1)];
  });
  return rebuilt(grid, rows, grid.merges);
}

const text = (value: string): Cell => ({ value, text: value });

/** Every blank cell under a merged one gets its text: what "unmerge and fill" leaves. Only merges over rows. */
function unmerged(grid: Grid): Grid {
  const rows = rowsOf(grid);
  const kept: Area[] = [];
  for (const area of grid.merges) {
    if (area.bottom === area.top) {
      kept.push(area);
      continue;
    }
    for (let row = area.top; row <= area.bottom; row++) {
      const line = rows[row];
      if (line) line[area.left] = rows[area.top]?.[area.left] ?? null;
    }
  }
  return rebuilt(grid, rows, kept);
}

const WORDS: readonly [RegExp, string][] = [
  [/^responsabile$/i, 'RESP.'],
  [/^responsabile del servizio$/i, 'Dirigente responsabile'],
  [/^codice$/i, 'Cod.'],
  [/^cod\. obiettivo$/i, 'CODICE OBIETTIVO'],
  [/^obiettivo operativo dup$/i, 'Ob. operativo (DUP)'],
  [/^obiettivo operativo$/i, 'OBIETTIVI OPERATIVI'],
  [/^obiettivo strategico$/i, 'Ob. strategico'],
  [/^obiettivi strategici dup$/i, 'OBIETTIVO STRATEGICO DUP'],
  [/^indicatore$/i, 'INDICATORI'],
  [/^fase$/i, 'Fasi'],
  [/^u\.m\.$/i, 'Unità di misura'],
  [/^unità( di misura)?$/i, 'u.m.'],
  [/^fonte$/i, 'Fonte dei dati'],
  [/^data inizio$/i, 'Inizio'],
  [/^data fine$/i, 'Scadenza'],
  [/^formula$/i, 'Modalità di calcolo'],
  [/^settore$/i, 'Centro di responsabilità'],
  [/^peso %$/i, 'Pesatura'],
  [/^titolo$/i, 'Denominazione'],
];

/** Headers and labels in other words of the same meaning. */
function reworded(grid: Grid): Grid {
  const rows = rowsOf(grid).map((row) =>
    row.map((cell) => {
      const found = cell && WORDS.find(([pattern]) => pattern.test(cell.text));
      return found ? text(found[1]) : cell;
    }),
  );
  return rebuilt(grid, rows, grid.merges);
}

/** A name that says nothing of what the sheet holds; a sheet for each year keeps its year. */
function renamed(name: string, at: number, sheets: readonly Grid[]): string {
  if (/^dup/i.test(name)) return `DUP agg. ${at}`;
  const year = /20\d\d/.exec(name)?.[0];
  const bare = (text: string) => text.replace(/20\d\d/, '#');
  const yearly = sheets.filter((grid) => bare(grid.name) === bare(name)).length > 1;
  return year !== undefined && yearly ? `Foglio ${year}` : `Foglio${at + 1}`;
}

/** Changes that an office makes without changing the plan. */
export const mutations: readonly Mutation[] = [
  {
    name: 'an extra title row',
    apply: everySheet((grid) => inserted(grid, { row: 0 }, [text('Allegato A alla deliberazione')])),
  },
  {
    name: 'two blank rows on top',
    apply: everySheet((grid) => inserted(inserted(grid, { row: 0 }), { row: 0 })),
  },
  { name: 'a blank column on the left', apply: everySheet((grid) => inserted(grid, { column: 0 })) },
  {
    name: 'blank columns in between',
    apply: everySheet((grid) => inserted(inserted(grid, { column: 0 }), { column: 2 })),
  },
  { name: 'merged cells unmerged and filled', apply: everySheet(unmerged) },
  { name: 'headers reworded', apply: everySheet(reworded) },
  {
    name: 'sheets renamed',
    except: {
      'behaviours-beside-objectives': 'a list of behaviours is known by the name of its sheet',
    },
    apply: (snapshot) => ({
      ...snapshot,
      sheets: snapshot.sheets.map((grid, i) => ({
        ...grid,
        name: renamed(grid.name, i, snapshot.sheets),
      })),
    }),
  },
  {
    name: 'capital letters in headers',
    apply: everySheet((grid) =>
      rebuilt(
        grid,
        rowsOf(grid).map((row) =>
          row.map((cell) =>
            cell && WORDS.some(([pattern]) => pattern.test(cell.text)) ? text(cell.text.toUpperCase()) : cell,
          ),
        ),
        grid.merges,
      ),
    ),
  },
  {
    name: 'a blank row before the last one',
    apply: everySheet((grid) => inserted(grid, { row: rowsOf(grid).length - 1 })),
  },
  {
    name: 'spaces and non-breaking spaces around texts',
    apply: everySheet((grid) =>
      rebuilt(
        grid,
        rowsOf(grid).map((row) =>
          row.map((cell) =>
            cell && typeof cell.value === 'string' ? text(` ${cell.text.replace(' ', '\u00a0')} `) : cell,
          ),
        ),
        grid.merges,
      ),
    ),
  },
  { name: 'the last column first', apply: everySheet(shuffled), families: ['wide'] },
  {
    name: 'the last column of each table first',
    apply: (snapshot) => columnsMoved(snapshot, 1),
    except: {
      'outline-codes-in-front': HEADERLESS,
      'forms-tables-without-a-blank-row':
        'where one table ends and the next begins is known by their first columns',
      'lots-under-one-office': 'an office written once holds for the rows below only left of what it groups',
      'codes-of-the-level-and-a-description': CODES_ALONE,
      'lots-with-ordinals': TERM_FIRST,
      'lots-as-cards': TERM_FIRST,
    },
  },
  {
    name: 'the last two columns of each table first',
    apply: (snapshot) => columnsMoved(snapshot, 2),
    except: {
      'outline-codes-in-front': HEADERLESS,
      'codes-of-the-level-and-a-description': CODES_ALONE,
      'shared-and-own-objectives-under-headings': 'a heading alone in the column of names is one of them',
      'outcome-and-output': 'of two groups of indicators, each target follows its own',
    },
  },
  {
    name: 'the last two columns first',
    apply: everySheet((grid) => shuffled(shuffled(grid))),
    families: ['wide'],
  },
];
