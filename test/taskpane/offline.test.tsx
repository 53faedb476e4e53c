/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { paneTexts } from '../../src/messages';
import { Boundary } from '../../src/taskpane/parts/boundary';
import { FetchedView } from '../../src/taskpane/parts/offline';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const texts = paneTexts('it');
let root: Root;

beforeEach(() => {
  const place = document.createElement('main');
  document.body.replaceChildren(place);
  root = createRoot(place);
});
afterEach(() => act(() => root.unmount()));

const show = (load: () => Promise<{ default: () => string }>) =>
  act(async () =>
    root.render(
      <Boundary texts={texts} resetOn="view">
        <FetchedView load={load} texts={texts} />
      </Boundary>,
    ),
  );

function notFetched(): Error {
  const error = new TypeError('Loading chunk 7 failed');
  error.name = 'ChunkLoadError';
  return error;
}

test('a view is shown once its code has come', async () => {
  await show(() => Promise.resolve({ default: () => 'Eccola' }));
  expect(document.body.textContent).toBe('Eccola');
});

test('without a network it says so, and the button tries again', async () => {
  const load = jest
    .fn<Promise<{ default: () => string }>, []>()
    .mockRejectedValueOnce(notFetched())
    .mockResolvedValue({ default: () => 'Eccola' });
  await show(load);
  expect(document.querySelector('[role=alert]')?.textContent).toContain('controlla la rete');
  await act(async () => document.querySelector('button')?.click());
  expect(document.body.textContent).toBe('Eccola');
  expect(load).toHaveBeenCalledTimes(2);
});

test('another failure is the view’s own and is told by its boundary', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await show(() => Promise.reject(new TypeError('broken')));
  expect(document.body.textContent).toContain(texts.shell.crashed.title);
  quiet.mockRestore();
});
