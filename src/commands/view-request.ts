/** The view of the pane that a command asks for. The pane may be closed, open, or still on its way. */
export type RequestedView = 'approval' | 'findings';

let wanted: RequestedView | null = null;
const listeners = new Set<() => void>();

export function requestView(view: RequestedView): void {
  wanted = view;
  for (const listener of [...listeners]) listener();
}

/** What the pane knows of it. */
export const viewRequests = {
  /** Whether a view was asked for and not taken yet. */
  isPending: (): boolean => wanted !== null,
  /** The view asked for; from then on it counts as shown. */
  take(): RequestedView | null {
    const view = wanted;
    wanted = null;
    return view;
  },
  /** Told at every request; returns what stops it. */
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
} as const;
