import { distance } from 'fastest-levenshtein';
import { normalise, normaliseCode, type Mention, type OperatingObjective } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, statingTables, subjectOf, type FactContext } from './context';
import { entityOfMention, nameInDup, nameOf, standsFor, type DupEntity } from './dup-match';
import { differenceOf, IN_PLAN, labelCells } from './dup-names';
import { nearest } from './nearest';
import { flag, list, number, text, token, view } from './view';

/** A spelling of an operating objective under one parent, with what it names and the DUP's entry that this stands for. */
interface Cited {
  readonly mentions: readonly [Mention, ...Mention[]];
  readonly own: DupEntity | null;
  readonly dup: DupEntity | null;
}

/** Operating objectives as the PEG's rows name them, each spelling once, beside the DUP's. */
export const operatingNames = view<Cited>({
  name: 'operatingNames',
  about: {
    it: 'Gli obiettivi operativi come li nominano le righe del PEG, ciascuna grafia una volta',
    en: 'Operating objectives as the rows of the PEG name them, each spelling once',
  },
  items: citedIn,
  subject: ({ mentions: [first], own }) => {
    const title = nameOf(first);
    const code = first.code?.value ?? null;
    return own
      ? subjectOf(own)
      : { kind: 'operatingObjective', id: `label|${normalise(title)}`, code, title };
  },
  involved: (cited, context) => {
    const { mentions, own, dup } = cited;
    const rowsAt = context.shared('rowsByCell', () => rowsByCell(context));
    return [
      ...new Set([
        ...[own, dup, nearestTo(cited, context)].flatMap((one) => one?.id ?? []),
        ...mentions.flatMap(({ label }) => label.cells.flatMap((cell) => rowsAt(cell))),
        ...(mentions[0].parentId === null ? [] : [mentions[0].parentId]),
        ...dupParentsOf(cited, context),
      ]),
    ];
  },
  fields: {
    label: text(
      'nome o codice come scritto / name or code as written',
      ({ mentions: [first] }) => nameOf(first),
      ({ mentions }) => labelCells(mentions),
    ),
    dupName: text(
      'nome nel DUP / name in the DUP',
      ({ dup }, context) => dup && nameInDup(dup, context).text,
      ({ dup }, context) => (dup ? nameInDup(dup, context).cells : []),
    ),
    inDup: flag('il DUP ha questa voce / the DUP has this entry', ({ dup }) => dup !== null),
    listed: flag(
      'è nel DUP o, dove il DUP non elenca gli operativi, nel piano stesso / is in the DUP or, where that lists no operating objectives, in the plan itself',
      ({ own, dup }, context) => (isListedByDup(context) ? dup : own) !== null,
    ),
    dupLists: flag(
      'il DUP elenca gli obiettivi operativi / the DUP lists operating objectives',
      (_, context) => isListedByDup(context),
    ),
    difference: token(
      'quanto è diverso dal DUP / how different it is from the DUP',
      ({ mentions: [first], dup }, context) =>
        dup === null || first.match === 'code' ? 'none' : differenceOf(first, dup, context),
    ),
    nearest: text('voce più simile / most similar entry', (cited, context) => {
      const near = nearestTo(cited, context);
      return near && [near.code?.value, near.title.value].filter(Boolean).join(' ');
    }),
    parentHere: text(
      'obiettivo strategico nel PEG / strategic objective in the PEG',
      ({ mentions: [{ parentId }] }, { entities }) => entities.get(parentId ?? '')?.title.value,
    ),
    parentsInDup: list('obiettivi strategici nel DUP / strategic objectives in the DUP', (cited, context) =>
      dupParentsOf(cited, context).map((id) => context.entities.get(id)?.title.value ?? id),
    ),
    otherParent: flag(
      'nel DUP sta sotto un altro obiettivo strategico / in the DUP it stands under another strategic objective',
      (cited, context) => {
        const [{ parentId }] = cited.mentions;
        const parents = dupParentsOf(cited, context);
        return parentId !== null && parents.length > 0 && !isOneOf(parentId, parents, context);
      },
    ),
    times: number('quante volte / how many times', ({ mentions }) => mentions.length),
  },
});

function isListedByDup({ plan }: FactContext): boolean {
  return plan.fields.includes('dup.operatingObjective');
}

/** What the PEG says of operating objectives, outside the DUP and lists of indicators, by name, code and parent. */
function citedIn(context: FactContext): readonly Cited[] {
  const { plan } = context;
  const stating = statingTables(context);
  const elsewhere = new Set<string | null>(
    plan.tables
      .filter(({ id, role }) => role === 'dup' || (role === 'indicators' && !stating.has(id)))
      .map(({ id }) => id),
  );
  const mentions = plan.mentions.filter(
    ({ kind, place, tableId }) =>
      kind === 'operatingObjective' && IN_PLAN.includes(place) && !elsewhere.has(tableId),
  );
  const groups = groupBy(mentions, (mention) =>
    JSON.stringify([normalise(nameOf(mention)), mention.code?.value ?? '', mention.parentId]),
  );
  return [...groups.values()].flatMap(([first, ...more]): Cited[] => {
    if (!first) return [];
    const own = entityOfMention(first, context);
    const dup = own && (standsFor(own.id, context)?.entity ?? null);
    return [{ mentions: [first, ...more], own, dup }];
  });
}

/** The entry that was perhaps meant, where none was found. */
function nearestTo({ mentions: [first], dup }: Cited, context: FactContext): OperatingObjective | null {
  if (dup) return null;
  const byDup = isListedByDup(context);
  const entries = context.plan.operatingObjectives.filter(({ inDup }) => inDup || !byDup);
  return byCode(first.code?.value, entries) ?? nearest(nameOf(first), entries);
}

function dupParentsOf({ dup }: Cited, context: FactContext): readonly string[] {
  const all = context.shared('parentsInDup', () => parentsInDup(context));
  return (dup && all.get(dup.id)) ?? [];
}

/** The entry whose code is the one cited but for leading zeros or one sign. */
function byCode(code: string | undefined, listed: readonly OperatingObjective[]): OperatingObjective | null {
  if (code === undefined) return null;
  const bare = (text: string): string => normaliseCode(text).replace(/^0+/, '');
  const near = listed.filter(
    (one) =>
      one.code !== null &&
      (bare(one.code.value) === bare(code) ||
        distance(normaliseCode(one.code.value), normaliseCode(code)) === 1),
  );
  return (
    near.find((one) => bare(one.code?.value ?? '') === bare(code)) ??
    (near.length === 1 ? (near[0] ?? null) : null)
  );
}

/** Rows and objectives that stand under the operating objective named in a cell. */
function rowsByCell(context: FactContext): (cell: CellRef) => readonly string[] {
  const key = (cell: CellRef): string => `${cell.file ?? ''}|${cell.sheet}|${cell.address}`;
  const rows = new Map<string, string[]>();
  for (const row of context.plan.pegRows) {
    for (const cell of row.operating?.cells ?? []) {
      rows.set(key(cell), [...(rows.get(key(cell)) ?? []), row.id, row.pegId]);
    }
  }
  return (cell) => rows.get(key(cell)) ?? [];
}

/** Parents of each operating objective in the DUP; the same objective may stand under two. */
function parentsInDup(context: FactContext): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  const add = (id: string | null, parent: string | null): void => {
    if (id === null || parent === null || parents.get(id)?.includes(parent)) return;
    parents.set(id, [...(parents.get(id) ?? []), parent]);
  };
  for (const one of context.plan.operatingObjectives) add(one.inDup ? one.id : null, one.strategicIdInDup);
  for (const mention of context.plan.mentions) {
    if (mention.place === 'dup' && mention.kind === 'operatingObjective') {
      add(mention.entityId, mention.parentId);
    }
  }
  // An entry of the same name elsewhere in the DUP is the same objective under another parent.
  const named = groupBy(
    context.plan.operatingObjectives.filter((one: OperatingObjective) => one.inDup),
    (one) => context.canonical(one.title.value),
  );
  for (const same of named.values()) {
    for (const one of same) for (const other of same) add(one.id, other.strategicIdInDup);
  }
  return parents;
}

function isOneOf(parent: string, parents: readonly string[], context: FactContext): boolean {
  return parents.includes(standsFor(parent, context)?.entity.id ?? parent);
}
