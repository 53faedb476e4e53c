import {
  OWN_SHEETS,
  attestationsFrom,
  type Attestation,
  type AttestationState,
  type CheckReport,
  type ReportAbout,
  type Stage,
} from '../approval';
import type { AnswerMemo, Finding, Language, RuleSettings, Waiver } from '../coherence';
import type { BaseData, Explanation } from '../indicators';
import {
  mapInSlices,
  mapWorkbook,
  whyCell,
  type CellWhy,
  type MappingInput,
  type MappingProfile,
  type MappingResult,
} from '../mapping';
import type { Indicator, Plan, StoreReading } from '../plan';
import type {
  CellEdit,
  CellRef,
  Unsubscribe,
  WorkbookChange,
  WorkbookPort,
  WorkbookSnapshot,
} from '../workbook';
import { Confirmations } from './confirmations';
import { planFix, type FixPlan } from './fix';
import { BaseDataReader, explainRow, findIndicator, indicatorRows, type IndicatorRow } from './indicators';
import { marksOf } from './marks';
import { JudgementMemo } from './judgement-memo';
import { findingBy } from './finding-by';
import { LiveWorkbook } from './live-workbook';
import { mappingInput } from './mapping-input';
import { withoutPegFormulas } from './peg-formulas';
import { checking, rulesOf } from './rule-sets';
import type { CheckResult, SessionOptions } from './session-types';
import { profileKept } from './store-content';
import type { Section } from './store-merge';

/**
 * One workbook, one session: the only door for the surfaces. It reads the workbook through its port, holds the plan
 * and the last check, and tells subscribers when either becomes different.
 */
export class PlanSession {
  private readonly listeners = new Set<() => void>();
  private readonly live: LiveWorkbook;
  private readonly bases = new BaseDataReader();
  private readonly judged = new JudgementMemo();
  /** Questions of the reading, answers and corrections. */
  readonly confirmations = new Confirmations(this);
  private answers: AnswerMemo | null = null;
  /** The workbook from which the plan was read. */
  private known: WorkbookSnapshot;
  private mapped: MappingResult | null = null;
  private checked: Promise<CheckResult> | null = null;
  private watching: Promise<Unsubscribe> | null = null;
  /** Counts what made earlier checks old. */
  private turn = 0;

  private constructor(
    readonly port: WorkbookPort,
    private options: SessionOptions,
    book: WorkbookSnapshot,
  ) {
    this.live = new LiveWorkbook(port, book);
    this.known = book;
  }

  /** Reads the workbook. Rejects with a WorkbookError when it cannot be read. */
  static async open(port: WorkbookPort, options: SessionOptions): Promise<PlanSession> {
    return new PlanSession(port, options, await port.snapshot());
  }

  /** The workbook as last read. */
  get workbook(): WorkbookSnapshot {
    return this.known;
  }

  /** The private store as last read; `newer` and `damaged` stores are never written over. */
  get storeState(): StoreReading['state'] {
    return this.live.store.state;
  }

  /** ISO day of the check. */
  get today(): string {
    return this.options.today;
  }

  /** A new day: acceptances expire by it. Workbooks stay open over night. */
  useDay(today: string): void {
    if (today === this.options.today) return;
    this.options = { ...this.options, today };
    this.outdate();
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
    return (this.mapped ??= mapWorkbook(this.input(this.profile)));
  }

  /** Why a cell was read as it was; null where there is no such cell. */
  why({ sheet, address }: Pick<CellRef, 'sheet' | 'address'>): CellWhy | null {
    return whyCell(this.input(this.profile), sheet, address);
  }

  private input(profile: MappingProfile | null): MappingInput {
    return mappingInput(this.known, this.options, profile);
  }

  /** Understands the workbook in slices, where the host wants its turn in between. */
  async understand(): Promise<void> {
    const { turn } = this;
    const { pause } = this.options;
    if (this.mapped !== null || !pause) return;
    const mapped = await mapInSlices(this.input(this.profile), pause);
    if (turn === this.turn) this.mapped ??= mapped;
  }

  /** What was said of the reading: given with the session, or kept in the workbook. */
  get profile(): MappingProfile | null {
    return this.options.profile ?? profileKept(this.live.store.sections['profile']);
  }

  get plan(): Plan {
    return this.mapping.plan;
  }

  /** The municipality's base data, from the sheets that are no part of the plan. */
  get baseData(): BaseData {
    return this.bases.read(withoutPegFormulas(this.known), this.mapping, OWN_SHEETS);
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

  /**
   * All rules over the plan. The result is kept until something changes; simultaneous calls share one run. What
   * changes while it runs is in the result, too.
   */
  check(): Promise<CheckResult> {
    if (this.checked) return this.checked;
    const run = this.current();
    this.checked = run;
    // A run that failed is no result to keep: the next call tries again.
    run.catch(() => {
      if (this.checked === run) this.checked = null;
    });
    return run;
  }

  private async current(): Promise<CheckResult> {
    await this.live.catchUp();
    if (this.adopt()) return this.check();
    const { turn } = this;
    await this.understand();
    if (turn !== this.turn) return this.check();
    const result = await this.run();
    return turn === this.turn ? result : this.check();
  }

  private async run(): Promise<CheckResult> {
    const { pause, ruleFiles, today, municipality } = this.options;
    const { mapping, baseData, waivers } = this;
    const monitoredOn = this.stage === 'monitoring' ? this.monitoringDate : null;
    const { AnswerMemo, judge, verdictOf } = await checking();
    this.answers ??= new AnswerMemo();
    const memo = this.answers;
    const { ruleSet, problems } = await rulesOf(this.ruleSettings, ruleFiles);
    const judgement = await this.judged.of(
      mapping.plan,
      [ruleSet.id, JSON.stringify(waivers), today, baseData, JSON.stringify(municipality), monitoredOn],
      () =>
        judge(mapping.plan, {
          ruleSet,
          waivers,
          today,
          baseData,
          pause,
          memo,
          ...(municipality ? { municipality } : {}),
          ...(monitoredOn === null ? {} : { monitoredOn }),
        }),
    );
    return {
      plan: mapping.plan,
      mapping,
      judgement,
      verdict: verdictOf(judgement, {
        stage: this.stage,
        indicatorsWithoutData: this.withoutData(),
        hasPlan: mapping.plan.pegRows.length > 0,
        reading: mapping.reading,
      }),
      ruleSet,
      ruleProblems: problems,
    };
  }

  /** The last check as a document. */
  async report(about: ReportAbout, language: Language): Promise<CheckReport> {
    const { monitoringAt, reportOf } = await checking();
    const workbooks = [this.known, ...(this.options.others ?? [])].map((book) => book.name);
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
      workbook: this.known.name,
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
    const sheets = new Set(findings.flatMap(({ edits }) => (edits ?? []).map(({ sheet }) => sheet)));
    // What somebody wrote into these cells a moment ago must not be lost.
    await this.recheck({ sheets: [...sheets] });
    const plan = planFix(findings, this.known);
    await this.writeCells(plan.edits);
    return plan;
  }

  /** Writes cells and reads their sheets again; what is written and cannot be read now is read with the next check. */
  async writeCells(edits: readonly CellEdit[]): Promise<void> {
    if (edits.length === 0) return;
    await this.port.write(edits);
    const sheets = [...new Set(edits.map((edit) => edit.sheet))];
    await this.recheck({ sheets }).catch(() => this.outdate());
  }

  /** What the user has selected: one rectangle or several of one sheet ({@link WorkbookPort.selection}). */
  selection(): Promise<readonly CellRef[]> {
    return this.port.selection();
  }

  /** Marks the cells of some findings in place of earlier marks: contents and formats of the cells stay as they are. */
  highlight(findings: readonly Finding[]): Promise<void> {
    return this.port.mark(marksOf(findings, this.known));
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
    return mapWorkbook(this.input(profile));
  }

  /** Compares with the DUP of another file from now on; null = the sheets of this workbook. Not kept in the workbook. */
  useDup(dup: WorkbookSnapshot | null): void {
    this.options = { ...this.options, dup };
    this.forget();
  }

  /** Reads by a profile from now on, in place of the one kept in the workbook; nothing is kept. */
  useProfile(profile: MappingProfile | null): void {
    this.options = { ...this.options, profile };
    this.forget();
  }

  /** Keeps what the user said of the reading. */
  async saveProfile(profile: MappingProfile | null): Promise<void> {
    await this.save({ profile });
  }

  async saveRuleSettings(rules: RuleSettings): Promise<void> {
    await this.save({ rules });
  }

  private async save(change: Partial<Record<Section, unknown>>): Promise<void> {
    await this.live.save(change);
    this.adopt();
  }

  /** A finding of the last check by its fingerprint, or by the first characters of it when they are unmistakable. */
  async finding(fingerprint: string): Promise<Finding | null> {
    const { judgement } = await this.check();
    return findingBy(fingerprint, judgement.findings);
  }

  /**
   * Follows the workbook: reads again what changed and tells the subscribers. A change that cannot be read is told,
   * too: the next check tries again, and says why when it fails.
   */
  async follow(): Promise<void> {
    this.watching ??= this.port.watch((change) => {
      this.recheck(change).catch(() => this.outdate());
    });
    await this.watching;
  }

  /** Reads the changed sheets again; changes that come at the same time are read together. */
  async recheck(change: WorkbookChange): Promise<void> {
    if (change.sheets !== null && change.sheets.every((sheet) => OWN_SHEETS.includes(sheet))) return;
    await this.live.refresh(change);
    this.adopt();
  }

  /** Calls the listener whenever plan, waivers or settings changed. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.listeners.clear();
    const { watching } = this;
    this.watching = null;
    await (
      await watching
    )?.();
  }

  /** Takes over what was read; false when it is what the plan was read from. */
  private adopt(): boolean {
    if (this.live.book === this.known) return false;
    this.known = this.live.book;
    this.forget();
    return true;
  }

  private forget(): void {
    this.mapped = null;
    this.outdate();
  }

  private outdate(): void {
    this.turn += 1;
    this.checked = null;
    for (const listener of [...this.listeners]) listener();
  }

  private section<T>(name: Section): T | null {
    const value = this.live.store.sections[name];
    return value === undefined || value === null ? null : (value as T);
  }
}
