/**
 * The formula engine yields through a MessageChannel, which jsdom lacks. The smallest channel that keeps its
 * promise: what is posted on one port arrives at the other in a later task.
 */
class PlainPort {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  other: PlainPort | null = null;
  postMessage(data: unknown): void {
    setTimeout(() => this.other?.onmessage?.({ data }), 0);
  }
  close(): void {
    this.onmessage = null;
  }
}

class PlainChannel {
  readonly port1 = new PlainPort();
  readonly port2 = new PlainPort();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

/** Gives the page a MessageChannel where it has none. */
export function ensureMessageChannel(scope: object = globalThis): void {
  if (!('MessageChannel' in scope)) Object.assign(scope, { MessageChannel: PlainChannel });
}
