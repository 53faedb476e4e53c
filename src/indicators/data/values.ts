import { fold } from '../../plan';
import { isoDateOf, plainSpaces, type Cell, type CellRef } from '../../workbook';
import { isCount, percentUnit, SHORT_UNITS } from '../units/units';
import type { BaseValue, ValueProblem } from '../types';
import { readText } from './numbers';

/** A value and whether its percentage scale is certain (`45,3 %`, percent format) or still to be settled (`45,3`). */
export interface RawValue extends BaseValue {
  readonly percent: boolean;
  /** A bare number in a row whose unit is %. */
  readonly scale: 'certain' | 'open';
}

/** Reads a cell of base data; numbers as they are, text as Italians write values, everything else with its reason. */
export function readValue(cell: Cell | null, ref: CellRef, unit: string | null, date1904: boolean): RawValue {
  const text = plainSpaces(cell?.text ?? '');
  const made = (
    value: number | boolean | null,
    problem: ValueProblem | null,
    rest: Partial<RawValue> = {},
  ): RawValue => ({
    value,
    text,
    cell: ref,
    problem,
    date: null,
    percent: false,
    scale: 'certain',
    ...rest,
  });
  if (!cell || (cell.value === null && !cell.error) || (typeof cell.value === 'string' && text === ''))
    return made(null, 'blank');
  if (cell.error) return made(null, /N\/[AD]/i.test(text) ? 'not-available' : 'error-cell');
  if (typeof cell.value === 'boolean') return made(cell.value, null);
  if (typeof cell.value === 'number') {
    const date = isoDateOf(cell, date1904);
    if (date) return made(cell.value, null, { date });
    if (!Number.isFinite(cell.value)) return made(null, 'error-cell');
    if (/%/.test(cell.format ?? '')) return made(cell.value, null, { percent: true });
    return made(cell.value, null, { scale: percentUnit(unit) ? 'open' : 'certain' });
  }
  const read = readText(cell.value === null ? '' : text);
  if (read.problem) return made(null, read.problem);
  if (typeof read.value === 'number' && !sameUnit(read, unit)) return made(null, 'other-unit');
  const open = typeof read.value === 'number' && !read.percent && percentUnit(unit);
  return made(read.value, null, { percent: read.percent, scale: open ? 'open' : 'certain' });
}

/** The unit beside a number in the cell must be the row's own, or none. */
function sameUnit(read: { unit: string | null; percent: boolean }, unit: string | null): boolean {
  const own = normalUnit(unit ?? '');
  if (read.percent) return own === '' || percentUnit(unit);
  if (read.unit === null || own === '') return true;
  const beside = normalUnit(read.unit);
  return (
    beside === own ||
    own === 'numero' ||
    beside === 'numero' ||
    own.startsWith(beside) ||
    beside.startsWith(own)
  );
}

/** `gg`, `gg.`, `giorni` → `giorni`; `n.`, `nr` → `numero`; `€` → `euro`. */
export function normalUnit(unit: string): string {
  const plain = fold(unit).replace(/[.()]/g, '').trim();
  return plain === 'n°' || isCount(plain) ? 'numero' : (SHORT_UNITS[plain] ?? plain);
}

/**
 * Bare numbers in a % row: fractions when none is beyond 1 (0,453), percent points otherwise (45,3).
 * Returns the factor to apply and whether anything was assumed.
 */
export function percentScale(values: readonly RawValue[]): { factor: number; assumed: boolean } {
  const open = values.filter((value) => value.scale === 'open' && typeof value.value === 'number');
  if (open.length === 0) return { factor: 1, assumed: false };
  const points = open.some((value) => Math.abs(value.value as number) > 1);
  return { factor: points ? 0.01 : 1, assumed: true };
}
