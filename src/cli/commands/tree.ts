import { mappingJson } from '../../application';
import { planCounts, planTree } from '../../plan';
import { layoutOf, type CommonOptions, type Output } from '../context';
import { openSession } from '../open-session';
import { treeText } from '../render/tree-text';
import { emit, asJson } from '../emit';
import { wording } from '../wording';

/** `peg tree FILE`: the hierarchy as understood. */
export async function tree(file: string, options: CommonOptions, output: Output): Promise<number> {
  const session = await openSession(file, options);
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
