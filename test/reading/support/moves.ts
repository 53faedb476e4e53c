import type { Area, Cell } from '../../../src/workbook';
import type { LayoutTruth } from '../../support/layouts';
import {
  hasMerges,
  isAllTables,
  tablesOf,
  textCell,
  textOf,
  topOf,
  type Book,
  type Sheet,
  type Table,
} from './marks';
import type { Random } from './random';
import { folded } from './score';

const MONTH =
  /^(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|[gfmalsond]|[1-9]|1[0-2]|i{1,3}|iv|(?:i{1,3}|iv|[1-4])[°.]? (?:trim|sem)\w*\.?)$/i;

function eachSheet(books: readonly Book[], change: (sheet: Sheet) => boolean): boolean {
  return books.flatMap(({ sheets }) => sheets.map(change)).some(Boolean);
}

/** Codes of objectives written into the cell of the title, the column of codes gone. */
export function codesIntoTitles(books: readonly Book[], random: Random, { pegs }: LayoutTruth): boolean {
  const between = random.pick([' - ', ' ', ') ', ': ', ' – ', '. ']);
  return eachSheet(books, (sheet) => {
    const pairs = pegs.flatMap(({ code, title }) => (code === null ? [] : placesOf(sheet, code, title)));
    if (pairs.length < 2) return false;
    const columns = new Set(pairs.map(({ code }) => code));
    if (columns.size !== 1) return false;
    const [column = 0] = columns;
    // Where codes of other things stand in the column, it is no column of this level's codes.
    const own = new Set(pairs.map(({ row }) => row));
    const isOthers = tablesOf(sheet).some(({ header, bottom }) =>
      sheet.rows.some(
        (line, row) => row > header && row <= bottom && !own.has(row) && textOf(line[column]) !== '',
      ),
    );
    if (isOthers) return false;
    for (const { row, code, title } of pairs) {
      const line = sheet.rows[row] ?? [];
      line[title] = textCell(`${textOf(line[code])}${between}${textOf(line[title])}`);
      line[code] = null;
    }
    emptyColumn(sheet, column);
    return true;
  });
}

function placesOf(sheet: Sheet, code: string, title: string): { row: number; code: number; title: number }[] {
  return sheet.rows.flatMap((line, row) => {
    const at = line.findIndex((cell) => folded(textOf(cell)) === folded(title));
    const own = line.findIndex((cell) => textOf(cell) === code);
    return at < 0 || own < 0 ? [] : [{ row, code: own, title: at }];
  });
}

/** Takes the header off a column that holds nothing more, and the column out where nothing is merged. */
function emptyColumn(sheet: Sheet, column: number): void {
  const tables = tablesOf(sheet);
  for (const { header, bottom } of tables) {
    const rows = sheet.rows.slice(header + 1, bottom + 1);
    const line = sheet.rows[header];
    if (line && rows.every((row) => textOf(row[column]) === '')) line[column] = null;
  }
  const isEmpty = sheet.rows.every((row) => textOf(row[column]) === '');
  if (!isEmpty || sheet.merges.some(({ left, right }) => left <= column && right >= column)) return;
  for (const row of sheet.rows) row.splice(column, 1);
  sheet.merges = sheet.merges.map((area) => shifted(area, column, -1));
}

function shifted(area: Area, column: number, by: number): Area {
  const shift = (at: number): number => (at >= column ? at + by : at);
  return { ...area, left: shift(area.left), right: shift(area.right) };
}

const EXTRA: readonly [string, (row: number) => string][] = [
  ['', () => 'x'],
  ['riga', (row) => String(row)],
  ['', (row) => String(row)],
  ['Ente', () => 'Comune'],
  ['ver.', () => '2.1'],
  ['ok?', (row) => (row % 2 === 0 ? 'sì' : 'da rivedere')],
  ['agg. il', (row) => `${String((row % 27) + 1).padStart(2, '0')}/11/2025`],
  ['colore', (row) => ['verde', 'giallo', 'rosso'][row % 3] ?? 'verde'],
];

/** One more column in front of the tables, of no meaning for the plan. */
export function extraColumn(books: readonly Book[], random: Random): boolean {
  const [header, content] = random.pick(EXTRA);
  return eachSheet(books, (sheet) => {
    if (!isAllTables(sheet)) return false;
    const tables = tablesOf(sheet);
    const fresh = new Map<number, Cell>();
    for (const table of tables) {
      if (header !== '') fresh.set(table.header, textCell(header));
      for (let row = table.header + 1; row <= table.bottom; row++)
        if (isData(sheet.rows[row])) fresh.set(row, textCell(content(row - table.header)));
    }
    sheet.rows.forEach((row, at) => row.unshift(fresh.get(at) ?? null));
    sheet.merges = sheet.merges.map((area) => shifted(area, 0, 1));
    return true;
  });
}

/** A row of data: no total, no further line of the header with years or `(1)`, no line of its own. */
function isData(row: readonly (Cell | null)[] | undefined): boolean {
  const texts = (row ?? []).map(textOf).filter((text) => text !== '');
  const isHeader =
    texts.every((text) => MONTH.test(text) || /^(?:20\d\d|\(\d+\)|\d\d\/\d\d)$/.test(text)) ||
    texts.some((text) => /^codice$/i.test(text));
  return texts.length > 1 && !isHeader && !texts.some((text) => /^(?:sub)?tot/i.test(text));
}

function filled(row: readonly (Cell | null)[] | undefined): number {
  return (row ?? []).filter((cell) => textOf(cell) !== '').length;
}

/** The columns of each table without merged cells in any order; those of a calendar stay together. */
export function shuffledColumns(books: readonly Book[], random: Random): boolean {
  return eachSheet(books, (sheet) =>
    tablesOf(sheet)
      .filter((table) => !hasMerges(table) && !hasGroups(table))
      .map((table) => shuffle(table, random))
      .some(Boolean),
  );
}

/** Whether places tell what belongs together: one of two indicators, phases or names has its target beside it. */
function hasGroups({ columns }: Table): boolean {
  const concepts = columns.map(({ concept }) => concept);
  return concepts.some(
    (concept, at) =>
      ['indicator', 'phase', 'name', 'pegObjective'].includes(concept) && concepts.indexOf(concept) !== at,
  );
}

function shuffle(table: Table, random: Random): boolean {
  const { sheet, header, bottom, left, right } = table;
  const line = sheet.rows[header] ?? [];
  const top = topOf(table);
  const blocks: number[][] = [];
  for (let column = left; column <= right; column++) {
    const before = blocks.at(-1);
    const text = textOf(line[column]);
    const goesOn = MONTH.test(text) && MONTH.test(textOf(line[before?.at(-1) ?? -1]));
    // A column without a header belongs to its neighbour.
    if (before && (goesOn || text === '')) before.push(column);
    else blocks.push([column]);
  }
  const order = random.shuffled(blocks).flat();
  for (const row of sheet.rows.slice(top, bottom + 1)) {
    const cells = row.slice(left, right + 1);
    const places = cells.flatMap((cell, at) => (textOf(cell) === '' ? [] : [at]));
    // A line of its own (a band, a heading) stays where it begins.
    if (places.length === 1 && places[0] === 0) continue;
    row.splice(left, cells.length, ...order.map((column) => cells[column - left] ?? null));
  }
  return order.some((column, at) => column !== at + left);
}

const LEVELS = ['strategicArea', 'strategicObjective', 'operatingObjective', 'pegObjective'];

/** The level columns of a table as one column of names indented by their depth, details beside the lowest. */
export function indented(books: readonly Book[], random: Random): boolean {
  const step = random.pick(['  ', '   ', '    ', '\u00a0\u00a0']);
  return eachSheet(books, (sheet) => {
    const tables = tablesOf(sheet);
    const [table] = tables;
    if (tables.length !== 1 || !table || hasMerges(table)) return false;
    const levels = LEVELS.flatMap((concept) => {
      const found = table.columns.filter((mark) => mark.concept === concept);
      return found.length === 1 ? found : [];
    });
    const [area, lowest] = [levels[0], levels.at(-1)];
    if (!area || !lowest || levels.length < 2 || lowest.concept !== 'pegObjective') return false;
    if (topOf(table) !== table.header) return false;
    const names = new Set(levels.map(({ column }) => column));
    // The code of a level goes in front of its name; that of the objective keeps its column.
    const codes = new Map<number, number>();
    for (const level of levels) {
      const own = table.columns.find(
        ({ concept, column }) =>
          column === level.column - 1 &&
          (concept === 'code' || concept === `${level.concept}.code`) &&
          level.concept !== 'pegObjective',
      );
      if (own) codes.set(level.column, own.column);
    }
    const gone = new Set([...names, ...codes.values()]);
    const rest = range(table.left, table.right).filter((column) => !gone.has(column));
    const header = sheet.rows[table.header] ?? [];
    const made: (Cell | null)[][] = [
      [
        textCell(levels.map(({ column }) => textOf(header[column])).join(' / ')),
        ...rest.map((column) => header[column] ?? null),
      ],
    ];
    const open: string[] = [];
    for (const row of sheet.rows.slice(table.header + 1, table.bottom + 1)) {
      if (filled(row) < 2) return false;
      levels.forEach((level, depth) => {
        const code = codes.get(level.column);
        const text = [code === undefined ? '' : textOf(row[code]), textOf(row[level.column])]
          .filter((part) => part !== '')
          .join(' ');
        const isLowest = depth === levels.length - 1;
        if (text === '' || (!isLowest && open[depth] === text)) return;
        open.splice(depth, open.length, text);
        made.push([
          textCell(step.repeat(depth) + text),
          ...(isLowest ? rest.map((column) => row[column] ?? null) : []),
        ]);
      });
      // Rows that only go on with the details of the objective above.
      if (textOf(row[lowest.column]) === '') made.push([null, ...rest.map((column) => row[column] ?? null)]);
    }
    const front: (Cell | null)[] = new Array<null>(table.left).fill(null);
    sheet.rows.splice(
      table.header,
      table.bottom - table.header + 1,
      ...made.map((row) => [...front, ...row]),
    );
    return true;
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const GAPS: readonly (readonly string[])[] = [
  [''],
  ['', ''],
  ['', '', ''],
  ['', 'segue', ''],
  ['', '(continua dalla pagina precedente)'],
];

/** The lower half of the last table further down, after blank rows or a line that says it goes on, without its header. */
export function headlessBlock(books: readonly Book[], random: Random): boolean {
  const lines = random.pick(GAPS);
  const gap = lines.length;
  return eachSheet(books, (sheet) => {
    const table = tablesOf(sheet).at(-1);
    if (!table) return false;
    const places = range(table.header + 3, table.bottom).filter((row) => canCut(table, row));
    if (places.length === 0) return false;
    const at = places[Math.floor(places.length / 2)] ?? table.bottom;
    sheet.rows.splice(at, 0, ...lines.map((line) => (line === '' ? [] : [textCell(line)])));
    sheet.merges = sheet.merges.map((area) =>
      area.top < at ? area : { ...area, top: area.top + gap, bottom: area.bottom + gap },
    );
    return true;
  });
}

/** Whether a row begins something: nothing is merged across, and its first columns are filled. */
function canCut({ sheet, left, columns }: Table, row: number): boolean {
  const line = sheet.rows[row] ?? [];
  const across = sheet.merges.some((area) => area.top < row && area.bottom >= row);
  const lead = columns.filter(({ concept }) => LEVELS.includes(concept.split('.')[0] ?? ''));
  const isWhole = lead.length > 0 && lead.every(({ column }) => textOf(line[column]) !== '');
  return !across && isWhole && textOf(line[left]) !== '';
}
