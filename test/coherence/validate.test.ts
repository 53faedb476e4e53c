import fc from 'fast-check';
import {
  loadRuleSet,
  parseRuleFile,
  ruleProblems,
  shippedRules,
  type RuleProblem,
} from '../../src/coherence';

/** A valid rule of an office's own, to be spoiled one way at a time. */
const own = (): Record<string, unknown> => ({
  id: 'LOC-01',
  name: 'titolo-breve',
  group: 'LOC',
  class: 'formale',
  recommended: true,
  since: '1.0.0',
  title: { it: 'Titolo troppo lungo', en: 'Title too long' },
  rationale: { it: 'Non sta nel tabellone.', en: 'It does not fit the board.' },
  whenFine: { it: 'Mai.', en: 'Never.' },
  references: [{ act: 'Regolamento di contabilità', article: 'art. 12', status: 'local' }],
  requires: ['pegObjective.title'],
  reliability: 'exact',
  options: {
    schema: { type: 'object', properties: { longest: { type: 'number', minimum: 1 } } },
    defaults: { longest: 20 },
  },
  conditions: {
    all: [
      {
        fact: 'pegObjectives',
        params: { where: { field: 'title', operator: 'longerThan', value: { option: 'longest' } } },
        operator: 'isNotEmpty',
        value: true,
      },
    ],
  },
  evidence: ['title'],
  cases: [{ severity: 'warning', message: 'long' }],
  messages: { long: { it: 'Il titolo «{title}» è lungo.', en: 'Title “{title}” is long.' } },
  fix: { kind: 'none' },
  examples: {
    coherent: [
      {
        plan: {
          Obiettivi: [
            ['Codice', 'Obiettivo di PEG'],
            ['PA01', 'Breve'],
          ],
        },
      },
    ],
    incoherent: [
      {
        plan: {
          Obiettivi: [
            ['Codice', 'Obiettivo di PEG'],
            ['PA01', 'Un titolo davvero molto lungo'],
          ],
        },
        findings: [{ severity: 'warning' }],
      },
    ],
  },
});

/** The rule with one part changed, read as a file. */
const spoiled = (change: (rule: Record<string, unknown>) => unknown) => {
  const rule = structuredClone(own());
  const changed = change(rule);
  return parseRuleFile(
    { name: 'loc.json', text: JSON.stringify(changed === undefined ? rule : changed) },
    new Set(['STR-01']),
  );
};
const where = (condition: unknown) =>
  spoiled((rule) => {
    const conditions = rule['conditions'] as { all: { params: { where: unknown } }[] };
    (conditions.all[0] as { params: { where: unknown } }).params.where = condition;
  });
const codes = (result: { problems: RuleProblem[] }): string[] => result.problems.map((one) => one.code);

test('a valid rule is accepted', () => {
  expect(spoiled(() => undefined)).toMatchObject({ problems: [], rules: [{ id: 'LOC-01' }] });
});

test('every shipped rule is valid, has its own id and name', () => {
  const rules = shippedRules();
  expect(rules.length).toBeGreaterThanOrEqual(61);
  expect(rules.flatMap((rule) => ruleProblems(rule))).toEqual([]);
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
});

describe('refused with the place and the cure', () => {
  test.each([
    [
      'an unknown operator',
      { field: 'title', operator: 'matches', value: 'x' },
      'unknown-operator',
      '/operator',
      'longerThan',
    ],
    ['a misspelt field', { field: 'titel', operator: 'isPresent' }, 'unknown-field', '/field', 'title'],
    [
      'a field of Object',
      { field: 'constructor', operator: 'isPresent' },
      'unknown-field',
      '/field',
      'title',
    ],
    [
      'both all and any',
      { all: [{ field: 'title', operator: 'isPresent' }], any: [{ field: 'code', operator: 'isPresent' }] },
      'mixed-condition',
      '',
      'nest',
    ],
    [
      'all beside a field',
      { all: [{ field: 'title', operator: 'isPresent' }], field: 'title' },
      'mixed-condition',
      '',
      'nest',
    ],
    ['an empty any', { any: [] }, 'empty-condition', '/any', 'at least one'],
    ['an empty all', { all: [] }, 'empty-condition', '/all', 'at least one'],
    ['a not of nothing', { not: null }, 'wrong-operand', '/not', 'object'],
    [
      'a number for a text',
      { field: 'title', operator: 'startsWith', value: 3 },
      'wrong-operand',
      '/value',
      'text',
    ],
    [
      'a text for a number',
      { field: 'ownerCount', operator: 'moreThan', value: '3' },
      'wrong-operand',
      '/value',
      'number',
    ],
    [
      'a number operator on a text',
      { field: 'title', operator: 'moreThan', value: 3 },
      'wrong-operand',
      '/operator',
      'longerThan',
    ],
    [
      'an operand where none is wanted',
      { field: 'title', operator: 'isPresent', value: true },
      'wrong-operand',
      '/value',
      'no value',
    ],
    [
      'an option that does not exist',
      { field: 'title', operator: 'longerThan', value: { option: 'nope' } },
      'unknown-option',
      '/value/option',
      'longest',
    ],
    [
      'an unknown key',
      { field: 'title', operator: 'isPresent', regex: '(a+)+$' },
      'unknown-key',
      '/regex',
      'operator',
    ],
  ])('%s', (_, condition, code, path, cure) => {
    const { rules, problems } = where(condition);
    expect(rules).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, file: 'loc.json', rule: 'LOC-01' });
    expect(problems[0]?.path).toBe(`/conditions/all/0/params/where${path}`);
    expect(`${problems[0]?.message.en} ${problems[0]?.example ?? ''}`).toContain(cure);
    expect(problems[0]?.message.it).not.toBe('');
  });

  test('an unknown set of facts, an unknown question about it', () => {
    const fact = spoiled((rule) => {
      (rule['conditions'] as { all: { fact: string }[] }).all[0]!.fact = 'objectives';
    });
    expect(fact.problems[0]).toMatchObject({ code: 'unknown-fact', path: '/conditions/all/0/fact' });
    expect(fact.problems[0]?.message.it).toContain('pegObjectives');
    expect(fact.problems).toHaveLength(1);
    const question = spoiled((rule) => {
      (rule['conditions'] as { all: { operator: string }[] }).all[0]!.operator = 'in';
    });
    expect(question.problems[0]?.message.it).toContain('isNotEmpty');
    expect(question.problems).toHaveLength(1);
    const slip = spoiled((rule) => {
      (rule['conditions'] as { all: { fact: string }[] }).all[0]!.fact = 'pegObjectve';
    });
    expect(slip.problems[0]).toMatchObject({ example: '"pegObjectives"' });
    expect(slip.problems[0]?.message.en).toContain('perhaps “pegObjectives”');
  });

  test('a mask that does not close its brackets', () => {
    const mask = where({ field: 'code', operator: 'fitsMask', value: 'LL-[00' });
    expect(mask.problems).toMatchObject([
      { code: 'wrong-operand', path: '/conditions/all/0/params/where/value' },
    ]);
    expect(mask.problems[0]?.message.it).toContain('parentesi quadre');
    expect(where({ field: 'code', operator: 'fitsMask', value: 'LL-[00]' }).problems).toEqual([]);
  });

  test('a placeholder that is no field, a message nobody uses, a case without its message', () => {
    expect(
      codes(
        spoiled((rule) => {
          rule['messages'] = {
            long: { it: 'Il titolo «{titolo}» è lungo.', en: 'Title “{title}” is long.' },
            spare: { it: 'Altro.', en: 'Other.' },
          };
        }),
      ),
    ).toEqual(['unknown-placeholder', 'unused-message']);
    expect(
      codes(spoiled((rule) => void (rule['cases'] = [{ severity: 'warning', message: 'nope' }]))),
    ).toContain('unknown-message');
  });

  test('an id of another rule, a group that is not its own', () => {
    expect(codes(spoiled((rule) => void ((rule['id'] = 'STR-01'), (rule['group'] = 'STR'))))).toEqual([
      'id-in-use',
    ]);
    expect(codes(spoiled((rule) => void (rule['group'] = 'ALT')))).toEqual(['id-group']);
  });

  test('a hostile pattern in the options', () => {
    const { problems } = spoiled((rule) => {
      (rule['options'] as { schema: Record<string, unknown> }).schema['properties'] = {
        longest: { type: 'number', pattern: '(a+)+$' },
      };
    });
    expect(problems).toMatchObject([
      { code: 'pattern-not-allowed', path: '/options/schema/properties/longest/pattern' },
    ]);
    expect(problems[0]?.message.it).toContain('fitsMask');
  });

  test('a message of 1 MB', () => {
    const { problems } = spoiled((rule) => {
      rule['messages'] = { long: { it: 'x'.repeat(1_000_000), en: 'y' } };
    });
    expect(problems).toMatchObject([{ code: 'too-large', path: '/messages/long/it' }]);
    expect(problems[0]?.message.it).toContain('200000');
    expect(problems[0]?.example).toContain('"it"');
  });

  test('10,000 nested conditions', () => {
    const text = JSON.stringify(own()).replace(
      '"conditions":{',
      `"conditions":{"not":${'{"not":'.repeat(10_000)}{`,
    );
    const { rules, problems } = parseRuleFile({ name: 'deep.json', text }, new Set());
    expect(rules).toEqual([]);
    expect(problems).toMatchObject([{ code: 'too-deep', file: 'deep.json' }]);
    expect(problems[0]?.path).toMatch(/^\/conditions\/not\/not\//);
    expect(problems[0]?.example).toContain('all');
  });

  test('10,000 conditions side by side', () => {
    const { rules, problems } = where({
      any: Array.from({ length: 2_000 }, () => ({ field: 'title', operator: 'isPresent' })),
    });
    expect(rules).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message.it).toContain('troppe condizioni');
  });

  test('an entry written twice', () => {
    const text = JSON.stringify(own()).replace('"group"', '"name":"altro-nome","group"');
    const { problems } = parseRuleFile({ name: 'x.json', text }, new Set());
    expect(problems).toMatchObject([{ code: 'repeated-key', path: '/name' }]);
  });

  test('keys of every object’s prototype', () => {
    const text = JSON.stringify(own());
    const read = (from: string, to: string) =>
      parseRuleFile({ name: 'x.json', text: text.replace(from, to) }, new Set()).problems;
    expect(read('"group"', '"__proto__":{"id":"LOC-09"},"group"')[0]?.message.it).toContain('__proto__');
    expect(read('{title}', '{constructor}')).toMatchObject([
      { code: 'unknown-placeholder', path: '/messages/long/it' },
    ]);
    expect(read('"message":"long"', '"message":"toString"').map((one) => one.code)).toContain(
      'unknown-message',
    );
  });

  test('a default that is no number, years the wrong way round', () => {
    const text = JSON.stringify(own()).replace('"longest":20', '"longest":1e999');
    const { problems } = parseRuleFile({ name: 'x.json', text }, new Set());
    expect(problems[0]).toMatchObject({ code: 'bad-option', path: '/options/defaults/longest' });
    expect(problems[0]?.message.it).toContain('un numero da 1');
    expect(spoiled((rule) => void (rule['inForce'] = { from: 2025, to: 2020 })).problems).toMatchObject([
      { code: 'schema', path: '/inForce' },
    ]);
  });

  test('a message that names facts where the finding is that there are none', () => {
    const { problems } = spoiled((rule) => {
      (rule['conditions'] as { all: { value: boolean }[] }).all[0]!.value = false;
    });
    expect([...new Set(problems.map((one) => one.code))]).toEqual(['unknown-placeholder']);
  });

  test('a message longer than a page', () => {
    const { problems } = spoiled((rule) => {
      rule['messages'] = { long: { it: 'x'.repeat(2001), en: 'y' } };
    });
    expect(problems).toMatchObject([{ code: 'schema', path: '/messages/long/it' }]);
    expect(problems[0]?.message.it).toContain('2000');
  });

  test('a source that was not read', () => {
    const { problems } = spoiled((rule) => {
      rule['references'] = [{ act: 'TUEL', article: 'art. 175 c. 9', status: 'not read' }];
    });
    expect(problems.map((one) => one.code)).toContain('not-read-source');
  });

  test('an automatic fix without a proposal, an unknown proposal', () => {
    expect(
      codes(spoiled((rule) => void (rule['fix'] = { kind: 'automatic', label: { it: 'a', en: 'b' } }))),
    ).toEqual(['unknown-proposal']);
    expect(codes(spoiled((rule) => void (rule['fix'] = { kind: 'suggestion', proposal: 'magic' })))).toEqual([
      'unknown-proposal',
    ]);
  });

  test('a required field that does not exist', () => {
    expect(spoiled((rule) => void (rule['requires'] = ['pegObjective.colour'])).problems).toMatchObject([
      { code: 'unknown-field', path: '/requires/0' },
    ]);
  });

  test.each([
    ['not JSON', '{"id": "LOC-01",', 'not-json'],
    ['a list', '[]', 'schema'],
    ['null', 'null', 'schema'],
    ['nothing', '', 'not-json'],
    ['brackets without end', `${'['.repeat(60)}${']'.repeat(60)}`, 'too-deep'],
  ])('%s', (_, text, code) => {
    const { rules, problems } = parseRuleFile({ name: 'x.json', text }, new Set());
    expect(rules).toEqual([]);
    expect(problems[0]).toMatchObject({ file: 'x.json', code });
  });

  test('all problems of a file at once, each with its path', () => {
    const { problems } = spoiled((rule) => {
      delete rule['title'];
      rule['class'] = 'severa';
      rule['evidence'] = ['titel'];
      rule['colour'] = 'red';
      rule['cases'] = [
        { when: { field: 'codice', operator: 'isPresent' }, severity: 'fatal', message: 'long' },
      ];
    });
    expect(problems.map((one) => one.path).sort()).toEqual([
      '',
      '',
      '/cases/0/severity',
      '/cases/0/when/field',
      '/class',
      '/evidence/0',
    ]);
    expect(problems.find((one) => one.path === '/class')?.message.it).toContain('formale, validità');
    expect(problems.find((one) => one.message.it.includes('title'))?.path).toBe('');
  });
});

test('a bad file stops neither the others nor the shipped rules', () => {
  const good = { name: 'a.json', text: JSON.stringify(own()) };
  const bad = { name: 'b.json', text: '{' };
  const { ruleSet, problems } = loadRuleSet({}, [bad, good]);
  expect(ruleSet.settings).toHaveLength(shippedRules().length + 1);
  expect(problems.map((one) => one.file)).toEqual(['b.json']);
});

test('the same id in two own files is refused the second time', () => {
  const file = { name: 'a.json', text: JSON.stringify(own()) };
  const { ruleSet, problems } = loadRuleSet({}, [file, { ...file, name: 'b.json' }]);
  expect(ruleSet.settings.filter(({ rule }) => rule.id === 'LOC-01')).toHaveLength(1);
  expect(problems).toMatchObject([{ file: 'b.json', code: 'id-in-use' }]);
});

test('whatever a file says, reading it gives problems or a rule, never an exception', () => {
  const base = own();
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(base)), fc.jsonValue({ maxDepth: 4 }), (key, value) => {
      const text = JSON.stringify({ ...base, [key]: value });
      const { rules, problems } = parseRuleFile({ name: 'x.json', text }, new Set());
      return rules.length === 1 ? problems.length === 0 : problems.length > 0;
    }),
    { numRuns: 300 },
  );
});
