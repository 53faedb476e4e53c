import type { AnnouncedRole, RecordKind } from '../tables/column';
import type { PlanSubject } from '../words/field';

/** What surrounds a relation. */
export interface RelationContext {
  /** What a title above it or the sheet's name announces. One weak term among others. */
  readonly role: AnnouncedRole | null;
  /** Each of its rows is one objective. */
  readonly perObjective?: boolean;
  /** A sign in each row said that it is a record of this kind. */
  readonly kind?: RecordKind;
  /** Nothing else in the workbook could state objectives: it is no register beside them. */
  readonly alone?: boolean;
  /** It stands inside the card of one objective. */
  readonly inCard: boolean;
  /** First year of the plan, when known. */
  readonly year: number | null;
  /** Phases and indicators, where some header of the workbook says so plainly. */
  readonly named?: ReadonlySet<PlanSubject>;
  /** Names and codes that other relations of the workbook give to each subject. */
  readonly known: KnownNames | null;
}

/** Folded names or plain codes, each with the probability that it is what it was read as. */
export type Names = ReadonlyMap<string, number>;

/** Folded names and normalised codes, by subject. */
export interface KnownNames {
  readonly titles: ReadonlyMap<PlanSubject, Names>;
  readonly codes: ReadonlyMap<PlanSubject, Names>;
  /** What columns of other relations were read as, by their folded header. */
  readonly headers: ReadonlyMap<string, string>;
  /** Folded names and plain codes that stand inside longer texts of other sheets. */
  readonly cited: ReadonlySet<string>;
}
