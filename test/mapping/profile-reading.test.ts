import fc from 'fast-check';
import { parseProfile, readProfile } from '../../src/mapping';

const problems = (content: unknown) =>
  parseProfile(JSON.stringify(content)).problems.map(
    ({ code, path, details }) => `${code} ${path} ${details}`,
  );

describe('a profile from a text', () => {
  test('is completed with what may be left out', () => {
    const text = '\uFEFF{"version":1,"sheets":[{"sheet":"X","role":"plan"}]}';
    expect(parseProfile(text)).toEqual({
      profile: { version: 1, codeMask: null, sheets: [{ sheet: 'X', role: 'plan', columns: [] }] },
      problems: [],
    });
  });

  test('keeps every entry of a column', () => {
    const columns = [{ header: 'Rif.', field: 'pegObjective.code' }];
    const { profile } = readProfile({
      version: 1,
      codeMask: 'A-00',
      sheets: [{ sheet: 'X', role: 'dup', columns }],
    });
    expect(profile?.sheets[0]?.columns).toEqual([{ header: 'Rif.', column: '', field: 'pegObjective.code' }]);
    expect(profile?.codeMask).toBe('A-00');
  });

  test.each([
    [[], ['wrong-type  object']],
    [{ version: 2, sheets: [] }, ['wrong-value /version 1']],
    [{ version: 1 }, ['missing  sheets']],
    [{ version: 1, sheets: [], colour: 1 }, ['unexpected  colour']],
    [
      { version: 1, sheets: [{ sheet: 5, role: '?' }] },
      ['wrong-type /sheets/0/sheet string', 'wrong-value /sheets/0/role dup, plan, ignore'],
    ],
    [
      { version: 1, sheets: [{ sheet: 'X', role: 'dup', columns: [{ header: 'Y' }, 3] }] },
      ['missing /sheets/0/columns/0 field', 'wrong-type /sheets/0/columns/1 object'],
    ],
    [{ version: 1, codeMask: 'AAAA-[L', sheets: [] }, ['bad-mask /codeMask 60']],
    [{ version: 1, codeMask: '0'.repeat(61), sheets: [] }, ['bad-mask /codeMask 60']],
  ])('%j is refused with the place of every error', (content, wanted) => {
    expect(problems(content)).toEqual(wanted);
  });

  test('that is no JSON, or too long, is refused as a whole', () => {
    expect(parseProfile('{"version":').problems).toEqual([{ code: 'not-json', path: '', details: '' }]);
    expect(parseProfile(' '.repeat(1_000_001)).problems[0]?.code).toBe('too-large');
  });

  test('is never half read: a profile or problems, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { profile, problems: found } = parseProfile(text);
        expect(profile === null).toBe(found.length > 0);
      }),
    );
  });
});
