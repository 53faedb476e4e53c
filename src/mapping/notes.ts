import {
  codeProblem,
  misread,
  type CodeProblem,
  type EntityKind,
  type Plan,
  type PlanEntity,
  type SourcedText,
} from '../plan';
import { columnName, forEachCell, type CellRef, type Grid } from '../workbook';
import type { Ledger } from './ledger';
import { IGNORE, unmatched, type SheetProfile } from './profile-columns';
import { columnTexts, MAX_TITLE, type ReadSheet, type ReadTable } from './sheet';
import type { MappingNote, MappingNoteCode, SheetMapping } from './types';
import { fieldName, LEVELS, parseField, type Level } from './words/field';

/** Below this a column's meaning is said to be a guess. */
export const SURE = 0.7;
/** Cells listed in one note. */
const LISTED = 8;
const WHOLE: CellRef = { sheet: '', address: '' };

/** Collects what was not understood or was settled by a guess. */
export class Notes {
  readonly list: MappingNote[] = [];

  add(code: MappingNoteCode, { sheet, address, file }: CellRef, details: MappingNote['details'] = {}): void {
    this.list.push({ code, sheet, address, ...(file === undefined ? {} : { file }), details });
  }

  /** Entries of a profile that no column of its sheet answers to any more. */
  profile(own: SheetProfile, { view, tables }: ReadSheet): void {
    const columns = tables.flatMap((table) => table.columns);
    for (const { header, column, field } of unmatched(own, columns))
      this.add('profile-column-gone', wholeSheet(view.grid), { header: header || column, field });
    for (const { header, column, field } of own.columns)
      if (field !== IGNORE && parseField(field) === null)
        this.add('profile-field-unknown', wholeSheet(view.grid), { header: header || column, field });
  }

  /** A sheet whose part in the plan is a guess. */
  sheet({ sheet, file, role, confidence, tables }: SheetMapping): void {
    if (tables.length === 0 || confidence >= SURE) return;
    const place = { sheet, address: '', ...(file === undefined ? {} : { file }) };
    this.add('sheet-guessed', place, { role, confidence: Math.round(confidence * 100) });
  }

  /** Columns of a table that were not read or only guessed. */
  table(table: ReadTable): void {
    const { sheet, headerTop } = table.found;
    for (const column of table.columns) {
      const cells = columnTexts(table, column).length;
      if (cells === 0) continue;
      const place = column.places[0] ?? { row: headerTop, column: column.column };
      const ref = sheet.ref(place.row, place.column);
      const named = { header: column.text, column: columnName(column.column) };
      if (column.field) {
        if (column.confidence < SURE)
          this.add('column-guessed', ref, { ...named, field: fieldName(column.field) });
      } else if (!column.ignored && table.main !== 'quantity')
        this.add('column-not-read', ref, { ...named, cells });
    }
  }

  /** Cells that nothing claimed: paragraphs of sheets without a plan, otherwise a note for each sheet that has some. */
  rest(sheet: ReadSheet, ledger: Ledger): void {
    const { view } = sheet;
    const bare = sheet.tables.length + sheet.cards.length === 0 && sheet.outline === null;
    const unread: CellRef[] = [];
    let filled = 0;
    forEachCell(view.grid, () => (filled += 1));
    for (const { row, column, ref } of ledger.unsettled(view.grid)) {
      const text = view.text(row, column);
      if (/\p{L}{2}/u.test(text) && (bare || text.length > MAX_TITLE))
        ledger.ignore(view.grid, row, column, 'paragraph');
      else {
        ledger.note(view.grid, row, column);
        unread.push(ref);
      }
    }
    this.formulas(sheet);
    const [first] = unread;
    if (filled === 0) this.add('sheet-empty', wholeSheet(view.grid));
    else if (bare) {
      if (sheet.announced !== 'preface') this.add('sheet-not-read', wholeSheet(view.grid), { cells: filled });
    } else if (first) {
      const list = unread.slice(0, LISTED).map((ref) => ref.address);
      this.add('cells-not-read', first, { cells: unread.length, list: list.join(', ') });
    }
  }

  /** Formulas that no program ever calculated show nothing: what they would say is not read. */
  private formulas({ view }: ReadSheet): void {
    let cells = 0;
    for (const { cells: row } of view.grid.rows)
      for (const cell of row)
        if (cell.formula !== undefined && cell.value === null && cell.error !== true) cells += 1;
    if (cells > 0) this.add('formulas-not-calculated', wholeSheet(view.grid), { cells });
  }

  /** What is missing or doubtful in the plan as a whole. */
  plan(plan: Plan): void {
    const { pegObjectives, dup, codeScheme, pegRows, mentions } = plan;
    if (pegObjectives.length === 0) this.add('no-plan', WHOLE);
    else if (dup === null) this.add('no-dup', WHOLE);
    for (const { code } of codeScheme ? pegRows : [])
      this.misread(code, code && codeScheme && codeProblem(code.value, codeScheme));
    const codes = new Map(LEVELS.map((level) => [level as EntityKind, codesOf(plan, level)]));
    const own = new Map(
      LEVELS.flatMap((level) => entitiesOf(plan, level).map((one) => [one.id, one.code?.value] as const)),
    );
    for (const { kind, code, entityId, match } of mentions) {
      const meant =
        entityId === null ? codes.get(kind) : match === 'code' ? [own.get(entityId) ?? []].flat() : [];
      if (code) this.misread(code, misread(code.value, meant ?? []));
    }
  }

  /** A code that lost its leading zero is reported with what it was, never repaired. */
  private misread(code: SourcedText | null, problem: CodeProblem | null): void {
    const [cell] = code?.cells ?? [];
    if (code && cell && problem?.kind === 'lost-zero')
      this.add('lost-zero', cell, { code: code.value, proposal: problem.proposal ?? '' });
  }
}

function codesOf(plan: Plan, level: Level): string[] {
  return entitiesOf(plan, level).flatMap((one) => one.code?.value ?? []);
}

function entitiesOf(plan: Plan, level: Level): readonly PlanEntity[] {
  const lists = {
    strategicArea: plan.strategicAreas,
    strategicObjective: plan.strategicObjectives,
    operatingObjective: plan.operatingObjectives,
  };
  return lists[level];
}

/** A sheet as a whole, for notes. */
export function wholeSheet({ name, file }: Grid): CellRef {
  return { sheet: name, address: '', ...(file === undefined ? {} : { file }) };
}
