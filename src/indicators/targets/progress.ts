import { fold, type PegObjective, type Phase } from '../../plan';
import { parsePlainNumber } from '../data/numbers';
import { lastDay } from '../data/periods';
import { elapsedShare } from './achievement';

/** How far something weighted has come. */
export interface Progress {
  /** 0–1, weighted; null when nothing of it is known. */
  readonly degree: number | null;
  /** 0–1: the share of the weights that is known. */
  readonly known: number;
  /** Items without a readable state. */
  readonly unread: number;
  /** No weights were given: all count the same. */
  readonly equalWeights: boolean;
}

/** One thing with a weight: `degree` 0–1, null when unknown. */
export interface WeightedItem {
  readonly degree: number | null;
  readonly weight: number | null;
}

const DONE =
  /^(?:conclus[oaie]|completat[oaie]|realizzat[oaie]|raggiunt[oaie]|fatt[oaie]|terminat[oaie]|attuat[oaie]|chius[oaie]|eseguit[oaie]|si|ok|x|✓|✔|done|completed)$/;
const NOT_STARTED =
  /^(?:non (?:avviat[oaie]|iniziat[oaie]|realizzat[oaie]|raggiunt[oaie]|attuat[oaie]|eseguit[oaie])|da (?:avviare|iniziare)|no|sospes[oaie]|rinviat[oaie]|annullat[oaie]|not started)$/;

/** Stato di attuazione as written → 0–1: `80%`, `0,8`, `conclusa`, `non avviata`; null for `in corso` and other words. */
export function phaseDegree(text: string | null): number | null {
  const plain = fold(text ?? '')
    .replace(/[.;!]+$/, '')
    .trim();
  if (plain === '') return null;
  if (DONE.test(plain)) return 1;
  if (NOT_STARTED.test(plain)) return 0;
  const match = /(?:^|\s)(\d[\d.,]*)\s*(%)?(?:$|\s)/.exec(plain);
  const number = match?.[1] ? parsePlainNumber(match[1]) : null;
  if (number === null || (!match?.[2] && match?.[0].trim() !== plain)) return null;
  const degree = match?.[2] || number > 1 ? number / 100 : number;
  return degree >= 0 && degree <= 1 ? degree : null;
}

/**
 * Weighted mean of degrees. Weights count in proportion, whatever their scale (30, 0.3, 1.2); where none are given
 * all count the same; an item without weight beside weighted ones counts nothing. Unknown items are left out and said.
 */
export function weightedProgress(items: readonly WeightedItem[]): Progress {
  const weighted = items.some((item) => item.weight !== null && item.weight > 0);
  const weightOf = (item: WeightedItem): number => (weighted ? Math.max(0, item.weight ?? 0) : 1);
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  const known = items.filter((item) => item.degree !== null);
  const covered = known.reduce((sum, item) => sum + weightOf(item), 0);
  const gained = known.reduce(
    (sum, item) => sum + weightOf(item) * Math.min(1, Math.max(0, item.degree ?? 0)),
    0,
  );
  return {
    degree: covered > 0 ? gained / covered : null,
    known: total > 0 ? covered / total : 0,
    unread: items.length - known.length,
    equalWeights: !weighted,
  };
}

/**
 * Progress of an objective from the written state of its phases; without a readable one, from its own last result
 * (`% realizzazione al 30/06/2026`).
 * @param date ISO day: results of periods that end later are not looked at
 */
export function objectiveProgress(
  objective: PegObjective,
  phases: readonly Phase[],
  date: string | null = null,
): Progress {
  const own = weightedProgress(
    phases
      .filter((phase) => phase.pegId === objective.id)
      .map((phase) => ({
        degree: phaseDegree(phase.progress?.value ?? null),
        weight: phase.weight?.number ?? null,
      })),
  );
  if (own.degree !== null) return own;
  const ended = (objective.results ?? []).filter(({ period }) => {
    const end = period === null || date === null ? null : lastDay(period);
    return end === null || date === null || end <= date;
  });
  const degree = ended.flatMap(({ value }) => phaseDegree(value) ?? []).at(-1) ?? null;
  return degree === null ? own : weightedProgress([{ degree, weight: null }]);
}

/** Progress of several objectives together, by their own weights (a head of service, an area). */
export function combinedProgress(objectives: readonly PegObjective[], phases: readonly Phase[]): Progress {
  return weightedProgress(
    objectives.map((objective) => ({
      degree: objectiveProgress(objective, phases).degree,
      weight: objective.weight?.number ?? null,
    })),
  );
}

/**
 * What an objective's schedule expects at a date: each phase in proportion to the days passed, without phases the
 * objective itself; null without dates.
 */
export function expectedProgress(objective: PegObjective, phases: readonly Phase[], date: string): Progress {
  const own = phases.filter((phase) => phase.pegId === objective.id);
  const parts: readonly (PegObjective | Phase)[] = own.length > 0 ? own : [objective];
  return weightedProgress(
    parts.map((part) => {
      const [from, to] = [part.start?.iso ?? null, part.end?.iso ?? null];
      const begins = from ?? (to ? `${to.slice(0, 4)}-01-01` : null);
      return {
        degree: begins && to ? elapsedShare(begins, to, date) : null,
        weight: part.weight?.number ?? null,
      };
    }),
  );
}
