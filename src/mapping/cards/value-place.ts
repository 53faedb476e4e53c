import { valueRight } from '../grid/label-rows';
import { rowsBetween, type Place, type SheetView } from '../grid/sheet-view';
import { listedWithTerm } from './phase-lines';
import { isName, type Field } from '../words/field';
import { bandLabel, bareLabel, inlineLabel, isUnreadLabel } from '../words/labels';
import type { Words } from '../words/words';

/**
 * Where a label's value stands: right of it, else right below it (in the same column, neither another label nor in a
 * table); null when it has none.
 *
 * @param inTable  whether a row belongs to a table
 */
export function valuePlace(
  sheet: SheetView,
  { row, column }: Place,
  field: Field,
  inTable: (row: number) => boolean,
): Place | null {
  const isLabel = sheet.text(row, column).trim().endsWith(':');
  const right = valueRight(sheet, row, column);
  if (right !== null) {
    const text = sheet.text(row, right);
    const possible = isPossible(text, field) && !(isLabel && inlineLabel(text, sheet.words) !== null);
    return possible ? { row, column: right } : null;
  }
  const bottom = sheet.merge(row, column)?.bottom ?? row;
  const below = nextFilled(sheet, bottom);
  const text = below === null ? '' : sheet.text(below, column);
  if (below === null || inTable(below) || !mayBeValue(text, field, sheet.words)) return null;
  // Where labels end in a colon, what has a colon after its first words is the next of them.
  if (isLabel && LABELLED.test(text)) return null;
  const fits = isLabel || sheet.filled(below).length <= sheet.filled(row).length;
  return fits ? { row: below, column } : null;
}

const LABELLED = /^\p{L}[^:\n]{1,40}:(?:\s|$)/u;

/** A number is nobody's name. */
function isPossible(text: string, { attribute }: Field): boolean {
  return /\p{L}/u.test(text) || !/^(?:owner|participants|centre)$/.test(attribute);
}

/** The next row with something in it, at most one blank row further on. */
export function nextFilled(sheet: SheetView, row: number): number | null {
  return rowsBetween(row + 1, row + 2).find((next) => sheet.filled(next).length > 0) ?? null;
}

/**
 * A label is no value, nor is the line that names an objective one of anything but a name; one that only numbers it is
 * a heading.
 */
function mayBeValue(text: string, field: Field, words: Words): boolean {
  if (
    text === '' ||
    listedWithTerm(text) !== null ||
    isUnreadLabel(text, words) ||
    bareLabel(text, words) !== null ||
    inlineLabel(text, words) !== null
  )
    return false;
  const announced = bandLabel(text, words)?.field;
  if (announced?.subject !== 'pegObjective' || !isName(announced)) return true;
  return isName(field) && (announced.attribute !== 'code' || field.attribute === 'code');
}
