import type { Language } from '../application';
import type { CellWhy, WhyColumn, WhyReading, WhyTerm } from '../mapping';
import { messages } from './catalogues';
import { readingTexts, type ReadingTexts } from './reading';
import { en } from './why-en';
import { it } from './why-it';
import type { WhyWords } from './why-words';

const WORDS: Readonly<Record<Language, WhyWords>> = { it, en };

/** Why a cell was read as it was, in sentences. */
export interface WhyTold {
  /** The cell's text in quotes; '' for an empty one. */
  readonly shown: string;
  /** What became of the cell, and what it gives in the plan. */
  readonly about: readonly string[];
  /** The reading of its column or label, then the second best; none where it stands in no table or form. */
  readonly readings: readonly WhyToldReading[];
}

export interface WhyToldReading {
  readonly says: string;
  readonly reasons: readonly WhyReasons[];
}

/** A heading with its reasons, the strongest first. */
export interface WhyReasons {
  readonly heading: string;
  readonly lines: readonly string[];
}

export interface WhyTexts {
  readonly told: (why: CellWhy) => WhyTold;
  /** What a piece of evidence says, as a sentence without its stop. */
  readonly term: (term: WhyTerm, column: Pick<WhyColumn, 'column'>) => string;
  readonly noCell: (cell: string, sheets: readonly string[]) => string;
}

/** Headers named beside a reason, columns beside a second reading, things that a cell refers to. */
const NAMED = 3;
/** Sheets named where a cell is none. */
const SHEETS = 6;
/** Signs of a header or a name that are shown. */
const SHOWN = 48;
/** A reason that weighs as much in both readings sets neither apart. */
const SAME = 0.05;

export function whyTexts(language: Language): WhyTexts {
  const words = WORDS[language];
  const reading = readingTexts(language);
  const whatOf = (field: string | null): string =>
    field === null ? reading.ignore : reading.what({ says: 'field', field });
  const percentOf = ({ probability }: WhyReading): string =>
    probability < 0.01 ? words.hardly : words.percent(String(Math.min(99, Math.round(probability * 100))));
  const term: WhyTexts['term'] = ({ evidence, value, others }, { column }) => {
    const [inFavour, against] = words.evidence[evidence];
    const header = words.header[column === null ? 'label' : 'column'];
    const said = (value > 0 ? inFavour : against).replaceAll('{header}', header);
    const named = others.slice(0, NAMED).map((one) => words.quoted(short(one)));
    return named.length === 0 ? said : `${said} (${named.join(', ')})`;
  };
  const reasonsOf = (terms: readonly WhyTerm[], column: WhyColumn): WhyReasons[] =>
    headed({
      [words.reasons.inFavour]: terms.filter(isFor).map((one) => term(one, column)),
      [words.reasons.against]: terms.filter(isAgainst).map((one) => term(one, column)),
    });
  /** What sets the second best apart: reasons it has alone or with another weight, and those it has no more. */
  const apartOf = (second: WhyReading, best: WhyReading, column: WhyColumn): WhyReasons[] => {
    const told = (one: WhyTerm): string[] => {
      const same = best.terms.find((other) => isSame(one, other));
      const more = Math.abs(one.value) - Math.abs(same?.value ?? 0);
      if (same && Math.abs(more) < SAME) return [];
      return [same ? words.weighs[more > 0 ? 'more' : 'less'](term(one, column)) : term(one, column)];
    };
    const gone = best.terms.filter((one) => isFor(one) && !second.terms.some((other) => isSame(one, other)));
    return headed({
      [words.apart.inFavour]: second.terms.filter(isFor).flatMap(told),
      [words.apart.against]: second.terms.filter(isAgainst).flatMap(told),
      [words.apart.gone]: gone.map((one) => term(one, column)),
    });
  };
  const readingsOf = (column: WhyColumn): WhyToldReading[] => {
    const { best, second, confirmed } = column;
    const place =
      column.column === null
        ? reading.place.label(short(column.header))
        : reading.place.column(column.column, short(column.header));
    const what = whatOf(best.field);
    const first: WhyToldReading = {
      says: upper(confirmed ? words.confirmed(place, what) : words.best(place, what, percentOf(best))),
      reasons: reasonsOf(best.terms, column),
    };
    if (second === null) return [{ ...first, says: `${first.says} ${words.noSecond}` }];
    const along = second.along
      .filter(({ header }) => header !== '')
      .slice(0, NAMED)
      .map(({ header, field }) => `${words.quoted(short(header))} (${whatOf(field)})`);
    const says = words.second(whatOf(second.field), percentOf(second));
    return [
      first,
      {
        says: along.length === 0 ? says : `${says} ${words.along(along)}`,
        reasons: apartOf(second, best, column),
      },
    ];
  };
  return {
    term,
    noCell: (cell, sheets) => {
      const some = sheets.slice(0, SHEETS).map(words.quoted);
      return `${words.noCell(cell)} ${words.sheets(some, sheets.length - some.length)}`;
    },
    told: (why) => ({
      shown: why.text === '' ? '' : words.quoted(why.text),
      about: [
        why.as === null ? words.fate[fateOf(why)] : words.ignored(words.as[why.as]),
        ...givesOf(why, words, reading),
        ...citesOf(why, words, language),
        ...(why.level === null ? [] : [words.level(whatOf(`${why.level}.title`))]),
      ],
      readings: why.column === null ? [] : readingsOf(why.column),
    }),
  };
}

function fateOf({ fate, text }: CellWhy): 'mapped' | 'noted' | 'empty' {
  if (text === '') return 'empty';
  return fate === 'mapped' ? 'mapped' : 'noted';
}

const isFor = ({ value }: WhyTerm): boolean => value > 0;
const isAgainst = ({ value }: WhyTerm): boolean => value < 0;
const isSame = (one: WhyTerm, other: WhyTerm): boolean =>
  one.evidence === other.evidence && isFor(one) === isFor(other);

/** Reasons by their heading; headings without any are left out. */
function headed(reasons: Readonly<Record<string, readonly string[]>>): WhyReasons[] {
  return Object.entries(reasons).flatMap(([heading, lines]) =>
    lines.length === 0 ? [] : [{ heading, lines }],
  );
}

/** One line for all entities of which the same is said: the first by its name, then how many others. */
function givesOf({ gives }: CellWhy, words: WhyWords, { attributes, ofEntity }: ReadingTexts): string[] {
  const names = new Map<string, string[]>();
  for (const { kind, attributes: own, title } of gives) {
    const facts = words.and(own.map((one) => attributes[one] ?? one));
    const what = `${facts} ${ofEntity[kind]}`;
    names.set(what, [...(names.get(what) ?? []), short(title)]);
  }
  return [...names].map(([what, [first = '', ...more]]) =>
    words.gives(more.length === 0 ? words.ofNamed(what, first) : words.ofSeveral(what, first, more.length)),
  );
}

function citesOf({ cites }: CellWhy, words: WhyWords, language: Language): string[] {
  const { kind: kinds } = messages(language);
  const said = cites.map(({ kind, title }) =>
    title === null ? words.citesNothing(kinds[kind].one) : words.cites(kinds[kind].one, short(title)),
  );
  return [...new Set(said)].slice(0, NAMED);
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN - 1).trimEnd()}…`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
