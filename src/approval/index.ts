export * from './verdict';
export * from './outline';
export * from './compare';
export * from './attestation';
export * from './report';
export { OFFICE_SHEET, OWN_SHEETS, REPORT_SHEET, reportSheet } from './report-sheet';
export { escapeHtml, reportHtml } from './report-html';
export { KIND_NAMES, describeChange } from './words';
export * from './monitoring';
