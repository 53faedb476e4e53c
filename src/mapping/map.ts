import {
  codeProblem,
  fitsMask,
  inferScheme,
  normaliseCode,
  splitCode,
  type CodeScheme,
  type Mention,
  type Plan,
  type PlanField,
  type PlanTable,
  type SourcedText,
  type TableRole,
} from '../plan';
import {
  areaAddress,
  columnName,
  forEachCell,
  refAt,
  textAt,
  type CellRef,
  type Grid,
  type WorkbookSnapshot,
} from '../workbook';
import { assemble, type Assembly, type Source } from './assemble';
import { fieldsOf } from './coverage';
import { readDocument } from './document';
import { fieldName, type Column, type PlanSubject } from './fields';
import { Ledger, type SheetAccount } from './ledger';
import { profileOf, sheetProfile, unmatched, type MappingProfile } from './profile';
import { findByName } from './resolve';
import { readRows, type RowsRead } from './rows';
import { leadingLabels, listsDup, readSheet, type ReadSheet, type ReadTable } from './sheets';
import { LEVELS, type Fact, type Statement } from './statements';
import { weightScale } from './weights';

/** Something the mapping did not understand or settled by a guess. Surfaces word it in the user's language. */
export interface MappingNote {
  readonly code: MappingNoteCode;
  readonly sheet: string;
  readonly address: string;
  readonly file?: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export type MappingNoteCode =
  | 'no-plan'
  | 'sheet-not-read'
  | 'sheet-empty'
  | 'column-not-read'
  | 'column-guessed'
  | 'cells-not-read'
  | 'band-guessed'
  | 'lost-zero'
  | 'no-dup'
  | 'profile-sheet-gone'
  | 'profile-column-gone';

/** What a sheet was taken for. */
export interface SheetMapping {
  readonly sheet: string;
  readonly file?: string;
  readonly role: TableRole;
  /** 0–1; below 0.7 the role should be confirmed. */
  readonly confidence: number;
  readonly tables: readonly TableMapping[];
}

export interface TableMapping {
  readonly header: string;
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    readonly field: string | null;
    readonly confidence: number;
  }[];
}

export interface MappingResult {
  readonly plan: Plan;
  readonly sheets: readonly SheetMapping[];
  readonly notes: readonly MappingNote[];
  readonly profile: MappingProfile;
  /** Every filled cell accounted for. */
  readonly accounts: readonly SheetAccount[];
}

export interface MappingInput {
  /** The workbook, or the workbooks of several offices to be read as one plan. */
  readonly workbooks: readonly WorkbookSnapshot[];
  /** Another file that lists the DUP; it replaces the DUP sheets of the workbooks. */
  readonly dup?: WorkbookSnapshot | null;
  readonly profile?: MappingProfile | null;
  /** Sheets we wrote ourselves: they are no part of the plan. */
  readonly ownSheets?: readonly string[];
}

/** Reads workbooks into a plan, with the cell of every fact and a note for whatever was not understood. */
export function mapWorkbook(input: MappingInput): MappingResult {
  return new Mapper(input).run();
}

class Mapper {
  private readonly ledger = new Ledger();
  private readonly notes: MappingNote[] = [];
  private readonly profile: MappingProfile | null;
  private readonly main: readonly WorkbookSnapshot[];

  constructor(private readonly input: MappingInput) {
    this.profile = input.profile ?? null;
    const joined = input.workbooks.length > 1;
    this.main = input.workbooks.map((book) => (joined ? withFile(book) : book));
  }

  run(): MappingResult {
    const dupBook = this.input.dup ? withFile(this.input.dup) : null;
    const roughDocument = readDocument(this.merged(), []);
    const year = roughDocument.years[0] ?? null;
    const sheets = this.main.flatMap((book) => this.sheetsOf(book, year));
    const dupSheets = dupBook ? this.sheetsOf(dupBook, year) : [];
    const tables = sheets.flatMap((sheet) => sheet.tables);
    const pegStated = tables.some(namesPeg) || sheets.some((sheet) => sheet.cards.length > 0);
    const isDup = (table: ReadTable, sheet: ReadSheet) =>
      dupBook ? dupSheets.includes(sheet) && listsDup(table, true) : listsDup(table, pegStated);
    const scheme = this.schemeOf(sheets);
    const defining = this.definingTables(sheets);
    const known = new Map<string, PlanSubject>();
    const sources: Source[] = [];
    const planTables: PlanTable[] = [];
    for (const sheet of [...dupSheets, ...sheets].sort(
      (a, b) =>
        Number(b.tables.some((table) => isDup(table, b))) - Number(a.tables.some((table) => isDup(table, a))),
    )) {
      this.readSources(sheet, {
        scheme,
        year,
        isDup: (table) => isDup(table, sheet),
        defining,
        known,
        sources,
        planTables,
      });
    }
    const assembly = assemble(sources, scheme);
    const mentions = [...assembly.mentions, ...this.textMentions(sheets, assembly)];
    const codes = [...assembly.drafts.pegs.values()].flatMap((draft) => draft.code?.value ?? []);
    this.settleRest([...sheets, ...dupSheets]);
    const dupSources = sources.filter((source) => source.isDup);
    const plan: Plan = {
      document: readDocument(this.merged(), codes),
      dup: dupSources.length > 0 ? this.dupReference(dupSources, dupBook, assembly) : null,
      codeScheme: scheme,
      strategicAreas: [...assembly.drafts.areas.values()],
      strategicObjectives: [...assembly.drafts.strategics.values()],
      operatingObjectives: [...assembly.drafts.operatings.values()],
      pegObjectives: [...assembly.drafts.pegs.values()],
      phases: assembly.drafts.phases,
      indicators: assembly.drafts.indicators,
      centres: assembly.drafts.centres,
      pegRows: assembly.pegRows,
      mentions,
      tables: planTables,
      fields: [] as PlanField[],
    };
    this.noteWhole(plan, scheme);
    const all = [...sheets, ...dupSheets];
    return {
      plan: { ...plan, fields: fieldsOf(plan, all) },
      sheets: all.map((sheet) => sheetMapping(sheet, (table) => isDup(table, sheet))),
      notes: this.notes,
      profile: profileOf(
        scheme?.mask ?? null,
        all.flatMap((sheet) =>
          sheet.tables.map((table) => ({
            sheet: sheet.grid.name,
            isDup: isDup(table, sheet),
            columns: table.columns,
          })),
        ),
      ),
      accounts: [...this.main, ...(dupBook ? [dupBook] : [])].flatMap((book) => this.ledger.accounts(book)),
    };
  }

  private merged(): WorkbookSnapshot {
    const [first] = this.main;
    return {
      ...(first ?? emptyBook()),
      sheets: this.main.flatMap((book) => book.sheets).filter((grid) => !this.isOwn(grid)),
    };
  }

  private isOwn(grid: Grid): boolean {
    return (this.input.ownSheets ?? []).includes(grid.name);
  }

  private sheetsOf(book: WorkbookSnapshot, year: number | null): ReadSheet[] {
    const read: ReadSheet[] = [];
    for (const grid of book.sheets) {
      const own = sheetProfile(this.profile, grid.name);
      if (this.isOwn(grid) || own?.role === 'ignore') {
        forEachCell(grid, (_cell, row, column) =>
          this.ledger.ignore(grid, row, column, this.isOwn(grid) ? 'own-sheet' : 'other-sheet'),
        );
        continue;
      }
      const sheet = readSheet({
        grid,
        profile: this.profile,
        date1904: book.date1904,
        year,
        ledger: this.ledger,
      });
      read.push(sheet);
      if (own) this.noteProfile(own, sheet);
    }
    for (const own of this.profile?.sheets ?? []) {
      if (!book.sheets.some((grid) => grid.name.toLowerCase() === own.sheet.toLowerCase()))
        this.note('profile-sheet-gone', { sheet: own.sheet, address: '' }, {});
    }
    return read;
  }

  private noteProfile(own: NonNullable<ReturnType<typeof sheetProfile>>, sheet: ReadSheet): void {
    const columns = sheet.tables.flatMap((table) => table.columns);
    for (const gone of unmatched(own, columns)) {
      this.note(
        'profile-column-gone',
        { sheet: sheet.grid.name, address: '' },
        { header: gone.header || gone.column, field: gone.field },
      );
    }
  }

  /** The codes of PEG objectives as columns, cards and fused cells show them give the mask. */
  private schemeOf(sheets: readonly ReadSheet[]): CodeScheme | null {
    const columnsOf = (subject: PlanSubject) =>
      sheets.flatMap((sheet) =>
        sheet.tables.flatMap((table) =>
          table.columns
            .filter((column) => column.field?.subject === subject && column.field.attribute === 'code')
            .map((column) => texts(table, column)),
        ),
      );
    const coded = columnsOf('pegObjective').flat();
    const carded = sheets.flatMap((sheet) =>
      sheet.cards.flatMap((card) =>
        card.facts.filter((fact) => fieldName(fact.field) === 'pegObjective.code').map((fact) => fact.text),
      ),
    );
    const fused = sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) =>
        table.columns
          .filter((column) => column.field?.subject === 'pegObjective' && column.field.attribute === 'title')
          .flatMap((column) => texts(table, column).flatMap((text) => splitCode(text)?.code ?? [])),
      ),
    );
    const cardFused = sheets.flatMap((sheet) =>
      sheet.cards.flatMap((card) =>
        card.facts
          .filter((fact) => fieldName(fact.field) === 'pegObjective.title')
          .flatMap((fact) => splitCode(fact.text)?.code ?? []),
      ),
    );
    const own = coded.length + carded.length > 0 ? [...coded, ...carded] : [...fused, ...cardFused];
    const parents = columnsOf('operatingObjective').flat();
    const inferred = inferScheme(own, parents);
    const mask = this.profile?.codeMask;
    if (!mask) return inferred;
    const distinct = [...new Set(own.map(normaliseCode))];
    return {
      mask,
      outline: inferred?.outline ?? false,
      parts: inferred?.mask === mask ? inferred.parts : [],
      fitting: distinct.filter((code) => fitsMask(mask, code)).length,
      total: distinct.length,
    };
  }

  /** Tables whose objectives are stated there. A table of phases or indicators states them only where no other table does. */
  private definingTables(sheets: readonly ReadSheet[]): ReadonlySet<string> {
    const tables = sheets.flatMap((sheet) => sheet.tables).filter(namesPeg);
    const titled = tables.filter((table) => hasField(table, 'pegObjective', 'title'));
    const pure = titled.filter((table) => table.main === 'pegObjective');
    const stated = new Set(pure.flatMap((table) => names(table, 'all')));
    for (const sheet of sheets)
      for (const card of sheet.cards)
        for (const fact of card.facts)
          if (fact.field.subject === 'pegObjective' && /^(code|title)$/.test(fact.field.attribute))
            stated.add(normaliseCode(fact.text));
    const mixed = titled.filter(
      (table) =>
        table.main !== 'pegObjective' &&
        table.card === null &&
        !(names(table, 'best').filter((name) => stated.has(name)).length * 2 > names(table, 'best').length),
    );
    const own = [...pure, ...mixed].filter((table) => table.card === null);
    const list =
      own.length > 0 || stated.size > 0 ? own : tables.filter((table) => table.main === 'pegObjective');
    return new Set(list.map((table) => table.id));
  }

  private readSources(
    sheet: ReadSheet,
    env: {
      scheme: CodeScheme | null;
      year: number | null;
      isDup: (table: ReadTable) => boolean;
      defining: ReadonlySet<string>;
      known: Map<string, PlanSubject>;
      sources: Source[];
      planTables: PlanTable[];
    },
  ): void {
    const cardContext = sheet.cards.map((card, i) => this.cardStatement(sheet, card, i, env));
    for (const table of sheet.tables) {
      const isDup = env.isDup(table);
      const context =
        table.card === null
          ? sheet.sheetFacts.filter((fact) => fact.row < table.found.headerTop)
          : (cardContext[table.card]?.facts ?? []);
      const read =
        table.main === 'quantity'
          ? this.readData(table)
          : readRows({
              tableId: table.id,
              table: table.found,
              columns: table.columns,
              mask: usableMask(env.scheme),
              date1904: false,
              year: env.year,
              context: context.map((fact) => ({ ...fact, inherited: true })),
              definesPeg: env.defining.has(table.id),
              levelOf: (text) => env.known.get(text.toLowerCase()) ?? null,
              ledger: this.ledger,
            });
      if (isDup) for (const statement of read.statements) remember(statement, env.known);
      env.sources.push({
        tableId: table.id,
        isDup,
        definesPeg: env.defining.has(table.id),
        statements: read.statements,
        titles: table.titles,
        block: table.block,
      });
      env.planTables.push(planTable(table, isDup, read));
      this.noteTable(table, read);
    }
  }

  private readData(table: ReadTable): RowsRead {
    const { found } = table;
    for (let row = found.headerTop; row <= found.lastRow; row++) {
      for (const column of table.columns) this.ledger.map(found.grid, row, column.column);
    }
    return { statements: [], fusedByDesign: [], guessedBands: [] };
  }

  private cardStatement(
    sheet: ReadSheet,
    card: ReadSheet['cards'][number],
    at: number,
    env: { sources: Source[]; planTables: PlanTable[] },
  ): Statement {
    const id = `${sheet.grid.file ? `${sheet.grid.file}|` : ''}${sheet.grid.name}!${at + 1}`;
    const facts: Fact[] = [
      ...card.facts,
      ...sheet.sheetFacts.filter(
        (fact) => !card.facts.some((own) => fieldName(own.field) === fieldName(fact.field)),
      ),
    ];
    const statement: Statement = {
      tableId: id,
      grid: sheet.grid,
      row: card.top,
      facts,
      layout: 'regular',
      place: 'card',
      statesPeg: true,
      cells: card.facts.flatMap((fact) => fact.cells),
    };
    env.sources.push({
      tableId: id,
      isDup: false,
      definesPeg: true,
      statements: [statement],
      titles: [],
      block: null,
    });
    env.planTables.push({
      id,
      sheet: sheet.grid.name,
      ...(sheet.grid.file === undefined ? {} : { file: sheet.grid.file }),
      role: 'objectives',
      header: [],
      columns: card.facts.map((fact) => ({
        field: fieldName(fact.field),
        header: { value: fact.label, cells: fact.cells },
        column: columnName(fact.column),
      })),
      rows: 1,
      fusedByDesign: [],
      weightScale: weightScale(card.facts.filter((fact) => fact.field.attribute === 'weight')),
    });
    return statement;
  }

  private dupReference(
    sources: readonly Source[],
    dupBook: WorkbookSnapshot | null,
    assembly: Assembly,
  ): NonNullable<Plan['dup']> {
    const [first] = this.main;
    const levels = [
      ...([...assembly.drafts.areas.values()].some((one) => one.inDup) ? (['strategicArea'] as const) : []),
      ...([...assembly.drafts.strategics.values()].some((one) => one.inDup)
        ? (['strategicObjective'] as const)
        : []),
      ...([...assembly.drafts.operatings.values()].some((one) => one.inDup)
        ? (['operatingObjective'] as const)
        : []),
    ];
    return {
      file: dupBook?.name ?? first?.name ?? '',
      sheets: [
        ...new Set(sources.flatMap((source) => source.statements.map((statement) => statement.grid.name))),
      ],
      levels,
    };
  }

  /** Areas that the preface describes (`La città smart: …`): the last one left answers to the only label left. */
  private textMentions(sheets: readonly ReadSheet[], assembly: Assembly): Mention[] {
    const areas = [...assembly.drafts.areas.values()].map((draft) => ({
      id: draft.id,
      title: draft.title.value,
      code: null,
    }));
    if (areas.length < 2) return [];
    const mentions: Mention[] = [];
    for (const sheet of sheets) {
      if (sheet.tables.length > 0 || sheet.cards.length > 0) continue;
      const labels = leadingLabels(sheet.grid).map((one) => ({
        ...one,
        match: findByName(one.label.value, areas),
      }));
      const matched = labels.filter((one) => one.match !== null);
      const rest = areas.filter((area) => !matched.some((one) => one.match?.id === area.id));
      const [first] = matched;
      const last = matched.at(-1);
      const beside = labels.filter(
        (one) =>
          one.match === null &&
          first &&
          last &&
          one.column === first.column &&
          one.row >= first.row - 1 &&
          one.row <= last.row + 2,
      );
      const [only] = rest;
      for (const one of matched)
        if (one.match)
          mentions.push(areaMention(one.label, one.match.id, one.match.match, one.match.similarity));
      const [odd] = beside;
      if (matched.length >= 2 && rest.length === 1 && only && odd && beside.length === 1)
        mentions.push(areaMention(odd.label, only.id, 'only-candidate', 0));
    }
    return mentions;
  }

  private noteTable(table: ReadTable, read: RowsRead): void {
    const { grid } = table.found;
    for (const column of table.columns) {
      const place = column.places[0] ?? { row: table.found.headerTop, column: column.column };
      const ref = refAt(grid, place.row, place.column);
      const filled = texts(table, column).length;
      if (!column.field && !column.ignored && filled > 0 && table.main !== 'quantity')
        this.note('column-not-read', ref, {
          header: column.text,
          column: columnName(column.column),
          cells: filled,
        });
      else if (column.field && column.confidence < 0.7 && filled > 0)
        this.note('column-guessed', ref, {
          header: column.text,
          column: columnName(column.column),
          field: fieldName(column.field),
        });
    }
    for (const ref of read.guessedBands) this.note('band-guessed', ref, {});
  }

  /** Cells that nothing claimed: paragraphs of sheets without a plan, otherwise a note for each run of them. */
  private settleRest(sheets: readonly ReadSheet[]): void {
    for (const sheet of sheets) {
      const rest = this.ledger.unsettled(sheet.grid);
      const bare = sheet.tables.length === 0 && sheet.cards.length === 0;
      let filled = 0;
      forEachCell(sheet.grid, () => (filled += 1));
      if (filled === 0) {
        this.note('sheet-empty', { sheet: sheet.grid.name, address: '' }, {}, sheet.grid.file);
        continue;
      }
      const unread: CellRef[] = [];
      for (const { row, column, ref } of rest) {
        const text = textAt(sheet.grid, row, column);
        const words = /\p{L}{2}/u.test(text);
        if (bare && words) this.ledger.ignore(sheet.grid, row, column, 'paragraph');
        else if (words && text.length > 120) this.ledger.ignore(sheet.grid, row, column, 'paragraph');
        else {
          this.ledger.note(sheet.grid, row, column);
          unread.push(ref);
        }
      }
      if (bare && sheet.announced !== 'preface')
        this.note(
          'sheet-not-read',
          { sheet: sheet.grid.name, address: '' },
          { cells: filled },
          sheet.grid.file,
        );
      else if (unread.length > 0) {
        const [first] = unread;
        if (first)
          this.note('cells-not-read', first, {
            cells: unread.length,
            list: unread
              .slice(0, 8)
              .map((ref) => ref.address)
              .join(', '),
          });
      }
    }
  }

  private noteWhole(plan: Plan, scheme: CodeScheme | null): void {
    if (plan.pegObjectives.length === 0) this.note('no-plan', { sheet: '', address: '' }, {});
    else if (plan.dup === null) this.note('no-dup', { sheet: '', address: '' }, {});
    if (!scheme) return;
    for (const row of plan.pegRows) {
      const problem = row.code ? codeProblem(row.code.value, scheme) : null;
      const ref = row.code?.cells[0];
      if (problem?.kind === 'lost-zero' && ref && row.code)
        this.note('lost-zero', ref, { code: row.code.value, proposal: problem.proposal ?? '' });
    }
  }

  private note(code: MappingNoteCode, ref: CellRef, details: MappingNote['details'], file = ref.file): void {
    this.notes.push({
      code,
      sheet: ref.sheet,
      address: ref.address,
      ...(file === undefined ? {} : { file }),
      details,
    });
  }
}

function emptyBook(): WorkbookSnapshot {
  return { name: '', sheets: [], names: [], tables: [], date1904: false, store: null };
}

function withFile(book: WorkbookSnapshot): WorkbookSnapshot {
  return { ...book, sheets: book.sheets.map((grid) => ({ ...grid, file: book.name })) };
}

function areaMention(
  label: SourcedText,
  entityId: string,
  match: Mention['match'],
  similarity: number,
): Mention {
  return {
    kind: 'strategicArea',
    label,
    code: null,
    place: 'text',
    entityId,
    match,
    similarity,
    fromId: null,
    tableId: null,
    parentId: null,
  };
}

/** A mask of bare digits says too little to find codes elsewhere in a row. */
function usableMask(scheme: CodeScheme | null): string | null {
  if (!scheme || scheme.fitting * 10 < scheme.total * 6) return null;
  return /^[0[\]]{1,9}$/.test(scheme.mask) && scheme.mask.replace(/[[\]]/g, '').length < 4
    ? null
    : scheme.mask;
}

function hasField(table: ReadTable, subject: PlanSubject, attribute: string): boolean {
  return table.columns.some(
    (column) => column.field?.subject === subject && column.field.attribute === attribute,
  );
}

function namesPeg(table: ReadTable): boolean {
  return hasField(table, 'pegObjective', 'title') || hasField(table, 'pegObjective', 'code');
}

function texts(table: ReadTable, column: Column): string[] {
  const list: string[] = [];
  for (let row = table.found.headerBottom + 1; row <= table.found.lastRow; row++) {
    const text = textAt(table.found.grid, row, column.column);
    if (text !== '') list.push(text);
  }
  return list;
}

/** Codes of a table's objectives, or their titles where it has no codes (`all`: both): for telling stating from citing. */
function names(table: ReadTable, which: 'best' | 'all'): string[] {
  const columns = ['code', 'title'].flatMap((attribute) =>
    table.columns.filter((one) => one.field?.subject === 'pegObjective' && one.field.attribute === attribute),
  );
  const chosen = which === 'all' ? columns : columns.slice(0, 1);
  return [...new Set(chosen.flatMap((column) => texts(table, column).map(normaliseCode)))];
}

function remember(statement: Statement, known: Map<string, PlanSubject>): void {
  for (const fact of statement.facts) {
    if (LEVELS.includes(fact.field.subject) && fact.field.attribute === 'title')
      known.set(fact.text.toLowerCase(), fact.field.subject);
  }
}

function roleOf(table: ReadTable, isDup: boolean): TableRole {
  if (isDup) return 'dup';
  switch (table.main) {
    case 'phase':
      return 'phases';
    case 'indicator':
      return 'indicators';
    case 'centre':
      return 'centres';
    case 'quantity':
      return 'data';
    default:
      return 'objectives';
  }
}

function planTable(table: ReadTable, isDup: boolean, read: RowsRead): PlanTable {
  const { grid } = table.found;
  return {
    id: table.id,
    sheet: grid.name,
    ...(grid.file === undefined ? {} : { file: grid.file }),
    role: roleOf(table, isDup),
    header: table.columns.flatMap((column) =>
      column.places.map((place) => refAt(grid, place.row, place.column)),
    ),
    columns: table.columns.map((column) => ({
      field: column.field ? fieldName(column.field) : null,
      header:
        column.text === ''
          ? null
          : { value: column.text, cells: column.places.map((place) => refAt(grid, place.row, place.column)) },
      column: columnName(column.column),
    })),
    rows: table.main === 'quantity' ? table.found.lastRow - table.found.headerBottom : read.statements.length,
    fusedByDesign: read.fusedByDesign,
    weightScale: weightScale(
      read.statements.flatMap((statement) =>
        statement.facts.filter((fact) => fact.field.attribute === 'weight' && !fact.inherited),
      ),
    ),
  };
}

function sheetMapping(sheet: ReadSheet, isDup: (table: ReadTable) => boolean): SheetMapping {
  const fields = sheet.tables.flatMap((table) => table.columns.filter((column) => column.field));
  const roles = [
    ...sheet.tables.map((table) => roleOf(table, isDup(table))),
    ...sheet.cards.map((): TableRole => 'objectives'),
  ];
  const order: readonly TableRole[] = ['objectives', 'dup', 'phases', 'indicators', 'centres', 'data'];
  const role =
    order.find((one) => roles.includes(one)) ?? (sheet.announced === 'preface' ? 'preface' : 'other');
  const sure =
    fields.length === 0
      ? sheet.cards.length > 0
        ? 0.9
        : 0.5
      : fields.reduce((sum, column) => sum + column.confidence, 0) / fields.length;
  return {
    sheet: sheet.grid.name,
    ...(sheet.grid.file === undefined ? {} : { file: sheet.grid.file }),
    role,
    confidence: Math.round(sure * 100) / 100,
    tables: sheet.tables.map((table) => ({
      header: areaAddress({
        top: table.found.headerTop,
        bottom: table.found.headerBottom,
        left: table.columns[0]?.column ?? 0,
        right: table.columns.at(-1)?.column ?? 0,
      }),
      columns: table.columns.map((column) => ({
        column: columnName(column.column),
        header: column.text,
        field: column.field ? fieldName(column.field) : null,
        confidence: Math.round(column.confidence * 100) / 100,
      })),
    })),
  };
}
