import { fitsMask, splitCode, type CodedText, type PegRow } from '../../plan';
import { field, LEVELS } from '../words/field';
import type { FactReader } from './facts';
import type { Fact } from './statements';
import type { TableShape } from './table-shape';

/** A row whose columns slid: its facts as read from the code outwards. */
export interface ShiftedRow {
  readonly facts: readonly Fact[];
  readonly layout: PegRow['layout'];
}

/** A mask with fewer signs fits too much to find codes elsewhere in a row. */
const TELLING_MASK = 4;

/**
 * A row whose code stands in another column than its siblings': it is read from the code rightwards (title) and
 * leftwards (operating, strategic). Only a code that fits the workbook's mask is believed.
 */
export function shiftedRow(
  shape: TableShape,
  row: number,
  mask: string | null,
  reader: FactReader,
): ShiftedRow | null {
  const { titleColumn, codeColumn, table } = shape;
  const { sheet } = table;
  if (!mask || titleColumn === null || mask.replace(/[[\]\\]/g, '').length < TELLING_MASK) return null;
  const inCode = codeColumn === null ? '' : sheet.text(row, codeColumn);
  if (fitsMask(mask, inCode) || splitCode(sheet.text(row, titleColumn), mask)) return null;
  for (const column of sheet.filled(row, table)) {
    const own = shape.fields.get(column);
    if (column === codeColumn || (own && own.attribute !== 'title' && own.attribute !== 'citation')) continue;
    const text = sheet.line(row, column);
    const alone = column !== titleColumn && fitsMask(mask, text);
    const split = alone ? null : splitCode(text, mask);
    if (alone || split) return realigned(shape, row, { at: column, split }, reader);
  }
  return null;
}

function realigned(
  shape: TableShape,
  row: number,
  { at, split }: { at: number; split: CodedText | null },
  reader: FactReader,
): ShiftedRow {
  const { sheet } = shape.table;
  const columns = sheet.filled(row, shape.table);
  const right = columns.filter((column) => column > at);
  const title = split ? at : right.shift();
  const facts: Fact[] = [reader.fact(field('pegObjective', 'code'), row, at, split?.code)];
  if (title !== undefined) facts.push(reader.fact(field('pegObjective', 'title'), row, title, split?.text));
  const offset = (shape.titleColumn ?? at) - (title ?? at);
  for (const column of right) {
    const own = shape.fields.get(column + offset);
    if (own && own.subject !== 'strategicArea') facts.push(reader.fact(own, row, column));
  }
  const levels = [...LEVELS].reverse().filter((level) => shape.columnOf(level, 'title') !== null);
  const left = columns.filter((column) => column < at).reverse();
  for (const [i, column] of left.entries()) {
    const level = levels[i];
    if (level) facts.push(reader.fact(field(level, 'title'), row, column));
  }
  return { facts, layout: split ? 'shifted-fused' : 'shifted' };
}
