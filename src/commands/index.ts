/** Commands of the ribbon. */
import { checkCommand } from './check';

export { checkCommand, failureSentence, writeCheck } from './check';
export { lastFailure, onFailure, setFailure } from './notice';

/** Makes the commands known to Office under the names of manifest.xml. */
export function registerCommands(): void {
  Office.actions.associate('verificaCoerenza', checkCommand);
}
