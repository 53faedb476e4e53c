import type {
  Indicator,
  OperatingObjective,
  PegObjective,
  Phase,
  ResponsibilityCentre,
  SourcedText,
  StrategicArea,
  StrategicObjective,
  WeightFact,
} from '../../plan';
import { readWeight } from '../weights';
import type { Fact } from '../rows/statements';

/** An entity while it is being put together: the same fields, open to change. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

export interface Drafts {
  readonly areas: Map<string, Draft<StrategicArea>>;
  readonly strategics: Map<string, Draft<StrategicObjective>>;
  readonly operatings: Map<string, Draft<OperatingObjective>>;
  readonly pegs: Map<string, Draft<PegObjective>>;
  readonly phases: Draft<Phase>[];
  readonly indicators: Draft<Indicator>[];
  readonly centres: Draft<ResponsibilityCentre>[];
}

export function emptyDrafts(): Drafts {
  return {
    areas: new Map(),
    strategics: new Map(),
    operatings: new Map(),
    pegs: new Map(),
    phases: [],
    indicators: [],
    centres: [],
  };
}

/** A fact as sourced text. */
export function sourced(fact: Fact, value = fact.text): SourcedText {
  return { value, cells: fact.cells };
}

/** A weight as written, with the number Excel holds where it shows a percentage (`30%` is 30). */
export function weightOf(fact: Fact): WeightFact {
  const shown = readWeight(fact.text);
  const number = fact.text.includes('%') && shown !== null ? shown : (fact.number ?? shown);
  return { ...sourced(fact), number };
}

/** Adds a sourced text to a list unless the same words are there already. */
export function addOnce(list: SourcedText[], item: SourcedText): void {
  if (!list.some((other) => other.value.toLowerCase() === item.value.toLowerCase())) list.push(item);
}

/** Ids that name a thing once: the second with the same base gets `~2`. */
export class FreshIds {
  private readonly counts = new Map<string, number>();

  take(base: string): string {
    const count = (this.counts.get(base) ?? 0) + 1;
    this.counts.set(base, count);
    return count === 1 ? base : `${base}~${count}`;
  }
}
