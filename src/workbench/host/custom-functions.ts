import type { FunctionCall, FunctionResult, Scalar, SpreadsheetEngine } from './engine/port';
import { formatRef, cellAddress } from '../../workbook';
import type { InvocationResult } from './model/services';
import { HostError, MessageCategory, type Message } from './protocol';

/** One function as the metadata file describes it (custom-functions JSON, Microsoft). */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result?: { readonly dimensionality?: string };
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
  };
}

const INVOKE = 1000;
const CANCEL = 1001;
const CANCELABLE = 1;
const STREAMING = 2;

/** Codes with which the client reports a failure → what the cell shows. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  2: '#VALUE!',
  3: '#VALUE!',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/** A cell that shows a result; a format comes along only where its formula is nothing but the call. */
type CallingCell = FunctionCall['caller'] & { readonly bare: boolean };

interface Invocation {
  readonly id: number;
  readonly key: string;
  /** Cells that show its result: identical calls of a streaming function share one invocation. */
  readonly cells: Map<string, CallingCell>;
  readonly streaming: boolean;
  /** Excel takes a table from a function only where its metadata say so; one value is all a scalar may be. */
  readonly matrix: boolean;
  result?: FunctionResult;
  /** Formats that the values bring along, by row and column from the cell of the formula. */
  formats: readonly (readonly (string | null)[])[];
  /** Sentence of the add-in that Excel shows beside the error. */
  message?: string;
}

/**
 * The add-in's functions as Excel calls them: one invocation per call in a cell's formula and arguments (of a streaming
 * function, one for all identical calls); its result is kept until the arguments change. A streaming invocation is
 * cancelled when no formula asks for it any more, after the new call where the arguments changed.
 */
export class FunctionRuntime {
  private readonly byCell = new Map<string, Map<string, Invocation>>();
  private readonly byId = new Map<number, Invocation>();
  private readonly streams = new Map<string, Invocation>();
  private nextId = 1;

  constructor(
    private readonly engine: SpreadsheetEngine,
    private readonly namespace: string,
    private readonly functions: readonly FunctionMetadata[],
    private readonly excel: {
      readonly post: (messages: readonly Message[]) => void;
      readonly late: boolean;
    },
  ) {
    engine.registerFunctions(
      functions.map((item) => `${namespace}.${item.name}`.toUpperCase()),
      (call) => this.call(call),
      { formatOf: (sheetId, row, column) => this.formatAt(sheetId, row, column), late: excel.late },
    );
    engine.onEvent((event) => {
      if (event.kind !== 'calculated') this.dropOrphans();
    });
  }

  /** The sentence that belongs to the error in a cell, or ''. */
  messageAt(sheetId: string, row: number, column: number): string {
    const known = this.byCell.get(cellKey({ sheetId, row, column }));
    return [...(known?.values() ?? [])].map((invocation) => invocation.message ?? '').join('');
  }

  private formatAt(sheetId: string, row: number, column: number): string | null {
    for (const { cells, formats } of this.byId.values()) {
      for (const cell of cells.values()) {
        const format = cell.sheetId === sheetId ? formats[row - cell.row]?.[column - cell.column] : null;
        if (format && cell.bare) return format;
      }
    }
    return null;
  }

  /** Whether a cell's formula is nothing but a call: what is calculated from a value has no format of its own. */
  private isBareCall({ sheetId, row, column }: FunctionCall['caller']): boolean {
    const formula = this.engine.cell(sheetId, row, column)?.formula ?? '';
    return /^=[\w.]+\([^()]*\)$/.test(formula.replace(/"[^"]*"/g, ''));
  }

  /** How many invocations are running or keep a result. */
  get size(): number {
    return this.byId.size;
  }

  /** Results as the client sends them; those of invocations that are gone are ignored. */
  deliver(results: readonly InvocationResult[]): void {
    const cells: FunctionCall['caller'][] = [];
    for (const delivered of results) {
      const invocation = this.byId.get(delivered.id);
      if (!invocation) continue;
      const { result, message, formats } = readResult(delivered, invocation.matrix);
      invocation.result = result;
      invocation.formats = formats ?? [];
      invocation.message = message;
      cells.push(...invocation.cells.values());
    }
    if (cells.length) this.engine.recalculate(cells);
  }

  private call(call: FunctionCall): FunctionResult | undefined {
    const metadata = this.functions.find(
      (item) => `${this.namespace}.${item.name}`.toUpperCase() === call.name,
    );
    if (!metadata) return { error: '#NAME?' };
    const args = arrange(call, metadata);
    const key = JSON.stringify([call.name, args]);
    const cell = cellKey(call.caller);
    const known = this.byCell.get(cell) ?? new Map<string, Invocation>();
    this.byCell.set(cell, known);
    const earlier = known.get(key);
    if (earlier) {
      // The map keeps the order of use: the longest unused comes first.
      known.delete(key);
      known.set(key, earlier);
      this.note(earlier, call.caller);
      return earlier.result;
    }
    const running = this.streams.get(key);
    const invocation = running ?? this.begin(call, metadata, key, args);
    known.set(key, invocation);
    this.note(invocation, call.caller);
    this.dropUnused(cell, known, Math.max(1, this.callsIn(call.caller)));
    return invocation.result;
  }

  private note(invocation: Invocation, caller: FunctionCall['caller']): void {
    invocation.cells.set(cellKey(caller), { ...caller, bare: this.isBareCall(caller) });
  }

  private begin(
    call: FunctionCall,
    metadata: FunctionMetadata,
    key: string,
    args: readonly unknown[],
  ): Invocation {
    const options = metadata.options ?? {};
    const streaming = options.stream === true;
    const matrix = metadata.result?.dimensionality === 'matrix';
    const id = this.nextId++;
    const invocation: Invocation = { id, key, cells: new Map(), streaming, matrix, formats: [] };
    this.byId.set(id, invocation);
    if (streaming) this.streams.set(key, invocation);
    const flags = (options.cancelable || options.stream ? CANCELABLE : 0) + (options.stream ? STREAMING : 0);
    const body = [
      invocation.id,
      metadata.id.toUpperCase(),
      args,
      this.addressOf(call.caller),
      flags,
      call.args.map((arg) => arg.address),
    ];
    this.send(INVOKE, body);
    return invocation;
  }

  private addressOf({ sheetId, row, column }: FunctionCall['caller']): string {
    const sheet = this.engine.sheets().find((candidate) => candidate.id === sheetId)?.name ?? '';
    return formatRef({ sheet, address: cellAddress(row, column) });
  }

  /** After an edit: invocations whose cell no longer holds a formula are cancelled. */
  private dropOrphans(): void {
    for (const [cell, known] of this.byCell) {
      const [invocation] = known.values();
      const caller = invocation?.cells.get(cell);
      if (!caller) continue;
      const { sheetId, row, column } = caller;
      const there = this.engine.sheets().some((sheet) => sheet.id === sheetId);
      if (!there || !this.engine.cell(sheetId, row, column)?.formula) this.dropCell(cell, known);
    }
  }

  private dropCell(cell: string, known: Map<string, Invocation>): void {
    this.dropUnused(cell, known, 0);
    this.byCell.delete(cell);
  }

  /** How many functions of the add-in a cell's formula calls: so many invocations of it can be in use. */
  private callsIn({ sheetId, row, column }: FunctionCall['caller']): number {
    const formula = this.engine.cell(sheetId, row, column)?.formula ?? '';
    return formula.toUpperCase().split(`${this.namespace}.`).length - 1;
  }

  /** Ends what a cell asks for, longest unused first, until it is no more than `calls`. */
  private dropUnused(cell: string, known: Map<string, Invocation>, calls: number): void {
    for (const [key, invocation] of known) {
      if (known.size <= calls) return;
      known.delete(key);
      invocation.cells.delete(cell);
      if (invocation.cells.size > 0) continue;
      this.byId.delete(invocation.id);
      if (this.streams.get(key) === invocation) this.streams.delete(key);
      if (invocation.streaming || !invocation.result) this.send(CANCEL, { invocationId: invocation.id });
    }
  }

  private send(type: number, body: unknown): void {
    this.excel.post([[MessageCategory.customFunctions, type, '', JSON.stringify(body), 0, false]]);
  }
}

const cellKey = ({ sheetId, row, column }: FunctionCall['caller']): string => `${sheetId}:${row}:${column}`;

/** Arguments in the shape the metadata asks for: matrices for ranges, one value otherwise, null where left out. */
function arrange(call: FunctionCall, metadata: FunctionMetadata): unknown[] {
  return metadata.parameters.map((parameter, position) => {
    const value = call.args[position]?.value ?? null;
    if (parameter.dimensionality === 'matrix') {
      if (value === null) return null;
      return Array.isArray(value) ? value.map((row: Scalar[]) => row.map((cell) => cell ?? '')) : [[value]];
    }
    return Array.isArray(value) ? ((value[0] as Scalar[] | undefined)?.[0] ?? null) : value;
  });
}

interface ReadResult {
  readonly result: FunctionResult;
  readonly message?: string;
  readonly formats?: readonly (readonly (string | null)[])[];
}

function readResult({ ok, value, code }: InvocationResult, matrix: boolean): ReadResult {
  if (!ok) {
    const error = ERRORS[Number(code)] ?? '#VALUE!';
    return { result: { error }, ...(typeof value === 'string' && value ? { message: value } : {}) };
  }
  if (Array.isArray(value) && !matrix) return { result: { error: '#VALUE!' } };
  if (Array.isArray(value)) {
    const rows = value as readonly (readonly unknown[])[];
    return {
      result: { value: rows.map((row) => row.map((one) => basicValue(one))) },
      formats: rows.map((row) => row.map((one) => (isFormatted(one) ? one.numberFormat : null))),
    };
  }
  if (isFormatted(value)) return { result: { value: value.basicValue }, formats: [[value.numberFormat]] };
  if (typeof value === 'object' && value !== null && 'code' in value) {
    const { code: error, message } = value as { code: string; message?: string };
    return { result: { error }, ...(message ? { message } : {}) };
  }
  return { result: { value: basicValue(value) } };
}

/** The data type of a number with its format (FormattedNumberCellValue, Microsoft). */
interface FormattedNumber {
  readonly type: 'FormattedNumber';
  readonly basicValue: number;
  readonly numberFormat: string;
}

const isFormatted = (value: unknown): value is FormattedNumber =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'FormattedNumber';

/** A value as a cell holds it; other data types than numbers with a format are not pretended. */
function basicValue(value: unknown): Scalar {
  if (isFormatted(value)) return value.basicValue;
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as Scalar;
  throw new HostError('ApiNotFound', `stand-in: a function's value ${JSON.stringify(value)}`, 501);
}
