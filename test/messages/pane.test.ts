import { paneTexts } from '../../src/messages';

function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, own]) => leaves(own, `${path}/${key}`));
}

/** What is the same word in both languages. */
const SAME = [
  '/findings/themes/PRF',
  '/findings/severityChip/info',
  '/plan/peg',
  '/reading/attributes/formula',
  '/reading/meanings/dup',
];

/** A text, or what a function of it says for some numbers and names. */
function said(value: unknown): string {
  if (typeof value !== 'function') return String(value);
  const samples: unknown[][] = [
    [1, ['Uno', 'Due'], 3],
    [2, ['Uno', 'Due'], 3],
    [null, ['Uno', 'Due'], 3],
    [['Uno', 'Due'], 3, null],
    ['nome', '', null],
  ];
  return samples
    .flatMap((sample) => {
      try {
        return [(value as (...all: unknown[]) => string)(...sample)];
      } catch (error) {
        // A list where the text wants a name, or the other way round.
        if (error instanceof TypeError) return [];
        throw error;
      }
    })
    .join(' | ');
}

describe('texts of the pane', () => {
  const it = new Map(leaves(paneTexts('it')));
  const en = new Map(leaves(paneTexts('en')));

  test('both languages have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...it.keys()].sort());
  });

  test('no text is empty or broken', () => {
    for (const texts of [it, en])
      for (const [path, value] of texts)
        expect(`${path}: ${said(value)}`).not.toMatch(/: $|undefined|\[object/);
  });

  test('no text was left untranslated', () => {
    const equal = [...it].filter(([path, value]) => said(value) === said(en.get(path)));
    expect(equal.map(([path]) => path).filter((path) => !SAME.includes(path))).toEqual([]);
  });
});
