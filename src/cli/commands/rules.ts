import { documentedRule, loadRuleSet, rulePage } from '../../coherence';
import { layoutOf, ruleFiles, texts, type CommonOptions, type Output } from '../context';
import { asJson, emit } from '../emit';
import { pageText } from '../render/page-text';
import { wrap } from '../render/wrap';
import { tellRuleProblems } from '../rule-problems';
import { UsageError } from '../usage';

/** `peg rules [RULE]`: the catalogue, or one rule's page. */
export async function rules(id: string | undefined, options: CommonOptions, output: Output): Promise<number> {
  const { ruleSet, problems } = loadRuleSet({}, ruleFiles(options));
  tellRuleProblems(problems, options, output);
  if (id !== undefined) {
    const setting = ruleSet.settings.find((one) => one.rule.id.toLowerCase() === id.toLowerCase());
    const rule = setting && documentedRule(setting);
    if (!rule) throw new UsageError(texts(options).cli.noSuchRule(id));
    const page =
      options.format === 'text'
        ? pageText(rulePage(rule, options.lang), layoutOf(options, output))
        : asJson(rule, options);
    await emit(page, options, output);
    return problems.length > 0 ? 2 : 0;
  }
  const list = ruleSet.settings.map(({ rule, off }) => ({
    id: rule.id,
    name: rule.name,
    group: rule.group,
    title: rule.title[options.lang],
    class: rule.class,
    on: off === null,
  }));
  const content =
    options.format === 'text'
      ? list
          .flatMap(({ id: name, title, on }) => {
            const off = on ? '' : ` (${texts(options).status.off})`;
            return wrap(`${title}${off}`, layoutOf(options, output).width, `${name}  `, '        ');
          })
          .map((one) => `${one}\n`)
          .join('')
      : options.format === 'ndjson'
        ? list.map((one) => asJson(one, options)).join('')
        : asJson(list, options);
  await emit(content, options, output);
  return problems.length > 0 ? 2 : 0;
}
