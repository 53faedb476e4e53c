import type { CellRef } from '../../workbook';
import type { Subject } from '../finding';
import type { FieldType } from '../operators';
import type { FieldValue, LocalisedText } from '../rule';
import { subjectOf, type FactContext } from './context';
import type { PlanEntity } from '../../plan';

/** A field of a view: its type and what it says. */
export interface FieldSpec {
  readonly type: FieldType;
  readonly about: LocalisedText;
}

/** What the plan says in cells; its date or number where one was read. */
interface Said {
  readonly value: string;
  readonly cells: readonly CellRef[];
  readonly iso?: string | null;
  readonly number?: number | null;
}

type Read<I, T> = (item: I, context: FactContext) => T | null | undefined;
type CellsOf<I> = (item: I, context: FactContext) => readonly CellRef[];

/** A field with how it is read from an item: only when a rule asks, and once. */
export interface Field<I> extends FieldSpec {
  readonly read: Read<I, FieldValue | Said>;
  readonly cells?: CellsOf<I>;
}

/** An item of a view as rules see it. */
export interface Entry {
  readonly subject: Subject;
  /** Ids of entities, rows and tables that take part: what ties a consequence to its cause. */
  readonly involved: readonly string[];
  /** A field's value; null where the view has no such field. */
  value(field: string): FieldValue;
  /** Cells that say a field; `*` for the entry as a whole, used where the evidence has no cells of its own. */
  cells(field: string): readonly CellRef[];
}

/** A collection of the plan that rules ask about. Its entries are made at most once per run. */
export interface View {
  readonly name: string;
  readonly about: LocalisedText;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  entries(context: FactContext): readonly Entry[];
}

interface Definition<I> {
  readonly name: string;
  readonly about: LocalisedText;
  readonly items: (context: FactContext) => readonly I[];
  readonly subject: (item: I, context: FactContext) => Subject;
  readonly involved?: (item: I, context: FactContext) => readonly string[];
  readonly cells?: CellsOf<I>;
  readonly fields: Readonly<Record<string, Field<I>>>;
}

/** Declares a view: its items, whom a finding on one is about, and its fields. */
export function view<I>(definition: Definition<I>): View {
  const { name, about, fields, items } = definition;
  return {
    name,
    about,
    fields,
    entries: (context) =>
      context.shared(`view/${name}`, () =>
        items(context).map((item) => new LazyEntry(definition, item, context)),
      ),
  };
}

/** Declares a view whose items are entities of the plan: each is the subject of its findings. */
export function entityView<I extends PlanEntity>(
  definition: Omit<Definition<I>, 'subject'> & Partial<Pick<Definition<I>, 'subject'>>,
): View {
  return view<I>({ subject: subjectOf, involved: ({ id }) => [id], ...definition });
}

class LazyEntry<I> implements Entry {
  private readonly known = new Map<string, FieldValue>();
  private about: Subject | undefined;

  constructor(
    private readonly definition: Definition<I>,
    private readonly item: I,
    private readonly context: FactContext,
  ) {}

  get subject(): Subject {
    return (this.about ??= this.definition.subject(this.item, this.context));
  }

  get involved(): readonly string[] {
    return this.definition.involved?.(this.item, this.context) ?? [];
  }

  value(name: string): FieldValue {
    let value = this.known.get(name);
    if (value === undefined) {
      const field = this.field(name);
      value = field ? plain(field.read(this.item, this.context), field.type) : null;
      this.known.set(name, value);
    }
    return value;
  }

  cells(name: string): readonly CellRef[] {
    const { item, context, definition } = this;
    if (name === '*') return definition.cells?.(item, context) ?? [];
    const field = this.field(name);
    if (field?.cells) return field.cells(item, context);
    const said = field?.read(item, context);
    return isSaid(said) ? said.cells : [];
  }

  private field(name: string): Field<I> | undefined {
    return Object.hasOwn(this.definition.fields, name) ? this.definition.fields[name] : undefined;
  }
}

function isSaid(read: FieldValue | Said | undefined): read is Said {
  return typeof read === 'object' && read !== null && 'value' in read;
}

function plain(read: FieldValue | Said | undefined, type: FieldType): FieldValue {
  if (!isSaid(read)) return read ?? null;
  if (type === 'date') return read.iso ?? null;
  return type === 'number' ? (read.number ?? null) : read.value;
}

const field =
  <T extends FieldValue | Said>(type: FieldType) =>
  <I>(about: `${string} / ${string}`, read: Read<I, T>, cells?: CellsOf<I>): Field<I> => {
    const [it = '', en = ''] = about.split(' / ');
    return { type, about: { it, en }, read, ...(cells ? { cells } : {}) };
  };

// What a field says is written in both languages, `italiano / English`.
export const text = field<string | Said>('text');
export const token = field<string>('token');
export const number = field<number | Said>('number');
export const flag = field<boolean>('flag');
export const list = field<readonly string[]>('list');
export const date = field<string | Said>('date');
