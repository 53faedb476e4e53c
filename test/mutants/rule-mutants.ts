import { writeFileSync } from 'node:fs';
import {
  judge,
  loadRuleSet,
  planFromExample,
  shippedRules,
  type ExamplePlan,
  type Rule,
  type RuleExample,
} from '../../src/coherence';
import { mutantsOf } from './mutate';

/** Share of the mutants that the examples of their rules must notice, in percent. */
const FLOOR = 80;
const only = process.argv.includes('--rule') ? process.argv[process.argv.indexOf('--rule') + 1] : undefined;
const { ruleSet } = loadRuleSet({});

/** What a rule says of a small plan, as one text. */
async function saidOf(
  rule: Rule,
  example: RuleExample,
  plan: ReturnType<typeof planFromExample>,
): Promise<string> {
  const { municipality = {}, monitoredOn } = example;
  const options = rule.options?.defaults ?? {};
  const { findings, rules } = await judge(plan, {
    ruleSet: {
      ...ruleSet,
      settings: [{ rule, options, off: null, severity: null, documentation: null, own: false }],
    },
    today: '2025-01-15',
    municipality,
    ...(monitoredOn ? { monitoredOn } : {}),
  });
  return JSON.stringify([
    // What a rule is about (`of`) shows where it says that it does not apply.
    rules.map(({ status }) => (status === 'failed' || status === 'notApplicable' ? status : '')),
    findings.map(({ severity, messageId, subject, cells: [cell] }) => [
      severity,
      messageId,
      subject.code ?? subject.title,
      cell && `${cell.sheet}!${cell.address}`,
    ]),
  ]);
}

interface Count {
  readonly rule: string;
  readonly all: number;
  readonly alive: readonly string[];
}

async function countOf(rule: ReturnType<typeof shippedRules>[number]): Promise<Count> {
  const examples: readonly RuleExample[] = [...rule.examples.coherent, ...rule.examples.incoherent];
  const plans = examples.map((one) => planFromExample(one.plan as ExamplePlan));
  const said = await Promise.all(
    examples.map((one, at) => saidOf(rule, one, plans[at] as (typeof plans)[number])),
  );
  const mutants = mutantsOf(rule);
  const alive: string[] = [];
  for (const mutant of mutants) {
    let noticed = false;
    for (let at = 0; at < examples.length && !noticed; at++) {
      const now = await saidOf(mutant.rule, examples[at] as RuleExample, plans[at] as (typeof plans)[number]);
      noticed = now !== said[at];
    }
    if (!noticed) alive.push(`${mutant.place}: ${mutant.change}`);
  }
  return { rule: rule.id, all: mutants.length, alive };
}

async function main(): Promise<void> {
  const counts: Count[] = [];
  for (const rule of shippedRules()) if (!only || rule.id === only) counts.push(await countOf(rule));
  const all = counts.reduce((sum, one) => sum + one.all, 0);
  const killed = all - counts.reduce((sum, one) => sum + one.alive.length, 0);
  const share = (killed / all) * 100;
  if (only) for (const { alive } of counts) console.log(alive.join('\n'));
  else {
    const rows = counts.map(({ rule, all: of, alive }) => `| ${rule} | ${of} | ${of - alive.length} |`);
    const head = `# Mutanti delle regole\n\nOgni regola cambiata di poco, e quante volte i suoi esempi se ne accorgono: **${killed} su ${all}** (${share.toFixed(1)}%).\nScritto da \`npm run rules:mutants\`.\n\n| regola | mutanti | notati |\n| ------ | ------- | ------ |\n`;
    writeFileSync('docs/mutanti.md', `${head}${rows.join('\n')}\n`);
  }
  console.log(`${killed} of ${all} mutants noticed (${share.toFixed(1)} %), floor ${FLOOR} %`);
  if (!only && share < FLOOR) process.exitCode = 1;
}

void main();
