import { MAX_CELL_TEXT, WorkbookError, type CellValue } from '../workbook';
import { encodeString } from './strings';
import { escapeXml } from './xml';

/**
 * A cell as XML. Text is written inside the cell (`inlineStr`): it stays text whatever it looks like, and the
 * shared strings part need not be touched.
 * @param prefix prefix of the part's elements with its colon, or ''.
 * @param style index in `cellXfs`; 0 is not written.
 * @throws WorkbookError `cannot-write` for what no cell can hold.
 */
export function cellXml(prefix: string, address: string, style: number, value: CellValue): string {
  const tag = `${prefix}c`;
  const head = `<${tag} r="${address}"${style ? ` s="${style}"` : ''}`;
  if (value === null || value === '') return `${head}/>`;
  if (typeof value === 'string') {
    if (value.length > MAX_CELL_TEXT) {
      throw new WorkbookError('cannot-write', { reason: 'text-length', address, limit: MAX_CELL_TEXT });
    }
    const text = escapeXml(encodeString(value));
    const t = `${prefix}t`;
    return `${head} t="inlineStr"><${prefix}is><${t} xml:space="preserve">${text}</${t}></${prefix}is></${tag}>`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new WorkbookError('cannot-write', { reason: 'number', address });
  }
  const [type, content] = typeof value === 'boolean' ? [' t="b"', value ? '1' : '0'] : ['', String(value)];
  return `${head}${type}><${prefix}v>${content}</${prefix}v></${tag}>`;
}

/**
 * Whether Excel would read a text as something else if the user confirmed the cell again: formulas, numbers,
 * dates, times, truth values, errors. Such text is marked with the quote prefix, as the user would by typing `'`.
 */
export function needsQuotePrefix(text: string): boolean {
  return (
    /^[=+\-@'\t\r]/.test(text) ||
    /^\s*[€$£]?\s*[\d.,][\d.,:/ \-–]*([eE][+-]?\d+|%|€|[ap]m)?\s*$/i.test(text) ||
    /^\s*\d{1,2}[-/ ][a-z]{3,9}([-/ ]\d{2,4})?\s*$/i.test(text) ||
    /^\s*(vero|falso|true|false|#[a-z0-9/!?]+)\s*$/i.test(text)
  );
}
