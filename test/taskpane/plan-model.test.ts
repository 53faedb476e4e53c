import fc from 'fast-check';
import { planTree, type EntityKind, type PlanNode } from '../../src/plan';
import { linesIn } from '../../src/taskpane/model/chart-text';
import { branchOf, chartLines, icicle, pegCount } from '../../src/taskpane/model/icicle';
import { branchStates, markOf, toLookAt } from '../../src/taskpane/model/plan-states';
import { branchesTo, treeRows, windowOf } from '../../src/taskpane/model/tree-rows';
import { finding } from '../support/findings';
import { openPlan, smallPlan } from '../support/plans';

const node = (kind: EntityKind, id: string, children: readonly PlanNode[] = []): PlanNode => ({
  id,
  kind,
  code: null,
  title: `Titolo ${id}`,
  cells: [],
  children,
});
const peg = (id: string) => node('pegObjective', id);
const tree = [
  node('strategicArea', 'A', [
    node('strategicObjective', 'S', [
      node('operatingObjective', 'O1', [peg('p1'), peg('p2')]),
      node('operatingObjective', 'O2', [peg('p1')]),
      node('operatingObjective', 'O3'),
    ]),
  ]),
];

describe('tree rows', () => {
  test('closed branches hide what is in them', () => {
    expect(treeRows(tree, new Set(), '').rows.map((row) => row.node.id)).toEqual(['A']);
    const all = treeRows(tree, branchesTo(tree, 9), '').rows;
    expect(all.map((row) => row.node.id)).toEqual(['A', 'S', 'O1', 'p1', 'p2', 'O2', 'p1', 'O3']);
    expect(new Set(all.map((row) => row.key)).size).toBe(all.length);
    expect(all[5]).toMatchObject({ level: 3, position: 2, siblings: 3 });
  });

  test('a search shows hits and the way to them, whatever is closed', () => {
    const { rows, hits } = treeRows(tree, new Set(), 'titolo P2');
    expect(rows.map((row) => row.node.id)).toEqual(['A', 'S', 'O1', 'p2']);
    expect(hits).toBe(1);
    expect(treeRows(tree, new Set(), 'nessuno').rows).toEqual([]);
  });

  test('10,000 objectives: only the rows of the window', () => {
    const big = [
      node(
        'strategicArea',
        'A',
        Array.from({ length: 10_000 }, (_, i) => peg(`p${i}`)),
      ),
    ];
    const { rows } = treeRows(big, branchesTo(big, 1), '');
    const { from, to } = windowOf(rows.length, 44, 44 * 5000, 800);
    expect(rows.length).toBe(10_001);
    expect(to - from).toBeLessThan(40);
    expect(from).toBeLessThanOrEqual(5000);
    expect(to).toBeGreaterThanOrEqual(5018);
  });
});

describe('state of a branch', () => {
  test('every finding once per branch, also where it touches two objectives of it; consequences not', async () => {
    const session = await openPlan(smallPlan());
    const { plan } = session;
    const own = planTree(plan);
    const [first, second] = plan.pegObjectives;
    const [top] = own;
    if (!first || !second || !top) throw new TypeError('the small plan has two objectives');
    const states = branchStates(plan, own, [
      finding({ fingerprint: 'x', severity: 'error', involved: [first.id, second.id] }),
      finding({ fingerprint: 'y', involved: [plan.pegRows[0]?.id ?? ''] }),
      finding({ fingerprint: 'z', involved: [first.id], causes: ['x'] }),
      finding({ fingerprint: 'w', involved: [first.id], status: 'waived' }),
    ]);
    expect(states.get(first.id)).toEqual({ error: 1, warning: 1, info: 0 });
    expect(states.get(second.id)).toEqual({ error: 1, warning: 0, info: 0 });
    expect(states.get(top.id)).toEqual({ error: 1, warning: 1, info: 0 });
    expect(markOf(states.get(top.id) ?? { error: 0, warning: 0, info: 0 })).toBe('error');
    expect(toLookAt({ error: 1, warning: 2, info: 9 })).toBe(3);
    expect(markOf({ error: 0, warning: 0, info: 9 })).toBe('ok');
  });
});

describe('icicle', () => {
  test('extent follows PEG objectives; an operating objective without any keeps the room of one', () => {
    const { slabs, size } = icicle(tree);
    expect(size).toBe(4);
    expect(slabs.map((one) => [one.node.id, one.depth, one.from, one.size])).toEqual([
      ['A', 0, 0, 4],
      ['S', 1, 0, 4],
      ['O1', 2, 0, 2],
      ['p1', 3, 0, 1],
      ['p2', 3, 1, 1],
      ['O2', 2, 2, 1],
      ['p1', 3, 2, 1],
      ['O3', 2, 3, 1],
    ]);
    expect(chartLines(tree).map((line) => [line.operating?.id, line.pegObjectives])).toEqual([
      ['O1', 2],
      ['O2', 1],
      ['O3', 0],
    ]);
    expect(branchOf(tree, 'A\u0000S\u0000O2')[0]?.id).toBe('O2');
    expect(branchOf(tree, 'gone')).toBe(tree);
  });

  test('property: children fill their parent and never leave it', () => {
    const shape = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shape, (areas) => {
        const plan = areas.map((operatings, a) =>
          node(
            'strategicArea',
            `A${a}`,
            operatings.map((pegs, o) =>
              node(
                'operatingObjective',
                `A${a}O${o}`,
                Array.from({ length: pegs }, (_, p) => peg(`A${a}O${o}P${p}`)),
              ),
            ),
          ),
        );
        const { slabs, size } = icicle(plan);
        const byKey = new Map(slabs.map((slab) => [slab.key, slab]));
        for (const slab of slabs) {
          expect(slab.from + slab.size).toBeLessThanOrEqual(size);
          const above = slab.parent === null ? null : byKey.get(slab.parent);
          if (above) {
            expect(slab.from).toBeGreaterThanOrEqual(above.from);
            expect(slab.from + slab.size).toBeLessThanOrEqual(above.from + above.size);
          }
        }
        expect(chartLines(plan).reduce((sum, line) => sum + line.pegObjectives, 0)).toBe(
          plan.reduce((sum, one) => sum + pegCount(one), 0),
        );
      }),
    );
  });

  test('a plan too large for single objectives is drawn without them', () => {
    const big = [
      node(
        'strategicArea',
        'A',
        Array.from({ length: 3000 }, (_, i) => peg(`p${i}`)),
      ),
    ];
    expect(icicle(big).slabs).toHaveLength(1);
    expect(icicle(big).size).toBe(3000);
  });
});

describe('titles in the chart', () => {
  const texts = (...of: Parameters<typeof linesIn>) => linesIn(...of).map(({ text }) => text);

  test('as many words as fit, in lines; a word that is too long is squeezed, never cut', () => {
    expect(texts('Cultura e turismo', 100, 30)).toEqual(['Cultura e turismo']);
    expect(texts('Cultura e turismo', 40, 30)).toEqual(['Cultura e', 'turismo']);
    expect(texts('Cultura e turismo', 40, 10)).toEqual(['Cultura e']);
    expect(linesIn('Amministrazione snella', 42, 30)).toEqual([
      { text: 'Amministrazione', squeezed: true },
      { text: 'snella', squeezed: false },
    ]);
    expect(linesIn('', 40, 30)).toEqual([]);
  });

  test('property: every line fits or is one word, and the lines are the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 10, max: 200 }), (text, width) => {
        const lines = linesIn(text, width, 1000);
        for (const line of lines) {
          expect(line.squeezed).toBe(line.text.length > Math.floor(width / 4.2));
          if (line.squeezed) expect(line.text).not.toMatch(/\s/);
        }
        expect(lines.map((line) => line.text).join(' ')).toBe(text.trim().split(/\s+/).join(' '));
      }),
    );
  });
});
