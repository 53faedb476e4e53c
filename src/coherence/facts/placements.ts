import { contentWords, stem, withoutOrdinal, type OperatingObjective, type PegObjective } from '../../plan';
import { groupBy, type FactContext } from './context';
import { list, number, text } from './view';

const RARE = 3;
const LONG_ENOUGH = 5;

/** An objective beside the operating objective whose rare words it shares. */
export const placementFields = {
  own: text<PegObjective>(
    'operativo a cui è collegato, se è uno solo / operating objective it is linked to, where it is one only',
    (peg, context) => ownOperating(peg, context)?.title,
  ),
  better: text<PegObjective>(
    'operativo fratello con parole in comune / sibling operating objective with shared words',
    (peg, context) => better(peg, context)?.one.title.value,
  ),
  shared: list<PegObjective>(
    'parole in comune / shared words',
    (peg, context) => better(peg, context)?.shared ?? [],
  ),
  ownShared: number<PegObjective>(
    'parole in comune con il proprio operativo / words shared with its own operating objective',
    (peg, context) => {
      const own = ownOperating(peg, context);
      return own && sharedStems(own, peg).length;
    },
  ),
};

function ownOperating({ operatingIds }: PegObjective, { entities }: FactContext): OperatingObjective | null {
  const own = operatingIds.length === 1 ? entities.get(operatingIds[0] ?? '') : undefined;
  return own?.kind === 'operatingObjective' ? own : null;
}

/** The sibling of its operating objective that shares the most rare words with it. */
function better(peg: PegObjective, context: FactContext) {
  const own = ownOperating(peg, context);
  if (!own) return null;
  const { operatingObjectives } = context.plan;
  const rare = context.shared('rareStems', () =>
    rareStems(operatingObjectives.map((one) => one.title.value)),
  );
  const siblings = context.shared('operatingSiblings', () =>
    groupBy(operatingObjectives, (one) => one.strategicId),
  );
  const candidates = (siblings.get(own.strategicId) ?? [])
    .filter((one) => one.id !== own.id)
    .map((one) => ({ one, shared: sharedStems(one, peg).filter((word) => rare.has(word)) }))
    .filter(({ shared }) => shared.length > 0)
    .sort((a, b) => b.shared.length - a.shared.length);
  return candidates[0] ?? null;
}

function sharedStems(one: OperatingObjective, peg: PegObjective): string[] {
  const stems = stemsOf(peg.title.value);
  return stemsOf(one.title.value).filter((word) => stems.includes(word));
}

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
