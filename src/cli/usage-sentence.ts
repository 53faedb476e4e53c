import type { CommanderError } from 'commander';
import type { Messages } from '../messages';

/** What was typed wrongly, in the user's language: commander only speaks English. */
export function usageSentence(error: CommanderError, words: Messages['cli']): string {
  const [, name = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const { usage } = words;
  switch (error.code) {
    case 'commander.unknownOption':
      return usage.unknownOption(name);
    case 'commander.unknownCommand':
      return usage.unknownCommand(name);
    case 'commander.missingArgument':
      return usage.missingArgument(name);
    case 'commander.excessArguments':
      return usage.excessArguments(name);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(name);
    case 'commander.optionMissingArgument':
      return usage.missingValue(name);
    case 'commander.invalidArgument': {
      const [, value = ''] = /argument '([\s\S]*)' is invalid\./.exec(error.message) ?? [];
      const [, allowed = ''] = /is invalid\. (?:Allowed choices are )?(.*?)\.?$/s.exec(error.message) ?? [];
      return usage.invalidValue(name, value, allowed);
    }
    default:
      return error.message;
  }
}
