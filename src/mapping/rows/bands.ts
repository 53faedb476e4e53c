import { looksLikeCode } from '../../plan';
import { valueRight } from '../grid/label-rows';
import { field, isLevel, type Field, type Level } from '../words/field';
import { bandLabel, bandParts, bareLabel, inlineLabel, PLURAL, type Labelled } from '../words/labels';
import type { BandLevel } from '../propose/band-levels';
import type { TableShape } from './table-shape';

/** A row that names what holds for the rows below: an office, an area, a mission. */
export interface Band {
  readonly field: Field;
  readonly text: string;
  readonly column: number;
  /** The cell of a label that stands beside its value. */
  readonly labelColumn: number | null;
  /** Taken for an office because nothing else fits. */
  readonly guessed: boolean;
  /** What it says besides: the owner of the office it names. */
  readonly more: readonly Labelled[];
}

/** A longer text is a remark. */
export const LONG_TEXT = 140;

/** `Area strategica 2: Sociale`, `Obiettivo strategico 2.1 - Anziani`: a level by its number, no name of an objective. */
const NUMBERED = /^\p{L}[\p{L}. ]* (?:n\.? ?)?\d+(?:\.\d+)*\.? ?[:–-]/u;

/** The level of an objective that bears a name, when one is known already (from the DUP). */
export type LevelOf = (text: string) => Level | null;

/**
 * Reads a row as a band; `note` for a line over the table that names nothing, null for data.
 *
 * @param levels  what bands name whose words are in no lexicon
 */
export function readBand(
  shape: TableShape,
  row: number,
  levelOf: LevelOf,
  levels: ReadonlyMap<number, BandLevel> = new Map(),
): Band | 'note' | null {
  const { table } = shape;
  const { sheet } = table;
  const columns = sheet.filled(row, table);
  const [first = 0, second] = columns;
  const text = sheet.line(row, first);
  if (columns.length === 2 && second !== undefined) {
    const label = bareLabel(text, sheet.words);
    if (!label || !text.endsWith(':') || valueRight(sheet, row, first) !== second) return null;
    return {
      field: label,
      text: sheet.line(row, second),
      column: second,
      labelColumn: first,
      guessed: false,
      more: [],
    };
  }
  if (columns.length !== 1) return null;
  const told = levels.get(row);
  if (told) {
    const of = field(told.kind, 'title');
    return { field: of, text: told.text, column: first, labelColumn: null, guessed: false, more: [] };
  }
  const area = sheet.merge(row, first);
  if (area && area.bottom > area.top && area.right === area.left) return null;
  const wide = sheet.isWide(row, first);
  const own = shape.fields.get(first);
  const names = own?.attribute === 'title' || own?.attribute === 'citation';
  const parts = bandParts(sheet.text(row, first), sheet.words);
  const whole = parts.text;
  const announced = bandLabel(whole, sheet.words);
  const ofBudget = announced?.field.attribute === 'mission' || announced?.field.attribute === 'programme';
  const numbered = announced !== null && isLevel(announced.field.subject) && NUMBERED.test(whole);
  // An office heads the rows below also where levels of the DUP are named in its column.
  const ofOffice = announced?.field.attribute === 'centre' && own !== undefined && isLevel(own.subject);
  const sure = wide || !names || ofBudget || ofOffice || numbered || parts.more.length > 0;
  const labelled = inlineLabel(whole, sheet.words) ?? (sure ? announced : null);
  // Merged over what is blank beside it, in the column of its own level: a step of the stairs, and no line over the table.
  if (wide && own && isLevel(own.subject) && own.attribute === 'title' && !labelled) return null;
  if (!wide && names && (!labelled || labelled.field.subject === own?.subject)) return null;
  const band = (of: Field, value: string, guessed = false): Band => ({
    field: of,
    text: value,
    column: first,
    labelColumn: null,
    guessed,
    more: parts.more,
  });
  if (labelled) return band(labelled.field, labelled.value);
  const level = levelOf(whole);
  if (level) return band(field(level, 'title'), whole);
  if (own?.attribute === 'code' && looksLikeCode(text)) return null;
  // `Obiettivi specifici` heads what follows and is no office.
  if (PLURAL.test(text.split(' ')[0] ?? '')) return 'note';
  const office = (wide || first === shape.leftmost) && text.length <= LONG_TEXT && /\p{L}{2}/u.test(text);
  if (office) return band(field('pegObjective', 'centre'), whole, true);
  return wide ? 'note' : null;
}
