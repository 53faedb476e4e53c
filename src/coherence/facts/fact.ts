import type { CellRef } from '../../workbook';
import type { Subject } from '../finding';
import type { FieldType } from '../operators';
import type { LocalisedText } from '../rule';
import type { FactContext } from './context';
import type { View } from './view';

/** A field of a fact set: its type and what it says. */
export interface FieldSpec<T extends FieldType = FieldType> {
  readonly type: T;
  readonly about: LocalisedText;
}

interface ValueOf {
  text: string | null;
  token: string | null;
  date: string | null;
  number: number | null;
  flag: boolean;
  list: readonly string[];
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;
export type ValuesOf<F extends FieldSpecs> = { readonly [K in keyof F]: ValueOf[F[K]['type']] };

/** One fact: flat fields of an entity, a row, a group or a reference, with the cells that say them. */
export interface Fact<F extends FieldSpecs = FieldSpecs> {
  readonly subject: Subject;
  readonly values: ValuesOf<F>;
  /** Cells by field; `*` for the fact as a whole, used where the evidence has no cells of its own. */
  readonly cells: { readonly [K in keyof F | '*']?: readonly CellRef[] };
  readonly involved: readonly string[];
}

interface FactSet<F extends FieldSpecs> {
  readonly name: string;
  readonly about: LocalisedText;
  readonly fields: F;
  facts(context: FactContext): readonly Fact<F>[];
}

/** Declares a view whose fields are all worked out at once; the fields' types check the facts. */
export function factSet<const F extends FieldSpecs>({ name, about, fields, facts }: FactSet<F>): View {
  return {
    name,
    about,
    fields,
    entries: (context) =>
      context.shared(`view/${name}`, () =>
        facts(context).map(({ subject, involved, values, cells }) => ({
          subject,
          involved,
          value: (field) => (Object.hasOwn(values, field) ? (values[field] ?? null) : null),
          cells: (field) => cells[field] ?? [],
        })),
      ),
  };
}

const field =
  <T extends FieldType>(type: T) =>
  (it: string, en: string): FieldSpec<T> => ({ type, about: { it, en } });

export const text = field('text');
export const token = field('token');
export const number = field('number');
export const flag = field('flag');
export const list = field('list');
