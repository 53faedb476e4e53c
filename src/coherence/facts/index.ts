import { sameCoverage } from './coverage';
import type { AnyFactSet } from './fact';
import { strategicObjectives, operatingObjectives } from './hierarchy';
import { layoutProblems } from './layout';
import { codeLinks, declaredCounts, references } from './links';
import { areaNames, strategicNames } from './dup-names';
import { indicatorLabels } from './indicator-labels';
import { operatingNames } from './operating-names';
import { pegObjectives } from './peg-objectives';
import { pegRows } from './peg-rows';
import { placements } from './placements';
import { codeGroups, repeatedRows, titleGroups } from './row-groups';
import { siblingNumbers } from './siblings';
import { spellings } from './spellings';
import { names } from './texts';

export * from './fact';
export { factContext, type Alias, type FactContext } from './context';

/** Every set of facts a rule may ask about, by name. */
export const factSets: ReadonlyMap<string, AnyFactSet> = new Map(
  [
    areaNames,
    codeGroups,
    codeLinks,
    declaredCounts,
    indicatorLabels,
    layoutProblems,
    names,
    operatingNames,
    operatingObjectives,
    pegObjectives,
    pegRows,
    placements,
    references,
    repeatedRows,
    sameCoverage,
    siblingNumbers,
    spellings,
    strategicNames,
    strategicObjectives,
    titleGroups,
  ].map((set: AnyFactSet) => [set.name, set]),
);
