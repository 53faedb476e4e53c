import type { HostContext } from './context';
import { NamesObject } from './names';
import { HostObject, readOnly, type OfficeType } from './object';
import { RangeObject } from './range';
import { RangeAreasObject } from './range-areas';
import { TablesObject } from './tables';
import { WorksheetsObject } from './worksheet';
import { XmlPartsObject } from './xml-parts';

class ApplicationObject extends HostObject {
  static readonly type: OfficeType<ApplicationObject> = {
    name: 'Application',
    scalars: { CalculationMode: readOnly(() => 'Automatic'), CalculationState: readOnly(() => 'Done') },
    methods: {
      Calculate: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      SuspendApiCalculationUntilNextSync: () => undefined,
    },
  };
  readonly officeType = ApplicationObject.type;
}

class FunctionResultObject extends HostObject {
  constructor(private readonly value: unknown) {
    super();
  }
  static readonly type: OfficeType<FunctionResultObject> = {
    name: 'FunctionResult',
    scalars: { Value: readOnly((result) => result.value), Error: readOnly(() => null) },
  };
  readonly officeType = FunctionResultObject.type;
}

/** Worksheet functions called from code: the one that tells where the calendar starts. */
class FunctionsObject extends HostObject {
  constructor(private readonly context: HostContext) {
    super();
  }
  static readonly type: OfficeType<FunctionsObject> = {
    name: 'Functions',
    methods: {
      Date: (functions, year: number, month: number, day: number) => {
        const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
        return new FunctionResultObject(days - (functions.context.state.date1904 ? 1462 : 0));
      },
    },
  };
  readonly officeType = FunctionsObject.type;
}

/** The workbook: where every path of the client starts. */
export class WorkbookObject extends HostObject {
  constructor(readonly context: HostContext) {
    super();
  }
  private selection(): RangeObject {
    const { sheetId, area } = this.context.engine.selection();
    return new RangeObject(this.context, sheetId, area);
  }
  static readonly type: OfficeType<WorkbookObject> = {
    name: 'Workbook',
    scalars: {
      Name: readOnly((workbook) => workbook.context.state.name),
      ReadOnly: readOnly((workbook) => workbook.context.state.readOnly),
    },
    links: {
      Application: () => new ApplicationObject(),
      Functions: (workbook) => new FunctionsObject(workbook.context),
      Worksheets: (workbook) => new WorksheetsObject(workbook.context),
      Names: (workbook) => new NamesObject(workbook.context, null),
      Tables: (workbook) => new TablesObject(workbook.context, null),
      CustomXmlParts: (workbook) => new XmlPartsObject(workbook.context),
    },
    methods: {
      GetSelectedRange: (workbook) => workbook.selection(),
      // The engine selects one rectangle at a time.
      GetSelectedRanges: (workbook) => {
        const { context, sheetId, area } = workbook.selection();
        return new RangeAreasObject(context, sheetId, [area]);
      },
      GetActiveCell: (workbook) => {
        const { context, sheetId, area } = workbook.selection();
        return new RangeObject(context, sheetId, { ...area, bottom: area.top, right: area.left });
      },
      _RemoveReference: (workbook, id: string) => void workbook.context.references.delete(id),
    },
  };
  readonly officeType = WorkbookObject.type;
}
