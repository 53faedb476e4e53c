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
        // `0,65` under % is a part of one.
        !(percent && other.number <= 1) &&
        (/[.,]\d/.test(other.text) || (percent && one.number > 100)),
    );
    const tenfold = isTenfold(one, others, percent);
    if (tenfold) return [slip(one, 10)];
    // In most units a jump is believed unless nearly everything else stands at the old height.
    if (reference.length === 0 || (!percent && reference.length < Math.max(2, others.length - 1))) return [];
    const shift = [10, 100, 1000].find((by) =>
      reference.some((other) => isNear(one.number / by, other.number)),
    );
    return shift === undefined ? [] : [slip(one, shift)];
  });
}

function slip({ text, number, cells }: Reading, by: number): Slip {
  return { value: text, probable: String(number / by).replace('.', ','), cells };
}

/** Values of a series agree within this factor where one of them may be called out of it. */
const ALIKE = 1.5;

/**
 * One digit too many: ten times what the others agree on (`11500` among `1000, 1100, 1250`). Under %, where it also
 * exceeds the whole, two others are enough.
 */
function isTenfold(one: Reading, others: readonly Reading[], percent: boolean): boolean {
  const numbers = others.map(({ number }) => number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const enough = percent && one.number > 100 && high <= 100 ? 2 : 3;
  if (numbers.length < enough || low <= 0 || high / low > ALIKE) return false;
  return one.number / 10 >= low / 1.2 && one.number / 10 <= high * 1.2;
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
