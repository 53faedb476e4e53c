import { fitting, type ReportCell, type ReportSheet } from '../workbook';
import type { ReportSection } from './document';
import type { CheckReport } from './report';

/** Name of the sheet the check writes. */
export const REPORT_SHEET = 'Verifica PEG';
/** Name of the sheet with the findings of one office. */
export const OFFICE_SHEET = 'Elenco PEG per ufficio';
/** Sheets of ours: never read as part of the plan. */
export const OWN_SHEETS: readonly string[] = [REPORT_SHEET, OFFICE_SHEET];

/** Columns of the sheet, in characters: rule, gravity, where, text, remedy. Together they fill A4 across. */
const WIDTHS = [11, 15, 26, 70, 42];
const TEXT_COLUMN = 3;
const EMPTY: ReportCell = { value: null };

/** The report as a sheet that prints on A4: facts first, then one table after another. */
export function reportSheet(report: CheckReport): ReportSheet {
  const { style } = report.verdict;
  const rows: (readonly ReportCell[])[] = [
    [{ value: report.title, style: 'title' }],
    [report.verdict, ...WIDTHS.slice(1).map((): ReportCell => (style ? { value: null, style } : EMPTY))],
    [],
    ...report.facts.map(([label, value]) =>
      placed([{ value: label, style: 'label' }, { value }], [0, TEXT_COLUMN]),
    ),
  ];
  for (const section of report.sections) rows.push(...sectionRows(section));
  rows.push([], [{ value: report.closing, style: 'muted' }]);
  return {
    name: REPORT_SHEET,
    // A finding may quote a text as long as a cell: with the words around it, it would no longer fit into one.
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell.value === 'string' ? { ...cell, value: fitting(cell.value) } : cell)),
    ),
    widths: WIDTHS,
    header: report.title,
  };
}

function sectionRows(section: ReportSection): (readonly ReportCell[])[] {
  const headings = placed(
    section.headings.map((value): ReportCell => ({ value, style: 'heading' })),
    section.places,
  );
  return [
    [],
    [{ value: section.title, style: 'title' }],
    WIDTHS.map((_, column) => headings[column] ?? EMPTY).map((cell) => ({ ...cell, style: 'heading' })),
    ...section.rows.map((row) => placed(row, section.places)),
    ...(section.rows.length === 0 ? [[{ value: '–', style: 'muted' } satisfies ReportCell]] : []),
  ];
}

/** The cells in their columns of the sheet. */
function placed(cells: readonly ReportCell[], places: readonly number[]): ReportCell[] {
  const row: ReportCell[] = [];
  cells.forEach((cell, index) => {
    const column = places[index] ?? index;
    while (row.length < column) row.push(EMPTY);
    row.push(cell);
  });
  return row;
}
