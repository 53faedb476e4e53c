import type { Question, QuestionOption, ReadingState } from '../mapping';
import { countsByKind, dupFingerprint, planCounts, planFingerprint, type PlanCounts } from '../plan';
import type { CellRef } from '../workbook';
import type { CheckResult } from './session-types';
import type { Monitoring, ReadingDoubt, Verdict } from '../approval';
import type { Finding, RuleRun, Severity } from '../coherence';

export type Language = 'it' | 'en';

/** The check as other tools read it (`peg check --format json`): fields may be added, never renamed. */
export interface CheckJson {
  readonly file: string;
  readonly tool: { readonly name: 'peg'; readonly version: string; readonly ruleSet: string };
  readonly plan: {
    readonly year: number | null;
    readonly codeScheme: string | null;
    readonly fingerprint: string;
    readonly dup: {
      readonly file: string;
      readonly sheets: readonly string[];
      readonly fingerprint: string | null;
    } | null;
    readonly counts: ReturnType<typeof planCounts>;
  };
  readonly verdict: VerdictJson;
  readonly rules: readonly {
    readonly rule: string;
    readonly status: RuleRun['status'];
    readonly reason: string | null;
    readonly findings: number;
  }[];
  readonly findings: readonly FindingJson[];
  readonly mapping: MappingJson;
  /** Only at the monitoring stage. */
  readonly monitoring?: MonitoringJson;
}

/** The verdict, and what is doubtful about the reading in words. */
export interface VerdictJson extends Verdict {
  readonly reading: (ReadingDoubt & { readonly text: string }) | null;
}

/** The plan at a date, for other tools. */
export interface MonitoringJson {
  readonly date: string;
  readonly latePhases: readonly {
    readonly objective: string | null;
    readonly phase: string;
    readonly end: string | null;
    readonly degree: number | null;
    readonly cells: readonly CellRef[];
  }[];
  readonly withoutResult: number;
  readonly achievement: number | null;
  readonly indicators: readonly {
    readonly indicator: string;
    readonly target: string | null;
    readonly actual: string | null;
    readonly degree: number | null;
    readonly problem: string | null;
  }[];
  readonly objectives: readonly {
    readonly code: string | null;
    readonly title: string;
    readonly progress: number | null;
    readonly expected: number | null;
  }[];
}

export interface FindingJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly status: 'open' | 'waived';
  readonly fingerprint: string;
  readonly subject: { readonly kind: string; readonly code: string | null; readonly title: string };
  readonly cells: readonly CellRef[];
  readonly message: string;
  readonly reason: string;
  readonly references: readonly string[];
  readonly fix: { readonly kind: string; readonly label: string };
  readonly causes: readonly string[];
  /** Offices whose objectives it is about. */
  readonly offices: Finding['offices'];
  /** Rests on what the reading asks about: listed, not counted. */
  readonly doubtful: boolean;
  readonly waiver?: {
    readonly reason: string;
    readonly author: string;
    readonly date: string;
    readonly until: string | null;
  };
}

/** A question about the reading, worded; `--answer ID=OPTION` answers it. */
export interface QuestionJson {
  readonly id: string;
  readonly about: Question['about'];
  readonly text: string;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly probability: number;
    readonly counts: Partial<PlanCounts>;
    readonly sample: QuestionOption['sample'];
  }[];
}

export interface MappingJson {
  /** 0–1: probability that all entities and links are right. */
  readonly confidence: number;
  readonly state: ReadingState;
  readonly questions: readonly QuestionJson[];
  readonly sheets: readonly { readonly sheet: string; readonly role: string; readonly confidence: number }[];
  readonly notes: readonly { readonly sheet: string; readonly address: string; readonly note: string }[];
}

/** What the words of the surface add: the notes of the mapping in the user's language. */
export interface Wording {
  readonly language: Language;
  readonly version: string;
  readonly note: (note: CheckResult['mapping']['notes'][number]) => string;
  readonly question: (question: Question) => string;
  readonly option: (option: QuestionOption, of: Question) => string;
  /** What is doubtful about the reading, above a verdict. */
  readonly doubt: (doubt: ReadingDoubt) => string;
}

export function mappingJson(
  result: Pick<CheckResult, 'mapping'>,
  wording: Pick<Wording, 'note' | 'question' | 'option'>,
): MappingJson {
  const { confidence, state, questions } = result.mapping.reading;
  return {
    confidence,
    state,
    questions: questions.map((question) => ({
      id: question.id,
      about: question.about,
      text: wording.question(question),
      options: question.options.map((option) => ({
        id: option.id,
        text: wording.option(option, question),
        probability: option.probability,
        counts: countsByKind(option.counts),
        sample: option.sample,
      })),
    })),
    sheets: result.mapping.sheets,
    notes: result.mapping.notes.map((note) => ({
      sheet: note.sheet,
      address: note.address,
      ...(note.file === undefined ? {} : { file: note.file }),
      code: note.code,
      note: wording.note(note),
    })),
  };
}

/** The check of one workbook (or of several joined) as plain JSON. */
export function checkJson(file: string, result: CheckResult, wording: Wording): CheckJson {
  const { plan, judgement, verdict } = result;
  const { language } = wording;
  return {
    file,
    tool: { name: 'peg', version: wording.version, ruleSet: judgement.ruleSetId },
    plan: {
      year: plan.document.years[0] ?? null,
      codeScheme: plan.codeScheme?.mask ?? null,
      fingerprint: planFingerprint(plan),
      dup: plan.dup && { file: plan.dup.file, sheets: plan.dup.sheets, fingerprint: dupFingerprint(plan) },
      counts: planCounts(plan),
    },
    verdict: {
      ...verdict,
      reading: verdict.reading && { ...verdict.reading, text: wording.doubt(verdict.reading) },
    },
    rules: judgement.rules.map((run) => ({
      rule: run.rule,
      status: run.status,
      reason: run.reason?.[language] ?? null,
      findings: run.findings,
    })),
    findings: judgement.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      status: finding.status,
      fingerprint: finding.fingerprint,
      subject: { kind: finding.subject.kind, code: finding.subject.code, title: finding.subject.title },
      cells: finding.cells,
      message: finding.message[language],
      reason: finding.reason[language],
      references: finding.references,
      fix: { kind: finding.fix.kind, label: finding.fix.label[language] },
      causes: finding.causes,
      offices: finding.offices,
      doubtful: finding.doubtful,
      ...(finding.waiver
        ? {
            waiver: {
              reason: finding.waiver.reason,
              author: finding.waiver.author,
              date: finding.waiver.date,
              until: finding.waiver.until,
            },
          }
        : {}),
    })),
    mapping: mappingJson(result, wording),
  };
}

/** The monitoring of a plan as plain JSON. */
export function monitoringJson(monitoring: Monitoring): MonitoringJson {
  return {
    date: monitoring.date,
    latePhases: monitoring.latePhases.map(({ phase, objective, degree }) => ({
      objective: objective?.code?.value ?? objective?.title.value ?? null,
      phase: phase.title.value,
      end: phase.end?.iso ?? null,
      degree,
      cells: [...(phase.end?.cells ?? []), ...phase.title.cells],
    })),
    withoutResult: monitoring.withoutResult,
    achievement: monitoring.achievement,
    indicators: monitoring.indicators.map((one) => ({
      indicator: one.indicator.title.value,
      target: one.target,
      actual: one.actual,
      degree: one.achievement.degree,
      problem: one.achievement.problem,
    })),
    objectives: monitoring.objectives.map((one) => ({
      code: one.objective.code?.value ?? null,
      title: one.objective.title.value,
      progress: one.progress.degree,
      expected: one.expected.degree,
    })),
  };
}
