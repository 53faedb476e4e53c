import {
  ICommandService,
  IUndoRedoService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  TriggerCalculationController,
  type Univer,
} from './univer';

/**
 * The only file that touches private members of Univer (0.25.1): its calculation waits 100 ms behind every change,
 * and its undo cannot group. When Univer changes, this is what has to be looked at.
 */
type Injector = ReturnType<Univer['__getInjector']>;

interface CalculationTimer {
  _setTimeoutKey: ReturnType<typeof setTimeout> | number;
  _waitingCommandQueue: unknown[];
  _startProgress: () => void;
  _executingDirtyData: object;
  _executionInProgressParams: unknown;
  _generateDirty(commands: unknown[]): object;
  _mergeDirty(first: object, second: object): object;
}

interface UndoItem {
  redoMutations: unknown[];
  undoMutations: unknown[];
}

interface UndoBatching {
  _tryBatchingElements(last: UndoItem, next: UndoItem): void;
}

/** States in which a calculation has ended (stopped, nothing to do, done), as the notification carries them. */
const ENDED: ReadonlySet<unknown> = new Set([1, 2, 3]);

/** Automatic calculation without the waiting: what is pending is started at once and awaited. */
export class Calculation {
  private running = 0;
  private readonly waiting = new Set<() => void>();
  private readonly timer: CalculationTimer;
  private readonly commands: ICommandService;

  constructor(injector: Injector) {
    this.commands = injector.get(ICommandService);
    this.timer = injector.get(TriggerCalculationController) as unknown as CalculationTimer;
    // Nobody looks at its progress, and its timer outlives a workbook that is closed.
    this.timer._startProgress = () => undefined;
    this.commands.onCommandExecuted((command) => {
      if (command.id === SetFormulaCalculationStartMutation.id) this.running++;
      if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
      const state = (command.params as { functionsExecutedState?: unknown }).functionsExecutedState;
      if (!ENDED.has(state)) return;
      this.running = 0;
      for (const done of this.waiting) done();
      this.waiting.clear();
    });
  }

  /** Whether a read now could see values from before the last change. */
  get pending(): boolean {
    return this.running > 0 || this.timer._waitingCommandQueue.length > 0;
  }

  async settle(): Promise<void> {
    for (let round = 0; this.pending && round < 50; round++) {
      if (this.running === 0) this.start();
      if (this.running > 0) await new Promise<void>((resolve) => this.waiting.add(resolve));
      // The results are written by listeners of the same notification: one more turn.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    }
  }

  /** What Univer's timer would do after its 100 ms. */
  private start(): void {
    const timer = this.timer;
    clearTimeout(timer._setTimeoutKey as number);
    const dirty = timer._generateDirty(timer._waitingCommandQueue);
    timer._waitingCommandQueue = [];
    timer._executingDirtyData = timer._mergeDirty(timer._executingDirtyData, dirty);
    void this.commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      { ...timer._executingDirtyData },
      { onlyLocal: true },
    );
  }
}

/** Makes everything pushed until `dispose` one step; later changes are undone before earlier ones. */
export function groupUndo(injector: Injector, unitId: string): { dispose(): void } {
  const service = injector.get(IUndoRedoService);
  (service as unknown as UndoBatching)._tryBatchingElements = (last, next) => {
    last.redoMutations.push(...next.redoMutations);
    last.undoMutations.unshift(...next.undoMutations);
  };
  return service.__tempBatchingUndoRedo(unitId);
}
