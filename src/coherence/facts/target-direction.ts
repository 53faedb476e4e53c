import { directionOf, type Direction } from '../../indicators';
import { fold } from '../../plan';
import type { TargetReading } from './target-text';

/**
 * Better when it rises (`more`) or falls (`less`), as the name tells for sure; null when it tells nothing, or both. A
 * finding rests on it: what is only likely is good enough for a degree of achievement, not here.
 */
export function directionByName(name: string, unit: string | null = null): Direction | null {
  const reading = directionOf({ name, unit });
  return reading?.source === 'name' && reading.sure ? reading.direction : null;
}

/** The direction the target's own words say (`almeno`, `non superiore a`, `ridurre a`), else the name's. */
export function directionForTarget(
  name: string,
  target: TargetReading | null,
  unit: string | null = null,
): Direction | null {
  const comparator = target?.kind === 'number' ? target.comparator : null;
  if (comparator === '>=' || comparator === '>') return 'more';
  if (comparator === '<=' || comparator === '<') return 'less';
  return directionByName(name, unit);
}

const VARIATION =
  /variazion|increment|cresc|aument|riduzion|diminuzion|scostament|trend|saldo|differenz[ae](?![a-z])|andament/;

/** Whether a target is on the wrong side of its baseline; never where the direction is not known. */
export function isWorse(
  name: string,
  target: TargetReading,
  baseline: TargetReading,
  unit: string | null = null,
): boolean {
  const direction = directionForTarget(name, target, unit);
  if (direction === null) return false;
  if (target.kind === 'change') {
    return !VARIATION.test(fold(name)) && (direction === 'more') === (target.way === 'down');
  }
  if (target.kind !== 'number' || baseline.kind !== 'number') return false;
  // `≤ 0` for delays is the law's own limit, not a step back for who is already early.
  if (target.value === 0 && (target.comparator === '<=' || target.comparator === '<')) return false;
  const [to, from] = onOneScale(target, baseline);
  return direction === 'more' ? to < from - 1e-9 : to > from + 1e-9;
}

type Quantity = Extract<TargetReading, { kind: 'number' }>;

/** `0,85` and `85 %`, `0,9` and `1,1` under %, on one scale. */
function onOneScale(a: Quantity, b: Quantity): [number, number] {
  if (a.percent && b.percent) {
    const mixed = a.scaleAssumed !== b.scaleAssumed;
    const other = a.scaleAssumed ? b : a;
    return mixed && other.written <= 5 && other.written > 1 ? [a.written, b.written] : [a.value, b.value];
  }
  const scaled = (one: Quantity, other: Quantity): number =>
    other.percent && !one.percent && Math.abs(one.value) > 1 ? one.value / 100 : one.value;
  return [scaled(a, b), scaled(b, a)];
}
