import { readDate, readDateRange } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import type { Field } from '../words/field';
import { inlineLabel, objectiveNumber } from '../words/labels';
import { parents } from './parents';
import type { Fact } from './statements';

/** Attributes whose text may be a date. */
const DATED: readonly Field['attribute'][] = ['start', 'end', 'progress'];

/** What rows may say with a ditto mark. */
const REPEATED: readonly Field['attribute'][] = [
  'title',
  'owner',
  'centre',
  'participants',
  'mission',
  'programme',
  'source',
];
const DITTO = /^(?:idem|id\.|come sopra|c\.\s?s\.?|["”″〃]|''|\/\/)$/i;

/** Makes facts of cells of one sheet. */
export class FactReader {
  constructor(
    readonly sheet: SheetView,
    /** The plan's first year, for dates that name none. */
    private readonly year: number | null,
  ) {}

  /** What a cell says of a field; `text` where it is only part of what the cell shows. */
  fact(field: Field, row: number, column: number, text = this.shown(field, row, column)): Fact {
    return {
      field,
      text,
      cells: [this.sheet.ref(row, column)],
      iso: DATED.includes(field.attribute) ? this.date(field, row, column, text) : null,
      number: this.sheet.number(row, column),
      inherited: false,
    };
  }

  /** All that a cell says: parents of several levels, or from when to when something lasts. */
  facts(field: Field, row: number, column: number, text?: string): readonly Fact[] {
    const fact = this.fact(field, row, column, text);
    return this.withStart(parents(fact, text ?? this.sheet.text(row, column)));
  }

  /** A time from one day to another, said in one cell for the end, tells the start too. */
  withStart(facts: readonly Fact[]): Fact[] {
    return facts.flatMap((fact) => {
      const { field, text } = fact;
      if (field.attribute !== 'end') return [fact];
      const range = readDateRange(text, this.year);
      const said = facts.some(
        ({ field: own }) =>
          own.subject === field.subject && own.attribute === 'start' && own.group === field.group,
      );
      if (!range || said) return [fact];
      return [fact, { ...fact, field: { ...field, attribute: 'start' as const }, iso: range.start }];
    });
  }

  private date({ attribute }: Field, row: number, column: number, text: string): string | null {
    const range = readDateRange(text, this.year);
    if (range) return attribute === 'start' ? range.start : range.end;
    return text === this.sheet.text(row, column)
      ? this.sheet.date(row, column, this.year)
      : readDate(text, this.year);
  }

  /** Names and codes in one line, without a label of the same meaning (`Resp.: Ada Cedro`); several phases or indicators may share a cell, one in each line. */
  private shown(field: Field, row: number, column: number): string {
    const text = this.raw(field, row, column);
    if (field.subject === 'pegObjective' && field.attribute === 'code')
      return objectiveNumber(text, this.sheet.words) ?? text;
    const labelled = inlineLabel(text, this.sheet.words);
    const same =
      labelled?.field.subject === field.subject &&
      (labelled.field.attribute === field.attribute ||
        (field.attribute === 'description' && labelled.field.attribute === 'title'));
    return labelled && same ? labelled.value : text;
  }

  /** `idem` means what stands above. */
  private raw(field: Field, at: number, column: number): string {
    let row = at;
    while (row > 0 && REPEATED.includes(field.attribute) && DITTO.test(this.sheet.text(row, column)))
      row -= 1;
    return this.written(field, this.sheet.text(row, column) === '' ? at : row, column);
  }

  private written({ subject, attribute }: Field, row: number, column: number): string {
    const list = attribute === 'title' && (subject === 'phase' || subject === 'indicator');
    return !list && (attribute === 'title' || attribute === 'code' || attribute === 'citation')
      ? this.sheet.line(row, column)
      : this.sheet.text(row, column);
  }
}
