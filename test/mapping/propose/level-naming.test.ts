import { nameLevels, type LevelGroup } from '../../../src/mapping/propose/level-naming';

const group = (label: string, more: Partial<LevelGroup> = {}): LevelGroup => ({
  label,
  count: 10,
  owned: 0,
  timed: 0,
  weighed: 0,
  measured: 0,
  repeated: 0,
  ...more,
});

describe('names of levels', () => {
  it('follow their words', () => {
    const [best] = nameLevels(
      [group('Ambito strategico'), group('Obiettivo operativo'), group('Obiettivo gestionale')],
      false,
    );
    expect(best?.kinds).toEqual(['strategicArea', 'operatingObjective', 'pegObjective']);
  });

  it('follow owners and dates where the words are unknown', () => {
    const [best] = nameLevels(
      [group('Pilastro'), group('Cantiere'), group('Impegno', { owned: 1, timed: 1 })],
      false,
    );
    expect(best?.kinds).toEqual(['strategicObjective', 'operatingObjective', 'pegObjective']);
  });

  it('take timed rows under owned ones for phases, measured ones for indicators', () => {
    const [best] = nameLevels(
      [
        group('A'),
        group('B', { owned: 1 }),
        group('C', { timed: 1, repeated: 0.8 }),
        group('D', { measured: 1 }),
      ],
      false,
    );
    expect(best?.kinds).toEqual(['operatingObjective', 'pegObjective', 'phase', 'indicator']);
  });

  it('leave other readings where nothing tells', () => {
    const readings = nameLevels([group(''), group('')], false);
    expect(readings.length).toBeGreaterThan(1);
    expect(readings[0]?.score).toBeLessThan(0.7);
    expect(readings.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('are none for more levels than a plan has', () => {
    expect(nameLevels(new Array<LevelGroup>(7).fill(group('')), false)).toEqual([]);
    expect(nameLevels([], false)).toEqual([]);
  });

  it('never go up the hierarchy', () => {
    for (let count = 1; count <= 6; count++)
      for (const { kinds } of nameLevels(new Array<LevelGroup>(count).fill(group('')), true))
        expect(new Set(kinds).size).toBe(kinds.length);
  });
});
