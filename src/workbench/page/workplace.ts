import {
  IPermissionService,
  IResourceLoaderService,
  type IPermissionPoint,
  type IWorkbookData,
  type Univer,
} from '@univerjs/core';
import { IEditorBridgeService } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import { WorkbookEditablePermission, WorksheetEditPermission } from '@univerjs/sheets';
import {
  BridgeStatus,
  CURRENT_EXCEL,
  StandInExcel,
  UniverEngine,
  type FunctionMetadata,
  type OpenedWorkbook,
} from '../host';
import type { BridgeAnswer, BridgeClient, BridgeHost } from '../host/native-win32';
import { guidOf } from '../host/model/sheets';
import type { Message } from '../host/protocol';
import { describeFunctions, startGrid } from './grid';
import { fitRows } from './heights';
import { LOCALES, type AddIn } from './manifest';
import { drawMarks } from './marks';
import { WAITING_SUPPORTED, connectPage, pageQuery, visibilityMessage } from './office-page';
import type { Scenario } from './scenario';
import { SecondUser } from './second-user';
import { benchTexts } from './texts';
import { speakAsExcel } from './typing';

/** The parts of the page a workplace fills, and what it tells the page around. */
export interface Surroundings {
  readonly grid: HTMLElement;
  readonly frame: HTMLIFrameElement;
  /** The add-in showed or hid its pane, or enabled or disabled a button. */
  changed(): void;
  /** The failure that was asked for has happened. */
  failed(): void;
  /** The other user wrote into this cell. */
  secondUserWrote(ref: string): void;
}

/** Univer's id of the one workbook. */
const UNIT = 'workbook';
/** Milliseconds within which the events of an edit have been delivered. */
const EVENTS_ARRIVE = 100;
/** An Excel 2019 with a perpetual licence. */
const OLD_EXCEL: Readonly<Record<string, string>> = {
  ExcelApi: '1.8',
  AddinCommands: '1.1',
  DialogApi: '1.1',
};

/**
 * One opened workbook: the spreadsheet on screen, the pretended Excel over it, and the page of the add-in beside it.
 * Another language or another Excel is another workplace with the same content.
 */
export class Workplace implements BridgeHost {
  readonly excel: StandInExcel;
  readonly locale: string;
  private scenario: Scenario;
  private readonly univer: Univer;
  private readonly secondUser: SecondUser;
  /** The edit of the other user whose events are still on their way: `sheet address`. */
  private fromElsewhere = '';
  private client: BridgeClient | null = null;
  private shown = '';
  private readonly redrawMarks: () => void;

  constructor(
    content: OpenedWorkbook,
    private readonly addIn: AddIn,
    functions: readonly FunctionMetadata[],
    scenario: Scenario,
    private readonly around: Surroundings,
  ) {
    this.scenario = scenario;
    const { language, dark, oldExcel, readOnly } = scenario;
    this.locale = LOCALES[language];
    this.univer = startGrid(around.grid, { language, dark });
    const engine = new UniverEngine(content.workbook, this.univer);
    this.excel = new StandInExcel(engine, {
      locale: this.locale,
      requirements: oldExcel ? OLD_EXCEL : { ...CURRENT_EXCEL, ...WAITING_SUPPORTED },
      state: { ...content.state, readOnly },
    });
    this.excel.intercept = (_request, number) => this.fault(number);
    speakAsExcel(this.univer, this.locale);
    this.redrawMarks = drawMarks(this.univer, this.excel.state.conditionalFormats);
    setTimeout(this.redrawMarks, 0);
    fitRows(this.univer, engine, content.workbook);
    if (addIn.functions && !oldExcel) {
      this.excel.loadFunctions(addIn.functions.namespace, functions);
      describeFunctions(this.univer, addIn.functions.namespace, functions);
    }
    this.excel.pane = 'Visible';
    this.permit(new WorkbookEditablePermission(UNIT), !readOnly);
    this.secondUser = new SecondUser(engine, (sheetId, address, ref) => {
      this.fromElsewhere = `${guidOf(sheetId)} ${address}`;
      setTimeout(() => (this.fromElsewhere = ''), EVENTS_ARRIVE);
      around.secondUserWrote(ref);
    });
    this.follow(scenario);
  }

  /** Loads the page of the add-in, as Excel does for its shared runtime. */
  startAddIn(): void {
    this.around.frame.src = `/addin${this.addIn.page}?${pageQuery(this.locale, this.scenario)}`;
  }

  /** Called by the host script inside the frame, before office.js. */
  attach(page: Window): void {
    const editor = this.univer.__getInjector().get(IEditorBridgeService);
    connectPage(page, this, this.scenario, {
      isEditing: () => editor.isVisible().visible,
      whenDone: () =>
        new Promise((resolve) => {
          const watching = editor.visible$.subscribe(({ visible }) => {
            if (visible) return;
            // Told at once on subscribing, too: the subscription exists only afterwards.
            setTimeout(() => watching.unsubscribe(), 0);
            resolve();
          });
        }),
    });
  }

  /** Circumstances that change while the workbook stays open. */
  follow(scenario: Scenario): void {
    this.scenario = scenario;
    if (scenario.secondUser) this.secondUser.start();
    else this.secondUser.stop();
  }

  /** Lets the other user write now, without waiting for the clock. */
  letSecondUserWrite(): void {
    this.secondUser.edit();
  }

  isProtected(sheetId: string): boolean {
    return this.excel.state.protectedSheets.has(sheetId);
  }

  protect(sheetId: string, on: boolean): void {
    if (on) this.excel.state.protectedSheets.add(sheetId);
    else this.excel.state.protectedSheets.delete(sheetId);
    this.permit(new WorksheetEditPermission(UNIT, sheetId), !on);
  }

  /** The user closes the pane or opens it again; its page goes on running. */
  showPane(visible: boolean): void {
    this.excel.pane = visible ? 'Visible' : 'Hidden';
    this.client?.messages([visibilityMessage(visible)]);
    this.around.changed();
  }

  /** Gives the keyboard to the grid. */
  focusGrid(): void {
    this.univer.__getInjector().get(ILayoutService).focus();
  }

  /** Everything in the workbook now, to be opened again. */
  content(): OpenedWorkbook {
    const injector = this.univer.__getInjector();
    const workbook = injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(UNIT);
    return { workbook: structuredClone(workbook ?? {}), state: this.excel.state };
  }

  get requirements(): Readonly<Record<string, string>> {
    return this.excel.requirements;
  }

  get documentUrl(): string {
    return this.excel.documentUrl;
  }

  get readOnly(): boolean {
    return this.excel.readOnly;
  }

  async request(body: string): Promise<BridgeAnswer> {
    const { delay } = this.scenario;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const answer = await this.excel.request(body);
    const state = JSON.stringify([this.excel.pane, ...this.excel.ribbon]);
    if (state !== this.shown) this.around.changed();
    this.shown = state;
    this.redrawMarks();
    return answer;
  }

  commandCompleted(id: string, status: number): void {
    this.excel.commandCompleted(id, status);
  }

  connect(client: BridgeClient): void {
    this.client = client;
    this.excel.connect({
      messages: (entries) =>
        client.messages((entries as readonly Message[]).map((entry) => this.signed(entry))),
      command: (id, name, source) => client.command(id, name, source),
    });
  }

  dispose(): void {
    this.secondUser.stop();
    this.client = null;
    this.excel.dispose();
  }

  /** An event about an edit of the other user says so. */
  private signed(message: Message): Message {
    const [category, type, target, body, id, override] = message;
    if (!this.fromElsewhere || !body.includes('"RangeEdited"')) return message;
    const event = JSON.parse(body) as { readonly worksheetId: string; readonly address: string };
    if (this.fromElsewhere !== `${event.worksheetId} ${event.address}`) return message;
    return [category, type, target, JSON.stringify({ ...event, source: 'Remote' }), id, override];
  }

  private permit(point: IPermissionPoint, allowed: boolean): void {
    const permissions = this.univer.__getInjector().get(IPermissionService);
    if (!permissions.getPermissionPoint(point.id)) permissions.addPermissionPoint(point);
    permissions.updatePermissionPoint(point.id, allowed);
  }

  private fault(number: number): ReturnType<StandInExcel['intercept']> {
    const { fails, language } = this.scenario;
    if (fails === 'never' || (fails === 'third' && number % 3 !== 0)) return undefined;
    if (fails === 'editing') return { status: BridgeStatus.cellEditMode };
    if (fails === 'next') this.around.failed();
    const { code, message } = benchTexts(language).failed;
    return { error: { Code: code, Message: message } };
  }
}
