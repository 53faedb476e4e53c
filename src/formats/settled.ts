/**
 * Formats that Excel leaves to the language of the computer. Excel names them as an American one has them, whatever
 * it shows; here they are as Italian Excel shows them.
 */
const LEFT_TO_THE_COMPUTER: ReadonlyMap<string, string> = new Map([
  ['m/d/yy', 'dd/mm/yyyy'],
  ['m/d/yyyy', 'dd/mm/yyyy'],
  ['m/d/yy h:mm', 'dd/mm/yyyy hh:mm'],
  ['m/d/yyyy h:mm', 'dd/mm/yyyy hh:mm'],
  ['d-mmm-yy', 'dd-mmm-yy'],
  ['d-mmm', 'dd-mmm'],
  ['h:mm', 'hh:mm'],
  ['h:mm:ss', 'hh:mm:ss'],
]);

/** A format code as files and Excel give it, in one notation; undefined for General. */
export function settledFormat(code: string): string | undefined {
  if (/^(general)?$/i.test(code)) return undefined;
  return LEFT_TO_THE_COMPUTER.get(code.replace(/;@$/, '')) ?? code;
}
