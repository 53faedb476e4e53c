import { codeNumber, normalise, normaliseCode, type PegRow } from '../../plan';
import { groupBy, rowSubject, type FactContext } from './context';
import { suffixOf, yearOf } from './codes';
import { yearsIn } from './names';
import { truncationOf } from './truncation';
import { flag, list, number, text, token, view } from './view';

/** Two codes have no form in common yet. */
const FEWEST_CODES = 3;

/** Rows (or cards) that state a PEG objective, one entry per row. */
export const pegRows = view<PegRow>({
  name: 'pegRows',
  about: {
    it: 'Le righe (o schede) che enunciano un obiettivo di PEG',
    en: 'The rows (or cards) that state a PEG objective',
  },
  items: ({ plan }) => plan.pegRows,
  subject: rowSubject,
  involved: ({ id, pegId }) => [id, pegId],
  cells: ({ cells }) => cells,
  fields: {
    code: text('codice / code', ({ code }) => code),
    title: text('titolo / title', ({ title }) => title),
    operating: text(
      'obiettivo operativo della riga, celle unite comprese / operating objective of the row',
      ({ operating }) => operating,
    ),
    strategic: text(
      'obiettivo strategico della riga / strategic objective of the row',
      ({ strategic }) => strategic,
    ),
    expectsCode: flag(
      'la sua tabella ha una colonna per il codice, o altre righe con il codice / its table has a code column, or other rows with codes',
      ({ tableId }, context) => context.shared('codedTables', () => tablesWithCodes(context)).has(tableId),
    ),
    codeProblem: token(
      'perché il codice non è conforme / why the code does not fit the scheme',
      ({ tableId, codeProblem }, context) => {
        const own = context.shared('ownSchemes', () => tablesWithOwnScheme(context));
        const few = context.shared('distinctCodes', () => distinctCodes(context)) < FEWEST_CODES;
        return codeProblem?.kind === 'malformed' && (few || own.has(tableId)) ? null : codeProblem?.kind;
      },
    ),
    proposal: text('codice probabile / probable code', ({ codeProblem }) => codeProblem?.proposal),
    sameDefect: list(
      'codici della stessa tabella con lo stesso difetto, per la stessa causa / codes of the same table with the same defect, for the same cause',
      (row, context) => defectOf(row, context)?.codes ?? [],
    ),
    sameDefectCount: number(
      'quanti sono / how many they are',
      (row, context) => defectOf(row, context)?.codes.length ?? 0,
    ),
    defect: text(
      'che cosa è successo al codice: lo stesso valore, la stessa causa / what happened to the code: same value, same cause',
      (row, context) =>
        defectOf(row, context)?.place ??
        (codesOf(context).size === 0 ? '' : `${row.pegId} ${row.code?.value ?? ''}`),
    ),
    codesInPlan: flag(
      'qualche obiettivo del piano ha un codice / some objective of the plan has a code',
      (_, context) => codesOf(context).size > 0,
    ),
    codeYear: number(
      'anno nel codice / year in the code',
      ({ code }, context) => code && yearOf(code.value, context),
    ),
    planYear: number('primo anno del piano / first year of the plan', (_, { year }) => year),
    titleYears: list('anni scritti nel titolo / years in the title', ({ title }) =>
      yearsIn(title.value).map(String),
    ),
    oldTitleYears: list(
      'anni del titolo prima del piano / years in the title before the plan',
      ({ title }, { year }) =>
        yearsIn(title.value)
          .filter((one) => year !== null && one < year)
          .map(String),
    ),
    number: number(
      'numero progressivo del codice / running number of the code',
      ({ code }) => code && codeNumber(code.value),
    ),
    suffix: text(
      'lettera dopo il numero del codice / letter after the number of the code',
      (row, context) => baseOf(row, context)?.suffix,
    ),
    base: text(
      'codice senza la lettera / code without the letter',
      (row, context) => baseOf(row, context)?.base,
    ),
    baseExists: flag('il codice base è nel piano / the base code is in the plan', (row, context) => {
      const base = baseOf(row, context)?.base ?? null;
      return base !== null && codesOf(context).has(normaliseCode(base));
    }),
    continuation: flag(
      'continua il titolo della riga sopra (testo andato a capo) / goes on from the title above (wrapped text)',
      goesOnFromAbove,
    ),
    nextFree: text('primo codice libero / first free code', ({ id }, context) =>
      context.shared('nextFree', () => nextFreeCodes(context)).get(id),
    ),
  },
});

function codesOf({ plan, shared }: FactContext): ReadonlySet<string> {
  return shared(
    'codes',
    () => new Set(plan.pegRows.flatMap(({ code }) => (code ? normaliseCode(code.value) : []))),
  );
}

function baseOf({ code }: PegRow, { plan }: FactContext) {
  return code && suffixOf(code.value, plan.codeScheme);
}

function defectOf({ id }: PegRow, context: FactContext) {
  return context.shared('sharedDefects', () => sharedDefects(context)).get(id);
}

function goesOnFromAbove(row: PegRow, { plan, shared }: FactContext): boolean {
  if (row.code !== null || !/^\p{Ll}/u.test(row.title.value)) return false;
  const places = shared('rowPlaces', () => new Map(plan.pegRows.map(({ id }, at) => [id, at] as const)));
  const above = plan.pegRows[(places.get(row.id) ?? 0) - 1];
  return above?.tableId === row.tableId && truncationOf(above.title.value) !== null;
}

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

/** How many different codes the plan's rows have. */
function distinctCodes({ plan }: FactContext): number {
  return new Set(plan.pegRows.flatMap(({ code }) => (code ? normaliseCode(code.value) : []))).size;
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
