import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, SessionOptions } from '../application';
import type { Stage } from '../approval';
import { readMunicipality, type Municipality, type RuleFile } from '../coherence';
import { parseProfile, type MappingProfile } from '../mapping';
import { messages, type Messages } from '../messages';
import { today } from './dates';
import { readText, snapshotOf } from './files';
import type { GivenAnswer } from './given-answer';
import type { Layout } from './render/check-text';
import { lineWidth } from './render/wrap';
import { UsageError } from './usage';

/** Options every command understands, as typed. */
export interface CommonOptions {
  readonly lang: Language;
  readonly format: 'text' | 'json' | 'ndjson' | 'xlsx' | 'html';
  readonly out?: string;
  readonly failOn: 'error' | 'warning' | 'never';
  readonly stage: Stage;
  readonly rules?: string;
  readonly profile?: string;
  readonly municipality?: string;
  readonly dup?: string;
  readonly merge?: boolean;
  readonly jobs: number;
  /** Several files as ndjson come in the order they were named. */
  readonly ordered?: boolean;
  /** `--out` may replace a file. */
  readonly force?: boolean;
  /** Every finding is shown, not only the first ones of each rule. */
  readonly all?: boolean;
  /** Day of the monitoring, ISO. */
  readonly date?: string;
  /** Answers to questions of the reading. */
  readonly answer?: readonly GivenAnswer[];
  /** Where answers are kept as a profile. */
  readonly saveProfile?: string;
  /** False: nothing is asked, not even at a terminal. */
  readonly input?: boolean;
}

/** Where a command writes. Tests put buffers in its place. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours are for people at a terminal. */
  readonly colour: boolean;
  /** Signs that fit on a line. */
  readonly width: number;
  /** Draws progress, to be wiped off again; only where `err` goes to a terminal. */
  readonly draw?: (text: string) => void;
  /** Asks at a terminal and gives the line typed, null at the end of the input; left out where nobody is there. */
  readonly ask?: (prompt: string) => Promise<string | null>;
}

export function texts(options: Pick<CommonOptions, 'lang'>): Messages {
  return messages(options.lang);
}

/** Own rule files of a folder, by name. */
export function ruleFiles(options: Pick<CommonOptions, 'rules' | 'lang'>): RuleFile[] {
  const folder = options.rules;
  if (folder === undefined) return [];
  const words = texts(options).cli;
  const names = tried(() => readdirSync(folder, { withFileTypes: true }), words.badFolder(folder))
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().endsWith('.json') && !name.toLowerCase().endsWith('.schema.json'))
    .sort();
  if (names.length === 0) throw new UsageError(words.noRuleFiles(folder));
  return names.map((name) => {
    const path = join(folder, name);
    return { name, text: tried(() => readText(path), words.unreadable(path)) };
  });
}

/** What a file system answers, or the sentence for people when it refuses. */
function tried<T>(work: () => T, sentence: string): T {
  try {
    return work();
  } catch (cause) {
    throw new UsageError(sentence, { cause });
  }
}

/** A mapping profile from a file, checked against its schema. */
export function profileFrom(
  path: string | undefined,
  options: Pick<CommonOptions, 'lang'>,
): MappingProfile | null {
  if (path === undefined) return null;
  const words = texts(options).cli;
  const text = tried(() => readText(path), words.unreadable(path));
  const { profile, problems } = parseProfile(text);
  const [first] = problems;
  if (!first) return profile;
  if (first.code === 'not-json') throw new UsageError(words.badJson(path));
  throw new UsageError(words.badProfile(path, texts(options).profileProblem(first)));
}

/** What a file says of the municipality, checked entry by entry. */
function municipalityFrom(options: Pick<CommonOptions, 'municipality' | 'lang'>): Municipality | undefined {
  const path = options.municipality;
  if (path === undefined) return undefined;
  const words = texts(options).cli;
  const text = tried(() => readText(path), words.unreadable(path));
  const content = tried<unknown>(() => JSON.parse(text.replace(/^\uFEFF/, '')), words.badJson(path));
  const { municipality, problems } = readMunicipality(content);
  const [first] = problems;
  if (first) throw new UsageError(words.badMunicipality(path, first.entry, first.message[options.lang]));
  return municipality;
}

/** What the session of a file needs, from the options. */
export async function sessionOptions(
  options: CommonOptions,
  others: readonly string[] = [],
  pause?: SessionOptions['pause'],
): Promise<SessionOptions> {
  const municipality = municipalityFrom(options);
  return {
    today: today(),
    ...(pause === undefined ? {} : { pause }),
    stage: options.stage,
    ...(options.date === undefined ? {} : { monitoringDate: options.date }),
    dup: options.dup === undefined ? null : await snapshotOf(options.dup),
    others: await Promise.all(others.map(snapshotOf)),
    profile: profileFrom(options.profile, options),
    ruleFiles: ruleFiles(options),
    ...(municipality === undefined ? {} : { municipality }),
  };
}

/** How the text of a result is laid out: files have no colours and no terminal's width. */
export function layoutOf(options: CommonOptions, output: Output): Layout {
  const toFile = options.out !== undefined;
  return {
    language: options.lang,
    colour: output.colour && !toFile,
    width: toFile ? lineWidth(undefined) : output.width,
    all: options.all === true,
  };
}
