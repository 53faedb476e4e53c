import { normalise, normaliseCode, type Mention, type MentionPlace } from '../../plan';
import { groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { entityOfMention, nameInDup, nameOf, standsFor } from './dup-match';
import { factSet, flag, text, token, type Fact } from './fact';
import { nameDifference } from './names';

export const IN_PLAN: readonly MentionPlace[] = ['page-title', 'column', 'card', 'text'];

const fields = {
  label: text('nome come scritto', 'name as written'),
  dupName: text('nome nel DUP', 'name in the DUP'),
  difference: token('quanto è diverso dal DUP', 'how different it is from the DUP'),
  inDup: flag('la voce è nel DUP', 'the entry is in the DUP'),
  place: token('dove è scritto', 'where it is written'),
} as const;

/** Labels the PEG uses for strategic objectives, each spelling once, beside the DUP's name. */
export const strategicNames = factSet({
  name: 'strategicNames',
  about: {
    it: 'I nomi con cui il PEG chiama gli obiettivi strategici, ciascuno una volta',
    en: 'The names the PEG uses for strategic objectives, each once',
  },
  fields,
  facts: (context) => namesOf('strategicObjective', context, IN_PLAN),
});

/** Labels the plan uses for strategic areas. */
export const areaNames = factSet({
  name: 'areaNames',
  about: {
    it: 'I nomi con cui il piano chiama gli ambiti strategici, ciascuno una volta',
    en: 'The names the plan uses for strategic areas, each once',
  },
  fields,
  facts: (context) => namesOf('strategicArea', context, [...IN_PLAN, 'indicator-block']),
});

function namesOf(
  kind: 'strategicArea' | 'strategicObjective',
  context: FactContext,
  places: readonly MentionPlace[],
): Fact<typeof fields>[] {
  const mentions = context.plan.mentions.filter(
    (mention) => mention.kind === kind && places.includes(mention.place),
  );
  const named = mentions.flatMap((mention) => {
    const entity = entityOfMention(mention, context);
    return entity ? [{ mention, entity: standsFor(entity.id, context)?.entity ?? entity }] : [];
  });
  const groups = groupBy(named, ({ mention, entity }) => `${entity.id}|${normalise(nameOf(mention))}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { mention, entity } = first;
    const label = nameOf(mention);
    const name = nameInDup(entity, context);
    return {
      subject: subjectOf(entity),
      values: {
        label,
        dupName: name.text,
        difference: isSameName(mention, name.text, context) ? 'none' : nameDifference(label, name.text),
        inDup: entity.inDup,
        place: mention.place,
      },
      cells: {
        label: uniqueCells(group.flatMap((one) => one.mention.label.cells.slice(0, 1))),
        dupName: name.cells,
      },
      involved: [
        ...new Set([entity.id, ...group.flatMap((one) => entityOfMention(one.mention, context)?.id ?? [])]),
      ],
    };
  });
}

/** The same name after the alias table, or only the entity's code, or code and name together. */
export function isSameName(mention: Mention, name: string, context: FactContext): boolean {
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
