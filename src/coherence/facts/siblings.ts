import { codeNumber, normalise, normaliseCode, type Mention, type PlanEntity } from '../../plan';
import type { CellRef } from '../../workbook';
import type { Subject } from '../finding';
import { distinctTexts, groupBy, isConfused, uniqueCells, type FactContext } from './context';
import { list, number, text, token, view } from './view';
import { NEAR_NAME, nearness } from './nearest';
import { repeatedNumbers } from './row-groups';

/** A number that siblings bear, with all that bear it. */
interface Numbered {
  readonly subject: Subject;
  readonly level: string;
  readonly parent: string | null;
  readonly ordinal: string;
  readonly titles: readonly string[];
  /** Cells of the number, then of the titles. */
  readonly cells: readonly [ordinal: readonly CellRef[], titles: readonly CellRef[]];
  readonly involved: readonly string[];
}

/** Numbers of siblings under one parent, each with the titles that bear it. */
export const siblingNumbers = view<Numbered>({
  name: 'siblingNumbers',
  about: {
    it: 'I numeri di ambiti, strategici, operativi e fasi sotto lo stesso padre, con i titoli che li portano',
    en: 'Numbers of siblings under the same parent, with the titles that bear them',
  },
  items: (context) => [
    ...labelNumbers(context),
    ...dupCodes(context),
    ...phaseNumbers(context),
    ...objectiveNumbers(context),
  ],
  subject: ({ subject }) => subject,
  involved: ({ involved }) => involved,
  fields: {
    level: token('livello / level', ({ level }) => level),
    parent: text('sotto che cosa / under what', ({ parent }) => parent),
    ordinal: text(
      'numero o codice / number or code',
      ({ ordinal }) => ordinal,
      ({ cells }) => cells[0],
    ),
    titles: list(
      'titoli con questo numero / titles with this number',
      ({ titles }) => titles,
      ({ cells }) => cells[1],
    ),
    titleCount: number('quanti titoli / how many titles', ({ titles }) => titles.length),
  },
});

interface Series {
  readonly head: string;
  readonly numbers: ReadonlySet<number>;
  readonly cells: readonly CellRef[];
}

/** Series of the codes of PEG objectives (year and centre in front), with the numbers that are missing. */
export const codeSeries = view<Series>({
  name: 'codeSeries',
  about: {
    it: 'Le serie dei codici degli obiettivi di PEG, con i numeri che mancano',
    en: 'Series of the codes of PEG objectives, with the numbers that are missing',
  },
  items: ({ plan }) => {
    const coded = plan.pegObjectives.flatMap(({ code }) => {
      const match = code && /^(.*?)(\d+)\p{L}?$/u.exec(normaliseCode(code.value));
      return match
        ? [
            {
              head: match[1] ?? '',
              number: codeNumber(normaliseCode(code.value)) ?? 0,
              cells: code.cells.slice(0, 1),
            },
          ]
        : [];
    });
    return [...groupBy(coded, ({ head }) => head)]
      .map(([head, series]) => ({
        head,
        numbers: new Set(series.map(({ number }) => number)),
        cells: series.flatMap(({ cells }) => cells),
      }))
      .filter(({ numbers }) => Math.max(...numbers) <= 999 && numbers.size >= 2);
  },
  subject: ({ head }) => ({ kind: 'plan', id: `series|${head}`, code: head, title: head }),
  fields: {
    ordinal: text(
      'inizio dei codici della serie / beginning of its codes',
      ({ head }) => head,
      ({ cells }) => cells,
    ),
    missing: list('numeri mancanti / missing numbers', ({ numbers }) =>
      Array.from({ length: Math.max(...numbers) }, (_, at) => at + 1)
        .filter((one) => !numbers.has(one))
        .map(String),
    ),
  },
});

/** `01-Territorio integrato`: the ordinal of a label and the rest. */
const ORDINAL = /^\s*(\d{1,2})\s*[-–—.):]\s*(?=\p{L})/u;

/** Leading ordinals of the labels the PEG uses; they restart under each parent. */
function labelNumbers(context: FactContext): Numbered[] {
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
    return titles.length < 2 ? fact : { ...fact, titles };
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
function dupCodes(context: FactContext): Numbered[] {
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
      level: first.kind,
      parent: null,
      ordinal: code,
      titles,
      cells: [group.flatMap((mention) => mention.code?.cells ?? []), cellsOf(group)],
      involved: group.flatMap((mention) => mention.entityId ?? []),
    };
  });
}

/** Bare small numbers restart under each parent; longer codes are unique in the document. */
function hasOwnSeries(mention: Mention): boolean {
  return /^\D{0,3}\d{1,2}$/.test(mention.code?.value.trim() ?? '');
}

const SEVERAL = 4;

function phaseNumbers(context: FactContext): Numbered[] {
  // Two objectives under one code have two series of phases.
  const coded = context.plan.phases.filter(
    ({ code, pegId }) => code !== null && pegId !== null && !isConfused(pegId, context),
  );
  const groups = groupBy(coded, (phase) => `${phase.pegId}|${normaliseCode(phase.code?.value ?? '')}`);
  // What most objectives say again at each of their phases (their office) numbers nothing.
  const many = new Set([...groups].flatMap(([, { length }], at) => (length > 1 ? at : [])));
  if (many.size >= SEVERAL && many.size * 2 >= new Set(coded.map(({ pegId }) => pegId)).size) return [];
  return [...groups.values()].map((phases) => {
    const [first] = phases as [PlanEntity, ...PlanEntity[]];
    const parent = context.entities.get(phases[0]?.pegId ?? '')?.title.value ?? null;
    const cells = uniqueCells(phases.flatMap((phase) => phase.code?.cells ?? phase.title.cells));
    return siblingFact('phase', parent, first.code?.value ?? '', phases, cells);
  });
}

/** Numbers `17` or `n. 3` of two objectives that have nothing in common. */
function objectiveNumbers(context: FactContext): Numbered[] {
  return repeatedNumbers(context).map((rows) => {
    const titles = distinctTexts(rows.map((row) => row.title.value));
    const ordinal = rows[0].code?.value ?? '';
    const sheet = rows[0].title.cells[0]?.sheet ?? null;
    const id = `number|pegObjective|${normalise(sheet ?? '')}|${normalise(ordinal)}`;
    return {
      subject: { kind: 'pegObjective', id, code: ordinal, title: titles[0] ?? '' },
      level: 'pegObjective',
      parent: sheet,
      ordinal,
      titles,
      cells: [
        uniqueCells(rows.flatMap((row) => row.code?.cells ?? [])),
        uniqueCells(rows.flatMap((row) => row.title.cells.slice(0, 1))),
      ],
      involved: [...new Set(rows.flatMap((row) => [row.id, row.pegId]))],
    };
  });
}

function siblingFact(
  level: string,
  parent: string | null,
  ordinal: string,
  entities: readonly PlanEntity[],
  cells: readonly CellRef[],
): Numbered {
  const titles = distinctTexts(entities.map((entity) => entity.title.value));
  const [first] = entities as [PlanEntity, ...PlanEntity[]];
  return {
    subject: {
      kind: first.kind,
      id: `number|${level}|${normalise(parent ?? '')}|${ordinal}`,
      code: ordinal,
      title: titles[0] ?? '',
    },
    level,
    parent,
    ordinal,
    titles,
    cells: [cells, entities.flatMap((entity) => entity.title.cells.slice(0, 1))],
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
