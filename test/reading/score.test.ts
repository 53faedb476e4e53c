import { layouts } from '../support/layouts';
import headers from '../support/layouts/headers.json';
import { read } from './support/adapter';
import { battery } from './support/battery';
import { booksOf, textOf } from './support/marks';
import { isClose, keyOf, score } from './support/score';
import { auroc, calibrationError, isotonic, onCurve, outOfFold } from './support/stats';
import { truthOfLayout } from './support/truth';

describe('comparing a reading with the truth', () => {
  const [fixture] = layouts;
  if (!fixture) throw new RangeError('no fixtures');
  const truth = truthOfLayout(fixture.truth);

  test('what is read as it stands is right', () => {
    const { plan } = read({ workbooks: [fixture.snapshot] });
    expect(score(plan, truth)).toMatchObject({ entities: 1, links: 1, levels: true, right: true, wrong: [] });
  });

  test('an entity too few, one too many and a parent too far are each said', () => {
    const { plan } = read({ workbooks: [fixture.snapshot] });
    const [first, ...rest] = plan.pegObjectives;
    if (!first) throw new RangeError('no objectives');
    const less = score({ ...plan, pegObjectives: rest }, truth);
    expect(less.right).toBe(false);
    expect(less.levels).toBe(false);
    expect(less.wrong[0]).toContain('missed pegObjective');
    const extra = { ...first, id: 'other', title: { ...first.title, value: 'Tutt’altra cosa' } };
    const more = score({ ...plan, pegObjectives: [...plan.pegObjectives, extra] }, truth);
    expect(more.entities).toBeLessThan(1);
    expect(more.wrong).toContainEqual(expect.stringContaining('invented pegObjective'));
    const lost = plan.phases.map((phase) => ({ ...phase, pegId: null }));
    expect(score({ ...plan, phases: lost }, truth)).toMatchObject({
      entities: 1,
      levels: true,
      right: false,
    });
  });

  test('titles are the same with or without their code, capitals and accents', () => {
    expect(keyOf('OP 1.1.01 - Più verde', null)).toBe(keyOf('più VERDE', null));
    expect(keyOf('25_CUL_003 Musei', '25_CUL_003')).toBe('musei');
    expect(isClose('riordino archivio storico', 'riordino archivio')).toBe(false);
    expect(isClose('riordino archivio storico', 'riordino archivio storic')).toBe(true);
  });
});

test('the calibration error and the area under the curve are those of their definitions', () => {
  const readings = [
    { confidence: 0.95, right: true },
    { confidence: 0.95, right: false },
    { confidence: 0.15, right: false },
  ];
  expect(calibrationError(readings)).toBeCloseTo((2 / 3) * 0.45 + (1 / 3) * 0.15);
  expect(auroc(readings)).toBeCloseTo(0.75);
});

test('the curve rises, and is the shares themselves where they rise already', () => {
  const at = (confidence: number, ...right: boolean[]) => right.map((one) => ({ confidence, right: one }));
  const rising = [...at(0.2, false, false), ...at(0.6, true, false), ...at(0.9, true)];
  expect(isotonic(rising)).toEqual([
    { from: 0.2, right: 0 },
    { from: 0.6, right: 0.5 },
    { from: 0.9, right: 1 },
  ]);
  const falling = [...at(0.2, true), ...at(0.6, false), ...at(0.9, true)];
  expect(isotonic(falling)).toEqual([
    { from: 0.2, right: 0.5 },
    { from: 0.9, right: 1 },
  ]);
  expect([0.1, 0.2, 0.7, 0.95].map((one) => onCurve(isotonic(rising), one))).toEqual([0, 0, 0.5, 1]);
});

test('out of fold no reading is judged by a curve that knew it', () => {
  const readings = [
    { confidence: 0.9, right: true, family: 'a' },
    { confidence: 0.9, right: false, family: 'b' },
  ];
  expect(outOfFold(readings)).toEqual([
    { confidence: 0, right: true },
    { confidence: 1, right: false },
  ]);
});

describe('headers told for the fixtures', () => {
  test('they are of fixtures that are there, and every place told holds words', () => {
    const names = new Set(layouts.map(({ name }) => name));
    expect(Object.keys(headers).filter((name) => !names.has(name))).toEqual([]);
    for (const fixture of layouts) {
      const marks = booksOf(fixture).flatMap(({ sheets }) =>
        sheets.flatMap((sheet) => sheet.marks.map(({ row, column }) => textOf(sheet.rows[row]?.[column]))),
      );
      const told = (headers as Record<string, object>)[fixture.name] ?? {};
      expect([fixture.name, marks.length]).toEqual([fixture.name, Object.keys(told).length]);
      expect(marks.filter((text) => !/\p{L}/u.test(text))).toEqual([]);
    }
  });

  test('every change of the battery finds something to change, the same for the same seed', () => {
    for (const change of battery) {
      const changed = layouts.filter((fixture) => change.apply(fixture, 'a') !== null);
      expect([change.name, changed.length > 15]).toEqual([change.name, true]);
      const [one] = changed;
      if (one) expect(change.apply(one, 'a')).toEqual(change.apply(one, 'a'));
    }
  });
});
