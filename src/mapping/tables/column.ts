import type { Place } from '../grid/sheet-view';
import type { Field, PlanSubject } from '../words/field';
import type { Attribute, Meaning, Subject } from '../words/meaning';
import type { FoundTable } from './find-tables';
import type { HeaderColumn } from './header-block';

/** How the meaning of a column was found. */
export type ColumnOrigin = 'header' | 'context' | 'content' | 'profile';

/** A column of a table with the field it was taken for. */
export interface Column {
  readonly column: number;
  readonly text: string;
  readonly texts: readonly string[];
  readonly places: readonly Place[];
  readonly field: Field | null;
  /** Known and needing no reading: its name. */
  readonly ignored: string | null;
  readonly confidence: number;
  readonly origin: ColumnOrigin;
  /** What its values stand for: the codes of another table's ids, the office that heads a column of marks. */
  readonly codes?: ReadonlyMap<string, string>;
}

/** Role that a title or a sheet's name announces. */
export type AnnouncedRole = 'dup' | 'objectives' | 'phases' | 'indicators' | 'centres' | 'data';

/** What surrounds a table and helps to read headers that do not say of what they speak. */
export interface TableContext {
  /** Role announced by the title above the table, else by the sheet's name. */
  readonly role: AnnouncedRole | null;
  /** The table stands inside the card of one objective. */
  readonly inCard: boolean;
  /** First year of the plan, when known. */
  readonly year: number | null;
}

/** Attributes that only indicators have. */
export const INDICATOR_ONLY: readonly Attribute[] = [
  'formula',
  'numerator',
  'denominator',
  'unit',
  'source',
  'target',
  'baseline',
  'actual',
];

const SAMPLE_ROWS = 60;

/** Displayed texts of a column's first filled cells. */
export function samples(table: FoundTable, column: number): string[] {
  const texts: string[] = [];
  for (let row = table.headerBottom + 1; row <= table.lastRow && texts.length < SAMPLE_ROWS; row++) {
    const text = table.sheet.text(row, column);
    if (text !== '') texts.push(text);
  }
  return texts;
}

/** The headers of a table that say something, and what `objective` means among them. */
export class KnownHeaders {
  constructor(
    readonly columns: readonly HeaderColumn[],
    readonly context: TableContext,
  ) {}

  has(...attributes: readonly Attribute[]): boolean {
    return this.columns.some(
      ({ meaning }) => meaning.attribute !== null && attributes.includes(meaning.attribute),
    );
  }

  subjectOf(meaning: Meaning): PlanSubject | null {
    return meaning.subject === null ? null : this.settled(meaning.subject);
  }

  /** Whether a column gives a subject its name: `Fase`, `Descrizione dell’obiettivo`. */
  names(column: HeaderColumn | undefined, subject?: PlanSubject): boolean {
    if (!column) return false;
    const { attribute } = column.meaning;
    if ((attribute !== null && attribute !== 'title') || this.isYearlyTarget(column.meaning)) return false;
    return subject === undefined || this.subjectOf(column.meaning) === subject;
  }

  /** `Obiettivo 2025`, `Obiettivo 2026` beside an indicator: what is to be reached in each year, no objective's name. */
  isYearlyTarget({ subject, attribute, period }: Meaning): boolean {
    if (subject !== 'objective' || attribute !== null || period === null) return false;
    const others = this.columns.filter(
      ({ meaning }) => meaning.period !== period || meaning.subject !== subject,
    );
    return (
      others.some(({ meaning }) => meaning.subject === 'indicator') &&
      (this.context.inCard ||
        others.some(({ meaning }) => meaning.subject === subject || meaning.subject === 'pegObjective'))
    );
  }

  codes(subject: PlanSubject, fallback: PlanSubject | null = null): boolean {
    return this.columns.some(
      ({ meaning }) => meaning.attribute === 'code' && (this.subjectOf(meaning) ?? fallback) === subject,
    );
  }

  /** `Obiettivo` alone is the PEG's, except where the DUP is listed. */
  private settled(subject: Subject): PlanSubject {
    if (subject !== 'objective') return subject;
    const named = new Set(this.columns.map((column) => column.meaning.subject));
    if (this.context.role === 'dup' && !named.has('pegObjective'))
      return named.has('strategicObjective') ? 'operatingObjective' : 'strategicObjective';
    return 'pegObjective';
  }
}
