/** Number formats: what a value means to say with its format, apart from where it was read. */
export { errorName } from './errors';
export { neutralText } from './neutral-text';
export { settledFormat } from './settled';
