import type { WorkbookSnapshot } from '../../../src/workbook';

/** What a fixture workbook says, for comparing with what the mapping reads. Titles identify; parents by title or code. */
export interface LayoutTruth {
  readonly areas?: readonly string[];
  readonly strategics?: readonly string[];
  readonly operatings?: readonly string[];
  /** `code` null for objectives without one; `under` the title of the operating objective (or strategic). */
  readonly pegs: readonly {
    readonly code: string | null;
    readonly title: string;
    readonly under?: string | null;
    readonly owner?: string;
    readonly centre?: string;
    readonly weight?: number;
    readonly type?: string;
    readonly mission?: string;
    readonly programme?: string;
    readonly start?: string;
    readonly end?: string;
    /** Several, with `+` between them. */
    readonly participants?: string;
    /** `Sheet!A1` of the title. */
    readonly at?: string;
  }[];
  readonly phases?: readonly {
    readonly of: string;
    readonly title: string;
    readonly start?: string;
    readonly end?: string;
    readonly weight?: number;
    readonly months?: readonly number[];
  }[];
  readonly indicators?: readonly {
    /** Code or title of the objective measured; null when it hangs on none. */
    readonly of: string | null;
    readonly title: string;
    readonly formula?: string;
    readonly unit?: string;
    readonly source?: string;
    readonly targets?: Readonly<Record<string, string>>;
    readonly baselines?: Readonly<Record<string, string>>;
    readonly actuals?: Readonly<Record<string, string>>;
  }[];
  readonly dup?: boolean;
  readonly mask?: string | null;
  /** Scale of the objectives' weights, where it is to be told. */
  readonly scale?: string;
}

/** A workbook of a family of layouts, with its truth. All names are invented. */
export interface LayoutFixture {
  readonly name: string;
  readonly family: string;
  readonly snapshot: WorkbookSnapshot;
  /** Workbooks of other offices, joined into one plan with the first. */
  readonly others?: readonly WorkbookSnapshot[];
  readonly truth: LayoutTruth;
}
