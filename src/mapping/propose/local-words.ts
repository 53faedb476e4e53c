import { formsOf } from './forms';
import type { Member } from './labels-by-looks';
import type { SheetColumns, SheetForm, SheetView } from '../grid/sheet-view';
import { fieldsOfReading } from '../search/columns';
import { textAt, transposedIn, withoutHeadings, type TransposedBlock } from './transposed';
import { cellAddress, type Grid } from '../../workbook';
import type { Field } from '../words/field';
import { contentOf } from '../relation/content';
import type { Relation, RelationColumn } from '../relation/relation';
import { readingsOf } from '../search/search';
import type { KnownNames, RelationContext } from '../evidence/context';
import { roleName, roleNamed, type Role } from '../evidence/roles';
import { bareLabel, isUnreadLabel } from '../words/labels';
import { NO_MEANING, type Meaning } from '../words/meaning';
import type { Asked, AskedColumn } from '../questions/doubts';
import type { Settled } from '../questions/settled';
import { LEXICON, wordKey } from '../words/words';

/**
 * The labels of cards that the lexicon does not know, found by repetition: the same text in every card, beside or above
 * a value that is another in each. What they mean is searched like the columns of a table, one row for each card.
 */
export function localWords(
  sheets: readonly SheetView[],
  settled: Settled,
  known: KnownNames | null = null,
): LocalWords {
  const found = new Map<string, Meaning>();
  const asked: Asked[] = [];
  const families: Asked[] = [];
  const forms = new Map<Grid, SheetForm>();
  const transposed = new Map<Grid, SheetColumns>();
  for (const form of formsOf(sheets)) {
    const family = familyOf(form.members, settled, known);
    if (!namesObjectives(family.asked)) continue;
    families.push(family.asked);
    for (const [{ grid }, own] of form.sheets) forms.set(grid, own);
    for (const { label } of form.members.filter(saysTheSame)) found.set(wordKey(label), HEADING);
    take(family, found, asked);
  }
  for (const blocks of transposedBlocks(sheets.filter(({ grid }) => !forms.has(grid)))) {
    const read = readTransposed(blocks, settled, known);
    if (!read) continue;
    asked.push(read.asked);
    families.push(read.asked);
    for (const { sheet, left, rows, columns } of blocks)
      transposed.set(sheet.grid, {
        left,
        columns,
        rows: rows.map((row, at) => ({ row, field: read.fields[at] ?? null })),
      });
  }
  return { words: found, asked, families, forms, transposed };
}

/** The labels of a family of cards with their readings. */
interface Family {
  readonly members: readonly Member[];
  readonly asked: Asked;
}

function familyOf(all: readonly Member[], settled: Settled, known: KnownNames | null): Family {
  const members = all.filter((member) => !saysTheSame(member));
  const relation = relationOfLabels(members);
  const id = `labels:${wordKey(members.find(({ label }) => label !== '')?.label ?? '')}`;
  const context = { ...CARD, known };
  const readings = readingsOf(relation, context, new Map([...knownRoles(members), ...settled.of(id)]));
  return { members, asked: askedLabels(members, { id, relation, context, readings }) };
}

/** A text that needs no reading. */
const HEADING: Meaning = { ...NO_MEANING, ignored: 'note', confidence: 1 };

/** What every card says in the same words is a heading, unless its label is known. */
function saysTheSame({ label, values }: Member): boolean {
  const said = values.filter((value) => value !== '');
  return said.length > 4 && new Set(said).size === 1 && label !== '' && !isKnownLabel(label);
}

/** Sheets whose objectives stand in columns, those with the same labels together. */
function transposedBlocks(sheets: readonly SheetView[]): TransposedBlock[][] {
  const groups = new Map<string, TransposedBlock[]>();
  for (const sheet of sheets) {
    const block = transposedIn(sheet);
    if (!block) continue;
    const key = block.rows.map((row) => wordKey(sheet.line(row, block.left))).join('|');
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  return [...groups.values()].map(withoutHeadings);
}

/** What the rows of such sheets say; null where they are no objectives. */
function readTransposed(
  blocks: readonly TransposedBlock[],
  settled: Settled,
  known: KnownNames | null,
): { asked: Asked; fields: readonly (Field | null)[] } | null {
  const [first] = blocks;
  if (!first) return null;
  const members = first.rows.map((row, at): Member => ({
    label: first.sheet.line(row, first.left),
    values: blocks.flatMap(({ sheet, rows, columns }) =>
      columns.map((column) => textAt(sheet, rows[at] ?? row, column)),
    ),
    places: blocks.flatMap(({ sheet, rows, columns }) =>
      columns.map((column) => ({ sheet: sheet.name, address: cellAddress(rows[at] ?? row, column) })),
    ),
  }));
  const relation = relationOfLabels(members);
  const id = `columns:${first.sheet.name}`;
  const context = { ...CARD, known };
  const readings = readingsOf(relation, context, settled.of(id));
  const asked = askedLabels(members, { id, relation, context, readings });
  if (!namesObjectives(asked)) return null;
  return {
    asked,
    fields: fieldsOfReading(
      relation.columns.map(({ header }) => header),
      readings[0]?.roles ?? [],
    ),
  };
}

/** Cards are of objectives: one of their labels, or the line above them, gives the name or the code. */
function namesObjectives({ readings, relation: { columns } }: Asked): boolean {
  return columns.some(({ content: { share } }, at) => {
    const name = roleName(readings[0]?.roles[at] ?? 'other');
    if (name === 'pegObjective.title') return share.office < MOST;
    return /^pegObjective\.(?:code|ordinal)$/.test(name) && share.percent < MOST;
  });
}

/** Share of the values that makes offices or shares of a hundred of them: those name no objectives. */
const MOST = 0.6;

function take({ members, asked }: Family, words: Map<string, Meaning>, all: Asked[]): void {
  if (members.some(({ label }) => label !== '' && !isKnownLabel(label))) all.push(asked);
  for (const [at, member] of members.entries()) {
    if (member.label === '' || isKnownLabel(member.label)) continue;
    const meaning = meaningOf(asked.readings[0]?.roles[at] ?? 'other');
    if (meaning) words.set(wordKey(member.label), meaning);
  }
}

/** The workbook's own words, and the families of labels whose meaning can be asked. */
export interface LocalWords {
  readonly words: Map<string, Meaning>;
  readonly asked: readonly Asked[];
  /** The same, and the families whose labels are all known. */
  readonly families: readonly Asked[];
  /** The forms of the cards, by the sheets that have them. */
  readonly forms: ReadonlyMap<Grid, SheetForm>;
  /** Sheets in which each objective has a column. */
  readonly transposed: ReadonlyMap<Grid, SheetColumns>;
}

function askedLabels(
  members: readonly Member[],
  read: Pick<Asked, 'id' | 'relation' | 'context' | 'readings'>,
): Asked {
  return {
    ...read,
    columns: members.map(askedLabel),
    sheets: sheetsOf(members),
    columnOf: ({ sheet, row, column }) => {
      const address = cellAddress(row, column);
      const at = members.findIndex(({ places }) =>
        places.some((place) => place.sheet === sheet && place.address === address),
      );
      return at < 0 ? null : at;
    },
  };
}

function askedLabel({ label, places: [place] }: Member): AskedColumn {
  return { header: label, sheet: place?.sheet ?? '', address: place?.address ?? '', column: null };
}

function sheetsOf(members: readonly Member[]): string[] {
  return [...new Set(members.flatMap(({ places }) => places.map(({ sheet }) => sheet)))];
}

const CARD: RelationContext = {
  role: 'objectives',
  perObjective: true,
  inCard: false,
  year: null,
  known: null,
};

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
    if (!field || LEXICON.header(wordKey(label)).soft) continue;
    const describes = titles.length > 1 && /^descri/i.test(label) && field.subject === 'pegObjective';
    const role = roleNamed(describes ? 'pegObjective.description' : `${field.subject}.${field.attribute}`);
    if (role) fixed.set(at, role);
  }
  return fixed;
}

function isKnownLabel(label: string): boolean {
  const known = [label, wordKey(label)].some((text) => bareLabel(text) !== null || isUnreadLabel(text));
  return known && !LEXICON.header(wordKey(label)).soft;
}

/** Labels as columns, cards as rows. */
function relationOfLabels(members: readonly Member[]): Relation {
  const columns = members.map(({ label, values }, at): RelationColumn => ({
    at,
    place: at,
    texts: values,
    filled: values,
    content: contentOf(values),
    begins: new Set(values.flatMap((text, row) => (text === '' ? [] : row))),
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
  if (typeof role === 'string') return role === 'aside' ? HEADING : null;
  const { subject, attribute } = role;
  if (attribute === 'citation') return null;
  return { ...NO_MEANING, subject, attribute: attribute === 'title' ? null : attribute, confidence: 1 };
}

/** Whether two readings of the labels give them the same meanings. */
export function sameWords(a: ReadonlyMap<string, Meaning>, b: ReadonlyMap<string, Meaning>): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, { subject, attribute, ignored }]) => {
      const other = b.get(key);
      return other?.subject === subject && other.attribute === attribute && other.ignored === ignored;
    })
  );
}
