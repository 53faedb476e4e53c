import type { Layout } from './check-text';
import { line, paint, type Paint } from './paint';
import { visibleWidth, wrap } from './wrap';

/** Between the columns of a table. */
const GAP = '  ';
/** A column is made no narrower than this to let a table fit. */
const NARROWEST_COLUMN = 8;

/** A page in our Markdown – headings, paragraphs, lists, tables, bold – as a terminal shows it. */
export function pageText(markdown: string, layout: Layout): string {
  const p = paint(layout.colour);
  const blocks = markdown.trim().split(/\n{2,}/);
  return `${blocks.map((block) => blockLines(block, layout, p).join('\n')).join('\n\n')}\n`;
}

function blockLines(block: string, { width }: Layout, p: Paint): string[] {
  const heading = /^(#+) (.*)$/.exec(block);
  if (heading) {
    const [, depth = '', text = ''] = heading;
    return wrap(depth.length === 1 ? inline(text, p) : inline(text, p).toUpperCase(), width).map(p.bold);
  }
  const lines = block.split('\n');
  if (lines.every((one) => one.startsWith('|'))) return tableLines(lines, width, p);
  if (lines.every((one) => one.startsWith('- ')))
    return lines.flatMap((one) => wrap(inline(one.slice(2), p), width, '• ', '  '));
  return wrap(inline(lines.join(' '), p), width);
}

/** Bold is shown, the marks of code and links are dropped: their words stay. */
function inline(text: string, p: Paint): string {
  return line(text)
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, (_all, bold: string) => bold.split(' ').map(p.bold).join(' '));
}

function tableLines(lines: readonly string[], width: number, p: Paint): string[] {
  const rows = lines
    .filter((one) => !/^\|(\s*:?-+:?\s*\|)+$/.test(one))
    .map((one) =>
      one
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => inline(cell.replaceAll('\\|', '|').replaceAll('<br>', ' '), p)),
    );
  const widths = columnWidths(rows, width);
  return rows.flatMap((row, at) => {
    const cells = widths.map((most, column) => wrap(row[column] ?? '', most));
    const height = Math.max(...cells.map((cell) => cell.length));
    const shown = Array.from({ length: height }, (_one, n) =>
      widths
        .map((most, column) => padded(cells[column]?.[n] ?? '', most))
        .join(GAP)
        .trimEnd(),
    );
    return at === 0 ? [...shown.map(p.bold), widths.map((most) => '─'.repeat(most)).join(GAP)] : shown;
  });
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - visibleWidth(text)));

/** As wide as their widest cell; where that is too much, the widest give way. */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_one, column) =>
    Math.max(1, ...rows.map((row) => visibleWidth(row[column] ?? ''))),
  );
  const total = (): number => widths.reduce((sum, one) => sum + one, GAP.length * (count - 1));
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST_COLUMN) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
