import { normalise, normaliseCode } from '../../plan';
import { groupBy, type FactContext } from './context';
import { factSet, list, number, text, type Fact } from './fact';

const fields = {
  operating: list('operativi con gli stessi obiettivi', 'operating objectives with the same PEG objectives'),
  operatingCount: number('quanti operativi', 'how many operating objectives'),
  pegs: list('obiettivi di PEG in comune', 'PEG objectives in common'),
  centre: text('centro di responsabilità del registro', 'responsibility centre of the registry'),
  pegCount: number('quanti obiettivi ha il centro', 'how many objectives the centre has'),
  files: list('file uniti in cui il centro ha obiettivi', 'joined files in which the centre has objectives'),
  fileCount: number('in quanti file', 'in how many files'),
} as const;

/** Operating objectives grouped by the PEG objectives under them, and the centres of the registry. */
export const sameCoverage = factSet({
  name: 'sameCoverage',
  about: {
    it: 'Gli operativi raggruppati per obiettivi di PEG, e i centri del registro con i loro obiettivi',
    en: 'Operating objectives grouped by their PEG objectives, and the centres of the registry',
  },
  fields,
  facts: (context): Fact<typeof fields>[] => {
    const { plan } = context;
    const below = groupBy(
      plan.pegObjectives.flatMap((peg) => peg.operatingIds.map((id) => ({ id, peg }))),
      ({ id }) => id,
    );
    const served = plan.operatingObjectives.flatMap((one) => {
      const pegs = below.get(one.id)?.map(({ peg }) => peg);
      return pegs ? [{ one, pegs }] : [];
    });
    const key = (pegs: readonly { id: string }[]): string =>
      pegs
        .map((peg) => peg.id)
        .sort()
        .join('|');
    const groups = [...groupBy(served, ({ pegs }) => key(pegs)).values()].map(
      (group): Fact<typeof fields> => ({
        subject: {
          kind: 'operatingObjective',
          id: group
            .map(({ one }) => one.id)
            .sort()
            .join(' '),
          code: group[0]?.one.code?.value ?? null,
          title: group[0]?.one.title.value ?? '',
        },
        values: {
          operating: group.map(({ one }) => one.title.value),
          operatingCount: group.length,
          pegs: (group[0]?.pegs ?? []).map((peg) => peg.code?.value ?? peg.title.value),
          centre: null,
          pegCount: group[0]?.pegs.length ?? 0,
          files: [],
          fileCount: 0,
        },
        cells: {
          operating: group.flatMap(({ one }) => one.title.cells.slice(0, 1)),
          pegs: (group[0]?.pegs ?? []).flatMap((peg) => peg.title.cells.slice(0, 1)),
        },
        involved: group.map(({ one }) => one.id),
      }),
    );
    const named = plan.pegObjectives.flatMap((peg) => (peg.centre ? [peg.centre.value] : []));
    const centres = plan.centres.map((centre): Fact<typeof fields> => {
      const names = [centre.title.value, centre.code?.value ?? centre.title.value];
      const pegCount = named.filter((name) => names.some((one) => isSameCentre(one, name))).length;
      return {
        subject: {
          kind: 'centre',
          id: centre.id,
          code: centre.code?.value ?? null,
          title: centre.title.value,
        },
        values: {
          operating: [],
          operatingCount: 0,
          pegs: [],
          centre: centre.title.value,
          pegCount: named.length === 0 ? -1 : pegCount,
          files: [],
          fileCount: 0,
        },
        cells: { centre: centre.title.cells },
        involved: [centre.id],
      };
    });
    return [...groups, ...centres.filter((fact) => fact.values.pegCount !== -1), ...acrossFiles(context)];
  },
});

/** Centres with objectives in several of the joined files, each with its files. */
function acrossFiles({ plan }: FactContext): Fact<typeof fields>[] {
  const named = plan.pegObjectives.flatMap((peg) => (peg.centre ? [{ peg, centre: peg.centre }] : []));
  return [...groupBy(named, ({ centre }) => normaliseCode(normalise(centre.value))).values()].flatMap(
    (group) => {
      const files = [...new Set(group.flatMap(({ peg }) => peg.title.cells[0]?.file ?? []))].sort();
      const [first] = group;
      if (!first || files.length < 2) return [];
      const { value } = first.centre;
      return [
        {
          subject: { kind: 'centre', id: `files|${normalise(value)}`, code: null, title: value },
          values: {
            operating: [],
            operatingCount: 0,
            pegs: group.map(({ peg }) => peg.code?.value ?? peg.title.value),
            centre: value,
            pegCount: group.length,
            files,
            fileCount: files.length,
          },
          cells: { centre: group.flatMap(({ centre }) => centre.cells.slice(0, 1)) },
          involved: [],
        },
      ];
    },
  );
}

/** A centre cited by code, by name, or as `PA - Cultura`. */
export function isSameCentre(registered: string, cited: string): boolean {
  const [a, b] = [normalise(registered), normalise(cited)];
  return a === b || normaliseCode(registered) === normaliseCode(cited) || b.startsWith(`${a} `);
}
