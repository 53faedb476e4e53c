/** The functions PEG.*; the build makes them known to Excel under the ids of their comments. */
export {
  achievement,
  check,
  children,
  evaluate,
  explain,
  findings,
  indicator,
  indicators,
  parent,
  path,
  progress,
  target,
  title,
} from './functions';
export { liveCells } from './live';
