import { errorSentence, messages } from '../../src/messages';
import { WorkbookError, type WorkbookErrorCode } from '../../src/workbook';

/** Every leaf of a catalogue with its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, own]) => leaves(own, `${path}/${key}`));
}

describe('messages', () => {
  test('Italian and English have the same keys', () => {
    const keys = (language: 'it' | 'en') =>
      leaves(messages(language))
        .map(([path]) => path)
        .sort();
    expect(keys('en')).toEqual(keys('it'));
  });

  test('no text is empty', () => {
    for (const language of ['it', 'en'] as const) {
      for (const [path, value] of leaves(messages(language))) {
        if (typeof value === 'string') expect(`${path}: ${value.trim()}`).not.toBe(`${path}: `);
      }
    }
  });

  test('every workbook error is one sentence in both languages', () => {
    const codes = Object.keys(messages('it').workbookError) as WorkbookErrorCode[];
    for (const language of ['it', 'en'] as const) {
      for (const code of codes) {
        const sentence = errorSentence(new WorkbookError(code, { sheet: 'Foglio', address: 'A1' }), language);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/undefined|\n/);
      }
    }
  });

  test('an error that is none of ours has no sentence', () => {
    expect(errorSentence(new RangeError('x'), 'it')).toBeNull();
  });
});
