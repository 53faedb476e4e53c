import { normalise, personWords, type PegObjective } from '../../plan';
import { officesOf } from './assigned';
import { groupBy, planSubject, type FactContext } from './context';
import { DUTIES, isOnDuty, type Duty } from './duties';
import { factSet, list, number, text, token, type Fact } from './fact';
import { ownersIn } from './names';

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
const MOST_INDICATORS = 4;

/** `training|Rossi, Verdi`: per duty who lacks it; everybody is a dash. */
function lacking(context: FactContext): string[] {
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

const fields = {
  kind: token('di che cosa si tratta', 'what it is about'),
  responsible: text('responsabile', 'responsible'),
  objectives: number('quanti obiettivi', 'how many objectives'),
  usual: number('quanti ne hanno di solito gli altri (mediana)', 'how many the others usually have (median)'),
  responsibleCount: number('quanti responsabili ha il piano', 'how many responsibles the plan has'),
  lacking: list('materie di legge, con i responsabili senza obiettivo', 'duties, with who lacks them'),
  crowded: list('obiettivi con più di quattro indicatori', 'objectives with more than four indicators'),
} as const;

/** Those who answer for objectives, and the plan as a whole as the picture of their duties. */
export const responsibleFacts = factSet({
  name: 'responsibles',
  about: {
    it: 'I responsabili con i loro obiettivi, e il quadro delle materie che la legge affida loro',
    en: 'Responsibles with their objectives, and the picture of the duties the law gives them',
  },
  fields,
  facts: (context): Fact<typeof fields>[] => {
    const all = responsibles(context);
    const counts = all.map(({ pegs }) => pegs.length).sort((a, b) => a - b);
    const usual = counts[Math.floor(counts.length / 2)] ?? null;
    const each = all.map(({ key, name, pegs }): Fact<typeof fields> => {
      return {
        subject: { kind: 'centre', id: `responsible|${key}`, code: null, title: name },
        values: {
          kind: 'responsible',
          responsible: name,
          objectives: pegs.length,
          usual,
          responsibleCount: all.length,
          lacking: [],
          crowded: [],
        },
        cells: {
          responsible: pegs.slice(0, 1).flatMap((peg) => peg.owners[0]?.cells ?? peg.centre?.cells ?? []),
          objectives: pegs.flatMap((peg) => peg.title.cells.slice(0, 1)),
        },
        involved: pegs.map(({ id }) => id),
      };
    });
    if (all.length === 0) return each;
    const measures = groupBy(context.plan.indicators, (one) => one.objectiveId);
    const crowded = context.plan.pegObjectives.filter(
      ({ id }) => (measures.get(id)?.length ?? 0) > MOST_INDICATORS,
    );
    return [
      ...each,
      {
        subject: { ...planSubject(context.plan), id: 'duties' },
        values: {
          kind: 'duties',
          responsible: null,
          objectives: 0,
          usual: null,
          responsibleCount: all.length,
          lacking: lacking(context),
          crowded: crowded.map((peg) => peg.code?.value ?? peg.title.value),
        },
        cells: { crowded: crowded.flatMap((peg) => peg.title.cells.slice(0, 1)) },
        involved: [],
      },
    ];
  },
});
