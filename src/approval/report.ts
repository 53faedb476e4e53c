import type { Finding, Judgement, Language, LocalisedText, RuleSet, Severity } from '../coherence';
import type { MappingResult } from '../mapping';
import { planCounts, planFingerprint, type Plan, type PlanCounts } from '../plan';
import type { ReportCell } from '../workbook';
import type { AttestationState } from './attestation';
import { shownDay, where, type ReportSection, type Say } from './document';
import type { Monitoring } from './monitoring';
import { achievementFact, monitoringSections } from './report-monitoring';
import type { Verdict } from './verdict';
import { ATTESTATION_STATES, KIND_NAMES, STAGES, STATUSES, WORDS } from './words';

/** What a report says of the circumstances of the check. */
export interface ReportAbout {
  /** Day of the check, ISO. */
  readonly date: string;
  /** Version of the tool. */
  readonly version: string;
}

/** What a report is made of. */
export interface ReportInput extends ReportAbout {
  /** Names of the workbooks that were read as one plan. */
  readonly workbooks: readonly string[];
  readonly plan: Plan;
  readonly mapping: MappingResult;
  readonly judgement: Judgement;
  readonly verdict: Verdict;
  readonly ruleSet: RuleSet;
  /** The plan at a date of the year; null at other stages. */
  readonly monitoring: Monitoring | null;
  /** Whether an earlier attestation holds for the plan as it is now. */
  readonly attestation: AttestationState;
}

/** The check as a document: what was checked, with which rules, what was found and what was accepted. */
export interface CheckReport {
  readonly language: Language;
  readonly title: string;
  readonly verdict: ReportCell;
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly ReportSection[];
  readonly closing: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Puts the report together in a language. Every text of the workbook stays text. */
export function reportOf(input: ReportInput, language: Language): CheckReport {
  const say: Say = (text) => text[language];
  const { plan, verdict, judgement, monitoring } = input;
  const open = SEVERITIES.flatMap((severity) => rootsOf(judgement.findings, severity));
  return {
    language,
    title: say(WORDS.title),
    verdict: {
      value: say(headline(verdict, planCounts(plan))),
      style: verdict.ready ? 'ok' : verdict.reading === null ? 'error' : 'warning',
    },
    facts: [
      ...doubtFact(input, say),
      ...factsOf(input, say),
      ...(monitoring ? achievementFact(monitoring, say) : []),
    ],
    sections: [
      findingsSection(say(WORDS.findings), open, say),
      findingsSection(
        say(WORDS.doubtful),
        countable(judgement.findings).filter(({ doubtful }) => doubtful),
        say,
      ),
      reasonsSection(open, input.ruleSet, say),
      ...(monitoring ? monitoringSections(monitoring, say) : []),
      waivedSection(judgement.findings, say),
      notVerifiableSection(input, say),
      ranSection(input, say),
      unreadSection(input.mapping, say),
    ].filter((section) => section.rows.length > 0 || section.title === say(WORDS.findings)),
    closing: say(WORDS.notSignature),
  };
}

function headline(verdict: Verdict, counts: PlanCounts): LocalisedText {
  if (verdict.reading !== null && verdict.reading.question !== null) return WORDS.readingAsks;
  if (counts.pegObjectives === 0) return WORDS.noPlan;
  if (verdict.reading !== null) return WORDS.readingPartial;
  if (verdict.failed > 0) return WORDS.failed;
  return verdict.ready ? WORDS.ready : WORDS.notReady;
}

/** What is in question, before anything else that is said. */
function doubtFact({ mapping, verdict }: ReportInput, say: Say): [string, string][] {
  if (verdict.reading === null) return [];
  const places = mapping.reading.questions.map(({ about: { sheet, address } }) =>
    address === '' ? sheet : `${sheet} ${address}`,
  );
  const parts = [
    ...(places.length > 0 ? [`${say(WORDS.openQuestions)}: ${places.join(', ')}`] : []),
    `${say(WORDS.notCounted)}: ${verdict.reading.findings}`,
  ];
  return [[say(WORDS.reading), parts.join('; ')]];
}

function factsOf(input: ReportInput, say: Say): [string, string][] {
  const { plan, verdict, attestation } = input;
  const counts = planCounts(plan);
  const named: readonly [number, keyof typeof KIND_NAMES][] = [
    [counts.strategicAreas, 'strategicArea'],
    [counts.strategicObjectives, 'strategicObjective'],
    [counts.operatingObjectives, 'operatingObjective'],
    [counts.pegObjectives, 'pegObjective'],
    [counts.phases, 'phase'],
    [counts.indicators, 'indicator'],
  ];
  return [
    [say(WORDS.workbook), input.workbooks.join(', ')],
    [say(WORDS.date), shownDay(input.date, say)],
    [say(WORDS.stage), say(STAGES[verdict.stage])],
    [say(WORDS.year), plan.document.years.join(', ') || '–'],
    [say(WORDS.dup), plan.dup ? `${plan.dup.file} (${plan.dup.sheets.join(', ')})` : say(WORDS.noDup)],
    [say(WORDS.counts), named.map(([count, kind]) => `${count} ${say(KIND_NAMES[kind].many)}`).join(', ')],
    [
      say(WORDS.findings),
      SEVERITIES.map((severity) => `${say(WORDS[severity])}: ${verdict.open[severity]}`).join(', '),
    ],
    [say(WORDS.answers), answersOf(verdict, say)],
    [say(WORDS.ruleSet), `peg ${input.version}, ${input.judgement.ruleSetId}`],
    [say(WORDS.planFingerprint), planFingerprint(plan)],
    ...attestationFact(attestation, say),
  ];
}

/** What the rules answered besides their open findings, in words. */
function answersOf(verdict: Verdict, say: Say): string {
  const parts: readonly (readonly [number, keyof typeof WORDS])[] = [
    [verdict.waived, 'waived'],
    [verdict.notVerifiable, 'notVerifiable'],
    [verdict.failed, 'notRun'],
    [verdict.indicatorsWithoutData, 'withoutData'],
  ];
  return parts
    .filter(([count], index) => count > 0 || index < 2)
    .map(([count, word]) => `${say(WORDS[word]).toLowerCase()}: ${count}`)
    .join(', ');
}

function attestationFact(state: AttestationState, say: Say): [string, string][] {
  if (state.state === 'none') return [];
  const holds = state.state === 'valid' && state.waiversChanged ? 'waivers-changed' : state.state;
  const { author, at } = state.attestation;
  return [
    [
      say(WORDS.attestation),
      `${say(ATTESTATION_STATES[holds])} (${author}, ${shownDay(at.slice(0, 10), say)})`,
    ],
  ];
}

/** Open findings of a severity that follow from no other. */
function rootsOf(findings: readonly Finding[], severity: Severity): Finding[] {
  return countable(findings).filter((finding) => !finding.doubtful && finding.severity === severity);
}

const countable = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ status, causes }) => status === 'open' && causes.length === 0);

function findingsSection(title: string, open: readonly Finding[], say: Say): ReportSection {
  return {
    title,
    headings: [say(WORDS.rule), say(WORDS.severity), say(WORDS.where), say(WORDS.message), say(WORDS.fix)],
    places: [0, 1, 2, 3, 4],
    rows: open.map((finding) => [
      { value: finding.rule, style: 'label' },
      { value: say(WORDS[finding.severity]), style: finding.severity },
      where(finding.cells),
      { value: say(finding.message) },
      { value: say(finding.fix.label) },
    ]),
  };
}

/** Title, reason and sources of each rule once, not with each of its findings. */
function reasonsSection(open: readonly Finding[], ruleSet: RuleSet, say: Say): ReportSection {
  const first = new Map<string, Finding>();
  for (const finding of open) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return {
    title: say(WORDS.reasons),
    headings: [say(WORDS.rule), say(WORDS.message), say(WORDS.why)],
    places: [0, 1, 3],
    rows: [...first.values()].map((finding) => [
      { value: finding.rule, style: 'label' },
      { value: titleOf(finding.rule, ruleSet, say), style: 'muted' },
      {
        value: [say(finding.reason), finding.references.join('; ')].filter((text) => text !== '').join(' – '),
      },
    ]),
  };
}

const titleOf = (rule: string, ruleSet: RuleSet, say: Say): string => {
  const setting = ruleSet.settings.find((one) => one.rule.id === rule);
  return setting ? say(setting.rule.title) : '';
};

function waivedSection(findings: readonly Finding[], say: Say): ReportSection {
  return {
    title: say(WORDS.waived),
    headings: [say(WORDS.rule), say(WORDS.severity), say(WORDS.where), say(WORDS.message), say(WORDS.reason)],
    places: [0, 1, 2, 3, 4],
    rows: findings
      .filter((finding) => finding.status === 'waived')
      .map((finding) => [
        { value: finding.rule, style: 'label' },
        { value: say(WORDS[finding.severity]), style: finding.severity },
        where(finding.cells),
        { value: say(finding.message) },
        { value: acceptance(finding, say) },
      ]),
  };
}

function acceptance({ waiver }: Finding, say: Say): string {
  if (!waiver) return '';
  const until = waiver.until ? `, ${say(WORDS.until)} ${shownDay(waiver.until, say)}` : '';
  return `${waiver.reason} – ${waiver.author}, ${shownDay(waiver.date, say)}${until}`;
}

function notVerifiableSection({ judgement, ruleSet }: ReportInput, say: Say): ReportSection {
  return {
    title: say(WORDS.notVerifiable),
    headings: [say(WORDS.rule), say(WORDS.message), say(WORDS.why)],
    places: [0, 1, 3],
    rows: judgement.rules
      .filter((run) => run.status === 'notVerifiable')
      .map((run) => [
        { value: run.rule, style: 'label' },
        { value: titleOf(run.rule, ruleSet, say), style: 'muted' },
        { value: run.reason ? say(run.reason) : '' },
      ]),
  };
}

function ranSection({ judgement, ruleSet }: ReportInput, say: Say): ReportSection {
  return {
    title: say(WORDS.ran),
    headings: [say(WORDS.rule), say(WORDS.outcome), say(WORDS.message)],
    places: [0, 1, 3],
    rows: judgement.rules.map((run) => [
      { value: run.rule, style: 'label' },
      {
        value: say(STATUSES[run.status] ?? { it: run.status, en: run.status }),
        style: run.status === 'failed' ? 'error' : 'muted',
      },
      { value: titleOf(run.rule, ruleSet, say) },
    ]),
  };
}

function unreadSection(mapping: MappingResult, say: Say): ReportSection {
  return {
    title: say(WORDS.unread),
    headings: [say(WORDS.where)],
    places: [0],
    rows: mapping.sheets
      .filter((sheet) => sheet.role === 'other')
      .map((sheet) => [{ value: sheet.sheet, style: 'muted' }]),
  };
}
