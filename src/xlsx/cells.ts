import { neutralText } from '../formats';
import { isDateFormat, type Cell, type CellValue } from '../workbook';
import { isTrue, type CellStyle } from './formats';
import { decodeString, detached } from './strings';

/** What is written for a cell in a worksheet part. */
export interface WrittenCell {
  /** The letter or word of `t`, `n` where there is none. */
  readonly type: string;
  /** Index among the cell styles. */
  readonly style: number;
  /** Content of `v` or `is`, null when there is none. */
  readonly raw: string | null;
  /** Without `=`. */
  readonly formula: string | undefined;
}

const DAY_FORMAT = 'dd/mm/yyyy';
/** Different numbers and texts remembered for each format: plans repeat few, other sheets must not fill the memory. */
const REMEMBERED = 50_000;

/**
 * Makes the cells of a workbook from what is written in its sheets. A cell knows nothing of its place, so that equal
 * ones are one object: a code that stands in five sheets, a weight in a thousand rows.
 */
export class CellMaker {
  /** By index of the shared string: the cell made last, which differs from others of the same string by its format. */
  private readonly ofString: (Cell | undefined)[] = [];
  private readonly made = new Map<string, Map<string, Cell | null>>();
  private readonly formulas = new Map<string, string>();

  constructor(
    private readonly strings: readonly string[],
    private readonly styles: readonly CellStyle[],
    private readonly date1904: boolean,
  ) {}

  /** The cell, null when it holds nothing, undefined when it names a shared string that is not there. */
  cell({ type, style, raw, formula }: WrittenCell): Cell | null | undefined {
    const format = this.styles[style]?.format;
    if (formula !== undefined) {
      const cell = this.valueOf(type, raw ?? '', format);
      return cell === undefined ? undefined : withFormula(cell, this.own(formula), format);
    }
    return raw === null ? null : this.valueOf(type, raw, format);
  }

  /** A cell without formula. */
  private valueOf(type: string, raw: string, format: string | undefined): Cell | null | undefined {
    if (type === 's') return this.fromString(raw, format);
    const kind = `${type} ${format ?? ''}`;
    let known = this.made.get(kind);
    if (!known) this.made.set(kind, (known = new Map<string, Cell | null>()));
    let cell = known.get(raw);
    if (cell === undefined) {
      const own = detached(raw);
      cell = this.plain(type, own, format);
      if (known.size < REMEMBERED) known.set(own, cell);
    }
    return cell;
  }

  private fromString(raw: string, format: string | undefined): Cell | null | undefined {
    const index = Number(raw);
    const known = this.ofString[index];
    if (known && known.format === format && raw !== '') return known;
    if (this.strings[index] === undefined && raw.trim() !== '') return undefined;
    const cell = this.plain('s', raw, format);
    if (cell) this.ofString[index] = cell;
    return cell;
  }

  private plain(type: string, raw: string, style: string | undefined): Cell | null {
    if (type === 'e') {
      return style === undefined
        ? { value: null, text: raw, error: true }
        : { value: null, text: raw, error: true, format: style };
    }
    const { value, format: own } = this.typed(raw, type);
    if (value === null) return null;
    const format = own === undefined || isDateFormat(style) ? style : own;
    const text = neutralText(value, format, this.date1904);
    return format === undefined ? { value, text } : { value, text, format };
  }

  private typed(raw: string, type: string): { value: CellValue; format?: string } {
    switch (type) {
      case 's': {
        return { value: raw.trim() === '' ? null : this.strings[Number(raw)] || null };
      }
      case 'str':
        return { value: decodeString(raw) || null };
      case 'inlineStr':
        return { value: raw || null };
      case 'b':
        return { value: raw.trim() === '' ? null : isTrue(raw.trim()) };
      case 'd':
        return isoValue(raw.trim(), this.date1904);
      default:
        return { value: numberOf(raw.trim()) };
    }
  }

  /** One copy of a formula, however many cells have it. */
  private own(formula: string): string {
    const known = this.formulas.get(formula);
    if (known !== undefined) return known;
    const own = detached(formula);
    if (this.formulas.size < REMEMBERED) this.formulas.set(own, own);
    return own;
  }
}

function withFormula(cell: Cell | null, formula: string, format: string | undefined): Cell {
  if (cell) return { ...cell, formula };
  return format === undefined
    ? { value: null, text: '', formula }
    : { value: null, text: '', format, formula };
}

/** What is no number stays as it is written. */
function numberOf(text: string): CellValue {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** A date cell of the strict format (ISO 8601) as Excel would hold it: serial number and date format. */
function isoValue(raw: string, date1904: boolean): { value: CellValue; format?: string } {
  if (raw === '') return { value: null };
  const clock = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/.exec(raw);
  if (clock) {
    const [hours = 0, minutes = 0, seconds = 0] = clock.slice(1).map((part) => Number(part ?? 0));
    return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, format: 'hh:mm:ss' };
  }
  const isDay = /^\d{4}-\d\d-\d\d(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.test(raw);
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(raw) ? raw : `${raw.replace(/Z$/, '')}Z`);
  if (Number.isNaN(time)) return { value: raw };
  const days = (time - Date.UTC(1899, 11, 30)) / 86_400_000;
  const serial = days < 61 ? days - 1 : days;
  return { value: date1904 ? days - 1462 : serial, format: isDay ? DAY_FORMAT : `${DAY_FORMAT} hh:mm` };
}
