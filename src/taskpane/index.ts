/**
 * The one page of the shared runtime: functions and ribbon commands are ready at once, the pane's own code is
 * fetched when somebody looks at it.
 */
import '../functions';
import { registerCommands } from '../commands';
import { userLanguage } from '../excel';
import { showNotices } from './failure-banner';
import { showOffline } from './offline-notice';
import './taskpane.css';

let shown = false;

async function showPane(): Promise<void> {
  if (shown) return;
  shown = true;
  const root = document.getElementById('pane');
  if (!root) return;
  try {
    const [{ mountPane }, { officeEnvironment }] = await Promise.all([
      import(/* webpackChunkName: "pane" */ './mount'),
      import(/* webpackChunkName: "pane" */ './office-environment'),
    ]);
    root.replaceChildren();
    showNotices(root);
    mountPane(root, officeEnvironment());
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ChunkLoadError') throw error;
    shown = false;
    showOffline(root, () => void showPane());
  }
}

registerCommands();
void Office.onReady((info) => {
  document.documentElement.lang = userLanguage();
  const mode = (info as { addin?: { visibilityMode?: string } }).addin?.visibilityMode;
  if (mode !== 'Hidden') void showPane();
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
  void Office.addin.onVisibilityModeChanged(async ({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) await showPane();
  });
});
