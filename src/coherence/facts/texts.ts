import { normalise, type PlanEntity } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { endsInCutWord, vocabularyOf } from './cut-words';
import { factSet, flag, number, text, token } from './fact';
import { secondObjective } from './two-objectives';
import { truncationOf } from './truncation';

interface NamedText {
  readonly text: string;
  readonly cells: readonly CellRef[];
  readonly entity: PlanEntity;
}

/** Names and titles as written, each wording once with all its cells. */
export const names = factSet({
  name: 'names',
  about: {
    it: 'Nomi e titoli come sono scritti, ogni dicitura una volta con tutte le sue celle',
    en: 'Names and titles as written, each wording once with all its cells',
  },
  fields: {
    text: text('testo', 'text'),
    level: token('di che cosa', 'of what'),
    length: number('caratteri', 'characters'),
    truncation: token('come si vede che è troncato', 'how it shows that it was cut'),
    second: text('secondo obiettivo nella stessa cella', 'second objective in the same cell'),
    secondElsewhere: flag(
      'altrove lo stesso titolo continua così',
      'elsewhere the same title goes on like this',
    ),
  },
  facts: (context) => {
    const texts = namedTexts(context);
    const vocabulary = vocabularyOf(texts.map((one) => one.text));
    const elsewhere = continuesElsewhere(texts);
    return [...groupBy(texts, (one) => `${one.entity.kind}|${one.text}`).values()].map((group) => {
      const [first] = group as [NamedText, ...NamedText[]];
      const second = secondObjective(first.text);
      const entities = [...new Map(group.map((one) => [one.entity.id, one.entity])).values()];
      return {
        subject: {
          ...subjectOf(first.entity),
          id: entities.map((entity) => entity.id).sort()[0] ?? first.entity.id,
        },
        values: {
          text: first.text,
          level: first.entity.kind,
          length: first.text.length,
          truncation: truncationOf(first.text) ?? (endsInCutWord(first.text, vocabulary) ? 'cut-word' : null),
          second: second?.second ?? null,
          secondElsewhere: second !== null && elsewhere(first.text, second.second),
        },
        cells: { text: uniqueCells(group.flatMap((one) => one.cells)) },
        involved: [
          ...entities.map((entity) => entity.id),
          ...entities.flatMap((entity) => (context.rowsOf.get(entity.id) ?? []).map((row) => row.id)),
        ],
      };
    });
  },
});

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
