import { normalise } from '../../plan';
import { groupBy, subjectOf, uniqueCells } from './context';
import { factSet, flag, text, token } from './fact';

/** Labels of indicator blocks, beside the strategic objective they were matched with. */
export const indicatorLabels = factSet({
  name: 'indicatorLabels',
  about: {
    it: 'Le etichette dei blocchi di indicatori che nominano un obiettivo strategico',
    en: 'Labels of indicator blocks that name a strategic objective',
  },
  fields: {
    label: text('etichetta', 'label'),
    matched: text('obiettivo strategico riconosciuto', 'strategic objective recognised'),
    match: token('come è stato riconosciuto', 'how it was recognised'),
    themed: flag(
      'nessuna etichetta della tabella nomina un obiettivo: sono temi',
      'no label of the table names an objective: they are themes',
    ),
  },
  facts: (context) => {
    const mentions = context.plan.mentions.filter(
      (mention) => mention.kind === 'strategicObjective' && mention.place === 'indicator-block',
    );
    const recognised = new Set(
      mentions.filter((mention) => mention.entityId !== null).map((mention) => mention.tableId),
    );
    const groups = groupBy(mentions, (mention) => `${normalise(mention.label.value)}|${mention.entityId}`);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const entity = first.entityId === null ? undefined : context.entities.get(first.entityId);
      const label = first.label.value;
      const same = entity && context.canonical(entity.title.value) === context.canonical(label);
      return {
        subject: entity
          ? subjectOf(entity)
          : { kind: 'strategicObjective', id: `label|${normalise(label)}`, code: null, title: label },
        values: {
          label,
          matched: entity?.title.value ?? null,
          match: same ? 'exact' : first.match,
          themed: group.every((mention) => !recognised.has(mention.tableId)),
        },
        cells: { label: uniqueCells(group.flatMap((mention) => mention.label.cells.slice(0, 1))) },
        involved: entity ? [entity.id] : [],
      };
    });
  },
});
