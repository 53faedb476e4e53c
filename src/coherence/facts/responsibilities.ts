import { codeCentre, normaliseCode, type PegObjective } from '../../plan';
import { groupBy, subjectOf, type FactContext } from './context';
import { isSameCentre } from './coverage';
import { factSet, flag, text } from './fact';

/** Objectives with the centre in their code beside the centre of their row and the registry. */
export const centreCodes = factSet({
  name: 'centreCodes',
  about: {
    it: 'Gli obiettivi con il centro scritto nel codice, quello della riga e il registro dei centri',
    en: 'Objectives with the centre in the code, that of the row and the registry',
  },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    prefix: text('centro nel codice', 'centre in the code'),
    centre: text('centro della riga', 'centre of the row'),
    usual: text('centro delle altre righe con lo stesso prefisso', 'centre of other rows with this prefix'),
    differs: flag('il centro della riga non è quello del codice', 'the row’s centre is not that of the code'),
    unknownPrefix: flag('il registro non ha il prefisso', 'the registry lacks the prefix'),
    unknownCentre: flag('il registro non ha il centro della riga', 'the registry lacks the row’s centre'),
  },
  facts: (context) => {
    const { plan } = context;
    const coded = plan.pegObjectives.flatMap((peg) => {
      const prefix = peg.code && plan.codeScheme ? codeCentre(peg.code.value, plan.codeScheme) : null;
      return [{ peg, prefix }];
    });
    const registryKnows = registry(context);
    const comparable = coded.filter(
      ({ peg, prefix }) => prefix !== null && peg.centre !== null && sameCode(prefix, peg, context),
    ).length;
    const both = coded.filter(({ peg, prefix }) => prefix !== null && peg.centre !== null);
    // Prefixes and centres are written in the same code only where most of them agree.
    const direct = comparable >= 2 && comparable * 10 >= both.length * 6;
    const usual = usualCentres(both.map(({ peg, prefix }) => ({ peg, prefix: prefix ?? '' })));
    const prefixes = coded.flatMap(({ prefix }) => prefix ?? []);
    const registered = prefixes.filter((prefix) => registryKnows(prefix)).length;
    const prefixesInRegistry = registered * 2 >= prefixes.length && registered > 0;
    const centresInRegistry = plan.centres.length > 0;
    return coded.map(({ peg, prefix }) => {
      const centre = peg.centre?.value ?? null;
      const known = prefix === null ? null : (usual.get(prefix) ?? null);
      const differs =
        prefix !== null &&
        centre !== null &&
        (direct ? !sameCode(prefix, peg, context) : known !== null && !isSameCentre(known, centre));
      const unknownCentre = centresInRegistry && centre !== null && !registryKnows(centre);
      return {
        subject: subjectOf(peg),
        values: {
          code: peg.code?.value ?? null,
          title: peg.title.value,
          prefix,
          centre,
          usual: direct ? prefix : known,
          differs,
          unknownPrefix: prefixesInRegistry && prefix !== null && !registryKnows(prefix),
          unknownCentre,
        },
        cells: { code: peg.code?.cells ?? peg.title.cells, centre: peg.centre?.cells ?? [] },
        involved: [peg.id],
      };
    });
  },
});

/** Whether the registry has a centre of this code or name; everything is known where there is no registry. */
function registry(context: FactContext): (cited: string) => boolean {
  const { centres } = context.plan;
  return (cited) =>
    centres.length === 0 ||
    centres.some(
      (centre) =>
        isSameCentre(centre.title.value, cited) ||
        (centre.code !== null && isSameCentre(centre.code.value, cited)),
    );
}

/** Whether the row's centre is the code's prefix, directly or through the registry. */
function sameCode(prefix: string, peg: PegObjective, context: FactContext): boolean {
  const cited = peg.centre?.value ?? '';
  if (isSameCentre(prefix, cited)) return true;
  return context.plan.centres.some(
    (centre) =>
      centre.code !== null &&
      normaliseCode(centre.code.value) === normaliseCode(prefix) &&
      (isSameCentre(centre.title.value, cited) || isSameCentre(centre.code.value, cited)),
  );
}

/** For each prefix the centre nearly all its rows have (at least three in four of at least four). */
function usualCentres(rows: readonly { peg: PegObjective; prefix: string }[]): Map<string, string> {
  const usual = new Map<string, string>();
  for (const [prefix, own] of groupBy(rows, (row) => row.prefix)) {
    const votes = groupBy(own, ({ peg }) => normaliseCode(peg.centre?.value ?? ''));
    const [best] = [...votes.values()].sort((a, b) => b.length - a.length);
    const centre = best?.[0]?.peg.centre?.value;
    if (best && centre && own.length >= 4 && best.length * 4 >= own.length * 3) usual.set(prefix, centre);
  }
  return usual;
}
