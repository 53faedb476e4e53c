import { areaAddress, parseArea, type Area } from '../../workbook';
import { FunctionRuntime, type FunctionMetadata } from './custom-functions';
import { processQuery } from './dispatcher';
import { GENERAL } from './engine/cells';
import type { EngineEvent, SpreadsheetEngine } from './engine/port';
import { interpret } from './excel-input';
import { decimalComma, textOf } from './excel-text';
import type { HostContext, HostState } from './model/context';
import { followShifts } from './model/follow';
import { serviceByName, type InvocationResult } from './model/services';
import { WorkbookObject } from './model/workbook';
import { guidOf } from './model/sheets';
import { WorksheetObject } from './model/worksheet';
import { eventMessages } from './notify';
import type { BridgeAnswer, BridgeClient, BridgeHost } from './native-win32';
import { BridgeStatus, HostError, type Message, type RequestBody, type ResponseError } from './protocol';
import { emptiesUndo, isUngroupable } from './undo';

/** What a test makes Excel answer instead of working: a status of the bridge, or an error of the API. */
export type Fault = { readonly status: number } | { readonly error: Pick<ResponseError, 'Code' | 'Message'> };

export interface StandInOptions {
  readonly locale?: string;
  /** Requirement sets that this Excel has; the newest known ones by default. */
  readonly requirements?: Readonly<Record<string, string>>;
  readonly state?: Partial<HostState>;
  /** Largest request and answer in bytes: Excel on the web has 5 MB, Excel for Windows no such limit. */
  readonly maxPayload?: number;
}

/** A current Excel of Microsoft 365. */
export const CURRENT_EXCEL: Readonly<Record<string, string>> = {
  ExcelApi: '1.21',
  SharedRuntime: '1.2',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.8',
  RibbonApi: '1.2',
  AddinCommands: '1.3',
  DialogApi: '1.2',
};

/** The pretended Excel: a workbook in an engine, answering Microsoft's client, and a user who types and clicks. */
export class StandInExcel implements BridgeHost {
  readonly locale: string;
  readonly requirements: Readonly<Record<string, string>>;
  readonly state: HostState;
  /** Bodies of the requests about the workbook, in order: how often the add-in went back and forth. */
  readonly requests: RequestBody[] = [];
  /** Asked before every request about the workbook; what it returns is answered instead. */
  intercept: (request: RequestBody, number: number) => Fault | undefined = () => undefined;
  /**
   * Asked before every call of a method and every property that is set (`Worksheet.Delete`, `Range.Values=`): what it
   * returns is refused, and what the request did before stays done.
   */
  interceptCall: (call: string, number: number) => Pick<ResponseError, 'Code' | 'Message'> | undefined = () =>
    undefined;
  /** How many calls there were. */
  calls = 0;
  /** As {@link intercept}, for requests about something else than the workbook (`Microsoft.DynamicRibbon.DynamicRibbon`). */
  interceptService: (service: string) => Fault | undefined = () => undefined;
  /** How long Excel takes for every request about the workbook, in milliseconds. */
  delay = 0;
  /** Calls after which the user could undo nothing, in order. */
  readonly undoEmptied: string[] = [];
  /** An Excel that refuses every undo group, whatever is in it. */
  refusesUndoGroups = false;
  readonly ribbon = new Map<string, boolean>();
  pane = 'Hidden';

  private client: BridgeClient | null = null;
  private readonly context: HostContext;
  private readonly completions = new Map<string, (status: number) => void>();
  private functions: FunctionRuntime | null = null;
  private readonly waitingCalls: Message[] = [];
  /** Ids are never used again, not even by the next workbook: the client may give back a reference late. */
  private static counter = 0;
  private closed = false;
  /** Whether the add-in is changing something at this very moment. */
  private byAddIn = false;
  private inUndoGroup = false;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly maxPayload: number;

  constructor(
    readonly engine: SpreadsheetEngine,
    options: StandInOptions = {},
  ) {
    this.locale = options.locale ?? 'it-IT';
    this.requirements = options.requirements ?? CURRENT_EXCEL;
    this.maxPayload = options.maxPayload ?? Number.POSITIVE_INFINITY;
    this.state = {
      name: 'Cartel1.xlsx',
      readOnly: false,
      date1904: false,
      protectedSheets: new Set(),
      unlocked: new Map(),
      veryHidden: new Set(),
      tables: [],
      conditionalFormats: [],
      xmlParts: [],
      sheetSettings: new Map(),
      ...options.state,
    };
    this.context = {
      engine,
      state: this.state,
      locale: this.locale,
      references: new Map(),
      subscriptions: new Set(),
      nextId: (prefix) => `${prefix}${++StandInExcel.counter}`,
      service: (name) => serviceByName(name, this),
      workbook: () => new WorkbookObject(this.context),
      worksheet: (sheetId) => new WorksheetObject(this.context, sheetId),
      asAddIn: (call, work) => this.asAddIn(call, work),
    };
    engine.onEvent((event) => this.onEngineEvent(event));
  }

  get readOnly(): boolean {
    return this.state.readOnly;
  }

  get documentUrl(): string {
    return `C:\\Documenti\\${this.state.name}`;
  }

  /** How many ranges the add-in still holds: must be none when its work is done. */
  get heldReferences(): number {
    return this.context.references.size;
  }

  connect(client: BridgeClient): void {
    this.client = client;
  }

  /** Excel works on one request after the other. */
  request(body: string): Promise<BridgeAnswer> {
    const work = this.queue.then(() => (this.closed ? GONE : this.answer(body)));
    this.queue = work.catch(() => undefined);
    return work;
  }

  private async answer(text: string): Promise<BridgeAnswer> {
    if (text.length > this.maxPayload) return { status: BridgeStatus.requestTooLarge };
    const body = JSON.parse(text) as RequestBody;
    const service = Object.values(body.ObjectPaths).find((path) => path.Name.startsWith('Microsoft.'));
    if (!service) {
      this.requests.push(body);
      if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
      if (this.closed) return GONE;
    }
    const fault = service
      ? this.interceptService(service.Name)
      : (this.undoGroupFault() ?? this.intercept(body, this.requests.length));
    if (fault) return refuse(fault);
    const answer = JSON.stringify(await processQuery(this.context, body));
    return answer.length > this.maxPayload
      ? { status: BridgeStatus.responseTooLarge }
      : { status: BridgeStatus.ok, body: answer };
  }

  commandCompleted(id: string, status: number): void {
    this.completions.get(id)?.(status);
    this.completions.delete(id);
  }

  /** Until then calls of the add-in's functions wait, as in Excel while the add-in starts. */
  functionsReady = false;
  functionsStarted(): void {
    this.functionsReady = true;
    this.post(this.waitingCalls.splice(0));
  }

  deliver(results: readonly InvocationResult[]): void {
    this.functions?.deliver(results);
  }

  /**
   * Makes the add-in's functions known to formulas, as Excel does when it has read the metadata file.
   * @param options `late`: cells that show `#NAME?` keep showing it until their formula is written again (office-js 5865)
   */
  loadFunctions(
    namespace: string,
    functions: readonly FunctionMetadata[],
    { late = false }: { readonly late?: boolean } = {},
  ): void {
    const post = (messages: readonly Message[]): void => {
      if (this.functionsReady) this.post(messages);
      else this.waitingCalls.push(...messages);
    };
    this.functions = new FunctionRuntime(this.engine, namespace, functions, { post, late });
  }

  /** The sentence beside the error of a function in a cell. */
  functionMessage(sheet: string, address: string): string {
    const { id, area } = this.place(sheet, address);
    return this.functions?.messageAt(id, area.top, area.left) ?? '';
  }

  get runningFunctions(): number {
    return this.functions?.size ?? 0;
  }

  // What a user does.

  /** Types into a cell as an Italian user does (`1,5`, `=SOMMA(A1;A2)`, `'1.10`). */
  type(sheet: string, address: string, input: string): void {
    const { id, area } = this.place(sheet, address);
    const format = this.engine.style(id, area.top, area.left).format ?? GENERAL;
    const read = interpret(input, format, decimalComma(this.locale));
    this.engine.patch(id, [{ row: area.top, column: area.left, ...read }]);
  }

  /** Presses a button of the ribbon; resolves with the status when the add-in calls `event.completed()`. */
  press(functionName: string, controlId: string): Promise<number> {
    const id = `command${++StandInExcel.counter}`;
    const done = new Promise<number>((resolve) => this.completions.set(id, resolve));
    this.client?.command(id, functionName, JSON.stringify({ source: { id: controlId } }));
    return done;
  }

  /** What the cell shows. */
  async text(sheet: string, address: string): Promise<string> {
    await this.engine.settle();
    const { id, area } = this.place(sheet, address);
    return textOf(this.engine.cell(id, area.top, area.left), this.locale);
  }

  async value(sheet: string, address: string): Promise<unknown> {
    await this.engine.settle();
    const { id, area } = this.place(sheet, address);
    return this.engine.cell(id, area.top, area.left)?.value ?? null;
  }

  /** Name of the sheet and address of what is selected. */
  get selected(): { sheet: string; address: string } {
    const { sheetId, area } = this.engine.selection();
    const sheet = this.engine.sheets().find(({ id }) => id === sheetId)?.name ?? '';
    return { sheet, address: areaAddress(area) };
  }

  /** The engine's id of a sheet. */
  sheetId(name: string): string {
    const sheet = this.engine.sheets().find((candidate) => candidate.name === name);
    if (!sheet) throw new StandInUsageError(`no sheet "${name}"`);
    return sheet.id;
  }

  dispose(): void {
    this.closed = true;
    this.client = null;
    this.engine.dispose();
  }

  private place(sheet: string, address: string): { id: string; area: Area } {
    const area = parseArea(address);
    if (!area) throw new StandInUsageError(`not an address: ${address}`);
    return { id: this.sheetId(sheet), area };
  }

  /**
   * Everything the add-in asks for until `work` is done is one step of undo, or is refused (ExcelApi 1.20). The client
   * of the npm package does not know undo groups: a test says which conversation asks for one.
   */
  async undoGroup<T>(work: () => Promise<T>): Promise<T> {
    this.inUndoGroup = true;
    try {
      return await this.engine.transaction(work);
    } finally {
      this.inUndoGroup = false;
    }
  }

  private undoGroupFault(): Fault | undefined {
    return this.inUndoGroup && this.refusesUndoGroups ? { error: UNDO_NOT_SUPPORTED } : undefined;
  }

  private asAddIn<T>(call: string, work: () => T): T {
    if (this.inUndoGroup && isUngroupable(call))
      throw new HostError(UNDO_NOT_SUPPORTED.Code, UNDO_NOT_SUPPORTED.Message);
    const refused = this.interceptCall(call, ++this.calls);
    if (refused) throw new HostError(refused.Code, refused.Message);
    this.byAddIn = true;
    try {
      return work();
    } finally {
      this.byAddIn = false;
      if (emptiesUndo(call)) {
        this.undoEmptied.push(call);
        this.engine.clearUndo();
      }
    }
  }

  private onEngineEvent(event: EngineEvent): void {
    followShifts(this.state, event);
    this.post(eventMessages(event, this.context.subscriptions, this.byAddIn, guidOf));
  }

  /** Delivered later, as from another process. */
  private post(messages: readonly Message[]): void {
    if (messages.length) setTimeout(() => this.client?.messages(messages), 0);
  }
}

const UNDO_NOT_SUPPORTED = { Code: 'UndoNotSupported', Message: "The operation doesn't support undo." };

/** Excel was closed: nobody answers any more. */
const GONE = new Promise<BridgeAnswer>(() => undefined);

const refuse = (fault: Fault): BridgeAnswer =>
  'status' in fault
    ? fault
    : {
        status: BridgeStatus.ok,
        body: JSON.stringify({
          Results: [],
          Error: { ...fault.error, Location: '', HttpStatusCode: 500, ActionIndex: 0 },
        }),
      };

/** A test asked the stand-in for something that is not in its workbook. */
export class StandInUsageError extends Error {
  override readonly name = 'StandInUsageError';
}
