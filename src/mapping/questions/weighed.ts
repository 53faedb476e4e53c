import { fold, planEntities, type Plan, type PlanEntity } from '../../plan';
import { probabilities, type Asked, type Doubt } from './doubts';

/** A doubt with the plan that each of its options gives, in their order. */
export interface Weighed {
  readonly doubt: Doubt;
  readonly plans: readonly Plan[];
}

/** Questions worked out at once; answering one may settle the others. */
const QUESTIONS = 2;
/** Doubts tried for them: some turn out to change nothing. */
const TRIED = 3;
/** Doubts tried before a reading stays in doubt without a question. */
const MOST_TRIED = 6;

/** Whether no more doubts need to be tried. */
export function isEnough(weighed: readonly Weighed[]): boolean {
  const found = weighed.filter(matters).length;
  return found >= QUESTIONS || weighed.length >= (found > 0 ? TRIED : MOST_TRIED);
}

/** An option worth offering. */
export interface TellingOption {
  /** Its place among the options of the doubt. */
  readonly place: number;
  readonly plan: Plan;
  /** Its own, and that of the options that give the same plan. */
  readonly probability: number;
}

/** The options that give entities or links of their own, in their order: of those that give the same the first. */
export function tellingOptions({ doubt, plans }: Weighed): TellingOption[] {
  const found = new Map<string, TellingOption>();
  for (const [place, plan] of plans.entries()) {
    const outcome = outcomeOf(plan);
    const own = doubt.options[place]?.probability ?? 0;
    const before = found.get(outcome);
    found.set(
      outcome,
      before ? { ...before, probability: before.probability + own } : { place, plan, probability: own },
    );
  }
  return [...found.values()];
}

/** Whether an answer would change entities or links. */
export function matters(weighed: Weighed): boolean {
  return tellingOptions(weighed).length > 1;
}

/**
 * Probability that the best readings of all templates give the right entities and links together.
 * @param weighed  doubts whose options were tried: readings that give the same as the best count for it
 */
export function agreement(asked: readonly Asked[], weighed: readonly Weighed[] = []): number {
  return asked.reduce((product, one) => {
    const shares = probabilities(one.readings);
    const same = new Set(weighed.filter(({ doubt }) => doubt.asked === one).flatMap(sameAsBest));
    const share = shares.reduce((sum, own, at) => (at === 0 || same.has(at) ? sum + own : sum), 0);
    return product * (one.readings.length > 0 ? share : 1);
  }, 1);
}

/**
 * The readings that turned out to give the same plan as the best, by their place. An option was tried by the best
 * reading that has it: others of the same option may still give another plan.
 */
function sameAsBest({ doubt: { asked, at, options }, plans }: Weighed): number[] {
  const [best, ...others] = plans.map(outcomeOf);
  return others.flatMap((outcome, i) => {
    const role = options[i + 1]?.role ?? 'other';
    const reading = asked.readings.findIndex(({ roles }) => roles[at] === role);
    return outcome === best && reading >= 0 ? [reading] : [];
  });
}

/** Entities and links of a plan as one text: equal where no answer would make a difference. */
export function outcomeOf(plan: Plan): string {
  const all = planEntities(plan);
  const names = new Map(all.map((one) => [one.id, nameOf(one)]));
  return all
    .map((one) => {
      const parents = parentsOf(one).map((id) => names.get(id) ?? '');
      return [nameOf(one), ...parents.sort()].join(' < ');
    })
    .sort()
    .join('\n');
}

function nameOf({ kind, code, title }: PlanEntity): string {
  return `${kind} ${code?.value ?? ''} ${fold(title.value)}`;
}

/** What an entity hangs on right above. */
export function parentsOf(one: PlanEntity): readonly string[] {
  switch (one.kind) {
    case 'strategicArea':
      return [];
    case 'strategicObjective':
      return given(one.areaId);
    case 'operatingObjective':
      return given(one.strategicId ?? one.areaId ?? null);
    case 'pegObjective':
      if (one.operatingIds.length > 0) return one.operatingIds;
      return one.strategicIds.length > 0 ? one.strategicIds : (one.areaIds ?? []);
    case 'phase':
      return given(one.pegId);
    case 'indicator':
      return given(one.objectiveId);
  }
}

function given(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}
