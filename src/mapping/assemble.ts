import {
  codeNumber,
  codeProblem,
  looksLikeCode,
  normalise,
  normaliseCode,
  splitCode,
  words,
  type CodeScheme,
  type Mention,
  type MentionPlace,
  type OperatingObjective,
  type PegRow,
  type PegObjective,
  type SourcedText,
} from '../plan';
import { addOnce, emptyDrafts, sourced, weightOf, type Draft, type Drafts } from './drafts';
import { addIndicator, addPhase } from './details';
import { findByName, findEntity, findLoosely, NEAR, type Candidate, type Match } from './resolve';
import { factOf, factsOf, type Fact, type Statement } from './statements';
import type { PlanSubject } from './fields';

/** A table's or card's statements with what surrounds them. */
export interface Source {
  readonly tableId: string;
  readonly isDup: boolean;
  /** Its objectives of PEG are stated here; elsewhere a code or name only refers to them. */
  readonly definesPeg: boolean;
  readonly statements: readonly Statement[];
  /** Texts above the table or card: one may be the name of the strategic objective the page is about. */
  readonly titles: readonly SourcedText[];
  /** What a header cell says that is no header: the area or theme of a block of indicators. */
  readonly block: SourcedText | null;
}

/** Everything the sources say, linked. */
export interface Assembly {
  readonly drafts: Drafts;
  readonly mentions: readonly Mention[];
  readonly pegRows: readonly PegRow[];
}

/** A code that counts as identity by itself; a bare `1` or `01` is an ordinal that starts again elsewhere. */
function isIdentity(code: string): boolean {
  const bare = normaliseCode(code);
  return !/^(?:(?:N|NR|NUM|OB)[.°º]?\s*)?\d{1,2}$/.test(bare) && looksLikeCode(bare);
}

/** Links the statements of a workbook into one hierarchy: the DUP first, then the PEG against it. */
export function assemble(sources: readonly Source[], scheme: CodeScheme | null): Assembly {
  return new Assembler(sources, scheme).run();
}

export class Assembler {
  readonly drafts = emptyDrafts();
  readonly mentions: Mention[] = [];
  readonly pegRows: PegRow[] = [];
  private readonly seenMentions = new Set<string>();
  /** The objective last stated: rows that go on with it need not say where they stand. */
  private lastPeg: { tableId: string; names: string; id: string } | null = null;
  private readonly codes: readonly string[];
  /** Short numbers that start again in every sheet, or under every heading, identify only within it. */
  private readonly localNumbers: 'global' | 'sheet' | 'parent';

  constructor(
    private readonly sources: readonly Source[],
    private readonly scheme: CodeScheme | null,
  ) {
    const stated = sources
      .filter((source) => source.definesPeg)
      .flatMap((source) => source.statements.filter((one) => one.statesPeg));
    this.codes = stated.flatMap((one) => factOf(one, 'pegObjective', 'code')?.text ?? []);
    this.localNumbers = numberingScope(stated);
  }

  run(): Assembly {
    const dup = this.sources.filter((source) => source.isDup);
    const rest = this.sources.filter((source) => !source.isDup);
    for (const source of dup)
      for (const statement of source.statements) this.hierarchyOf(statement, source, null);
    const pages = new Map(rest.map((source) => [source.tableId, this.pageOf(source)]));
    const defining = rest.filter(
      (source) => source.definesPeg || source.statements.some((one) => factOf(one, 'centre', 'title')),
    );
    const citing = rest.filter((source) => !defining.includes(source));
    for (const source of [...defining, ...citing]) {
      const block = this.blockOf(source);
      for (const statement of source.statements)
        this.read(statement, source, pages.get(source.tableId) ?? null, block);
    }
    return { drafts: this.drafts, mentions: this.mentions, pegRows: this.pegRows };
  }

  private read(statement: Statement, source: Source, page: string | null, block: string | null): void {
    const centre = factOf(statement, 'centre', 'title');
    if (centre && !centre.inherited) this.addCentre(statement, centre);
    const above = this.hierarchyOf(statement, source, page);
    const pegId = this.pegOf(statement, source, above);
    const objectiveId = pegId ?? above.operatingId ?? above.strategicId;
    addPhase(this, statement, source, pegId);
    addIndicator(this, statement, source, { objectiveId, areaId: block ?? above.areaId });
  }

  private addCentre(statement: Statement, title: Fact): void {
    const code = factOf(statement, 'centre', 'code');
    const owner = factOf(statement, 'centre', 'owner');
    this.drafts.centres.push({
      id: `centre:${code ? normaliseCode(code.text) : normalise(title.text)}`,
      code: code ? sourced(code) : null,
      title: sourced(title),
      owner: owner ? sourced(owner) : null,
    });
  }

  /** Areas, strategic and operating objectives that a statement names, resolved or added. */
  private hierarchyOf(
    statement: Statement,
    source: Source,
    page: string | null,
  ): { areaId: string | null; strategicId: string | null; operatingId: string | null } {
    const areaId = this.levelOf(statement, 'strategicArea', source, null);
    let strategicId = this.levelOf(statement, 'strategicObjective', source, areaId, page) ?? page;
    if (strategicId === null && areaId === null) strategicId = page;
    const operatingId = this.levelOf(statement, 'operatingObjective', source, strategicId);
    if (strategicId === null && operatingId !== null)
      strategicId = this.drafts.operatings.get(operatingId)?.strategicId ?? null;
    if (operatingId !== null) this.programmesOf(statement, operatingId);
    return { areaId, strategicId, operatingId };
  }

  /** Some table gives this level's objectives a name: a code alone only refers to one of them. */
  private isTitled(level: PlanSubject): boolean {
    return this.sources.some((source) =>
      source.statements.some((one) => {
        const title = factOf(one, level, 'title');
        return title !== null && !looksLikeCode(title.text);
      }),
    );
  }

  private programmesOf(statement: Statement, operatingId: string): void {
    const draft = this.drafts.operatings.get(operatingId);
    for (const fact of factsOf(statement, 'operatingObjective', 'programme'))
      addOnce(draft?.programmes ?? [], sourced(fact));
    for (const fact of factsOf(statement, 'operatingObjective', 'mission'))
      addOnce(draft?.missions ?? [], sourced(fact));
  }

  private levelOf(
    statement: Statement,
    level: 'strategicArea' | 'strategicObjective' | 'operatingObjective',
    source: Source,
    parentId: string | null,
    page: string | null = null,
  ): string | null {
    const named = factOf(statement, level, 'title');
    const bare = named !== null && looksLikeCode(named.text);
    const title = bare ? null : named;
    const code = factOf(statement, level, 'code') ?? (bare ? named : null);
    const fact = title ?? code;
    if (!fact) return null;
    const split = title ? splitCode(title.text) : null;
    const label = split?.text ?? title?.text ?? '';
    const written = code?.text ?? split?.code ?? null;
    const identity = written !== null && isIdentity(written) ? written : null;
    const place: MentionPlace = source.isDup ? 'dup' : statement.place === 'card' ? 'card' : 'column';
    let found = this.resolve(level, label, identity, parentId, source.isDup);
    if (!found && level === 'strategicObjective' && page !== null && this.pageFits(page, label)) {
      found = { id: page, match: 'position', similarity: this.likeness(page, label) };
    }
    if (!found && title === null && this.isTitled(level)) {
      this.mention({
        kind: level,
        label: sourced(fact),
        code: sourced(fact),
        place,
        entityId: null,
        match: 'none',
        similarity: 0,
        fromId: null,
        tableId: source.tableId,
        parentId,
      });
      return null;
    }
    const known = found ?? {
      id: this.add(level, fact, label, identity ? (code ?? fact) : null, identity, parentId, source),
      match: 'none' as const,
      similarity: 0,
    };
    this.noteParents(level, known.id, parentId, source);
    this.mention({
      kind: level,
      label: title ? sourced(title) : { value: '', cells: fact.cells },
      code: written === null ? null : { value: written, cells: (code ?? fact).cells },
      place,
      entityId: found || source.isDup || !this.dupLists(level) ? known.id : null,
      match: found ? found.match : 'none',
      similarity: found ? found.similarity : source.isDup || !this.dupLists(level) ? 1 : 0,
      fromId: null,
      tableId: source.tableId,
      parentId,
    });
    return known.id;
  }

  private pageFits(page: string, label: string): boolean {
    const title = this.drafts.strategics.get(page)?.title.value ?? '';
    return (
      this.likeness(page, label) >= 0.4 || findLoosely(label, [{ id: page, title, code: null }]) !== null
    );
  }

  private likeness(page: string, label: string): number {
    const title = this.drafts.strategics.get(page)?.title.value ?? '';
    return findByName(label, [{ id: page, title, code: null }])?.similarity ?? wordLikeness(label, title);
  }

  private dupLists(level: 'strategicArea' | 'strategicObjective' | 'operatingObjective'): boolean {
    return this.candidates(level).some((one) => one.inDup);
  }

  private candidates(
    level: 'strategicArea' | 'strategicObjective' | 'operatingObjective',
  ): (Candidate & { inDup: boolean; parentId: string | null })[] {
    const flat = (
      draft: { id: string; title: SourcedText; code: SourcedText | null; inDup: boolean },
      parentId: string | null,
    ) => ({
      id: draft.id,
      title: draft.title.value,
      code: draft.code?.value ?? null,
      inDup: draft.inDup,
      parentId,
    });
    switch (level) {
      case 'strategicArea':
        return [...this.drafts.areas.values()].map((draft) => flat(draft, null));
      case 'strategicObjective':
        return [...this.drafts.strategics.values()].map((draft) => flat(draft, draft.areaId));
      case 'operatingObjective':
        return [...this.drafts.operatings.values()].map((draft) => flat(draft, draft.strategicId));
    }
  }

  /** Under the same parent first; elsewhere only in what the DUP lists, so that a wrong parent shows as such. */
  private resolve(
    level: 'strategicArea' | 'strategicObjective' | 'operatingObjective',
    label: string,
    code: string | null,
    parentId: string | null,
    inDup: boolean,
  ): Match | null {
    const all = this.candidates(level);
    const siblings =
      parentId === null ? all : all.filter((one) => one.parentId === parentId || one.parentId === null);
    const exactly = (list: readonly Candidate[]) => {
      const match = findEntity(label, code, list);
      if (!match) return null;
      const listed = all.find((one) => one.id === match.id)?.inDup ?? false;
      return match.match === 'near' && (inDup || !listed) ? null : match;
    };
    const conflicting = (match: Match | null) =>
      match !== null &&
      match.match !== 'code' &&
      code !== null &&
      (all.find((one) => one.id === match.id)?.code ?? null) !== null;
    const own = exactly(siblings);
    if (own && !conflicting(own)) return own;
    if (inDup && level !== 'operatingObjective')
      return conflicting(own) ? null : exactly(all.filter((one) => one.code !== null));
    const elsewhere = exactly(all.filter((one) => one.inDup || level !== 'operatingObjective'));
    return elsewhere && !conflicting(elsewhere) ? elsewhere : null;
  }

  private add(
    level: 'strategicArea' | 'strategicObjective' | 'operatingObjective',
    fact: Fact,
    label: string,
    codeFact: Fact | null,
    code: string | null,
    parentId: string | null,
    source: Source,
  ): string {
    const base = {
      id: freshId(
        `${level}:${code ? normaliseCode(code) : `${parentId && level === 'operatingObjective' ? `${parentId}/` : ''}${normalise(label)}`}`,
        this.idsOf(level),
      ),
      code: code !== null && codeFact ? sourced(codeFact, code) : null,
      title: sourced(fact, label === '' ? fact.text : label),
      inDup: source.isDup,
    };
    if (level === 'strategicArea') this.drafts.areas.set(base.id, { kind: level, ...base });
    else if (level === 'strategicObjective')
      this.drafts.strategics.set(base.id, { kind: level, ...base, areaId: parentId });
    else {
      this.drafts.operatings.set(base.id, {
        kind: level,
        ...base,
        strategicId: parentId,
        strategicIdInPeg: null,
        strategicIdInDup: null,
        programmes: [],
        missions: [],
      });
    }
    return base.id;
  }

  private idsOf(level: string): ReadonlyMap<string, unknown> {
    return level === 'strategicArea'
      ? this.drafts.areas
      : level === 'strategicObjective'
        ? this.drafts.strategics
        : this.drafts.operatings;
  }

  private noteParents(level: string, id: string, parentId: string | null, source: Source): void {
    if (parentId === null) return;
    if (level === 'strategicObjective') {
      const draft = this.drafts.strategics.get(id);
      if (draft) draft.areaId ??= parentId;
    } else if (level === 'operatingObjective') {
      const draft: Draft<OperatingObjective> | undefined = this.drafts.operatings.get(id);
      if (!draft) return;
      draft.strategicId ??= parentId;
      if (source.isDup) draft.strategicIdInDup ??= parentId;
      else draft.strategicIdInPeg ??= parentId;
    }
  }

  /** The strategic objective a page is about, when a title above the table names one. */
  private pageOf(source: Source): string | null {
    for (const title of source.titles) {
      const split = splitCode(title.value);
      const match = findEntity(
        split?.text ?? title.value,
        split && isIdentity(split.code) ? split.code : null,
        this.candidates('strategicObjective'),
      );
      if (!match || match.similarity < NEAR) continue;
      this.mention({
        kind: 'strategicObjective',
        label: title,
        code: null,
        place: 'page-title',
        entityId: match.id,
        match: match.match,
        similarity: match.similarity,
        fromId: null,
        tableId: source.tableId,
        parentId: null,
      });
      return match.id;
    }
    return null;
  }

  /** The strategic area a block of indicators stands under: by its name, else by what its rows are about. */
  private blockOf(source: Source): string | null {
    if (!source.block) return null;
    const areas = this.candidates('strategicArea');
    const named = findByName(source.block.value, areas);
    const match = named ?? this.areaOfRows(source);
    if (!match) return null;
    this.mention({
      kind: 'strategicArea',
      label: source.block,
      code: null,
      place: 'indicator-block',
      entityId: match.id,
      match: match.match,
      similarity: match.similarity,
      fromId: null,
      tableId: source.tableId,
      parentId: null,
    });
    return match.id;
  }

  private areaOfRows(source: Source): Match | null {
    const votes = new Map<string, Set<string>>();
    const labels = new Set<string>();
    for (const statement of source.statements) {
      const citation = factOf(statement, 'indicator', 'citation');
      if (!citation || citation.inherited) continue;
      labels.add(citation.text);
      const strategic = findLoosely(citation.text, this.candidates('strategicObjective'));
      const areaId = strategic ? this.drafts.strategics.get(strategic.id)?.areaId : null;
      if (areaId) votes.set(areaId, (votes.get(areaId) ?? new Set()).add(citation.text));
    }
    const [best] = [...votes].sort((a, b) => b[1].size - a[1].size);
    if (!best || best[1].size * 5 < labels.size * 3) return null;
    return {
      id: best[0],
      match: 'position',
      similarity: wordLikeness(source.block?.value ?? '', this.drafts.areas.get(best[0])?.title.value ?? ''),
    };
  }

  /** The PEG objective a statement states or refers to. */
  private pegOf(
    statement: Statement,
    source: Source,
    above: { strategicId: string | null; operatingId: string | null },
  ): string | null {
    const code = factOf(statement, 'pegObjective', 'code');
    const title = factOf(statement, 'pegObjective', 'title');
    if (!code && !title) return null;
    if (!source.definesPeg) return this.citedPeg(statement, source, code, title);
    const before = this.lastPeg;
    if (
      !statement.statesPeg &&
      before?.tableId === source.tableId &&
      before.names === `${code?.text}|${title?.text}`
    ) {
      const draft = this.drafts.pegs.get(before.id);
      if (draft) this.fillPeg(draft, statement, above);
      return before.id;
    }
    const split =
      title && !code && statement.place === 'card' ? splitCode(title.text, this.scheme?.mask) : null;
    const written = code?.text ?? split?.code ?? null;
    const label = split?.text ?? title?.text ?? '';
    const anchor = title ?? code;
    if (!anchor) return null;
    const id = this.pegId(written, label, statement, above);
    const draft =
      this.drafts.pegs.get(id) ?? this.newPeg(id, written, label, code ?? (split ? title : null), anchor);
    this.fillPeg(draft, statement, above);
    this.lastPeg = { tableId: source.tableId, names: `${code?.text}|${title?.text}`, id };
    if (statement.statesPeg)
      this.pegRows.push(this.rowOf(id, statement, source, above, written, label, anchor, code));
    return id;
  }

  private pegId(
    code: string | null,
    label: string,
    statement: Statement,
    above: { strategicId: string | null; operatingId: string | null },
  ): string {
    if (code === null) return `pegObjective:~${above.operatingId ?? statement.grid.name}/${normalise(label)}`;
    if (isIdentity(code) || this.localNumbers === 'global') return `pegObjective:${normaliseCode(code)}`;
    const parent = this.localNumbers === 'parent' ? `/${parentKey(statement)}` : '';
    return `pegObjective:${statement.grid.file ?? ''}${statement.grid.name}${parent}#${normaliseCode(code)}`;
  }

  private newPeg(
    id: string,
    code: string | null,
    label: string,
    codeFact: Fact | null,
    anchor: Fact,
  ): Draft<PegObjective> {
    const draft: Draft<PegObjective> = {
      kind: 'pegObjective',
      id,
      code: code !== null && codeFact ? sourced(codeFact, code) : null,
      title: sourced(anchor, label),
      operatingIds: [],
      strategicIds: [],
      owners: [],
      participants: [],
      centre: null,
      weight: null,
      type: null,
      mission: null,
      programme: null,
      description: null,
      start: null,
      end: null,
      multiYear: false,
    };
    this.drafts.pegs.set(id, draft);
    return draft;
  }

  private fillPeg(
    draft: Draft<PegObjective>,
    statement: Statement,
    above: { strategicId: string | null; operatingId: string | null },
  ): void {
    if (above.operatingId && !draft.operatingIds.includes(above.operatingId))
      draft.operatingIds.push(above.operatingId);
    if (above.strategicId && !draft.strategicIds.includes(above.strategicId))
      draft.strategicIds.push(above.strategicId);
    for (const fact of factsOf(statement, 'pegObjective', 'owner')) {
      for (const name of fact.text.split(/\n|;|\s\/\s/))
        if (name.trim() !== '') addOnce(draft.owners, sourced(fact, name.trim()));
    }
    for (const fact of factsOf(statement, 'pegObjective', 'participants'))
      addOnce(draft.participants, sourced(fact));
    for (const attribute of ['centre', 'type', 'mission', 'programme', 'description'] as const) {
      const fact = factOf(statement, 'pegObjective', attribute);
      if (fact) draft[attribute] ??= sourced(fact);
    }
    const weight = factOf(statement, 'pegObjective', 'weight');
    if (weight) draft.weight ??= weightOf(weight);
    for (const attribute of ['start', 'end'] as const) {
      const fact = factOf(statement, 'pegObjective', attribute);
      if (fact) draft[attribute] ??= { ...sourced(fact), iso: fact.iso };
    }
    const multiYear = factOf(statement, 'pegObjective', 'multiYear');
    if (multiYear && /^(?:s[iì]|x|pluriennale|biennale|triennale|yes)\b/i.test(multiYear.text))
      draft.multiYear = true;
  }

  private rowOf(
    id: string,
    statement: Statement,
    source: Source,
    above: { strategicId: string | null; operatingId: string | null },
    code: string | null,
    label: string,
    anchor: Fact,
    codeFact: Fact | null,
  ): PegRow {
    const operating =
      factOf(statement, 'operatingObjective', 'title') ?? factOf(statement, 'operatingObjective', 'code');
    const strategic =
      factOf(statement, 'strategicObjective', 'title') ?? factOf(statement, 'strategicObjective', 'code');
    const written = code === null ? null : { value: code, cells: (codeFact ?? anchor).cells };
    return {
      id: `${id}@${this.pegRows.filter((row) => row.pegId === id).length + 1}`,
      pegId: id,
      code: written,
      title: sourced(anchor, label),
      operatingId: above.operatingId,
      operating: operating ? sourced(operating) : null,
      strategicId: above.strategicId,
      strategic: strategic ? sourced(strategic) : null,
      layout: statement.layout,
      codeProblem: code !== null && this.scheme ? codeProblem(code, this.scheme, this.codes) : null,
      tableId: source.tableId,
      cells: statement.cells,
    };
  }

  /** What a row of another table means by a code or a name; a reference to nothing is kept as such. */
  private citedPeg(
    statement: Statement,
    source: Source,
    code: Fact | null,
    title: Fact | null,
  ): string | null {
    const pegs = [...this.drafts.pegs.values()].map((draft) => ({
      id: draft.id,
      title: draft.title.value,
      code: draft.code?.value ?? null,
    }));
    const split = !code && title ? splitCode(title.text) : null;
    const written = code?.text ?? split?.code ?? (title && looksLikeCode(title.text) ? title.text : null);
    const label = split?.text ?? title?.text ?? '';
    const byCode = written === null ? null : findEntity('', written, pegs);
    const match =
      byCode ?? (written !== null && code !== null ? null : label === '' ? null : findByName(label, pegs));
    const anchor = code ?? title;
    if (!anchor) return null;
    this.mention({
      kind: 'pegObjective',
      label: sourced(anchor),
      code: written === null ? null : { value: written, cells: anchor.cells },
      place: statement.place === 'card' ? 'card' : 'column',
      entityId: match?.id ?? null,
      match: match?.match ?? 'none',
      similarity: match?.similarity ?? 0,
      fromId: null,
      tableId: source.tableId,
      parentId: null,
    });
    return match?.id ?? null;
  }

  /** Candidates for what an indicator is about: within an area first. */
  strategicCandidates(areaId: string | null): Candidate[] {
    const all = this.candidates('strategicObjective');
    return areaId === null ? all : all.filter((one) => one.parentId === areaId);
  }

  operatingCandidates(): Candidate[] {
    return this.candidates('operatingObjective');
  }

  pegCandidates(): Candidate[] {
    return [...this.drafts.pegs.values()].map((draft) => ({
      id: draft.id,
      title: draft.title.value,
      code: draft.code?.value ?? null,
    }));
  }

  /** One mention per cell: rows that repeat a merged or inherited label do not name it again. */
  mention(mention: Mention): void {
    const [cell] = mention.label.cells;
    const key = `${mention.kind}|${cell?.file ?? ''}|${cell?.sheet ?? ''}|${cell?.address ?? ''}|${mention.label.value}`;
    if (this.seenMentions.has(key)) return;
    this.seenMentions.add(key);
    this.mentions.push(mention);
  }
}

/** Share of common words, for labels that no edit distance connects. */
export function wordLikeness(a: string, b: string): number {
  const [x, y] = [new Set(words(a)), new Set(words(b))];
  const common = [...x].filter((word) => y.has(word)).length;
  return x.size + y.size === 0 ? 0 : (2 * common) / (x.size + y.size);
}

function freshId(id: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(id)) return id;
  let n = 2;
  while (taken.has(`${id}~${n}`)) n += 1;
  return `${id}~${n}`;
}

/** Where bare numbers start again: nowhere, in every sheet, or under every heading of a sheet. */
function numberingScope(stated: readonly Statement[]): 'global' | 'sheet' | 'parent' {
  const conflicts = (key: (statement: Statement) => string) => {
    const titles = new Map<string, Set<string>>();
    for (const statement of stated) {
      const code = factOf(statement, 'pegObjective', 'code');
      const title = factOf(statement, 'pegObjective', 'title');
      if (!code || !title || isIdentity(code.text) || codeNumber(code.text) === null) continue;
      const name = `${key(statement)}#${normaliseCode(code.text)}`;
      titles.set(name, (titles.get(name) ?? new Set()).add(normalise(title.text)));
    }
    const shared = [...titles.values()].filter((set) => set.size > 1).length;
    return titles.size === 0 ? 0 : shared / titles.size;
  };
  if (conflicts(() => '') < 0.3) return 'global';
  return conflicts((statement) => `${statement.grid.file ?? ''}|${statement.grid.name}`) < 0.3
    ? 'sheet'
    : 'parent';
}

function parentKey(statement: Statement): string {
  const subjects: readonly [PlanSubject, 'title' | 'centre' | 'mission' | 'programme'][] = [
    ['operatingObjective', 'title'],
    ['strategicObjective', 'title'],
    ['strategicArea', 'title'],
    ['pegObjective', 'programme'],
    ['pegObjective', 'mission'],
    ['pegObjective', 'centre'],
  ];
  return subjects
    .map(([subject, attribute]) => normalise(factOf(statement, subject, attribute)?.text ?? ''))
    .join('|');
}
