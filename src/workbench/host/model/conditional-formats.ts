import type { Area } from '../../../workbook';
import { HostError } from '../protocol';
import { intersect, invalid, notFound } from './addresses';
import type { HostContext, StandInConditionalFormat } from './context';
import { ensureWritable } from './guards';
import { HostObject, readOnly, type OfficeType } from './object';

/** Conditional formats whose rule is a formula. The stand-in remembers them; it does not calculate their rules. */

const numberOf = (format: StandInConditionalFormat, context: HostContext): number =>
  context.state.conditionalFormats.indexOf(format);

class FillObject extends HostObject {
  constructor(private readonly owner: ConditionalFormatObject) {
    super();
  }
  static readonly type: OfficeType<FillObject> = {
    name: 'ConditionalRangeFill',
    scalars: {
      Color: {
        get: (fill) => fill.owner.format.fill,
        set: (fill, color: string) => fill.owner.change((format) => (format.fill = color)),
      },
    },
  };
  readonly officeType = FillObject.type;
}

class LooksObject extends HostObject {
  constructor(private readonly owner: ConditionalFormatObject) {
    super();
  }
  static readonly type: OfficeType<LooksObject> = {
    name: 'ConditionalRangeFormat',
    links: { Fill: (looks) => new FillObject(looks.owner) },
  };
  readonly officeType = LooksObject.type;
}

class RuleObject extends HostObject {
  constructor(private readonly owner: ConditionalFormatObject) {
    super();
  }
  static readonly type: OfficeType<RuleObject> = {
    name: 'ConditionalFormatRule',
    scalars: {
      Formula: {
        get: (rule) => rule.owner.format.formula,
        set: (rule, formula: string) => rule.owner.change((format) => (format.formula = formula)),
      },
    },
  };
  readonly officeType = RuleObject.type;
}

class CustomObject extends HostObject {
  constructor(private readonly owner: ConditionalFormatObject) {
    super();
  }
  static readonly type: OfficeType<CustomObject> = {
    name: 'CustomConditionalFormat',
    links: {
      Rule: (custom) => new RuleObject(custom.owner),
      Format: (custom) => new LooksObject(custom.owner),
    },
  };
  readonly officeType = CustomObject.type;
}

class ConditionalFormatObject extends HostObject {
  constructor(
    private readonly context: HostContext,
    readonly format: StandInConditionalFormat,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: this.format.id };
  }

  change(work: (format: StandInConditionalFormat) => void): void {
    ensureWritable(this.context, this.format.sheetId);
    work(this.format);
  }

  private delete(): void {
    ensureWritable(this.context, this.format.sheetId);
    const at = numberOf(this.format, this.context);
    if (at >= 0) this.context.state.conditionalFormats.splice(at, 1);
  }

  /** Excel refuses the rule of another kind; its null object is asked for where that is not known. */
  private custom(): CustomObject | null {
    return this.format.type === 'Custom' ? new CustomObject(this) : null;
  }

  static readonly type: OfficeType<ConditionalFormatObject> = {
    name: 'ConditionalFormat',
    scalars: {
      Id: readOnly(({ format }) => format.id),
      Type: readOnly(({ format }) => format.type),
      Priority: readOnly((item) => numberOf(item.format, item.context)),
      StopIfTrue: {
        get: ({ format }) => format.stopIfTrue,
        set: (item, value: boolean) => item.change((format) => (format.stopIfTrue = value)),
      },
    },
    links: {
      Custom: (item) => {
        const custom = item.custom();
        if (!custom) throw new HostError('InvalidArgument', 'The conditional format is of another type.');
        return custom;
      },
      CustomOrNullObject: (item) => item.custom(),
    },
    methods: { Delete: (item) => item.delete() },
  };
  readonly officeType = ConditionalFormatObject.type;
}

/** The conditional formats that touch a range. */
export class ConditionalFormatsObject extends HostObject {
  constructor(
    private readonly context: HostContext,
    private readonly sheetId: string,
    private readonly area: Area,
  ) {
    super();
  }

  private get formats(): ConditionalFormatObject[] {
    return this.context.state.conditionalFormats
      .filter((one) => one.sheetId === this.sheetId && intersect(one.area, this.area))
      .map((format) => new ConditionalFormatObject(this.context, format));
  }

  private item(id: string): ConditionalFormatObject | null {
    return this.formats.find(({ format }) => format.id === id) ?? null;
  }

  /** A new one comes first, before the user's. */
  private add(type: string): ConditionalFormatObject {
    ensureWritable(this.context, this.sheetId);
    if (type !== 'Custom') throw invalid(`stand-in: conditional formats of type ${type} are not implemented`);
    const format: StandInConditionalFormat = {
      id: `{${this.context.nextId('CF')}}`,
      sheetId: this.sheetId,
      area: this.area,
      type,
      formula: '',
      fill: '',
      stopIfTrue: false,
    };
    this.context.state.conditionalFormats.unshift(format);
    return new ConditionalFormatObject(this.context, format);
  }

  static readonly type: OfficeType<ConditionalFormatsObject> = {
    name: 'ConditionalFormatCollection',
    indexer: (formats, id) => {
      const found = formats.item(String(id));
      if (!found) throw notFound(String(id));
      return found;
    },
    items: (formats) => formats.formats,
    methods: {
      Add: (formats, type: string) => formats.add(type),
      GetCount: (formats) => formats.formats.length,
      GetItemOrNullObject: (formats, id: string) => formats.item(id),
    },
  };
  readonly officeType = ConditionalFormatsObject.type;
}
