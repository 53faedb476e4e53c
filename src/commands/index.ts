/** Commands of the ribbon. */
import { attestCommand } from './attest';
import { checkCommand } from './check';
import { freezeCommand } from './freeze';

export { writeCheck } from './check';
export { failureSentence } from './run';
export { lastNotice, onNotice, setNotice, type Notice } from './notice';
export { viewRequests, type RequestedView } from './view-request';

/** Makes the commands known to Office under the names of manifest.xml. */
export function registerCommands(): void {
  Office.actions.associate('verificaCoerenza', checkCommand);
  Office.actions.associate('attestaGiunta', attestCommand);
  Office.actions.associate('congelaValori', freezeCommand);
}
