import fc from 'fast-check';
import {
  judge,
  loadRuleSet,
  shippedRules,
  type ExamplePlan,
  type Finding,
  type RuleFile,
} from '../../src/coherence';
import { MUTATIONS } from './support/mutations';
import { NORMALISED, PAGES, changed, withCell, planOf } from './support/plans';
import { runs, shareOf } from '../support/share';

const { ruleSet } = loadRuleSet();
const findingsOf = async (plan: ExamplePlan): Promise<readonly Finding[]> =>
  (await judge(planOf(plan), { ruleSet, today: '2025-01-15' })).findings;
const prints = (findings: readonly Finding[]): string[] => findings.map((one) => one.fingerprint).sort();

/** Several violations at once in normalised sheets. */
const BAD = MUTATIONS.filter(
  (one) => one.clean === NORMALISED && /^(?:WGT-02|RSC-01|IND|TGT|TIM-02)/.test(one.rule),
)
  .slice(0, 8)
  .reduce<ExamplePlan>(
    (plan, mutation) =>
      Object.fromEntries(
        Object.entries(plan).map(([sheet, rows]) => {
          const planted = mutation.plan[sheet] ?? rows;
          const clean = NORMALISED[sheet] ?? rows;
          return [
            sheet,
            rows.map((row, at) =>
              planted[at] !== undefined && JSON.stringify(planted[at]) !== JSON.stringify(clean[at])
                ? planted[at]
                : row,
            ),
          ];
        }),
      ),
    NORMALISED,
  );

/** The findings of every planted violation, asked once. */
let planted: (readonly Finding[])[] = [];
beforeAll(async () => {
  planted = await Promise.all(shareOf(MUTATIONS, 4).map((mutation) => findingsOf(mutation.plan)));
});

describe('a finding', () => {
  test('says what, where, why and by which source, in both languages', async () => {
    const [finding] = (await findingsOf(withCell(PAGES, '01 Scuole', 8, 2, ''))).filter(
      (one) => one.rule === 'STR-01',
    );
    expect(finding).toMatchObject({
      rule: 'STR-01',
      severity: 'warning',
      status: 'open',
      subject: { kind: 'pegObjective', code: null, title: 'Pre-scuola e post-scuola' },
      message: {
        it: 'L’obiettivo «Pre-scuola e post-scuola» non ha codice. Primo numero libero nella serie vicina: 2021-SC02.',
        en: 'Objective “Pre-scuola e post-scuola” has no code. First free number of the series beside it: 2021-SC02.',
      },
      references: ['TUEL art. 169 c. 1'],
      fix: { kind: 'suggestion' },
      edits: [{ sheet: '01 Scuole', address: 'C9', value: '2021-SC02', before: null }],
      causes: [],
    });
    expect(finding?.cells[0]).toEqual({ sheet: '01 Scuole', address: 'D9' });
    expect(finding?.fingerprint).toMatch(/^STR-01:[0-9a-f]{12}:[0-9a-f]{12}$/);
    expect(finding?.fingerprint.startsWith(finding.place)).toBe(true);
  });

  test('points at cells that exist, never at an address inside its fingerprint', async () => {
    for (const finding of await findingsOf(BAD)) {
      for (const { address } of finding.cells) {
        expect(address).toMatch(/^[A-Z]{1,3}[1-9]\d*$/);
        expect(finding.subject.id).not.toContain(`|${address}`);
      }
    }
  });

  test('leaves no placeholder open, in any planted violation', () => {
    for (const { message } of planted.flat()) {
      expect(`${message.it} ${message.en}`).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object/);
    }
  });

  test('with the same cause in many cells is one, with all the cells', async () => {
    const plan = changed(PAGES, '03 Imprese', (rows) => {
      rows[5] = [
        '01-Imprese e commercio',
        'Semplificazione delle procedure per',
        '2021-SU01',
        'Sportello unico digitale',
      ];
      rows[6] = ['', 'Centro commerciale naturale', '2021-SU02', 'Bando vetrine'];
      rows[7] = ['', 'Semplificazione delle procedure per', '2021-SU03', 'Mercato del sabato'];
    });
    const truncated = (await findingsOf(plan)).filter((one) => one.rule === 'NAM-03');
    expect(truncated.map((one) => one.cells.map((cell) => cell.address))).toEqual([['B6', 'B8']]);
  });

  test('that follows from another names it as its cause, and causes are roots', async () => {
    const plan = withCell(NORMALISED, 'Indicatori', 1, 0, '2025-ZZ99');
    const findings = await findingsOf(plan);
    const root = findings.find((one) => one.rule === 'LNK-09');
    const follower = findings.find((one) => one.rule === 'COV-04');
    expect(root?.causes).toEqual([]);
    expect(follower?.causes).toEqual([root?.fingerprint]);
  });

  test('of substance is never folded under one of form', async () => {
    const plan = changed(PAGES, '02 Sport', (rows) => {
      rows[6] = ['', '2021-SP02', 'Convenzioni con le società'];
    });
    const findings = await findingsOf(plan);
    expect(findings.map((one) => one.rule)).toContain('STR-09');
    expect(findings.find((one) => one.rule === 'LNK-01')?.causes).toEqual([]);
  });
});

test('every cause of every planted violation is a finding that is there and has no cause itself', () => {
  for (const findings of planted) {
    const roots = new Set(findings.filter((one) => one.causes.length === 0).map((one) => one.fingerprint));
    for (const finding of findings) {
      expect(finding.causes.filter((cause) => !roots.has(cause))).toEqual([]);
    }
  }
});

test('fingerprints are distinct', async () => {
  for (const findings of [await findingsOf(BAD), ...planted]) {
    const all = prints(findings);
    expect(new Set(all).size).toBe(all.length);
  }
});

test('permuted rows give the same findings', async () => {
  const expected = prints(await findingsOf(BAD));
  expect(expected.length).toBeGreaterThanOrEqual(5);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('Obiettivi', 'Fasi', 'Indicatori', 'DUP'),
      fc.infiniteStream(fc.nat()),
      async (sheet, order) => {
        const shuffled = changed(BAD, sheet, ([header = [], ...rows]) => [
          header,
          ...rows
            .map((row) => ({ row, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row),
        ]);
        expect(prints(await findingsOf(shuffled))).toEqual(expected);
      },
    ),
    runs(4),
  );
});

test('inserted blank rows and columns give the same fingerprints', async () => {
  const expected = prints(await findingsOf(BAD));
  for (const sheet of ['Obiettivi', 'Fasi', 'Indicatori', 'DUP']) {
    const spaced = changed(BAD, sheet, (rows) => [
      [],
      [],
      ...rows.flatMap((row, at) => (at === 3 ? [[], ['', ...row]] : [['', ...row]])),
    ]);
    expect([sheet, prints(await findingsOf(spaced))]).toEqual([sheet, expected]);
  }
});

test('a rule of an office’s own runs beside the shipped ones', async () => {
  const file: RuleFile = {
    name: 'loc-01.json',
    text: JSON.stringify({
      ...shippedRules().find((rule) => rule.id === 'STR-06'),
      id: 'LOC-01',
      group: 'LOC',
      name: 'titolo-con-sigla',
      references: [{ act: 'Regolamento di contabilità', article: 'art. 12', status: 'local' }],
      conditions: {
        all: [
          {
            fact: 'pegObjectives',
            params: { where: { field: 'title', operator: 'containsWord', value: ['riuso'] } },
            operator: 'isNotEmpty',
            value: true,
          },
        ],
      },
      evidence: ['title'],
      cases: [{ severity: 'warning', message: 'word' }],
      messages: { word: { it: '«{title}» nomina il riuso.', en: '“{title}” names reuse.' } },
    }),
  };
  const { ruleSet: own, problems } = loadRuleSet({}, [file]);
  expect(problems).toEqual([]);
  const { findings } = await judge(planOf(NORMALISED), { ruleSet: own, today: '2025-01-15' });
  const said = findings.filter((one) => one.rule === 'LOC-01');
  expect(said.map((one) => [one.rule, one.message.it])).toEqual([
    ['LOC-01', '«Aprire il centro del riuso» nomina il riuso.'],
  ]);
});
