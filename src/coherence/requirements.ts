import type { Plan } from '../plan';
import { pegOf, type FactContext } from './facts/context';
import type { LocalisedText, RequiredField, Requirement } from './rule';
import { FIELD_NAMES } from './vocabulary';

/** Fields that the things of a level say for themselves, whatever the heading they were read under. */
const SAID: Partial<Record<RequiredField, (plan: Plan, context: FactContext) => readonly boolean[]>> = {
  'pegObjective.operating': ({ pegObjectives }) => pegObjectives.map((peg) => peg.operatingIds.length > 0),
  'pegObjective.weight': ({ pegObjectives }) => pegObjectives.map(({ weight }) => weight !== null),
  'pegObjective.owner': ({ pegObjectives }) => pegObjectives.map(({ owners }) => owners.length > 0),
  'pegObjective.centre': ({ pegObjectives }) => pegObjectives.map(({ centre }) => centre !== null),
  'pegObjective.indicator': ({ indicators }, context) =>
    indicators.map(({ objectiveId }) => pegOf(objectiveId, context) !== null),
  'phase.weight': ({ phases }) => phases.map(({ weight }) => weight !== null),
  'indicator.target': ({ indicators }) => indicators.map(({ targets }) => targets.length > 0),
  'indicator.formula': ({ indicators }) => indicators.map(({ formula }) => formula !== null),
  'indicator.unit': ({ indicators }) => indicators.map(({ unit }) => unit !== null),
};

/** Whether a plan has what a rule needs: as its tables declare it, or as most of the things themselves say. */
export function isMet(requirement: Requirement, context: FactContext): boolean {
  if (typeof requirement !== 'string') return requirement.anyOf.some((field) => isMet(field, context));
  if (requirement === 'plan.year') return context.year !== null;
  if (requirement === 'plan.codeScheme') return context.plan.codeScheme !== null;
  if (requirement === 'plan.levels')
    return context.plan.tables.some(({ columns }) =>
      columns.some(({ field }) => field === 'pegObjective.level'),
    );
  if (context.plan.fields.includes(requirement)) return true;
  const said = SAID[requirement]?.(context.plan, context) ?? [];
  return said.length > 0 && said.filter(Boolean).length * 2 >= said.length;
}

/** What is missing, in the user's words. */
export function missingText(missing: readonly Requirement[]): LocalisedText {
  const say = (language: 'it' | 'en'): string =>
    missing
      .map((requirement) =>
        typeof requirement === 'string'
          ? FIELD_NAMES[requirement][language]
          : requirement.anyOf
              .map((field) => FIELD_NAMES[field][language])
              .join(language === 'it' ? ' oppure ' : ' or '),
      )
      .join(', ');
  return {
    it: `Non eseguito, nel piano manca ciò che serve: ${say('it')}.`,
    en: `Not run, the plan lacks what it needs: ${say('en')}.`,
  };
}
