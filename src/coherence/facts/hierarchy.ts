import {
  misread,
  normaliseCode,
  type Mention,
  type OperatingObjective,
  type StrategicArea,
  type StrategicObjective,
} from '../../plan';
import { groupBy, uniqueCells, type FactContext } from './context';
import { standsFor } from './dup-match';
import { IN_PLAN } from './dup-names';
import { nearest } from './nearest';
import { operatingResourceFields } from './resources';
import { entityView, flag, list, number, text, token, view } from './view';

type DupEntry = StrategicArea | StrategicObjective | OperatingObjective;

const dupFields = {
  level: token<DupEntry>('livello / level', ({ kind }) => kind),
  code: text<DupEntry>('codice / code', ({ code }) => code),
  title: text<DupEntry>('titolo / title', ({ title }) => title),
  inDup: flag<DupEntry>('è nel DUP / is in the DUP', ({ inDup }) => inDup),
  listed: flag<DupEntry>(
    'è nel DUP o, dove il DUP non elenca il suo livello, nel piano stesso / is in the DUP or, where that does not list its level, in the plan itself',
    ({ kind, inDup }, { plan }) => inDup || !plan.fields.includes(`dup.${kind}`),
  ),
};

/** Entries of the DUP, and those of the PEG that stand for none of them. */
function own<T extends DupEntry>(entries: readonly T[], context: FactContext): readonly T[] {
  return entries.filter(({ id }) => (standsFor(id, context)?.how ?? 'dup') === 'dup');
}

/** The entry of the DUP that an entry stands for, else itself. */
function official(id: string, context: FactContext): string {
  return standsFor(id, context)?.entity.id ?? id;
}

/** How many children each entry has, those of its old names included. */
function countBelow(
  key: string,
  context: FactContext,
  parents: () => readonly (string | null | undefined)[],
) {
  return context.shared(key, () => {
    const ids = parents().flatMap((id) => (id ? official(id, context) : []));
    return new Map([...groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]));
  });
}

/** Strategic areas with what stands under them. */
export const strategicAreas = entityView<StrategicArea>({
  name: 'strategicAreas',
  about: { it: 'Gli ambiti strategici', en: 'Strategic areas' },
  items: (context) => own(context.plan.strategicAreas, context),
  fields: {
    ...dupFields,
    childCount: number(
      'quanti obiettivi, di ogni livello, sotto / how many objectives of any level below',
      ({ id }, context) =>
        countBelow('belowAreas', context, () => {
          const {
            strategicObjectives: strategics,
            operatingObjectives: operatings,
            pegObjectives,
          } = context.plan;
          const areas = [...strategics, ...operatings].map(({ areaId }) => areaId);
          return [...areas, ...pegObjectives.flatMap(({ areaIds = [] }) => areaIds)];
        }).get(id) ?? 0,
    ),
  },
});

/** Strategic objectives of the DUP, and those of the PEG that stand for none of them. */
export const strategicObjectives = entityView<StrategicObjective>({
  name: 'strategicObjectives',
  about: {
    it: 'Gli obiettivi strategici del DUP, e quelli del PEG che non ne riprendono nessuno',
    en: 'Strategic objectives of the DUP, and those of the PEG that stand for none of them',
  },
  items: (context) => own(context.plan.strategicObjectives, context),
  involved: (one, context) => [one, nearestInDup(one, context)].flatMap((any) => any?.id ?? []),
  fields: {
    ...dupFields,
    nearest: text(
      'voce del DUP più simile, dove non ne fa parte / most similar entry of the DUP, where it is none',
      (one, context) => nearestInDup(one, context)?.title.value,
    ),
    operatingCount: number(
      'quanti obiettivi operativi sotto / how many operating objectives below',
      ({ id }, context) =>
        countBelow('belowStrategic', context, () =>
          context.plan.operatingObjectives.map(({ strategicId }) => strategicId),
        ).get(id) ?? 0,
    ),
    indicatorCount: number(
      'quanti indicatori suoi o di ciò che sta sotto / how many indicators of its own or below',
      ({ id }, context) =>
        context
          .shared('measured', () => measuredObjectives(context, (one) => official(one, context)))
          .get(id) ?? 0,
    ),
    ownIndicatorCount: number(
      'quanti indicatori suoi / how many indicators of its own',
      ({ id }, context) =>
        countBelow('direct', context, () =>
          context.plan.indicators.map(({ objectiveId }) => objectiveId),
        ).get(id) ?? 0,
    ),
  },
});

function nearestInDup(one: StrategicObjective, { plan }: FactContext): StrategicObjective | null {
  return one.inDup
    ? null
    : nearest(
        one.title.value,
        plan.strategicObjectives.filter(({ inDup }) => inDup),
      );
}

/** Signs by kind: what has not the form of the others is no code of theirs. */
function shapeOf(code: string): string {
  return normaliseCode(code)
    .replace(/\d+/g, '0')
    .replace(/\p{L}+/gu, 'L');
}

interface CitedCode {
  readonly key: string;
  readonly code: string;
  readonly mentions: readonly Mention[];
}

/** Codes of strategic objectives that the PEG cites and nothing bears. */
export const unknownCodes = view<CitedCode>({
  name: 'unknownCodes',
  about: {
    it: 'I codici di obiettivi strategici che il PEG cita e nessuno porta',
    en: 'Codes of strategic objectives that the PEG cites and nothing bears',
  },
  items: ({ plan }) => {
    const shapes = new Set(strategicCodes(plan).map(shapeOf));
    const cited = plan.mentions.flatMap((mention) => {
      const { kind, entityId, code, label, place } = mention;
      const key = normaliseCode(code?.value ?? '');
      // A name with its number is a name the DUP has not.
      const bare = code !== null && normaliseCode(label.value) === key && shapes.has(shapeOf(code.value));
      return bare && kind === 'strategicObjective' && entityId === null && IN_PLAN.includes(place)
        ? [{ key, code: code.value, mention }]
        : [];
    });
    return [...groupBy(cited, ({ key }) => key)].map(([key, all]) => ({
      key,
      code: all[0]?.code ?? key,
      mentions: all.map(({ mention }) => mention),
    }));
  },
  subject: ({ key, code }) => ({ kind: 'strategicObjective', id: `cited|${key}`, code, title: code }),
  fields: {
    title: text(
      'codice citato / code cited',
      ({ code }) => code,
      ({ mentions }) => uniqueCells(mentions.flatMap(({ label }) => label.cells.slice(0, 1))),
    ),
    nearest: text(
      'codice che c’è e gli somiglia / code there is that is like it',
      ({ code }, { plan }) => misread(code, strategicCodes(plan))?.proposal,
    ),
  },
});

function strategicCodes({ strategicObjectives: all }: FactContext['plan']): readonly string[] {
  return all.flatMap(({ code }) => code?.value ?? []);
}

/** Operating objectives of the DUP and of the PEG. */
export const operatingObjectives = entityView<OperatingObjective>({
  name: 'operatingObjectives',
  about: { it: 'Gli obiettivi operativi', en: 'Operating objectives' },
  items: (context) => own(context.plan.operatingObjectives, context),
  fields: {
    ...dupFields,
    ...operatingResourceFields,
    strategic: text(
      'obiettivo strategico sopra / strategic objective above',
      ({ strategicId }, { entities }) => entities.get(strategicId ?? '')?.title.value,
    ),
    pegCount: number(
      'quanti obiettivi di PEG sotto / how many PEG objectives below',
      (one, context) => pegsBelow(one, context).length,
    ),
    pegs: list('obiettivi di PEG sotto / PEG objectives below', pegsBelow),
    extract: flag(
      'il documento rimanda ad allegati: non elenca tutto / the document refers to annexes: it does not list everything',
      (_, { plan }) => plan.document.annexes.length > 0,
    ),
  },
});

/** Codes or titles of the PEG objectives under an operating objective, old names counted under the new. */
function pegsBelow({ id }: OperatingObjective, context: FactContext): readonly string[] {
  const below = context.shared('pegsBelow', () =>
    groupBy(
      context.plan.pegObjectives.flatMap((peg) =>
        [...new Set(peg.operatingIds.map((one) => official(one, context)))].map((above) => ({
          above,
          name: peg.code?.value ?? peg.title.value,
        })),
      ),
      ({ above }) => above,
    ),
  );
  return below.get(id)?.map(({ name }) => name) ?? [];
}

/** Indicators per strategic objective: its own and those of everything below it. */
function measuredObjectives(context: FactContext, official: (id: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const indicator of context.plan.indicators) {
    const entity = indicator.objectiveId === null ? undefined : context.entities.get(indicator.objectiveId);
    if (!entity) continue;
    const above =
      entity.kind === 'strategicObjective'
        ? [entity.id]
        : entity.kind === 'operatingObjective'
          ? [entity.strategicId]
          : entity.kind === 'pegObjective'
            ? [...entity.strategicIds, ...entity.operatingIds.map((id) => parentOf(id, context))]
            : [];
    for (const id of new Set(above.flatMap((one) => (one === null ? [] : official(one))))) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

function parentOf(operatingId: string, context: FactContext): string | null {
  const entity = context.entities.get(operatingId);
  return entity?.kind === 'operatingObjective' ? entity.strategicId : null;
}
