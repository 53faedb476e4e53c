import { cellAddress, cellAt, mergeAt, parseArea, type Grid } from '../../workbook';
import { roleName, type Role } from '../evidence/roles';
import type { Evidence } from '../evidence/terms';
import type { Fate, IgnoredAs } from '../ledger';
import { answeredPass } from '../map-workbook';
import { probabilities, type Asked, type CellPlace } from '../questions/doubts';
import type { RelationReading } from '../search/search';
import type { MappingInput } from '../types';
import type { RowKind } from '../propose/level-naming';
import { citedBy, givenBy, type Cited, type Given } from './given';
import { termsOf, type Term } from './terms-of';

/** Why a cell was read as it was: what was seen, and what else it might be. */
export interface CellWhy {
  readonly sheet: string;
  readonly address: string;
  /** As shown; '' for an empty cell. */
  readonly text: string;
  /** What became of it; null for an empty cell. */
  readonly fate: Fate | null;
  /** Why it needs no reading; null where it does. */
  readonly as: IgnoredAs | null;
  /** What it gives in the plan. */
  readonly gives: readonly Given[];
  /** What of the plan it refers to. */
  readonly cites: readonly Cited[];
  /** In a sheet of lines, the level that its line states; null for none. */
  readonly level: RowKind | null;
  /** The column or label it belongs to; null where it stands in no table or form. */
  readonly column: WhyColumn | null;
}

export interface WhyColumn {
  /** Header or label; '' where there is none. */
  readonly header: string;
  /** Column name; null for a label. */
  readonly column: string | null;
  /** Somebody confirmed what it is. */
  readonly confirmed: boolean;
  readonly best: WhyReading;
  /** The likeliest reading that takes the column for something else; null where none was weighed. */
  readonly second: WhyReading | null;
}

export interface WhyReading {
  /** A field (`pegObjective.title`); null for something that needs no reading. */
  readonly field: string | null;
  /** 0–1: of all readings that take the column for this. */
  readonly probability: number;
  /** What speaks for and against it, the weightiest first. */
  readonly terms: readonly WhyTerm[];
  /** What other columns would be, where the second reading takes them for something else than the best. */
  readonly along: readonly { readonly header: string; readonly field: string | null }[];
}

export interface WhyTerm {
  readonly evidence: Evidence;
  /** Log-odds: above 0 for the reading, below 0 against it. */
  readonly value: number;
  /** Headers of the other columns it is about. */
  readonly others: readonly string[];
}

/** A term that says less is not told. */
const TELLING = 0.25;

/**
 * Reads, and explains one cell.
 * @param sheet  name as on the tab
 * @param address  `E4`
 * @returns null where the workbook has no such sheet or the address is none
 */
export function whyCell(input: MappingInput, sheet: string, address: string): CellWhy | null {
  const grid = gridNamed(sheet, input);
  const area = parseArea(address);
  if (!grid || !area) return null;
  const steps = answeredPass(input);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { pass, settled } = step.value;
  const { top: row, left: column } = mergeAt(grid, area.top, area.left) ?? area;
  const place: CellPlace = { sheet: grid.name, row, column };
  const text = cellAt(grid, place.row, place.column)?.text ?? '';
  const views = pass.sheets.map(({ view }) => view.grid);
  const fate = text === '' ? null : pass.ledger.fateOf(asRead(grid, views), place.row, place.column);
  const [own] = pass.explained.flatMap((one) => {
    const at = one.columnOf(place);
    return at === null ? [] : [{ one, at }];
  });
  const line = pass.sheets
    .find(({ view }) => view.name === grid.name)
    ?.outline?.lines.find((one) => one.line.row === place.row && one.line.column === place.column);
  return {
    sheet: grid.name,
    address: cellAddress(row, column),
    text,
    fate: fate?.fate ?? (text === '' ? null : 'noted'),
    as: fate?.as ?? null,
    gives: givenBy(pass.result.plan, place),
    cites: citedBy(pass.result.plan, place),
    level: line?.kind ?? null,
    column: own ? whyColumn(own.one, own.at, settled.of(own.one.id).has(own.at)) : null,
  };
}

/** Names of sheets differ by more than capitals. */
function gridNamed(sheet: string, { workbooks }: MappingInput): Grid | undefined {
  return workbooks
    .flatMap(({ sheets }) => sheets)
    .find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
}

/** The grid as it was read: files read together have copies that name their file. */
function asRead(grid: Grid, read: readonly Grid[]): Grid {
  return read.find(({ name }) => name === grid.name) ?? grid;
}

function whyColumn(asked: Asked, at: number, confirmed: boolean): WhyColumn | null {
  const { readings, columns } = asked;
  const [best] = readings;
  const column = columns[at];
  if (!best || !column) return null;
  const shares = probabilities(readings);
  const fieldAt = ({ roles }: RelationReading, place = at): string | null => fieldOf(roles[place] ?? 'other');
  const likely = (field: string | null): number =>
    readings.reduce((sum, one, i) => sum + (fieldAt(one) === field ? (shares[i] ?? 0) : 0), 0);
  const bestTerms = termsAt(termsOf(asked, best), at, columns);
  const told = (reading: RelationReading, terms: readonly WhyTerm[]): WhyReading => ({
    field: fieldAt(reading),
    probability: likely(fieldAt(reading)),
    terms,
    along: columns.flatMap(({ header }, place) =>
      place === at || fieldAt(reading, place) === fieldAt(best, place)
        ? []
        : [{ header, field: fieldAt(reading, place) }],
    ),
  });
  const second = readings.find((one) => fieldAt(one) !== fieldAt(best));
  return {
    header: column.header,
    column: column.column,
    confirmed,
    best: told(best, bestTerms),
    second: second ? told(second, termsAt(termsOf(asked, second), at, columns)) : null,
  };
}

function fieldOf(role: Role): string | null {
  return typeof role === 'string' ? null : roleName(role);
}

/** The evidence that is about one column, or about all together: each kind once for and once against, the weightiest first. */
function termsAt(terms: readonly Term[], at: number, columns: Asked['columns']): WhyTerm[] {
  const found = new Map<string, { evidence: Evidence; value: number; others: Set<string> }>();
  for (const { evidence, value, columns: about } of terms) {
    if (about.length > 0 && !about.includes(at)) continue;
    const key = `${evidence}${value > 0 ? '+' : '-'}`;
    const own = found.get(key) ?? { evidence, value: 0, others: new Set<string>() };
    own.value += value;
    for (const one of about) {
      const header = columns[one]?.header ?? '';
      if (one !== at && header !== '') own.others.add(header);
    }
    found.set(key, own);
  }
  return [...found.values()]
    .filter(({ value }) => Math.abs(value) >= TELLING)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map(({ evidence, value, others }) => ({ evidence, value, others: [...others] }));
}
