/**
 * The one page of the shared runtime: functions and ribbon commands are ready at once, the pane's own code is
 * fetched when somebody looks at it.
 */
import '../functions';
import { registerCommands } from '../commands';
import { userLanguage } from '../excel';

let shown = false;

async function showPane(): Promise<void> {
  if (shown) return;
  shown = true;
  const root = document.getElementById('pane');
  if (!root) return;
  const { mountPane } = await import(/* webpackChunkName: "pane" */ './pane');
  mountPane(root, userLanguage());
}

registerCommands();
void Office.onReady((info) => {
  document.documentElement.lang = userLanguage();
  const hidden = (info as { addin?: { visibilityMode?: string } }).addin?.visibilityMode === 'Hidden';
  if (!hidden) void showPane();
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
  void Office.addin.onVisibilityModeChanged(async ({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) await showPane();
  });
});
