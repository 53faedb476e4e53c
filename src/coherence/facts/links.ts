import { distance } from 'fastest-levenshtein';
import { normaliseCode, type Indicator, type Mention, type Phase, type Plan } from '../../plan';
import { parseArea, type CellRef } from '../../workbook';
import { groupBy, statingTables, type FactContext } from './context';
import { lineOf } from './row-groups';
import { flag, list, number, text, token, view } from './view';

type DeclaredCount = Plan['document']['declaredCounts'][number];

/** Counts the plan's own text declares, beside what was counted. */
export const declaredCounts = view<DeclaredCount>({
  name: 'declaredCounts',
  about: {
    it: 'I conteggi che il documento dichiara, accanto a quelli reali',
    en: 'Counts the document declares, beside the real ones',
  },
  items: (context) => context.plan.document.declaredCounts.filter((one) => counted(one, context) > 0),
  subject: ({ kind, text: said }) => ({ kind: 'plan', id: `count|${kind}`, code: null, title: said.value }),
  fields: {
    what: token('che cosa si conta / what is counted', ({ kind }) => kind),
    declared: number('numero dichiarato / declared number', ({ count }) => count),
    counted: number('numero contato / counted number', counted),
    text: text('testo che lo dichiara / text that declares it', (one) => one.text),
  },
});

/** How many of the level there are: the DUP's entries where it lists the level, else all. */
function counted({ kind }: DeclaredCount, { entities }: FactContext): number {
  const all = [...entities.values()].filter((one) => one.kind === kind);
  const listed = all.filter((one) => 'inDup' in one && one.inDup).length;
  return listed > 0 ? listed : all.length;
}

interface Reference {
  readonly mention: Mention;
  readonly cited: string;
  readonly cells: readonly CellRef[];
  /** The phase or indicator of its line. */
  readonly from: Phase | Indicator | null;
}

/** References of phases, indicators and other tables to objectives, by code or by name. */
export const references = view<Reference>({
  name: 'references',
  about: {
    it: 'I riferimenti di fasi, indicatori e altre tabelle agli obiettivi',
    en: 'References of phases, indicators and other tables to objectives',
  },
  items: (context) => {
    const onLine = entitiesByLine(context);
    const citing = context.plan.mentions.filter((mention) => isReference(mention, context));
    const foreign = columnsOfOtherCodes(citing);
    return citing
      .filter((mention) => !foreign.has(columnOf(mention)))
      .map((mention) => {
        const { code, label } = mention;
        const cells = code?.cells.length ? code.cells : label.cells;
        const from = onLine.get(lineOf(cells[0]) ?? '') ?? null;
        return { mention, cited: code?.value ?? label.value, cells, from };
      });
  },
  subject: ({ mention: { kind, code, label }, cited }) => ({
    kind,
    id: `cited|${kind}|${normaliseCode(cited)}`,
    code: code?.value ?? null,
    title: label.value,
  }),
  involved: ({ mention, cited, from }, context) => [
    ...(from ? [from.id] : []),
    ...(mention.entityId === null ? nearPegs(cited, context) : []),
  ],
  fields: {
    from: token('chi fa il riferimento / who makes the reference', ({ from }) => from?.kind),
    title: text('titolo di chi lo fa / title of who makes it', ({ from }) => from?.title),
    cited: text(
      'codice o nome citato / code or name cited',
      ({ cited }) => cited,
      ({ cells }) => cells,
    ),
    found: flag('esiste nel piano / exists in the plan', ({ mention }) => mention.entityId !== null),
    nearest: list('codici simili che esistono / similar codes that exist', ({ mention, cited }, context) =>
      mention.entityId === null ? nearCodes(cited, context) : [],
    ),
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
