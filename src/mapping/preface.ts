import type { Mention, SourcedText } from '../plan';
import type { SheetView } from './grid/sheet-view';
import type { Match } from './link/name-index';
import { NameIndex } from './link/name-index';
import type { Drafts } from './link/drafts';
import type { ReadSheet } from './sheet';

/** A text that begins like a label must go on at least this long to describe an area. */
const DESCRIPTION = 20;

interface LeadingLabel {
  readonly label: SourcedText;
  readonly row: number;
  readonly column: number;
}

/**
 * Areas that a preface describes (`La città smart: …`). Where all but one are named as the DUP names them, the one
 * label left among them means the one area left.
 */
export function prefaceMentions(sheets: readonly ReadSheet[], drafts: Drafts): Mention[] {
  const areas = new NameIndex();
  for (const { id, title, inDup } of drafts.areas.values())
    areas.add({ id, title: title.value, code: null, inDup, parentId: null });
  if (areas.size < 2) return [];
  return sheets
    .filter((sheet) => sheet.tables.length + sheet.cards.length === 0 && sheet.outline === null)
    .flatMap((sheet) => mentionsIn(leadingLabels(sheet.view), areas));
}

function mentionsIn(labels: readonly LeadingLabel[], areas: NameIndex): Mention[] {
  const read = labels.map((one) => ({ ...one, match: areas.byName(one.label.value) }));
  const matched = read.flatMap((one) => (one.match ? [{ ...one, match: one.match }] : []));
  const [first, last] = [matched[0], matched.at(-1)];
  if (!first || !last) return [];
  const named = new Set(matched.map((one) => one.match.id));
  const rest = areas.values().filter((area) => !named.has(area.id));
  const odd = read.filter(
    ({ match, row, column }) =>
      match === null && column === first.column && row >= first.row - 1 && row <= last.row + 2,
  );
  const mentions = matched.map(({ label, match }) => areaMention(label, match));
  const [onlyArea, onlyLabel] = [rest[0], odd[0]];
  if (matched.length >= 2 && rest.length === 1 && onlyArea && odd.length === 1 && onlyLabel)
    mentions.push(areaMention(onlyLabel.label, { id: onlyArea.id, match: 'only-candidate', similarity: 0 }));
  return mentions;
}

/** Texts that read `Label: description`. */
function leadingLabels(view: SheetView): LeadingLabel[] {
  return view.rows().flatMap((row) =>
    view.filled(row).flatMap((column) => {
      const text = view.text(row, column);
      const at = text.indexOf(':');
      const label = at > 0 ? text.slice(0, at).trim() : '';
      const describes = label.length >= 4 && label.length <= 100 && text.length - at > DESCRIPTION;
      return describes ? [{ label: { value: label, cells: [view.ref(row, column)] }, row, column }] : [];
    }),
  );
}

function areaMention(label: SourcedText, { id, match, similarity }: Match): Mention {
  return {
    kind: 'strategicArea',
    label,
    code: null,
    place: 'text',
    entityId: id,
    match,
    similarity,
    fromId: null,
    tableId: null,
    parentId: null,
  };
}
