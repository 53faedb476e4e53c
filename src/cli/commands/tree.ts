import { mappingJson, type PlanSession } from '../../application';
import { whyTexts } from '../../messages';
import { planCounts, planTree } from '../../plan';
import { parseRef } from '../../workbook';
import { layoutOf, type CommonOptions, type Output } from '../context';
import { openSession } from '../open-session';
import { treeText } from '../render/tree-text';
import { whyJson, whyText } from '../render/why';
import { UsageError } from '../usage';
import { emit, asJson } from '../emit';
import { wording } from '../wording';

/** `peg tree FILE`: the hierarchy as understood; with `--why`, how one cell was. */
export async function tree(
  file: string,
  options: CommonOptions & { readonly why?: string },
  output: Output,
): Promise<number> {
  const session = await openSession(file, options);
  if (options.why !== undefined) {
    await emit(explained(session, { file, cell: options.why }, options, output), options, output);
    return 0;
  }
  const { mapping } = session;
  const { plan } = mapping;
  const described = mappingJson({ mapping }, wording(options.lang));
  const content =
    options.format === 'text'
      ? treeText(file, plan, described, layoutOf(options, output))
      : asJson(
          {
            file,
            plan: {
              year: plan.document.years[0] ?? null,
              codeScheme: plan.codeScheme?.mask ?? null,
              dup: plan.dup,
              counts: planCounts(plan),
              tree: planTree(plan),
            },
            mapping: { ...described, profile: mapping.profile, accounts: mapping.accounts },
          },
          options,
        );
  await emit(content, options, output);
  return 0;
}

/** `--why Sheet!E4`: what spoke for reading the cell so, and for the second best. */
function explained(
  session: PlanSession,
  { file, cell }: { readonly file: string; readonly cell: string },
  options: CommonOptions,
  output: Output,
): string {
  const ref = parseRef(cell);
  const why = ref && session.why(ref);
  const sheets = session.workbook.sheets.map(({ name }) => name);
  if (!why) throw new UsageError(whyTexts(options.lang).noCell(cell, sheets));
  return options.format === 'text'
    ? whyText(why, layoutOf(options, output))
    : asJson({ file, ...whyJson(why, options.lang) }, options);
}
