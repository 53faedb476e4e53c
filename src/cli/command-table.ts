import type { CommandName, OptionName } from '../messages';
import { anonymise } from './commands/anonymise';
import { attest, diff, verify } from './commands/attest';
import { check } from './commands/check';
import { nextYear, publish } from './commands/copies';
import { exportPlan } from './commands/export';
import { fix } from './commands/fix';
import { explain, indicators } from './commands/indicators';
import { rules } from './commands/rules';
import { tree } from './commands/tree';
import { waive } from './commands/waive';
import type { CommonOptions, Output } from './context';

/** Options as typed: those of every command, and the command's own. */
export type TypedOptions = CommonOptions & {
  readonly period?: string;
  readonly rule: string;
  readonly finding: string;
  readonly reason: string;
  readonly author: string;
  readonly until?: string;
  readonly as: 'json' | 'annex';
  readonly year?: number;
  /** Cell to explain, `Sheet!E4`. */
  readonly why?: string;
};

/** A command: what it is called with, the options that matter to it, and the work. */
export interface CommandSpec {
  readonly name: CommandName;
  /** Words that follow it: `<file>` one, `[rule]` perhaps one, `<files...>` one or more. */
  readonly words: readonly string[];
  readonly required?: readonly OptionName[];
  readonly options: readonly OptionName[];
  /** Forms of the result, where they are not those of every command. */
  readonly formats?: readonly string[];
  /** Returns the exit status; `words` as typed, all of those that are needed given. */
  readonly run: (words: readonly string[], options: TypedOptions, output: Output) => Promise<number>;
}

/** How the file is read. */
const READING = ['profile', 'answer', 'save-profile', 'dup'] as const;
/** What is judged, and how. */
const JUDGING = ['stage', 'date', 'rules', 'municipality', ...READING] as const;
const COPY = ['out', 'force', 'lang'] as const;
const RESULT = ['format', ...COPY] as const;

/** Everything `peg` does: program, help and the tests of both are made from it. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'tree',
    words: ['<file>'],
    options: ['why', ...READING, ...RESULT],
    run: ([file = ''], options, output) => tree(file, options, output),
  },
  {
    name: 'check',
    words: ['<files...>'],
    options: [...JUDGING, 'no-input', 'merge', 'jobs', 'ordered', 'all', 'fail-on', ...RESULT],
    formats: ['text', 'json', 'ndjson', 'xlsx', 'html'],
    run: check,
  },
  {
    name: 'indicators',
    words: ['<file>'],
    options: ['period', ...READING, ...RESULT],
    run: ([file = ''], options, output) => indicators(file, options, output),
  },
  {
    name: 'explain',
    words: ['<file>', '<indicator>'],
    options: ['period', ...READING, ...RESULT],
    run: ([file = '', name = ''], options, output) => explain(file, name, options, output),
  },
  {
    name: 'rules',
    words: ['[rule]'],
    options: ['rules', ...RESULT],
    run: ([id], options, output) => rules(id, options, output),
  },
  {
    name: 'fix',
    words: ['<file>'],
    required: ['rule'],
    options: [...JUDGING, ...RESULT],
    run: ([file = ''], options, output) => fix(file, options, output),
  },
  {
    name: 'waive',
    words: ['<file>'],
    required: ['finding', 'reason', 'author'],
    options: ['until', ...JUDGING, ...COPY],
    run: ([file = ''], options, output) => waive(file, options, output),
  },
  {
    name: 'attest',
    words: ['<file>'],
    required: ['author'],
    options: [...JUDGING, ...COPY],
    run: ([file = ''], options, output) => attest(file, options, output),
  },
  {
    name: 'verify',
    words: ['<file>'],
    options: ['rules', ...READING, ...RESULT],
    run: ([file = ''], options, output) => verify(file, options, output),
  },
  {
    name: 'diff',
    words: ['<old>', '<new>'],
    options: ['profile', ...RESULT],
    run: ([old = '', now = ''], options, output) => diff(old, now, options, output),
  },
  {
    name: 'export',
    words: ['<file>'],
    options: ['as', ...READING, ...COPY],
    run: ([file = ''], options, output) => exportPlan(file, options, output),
  },
  {
    name: 'publish',
    words: ['<file>'],
    options: [...COPY],
    run: ([file = ''], options, output) => publish(file, options, output),
  },
  {
    name: 'new-year',
    words: ['<file>'],
    options: ['year', ...READING, ...COPY],
    run: ([file = ''], options, output) => nextYear(file, options, output),
  },
  {
    name: 'anonymise',
    words: ['<file>'],
    options: [...COPY],
    run: ([file = ''], options, output) => anonymise(file, options, output),
  },
];
