import type { Area } from '../../../workbook';
import type { CellStyle } from '../engine/port';
import { intersect } from './addresses';
import type { HostContext } from './context';
import { ensureWritable, isLocked } from './guards';
import { HostObject, type OfficeType, type Scalar } from './object';

/** Looks of a range. A property that differs between the cells reads as null, as in Excel. */
export interface FormatTarget {
  readonly context: HostContext;
  readonly sheetId: string;
  readonly area: Area;
}

/** Whole columns are painted only as far as the sheet is used: the engine has no limitless formats. */
const painted = (target: FormatTarget): Area => {
  const used = target.context.engine.usedArea(target.sheetId, false) ?? {
    top: 0,
    left: 0,
    bottom: 0,
    right: 0,
  };
  const limit = { top: 0, left: 0, bottom: Math.max(used.bottom, 200), right: Math.max(used.right, 50) };
  const small =
    (target.area.bottom - target.area.top + 1) * (target.area.right - target.area.left + 1) <= 200_000;
  return small ? target.area : (intersect(target.area, limit) ?? target.area);
};

export function readStyle<T>(target: FormatTarget, pick: (style: CellStyle) => T): T | null {
  const area = painted(target);
  let first: T | undefined;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = pick(target.context.engine.style(target.sheetId, row, column));
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? null;
}

export function writeStyle(target: FormatTarget, style: CellStyle): void {
  ensureWritable(target.context, target.sheetId);
  const area = painted(target);
  const patches = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) patches.push({ row, column, style });
  }
  target.context.engine.patch(target.sheetId, patches);
}

const styleScalar = <K extends keyof CellStyle>(key: K, fallback: unknown): Scalar<FormatPart> => ({
  get: (part) => readStyle(part.target, (style) => style[key] ?? fallback),
  set: (part, value: never) => writeStyle(part.target, { [key]: value } as CellStyle),
});

/** Points per pixel of a screen at 96 dpi. */
const POINTS = 0.75;

abstract class FormatPart extends HostObject {
  constructor(readonly target: FormatTarget) {
    super();
  }
}

class FillObject extends FormatPart {
  static readonly type: OfficeType<FillObject> = {
    name: 'RangeFill',
    scalars: { Color: styleScalar('fill', '#FFFFFF') },
    methods: { Clear: (fill) => writeStyle(fill.target, { fill: null }) },
  };
  readonly officeType = FillObject.type;
}

class FontObject extends FormatPart {
  static readonly type: OfficeType<FontObject> = {
    name: 'RangeFont',
    scalars: {
      Bold: styleScalar('bold', false),
      Italic: styleScalar('italic', false),
      Color: styleScalar('color', '#000000'),
      Size: styleScalar('size', 11),
      Name: styleScalar('font', 'Calibri'),
      Underline: {
        get: (font) => readStyle(font.target, (style) => (style.underline ? 'Single' : 'None')),
        set: (font, value: string) => writeStyle(font.target, { underline: value !== 'None' }),
      },
    },
  };
  readonly officeType = FontObject.type;
}

const EDGES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;
type Edge = keyof typeof EDGES;

class BorderObject extends FormatPart {
  constructor(
    target: FormatTarget,
    private readonly edge: Edge,
  ) {
    super(edgeOf(target, edge));
  }
  override identity(): Record<string, unknown> {
    return { Id: this.edge };
  }
  private get side(): 'top' | 'bottom' | 'left' | 'right' {
    return EDGES[this.edge];
  }
  private get color(): string | null {
    return readStyle(this.target, (style) => style.borders?.[this.side] ?? null);
  }
  static readonly type: OfficeType<BorderObject> = {
    name: 'RangeBorder',
    scalars: {
      SideIndex: { get: (border) => border.edge },
      Color: {
        get: (border) => border.color,
        set: (border, value: string) => writeStyle(border.target, { borders: { [border.side]: value } }),
      },
      Style: {
        get: (border) => (border.color ? 'Continuous' : 'None'),
        set: (border, value: string) => {
          const color = value === 'None' ? null : (border.color ?? '#000000');
          writeStyle(border.target, { borders: { [border.side]: color } });
        },
      },
    },
  };
  readonly officeType = BorderObject.type;
}

/** The cells along one edge of a range. */
function edgeOf(target: FormatTarget, edge: Edge): FormatTarget {
  const { top, left, bottom, right } = target.area;
  const areas: Record<Edge, Area> = {
    EdgeTop: { top, left, right, bottom: top },
    EdgeBottom: { top: bottom, left, right, bottom },
    EdgeLeft: { top, left, right: left, bottom },
    EdgeRight: { top, left: right, right, bottom },
  };
  return { ...target, area: areas[edge] };
}

class BordersObject extends FormatPart {
  static readonly type: OfficeType<BordersObject> = {
    name: 'RangeBorderCollection',
    indexer: (borders, edge) => new BorderObject(borders.target, edge as Edge),
    methods: { GetItem: (borders, edge: Edge) => new BorderObject(borders.target, edge) },
    items: (borders) => (Object.keys(EDGES) as Edge[]).map((edge) => new BorderObject(borders.target, edge)),
  };
  readonly officeType = BordersObject.type;
}

/** Whether cells may be written once the sheet is protected; null where some may and some not. */
class FormatProtectionObject extends FormatPart {
  private get locked(): boolean | null {
    const { context, sheetId } = this.target;
    const area = painted(this.target);
    const states = new Set<boolean>();
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        states.add(isLocked(context, sheetId, row, column));
    return states.size > 1 ? null : states.has(true);
  }
  static readonly type: OfficeType<FormatProtectionObject> = {
    name: 'FormatProtection',
    scalars: { Locked: { get: (protection) => protection.locked }, FormulaHidden: { get: () => false } },
  };
  readonly officeType = FormatProtectionObject.type;
}

export class FormatObject extends FormatPart {
  static readonly type: OfficeType<FormatObject> = {
    name: 'RangeFormat',
    scalars: {
      WrapText: styleScalar('wrap', false),
      HorizontalAlignment: styleScalar('horizontal', 'General'),
      VerticalAlignment: styleScalar('vertical', 'Bottom'),
      ColumnWidth: {
        get: ({ target }) => target.context.engine.columnWidth(target.sheetId, target.area.left) * POINTS,
        set: ({ target }, points: number) => {
          ensureWritable(target.context, target.sheetId);
          target.context.engine.setColumnWidth(
            target.sheetId,
            target.area.left,
            target.area.right,
            points / POINTS,
          );
        },
      },
    },
    links: {
      Fill: (format) => new FillObject(format.target),
      Font: (format) => new FontObject(format.target),
      Borders: (format) => new BordersObject(format.target),
      Protection: (format) => new FormatProtectionObject(format.target),
    },
    methods: { AutofitRows: () => undefined, AutofitColumns: () => undefined },
  };
  readonly officeType = FormatObject.type;
}
