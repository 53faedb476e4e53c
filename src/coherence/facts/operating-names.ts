import { distance } from 'fastest-levenshtein';
import { normalise, normaliseCode, type OperatingObjective } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, statingTables, subjectOf, uniqueCells, type FactContext } from './context';
import { entityOfMention, nameInDup, nameOf, standsFor } from './dup-match';
import { IN_PLAN, isSameName } from './dup-names';
import { factSet, flag, list, number, text, token } from './fact';
import { nameDifference } from './names';
import { nearest } from './nearest';

/** Operating objectives as the PEG's rows name them, each spelling once, beside the DUP's. */
export const operatingNames = factSet({
  name: 'operatingNames',
  about: {
    it: 'Gli obiettivi operativi come li nominano le righe del PEG, ciascuna grafia una volta',
    en: 'Operating objectives as the rows of the PEG name them, each spelling once',
  },
  fields: {
    label: text('nome o codice come scritto', 'name or code as written'),
    dupName: text('nome nel DUP', 'name in the DUP'),
    inDup: flag('il DUP ha questa voce', 'the DUP has this entry'),
    difference: token('quanto è diverso dal DUP', 'how different it is from the DUP'),
    nearest: text('voce del DUP più simile', 'most similar entry of the DUP'),
    parentHere: text('obiettivo strategico nel PEG', 'strategic objective in the PEG'),
    parentsInDup: list('obiettivi strategici nel DUP', 'strategic objectives in the DUP'),
    otherParent: flag(
      'nel DUP sta sotto un altro obiettivo strategico',
      'in the DUP it stands under another strategic objective',
    ),
    times: number('quante volte', 'how many times'),
  },
  facts: (context) => {
    const { plan } = context;
    const stating = statingTables(context);
    const tables = new Set(
      plan.tables
        .filter(({ id, role }) => role === 'dup' || (role === 'indicators' && !stating.has(id)))
        .map(({ id }) => id),
    );
    const mentions = plan.mentions.filter(
      (mention) =>
        mention.kind === 'operatingObjective' &&
        IN_PLAN.includes(mention.place) &&
        !tables.has(mention.tableId ?? ''),
    );
    const groups = groupBy(mentions, (mention) =>
      JSON.stringify([normalise(nameOf(mention)), mention.code?.value ?? '', mention.parentId]),
    );
    const listed = plan.operatingObjectives.filter((one) => one.inDup);
    const dupParents = parentsInDup(context);
    const rowsAt = rowsByCell(context);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const label = nameOf(first);
      const own = entityOfMention(first, context);
      const dup = own ? (standsFor(own.id, context)?.entity ?? null) : null;
      const near = dup ? null : (byCode(first.code?.value, listed) ?? nearest(label, listed));
      const parents = dup ? (dupParents.get(dup.id) ?? []) : [];
      const name = dup ? nameInDup(dup, context) : null;
      const same = name === null || first.match === 'code' || isSameName(first, name.text, context);
      const parentHere = first.parentId === null ? undefined : context.entities.get(first.parentId);
      return {
        subject: own
          ? subjectOf(own)
          : {
              kind: 'operatingObjective',
              id: `label|${normalise(label)}`,
              code: first.code?.value ?? null,
              title: label,
            },
        values: {
          label,
          dupName: name?.text ?? null,
          inDup: dup !== null,
          difference: same ? 'none' : nameDifference(label, name.text),
          nearest: near ? [near.code?.value, near.title.value].filter(Boolean).join(' ') : null,
          parentHere: parentHere?.title.value ?? null,
          parentsInDup: parents.map((id) => context.entities.get(id)?.title.value ?? id),
          otherParent:
            first.parentId !== null && parents.length > 0 && !isOneOf(first.parentId, parents, context),
          times: group.length,
        },
        cells: {
          label: uniqueCells(group.flatMap((mention) => mention.label.cells.slice(0, 1))),
          dupName: name?.cells ?? [],
        },
        involved: [
          ...new Set([
            ...[own, dup, near].flatMap((one) => (one ? [one.id] : [])),
            ...group.flatMap((mention) => mention.label.cells.flatMap((cell) => rowsAt(cell))),
            ...(first.parentId === null ? [] : [first.parentId]),
            ...parents,
          ]),
        ],
      };
    });
  },
});

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
