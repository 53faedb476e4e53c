import type { Bench } from './bench';

declare global {
  interface Window {
    /** The page of the workbench, for the host script inside the pane and for tests. */
    pegWorkbench: Bench;
  }
}
