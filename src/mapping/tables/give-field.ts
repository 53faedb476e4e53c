import { field, isDay, type Field, type PlanSubject } from '../words/field';
import type { Attribute } from '../words/meaning';
import { INDICATOR_ONLY, type KnownHeaders } from './column';
import type { HeaderColumn } from './header-block';

/** What follows the name of an indicator or phase: after it another name is another one's. */
const MEASURES: readonly Field['attribute'][] = [
  ...INDICATOR_ONLY,
  'start',
  'end',
  'weight',
  'owner',
  'progress',
  'month',
];

/** Whether the texts of one column may be the codes of the names in another. */
export type CodeNames = (code: number, title: number) => boolean;

/** Attributes of an objective that headers of phases and indicators never have for themselves. */
const OBJECTIVE_ONLY: readonly Attribute[] = ['mission', 'programme', 'centre', 'type'];

/**
 * Gives the columns of a table their fields from left to right. A header that does not say of what it speaks is
 * read by what was named left of it, by the rows' own subject and by what the other headers already tell.
 */
export class FieldGiver {
  private readonly given: Field[] = [];
  private readonly present: ReadonlySet<PlanSubject>;

  constructor(
    private readonly headers: KnownHeaders,
    private readonly main: PlanSubject,
    private readonly columns: readonly HeaderColumn[],
    private readonly codes: CodeNames,
  ) {
    this.present = new Set([
      main,
      ...headers.columns.flatMap((column) => headers.subjectOf(column.meaning) ?? []),
    ]);
  }

  /** The field of the column at a place of the list; columns must be asked for in order. */
  give(at: number): Field | null {
    const column = this.columns[at];
    const found = column ? this.fieldOf(column, at) : null;
    if (column && found) {
      const whole = {
        ...this.grouped(found, column.meaning.group),
        period: found.period ?? column.meaning.period,
        months: column.months,
      };
      this.given.push(whole);
      return whole;
    }
    return null;
  }

  /** Several indicators or phases in one row: by the number in their headers, else each name begins another. */
  private grouped(found: Field, number: number | null): Field {
    if (found.subject !== 'indicator' && found.subject !== 'phase') return found;
    const own = this.given.filter((one) => one.subject === found.subject);
    const current = Math.max(0, ...own.map((one) => one.group));
    if (number !== null) return { ...found, group: number - 1 };
    if (found.attribute !== 'title') return { ...found, group: current };
    const group = own.filter((one) => one.group === current);
    if (!group.some((one) => one.attribute === 'title')) return { ...found, group: current };
    return group.some((one) => MEASURES.includes(one.attribute))
      ? { ...found, group: current + 1 }
      : { ...found, group: current, attribute: 'description' };
  }

  private fieldOf({ meaning }: HeaderColumn, at: number): Field | null {
    const own = this.headers.subjectOf(meaning);
    const { attribute, period } = meaning;
    if (period !== null && this.headers.isYearlyTarget(meaning)) return this.periodField(period);
    if (this.main === 'quantity' && own === 'phase') return field('quantity', 'title');
    if (this.main === 'quantity' && !own) return this.quantityField(attribute, period);
    if (attribute === 'month') return field(this.monthSubject(own), 'month');
    if (own) return this.ownField(own, attribute);
    if (attribute === null) return period === null ? null : this.periodField(period);
    if (INDICATOR_ONLY.includes(attribute)) return field('indicator', attribute);
    if (attribute === 'centre') return this.centreField(meaning.coded);
    return this.subjectless(attribute, period, at);
  }

  private quantityField(attribute: Attribute | null, period: string | null): Field | null {
    if (attribute === 'unit' || attribute === 'source' || attribute === 'code' || attribute === 'title')
      return field('quantity', attribute);
    return period !== null || attribute === 'value' || attribute === 'actual'
      ? field('quantity', 'value')
      : null;
  }

  private monthSubject(own: PlanSubject | null): PlanSubject {
    if (this.present.has('phase')) return 'phase';
    return own === 'phase' ? this.main : (own ?? 'phase');
  }

  private ownField(own: PlanSubject, attribute: Attribute | null): Field {
    if (attribute === null) return field(own, 'title');
    if (INDICATOR_ONLY.includes(attribute)) return field('indicator', attribute);
    if (attribute === 'ordinal') return field(own, this.headers.codes(own) ? 'ordinal' : 'code');
    const finer = own === 'indicator' || own === 'phase';
    return field(finer && OBJECTIVE_ONLY.includes(attribute) ? 'pegObjective' : own, attribute);
  }

  private subjectless(attribute: Attribute, period: string | null, at: number): Field | null {
    const { main, present } = this;
    switch (attribute) {
      case 'code':
      case 'ordinal':
        // `Prog.` beside `Miss.` is the programme of the budget.
        if (/^prog/i.test(this.columns[at]?.text ?? '') && this.headers.has('mission'))
          return field('pegObjective', 'programme');
        return this.codeField(attribute, at);
      case 'title':
        return this.looseTitle(at);
      case 'weight':
      case 'progress':
        return field(this.nearestLeft(['phase', 'indicator', 'pegObjective']) ?? this.rowsOwn(), attribute);
      case 'start':
      case 'end':
        return field(this.dateSubject(), attribute);
      case 'owner':
        if (main === 'centre') return field('centre', 'owner');
        if (main === 'phase' && !present.has('pegObjective')) return field('phase', 'owner');
        return field(this.nearestLeft(['phase', 'pegObjective']) ?? 'pegObjective', 'owner');
      case 'mission':
      case 'programme':
      case 'description':
        return field(
          present.has('pegObjective') || main === 'phase' || main === 'indicator' ? 'pegObjective' : main,
          attribute,
        );
      case 'value':
        return present.has('indicator')
          ? field('indicator', this.isPast(period) ? 'baseline' : 'actual')
          : null;
      default:
        return field('pegObjective', attribute);
    }
  }

  /** A centre is what a registry lists, elsewhere what an objective is assigned to: by name, else by code. */
  private centreField(coded: boolean): Field {
    if (this.main === 'centre') {
      if (coded) return field('centre', 'code');
      return field('centre', this.isTaken('centre', 'title') ? 'description' : 'title');
    }
    const named = this.headers.columns.some(
      ({ meaning }) => meaning.attribute === 'centre' && !meaning.coded,
    );
    return field('pegObjective', coded && named ? 'centreCode' : 'centre');
  }

  private dateSubject(): PlanSubject {
    const indicators = this.given.some((one) => one.subject === 'indicator');
    if (this.nearestLeft(['phase', 'pegObjective', 'indicator']) === 'phase') return 'phase';
    if (this.main === 'phase' && !indicators) return 'phase';
    return this.present.has('phase') ? 'phase' : 'pegObjective';
  }

  /** A column known only by its year: what was before the plan, else of the kind last named to the left. */
  private periodField(period: string): Field | null {
    if (!this.present.has('indicator')) return null;
    const last = [...this.given].reverse().find((one) => /^(target|baseline|actual)$/.test(one.attribute));
    if (this.isPast(period)) return field('indicator', last?.attribute === 'actual' ? 'actual' : 'baseline');
    const known = this.headers.context.year !== null;
    return field('indicator', last && !(known && last.attribute === 'baseline') ? last.attribute : 'target');
  }

  private isPast(period: string | null): boolean {
    const { year } = this.headers.context;
    return year !== null && period !== null && Number(period.slice(0, 4)) < year;
  }

  /**
   * A code without a subject belongs to what stands right of it, else left of it, else to the rows' own subject, as
   * far as what the column holds may be that one's code. The only code of a table, in its first column, is the row's.
   */
  private codeField(attribute: 'code' | 'ordinal', at: number): Field {
    const { main, headers } = this;
    const stated = main === 'phase' || main === 'indicator' ? this.statedObjective() : null;
    const free = [
      this.namedRight(at),
      attribute === 'code' ? this.namedLeft() : null,
      attribute === 'code' ? stated : null,
      main,
    ].filter((one): one is PlanSubject => one !== null && !this.isTaken(one, 'code'));
    const fitting = free.filter((one) => this.mayCode(at, one));
    const own = at === 0 && main === 'pegObjective' && this.isOnlyCode(at) && fitting.includes(main);
    const subject = (own ? main : (fitting[0] ?? free[0])) ?? main;
    if (attribute === 'code') return field(subject, this.isTaken(subject, 'code') ? 'ordinal' : 'code');
    const explicit = headers.codes(subject, subject);
    const counted = subject === 'phase' || subject === 'indicator';
    return field(subject, explicit || counted || this.isTaken(subject, 'code') ? 'ordinal' : 'code');
  }

  /** Whether what stands in a column may be the codes of a subject's names. */
  private mayCode(at: number, subject: PlanSubject): boolean {
    const code = this.columns[at];
    const title = this.columns.find(
      (column) =>
        this.headers.names(column, subject) ||
        (subject === this.main && column.meaning.subject === null && column.meaning.attribute === 'title'),
    );
    return !code || !title || this.codes(code.column, title.column);
  }

  /** The objective whose name stands in the table, where rows are finer. */
  private statedObjective(): PlanSubject | null {
    return this.columns.some((column) => this.headers.names(column, 'pegObjective')) ? 'pegObjective' : null;
  }

  private isOnlyCode(at: number): boolean {
    return !this.columns.some(
      ({ meaning }, i) => i !== at && (meaning.attribute === 'code' || meaning.attribute === 'ordinal'),
    );
  }

  private namedRight(at: number): PlanSubject | null {
    const right = this.columns[at + 1];
    if (!right || !this.headers.names(right)) return null;
    return this.headers.subjectOf(right.meaning) ?? (right.meaning.attribute === 'title' ? this.main : null);
  }

  private namedLeft(): PlanSubject | null {
    const left = this.given.at(-1);
    return left?.attribute === 'title' && !this.isTaken(left.subject, 'code') ? left.subject : null;
  }

  /** A title without a subject names the rows' own subject, or describes what was named before. */
  private looseTitle(at: number): Field {
    const { main, headers, columns } = this;
    const measured = columns.findIndex((column) => headers.names(column, 'indicator'));
    if (
      main === 'indicator' &&
      at < measured &&
      !this.present.has('pegObjective') &&
      headers.has('owner', 'weight', 'centre', 'start', 'end')
    )
      return field('pegObjective', this.isTaken('pegObjective', 'title') ? 'description' : 'title');
    const explicit = headers.columns.some((column) => headers.names(column, main));
    return field(main, explicit || this.isTaken(main, 'title') ? 'description' : 'title');
  }

  private isTaken(subject: PlanSubject, attribute: Field['attribute']): boolean {
    return this.given.some((one) => one.subject === subject && one.attribute === attribute);
  }

  /** The rows' own subject: of columns of deadlines, the objective they serve. */
  private rowsOwn(): PlanSubject {
    const due = this.columns.some(({ meaning }) => meaning.subject === 'phase' && isDay(meaning.period));
    return due && this.main === 'phase' ? 'pegObjective' : this.main;
  }

  private nearestLeft(among: readonly PlanSubject[]): PlanSubject | null {
    // A phase that has its day in its header leaves what follows to others.
    const open = this.given.filter(({ subject, period }) => subject !== 'phase' || !isDay(period));
    return open.reverse().find((one) => among.includes(one.subject))?.subject ?? null;
  }
}
