import { fold, normalise, normaliseCode, type PegRow } from '../../plan';
import { parseArea, type CellRef } from '../../workbook';
import { distinctTexts, groupBy, type FactContext } from './context';
import { isOfAllOffices } from './duties';
import { isAbbreviation, isSlip } from './names';
import { officesOf } from './assigned';
import { rowsOfPeg } from './piao';
import { flag, list, number, text, view } from './view';

type Rows = [PegRow, ...PegRow[]];

const isGroup = (rows: PegRow[]): rows is Rows => rows.length > 0;
const codeOf = ({ code }: PegRow): string => code?.value ?? '';
const titlesOf = (rows: Rows): string[] => distinctTexts(rows.map(({ title }) => title.value));
const idsOf = (rows: Rows): string[] => rows.flatMap(({ id, pegId }) => [id, pegId]);
const codeCells = (rows: readonly PegRow[]): CellRef[] =>
  rows.flatMap(({ code }) => code?.cells.slice(0, 1) ?? []);
const titleCells = (rows: readonly PegRow[]): CellRef[] =>
  rows.flatMap(({ title }) => title.cells.slice(0, 1));

/** Codes with all the titles they stand beside; a number that restarts elsewhere is another code there. */
export const codeGroups = view<Rows>({
  name: 'codeGroups',
  about: { it: 'I codici, ciascuno con i titoli che porta', en: 'Codes, each with the titles it has' },
  items: (context) => {
    const coded = rowsOfPeg(context).filter(({ code }) => code !== null);
    const key = (row: PegRow): string =>
      isIdentity(codeOf(row)) ? normaliseCode(codeOf(row)) : (row.codeId ?? row.pegId);
    return [...groupBy(coded, key).values()].filter(isGroup);
  },
  subject: (rows) => ({
    kind: 'pegObjective',
    id: rows[0].pegId,
    code: codeOf(rows[0]),
    title: titlesOf(rows)[0] ?? '',
  }),
  involved: idsOf,
  fields: {
    code: text<Rows>('codice / code', ([first]) => codeOf(first), codeCells),
    titles: list('titoli diversi / different titles', titlesOf, titleCells),
    titleCount: number('quanti titoli diversi / how many different titles', (rows) => titlesOf(rows).length),
    objectives: number(
      'quanti obiettivi di uffici diversi / how many objectives of different offices',
      (rows, context) => new Set(rows.map((row) => officeOf(row, context))).size,
    ),
    named: list(
      'i titoli con i loro uffici, se sono più righe / the titles with their offices, of several rows',
      (rows, context) => (rows.length > 1 ? namedWithOffices(rows, context) : []),
    ),
    abbreviated: flag(
      'i titoli differiscono solo per abbreviazioni, troncamenti o una lettera / the titles differ only by abbreviation, truncation or a slip',
      (rows) => areSpellings(titlesOf(rows)),
    ),
  },
});

/** Titles that differ only by abbreviation, truncation or a slip. */
function areSpellings(titles: readonly string[]): boolean {
  return titles.every((a) => titles.every((b) => a === b || isAbbreviation(a, b) || isSlip(a, b)));
}

/** The numbers of objectives that stand before different titles, with their rows. */
export function repeatedNumbers(context: FactContext): readonly Rows[] {
  const numbered = rowsOfPeg(context).filter((row) => row.code !== null && !isIdentity(codeOf(row)));
  return [...groupBy(numbered, ({ codeId, pegId }) => codeId ?? pegId).values()]
    .filter(isGroup)
    .filter((rows) => !areSpellings(titlesOf(rows)));
}

/** Each objective of a code with who answers for it. */
function namedWithOffices(rows: readonly PegRow[], context: FactContext): string[] {
  const named = rows.map((row) => {
    const who = officeOf(row, context);
    return who === '' ? `«${row.title.value}»` : `«${row.title.value}» (${who})`;
  });
  return distinctTexts(named);
}

/** Who answers for the objective of a row, else its centre; empty where neither is said. */
function officeOf({ pegId }: PegRow, { entities }: FactContext): string {
  const peg = entities.get(pegId);
  return peg?.kind === 'pegObjective' ? ((peg.owners[0] ?? peg.centre)?.value ?? '') : '';
}

const titleCodes = (rows: Rows): string[] => [...new Set(rows.map((row) => normaliseCode(codeOf(row))))];

/** Titles with all the codes they stand beside. */
export const titleGroups = view<Rows>({
  name: 'titleGroups',
  about: { it: 'I titoli, ciascuno con i codici che porta', en: 'Titles, each with the codes it has' },
  items: (context) => {
    const named = rowsOfPeg(context).filter(
      ({ code, title }) => code !== null && normalise(title.value) !== '',
    );
    const key = (row: PegRow): string =>
      `${normalise(row.title.value)}|${isIdentity(codeOf(row)) ? '' : row.tableId}`;
    return [...groupBy(named, key).values()].filter(isGroup);
  },
  subject: (rows) => ({
    kind: 'pegObjective',
    id: `title|${normalise(rows[0].title.value)}`,
    code: titleCodes(rows).join(', '),
    title: rows[0].title.value,
  }),
  involved: idsOf,
  fields: {
    title: text<Rows>('titolo / title', ([first]) => first.title.value, titleCells),
    codes: list('codici diversi / different codes', titleCodes, codeCells),
    codeCount: number('quanti codici diversi / how many different codes', (rows) => titleCodes(rows).length),
    ofAllRows: number(
      'quanta parte delle righe del piano lo porta, in percentuale / which part of the rows of the plan has it, in percent',
      (rows, context) => (rows.length / rowsOfPeg(context).length) * 100,
    ),
    shared: flag(
      'dice di essere trasversale o di tutti / it says it is shared by several offices',
      (rows, context) => rows.some((row) => isShared(row, context)),
    ),
  },
});

/** An objective that says it belongs to several offices, or that the law wants in each: each has its own row for it. */
function isShared(row: PegRow, context: FactContext): boolean {
  if (isOfAllOffices(row.title.value)) return true;
  const peg = context.entities.get(row.pegId);
  const type = peg?.kind === 'pegObjective' ? (peg.type?.value ?? '') : '';
  return /trasversal|intersettorial|comun[ei] a tutt/.test(fold(`${row.title.value} ${type}`));
}

/** Rows that say the same objective under the same operating objective, with nothing else to tell them apart. */
export const repeatedRows = view<Rows>({
  name: 'repeatedRows',
  about: {
    it: 'Le righe raggruppate per operativo, codice e titolo',
    en: 'Rows grouped by operating objective, code and title',
  },
  items: (context) => {
    const others = otherContent(context);
    const same = groupBy(rowsOfPeg(context), (row) =>
      JSON.stringify([
        row.operatingId ?? normalise(row.operating?.value ?? ''),
        normaliseCode(codeOf(row)),
        // A bare number restarts in each office: there its objective is another one.
        // Without a code it is that of who answers for it.
        row.code && isIdentity(codeOf(row)) ? '' : row.pegId,
        // `1) Verde pubblico` and `2) Verde pubblico` are two lots.
        /^\s*(\d{1,3})\s*[-–.)]/.exec(row.title.value)?.[1] ?? '',
        normalise(row.title.value),
      ]),
    );
    // A repeated row whose indicators are those of the first has none of its own.
    const groups = [...same.values()].flatMap((rows) => {
      const usual = rows.map(others).find((one) => one !== '') ?? '';
      return [...groupBy(rows, (row) => others(row) || usual).values()];
    });
    return groups.filter(isGroup);
  },
  subject: ([{ pegId, operatingId, code, title }]) => ({
    kind: 'pegObjective',
    id: `${pegId}|${operatingId ?? ''}`,
    code: code?.value ?? null,
    title: title.value,
  }),
  involved: (rows) => rows.map(({ id }) => id),
  fields: {
    code: text(
      'codice / code',
      ([{ code }]) => code?.value,
      (rows) => codeCells(rows.toReversed()),
    ),
    title: text(
      'titolo / title',
      ([{ title }]) => title.value,
      (rows) => titleCells(rows.toReversed()),
    ),
    operating: text('obiettivo operativo / operating objective', ([{ operating }]) => operating?.value),
    times: number('quante volte / how many times', (rows) => rows.length),
  },
});

/** A bare `1` or `n. 1` counts within its table and identifies nothing outside it. */
function isIdentity(code: string): boolean {
  return !/^(?:n(?:[.°]|r\.?|um\.?)?|ob\.?)?\s*\d{1,3}[.)]?$/i.test(code.trim());
}

/** What phases and indicators say in the same row of the sheet: an objective repeated beside each is no duplicate. */
function otherContent(context: FactContext): (row: PegRow) => string {
  const { pegObjectives, phases, indicators } = context.plan;
  const byRow = new Map<string, string[]>();
  const add = (cells: readonly CellRef[], content: readonly (string | undefined)[]): void => {
    const key = lineOf(cells[0]);
    const said = content.map((part) => normalise(part ?? '')).join('|');
    if (key) byRow.set(key, [...(byRow.get(key) ?? []), said]);
  };
  // A row for each office that shares an objective: what tells them apart is who answers for it.
  for (const peg of pegObjectives) {
    const offices = officesOf(peg);
    if (offices.length < 2) continue;
    for (const { owner, centre } of offices) {
      const who = owner ?? centre;
      if (who) add(who.cells, ['office', who.value]);
    }
  }
  for (const { title, start, end } of phases)
    add(title.cells, ['phase', title.value, start?.value, end?.value]);
  for (const { title, formula, targets } of indicators) {
    add(title.cells, ['indicator', title.value, formula?.value, ...targets.map((one) => one.value)]);
  }
  return (row) => (byRow.get(lineOf(row.title.cells[0]) ?? '') ?? []).sort().join(' ');
}

/** Sheet and row of a cell, to find what stands on the same line. */
export function lineOf(cell: CellRef | undefined): string | null {
  const area = cell && parseArea(cell.address);
  return area ? `${cell.file ?? ''}|${cell.sheet}|${area.top}` : null;
}
