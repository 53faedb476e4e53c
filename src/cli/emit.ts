import { texts, type CommonOptions, type Output } from './context';
import { writeWhole } from './files';

/** Prints a result, or writes it to `--out`. */
export async function emit(content: string, options: CommonOptions, output: Output): Promise<void> {
  if (options.out === undefined) return output.out(content);
  await writeWhole(options.out, content);
  output.err(`${texts(options).cli.written(options.out)}\n`);
}

/** A result as JSON: indented for reading (`json`), on one line for streams (`ndjson`). */
export function asJson(value: unknown, options: Pick<CommonOptions, 'format'>): string {
  return `${JSON.stringify(value, null, options.format === 'ndjson' ? 0 : 2)}\n`;
}
