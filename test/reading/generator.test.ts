import { cellAt, parseArea, type WorkbookSnapshot } from '../../src/workbook';
import { FAMILIES, invented } from './generator';
import { folded } from './support/score';

const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Texts at a place `Sheet!A1` of any of the workbooks. */
function textsAt(workbooks: readonly WorkbookSnapshot[], place: string): string[] {
  const [sheet = '', address = ''] = place.split(/!(?=[A-Z]+\d+$)/);
  const area = parseArea(address);
  if (!area) throw new RangeError(`${place}: no such cell`);
  return workbooks.flatMap(({ sheets }) =>
    sheets.flatMap((grid) => (grid.name === sheet ? [cellAt(grid, area.top, area.left)?.text ?? ''] : [])),
  );
}

describe.each(Object.keys(FAMILIES))('invented workbooks: %s', (family) => {
  test('every entity of the truth stands where it says, under one that stands there too', () => {
    for (const seed of SEEDS) {
      const { workbooks, truth } = invented(family, seed);
      expect(truth.entities.length).toBeGreaterThan(4);
      expect(truth.entities.some(({ kind }) => kind === 'pegObjective')).toBe(true);
      for (const { title, cell, parent } of truth.entities) {
        const texts = textsAt(workbooks, cell ?? '').map(folded);
        expect(texts.some((text) => text.includes(folded(title)))).toBe(true);
        if (parent) expect(truth.entities).toContain(parent);
      }
    }
  });

  test('the same seed makes the same workbook, another one another', () => {
    const [one, again, other] = [invented(family, 1), invented(family, 1), invented(family, 2)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('sheets have names that Excel takes, each once in its file', () => {
    for (const seed of SEEDS)
      for (const { sheets } of invented(family, seed).workbooks) {
        const names = sheets.map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
      }
  });
});
