import {
  OWN_SHEETS,
  attestationsFrom,
  type Attestation,
  type AttestationState,
  type CheckReport,
  type ReportAbout,
  type Stage,
  type Verdict,
} from '../approval';
import type {
  Finding,
  Language,
  Judgement,
  RuleFile,
  RuleProblem,
  RuleSet,
  RuleSettings,
  Waiver,
} from '../coherence';
import type { BaseData, Explanation } from '../indicators';
import { mapWorkbook, type MappingProfile, type MappingResult } from '../mapping';
import { writeStore, type Indicator, type Plan, type StoreReading, type StoreSections } from '../plan';
import type {
  CellEdit,
  CellRef,
  Unsubscribe,
  WorkbookChange,
  WorkbookPort,
  WorkbookSnapshot,
} from '../workbook';
import { planFix, type FixPlan } from './fix';
import { baseDataOf, explainRow, findIndicator, indicatorRows, type IndicatorRow } from './indicators';
import { marksOf } from './marks';
import { readContent } from './store-content';

/** What only a check needs, fetched with the first one. */
const checking = () => import(/* webpackChunkName: "check" */ './checking');

/** What a session needs besides the workbook. */
export interface SessionOptions {
  /** ISO day of the check: acceptances expire by it. */
  readonly today: string;
  readonly stage?: Stage;
  /** ISO day the year is looked at, at the monitoring stage; today if left out. */
  readonly monitoringDate?: string;
  /** Another file that lists the DUP. */
  readonly dup?: WorkbookSnapshot | null;
  /** Workbooks of other offices joined with this one into one plan. */
  readonly others?: readonly WorkbookSnapshot[];
  /** A mapping profile that replaces the one kept in the workbook. */
  readonly profile?: MappingProfile | null;
  /** Own rule files. */
  readonly ruleFiles?: readonly RuleFile[];
}

/** The result of a check, language-neutral: findings carry both languages. */
export interface CheckResult {
  readonly plan: Plan;
  readonly mapping: MappingResult;
  readonly judgement: Judgement;
  readonly verdict: Verdict;
  readonly ruleSet: RuleSet;
  readonly ruleProblems: readonly RuleProblem[];
}

/** Named section of the private store. */
type Section = 'profile' | 'waivers' | 'rules' | 'attestations';

/**
 * One workbook, one session: the only door for the surfaces. It reads the workbook through its port, holds the plan
 * and the last check, and tells subscribers when either becomes different.
 */
export class PlanSession {
  private readonly listeners = new Set<() => void>();
  private book: WorkbookSnapshot;
  private store: StoreReading;
  private mapped: MappingResult | null = null;
  private data: BaseData | null = null;
  private checked: Promise<CheckResult> | null = null;
  private unwatch: Unsubscribe | null = null;

  private constructor(
    readonly port: WorkbookPort,
    private options: SessionOptions,
    book: WorkbookSnapshot,
  ) {
    this.book = book;
    this.store = readContent(book.store);
  }

  /** Reads the workbook. Rejects with a WorkbookError when it cannot be read. */
  static async open(port: WorkbookPort, options: SessionOptions): Promise<PlanSession> {
    return new PlanSession(port, options, await port.snapshot());
  }

  /** The workbook as last read. */
  get workbook(): WorkbookSnapshot {
    return this.book;
  }

  /** The private store as last read; `newer` and `damaged` stores are never written over. */
  get storeState(): StoreReading['state'] {
    return this.store.state;
  }

  /** ISO day of the check. */
  get today(): string {
    return this.options.today;
  }

  get stage(): Stage {
    return this.options.stage ?? 'pre-approval';
  }

  /** ISO day the year is looked at, at the monitoring stage. */
  get monitoringDate(): string {
    return this.options.monitoringDate ?? this.options.today;
  }

  /** Looks at the plan at another moment of the year from now on. Not kept in the workbook. */
  useStage(stage: Stage, monitoringDate: string = this.monitoringDate): void {
    this.options = { ...this.options, stage, monitoringDate };
    this.forget();
  }

  /** The plan as understood. */
  get mapping(): MappingResult {
    this.mapped ??= this.read(this.options.profile ?? this.section<MappingProfile>('profile'));
    return this.mapped;
  }

  private read(profile: MappingProfile | null): MappingResult {
    return mapWorkbook({
      workbooks: [this.book, ...(this.options.others ?? [])],
      dup: this.options.dup ?? null,
      profile,
      ownSheets: OWN_SHEETS,
    });
  }

  get plan(): Plan {
    return this.mapping.plan;
  }

  /** The municipality's base data, from the sheets that are no part of the plan. */
  get baseData(): BaseData {
    this.data ??= baseDataOf(this.book, this.mapping, OWN_SHEETS);
    return this.data;
  }

  /** Every indicator with its outcome in a period; null = the latest period with data. */
  indicators(period: string | null = null): IndicatorRow[] {
    return indicatorRows(this.plan.indicators, this.baseData, period);
  }

  /** Indicators that wait for data; a workbook without any base data keeps them elsewhere. */
  private withoutData(): number {
    if (this.baseData.quantities.length === 0) return 0;
    return this.indicators().filter((row) => row.outcome.outcome === 'missing-data').length;
  }

  /** One indicator by name, code or cell, explained; or the nearest names, and the cells of several of that name. */
  explain(
    name: string,
    period: string | null = null,
  ):
    | { readonly explanation: Explanation; readonly indicator: Indicator }
    | { readonly near: readonly string[]; readonly twins: readonly CellRef[] } {
    const hit = findIndicator(name, this.plan.indicators);
    if (hit.found === null) return { near: hit.near, twins: hit.twins };
    return { explanation: explainRow(hit.found, this.baseData, period), indicator: hit.found };
  }

  /** One indicator of the plan, explained. */
  explainIndicator(indicator: Indicator, period: string | null = null): Explanation {
    return explainRow(indicator, this.baseData, period);
  }

  get waivers(): readonly Waiver[] {
    return this.section<readonly Waiver[]>('waivers') ?? [];
  }

  get ruleSettings(): RuleSettings {
    return this.section<RuleSettings>('rules') ?? {};
  }

  /** All rules over the plan. The result is kept until something changes; simultaneous calls share one run. */
  check(): Promise<CheckResult> {
    if (this.checked) return this.checked;
    const run = this.run();
    this.checked = run;
    // A run that failed is no result to keep: the next call tries again.
    run.catch(() => {
      if (this.checked === run) this.checked = null;
    });
    return run;
  }

  private async run(): Promise<CheckResult> {
    const { mapping } = this;
    const { judge, loadRuleSet, verdictOf } = await checking();
    const { ruleSet, problems } = loadRuleSet(this.ruleSettings, this.options.ruleFiles);
    const judgement = await judge(mapping.plan, {
      ruleSet,
      waivers: this.waivers,
      today: this.options.today,
      baseData: this.baseData,
    });
    return {
      plan: mapping.plan,
      mapping,
      judgement,
      verdict: verdictOf(judgement, this.stage, this.withoutData(), mapping.plan.pegRows.length > 0),
      ruleSet,
      ruleProblems: problems,
    };
  }

  /** The last check as a document. */
  async report(about: ReportAbout, language: Language): Promise<CheckReport> {
    const { monitoringAt, reportOf } = await checking();
    const workbooks = [this.book, ...(this.options.others ?? [])].map((book) => book.name);
    const attestation = await this.attestation();
    const monitoring = this.stage === 'monitoring' ? monitoringAt(this, this.monitoringDate) : null;
    return reportOf({ workbooks, attestation, monitoring, ...about, ...(await this.check()) }, language);
  }

  /** Writes the check sheet: added once, rewritten in place, nothing else changes. */
  async writeReport(about: ReportAbout, language: Language): Promise<void> {
    const { reportSheet } = await checking();
    await this.port.writeReport(reportSheet(await this.report(about, language)));
  }

  get attestations(): readonly Attestation[] {
    return attestationsFrom(this.section<unknown>('attestations'));
  }

  /** Attests the plan as it stands now: kept in the private store, after the earlier ones. */
  async attest(author: string, at: string, version: string): Promise<Attestation> {
    const { judgement, verdict, plan } = await this.check();
    const { attest } = await checking();
    const made = attest(plan, {
      author,
      at,
      workbook: this.book.name,
      tool: `peg ${version}`,
      verdict,
      ruleSet: judgement.ruleSetId,
      waivers: this.waivers,
    });
    await this.save({ attestations: [...this.attestations, made] });
    return made;
  }

  /** Whether the last attestation still holds. */
  async attestation(): Promise<AttestationState> {
    const { judgement, plan } = await this.check();
    const { attestationState } = await checking();
    return attestationState(this.attestations, plan, judgement.ruleSetId, this.waivers);
  }

  /** Keeps waivers in the workbook's private store, all of them at once. */
  async saveWaivers(waivers: readonly Waiver[]): Promise<void> {
    await this.save({ waivers });
  }

  /**
   * Writes the fixes of some findings, all cells or none, and reads their sheets again. Cells that changed since
   * the check are left alone. Resolves to what was done, with the edits that undo it.
   */
  async applyFixes(findings: readonly Finding[]): Promise<FixPlan> {
    const plan = planFix(findings, this.book);
    await this.writeCells(plan.edits);
    return plan;
  }

  /** Writes cells and reads their sheets again. */
  async writeCells(edits: readonly CellEdit[]): Promise<void> {
    if (edits.length === 0) return;
    await this.port.write(edits);
    await this.recheck({ sheets: [...new Set(edits.map((edit) => edit.sheet))] });
  }

  /** What the user has selected: one rectangle or several of one sheet ({@link WorkbookPort.selection}). */
  selection(): Promise<readonly CellRef[]> {
    return this.port.selection();
  }

  /** Marks the cells of some findings in place of earlier marks: contents and formats of the cells stay as they are. */
  highlight(findings: readonly Finding[]): Promise<void> {
    return this.port.mark(marksOf(findings, this.book));
  }

  /** Takes all marks away, those of earlier sessions included. */
  clearHighlight(): Promise<void> {
    return this.port.mark([]);
  }

  /** Whether the workbook has marks, from this session or an earlier one. */
  highlighted(): Promise<boolean> {
    return this.port.marked();
  }

  /** The plan as another profile would read it; nothing is kept. */
  preview(profile: MappingProfile): MappingResult {
    return this.read(profile);
  }

  /** Compares with the DUP of another file from now on; null = the sheets of this workbook. Not kept in the workbook. */
  useDup(dup: WorkbookSnapshot | null): void {
    this.options = { ...this.options, dup };
    this.forget();
  }

  /** Keeps the mapping the user confirmed. */
  async saveProfile(profile: MappingProfile | null): Promise<void> {
    await this.save({ profile });
  }

  async saveRuleSettings(rules: RuleSettings): Promise<void> {
    await this.save({ rules });
  }

  private async save(change: Partial<Record<Section, unknown>>): Promise<void> {
    if (this.store.state === 'newer' || this.store.state === 'damaged')
      throw new StoreError(this.store.state);
    const sections: StoreSections = { ...this.store.sections, ...change };
    const xml = writeStore(sections);
    await this.port.writeStore(xml);
    this.book = { ...this.book, store: xml };
    this.store = readContent(xml);
    this.forget();
  }

  /** A finding of the last check by its fingerprint, or by the first characters of it when they are unmistakable. */
  async finding(fingerprint: string): Promise<Finding | null> {
    const { judgement } = await this.check();
    const hits = judgement.findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
    return hits.length === 1 || hits.every((hit) => hit.fingerprint === hits[0]?.fingerprint)
      ? (hits[0] ?? null)
      : null;
  }

  /** Follows the workbook: reads again what changed and tells the subscribers. */
  async follow(): Promise<void> {
    this.unwatch ??= await this.port.watch((change) => void this.recheck(change));
  }

  /** Reads the changed sheets again. */
  async recheck(change: WorkbookChange): Promise<void> {
    if (change.sheets !== null && change.sheets.every((sheet) => OWN_SHEETS.includes(sheet))) return;
    if (change.sheets === null) this.book = await this.port.snapshot();
    else {
      const fresh = await this.port.snapshot(change.sheets);
      const byName = new Map(fresh.sheets.map((grid) => [grid.name, grid]));
      this.book = {
        ...fresh,
        sheets: this.book.sheets.map((grid) => byName.get(grid.name) ?? grid),
        store: fresh.store,
      };
    }
    this.store = readContent(this.book.store);
    this.mapped = null;
    this.forget();
  }

  /** Calls the listener whenever plan, waivers or settings changed. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.unwatch?.();
    this.unwatch = null;
  }

  private forget(): void {
    this.mapped = null;
    this.data = null;
    this.checked = null;
    for (const listener of [...this.listeners]) listener();
  }

  private section<T>(name: Section): T | null {
    const value = this.store.sections[name];
    return value === undefined || value === null ? null : (value as T);
  }
}

/** The private store must not be overwritten: a newer version wrote it, or it cannot be read. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(readonly state: 'newer' | 'damaged') {
    super(`private store: ${state}`);
  }
}
