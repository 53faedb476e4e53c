export * from './verdict';
export { REPORT_SHEET } from './report-sheet';
