import { codeYear, fitsMask, normaliseCode, splitCode, type Plan, type SourcedText } from '../plan';
import {
  cellAddress,
  cellAt,
  forEachCell,
  parseArea,
  type CellEdit,
  type CellRef,
  type WorkbookSnapshot,
} from '../workbook';
import { isPegFormula } from './peg-formulas';

/** Every cell whose formula uses a PEG function, with the value it shows: for colleagues and readers without the add-in. */
export function frozenFormulas(book: WorkbookSnapshot, sheets?: ReadonlySet<string>): CellEdit[] {
  const edits: CellEdit[] = [];
  for (const grid of book.sheets) {
    if (sheets && !sheets.has(grid.name)) continue;
    forEachCell(grid, (cell, row, column) => {
      if (cell.formula === undefined || !isPegFormula(cell.formula)) return;
      edits.push({
        sheet: grid.name,
        address: cellAddress(row, column),
        value: cell.error ? cell.text : cell.value,
      });
    });
  }
  return edits;
}

/** A copy for the next year: what is written where. */
export interface NewYear {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly CellEdit[];
  /** Codes that carry the old year and were recoded. */
  readonly recoded: number;
  /** Results and states of progress that were cleared. */
  readonly cleared: number;
}

/**
 * Recodes the plan for another year: the year inside each code of a PEG objective, wherever the workbook cites it,
 * and blank cells for results and progress. Titles, targets, weights and formulas stay: they are the office's to
 * revise. Codes without a year stay as they are. Null when neither codes nor plan nor caller say a year.
 */
export function newYear(plan: Plan, book: WorkbookSnapshot, to?: number): NewYear | null {
  const years = plan.pegObjectives.flatMap((one) => (one.code ? (codeYear(one.code.value) ?? []) : []));
  const written = years.length > 0 ? Math.max(...years) : plan.document.years[0];
  const from = written ?? (to === undefined ? null : to - 1);
  if (from === null) return null;
  const year = to ?? from + 1;
  const edits = new Map<string, CellEdit>();
  const recode = (cells: readonly CellRef[], code: string): void => {
    if (codeYear(code) !== from) return;
    for (const ref of cells) {
      const text = shown(book, ref);
      const at = text === null ? -1 : codeAt(text, code, plan);
      if (text === null || at < 0) continue;
      const value =
        text.slice(0, at) +
        text.slice(at, at + code.length).replace(String(from), String(year)) +
        text.slice(at + code.length);
      edits.set(`${ref.sheet}!${ref.address}`, { sheet: ref.sheet, address: ref.address, value });
    }
  };
  for (const row of plan.pegRows) if (row.code) recode(row.code.cells, row.code.value);
  for (const mention of plan.mentions)
    if (mention.kind === 'pegObjective' && mention.code) recode(mention.code.cells, mention.code.value);
  const recoded = edits.size;
  const clear = (cells: readonly CellRef[]): void => {
    for (const ref of cells)
      edits.set(`${ref.sheet}!${ref.address}`, { sheet: ref.sheet, address: ref.address, value: null });
  };
  for (const { cells } of resultsOf(plan)) clear(cells);
  return { from, to: year, edits: [...edits.values()], recoded, cleared: edits.size - recoded };
}

/** All that the year's monitoring wrote. */
function resultsOf({ indicators, pegObjectives, phases }: Plan): SourcedText[] {
  return [
    ...indicators.flatMap(({ actuals, degrees = [] }) => [...actuals, ...degrees]),
    ...pegObjectives.flatMap(({ results = [] }) => results),
    ...phases.flatMap(({ progress, results = [] }) => [...(progress ? [progress] : []), ...results]),
  ];
}

function shown(book: WorkbookSnapshot, ref: CellRef): string | null {
  const grid = book.sheets.find((sheet) => sheet.name === ref.sheet);
  const area = parseArea(ref.address);
  return grid && area ? (cellAt(grid, area.top, area.left)?.text ?? null) : null;
}

/** Where a code stands in a cell's text: alone, or fused before a title. */
function codeAt(text: string, code: string, plan: Plan): number {
  const at = text.indexOf(code);
  if (at < 0) return -1;
  if (normaliseCode(text) === normaliseCode(code)) return at;
  const split = splitCode(text, plan.codeScheme?.mask ?? null);
  return split !== null &&
    normaliseCode(split.code) === normaliseCode(code) &&
    (plan.codeScheme === null || fitsMask(plan.codeScheme.mask, code))
    ? at
    : -1;
}
