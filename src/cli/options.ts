import { InvalidArgumentError, Option } from 'commander';
import type { CommandHelp, OptionName } from '../messages';
import { isDay } from './dates';
import { parseAnswer, type GivenAnswer } from './given-answer';

/** How an option is typed; what it says stands in the messages. */
interface OptionSpec {
  /** Placeholder of its value, an English word of {@link CommandHelp.values}; none for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly initial?: string | number;
  readonly parse?: (text: string, before: unknown) => unknown;
}

function whole(text: string, from: number, to: number, shown: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < from || number > to) throw new InvalidArgumentError(shown);
  return number;
}

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('AAAA-MM-GG');
  return text;
}

/** Answers may be given several times. */
function answers(text: string, before: unknown): readonly GivenAnswer[] {
  const given = parseAnswer(text);
  if (given === null) throw new InvalidArgumentError('ID=a, FILE#ID=a');
  return [...((before as readonly GivenAnswer[] | undefined) ?? []), given];
}

/** Forms of a result that is data or text for people. */
export const DATA_FORMATS = ['text', 'json', 'ndjson'] as const;

const OPTIONS: Readonly<Record<OptionName, OptionSpec>> = {
  format: { value: 'format', choices: DATA_FORMATS, initial: 'text' },
  out: { value: 'file' },
  lang: { value: 'lang', choices: ['it', 'en'], initial: 'it' },
  'fail-on': { value: 'level', choices: ['error', 'warning', 'never'], initial: 'error' },
  stage: { value: 'stage', choices: ['draft', 'pre-approval', 'monitoring'], initial: 'pre-approval' },
  date: { value: 'day', parse: day },
  rules: { value: 'folder' },
  profile: { value: 'file' },
  municipality: { value: 'file' },
  dup: { value: 'file' },
  answer: { value: 'answer', parse: answers },
  'save-profile': { value: 'file' },
  'no-input': {},
  merge: {},
  jobs: { value: 'n', initial: 1, parse: (text) => whole(text, 1, 64, '1–64') },
  all: {},
  ordered: {},
  force: {},
  period: { value: 'period' },
  rule: { value: 'rule' },
  finding: { value: 'fingerprint' },
  reason: { value: 'text' },
  author: { value: 'name' },
  until: { value: 'day' },
  why: { value: 'cell' },
  as: { value: 'form', choices: ['json', 'annex'], initial: 'json' },
  year: { value: 'year', parse: (text) => whole(text, 1990, 2200, 'AAAA') },
};

/** Every command takes them, so that scripts may give the same ones to all; help shows where they matter. */
export const SHARED: readonly OptionName[] = [
  'format',
  'out',
  'force',
  'lang',
  'fail-on',
  'stage',
  'date',
  'rules',
  'profile',
  'municipality',
  'answer',
  'save-profile',
  'no-input',
  'dup',
  'jobs',
];

/** Whether an option has to be given, is shown, or is only taken. */
export type OptionUse = 'required' | 'shown' | 'hidden';

/** An option of a command with its text in the user's language; `choices` narrows or widens what it takes. */
export function optionOf(
  name: OptionName,
  use: OptionUse,
  words: CommandHelp,
  choices = OPTIONS[name].choices,
): Option {
  const { value, initial, parse } = OPTIONS[name];
  const flags = value === undefined ? `--${name}` : `--${name} <${words.values[value] ?? value}>`;
  const notes = [
    ...(choices ? [`${words.choices} ${choices.join(', ')}`] : []),
    ...(initial === undefined ? [] : [`${words.default}: ${initial}`]),
    ...(use === 'required' ? [words.required] : []),
  ];
  const option = new Option(flags, words.options[name] + (notes.length > 0 ? ` (${notes.join('; ')})` : ''));
  if (choices) option.choices(choices);
  if (initial !== undefined) option.default(initial);
  if (parse) option.argParser(parse);
  return option.makeOptionMandatory(use === 'required').hideHelp(use === 'hidden');
}
