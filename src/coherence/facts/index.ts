import { approvalDates, approvalFields, mandatorySubjects } from './completeness';
import { sameCoverage } from './coverage';
import { phaseTimes, schedule } from './dates';
import type { View } from './view';
import { operatingObjectives, strategicAreas, strategicObjectives } from './hierarchy';
import { layoutProblems } from './layout';
import { codeLinks, declaredCounts, references } from './links';
import { areaNames, strategicNames } from './dup-names';
import { formulas } from './formulas';
import { indicatorLabels } from './indicator-labels';
import { homonyms, indicators, sources } from './indicators';
import { operatingNames } from './operating-names';
import { pegObjectives } from './peg-objectives';
import { pegRows } from './peg-rows';
import { indicatorMix } from './measures';
import { piaoDifferences } from './piao';
import { placements } from './placements';
import { resources } from './resources';
import { centreCodes } from './responsibilities';
import { codeGroups, repeatedRows, titleGroups } from './row-groups';
import { siblingNumbers } from './siblings';
import { spellings } from './spellings';
import { targets } from './targets';
import { names } from './texts';
import { paymentObjectives } from './payments';
import { responsibleFacts } from './offices';
import { weightGroups } from './weights';
import { wordings } from './wordings';
import { yearComparisons } from './years';

export type { Entry, FieldSpec, View } from './view';
export { factContext, type Alias, type FactContext } from './context';

/** Every view a rule may ask about, by name. */
export const views: ReadonlyMap<string, View> = new Map(
  [
    approvalDates,
    approvalFields,
    areaNames,
    centreCodes,
    codeGroups,
    codeLinks,
    declaredCounts,
    formulas,
    homonyms,
    indicatorLabels,
    indicatorMix,
    indicators,
    layoutProblems,
    mandatorySubjects,
    names,
    operatingNames,
    operatingObjectives,
    paymentObjectives,
    pegObjectives,
    pegRows,
    phaseTimes,
    piaoDifferences,
    placements,
    references,
    repeatedRows,
    resources,
    responsibleFacts,
    sameCoverage,
    schedule,
    siblingNumbers,
    sources,
    spellings,
    strategicAreas,
    strategicNames,
    strategicObjectives,
    targets,
    titleGroups,
    weightGroups,
    wordings,
    yearComparisons,
  ].map((view: View) => [view.name, view]),
);
