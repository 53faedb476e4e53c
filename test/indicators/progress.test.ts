import {
  combinedProgress,
  expectedProgress,
  objectiveProgress,
  phaseDegree,
  weightedProgress,
} from '../../src/indicators';
import type { PegObjective, Phase } from '../../src/plan';

const cell = { sheet: 'Fasi', address: 'A1' };
const text = (value: string) => ({ value, cells: [cell] });

function objective(id: string, weight: number | null): PegObjective {
  return {
    kind: 'pegObjective',
    id,
    code: null,
    title: text(id),
    operatingIds: [],
    strategicIds: [],
    owners: [],
    participants: [],
    centre: null,
    weight: weight === null ? null : { ...text(String(weight)), number: weight },
    type: null,
    mission: null,
    programme: null,
    description: null,
    start: null,
    end: null,
    multiYear: false,
  };
}

function phase(
  pegId: string,
  weight: number | null,
  progress: string | null,
  dates: [string, string] | null = null,
): Phase {
  return {
    kind: 'phase',
    id: `${pegId}-${progress}`,
    code: null,
    title: text('Fase'),
    pegId,
    start: dates && { ...text(dates[0]), iso: dates[0] },
    end: dates && { ...text(dates[1]), iso: dates[1] },
    weight: weight === null ? null : { ...text(String(weight)), number: weight },
    owner: null,
    months: [],
    progress: progress === null ? null : text(progress),
  };
}

test.each([
  ['100%', 1],
  ['80 %', 0.8],
  ['0,8', 0.8],
  ['75', 0.75],
  ['Conclusa', 1],
  ['non avviata', 0],
  ['realizzata al 50%', 0.5],
  ['in corso', null],
  ['', null],
  [null, null],
  ['120%', null],
])('state %j', (written, degree) => expect(phaseDegree(written)).toBe(degree));

test('weights count in proportion, whatever their scale', () => {
  const items = [
    { degree: 1, weight: 30 },
    { degree: 0.5, weight: 70 },
  ];
  expect(weightedProgress(items).degree).toBeCloseTo(0.65, 12);
  expect(weightedProgress(items.map((one) => ({ ...one, weight: one.weight / 100 }))).degree).toBeCloseTo(
    0.65,
    12,
  );
  expect(weightedProgress(items.map((one) => ({ ...one, weight: null })))).toMatchObject({
    degree: 0.75,
    equalWeights: true,
  });
});

test('what is unknown is left out and said', () => {
  expect(
    weightedProgress([
      { degree: 1, weight: 40 },
      { degree: null, weight: 60 },
    ]),
  ).toEqual({ degree: 1, known: 0.4, unread: 1, equalWeights: false });
  expect(weightedProgress([])).toEqual({ degree: null, known: 0, unread: 0, equalWeights: true });
});

test('objectives from their phases, several together by their own weights', () => {
  const phases = [
    phase('a', 60, '100%'),
    phase('a', 40, '50%'),
    phase('b', null, 'conclusa'),
    phase('b', null, 'non avviata'),
  ];
  expect(objectiveProgress(objective('a', 75), phases).degree).toBeCloseTo(0.8, 12);
  expect(combinedProgress([objective('a', 75), objective('b', 25)], phases).degree).toBeCloseTo(
    0.75 * 0.8 + 0.25 * 0.5,
    12,
  );
});

test('what the schedule expects at a date', () => {
  const phases = [
    phase('a', 50, null, ['2017-01-01', '2017-06-30']),
    phase('a', 50, null, ['2017-07-01', '2017-12-31']),
  ];
  expect(expectedProgress(objective('a', null), phases, '2017-06-30').degree).toBe(0.5);
});
