import type { BaseQuantity, QuantityNode } from '../types';
import { nameKey } from '../language/names';
import {
  amountOf,
  isCount,
  isMeasure,
  PERSONS,
  readUnit,
  sameDimensions,
  type Dimensions,
  type Unit,
} from '../units/units';

/** The unit of a quantity of the base data, from its unit or, where that says only `n.` or nothing, from its name. */
export function unitOfQuantity(quantity: Pick<BaseQuantity, 'name' | 'unit' | 'values'>): Unit | null {
  const written = readUnit(quantity.unit);
  if (written && isBareMultiple(written)) {
    const dimensions = amountOf(nameKey(quantity.name).plain[0] ?? '') ?? { '?': 1 };
    return { ...written, dimensions };
  }
  if (written && !(written.dimensions['count'] && isCountUnit(quantity.unit ?? ''))) return written;
  if ([...quantity.values.values()].some((one) => one.date !== null)) return readUnit('data');
  const key = nameKey(quantity.name);
  const head = key.plain[0] ?? '';
  return key.plain.length > 1 && leadsWithUnit(head) ? readUnit(head) : written;
}

/** `in migliaia` says how many, the name of what. */
function isBareMultiple(unit: Unit): boolean {
  return Object.keys(unit.dimensions).length === 0 && !unit.percent && unit.factor >= 1000;
}

/** `ore`, `km`, `€`; but `data`, `anno`, `punti` or a single letter at the head of a name say little about its unit. */
function leadsWithUnit(head: string): boolean {
  if (!isMeasure(head) || (head.length === 1 && head !== '€')) return false;
  const dimensions = readUnit(head)?.dimensions ?? {};
  return !('date' in dimensions || 'months' in dimensions || 'score' in dimensions);
}

function isCountUnit(unit: string): boolean {
  return unit
    .toLowerCase()
    .split(/[\s.]+/)
    .every((word) => word === '' || isCount(word) || word === 'n°');
}

/** What a quantity without a unit may be: money for `spesa`, a count after `n.` or for people, else unknown. */
export function supposed(node: QuantityNode, name: string): Dimensions {
  const key = nameKey(name);
  const head = key.plain[0] ?? '';
  if (key.prefixes.includes('count') || node.prefixes.includes('count') || PERSONS.has(head))
    return { count: 1 };
  return amountOf(head) ?? { '?': 1 };
}

/** The unit as one writes it after a number; nothing for `n.`. */
export function symbolOf(unit: Unit, quantity: BaseQuantity): string {
  if (sameDimensions(unit.dimensions, { count: 1 }) && unit.factor === 1)
    return isCountUnit(unit.symbol) ? '' : unit.symbol;
  return unit.symbol || (quantity.unit ?? '').trim();
}
