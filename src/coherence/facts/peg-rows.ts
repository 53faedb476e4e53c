import { codeNumber, normalise, normaliseCode, type PegRow } from '../../plan';
import { groupBy, rowSubject, type FactContext } from './context';
import { suffixOf, yearOf } from './codes';
import { factSet, flag, list, number, text, token } from './fact';
import { yearsIn } from './names';
import { truncationOf } from './truncation';

/** Two codes have no form in common yet. */
const FEWEST_CODES = 3;

/** Rows (or cards) that state a PEG objective, one fact per row. */
export const pegRows = factSet({
  name: 'pegRows',
  about: {
    it: 'Le righe (o schede) che enunciano un obiettivo di PEG',
    en: 'The rows (or cards) that state a PEG objective',
  },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    operating: text('obiettivo operativo della riga, celle unite comprese', 'operating objective of the row'),
    strategic: text('obiettivo strategico della riga', 'strategic objective of the row'),
    expectsCode: flag(
      'la sua tabella ha una colonna per il codice, o altre righe con il codice',
      'its table has a code column, or other rows with codes',
    ),
    codeProblem: token('perché il codice non è conforme', 'why the code does not fit the scheme'),
    proposal: text('codice probabile', 'probable code'),
    sameDefect: list(
      'codici della stessa tabella con lo stesso difetto, per la stessa causa',
      'codes of the same table with the same defect, for the same cause',
    ),
    sameDefectCount: number('quanti sono', 'how many they are'),
    defect: text(
      'che cosa è successo al codice: lo stesso valore, la stessa causa',
      'what happened to the code: same value, same cause',
    ),
    codesInPlan: flag('qualche obiettivo del piano ha un codice', 'some objective of the plan has a code'),
    codeYear: number('anno nel codice', 'year in the code'),
    planYear: number('primo anno del piano', 'first year of the plan'),
    titleYears: list('anni scritti nel titolo', 'years in the title'),
    oldTitleYears: list('anni del titolo prima del piano', 'years in the title before the plan'),
    number: number('numero progressivo del codice', 'running number of the code'),
    suffix: text('lettera dopo il numero del codice', 'letter after the number of the code'),
    base: text('codice senza la lettera', 'code without the letter'),
    baseExists: flag('il codice base è nel piano', 'the base code is in the plan'),
    continuation: flag(
      'continua il titolo della riga sopra (testo andato a capo)',
      'goes on from the title above (wrapped text)',
    ),
    nextFree: text('primo codice libero', 'first free code'),
  },
  facts: (context) => {
    const { plan, year } = context;
    const codes = new Set(plan.pegRows.flatMap((row) => (row.code ? normaliseCode(row.code.value) : [])));
    const coded = tablesWithCodes(context);
    const free = nextFreeCodes(context);
    const ownScheme = tablesWithOwnScheme(context);
    const shared = sharedDefects(context);
    return plan.pegRows.map((row, at) => {
      const code = row.code?.value ?? null;
      const { suffix, base } = code ? suffixOf(code, plan.codeScheme) : { suffix: null, base: null };
      const years = yearsIn(row.title.value);
      const above = plan.pegRows[at - 1];
      const together = shared.get(row.id);
      return {
        subject: rowSubject(row),
        values: {
          code,
          title: row.title.value,
          operating: row.operating?.value ?? null,
          strategic: row.strategic?.value ?? null,
          expectsCode: coded.has(row.tableId),
          codeProblem:
            row.codeProblem?.kind === 'malformed' && (ownScheme.has(row.tableId) || codes.size < FEWEST_CODES)
              ? null
              : (row.codeProblem?.kind ?? null),
          proposal: row.codeProblem?.proposal ?? null,
          sameDefect: together?.codes ?? [],
          sameDefectCount: together?.codes.length ?? 0,
          defect: together?.place ?? (codes.size === 0 ? '' : `${row.pegId} ${code ?? ''}`),
          codesInPlan: codes.size > 0,
          codeYear: code ? yearOf(code, plan.codeScheme) : null,
          planYear: year,
          titleYears: years.map(String),
          oldTitleYears: years.filter((one) => year !== null && one < year).map(String),
          number: code ? codeNumber(code) : null,
          suffix,
          base,
          baseExists: base !== null && codes.has(normaliseCode(base)),
          continuation:
            code === null &&
            above !== undefined &&
            above.tableId === row.tableId &&
            truncationOf(above.title.value) !== null &&
            /^\p{Ll}/u.test(row.title.value),
          nextFree: free.get(row.id) ?? null,
        },
        cells: {
          code: row.code?.cells ?? [],
          title: row.title.cells,
          operating: row.operating?.cells ?? [],
          strategic: row.strategic?.cells ?? [],
          '*': row.cells,
        },
        involved: [row.id, row.pegId],
      };
    });
  },
});

/** Tables (and cards) that have a place for the code. */
function tablesWithCodes({ plan }: FactContext): ReadonlySet<string> {
  const columns = plan.tables.filter((table) =>
    table.columns.some((column) => column.field === 'pegObjective.code'),
  );
  const byTable = groupBy(plan.pegRows, (row) => row.tableId);
  const coded = [...byTable].filter(([, rows]) => rows.some((row) => row.code !== null));
  // Cards state one objective each: where most have a code, the others lack it.
  const cards = [...byTable].filter(([, rows]) => rows.length === 1);
  const codedCards = cards.filter(([, rows]) => rows[0]?.code !== null);
  const allCards = codedCards.length * 2 >= cards.length && codedCards.length > 0 ? cards : [];
  return new Set([...columns.map(({ id }) => id), ...[...coded, ...allCards].map(([id]) => id)]);
}

/**
 * For each row without a code the first number not yet used in the series of the nearest row of the same table
 * that has one: offices number within the centre. Rows of one series get different numbers, top to bottom.
 */
function nextFreeCodes(context: FactContext): ReadonlyMap<string, string> {
  const { pegRows, codeScheme } = context.plan;
  const highest = new Map(highestNumbers(context));
  const free = new Map<string, string>();
  pegRows.forEach((row, at) => {
    const model = row.code === null ? nearestCode(context, at) : null;
    const match = model && /^(.*?)(\d+)$/.exec(suffixOf(model, codeScheme).base ?? model);
    if (!model || !match) return;
    const [, head = '', digits = ''] = match;
    // A bare number counts within its table, and a gap in it may be meant.
    if (head === '') return;
    const series = seriesOf(model)?.head ?? '';
    const next = (highest.get(series) ?? 0) + 1;
    if (String(next).length > digits.length) return;
    highest.set(series, next);
    free.set(row.id, head + String(next).padStart(digits.length, '0'));
  });
  return free;
}

/** The code of the nearest row of the same table and the same office, upwards first. */
function nearestCode({ plan, entities }: FactContext, at: number): string | null {
  const rows = plan.pegRows;
  const table = rows[at]?.tableId;
  const officeOf = (row: PegRow | undefined): string => {
    const peg = row && entities.get(row.pegId);
    return peg?.kind === 'pegObjective' ? normalise(peg.centre?.value ?? peg.owners[0]?.value ?? '') : '';
  };
  const office = officeOf(rows[at]);
  for (let away = 1; away < rows.length; away++) {
    const [above, below] = [rows[at - away], rows[at + away]];
    if (above?.tableId !== table && below?.tableId !== table) return null;
    for (const row of [above, below]) {
      if (row?.tableId !== table || !row?.code || row.codeProblem !== null) continue;
      if (officeOf(row) === office) return row.code.value;
    }
  }
  return null;
}

/** The highest number used after each head of a code (year and centre). */
function highestNumbers(context: FactContext): ReadonlyMap<string, number> {
  return context.shared('highestNumbers', () => {
    const highest = new Map<string, number>();
    for (const row of context.plan.pegRows) {
      const series = row.code && seriesOf(row.code.value);
      if (!series) continue;
      highest.set(series.head, Math.max(highest.get(series.head) ?? 0, series.number));
    }
    return highest;
  });
}

/** A code as the head of its series and its number: `2025-AM`, 2. */
function seriesOf(code: string): { readonly head: string; readonly number: number } | null {
  const match = /^(.*?)(\d+)\p{L}?$/u.exec(normaliseCode(code));
  return match && { head: match[1] ?? '', number: Number(match[2]) };
}

/**
 * Codes that Excel spoilt together, by row: those of digits alone that lost their zeros in a column of numbers, those
 * it took for dates. One cause for each table; cards count as one. Two slips of a hand in codes with letters are two.
 */
function sharedDefects({
  plan,
}: FactContext): ReadonlyMap<string, { readonly place: string; readonly codes: readonly string[] }> {
  const sizes = groupBy(plan.pegRows, (row) => row.tableId);
  const spoilt = plan.pegRows.filter(
    ({ code, codeProblem }) =>
      codeProblem?.kind === 'turned-date' ||
      (codeProblem?.kind === 'lost-zero' && /^[\d.\s-]+$/.test(code?.value ?? '')),
  );
  const places = groupBy(spoilt, ({ tableId, codeProblem }) =>
    [codeProblem?.kind, (sizes.get(tableId)?.length ?? 0) > 1 ? tableId : ''].join(' '),
  );
  return new Map(
    [...places].flatMap(([place, rows]) => {
      const codes = [...new Set(rows.flatMap(({ code }) => code?.value ?? []))];
      return codes.length > 1 ? rows.map((row) => [row.id, { place, codes }] as const) : [];
    }),
  );
}

/** Tables most of whose codes (at least two) are alike and not like the plan's: an office with a scheme of its own. */
function tablesWithOwnScheme({ plan }: FactContext): ReadonlySet<string> {
  const own = [...groupBy(plan.pegRows, (row) => row.tableId)].filter(([, rows]) => {
    const coded = rows.filter((row) => row.code !== null);
    const other = coded.filter((row) => row.codeProblem?.kind === 'malformed');
    const shapes = groupBy(other, (row) => shapeOf(row.code?.value ?? ''));
    const most = Math.max(0, ...[...shapes.values()].map((group) => group.length));
    return most >= 2 && most * 10 >= coded.length * 6;
  });
  return new Set(own.map(([id]) => id));
}

/** Digits and letters of a code as kinds: `TR1` and `TR12` are alike. */
function shapeOf(code: string): string {
  return normaliseCode(code)
    .replace(/\d+/g, '0')
    .replace(/\p{L}+/gu, 'L');
}
