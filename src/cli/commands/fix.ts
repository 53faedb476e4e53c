import { PlanSession } from '../../application';
import { cellAt, formatRef, parseArea, type CellRef, type WorkbookSnapshot } from '../../workbook';
import { layoutOf, sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { asJson } from '../emit';
import { openFile, writeWhole } from '../files';
import { copyPath } from '../output-path';
import { line } from '../render/paint';
import { laidOut, together } from '../render/wrap';
import { UsageError } from '../usage';

/** `peg fix FILE --rule ID --out COPY`: applies a rule's automatic corrections, in a copy, and lists them. */
export async function fix(
  file: string,
  options: CommonOptions & { readonly rule: string },
  output: Output,
): Promise<number> {
  const out = copyPath(file, options);
  const words = texts(options).cli;
  const port = openFile(file);
  const session = await PlanSession.open(port, await sessionOptions(options));
  const { ruleSet, judgement } = await session.check();
  const setting = ruleSet.settings.find((one) => one.rule.id.toLowerCase() === options.rule.toLowerCase());
  if (!setting) throw new UsageError(words.noSuchRule(options.rule));
  const { id } = setting.rule;
  const findings = judgement.findings.filter(
    (finding) => finding.rule === id && finding.status === 'open' && finding.fix.kind === 'automatic',
  );
  const before = session.workbook;
  const { edits } = await session.applyFixes(findings);
  if (edits.length === 0) {
    output.err(`${words.nothingToFix(id)}\n`);
    return 1;
  }
  await writeWhole(out, port.bytes());
  const content =
    options.format === 'text'
      ? laidOut(
          edits.map(
            (edit) =>
              `${together(line(formatRef(edit)))}: «${line(shown(before, edit))}» → «${line(String(edit.value ?? ''))}»`,
          ),
          layoutOf(options, output),
        )
      : asJson({ file, out, edits }, options);
  output.out(content);
  output.err(`${words.fixed(edits.length)}. ${words.written(out)}\n`);
  return 0;
}

/** What a cell showed. */
function shown(book: WorkbookSnapshot, ref: CellRef): string {
  const grid = book.sheets.find((sheet) => sheet.name === ref.sheet);
  const area = parseArea(ref.address);
  return grid && area ? (cellAt(grid, area.top, area.left)?.text ?? '') : '';
}
