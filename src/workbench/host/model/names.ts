import type { EngineName } from '../engine/port';
import { HostError } from '../protocol';
import { areaIn, fullAddress, notFound, splitSheet } from './addresses';
import type { HostContext } from './context';
import { ensureWritable } from './guards';
import { HostObject, readOnly, type OfficeType } from './object';
import { RangeObject } from './range';
import { findSheetId } from './sheets';

/** A defined name. */
class NameObject extends HostObject {
  constructor(
    readonly context: HostContext,
    readonly name: string,
    readonly sheetId: string | undefined,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { _Id: this.name };
  }
  private get found(): EngineName {
    const name = this.context.engine
      .names()
      .find((candidate) => candidate.name === this.name && candidate.sheetId === this.sheetId);
    if (!name) throw notFound(this.name);
    return name;
  }
  /** The rectangle it points at; null for formulas and broken references. */
  private get range(): RangeObject | null {
    const { sheet, rest } = splitSheet(this.found.refersTo.replace(/^=/, ''));
    const target = sheet === null ? null : findSheetId(this.context, sheet);
    if (!target || !/^\$?[A-Z]{0,3}\$?\d*(:\$?[A-Z]{0,3}\$?\d*)?$/i.test(rest)) return null;
    return new RangeObject(this.context, target, areaIn(rest));
  }
  private get value(): unknown {
    const range = this.range;
    if (!range) return this.found.refersTo;
    const [sheet, area] = [range.sheetName, range.area];
    return fullAddress(sheet, area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  }
  static readonly type: OfficeType<NameObject> = {
    name: 'NamedItem',
    scalars: {
      Name: readOnly((name) => name.name),
      Type: readOnly((name) =>
        name.range ? 'Range' : name.found.refersTo.includes('#REF!') ? 'Error' : 'String',
      ),
      Value: readOnly((name) => name.value),
      Formula: readOnly((name) => `=${name.found.refersTo.replace(/^=/, '')}`),
      Visible: {
        get: (name) => !name.found.hidden,
        set: (name, visible: boolean) => name.context.engine.setName({ ...name.found, hidden: !visible }),
      },
      Scope: readOnly((name) => (name.sheetId ? 'Worksheet' : 'Workbook')),
    },
    methods: {
      GetRange: (name) => {
        const range = name.range;
        if (!range)
          throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
        return range;
      },
      GetRangeOrNullObject: (name) => name.range,
    },
  };
  readonly officeType = NameObject.type;
}

/** The names of the workbook, or those of one sheet. */
export class NamesObject extends HostObject {
  constructor(
    readonly context: HostContext,
    private readonly sheetId: string | null,
  ) {
    super();
  }
  private find(key: string): NameObject | null {
    const wanted = key.toLowerCase();
    const name = this.list().find((candidate) => candidate.name.toLowerCase() === wanted);
    return name ?? null;
  }
  private list(): NameObject[] {
    return this.context.engine
      .names()
      .filter((name) => name.sheetId === (this.sheetId ?? undefined))
      .map((name) => new NameObject(this.context, name.name, name.sheetId));
  }
  static readonly type: OfficeType<NamesObject> = {
    name: 'NamedItemCollection',
    items: (names) => names.list(),
    indexer: (names, key) => {
      const name = names.find(String(key));
      if (!name) throw notFound(String(key));
      return name;
    },
    methods: {
      GetItemOrNullObject: (names, key: string) => names.find(key),
      Add: (names, name: string, reference: RangeObject | string) => {
        ensureWritable(names.context);
        const refersTo =
          typeof reference === 'string' ? reference : fullAddress(reference.sheetName, reference.area);
        const sheetId = names.sheetId ?? undefined;
        names.context.engine.setName({ name, refersTo, ...(sheetId ? { sheetId } : {}) });
        return new NameObject(names.context, name, sheetId);
      },
    },
  };
  readonly officeType = NamesObject.type;
}
