/** A count with its noun in the right number: `1 avviso`, `3 avvisi`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
