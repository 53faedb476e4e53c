import type { CodeScheme, Mention, PegRow } from '../../plan';
import { partsOf, withSharedTimes } from '../rows/parts';
import { factOf, type Fact, type Statement } from '../rows/statements';
import { normalise, normaliseCode } from '../../plan';
import { isName, LEVELS, type PlanSubject } from '../words/field';
import { addIndicator, addPhase } from './details';
import { sourced, type Drafts } from './drafts';
import { LevelLinker } from './levels';
import { ObjectiveLinker } from './objectives';
import { Registry } from './registry';
import type { Above, Source } from './source';

/** Everything the sources say, linked. */
export interface Assembly {
  readonly drafts: Drafts;
  readonly mentions: readonly Mention[];
  readonly pegRows: readonly PegRow[];
}

/**
 * Links the statements of a workbook into one hierarchy: the DUP first, then the PEG against it.
 * @param year  the plan's first year, for dates that name none
 */
export function assemble(
  sources: readonly Source[],
  scheme: CodeScheme | null,
  year: number | null,
): Assembly {
  const registry = new Registry();
  const levels = new LevelLinker(registry, sources);
  const objectives = new ObjectiveLinker(registry, sources, scheme);
  const rest = sources.filter((source) => !source.isDup);
  for (const source of sources.filter((one) => one.isDup))
    for (const statement of source.statements) levels.link(statement, source, null);
  const pages = new Map(rest.map((source) => [source, levels.pageOf(source)]));
  /** The objective of each card, for the tables inside it. */
  const ofCards = new Map<string, string>();
  for (const source of definingFirst(rest)) {
    const block = levels.blockOf(source);
    for (const statement of source.statements.map(withSharedTimes)) {
      addCentre(registry, statement);
      const above = levels.link(statement, source, pages.get(source) ?? null);
      const own = statement.facts.some(
        ({ field, inherited }) => !inherited && field.subject === 'pegObjective' && isName(field),
      );
      const pegId = (!own && ofCards.get(source.card ?? '')) || objectives.link(statement, source, above);
      if (statement.place === 'card' && pegId !== null) ofCards.set(source.tableId, pegId);
      const objectiveId = pegId ?? above.operatingId ?? above.strategicId;
      for (const part of partsOf(statement, 'phase', year)) addPhase(registry, part.statement, source, pegId);
      for (const { statement: part, level } of partsOf(statement, 'indicator', year)) {
        addIndicator(registry, part, source, {
          objectiveId: level === null ? objectiveId : (measuredBy(level, above, pegId) ?? objectiveId),
          areaId: block ?? above.areaId,
        });
      }
    }
  }
  objectives.settle();
  return registry;
}

/** The entity of a level that a row stands under. */
function measuredBy(level: PlanSubject, above: Above, pegId: string | null): string | null {
  switch (level) {
    case 'pegObjective':
      return pegId;
    case 'operatingObjective':
      return above.operatingId;
    case 'strategicObjective':
      return above.strategicId;
    default:
      return above.areaId;
  }
}

/** Tables that name levels, objectives of PEG or centres come before those that refer to them. */
function definingFirst(sources: readonly Source[]): Source[] {
  const defines = (source: Source) =>
    source.definesPeg || source.statements.some((one) => factOf(one, 'centre', 'title'));
  const isCard = (source: Source) => source.statements[0]?.place === 'card';
  const lists = sources.filter((source) => !defines(source) && listsLevels(source));
  const rest = sources.filter((source) => !defines(source) && !lists.includes(source));
  return [
    ...lists,
    ...sources.filter(defines),
    ...rest.filter(isCard),
    ...rest.filter((source) => !isCard(source)),
  ];
}

/** Most of its rows give a level its code and its name. */
function listsLevels({ statements }: Source): boolean {
  const naming = statements.filter((one) =>
    LEVELS.some((level) => factOf(one, level, 'title') !== null && factOf(one, level, 'code') !== null),
  );
  return naming.length * 2 > statements.length;
}

function addCentre({ drafts }: Registry, statement: Statement): void {
  const title = factOf(statement, 'centre', 'title');
  if (!title || title.inherited) return;
  const text = (fact: Fact | null) => fact && sourced(fact);
  const code = factOf(statement, 'centre', 'code');
  const id = `centre:${code ? normaliseCode(code.text) : normalise(title.text)}`;
  const known = drafts.centres.filter((one) => one.id === id || one.id.startsWith(`${id}~`));
  if (known.some((one) => normalise(one.title.value) === normalise(title.text))) return;
  drafts.centres.push({
    id: known.length === 0 ? id : `${id}~${known.length + 1}`,
    code: text(code),
    title: sourced(title),
    owner: text(factOf(statement, 'centre', 'owner')),
  });
}
