import { join } from 'node:path';
import { mapWorkbook } from '../../src/mapping';
import { shareOf } from '../support/share';
import { folderCases } from './support/measure';
import { score } from './support/score';

/**
 * Workbooks made by people who had not seen the program, with their truth written before it was run. Each must be read
 * at least as well as when it was mended; a floor below .9 says what is still to be done.
 */
const FLOOR: Readonly<Record<string, readonly [entities: number, links: number]>> = {
  'bands-and-struck-rows': [0.97, 0.97],
  'card-in-each-sheet': [0.97, 0.97],
  'cards-in-plain-words': [0.97, 0.97],
  'code-in-two-columns': [0.97, 0.97],
  'columns-of-each-office': [0.97, 0.96],
  'italian-and-french': [0.97, 0.94],
  'levels-by-number-alone': [0.97, 0.93],
  'numbered-paragraphs-of-the-dup': [0.97, 0.97],
  'numbered-sections-stacked': [0.97, 0.97],
  'objectives-in-columns': [0.97, 0.95],
  'one-fact-a-row': [0.97, 0.97],
  'phases-by-code-length': [0.97, 0.97],
  'phases-in-their-month': [0.97, 0.97],
  'records-of-three-kinds': [0.97, 0.97],
  'scores-under-each-objective': [0.97, 0.97],
  'six-managers-six-styles': [0.92, 0.8],
  'six-offices-six-words': [0.97, 0.91],
  'staircase-with-signs': [0.97, 0.97],
  'steps-in-one-cell': [0.94, 0.9],
  'strips-of-labels-over-values': [0.97, 0.9],
};

describe('workbooks of strangers', () => {
  const cases = [...folderCases(join(__dirname, '../fixtures/strangers'))];

  test('are all here', () => {
    expect(cases.map(({ name }) => name)).toEqual(Object.keys(FLOOR));
  });

  test.each(shareOf(cases, 1).map((one) => [one.name, one] as const))('%s', (name, { workbooks, truth }) => {
    const { plan, reading } = mapWorkbook({ workbooks });
    const { entities, links, right, wrong } = score(plan, truth);
    const [leastEntities, leastLinks] = FLOOR[name] ?? [1, 1];
    expect({ entities: entities >= leastEntities, links: links >= leastLinks, wrong }).toMatchObject({
      entities: true,
      links: true,
    });
    // What is read badly is never said to be sure.
    if (!right && entities < 0.9) expect(reading.state).not.toBe('sure');
  });
});
