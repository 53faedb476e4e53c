import { MemberSearch, type Member } from './members';
import type { SheetView } from '../grid/sheet-view';
import { contentOf } from '../relation/content';
import type { Relation, RelationColumn } from '../relation/relation';
import { readingsOf } from '../search/search';
import type { RelationContext } from '../evidence/context';
import { roleNamed, type Role } from '../evidence/roles';
import { bareLabel, isUnreadLabel } from '../words/labels';
import { NO_MEANING, type Meaning } from '../words/meaning';
import type { Asked, AskedColumn } from '../questions/doubts';
import type { Settled } from '../questions/settled';
import { LEXICON, wordKey } from '../words/words';

/**
 * The labels of cards that the lexicon does not know, found by repetition: the same text in every card, beside or above
 * a value that is another in each. What they mean is searched like the columns of a table, one row for each card.
 */
export function localWords(sheets: readonly SheetView[], settled: Settled): LocalWords {
  const found = new Map<string, Meaning>();
  const asked: Asked[] = [];
  const search = new MemberSearch(sheets);
  for (const label of search.constants()) {
    const field = bareLabel(label);
    if (field?.attribute === 'title' && FINER.test(field.subject))
      found.set(wordKey(label), { ...NO_MEANING, ignored: 'note', confidence: 1 });
  }
  for (const members of search.families()) {
    const relation = relationOfLabels(members);
    const id = `labels:${wordKey(members[0]?.label ?? '')}`;
    const readings = readingsOf(relation, CARD, new Map([...knownRoles(members), ...settled.of(id)]));
    const [best] = readings;
    if (members.some(({ label }) => !isKnownLabel(label)))
      asked.push({ id, readings, columns: members.map(askedLabel), sheets: sheetsOf(members) });
    for (const [at, member] of members.entries()) {
      if (isKnownLabel(member.label)) continue;
      const meaning = meaningOf(best?.roles[at] ?? 'other');
      if (meaning) found.set(wordKey(member.label), meaning);
    }
  }
  return { words: found, asked };
}

/** The workbook's own words, and the families of labels whose meaning can be asked. */
export interface LocalWords {
  readonly words: Map<string, Meaning>;
  readonly asked: readonly Asked[];
}

function askedLabel({ label, places: [place] }: Member): AskedColumn {
  return { header: label, sheet: place?.sheet ?? '', address: place?.address ?? '', column: null };
}

function sheetsOf(members: readonly Member[]): string[] {
  return [...new Set(members.flatMap(({ places }) => places.map(({ sheet }) => sheet)))];
}

/** What differs from card to card wherever it is said. */
const FINER = /^(?:phase|indicator|pegObjective)$/;

const CARD: RelationContext = { role: 'objectives', inCard: false, year: null, known: null };

/** Labels that the lexicon knows keep their meaning; a further name (`Descrizione`) describes. */
function knownRoles(members: readonly Member[]): Map<number, Role> {
  const fixed = new Map<number, Role>();
  const fields = members.map(({ label }) => bareLabel(label));
  const titles = members.filter(
    (_, at) => fields[at]?.attribute === 'title' && fields[at]?.subject === 'pegObjective',
  );
  for (const [at, { label }] of members.entries()) {
    const field = fields[at];
    if (isUnreadLabel(label)) fixed.set(at, 'aside');
    if (!field) continue;
    const describes = titles.length > 1 && /^descri/i.test(label) && field.subject === 'pegObjective';
    const role = roleNamed(describes ? 'pegObjective.description' : `${field.subject}.${field.attribute}`);
    if (role) fixed.set(at, role);
  }
  return fixed;
}

function isKnownLabel(label: string): boolean {
  return [label, wordKey(label)].some((text) => bareLabel(text) !== null || isUnreadLabel(text));
}

/** Labels as columns, cards as rows. */
function relationOfLabels(members: readonly Member[]): Relation {
  const columns = members.map(({ label, values }, at): RelationColumn => ({
    at,
    place: at,
    texts: values,
    filled: values,
    content: contentOf(values),
    themed: false,
    header: {
      column: at,
      text: label,
      texts: [label],
      places: [],
      months: null,
      meaning: LEXICON.header(label),
    },
  }));
  return { tables: [], columns };
}

function meaningOf(role: Role): Meaning | null {
  if (typeof role === 'string')
    return role === 'aside' ? { ...NO_MEANING, ignored: 'note', confidence: 1 } : null;
  const { subject, attribute } = role;
  if (attribute === 'citation') return null;
  return { ...NO_MEANING, subject, attribute: attribute === 'title' ? null : attribute, confidence: 1 };
}
