/** Name of the sheet the check writes; it is never read as part of the plan. */
export const REPORT_SHEET = 'Verifica PEG';
