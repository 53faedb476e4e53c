import { annexOf, type AnnexTable } from '../../application';
import { escapeHtml } from '../../approval';
import { planCounts, planFingerprint } from '../../plan';
import { newWorkbook } from '../../xlsx';
import { texts, type CommonOptions, type Output } from '../context';
import { openSession } from '../open-session';
import { writeWhole } from '../files';
import { outputPath } from '../output-path';
import { UsageError } from '../usage';

/** `peg export FILE --as json|annex --out PATH`: the plan as data, or as the published tables (.xlsx or .html). */
export async function exportPlan(
  file: string,
  options: CommonOptions & { readonly as: 'json' | 'annex' },
  output: Output,
): Promise<number> {
  const out = outputPath(file, options);
  if (options.as === 'annex' && !/\.(xlsx|html?)$/i.test(out))
    throw new UsageError(texts(options).cli.annexKind(out));
  const session = await openSession(file, options);
  const { plan } = session;
  if (options.as === 'json') {
    await writeWhole(
      out,
      `${JSON.stringify({ $schema: 'piano.schema.json', version: 1, file, fingerprint: planFingerprint(plan), counts: planCounts(plan), plan }, null, 2)}\n`,
    );
  } else {
    const tables = annexOf(plan, options.lang);
    await writeWhole(
      out,
      out.toLowerCase().endsWith('.xlsx') ? annexWorkbook(tables) : annexHtml(tables, options),
    );
  }
  output.err(`${texts(options).cli.written(out)}\n`);
  return 0;
}

/** Longest name of a sheet in Excel. */
const LONGEST_NAME = 31;

/** Names Excel takes for a sheet: 31 characters, none of `[]:*?/\`, each only once; cut between words. */
function sheetName(title: string, taken: Set<string>): string {
  const bare =
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'Tabella';
  const cut = (most: number): string => {
    if (bare.length <= most) return bare;
    const words = bare.slice(0, most).replace(/[\s,;.–-]+\S*$/, '');
    return `${words.length < most && words.length > most / 2 ? words : bare.slice(0, most - 1)}…`;
  };
  let name = cut(LONGEST_NAME);
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${cut(LONGEST_NAME - ` ${n}`.length)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

function annexWorkbook(tables: readonly AnnexTable[]): Uint8Array {
  const taken = new Set<string>();
  return newWorkbook(
    tables.map((table) => ({
      name: sheetName(table.title, taken),
      rows: [
        [{ value: table.title, look: { bold: true, bigger: 3 } }],
        [],
        table.headings.map((value) => ({ value, look: { bold: true, fill: 'E6F0FA', wrap: true } })),
        ...table.rows.map((row) =>
          row.map((value) => ({ value: value === '' ? null : value, look: { wrap: true } })),
        ),
      ],
      widths: table.widths,
      printTitles: [2, 2],
    })),
  );
}

function annexHtml(tables: readonly AnnexTable[], options: CommonOptions): string {
  const body = tables.map(
    (table) => `<h2>${escapeHtml(table.title)}</h2>
<table><thead><tr>${table.headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>
<tbody>${table.rows.map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`,
  );
  return `<!doctype html>
<html lang="${options.lang}"><head><meta charset="utf-8"><title>PEG</title>
<style>body{font:14px/1.4 "Segoe UI",system-ui,sans-serif;margin:2rem}table{border-collapse:collapse;width:100%;margin-bottom:2rem}th,td{border:1px solid #c8c8c8;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#f0f0f0}@media print{@page{size:A4 landscape;margin:12mm}tr{break-inside:avoid}}</style></head>
<body>${body.join('\n')}</body></html>
`;
}
