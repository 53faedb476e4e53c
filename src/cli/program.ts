import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { messages } from '../messages';
import { parseAnswer, type GivenAnswer } from './given-answer';
import { check } from './commands/check';
import { attest, diff, verify } from './commands/attest';
import { nextYear, publish } from './commands/copies';
import { exportPlan } from './commands/export';
import { fix } from './commands/fix';
import { explain, indicators, type PeriodOptions } from './commands/indicators';
import { rules } from './commands/rules';
import { tree } from './commands/tree';
import { waive, type WaiveOptions } from './commands/waive';
import { texts, type CommonOptions, type Output } from './context';
import { isDay } from './dates';
import { neverAnInput } from './output-path';
import { plain } from './render/paint';
import { UsageError, errorLine } from './usage';
import { usageSentence } from './usage-sentence';
import { VERSION } from './version';

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64) throw new InvalidArgumentError('1–64');
  return number;
}

function year(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1990 || number > 2200) throw new InvalidArgumentError('AAAA');
  return number;
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('AAAA-MM-GG');
  return text;
}

function answers(text: string, before: readonly GivenAnswer[] = []): GivenAnswer[] {
  const given = parseAnswer(text);
  if (given === null) throw new InvalidArgumentError('ID=a, FILE#ID=a');
  return [...before, given];
}

type Action = (options: CommonOptions) => Promise<number>;

/** Runs the command and returns its exit status; nothing a user can cause ends in a stack trace. */
export async function run(argv: readonly string[], { err, ...where }: Output): Promise<number> {
  // What is said of a file carries its name and its texts: nothing in them may steer the terminal.
  const output: Output = { ...where, err: (text) => err(plain(text)) };
  let status = 0;
  const language = argv.some((word, i) => word === '--lang=en' || (word === '--lang' && argv[i + 1] === 'en'))
    ? 'en'
    : 'it';
  const program = new Command('peg')
    .description('Verifica di coerenza fra DUP e PEG / DUP–PEG coherence check')
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: output.out,
      writeErr: (text) => output.err(text),
      outputError: () => undefined,
    })
    .showHelpAfterError(false);

  const command = (
    name: string,
    description: string,
    formats: readonly string[] = ['text', 'json', 'ndjson'],
  ): Command => {
    const own = program
      .command(name)
      .description(description)
      .addOption(new Option('--format <format>', formats.join(', ')).choices(formats).default('text'))
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
      .addOption(new Option('--date <day>', 'giorno del monitoraggio / monitoring day').argParser(day))
      .option('--rules <dir>', 'regole proprie / own rules')
      .option('--profile <file>', 'profilo di abbinamento / mapping profile')
      .addOption(
        new Option(
          '--answer <answer>',
          'risposta a una domanda sulla lettura / answer to a question: [FILE#]ID=a',
        ).argParser(answers),
      )
      .option('--save-profile <file>', 'conserva le risposte come profilo / keeps the answers as a profile')
      .option('--no-input', 'non chiede nulla / asks nothing')
      .option('--dup <file>', 'file con il DUP / workbook with the DUP')
      .addOption(new Option('--jobs <n>', 'file insieme / files at a time').argParser(positive).default(1))
      .exitOverride();
    return own;
  };
  const act =
    (work: (words: readonly unknown[]) => Action) =>
    async (...words: unknown[]) => {
      const own = words.at(-1) as Command;
      const options = own.opts<CommonOptions>();
      neverAnInput(own.args, options);
      if (options.date !== undefined && options.stage !== 'monitoring')
        throw new UsageError(texts(options).cli.dateOutsideMonitoring);
      status = await work(words)(options);
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
  command('check', 'tutte le regole, un verdetto / all rules, one verdict', [
    'text',
    'json',
    'ndjson',
    'xlsx',
    'html',
  ])
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

  command('indicators', 'gli indicatori calcolati / the indicators computed')
    .argument('<file>')
    .option('--period <period>', '2016, 2016-S1, 2016-06-30')
    .action(
      act(
        ([file]) =>
          (options) =>
            indicators(file as string, options as PeriodOptions, output),
      ),
    );
  command('explain', 'un indicatore, passo per passo / one indicator, step by step')
    .argument('<file>')
    .argument('<indicator>')
    .option('--period <period>', '2016, 2016-S1, 2016-06-30')
    .action(
      act(
        ([file, name]) =>
          (options) =>
            explain(file as string, name as string, options as PeriodOptions, output),
      ),
    );
  command(
    'fix',
    'applica le correzioni automatiche di una regola, in una copia / applies a rule’s automatic fixes, in a copy',
  )
    .argument('<file>')
    .requiredOption('--rule <id>', 'regola / rule')
    .action(
      act(
        ([file]) =>
          (options) =>
            fix(file as string, options as CommonOptions & { rule: string }, output),
      ),
    );
  command('attest', 'attesta la verifica in una copia / attests the check in a copy')
    .argument('<file>')
    .requiredOption('--author <name>', 'chi attesta / who attests')
    .action(
      act(
        ([file]) =>
          (options) =>
            attest(file as string, options as CommonOptions & { author: string }, output),
      ),
    );
  command('verify', 'l’attestazione vale ancora? / does the attestation hold?')
    .argument('<file>')
    .action(
      act(
        ([file]) =>
          (options) =>
            verify(file as string, options, output),
      ),
    );
  command('diff', 'che cosa è cambiato fra due piani / what changed between two plans')
    .argument('<old>')
    .argument('<new>')
    .action(
      act(
        ([old, now]) =>
          (options) =>
            diff(old as string, now as string, options, output),
      ),
    );
  command('export', 'il piano come dati o come tabelle pubblicate / the plan as data or published tables')
    .argument('<file>')
    .addOption(new Option('--as <form>', 'json, annex').choices(['json', 'annex']).default('json'))
    .action(
      act(
        ([file]) =>
          (options) =>
            exportPlan(file as string, options as CommonOptions & { as: 'json' | 'annex' }, output),
      ),
    );

  command(
    'publish',
    'copia per la pubblicazione: senza accettazioni, foglio di verifica e formule PEG / a copy for publication',
  )
    .argument('<file>')
    .action(
      act(
        ([file]) =>
          (options) =>
            publish(file as string, options, output),
      ),
    );
  command('new-year', 'copia ricodificata per l’anno nuovo / a copy recoded for the new year')
    .argument('<file>')
    .addOption(new Option('--year <year>', '2018').argParser(year))
    .action(
      act(
        ([file]) =>
          (options) =>
            nextYear(file as string, options as CommonOptions & { year?: number }, output),
      ),
    );

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
