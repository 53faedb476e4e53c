import { areaIn, notFound, splitSheet } from './addresses';
import type { HostContext, StandInTable } from './context';
import { ensureWritable } from './guards';
import { HostObject, readOnly, type OfficeType } from './object';
import { RangeObject } from './range';
import { findSheetId } from './sheets';

class ColumnObject extends HostObject {
  constructor(
    private readonly table: TableObject,
    private readonly position: number,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { Id: this.position + 1 };
  }
  static readonly type: OfficeType<ColumnObject> = {
    name: 'TableColumn',
    scalars: {
      Id: readOnly((column) => column.position + 1),
      Index: readOnly((column) => column.position),
      Name: readOnly((column) => column.table.columnName(column.position)),
    },
  };
  readonly officeType = ColumnObject.type;
}

class ColumnsObject extends HostObject {
  constructor(private readonly table: TableObject) {
    super();
  }
  static readonly type: OfficeType<ColumnsObject> = {
    name: 'TableColumnCollection',
    scalars: { Count: readOnly((columns) => columns.list().length) },
    items: (columns) => columns.list(),
    indexer: (columns, key) => columns.list()[Number(key) - 1] ?? raise(String(key)),
  };
  private list(): ColumnObject[] {
    const { left, right } = this.table.info.area;
    return Array.from(
      { length: right - left + 1 },
      (_column, position) => new ColumnObject(this.table, position),
    );
  }
  readonly officeType = ColumnsObject.type;
}

const raise = (what: string): never => {
  throw notFound(what);
};

/** A table (ListObject). */
class TableObject extends HostObject {
  constructor(
    readonly context: HostContext,
    private readonly id: string,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { Id: this.id };
  }
  get info(): StandInTable {
    return this.context.state.tables.find((table) => table.id === this.id) ?? raise('table');
  }
  /** The text of the header cell; `Colonna1` where there is no header row. */
  columnName(position: number): string {
    const { area, sheetId, showHeaders } = this.info;
    const header = showHeaders ? this.context.engine.cell(sheetId, area.top, area.left + position) : null;
    return header ? String(header.value) : `Colonna${position + 1}`;
  }
  private part(rows: 'all' | 'header' | 'body'): RangeObject {
    const { area, sheetId, showHeaders } = this.info;
    const top = rows === 'body' && showHeaders ? area.top + 1 : area.top;
    return new RangeObject(this.context, sheetId, {
      ...area,
      top,
      bottom: rows === 'header' ? top : area.bottom,
    });
  }
  static readonly type: OfficeType<TableObject> = {
    name: 'Table',
    scalars: {
      Id: readOnly((table) => table.id),
      Name: { get: (table) => table.info.name, set: (table, name: string) => void (table.info.name = name) },
      ShowHeaders: readOnly((table) => table.info.showHeaders),
      Style: {
        get: (table) => table.info.style,
        set: (table, style: string) => void (table.info.style = style),
      },
    },
    links: {
      Columns: (table) => new ColumnsObject(table),
      Worksheet: (table) => table.context.worksheet(table.info.sheetId),
    },
    methods: {
      GetRange: (table) => table.part('all'),
      GetDataBodyRange: (table) => table.part('body'),
      GetHeaderRowRange: (table) => table.part('header'),
    },
  };
  readonly officeType = TableObject.type;
}

/** The tables of the workbook or of one sheet. */
export class TablesObject extends HostObject {
  constructor(
    readonly context: HostContext,
    private readonly sheetId: string | null,
  ) {
    super();
  }
  private list(): readonly StandInTable[] {
    return this.context.state.tables.filter(
      (table) => this.sheetId === null || table.sheetId === this.sheetId,
    );
  }
  private find(key: string): TableObject | null {
    const wanted = key.toLowerCase();
    const table = this.list().find(
      (candidate) => candidate.id === key || candidate.name.toLowerCase() === wanted,
    );
    return table ? new TableObject(this.context, table.id) : null;
  }
  static readonly type: OfficeType<TablesObject> = {
    name: 'TableCollection',
    scalars: { Count: readOnly((tables) => tables.list().length) },
    items: (tables) => tables.list().map((table) => new TableObject(tables.context, table.id)),
    indexer: (tables, key) => tables.find(String(key)) ?? raise(String(key)),
    methods: {
      GetItemOrNullObject: (tables, key: string) => tables.find(key),
      GetCount: (tables) => tables.list().length,
      Add: (tables, address: string, hasHeaders: boolean) => {
        const { sheet, rest } = splitSheet(address);
        const sheetId = sheet === null ? tables.sheetId : findSheetId(tables.context, sheet);
        if (!sheetId) throw notFound(address);
        ensureWritable(tables.context, sheetId);
        const id = tables.context.nextId('T');
        tables.context.state.tables.push({
          id: `{${id}}`,
          name: `Tabella${tables.context.state.tables.length + 1}`,
          sheetId,
          area: areaIn(rest),
          showHeaders: hasHeaders,
          style: 'TableStyleMedium2',
        });
        return new TableObject(tables.context, `{${id}}`);
      },
    },
  };
  readonly officeType = TablesObject.type;
}
