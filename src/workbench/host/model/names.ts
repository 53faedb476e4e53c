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
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { _Id: this.name };
  }
  private get found(): { refersTo: string; hidden?: boolean } {
    const name = this.context.engine.names().find((candidate) => candidate.name === this.name);
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
      Visible: readOnly((name) => !name.found.hidden),
      Scope: readOnly(() => 'Workbook'),
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

/** The names of the workbook; those of one sheet only are not known to the stand-in. */
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
    return this.sheetId
      ? []
      : this.context.engine.names().map((name) => new NameObject(this.context, name.name));
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
        names.context.engine.setName({ name, refersTo });
        return new NameObject(names.context, name);
      },
    },
  };
  readonly officeType = NamesObject.type;
}
