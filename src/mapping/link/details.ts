import {
  normalise,
  readNumber,
  splitCode,
  type DateFact,
  type Indicator,
  type Mention,
  type PeriodFact,
  type SourcedText,
} from '../../plan';
import { rowsBetween } from '../grid/sheet-view';
import { factOf, factsOf, type Fact, type Statement } from '../rows/statements';
import { isDay } from '../words/field';
import { sourced, weightOf, type Draft } from './drafts';
import type { Match } from './name-index';
import type { Registry } from './registry';
import type { Source } from './source';

/** Adds the phase a statement tells of, if any. */
export function addPhase(
  registry: Registry,
  statement: Statement,
  source: Source,
  pegId: string | null,
): void {
  const title = factOf(statement, 'phase', 'title') ?? factOf(statement, 'phase', 'description');
  if (!title || title.inherited) return;
  const { phases } = registry.drafts;
  const code = factOf(statement, 'phase', 'code') ?? factOf(statement, 'phase', 'ordinal');
  const [start, end] = [factOf(statement, 'phase', 'start'), factOf(statement, 'phase', 'end')];
  const weight = factOf(statement, 'phase', 'weight');
  const owner = factOf(statement, 'phase', 'owner');
  const progress = factOf(statement, 'phase', 'progress');
  const base = `phase:${pegId ?? source.tableId}/${normalise(title.text)}`;
  phases.push({
    kind: 'phase',
    id: registry.ids.take(base),
    code: code ? sourced(code) : null,
    title: sourced(title),
    pegId,
    start: start ? { ...sourced(start), iso: start.iso } : null,
    end: end ? { ...sourced(end), iso: end.iso } : dayOf(title),
    weight: weight ? weightOf(weight) : null,
    owner: owner ? sourced(owner) : null,
    months: factsOf(statement, 'phase', 'month').flatMap(({ field: { months } }) =>
      months ? rowsBetween(...months) : [],
    ),
    progress: progress ? sourced(progress) : null,
  });
}

/** The day in the header over a phase's name: `Entro il 30/04/2025`. */
function dayOf(title: Fact): DateFact | null {
  const iso = title.field.period;
  return isDay(iso) ? { value: iso, cells: title.cells, iso } : null;
}

/** Adds the indicator a statement tells of, if any, and finds what it measures. */
export function addIndicator(
  registry: Registry,
  statement: Statement,
  source: Source,
  above: { objectiveId: string | null; areaId: string | null },
): void {
  const title = factOf(statement, 'indicator', 'title') ?? factOf(statement, 'indicator', 'description');
  if (!title || title.inherited) return;
  const { indicators } = registry.drafts;
  const citation = factOf(statement, 'indicator', 'citation');
  const objectiveId =
    above.objectiveId ?? (citation ? cited(registry, citation, source, above.areaId) : null);
  const text = (attribute: 'formula' | 'unit' | 'source') => {
    const fact = factOf(statement, 'indicator', attribute);
    return fact && sourced(fact);
  };
  const code = factOf(statement, 'indicator', 'code');
  const weight = factOf(statement, 'indicator', 'weight');
  const base = `indicator:${objectiveId ?? normalise(source.block?.value ?? source.tableId)}/${normalise(title.text)}`;
  const values = {
    targets: periods(statement, 'target'),
    baselines: periods(statement, 'baseline'),
    actuals: periods(statement, 'actual'),
  };
  const degrees = factsOf(statement, 'pegObjective', 'progress').flatMap((fact) =>
    fact.inherited ? [] : [{ ...sourced(fact), period: fact.field.period }],
  );
  if (statement.series && goesOn(indicators, base, source.tableId, values)) return;
  indicators.push({
    kind: 'indicator',
    id: registry.ids.take(base),
    code: code ? sourced(code) : null,
    title: sourced(title),
    formula: text('formula') ?? ratio(statement),
    unit: text('unit'),
    source: text('source'),
    ...values,
    ...(degrees.length > 0 ? { degrees } : {}),
    weight: weight ? weightOf(weight) : null,
    objectiveId,
    citation: citation ? sourced(citation) : null,
    block: source.block,
    tableId: source.tableId,
  });
}

type Values = Pick<Indicator, 'targets' | 'baselines' | 'actuals'>;

/** Adds the values of a row to the indicator of the same name above it in the same table; false where there is none. */
function goesOn(indicators: Draft<Indicator>[], id: string, tableId: string, more: Values): boolean {
  for (let at = indicators.length - 1; at >= 0 && indicators[at]?.tableId === tableId; at--) {
    const own = indicators[at];
    if (own?.id !== id) continue;
    own.targets = [...own.targets, ...more.targets];
    own.baselines = [...own.baselines, ...more.baselines];
    own.actuals = [...own.actuals, ...more.actuals];
    return true;
  }
  return false;
}

/** `Numeratore` and `Denominatore` in places of their own, as the formula they make; numbers there are its data. */
function ratio(statement: Statement): SourcedText | null {
  const term = (attribute: 'numerator' | 'denominator'): SourcedText | null => {
    const fact = factOf(statement, 'indicator', attribute);
    return fact && readNumber(fact.text) === null ? sourced(fact) : null;
  };
  const [above, below] = [term('numerator'), term('denominator')];
  if (!above || !below) return above;
  const value = `${bracketed(above.value)} / ${bracketed(below.value)}`;
  return { value, cells: [...above.cells, ...below.cells] };
}

/** A term that calculates needs brackets beside a division. */
function bracketed(term: string): string {
  return /[+/*]|\s[-–]\s/.test(term) ? `(${term})` : term;
}

function periods(statement: Statement, attribute: 'target' | 'baseline' | 'actual'): PeriodFact[] {
  return factsOf(statement, 'indicator', attribute).map((fact) => ({
    ...sourced(fact),
    period: fact.field.period,
  }));
}

/** What the words beside an indicator mean: a strategic objective of its area, an operating one, a PEG objective. */
function cited(registry: Registry, citation: Fact, source: Source, areaId: string | null): string | null {
  const split = splitCode(citation.text);
  const label = split?.text ?? citation.text;
  const code = split?.code ?? null;
  const { strategicObjective, pegObjective, operatingObjective } = registry.index;
  const kinds: readonly [Mention['kind'], () => Match | null][] = [
    [
      'strategicObjective',
      () => strategicObjective.loosely(label, (one) => areaId === null || one.parentId === areaId),
    ],
    ['strategicObjective', () => (areaId === null ? null : strategicObjective.loosely(label))],
    ['pegObjective', () => pegObjective.find(label, code)],
    ['operatingObjective', () => operatingObjective.find(label, code)],
  ];
  for (const [kind, find] of kinds) {
    const match = find();
    if (!match) continue;
    mentionCitation(registry, kind, citation, source, match, areaId);
    return match.id;
  }
  mentionCitation(registry, 'strategicObjective', citation, source, null, areaId);
  return null;
}

function mentionCitation(
  registry: Registry,
  kind: Mention['kind'],
  citation: Fact,
  source: Source,
  match: Match | null,
  areaId: string | null,
): void {
  registry.mention({
    kind,
    label: sourced(citation),
    code: null,
    place: 'indicator-block',
    entityId: match?.id ?? null,
    match: match?.match ?? 'none',
    similarity: match?.similarity ?? 0,
    fromId: null,
    tableId: source.tableId,
    parentId: areaId,
  });
}
