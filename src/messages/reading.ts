import type { Language } from '../application';
import type { ProfileEntry, ProfileSays, Question, QuestionOption } from '../mapping';
import type { EntityKind } from '../plan';
import { messages } from './catalogues';
import { en } from './reading-en';
import { it } from './reading-it';
import { SENTENCE, type Place, type ReadingWords, type SubjectName } from './reading-words';

const WORDS: Readonly<Record<Language, ReadingWords>> = { it, en };

/** Questions about the reading, answers and corrections in words. */
export interface ReadingTexts extends ReadingWords {
  /** `Nel foglio «Obiettivi» la colonna E «DESCRIZIONE» contiene…` */
  readonly question: (question: Question) => string;
  /** `gli obiettivi di PEG`; `nessuna di queste`; of a question on the whole `sì, è letto bene`. */
  readonly option: (option: QuestionOption, of: Question) => string;
  readonly what: (says: ProfileSays) => string;
  /** `40 obiettivi di PEG, 12 fasi`: what there is none of is left out. */
  readonly counts: (counts: QuestionOption['counts']) => string;
  /** A correction as a line: what it says of which place. */
  readonly entry: (entry: ProfileEntry) => string;
}

export function readingTexts(language: Language): ReadingTexts {
  const words = WORDS[language];
  const what = (says: ProfileSays): string => said(says, words);
  return {
    ...words,
    what,
    question: (question) => {
      const { about, options } = question;
      if (isOnTheWhole(question)) return words.asRead.ask;
      const kinds = options.flatMap(({ says }) =>
        says === null || says.says === 'as-read' ? [] : SENTENCE[says.says],
      );
      const roles = options.some(({ says }) => says?.says === 'role');
      return upper(words.ask[kinds[0] ?? 'holds'](placeOf(about, words, roles)));
    },
    option: ({ says }, of) => {
      if (says === null) return isOnTheWhole(of) ? words.asRead.no : words.none;
      return says.says === 'as-read' ? words.asRead.yes : what(says);
    },
    counts: (counts) => {
      const { kind } = messages(language);
      const parts = KINDS.flatMap((one) => {
        const count = counts[one] ?? 0;
        return count === 0 ? [] : [`${count} ${count === 1 ? kind[one].one : kind[one].many}`];
      });
      return parts.length === 0 ? words.nothing : words.joined(parts);
    },
    entry: ({ selector, says }) => {
      const { sheet, header = '', column = null, address = '' } = selector;
      const place = placeOf({ sheet, header, column, address, sheets: 1 }, words, says.says === 'role');
      return upper(words.said[SENTENCE[says.says]](place, what(says)));
    },
  };
}

/** Whether a question is about all that was read. */
function isOnTheWhole({ options }: Question): boolean {
  return options.some(({ says }) => says?.says === 'as-read');
}

const KINDS: readonly EntityKind[] = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'phase',
  'indicator',
];

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function placeOf(about: Place, words: ReadingWords, whole: boolean): string {
  const { sheet, header, column, address, sheets } = about;
  const { place } = words;
  const bare = header === '' && column === null && address === '';
  if (whole || bare) return sheets > 1 ? place.sheetsLike(sheet, sheets) : place.sheet(sheet);
  const what =
    column !== null
      ? place.column(column, header)
      : header !== ''
        ? place.label(header)
        : place.cells(address);
  return sheets > 1 ? place.inSheets(what, sheet, sheets) : place.inSheet(what, sheet);
}

function said(says: ProfileSays, words: ReadingWords): string {
  switch (says.says) {
    case 'field':
      return fieldPhrase(says.field, words);
    case 'level':
      return words.entities[says.kind];
    case 'role':
      return words.role[says.role];
    case 'ignore':
      return words.ignore;
    case 'header':
      return words.header;
    case 'not-a-header':
      return words.notHeader;
    case 'region-starts-here':
      return words.regionStart;
    case 'region-ends-here':
      return words.regionEnd;
    case 'record-starts-here':
      return words.recordStart;
    case 'split-by':
      return words.split(says.separator);
    case 'value-place':
      return words.valuePlace[says.place];
  }
}

/** `indicator.target#2@2026` → “il valore atteso dell’indicatore n. 2 (2026)”; a field unknown here as it is written. */
function fieldPhrase(field: string, words: ReadingWords): string {
  const [, subject = '', attribute = '', group, period] =
    /^(\w+)\.(\w+)(?:#(\d+))?(?:@(.+))?$/.exec(field) ?? [];
  const entities: Readonly<Record<string, string>> = words.entities;
  const many = entities[subject];
  const phrase = words.attributes[attribute];
  if (many === undefined || phrase === undefined) return field;
  const bare = attribute === 'title' ? many : `${phrase} ${words.ofEntity[subject as SubjectName]}`;
  const counted = group === undefined ? bare : words.group(bare, Number(group));
  return period === undefined ? counted : words.period(counted, period.replace(/^m/, ''));
}
