import { misread, normaliseCode } from '../../plan';
import { groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { standsFor } from './dup-match';
import { factSet, flag, list, number, text, token } from './fact';
import { IN_PLAN } from './dup-names';
import { nearest } from './nearest';

/** Strategic areas with what stands under them. */
export const strategicAreas = factSet({
  name: 'strategicAreas',
  about: { it: 'Gli ambiti strategici', en: 'Strategic areas' },
  fields: {
    level: token('livello', 'level'),
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    inDup: flag('è nel DUP', 'is in the DUP'),
    childCount: number('quanti obiettivi, di ogni livello, sotto', 'how many objectives of any level below'),
  },
  facts: (context) => {
    const {
      strategicAreas: areas,
      strategicObjectives: strategics,
      operatingObjectives,
      pegObjectives,
    } = context.plan;
    const official = (id: string): string => standsFor(id, context)?.entity.id ?? id;
    const above = [
      ...[...strategics, ...operatingObjectives].map(({ areaId }) => areaId ?? null),
      ...pegObjectives.flatMap(({ areaIds = [] }) => areaIds),
    ];
    const children = groupBy(above, (id) => (id === null ? null : official(id)));
    return areas.flatMap((one) => {
      const stands = standsFor(one.id, context);
      if (stands && stands.how !== 'dup') return [];
      return {
        subject: subjectOf(one),
        values: {
          level: one.kind,
          code: one.code?.value ?? null,
          title: one.title.value,
          inDup: one.inDup,
          childCount: children.get(one.id)?.length ?? 0,
        },
        cells: { code: one.code?.cells ?? [], title: one.title.cells },
        involved: [one.id],
      };
    });
  },
});

/** Strategic objectives of the DUP, and those of the PEG that stand for none of them. */
export const strategicObjectives = factSet({
  name: 'strategicObjectives',
  about: {
    it: 'Gli obiettivi strategici del DUP, e quelli del PEG che non ne riprendono nessuno',
    en: 'Strategic objectives of the DUP, and those of the PEG that stand for none of them',
  },
  fields: {
    level: token('livello', 'level'),
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    inDup: flag('è nel DUP', 'is in the DUP'),
    nearest: text('voce del DUP più simile', 'most similar entry of the DUP'),
    operatingCount: number('quanti obiettivi operativi sotto', 'how many operating objectives below'),
    indicatorCount: number(
      'quanti indicatori suoi o di ciò che sta sotto',
      'how many indicators of its own or below',
    ),
    othersHaveIndicators: flag(
      'altri obiettivi strategici hanno indicatori propri',
      'other strategic objectives have indicators of their own',
    ),
  },
  facts: (context) => {
    const { plan } = context;
    const official = (id: string): string => standsFor(id, context)?.entity.id ?? id;
    const operating = groupBy(plan.operatingObjectives, (one) =>
      one.strategicId === null ? null : official(one.strategicId),
    );
    const direct = new Set(
      plan.indicators.flatMap((one) => (one.objectiveId === null ? [] : official(one.objectiveId))),
    );
    const measured = measuredObjectives(context, official);
    const listed = plan.strategicObjectives.filter((one) => one.inDup);
    const stated = plan.strategicObjectives.flatMap((one) => {
      const stands = standsFor(one.id, context);
      if (stands && stands.how !== 'dup') return [];
      const near = one.inDup ? null : nearest(one.title.value, listed);
      return {
        subject: subjectOf(one),
        values: {
          level: one.kind,
          code: one.code?.value ?? null,
          title: one.title.value,
          inDup: one.inDup,
          nearest: near?.title.value ?? null,
          operatingCount: operating.get(one.id)?.length ?? 0,
          indicatorCount: measured.get(one.id) ?? 0,
          othersHaveIndicators: plan.strategicObjectives.some(
            (other) => other.id !== one.id && direct.has(other.id),
          ),
        },
        cells: { code: one.code?.cells ?? [], title: one.title.cells },
        involved: near ? [one.id, near.id] : [one.id],
      };
    });
    return [...stated, ...codesOfNothing(context)];
  },
});

/** Signs by kind: what has not the form of the others is no code of theirs. */
function shapeOf(code: string): string {
  return normaliseCode(code)
    .replace(/\d+/g, '0')
    .replace(/\p{L}+/gu, 'L');
}

/** Codes of strategic objectives that the PEG cites and nothing bears. */
function codesOfNothing({ plan }: FactContext) {
  const known = plan.strategicObjectives.flatMap(({ code }) => code?.value ?? []);
  const shapes = new Set(known.map(shapeOf));
  const cited = plan.mentions.filter(
    ({ kind, entityId, code, label, place }) =>
      kind === 'strategicObjective' &&
      entityId === null &&
      code !== null &&
      // A name with its number is a name the DUP has not.
      normaliseCode(label.value) === normaliseCode(code.value) &&
      shapes.has(shapeOf(code.value)) &&
      IN_PLAN.includes(place),
  );
  return [...groupBy(cited, ({ code }) => normaliseCode(code?.value ?? ''))].map(([key, mentions]) => {
    const code = mentions[0]?.code?.value ?? key;
    return {
      subject: { kind: 'strategicObjective' as const, id: `cited|${key}`, code, title: code },
      values: {
        level: 'strategicObjective',
        code,
        title: code,
        inDup: false,
        nearest: misread(code, known)?.proposal ?? null,
        operatingCount: 0,
        indicatorCount: 0,
        othersHaveIndicators: false,
      },
      cells: { title: uniqueCells(mentions.flatMap(({ label }) => label.cells.slice(0, 1))) },
      involved: [],
    };
  });
}

/** Operating objectives of the DUP and of the PEG. */
export const operatingObjectives = factSet({
  name: 'operatingObjectives',
  about: { it: 'Gli obiettivi operativi', en: 'Operating objectives' },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    strategic: text('obiettivo strategico sopra', 'strategic objective above'),
    inDup: flag('è nel DUP', 'is in the DUP'),
    pegCount: number('quanti obiettivi di PEG sotto', 'how many PEG objectives below'),
    pegs: list('obiettivi di PEG sotto', 'PEG objectives below'),
    extract: flag(
      'il documento rimanda ad allegati: non elenca tutto',
      'the document refers to annexes: it does not list everything',
    ),
  },
  facts: (context) => {
    const { plan } = context;
    const below = pegsBelow(context);
    return plan.operatingObjectives.flatMap((one) => {
      const stands = standsFor(one.id, context);
      if (stands && stands.how !== 'dup') return [];
      const pegs = below.get(one.id) ?? [];
      const strategic = one.strategicId === null ? undefined : context.entities.get(one.strategicId);
      return {
        subject: subjectOf(one),
        values: {
          code: one.code?.value ?? null,
          title: one.title.value,
          strategic: strategic?.title.value ?? null,
          inDup: one.inDup,
          pegCount: pegs.length,
          pegs,
          extract: plan.document.annexes.length > 0,
        },
        cells: { code: one.code?.cells ?? [], title: one.title.cells },
        involved: [one.id],
      };
    });
  },
});

/** Codes or titles of the PEG objectives under each operating objective, old names counted under the new. */
function pegsBelow(context: FactContext): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const peg of context.plan.pegObjectives) {
    for (const id of new Set(peg.operatingIds.map((one) => standsFor(one, context)?.entity.id ?? one))) {
      below.set(id, [...(below.get(id) ?? []), peg.code?.value ?? peg.title.value]);
    }
  }
  return below;
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
