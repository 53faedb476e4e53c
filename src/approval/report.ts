import type { Finding, Judgement, Language, LocalisedText, RuleSet, Severity } from '../coherence';
import type { MappingResult } from '../mapping';
import { planCounts, planFingerprint, type Plan } from '../plan';
import { formatRef, type ReportCell } from '../workbook';
import type { Verdict } from './verdict';
import { KIND_NAMES, STAGES, STATUSES, WORDS } from './words';

/** What a report is made of. */
export interface ReportInput {
  readonly workbook: string;
  /** Day of the check as people write it. */
  readonly date: string;
  readonly version: string;
  readonly plan: Plan;
  readonly mapping: MappingResult;
  readonly judgement: Judgement;
  readonly verdict: Verdict;
  readonly ruleSet: RuleSet;
}

/** A table of the report. */
export interface ReportSection {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
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
  const say = (text: LocalisedText): string => text[language];
  const { plan, verdict, judgement, mapping } = input;
  const counts = planCounts(plan);
  const headline =
    counts.pegObjectives === 0
      ? WORDS.noPlan
      : verdict.failed > 0
        ? WORDS.failed
        : verdict.ready
          ? WORDS.ready
          : WORDS.notReady;
  const named: readonly [number, keyof typeof KIND_NAMES][] = [
    [counts.strategicAreas, 'strategicArea'],
    [counts.strategicObjectives, 'strategicObjective'],
    [counts.operatingObjectives, 'operatingObjective'],
    [counts.pegObjectives, 'pegObjective'],
    [counts.phases, 'phase'],
    [counts.indicators, 'indicator'],
  ];
  return {
    language,
    title: say(WORDS.title),
    verdict: { value: say(headline), style: verdict.ready ? 'ok' : 'error' },
    facts: [
      [say(WORDS.workbook), input.workbook],
      [say(WORDS.date), input.date],
      [say(WORDS.stage), say(STAGES[verdict.stage])],
      [say(WORDS.year), plan.document.years.join(', ') || '–'],
      [say(WORDS.dup), plan.dup ? `${plan.dup.file} (${plan.dup.sheets.join(', ')})` : say(WORDS.noDup)],
      [say(WORDS.counts), named.map(([count, kind]) => `${count} ${say(KIND_NAMES[kind].many)}`).join(', ')],
      [
        say(WORDS.findings),
        SEVERITIES.map((severity) => `${say(WORDS[severity])}: ${verdict.open[severity]}`).join(', '),
      ],
      [say(WORDS.ruleSet), `peg ${input.version}, ${judgement.ruleSetId}`],
      [say(WORDS.planFingerprint), planFingerprint(plan)],
    ],
    sections: [
      openSection(judgement.findings, say),
      waivedSection(judgement.findings, say),
      {
        title: say(WORDS.notVerifiable),
        headings: [say(WORDS.rule), say(WORDS.why)],
        rows: judgement.rules
          .filter((run) => run.status === 'notVerifiable')
          .map((run) => [{ value: run.rule, style: 'label' }, { value: run.reason?.[language] ?? '' }]),
      },
      {
        title: say(WORDS.ran),
        headings: [say(WORDS.rule), say(WORDS.message), say(WORDS.outcome)],
        rows: judgement.rules.map((run) => [
          { value: run.rule, style: 'label' },
          {
            value: input.ruleSet.settings.find((one) => one.rule.id === run.rule)?.rule.title[language] ?? '',
          },
          {
            value: say(STATUSES[run.status] ?? { it: run.status, en: run.status }),
            style: run.status === 'failed' ? 'error' : 'muted',
          },
        ]),
      },
      {
        title: say(WORDS.unread),
        headings: [say(WORDS.where)],
        rows: mapping.sheets
          .filter((sheet) => sheet.role === 'other')
          .map((sheet) => [{ value: sheet.sheet }]),
      },
    ].filter((section) => section.rows.length > 0 || section.title === say(WORDS.findings)),
    closing: say(WORDS.notSignature),
  };
}

type Say = (text: LocalisedText) => string;

function where(finding: Finding): ReportCell {
  const [first] = finding.cells;
  const rest = finding.cells.length - 1;
  if (!first) return { value: '–' };
  const value = `${formatRef(first)}${rest > 0 ? ` +${rest}` : ''}`;
  return first.file === undefined ? { value, link: first } : { value };
}

function openSection(findings: readonly Finding[], say: Say): ReportSection {
  const open = findings.filter((finding) => finding.status === 'open' && finding.causes.length === 0);
  const ordered = SEVERITIES.flatMap((severity) => open.filter((finding) => finding.severity === severity));
  return {
    title: say(WORDS.findings),
    headings: [
      say(WORDS.rule),
      say(WORDS.severity),
      say(WORDS.where),
      say(WORDS.message),
      say(WORDS.why),
      say(WORDS.fix),
    ],
    rows: ordered.map((finding) => [
      { value: finding.rule, style: 'label' },
      { value: say(WORDS[finding.severity]), style: finding.severity },
      where(finding),
      { value: say(finding.message) },
      {
        value: [say(finding.reason), finding.references.join('; ')].filter((text) => text !== '').join(' – '),
      },
      { value: say(finding.fix.label) },
    ]),
  };
}

function waivedSection(findings: readonly Finding[], say: Say): ReportSection {
  return {
    title: say(WORDS.waived),
    headings: [
      say(WORDS.rule),
      say(WORDS.severity),
      say(WORDS.where),
      say(WORDS.message),
      say(WORDS.reason),
      say(WORDS.author),
    ],
    rows: findings
      .filter((finding) => finding.status === 'waived')
      .map((finding) => [
        { value: finding.rule, style: 'label' },
        { value: say(WORDS[finding.severity]), style: finding.severity },
        where(finding),
        { value: say(finding.message) },
        { value: finding.waiver?.reason ?? '' },
        {
          value: `${finding.waiver?.author ?? ''}, ${finding.waiver?.date ?? ''}${finding.waiver?.until ? ` → ${finding.waiver.until}` : ''}`,
        },
      ]),
  };
}
