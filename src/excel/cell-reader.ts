import type * as formats from '../formats';
import type { Cell, CellValue } from '../workbook';
import { isFormula } from './neutral';

/** What {@link CellReader} needs of a range, for `load`. */
export const LOADED = 'values,text,formulas,numberFormat,valueTypes';

/** Excel's five matrices of a rectangle. */
export type RangeContents = Pick<Excel.Range, 'values' | 'text' | 'formulas' | 'numberFormat' | 'valueTypes'>;

/** Values and formats remembered with what they say: plans repeat few, other sheets must not fill the memory. */
const REMEMBERED = 50_000;

/**
 * Makes cells of what Excel gives. What Excel shows depends on the language of the computer (`1,1`, `#N/D`, `TRUE`)
 * and is kept for showing only; what a cell says is worked out from value and format, as for a file.
 */
export class CellReader {
  private readonly said = new Map<string, string>();

  constructor(
    private readonly library: typeof formats,
    private readonly date1904: boolean,
  ) {}

  /** Visits the cells that hold something; rows and columns are those of the matrices. */
  forEachCell(range: RangeContents, visit: (cell: Cell, row: number, column: number) => void): void {
    range.values.forEach((line: unknown[], r) =>
      line.forEach((value, c) => {
        const cell = this.cellOf(value, (matrix) => range[matrix][r]?.[c]);
        if (cell) visit(cell, r, c);
      }),
    );
  }

  private cellOf(value: unknown, of: (matrix: keyof RangeContents) => unknown): Cell | null {
    const [formula, type, shown] = [of('formulas'), of('valueTypes'), of('text')];
    const written = isFormula(formula, value) ? formula.slice(1) : null;
    if (type === 'Empty' || (value === '' && written === null)) return null;
    const format = this.library.settledFormat(String(of('numberFormat')));
    const said =
      type === 'Error'
        ? { value: null, text: this.library.errorName(String(value)), error: true as const }
        : this.valued(value === '' ? null : (value as CellValue), format);
    return {
      ...said,
      ...(said.text === shown ? {} : { shown: String(shown) }),
      ...(format === undefined ? {} : { format }),
      ...(written === null ? {} : { formula: written }),
    };
  }

  private valued(value: CellValue, format: string | undefined): { value: CellValue; text: string } {
    const key = typeof value === 'number' ? `${value} ${format ?? ''}` : null;
    const known = key === null ? undefined : this.said.get(key);
    if (known !== undefined) return { value, text: known };
    const text = this.library.neutralText(value, format, this.date1904);
    if (key !== null && this.said.size < REMEMBERED) this.said.set(key, text);
    return { value, text };
  }
}
