import type { ReportCell } from '../workbook';
import type { CheckReport } from './report';

/** Text that stays text in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

const STYLE = `
body{font:14px/1.45 "Segoe UI",system-ui,sans-serif;color:#1b1b1b;margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
.verdict{font-weight:600;padding:.5rem .75rem;display:inline-block;border:1px solid}
.ok{background:#e6f4ea;color:#0b5a25}.error{background:#fde7e9;color:#8a0f1b}.warning{background:#fff4ce;color:#6b4700}.info{background:#e8f1fb;color:#11457a}.muted{color:#5b5b5b}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:1rem 0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #c8c8c8;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{background:#f0f0f0}th,td.label,td.error,td.warning,td.info{white-space:nowrap}td.label{font-weight:600}td.where{min-width:9rem}
@media print{@page{size:A4 landscape;margin:12mm}body{margin:0;max-width:none;font-size:11px}h2{break-after:avoid}thead{display:table-header-group}tr{break-inside:avoid}.verdict,td,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** The report as one HTML page without scripts or outside links. */
export function reportHtml(report: CheckReport): string {
  const cell = (one: ReportCell): string =>
    `<td${one.style ? ` class="${one.style}"` : one.link ? ' class="where"' : ''}>${escapeHtml(String(one.value ?? ''))}</td>`;
  const sections = report.sections.map(
    (section) => `<h2>${escapeHtml(section.title)}</h2>
<table><thead><tr>${section.headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>
<tbody>${section.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table>`,
  );
  return `<!doctype html>
<html lang="${report.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(report.title)}</h1>
<p class="verdict ${report.verdict.style ?? ''}">${escapeHtml(String(report.verdict.value ?? ''))}</p>
<dl>${report.facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${sections.join('\n')}
<p class="muted">${escapeHtml(report.closing)}</p>
</body></html>
`;
}
