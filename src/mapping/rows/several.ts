import { splitCode } from '../../plan';
import { isLevel, LEVELS } from '../words/field';
import type { Fact } from './statements';

/**
 * What a row says, once for each objective of the DUP that stands in one of its cells: `A1.1 Anziani⏎A1.2 Lavoro` in a
 * list of the DUP are two. A row that names an objective of PEG as well is of that one, whatever it stands under.
 *
 * @param written  what the cell of a fact shows, with its line breaks
 */
export function severalIn(
  facts: readonly Fact[],
  written: (fact: Fact) => string,
): readonly (readonly Fact[])[] {
  const finest = [...LEVELS]
    .reverse()
    .map((level) => facts.find(({ field }) => field.subject === level && field.attribute === 'title'))
    .find((fact) => fact !== undefined);
  if (
    !finest ||
    finest.inherited ||
    facts.some(({ field }) => !isLevel(field.subject) && NAMES.test(field.attribute))
  )
    return [facts];
  const lines = codedLines(written(finest));
  if (lines.length < 2) return [facts];
  const others = facts.filter(
    ({ field }) => field.subject !== finest.field.subject || !NAMES.test(field.attribute),
  );
  return lines.map(({ code, text }) => [
    { ...finest, field: { ...finest.field, attribute: 'code' as const }, text: code },
    { ...finest, text },
    ...others,
  ]);
}

const NAMES = /^(?:title|code)$/;

/** The lines of a cell, each with a code of its own; none where one has no code. */
function codedLines(text: string): readonly { readonly code: string; readonly text: string }[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const split = lines.map((line) => splitCode(line.trim()));
  const coded = split.filter((one) => one !== null);
  const codes = new Set(coded.map(({ code }) => code));
  return coded.length === lines.length && codes.size === lines.length ? coded : [];
}
