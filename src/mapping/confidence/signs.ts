import {
  fold,
  planEntities,
  splitCode,
  type Phase,
  type Indicator,
  type Plan,
  type PlanEntity,
} from '../../plan';
import { isTitle, type Role } from '../evidence/roles';
import { rowsBetween } from '../grid/sheet-view';
import { blanksBefore } from '../propose/text-lines';
import type { SheetAccount } from '../ledger';
import type { Asked } from '../questions/doubts';
import { agreement, parentsOf, type Weighed } from '../questions/weighed';
import type { Settled } from '../questions/settled';
import type { ReadSheet, ReadTable } from '../sheet';
import type { MappingResult } from '../types';
import { isKnown } from '../words/meaning';
import { LEXICON } from '../words/words';

/** What a reading is judged by. */
export interface Seen {
  readonly result: Pick<MappingResult, 'plan' | 'sheets' | 'accounts'>;
  /** Tables and forms with a doubt worth asking about. */
  readonly asked: readonly Asked[];
  /** All tables and forms with their readings. */
  readonly explained: readonly Asked[];
  readonly sheets: readonly ReadSheet[];
  /** What the user said: no guess. */
  readonly settled?: Settled;
}

/**
 * What can be seen of a reading without knowing the truth and speaks against it, chosen by meaning: each 0 where
 * nothing does, growing with what does, up to 1. What a faulty plan may well have (an objective of the DUP that nothing
 * serves) is also seen where the plan is at fault and the reading is not: the weights say how much it tells.
 */
export const SIGNS = [
  /** Another reading may be right. */
  'rivals',
  /** There is much that may be misread. */
  'size',
  /** Cells that nothing explains, or that are left out by name. */
  'unread',
  /** Columns that name entities, by no word of their header. */
  'guessed',
  /** Entities that hang on nothing, though others of their kind do; objectives, though there are levels above. */
  'loose',
  /** Levels of a strange shape: more above than below, nothing below, phases for some objectives only. */
  'shape',
  /** Levels that codes or indents show and the reading does not have. */
  'unused',
  /** Names that look like none, or come again at one place. */
  'names',
  /** Kinds that the file announces and that have no entity; entities without a name. */
  'absent',
] as const;
export type Sign = (typeof SIGNS)[number];
export type Signs = Readonly<Record<Sign, number>>;

/**
 * The signs of a reading.
 * @param weighed  doubts whose options were tried
 */
export function signsOf(seen: Seen, weighed: readonly Weighed[]): Signs {
  const { plan } = seen.result;
  const tables = seen.sheets.flatMap((sheet) => sheet.tables.filter(isOfPlan));
  return {
    rivals: root(1 - agreement(seen.asked, weighed)),
    size: size(plan),
    unread: unread(seen),
    guessed: guessed(seen),
    loose: Math.max(orphans(plan), loose(plan)),
    shape: shape(plan),
    unused: Math.max(share(tables.filter(isMoved).length, tables.length), codes(plan)),
    names: names(plan),
    absent: absent(seen),
  };
}

/** A few of many tell more than their share. */
const root = (value: number): number => Math.sqrt(Math.min(1, Math.max(0, value)));
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
/** A plan may well have a few of these by its own fault; a single one says nothing of the reading. */
const beyondFew = (part: number, whole: number): number =>
  part < 2 ? 0 : root((share(part, whole) - FEW) / (1 - FEW));
const FEW = 0.1;

/** How much there is that may be misread: 1 for a thousand entities, two thirds for a hundred. */
function size(plan: Plan): number {
  return Math.min(1, Math.log10(1 + planEntities(plan).length) / 3);
}

/** Of all filled cells those not understood, or left out as columns of something else; paragraphs where they are many. */
function unread({ result: { accounts, sheets } }: Seen): number {
  const prefaces = new Set(sheets.flatMap(({ sheet, role }) => (role === 'preface' ? sheet : [])));
  const counted = accounts.filter(({ sheet }) => !prefaces.has(sheet));
  const sum = (of: (one: SheetAccount) => number): number =>
    counted.reduce((total, one) => total + of(one), 0);
  const filled = sum((one) => one.filled);
  const left = sum(({ noted, ignored }) => noted + (ignored['unread-column'] ?? 0));
  const paragraphs = sum(({ ignored }) => ignored.paragraph ?? 0);
  return Math.max(root(share(left, filled)), beyondFew(left + paragraphs, filled));
}

function isOfPlan({ columns, main }: ReadTable): boolean {
  return main !== 'quantity' && main !== 'centre' && columns.some(({ field }) => field);
}

/** Of the columns read as names of entities, those whose header does not say so in known words. */
function guessed({ explained, settled }: Seen): number {
  const named = explained.flatMap(({ id, relation, readings }) =>
    (readings[0]?.roles ?? []).flatMap((role, at) => {
      const column = relation.columns[at];
      const isGuess = isTitle(role) && !settled?.of(id).has(at);
      return column && isGuess ? [{ role, header: column.header.text }] : [];
    }),
  );
  return share(named.filter(({ role, header }) => !says(header, role.subject)).length, named.length);
}

/** Whether a header names this subject; `Obiettivo` alone names each kind of objective. */
function says(header: string, subject: string): boolean {
  const meaning = LEXICON.header(header);
  if (!isKnown(meaning)) return false;
  return meaning.subject === subject || (meaning.subject === 'objective' && /Objective$/.test(subject));
}

function orphans({ strategicAreas, strategicObjectives, operatingObjectives, pegObjectives }: Plan): number {
  const above = strategicAreas.length + strategicObjectives.length + operatingObjectives.length;
  return above === 0 ? 0 : beyondFew(countLoose(pegObjectives), pegObjectives.length);
}

/** The largest share of a kind that hangs on nothing, of the kinds of which some do. */
function loose({ strategicObjectives, operatingObjectives, phases, indicators }: Plan): number {
  const kinds = [strategicObjectives, operatingObjectives, phases, indicators.filter(isOfAnObjective)];
  return Math.max(
    ...kinds.map((list: readonly PlanEntity[]) =>
      countLoose(list) < list.length ? beyondFew(countLoose(list), list.length) : 0,
    ),
  );
}

/** An indicator of a theme or of the body as a whole measures no objective. */
function isOfAnObjective(one: Indicator): boolean {
  return one.block === null && one.citation === null;
}

function countLoose(list: readonly PlanEntity[]): number {
  return list.filter((one) => parentsOf(one).length === 0).length;
}

function shape(plan: Plan): number {
  const { strategicAreas, strategicObjectives, operatingObjectives, pegObjectives, phases, indicators } =
    plan;
  const levels = [strategicAreas, strategicObjectives, operatingObjectives, pegObjectives].filter(
    ({ length }) => length > 0,
  );
  const above: readonly PlanEntity[] = levels.slice(0, -1).flat();
  const served = new Set(
    [...strategicObjectives, ...operatingObjectives, ...pegObjectives].flatMap(parentsOf),
  );
  const heavy = levels.slice(1).filter(({ length }, at) => (levels[at]?.length ?? 0) > length).length;
  const childless = beyondFew(above.filter(({ id }) => !served.has(id)).length, above.length);
  const uneven = [phases, indicators].map((list: readonly (Phase | Indicator)[]) => {
    const own = new Set(list.flatMap(parentsOf));
    const without = pegObjectives.filter(({ id }) => !own.has(id)).length;
    return without < pegObjectives.length ? beyondFew(without, pegObjectives.length) : 0;
  });
  return Math.max(share(heavy, levels.length - 1), childless, ...uneven);
}

/** Rows that tell how names are moved. */
const LOOKED_AT = 60;

/** Whether names are moved to the right by different widths, although each row was read as of the same level. */
function isMoved({ outline, columns, found }: ReadTable): boolean {
  if (outline !== null) return false;
  const last = Math.min(found.lastRow, found.headerBottom + LOOKED_AT);
  const rows = rowsBetween(found.headerBottom + 1, last);
  return columns.some(({ field, column }) => {
    if (field?.attribute !== 'title') return false;
    const filled = rows.filter((row) => found.sheet.text(row, column) !== '');
    return new Set(filled.map((row) => blanksBefore(found.sheet, row, column))).size > 1;
  });
}

/** Objectives whose code others of the same kind go on from: `1.1` beside `1.1.2`. */
function codes(plan: Plan): number {
  const kinds = [plan.strategicObjectives, plan.operatingObjectives, plan.pegObjectives];
  return Math.max(
    ...kinds.map((list: readonly PlanEntity[]) => {
      const own = list.flatMap(({ code, title }) => code?.value ?? splitCode(title.value)?.code ?? []);
      const above = new Set(
        own.flatMap((code) => [...code.matchAll(/[.\-/]/g)].map(({ index }) => code.slice(0, index))),
      );
      const nested = own.filter((code) => above.has(code.replace(/[.\-/]+$/, ''))).length;
      return root(share(nested, list.length));
    }),
  );
}

/** Names without letters, of a person or an office, marked as one of a list; the same name again at one place. */
function names(plan: Plan): number {
  const objectives: readonly PlanEntity[] = [
    ...plan.strategicAreas,
    ...plan.strategicObjectives,
    ...plan.operatingObjectives,
    ...plan.pegObjectives,
  ];
  const parts: readonly PlanEntity[] = [...plan.phases, ...plan.indicators];
  const strange = objectives.filter(
    ({ title }) => NO_NAME.test(title.value.trim()) || PERSON.test(title.value.trim()),
  ).length;
  const again = (list: readonly PlanEntity[]): number => {
    const keys = list.map((one) => `${one.kind}|${parentsOf(one).join()}|${fold(one.title.value)}`);
    return beyondFew(keys.length - new Set(keys).size, keys.length);
  };
  return Math.max(root(share(strange, objectives.length)), again(objectives), again(parts));
}

/** No letters, a mark of a list in front, the name of an office, a second name with its code behind the first. */
const NO_NAME =
  /^(?:[^\p{L}]+|(?:\p{L}\)|\d{1,2}\)|\().*|(?:[Ss]ettore|SETTORE|[Ss]ervizio|SERVIZIO|[Uu]fficio|UFFICIO|[Dd]irezione|DIREZIONE)\s+\p{Lu}.*|.*\p{L} (?:\p{Lu}{1,3} ?)?\d+\.\d[\d.]* ?[-–:] .*)$/u;
const PERSON =
  /^(?:dott|dr|ing|arch|geom|avv|rag|sig)(?:\.?(?:ssa|ra))?\.?\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+){0,2}$/iu;

/**
 * Kinds that a header names, or a column is read as, and of which nothing was found, by all that are named; entities
 * without a name, by all of them. All where there is no entity.
 */
function absent({ result: { plan }, sheets, explained }: Seen): number {
  const counts: Readonly<Record<string, number>> = {
    strategicArea: plan.strategicAreas.length,
    strategicObjective: plan.strategicObjectives.length,
    operatingObjective: plan.operatingObjectives.length,
    pegObjective: plan.pegObjectives.length,
    phase: plan.phases.length,
    indicator: plan.indicators.length,
  };
  const said = sheets.flatMap(({ tables }) =>
    tables.flatMap(({ columns }) =>
      columns.flatMap(({ text }) => {
        const { subject, attribute, soft, confidence } = LEXICON.header(text);
        const plainly = !soft && confidence >= PLAINLY && (attribute === null || attribute === 'title');
        return plainly ? (subject ?? []) : [];
      }),
    ),
  );
  const read = explained.flatMap(({ readings }) => (readings[0]?.roles ?? []).flatMap(subjectNamed));
  const kinds = [...new Set<string>([...said, ...read])].filter((kind) => counts[kind] !== undefined);
  const all = planEntities(plan);
  if (all.length === 0) return 1;
  const unnamed = all.filter(({ title }) => title.value.trim() === '').length;
  return Math.max(
    share(kinds.filter((kind) => counts[kind] === 0).length, kinds.length),
    unnamed === 0 ? 0 : Math.max(SOME, root(share(unnamed, all.length))),
  );
}

const PLAINLY = 0.9;
/** A single entity without a name says this much. */
const SOME = 0.5;

function subjectNamed(role: Role): string[] {
  return isTitle(role) ? [role.subject] : [];
}
