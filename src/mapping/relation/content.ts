import {
  fold,
  isMissionName,
  looksLikeCode,
  readDate,
  readDateRange,
  readNumber,
  splitCode,
} from '../../plan';
import { isLevel, type Level } from '../words/field';
import { levelLabels } from '../words/level-labels';
import { readHeader } from '../words/lexicon';
import { isCentreName } from '../words/texts';
import { stepsOf } from '../words/steps';
import data from './content-words.json';

/** Kinds of text a column may hold; one text may be of several. */
export const CLASSES = [
  'code',
  'number',
  'percent',
  'date',
  'mark',
  'yesno',
  'unit',
  'person',
  'office',
  'formula',
  'value',
  'name',
  'long',
  'coded',
  'month',
  'lettercode',
  'level',
  'step',
  'measure',
  'kind',
  'infinitive',
  'state',
  'sentence',
  'steps',
  'mission',
] as const;
export type TextClass = (typeof CLASSES)[number];

/** What stands in a column, in figures. */
export interface Content {
  /** Filled cells looked at. */
  readonly filled: number;
  /** Share of rows that are filled, 0–1. */
  readonly density: number;
  /** Share of the filled texts of each class, 0–1. */
  readonly share: Readonly<Record<TextClass, number>>;
  /** Share of the filled texts that say which level they name, by the finest of it, 0–1: `Ambito 1: Scuola`. */
  readonly says: Readonly<Partial<Record<Level, number>>>;
  /** Different texts ÷ filled texts. */
  readonly distinct: number;
  readonly distinctCount: number;
  /** Mean length in characters. */
  readonly length: number;
  /** Texts that stand in one run of rows ÷ different texts: 1 where equal texts stand together. */
  readonly together: number;
  /** Numbers that count up by one from row to row. */
  readonly sequence: number;
  /** All numbers lie between 0 and 100. */
  readonly upTo100: boolean;
}

const UNIT =
  /^(?:n|n°|nr|num|numero|%|‰|€|euro|eur|km|kmq|mq|m|m2|m²|mc|m3|ml|gg|giorni|giorno|ore|h|min|minuti|mesi|anni|kg|t|ton|tonnellate|gb|mb|kwh|mwh|si\/no|sì\/no|s\/n|data|ha|€\/ab\.?|abitanti|rapporto|indice|percentuale|on\/off|valore|q|punti|voto|euro\/ab|n\.\/1\.?000 ab|testo)\.?$/i;
const MARK = /^(?:[x×✓✔●•■█▪*+☒☐]|\(x\))$/i;
const YESNO = /^(?:si|sì|no|s|n|si\/no|sì\/no|on|off|on\/off|vero|falso|nuovo)$/i;
const PERSON =
  /^(?:(?:[Dd]ott|[Dd]r|[Ii]ng|[Aa]rch|[Gg]eom|[Aa]vv|[Rr]ag|[Ss]ig|[Pp]rof|[Dd]|[Pp]\.?\s?[Ii]|[Cc]omm|[Mm]agg|[Ii]sp)(?:\.?ssa|\.?ra|\.)?\s+)*\p{Lu}[\p{L}’'`-]+(?:\s+(?:d[aeio]l?l?[aeio]?\s+)?\p{Lu}[\p{L}’'.`-]*){1,3}$/u;
const FUNCTION_WORDS =
  /\b(?:di|del|della|dei|delle|degli|dell|per|in|con|e|al|alla|alle|ai|sul|sulla|nel|nella|da|dal|dalla|a|the|of|and)\b/i;
const FORMULA = /[*×x]\s*100\b|^(?:n\.?|numero|nr\.?|somma|media|totale)\s+\p{L}{3}/iu;
const VALUE =
  /^(?:[<>=≤≥]+|almeno|entro|non oltre|max|min|minimo|massimo|pari a|oltre|fino a|da|circa|\+|-|~)?\s*(?:n\.?\s*)?[-+]?\d+(?:[.,]\d+)*\s*(?:%|‰|€|\p{L}{0,12}\.?)?(?:\s.{0,30})?$/iu;
const WEEKDAY =
  /^(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|gen|feb|mar|apr|mag|giu|lug|ago|set|sett|ott|nov|dic)\.?$/i;

/** A text longer than this is a description. */
const LONG = 110;

const classes = new Map<string, readonly TextClass[]>();

/** A word, a sign of division and another word on one line. Step by step: one expression for it all is slow on long texts. */
function isQuotient(text: string): boolean {
  return text.split('\n').some((line) => {
    const first = line.search(/\p{L}{3}/u);
    const after = first < 0 ? '' : line.slice(first + 3);
    const sign = /[/÷]|\s:\s/.exec(after);
    return sign !== null && /\p{L}{3}/u.test(after.slice(sign.index + 1));
  });
}

/** The classes of a text. Pure, and remembered: the same texts come again and again. */
export function classesOf(text: string): readonly TextClass[] {
  const known = classes.get(text);
  if (known) return known;
  if (classes.size > 20_000) classes.clear();
  const found = CLASSES.filter((one) => TESTS[one](text));
  classes.set(text, found);
  return found;
}

/** Kinds of which a text is one: what cells of one attribute have in common, the plainest first. */
const KINDS_OF_TEXT: readonly TextClass[] = [
  'date',
  'percent',
  'number',
  'code',
  'unit',
  'person',
  'formula',
  'name',
];

/** The plainest kind of a text; null where it is of none. */
export function kindOfText(text: string): TextClass | null {
  const own = classesOf(text);
  return KINDS_OF_TEXT.find((kind) => own.includes(kind)) ?? null;
}

/** The kind that at least so large a share of texts are of; null where there is none. */
export function commonKind(texts: readonly string[], share: number): TextClass | null {
  const counts = new Map<TextClass | null, number>();
  for (const text of texts) counts.set(kindOfText(text), (counts.get(kindOfText(text)) ?? 0) + 1);
  return [...counts].find(([kind, count]) => kind !== null && count >= texts.length * share)?.[0] ?? null;
}

const STEPS: ReadonlySet<string> = new Set(data.step);
const MEASURES: ReadonlySet<string> = new Set(data.measure);
const STATES: readonly string[] = data.state;
const KINDS: ReadonlySet<string> = new Set(data.kind.map((word) => fold(word)));

function firstWord(text: string): string {
  return /^[^\p{L}]*(\p{L}+)/u.exec(fold(text))?.[1] ?? '';
}

/** An address of e-mail stands for somebody, and names nothing of a plan. */
function isMail(text: string): boolean {
  return /^\S+@\S+\.\p{L}{2,}$/u.test(text);
}

const TESTS: Readonly<Record<TextClass, (text: string) => boolean>> = {
  code: (text) =>
    (looksLikeCode(text) && !/^(?:19|20)\d\d$/.test(text)) ||
    /^\d{1,3}(?:[.\-/]\d{1,3})*[.)]?$/.test(text) ||
    /^n\.?\s?\d{1,3}$/i.test(text),
  lettercode: (text) => looksLikeCode(text) && /\p{L}/u.test(text) && /\d/.test(text),
  number: (text) => readNumber(text) !== null,
  percent: (text) => /^[-+<>=≤≥]*\s*\d+(?:[.,]\d+)?\s*%$/.test(text),
  date: (text) => readDate(text, 2000) !== null || readDateRange(text, 2000) !== null,
  mark: (text) => MARK.test(text),
  yesno: (text) => YESNO.test(text),
  unit: (text) => UNIT.test(text),
  person: (text) =>
    isMail(text) ||
    (PERSON.test(
      text.replace(/\s*(?:[-–—(,/]\s*(?:area|settore|servizio|ufficio|direzione|resp).*)$/i, ''),
    ) &&
      !FUNCTION_WORDS.test(text.replace(/\s*[-–—(,/].*$/, '')) &&
      !isCentreName(text) &&
      text.length <= 80),
  office: (text) => isCentreName(text),
  formula: (text) =>
    text.length > 7 && (FORMULA.test(text) || isQuotient(text)) && readDate(text, 2000) === null,
  value: (text) => VALUE.test(text) || YESNO.test(text) || readDate(text, 2000) !== null,
  name: (text) =>
    !isMail(text) && /\p{L}{3}/u.test(text) && text.length >= 8 && /\p{L}\s+\p{L}|\p{L}{8}/u.test(text),
  long: (text) => text.length > LONG,
  coded: (text) => splitCode(text) !== null,
  month: (text) => WEEKDAY.test(text),
  step: (text) => STEPS.has(firstWord(text)),
  measure: (text) => text.startsWith('%') || MEASURES.has(firstWord(text)),
  kind: (text) =>
    text.length <= 32 &&
    !/\d/.test(text) &&
    KINDS.has(firstWord(text.replace(/^(?:obiettivo|ob\.?)\s+(?:di\s+)?/i, ''))),
  state: (text) => text.length <= 40 && STATES.some((state) => fold(text).startsWith(state)),
  sentence: (text) => /[\p{Ll}\d)]\.$/u.test(text) && text.split(/\s+/).length >= 7,
  steps: () => false,
  mission: (text) => isMissionName(text),
  infinitive: (text) => /^\p{L}{2,}[aei]r(?:e|si)$/u.test(firstWord(text)),
  level: (text) => text.length <= 40 && !/\d/.test(text) && namesLevel(text),
};

/** `Obiettivo operativo`, `Fase`: the word for a level of the hierarchy, and nothing else. */
function namesLevel(text: string): boolean {
  const { subject, attribute, confidence } = readHeader(text);
  return subject !== null && confidence >= 0.8 && (attribute === null || attribute === 'title');
}

const NOTHING = Object.fromEntries(CLASSES.map((one) => [one, 0])) as Record<TextClass, number>;

/**
 * What stands in a column.
 * @param written  the same with their line breaks: lists are told by them
 */
export function contentOf(texts: readonly string[], written: readonly string[] = texts): Content {
  const filled = texts.filter((text) => text !== '');
  const share = { ...NOTHING };
  for (const text of filled) for (const one of classesOf(text)) share[one] += 1 / filled.length;
  const lists = written.filter((text) => stepsOf(text) !== null).length;
  if (lists > 0) share.steps = lists / filled.length;
  const says: Partial<Record<Level, number>> = {};
  for (const text of filled) {
    const level = levelSaid(text);
    if (level) says[level] = (says[level] ?? 0) + 1 / filled.length;
  }
  const plain = filled.map((text) => fold(text));
  const different = new Set(plain);
  const numbers = filled.flatMap((text) => readNumber(text) ?? []);
  return {
    filled: filled.length,
    density: texts.length === 0 ? 0 : filled.length / texts.length,
    share,
    says,
    distinct: filled.length === 0 ? 0 : different.size / filled.length,
    distinctCount: different.size,
    length: filled.length === 0 ? 0 : filled.reduce((sum, text) => sum + text.length, 0) / filled.length,
    together: togetherness(plain, different.size),
    sequence: countsUp(filled),
    upTo100: numbers.length > 0 && numbers.every((one) => one >= 0 && one <= 100),
  };
}

const said = new Map<string, Level | null>();

/** The finest level that a text says to name; remembered as its classes are. */
function levelSaid(text: string): Level | null {
  const known = said.get(text);
  if (known !== undefined) return known;
  if (said.size > 20_000) said.clear();
  const subject = text.length > SHORT_LABEL ? levelLabels(text).at(-1)?.field.subject : undefined;
  const found = subject !== undefined && isLevel(subject) ? subject : null;
  said.set(text, found);
  return found;
}

/** A shorter text is a label without a name. */
const SHORT_LABEL = 12;

function togetherness(texts: readonly string[], different: number): number {
  let runs = 0;
  for (const [at, text] of texts.entries()) if (at === 0 || text !== texts[at - 1]) runs += 1;
  return runs === 0 ? 1 : different / runs;
}

/** Share of the numbers that follow the one above by one, or begin again at one. */
function countsUp(texts: readonly string[]): number {
  const numbers = texts.map((text) => Number(/^(?:n\.?\s*)?(\d{1,4})[.)°]?$/i.exec(text)?.[1] ?? NaN));
  if (numbers.length < 2) return 0;
  let steps = 0;
  for (const [at, number] of numbers.entries())
    if (at > 0 && (number === (numbers[at - 1] ?? NaN) + 1 || number === 1)) steps += 1;
  return steps / (numbers.length - 1);
}
