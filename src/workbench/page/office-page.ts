import { BridgeStatus, hostInfo, installNative } from '../host';
import type { BridgeHost } from '../host/native-win32';
import { Dispatch, type Message } from '../host/protocol';
import type { Scenario } from './scenario';

/** Numbers of Office's client (office.js 1.1.110): an event of an object, and the one of the pane's visibility. */
const OBJECT_EVENT = 65_536;
const VISIBILITY_CHANGED = 65_539;
/** Where a request says how it wants to be treated, and the wish to wait while the user edits a cell. */
const FLAGS = 6;
const WAIT_FOR_EDITING = 64;
/** With this the client sends the wish. */
export const WAITING_SUPPORTED = { DelayForCellEdit: '1.1' } as const;

/** Colours of Office's themes as the client wants them, as whole numbers. */
const THEMES = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x262626,
    controlBackgroundColor: 0xe6e6e6,
    controlForegroundColor: 0x262626,
  },
  dark: {
    bodyBackgroundColor: 0x292929,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x3b3b3b,
    controlForegroundColor: 0xffffff,
  },
} as const;

/** The query with which the page of the add-in is opened: an old Excel has no shared runtime. */
export const pageQuery = (locale: string, { oldExcel }: Scenario): string =>
  oldExcel ? hostInfo(locale).replace(/3$/, '0') : hostInfo(locale);

/** Whether a cell of the grid is being edited, and when that ends. */
export interface CellEditing {
  isEditing(): boolean;
  whenDone(): Promise<void>;
}

type Execute = (dispatch: number, params: readonly unknown[], callback: (answer: unknown) => void) => void;

/** The bridge into the page of the add-in: Office's theme, and Excel's refusal to work while a cell is edited. */
export function connectPage(page: Window, host: BridgeHost, scenario: Scenario, cell: CellEditing): void {
  installNative(page, host);
  const external = page.external as unknown as { GetContext(): object; Execute: Execute };
  const context = external.GetContext();
  const theme = JSON.stringify(THEMES[scenario.dark ? 'dark' : 'light']);
  external.GetContext = () => ({ ...context, GetOfficeThemeInfo: () => theme });

  const execute = external.Execute;
  external.Execute = (dispatch, params, callback) => {
    const go = (): void => execute(dispatch, params, callback);
    if (dispatch !== Dispatch.richApi || !cell.isEditing()) return go();
    const request = params[0] as readonly unknown[];
    if (Number(request[FLAGS]) & WAIT_FOR_EDITING) void cell.whenDone().then(go);
    else callback({ toArray: () => [BridgeStatus.cellEditMode], dimensions: () => 1 });
  };
}

/** The message that tells the add-in that its pane was shown or closed by the user. */
export const visibilityMessage = (visible: boolean): Message => [
  OBJECT_EVENT,
  VISIBILITY_CHANGED,
  '',
  JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' }),
  0,
  false,
];
