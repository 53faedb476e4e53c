import { codeNumber, normaliseCode } from '../../plan';
import { rowSubject, type FactContext } from './context';
import { suffixOf, yearOf } from './codes';
import { factSet, flag, list, number, text, token } from './fact';
import { yearsIn } from './names';
import { truncationOf } from './truncation';

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
    codeProblem: token('perché il codice non è conforme', 'why the code does not fit the scheme'),
    proposal: text('codice probabile', 'probable code'),
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
    return plan.pegRows.map((row, at) => {
      const code = row.code?.value ?? null;
      const { suffix, base } = code ? suffixOf(code, plan.codeScheme) : { suffix: null, base: null };
      const years = yearsIn(row.title.value);
      const above = plan.pegRows[at - 1];
      return {
        subject: rowSubject(row),
        values: {
          code,
          title: row.title.value,
          operating: row.operating?.value ?? null,
          strategic: row.strategic?.value ?? null,
          codeProblem: row.codeProblem?.kind ?? null,
          proposal: row.codeProblem?.proposal ?? null,
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
          nextFree: code === null ? nextFreeCode(context, row.tableId, at) : null,
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

/**
 * The first number after the last used one in the series of the nearest row of the same table that has a code:
 * offices number within the centre.
 */
function nextFreeCode(context: FactContext, tableId: string, at: number): string | null {
  const rows = context.plan.pegRows;
  const neighbours = rows
    .map((row, place) => ({ row, away: Math.abs(place - at) }))
    .filter(({ row }) => row.code !== null && row.codeProblem === null && row.tableId === tableId)
    .sort((a, b) => a.away - b.away);
  const model = neighbours[0]?.row.code?.value;
  if (!model) return null;
  const match = /^(.*?)(\d+)(\D*)$/.exec(suffixOf(model, context.plan.codeScheme).base ?? model);
  if (!match || match[3] !== '') return null;
  const [, head = '', digits = ''] = match;
  const used = rows.flatMap((row) => {
    const code = row.code ? normaliseCode(row.code.value) : '';
    if (!code.startsWith(normaliseCode(head))) return [];
    const own = /^\d+/.exec(code.slice(normaliseCode(head).length))?.[0];
    return own === undefined ? [] : [Number(own)];
  });
  const next = String(Math.max(0, ...used) + 1);
  return next.length > digits.length ? null : head + next.padStart(digits.length, '0');
}
