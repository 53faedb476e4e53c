import {
  codeProblem,
  looksLikeCode,
  similarity,
  splitCode,
  type CodeScheme,
  type PegObjective,
} from '../../plan';
import { factOf, type Fact, type Statement } from '../rows/statements';
import { sourced, type Draft } from './drafts';
import { Identity } from './identity';
import { ObjectiveFacts } from './objective-facts';
import type { Match } from './name-index';
import type { Registry } from './registry';
import type { Above, Source } from './source';

/** How a statement names an objective of PEG. */
interface Naming {
  readonly code: string | null;
  readonly codeFact: Fact | null;
  readonly label: string;
  /** The cell that names it: its title, else its code. */
  readonly anchor: Fact;
}

/** Links objectives of PEG: stated where they are defined, referred to elsewhere. */
export class ObjectiveLinker {
  private readonly identity: Identity;
  private readonly codes: readonly string[];
  private readonly facts = new Map<string, ObjectiveFacts>();
  private readonly rowCounts = new Map<string, number>();
  /** The objective last stated: rows that go on with it need not say where they stand. */
  private last: { tableId: string; names: string; id: string } | null = null;

  constructor(
    private readonly registry: Registry,
    sources: readonly Source[],
    private readonly scheme: CodeScheme | null,
  ) {
    const stated = sources
      .filter((source) => source.definesPeg)
      .flatMap((source) => source.statements.filter((one) => one.statesPeg));
    this.codes = stated.flatMap((one) => factOf(one, 'pegObjective', 'code')?.text ?? []);
    this.identity = new Identity(
      stated.map((statement) => {
        const { code = null, label = '' } = this.namingOf(statement) ?? {};
        return { statement, code, label };
      }),
    );
  }

  /** The PEG objective a statement states or refers to; null when it names none, or none that exists. */
  link(statement: Statement, source: Source, above: Above): string | null {
    const naming = this.namingOf(statement);
    if (!naming) return null;
    if (!source.definesPeg) return this.cited(naming, statement, source, above);
    const names = `${naming.code}|${naming.label}`;
    const goesOn = !statement.statesPeg && this.last?.tableId === source.tableId && this.last.names === names;
    const id = goesOn && this.last ? this.last.id : this.idOf(naming, statement, above);
    const facts = this.facts.get(id) ?? this.add(id, naming);
    facts.add(statement, above);
    if (!goesOn) facts.name(naming.label, naming.anchor);
    if (goesOn) return id;
    this.last = { tableId: source.tableId, names, id };
    if (statement.statesPeg) this.addRow(id, naming, statement, source, above);
    return id;
  }

  private namingOf(statement: Statement): Naming | null {
    const codeFact = factOf(statement, 'pegObjective', 'code');
    const title = factOf(statement, 'pegObjective', 'title');
    const anchor = title ?? codeFact;
    if (!anchor) return null;
    const split =
      title && !codeFact && statement.place === 'card' ? splitCode(title.text, this.scheme?.mask) : null;
    return {
      code: codeFact?.text ?? split?.code ?? null,
      codeFact: codeFact ?? (split ? title : null),
      label: split?.text ?? title?.text ?? '',
      anchor,
    };
  }

  private idOf({ code, label }: Naming, statement: Statement, above: Above): string {
    const { identity } = this;
    if (code !== null) return `pegObjective:${identity.ofCode(code, label, statement)}`;
    const place = above.operatingId ?? statement.grid.name;
    return `pegObjective:~${place}/${identity.ofTitle(label, statement)}`;
  }

  /** Settles what the rows say of each objective, once all of them are read. */
  settle(): void {
    for (const facts of this.facts.values()) facts.settle();
  }

  private add(id: string, { code, codeFact, label, anchor }: Naming): ObjectiveFacts {
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
    this.registry.drafts.pegs.set(id, draft);
    this.registry.index.pegObjective.add({ id, title: label, code, inDup: false, parentId: null });
    const facts = new ObjectiveFacts(draft);
    this.facts.set(id, facts);
    return facts;
  }

  private addRow(id: string, naming: Naming, statement: Statement, source: Source, above: Above): void {
    const { code, codeFact, label, anchor } = naming;
    const count = (this.rowCounts.get(id) ?? 0) + 1;
    this.rowCounts.set(id, count);
    const named = (level: 'operatingObjective' | 'strategicObjective') => {
      const fact = factOf(statement, level, 'title') ?? factOf(statement, level, 'code');
      return fact && sourced(fact);
    };
    this.registry.pegRows.push({
      id: `${id}@${count}`,
      pegId: id,
      code: code === null ? null : { value: code, cells: (codeFact ?? anchor).cells },
      codeId: code === null ? null : this.identity.codeOf(code, statement),
      title: sourced(anchor, label),
      operatingId: above.operatingId,
      operating: named('operatingObjective'),
      strategicId: above.strategicId,
      strategic: named('strategicObjective'),
      layout: statement.layout,
      codeProblem: code !== null && this.scheme ? codeProblem(code, this.scheme, this.codes) : null,
      tableId: source.tableId,
      cells: statement.cells,
    });
  }

  /** A code that stands for several objectives means the one of its own sheet, heading or file. */
  private inScope(written: string | null, label: string, statement: Statement): Match | null {
    if (written === null) return null;
    const one = this.registry.index.pegObjective.get(
      `pegObjective:${this.identity.ofCode(written, label, statement)}`,
    );
    return one && { id: one.id, match: 'code', similarity: similarity(label, one.title) };
  }

  /** What a row of another table means by a code or a name; a reference to nothing is kept as such. */
  private cited(naming: Naming, statement: Statement, source: Source, above: Above): string | null {
    const { codeFact, anchor } = naming;
    const index = this.registry.index.pegObjective;
    const split = naming.code === null ? splitCode(naming.label) : null;
    const bare = looksLikeCode(naming.label) ? naming.label : null;
    const written = naming.code ?? split?.code ?? bare;
    const label = split?.text ?? naming.label;
    const byCode = written === null ? null : index.byCode(written);
    const named = (written !== null && codeFact !== null) || label === '' ? null : index.byName(label);
    const match = byCode ?? this.inScope(written, label, statement) ?? named;
    this.registry.mention({
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
    if (match && label !== '') this.facts.get(match.id)?.alsoCalled(label, anchor);
    if (match && isAboutObjective(statement)) this.facts.get(match.id)?.complete(statement, above);
    return match?.id ?? null;
  }
}

/** A row of phases or indicators says little of the objective it cites; a card or a list of objectives does. */
function isAboutObjective({ place, facts }: Statement): boolean {
  return (
    place === 'card' || !facts.some(({ field }) => field.subject === 'phase' || field.subject === 'indicator')
  );
}
