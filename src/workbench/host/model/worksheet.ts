import { HostError } from '../protocol';
import { WHOLE_SHEET, areaIn, notFound } from './addresses';
import type { HostContext } from './context';
import { ensureWritable } from './guards';
import { NamesObject } from './names';
import { HostObject, readOnly, type OfficeType } from './object';
import { PageLayoutObject } from './page-layout';
import { RangeObject } from './range';
import { checkSheetName, findSheetId, guidOf, sheetInfo } from './sheets';
import { TablesObject } from './tables';
import { eventRegistrations } from './events';

const findWorksheet = (context: HostContext, key: string): WorksheetObject | null => {
  const id = findSheetId(context, key);
  return id === null ? null : new WorksheetObject(context, id);
};

class ProtectionObject extends HostObject {
  constructor(private readonly sheet: WorksheetObject) {
    super();
  }
  private get sheets(): Set<string> {
    return this.sheet.context.state.protectedSheets;
  }
  static readonly type: OfficeType<ProtectionObject> = {
    name: 'WorksheetProtection',
    scalars: { Protected: readOnly((protection) => protection.sheets.has(protection.sheet.sheetId)) },
    methods: {
      Protect: (protection) => void protection.sheets.add(protection.sheet.sheetId),
      Unprotect: (protection) => void protection.sheets.delete(protection.sheet.sheetId),
    },
  };
  readonly officeType = ProtectionObject.type;
}

class FreezeObject extends HostObject {
  constructor(private readonly sheet: WorksheetObject) {
    super();
  }
  static readonly type: OfficeType<FreezeObject> = {
    name: 'WorksheetFreezePanes',
    methods: {
      FreezeRows: (freeze, count: number) => freeze.sheet.set('frozenRows', count),
      Unfreeze: (freeze) => freeze.sheet.set('frozenRows', 0),
    },
  };
  readonly officeType = FreezeObject.type;
}

/** A sheet of the workbook. */
export class WorksheetObject extends HostObject {
  constructor(
    readonly context: HostContext,
    readonly sheetId: string,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: guidOf(this.sheetId) };
  }

  get name(): string {
    return sheetInfo(this.context, this.sheetId).name;
  }

  /** A setting that only has to be remembered. */
  set(key: string, value: unknown): void {
    ensureWritable(this.context);
    const settings = this.context.state.sheetSettings;
    settings.set(this.sheetId, { ...settings.get(this.sheetId), [key]: value });
  }

  get(key: string): unknown {
    return this.context.state.sheetSettings.get(this.sheetId)?.[key];
  }

  private range(address: string | null): RangeObject {
    return new RangeObject(this.context, this.sheetId, address ? areaIn(address) : WHOLE_SHEET);
  }

  private used(valuesOnly: boolean): RangeObject | null {
    const area = this.context.engine.usedArea(this.sheetId, valuesOnly);
    return area && new RangeObject(this.context, this.sheetId, area);
  }

  private rename(name: string): void {
    ensureWritable(this.context);
    checkSheetName(this.context, name, this.sheetId);
    this.context.engine.renameSheet(this.sheetId, name);
  }

  private get visibility(): string {
    if (this.context.state.veryHidden.has(this.sheetId)) return 'VeryHidden';
    return sheetInfo(this.context, this.sheetId).hidden ? 'Hidden' : 'Visible';
  }

  private setVisibility(value: string): void {
    ensureWritable(this.context);
    const { veryHidden } = this.context.state;
    if (value === 'VeryHidden') veryHidden.add(this.sheetId);
    else veryHidden.delete(this.sheetId);
    this.context.engine.setSheetHidden(this.sheetId, value !== 'Visible');
  }

  private delete(): void {
    ensureWritable(this.context);
    const visible = this.context.engine.sheets().filter((sheet) => !sheet.hidden);
    if (visible.length === 1 && visible[0]?.id === this.sheetId) {
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    }
    this.context.engine.removeSheet(this.sheetId);
  }

  private activate(): void {
    if (this.visibility !== 'Visible') {
      throw new HostError('InvalidOperation', 'The worksheet is hidden.');
    }
    this.context.engine.activate(this.sheetId);
  }

  static readonly type: OfficeType<WorksheetObject> = {
    name: 'Worksheet',
    scalars: {
      Id: readOnly((sheet) => guidOf(sheet.sheetId)),
      Name: { get: (sheet) => sheet.name, set: (sheet, name: string) => sheet.rename(name) },
      Position: readOnly((sheet) =>
        sheet.context.engine.sheets().findIndex(({ id }) => id === sheet.sheetId),
      ),
      Visibility: {
        get: (sheet) => sheet.visibility,
        set: (sheet, value: string) => sheet.setVisibility(value),
      },
      TabColor: {
        get: (sheet) => sheet.get('tabColor') ?? '',
        set: (sheet, color: string) => sheet.set('tabColor', color),
      },
      // Read under one name, written under the other: so the client does it.
      ShowGridlines: readOnly((sheet) => sheet.get('showGridlines') ?? true),
      Gridlines: {
        get: (sheet) => sheet.get('showGridlines') ?? true,
        set: (sheet, value: boolean) => sheet.set('showGridlines', value),
      },
    },
    links: {
      Protection: (sheet) => new ProtectionObject(sheet),
      Tables: (sheet) => new TablesObject(sheet.context, sheet.sheetId),
      Names: (sheet) => new NamesObject(sheet.context, sheet.sheetId),
      FreezePanes: (sheet) => new FreezeObject(sheet),
      PageLayout: (sheet) => new PageLayoutObject(sheet),
    },
    methods: {
      GetRange: (sheet, address: string | null) => sheet.range(address),
      GetRangeByIndexes: (sheet, row: number, column: number, rows: number, columns: number) =>
        new RangeObject(sheet.context, sheet.sheetId, {
          top: row,
          left: column,
          bottom: row + rows - 1,
          right: column + columns - 1,
        }),
      GetCell: (sheet, row: number, column: number) =>
        new RangeObject(sheet.context, sheet.sheetId, { top: row, bottom: row, left: column, right: column }),
      GetUsedRange: (sheet, valuesOnly: boolean) => sheet.used(valuesOnly) ?? sheet.range('A1'),
      GetUsedRangeOrNullObject: (sheet, valuesOnly: boolean) => sheet.used(valuesOnly),
      Activate: (sheet) => sheet.activate(),
      Delete: (sheet) => sheet.delete(),
      ...eventRegistrations<WorksheetObject>(
        (sheet) => sheet.context,
        (sheet) => guidOf(sheet.sheetId),
      ),
    },
  };
  readonly officeType = WorksheetObject.type;
}

/** The sheets of the workbook. */
export class WorksheetsObject extends HostObject {
  constructor(readonly context: HostContext) {
    super();
  }

  private add(name: string | null): WorksheetObject {
    ensureWritable(this.context);
    let number = this.context.engine.sheets().length;
    const free = (): string => {
      while (findWorksheet(this.context, `Foglio${number}`)) number++;
      return `Foglio${number}`;
    };
    const wanted = name ?? free();
    checkSheetName(this.context, wanted);
    return new WorksheetObject(this.context, this.context.engine.addSheet(wanted));
  }

  private item(key: string): WorksheetObject {
    const sheet = findWorksheet(this.context, key);
    if (!sheet) throw notFound(key);
    return sheet;
  }

  static readonly type: OfficeType<WorksheetsObject> = {
    name: 'WorksheetCollection',
    indexer: (sheets, key) => sheets.item(String(key)),
    items: (sheets) =>
      sheets.context.engine.sheets().map(({ id }) => new WorksheetObject(sheets.context, id)),
    methods: {
      GetItemOrNullObject: (sheets, key: string) => findWorksheet(sheets.context, key),
      GetActiveWorksheet: (sheets) =>
        new WorksheetObject(sheets.context, sheets.context.engine.activeSheet()),
      GetCount: (sheets) => sheets.context.engine.sheets().length,
      Add: (sheets, name: string | null) => sheets.add(name),
      ...eventRegistrations<WorksheetsObject>(
        (sheets) => sheets.context,
        () => 'Workbook',
      ),
    },
  };
  readonly officeType = WorksheetsObject.type;
}
