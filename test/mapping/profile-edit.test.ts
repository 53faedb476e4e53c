import {
  EMPTY_PROFILE,
  entryAbout,
  nearestFirst,
  withAnswer,
  withEntry,
  withoutAnswer,
  withoutEntry,
  type ProfileEntry,
  type Question,
} from '../../src/mapping';

const title: ProfileEntry = {
  scope: 'sheet',
  selector: { sheet: 'Obiettivi', header: 'Descrizione', column: 'E' },
  says: { says: 'level', kind: 'pegObjective' },
};

const question: Question = {
  id: 'q-1',
  about: {
    sheet: 'Obiettivi',
    address: 'E4:E44',
    template: null,
    sheets: 1,
    header: 'Descrizione',
    column: 'E',
  },
  options: [
    { id: 'a', says: { says: 'level', kind: 'phase' }, probability: 0.6, counts: {}, sample: [] },
    { id: 'b', says: { says: 'level', kind: 'pegObjective' }, probability: 0.3, counts: {}, sample: [] },
    { id: 'none', says: null, probability: 0.1, counts: {}, sample: [] },
  ],
};

describe('entries', () => {
  test('what is said later of the same place and matter takes the place of what was said before', () => {
    const first = withEntry(null, title);
    const other: ProfileEntry = { ...title, says: { says: 'ignore' } };
    const moved = { ...other.selector, header: 'descrizione ', address: 'E9' };
    expect(withEntry(first, { ...other, selector: moved }).entries).toEqual([{ ...other, selector: moved }]);
    const place: ProfileEntry = { ...title, says: { says: 'value-place', place: 'below' } };
    expect(withEntry(first, place).entries).toEqual([title, place]);
  });

  test('two columns with the same header are two entries, and so are two scopes', () => {
    const twin: ProfileEntry = { ...title, selector: { ...title.selector, column: 'G' } };
    const wide: ProfileEntry = { ...title, scope: 'template' };
    expect(withEntry(withEntry(withEntry(null, title), twin), wide).entries).toEqual([title, twin, wide]);
  });

  test('the nearer scope comes first, of one scope the later', () => {
    const of = (scope: ProfileEntry['scope'], sheet: string): ProfileEntry => ({
      scope,
      selector: { sheet, address: 'A1' },
      says: { says: 'ignore' },
    });
    const entries = [
      of('template', '1'),
      of('cell', '2'),
      of('sheet', '3'),
      of('region', '4'),
      of('cell', '5'),
    ];
    expect(nearestFirst(entries).map(({ selector }) => selector.sheet)).toEqual(['5', '2', '4', '3', '1']);
  });
});

describe('answers', () => {
  test('are kept by the question for this file, and as an entry for the files to come', () => {
    const profile = withAnswer(null, question, 'b');
    expect(profile).toEqual({
      ...EMPTY_PROFILE,
      entries: [
        {
          scope: 'sheet',
          selector: { sheet: 'Obiettivi', header: 'Descrizione', column: 'E', address: 'E4:E44' },
          says: { says: 'level', kind: 'pegObjective' },
          question: 'q-1',
        },
      ],
      answers: [{ question: 'q-1', option: 'b' }],
    });
    expect(withAnswer(profile, question, 'a').answers).toEqual([{ question: 'q-1', option: 'a' }]);
    expect(withAnswer(profile, question, 'a').entries).toHaveLength(1);
  });

  test('“none of these” says nothing of the place, and is not asked again', () => {
    const profile = withAnswer(null, question, 'none');
    expect(profile).toEqual({ ...EMPTY_PROFILE, answers: [{ question: 'q-1', option: 'none' }] });
    expect(withoutAnswer(profile, 'q-1')).toEqual(EMPTY_PROFILE);
  });

  test('taken back, both go, and nothing else', () => {
    const profile = withEntry(withAnswer(null, question, 'b'), { ...title, scope: 'cell' });
    const [answered] = profile.entries;
    if (!answered) throw new TypeError('an answer makes an entry');
    const rest = { ...EMPTY_PROFILE, entries: [{ ...title, scope: 'cell' }] };
    expect(withoutEntry(profile, answered)).toEqual(rest);
    expect(withoutAnswer(profile, 'q-1')).toEqual(rest);
  });

  test.each([
    [{ template: 't1', sheets: 30 }, 'template'],
    [{ template: 't1', sheets: 1 }, 'sheet'],
    [{ header: '', column: null }, 'region'],
    [{ header: '', column: null, address: 'E4' }, 'cell'],
    [{ header: '', column: null, address: '' }, 'sheet'],
  ])('about %j an answer holds for the %s', (about, scope) => {
    expect(entryAbout({ ...question.about, ...about }, { says: 'ignore' }).scope).toBe(scope);
  });

  test('the role of a sheet is said of the sheet, wherever the question pointed', () => {
    expect(entryAbout(question.about, { says: 'role', role: 'dup' })).toEqual({
      scope: 'sheet',
      selector: { sheet: 'Obiettivi' },
      says: { says: 'role', role: 'dup' },
    });
  });
});
