import { contains, type Area } from './address';

/** Rows of one bucket: merges are looked for only among those that touch the row's bucket. */
const BUCKET = 64;
/** A merge over more buckets than this is kept apart, so that whole-column merges cost nothing. */
const TALL = 32;

/** Finds the merged rectangle of a cell without going through all of them: sheets may have thousands. */
export class MergeIndex {
  private readonly buckets = new Map<number, Area[]>();
  private readonly tall: Area[] = [];

  constructor(merges: readonly Area[]) {
    for (const area of merges) {
      const [first, last] = [Math.floor(area.top / BUCKET), Math.floor(area.bottom / BUCKET)];
      if (last - first > TALL) this.tall.push(area);
      else for (let bucket = first; bucket <= last; bucket++) this.put(bucket, area);
    }
  }

  /** The merged rectangle a zero-based cell belongs to, or null. */
  at(row: number, column: number): Area | null {
    const near = this.buckets.get(Math.floor(row / BUCKET)) ?? [];
    const covers = (area: Area) => contains(area, row, column);
    return near.find(covers) ?? this.tall.find(covers) ?? null;
  }

  private put(bucket: number, area: Area): void {
    const own = this.buckets.get(bucket);
    if (own) own.push(area);
    else this.buckets.set(bucket, [area]);
  }
}
