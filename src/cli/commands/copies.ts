import { frozenFormulas, newYear, PlanSession } from '../../application';
import { writeStore } from '../../plan';
import { formatRef } from '../../workbook';
import { patchWorkbook, XlsxWorkbook } from '../../xlsx';
import { sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { openFile, writeWhole } from '../files';
import { copyPath } from '../output-path';
import { UsageError } from '../usage';

/** `peg publish FILE --out COPY`: a copy without our store and check sheet, PEG formulas turned into their values. */
export async function publish(file: string, options: CommonOptions, output: Output): Promise<number> {
  const out = copyPath(file, options);
  const port = openFile(file);
  const cells = frozenFormulas(await port.snapshot());
  await writeWhole(out, patchWorkbook(port.bytes(), { cells, store: null, withoutReport: true }));
  output.err(`${texts(options).cli.frozen(cells.length)} ${texts(options).cli.written(out)}\n`);
  return 0;
}

/** `peg new-year FILE [--year 2018] --out COPY`: recoded for the next year, results cleared, mapping carried over. */
export async function nextYear(
  file: string,
  options: CommonOptions & { readonly year?: number },
  output: Output,
): Promise<number> {
  const out = copyPath(file, options);
  const words = texts(options).cli;
  const port = openFile(file);
  const session = await PlanSession.open(port, await sessionOptions(options));
  const { mapping } = session;
  const made = newYear(mapping.plan, session.workbook, options.year);
  if (!made) throw new UsageError(words.noYear);
  // The old mask may spell the year out; the rest of the mapping still fits.
  const store = writeStore({ profile: mapping.profile });
  const bytes = patchWorkbook(port.bytes(), { cells: made.edits, store, withoutReport: true });
  await writeWhole(out, bytes);
  output.err(`${words.recoded(made.from, made.to, made.recoded, made.cleared)} ${words.written(out)}\n`);
  // Titles and prefaces are the office's to write: where the copy still says the old year, it is named.
  const { years, yearSource } = (
    await PlanSession.open(new XlsxWorkbook(bytes, file), await sessionOptions(options))
  ).plan.document;
  const [cell] = yearSource?.cells ?? [];
  if (years[0] !== undefined && years[0] !== made.to && cell)
    output.err(`${words.yearStays(years[0], formatRef(cell), made.to)}\n`);
  return 0;
}
