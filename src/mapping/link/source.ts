import type { SourcedText } from '../../plan';
import type { Statement } from '../rows/statements';

/** A table's or card's statements with what surrounds them. */
export interface Source {
  readonly tableId: string;
  readonly isDup: boolean;
  /** Its objectives of PEG are stated here; elsewhere a code or name only refers to them. */
  readonly definesPeg: boolean;
  /** The card it stands in: its rows are of that card's objective. */
  readonly card?: string | null;
  readonly statements: readonly Statement[];
  /** Texts above the table or card: one may be the name of the strategic objective the page is about. */
  readonly titles: readonly SourcedText[];
  /** What a header cell says that is no header: the area or theme of a block of indicators. */
  readonly block: SourcedText | null;
}

/** The entities of the DUP that a statement stands under. */
export interface Above {
  readonly areaId: string | null;
  readonly strategicId: string | null;
  readonly operatingId: string | null;
}
