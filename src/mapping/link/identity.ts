import { normalise, normaliseCode, personWords, similarity, withoutOrdinal, words } from '../../plan';
import { factOf, type Statement } from '../rows/statements';
import { NEAR } from './name-index';
import { isIdentity, numberingOf, type Numbering } from './numbering';

/** What the rows of one file say under one code. */
interface Sense {
  readonly titles: Set<string>;
  readonly offices: Set<string>;
}

/** An objective stated somewhere, with the code and name it is stated by. */
export interface Stated {
  readonly statement: Statement;
  readonly code: string | null;
  readonly label: string;
}

/**
 * What makes an objective of PEG the same wherever it is stated: its code, else its title and who answers for it.
 * Offices that number on their own and are merged give one code to two objectives: each is then that of its file. So
 * do lists that give one code to two: each is then that of its title.
 */
export class Identity {
  private readonly numbering: Numbering;
  /** Codes that mean something else in another file. */
  private readonly clashing: ReadonlySet<string>;
  /** Titles without a code that several offices have. */
  private readonly shared: ReadonlySet<string>;
  /** Codes that a list gives to several objectives, with the spellings of each one's title. */
  private readonly twice: ReadonlyMap<string, readonly (readonly string[])[]>;

  constructor(all: readonly Stated[]) {
    const stated = all.map(({ statement }) => statement);
    this.numbering = numberingOf(stated);
    this.clashing = clashesIn(stated);
    const offices = new Map<string, Set<string>>();
    for (const statement of stated) {
      const title = factOf(statement, 'pegObjective', 'title');
      const office = officeKey(statement);
      if (title && office !== '') put(offices, nameKey(title.text), office);
    }
    this.shared = new Set([...offices].flatMap(([title, who]) => (who.size > 1 ? [title] : [])));
    this.twice = codesGivenTwice(all, (code, statement) => this.codeOf(code, statement));
  }

  /** The part of an id that a code makes, with the title where a list gives the code to several objectives. */
  ofCode(code: string, label: string, statement: Statement): string {
    const own = this.codeOf(code, statement);
    const titles = this.twice.get(own);
    if (!titles) return own;
    const title = normalise(label);
    const meant = titles.find((spellings) => spellings.some((one) => isAlike(one, title))) ?? titles[0];
    return `${own}=${meant?.[0] ?? ''}`;
  }

  /** What a code is meant as, whatever stands beside it. */
  codeOf(code: string, statement: Statement): string {
    const bare = normaliseCode(code);
    const scope = this.clashing.has(bare)
      ? fileOf(statement)
      : isIdentity(code)
        ? ''
        : this.numbering(statement);
    return scope === '' ? bare : `${scope}#${bare}`;
  }

  /** The part of an id that a title makes, with the office where several have an objective of that name. */
  ofTitle(label: string, statement: Statement): string {
    const title = nameKey(label);
    const office = this.shared.has(title) ? officeKey(statement) : '';
    return office === '' ? title : `${title}/${office}`;
  }
}

/** Lists of which more codes stand for several titles have something else in that column. */
const SLIPS = 0.3;

function codesGivenTwice(
  stated: readonly Stated[],
  codeOf: (code: string, statement: Statement) => string,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const lists = new Map<string, Map<string, Set<string>>>();
  const titles = new Map<string, Set<string>>();
  for (const { statement, code, label } of stated) {
    const title = normalise(label);
    if (code === null || title === '') continue;
    const list = statement.place === 'card' ? '' : statement.tableId;
    const own = codeOf(code, statement);
    const codes = lists.get(list) ?? new Map<string, Set<string>>();
    lists.set(list, codes);
    put(codes, own, title);
    put(titles, own, title);
  }
  const twice = [...lists.values()].flatMap((codes) => {
    const several = [...codes].filter(([, own]) => spellingsIn(own).length > 1);
    return several.length <= codes.size * SLIPS ? several.map(([code]) => code) : [];
  });
  return new Map(twice.map((code) => [code, spellingsIn(titles.get(code) ?? [])]));
}

/** Titles by what they name, in the alphabet: spellings of one title stand together. */
function spellingsIn(titles: Iterable<string>): string[][] {
  const found: string[][] = [];
  for (const title of [...titles].sort()) {
    const same = found.find((spellings) => spellings.some((one) => isAlike(one, title)));
    if (same) same.push(title);
    else found.push([title]);
  }
  return found;
}

/** The same title with a slip, or cut short. */
function isAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || similarity(a, b) >= NEAR;
}

function clashesIn(stated: readonly Statement[]): ReadonlySet<string> {
  const senses = new Map<string, Map<string, Sense>>();
  for (const statement of stated) {
    const code = factOf(statement, 'pegObjective', 'code');
    const title = factOf(statement, 'pegObjective', 'title');
    if (!code || !title || !isIdentity(code.text)) continue;
    const files = senses.get(normaliseCode(code.text)) ?? new Map<string, Sense>();
    senses.set(normaliseCode(code.text), files);
    const sense = files.get(fileOf(statement)) ?? { titles: new Set(), offices: new Set() };
    files.set(fileOf(statement), sense);
    sense.titles.add(normalise(title.text));
    const office = officeKey(statement);
    if (office !== '') sense.offices.add(office);
  }
  return new Set(
    [...senses].flatMap(([code, files]) => {
      const all = [...files.values()];
      return all.some((a, at) => all.slice(at + 1).some((b) => isOther(a, b))) ? [code] : [];
    }),
  );
}

/** No title alike and no office in common. */
function isOther(a: Sense, b: Sense): boolean {
  if ([...a.offices].some((office) => b.offices.has(office))) return false;
  return ![...a.titles].some((one) => [...b.titles].some((other) => similarity(one, other) >= NEAR));
}

function fileOf({ grid }: Statement): string {
  return grid.file ?? '';
}

/** Who answers for what a statement states, else its centre; empty where it says neither. */
function officeKey(statement: Statement): string {
  const who = factOf(statement, 'pegObjective', 'owner') ?? factOf(statement, 'pegObjective', 'centre');
  return who ? personWords(who.text).join(' ') : '';
}

/** A name with the ordinal in front, which tells objectives of one name apart: `1) Verde`, `2) Verde`. */
function nameKey(label: string): string {
  const ordinal = label.slice(0, label.length - withoutOrdinal(label).length);
  return [...words(ordinal), normalise(label)].join(' ');
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
