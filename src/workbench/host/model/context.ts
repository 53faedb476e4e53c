import type { Area } from '../../../workbook';
import type { SpreadsheetEngine } from '../engine/port';
import type { HostObject } from './object';

/** A table of the workbook. The engine has none: the stand-in keeps them and moves them with the rows. */
export interface StandInTable {
  readonly id: string;
  name: string;
  readonly sheetId: string;
  area: Area;
  showHeaders: boolean;
  style: string;
}

/** A conditional format of the workbook, the first one of the list with the highest priority. */
export interface StandInConditionalFormat {
  readonly id: string;
  readonly sheetId: string;
  area: Area;
  readonly type: string;
  formula: string;
  /** Background of the cells, '' for none. */
  fill: string;
  stopIfTrue: boolean;
}

export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** Where the pretended Excel runs and in which state it is. */
export interface HostState {
  /** File name, as Excel shows it. */
  name: string;
  /** Opened read-only: every write is refused. */
  readOnly: boolean;
  /** Dates count from 1904. */
  date1904: boolean;
  readonly protectedSheets: Set<string>;
  /** Cells that may be written on a protected sheet, by the engine's id of the sheet. */
  readonly unlocked: Map<string, readonly Area[]>;
  readonly veryHidden: Set<string>;
  readonly tables: StandInTable[];
  readonly conditionalFormats: StandInConditionalFormat[];
  readonly xmlParts: XmlPart[];
  /** Settings without effect on calculation that the client may set and read back: page layout, freeze, tab colour. */
  readonly sheetSettings: Map<string, Record<string, unknown>>;
}

/** What every object of the model shares. */
export interface HostContext {
  readonly engine: SpreadsheetEngine;
  readonly state: HostState;
  /** Language and region of the pretended Excel, such as `it-IT`. */
  readonly locale: string;
  /** Ranges that the client asked to keep, by reference id. */
  readonly references: Map<string, HostObject>;
  /** A new id for references, tables and parts. */
  nextId(prefix: string): string;
  /** Which events the client asked for: `number:target`. */
  readonly subscriptions: Set<string>;
  /** Services by name (`Microsoft.…`). */
  service(name: string): HostObject;
  workbook(): HostObject;
  /** The sheet with the engine's id. */
  worksheet(sheetId: string): HostObject;
  /** What is changed inside is changed by the add-in, not by the user. `call` names it: `Worksheet.Delete`. */
  asAddIn<T>(call: string, work: () => T): T;
}
