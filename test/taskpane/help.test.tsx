/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { PlanSession } from '../../src/application';
import { paneTexts, readingTexts } from '../../src/messages';
import { VIEWS, type ViewName } from '../../src/taskpane/environment';
import english from '../../src/taskpane/help-en.generated.json';
import italian from '../../src/taskpane/help-it.generated.json';
import { mountPane } from '../../src/taskpane/mount';
import { MemoryWorkbook } from '../../src/workbook';
import { smallPlan } from '../support/plans';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
// Every browser has them; jsdom does not.
Object.assign(globalThis, { TextEncoder, TextDecoder });

describe.each([
  ['it', italian],
  ['en', english],
] as const)('the help in %s', (language, help) => {
  const texts = paneTexts(language);

  test('has a section for every view, under its name, with something to read', () => {
    expect(help.map(({ title }) => title)).toEqual(VIEWS.map((view) => texts.shell.views[view]));
    for (const { blocks } of help) expect(blocks.length).toBeGreaterThan(2);
  });

  test('names buttons and fields as the pane does', () => {
    const said: string[] = [];
    const gather = (value: unknown): void => {
      if (typeof value === 'string') said.push(value.toLowerCase());
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
    };
    gather(texts);
    gather(readingTexts(language));
    const named = help
      .flatMap(({ blocks }) => blocks.flatMap(({ pieces }) => pieces))
      .flatMap((piece) => ('as' in piece && piece.as === 'em' ? [piece.text.toLowerCase()] : []));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !said.some((text) => text.startsWith(name)))).toEqual([]);
  });
});

describe('in the pane', () => {
  let unmount: () => void = () => undefined;
  let asked: ViewName | null = null;
  let ask: () => void = () => undefined;
  const waits = (ms = 0) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const panel = (): HTMLElement | null => document.getElementById('help');
  const helpButton = (): HTMLElement | null => document.getElementById('help-button');

  async function until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !condition(); tries++) await waits(10);
    expect(condition()).toBe(true);
  }

  beforeEach(async () => {
    const root = document.createElement('main');
    document.body.append(root);
    await act(async () => {
      unmount = mountPane(root, {
        openSession: () => PlanSession.open(new MemoryWorkbook(smallPlan()), { today: '2026-11-20' }),
        language: 'it',
        theme: 'light',
        today: '2026-11-20',
        now: () => '2026-11-20T10:30:00+01:00',
        version: '1.0.0',
        viewRequests: {
          isPending: () => false,
          take: () => asked,
          subscribe: (listener) => {
            ask = listener;
            return () => undefined;
          },
        },
        memory: { read: (key) => (key === 'started' ? 'yes' : null), write: () => undefined },
      });
    });
    await until(() => helpButton() !== null);
  });
  afterEach(() => {
    asked = null;
    act(() => unmount());
    document.body.innerHTML = '';
  });

  test('it is of the view one is in, and follows to the next', async () => {
    expect(panel()).toBeNull();
    await act(async () => helpButton()?.click());
    await until(() => panel()?.textContent?.includes('raccolte per causa') === true);
    expect(panel()?.getAttribute('aria-label')).toBe('Aiuto: Coerenza');
    expect(helpButton()?.getAttribute('aria-expanded')).toBe('true');
    asked = 'plan';
    await act(async () => ask());
    await until(() => panel()?.textContent?.includes('L’albero dagli ambiti') === true);
    expect(helpButton()?.getAttribute('aria-label')).toBe('Aiuto: Piano');
  });

  test('it takes the keyboard, and Escape gives it back to the button', async () => {
    await act(async () => helpButton()?.click());
    await until(() => document.activeElement === panel());
    await act(async () =>
      panel()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(helpButton());
  });
});
