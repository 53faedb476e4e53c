import type { ReportCell, ReportSheet } from '../workbook';
import type { CheckReport } from './report';

/** Name of the sheet the check writes. */
export const REPORT_SHEET = 'Verifica PEG';
/** Name of the sheet with the findings of one office. */
export const OFFICE_SHEET = 'Elenco PEG per ufficio';
/** Sheets of ours: never read as part of the plan. */
export const OWN_SHEETS: readonly string[] = [REPORT_SHEET, OFFICE_SHEET];

/** The report as a sheet that prints on A4: facts first, then one table after another. */
export function reportSheet(report: CheckReport): ReportSheet {
  const rows: (readonly ReportCell[])[] = [
    [{ value: report.title, style: 'title' }],
    [report.verdict],
    [],
    ...report.facts.map(([label, value]): ReportCell[] => [
      { value: label, style: 'label' },
      { value: null },
      { value: null },
      { value },
    ]),
  ];
  for (const section of report.sections) {
    rows.push(
      [],
      [{ value: section.title, style: 'title' }],
      section.headings.map((value): ReportCell => ({ value, style: 'heading' })),
      ...section.rows,
    );
    if (section.rows.length === 0) rows.push([{ value: '–', style: 'muted' }]);
  }
  rows.push([], [{ value: report.closing, style: 'muted' }]);
  return {
    name: REPORT_SHEET,
    rows,
    widths: [10, 13, 24, 60, 44, 36],
    printTitles: [0, 0],
    header: report.title,
  };
}
