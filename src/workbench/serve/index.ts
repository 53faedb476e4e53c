/** The workbench's small server and what it has to build first. */
export { BuildError, buildAll as build, folderOf, prepare, type Part } from './build';
export { HOST_SCRIPT, OFFICE_PATH, PanePageError, servedPane } from './pane-page';
export { PortBusyError, serveWorkbench, type Bench, type BenchFiles } from './server';
