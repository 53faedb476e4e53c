import type { Indicator, PegObjective, Phase, Plan, SourcedText } from '../plan';
import type { CellRef } from '../workbook';

/** One objective of PEG with everything that was read of it, for people to compare with its cells. */
export interface ObjectiveAsRead {
  readonly objective: PegObjective;
  /** What it stands under: the operating objectives, else what is right above it. */
  readonly parents: readonly { readonly code: SourcedText | null; readonly title: SourcedText }[];
  readonly phases: readonly Phase[];
  readonly indicators: readonly Indicator[];
  /** Code and title, the cells to look at first. */
  readonly cells: readonly CellRef[];
}

/** The objectives of PEG one after the other, in the order of the workbook. */
export function objectivesAsRead(plan: Plan): ObjectiveAsRead[] {
  const above = new Map(
    [...plan.strategicAreas, ...plan.strategicObjectives, ...plan.operatingObjectives].map((one) => [
      one.id,
      one,
    ]),
  );
  return plan.pegObjectives.map((objective) => {
    const { operatingIds, strategicIds, areaIds = [], code, title } = objective;
    const ids = [operatingIds, strategicIds, areaIds].find((list) => list.length > 0) ?? [];
    return {
      objective,
      parents: ids.flatMap((id) => above.get(id) ?? []),
      phases: plan.phases.filter(({ pegId }) => pegId === objective.id),
      indicators: plan.indicators.filter(({ objectiveId }) => objectiveId === objective.id),
      cells: [...(code?.cells ?? []), ...title.cells],
    };
  });
}

/** Where the objectives of PEG were read from: so many cards, or sheets. */
export function readFrom(plan: Plan): { readonly of: 'cards' | 'sheets'; readonly count: number } {
  const own = plan.tables.filter(({ role }) => role === 'objectives');
  const cards = own.filter(({ rows, header }) => rows === 1 && header.length === 0).length;
  if (cards > 0 && 2 * cards >= plan.pegObjectives.length) return { of: 'cards', count: cards };
  const sheets = plan.pegObjectives.flatMap(({ title }) =>
    title.cells.map(({ sheet, file }) => `${file ?? ''}!${sheet}`),
  );
  return { of: 'sheets', count: new Set(sheets).size };
}
