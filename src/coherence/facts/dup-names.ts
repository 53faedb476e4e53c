import { normalise, normaliseCode, type Mention, type MentionPlace } from '../../plan';
import { groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { entityOfMention, nameInDup, nameOf, standsFor, type DupEntity } from './dup-match';
import { nameDifference } from './names';
import { flag, text, token, view, type View } from './view';

export const IN_PLAN: readonly MentionPlace[] = ['page-title', 'column', 'card', 'text'];

/** A spelling of a name, with the entry it stands for. */
interface Named {
  readonly entity: DupEntity;
  readonly mentions: readonly [Mention, ...Mention[]];
}

/** Labels the PEG uses for strategic objectives, each spelling once, beside the DUP's name. */
export const strategicNames = namesView('strategicNames', 'strategicObjective', IN_PLAN, {
  it: 'I nomi con cui il PEG chiama gli obiettivi strategici, ciascuno una volta',
  en: 'The names the PEG uses for strategic objectives, each once',
});

/** Labels the plan uses for strategic areas. */
export const areaNames = namesView('areaNames', 'strategicArea', [...IN_PLAN, 'indicator-block'], {
  it: 'I nomi con cui il piano chiama gli ambiti strategici, ciascuno una volta',
  en: 'The names the plan uses for strategic areas, each once',
});

function namesView(
  name: string,
  kind: 'strategicArea' | 'strategicObjective',
  places: readonly MentionPlace[],
  about: View['about'],
): View {
  return view<Named>({
    name,
    about,
    items: (context) => namesOf(kind, context, places),
    subject: ({ entity }) => subjectOf(entity),
    involved: ({ entity, mentions }, context) => [
      ...new Set([entity.id, ...mentions.flatMap((one) => entityOfMention(one, context)?.id ?? [])]),
    ],
    fields: {
      label: text(
        'nome come scritto / name as written',
        ({ mentions: [first] }) => nameOf(first),
        ({ mentions }) => labelCells(mentions),
      ),
      dupName: text(
        'nome nel DUP / name in the DUP',
        ({ entity }, context) => nameInDup(entity, context).text,
        ({ entity }, context) => nameInDup(entity, context).cells,
      ),
      difference: token(
        'quanto è diverso dal DUP / how different it is from the DUP',
        ({ entity, mentions: [first] }, context) => differenceOf(first, entity, context),
      ),
      inDup: flag('la voce è nel DUP / the entry is in the DUP', ({ entity }) => entity.inDup),
      place: token('dove è scritto / where it is written', ({ mentions: [first] }) => first.place),
    },
  });
}

function namesOf(
  kind: 'strategicArea' | 'strategicObjective',
  context: FactContext,
  places: readonly MentionPlace[],
): readonly Named[] {
  const named = context.plan.mentions.flatMap((mention) => {
    if (mention.kind !== kind || !places.includes(mention.place)) return [];
    const entity = entityOfMention(mention, context);
    return entity ? [{ mention, entity: standsFor(entity.id, context)?.entity ?? entity }] : [];
  });
  const groups = groupBy(named, ({ mention, entity }) => `${entity.id}|${normalise(nameOf(mention))}`);
  return [...groups.values()].flatMap(([first, ...more]): Named[] =>
    first ? [{ entity: first.entity, mentions: [first.mention, ...more.map(({ mention }) => mention)] }] : [],
  );
}

/** Cells of the labels, the first of each. */
export function labelCells(mentions: readonly Mention[]) {
  return uniqueCells(mentions.flatMap(({ label }) => label.cells.slice(0, 1)));
}

/** How a name differs from that of the DUP's entry; `none` where it is only its code, or an old name of it. */
export function differenceOf(mention: Mention, entity: DupEntity, context: FactContext): string {
  const name = nameInDup(entity, context).text;
  return isSameName(mention, name, context) ? 'none' : nameDifference(nameOf(mention), name);
}

/** The same name after the alias table, or only the entity's code, or code and name together. */
function isSameName(mention: Mention, name: string, context: FactContext): boolean {
  const label = nameOf(mention);
  if (context.canonical(label) === context.canonical(name)) return true;
  const code = mention.code?.value;
  if (code === undefined) return false;
  const bare = normalise(label);
  return (
    normaliseCode(label) === normaliseCode(code) ||
    bare === normalise(`${code} ${name}`) ||
    context.canonical(label.replace(code, '').replace(/^[\s.:)–-]+/, '')) === context.canonical(name)
  );
}
