import { isLevel, LEVELS, type Level } from '../words/field';
import { readHeader } from '../words/lexicon';

/** What a row of a list that mixes levels may state, the highest first. */
export type RowKind = Level | 'pegObjective' | 'phase' | 'indicator';

/** The kinds of rows from the top of the hierarchy down; indicators may hang on any of them and come last. */
export const ROW_KINDS: readonly RowKind[] = [...LEVELS, 'pegObjective', 'phase', 'indicator'];

/** Rows that stand at one level of a list, as far as the list itself tells. Shares are 0–1 of its rows. */
export interface LevelGroup {
  /** Words that name the level (`Obiettivo operativo`, `Traguardo`); '' where only its place tells it. */
  readonly label: string;
  readonly count: number;
  /** With an owner or an office beside the name. */
  readonly owned: number;
  /** With a date beside the name. */
  readonly timed: number;
  /** With a weight beside the name. */
  readonly weighed: number;
  /** With a formula, a unit or a value to reach. */
  readonly measured: number;
  /** Whose name another row of the group bears too. */
  readonly repeated: number;
}

/** One way to name the levels of a list. */
export interface LevelReading {
  /** A kind for each group, in their order. */
  readonly kinds: readonly RowKind[];
  /** Plausibility among all readings of the list, 0–1. */
  readonly score: number;
}

/** Readings less plausible than this are no alternatives. */
const LEAST_SCORE = 0.03;
const MOST_READINGS = 4;

/**
 * Names the levels of a list, most plausible first: by their words, else by what stands beside their names and by
 * which levels plans have. Words are evidence, never a condition.
 *
 * @param groups  the levels in their order, the highest first
 * @param isDup  the list speaks of the DUP
 * @param lowest  what the last of them is, where that is known
 */
export function nameLevels(
  groups: readonly LevelGroup[],
  isDup: boolean,
  lowest: RowKind | null = null,
): LevelReading[] {
  if (groups.length === 0 || groups.length > ROW_KINDS.length) return [];
  const context = contextOf(groups, isDup);
  const fitting = assignments(groups.length).filter((kinds) => lowest === null || kinds.at(-1) === lowest);
  if (fitting.length === 0) return [];
  const all = fitting.map((kinds) => ({
    kinds,
    weight: weightOf(groups, kinds, context),
  }));
  const best = Math.max(...all.map(({ weight }) => weight));
  const sum = all.reduce((total, { weight }) => total + Math.exp(weight - best), 0);
  return all
    .map(({ kinds, weight }) => ({
      kinds,
      score: (Math.exp(weight - best) / sum) * AGAINST_WORDS ** contradictions(groups, kinds),
    }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_READINGS);
}

/** A reading against the sure words of a level is the less plausible, even where all others are worse. */
const AGAINST_WORDS = 0.5;
const SURE = 0.75;

function contradictions(groups: readonly LevelGroup[], kinds: readonly RowKind[]): number {
  return groups.filter(({ label }, at) => {
    const { subject, confidence } = readHeader(label);
    const known = (ROW_KINDS as readonly (string | null)[]).includes(subject);
    return known && confidence >= SURE && subject !== kinds[at];
  }).length;
}

/** Every way to give so many levels different kinds, in the order of the hierarchy. */
function assignments(count: number, from = 0): RowKind[][] {
  if (count === 0) return [[]];
  return ROW_KINDS.slice(from).flatMap((kind, i) =>
    assignments(count - 1, from + i + 1).map((rest) => [kind, ...rest]),
  );
}

/** What the whole list says: which of its levels bear owners, dates and weights at all. */
interface ListContext {
  readonly isDup: boolean;
  readonly owned: boolean;
  readonly timed: boolean;
  readonly weighed: boolean;
}

const MOST = 0.6;
const FEW = 0.25;

function contextOf(groups: readonly LevelGroup[], isDup: boolean): ListContext {
  const any = (share: (group: LevelGroup) => number) => groups.some((group) => share(group) >= MOST);
  return {
    isDup,
    owned: any(({ owned }) => owned),
    timed: any(({ timed }) => timed),
    weighed: any(({ weighed }) => weighed),
  };
}

function weightOf(groups: readonly LevelGroup[], kinds: readonly RowKind[], context: ListContext): number {
  const own = groups.map((group, at) => {
    const kind = kinds[at] ?? 'phase';
    return wordsSay(group.label, kind) + contentSays(group, kind, groups[at - 1] ?? null, context);
  });
  return own.reduce((sum, one) => sum + one, 0) + shapeSays(kinds, context);
}

/** Log-odds of words by what they name; a bare `Obiettivo` may be any of three. */
const NAMED = 4;
const NAMED_OTHERWISE = -4;
const AN_OBJECTIVE = 1.2;

function wordsSay(label: string, kind: RowKind): number {
  if (label === '') return 0;
  const { subject, confidence } = readHeader(label);
  if (subject === null || confidence === 0) return rootsSay(label, kind);
  if (subject === 'objective')
    return (
      confidence * (kind === 'phase' || kind === 'indicator' ? -AN_OBJECTIVE : AN_OBJECTIVE) +
      rootsSay(label, kind)
    );
  const named = subject === kind ? NAMED : NAMED_OTHERWISE;
  return named * confidence;
}

/** Roots that tell a level in whatever words they stand: `Traguardo strategico`, `Scelte operative`. */
const ROOTS: readonly (readonly [RegExp, readonly RowKind[]])[] = [
  [/strateg|mandat|polit/i, ['strategicArea', 'strategicObjective']],
  [/operativ|operat/i, ['operatingObjective']],
  [/gestional|esecutiv|\bpeg\b|attuativ/i, ['pegObjective']],
  [/indic|misur|metric/i, ['indicator']],
];
const ROOTED = 2;

function rootsSay(label: string, kind: RowKind): number {
  const found = ROOTS.filter(([root]) => root.test(label));
  if (found.length === 0) return 0;
  return found.some(([, kinds]) => kinds.includes(kind)) ? ROOTED : -ROOTED;
}

/** Log-odds of what stands beside a level's names. */
function contentSays(
  group: LevelGroup,
  kind: RowKind,
  above: LevelGroup | null,
  { isDup, owned, timed, weighed }: ListContext,
): number {
  if (kind === 'indicator') return group.measured >= MOST ? 5 : -4 + 6 * group.measured;
  const isDupLevel = isLevel(kind);
  const isPeg = kind === 'pegObjective';
  let sum = -3 * group.measured;
  if (group.owned >= MOST) {
    sum += isPeg ? 1.5 : isDupLevel ? -1.2 : 0;
    if (isPeg && (above?.owned ?? 0) <= FEW) sum += 1;
  } else if (group.owned <= FEW && owned) sum += isPeg ? -1.5 : 0.3;
  if (group.timed >= MOST) sum += isDupLevel ? -1.5 : isPeg ? 0.5 : 0.8;
  else if (timed && group.timed <= FEW) sum += isDupLevel ? 0.3 : -0.5;
  if (group.weighed >= MOST) sum += isDupLevel ? -1.5 : 0.8;
  else if (weighed && group.weighed <= FEW) sum += isDupLevel ? 0.3 : -0.4;
  if (group.repeated >= MOST) sum += kind === 'phase' ? 2 : isDupLevel ? -2 : -1;
  if (isDup && !isDupLevel && group.owned < MOST && !owned && !weighed) sum -= 1;
  return sum;
}

/** Log-odds of a hierarchy by its shape: no level left out, few levels without the objectives they lead to. */
function shapeSays(kinds: readonly RowKind[], { isDup, owned, weighed, timed }: ListContext): number {
  const chain = kinds.filter((kind) => kind !== 'indicator');
  const places = chain.map((kind) => ROW_KINDS.indexOf(kind));
  const gaps = places.reduce(
    (sum, place, i) => sum + (i === 0 ? 0 : place - (places[i - 1] ?? place) - 1),
    0,
  );
  let sum = -0.8 * gaps;
  if (chain.includes('pegObjective')) sum += owned || weighed || timed || !isDup ? 1 : 0;
  else if (chain.includes('phase')) sum -= 2;
  if (chain.length === 2) sum += chain[0] === 'strategicObjective' ? 0.4 : 0;
  if (chain.length > 2 && chain[0] === 'operatingObjective') sum -= 0.6;
  return sum;
}
