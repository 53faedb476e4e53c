/** One reading for the calibration: how sure it was, and whether all was right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, one) => sum + one, 0) / values.length : NaN;
}

/** Expected calibration error: the mean distance of confidence and share right over ten bins, by their size. */
export function calibrationError(readings: readonly Judged[]): number {
  return curve(readings).reduce(
    (sum, bin) => sum + (bin.count / readings.length) * Math.abs(bin.confidence - bin.right),
    0,
  );
}

/** Readings by tenths of confidence: how many, their mean confidence and the share that is right. */
export function curve(
  readings: readonly Judged[],
): { from: number; count: number; confidence: number; right: number }[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const own = readings.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    return {
      from: bin / BINS,
      count: own.length,
      confidence: mean(own.map((one) => one.confidence)),
      right: mean(own.map((one) => Number(one.right))),
    };
  }).filter(({ count }) => count > 0);
}

/** Probability that a right reading is surer than a wrong one; ties count half; NaN where all or none are right. */
export function auroc(readings: readonly Judged[]): number {
  const right = readings.filter((one) => one.right);
  const wrong = readings.filter((one) => !one.right);
  if (right.length === 0 || wrong.length === 0) return NaN;
  const values = wrong.map(({ confidence }) => confidence).sort((a, b) => a - b);
  const below = (limit: number, orEqual: boolean): number => {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = values[middle] ?? 0;
      if (value < limit || (orEqual && value === limit)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = right.reduce(
    (total, { confidence }) => total + (below(confidence, false) + below(confidence, true)) / 2,
    0,
  );
  return sum / (right.length * wrong.length);
}

/** A step of a rising curve: from this confidence on, this share is right. */
export interface Step {
  readonly from: number;
  readonly right: number;
}

/** The rising steps that fit best what was right (isotonic regression by pooling neighbours that fall). */
export function isotonic(readings: readonly Judged[]): Step[] {
  const pools: { from: number; right: number; count: number }[] = [];
  const byConfidence = new Map<number, { right: number; count: number }>();
  for (const { confidence, right } of readings) {
    const pool = byConfidence.get(confidence) ?? { right: 0, count: 0 };
    byConfidence.set(confidence, { right: pool.right + Number(right), count: pool.count + 1 });
  }
  for (const [from, { right, count }] of [...byConfidence].sort(([a], [b]) => a - b)) {
    pools.push({ from, right, count });
    for (;;) {
      const [before, last] = [pools.at(-2), pools.at(-1)];
      if (!before || !last || before.right / before.count < last.right / last.count) break;
      pools.splice(-2, 2, {
        from: before.from,
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  return pools.map(({ from, right, count }) => ({ from, right: right / count }));
}

/** The share right that a curve gives for a confidence. */
export function onCurve(steps: readonly Step[], confidence: number): number {
  let right = steps[0]?.right ?? confidence;
  for (const step of steps) if (step.from <= confidence) right = step.right;
  return right;
}

/** Readings with the confidence that a curve made of the other families' readings gives them. */
export function outOfFold<T extends Judged & { readonly family: string }>(readings: readonly T[]): Judged[] {
  const families = [...new Set(readings.map(({ family }) => family))];
  return families.flatMap((family) => {
    const steps = isotonic(readings.filter((one) => one.family !== family));
    return readings
      .filter((one) => one.family === family)
      .map(({ confidence, right }) => ({ confidence: onCurve(steps, confidence), right }));
  });
}
