import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { errorSentence } from '../messages';
import { check } from './commands/check';
import { rules } from './commands/rules';
import { tree } from './commands/tree';
import { waive, type WaiveOptions } from './commands/waive';
import type { CommonOptions, Output } from './context';
import { UsageError } from './usage';
import { VERSION } from './version';

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64) throw new InvalidArgumentError('1–64');
  return number;
}

type Action = (options: CommonOptions) => Promise<number>;

/** Runs the command and returns its exit status; nothing a user can cause ends in a stack trace. */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  let status = 0;
  const language = argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en'))
    ? 'en'
    : 'it';
  const program = new Command('peg')
    .description('Verifica di coerenza fra DUP e PEG / DUP–PEG coherence check')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: (text) => output.err(text) })
    .showHelpAfterError(false);

  const command = (name: string, description: string): Command => {
    const own = program
      .command(name)
      .description(description)
      .addOption(
        new Option('--format <format>', 'text, json, ndjson')
          .choices(['text', 'json', 'ndjson'])
          .default('text'),
      )
      .option('--out <path>', 'scrive qui invece che sullo schermo / writes here')
      .addOption(new Option('--lang <lang>', 'it, en').choices(['it', 'en']).default('it'))
      .addOption(
        new Option('--fail-on <level>', 'error, warning, never')
          .choices(['error', 'warning', 'never'])
          .default('error'),
      )
      .addOption(
        new Option('--stage <stage>', 'draft, pre-approval, monitoring')
          .choices(['draft', 'pre-approval', 'monitoring'])
          .default('pre-approval'),
      )
      .option('--rules <dir>', 'regole proprie / own rules')
      .option('--profile <file>', 'profilo di abbinamento / mapping profile')
      .option('--dup <file>', 'file con il DUP / workbook with the DUP')
      .addOption(new Option('--jobs <n>', 'file insieme / files at a time').argParser(positive).default(1))
      .exitOverride();
    return own;
  };
  const act =
    (work: (words: readonly unknown[]) => Action) =>
    async (...words: unknown[]) => {
      const own = words.at(-1) as Command;
      status = await work(words)(own.opts<CommonOptions>());
    };

  command('tree', 'la gerarchia letta nel file / the hierarchy as read')
    .argument('<file>')
    .action(
      act(
        ([file]) =>
          (options) =>
            tree(file as string, options, output),
      ),
    );
  command('check', 'tutte le regole, un verdetto / all rules, one verdict')
    .argument('<files...>')
    .option('--merge', 'i file insieme formano un piano / the files together are one plan')
    .action(
      act(
        ([files]) =>
          (options) =>
            check(files as string[], options, output),
      ),
    );
  command('rules', 'il catalogo delle regole, o la pagina di una / the catalogue, or one page')
    .argument('[rule]')
    .action(
      act(
        ([rule]) =>
          (options) =>
            rules(rule as string | undefined, options, output),
      ),
    );
  command('waive', 'accetta una segnalazione con motivazione, in una copia / accepts a finding, in a copy')
    .argument('<file>')
    .requiredOption('--finding <fingerprint>', 'impronta della segnalazione / fingerprint')
    .requiredOption('--reason <text>', 'motivazione / reason')
    .requiredOption('--author <name>', 'chi accetta / who accepts')
    .option('--until <date>', 'ultimo giorno di validità AAAA-MM-GG / last day')
    .action(
      act(
        ([file]) =>
          (options) =>
            waive(file as string, options as WaiveOptions, output),
      ),
    );

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const file = argv.find((word) => /\.\w{2,4}$/.test(word)) ?? '';
    const sentence = error instanceof UsageError ? error.message : errorSentence(error, language);
    if (sentence === null) throw error;
    output.err(`${error instanceof UsageError ? '' : `${file}: `}${sentence}\n`);
    return 2;
  }
}
