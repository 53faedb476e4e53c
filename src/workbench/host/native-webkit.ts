import type { BridgeHost } from './native-win32';
import { Dispatch } from './protocol';

/**
 * The seam of Excel for Mac and for iPad: messages to `window.webkit.messageHandlers.Agave`, answered by calling back
 * into the client. What is said is the same as in Excel for Windows; only the envelopes differ.
 */
interface Call {
  readonly methodId: number;
  readonly params?: { readonly id?: number; readonly apiArgs?: unknown };
  readonly callbackId?: string;
}

const METHOD = { execute: 1, registerEvent: 2, unregisterEvent: 3, writeSettings: 4, getContext: 5 };
/** Place of the body in the arguments of a request. */
const BODY = 4;

/** What the client offers to be called back. */
interface ScriptMessaging {
  agaveHostCallback(callbackId: string, payload: unknown): void;
  agaveHostEventCallback(callbackId: string, payload: unknown): void;
}

type Page = object & { readonly OSF?: { readonly ScriptMessaging: ScriptMessaging } };

/** Gives a page the native side of Excel for Mac or iPad. Must run before office.js does. */
export function installWebkit(page: Page, host: BridgeHost): void {
  const handlers = new Map<number, string>();
  const waiting = new Map<number, unknown[]>();
  const client = (): ScriptMessaging | undefined => page.OSF?.ScriptMessaging;
  const tell = (dispatchId: number, payload: readonly unknown[]): void => {
    const handler = handlers.get(dispatchId);
    if (handler) client()?.agaveHostEventCallback(handler, [payload, dispatchId]);
    else waiting.set(dispatchId, [...(waiting.get(dispatchId) ?? []), payload]);
  };
  const execute = async (id: number, args: unknown): Promise<unknown> => {
    if (id === Dispatch.commandCompleted) {
      const [command, status] = args as readonly unknown[];
      host.commandCompleted(String(command), Number(status));
      return [0];
    }
    const [request] = args as readonly (readonly unknown[])[];
    const { status, body } = await host.request(String(request?.[BODY]));
    return [status === 0 ? [0, 200, [], body] : [status]];
  };
  const answer = async ({ methodId, params, callbackId = '' }: Call): Promise<unknown> => {
    const id = params?.id ?? 0;
    switch (methodId) {
      case METHOD.execute:
        return execute(id, params?.apiArgs);
      case METHOD.registerEvent:
        handlers.set(id, callbackId);
        return [0];
      case METHOD.unregisterEvent:
        handlers.delete(id);
        return [0];
      case METHOD.writeSettings:
        return [0];
      default:
        return contextOf(host);
    }
  };
  const postMessage = (text: string): void => {
    const call = JSON.parse(text) as Call;
    void answer(call).then((payload) => {
      if (call.callbackId !== undefined) client()?.agaveHostCallback(call.callbackId, payload);
      if (call.methodId !== METHOD.registerEvent) return;
      const id = call.params?.id ?? 0;
      for (const payloads of waiting.get(id) ?? []) tell(id, payloads as readonly unknown[]);
      waiting.delete(id);
    });
  };
  Object.defineProperty(page, 'webkit', { value: { messageHandlers: { Agave: { postMessage } } } });
  host.connect({
    messages: (entries) => tell(Dispatch.richApiMessages, entries),
    command: (id, functionName, source) => tell(Dispatch.commandInvoked, [id, functionName, source]),
  });
}

/** What the page is told of its Excel, by the places the client looks at. */
function contextOf(host: BridgeHost): unknown[] {
  const places: Readonly<Record<number, unknown>> = {
    0: [[], []], // settings: keys, values
    1: 'coerenza-peg',
    2: 1, // Excel
    3: 16,
    4: 1,
    7: host.readOnly ? 1 : 0,
    8: host.locale,
    9: host.locale,
    11: host.documentUrl,
    12: 1,
    13: 0,
    16: 'stand-in',
    17: 'stand-in',
    20: JSON.stringify(host.requirements),
    22: '16.90.0',
    23: 2, // as a task pane
  };
  return Array.from({ length: 24 }, (_value, place) => places[place] ?? '');
}
