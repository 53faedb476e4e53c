import { normalise, type Mention } from '../../plan';
import { groupBy, subjectOf, type FactContext } from './context';
import { labelCells } from './dup-names';
import { flag, text, token, view } from './view';

/** Mentions of one label that were matched alike. */
type Labels = readonly [Mention, ...Mention[]];

const matchedBy = ({ entityId }: Mention, { entities }: FactContext) => entities.get(entityId ?? '');

/** Labels of indicator blocks, beside the strategic objective they were matched with. */
export const indicatorLabels = view<Labels>({
  name: 'indicatorLabels',
  about: {
    it: 'Le etichette dei blocchi di indicatori che nominano un obiettivo strategico',
    en: 'Labels of indicator blocks that name a strategic objective',
  },
  items: (context) =>
    [
      ...groupBy(
        blockLabels(context),
        ({ label, entityId }) => `${normalise(label.value)}|${entityId}`,
      ).values(),
    ].filter((group): group is [Mention, ...Mention[]] => group.length > 0),
  subject: ([first], context) => {
    const entity = matchedBy(first, context);
    const title = first.label.value;
    return entity
      ? subjectOf(entity)
      : { kind: 'strategicObjective', id: `label|${normalise(title)}`, code: null, title };
  },
  involved: ([first], context) => [matchedBy(first, context)].flatMap((entity) => entity?.id ?? []),
  fields: {
    label: text<Labels>('etichetta / label', ([{ label }]) => label.value, labelCells),
    matched: text(
      'obiettivo strategico riconosciuto / strategic objective recognised',
      ([first], context) => matchedBy(first, context)?.title.value,
    ),
    match: token('come è stato riconosciuto / how it was recognised', ([first], context) => {
      const entity = matchedBy(first, context);
      const same = entity && context.canonical(entity.title.value) === context.canonical(first.label.value);
      return same ? 'exact' : first.match;
    }),
    themed: flag(
      'nessuna etichetta della tabella nomina un obiettivo: sono temi / no label of the table names an objective: they are themes',
      (group, context) => group.every(({ tableId }) => !naming(context).has(tableId)),
    ),
  },
});

function blockLabels({ plan }: FactContext): readonly Mention[] {
  return plan.mentions.filter(
    ({ kind, place }) => kind === 'strategicObjective' && place === 'indicator-block',
  );
}

/** Tables some label of which names an objective. */
function naming(context: FactContext): ReadonlySet<string | null> {
  return context.shared(
    'namingBlocks',
    () =>
      new Set(blockLabels(context).flatMap(({ entityId, tableId }) => (entityId === null ? [] : [tableId]))),
  );
}
