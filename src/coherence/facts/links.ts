import {
  normaliseCode,
  type Indicator,
  type Mention,
  type Phase,
  type PlanEntity,
  type SourcedText,
} from '../../plan';
import { parseArea } from '../../workbook';
import { distance } from 'fastest-levenshtein';
import { groupBy, statingTables, subjectOf, type FactContext } from './context';
import { goesOnFrom } from './codes';
import { factSet, flag, list, number, text, token, type Fact } from './fact';
import { lineOf } from './row-groups';

const linkFields = {
  code: text('codice', 'code'),
  title: text('titolo', 'title'),
  parents: list('codici sopra', 'codes above'),
  conforms: flag('il codice comincia con quello del padre', 'the code goes on from its parent’s'),
  outline: flag('nel piano i codici figli continuano quelli padri', 'child codes go on from parent codes'),
} as const;
type LinkFact = Fact<typeof linkFields>;

/** Codes beside the codes of what stands above them. */
export const codeLinks = factSet({
  name: 'codeLinks',
  about: {
    it: 'I codici di operativi e obiettivi di PEG accanto a quelli di chi sta sopra',
    en: 'Codes of operating and PEG objectives beside the codes above them',
  },
  fields: linkFields,
  facts: (context) => {
    const { plan } = context;
    const operating = plan.operatingObjectives.map((one) => ({
      entity: one,
      parents: one.strategicId === null ? [] : [one.strategicId],
    }));
    const pegs = plan.pegObjectives.map((one) => ({ entity: one, parents: one.operatingIds }));
    // Where nothing of the DUP has a code, the objectives' may go on from the mission beside them.
    const missions = pegs.map(({ entity }) => ({ entity, parents: [], above: entity.mission }));
    const linked = linkFacts(pegs, context);
    return [...linkFacts(operating, context), ...(linked.length > 0 ? linked : linkFacts(missions, context))];
  },
});

/** A level is an outline when most of its codes (at least two) go on from their parents'. */
function linkFacts(
  links: readonly {
    readonly entity: PlanEntity;
    readonly parents: readonly string[];
    /** A code that stands above without being an entity of the plan. */
    readonly above?: SourcedText | null;
  }[],
  context: FactContext,
): LinkFact[] {
  const facts = links.flatMap(({ entity, parents, above: beside }): LinkFact[] => {
    const code = entity.code?.value;
    const above = [
      ...parents.flatMap((id) => context.entities.get(id)?.code ?? []),
      ...(beside ? [beside] : []),
    ];
    if (code === undefined || above.length === 0) return [];
    return [
      {
        subject: subjectOf(entity),
        values: {
          code,
          title: entity.title.value,
          parents: above.map((parent) => parent.value),
          conforms: above.some((parent) => goesOnFrom(code, parent.value)),
          outline: false,
        },
        cells: {
          code: entity.code?.cells ?? [],
          parents: above.flatMap((parent) => parent.cells.slice(0, 1)),
        },
        involved: [entity.id],
      },
    ];
  });
  const conforming = facts.filter((fact) => fact.values.conforms).length;
  const outline = conforming >= 2 && conforming * 10 >= facts.length * 6;
  return facts.map((fact) => ({ ...fact, values: { ...fact.values, outline } }));
}

/** Counts the plan's own text declares, beside what was counted. */
export const declaredCounts = factSet({
  name: 'declaredCounts',
  about: {
    it: 'I conteggi che il documento dichiara, accanto a quelli reali',
    en: 'Counts the document declares, beside the real ones',
  },
  fields: {
    what: token('che cosa si conta', 'what is counted'),
    declared: number('numero dichiarato', 'declared number'),
    counted: number('numero contato', 'counted number'),
    text: text('testo che lo dichiara', 'text that declares it'),
  },
  facts: (context) => {
    const { plan } = context;
    const counts = {
      strategicArea: officialCount(plan.strategicAreas),
      strategicObjective: officialCount(plan.strategicObjectives),
      operatingObjective: officialCount(plan.operatingObjectives),
      pegObjective: plan.pegObjectives.length,
      phase: plan.phases.length,
      indicator: plan.indicators.length,
    };
    return plan.document.declaredCounts
      .filter((declared) => counts[declared.kind] > 0)
      .map((declared) => ({
        subject: { kind: 'plan', id: `count|${declared.kind}`, code: null, title: declared.text.value },
        values: {
          what: declared.kind,
          declared: declared.count,
          counted: counts[declared.kind],
          text: declared.text.value,
        },
        cells: { text: declared.text.cells },
        involved: [],
      }));
  },
});

/** The DUP's entries where it lists the level; else all. */
function officialCount(entities: readonly { readonly inDup: boolean }[]): number {
  const listed = entities.filter((entity) => entity.inDup).length;
  return listed > 0 ? listed : entities.length;
}

const referenceFields = {
  from: token('chi fa il riferimento', 'who makes the reference'),
  title: text('titolo di chi lo fa', 'title of who makes it'),
  cited: text('codice o nome citato', 'code or name cited'),
  found: flag('esiste nel piano', 'exists in the plan'),
  nearest: list('codici simili che esistono', 'similar codes that exist'),
} as const;

/** References of phases, indicators and other tables to objectives, by code or by name. */
export const references = factSet({
  name: 'references',
  about: {
    it: 'I riferimenti di fasi, indicatori e altre tabelle agli obiettivi',
    en: 'References of phases, indicators and other tables to objectives',
  },
  fields: referenceFields,
  facts: (context): Fact<typeof referenceFields>[] => {
    const onLine = entitiesByLine(context);
    const citing = context.plan.mentions.filter((mention) => isReference(mention, context));
    const foreign = columnsOfOtherCodes(citing);
    return citing.flatMap((mention) => {
      if (foreign.has(columnOf(mention))) return [];
      const cited = mention.code?.value ?? mention.label.value;
      const cells = mention.code?.cells.length ? mention.code.cells : mention.label.cells;
      const from = onLine.get(lineOf(cells[0]) ?? '') ?? null;
      return {
        subject: {
          kind: mention.kind,
          id: `cited|${mention.kind}|${normaliseCode(cited)}`,
          code: mention.code?.value ?? null,
          title: mention.label.value,
        },
        values: {
          from: from?.kind ?? null,
          title: from?.title.value ?? null,
          cited,
          found: mention.entityId !== null,
          nearest: mention.entityId === null ? nearCodes(cited, context) : [],
        },
        cells: { cited: cells, title: from?.title.cells ?? [] },
        involved: [
          ...(from ? [from.id] : []),
          ...(mention.entityId === null ? nearPegs(cited, context) : []),
        ],
      };
    });
  },
});

/** A column of several codes or names of which the plan knows none tells of something else than the plan's objectives. */
function columnsOfOtherCodes(citing: readonly Mention[]): ReadonlySet<string> {
  const columns = groupBy(citing, columnOf);
  return new Set(
    [...columns].flatMap(([column, own]) =>
      own.length >= 2 && own.every(({ entityId }) => entityId === null) ? column : [],
    ),
  );
}

function columnOf({ kind, tableId, code, label }: Mention): string {
  const [cell] = code?.cells.length ? code.cells : label.cells;
  const left = cell ? parseArea(cell.address)?.left : undefined;
  return `${kind}|${tableId ?? cell?.sheet ?? ''}|${left ?? ''}`;
}

/** A citation of an objective outside the tables that state objectives and outside blocks named by a theme. */
function isReference(mention: Mention, context: FactContext): boolean {
  if (mention.place === 'indicator-block' || mention.place === 'dup' || mention.place === 'page-title') {
    return false;
  }
  if (mention.kind === 'pegObjective') return true;
  const table = mention.tableId ?? '';
  if (statingTables(context).has(table)) return false;
  const role = context.tables.get(table)?.role;
  return mention.kind === 'operatingObjective' && (role === 'phases' || role === 'indicators');
}

/** The phase or indicator that stands on each line of a sheet. */
function entitiesByLine(context: FactContext): Map<string, Phase | Indicator> {
  const lines = new Map<string, Phase | Indicator>();
  for (const entity of [...context.plan.indicators, ...context.plan.phases]) {
    const line = lineOf(entity.title.cells[0]);
    if (line) lines.set(line, entity);
  }
  return lines;
}

/** Objectives whose code is one letter away: if theirs is malformed, that is the cause. */
function nearPegs(cited: string, { plan }: FactContext): string[] {
  const wanted = normaliseCode(cited);
  return plan.pegObjectives
    .filter((peg) => peg.code !== null && distance(normaliseCode(peg.code.value), wanted) <= 1)
    .map((peg) => peg.id);
}

/** Existing codes within two letters of the one cited, nearest first, at most three. */
function nearCodes(cited: string, context: FactContext): string[] {
  const { plan } = context;
  const wanted = normaliseCode(cited);
  return [...plan.pegObjectives, ...plan.operatingObjectives, ...plan.strategicObjectives]
    .flatMap((entity) => entity.code?.value ?? [])
    .map((code) => ({ code, away: distance(normaliseCode(code), wanted) }))
    .filter(({ away }) => away <= 2)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ code }) => code);
}
