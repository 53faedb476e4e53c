import type { Area } from '../../workbook';
import type { SheetView } from '../grid/sheet-view';
import { placeAt } from '../propose/transposed';
import type { Ledger } from '../ledger';
import { FactReader } from '../rows/facts';
import { fold } from '../../plan';
import { cardFacts, type Card } from './find-cards';
import type { LabelledFact } from './find-labels';

/** Objectives that stand beside each other, each in a column of its own, the labels in the first one. */
export interface Transposed {
  readonly area: Area;
  readonly cards: readonly Card[];
}

/** The cards of a sheet in which each objective has a column; null in others. */
export function readTransposed(sheet: SheetView, year: number | null, ledger: Ledger): Transposed | null {
  if (!sheet.transposed) return null;
  const { left, rows, columns } = sheet.transposed;
  const reader = new FactReader(sheet, year);
  const area = {
    top: rows[0]?.row ?? 0,
    bottom: rows.at(-1)?.row ?? 0,
    left,
    right: columns.at(-1) ?? left,
  };
  for (const { row, field } of rows) {
    ledger.ignore(sheet.grid, row, left, 'label');
    for (const column of sheet.filled(row).filter((one) => one > left))
      if (field) ledger.map(sheet.grid, row, column);
      else ledger.ignore(sheet.grid, row, column, 'unread-column');
  }
  const cards = columns.map((column): Card => {
    const facts = rows.flatMap(({ row, field }) => {
      const place = field && placeAt(sheet, row, column);
      if (!field || !place || sheet.text(place.row, place.column) === '') return [];
      const label = fold(sheet.text(row, left)).replace(/[\s:.°]+$/, '');
      return reader.facts(field, place.row, place.column).map((fact): LabelledFact => ({
        ...fact,
        ...place,
        label,
        labelColumn: left,
        heading: false,
        under: null,
      }));
    });
    return { facts: cardFacts(facts), top: area.top, bottom: area.bottom, left: column, right: column };
  });
  return { area, cards };
}
