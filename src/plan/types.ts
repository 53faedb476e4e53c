import type { CellRef } from '../workbook';

/**
 * The objective hierarchy of an Italian municipality's PEG (Piano esecutivo di gestione, TUEL art. 169):
 * strategic area → strategic objective (DUP, strategic section) → operating objective (DUP, operating
 * section) → PEG objective → phases and indicators. Every fact carries the cells that say it.
 */

export type EntityKind =
  'strategicArea' | 'strategicObjective' | 'operatingObjective' | 'pegObjective' | 'phase' | 'indicator';

/** A fact and the cells it was read from, the cell with the evidence first. */
export interface Sourced<T> {
  readonly value: T;
  readonly cells: readonly CellRef[];
}

/** Text exactly as written (spaces made plain). */
export type SourcedText = Sourced<string>;

/** A date as written and, when it can be read without guessing, as ISO `yyyy-mm-dd`. */
export interface DateFact extends SourcedText {
  readonly iso: string | null;
}

/** A weight as written and as a number on its own scale (30 for `30 %`, 0.3 for `0,3`); null when unreadable. */
export interface WeightFact extends SourcedText {
  readonly number: number | null;
}

/** What a weight column counts in, detected before anything is summed. */
export type WeightScale = 'percent' | 'fraction' | 'multiplier' | 'relative';

/** A question about the reading that must be answered before this can be relied on. */
export interface Doubt {
  /** Id of the question, as `mapping.questions` lists it. */
  readonly question: string;
}

interface Entity {
  /** Stable identity: by code, else by normalised title and parent. Survives moved and inserted rows. */
  readonly id: string;
  readonly code: SourcedText | null;
  readonly title: SourcedText;
  /** Set where the entity, or its place in the hierarchy, hangs on an open question. */
  readonly doubt?: Doubt;
}

/** Ambito strategico. */
export interface StrategicArea extends Entity {
  readonly kind: 'strategicArea';
  /** Named by the DUP that is compared (false: known only from PEG sheets). */
  readonly inDup: boolean;
}

/** Obiettivo strategico (DUP, SeS). */
export interface StrategicObjective extends Entity {
  readonly kind: 'strategicObjective';
  readonly areaId: string | null;
  readonly inDup: boolean;
}

/** Obiettivo operativo (DUP, SeO). */
export interface OperatingObjective extends Entity {
  readonly kind: 'operatingObjective';
  /** The parent in the plan: the DUP's where it lists the objective, else the PEG's. */
  readonly strategicId: string | null;
  /** The parent as the PEG sheets state it, where both are known and may differ (LNK-04). */
  readonly strategicIdInPeg: string | null;
  readonly strategicIdInDup: string | null;
  /** The area it stands under where no strategic objective is named between them. */
  readonly areaId?: string | null;
  readonly inDup: boolean;
  readonly programmes: readonly SourcedText[];
  readonly missions: readonly SourcedText[];
}

/** Who answers for an objective: the centre it is assigned to and the person in charge; null where unsaid. */
export interface Office {
  readonly centre: SourcedText | null;
  readonly owner: SourcedText | null;
  /** What the objective weighs there, where its row there says so. */
  readonly weight?: WeightFact | null;
}

/** Resources assigned to an objective (TUEL art. 169: the PEG assigns objectives together with resources). */
export interface ResourceFact extends SourcedText {
  readonly kind: 'financial' | 'human' | 'instrumental' | 'unknown';
  /** Amount in euro, or persons; null where only words are given. */
  readonly amount: number | null;
}

/**
 * Obiettivo di PEG (obiettivo gestionale, esecutivo). An objective is its code, else its title and its
 * responsible or centre: equal titles of two offices are two objectives.
 */
export interface PegObjective extends Entity {
  readonly kind: 'pegObjective';
  /** Operating objectives it serves, in order of appearance; several are legitimate. */
  readonly operatingIds: readonly string[];
  /** Strategic objectives above it, through the operating ones or directly. */
  readonly strategicIds: readonly string[];
  /** Areas right above it, where nothing is named between them. */
  readonly areaIds?: readonly string[];
  readonly owners: readonly SourcedText[];
  readonly participants: readonly SourcedText[];
  readonly centre: SourcedText | null;
  readonly weight: WeightFact | null;
  /** Mantenimento, sviluppo, trasversale … as written. */
  readonly type: SourcedText | null;
  readonly mission: SourcedText | null;
  readonly programme: SourcedText | null;
  readonly description: SourcedText | null;
  readonly start: DateFact | null;
  readonly end: DateFact | null;
  /** Declared to span several years (`Pluriennale = SI`). */
  readonly multiYear: boolean;
  /** Offices it is assigned to, in order of appearance, where rows of its own name several. */
  readonly offices?: readonly Office[];
  readonly resources?: readonly ResourceFact[];
  /** What it cites of the PIAO (section 2.2, 2.3, a measure), as written. */
  readonly piao?: SourcedText | null;
  /** Value it starts from, where the plan gives one for the objective itself. */
  readonly baselines?: readonly PeriodFact[];
  /** Value expected of the objective itself. */
  readonly targets?: readonly PeriodFact[];
  /** What was achieved, with its date (`Risultato al 30/06/2026`, `% realizzazione al …`). */
  readonly results?: readonly PeriodFact[];
}

/** Fase di un obiettivo. */
export interface Phase extends Entity {
  readonly kind: 'phase';
  /** The objective it belongs to, null when what it cites does not exist. */
  readonly pegId: string | null;
  readonly start: DateFact | null;
  readonly end: DateFact | null;
  readonly weight: WeightFact | null;
  readonly owner: SourcedText | null;
  /** Months marked in a month grid, 1–12; empty when the plan has none. */
  readonly months: readonly number[];
  /** Stato di attuazione as written, for monitoring. */
  readonly progress: SourcedText | null;
  /** What was achieved, with its date. */
  readonly results?: readonly PeriodFact[];
}

/** A value for a year or another period as its header writes it: target, baseline or actual. */
export interface PeriodFact extends SourcedText {
  /** `2017`, `2017-S1`, an ISO date, or null when the column names no period. */
  readonly period: string | null;
}

/** Indicatore: of performance of the body, of a strategic or operating objective, or of a PEG objective. */
export interface Indicator extends Entity {
  readonly kind: 'indicator';
  /** Formula as written; null when the cell is empty or there is no column. */
  readonly formula: SourcedText | null;
  readonly unit: SourcedText | null;
  /** Fonte del dato. */
  readonly source: SourcedText | null;
  readonly targets: readonly PeriodFact[];
  readonly baselines: readonly PeriodFact[];
  readonly actuals: readonly PeriodFact[];
  /** How far the target is said to be reached (`% di realizzazione`): never a value of what is measured. */
  readonly degrees?: readonly PeriodFact[];
  readonly weight: WeightFact | null;
  /** Efficacia, efficienza, qualità, impatto … as written. */
  readonly type?: SourcedText | null;
  /** What it measures: the entity its row, block or card names; null when nothing does or nothing matches. */
  readonly objectiveId: string | null;
  /** The label or code as cited beside it. */
  readonly citation: SourcedText | null;
  /** Where the block it stands in names an area or a theme. */
  readonly block: SourcedText | null;
  /** The table it was read from. */
  readonly tableId: string;
}

/** Centro di responsabilità (CdR), from a registry sheet. */
export interface ResponsibilityCentre {
  readonly id: string;
  readonly code: SourcedText | null;
  readonly title: SourcedText;
  readonly owner: SourcedText | null;
}

/** One row (or card) of the workbook that states an objective of PEG: rules on rows and layout look here. */
export interface PegRow {
  readonly id: string;
  readonly pegId: string;
  readonly code: SourcedText | null;
  /** What the code means: the same in all rows whose codes are meant as one, whatever objectives they name. */
  readonly codeId: string | null;
  readonly title: SourcedText;
  /** Operating objective of the row after filling merged and blank repeated cells. */
  readonly operatingId: string | null;
  readonly operating: SourcedText | null;
  readonly strategicId: string | null;
  readonly strategic: SourcedText | null;
  /** Where the code stood: in its column, fused with the title in one cell, or in another column than its siblings'. */
  readonly layout: 'regular' | 'fused' | 'shifted' | 'shifted-fused';
  /** A code that does not fit the scheme, with the nearest one that would; null when it fits or there is none. */
  readonly codeProblem: CodeProblem | null;
  readonly tableId: string;
  /** Every cell of the row that was read. */
  readonly cells: readonly CellRef[];
}

export interface CodeProblem {
  readonly kind: 'malformed' | 'lost-zero' | 'look-alike' | 'turned-date';
  /** The code it probably was; null when there is no single answer. */
  readonly proposal: string | null;
}

/** What part of the workbook names an entity of the DUP. */
export type MentionPlace = 'dup' | 'page-title' | 'column' | 'indicator-block' | 'text' | 'card';

/** How a label was matched with an entity. */
export type MatchKind = 'exact' | 'normalised' | 'near' | 'only-candidate' | 'position' | 'code' | 'none';

/** One place that names a strategic area, strategic or operating objective. NAM and LNK rules compare these. */
export interface Mention {
  readonly kind: 'strategicArea' | 'strategicObjective' | 'operatingObjective' | 'pegObjective';
  readonly label: SourcedText;
  readonly code: SourcedText | null;
  readonly place: MentionPlace;
  /** The entity meant, null when none matches. */
  readonly entityId: string | null;
  readonly match: MatchKind;
  /** 0–1: similarity of the normalised labels. */
  readonly similarity: number;
  /** Who makes the reference (phase, indicator, PEG objective), where it is one entity's. */
  readonly fromId: string | null;
  readonly tableId: string | null;
  /** For a kind 'operatingObjective' mention in the PEG: the strategic objective it stands under there. */
  readonly parentId: string | null;
}

/** `5 ambiti strategici … 14 obiettivi strategici` in the plan's own text (LNK-07). */
export interface DeclaredCount {
  readonly kind: EntityKind;
  readonly count: number;
  readonly text: SourcedText;
}

/** What a column of a table was taken for. Field names are those of {@link PlanField}, after the dot. */
export interface PlanColumn {
  readonly field: string | null;
  readonly header: SourcedText | null;
  /** A1 column name. */
  readonly column: string;
}

/** A table or a set of cards of the workbook, as understood. */
export interface PlanTable {
  readonly id: string;
  readonly sheet: string;
  readonly file?: string;
  readonly role: TableRole;
  /** Cells of the header, left to right. */
  readonly header: readonly CellRef[];
  readonly columns: readonly PlanColumn[];
  /** Rows of data read from it. */
  readonly rows: number;
  /** Rows whose code and title share one cell, when that is how the whole table is laid out. */
  readonly fusedByDesign: readonly CellRef[];
  /** Scale of the weights of this table, null without weights. */
  readonly weightScale: WeightScale | null;
}

export type TableRole =
  'dup' | 'objectives' | 'phases' | 'indicators' | 'centres' | 'data' | 'preface' | 'other';

/** Fields a workbook may have columns, labels or sheets for. A rule `requires` some of them. */
export type PlanField =
  | 'strategicArea'
  | 'strategicObjective'
  | 'operatingObjective'
  | 'pegObjective'
  | 'phase'
  | 'indicator'
  | 'centre'
  | 'data'
  | 'dup.strategicArea'
  | 'dup.strategicObjective'
  | 'dup.operatingObjective'
  | 'strategicObjective.code'
  | 'operatingObjective.code'
  | 'operatingObjective.programme'
  | 'pegObjective.code'
  | 'pegObjective.title'
  | 'pegObjective.operating'
  | 'pegObjective.owner'
  | 'pegObjective.centre'
  | 'pegObjective.weight'
  | 'pegObjective.type'
  | 'pegObjective.resources'
  | 'pegObjective.mission'
  | 'pegObjective.programme'
  | 'pegObjective.dates'
  | 'pegObjective.indicator'
  | 'phase.dates'
  | 'phase.weight'
  | 'phase.owner'
  | 'indicator.formula'
  | 'indicator.unit'
  | 'indicator.source'
  | 'indicator.target'
  | 'indicator.baseline'
  | 'indicator.actual'
  | 'indicator.weight';

/** The DUP (Documento unico di programmazione) the plan was compared with. */
export interface DupReference {
  /** File it was read from: the plan's own workbook or another (`--dup`). */
  readonly file: string;
  readonly sheets: readonly string[];
  /** Levels it lists: without a level, the rules about it are not verifiable. */
  readonly levels: readonly ('strategicArea' | 'strategicObjective' | 'operatingObjective')[];
}

/** Acts and dates the plan's own text declares (CMP-02). */
export interface DeclaredAct {
  readonly act: 'budget' | 'peg' | 'piao';
  readonly date: DateFact;
}

/** A code scheme as data: a mask with named parts, or outline levels. See codes.ts. */
export interface CodeScheme {
  /** `A` year digit, `L` letter, `0` digit, the rest literal, `[…]` optional; e.g. `AAAA-LL00[L]`. */
  readonly mask: string;
  /** Whether a code's prefix is its parent's code (`01010601` under `0101`). */
  readonly outline: boolean;
  /** Where each part stands in the mask. */
  readonly parts: readonly CodePart[];
  /** How many of the codes seen fit. */
  readonly fitting: number;
  readonly total: number;
}

export interface CodePart {
  readonly name: 'year' | 'centre' | 'number' | 'suffix' | 'level';
  /** Text of the mask of this part, e.g. `AAAA`, `LL`, `00`, `L`. */
  readonly mask: string;
}

/** The document around the hierarchy. */
export interface PlanDocument {
  readonly title: SourcedText | null;
  /** Years the plan covers, first one first; empty when nothing says so. */
  readonly years: readonly number[];
  readonly yearSource: SourcedText | null;
  /** Places that refer the reader to annexes (`si rimanda agli allegati`). */
  readonly annexes: readonly SourcedText[];
  /** Texts that tell of the municipality: its size, how it evaluates, terms it was given. */
  readonly remarks?: readonly SourcedText[];
  readonly declaredCounts: readonly DeclaredCount[];
  readonly acts: readonly DeclaredAct[];
}

/** A municipality's plan as read from its workbook. Plain data: it can be copied, compared and stored. */
export interface Plan {
  readonly document: PlanDocument;
  readonly dup: DupReference | null;
  readonly codeScheme: CodeScheme | null;
  readonly strategicAreas: readonly StrategicArea[];
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly operatingObjectives: readonly OperatingObjective[];
  readonly pegObjectives: readonly PegObjective[];
  readonly phases: readonly Phase[];
  readonly indicators: readonly Indicator[];
  readonly centres: readonly ResponsibilityCentre[];
  readonly pegRows: readonly PegRow[];
  readonly mentions: readonly Mention[];
  readonly tables: readonly PlanTable[];
  /** What a sheet of the year before says, where the workbook keeps one beside the plan's. */
  readonly lastYear?: Pick<Plan, 'pegObjectives' | 'indicators'>;
  /** Fields the workbook has a column, label or sheet for, whether or not each cell is filled. */
  readonly fields: readonly PlanField[];
}

/** Any entity of the hierarchy. */
export type PlanEntity =
  StrategicArea | StrategicObjective | OperatingObjective | PegObjective | Phase | Indicator;
