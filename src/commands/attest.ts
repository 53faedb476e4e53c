import { runCommand, showPane } from './run';
import { requestView } from './view-request';

/**
 * "Attesta per la Giunta": the attestation carries the name of who makes it, as typed; so the command opens the pane
 * at Approvazione, where the verdict stands beside the field for the name.
 */
export function attestCommand(event: Office.AddinCommands.Event): Promise<void> {
  return runCommand(event, 'attest', async () => {
    requestView('approval');
    await showPane();
  });
}
