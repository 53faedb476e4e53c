import type { PegObjective } from '../../plan';
import { indicatorsOf, phasesOf, type FactContext } from './context';

/** Others must say at least this many things of themselves … */
const TELLING = 3;
/** … and nearly all of them must. */
const NEARLY_ALL = 4 / 5;
const SEVERAL = 5;

/**
 * Objectives of which nothing is said but a title, in a plan whose others have a code, a link, a measure, a weight:
 * perhaps a note or a total that stands under a known heading. Who answers may come from the heading of the sheet.
 */
export function bareObjectives(context: FactContext): ReadonlySet<string> {
  return context.shared('bareObjectives', () => {
    const { pegObjectives } = context.plan;
    const telling = pegObjectives.filter((peg) => saidOf(peg, context) >= TELLING).length;
    if (pegObjectives.length < SEVERAL || telling < pegObjectives.length * NEARLY_ALL) return new Set();
    return new Set(pegObjectives.flatMap((peg) => (saidOf(peg, context) === 0 ? peg.id : [])));
  });
}

/** How many things are said of an objective beside its title and its office. */
function saidOf(peg: PegObjective, context: FactContext): number {
  const { id, code, operatingIds, strategicIds, weight, type, start, end, description, programme } = peg;
  return [
    code,
    operatingIds[0] ?? strategicIds[0],
    indicatorsOf(id, context)[0],
    phasesOf(id, context)[0],
    weight,
    type,
    start ?? end,
    description,
    programme,
    peg.resources?.[0],
  ].filter((one) => one !== null && one !== undefined).length;
}
