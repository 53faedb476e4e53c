import fc from 'fast-check';
import { PROFILE_SCHEMA, parseProfile, readProfile } from '../../src/mapping';

const problems = (content: unknown) =>
  parseProfile(JSON.stringify(content)).problems.map(
    ({ code, path, details }) => `${code} ${path} ${details}`,
  );

const says = { says: 'field', field: 'pegObjective.code' };
const entry = { scope: 'sheet', selector: { sheet: 'X', header: 'Rif.' }, says };

describe('a profile from a text', () => {
  test('is completed with what may be left out', () => {
    expect(parseProfile('\uFEFF{"version":2,"entries":[]}')).toEqual({
      profile: { version: 2, codeMask: null, entries: [], answers: [] },
      problems: [],
    });
  });

  test('keeps every entry, mask and answer', () => {
    const written = {
      version: 2,
      codeMask: 'A-00',
      entries: [entry, { ...entry, question: 'q-1' }],
      answers: [{ question: 'q-1', option: 'a' }],
    };
    expect(readProfile(written)).toEqual({ profile: written, problems: [] });
  });

  test('of version 1 is read as what it says', () => {
    const columns = [
      { header: 'Rif.', field: 'pegObjective.code' },
      { header: '', column: 'F', field: 'ignore' },
    ];
    const old = { version: 1, codeMask: 'A-00', sheets: [{ sheet: 'X', role: 'dup', columns }] };
    expect(readProfile(old).profile).toEqual({
      version: 2,
      codeMask: 'A-00',
      entries: [
        { scope: 'sheet', selector: { sheet: 'X' }, says: { says: 'role', role: 'dup' } },
        entry,
        { scope: 'sheet', selector: { sheet: 'X', column: 'F' }, says: { says: 'ignore' } },
      ],
      answers: [],
    });
  });

  test('the example of the schema says each thing once', () => {
    const [example] = PROFILE_SCHEMA.examples;
    const { profile } = readProfile(example);
    expect(profile).toEqual(example);
    const { properties } = PROFILE_SCHEMA.properties.entries.items.properties.says;
    expect(profile?.entries.map((one) => one.says.says)).toEqual([...properties.says.enum]);
  });

  test.each([
    [{ ...entry, scope: 'book' }, ['wrong-value /entries/0/scope template, sheet, region, cell']],
    [{ ...entry, selector: {} }, ['missing /entries/0/selector sheet']],
    [{ ...entry, selector: { sheet: 'X', row: 1 } }, ['unexpected /entries/0/selector row']],
    [{ ...entry, scope: 'cell' }, ['missing /entries/0/selector address']],
    [{ ...entry, scope: 'region' }, ['missing /entries/0/selector address']],
    [{ ...entry, selector: { sheet: 'X', address: '$A$1' } }, ['wrong-value /entries/0/selector/address ']],
    [{ ...entry, says: { says: 'level' } }, ['missing /entries/0/says kind']],
    [{ ...entry, says: { says: 'split-by' } }, ['missing /entries/0/says separator']],
    [{ ...entry, says: { says: 'value-place' } }, ['missing /entries/0/says place']],
  ])('the entry %j is refused', (wrong, wanted) => {
    expect(problems({ version: 2, entries: [wrong] })).toEqual(wanted);
  });

  test.each([
    [[], ['wrong-type  object']],
    [{ version: 3, entries: [] }, ['wrong-value /version 2']],
    [{ version: 2 }, ['missing  entries']],
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
