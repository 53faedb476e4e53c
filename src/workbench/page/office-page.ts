import { installNative, hostInfo } from '../host';
import type { BridgeClient, BridgeHost } from '../host/native-win32';
import type { Message } from '../host/protocol';
import type { Scenario } from './scenario';

/** Numbers of Office's client (office.js 1.1.110): an event of an object, and the one of the pane's visibility. */
const OBJECT_EVENT = 65_536;
const VISIBILITY_CHANGED = 65_539;

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

/** The bridge into the page of the add-in, with the theme of Office; returns the client that the page connects. */
export function connectPage(page: Window, host: BridgeHost, scenario: Scenario): BridgeClient | null {
  let client: BridgeClient | null = null;
  installNative(page, {
    locale: host.locale,
    requirements: host.requirements,
    documentUrl: host.documentUrl,
    readOnly: host.readOnly,
    request: (body) => host.request(body),
    commandCompleted: (id, status) => host.commandCompleted(id, status),
    connect: (connected) => {
      client = connected;
      host.connect(connected);
    },
  });
  const external = page.external as unknown as { GetContext(): object };
  const context = external.GetContext();
  const theme = JSON.stringify(THEMES[scenario.dark ? 'dark' : 'light']);
  external.GetContext = () => ({ ...context, GetOfficeThemeInfo: () => theme });
  return client;
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
