import type { PlanSession } from '../application';
import { sharedSession } from '../excel';
import type { CellAnswer } from './answer';
import { toCellError } from './errors';

/** Works one cell's value out of the plan. */
export type Compute = (session: PlanSession) => CellAnswer | Promise<CellAnswer>;

interface Cell {
  readonly compute: Compute;
  readonly show: (answer: CellAnswer) => void;
  /** What it shows, to tell Excel only what became different. */
  shown: string | null;
}

const RETRY_MS = 5_000;
/** Cells worked out before Excel gets its turn. */
const SLICE = 100;

/**
 * All cells that show something of the plan: one subscription to the session, however many they are. Excel is told
 * of a cell only when its value became different.
 */
class LiveCells {
  private readonly cells = new Set<Cell>();
  private leave: (() => void) | null = null;
  private session: PlanSession | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  /** Runs are numbered: a newer one ends the older. */
  private run = 0;

  add<T>(compute: Compute, invocation: CustomFunctions.StreamingInvocation<T>): void {
    // What is computed is of the type the function promises, or an error, which Excel takes for any type.
    const cell: Cell = { compute, show: (answer) => invocation.setResult(answer as T & Error), shown: null };
    this.cells.add(cell);
    invocation.onCanceled = () => this.remove(cell);
    void this.attend([cell]);
  }

  /** Forgets session and cells. */
  reset(): void {
    this.leave?.();
    this.leave = null;
    this.session = null;
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
    this.cells.clear();
  }

  private remove(cell: Cell): void {
    this.cells.delete(cell);
    if (this.cells.size === 0) this.reset();
  }

  private async attend(cells: readonly Cell[]): Promise<void> {
    try {
      const session = await sharedSession();
      if (this.session !== session) {
        this.leave?.();
        this.session = session;
        this.leave = session.subscribe(() => void this.refresh());
      }
      for (const cell of cells) await this.update(cell, session);
    } catch (error) {
      const answer = await toCellError(error);
      for (const cell of cells) if (this.cells.has(cell)) tell(cell, answer);
      if (this.cells.size > 0)
        this.retry ??= setTimeout(() => {
          this.retry = null;
          void this.attend([...this.cells]);
        }, RETRY_MS);
    }
  }

  private async refresh(): Promise<void> {
    const { session } = this;
    if (!session) return;
    const run = ++this.run;
    let count = 0;
    for (const cell of [...this.cells]) {
      if (++count % SLICE === 0) await new Promise((resolve) => setTimeout(resolve, 0));
      if (run !== this.run) return;
      await this.update(cell, session);
    }
  }

  private async update(cell: Cell, session: PlanSession): Promise<void> {
    const answer = await Promise.resolve()
      .then(() => cell.compute(session))
      .catch(toCellError);
    if (this.cells.has(cell)) tell(cell, answer);
  }
}

function tell(cell: Cell, answer: CellAnswer): void {
  const key = JSON.stringify(
    answer instanceof CustomFunctions.Error ? [answer.code, answer.message] : answer,
  );
  if (key === cell.shown) return;
  cell.shown = key;
  cell.show(answer);
}

export const liveCells = new LiveCells();
