import type { Indicator } from '../../plan';
import { readTarget } from './target-text';

/** A value of an indicator that cannot be what was meant. */
export interface Slip {
  /** The value as written. */
  readonly value: string;
  /** What it probably was: `964` → `9.64`. */
  readonly probable: string;
  readonly cells: Indicator['title']['cells'];
}

interface Reading {
  readonly text: string;
  readonly number: number;
  readonly cells: Indicator['title']['cells'];
}

/** How far apart values of one series may lie: a probable value is within this factor of one that stands. */
const NEAR = 2.5;
const LEAST_JUMP = 20;

/**
 * Values that lost their decimal point (`964` after `9.1`): a hundred (or ten, or a thousand) times another value of
 * the series that is written with decimals, or under %, and close to it once the point is put back.
 */
export function slipsOf(indicator: Indicator, percent: boolean): readonly Slip[] {
  const series = [...indicator.baselines, ...indicator.actuals, ...indicator.targets].flatMap(readingOf);
  return series.flatMap((one) => {
    if (/[.,]\d/.test(one.text) || Math.abs(one.number) < LEAST_JUMP) return [];
    const others = series.filter((other) => other !== one);
    const reference = others.filter(
      (other) =>
        other.number > 0 &&
        one.number / other.number >= LEAST_JUMP &&
        (/[.,]\d/.test(other.text) || (percent && one.number > 100)),
    );
    // In most units a jump is believed unless nearly everything else stands at the old height.
    if (reference.length === 0 || (!percent && reference.length < Math.max(2, others.length - 1))) return [];
    const shift = [10, 100, 1000].find((by) =>
      reference.some((other) => isNear(one.number / by, other.number)),
    );
    return shift === undefined
      ? []
      : [{ value: one.text, probable: String(one.number / shift).replace('.', ','), cells: one.cells }];
  });
}

function readingOf({ value, cells }: Indicator['targets'][number]): Reading[] {
  const bare = value.trim().replace(/\s*%$/, '');
  const reading = readTarget(bare);
  if (reading.kind !== 'number' || reading.comparator !== null) return [];
  return [{ text: bare, number: reading.value, cells }];
}

function isNear(a: number, b: number): boolean {
  return a / b <= NEAR && b / a <= NEAR;
}
