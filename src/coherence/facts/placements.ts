import { contentWords, stem, withoutOrdinal } from '../../plan';
import { groupBy, subjectOf } from './context';
import { factSet, list, number, text } from './fact';

const RARE = 3;
const LONG_ENOUGH = 5;

/** Objectives beside the operating objective whose rare words they share. */
export const placements = factSet({
  name: 'placements',
  about: {
    it: "Gli obiettivi di PEG accanto all'operativo con cui condividono parole rare",
    en: 'PEG objectives beside the operating objective they share rare words with',
  },
  fields: {
    title: text('titolo', 'title'),
    own: text('operativo a cui è collegato', 'operating objective it is linked to'),
    better: text('operativo fratello con parole in comune', 'sibling operating objective with shared words'),
    shared: list('parole in comune', 'shared words'),
    ownShared: number(
      'parole in comune con il proprio operativo',
      'words shared with its own operating objective',
    ),
  },
  facts: (context) => {
    const { plan } = context;
    const rare = rareStems(plan.operatingObjectives.map((one) => one.title.value));
    const siblings = groupBy(plan.operatingObjectives, (one) => one.strategicId);
    return plan.pegObjectives.flatMap((peg) => {
      const stems = stemsOf(peg.title.value);
      const [ownId] = peg.operatingIds;
      const own = ownId === undefined ? undefined : context.entities.get(ownId);
      if (own?.kind !== 'operatingObjective' || peg.operatingIds.length !== 1) return [];
      const ownShared = stemsOf(own.title.value).filter((word) => stems.includes(word)).length;
      const candidates = (siblings.get(own.strategicId) ?? [])
        .filter((one) => one.id !== own.id)
        .map((one) => ({
          one,
          shared: stemsOf(one.title.value).filter((word) => stems.includes(word) && rare.has(word)),
        }))
        .filter(({ shared }) => shared.length > 0)
        .sort((a, b) => b.shared.length - a.shared.length);
      const best = candidates[0];
      return {
        subject: subjectOf(peg),
        values: {
          title: peg.title.value,
          own: own.title.value,
          better: best?.one.title.value ?? null,
          shared: best?.shared ?? [],
          ownShared,
        },
        cells: { title: peg.title.cells, own: own.title.cells },
        involved: [peg.id],
      };
    });
  },
});

function stemsOf(title: string): string[] {
  return contentWords(withoutOrdinal(title))
    .filter((word) => word.length >= LONG_ENOUGH)
    .map(stem);
}

function rareStems(titles: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const title of titles) {
    for (const word of new Set(stemsOf(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count <= RARE).map(([word]) => word));
}
