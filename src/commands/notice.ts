/** What went wrong with the pane closed: kept until the pane has shown it. */
let current: string | null = null;
const listeners = new Set<() => void>();

export const lastFailure = (): string | null => current;

export function setFailure(sentence: string | null): void {
  current = sentence;
  for (const listener of [...listeners]) listener();
}

export function onFailure(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
