import { fold, normalise, normaliseCode, type PegRow } from '../../plan';
import { parseArea, type CellRef } from '../../workbook';
import { distinctTexts, groupBy, type FactContext } from './context';
import { factSet, flag, list, number, text } from './fact';
import { isOfAllOffices } from './duties';
import { isAbbreviation, isSlip } from './names';
import { officesOf } from './assigned';
import { rowsOfPeg } from './piao';

/** Codes with all the titles they stand beside; a number that restarts elsewhere is another code there. */
export const codeGroups = factSet({
  name: 'codeGroups',
  about: { it: 'I codici, ciascuno con i titoli che porta', en: 'Codes, each with the titles it has' },
  fields: {
    code: text('codice', 'code'),
    titles: list('titoli diversi', 'different titles'),
    titleCount: number('quanti titoli diversi', 'how many different titles'),
    objectives: number(
      'quanti obiettivi di uffici diversi, in file riuniti',
      'how many objectives of different offices, in merged files',
    ),
    named: list('i titoli con i loro uffici', 'the titles with their offices'),
    abbreviated: flag(
      'i titoli differiscono solo per abbreviazioni, troncamenti o una lettera',
      'the titles differ only by abbreviation, truncation or a slip',
    ),
  },
  facts: (context) =>
    [
      ...groupBy(coded(rowsOfPeg(context)), (one) =>
        isIdentity(one) ? normaliseCode(one.code) : one.row.pegId,
      ).values(),
    ].map((group) => {
      const rows = group.map(({ row }) => row);
      const titles = distinctTexts(rows.map((row) => row.title.value));
      const code = group[0]?.code ?? '';
      return {
        subject: { kind: 'pegObjective', id: group[0]?.row.pegId ?? code, code, title: titles[0] ?? '' },
        values: {
          code,
          titles,
          titleCount: titles.length,
          objectives: new Set(rows.map((row) => row.pegId)).size,
          named: rows.length > 1 ? namedWithOffices(rows, context) : [],
          abbreviated: areSpellings(titles),
        },
        cells: { code: cellsOf(rows, (row) => row.code), titles: cellsOf(rows, (row) => row.title) },
        involved: rows.flatMap((row) => [row.id, row.pegId]),
      };
    }),
});

/** Titles that differ only by abbreviation, truncation or a slip. */
function areSpellings(titles: readonly string[]): boolean {
  return titles.every((a) => titles.every((b) => a === b || isAbbreviation(a, b) || isSlip(a, b)));
}

/** The numbers of objectives that stand before different titles, with their rows. */
export function repeatedNumbers(context: FactContext): readonly (readonly PegRow[])[] {
  const numbered = coded(rowsOfPeg(context)).filter((one) => !isIdentity(one));
  return [...groupBy(numbered, ({ row }) => row.pegId).values()]
    .map((group) => group.map(({ row }) => row))
    .filter((rows) => !areSpellings(distinctTexts(rows.map((row) => row.title.value))));
}

/** Each objective of a code with who answers for it. */
function namedWithOffices(rows: readonly PegRow[], context: FactContext): string[] {
  const named = rows.map(({ pegId, title }) => {
    const peg = context.entities.get(pegId);
    const who = peg?.kind === 'pegObjective' ? (peg.owners[0] ?? peg.centre) : null;
    return who ? `«${title.value}» (${who.value})` : `«${title.value}»`;
  });
  return distinctTexts(named);
}

/** Titles with all the codes they stand beside. */
export const titleGroups = factSet({
  name: 'titleGroups',
  about: { it: 'I titoli, ciascuno con i codici che porta', en: 'Titles, each with the codes it has' },
  fields: {
    title: text('titolo', 'title'),
    codes: list('codici diversi', 'different codes'),
    codeCount: number('quanti codici diversi', 'how many different codes'),
    shared: flag('dice di essere trasversale o di tutti', 'it says it is shared by several offices'),
  },
  facts: (context) => {
    const groups = groupBy(
      coded(rowsOfPeg(context)),
      (one) => `${normalise(one.row.title.value)}|${isIdentity(one) ? '' : one.row.tableId}`,
    );
    return [...groups.values()].flatMap((group) => {
      const rows = group.map(({ row }) => row);
      const key = normalise(rows[0]?.title.value ?? '');
      if (key === '') return [];
      const codes = [...new Set(group.map(({ code }) => normaliseCode(code)))];
      return {
        subject: {
          kind: 'pegObjective',
          id: `title|${key}`,
          code: codes.join(', '),
          title: rows[0]?.title.value ?? '',
        },
        values: {
          title: rows[0]?.title.value ?? '',
          codes,
          codeCount: codes.length,
          shared: rows.some((row) => isShared(row, context)),
        },
        cells: { title: cellsOf(rows, (row) => row.title), codes: cellsOf(rows, (row) => row.code) },
        involved: rows.flatMap((row) => [row.id, row.pegId]),
      };
    });
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
export const repeatedRows = factSet({
  name: 'repeatedRows',
  about: {
    it: 'Le righe raggruppate per operativo, codice e titolo',
    en: 'Rows grouped by operating objective, code and title',
  },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    operating: text('obiettivo operativo', 'operating objective'),
    times: number('quante volte', 'how many times'),
  },
  facts: (context) => {
    const others = otherContent(context);
    const same = groupBy(rowsOfPeg(context), (row) =>
      JSON.stringify([
        row.operatingId ?? normalise(row.operating?.value ?? ''),
        row.code ? normaliseCode(row.code.value) : '',
        // A bare number restarts in each office: there its objective is another one.
        // Without a code it is that of who answers for it.
        row.code && isIdentity({ code: row.code.value }) ? '' : row.pegId,
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
    return groups.map((rows) => {
      const [first] = rows as [PegRow, ...PegRow[]];
      return {
        subject: {
          kind: 'pegObjective',
          id: `${first.pegId}|${first.operatingId ?? ''}`,
          code: first.code?.value ?? null,
          title: first.title.value,
        },
        values: {
          code: first.code?.value ?? null,
          title: first.title.value,
          operating: first.operating?.value ?? null,
          times: rows.length,
        },
        cells: {
          code: cellsOf(rows.slice().reverse(), (row) => row.code),
          title: cellsOf(rows.slice().reverse(), (row) => row.title),
        },
        involved: rows.map((row) => row.id),
      };
    });
  },
});

function coded(rows: readonly PegRow[]): { row: PegRow; code: string }[] {
  return rows.flatMap((row) => (row.code ? [{ row, code: row.code.value }] : []));
}

/** A bare `1` or `n. 1` counts within its table and identifies nothing outside it. */
function isIdentity({ code }: { code: string }): boolean {
  return !/^(?:n(?:[.°]|r\.?|um\.?)?|ob\.?)?\s*\d{1,3}[.)]?$/i.test(code.trim());
}

function cellsOf(
  rows: readonly PegRow[],
  fact: (row: PegRow) => { readonly cells: readonly CellRef[] } | null,
): CellRef[] {
  return rows.flatMap((row) => fact(row)?.cells.slice(0, 1) ?? []);
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
