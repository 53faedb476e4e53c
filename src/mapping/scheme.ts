import { fitsMask, inferScheme, looksLikeCode, normaliseCode, splitCode, type CodeScheme } from '../plan';
import { columnsFor, columnTextsOf, type ReadSheet } from './sheet';
import type { Field, PlanSubject } from './words/field';
import { objectiveNumber } from './words/labels';

/** The scheme of the codes that columns and cards show, else of those written in front of titles. */
export function schemeOf(sheets: readonly ReadSheet[], mask: string | null): CodeScheme | null {
  const codes = textsOf(sheets, 'pegObjective', 'code').map((code) => objectiveNumber(code) ?? code);
  const titles = codes.length > 0 ? [] : textsOf(sheets, 'pegObjective', 'title');
  const own =
    codes.length > 0
      ? codes
      : titles.flatMap((title) => (looksLikeCode(title) ? title : (splitCode(title)?.code ?? [])));
  const inferred = inferScheme(own, textsOf(sheets, 'operatingObjective', 'code'));
  if (mask === null || inferred?.mask === mask) return inferred;
  return withCounts({ mask, outline: inferred?.outline ?? false, parts: [], fitting: 0, total: 0 }, own);
}

/** The scheme with how many of the plan's codes fit it, wherever they stood. */
export function withCounts(scheme: CodeScheme, codes: readonly string[]): CodeScheme {
  const distinct = [...new Set(codes.map(normaliseCode))];
  return {
    ...scheme,
    fitting: distinct.filter((code) => fitsMask(scheme.mask, code)).length,
    total: distinct.length,
  };
}

/** A mask that finds codes anywhere in a row; bare digits say too little. */
export function searchMask(scheme: CodeScheme | null): string | null {
  if (!scheme || scheme.fitting * 10 < scheme.total * 6) return null;
  const digits = scheme.mask.replace(/[[\]]/g, '');
  return /^0{1,3}$/.test(digits) ? null : scheme.mask;
}

function textsOf(
  sheets: readonly ReadSheet[],
  subject: PlanSubject,
  attribute: Field['attribute'],
): string[] {
  return sheets.flatMap(({ tables, cards }) => [
    ...tables.flatMap((table) =>
      columnsFor(table, subject, attribute).flatMap((column) => columnTextsOf(table, column, subject)),
    ),
    ...cards.flatMap((card) =>
      card.facts
        .filter(({ field }) => field.subject === subject && field.attribute === attribute)
        .map((fact) => fact.text),
    ),
  ]);
}
