/** What a command of the ribbon has to say: kept until the pane has shown it, because the pane may be closed. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  /** It did not succeed. */
  readonly failed: boolean;
}

let current: Notice | null = null;
const listeners = new Set<() => void>();

export const lastNotice = (): Notice | null => current;

export function setNotice(notice: Notice | null): void {
  current = notice;
  for (const listener of [...listeners]) listener();
}

export function onNotice(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
