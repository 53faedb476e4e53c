import { createRoot } from 'react-dom/client';
import { App } from './app';
import type { PaneEnvironment } from './environment';

export type { PaneEnvironment } from './environment';

/** Shows the pane in an element of a page; returns what takes it away. */
export function mountPane(root: HTMLElement, env: PaneEnvironment): () => void {
  document.body.style.margin = '0';
  const react = createRoot(root);
  react.render(<App env={env} />);
  return () => react.unmount();
}
