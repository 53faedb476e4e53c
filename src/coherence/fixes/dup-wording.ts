import { splitCode, withoutOrdinal, type MentionPlace } from '../../plan';
import type { FactContext } from '../facts';
import type { Fixer } from './fixer';
import { edit, key, textAt } from './cells';

/**
 * Writes the DUP's wording where a label says another. A leading ordinal or code stays. Nothing is proposed
 * where the label stands inside running text, or where only a person can say which entry is meant.
 */
export const dupWording: Fixer = (finding, context) => {
  const { dupName, label } = finding.values;
  if (typeof dupName !== 'string' || typeof label !== 'string') return null;
  const { places, dupCells } = labelPlaces(context);
  const wrong = finding.cells.filter((cell) => !dupCells.has(key(cell)));
  if (wrong.length === 0 || wrong.some((cell) => places.get(key(cell)) === 'text')) return null;
  const edits = wrong.flatMap((cell) => {
    const written = textAt(cell, context) ?? label;
    return written.includes('\n') ? [] : edit(cell, leadOf(written) + dupName, context);
  });
  return edits.length === wrong.length ? edits : null;
};

/** Where each label cell stands, worked out once per run. */
function labelPlaces(context: FactContext): {
  places: ReadonlyMap<string, MentionPlace>;
  dupCells: ReadonlySet<string>;
} {
  return context.shared('labelPlaces', () => {
    const { mentions } = context.plan;
    const cells = mentions.flatMap(({ label, place }) =>
      label.cells.map((cell) => [key(cell), place] as const),
    );
    const dupCells = new Set(cells.flatMap(([cell, place]) => (place === 'dup' ? [cell] : [])));
    return { places: new Map(cells), dupCells };
  });
}

/** `02-` of `02-Valorizziamo la periferia`, the code of `1.2 Turismo`; '' when the label starts with its name. */
function leadOf(label: string): string {
  const coded = splitCode(label);
  const bare = coded ? coded.text : withoutOrdinal(label);
  const at = label.lastIndexOf(bare);
  return at > 0 ? label.slice(0, at) : '';
}
