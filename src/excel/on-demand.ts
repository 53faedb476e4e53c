/** Fetched when a user asks for it at the pane or the ribbon: the value of a function does not wait for it. */
export { freezeFormulas, type Frozen } from './freeze';
export { hasMarks, writeMarks } from './marks';
export { readSelection } from './selection';
