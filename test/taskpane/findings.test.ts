import fc from 'fast-check';
import { loadRuleSet, type Finding } from '../../src/coherence';
import {
  NOBODY,
  NO_FILTER,
  activeFilters,
  filterChoices,
  followSelection,
  groupFindings,
  inOrder,
  isFilter,
  toMark,
  type FindingFilter,
} from '../../src/taskpane/model/findings';
import { ownersOf, type Owners } from '../../src/taskpane/model/owners';
import { finding } from '../support/findings';
import { openPlan, smallPlan } from '../support/plans';

const { ruleSet } = loadRuleSet();
const nobody: Owners = new Map();
const group = (findings: readonly Finding[], filter: Partial<FindingFilter> = {}, owners = nobody) =>
  groupFindings(findings, ruleSet, { ...NO_FILTER, ...filter }, owners, 'it');
const names = (groups: ReturnType<typeof group>) => inOrder(groups).map((one) => one.fingerprint);

const some = [
  finding({ fingerprint: 'a', rule: 'STR-01', severity: 'error' }),
  finding({ fingerprint: 'b', rule: 'NAM-01', cells: [{ sheet: 'DUP', address: 'B2' }] }),
  finding({ fingerprint: 'c', rule: 'NAM-01', severity: 'info' }),
  finding({ fingerprint: 'd', rule: 'LNK-01', causes: ['a'] }),
  finding({ fingerprint: 'e', rule: 'STR-01', severity: 'error', status: 'waived' }),
];

describe('what is marked in the sheets', () => {
  const info = finding({ fingerprint: 'i', severity: 'info' });
  const warning = finding({ fingerprint: 'w' });
  test('information only where nothing else is listed', () => {
    expect(toMark([warning, info])).toEqual([warning]);
    expect(toMark([info])).toEqual([info]);
    expect(toMark([])).toEqual([]);
  });
});

describe('findings as listed', () => {
  test('blocking first, one group per rule and severity, followers under their root', () => {
    const groups = group(some);
    expect(groups.map((one) => [one.rule, one.severity, one.findings.length])).toEqual([
      ['STR-01', 'error', 1],
      ['NAM-01', 'warning', 1],
      ['NAM-01', 'info', 1],
    ]);
    expect(groups[0]?.findings[0]?.followers.map((one) => one.fingerprint)).toEqual(['d']);
    expect(groups[0]?.title.it).toBe(ruleSet.settings.find((one) => one.rule.id === 'STR-01')?.rule.title.it);
  });

  test.each<[string, Partial<FindingFilter>, string[]]>([
    ['severity', { severities: ['info'] }, ['c']],
    ['theme', { theme: 'NAM' }, ['b', 'c']],
    ['sheet', { sheet: 'DUP' }, ['b']],
    ['accepted ones', { status: 'waived' }, ['e']],
    ['all', { status: 'all' }, ['a', 'e', 'b', 'c']],
    ['text, without accents and case', { text: 'SEGNALAZIÓNE B' }, ['b']],
    ['text of a cell', { text: 'dup!b2' }, ['b']],
    ['nothing', { text: 'niente del genere' }, []],
  ])('filter: %s', (_name, filter, expected) => {
    expect(names(group(some, filter))).toEqual(expected);
  });

  test('filter: owner, and nobody', () => {
    const owners: Owners = new Map([['a', ['Furio Acero']]]);
    expect(names(group(some, { owner: 'Furio Acero' }, owners))).toEqual(['a']);
    expect(names(group(some, { owner: NOBODY }, owners))).toEqual(['b', 'c']);
    const choices = filterChoices(some, NO_FILTER, owners, 'it');
    expect(choices).toMatchObject({ owners: ['Furio Acero'], nobody: true, themes: ['NAM', 'STR'] });
    expect(choices.severities).toEqual({ error: 1, warning: 1, info: 1 });
    expect(activeFilters({ ...NO_FILTER, owner: NOBODY, status: 'all' })).toBe(2);
  });

  test('what was remembered is used only when it is a filter', () => {
    expect(isFilter(JSON.parse(JSON.stringify(NO_FILTER)))).toBe(true);
    for (const wrong of [null, {}, { ...NO_FILTER, severities: ['red'] }, { ...NO_FILTER, text: 3 }])
      expect(isFilter(wrong)).toBe(false);
  });

  test('property: every root passes at most once, and the counts of the buttons are what the list shows', () => {
    const anyFinding = fc
      .record({
        fingerprint: fc.uuid(),
        rule: fc.constantFrom('STR-01', 'NAM-01', 'LNK-01'),
        severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
        status: fc.constantFrom('open' as const, 'waived' as const),
      })
      .map(finding);
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 40 }), (list) => {
        const { severities } = filterChoices(list, NO_FILTER, nobody, 'it');
        const shown = inOrder(group(list));
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length).toBe(severities.error + severities.warning + severities.info);
      }),
    );
  });
});

describe('staying in place after an edit', () => {
  const [a, b, c] = some as [Finding, Finding, Finding];
  test('the same finding', () => {
    expect(followSelection(b, [a, b, c], [b, c])).toEqual({ finding: b, settled: false });
  });
  test('the same place with other evidence', () => {
    const changed = finding({ fingerprint: 'b2', place: b.place });
    expect(followSelection(b, [a, b, c], [a, changed, c])).toEqual({ finding: changed, settled: false });
  });
  test('settled: the next one, or the last', () => {
    expect(followSelection(b, [a, b, c], [a, c])).toEqual({ finding: c, settled: true });
    expect(followSelection(c, [a, b, c], [a, b])).toEqual({ finding: b, settled: true });
    expect(followSelection(a, [a], [])).toEqual({ finding: null, settled: true });
  });
});

describe('owners', () => {
  test('of objectives, their rows and phases, from the workbook', async () => {
    const session = await openPlan(smallPlan());
    const owners = ownersOf(session.plan);
    const [peg] = session.plan.pegObjectives;
    expect(owners.get(peg?.id ?? '')).toEqual(['Furio Acero']);
    expect(owners.get(session.plan.pegRows[0]?.id ?? '')).toEqual(['Furio Acero']);
    const [phase] = session.plan.phases.filter((one) => one.owner === null);
    if (phase) expect(owners.get(phase.id)).toEqual(['Furio Acero']);
  });
});
