import { normalise, type PegRow, type PlanEntity, type SourcedText } from '../../plan';
import { subjectOf, groupBy, type FactContext } from './context';
import { goesOnFrom } from './codes';
import { flag, list, text, view } from './view';

/** A code with the codes above it, as one place of the plan has them. */
interface CodeLink {
  readonly entity: PlanEntity;
  readonly code: SourcedText;
  readonly title: SourcedText;
  readonly above: readonly SourcedText[];
}

/** Codes beside the codes of what stands above them. */
export const codeLinks = view<CodeLink & { readonly outline: boolean }>({
  name: 'codeLinks',
  about: {
    it: 'I codici di operativi e obiettivi di PEG accanto a quelli di chi sta sopra',
    en: 'Codes of operating and PEG objectives beside the codes above them',
  },
  items: (context) => {
    const pegs = linksOfPegs(context);
    const levels = [linksOfOperatings(context), pegs.length > 0 ? pegs : linksToMissions(context)];
    return levels.flatMap((links) => links.map((link) => ({ ...link, outline: isOutline(links) })));
  },
  subject: ({ entity, code, title }) => ({ ...subjectOf(entity), code: code.value, title: title.value }),
  involved: ({ entity }) => [entity.id],
  fields: {
    code: text('codice / code', ({ code }) => code),
    title: text('titolo / title', ({ title }) => title.value),
    parents: list(
      'codici sopra / codes above',
      ({ above }) => above.map(({ value }) => value),
      ({ above }) => above.flatMap(({ cells }) => cells.slice(0, 1)),
    ),
    conforms: flag('il codice comincia con quello del padre / the code goes on from its parent’s', conforms),
    outline: flag(
      'nel piano i codici figli continuano quelli padri / child codes go on from parent codes',
      ({ outline }) => outline,
    ),
  },
});

function conforms({ code, above }: CodeLink): boolean {
  return above.some(({ value }) => goesOnFrom(code.value, value));
}

/** A level is an outline when most of its codes (at least two) go on from their parents'. */
function isOutline(links: readonly CodeLink[]): boolean {
  const conforming = links.filter(conforms).length;
  return conforming >= 2 && conforming * 10 >= links.length * 6;
}

/** Operating objectives under the strategic one of their list, and under that of every row that names both. */
function linksOfOperatings(context: FactContext): CodeLink[] {
  const { operatingObjectives, pegRows } = context.plan;
  const named = pegRows.map(({ operatingId, operating, strategicId, strategic }) => ({
    id: operatingId,
    cited: operating,
    above: strategicId,
    cells: strategic?.cells,
  }));
  const stated = operatingObjectives.map(({ id, strategicId }) => ({
    id,
    cited: null,
    above: strategicId,
    cells: undefined,
  }));
  const pairs = groupBy([...stated, ...named], ({ id, above }) => `${id}|${above}`);
  return [...pairs.values()].flatMap(([pair]) => {
    if (!pair) return [];
    const above = codesOf([pair.above], context).map((code) => ({
      ...code,
      cells: pair.cells ?? code.cells,
    }));
    return linkOf(pair.id, above, context, pair.cited?.cells);
  });
}

/** PEG objectives under what their rows name; a code that stands for two titles is looked at title by title. */
function linksOfPegs(context: FactContext): CodeLink[] {
  return context.plan.pegObjectives.flatMap((peg) => {
    const rows = context.rowsOf.get(peg.id) ?? [];
    const titles = [...groupBy(rows, ({ title }) => normalise(title.value)).values()];
    if (titles.length < 2) {
      const ids = peg.operatingIds.length > 0 ? peg.operatingIds : rows.map(({ strategicId }) => strategicId);
      return linkOf(peg.id, codesOf(ids, context), context);
    }
    return titles.flatMap((same) =>
      linkOf(peg.id, codesOf(same.map(parentOf), context), context).map((link) => ({
        ...link,
        code: same[0]?.code ?? link.code,
        title: same[0]?.title ?? link.title,
      })),
    );
  });
}

function parentOf({ operatingId, strategicId }: PegRow): string | null {
  return operatingId ?? strategicId;
}

/** Where nothing of the DUP has a code, the objectives' may go on from the mission beside them. */
function linksToMissions(context: FactContext): CodeLink[] {
  return context.plan.pegObjectives.flatMap(({ id, mission }) =>
    linkOf(id, mission ? [mission] : [], context),
  );
}

function codesOf(ids: readonly (string | null)[], { entities }: FactContext): SourcedText[] {
  return [...new Set(ids)].flatMap((id) => entities.get(id ?? '')?.code ?? []);
}

function linkOf(
  id: string | null,
  above: readonly SourcedText[],
  { entities }: FactContext,
  cells?: SourcedText['cells'],
): CodeLink[] {
  const entity = entities.get(id ?? '');
  if (!entity?.code || above.length === 0) return [];
  const code = cells?.length ? { ...entity.code, cells } : entity.code;
  return [{ entity, code, title: entity.title, above }];
}
