import type { EntityKind } from '../../../src/plan';
import type { LayoutTruth } from '../../support/layouts';

export const KINDS: readonly EntityKind[] = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'phase',
  'indicator',
];

/** An entity that a workbook states. */
export interface TrueEntity {
  readonly kind: EntityKind;
  readonly code: string | null;
  readonly title: string;
  /** `Sheet!A1` of the title; null where it is not told. */
  readonly cell: string | null;
  /** What it hangs on; null: nothing; undefined: the truth does not say. */
  readonly parent: TrueEntity | null | undefined;
}

/** Another naming of the levels that is accepted as a whole. */
export interface Alternative {
  /** Kinds as read → kinds of the truth. */
  readonly readAs?: Readonly<Record<string, string>>;
  /** Kinds that need not be told. */
  readonly drop?: readonly string[];
}

/** What a workbook says, for comparing with what is read. */
export interface Truth {
  readonly entities: readonly TrueEntity[];
  /** Besides the truth as it stands, which is always accepted. */
  readonly alternatives: readonly Alternative[];
  /** An objective under several parents is told once, with any of them. */
  readonly once: boolean;
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** The truth of a layout fixture. Levels it does not name are not there. */
export function truthOfLayout(truth: LayoutTruth): Truth {
  const level = (kind: EntityKind, titles: readonly string[] = []): TrueEntity[] =>
    titles.map((title) => ({ kind, code: null, title, cell: null, parent: undefined }));
  const above = [
    ...level('strategicArea', truth.areas),
    ...level('strategicObjective', truth.strategics),
    ...level('operatingObjective', truth.operatings),
  ];
  const pegs = truth.pegs.map((peg): TrueEntity => {
    const under = peg.under && named(above, peg.under);
    return {
      kind: 'pegObjective',
      code: peg.code,
      title: peg.title,
      cell: peg.at ?? null,
      // A parent told by its code only cannot be looked up in titles.
      parent: under || (above.length === 0 ? null : undefined),
    };
  });
  const of = (wanted: string | null): TrueEntity | null | undefined =>
    wanted === null ? null : named([...pegs].reverse().concat([...above].reverse()), wanted);
  const details = (kind: EntityKind, list: readonly { of: string | null; title: string }[] = []) =>
    list.map((one): TrueEntity => ({
      kind,
      code: null,
      title: one.title,
      cell: null,
      parent: of(one.of),
    }));
  return {
    entities: [
      ...above,
      ...pegs,
      ...details('phase', truth.phases),
      ...details('indicator', truth.indicators),
    ],
    alternatives: [],
    once: true,
  };
}

/** An entity by title or code, the nearest level first; undefined when several or none answer to it. */
function named(entities: readonly TrueEntity[], wanted: string): TrueEntity | undefined {
  const found = [...entities].filter(
    ({ title, code }) => plain(title) === plain(wanted) || (code !== null && plain(code) === plain(wanted)),
  );
  const lowest = found.filter(({ kind }) => kind === found[0]?.kind);
  return lowest.length === 1 ? lowest[0] : undefined;
}

/** One line of `tree` in a file of truth. */
interface FileEntity {
  readonly kind: EntityKind;
  readonly code: string | null;
  readonly title: string;
  readonly cell: string;
  readonly parent: string | null;
  readonly parentCell: string | null;
}

export interface TruthFile {
  readonly tree: readonly FileEntity[];
  readonly readAlternatives?: readonly Alternative[];
}

/** The truth in a file `X.truth.json` beside a workbook. */
export function truthOfFile({ tree, readAlternatives = [] }: TruthFile): Truth {
  const made = tree.map((one) => ({ ...one, parent: null as TrueEntity | null }));
  made.forEach((entity, at) => {
    const { kind, parent, parentCell } = tree[at] ?? entity;
    if (parentCell === null) return;
    const above = made.filter(
      (other) => other.cell === parentCell && KINDS.indexOf(other.kind) < KINDS.indexOf(kind),
    );
    entity.parent =
      above.find(({ title, code }) => parent !== null && [title, code].includes(String(parent))) ??
      above[0] ??
      null;
  });
  return { entities: made, alternatives: readAlternatives, once: false };
}
