import {
  codeYear,
  fold,
  readDate,
  type DeclaredAct,
  type DeclaredCount,
  type EntityKind,
  type PlanDocument,
  type SourcedText,
} from '../plan';
import {
  cellAt,
  forEachCell,
  plainSpaces,
  refAt,
  usedArea,
  type Grid,
  type WorkbookSnapshot,
} from '../workbook';

const NUMBER_WORDS =
  'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti'.split(
    ' ',
  );

const COUNTED: readonly [RegExp, EntityKind][] = [
  [/^(?:ambit[io] strategic[io]|ambiti|strategic areas?)/, 'strategicArea'],
  [/^(?:obiettiv[io] strategic[io]|strategic objectives?)/, 'strategicObjective'],
  [/^(?:obiettiv[io] operativ[io]|operating objectives?)/, 'operatingObjective'],
  [/^(?:obiettiv[io] (?:di peg|gestional[ei]|esecutiv[io])|management objectives?)/, 'pegObjective'],
];

/** Sends the reader elsewhere: to an annex, or for objectives and what measures them to the PIAO. */
const ANNEX =
  /(?:si riman\w+|rinvia\w*|riportat\w+|contenut\w+|dettaglia\w+|vedi|v\.|see)\b[^.]{0,60}\b(?:allegat\w+|annex\w*)|\b(?:obiettiv\w+|indicator\w+|valor\w+ attes\w+|target)\b.{0,120}\b(?:nell\w*|rinvia\w*|rimand\w+)\b.{0,60}\bsezione\b.{0,60}\b(?:piao|piano integrato)\b|\b(?:obiettiv\w+|indicator\w+)\b.{0,120}\bsottosezione\b.{0,60}\b(?:piao|piano integrato)\b/;

/** Tells something of the municipality itself: its size, how it evaluates, what term it was given. */
const REMARK =
  /\babitanti\b|\bretribuzione di risultato\b|\bsistema di (?:misurazione|valutazione)\b|\bcomportament|\b(?:differi|prorog)\w+|\bsemplificat[ao]\b/;

/** A text of the workbook with its folded form, worked out once. */
interface WorkbookText extends SourcedText {
  readonly plain: string;
}

/** Words without which a text says nothing of the document: most cells have none of them. */
const TELLING =
  /peg|pdo|pian|performance|piao|plan|trienn|eserciz|anno|programm|attuazion|gestion|monitorag|alleg|annex|ambit|obiettiv|strategic|operating|management|bilanci|budget|deliber|approv|dup|target|attes|traguard|abitant|retribuzion/i;

const DATED = /(?:^|\D)\d{1,2}[./-]\d{1,2}[./-]((?:19|20)\d\d)$/;

/** What a workbook says of its plan besides the hierarchy. */
export class DocumentReader {
  private readonly texts: readonly WorkbookText[];
  /** Years of the dates written in cells, with their number. */
  private readonly dated = new Map<number, number>();
  /** Years under a heading of targets: `Atteso` over `2025 | 2026`. */
  private readonly expected: number[] = [];
  private readonly book: WorkbookSnapshot;

  constructor(whole: WorkbookSnapshot) {
    const book = { ...whole, sheets: latestSheets(whole) };
    this.book = book;
    const texts: WorkbookText[] = [];
    for (const grid of book.sheets) {
      forEachCell(grid, ({ value, text }, row, column) => {
        const dated = DATED.exec(text)?.[1];
        if (dated !== undefined) this.dated.set(Number(dated), (this.dated.get(Number(dated)) ?? 0) + 1);
        if (typeof value !== 'string' || !TELLING.test(text)) return;
        const plain = fold(text);
        texts.push({ value: plainSpaces(text), plain, cells: [refAt(grid, row, column)] });
        const below = EXPECTED.test(plain) ? (cellAt(grid, row + 1, column)?.text ?? '') : '';
        if (/^20\d\d$/.test(below)) this.expected.push(Number(below));
      });
    }
    this.texts = texts;
  }

  /** First year of the plan as far as its texts and its file's name tell; null when they do not. */
  year(): number | null {
    return this.years([]).years[0] ?? null;
  }

  /** Years the plan's own words tell; else those of its sheets' names, targets, DUP and dates, the first that has any. */
  private years(codes: readonly string[]): Years {
    const { texts, book, dated, expected } = this;
    const said = yearsOf(texts, codes, book.name);
    if (said.years.length > 0) return said;
    const sheets = book.sheets
      .filter(({ visibility, name }) => visibility === 'visible' && PLANNING.test(fold(name.trim())))
      .flatMap(({ name }) => yearIn(name) ?? []);
    const most = mostCommon([...dated].flatMap(([year, count]) => new Array<number>(count).fill(year)));
    const own = sheets.length > 0 ? Math.max(...sheets) : firstTarget(texts, expected);
    const guessed = own === null ? (spanOf(texts, /\bdup\b/)?.years ?? most) : own;
    return { years: [guessed ?? []].flat(), source: null };
  }

  /** Years, declared counts, annexes, acts and their dates. */
  read(codes: readonly string[]): PlanDocument {
    const { years, source } = this.years(codes);
    const sourced = ({ value, cells }: WorkbookText): SourcedText => ({ value, cells });
    const title = this.texts.find(({ value, plain }) => value.length <= 200 && TITLE.test(plain));
    return {
      title: title ? sourced(title) : null,
      years,
      yearSource: source && sourced(source),
      annexes: this.texts.filter(({ plain }) => ANNEX.test(plain)).map(sourced),
      remarks: this.texts
        .filter(({ plain }) => plain.length <= MAX_REMARK && REMARK.test(plain))
        .map(sourced),
      declaredCounts: this.texts.flatMap((text) =>
        declaredCounts(text.plain).map((one) => ({ ...one, text: sourced(text) })),
      ),
      acts: this.texts.flatMap((text) =>
        declaredActs(text.plain, years[0] ?? null).map(({ act, iso }) => ({
          act,
          date: { ...sourced(text), iso },
        })),
      ),
    };
  }
}

const TITLE = /\b(?:peg|pdo|piano (?:esecutivo|dettagliato)|piano della performance|piao|management plan)\b/;

/** A heading over the years in which something is expected. */
const EXPECTED = /^(?:valor[ei] )?(?:target|attes[oi]|traguard[oi]|risultat[oi] attes[oi])$/;

/** A sheet with fewer rows is only prepared for its year. */
const LEAST_ROWS = 3;

/**
 * The sheets that tell of the plan. Of sheets named alike but for the year (`2023`, `2024`, `2025`) the latest with
 * rows, or that of the file's name; all of them where a text says that the plan is of all those years.
 */
function latestSheets({ sheets, name: file }: WorkbookSnapshot): readonly Grid[] {
  const families = new Map<string, Map<number, Grid>>();
  for (const grid of sheets) {
    const rows = usedArea(grid);
    const year = /^\D*(20\d\d)\D*$/.exec(grid.name)?.[1];
    if (year === undefined || !rows || rows.bottom - rows.top + 1 < LEAST_ROWS) continue;
    const key = `${grid.file ?? ''}|${grid.name.replace(year, '#')}`;
    families.set(key, (families.get(key) ?? new Map<number, Grid>()).set(Number(year), grid));
  }
  const earlier = new Set<Grid>();
  for (const family of families.values()) {
    const years = [...family.keys()];
    if (years.length < 2 || years.length === spanned(family)) continue;
    const named = yearIn(file);
    const current = named !== null && years.includes(named) ? named : Math.max(...years);
    for (const [year, grid] of family) if (year !== current) earlier.add(grid);
  }
  return earlier.size === 0 ? sheets : sheets.filter((grid) => !earlier.has(grid));
}

/** How many of a family's years a span at the top of its sheets covers (`2025-2027`). */
function spanned(family: ReadonlyMap<number, Grid>): number {
  const texts: WorkbookText[] = [];
  for (const grid of family.values()) {
    const top = usedArea(grid)?.top ?? 0;
    forEachCell(grid, ({ value, text }, row, column) => {
      if (typeof value === 'string' && row < top + LEAST_ROWS)
        texts.push({ value: plainSpaces(text), plain: fold(text), cells: [refAt(grid, row, column)] });
    });
  }
  const span = spanOf(texts, TITLED);
  return [...family.keys()].filter((year) => span?.years.includes(year)).length;
}

const PLANNING = /^20\d\d$|peg|pdo|pian|obiettiv|sched|performance|(?:^|[^a-z])ob(?:$|[^a-z])/;

const TITLED = /\b(?:peg|pdo|piano|triennio|esercizi\w*|performance|plan|anno|programmazione)\b/;

interface Years {
  readonly years: readonly number[];
  readonly source: WorkbookText | null;
}

/** Years of the plan: from its title (`2017/2019`, `triennio 2017-2019`, `PEG 2024`), else from the codes, else from the file's name. */
function yearsOf(texts: readonly WorkbookText[], codes: readonly string[], file: string): Years {
  const span = spanOf(texts, TITLED);
  if (span) return span;
  const coded = mostCommon(codes.flatMap((code) => codeYear(code) ?? []));
  if (coded !== null) return { years: [coded], source: null };
  for (const text of texts) {
    if (text.value.length > MAX_TITLE) continue;
    const single =
      /\b(?:peg|pdo|piao|piano|performance|anno|esercizio|gestione|obiettiv[io]|esecutiv[io]|cronoprogramma|attuazione|monitoraggio|plan)\D{0,20}\b((?:19|20)\d\d)\b/.exec(
        text.plain,
      );
    if (single) return { years: [Number(single[1])], source: text };
  }
  const named = yearIn(file);
  return { years: named === null ? [] : [named], source: null };
}

const MAX_TITLE = 300;
const MAX_REMARK = 600;

/** The first span of years in a text that says what it is of. */
function spanOf(texts: readonly WorkbookText[], of: RegExp): Years | null {
  for (const text of texts) {
    if (text.value.length > MAX_TITLE || !of.test(text.plain)) continue;
    const span = /\b((?:19|20)\d\d)\s*[-/–]\s*((?:19|20)?\d\d)\b/.exec(text.value);
    if (!span) continue;
    const first = Number(span[1]);
    const last = Number(`${(span[2] ?? '').length === 2 ? String(first).slice(0, 2) : ''}${span[2]}`);
    if (last > first && last - first <= 5) return { years: range(first, last), source: text };
  }
  return null;
}

/** The year in a name; null without one. */
function yearIn(name: string): number | null {
  const year = /(?:^|\D)((?:199|20\d)\d)(?:\D|$)/.exec(name)?.[1];
  return year === undefined ? null : Number(year);
}

/** The first year that something is expected in: `Target 2025`, `Atteso 2026`. */
function firstTarget(texts: readonly WorkbookText[], expected: readonly number[]): number | null {
  const said = texts.flatMap(
    ({ plain }) =>
      /^(?:valore )?(?:target|attes[oi]|traguardo|risultat[oi] attes[oi])\b\D{0,15}((?:19|20)\d\d)$/.exec(
        plain,
      )?.[1] ?? [],
  );
  const years = [...said.map(Number), ...expected];
  return years.length === 0 ? null : Math.min(...years);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function mostCommon(list: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > list.length ? best[0] : null;
}

/** `5 Ambiti strategici`, `quattordici obiettivi strategici`: how many the text says there are. */
function declaredCounts(plain: string): Omit<DeclaredCount, 'text'>[] {
  if (plain.length > 1500) return [];
  const counts: Omit<DeclaredCount, 'text'>[] = [];
  for (const match of plain.matchAll(
    /\b(\d{1,3}|[a-z]{3,15})\s+(?=(?:ambit|obiettiv|strategic|operating|management))/g,
  )) {
    const written = match[1] ?? '';
    const count = /^\d+$/.test(written) ? Number(written) : NUMBER_WORDS.indexOf(written);
    const rest = plain.slice((match.index ?? 0) + match[0].length);
    const kind = COUNTED.find(([pattern]) => pattern.test(rest))?.[1];
    if (kind && count >= 2) counts.push({ kind, count });
  }
  return counts;
}

const ACTS: readonly [RegExp, DeclaredAct['act']][] = [
  [/\b(?:bilancio di previsione|bilancio|budget)\b/, 'budget'],
  [/\b(?:piao|piano integrato)\b/, 'piao'],
  [/\b(?:peg|piano esecutivo|management plan)\b/, 'peg'],
];

/** `Bilancio di previsione approvato con deliberazione C.C. n. 12 del 28/12/2023`: which act, on which day. */
function declaredActs(plain: string, year: number | null): { act: DeclaredAct['act']; iso: string | null }[] {
  if (!/\b(?:approva\w*|approvazione|delibera\w*|approved)\b/.test(plain) || plain.length > 600) return [];
  return plain.split(/(?<=[a-z)]{3})[.;]\s+/).flatMap((sentence) => {
    const act = ACTS.map(([pattern, name]) => ({ name, at: sentence.search(pattern) }))
      .filter((one) => one.at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    const dates = [
      ...sentence.matchAll(/\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{1,2}[°º]?\s+[a-z]{4,10}\s+\d{4}\b/g),
    ].map((match) => match[0]);
    const [only] = dates;
    if (
      !act ||
      only === undefined ||
      dates.length !== 1 ||
      !/\b(?:approva\w*|delibera\w*|approved)\b/.test(sentence)
    )
      return [];
    return [{ act: act.name, iso: readDate(only, year) }];
  });
}
