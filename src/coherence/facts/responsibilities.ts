import { codeCentre, normaliseCode, type PegObjective } from '../../plan';
import { groupBy, type FactContext } from './context';
import { isSameCentre } from './coverage';
import { flag, text } from './view';

/** The centre in an objective's code, beside that of its row and the registry. */
export const centreFields = {
  prefix: text<PegObjective>('centro nel codice / centre in the code', prefixOf),
  usual: text<PegObjective>(
    'centro, o foglio, delle altre righe con lo stesso prefisso / centre, or sheet, of other rows with this prefix',
    (peg, context) => {
      const prefix = prefixOf(peg, context);
      const { direct, usual } = habits(context);
      return direct || prefix === null ? prefix : usual.get(prefix)?.name;
    },
  ),
  place: text<PegObjective>(
    'centro della riga, o il foglio dove sta / centre of the row, or the sheet it stands on',
    (peg) => placeOf(peg).name,
  ),
  centreFits: flag<PegObjective>(
    'il centro della riga è quello del codice (o uno dei due manca) / the row’s centre is that of the code (or one of the two is missing)',
    (peg, context) => {
      const prefix = prefixOf(peg, context);
      if (prefix === null) return true;
      const { direct, usual, sheetsAreOffices } = habits(context);
      if (direct) return peg.centre === null || sameCode(prefix, peg, context);
      const [known, own] = [usual.get(prefix), placeOf(peg)];
      if (known === undefined || isSameCentre(known.name, own.name)) return true;
      // A sheet is an office only where its rows, too, share a prefix.
      if (!known.isSheet && !own.isSheet) return false;
      return !sheetsAreOffices || !isOfOthers(own.name, prefix, context);
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

interface Place {
  readonly name: string;
  /** No centre is named there: the sheet is all that is known. */
  readonly isSheet: boolean;
}

interface Prefixed {
  readonly peg: PegObjective;
  readonly prefix: string;
  readonly place: Place;
}

function placeOf({ centre, title }: PegObjective): Place {
  return centre === null
    ? { name: title.cells[0]?.sheet ?? '', isSheet: true }
    : { name: centre.value, isSheet: false };
}

/** The letters of a code that stand for an office: the group that goes with the offices, else the first. */
function prefixOf({ code }: PegObjective, context: FactContext): string | null {
  const { codeScheme } = context.plan;
  if (!code || !codeScheme) return null;
  const group = context.shared('officeLetters', () => officeLetters(context));
  return group === null ? codeCentre(code.value, codeScheme) : (lettersOf(code.value)[group] ?? null);
}

function lettersOf(code: string): string[] {
  return normaliseCode(code).match(/\p{L}+/gu) ?? [];
}

/** Which group of letters, after the first, tells the office of nine rows in ten (`Q1.a-04/POL`); null for none. */
function officeLetters({ plan: { pegObjectives } }: FactContext): number | null {
  const groups = [1, 2, 3].filter((at) => {
    const rows = pegObjectives.flatMap((peg): Prefixed[] => {
      const prefix = lettersOf(peg.code?.value ?? '')[at];
      return prefix !== undefined && peg.centre !== null ? [{ peg, prefix, place: placeOf(peg) }] : [];
    });
    const usual = usualPlaces(rows);
    const agreeing = rows.filter(({ prefix, place }) => usual.get(prefix)?.name === place.name).length;
    return usual.size >= 2 && agreeing * 10 >= rows.length * 9 && rows.length * 2 > pegObjectives.length;
  });
  return groups[0] ?? null;
}

/** How the plan uses the centres in its codes. */
function habits(context: FactContext) {
  return context.shared('centreHabits', () => {
    const prefixed = context.plan.pegObjectives.flatMap((peg): Prefixed[] => {
      const prefix = prefixOf(peg, context);
      return prefix === null ? [] : [{ peg, prefix, place: placeOf(peg) }];
    });
    const both = prefixed.filter(({ place }) => !place.isSheet);
    const comparable = both.filter(({ peg, prefix }) => sameCode(prefix, peg, context)).length;
    const registered = prefixed.filter(({ prefix }) => isRegistered(prefix, context)).length;
    const usual = usualPlaces(prefixed);
    const onSheets = prefixed.filter(({ place }) => place.isSheet);
    const atHome = onSheets.filter(({ prefix, place }) => usual.get(prefix)?.name === place.name);
    return {
      // Prefixes and centres are written in the same code only where most of them agree.
      direct: comparable >= 2 && comparable * 10 >= both.length * 6,
      usual,
      // Sheets for areas or programmes have objectives of every office.
      sheetsAreOffices: atHome.length * 10 >= onSheets.length * 9,
      byPlace: groupBy(prefixed, ({ place }) => place.name),
      prefixesInRegistry: registered * 2 >= prefixed.length && registered > 0,
    };
  });
}

/** Whether three in four of a place's other rows, at least three, share a prefix that is not this one. */
function isOfOthers(place: string, prefix: string, context: FactContext): boolean {
  const rows = habits(context).byPlace.get(place) ?? [];
  const others = rows.filter((row) => row.prefix !== prefix);
  const most = Math.max(0, ...[...groupBy(others, (row) => row.prefix).values()].map(({ length }) => length));
  return most >= 3 && most * 4 >= rows.length * 3;
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

/** For each prefix the place nearly all its rows have (at least three in four of at least four). */
function usualPlaces(rows: readonly Prefixed[]): Map<string, Place> {
  const usual = new Map<string, Place>();
  for (const [prefix, own] of groupBy(rows, (row) => row.prefix)) {
    const votes = groupBy(own, ({ place }) => normaliseCode(place.name));
    const [best] = [...votes.values()].sort((a, b) => b.length - a.length);
    if (best?.[0] && own.length >= 4 && best.length * 4 >= own.length * 3) usual.set(prefix, best[0].place);
  }
  return usual;
}
