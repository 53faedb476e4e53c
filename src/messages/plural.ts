/** A count with its noun in the right number: `1 avviso`, `3 avvisi`. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A whole number with its thousands parted: `25.000.000`. */
export function thousands(count: number, mark: string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, mark);
}
