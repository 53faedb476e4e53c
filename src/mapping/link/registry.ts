import { normalise, normaliseCode, words, type Mention, type PegRow, type SourcedText } from '../../plan';
import type { Level } from '../words/field';
import { emptyDrafts, FreshIds, type Drafts } from './drafts';
import { NameIndex } from './name-index';

/** What a level's new entity is made of. */
export interface NewEntity {
  readonly level: Level;
  readonly code: SourcedText | null;
  /** The code where it identifies by itself: a bare `1` does not. */
  readonly identity: string | null;
  readonly title: SourcedText;
  readonly parentId: string | null;
  readonly inDup: boolean;
}

/** The plan while it is put together: its entities, who names them, and what a name or code means. */
export class Registry {
  readonly drafts: Drafts = emptyDrafts();
  readonly mentions: Mention[] = [];
  readonly pegRows: PegRow[] = [];
  readonly ids = new FreshIds();
  readonly index: Readonly<Record<Level | 'pegObjective', NameIndex>> = {
    strategicArea: new NameIndex(),
    strategicObjective: new NameIndex(),
    operatingObjective: new NameIndex(),
    pegObjective: new NameIndex(),
  };
  private readonly seen = new Set<string>();
  private readonly listed = new Set<Level>();

  /** Whether the DUP lists this level at all. */
  dupLists(level: Level): boolean {
    return this.listed.has(level);
  }

  titleOf(level: Level, id: string | null): string {
    return id === null ? '' : (this.index[level].get(id)?.title ?? '');
  }

  /** Adds an entity of the hierarchy and returns its id: by code, else by name and, for operating objectives, parent. */
  add({ level, code, identity, title, parentId, inDup }: NewEntity): string {
    const scope = parentId !== null && level === 'operatingObjective' ? `${parentId}/` : '';
    const name = identity !== null ? normaliseCode(identity) : `${scope}${normalise(title.value)}`;
    const id = this.ids.take(`${level}:${name}`);
    const base = { id, code, title, inDup };
    if (level === 'strategicArea') this.drafts.areas.set(id, { kind: level, ...base });
    else if (level === 'strategicObjective')
      this.drafts.strategics.set(id, { kind: level, ...base, areaId: parentId });
    else
      this.drafts.operatings.set(id, {
        kind: level,
        ...base,
        strategicId: parentId,
        strategicIdInPeg: null,
        strategicIdInDup: null,
        programmes: [],
        missions: [],
      });
    this.index[level].add({ id, title: title.value, code: identity, inDup, parentId });
    if (inDup) this.listed.add(level);
    return id;
  }

  /** A statement of the DUP or of the PEG puts an entity under another. */
  place(level: Level, id: string, parentId: string | null, inDup: boolean): void {
    if (parentId === null) return;
    if (level === 'strategicObjective') {
      const draft = this.drafts.strategics.get(id);
      if (draft) draft.areaId ??= parentId;
    } else if (level === 'operatingObjective') {
      const draft = this.drafts.operatings.get(id);
      if (!draft) return;
      draft.strategicId ??= parentId;
      if (inDup) draft.strategicIdInDup ??= parentId;
      else draft.strategicIdInPeg ??= parentId;
    }
    this.index[level].place(id, parentId);
  }

  /** One mention per cell: rows that repeat a merged or inherited label do not name it again. */
  mention(mention: Mention): void {
    const [cell] = mention.label.cells;
    const key = `${mention.kind}|${cell?.file ?? ''}|${cell?.sheet ?? ''}|${cell?.address ?? ''}|${mention.label.value}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.mentions.push(mention);
  }
}

/** 0–1: share of common words, for labels that no edit distance connects. */
export function wordLikeness(a: string, b: string): number {
  const [x, y] = [new Set(words(a)), new Set(words(b))];
  const common = [...x].filter((word) => y.has(word)).length;
  return x.size + y.size === 0 ? 0 : (2 * common) / (x.size + y.size);
}
