import {
  bareCode,
  looksLikeCode,
  splitCode,
  type CodedText,
  type Mention,
  type MentionPlace,
  type SourcedText,
} from '../../plan';
import { factOf, factsOf, type Fact, type Statement } from '../rows/statements';
import { isLevel, LEVELS, type Level } from '../words/field';
import { piecesOf } from '../words/pieces';
import { addOnce, sourced } from './drafts';
import { NEAR, type Candidate, type Match } from './name-index';
import { isIdentity } from './numbering';
import { wordLikeness, type Registry } from './registry';
import type { Above, Source } from './source';

/** A page's title and a column may call a strategic objective by names this alike. */
const PAGE_LIKENESS = 0.4;

/** How a statement names an entity of a level. */
interface Naming {
  readonly level: Level;
  /** The cell that names it. */
  readonly fact: Fact;
  readonly titled: boolean;
  readonly label: string;
  /** The code as written, beside the name or in front of it. */
  readonly written: SourcedText | null;
  /** The code where it identifies by itself. */
  readonly identity: string | null;
}

/** Links areas, strategic and operating objectives: the DUP first, then whatever the PEG names against it. */
export class LevelLinker {
  private readonly titled: ReadonlySet<Level>;

  constructor(
    private readonly registry: Registry,
    sources: readonly Source[],
  ) {
    this.titled = new Set(
      LEVELS.filter((level) =>
        sources.some(({ statements }) =>
          statements.some((one) => {
            const title = factOf(one, level, 'title');
            return title !== null && !looksLikeCode(title.text);
          }),
        ),
      ),
    );
  }

  /**
   * Areas, strategic and operating objectives that a statement names, resolved or added.
   *
   * @param page  the strategic objective that the titles above the table name
   */
  link(said: Statement, source: Source, page: string | null): Above {
    const statement = source.isDup ? said : this.withCited(said);
    const areaId = this.level('strategicArea', statement, source, null);
    let strategicId = this.level('strategicObjective', statement, source, areaId, page) ?? page;
    const operatingId = this.level('operatingObjective', statement, source, strategicId);
    if (operatingId !== null) {
      const draft = this.registry.drafts.operatings.get(operatingId);
      strategicId ??= draft?.strategicId ?? null;
      if (draft && strategicId === null) draft.areaId ??= areaId;
      this.addProgrammes(statement, operatingId);
    }
    return { areaId, strategicId, operatingId };
  }

  /** A text that names what stands in the DUP among other things refers to that, whichever level it is of. */
  private withCited(statement: Statement): Statement {
    const facts = statement.facts.flatMap((fact) =>
      isLevel(fact.field.subject) ? this.citedBy(fact) : [fact],
    );
    return facts.length === statement.facts.length && facts.every((fact, at) => fact === statement.facts[at])
      ? statement
      : { ...statement, facts };
  }

  private citedBy(fact: Fact): readonly Fact[] {
    const { field, text } = fact;
    if (field.attribute !== 'title' || !isLevel(field.subject)) return [fact];
    const pieces = piecesOf(text);
    if (pieces.length < 2 || this.registry.index[field.subject].sameName(text)) return [fact];
    const found = LEVELS.flatMap((level): Fact[] => {
      const index = this.registry.index[level];
      const piece = pieces.find((one) => {
        const split = splitCode(one);
        return (split && index.byCode(split.code, split.text)) ?? index.sameName(split?.text ?? one);
      });
      return piece === undefined ? [] : [{ ...fact, field: { ...field, subject: level }, text: piece }];
    });
    return found.length > 0 ? found : [fact];
  }

  /** The strategic objective a page is about, when a title above the table names one. */
  pageOf(source: Source): string | null {
    for (const title of source.titles) {
      const split = splitCode(title.value);
      const code = split && isIdentity(split.code) ? split.code : null;
      const match = this.registry.index.strategicObjective.find(split?.text ?? title.value, code);
      if (!match || match.similarity < NEAR) continue;
      this.mention(source, { kind: 'strategicObjective', label: title, place: 'page-title' }, match);
      return match.id;
    }
    return null;
  }

  /** The strategic area a block of indicators stands under: by its name, else by what its rows are about. */
  blockOf(source: Source): string | null {
    if (!source.block) return null;
    const match =
      this.registry.index.strategicArea.byName(source.block.value) ?? this.areaOfRows(source, source.block);
    if (!match) return null;
    this.mention(source, { kind: 'strategicArea', label: source.block, place: 'indicator-block' }, match);
    return match.id;
  }

  private areaOfRows(source: Source, block: SourcedText): Match | null {
    const votes = new Map<string, Set<string>>();
    const labels = new Set<string>();
    for (const statement of source.statements) {
      const citation = factOf(statement, 'indicator', 'citation');
      if (!citation || citation.inherited) continue;
      labels.add(citation.text);
      const strategic = this.registry.index.strategicObjective.loosely(citation.text);
      const areaId = strategic && this.registry.drafts.strategics.get(strategic.id)?.areaId;
      if (areaId) votes.set(areaId, (votes.get(areaId) ?? new Set()).add(citation.text));
    }
    const [best] = [...votes].sort((a, b) => b[1].size - a[1].size);
    if (!best || best[1].size * 5 < labels.size * 3) return null;
    const [id] = best;
    const alike = wordLikeness(block.value, this.registry.titleOf('strategicArea', id));
    return { id, match: 'position', similarity: alike };
  }

  private addProgrammes(statement: Statement, operatingId: string): void {
    const draft = this.registry.drafts.operatings.get(operatingId);
    for (const fact of factsOf(statement, 'operatingObjective', 'programme'))
      addOnce(draft?.programmes ?? [], sourced(fact));
    for (const fact of factsOf(statement, 'operatingObjective', 'mission'))
      addOnce(draft?.missions ?? [], sourced(fact));
  }

  private level(
    level: Level,
    statement: Statement,
    source: Source,
    parentId: string | null,
    page: string | null = null,
  ): string | null {
    const naming = namingOf(level, statement);
    if (!naming) return null;
    const place: MentionPlace = source.isDup ? 'dup' : statement.place === 'card' ? 'card' : 'column';
    const { written, titled, fact } = naming;
    const found = this.resolve(naming, parentId, source.isDup) ?? this.pageMeant(naming, page);
    const cited = { kind: level, code: written, place, parentId } as const;
    if (!found && !titled && this.titled.has(level)) {
      this.mention(source, { ...cited, label: sourced(fact) }, null);
      return null;
    }
    const id = found?.id ?? this.add(naming, parentId, source.isDup);
    this.registry.place(level, id, parentId, source.isDup);
    const stands = source.isDup || !this.registry.dupLists(level);
    this.mention(
      source,
      { ...cited, label: titled ? sourced(fact) : { value: '', cells: fact.cells } },
      found ?? (stands ? { id, match: 'none', similarity: 1 } : null),
    );
    return id;
  }

  private add(
    { level, fact, label, written, identity }: Naming,
    parentId: string | null,
    inDup: boolean,
  ): string {
    return this.registry.add({
      level,
      code: written,
      identity,
      title: sourced(fact, label === '' ? fact.text : label),
      parentId,
      inDup,
    });
  }

  private pageMeant({ level, label }: Naming, page: string | null): Match | null {
    if (page === null || level !== 'strategicObjective') return null;
    const title = this.registry.titleOf(level, page);
    const index = this.registry.index.strategicObjective;
    const onlyPage = (one: Candidate) => one.id === page;
    const alike = index.byName(label, onlyPage)?.similarity ?? wordLikeness(label, title);
    return alike >= PAGE_LIKENESS || index.loosely(label, onlyPage)
      ? { id: page, match: 'position', similarity: alike }
      : null;
  }

  /** Under the same parent first; elsewhere only in what the DUP lists, so that a wrong parent shows as such. */
  private resolve({ level, label, identity }: Naming, parentId: string | null, inDup: boolean): Match | null {
    const index = this.registry.index[level];
    const find = (accept: (one: Candidate) => boolean): Match | null => {
      const same =
        (identity === null ? null : index.byCode(identity, label, accept)) ?? index.sameName(label, accept);
      return same ?? (inDup ? null : index.byName(label, (one) => one.inDup && accept(one)));
    };
    /** A name matches, but both have a code of their own and they differ. */
    const conflicts = (match: Match) =>
      match.match !== 'code' && identity !== null && index.get(match.id)?.code != null;
    const own = find((one) => parentId === null || one.parentId === parentId || one.parentId === null);
    if (own && !conflicts(own)) return own;
    if (inDup && level !== 'operatingObjective') return own ? null : find((one) => one.code !== null);
    const elsewhere = find((one) => one.inDup || level !== 'operatingObjective');
    if (elsewhere && !conflicts(elsewhere)) return elsewhere;
    return inDup || identity === null ? null : index.byCodeButZeros(identity, label, (one) => one.inDup);
  }

  private mention(
    source: Source,
    mention: Pick<Mention, 'kind' | 'label' | 'place'> & Partial<Pick<Mention, 'code' | 'parentId'>>,
    match: Match | null,
  ): void {
    this.registry.mention({
      code: null,
      parentId: null,
      ...mention,
      entityId: match?.id ?? null,
      match: match?.match ?? 'none',
      similarity: match?.similarity ?? 0,
      fromId: null,
      tableId: source.tableId,
    });
  }
}

/** `OO 1.1.1` is `1.1.1`; `OS 3` is `OS3`, for a bare number would say too little. */
function codeOf(text: string): string {
  const bare = bareCode(text);
  if (bare !== null && isIdentity(bare)) return bare;
  return /^(?:os|oo|lp|ls)[\s.]*\d+$/i.test(text) ? text.replace(/[\s.]+/g, '') : (bare ?? text);
}

/** `1 Una città che amministra bene`: a number before a capital letter counts the levels of the DUP. */
function numbered(text: string): CodedText | null {
  const [, code, rest] = /^(\d{1,2})\s+(?=\p{Lu})(.{3,})$/u.exec(text) ?? [];
  return code !== undefined && rest !== undefined ? { code, text: rest } : null;
}

/** What a statement says of a level: a title, a code, or both in one text. */
function namingOf(level: Level, statement: Statement): Naming | null {
  const named = factOf(statement, level, 'title');
  const announced = named && bareCode(named.text);
  const bare = named !== null && (looksLikeCode(named.text) || (announced !== null && isIdentity(announced)));
  const title = bare ? null : named;
  const code = factOf(statement, level, 'code') ?? (bare ? named : null);
  const fact = title ?? code;
  if (!fact) return null;
  const split = title ? (splitCode(title.text) ?? numbered(title.text)) : null;
  const text = (code && codeOf(code.text)) ?? split?.code ?? null;
  const written = text === null ? null : { value: text, cells: (code ?? fact).cells };
  return {
    level,
    fact,
    titled: title !== null,
    label: split?.text ?? title?.text ?? '',
    written,
    identity: text !== null && isIdentity(text) ? text : null,
  };
}
