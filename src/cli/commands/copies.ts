import { frozenFormulas, newYear, PlanSession } from '../../application';
import { writeStore } from '../../plan';
import { patchWorkbook } from '../../xlsx';
import { sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { openFile, writeWhole } from '../files';
import { UsageError } from '../usage';
import { copyPath } from './waive';

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
  await writeWhole(out, patchWorkbook(port.bytes(), { cells: made.edits, store, withoutReport: true }));
  output.err(`${words.recoded(made.from, made.to, made.recoded, made.cleared)} ${words.written(out)}\n`);
  return 0;
}
