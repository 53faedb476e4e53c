/** The functions PEG.*; the build makes them known to Excel under the ids of their comments. */
export { check, evaluate, indicator, title } from './functions';
export { liveCells } from './live';
