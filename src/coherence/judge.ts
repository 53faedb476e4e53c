import type { BaseData } from '../indicators';
import type { Plan } from '../plan';
import type { AnswerMemo } from './answer-memo';
import { withCauses, withoutWaivedCauses } from './causes';
import { PERHAPS_MISREAD, withCrowds, type AskedRule } from './crowds';
import { runEngine, describeError, type EngineAnswer, type PreparedRule } from './engine';
import { factContext, type FactContext } from './facts/context';
import { withDoubt } from './doubt';
import { withOffices } from './finding-offices';
import type { Finding, Judgement, RuleRun, Waiver } from './finding';
import { findingsOf } from './findings';
import { views } from './facts';
import { fixers } from './fixes';
import { byConsequence } from './order';
import type { Municipality } from './municipality';
import { isMet, missingText } from './requirements';
import type { LocalisedText, RequiredField } from './rule';
import type { RuleSet, RuleSetting } from './ruleset';
import { leavesOf } from './used-fields';
import { applyWaivers } from './waivers';
import { relatedEntries } from './related';
import { compileWhere } from './where';

export interface JudgeOptions {
  readonly ruleSet: RuleSet;
  readonly waivers?: readonly Waiver[];
  /** ISO day of the check: what is accepted until yesterday is open again. */
  readonly today: string;
  /** Base data of the indicators, where the workbook has them. */
  readonly baseData?: BaseData;
  readonly municipality?: Municipality;
  /** Day of the monitoring, ISO, at that stage only. */
  readonly monitoredOn?: string;
  /** Asked between pieces of work, so that a host that wants an answer every few seconds gets its turn. */
  readonly pause?: () => Promise<void>;
  /** The answers of the last time: only rules whose facts are others now run again. */
  readonly memo?: AnswerMemo;
}

/**
 * Judges a plan by a rule set: which rules passed, which were violated and where, which could not be verified
 * and what is missing, which failed. One rule's failure never touches another. The plan is not changed.
 */
export async function judge(plan: Plan, options: JudgeOptions): Promise<Judgement> {
  const { ruleSet, today, waivers = [] } = options;
  const { baseData, municipality, monitoredOn } = options;
  const context = factContext(plan, {
    aliases: ruleSet.aliases,
    ...(baseData ? { data: baseData } : {}),
    ...(municipality ? { municipality } : {}),
    ...(monitoredOn ? { monitoredOn } : {}),
  });
  const early = new Map<string, RuleRun>();
  const running: RuleSetting[] = [];
  for (const setting of ruleSet.settings) {
    const run = beforeRunning(setting, context);
    if (run) early.set(setting.rule.id, run);
    else running.push(setting);
  }
  const prepared = running.map(({ rule, options: values }): PreparedRule => ({ rule, options: values }));
  const answers = options.memo
    ? await options.memo.answer(prepared, context, options.pause)
    : await runEngine(prepared, context, options.pause);
  const found: Finding[] = [];
  const runs = ruleSet.settings.map((setting) => {
    const run = early.get(setting.rule.id);
    if (run) return run;
    const outcome = afterRunning(setting, answers.get(setting.rule.id), context);
    found.push(...outcome.findings);
    return outcome.run;
  });
  const caused = withCauses(
    found,
    running.map(({ rule }) => rule),
  );
  const asked = running.flatMap((setting) => askedRule(setting, answers.get(setting.rule.id), context));
  const confirmed = new Set(waivers.map((waiver) => waiver.finding));
  const folded = withCrowds(withDoubt(caused, plan), asked, context, confirmed);
  const accepted = applyWaivers(folded, waivers, today);
  return {
    ruleSetId: ruleSet.id,
    rules: runs,
    findings: byConsequence(withOffices(withoutWaivedCauses(accepted.findings), context), context).map(
      (finding) => withEdits(finding, ruleSet, context),
    ),
    waivers: accepted.uses,
  };
}

/** A rule with the entries it found its own among. */
function askedRule(
  { rule, options }: RuleSetting,
  answer: EngineAnswer | undefined,
  context: FactContext,
): AskedRule[] {
  const name = answer?.kind === 'answered' ? answer.found[0]?.view : undefined;
  const view = views.get(name ?? '');
  if (!view) return [];
  const leaf = leavesOf(rule.conditions).find(({ fact }) => fact === name);
  const isMeant = compileWhere(leaf?.params?.of, { options, view, related: relatedEntries(context) });
  return [{ rule, view, entries: view.entries(context).filter((entry) => isMeant(entry)) }];
}

/** What a fix would write, where the rule names a proposal; where it has none the fix is a suggestion. */
function withEdits(finding: Finding, ruleSet: RuleSet, context: FactContext): Finding {
  if (finding.messageId === PERHAPS_MISREAD) return finding;
  const rule = ruleSet.settings.find((setting) => setting.rule.id === finding.rule)?.rule;
  const fixer = rule?.fix.proposal === undefined ? undefined : fixers.get(rule.fix.proposal);
  const edits = fixer?.propose(finding, context) ?? null;
  if (edits !== null && edits.length > 0) return { ...finding, edits };
  // Automatic only where the program can write it: here it is left to a person.
  const { fix } = finding;
  return fix.kind === 'automatic' ? { ...finding, fix: { ...fix, kind: 'suggestion' } } : finding;
}

/** Rules that are off, not in force for the plan's year, or lack what they need never reach the engine. */
function beforeRunning(setting: RuleSetting, context: FactContext): RuleRun | null {
  const { rule } = setting;
  const answer = (
    status: RuleRun['status'],
    reason: LocalisedText,
    missing: readonly RequiredField[] = [],
  ): RuleRun => ({ rule: rule.id, status, reason, missing, findings: 0 });
  if (setting.off) return answer('off', setting.off);
  if (rule.inForce) {
    const { from = -Infinity, to = Infinity } = rule.inForce;
    if (context.year === null) return answer('notVerifiable', missingText(['plan.year']), ['plan.year']);
    if (context.year < from || context.year > to) {
      return answer('notApplicable', {
        it: `Non in vigore per un piano ${context.year}.`,
        en: `Not in force for a ${context.year} plan.`,
      });
    }
  }
  const missing = rule.requires.filter((requirement) => !isMet(requirement, context));
  if (missing.length > 0) {
    const fields = missing.flatMap((requirement) =>
      typeof requirement === 'string' ? requirement : requirement.anyOf,
    );
    return answer('notVerifiable', missingText(missing), fields);
  }
  return null;
}

function afterRunning(
  setting: RuleSetting,
  answer: EngineAnswer | undefined,
  context: FactContext,
): { run: RuleRun; findings: Finding[] } {
  const { rule } = setting;
  const run = (status: RuleRun['status'], reason: LocalisedText | null, findings = 0): RuleRun => ({
    rule: rule.id,
    status,
    reason,
    missing: [],
    findings,
  });
  const failed = (error: string): { run: RuleRun; findings: Finding[] } => ({
    run: run('failed', {
      it: `La regola non ha potuto essere eseguita (${error}).`,
      en: `The rule could not be run (${error}).`,
    }),
    findings: [],
  });
  if (!answer) return failed('no answer');
  if (answer.kind === 'failed') return failed(answer.error);
  try {
    if (answer.examined === 0) {
      return {
        run: run('notApplicable', {
          it: 'Il piano non ha nulla a cui si applichi.',
          en: 'The plan has nothing it applies to.',
        }),
        findings: [],
      };
    }
    const findings = answer.holds ? findingsOf(setting, answer.found, context) : [];
    return { run: run(findings.length > 0 ? 'violated' : 'passed', null, findings.length), findings };
  } catch (error) {
    return failed(describeError(error));
  }
}
