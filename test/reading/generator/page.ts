import {
  cellAddress,
  gridOf,
  snapshotOf,
  type Cell,
  type CellValue,
  type Grid,
  type WorkbookSnapshot,
} from '../../../src/workbook';
import type { Truth, TrueEntity } from '../support/truth';
import type { InventedPlan, Node } from './plan';

/** A sheet being written. */
export class Page {
  readonly rows: (CellValue | Cell)[][] = [];
  readonly merges: string[] = [];
  visibility: Grid['visibility'] = 'visible';

  constructor(readonly name: string) {}

  /** The first row that nothing stands in yet. */
  get next(): number {
    return this.rows.length;
  }

  put(row: number, column: number, value: CellValue | Cell): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
  }

  /** A line of cells at the end; returns its row. */
  line(...values: readonly (CellValue | Cell)[]): number {
    this.rows.push([...values]);
    return this.rows.length - 1;
  }

  blank(count = 1): void {
    for (let i = 0; i < count; i++) this.rows.push([]);
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top === bottom && left === right) return;
    this.merges.push(`${cellAddress(top, left)}:${cellAddress(bottom, right)}`);
  }

  /** Notes that a title stands here; where it is written more than once, the first place counts. */
  states(node: Node, row: number, column: number): void {
    node.cell ??= `${this.name}!${cellAddress(row, column)}`;
  }

  grid(): Grid {
    return gridOf(this.name, this.rows, { merges: this.merges, visibility: this.visibility });
  }
}

/** A workbook of an invented plan with its truth: the entities whose titles are written, under what is written above. */
export interface Written {
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly truth: Truth;
}

/** Closes the pages of a plan. */
export function written(plan: InventedPlan, pages: readonly Page[], name: string): Written {
  return {
    workbooks: [
      snapshotOf(
        pages.map((page) => page.grid()),
        { name },
      ),
    ],
    truth: { entities: trueEntities(plan), alternatives: [], once: true },
  };
}

function trueEntities(plan: InventedPlan): TrueEntity[] {
  const made = new Map<Node, TrueEntity>();
  for (const node of plan.all()) {
    if (node.cell === null) continue;
    let above = node.cut ? null : node.parent;
    while (above && above.cell === null) above = above.parent;
    made.set(node, {
      kind: node.kind,
      code: node.code,
      title: node.title,
      cell: node.cell,
      parent: above ? (made.get(above) ?? null) : null,
    });
  }
  return [...made.values()];
}
