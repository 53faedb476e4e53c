import {
  normalise,
  normaliseCode,
  type ResponsibilityCentre,
  type OperatingObjective,
  type PegObjective,
} from '../../plan';
import { groupBy } from './context';
import { list, number, text, view } from './view';

const nameOf = ({ code, title }: PegObjective): string => code?.value ?? title.value;

interface Served {
  readonly operatings: readonly OperatingObjective[];
  readonly pegs: readonly PegObjective[];
}

/** Operating objectives grouped by the PEG objectives under them. */
export const sameCoverage = view<Served>({
  name: 'sameCoverage',
  about: {
    it: 'Gli obiettivi operativi raggruppati per obiettivi di PEG: chi ha proprio gli stessi sta insieme',
    en: 'Operating objectives grouped by their PEG objectives: those with the very same stand together',
  },
  items: ({ plan }) => {
    const links = plan.pegObjectives.flatMap((peg) => peg.operatingIds.map((id) => ({ id, peg })));
    const below = groupBy(links, ({ id }) => id);
    const served = plan.operatingObjectives.flatMap((one) => {
      const pegs = below.get(one.id)?.map(({ peg }) => peg);
      return pegs ? [{ one, pegs }] : [];
    });
    const groups = groupBy(served, ({ pegs }) => idsOf(pegs, '|'));
    return [...groups.values()].map((group) => ({
      operatings: group.map(({ one }) => one),
      pegs: group[0]?.pegs ?? [],
    }));
  },
  subject: ({ operatings }) => ({
    kind: 'operatingObjective',
    id: idsOf(operatings, ' '),
    code: operatings[0]?.code?.value ?? null,
    title: operatings[0]?.title.value ?? '',
  }),
  involved: ({ operatings }) => operatings.map(({ id }) => id),
  fields: {
    operating: list(
      'operativi con gli stessi obiettivi / operating objectives with the same PEG objectives',
      ({ operatings }) => operatings.map(({ title }) => title.value),
      ({ operatings }) => operatings.flatMap(({ title }) => title.cells.slice(0, 1)),
    ),
    operatingCount: number(
      'quanti operativi / how many operating objectives',
      ({ operatings }) => operatings.length,
    ),
    pegs: list(
      'obiettivi di PEG in comune / PEG objectives in common',
      ({ pegs }) => pegs.map(nameOf),
      ({ pegs }) => pegs.flatMap(({ title }) => title.cells.slice(0, 1)),
    ),
  },
});

function idsOf(entities: readonly { readonly id: string }[], between: string): string {
  return entities
    .map(({ id }) => id)
    .sort()
    .join(between);
}

/** The centres of the registry, where objectives name centres. */
export const centres = view<ResponsibilityCentre>({
  name: 'centres',
  about: { it: 'I centri di responsabilità del registro', en: 'Responsibility centres of the registry' },
  items: ({ plan }) => (plan.pegObjectives.some(({ centre }) => centre !== null) ? plan.centres : []),
  subject: ({ id, code, title }) => ({ kind: 'centre', id, code: code?.value ?? null, title: title.value }),
  involved: ({ id }) => [id],
  fields: {
    centre: text('centro di responsabilità / responsibility centre', ({ title }) => title),
    pegCount: number(
      'quanti obiettivi ha il centro / how many objectives the centre has',
      ({ code, title }, { plan }) => {
        const names = [title.value, code?.value ?? title.value];
        return plan.pegObjectives.filter(
          ({ centre }) => centre && names.some((one) => isSameCentre(one, centre.value)),
        ).length;
      },
    ),
  },
});

interface Filed {
  readonly name: string;
  readonly pegs: readonly PegObjective[];
}

/** Centres as objectives name them, with the joined files they have objectives in. */
export const centreFiles = view<Filed>({
  name: 'centreFiles',
  about: {
    it: 'I centri nominati dagli obiettivi, con i file uniti in cui ne hanno (da due in su)',
    en: 'Centres as objectives name them, with the joined files they have some in (two or more)',
  },
  items: ({ plan }) => {
    const named = plan.pegObjectives.flatMap((peg) => (peg.centre ? [{ name: peg.centre.value, peg }] : []));
    const groups = groupBy(named, ({ name }) => normaliseCode(normalise(name)));
    return [...groups.values()]
      .map((group) => ({ name: group[0]?.name ?? '', pegs: group.map(({ peg }) => peg) }))
      .filter((one) => filesOf(one).length > 1);
  },
  subject: ({ name }) => ({ kind: 'centre', id: `files|${normalise(name)}`, code: null, title: name }),
  fields: {
    centre: text(
      'centro di responsabilità / responsibility centre',
      ({ name }) => name,
      ({ pegs }) => pegs.flatMap(({ centre }) => centre?.cells.slice(0, 1) ?? []),
    ),
    pegs: list('i suoi obiettivi / its objectives', ({ pegs }) => pegs.map(nameOf)),
    files: list('file in cui il centro ha obiettivi / files in which the centre has objectives', filesOf),
    fileCount: number('in quanti file / in how many files', (one) => filesOf(one).length),
  },
});

function filesOf({ pegs }: Filed): readonly string[] {
  return [...new Set(pegs.flatMap(({ title }) => title.cells[0]?.file ?? []))].sort();
}

/** A centre cited by code, by name, or as `PA - Cultura`. */
export function isSameCentre(registered: string, cited: string): boolean {
  const [a, b] = [normalise(registered), normalise(cited)];
  return a === b || normaliseCode(registered) === normaliseCode(cited) || b.startsWith(`${a} `);
}
