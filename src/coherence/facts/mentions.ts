import { normalise, type Mention, type MentionPlace } from '../../plan';
import type { CellRef } from '../../workbook';
import { distinctTexts, groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { factSet, flag, list, number, text, token, type Fact } from './fact';
import { nameDifference } from './names';
import { nearest } from './nearest';
import { dupEntryFor } from './hierarchy';

const IN_PLAN: readonly MentionPlace[] = ['page-title', 'column', 'card', 'text'];

const nameFields = {
  label: text('nome come scritto', 'name as written'),
  dupName: text('nome nel DUP', 'name in the DUP'),
  difference: token('quanto è diverso dal DUP', 'how different it is from the DUP'),
  inDup: flag('la voce è nel DUP', 'the entry is in the DUP'),
  place: token('dove è scritto', 'where it is written'),
} as const;

/** Labels the PEG uses for strategic objectives, each spelling once, beside the DUP's name. */
export const strategicNames = factSet({
  name: 'strategicNames',
  about: {
    it: 'I nomi con cui il PEG chiama gli obiettivi strategici, ciascuno una volta',
    en: 'The names the PEG uses for strategic objectives, each once',
  },
  fields: nameFields,
  facts: (context) => namesOf('strategicObjective', context, IN_PLAN),
});

/** Labels the plan uses for strategic areas. */
export const areaNames = factSet({
  name: 'areaNames',
  about: {
    it: 'I nomi con cui il piano chiama gli ambiti strategici, ciascuno una volta',
    en: 'The names the plan uses for strategic areas, each once',
  },
  fields: nameFields,
  facts: (context) => namesOf('strategicArea', context, [...IN_PLAN, 'indicator-block']),
});

function namesOf(
  kind: Mention['kind'],
  context: FactContext,
  places: readonly MentionPlace[],
): Fact<typeof nameFields>[] {
  const mentions = context.plan.mentions.filter(
    (mention) => mention.kind === kind && mention.entityId !== null && places.includes(mention.place),
  );
  const groups = groupBy(mentions, (mention) => `${mention.entityId}|${normalise(mention.label.value)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group as [Mention, ...Mention[]];
    const entity = context.entities.get(first.entityId ?? '');
    if (!entity) return [];
    const label = first.label.value;
    const name = officialName(entity.id, entity.title.value, context);
    const same = context.canonical(label) === context.canonical(name.text) || isCodedName(first, name.text);
    return {
      subject: subjectOf(entity),
      values: {
        label,
        dupName: name.text,
        difference: same ? 'none' : nameDifference(label, name.text),
        inDup: 'inDup' in entity && entity.inDup,
        place: first.place,
      },
      cells: {
        label: uniqueCells(group.flatMap((mention) => mention.label.cells.slice(0, 1))),
        dupName: name.cells,
      },
      involved: [entity.id],
    };
  });
}

/** The name the DUP gives an entity; where the DUP does not list it, the entity's own title. */
function officialName(
  entityId: string,
  title: string,
  context: FactContext,
): { text: string; cells: Mention['label']['cells'] } {
  const byDup = context.shared('dupNames', () =>
    groupBy(
      context.plan.mentions.filter((mention) => mention.place === 'dup'),
      (mention) => mention.entityId,
    ),
  );
  const dup = byDup.get(entityId)?.[0];
  return dup
    ? { text: dup.label.value, cells: dup.label.cells.slice(0, 1) }
    : { text: title, cells: context.entities.get(entityId)?.title.cells.slice(0, 1) ?? [] };
}

/** A label that is only the code of the entity is no other name for it. */
function isCodedName(mention: Mention, name: string): boolean {
  const label = normalise(mention.label.value);
  const code = normalise(mention.code?.value ?? '');
  return code !== '' && (label === code || label === normalise(`${mention.code?.value} ${name}`));
}

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
    const mentions = plan.mentions.filter(
      (mention) => mention.kind === 'operatingObjective' && IN_PLAN.includes(mention.place),
    );
    const groups = groupBy(mentions, (mention) =>
      JSON.stringify([
        mention.entityId,
        normalise(mention.label.value),
        mention.code?.value ?? '',
        mention.parentId,
      ]),
    );
    const dupParents = parentsInDup(context);
    const rowsAt = rowsByCell(context);
    return [...groups.values()].map((group) => {
      const [first] = group as [Mention, ...Mention[]];
      const label = first.label.value;
      const entity = first.entityId === null ? undefined : context.entities.get(first.entityId);
      const own = entity?.kind === 'operatingObjective' ? entity : null;
      const dup = own ? dupEntryFor(own, plan.operatingObjectives, context) : byAlias(label, context);
      const inDup = dup?.inDup ?? false;
      const near = inDup
        ? null
        : nearest(
            label,
            plan.operatingObjectives.filter((one) => one.inDup),
          );
      const parents = dup ? (dupParents.get(dup.id) ?? []) : [];
      const parentHere = first.parentId === null ? undefined : context.entities.get(first.parentId);
      const name = dup && inDup ? officialName(dup.id, dup.title.value, context) : null;
      const same =
        name === null ||
        context.canonical(label) === context.canonical(name.text) ||
        isCodedName(first, name.text) ||
        first.match === 'code';
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
          inDup,
          difference: same ? 'none' : nameDifference(label, name?.text ?? ''),
          nearest: near?.title.value ?? null,
          parentHere: parentHere?.title.value ?? null,
          parentsInDup: parents.map((id) => context.entities.get(id)?.title.value ?? id),
          otherParent:
            inDup &&
            first.parentId !== null &&
            parents.length > 0 &&
            !sameParent(first.parentId, parents, context),
          times: group.length,
        },
        cells: {
          label: uniqueCells(group.flatMap((mention) => mention.label.cells.slice(0, 1))),
          dupName: name?.cells ?? [],
        },
        involved: [
          ...new Set([
            ...(own ? [own.id] : []),
            ...(near ? [near.id] : []),
            ...(dup ? [dup.id] : []),
            ...group.flatMap((mention) => mention.label.cells.flatMap((cell) => rowsAt(cell))),
            ...(first.parentId === null ? [] : [first.parentId]),
            ...parents,
          ]),
        ],
      };
    });
  },
});

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

function byAlias(label: string, context: FactContext) {
  const name = context.canonical(label);
  return (
    context.plan.operatingObjectives.find(
      (one) => one.inDup && context.canonical(one.title.value) === name,
    ) ?? null
  );
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
    if (mention.place === 'dup' && mention.kind === 'operatingObjective')
      add(mention.entityId, mention.parentId);
  }
  return parents;
}

function sameParent(parent: string, parents: readonly string[], context: FactContext): boolean {
  if (parents.includes(parent)) return true;
  const title = context.entities.get(parent)?.title.value;
  return (
    title !== undefined &&
    parents.some(
      (id) => context.canonical(context.entities.get(id)?.title.value ?? '') === context.canonical(title),
    )
  );
}

/** Labels of indicator blocks, beside the strategic objective they were matched with. */
export const indicatorLabels = factSet({
  name: 'indicatorLabels',
  about: {
    it: 'Le etichette dei blocchi di indicatori che nominano un obiettivo strategico',
    en: 'Labels of indicator blocks that name a strategic objective',
  },
  fields: {
    label: text('etichetta', 'label'),
    matched: text('obiettivo strategico riconosciuto', 'strategic objective recognised'),
    match: token('come è stato riconosciuto', 'how it was recognised'),
    themed: flag(
      'nessuna etichetta della tabella nomina un obiettivo: sono temi',
      'no label of the table names an objective: they are themes',
    ),
  },
  facts: (context) => {
    const mentions = context.plan.mentions.filter(
      (mention) => mention.kind === 'strategicObjective' && mention.place === 'indicator-block',
    );
    const recognised = new Set(
      mentions.filter((mention) => mention.entityId !== null).map((mention) => mention.tableId),
    );
    const groups = groupBy(mentions, (mention) => `${normalise(mention.label.value)}|${mention.entityId}`);
    return [...groups.values()].map((group) => {
      const [first] = group as [Mention, ...Mention[]];
      const entity = first.entityId === null ? undefined : context.entities.get(first.entityId);
      const label = distinctTexts(group.map((mention) => mention.label.value))[0] ?? '';
      const same = entity && context.canonical(entity.title.value) === context.canonical(label);
      return {
        subject: entity
          ? subjectOf(entity)
          : { kind: 'strategicObjective', id: `label|${normalise(label)}`, code: null, title: label },
        values: {
          label,
          matched: entity?.title.value ?? null,
          match: same ? 'exact' : first.match,
          themed: group.every((mention) => !recognised.has(mention.tableId)),
        },
        cells: { label: uniqueCells(group.flatMap((mention) => mention.label.cells.slice(0, 1))) },
        involved: entity ? [entity.id] : [],
      };
    });
  },
});
