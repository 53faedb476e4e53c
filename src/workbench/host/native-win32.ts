import { Dispatch } from './protocol';

/**
 * The seam: `window.external` as Office for Windows gives it to a page. Everything above it is Microsoft's own,
 * unmodified office.js. Signatures as observed from the client; nothing here knows the workbook.
 */
export interface BridgeAnswer {
  readonly status: number;
  readonly body?: string;
}

/** What stands behind the bridge. */
export interface BridgeHost {
  /** Language of the pretended Excel, such as `it-IT`. */
  readonly locale: string;
  /** Requirement sets, name → version. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly documentUrl: string;
  readonly readOnly: boolean;
  /** Colours of the pretended Excel; light where nothing is said. */
  readonly theme?: 'light' | 'dark';
  request(body: string): Promise<BridgeAnswer>;
  commandCompleted(id: string, status: number): void;
  /** Called with what delivers messages and commands to the client. */
  connect(client: BridgeClient): void;
}

export interface BridgeClient {
  messages(entries: readonly (readonly unknown[])[]): void;
  command(id: string, functionName: string, source: string): void;
}

type Callback = (answer: unknown) => void;
type Handler = (dispatchId: number, args: SafeArray) => void;

/** Look-alike of the arrays of COM that the client takes apart. */
interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}
const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });

/** Query string with which a page believes to run in Excel for Windows with a shared runtime and functions. */
export const hostInfo = (locale: string): string => `_host_Info=Excel$Win32$16.01$${locale}$telemetry$$$3`;

/** Gives a page the native side of Excel. Must run before office.js does. */
export function installNative(page: object, host: BridgeHost): void {
  const handlers = new Map<number, Handler>();
  const waiting: (readonly unknown[])[] = [];
  const pressed: (readonly unknown[])[] = [];
  const settings = new Map<string, string>();

  const deliver = (entries: readonly (readonly unknown[])[]): void => {
    const handler = handlers.get(Dispatch.richApiMessages);
    if (handler) handler(Dispatch.richApiMessages, safeArray(entries));
    else waiting.push(...entries);
  };

  /** A button pressed while the add-in starts waits for it, as in Excel. */
  const invoke = (command: readonly unknown[]): void => {
    const handler = handlers.get(Dispatch.commandInvoked);
    if (handler) handler(Dispatch.commandInvoked, safeArray(command));
    else pressed.push(command);
  };

  const external = {
    GetContext: () => contextOf(host, settings),
    GetHostInfo: () => '',
    GetLoggingAllowed: () => false,
    Execute(dispatchId: number, params: readonly unknown[], callback: Callback): void {
      if (dispatchId === Dispatch.commandCompleted) {
        host.commandCompleted(String(params[0]), Number(params[1]));
        callback(0);
        return;
      }
      if (dispatchId !== Dispatch.richApi) {
        callback(safeArray([UNKNOWN_CALL, dispatchId]));
        return;
      }
      const request = params[0] as readonly unknown[];
      void host.request(String(request[BODY])).then(({ status, body }) => {
        callback(safeArray(status === 0 ? [0, 200, [], body] : [status]));
      });
    },
    RegisterEvent(
      dispatchId: number,
      _target: string,
      handler: Handler,
      callback: (status: number) => void,
    ): void {
      handlers.set(dispatchId, handler);
      callback(0);
      if (dispatchId === Dispatch.richApiMessages) deliver(waiting.splice(0));
      if (dispatchId === Dispatch.commandInvoked) pressed.splice(0).forEach(invoke);
    },
    UnregisterEvent(dispatchId: number, _target: string, callback: (status: number) => void): void {
      handlers.delete(dispatchId);
      callback(0);
    },
  };
  Object.defineProperty(page, 'external', { value: external, configurable: true });

  host.connect({
    messages: deliver,
    command(id, functionName, source) {
      invoke([id, functionName, source]);
    },
  });
}

/** Where the JSON of the request is among the parameters of the call. */
const BODY = 4;
/** "The operation is not supported" of the client's status codes. */
const UNKNOWN_CALL = 5000;
const EXCEL = 1;
const TASK_PANE = 2;

/** Colours as whole numbers, under the names of Office.OfficeTheme. */
const THEMES = {
  light: theme(0xffffff, 0x201f1e),
  dark: theme(0x262626, 0xffffff),
};

function theme(background: number, foreground: number): Readonly<Record<string, number>> {
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: background,
    controlForegroundColor: foreground,
  };
}

function contextOf(host: BridgeHost, settings: Map<string, string>): object {
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => 'coerenza-peg',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetHostFullVersion: () => '16.0.18000.20000',
    GetAppUILocale: () => host.locale,
    GetAppDataLocale: () => host.locale,
    GetDocUrl: () => host.documentUrl,
    GetAppCapabilities: () => (host.readOnly ? 1 : 0),
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 0,
    GetSupportedMatrix: () => JSON.stringify(host.requirements),
    GetInitialDisplayMode: () => TASK_PANE,
    GetInstanceId: () => 'stand-in',
    GetCorrelationId: () => 'stand-in',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[host.theme ?? 'light']),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        keys.push(...settings.keys());
        values.push(...settings.values());
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        settings.clear();
        keys.forEach((key, position) => settings.set(key, values[position] ?? ''));
      },
    }),
  };
}
