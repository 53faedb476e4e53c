import { codeNumber, normalise, normaliseCode, type Mention, type PlanEntity } from '../../plan';
import type { CellRef } from '../../workbook';
import { distinctTexts, groupBy, uniqueCells, type FactContext } from './context';
import { factSet, list, number, text, token, type Fact } from './fact';
import { NEAR_NAME, nearness } from './nearest';
import { repeatedNumbers } from './row-groups';

const fields = {
  level: token('livello', 'level'),
  parent: text('sotto che cosa', 'under what'),
  ordinal: text('numero o codice ripetuto', 'repeated number or code'),
  titles: list('titoli con questo numero', 'titles with this number'),
  titleCount: number('quanti titoli', 'how many titles'),
  missing: list('numeri mancanti nella serie', 'numbers missing in the series'),
} as const;
type SiblingFact = Fact<typeof fields>;

/** Numbers of siblings under one parent, for duplicates; and series of codes, for gaps. */
export const siblingNumbers = factSet({
  name: 'siblingNumbers',
  about: {
    it: 'I numeri di ambiti, strategici, operativi e fasi sotto lo stesso padre, e le serie dei codici',
    en: 'Numbers of siblings under the same parent, and series of codes',
  },
  fields,
  facts: (context) => [
    ...labelNumbers(context),
    ...dupCodes(context),
    ...phaseNumbers(context),
    ...objectiveNumbers(context),
    ...codeSeries(context),
  ],
});

/** `01-Territorio integrato`: the ordinal of a label and the rest. */
const ORDINAL = /^\s*(\d{1,2})\s*[-–—.):]\s*(?=\p{L})/u;

/** Leading ordinals of the labels the PEG uses; they restart under each parent. */
function labelNumbers(context: FactContext): SiblingFact[] {
  const numbered = context.plan.mentions.flatMap((mention) => {
    const ordinal = ORDINAL.exec(mention.label.value)?.[1];
    const entity = mention.entityId === null ? undefined : context.entities.get(mention.entityId);
    return ordinal && entity && mention.place !== 'indicator-block'
      ? [{ mention, entity, ordinal: String(Number(ordinal)) }]
      : [];
  });
  const groups = groupBy(
    numbered,
    ({ mention, entity, ordinal }) => `${entity.kind}|${mention.parentId ?? parentId(entity)}|${ordinal}`,
  );
  return [...groups.values()].map((group) => {
    const entities = [...new Map(group.map(({ entity }) => [entity.id, entity])).values()];
    const mentions = group.map(({ mention }) => mention);
    const [first] = entities as [PlanEntity, ...PlanEntity[]];
    const fact = siblingFact(
      first.kind,
      parentTitle(first, context),
      group[0]?.ordinal ?? '',
      entities,
      cellsOf(mentions),
    );
    if (entities.length > 1) return fact;
    // One entity by its number, and yet names that have nothing in common.
    const titles = unlikeNames(mentions.map((mention) => mention.label.value.replace(ORDINAL, '')));
    return titles.length < 2
      ? fact
      : { ...fact, values: { ...fact.values, titles, titleCount: titles.length } };
  });
}

/** Names that are not spellings of each other. */
function unlikeNames(names: readonly string[]): string[] {
  const unlike: string[] = [];
  for (const name of distinctTexts(names)) {
    if (!unlike.some((other) => nearness(name, other) >= NEAR_NAME)) unlike.push(name);
  }
  return unlike;
}

/** One code of the DUP with two names in the same sheet. */
function dupCodes(context: FactContext): SiblingFact[] {
  const coded = context.plan.mentions.filter((mention) => mention.place === 'dup' && mention.code !== null);
  const groups = groupBy(coded, (mention) =>
    JSON.stringify([
      mention.kind,
      normaliseCode(mention.code?.value ?? ''),
      mention.label.cells[0]?.sheet,
      hasOwnSeries(mention) ? mention.parentId : null,
    ]),
  );
  return [...groups.values()].map((group) => {
    const [first] = group as [Mention, ...Mention[]];
    const titles = distinctTexts(group.map((mention) => mention.label.value));
    const code = first.code?.value ?? '';
    return {
      subject: {
        kind: first.kind,
        id: `number|${first.kind}|${normaliseCode(code)}`,
        code,
        title: titles[0] ?? '',
      },
      values: {
        level: first.kind,
        parent: null,
        ordinal: code,
        titles,
        titleCount: titles.length,
        missing: [],
      },
      cells: { ordinal: group.flatMap((mention) => mention.code?.cells ?? []), titles: cellsOf(group) },
      involved: group.flatMap((mention) => mention.entityId ?? []),
    };
  });
}

/** Bare small numbers restart under each parent; longer codes are unique in the document. */
function hasOwnSeries(mention: Mention): boolean {
  return /^\D{0,3}\d{1,2}$/.test(mention.code?.value.trim() ?? '');
}

function phaseNumbers(context: FactContext): SiblingFact[] {
  const coded = context.plan.phases.filter((phase) => phase.code !== null && phase.pegId !== null);
  const groups = groupBy(coded, (phase) => `${phase.pegId}|${normaliseCode(phase.code?.value ?? '')}`);
  return [...groups.values()].map((phases) => {
    const [first] = phases as [PlanEntity, ...PlanEntity[]];
    const parent = context.entities.get(phases[0]?.pegId ?? '')?.title.value ?? null;
    const cells = uniqueCells(phases.flatMap((phase) => phase.code?.cells ?? phase.title.cells));
    return siblingFact('phase', parent, first.code?.value ?? '', phases, cells);
  });
}

/** Numbers `17` or `n. 3` of two objectives that have nothing in common. */
function objectiveNumbers(context: FactContext): SiblingFact[] {
  return repeatedNumbers(context).map((rows) => {
    const titles = distinctTexts(rows.map((row) => row.title.value));
    const ordinal = rows[0]?.code?.value ?? '';
    const sheet = rows[0]?.title.cells[0]?.sheet ?? null;
    return {
      subject: {
        kind: 'pegObjective',
        id: `number|pegObjective|${normalise(sheet ?? '')}|${normalise(ordinal)}`,
        code: ordinal,
        title: titles[0] ?? '',
      },
      values: {
        level: 'pegObjective',
        parent: sheet,
        ordinal,
        titles,
        titleCount: titles.length,
        missing: [],
      },
      cells: {
        ordinal: uniqueCells(rows.flatMap((row) => row.code?.cells ?? [])),
        titles: uniqueCells(rows.flatMap((row) => row.title.cells.slice(0, 1))),
      },
      involved: [...new Set(rows.flatMap((row) => [row.id, row.pegId]))],
    };
  });
}

/** Gaps in the numbers of each series of PEG codes (year and centre in front). */
function codeSeries(context: FactContext): SiblingFact[] {
  const coded = context.plan.pegObjectives.flatMap((peg) => {
    const code = peg.code ? normaliseCode(peg.code.value) : '';
    const match = /^(.*?)(\d+)\p{L}?$/u.exec(code);
    return match ? [{ peg, head: match[1] ?? '', number: codeNumber(code) ?? 0 }] : [];
  });
  return [...groupBy(coded, ({ head }) => head)].flatMap(([head, series]) => {
    const numbers = new Set(series.map(({ number }) => number));
    const top = Math.max(...numbers);
    if (top > 999 || numbers.size < 2) return [];
    const missing = Array.from({ length: top }, (_, at) => at + 1).filter((one) => !numbers.has(one));
    return [
      {
        subject: { kind: 'plan', id: `series|${head}`, code: head, title: head },
        values: {
          level: 'pegObjective',
          parent: head,
          ordinal: head,
          titles: [],
          titleCount: 0,
          missing: missing.map(String),
        },
        cells: { ordinal: series.flatMap(({ peg }) => peg.code?.cells.slice(0, 1) ?? []) },
        involved: [],
      },
    ];
  });
}

function siblingFact(
  level: string,
  parent: string | null,
  ordinal: string,
  entities: readonly PlanEntity[],
  cells: readonly CellRef[],
): SiblingFact {
  const titles = distinctTexts(entities.map((entity) => entity.title.value));
  const [first] = entities as [PlanEntity, ...PlanEntity[]];
  return {
    subject: {
      kind: first.kind,
      id: `number|${level}|${normalise(parent ?? '')}|${ordinal}`,
      code: ordinal,
      title: titles[0] ?? '',
    },
    values: { level, parent, ordinal, titles, titleCount: titles.length, missing: [] },
    cells: { ordinal: cells, titles: entities.flatMap((entity) => entity.title.cells.slice(0, 1)) },
    involved: entities.map((entity) => entity.id),
  };
}

function cellsOf(mentions: readonly Mention[]): CellRef[] {
  return uniqueCells(mentions.flatMap((mention) => mention.label.cells.slice(0, 1)));
}

function parentId(entity: PlanEntity): string {
  if (entity.kind === 'strategicObjective') return entity.areaId ?? '';
  if (entity.kind === 'operatingObjective') return entity.strategicId ?? '';
  return '';
}

function parentTitle(entity: PlanEntity, context: FactContext): string | null {
  return context.entities.get(parentId(entity))?.title.value ?? null;
}
