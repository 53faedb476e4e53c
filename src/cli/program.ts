import { Command, CommanderError, type Argument } from 'commander';
import type { Language } from '../application';
import { commandHelp, messages, type CommandHelp } from '../messages';
import { COMMANDS, type CommandSpec, type TypedOptions } from './command-table';
import { texts, type Output } from './context';
import { SHARED, optionOf, type OptionUse } from './options';
import { neverAnInput } from './output-path';
import { plain } from './render/paint';
import { wrap } from './render/wrap';
import { UsageError, errorLine } from './usage';
import { usageSentence } from './usage-sentence';
import { VERSION } from './version';

/** Room that `Usage: ` takes before the usage. */
const USAGE_TITLE = 7;

/** What was typed and the work it asks for. */
type Chosen = (spec: CommandSpec, words: readonly string[], options: TypedOptions) => Promise<void>;

/** Runs the command and returns its exit status; nothing a user can cause ends in a stack trace. */
export async function run(argv: readonly string[], { err, ...where }: Output): Promise<number> {
  // What is said of a file carries its name and its texts: nothing in them may steer the terminal.
  const output: Output = { ...where, err: (text) => err(plain(text)) };
  const language = languageOf(argv);
  let status = 0;
  const program = programFor(language, output, async (spec, words, typed) => {
    // The language may stand before the command or after it.
    const options = { ...typed, lang: language };
    neverAnInput(words, options);
    if (options.date !== undefined && options.stage !== 'monitoring')
      throw new UsageError(texts(options).cli.dateOutsideMonitoring);
    status = await spec.run(words, options, output);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code !== 'commander.help') output.err(`${usageSentence(error, messages(language).cli)}\n`);
      return 2;
    }
    const file = argv.find((word) => /\.\w{2,4}$/.test(word)) ?? null;
    output.err(`${error instanceof UsageError ? error.message : errorLine(error, language, file)}\n`);
    return 2;
  }
}

/** The language is needed before the rest is understood: for what is said about the rest. */
export function languageOf(argv: readonly string[]): Language {
  const asked = argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en'));
  return asked ? 'en' : 'it';
}

function programFor(language: Language, output: Output, chosen: Chosen): Command {
  const words = commandHelp(language);
  const program = helpful(new Command('peg'), words, output)
    .description(words.about)
    .usage(`<${words.values['command'] ?? 'command'}> [${words.values['options'] ?? 'options'}]`)
    .version(VERSION, '--version', words.version)
    .helpCommand(false)
    .enablePositionalOptions()
    .addOption(optionOf('lang', 'shown', words))
    .addHelpText('after', `\n${wrap(words.more, output.width).join('\n')}`);
  for (const spec of COMMANDS) program.addCommand(commandFor(spec, words, output, chosen));
  return program;
}

function commandFor(spec: CommandSpec, words: CommandHelp, output: Output, chosen: Chosen): Command {
  const command = helpful(new Command(spec.name), words, output).description(words.commands[spec.name]);
  for (const word of spec.words)
    command.argument(word.replace(/[a-z]+/, (name) => words.values[name] ?? name));
  const { required = [], options, formats } = spec;
  for (const name of required) command.addOption(optionOf(name, 'required', words));
  for (const name of new Set([...options, ...SHARED])) {
    const use: OptionUse = options.includes(name) ? 'shown' : 'hidden';
    command.addOption(optionOf(name, use, words, name === 'format' ? formats : undefined));
  }
  command.usage(
    [
      ...required.map((name) => `--${name} …`),
      `[${words.values['options'] ?? 'options'}]`,
      ...command.registeredArguments.map((word) => shownArgument(word)),
    ].join(' '),
  );
  return command.action(() => chosen(spec, command.args, command.opts<TypedOptions>()));
}

function shownArgument(argument: Argument): string {
  const text = `${argument.name()}${argument.variadic ? ' …' : ''}`;
  return argument.required ? `<${text}>` : `[${text}]`;
}

/** What every level shares: output, the width of its help, its titles in the user's language. */
function helpful(command: Command, words: CommandHelp, output: Output): Command {
  return command
    .exitOverride()
    .showHelpAfterError(false)
    .helpOption('-h, --help', words.help)
    .configureOutput({
      writeOut: output.out,
      writeErr: (text) => output.err(text),
      outputError: () => undefined,
      getOutHelpWidth: () => output.width,
      getErrHelpWidth: () => output.width,
    })
    .configureHelp({
      // Narrow columns of texts are still better than lines that the terminal breaks.
      minWidthToWrap: 16,
      styleUsage: (usage) => wrap(usage, output.width - USAGE_TITLE, '', '  ').join('\n'),
      styleTitle: (title) => words.titles[title] ?? title,
      // Choices and defaults stand in the texts, in the user's language.
      optionDescription: (option) => option.description,
      subcommandTerm: (sub) => sub.name(),
    });
}
