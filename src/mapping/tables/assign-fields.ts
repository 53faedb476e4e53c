import { looksLikeCode } from '../../plan';
import { rowsBetween } from '../grid/sheet-view';
import { isLevel, isName, type Field, type PlanSubject } from '../words/field';
import { KNOWN } from '../words/meaning';
import { KnownHeaders, samples, type Column, type TableContext } from './column';
import { fieldsFromContent, UNITS } from './content';
import type { FoundTable } from './find-tables';
import type { HeaderColumn } from './header-block';
import { FieldGiver } from './give-field';
import { withHints } from './header-hints';
import { mainSubject } from './main-subject';
import { settleShared } from './shared-columns';

/** Confidence of a column known by nothing but the year in its header. */
const GUESSED = 0.5;

/** Gives every column of a table its field, from its header, its neighbours and, last, what stands in it. */
export function assignFields(found: FoundTable, context: TableContext): Column[] {
  const table = withHints(found);
  const all = withUnits(table);
  const headers = new KnownHeaders(
    all.filter(({ meaning }) => meaning.confidence >= KNOWN || meaning.period !== null),
    context,
  );
  const main = mainSubject(headers, (column) => repeats(table, column));
  const used = all.filter((column) => column.text !== '' || samples(table, column.column).length > 0);
  const giver = new FieldGiver(headers, main, used, (code, title) => mayCode(table, code, title));
  const columns = used.map((header, at): Column => {
    const known = headers.columns.includes(header);
    const field = known ? giver.give(at) : null;
    const ignored = field ? null : header.meaning.ignored;
    return {
      column: header.column,
      text: header.text,
      texts: header.texts,
      places: header.places,
      field,
      ignored,
      confidence: field || ignored ? Math.max(header.meaning.confidence, GUESSED) : 0,
      origin: field && header.meaning.subject === null ? 'context' : 'header',
    };
  });
  const aside = asideAs(columns);
  if (aside) return columns.map((column) => ({ ...column, field: null, ignored: column.ignored ?? aside }));
  if (main === 'pegObjective' && context.inCard && !columns.some(({ field }) => field && isName(field)))
    return ofStaff(columns);
  return fieldsFromContent(
    settleShared(withMainTitle(settleCodes(columns, table), main), table),
    table,
    main,
  );
}

/** Tables that are no plan, and those of staff in a card. */
export function settled(columns: readonly Column[], context: TableContext): Column[] {
  const aside = asideAs(columns);
  if (aside) return columns.map((column) => ({ ...column, field: null, ignored: column.ignored ?? aside }));
  if (context.inCard && !columns.some(({ field }) => field && isName(field)) && !columns.some(({field}) => field?.subject === 'phase' || field?.subject === 'indicator' || field?.subject === 'quantity'))
    return ofStaff(columns);
  return [...columns];
}

/** `Misura` beside `Indicatore` is its unit, where it holds units. */
function withUnits(table: FoundTable): HeaderColumn[] {
  const names = ({ meaning }: HeaderColumn) =>
    meaning.subject === 'indicator' && meaning.attribute === null && meaning.group === null;
  const named = table.columns.filter(names);
  return table.columns.map((column) => {
    const texts = named.length > 1 && names(column) ? samples(table, column.column) : [];
    const units = texts.filter((text) => UNITS.test(text)).length;
    return units > 0 && units >= texts.length * ONE_EACH
      ? { ...column, meaning: { ...column.meaning, attribute: 'unit' } }
      : column;
  });
}

/** Budget lines and counts of objectives: tables that name no objective, phase or indicator by its own word. */
function asideAs(columns: readonly Column[]): string | null {
  if (
    columns.some(
      ({ field, origin }) => field && isName(field) && field.subject !== 'centre' && origin === 'header',
    )
  )
    return null;
  if (columns.some(({ ignored }) => ignored === 'count')) return 'count';
  return columns.some(({ ignored, text }) => ignored === 'money' && /capitol|stanziament/i.test(text))
    ? 'money'
    : null;
}

/** A table in a card that names nothing (`Risorse umane | Categoria | % impegno`) tells who takes part. */
function ofStaff(columns: readonly Column[]): Column[] {
  return columns.map((column) =>
    column.field?.attribute === 'participants'
      ? column
      : { ...column, field: null, ignored: column.ignored ?? 'staff' },
  );
}

/** `Obiettivo n. 3`, `Ob. 3`, `F2`: what tells an objective, rather than its name. */
const IDENTIFIER = /^(?:\p{L}{2,12}\.?\s*)?(?:n\.?|nr\.?|n°)?\s*\d{1,3}$/iu;

/** Of two columns of names, the one with nothing but codes or numbered words holds the codes of the other. */
function settleCodes(columns: readonly Column[], table: FoundTable): Column[] {
  const result = [...columns];
  for (const column of columns) {
    if (column.field?.attribute !== 'title') continue;
    const { subject, group } = column.field;
    const same = (other: Column) =>
      other !== column && other.field?.subject === subject && other.field.group === group;
    const name =
      columns.find((other) => same(other) && other.field?.attribute === 'title') ??
      columns.find((other) => same(other) && other.field?.attribute === 'description') ??
      columns.find((other) => other.column === column.column + 1 && isLooseName(other));
    if (columns.some((other) => same(other) && other.field?.attribute === 'code')) continue;
    if (!name && isLevel(subject) && isIdentifying(table, column.column))
      result[columns.indexOf(column)] = { ...column, field: { ...column.field, attribute: 'code' } };
    if (!name) continue;
    if (!isIdentifying(table, column.column) || isIdentifying(table, name.column)) continue;
    const make = (of: Column, attribute: Field['attribute']): Column =>
      of.field ? { ...of, field: { ...of.field, subject, group, attribute } } : of;
    result[columns.indexOf(column)] = make(column, 'code');
    result[columns.indexOf(name)] = make(name, 'title');
  }
  return result;
}

/** `Titolo`, `Denominazione`: a name that its header gives to nothing. */
function isLooseName({ field, origin }: Column): boolean {
  return origin === 'context' && (field?.attribute === 'description' || field?.attribute === 'title');
}

function isIdentifying(table: FoundTable, column: number): boolean {
  const { sheet, headerBottom, lastRow } = table;
  const texts = rowsBetween(headerBottom + 1, Math.min(lastRow, headerBottom + LOOKED_AT))
    .filter((row) => sheet.filled(row, table).length > 1)
    .flatMap((row) => sheet.line(row, column) || []);
  const own = texts.filter((text) => looksLikeCode(text) || IDENTIFIER.test(text));
  return own.length > 0 && own.length >= texts.length * ONE_EACH;
}

/** Whether a column says the same thing in several rows. */
function repeats(table: FoundTable, column: number): boolean {
  const texts = samples(table, column);
  return new Set(texts).size < texts.length;
}

/** Names with a code of their own, and codes with a name of their own, must be at least this share. */
const ONE_EACH = 0.8;

/** Whether a column may hold the codes of the names in another: every name has a code, and no name or code has two. */
function mayCode(table: FoundTable, codeColumn: number, titleColumn: number): boolean {
  const { sheet, headerBottom, lastRow } = table;
  const pairs = rowsBetween(headerBottom + 1, Math.min(lastRow, headerBottom + LOOKED_AT)).flatMap((row) => {
    const title = sheet.line(row, titleColumn).toLowerCase();
    return title === '' ? [] : [{ code: sheet.line(row, codeColumn).toLowerCase(), title }];
  });
  const coded = pairs.filter(({ code }) => code !== '');
  return (
    coded.length >= pairs.length * ONE_EACH &&
    single(coded.map(({ code, title }) => [title, code])) &&
    single(coded.map(({ code, title }) => [code, title]))
  );
}

/** Rows that tell how two columns go together. */
const LOOKED_AT = 200;

/** Whether most of the first texts go with one second text only. */
function single(pairs: readonly (readonly [string, string])[]): boolean {
  const partners = new Map<string, Set<string>>();
  for (const [a, b] of pairs) partners.set(a, (partners.get(a) ?? new Set()).add(b));
  const own = [...partners.values()].filter((set) => set.size === 1).length;
  return own >= partners.size * ONE_EACH;
}

/** A table whose subject has only a code or description beside it still needs a name: the description serves. */
function withMainTitle(columns: readonly Column[], main: PlanSubject): Column[] {
  const ofMain = (column: Column): Field | null => (column.field?.subject === main ? column.field : null);
  if (columns.some((column) => ofMain(column)?.attribute === 'title')) return [...columns];
  const serving = columns.find((column) => ofMain(column)?.attribute === 'description');
  return columns.map((column) =>
    column === serving && column.field
      ? { ...column, field: { ...column.field, attribute: 'title' } }
      : column,
  );
}

/** The finest subject that the columns name. */
export function mainOf(columns: readonly Column[], order: readonly PlanSubject[]): PlanSubject {
  const named = new Set(
    columns.flatMap(({ field }) =>
      field && (field.attribute === 'title' || field.attribute === 'month') ? field.subject : [],
    ),
  );
  return (
    order.find((subject) => named.has(subject)) ??
    columns.find(({ field }) => field && isName(field))?.field?.subject ??
    columns.find(({ field }) => field)?.field?.subject ??
    'pegObjective'
  );
}
