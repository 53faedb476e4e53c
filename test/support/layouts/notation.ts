import {
  gridOf,
  snapshotOf,
  type Cell,
  type CellValue,
  type Grid,
  type WorkbookSnapshot,
} from '../../../src/workbook';
import type { LayoutFixture, LayoutTruth } from './types';

/**
 * Workbooks as text, so that a fixture reads like the sheet it stands for: one line per row, `|` between cells,
 * a line with only a dot is a blank row. `⏎` is a line break in a cell, `#30` a number, `#0.3%` a number shown as a
 * percentage, `@2024-01-31` a date as Excel holds it, `~` a non-breaking space.
 */
export function sheet(name: string, text: string, merges: readonly string[] = []): Grid {
  return gridOf(
    name,
    lines(text).map((line) => (line === '.' ? [] : cells(line).map(cellOf))),
    { merges },
  );
}

/** A workbook of such sheets. */
export function book(name: string, ...sheets: readonly Grid[]): WorkbookSnapshot {
  return snapshotOf(sheets, { name });
}

/** A fixture: its workbook (or several, joined) and what it says. */
export function layout(
  name: string,
  family: string,
  books: WorkbookSnapshot | readonly WorkbookSnapshot[],
  truth: LayoutTruth,
): LayoutFixture {
  const [snapshot, ...others] = 'sheets' in books ? [books] : books;
  return { name, family, snapshot: snapshot ?? snapshotOf([]), others, truth };
}

/** Objectives of PEG: `code | title | under | owner | centre | weight | at`, as the first line names the columns; `-` is none. */
export function pegs(text: string): LayoutTruth['pegs'] {
  return records(text).map(({ code, title = '', weight, ...rest }) => ({
    ...rest,
    code: code === undefined || code === '-' ? null : code,
    title,
    ...(weight === undefined ? {} : { weight: Number(weight) }),
  }));
}

/** Phases: `of | title | start | end | weight | months`. */
export function phases(text: string): NonNullable<LayoutTruth['phases']> {
  return records(text).map(({ of = '', title = '', weight, months, ...rest }) => ({
    ...rest,
    of,
    title,
    ...(weight === undefined ? {} : { weight: Number(weight) }),
    ...(months === undefined ? {} : { months: months.split(',').map(Number) }),
  }));
}

/** Indicators: `of | title | formula | unit | source | targets | baselines | actuals`; values as `2024=10; 2025=12`, or one without a year. */
export function indicators(text: string): NonNullable<LayoutTruth['indicators']> {
  return records(text).map(({ of, title = '', targets, baselines, actuals, ...rest }) => ({
    ...rest,
    of: of === undefined || of === '-' ? null : of,
    title,
    ...(targets === undefined ? {} : { targets: values(targets) }),
    ...(baselines === undefined ? {} : { baselines: values(baselines) }),
    ...(actuals === undefined ? {} : { actuals: values(actuals) }),
  }));
}

function values(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(';').map((part) => {
      const match = /^\s*((?:19|20)\d\d(?:-[\dS]+)*)=(.*)$/.exec(part);
      return match ? [match[1] ?? '', (match[2] ?? '').trim()] : ['', part.trim()];
    }),
  );
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function cells(line: string): string[] {
  return line.split('|').map((cell) => cell.trim());
}

function records(text: string): Record<string, string | undefined>[] {
  const [header = '', ...rest] = lines(text);
  const names = cells(header);
  return rest.map((line) =>
    Object.fromEntries(
      cells(line).flatMap((value, i) => (value === '' ? [] : [[names[i] ?? '', plain(value)] as const])),
    ),
  );
}

function plain(text: string): string {
  return text.replace(/⏎/g, ' ').replace(/~/g, ' ');
}

function cellOf(text: string): CellValue | Cell {
  if (text === '') return null;
  const percent = /^#(-?[\d.]+)%$/.exec(text);
  if (percent) {
    const value = Number(percent[1]);
    return { value, text: `${Math.round(value * 1000) / 10}%`.replace('.', ','), format: '0%' };
  }
  if (/^#-?[\d.]+$/.test(text)) return Number(text.slice(1));
  const date = /^@(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (date) {
    const [, y = '', m = '', d = ''] = date;
    const serial = Date.UTC(Number(y), Number(m) - 1, Number(d)) / 86_400_000 + 25_569;
    return { value: serial, text: `${d}/${m}/${y}`, format: 'dd/mm/yyyy' };
  }
  return text.replace(/⏎/g, '\n').replace(/~/g, '\u00a0');
}
