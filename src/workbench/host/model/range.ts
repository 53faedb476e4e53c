import type { Area } from '../../../workbook';
import { HostError } from '../protocol';
import { WHOLE_SHEET, boundingArea, columnsIn, fullAddress, intersect, invalid, rowsIn } from './addresses';
import type { HostContext } from './context';
import { ConditionalFormatsObject } from './conditional-formats';
import { FormatObject } from './format';
import { ensureWritable } from './guards';
import { HostObject, readOnly, type OfficeType } from './object';
import { RangeAreasObject } from './range-areas';
import {
  readCells,
  readFormat,
  readFormula,
  readText,
  readValue,
  readValueType,
  spread,
  writeCells,
  writeFormats,
} from './range-values';
import { sheetInfo } from './sheets';

/** Excel refuses to list more merged areas at once (Range.getMergedAreasOrNullObject, Microsoft). */
const MAX_MERGED_AREAS = 512;

/** A rectangle of cells of one sheet. */
export class RangeObject extends HostObject {
  /** Set once the client asked to keep the range beyond the request. */
  referenceId: string | null = null;

  constructor(
    readonly context: HostContext,
    readonly sheetId: string,
    readonly area: Area,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return this.referenceId ? { _ReferenceId: this.referenceId } : {};
  }

  get sheetName(): string {
    return sheetInfo(this.context, this.sheetId).name;
  }

  private at(area: Area): RangeObject {
    if (area.top < 0 || area.left < 0 || area.bottom > WHOLE_SHEET.bottom || area.right > WHOLE_SHEET.right) {
      throw invalid('The range is outside the worksheet.');
    }
    if (area.top > area.bottom || area.left > area.right) throw invalid('The range is empty.');
    return new RangeObject(this.context, this.sheetId, area);
  }

  private hidden(what: 'row' | 'column'): boolean | null {
    const [first, last] =
      what === 'row' ? [this.area.top, this.area.bottom] : [this.area.left, this.area.right];
    const states = new Set<boolean>();
    for (let index = first; index <= last; index++) {
      states.add(this.context.engine.isHidden(this.sheetId, what, index));
    }
    return states.size > 1 ? null : states.has(true);
  }

  private hide(what: 'row' | 'column', value: boolean): void {
    ensureWritable(this.context, this.sheetId);
    const [first, last] =
      what === 'row' ? [this.area.top, this.area.bottom] : [this.area.left, this.area.right];
    this.context.engine.setHidden(this.sheetId, what, first, last, value);
  }

  private used(valuesOnly: boolean): RangeObject | null {
    const used = this.context.engine.usedArea(this.sheetId, valuesOnly);
    const area = used && intersect(used, this.area);
    return area ? this.at(area) : null;
  }

  private merged(): RangeAreasObject | null {
    const areas = this.context.engine.merges(this.sheetId).filter((merge) => intersect(merge, this.area));
    if (areas.length > MAX_MERGED_AREAS) {
      throw new HostError(
        'GeneralException',
        'There was an internal error while processing the request.',
        500,
      );
    }
    return areas.length ? new RangeAreasObject(this.context, this.sheetId, areas) : null;
  }

  /** One object per row or column with the properties asked for: `{rowHidden: true, address: true}`. */
  private lines(what: 'row' | 'column', wanted: Readonly<Record<string, unknown>>): unknown[] {
    const key = what === 'row' ? 'rowHidden' : 'columnHidden';
    const unknown = Object.keys(wanted).filter((name) => name !== key && name !== 'address');
    if (unknown.length) throw invalid(`stand-in: only ${key} and address, not ${unknown.join(', ')}`);
    const count = what === 'row' ? rowsIn(this.area) : columnsIn(this.area);
    return Array.from({ length: count }, (_line, offset) => {
      const line = this.at(
        what === 'row'
          ? { ...this.area, top: this.area.top + offset, bottom: this.area.top + offset }
          : { ...this.area, left: this.area.left + offset, right: this.area.left + offset },
      );
      return {
        ...(wanted[key] ? { [key]: line.hidden(what) } : {}),
        ...(wanted.address ? { address: fullAddress(this.sheetName, line.area) } : {}),
      };
    });
  }

  private clear(applyTo: string | null): void {
    ensureWritable(this.context, this.sheetId);
    const what = applyTo ?? 'All';
    const used = this.context.engine.usedArea(this.sheetId, false);
    const area = used && intersect(used, this.area);
    if (!area) return;
    const patches = [];
    const plain = {
      format: 'General',
      fill: null,
      bold: false,
      italic: false,
      underline: false,
      wrap: false,
      color: '#000000',
      size: 11,
      borders: { top: null, bottom: null, left: null, right: null },
    } as const;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        patches.push({
          row,
          column,
          ...(what === 'Formats' ? {} : { content: { value: null } }),
          ...(what === 'Contents' ? {} : { style: plain }),
        });
      }
    }
    this.context.engine.patch(this.sheetId, patches);
    if (what !== 'Contents') this.unmerge();
  }

  private unmerge(): void {
    for (const merge of this.context.engine.merges(this.sheetId)) {
      if (intersect(merge, this.area)) this.context.engine.unmerge(this.sheetId, merge);
    }
  }

  private cells(read: Parameters<typeof readCells>[3]): unknown {
    return readCells(this.context, this.sheetId, this.area, read);
  }

  static readonly type: OfficeType<RangeObject> = {
    name: 'Range',
    scalars: {
      Address: readOnly((range) => fullAddress(range.sheetName, range.area)),
      RowCount: readOnly((range) => rowsIn(range.area)),
      ColumnCount: readOnly((range) => columnsIn(range.area)),
      CellCount: readOnly((range) => Math.min(rowsIn(range.area) * columnsIn(range.area), 2 ** 31 - 1)),
      RowIndex: readOnly((range) => range.area.top),
      ColumnIndex: readOnly((range) => range.area.left),
      Values: {
        get: (range) => range.cells(readValue),
        set: (range, value: unknown) => writeCells(range.context, range.sheetId, range.area, value),
      },
      Formulas: {
        get: (range) => range.cells(readFormula),
        set: (range, value: unknown) => writeCells(range.context, range.sheetId, range.area, value),
      },
      Text: readOnly((range) => range.cells(readText(range.context.locale))),
      ValueTypes: readOnly((range) => range.cells(readValueType)),
      NumberFormat: {
        get: (range) => range.cells(readFormat(range.context, range.sheetId)),
        set: (range, value: unknown) => writeFormats(range.context, range.sheetId, range.area, value),
      },
      RowHidden: {
        get: (range) => range.hidden('row'),
        set: (range, value: boolean) => range.hide('row', value),
      },
      ColumnHidden: {
        get: (range) => range.hidden('column'),
        set: (range, value: boolean) => range.hide('column', value),
      },
    },
    links: {
      Format: (range) => new FormatObject(range),
      ConditionalFormats: (range) => new ConditionalFormatsObject(range.context, range.sheetId, range.area),
      Worksheet: (range) => range.context.worksheet(range.sheetId),
    },
    methods: {
      _KeepReference: (range) => {
        range.referenceId ??= range.context.nextId('r');
        range.context.references.set(range.referenceId, range);
      },
      _ValidateArraySize: (range, rows: number, columns: number) => {
        const line = Array.from({ length: columns }, () => null);
        spread(
          range.area,
          Array.from({ length: rows }, () => line),
        );
      },
      GetCell: (range, row: number, column: number) =>
        range.at({
          top: range.area.top + row,
          bottom: range.area.top + row,
          left: range.area.left + column,
          right: range.area.left + column,
        }),
      GetRow: (range, row: number) =>
        range.at({ ...range.area, top: range.area.top + row, bottom: range.area.top + row }),
      GetColumn: (range, column: number) =>
        range.at({ ...range.area, left: range.area.left + column, right: range.area.left + column }),
      GetLastRow: (range) => range.at({ ...range.area, top: range.area.bottom }),
      GetEntireRow: (range) => range.at({ ...WHOLE_SHEET, top: range.area.top, bottom: range.area.bottom }),
      GetEntireColumn: (range) =>
        range.at({ ...WHOLE_SHEET, left: range.area.left, right: range.area.right }),
      GetResizedRange: (range, rows: number, columns: number) =>
        range.at({ ...range.area, bottom: range.area.bottom + rows, right: range.area.right + columns }),
      GetOffsetRange: (range, rows: number, columns: number) =>
        range.at({
          top: range.area.top + rows,
          bottom: range.area.bottom + rows,
          left: range.area.left + columns,
          right: range.area.right + columns,
        }),
      GetBoundingRect: (range, other: RangeObject) => range.at(boundingArea(range.area, other.area)),
      GetIntersectionOrNullObject: (range, other: RangeObject) => {
        const area = other.sheetId === range.sheetId ? intersect(range.area, other.area) : null;
        return area && range.at(area);
      },
      GetUsedRange: (range, valuesOnly: boolean) =>
        range.used(valuesOnly) ?? range.at({ ...range.area, bottom: range.area.top, right: range.area.left }),
      GetUsedRangeOrNullObject: (range, valuesOnly: boolean) => range.used(valuesOnly),
      GetSpillingToRangeOrNullObject: (range) => {
        if (rowsIn(range.area) * columnsIn(range.area) !== 1) throw invalid('Only for a single cell.');
        const { top, left } = range.area;
        const area = range.context.engine.spillArea(range.sheetId, top, left);
        return area && range.at(area);
      },
      GetMergedAreasOrNullObject: (range) => range.merged(),
      GetRowProperties: (range, wanted: Record<string, unknown>) => range.lines('row', wanted),
      GetColumnProperties: (range, wanted: Record<string, unknown>) => range.lines('column', wanted),
      Select: (range) => range.context.engine.select(range.sheetId, range.area),
      Merge: (range, across: boolean) => {
        ensureWritable(range.context, range.sheetId);
        if (across) throw invalid('stand-in: Range.Merge(across) is not implemented');
        range.context.engine.merge(range.sheetId, range.area);
      },
      Unmerge: (range) => {
        ensureWritable(range.context, range.sheetId);
        range.unmerge();
      },
      Clear: (range, applyTo: string | null) => range.clear(applyTo),
    },
  };
  readonly officeType = RangeObject.type;
}
