/**
 * The one page of the shared runtime: functions and ribbon commands are ready at once, the pane's own code is
 * fetched when somebody looks at it.
 */
import '../functions';
import { registerCommands } from '../commands';
import { userLanguage } from '../excel';
import { showFailures } from './failure-banner';
import './taskpane.css';

let shown = false;

async function showPane(): Promise<void> {
  if (shown) return;
  shown = true;
  const root = document.getElementById('pane');
  if (!root) return;
  showFailures(root);
  const [{ mountPane }, { officeEnvironment }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ './mount'),
    import(/* webpackChunkName: "pane" */ './office-environment'),
  ]);
  root.replaceChildren();
  mountPane(root, officeEnvironment());
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
