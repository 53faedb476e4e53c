import { areaAddress, columnName } from '../../workbook';
import type { LocalWords } from '../propose/local-words';
import type { Template } from '../understand';
import type { Asked, AskedColumn } from './doubts';

/** What a reading can be asked about, and all that can be explained: every table and form with its readings. */
export function askedIn(
  { asked, families }: Pick<LocalWords, 'asked' | 'families'>,
  templates: readonly Template[],
): { readonly asked: readonly Asked[]; readonly explained: readonly Asked[] } {
  const tables = templates.map(askedOf);
  return { asked: [...asked, ...tables.filter(hasData)], explained: [...families, ...tables] };
}

/** Headers alone leave nothing to ask about. */
function hasData({ relation }: Asked): boolean {
  return relation.columns.some(({ content }) => content.filled > 0);
}

/** A template as something to ask about. */
function askedOf({ id, parts, relation, context, readings }: Template): Asked {
  const sheets = [...new Set(parts.map(({ found }) => found.sheet.name))];
  const [first] = parts;
  const columns = relation.columns.map(({ header }): AskedColumn => {
    const { sheet, headerBottom = 0, lastRow = 0 } = first?.found ?? {};
    const area = {
      top: headerBottom + 1,
      bottom: Math.max(headerBottom + 1, lastRow),
      left: header.column,
      right: header.column,
    };
    const file = sheet?.grid.file;
    return {
      header: header.text,
      sheet: sheet?.name ?? '',
      ...(file === undefined ? {} : { file }),
      address: areaAddress(area),
      column: columnName(header.column),
    };
  });
  return {
    id,
    readings,
    columns,
    sheets,
    relation,
    context,
    columnOf: ({ sheet, row, column }) => {
      const part = parts.find(
        ({ found }) => found.sheet.name === sheet && row >= found.headerTop && row <= found.lastRow,
      );
      const place = part?.found.columns.findIndex((one) => one.column === column) ?? -1;
      return relation.columns.find((one) => one.place === place)?.at ?? null;
    },
  };
}
