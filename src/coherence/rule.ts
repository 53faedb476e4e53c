import type { EntityKind, PlanField } from '../plan';
import type { Municipality } from './municipality';

/** A text in both languages of the product, Italian first. */
export interface LocalisedText {
  readonly it: string;
  readonly en: string;
}

export type Language = keyof LocalisedText;

/** bloccante, non bloccante, informativa. */
export type Severity = 'error' | 'warning' | 'info';

/** Kinds of check in the vocabulary of the public-accounts checks (controlli formali, di validità …). */
export type RuleClass = 'formale' | 'validità' | 'quadratura' | 'coerenza';

/** Value of a fact's field. A `token` field holds a word of vocabulary.ts, said in the user's language. */
export type FieldValue = string | number | boolean | null | readonly string[];

/**
 * What an operator compares with: a value, an option of the rule, another field of the same entry or, inside `related`,
 * a field of the entry it is related to.
 */
export type Operand =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | { readonly option: string }
  | { readonly field: string }
  | { readonly outer: string };

/** A condition on one fact (or on an option of the rule), as rule files write it. Compiled once (where.ts). */
export type Where =
  | { readonly all: readonly Where[] }
  | { readonly any: readonly Where[] }
  | { readonly not: Where }
  | { readonly field: string; readonly operator: string; readonly value?: Operand }
  | { readonly option: string; readonly operator: string; readonly value?: Operand }
  | RelatedCondition;

/**
 * How many entries of another view stand under this one (its indicators, its phases …), above it or in it, or what one
 * of their fields adds up to.
 */
export interface RelatedCondition {
  /** Name of the other view. */
  readonly related: string;
  readonly where?: Where;
  /** Number field of the other view to add up; without it they are counted. */
  readonly sum?: string;
  readonly operator: string;
  readonly value?: Operand;
}

/** A leaf of the conditions: a view and a question about its entries. */
export interface SetCondition {
  readonly fact: string;
  readonly params?: {
    /** Entries the rule is about: where there are none it does not apply. */
    readonly of?: Where;
    /** Entries that violate it. */
    readonly where?: Where;
    /** Tells findings about the plan as a whole apart: a part of their identity. */
    readonly as?: string;
  };
  readonly operator: string;
  readonly value: boolean | number;
}

/** json-rules-engine conditions in the set-based form: one question per collection, not per entity. */
export type RuleConditions =
  | { readonly all: readonly (RuleConditions | SetCondition)[] }
  | { readonly any: readonly (RuleConditions | SetCondition)[] }
  | { readonly not: RuleConditions | SetCondition };

/** The first case whose `when` holds gives severity and message; a case without `when` always holds. */
export interface RuleCase {
  readonly when?: Where;
  readonly severity: Severity;
  /** Id of one of the rule's messages. */
  readonly message: string;
}

/** How far the source of a citation was read; a source that was not read cannot be cited at all. */
export type ReferenceStatus = 'read' | 'quoted' | 'methodological' | 'local';

export interface RuleReference {
  readonly act: string;
  readonly article?: string;
  readonly status: ReferenceStatus;
}

/** Fields the plan must have for the rule to be verifiable; of an `anyOf` group one is enough. */
export type Requirement = RequiredField | { readonly anyOf: readonly RequiredField[] };

/** A plan field, or something about the document as a whole. */
export type RequiredField = PlanField | DocumentField;
export type DocumentField = 'plan.year' | 'plan.codeScheme' | 'plan.levels';

export type FixKind = 'none' | 'suggestion' | 'automatic';

export interface RuleFix {
  readonly kind: FixKind;
  /** Which proposal writes the edits (fixes/), where the program can. */
  readonly proposal?: string;
  readonly label?: LocalisedText;
}

/** Exact; or known to report too much, or to miss something. */
export type Reliability = 'exact' | 'may-over-report' | 'may-miss' | 'heuristic';

/** Rules whose finding on the same entity or cell is the cause of this rule's one. */
export interface Follows {
  readonly rule: string;
  /** `shared`: a cell or entity in common. `instead`: as many findings here as there at most, none in common. */
  readonly by?: 'shared' | 'instead';
  /** Only findings with this message follow. */
  readonly message?: string;
}

/** A rule as it runs. */
export interface Rule {
  /** `STR-01`; never given to another rule, not even after the rule is gone. */
  readonly id: string;
  /** A speaking name, `obiettivo-senza-codice`. */
  readonly name: string;
  readonly group: string;
  readonly class: RuleClass;
  /** Part of the default profile; other rules are off until a rule set turns them on. */
  readonly recommended: boolean;
  readonly since: string;
  readonly deprecated?: { readonly since: string; readonly replacedBy: readonly string[] };
  /** First years of plan for which the duty existed; no bound = always. */
  readonly inForce?: { readonly from?: number; readonly to?: number };
  readonly title: LocalisedText;
  readonly rationale: LocalisedText;
  readonly references: readonly RuleReference[];
  readonly requires: readonly Requirement[];
  readonly reliability: Reliability;
  readonly options?: {
    readonly schema: Readonly<Record<string, unknown>>;
    readonly defaults: Readonly<Record<string, OptionValue>>;
  };
  readonly conditions: RuleConditions;
  /** Fields of the fact that are the evidence: their cells come first, their values make the fingerprint. */
  readonly evidence: readonly string[];
  /** Facts that agree on these fields are one finding with all their cells. */
  readonly groupBy?: readonly string[];
  readonly cases: readonly RuleCase[];
  readonly messages: Readonly<Record<string, LocalisedText>>;
  readonly fix: RuleFix;
  readonly follows?: readonly Follows[];
}

/** What of a rule only its page and its tests need: a check runs without it. */
export interface RuleDocumentation {
  readonly whenFine: LocalisedText;
  readonly limits?: LocalisedText;
  readonly examples: RuleExamples;
}

/** A rule as its file in rules/ says it. The schema is rules/rule.schema.json. */
export type DocumentedRule = Rule & RuleDocumentation;

export type OptionValue = string | number | boolean | readonly (string | number)[];

/** A small plan, with what is known besides it. */
export interface RuleExample {
  readonly title?: LocalisedText;
  readonly plan: unknown;
  readonly municipality?: Municipality;
  /** Day of the monitoring, where the example is at that stage. */
  readonly monitoredOn?: string;
}

export interface RuleExamples {
  readonly coherent: readonly RuleExample[];
  readonly incoherent: readonly (RuleExample & { readonly findings: readonly ExampleFinding[] })[];
}

/** A finding an example must give: only what is written is compared. */
export interface ExampleFinding {
  readonly severity?: Severity;
  readonly message?: string;
  /** Code or title of the subject. */
  readonly subject?: string;
  /** The first cell, `Obiettivi!B3`. */
  readonly cell?: string;
}

/** What a finding is about. */
export type SubjectKind = EntityKind | 'row' | 'table' | 'centre' | 'plan';
