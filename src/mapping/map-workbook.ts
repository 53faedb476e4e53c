import type { DupReference, Plan } from '../plan';
import { forEachCell, type Grid, type WorkbookSnapshot } from '../workbook';
import { fieldsOf } from './coverage';
import { profileRead, sheetMapping } from './describe';
import { DocumentReader } from './document';
import { viewOf, type SheetColumns, type SheetForm, type Looks, type SheetView } from './grid/sheet-view';
import { localWords, sameWords, type LocalWords } from './propose/local-words';
import { LEXICON, Words } from './words/words';
import { Ledger, type IgnoredAs } from './ledger';
import { assemble, type Assembly } from './link/assemble';
import type { Source } from './link/source';
import { attributeValues } from './propose/attribute-values';
import { joinIds } from './propose/joined-ids';
import { legendsOf, type Legends } from './propose/legend';
import { splitCodes } from './propose/split-codes';
import { Notes, wholeSheet } from './notes';
import { prefaceMentions } from './preface';
import type { MappingProfile } from './types';
import { sheetProfile, sheetsNamed, withUnread } from './profile-columns';
import { TableRoles } from './roles';
import { schemeOf, withCounts } from './scheme';
import { findSheet, type FoundSheet, type ReadSheet } from './sheet';
import { askedIn } from './questions/asked';
import { doubtsOf, type Asked, type Doubt } from './questions/doubts';
import { roleOfOption } from './questions/questions';
import { isEnough, matters, type Weighed } from './questions/weighed';
import { readingOf } from './questions/state';
import { Settled } from './questions/settled';
import { namesKnown, understand } from './understand';
import { readSources } from './sources';
import { settleLowestLevel } from './tables/lowest-level';
import type { Answer, MappingInput, MappingResult } from './types';
import { LEVELS, type Level } from './words/field';

/** Reads workbooks into a plan, with the cell of every fact and a note for whatever was not understood. */
export function mapWorkbook(input: MappingInput): MappingResult {
  const steps = read(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in slices, one sheet or one step at a time.
 * @param pause asked between slices: the chance for the host to do other things
 */
export async function mapInSlices(input: MappingInput, pause: () => Promise<void>): Promise<MappingResult> {
  const steps = read(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Reads, with last year's sheets beside where the workbook keeps them. */
function* read(input: MappingInput): Generator<void, MappingResult, void> {
  const { lastYear, ...result } = yield* readThisYear(input);
  if (lastYear.length === 0) return result;
  const [first] = input.workbooks;
  const book = { name: '', names: [], tables: [], date1904: false, store: null, ...first, sheets: lastYear };
  const { plan } = yield* readThisYear({ workbooks: [{ ...book, name: lastYear[0]?.name ?? '' }] });
  const { pegObjectives, indicators } = plan;
  return { ...result, plan: { ...result.plan, lastYear: { pegObjectives, indicators } } };
}

/** Reads, takes the answers that fit its doubts one by one, and asks what is left. */
function* readThisYear(
  input: MappingInput,
): Generator<void, MappingResult & Pick<PassResult, 'lastYear'>, void> {
  const { pass, settled } = yield* answeredPass(input);
  const { lastYear } = pass;
  const seen = { ...pass, settled, answers: input.answers ?? [] };
  const bare = readingOf(seen);
  if (bare.state === 'sure') return { ...pass.result, reading: bare, lastYear };
  const weighed: Weighed[] = [];
  for (const doubt of doubtsOf(pass.asked, settled)) {
    if (isEnough(weighed)) break;
    // The next column of a template is tried only where those before it change nothing.
    if (weighed.some((one) => one.doubt.asked === doubt.asked && matters(one))) continue;
    const plans: Plan[] = [];
    for (const [at, { role }] of doubt.options.entries()) {
      const other = new Pass(input, settled.with(doubt.asked.id, doubt.at, role, doubt.id));
      plans.push(at === 0 ? pass.result.plan : (yield* other.steps()).result.plan);
    }
    weighed.push({ doubt, plans });
  }
  return { ...pass.result, reading: readingOf(seen, weighed), lastYear };
}

/** Reads once more for every answer that fits a doubt, until none is left. */
export function* answeredPass(
  input: MappingInput,
): Generator<void, { readonly pass: PassResult; readonly settled: Settled }, void> {
  let settled = Settled.NOTHING;
  let pass = yield* new Pass(input, settled).steps();
  for (;;) {
    const next = answered(doubtsOf(pass.asked, settled), input.answers ?? [], settled);
    if (!next) return { pass, settled };
    settled = next;
    pass = yield* new Pass(input, settled).steps();
  }
}

/** What the first answer to one of the doubts settles; null when none is answered. */
function answered(doubts: readonly Doubt[], answers: readonly Answer[], settled: Settled): Settled | null {
  for (const doubt of doubts) {
    const answer = answers.find(({ question }) => question === doubt.id);
    if (!answer) continue;
    const role = roleOfOption(doubt, answer.option);
    return role === null ? settled.without(doubt.id) : settled.with(doubt.asked.id, doubt.at, role, doubt.id);
  }
  return null;
}

/** What one reading of the workbooks came to. */
export interface PassResult {
  readonly result: Omit<MappingResult, 'reading'>;
  readonly asked: readonly Asked[];
  /** The same and what has no doubt: every table and form with its readings. */
  readonly explained: readonly Asked[];
  readonly sheets: readonly ReadSheet[];
  readonly ledger: Ledger;
  /** Sheets of the year before, left out of the plan. */
  readonly lastYear: readonly Grid[];
}

const NOTHING_REWRITTEN: NonNullable<Looks['rewritten']> = new Map();

/** Reads the workbooks once, with what is settled. */
class Pass {
  private ledger = new Ledger();
  private notes = new Notes();
  private readonly profile: MappingProfile | null;
  private readonly main: readonly WorkbookSnapshot[];
  private readonly dupBook: WorkbookSnapshot | null;
  private year: number | null = null;
  private words = LEXICON;
  private forms: ReadonlyMap<Grid, SheetForm> = new Map();
  private transposed: ReadonlyMap<Grid, SheetColumns> = new Map();
  private looks: ReadonlyMap<Grid, Looks> = new Map();

  constructor(
    private readonly input: MappingInput,
    private readonly settled: Settled,
  ) {
    this.profile = input.profile ?? null;
    const joined = input.workbooks.length > 1;
    this.main = joined ? withFiles(input.workbooks) : input.workbooks;
    this.dupBook = input.dup ? (withFiles([...this.main, input.dup]).at(-1) ?? null) : null;
  }

  /** Reads, and stops between sheets and steps. */
  *steps(): Generator<void, PassResult, void> {
    const { main, dupBook } = this;
    const document = new DocumentReader(this.joined());
    const year = document.year();
    this.year = year;
    const books = [...main, ...(dupBook ? [dupBook] : [])];
    const plain = books.flatMap((book) => this.readable(book));
    const pivoted = attributeValues(plain);
    const whole = plain.map((view) => {
      const pivot = pivoted.get(view.grid);
      return pivot ? view.only(pivot.only).withRewritten(pivot.rewritten) : view;
    });
    const joined = splitCodes(whole);
    const views = whole.map((view) => view.withRewritten(joined.get(view.grid) ?? NOTHING_REWRITTEN));
    this.looks = new Map(views.map((view) => [view.grid, view.looks]));
    let local = localWords(views, this.settled);
    let { dupParts, parts } = yield* this.foundWith(local, year);
    let understood = understand([...parts, ...(dupParts ?? [])], this.settled);
    if (local.asked.length > 0) {
      // Labels are read again in the light of the names that the tables give.
      const again = localWords(views, this.settled, namesKnown(understood.templates));
      if (!sameWords(local.words, again.words)) {
        ({ dupParts, parts } = yield* this.foundWith(again, year));
        understood = understand([...parts, ...(dupParts ?? [])], this.settled);
      }
      local = again;
    }
    const { ledger, notes } = this;
    yield;
    const found = understood.sheets.slice(0, parts.length);
    const dupSheets = dupParts && understood.sheets.slice(parts.length);
    for (const [at, sheet] of understood.sheets.entries()) {
      const own = [...parts, ...(dupParts ?? [])][at]?.profile;
      if (own) notes.profile(own, sheet);
    }
    const lowest = settleLowestLevel(found);
    const own = joinIds([...lowest, ...(dupSheets ?? [])]).slice(0, found.length);
    this.noteSheetsGone();
    const sheets = [...(dupSheets ?? []), ...own];
    const roles = new TableRoles(own, dupSheets);
    const scheme = schemeOf(own, this.profile?.codeMask ?? null);
    const { sources, tables, guessedBands } = readSources(sheets, { roles, scheme, year, ledger });
    yield;
    const assembly = assemble(sources, scheme, year);
    yield;
    for (const table of sheets.flatMap((sheet) => sheet.tables)) notes.table(table);
    for (const ref of guessedBands) notes.add('band-guessed', ref);
    for (const sheet of [...own, ...(dupSheets ?? [])]) notes.rest(sheet, ledger);
    this.noteDup(own, roles);
    const { areas, strategics, operatings, pegs, phases, indicators, centres } = assembly.drafts;
    const codes = [...pegs.values()].flatMap((draft) => draft.code?.value ?? []);
    const plan: Plan = {
      document: document.read(codes),
      dup: this.dupReference(
        sources.filter((source) => source.isDup),
        assembly,
      ),
      codeScheme: scheme && withCounts(scheme, codes),
      strategicAreas: [...areas.values()],
      strategicObjectives: [...strategics.values()],
      operatingObjectives: [...operatings.values()],
      pegObjectives: [...pegs.values()],
      phases,
      indicators,
      centres,
      pegRows: assembly.pegRows,
      mentions: [...assembly.mentions, ...prefaceMentions(own, assembly.drafts)],
      tables,
      fields: [],
    };
    notes.plan(plan);
    const all = [...own, ...(dupSheets ?? [])];
    const described = all.map((sheet) => sheetMapping(sheet, roles));
    for (const sheet of described) notes.sheet(sheet);
    const result = {
      plan: { ...plan, fields: fieldsOf(plan, all) },
      sheets: described,
      notes: notes.list,
      profile: withUnread(profileRead(all, roles, scheme), this.profile, this.sheetNames()),
      accounts: [...main, ...(dupBook ? [dupBook] : [])].flatMap((book) => ledger.accounts(book)),
    };
    const about = askedIn(local, understood.templates);
    return { result, ...about, sheets: all, ledger, lastYear: this.lastYear() };
  }

  /** The sheets taken apart, with the workbook's own words and forms. */
  private *foundWith(
    { words, forms, transposed }: LocalWords,
    year: number | null,
  ): Generator<void, { parts: FoundSheet[]; dupParts: FoundSheet[] | null }, void> {
    this.words = new Words(words);
    this.forms = forms;
    this.transposed = transposed;
    this.ledger = new Ledger();
    this.notes = new Notes();
    const dupParts = this.dupBook ? yield* this.sheetsOf(this.dupBook, year) : null;
    const parts: FoundSheet[] = [];
    for (const book of this.main) parts.push(...(yield* this.sheetsOf(book, year)));
    return { parts, dupParts };
  }

  /** All workbooks as one, without the sheets we wrote ourselves. */
  private joined(): WorkbookSnapshot {
    const [first] = this.main;
    const sheets = this.main.flatMap((book) => book.sheets).filter((grid) => !this.passedAs(grid, false));
    return { name: '', names: [], tables: [], date1904: false, store: null, ...first, sheets };
  }

  /** The sheets of a workbook that are read, as they look without its own words. */
  private readable(book: WorkbookSnapshot): SheetView[] {
    return book.sheets
      .filter((grid) => !this.passedAs(grid, sheetProfile(this.profile, grid.name)?.role === 'ignore'))
      .map((grid) => viewOf(book, grid));
  }

  private isOwn(grid: Grid): boolean {
    return this.input.ownSheets?.includes(grid.name) ?? false;
  }

  /** Why a sheet is not read; null when it is. Hidden sheets are read, very hidden ones only reported. */
  private passedAs(grid: Grid, unwanted: boolean): IgnoredAs | null {
    if (this.isOwn(grid)) return 'own-sheet';
    if (unwanted) return 'other-sheet';
    if (grid.visibility === 'veryHidden') return 'very-hidden';
    return this.isOfAnotherYear(grid) ? 'old-copy' : null;
  }

  /** Copies of the year right before the plan's that are there to be seen. */
  private lastYear(): Grid[] {
    const before = String((this.year ?? 0) - 1);
    return this.main
      .flatMap((book) => book.sheets)
      .filter(
        (grid) =>
          grid.visibility === 'visible' &&
          grid.name.includes(before) &&
          this.passedAs(grid, false) === 'old-copy',
      );
  }

  /** A hidden sheet named for an earlier year than the plan's, or one beside the same sheet of the plan's year. */
  private isOfAnotherYear({ name, visibility, file }: Grid): boolean {
    const years = (name.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).map(Number);
    const { year } = this;
    if (year === null || years.length === 0 || !years.every((one) => one < year)) return false;
    const bare = (text: string) => text.replace(/[\d\s\-–/.]+/g, '').toLowerCase();
    const beside = this.main.some((book) =>
      book.sheets.some(
        (other) => other.name !== name && other.file === file && bare(other.name) === bare(name),
      ),
    );
    return visibility === 'hidden' || (beside && bare(name) !== '') || PAST.test(name);
  }

  private *sheetsOf(book: WorkbookSnapshot, year: number | null): Generator<void, FoundSheet[], void> {
    const { ledger, notes, profile } = this;
    const read: FoundSheet[] = [];
    let legends: Legends | null = null;
    for (const sheet of book.missing ?? []) notes.add('sheet-missing', { sheet, address: '' });
    for (const grid of book.sheets) {
      const own = sheetProfile(profile, grid.name);
      const passed = this.passedAs(grid, own?.role === 'ignore');
      if (passed) {
        forEachCell(grid, (_cell, row, column) => ledger.ignore(grid, row, column, passed));
        if (passed === 'very-hidden') notes.add('sheet-very-hidden', wholeSheet(grid));
        if (passed === 'old-copy') notes.add('sheet-old-copy', wholeSheet(grid));
        continue;
      }
      const sheet = findSheet({
        view: viewOf(book, grid, {
          ...this.looks.get(grid),
          words: this.words,
          form: this.forms.get(grid) ?? null,
          transposed: this.transposed.get(grid) ?? null,
        }),
        profile,
        year,
        ledger,
        isDup: book === this.dupBook,
        legends: () => (legends ??= legendsOf([book])),
      });
      read.push(sheet);
      yield;
    }
    return read;
  }

  /** Names of all sheets, in small letters. */
  private sheetNames(): ReadonlySet<string> {
    const books = this.dupBook ? [...this.main, this.dupBook] : this.main;
    return new Set(books.flatMap((book) => book.sheets.map((grid) => grid.name.toLowerCase())));
  }

  /** Sheets of a profile that no workbook has any more. */
  private noteSheetsGone(): void {
    const names = this.sheetNames();
    for (const sheet of sheetsNamed(this.profile))
      if (!names.has(sheet.toLowerCase())) this.notes.add('profile-sheet-gone', { sheet, address: '' });
  }

  /** Another file was given for the DUP: it takes the place of the workbook's own, or lists none. */
  private noteDup(own: readonly ReadSheet[], roles: TableRoles): void {
    const { dupBook, notes } = this;
    if (!dupBook) return;
    const replaced = own.filter(({ tables }) => tables.some((table) => roles.isReplaced(table)));
    for (const { view } of replaced) notes.add('dup-replaced', wholeSheet(view.grid), { dup: dupBook.name });
    if (!roles.comparesOther) notes.add('dup-not-read', { sheet: '', address: '' }, { dup: dupBook.name });
  }

  private dupReference(sources: readonly Source[], { drafts }: Assembly): DupReference | null {
    if (sources.length === 0) return null;
    const listed: Readonly<Record<Level, ReadonlyMap<string, { readonly inDup: boolean }>>> = {
      strategicArea: drafts.areas,
      strategicObjective: drafts.strategics,
      operatingObjective: drafts.operatings,
    };
    const grids = sources.flatMap((source) => source.statements.map(({ grid }) => grid));
    const sheets = grids.map(({ name }) => name);
    const files = grids.map(({ file }) => file ?? this.main[0]?.name ?? '');
    return {
      file: [...new Set(files)].join(' + '),
      sheets: [...new Set(sheets)],
      levels: LEVELS.filter((level) => [...listed[level].values()].some((one) => one.inDup)),
    };
  }
}

/** Names of sheets on what is over. */
const PAST = /consuntiv|rendicont|precedent|vecchi|archivi|storic/i;

/** Workbooks whose grids name their file; equal names are told apart. */
function withFiles(books: readonly WorkbookSnapshot[]): WorkbookSnapshot[] {
  const counts = new Map<string, number>();
  return books.map((book) => {
    const count = (counts.get(book.name) ?? 0) + 1;
    counts.set(book.name, count);
    const file = count === 1 ? book.name : `${book.name} (${count})`;
    return { ...book, sheets: book.sheets.map((grid) => ({ ...grid, file })) };
  });
}
