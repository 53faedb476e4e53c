import { texts, type CommonOptions, type Output } from './context';
import { writeWhole } from './files';
import { neverAsWorkbook } from './output-path';

/** Prints a result, or writes it to `--out`. */
export async function emit(content: string, options: CommonOptions, output: Output): Promise<void> {
  if (options.out === undefined) return output.out(content);
  neverAsWorkbook(options.out, options);
  await writeWhole(options.out, content);
  output.err(`${texts(options).cli.written(options.out)}\n`);
}

/** Signs JSON may carry as they are, but that steer a terminal or turn the direction of what follows. */
const STEERING = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g;

/** JSON that can be looked at on a terminal: what could steer it is written as an escape. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    STEERING,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A result as JSON: indented for reading (`json`), on one line for streams (`ndjson`). */
export function asJson(value: unknown, options: Pick<CommonOptions, 'format'>): string {
  return `${jsonText(value, options.format === 'ndjson' ? 0 : 2)}\n`;
}
