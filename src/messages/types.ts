import type { Stage } from '../approval';
import type { MappingNote, ProfileProblem } from '../mapping';
import type { EntityKind, MatchKind, TableRole } from '../plan';
import type { Severity, RuleStatus, WaiverProblem } from '../coherence';
import type { WorkbookErrorCode } from '../workbook';

type Details = Readonly<Record<string, string | number>>;

/** Every text the surfaces show that no rule carries itself. Both languages have all of them. */
export interface Messages {
  readonly workbookError: Readonly<Record<WorkbookErrorCode, (details: Details) => string>>;
  readonly storeError: Readonly<Record<'newer' | 'damaged', string>>;
  readonly note: Readonly<Record<MappingNote['code'], (details: Details) => string>>;
  /** What is wrong in a profile, as the end of a sentence. */
  readonly profileProblem: (problem: ProfileProblem) => string;
  readonly role: Readonly<Record<TableRole, string>>;
  readonly kind: Readonly<Record<EntityKind, { readonly one: string; readonly many: string }>>;
  readonly severity: Readonly<Record<Severity, { readonly one: string; readonly many: string }>>;
  readonly status: Readonly<Record<RuleStatus, string>>;
  readonly check: {
    /** The plan can go on, or not, at this moment of its year. */
    readonly ready: (stage: Stage) => string;
    readonly notReady: (stage: Stage) => string;
    readonly noPlan: string;
    readonly incomplete: (failed: number) => string;
    readonly open: (error: number, warning: number, info: number) => string;
    readonly waived: (count: number) => string;
    readonly notVerifiable: (count: number) => string;
    readonly plan: (year: number | null, scheme: string | null) => string;
    readonly dup: (file: string, sheets: string) => string;
    readonly noDup: string;
    readonly why: string;
    readonly fix: string;
    readonly cells: string;
    readonly follows: (count: number) => string;
    readonly acceptedBy: (author: string, date: string, reason: string) => string;
    readonly formerly: (author: string, date: string, reason: string) => string;
    readonly notVerifiableTitle: string;
    readonly failedTitle: string;
    readonly unread: string;
    readonly more: (count: number) => string;
    readonly byOffice: string;
    /** Findings that rest on a question of the reading. */
    readonly doubtful: (count: number) => string;
    /** What to do where no plan was recognised. */
    readonly noPlanHint: string;
    /** The sheets of the plan are there, with no row in them. */
    readonly emptyPlan: (sheets: string) => string;
    readonly waiverNotes: string;
    readonly withoutData: (count: number) => string;
    readonly monitoring: (date: string) => string;
    readonly late: (count: number) => string;
    readonly noneLate: string;
    readonly noPhases: string;
    readonly withoutResult: (count: number) => string;
    readonly achievement: (percent: string) => string;
  };
  readonly tree: {
    readonly noTitle: string;
    readonly sheets: string;
    readonly notes: string;
    readonly confidence: string;
    readonly scheme: (mask: string, fitting: number, total: number) => string;
    readonly noScheme: string;
    /** How the entity above was found, where the text was not the same letter by letter. */
    readonly link: Readonly<Record<Exclude<MatchKind, 'exact' | 'none'>, string>>;
    /** Before an entity that hangs on nothing although the plan has levels above it. */
    readonly loose: string;
    /** After an objective of several parents that was listed before. */
    readonly again: string;
  };
  readonly cli: {
    readonly reading: (file: string) => string;
    readonly noSuchRule: (rule: string) => string;
    readonly noSuchFinding: (fingerprint: string) => string;
    readonly noSuchIndicator: (name: string, near: readonly string[]) => string;
    readonly manyIndicators: (name: string, cells: readonly string[]) => string;
    readonly noPlanToAttest: string;
    readonly otherKind: (out: string, kind: string) => string;
    readonly annexKind: (out: string) => string;
    readonly frozen: (count: number) => string;
    /** What a copy with invented words still holds. */
    readonly anonymised: string;
    readonly noYear: string;
    /** The copy for another year still names the old one in a cell. */
    readonly yearStays: (year: number, cell: string, to: number) => string;
    readonly recoded: (from: number, to: number, codes: number, cleared: number) => string;
    readonly outExists: (file: string) => string;
    readonly outNoWorkbook: (file: string, format: string) => string;
    readonly outMissing: string;
    readonly oneFile: string;
    readonly fileTwice: (file: string) => string;
    readonly dateOutsideMonitoring: string;
    readonly outIsInput: (file: string) => string;
    readonly written: (file: string) => string;
    readonly badJson: (file: string) => string;
    readonly usage: {
      readonly unknownOption: (option: string) => string;
      readonly unknownCommand: (command: string) => string;
      readonly missingArgument: (argument: string) => string;
      readonly excessArguments: (command: string) => string;
      readonly missingOption: (option: string) => string;
      readonly missingValue: (option: string) => string;
      readonly invalidValue: (option: string, value: string, allowed: string) => string;
    };
    readonly unreadable: (file: string) => string;
    readonly badFolder: (folder: string) => string;
    /** What is wrong with a file about the municipality: its entry (empty for the whole) and the sentence. */
    readonly badMunicipality: (path: string, entry: string, problem: string) => string;
    readonly noRuleFiles: (folder: string) => string;
    readonly internal: (message: string) => string;
    readonly badProfile: (file: string, path: string) => string;
    readonly waiver: Readonly<Record<WaiverProblem, string>>;
    readonly notPossible: (error: string) => string;
    readonly nothingToFix: (rule: string) => string;
    readonly fixed: (count: number) => string;
    readonly badPeriod: (period: string) => string;
    readonly exampleData: (text: string) => string;
    readonly outcomes: (values: number, missing: number, notComputable: number) => string;
  };
  readonly attestation: {
    readonly state: Readonly<Record<'none' | 'valid' | 'plan-changed' | 'rules-changed', string>>;
    /** In a word, after a verdict. */
    readonly brief: Readonly<Record<'valid' | 'plan-changed' | 'rules-changed', string>>;
    readonly made: (author: string, at: string) => string;
    readonly dupChanged: string;
    readonly waiversChanged: string;
    readonly notSignature: string;
    readonly changes: (count: number) => string;
  };
}
