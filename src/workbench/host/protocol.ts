/**
 * What travels between Microsoft's client and the stand-in: ProcessQuery requests and answers, as observed from
 * the unmodified client (docs/fedelta.md). Undocumented by Microsoft; kept in this one file.
 */

/** How an object of the request is reached. */
export const PathType = {
  GlobalObject: 1,
  NewObject: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  ReferenceId: 6,
  NullObject: 7,
} as const;

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  QueryAsJson: 7,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex?: number;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds?: number[];
  Error?: ResponseError;
}

/** Status codes of the native bridge that the client turns into errors of their own. */
export const BridgeStatus = {
  ok: 0,
  cellEditMode: 5004,
  responseTooLarge: 5104,
  requestTooLarge: 5103,
} as const;

/** Identifiers of the calls through the native bridge. */
export const Dispatch = {
  richApi: 93,
  commandCompleted: 94,
  richApiMessages: 33,
  commandInvoked: 39,
} as const;

/** Kinds of message that the host sends to the client. */
export const MessageCategory = { customFunctions: 1, action: 2, event: 65536 } as const;

/** Numbers of the events, as the client registers them. */
export const EventType = {
  dataChanged: 10,
  sheetActivated: 11,
  sheetAdded: 13,
  selectionChanged: 14,
  sheetDeleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowHiddenChanged: 22,
  nameChanged: 25,
} as const;

/** A message to the client: category, type, target, JSON text, id, override. */
export type Message = readonly [number, number, string, string, number, boolean];

/** A refusal by the stand-in, answered to the client as Excel answers: code, sentence, HTTP status. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

/** What the stand-in does not know is said loudly and by name. */
export const unknownMember = (type: string, member: string): HostError =>
  new HostError('ApiNotFound', `stand-in: ${type}.${member} is not implemented`, 501);
