import type { CellEdit, CellRef } from '../workbook';
import type { FieldValue, FixKind, LocalisedText, RequiredField, Severity, SubjectKind } from './rule';

/** The entity, row, table or document a finding is about. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Identity that survives moved rows: the entity's id, or code and normalised title. Never an address. */
  readonly id: string;
  readonly code: string | null;
  readonly title: string;
}

/** One incoherence, in both languages, as plain data. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** `waived`: accepted with a reason that still covers it. */
  readonly status: 'open' | 'waived';
  /** Rule + subject identity + field + digest of the normalised evidence. */
  readonly fingerprint: string;
  /** First part of the fingerprint, without the evidence: the same place when its content changed. */
  readonly place: string;
  readonly subject: Subject;
  /** Cell with the evidence first; empty = the workbook as a whole. */
  readonly cells: readonly CellRef[];
  /** Id of the message inside its rule. */
  readonly messageId: string;
  readonly message: LocalisedText;
  /** Why it matters. */
  readonly reason: LocalisedText;
  /** `TUEL art. 169 c. 1`. */
  readonly references: readonly string[];
  readonly fix: { readonly kind: FixKind; readonly label: LocalisedText };
  /** What a fix would write, cell by cell; null when the rule has none or this finding leaves it open. */
  readonly edits: readonly FixEdit[] | null;
  /** Fingerprints of the root findings this one follows from. */
  readonly causes: readonly string[];
  /** Rests on a part of the reading that is still in question: shown under its question, never counted. */
  readonly doubtful: boolean;
  /** The fields the rule and its fix ask for, for surfaces that show more than the message. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Ids of entities, rows and tables that take part. */
  readonly involved: readonly string[];
  /** Offices whose objectives it is about, in order of appearance; none for the plan as a whole. */
  readonly offices: readonly FindingOffice[];
  /** The waiver that covers it, or an old one that no longer does (its evidence changed or it expired). */
  readonly waiver: Waiver | null;
}

/** Centre and person in charge, as the plan writes them; null where it does not. */
export interface FindingOffice {
  readonly centre: string | null;
  readonly owner: string | null;
}

/** New content of one cell, with what it replaces. */
export interface FixEdit extends CellEdit {
  /** Text of the cell before, as the plan read it; null for an empty cell. */
  readonly before: string | null;
  /** The workbook, only where the plan is joined from several. */
  readonly file?: string;
}

export type RuleStatus = 'passed' | 'violated' | 'notVerifiable' | 'notApplicable' | 'off' | 'failed';

/** What one rule answered. Only `passed` counts as passed. */
export interface RuleRun {
  readonly rule: string;
  readonly status: RuleStatus;
  /** What is missing, why it does not apply, or what went wrong; null when passed or violated. */
  readonly reason: LocalisedText | null;
  /** The missing fields, when notVerifiable. */
  readonly missing: readonly RequiredField[];
  readonly findings: number;
}

/** A finding accepted with a reason. Kept in the workbook's private store. */
export interface Waiver {
  /** Fingerprint of the finding. */
  readonly finding: string;
  readonly rule: string;
  /** {@link Finding.place} of the finding, to show the old reason when the evidence changed. */
  readonly place: string;
  readonly reason: string;
  readonly author: string;
  /** ISO date. */
  readonly date: string;
  /** Last day it holds, ISO; null = no end. */
  readonly until: string | null;
}

/** What became of a waiver in this run. */
export interface WaiverUse {
  readonly waiver: Waiver;
  /** `changed`: the place is still reported, with other evidence. `unused`: nothing to cover any more. */
  readonly state: 'used' | 'expired' | 'changed' | 'unused';
  /** What to tell the user; null when it is in use. */
  readonly note: LocalisedText | null;
}

/** The answer to "is this plan coherent?". Plain data. */
export interface Judgement {
  /** `sha256:…` of the rules as they ran: options, severities and own rules included. */
  readonly ruleSetId: string;
  readonly rules: readonly RuleRun[];
  readonly findings: readonly Finding[];
  readonly waivers: readonly WaiverUse[];
}
