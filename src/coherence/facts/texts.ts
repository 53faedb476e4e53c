import { normalise, type PlanEntity } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { cutByWidth } from './cut-widths';
import { endsInCutWord, vocabularyOf } from './cut-words';
import { secondObjective } from './two-objectives';
import { truncationOf } from './truncation';
import { flag, number, text, token, view } from './view';

interface NamedText {
  readonly text: string;
  readonly cells: readonly CellRef[];
  readonly entity: PlanEntity;
}

type Wording = [NamedText, ...NamedText[]];

/** Names and titles as written, each wording once with all its cells. */
export const names = view<Wording>({
  name: 'names',
  about: {
    it: 'Nomi e titoli come sono scritti, ogni dicitura una volta con tutte le sue celle',
    en: 'Names and titles as written, each wording once with all its cells',
  },
  items: (context) => {
    const groups = groupBy(allTexts(context), (one) => `${one.entity.kind}|${one.text}`);
    return [...groups.values()].filter((group): group is Wording => group.length > 0);
  },
  subject: (group) => ({
    ...subjectOf(group[0].entity),
    id: [...idsOf(group)].sort()[0] ?? group[0].entity.id,
  }),
  involved: (group, { rowsOf }) => [
    ...idsOf(group),
    ...idsOf(group).flatMap((id) => (rowsOf.get(id) ?? []).map((row) => row.id)),
  ],
  fields: {
    text: text<Wording>(
      'testo / text',
      ([first]) => first.text,
      (group) => uniqueCells(group.flatMap((one) => one.cells)),
    ),
    level: token('di che cosa / of what', ([first]) => first.entity.kind),
    length: number('caratteri / characters', ([first]) => first.text.length),
    truncation: token('come si vede che è troncato / how it shows that it was cut', ([first], context) => {
      const known = context.shared('vocabulary', () =>
        vocabularyOf(allTexts(context).map((one) => one.text)),
      );
      return truncationOf(first.text) ?? (endsInCutWord(first.text, known) ? 'cut-word' : null);
    }),
    cutByWidth: flag(
      'lo ha tagliato la larghezza di un prospetto, altrove è intero / the width of a listing cut it, elsewhere it is whole',
      (group, context) => {
        const isCut = context.shared('cutByWidth', () => cutByWidth(allTexts(context)));
        return group.every(({ text: said, cells }) => isCut(said, cells));
      },
    ),
    second: text(
      'secondo obiettivo nella stessa cella / second objective in the same cell',
      ([first]) => secondObjective(first.text)?.second,
    ),
    secondElsewhere: flag(
      'altrove lo stesso titolo continua così / elsewhere the same title goes on like this',
      ([first], context) => {
        const second = secondObjective(first.text);
        const elsewhere = context.shared('continuations', () => continuesElsewhere(allTexts(context)));
        return second !== null && elsewhere(first.text, second.second);
      },
    ),
  },
});

function allTexts(context: FactContext): readonly NamedText[] {
  return context.shared('namedTexts', () => namedTexts(context));
}

/** The entities that bear a wording, each once. */
function idsOf(group: Wording): readonly string[] {
  return [...new Set(group.map(({ entity }) => entity.id))];
}

/** Whether what follows in one cell stands inside another title too, without being a title of its own. */
function continuesElsewhere(texts: readonly NamedText[]): (text: string, second: string) => boolean {
  let all: { text: string; name: string }[] | null = null;
  return (text, second) => {
    all ??= texts.map((one) => ({ text: one.text, name: normalise(one.text) }));
    const name = normalise(second);
    return (
      all.some((one) => one.text !== text && one.name.includes(name)) && !all.some((one) => one.name === name)
    );
  };
}

/** Every cell that names an entity: rows, mentions, and titles of phases and indicators. */
function namedTexts(context: FactContext): NamedText[] {
  const { plan, entities } = context;
  const list: NamedText[] = [];
  const add = (text: string, cells: readonly CellRef[], id: string | null): void => {
    const entity = id === null ? undefined : entities.get(id);
    if (entity && text.trim() !== '') list.push({ text, cells: cells.slice(0, 1), entity });
  };
  for (const row of plan.pegRows) add(row.title.value, row.title.cells, row.pegId);
  for (const mention of plan.mentions) {
    if (mention.place === 'text' || mention.place === 'indicator-block') continue;
    add(mention.label.value, mention.label.cells, mention.entityId);
  }
  const known = new Set(list.map((one) => `${one.entity.id}|${one.text}`));
  for (const entity of entities.values()) {
    if (!known.has(`${entity.id}|${entity.title.value}`)) {
      add(entity.title.value, entity.title.cells, entity.id);
    }
  }
  return list;
}
