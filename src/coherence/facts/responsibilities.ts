import { codeCentre, normaliseCode, type PegObjective } from '../../plan';
import { groupBy, type FactContext } from './context';
import { isSameCentre } from './coverage';
import { flag, text } from './view';

/** The centre in an objective's code, beside that of its row and the registry. */
export const centreFields = {
  prefix: text<PegObjective>('centro nel codice / centre in the code', prefixOf),
  usual: text<PegObjective>(
    'centro delle altre righe con lo stesso prefisso / centre of other rows with this prefix',
    (peg, context) => {
      const prefix = prefixOf(peg, context);
      const { direct, usual } = habits(context);
      return direct || prefix === null ? prefix : usual.get(prefix);
    },
  ),
  centreFits: flag<PegObjective>(
    'il centro della riga è quello del codice (o uno dei due manca) / the row’s centre is that of the code (or one of the two is missing)',
    (peg, context) => {
      const prefix = prefixOf(peg, context);
      const { direct, usual } = habits(context);
      if (prefix === null || peg.centre === null) return true;
      const known = usual.get(prefix);
      return direct
        ? sameCode(prefix, peg, context)
        : known === undefined || isSameCentre(known, peg.centre.value);
    },
  ),
  prefixKnown: flag<PegObjective>(
    'il registro ha il centro del codice (o non elenca quelli dei codici) / the registry has the centre of the code (or does not list those of codes)',
    (peg, context) => {
      const prefix = prefixOf(peg, context);
      return prefix === null || !habits(context).prefixesInRegistry || isRegistered(prefix, context);
    },
  ),
  centreKnown: flag<PegObjective>(
    'il registro ha il centro della riga (o non c’è un registro) / the registry has the row’s centre (or there is no registry)',
    ({ centre }, context) => centre === null || isRegistered(centre.value, context),
  ),
};

function prefixOf({ code }: PegObjective, { plan }: FactContext): string | null {
  return code && plan.codeScheme ? codeCentre(code.value, plan.codeScheme) : null;
}

/** How the plan uses the centres in its codes. */
function habits(context: FactContext) {
  return context.shared('centreHabits', () => {
    const prefixed = context.plan.pegObjectives.flatMap((peg) => {
      const prefix = prefixOf(peg, context);
      return prefix === null ? [] : [{ peg, prefix }];
    });
    const both = prefixed.filter(({ peg }) => peg.centre !== null);
    const comparable = both.filter(({ peg, prefix }) => sameCode(prefix, peg, context)).length;
    const registered = prefixed.filter(({ prefix }) => isRegistered(prefix, context)).length;
    return {
      // Prefixes and centres are written in the same code only where most of them agree.
      direct: comparable >= 2 && comparable * 10 >= both.length * 6,
      usual: usualCentres(both),
      prefixesInRegistry: registered * 2 >= prefixed.length && registered > 0,
    };
  });
}

/** Whether the registry has a centre of this code or name; everything is known where there is no registry. */
function isRegistered(cited: string, { plan: { centres } }: FactContext): boolean {
  return (
    centres.length === 0 ||
    centres.some(
      (centre) =>
        isSameCentre(centre.title.value, cited) ||
        (centre.code !== null && isSameCentre(centre.code.value, cited)),
    )
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
