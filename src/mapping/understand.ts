import { fold, splitCode } from '../plan';
import { plainCode } from './evidence/columns';
import type { KnownNames, Names, RelationContext } from './evidence/context';
import { relationOf, type Relation } from './relation/relation';
import { columnsOfReading } from './search/columns';
import { CHAIN, roleNamed, type Role } from './evidence/roles';
import { treeColumns } from './propose/tree-columns';
import { readingsOf, type Fixed, type RelationReading } from './search/search';
import { KNOWN, type Meaning } from './words/meaning';
import { outlineIn, sheetWith, type FoundPart, type FoundSheet, type ReadSheet } from './sheet';
import { withoutAsides } from './tables/main-subject';
import { depthOfCodes } from './tables/outline-codes';
import { outlineIndents } from './tables/outline-indents';
import type { Column } from './tables/column';
import type { FoundTable } from './tables/find-tables';
import { withHints } from './tables/header-hints';
import type { PlanSubject } from './words/field';
import { probabilities } from './questions/doubts';
import type { Settled } from './questions/settled';
import type { Grid } from '../workbook';
import { citedIn } from './words/pieces';
import type { SheetView } from './grid/sheet-view';

/** Tables of one shape, read once and together. */
export interface Template {
  readonly id: string;
  readonly parts: readonly FoundPart[];
  readonly relation: Relation;
  readonly context: RelationContext;
  readonly readings: readonly RelationReading[];
  /** Roles that are settled before any search. */
  readonly fixed: Fixed;
}

/** Rounds over the workbook: from the second on, what the others were read as is evidence. */
const ROUNDS = 3;

/** Reads the columns of all tables of a workbook: each alone at first, then each in the light of the others. */
export function understand(
  sheets: readonly FoundSheet[],
  settled: Settled,
): { sheets: ReadSheet[]; templates: Template[] } {
  const templates = withAlone(templatesOf(sheets, settled), sheets);
  const cards = namesOfCards(sheets);
  const texts = new Map(sheets.map(({ view }) => [view.grid, citedInSheet(view)]));
  const known = templates.map((template) => namesOf(template));
  for (let round = 0; round < ROUNDS; round++) {
    let same = true;
    // One after the other, the surest first: two tables that each go by what the other was would change for ever.
    const order = [...templates.keys()].sort((a, b) => marginOf(templates[b]) - marginOf(templates[a]));
    for (const at of order) {
      const template = templates[at];
      if (!template) continue;
      const others = known.filter((_, i) => i !== at);
      const dup = known.filter((_, i) => i !== at && templates[i]?.context.role === 'dup');
      const context =
        round === 0
          ? template.context
          : {
              ...template.context,
              known: withAuthority(joined([...others, cards], citedOutside(template, texts)), dup),
            };
      const { relation, fixed } = template;
      const readings = readingsOf(relation, context, fixed, template.readings.slice(0, 2));
      same &&= readings[0]?.key === template.readings[0]?.key;
      templates[at] = { ...template, context, readings };
      known[at] = namesOf({ ...template, readings });
    }
    if (round > 0 && same) break;
  }
  const columns = new Map<FoundPart, readonly Column[]>();
  for (const { parts, relation, readings } of templates)
    for (const part of parts) {
      const read = columnsOfReading(relation, part.found, readings, part.context.year);
      columns.set(part, withoutAsides(read, part.context));
    }
  return { sheets: sheets.map((sheet) => sheetWith(sheet, (part) => columns.get(part) ?? [])), templates };
}

/** How far the best reading is ahead of the next. */
function marginOf(template: Template | undefined): number {
  const [first, second] = template?.readings ?? [];
  return (first?.score ?? 0) - (second?.score ?? 0);
}

/** Tables with the same headers, as found and with what the cells below add to their headers. */
interface Shape {
  readonly parts: FoundPart[];
  readonly hinted: FoundTable[];
}

function templatesOf(sheets: readonly FoundSheet[], settled: Settled): Template[] {
  const groups = new Map<string, Shape>();
  const all = sheets
    .flatMap((sheet) => sheet.parts)
    .map((part) => ({ part, hinted: { ...part, found: withHints(part.found) } }));
  const again = headersOfSeveral(all.map(({ hinted }) => hinted));
  for (const { part, hinted } of all) {
    const key = signature(hinted, again);
    const own = groups.get(key) ?? { parts: [], hinted: [] };
    own.parts.push(part);
    own.hinted.push(hinted.found);
    groups.set(key, own);
  }
  const shapes = withRenamed([...groups.values()]);
  const named = namedBy(shapes.flatMap(({ hinted }) => hinted));
  return shapes.map(({ parts, hinted }) => {
    const context: RelationContext = {
      ...(parts[0]?.context ?? { role: null, inCard: false, year: null }),
      named,
      known: null,
    };
    const relation = relationOf(hinted);
    const id = parts[0]?.id ?? '';
    const fixed = new Map([...fixedByTree(relation), ...settled.of(id)]);
    return { id, parts, relation, context, readings: [], fixed };
  });
}

/** Tables of which an office renamed a header or two are of one shape still. */
function withRenamed(shapes: readonly Shape[]): Shape[] {
  const kept: Shape[] = [];
  for (const shape of shapes) {
    const home = kept.find((other) => areAlike(other, shape));
    if (home) {
      home.parts.push(...shape.parts);
      home.hinted.push(...shape.hinted);
    } else kept.push(shape);
  }
  return kept;
}

function isWord(text: string): boolean {
  return text !== '';
}

/** Fewer headers that are the same say little. */
const LEAST_SAME = 4;
/** Share of the headers that must be the same, each in its place. */
const MOSTLY = 0.6;

function areAlike(a: Shape, b: Shape): boolean {
  const [one, other] = [a.parts[0], b.parts[0]];
  if (!one || !other) return false;
  const [own, others] = [headersOf(one), headersOf(other)];
  if (one.context.role !== other.context.role || one.context.inCard !== other.context.inCard) return false;
  const told = Math.max(own.findLastIndex(isWord), others.findLastIndex(isWord)) + 1;
  const same = own.filter((text, at) => text !== '' && text === others[at]).length;
  return same >= LEAST_SAME && same >= told * MOSTLY;
}

/** Fewer rows tell nothing of what a table is. */
const SOME_ROWS = 3;

/** The only table of a workbook without cards or lines of levels, as such. */
function withAlone(templates: readonly Template[], sheets: readonly FoundSheet[]): Template[] {
  const filled = templates.filter(({ relation }) =>
    relation.columns.some(({ content }) => content.filled > 0),
  );
  const rows = filled[0]?.relation.columns[0]?.texts.length ?? 0;
  const alone =
    filled.length === 1 &&
    rows >= SOME_ROWS &&
    sheets.every(({ cards, listed }) => cards.length === 0 && !listed);
  return templates.map((one) => (alone ? { ...one, context: { ...one.context, alone } } : one));
}

/** Phases and indicators that a header names in words that mean nothing else. */
function namedBy(tables: readonly FoundTable[]): ReadonlySet<PlanSubject> {
  const plain = tables.flatMap(({ columns }) =>
    columns.flatMap(({ meaning: { subject, attribute, soft, confidence } }) =>
      !soft && confidence >= KNOWN && (attribute === null || attribute === 'title') ? (subject ?? []) : [],
    ),
  );
  return new Set(plain.filter((subject) => subject === 'phase' || subject === 'indicator'));
}

/** Names and codes that the tables of a workbook give to each level. */
export function namesKnown(templates: readonly Template[]): KnownNames {
  return joined(
    templates.map((template) => namesOf(template)),
    NOTHING,
  );
}

/**
 * Rows that stand under each other by ids state every level in the same columns: the ids are codes, and what the others
 * say is said of objectives until the levels are told apart.
 */
function fixedByTree({ tables: [table], columns }: Relation): Fixed {
  const levels = columns.filter(
    ({ header: { meaning } }) =>
      meaning.confidence >= KNOWN && CHAIN.slice(0, 3).some((level) => level === meaning.subject),
  );
  const tree =
    table && levels.length < 2
      ? treeColumns({
          sheet: table.sheet,
          columns: table.columns,
          firstRow: table.headerBottom + 1,
          lastRow: table.lastRow,
        })
      : null;
  if (!tree) return levels.length < 2 ? fixedByDepth(columns, table) : new Map();
  if (tree.parent === null) return levelAlone(columns, tree.level);
  return new Map(
    columns.flatMap(({ at, header: { column } }): [number, Role][] => {
      if (column === tree.id) return [[at, CODE]];
      return column === tree.parent || column === tree.level ? [[at, 'other']] : [];
    }),
  );
}

/** Codes of three or more levels in one column, or names moved to the right under others: the rows are of all levels. */
function fixedByDepth(columns: Relation['columns'], table: FoundTable | undefined): Fixed {
  const coded = columns.find(
    ({ texts, header: { meaning } }) =>
      (meaning.confidence < KNOWN || isOfNames(meaning)) && depthOfCodes(texts) > 2,
  );
  if (coded) return new Map([[coded.at, CODE]]);
  const moved = columns.find(({ header }) => table && outlineIndents(header.column, table));
  return new Map(moved ? [[moved.at, TITLE]] : []);
}

/** Headers of codes, numbers and names; dates and amounts may look like codes too. */
function isOfNames({ attribute }: Meaning): boolean {
  return attribute === null || /^(?:code|ordinal|title|description|level)$/.test(attribute);
}

/** A column of few short words that come again here and there tells levels, and names nothing. */
function levelAlone(columns: Relation['columns'], level: number | null): Fixed {
  const column = columns.find(({ header }) => header.column === level);
  const { distinctCount = 0, together = 1, length = 0 } = column?.content ?? {};
  const tells = column && distinctCount <= 7 && together < 0.5 && length <= 30;
  return new Map(tells ? [[column.at, 'other' as const]] : []);
}

const CODE: Role = roleNamed('pegObjective.code') ?? 'other';
const TITLE: Role = roleNamed('pegObjective.title') ?? 'other';

/**
 * Tables are of one shape when their headers say the same in the same order, and the same is announced. Beside known
 * headers a strange one may be another in each table of a sheet: the theme of its block.
 */
function signature(part: FoundPart, again: ReadonlySet<string>): string {
  const { found, context } = part;
  const same = headersOf(part).join('|');
  const known = found.columns.filter(
    ({ meaning, months }) => months !== null || meaning.confidence >= KNOWN,
  ).length;
  const themed = known >= 2 && !again.has(same);
  const headers = found.columns.map(({ text, months, meaning }) => {
    if (months) return '#';
    if (themed && text !== '' && (meaning.confidence === 0 || meaning.soft)) return '*';
    return fold(text).replace(/\d+/g, '0');
  });
  return `${context.role ?? ''}|${context.inCard}|${headers.includes('*') ? found.sheet.name : ''}|${headers.join('|')}`;
}

function headersOf({ found }: FoundPart): string[] {
  return found.columns.map(({ text, months }) => (months ? '#' : fold(text).replace(/\d+/g, '0')));
}

/** The headers that stand over more than one table, word by word. */
function headersOfSeveral(parts: readonly FoundPart[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const part of parts) {
    const key = headersOf(part).join('|');
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Set([...seen].flatMap(([key, times]) => (times > 1 ? key : [])));
}

/** Names and codes a table gives, as sure as its readings are. */
function namesOf(template: Omit<Template, 'context' | 'id'>): KnownNames {
  const { relation, readings } = template;
  const names = namesByRow(template) ?? namesByColumn(template);
  const roles = readings[0]?.roles ?? [];
  const headers = new Map<string, string>();
  for (const [at, { header }] of relation.columns.entries()) {
    const role = roles[at];
    if (role !== undefined && typeof role !== 'string' && header.text !== '')
      headers.set(fold(header.text), role.name);
  }
  return { titles: names.titles, codes: names.codes, headers, cited: NOTHING };
}

function namesByColumn({ relation, readings }: Pick<Template, 'relation' | 'readings'>): FoundNames {
  const found = new FoundNames();
  for (const [i, share] of probabilities(readings).entries()) {
    if (share < UNLIKELY) break;
    const own = new FoundNames();
    const roles = readings[i]?.roles ?? [];
    const named = new Set(
      roles.flatMap((role) => (typeof role !== 'string' && NAMING.test(role.attribute) ? role.subject : [])),
    );
    for (const [at, { header, texts }] of relation.columns.entries()) {
      const role = roles[at];
      if (role === undefined || typeof role === 'string') continue;
      if (role.attribute !== 'title' && role.attribute !== 'code') continue;
      // Codes without names refer to what is named elsewhere, and tell of what only where their header does.
      if (!named.has(role.subject) && !saysSubject(header.meaning, role.subject)) continue;
      for (const text of texts) if (text !== '') own.note(role.subject, role.attribute, text);
    }
    found.take(own, share);
  }
  return found;
}

/** Readings less likely than this tell others nothing. */
const UNLIKELY = 0.03;

/** Names and codes by subject, with how sure they are. */
class FoundNames {
  readonly titles = new Map<PlanSubject, Map<string, number>>();
  readonly codes = new Map<PlanSubject, Map<string, number>>();

  note(subject: PlanSubject, attribute: 'title' | 'code', text: string): void {
    if (attribute === 'code') {
      namesIn(this.codes, subject).set(plainCode(text), 1);
      return;
    }
    const own = namesIn(this.titles, subject);
    own.set(fold(text), 1);
    const split = splitCode(text);
    if (!split) return;
    own.set(fold(split.text), 1);
    namesIn(this.codes, subject).set(plainCode(split.code), 1);
  }

  /** Adds what another reading of the same table gives, as likely as that reading is. */
  take({ titles, codes }: FoundNames, share: number): void {
    for (const [into, from] of [
      [this.titles, titles],
      [this.codes, codes],
    ] as const)
      for (const [subject, names] of from) {
        const own = namesIn(into, subject);
        for (const [name, sure] of names) own.set(name, (own.get(name) ?? 0) + sure * share);
      }
  }
}

function namesIn(of: Map<PlanSubject, Map<string, number>>, subject: PlanSubject): Map<string, number> {
  const own = of.get(subject) ?? new Map<string, number>();
  of.set(subject, own);
  return own;
}

function saysSubject({ subject, soft, confidence }: Meaning, of: PlanSubject): boolean {
  if (soft || confidence < KNOWN) return false;
  return subject === of || (subject === 'objective' && of === 'pegObjective');
}

const NAMING = /^(?:title|description)$/;

/** Names and codes of a table whose rows are of several levels, by the level of each row; null for any other. */
function namesByRow({
  parts,
  relation,
  readings,
  fixed,
}: Omit<Template, 'context' | 'id'>): FoundNames | null {
  if (![...fixed.values()].some((role) => role === CODE || role === TITLE)) return null;
  const found = new FoundNames();
  for (const { found: table, context, legends } of parts) {
    const columns = columnsOfReading(relation, table, readings, context.year);
    const outline = outlineIn(columns, table, legends, context.role === 'dup');
    if (!outline) return null;
    for (const { column, field } of outline.columns) {
      const attribute = field?.attribute;
      if (attribute !== 'title' && attribute !== 'code') continue;
      for (const [row, level] of outline.levels) {
        const text = table.sheet.line(row, column);
        if (text !== '') found.note(level, attribute, text);
      }
    }
  }
  return found;
}

const NOTHING: ReadonlySet<string> = new Set();

/** What the DUP calls a level counts before what tables of the PEG were taken for. */
function withAuthority(known: KnownNames, dup: readonly KnownNames[]): KnownNames {
  const listed = joined(dup, NOTHING);
  const levels = CHAIN.slice(0, 3).filter((level) => isLikely(listed.titles.get(level)));
  const over = (own: KnownNames['titles'], of: KnownNames['titles']) => {
    const all = new Map(own);
    for (const level of levels) all.set(level, of.get(level) ?? NO_NAMES);
    return all;
  };
  return levels.length < 2
    ? known
    : { ...known, titles: over(known.titles, listed.titles), codes: over(known.codes, listed.codes) };
}

function isLikely(names: Names | undefined): boolean {
  return names !== undefined && Math.max(0, ...names.values()) > 0.5;
}

const NO_NAMES: Names = new Map();

/** Names and codes inside the texts of a sheet that say several things. */
function citedInSheet(view: SheetView): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const row of view.rows())
    for (const column of view.filled(row)) {
      const { names, codes } = citedIn(view.text(row, column));
      for (const name of names) cited.add(name);
      for (const code of codes) cited.add(plainCode(code));
    }
  return cited;
}

function citedOutside(
  { parts }: Template,
  texts: ReadonlyMap<Grid, ReadonlySet<string>>,
): ReadonlySet<string> {
  const own = new Set(parts.map(({ found }) => found.sheet.grid));
  return new Set([...texts].flatMap(([grid, cited]) => (own.has(grid) ? [] : [...cited])));
}

function namesOfCards(sheets: readonly FoundSheet[]): KnownNames {
  const found = new FoundNames();
  for (const { cards, sheetFacts, listed } of sheets) {
    for (const { kind, part } of listed?.lines ?? [])
      if (kind !== null && part.is === 'level') {
        found.note(kind, 'title', part.text);
        if (part.code !== null) found.note(kind, 'code', part.code);
      }
    for (const { field, text } of [...cards.flatMap((card) => card.facts), ...sheetFacts])
      if (field.attribute === 'title' || field.attribute === 'code')
        found.note(field.subject, field.attribute, text);
  }
  return { titles: found.titles, codes: found.codes, headers: new Map(), cited: NOTHING };
}

function joined(all: readonly KnownNames[], cited: ReadonlySet<string>): KnownNames {
  const merge = (pick: (one: KnownNames) => KnownNames['titles']) => {
    const sum = new Map<PlanSubject, Map<string, number>>();
    for (const one of all)
      for (const [subject, names] of pick(one)) {
        const own = namesIn(sum, subject);
        for (const [name, sure] of names) own.set(name, Math.max(sure, own.get(name) ?? 0));
      }
    return sum;
  };
  return {
    titles: merge((one) => one.titles),
    codes: merge((one) => one.codes),
    headers: new Map(all.flatMap(({ headers }) => [...headers])),
    cited,
  };
}
