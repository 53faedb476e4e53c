import { readProfile, withEntry, type ProfileEntry } from '../../src/mapping';
import { planFix } from '../../src/application';
import { shippedRules } from '../../src/coherence';
import { paneTexts } from '../../src/messages';
import { gridOf, snapshotOf } from '../../src/workbook';
import { dayText } from '../../src/taskpane/model/dates';
import { fieldLabel } from '../../src/taskpane/model/field-names';
import { fixLines } from '../../src/taskpane/model/fix-lines';
import {
  bulletOf,
  fairRange,
  heightAt,
  indicatorFormula,
  sparkline,
} from '../../src/taskpane/model/indicators';
import { entryOf, exampleAt, listedSheets, maskFit, roleIn, saysOf } from '../../src/taskpane/model/reading';
import { askText, missingBySource } from '../../src/taskpane/model/missing';
import { hiddenAt } from '../../src/taskpane/model/place';
import {
  messagePattern,
  optionFields,
  optionFromText,
  optionText,
  settingsFromText,
  withOption,
  withRule,
  withSeverity,
} from '../../src/taskpane/model/rule-form';
import { tabsFor } from '../../src/taskpane/model/tabs';
import { finding } from '../support/findings';
import { openPlan, smallPlan } from '../support/plans';

describe('cells that cannot be seen', () => {
  const book = snapshotOf([
    { ...gridOf('Piano', [['a', 'b']]), hiddenRows: new Set([2]), hiddenColumns: new Set([1]) },
    gridOf('Nascosto', [['x']], { visibility: 'veryHidden' }),
  ]);
  test.each([
    ['Piano', 'A1', null],
    ['Piano', 'A3', 'row'],
    ['Piano', 'B1', 'column'],
    ['Piano', 'A3:A4', null],
    ['Nascosto', 'A1', 'sheet'],
    ['Altrove', 'A1', null],
  ])('%s!%s: %s', (sheet, address, expected) => {
    expect(hiddenAt(book, { sheet, address })).toBe(expected);
  });
  test('of another file', () => {
    expect(hiddenAt(book, { sheet: 'Piano', address: 'A1', file: 'altro.xlsx' })).toBe('file');
  });
});

describe('preview of a fix', () => {
  test('before and after, without the cells that changed meanwhile', () => {
    const book = snapshotOf([gridOf('F', [['vecchio', 'toccato', null]])]);
    const list = [
      finding({
        fingerprint: 'a',
        edits: [{ sheet: 'F', address: 'A1', value: 'nuovo', before: 'vecchio' }],
      }),
      finding({ fingerprint: 'b', edits: [{ sheet: 'F', address: 'B1', value: 'x', before: 'prima' }] }),
      finding({ fingerprint: 'c', edits: [{ sheet: 'F', address: 'C1', value: 'y', before: null }] }),
    ];
    const fix = planFix(list, book);
    expect(fixLines(list, fix)).toEqual([
      { cell: { sheet: 'F', address: 'A1' }, before: 'vecchio', after: 'nuovo' },
      { cell: { sheet: 'F', address: 'C1' }, before: null, after: 'y' },
    ]);
    expect(fix.left).toEqual([{ sheet: 'F', address: 'B1' }]);
  });
});

describe('tabs', () => {
  const all = ['uno', 'due', 'tre', 'quattro'];
  const letters = (tab: string) => tab.length * 3;
  test('all where there is room, else as many as fit with the chosen one among them', () => {
    expect(tabsFor(all, 'uno', letters, 2000).hidden).toEqual([]);
    const narrow = tabsFor(all, 'quattro', letters, 320);
    expect(narrow.shown).toContain('quattro');
    expect([...narrow.shown, ...narrow.hidden].sort()).toEqual([...all].sort());
    expect(tabsFor(all, 'quattro', letters, 10).shown).toEqual(['quattro']);
  });
});

describe('indicators', () => {
  test('a trend leaves gaps where there is no value and stays in its box', () => {
    const lines = sparkline([1, null, 3, 2], { low: 0, high: 3 }, 56, 20);
    expect(lines.map((line) => line.length)).toEqual([1, 2]);
    for (const { x, y } of lines.flat()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(56);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(20);
    }
  });

  test('the scale is fair: from zero, a share up to the whole, the target within', () => {
    expect(fairRange([98, null, 100], false)).toEqual({ low: 0, high: 100 });
    expect(fairRange([0.2, 0.3], true)).toEqual({ low: 0, high: 1 });
    expect(fairRange([0.2, 1.3], true)).toEqual({ low: 0, high: 1.3 });
    expect(fairRange([-5, 2], false)).toEqual({ low: -5, high: 2 });
    expect(fairRange([-5, -2], false)).toEqual({ low: -5, high: 0 });
    expect(fairRange([0, 0], false)).toEqual({ low: 0, high: 1 });
    const { low, high } = fairRange([98, 100, 200], false);
    expect(heightAt(100, { low, high }, 24)).toBe(12);
  });

  test('baseline, target and result on one scale; nothing to compare with one of them alone', () => {
    const measure = { baseline: 20, target: 40, upper: null, result: 30, better: 'more' as const };
    expect(bulletOf(measure, false)).toEqual({
      zero: 0,
      baseline: 0.5,
      target: 1,
      upper: null,
      result: 0.75,
    });
    expect(bulletOf({ ...measure, result: -40 }, false)).toMatchObject({ zero: 0.5, result: 0, target: 1 });
    expect(bulletOf({ ...measure, baseline: null, result: null }, false)).toBeNull();
    expect(bulletOf({ ...measure, baseline: null, target: 0.5, result: 0.25 }, true)).toMatchObject({
      target: 0.5,
    });
  });

  test('a name with quotes stays one argument of the function', () => {
    expect(indicatorFormula('Tasso "lordo"', '2016')).toBe('=PEG.INDICATOR("Tasso ""lordo""","2016")');
    expect(indicatorFormula('Tasso', null)).toBe('=PEG.INDICATOR("Tasso")');
  });

  test('what is missing, by source, each quantity once with the indicators that wait for it', async () => {
    const session = await openPlan(smallPlan());
    const [row] = session.indicators('2024');
    if (!row) throw new TypeError('the small plan has indicators');
    const missing = {
      name: 'Iscritti',
      period: '2024',
      reason: 'no-period' as const,
      candidates: [],
      cell: null,
      start: 0,
      end: 1,
    };
    const waiting = {
      ...row,
      outcome: { ...row.outcome, outcome: 'missing-data' as const, missing: [missing, missing] },
    };
    const bySource = missingBySource([row, waiting, waiting]);
    expect(bySource).toHaveLength(1);
    expect(bySource[0]?.data).toEqual([
      { name: 'Iscritti', period: '2024', indicators: [row.indicator.title.value] },
    ]);
    expect(askText(bySource[0] ?? { source: null, data: [] }, 'Da fornire')).toContain('- Iscritti (2024): ');
  });
});

describe('reading', () => {
  const role = (sheet: string, is: 'ignore' | 'dup'): ProfileEntry => ({
    scope: 'sheet',
    selector: { sheet },
    says: { says: 'role', role: is },
  });

  test('a sheet left aside stays in the list, so that it can be taken back', () => {
    const profile = withEntry(withEntry(null, role('Vecchio', 'ignore')), role('Via', 'ignore'));
    const read = [{ sheet: 'DUP', role: 'dup', confidence: 1, tables: [] }] as const;
    expect(listedSheets(read, profile, ['DUP', 'Vecchio']).map(({ sheet }) => sheet)).toEqual([
      'DUP',
      'Vecchio',
    ]);
    const both = withEntry(profile, role('DUP', 'ignore'));
    expect(listedSheets(read, both, ['DUP', 'Vecchio'])).toHaveLength(2);
    expect(roleIn(both, 'dup')).toBe('ignore');
    expect(roleIn(null, 'DUP')).toBeNull();
  });

  test('names make a level, other attributes a field', () => {
    expect(saysOf('phase.title')).toEqual({ says: 'level', kind: 'phase' });
    expect(saysOf('phase.start')).toEqual({ says: 'field', field: 'phase.start' });
    expect(saysOf('centre.title')).toEqual({ says: 'field', field: 'centre.title' });
    expect(saysOf('ignore')).toEqual({ says: 'ignore' });
  });

  const card = (name: string, title: string) =>
    gridOf(name, [
      ['Scheda obiettivo', null],
      ['Titolo', title],
      ['Referente', 'Ada Cedro'],
      ['Note', null],
    ]);
  const cards = snapshotOf([
    card('1', 'Nuovo nido'),
    card('2', 'Orti'),
    gridOf('DUP', [['Indirizzi', 'Linee']]),
  ]);

  test('an example knows its words, its row, what it labels and the sheets laid out like its own', () => {
    expect(exampleAt([{ sheet: '1', address: 'A2' }], cards, [])).toEqual({
      sheet: '1',
      address: 'A2',
      text: 'Titolo',
      header: 'Titolo',
      column: 'A',
      row: 'A2:B2',
      samples: ['Referente', 'Note'],
      alike: ['1', '2'],
    });
    // Tables that share some headers and codes are not of one form.
    expect(exampleAt([{ sheet: 'Obiettivi', address: 'B1' }], smallPlan(), [])?.alike).toEqual(['Obiettivi']);
    expect(exampleAt([], cards, [])).toBeNull();
    expect(exampleAt([{ sheet: 'manca', address: 'A1' }], cards, [])).toBeNull();
  });

  test.each([
    ['field', true, 'template', { says: 'level', kind: 'pegObjective' }],
    ['field', false, 'sheet', { says: 'level', kind: 'pegObjective' }],
    ['ignore', true, 'region', { says: 'ignore' }],
    ['below', true, 'template', { says: 'value-place', place: 'below' }],
    ['right', false, 'sheet', { says: 'value-place', place: 'right' }],
    ['record-starts-here', true, 'template', { says: 'record-starts-here' }],
    ['not-a-header', false, 'cell', { says: 'not-a-header' }],
  ] as const)('an example that %s (shared: %s) is said of the %s', (statement, shared, scope, says) => {
    const example = exampleAt([{ sheet: '1', address: 'A2' }], cards, []);
    if (!example) throw new TypeError('the cell is there');
    const entry = entryOf(example, statement, { field: 'pegObjective.title', shared });
    expect(entry).toMatchObject({ scope, says, selector: { sheet: '1' } });
    expect(readProfile({ version: 2, entries: [entry] }).problems).toEqual([]);
  });

  test('a mask with codes that fit and codes that do not', async () => {
    const { plan } = await openPlan(smallPlan());
    expect(maskFit('AAAA-LL00', plan)).toEqual({ fitting: ['2026-RA01', '2026-RA02'], missing: [] });
    expect(maskFit('0000', plan).fitting).toEqual([]);
  });

  test('fields in words', () => {
    expect(fieldLabel('indicator.target@2017', paneTexts('it'))).toBe('Indicatore: valore atteso (2017)');
    expect(fieldLabel('pegObjective.code', paneTexts('en'))).toBe('PEG objective: code');
    expect(fieldLabel('ignore', paneTexts('it'))).toBe('da non leggere');
  });
});

describe('rule settings', () => {
  const rule = shippedRules().find((one) => one.id === 'WGT-01');
  if (!rule) throw new TypeError('WGT-01 is shipped');

  test('the form follows the rule’s schema', () => {
    const [field] = optionFields(rule, 'it');
    expect(field).toMatchObject({ name: 'tolerance', kind: 'number', minimum: 0 });
    expect(field?.label).not.toContain('/');
    if (!field) return;
    expect(optionText(0.5, 'it')).toBe('0,5');
    expect(optionFromText(field, '0,5')).toBe(0.5);
    for (const wrong of ['', 'x', '-1', 'Infinity']) expect(optionFromText(field, wrong)).toBeNull();
  });

  test('every option of every shipped rule keeps its default through its field', () => {
    for (const one of shippedRules())
      for (const language of ['it', 'en'] as const)
        for (const field of optionFields(one, language)) {
          const value = one.options?.defaults[field.name];
          expect(optionFromText(field, optionText(value, language))).toEqual(value);
        }
  });

  test('on, off, severity and options come and go without a trace', () => {
    const off = withRule({}, rule, false);
    expect(off.off).toEqual(['WGT-01']);
    expect(withRule(off, rule, true)).toEqual({ off: [], on: [] });
    expect(withSeverity(withSeverity({}, rule, 'info'), rule, null).severity).toEqual({});
    const changed = withOption({}, rule, 'tolerance', 2);
    expect(changed.options).toEqual({ 'WGT-01': { tolerance: 2 } });
    expect(withOption(changed, rule, 'tolerance', 0.5).options).toEqual({});
    expect(messagePattern('Somma {sum} invece di {expected}.')).toBe('Somma … invece di ….');
  });

  test('settings from a file, or null', () => {
    expect(settingsFromText('{"off":["STR-01"]}')).toEqual({ off: ['STR-01'] });
    for (const wrong of ['', '[]', '"x"', '{"off":"STR-01"}', '{"severity":{"STR-01":"red"}}', '{"other":1}'])
      expect(settingsFromText(wrong)).toBeNull();
  });

  test('a rule file adds its rule to the settings, in place of one of the same code', () => {
    const [first, second] = [1, 2].map((version) => ({ id: 'LOC-01', conditions: {}, version }));
    const once = settingsFromText(JSON.stringify(first), { off: ['STR-01'] });
    expect(once).toEqual({ off: ['STR-01'], rules: [first] });
    expect(settingsFromText(JSON.stringify(second), once ?? {})).toEqual({
      off: ['STR-01'],
      rules: [second],
    });
  });
});

test('days as people write them', () => {
  expect(dayText('2026-01-31', 'it')).toBe('31/01/2026');
  expect(dayText('quando capita', 'it')).toBe('quando capita');
});
