import type { Area } from '../../../workbook';
import { toEngineCell } from './cells';
import type { EngineCell, EngineEvent } from './port';
import {
  SetRangeValuesMutation,
  type ICellData,
  type ICommandInfo,
  type IRange,
  type Workbook,
} from './univer';

/** From Univer's commands, whoever gives them (the add-in, the grid, undo), to what happened in the workbook. */

type SparseCells = Readonly<Record<string, Readonly<Record<string, ICellData | null>>>>;

interface Params {
  readonly subUnitId?: string;
  readonly cellValue?: SparseCells;
  readonly trigger?: string;
  readonly range?: IRange;
  readonly ranges?: readonly IRange[];
  readonly sheet?: { readonly id: string };
  readonly name?: string;
  readonly selections?: readonly { readonly range: IRange }[];
}

export const areaOf = (range: IRange): Area => ({
  top: range.startRow,
  left: range.startColumn,
  bottom: range.endRow,
  right: range.endColumn,
});

const SHIFTS: Readonly<Record<string, 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted'>> = {
  'sheet.mutation.insert-row': 'RowInserted',
  'sheet.mutation.remove-rows': 'RowDeleted',
  'sheet.mutation.insert-col': 'ColumnInserted',
  'sheet.mutation.remove-col': 'ColumnDeleted',
};

/** What must be known before a command runs, to tell what it changed. */
interface Before {
  readonly cell: EngineCell | null;
  readonly name: string;
}

export class EventSource {
  private readonly before = new Map<object, Before>();

  constructor(
    private readonly workbook: Workbook,
    private readonly emit: (event: EngineEvent) => void,
  ) {}

  /** Called before a command runs. */
  note(command: Readonly<ICommandInfo>): void {
    const params = (command.params ?? {}) as Params;
    const sheet = params.subUnitId ? this.workbook.getSheetBySheetId(params.subUnitId) : null;
    if (!sheet) return;
    const area = command.id === SetRangeValuesMutation.id ? boundsOf(params.cellValue) : null;
    const renames = command.id === 'sheet.mutation.set-worksheet-name';
    if (!renames && !area && command.id !== 'sheet.mutation.remove-sheet') return;
    this.before.set(params, {
      cell: area ? this.cellAt(params.subUnitId, area) : null,
      name: sheet.getName(),
    });
  }

  /** Called after a command ran. */
  tell(command: Readonly<ICommandInfo>, fromFormula: boolean): void {
    const params = (command.params ?? {}) as Params;
    const before = this.before.get(params);
    this.before.delete(params);
    const sheetId = params.subUnitId ?? '';
    const shift = SHIFTS[command.id];
    if (shift && params.range) {
      this.emit({ kind: 'shifted', sheetId, area: areaOf(params.range), what: shift });
      return;
    }
    switch (command.id) {
      case SetRangeValuesMutation.id:
        this.tellCells(sheetId, params, before, fromFormula);
        return;
      case 'sheet.mutation.set-row-hidden':
      case 'sheet.mutation.set-row-visible':
        for (const range of params.ranges ?? []) {
          const hidden = command.id.endsWith('hidden');
          this.emit({ kind: 'rows-hidden', sheetId, area: areaOf(range), hidden });
        }
        return;
      case 'sheet.mutation.insert-sheet':
        if (params.sheet) this.emit({ kind: 'sheet-added', sheetId: params.sheet.id });
        return;
      case 'sheet.mutation.remove-sheet':
        this.emit({ kind: 'sheet-deleted', sheetId, name: before?.name ?? '' });
        return;
      case 'sheet.mutation.set-worksheet-name':
        this.emit({ kind: 'sheet-renamed', sheetId, before: before?.name ?? '', after: params.name ?? '' });
        return;
      case 'sheet.operation.set-worksheet-active':
        this.emit({ kind: 'sheet-activated', sheetId });
        return;
      case 'sheet.operation.set-selections': {
        const range = params.selections?.[0]?.range;
        if (range) this.emit({ kind: 'selected', sheetId, area: areaOf(range) });
      }
    }
  }

  private tellCells(sheetId: string, params: Params, before: Before | undefined, fromFormula: boolean): void {
    if (fromFormula) {
      this.emit({ kind: 'calculated', sheetIds: [sheetId] });
      return;
    }
    const area = boundsOf(params.cellValue);
    if (!area) return;
    if (!touchesContent(params)) this.emit({ kind: 'formatted', sheetId, area });
    else
      this.emit({
        kind: 'edited',
        sheetId,
        area,
        before: before?.cell ?? null,
        after: this.cellAt(sheetId, area),
      });
  }

  /** Only for one cell: Excel tells old and new value for single cells, too. */
  private cellAt(sheetId: string | undefined, area: Area): EngineCell | null {
    if (area.top !== area.bottom || area.left !== area.right) return null;
    const sheet = sheetId ? this.workbook.getSheetBySheetId(sheetId) : null;
    return toEngineCell(sheet?.getCellRaw(area.top, area.left), null);
  }
}

function boundsOf(cells: SparseCells | undefined): Area | null {
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const [row, columns] of Object.entries(cells ?? {})) {
    for (const column of Object.keys(columns)) {
      const [r, c] = [Number(row), Number(column)];
      area ??= { top: r, bottom: r, left: c, right: c };
      area.top = Math.min(area.top, r);
      area.bottom = Math.max(area.bottom, r);
      area.left = Math.min(area.left, c);
      area.right = Math.max(area.right, c);
    }
  }
  return area;
}

/** A change of looks carries no content, or says by its trigger that the content is only repeated. */
const touchesContent = (params: Params): boolean =>
  params.trigger !== FORMAT_TRIGGER &&
  Object.values(params.cellValue ?? {}).some((columns) =>
    Object.values(columns).some((cell) => cell === null || 'v' in cell || 'f' in cell),
  );

/** Univer's own id for changes of style: they start no calculation. */
export const FORMAT_TRIGGER = 'sheet.command.set-style';
