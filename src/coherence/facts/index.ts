import { acts, duties } from './completeness';
import { centreFiles, centres, sameCoverage } from './coverage';
import { datedObjectives, phaseGroups, phases, schedule } from './dates';
import type { View } from './view';
import { operatingObjectives, strategicAreas, strategicObjectives, unknownCodes } from './hierarchy';
import { shiftedRows, tables } from './layout';
import { codeLinks } from './code-links';
import { spoiltCitations } from './cited-codes';
import { declaredCounts, references } from './links';
import { areaNames, strategicNames } from './dup-names';
import { indicatorLabels } from './indicator-labels';
import { homonyms, indicators } from './indicators';
import { operatingNames } from './operating-names';
import { pegObjectives } from './peg-objectives';
import { pegRows } from './peg-rows';
import { servicesOnDemand } from './measures';
import { planView } from './plan';
import { piaoDifferences } from './piao';
import { codeGroups, repeatedRows, titleGroups } from './row-groups';
import { codeSeries, siblingNumbers } from './siblings';
import { spellings } from './spellings';
import { names } from './texts';
import { responsibleView } from './offices';
import { financeHeads } from './payments';
import { weightGroups } from './weights';
import { wordings } from './wordings';
import { lastYearObjectives } from './years';

export type { Entry, FieldSpec, View } from './view';
export { factContext, type Alias, type FactContext } from './context';

/** Every view a rule may ask about, by name. */
export const views: ReadonlyMap<string, View> = new Map(
  [
    acts,
    areaNames,
    centreFiles,
    centres,
    codeGroups,
    codeLinks,
    codeSeries,
    datedObjectives,
    declaredCounts,
    duties,
    financeHeads,
    homonyms,
    indicatorLabels,
    indicators,
    lastYearObjectives,
    names,
    operatingNames,
    operatingObjectives,
    pegObjectives,
    pegRows,
    phaseGroups,
    phases,
    piaoDifferences,
    planView,
    references,
    repeatedRows,
    responsibleView,
    sameCoverage,
    schedule,
    servicesOnDemand,
    shiftedRows,
    siblingNumbers,
    spellings,
    spoiltCitations,
    strategicAreas,
    strategicNames,
    strategicObjectives,
    tables,
    titleGroups,
    unknownCodes,
    weightGroups,
    wordings,
  ].map((view: View) => [view.name, view]),
);
