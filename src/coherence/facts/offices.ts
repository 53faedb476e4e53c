import { normalise, personWords, type PegObjective } from '../../plan';
import { officesOf } from './assigned';
import { groupBy, type FactContext } from './context';
import { DUTIES, isOnDuty, type Duty } from './duties';
import { ownersIn } from './names';
import { number, text, view } from './view';

/** Who answers for objectives, with the objectives. */
export interface Responsible {
  readonly key: string;
  readonly name: string;
  readonly pegs: readonly PegObjective[];
}

/** Everybody who answers for objectives, by person, else by centre; in order of appearance. */
export function responsibles(context: FactContext): readonly Responsible[] {
  return context.shared('responsibles', () => {
    const named = context.plan.pegObjectives.flatMap((peg) => {
      const names = officesOf(peg).flatMap(({ owner, centre }) =>
        owner ? ownersIn(owner.value) : centre ? [centre.value] : [],
      );
      return [...new Set(names)].map((name) => ({ name, peg }));
    });
    const keyOf = (name: string): string => personWords(name).join(' ') || normalise(name);
    return [...groupBy(named, ({ name }) => keyOf(name))].map(([key, shares]) => ({
      key,
      name: shares[0]?.name ?? key,
      pegs: [...new Set(shares.map(({ peg }) => peg))],
    }));
  });
}

/** One line of the picture of who has an objective on what. */
export interface DutyRow {
  readonly responsible: string;
  /** Objectives on each duty that the plan's year asks for; none = it is missing there. */
  readonly objectives: ReadonlyMap<Duty, readonly PegObjective[]>;
}

/** Duties that the plan's year asks for. */
export function dutiesInForce({ year }: FactContext): readonly Duty[] {
  return (Object.keys(DUTIES) as Duty[]).filter((duty) => year !== null && year >= DUTIES[duty]);
}

/** Everybody who answers for objectives beside the duties of the plan's year. */
export function dutyMatrix(context: FactContext): readonly DutyRow[] {
  const duties = dutiesInForce(context);
  return responsibles(context).map(({ name, pegs }) => ({
    responsible: name,
    objectives: new Map(
      duties.map((duty) => [duty, pegs.filter((peg) => isOnDuty(duty, peg, context))] as const),
    ),
  }));
}

const FEW = 4;

/** `training|Rossi, Verdi`: per duty who lacks it; everybody is a dash. */
export function lackingDuties(context: FactContext): string[] {
  const rows = dutyMatrix(context);
  return dutiesInForce(context).flatMap((duty) => {
    const without = rows.filter(({ objectives }) => objectives.get(duty)?.length === 0);
    if (without.length === 0) return [];
    // In the order of the alphabet: rows may be moved.
    const names = without
      .map((row) => row.responsible)
      .sort()
      .slice(0, FEW);
    const more = without.length > FEW ? ` (+${without.length - FEW})` : '';
    return [`${duty}|${without.length === rows.length ? '–' : names.join(', ') + more}`];
  });
}

/** Those who answer for objectives. */
export const responsibleView = view<Responsible>({
  name: 'responsibles',
  about: { it: 'I responsabili con i loro obiettivi', en: 'Responsibles with their objectives' },
  items: responsibles,
  subject: ({ key, name }) => ({ kind: 'centre', id: `responsible|${key}`, code: null, title: name }),
  involved: ({ pegs }) => pegs.map(({ id }) => id),
  fields: {
    responsible: text(
      'responsabile / responsible',
      ({ name }) => name,
      ({ pegs }) => pegs.slice(0, 1).flatMap((peg) => peg.owners[0]?.cells ?? peg.centre?.cells ?? []),
    ),
    objectives: number(
      'quanti obiettivi / how many objectives',
      ({ pegs }) => pegs.length,
      ({ pegs }) => pegs.flatMap((peg) => peg.title.cells.slice(0, 1)),
    ),
    usual: number(
      'quanti ne hanno di solito gli altri (mediana) / how many the others usually have (median)',
      (_, context) => {
        const counts = responsibles(context)
          .map(({ pegs }) => pegs.length)
          .sort((a, b) => a - b);
        return counts[Math.floor(counts.length / 2)];
      },
    ),
  },
});
