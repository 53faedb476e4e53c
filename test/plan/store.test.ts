import fc from 'fast-check';
import { readStore, writeStore, STORE_NAMESPACE } from '../../src/plan';

describe('our private part', () => {
  test('what is written is read', () => {
    const sections = {
      waivers: [{ finding: 'sha256:ab', reason: 'È così & <basta>', until: null }],
      profile: { version: 1 },
    };
    expect(readStore(writeStore(sections))).toEqual({ state: 'read', sections });
  });

  test('nothing to keep, nothing written', () => {
    expect(writeStore({})).toBeNull();
    expect(writeStore({ profile: null, rules: undefined })).toBeNull();
    expect(readStore(null)).toEqual({ state: 'empty', sections: {} });
    expect(readStore('  ')).toEqual({ state: 'empty', sections: {} });
  });

  test('a later version is not touched', () => {
    const xml = `<store xmlns="${STORE_NAMESPACE}" version="7">{"x":1}</store>`;
    expect(readStore(xml)).toEqual({ state: 'newer', version: 7, sections: {} });
  });

  test.each([
    '<other/>',
    '<store>{}</store>',
    '<store version="1">{</store>',
    '<store version="1">[1]</store>',
    '<store version="1">3</store>',
    'not xml',
  ])('%j is damaged', (xml) => expect(readStore(xml).state).toBe('damaged'));

  test('other writers may add a prefix, a byte order mark, CDATA or numbered entities', () => {
    expect(
      readStore('\uFEFF<?xml version="1.0"?><p:store xmlns:p="x" version=\'1\'>{"a":"&#232;"}</p:store>'),
    ).toEqual({
      state: 'read',
      sections: { a: 'è' },
    });
    expect(readStore('<store version="1"><![CDATA[{"a":"<&>"}]]></store>').sections).toEqual({ a: '<&>' });
  });

  test('any JSON survives', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue(), { minKeys: 1 }),
        (sections) => {
          const kept = Object.fromEntries(Object.entries(sections).filter(([, value]) => value !== null));
          const read = readStore(writeStore(sections));
          expect(JSON.parse(JSON.stringify(read.sections))).toEqual(JSON.parse(JSON.stringify(kept)));
        },
      ),
    );
  });

  test('any text may be found there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (xml) => {
        expect(['empty', 'read', 'newer', 'damaged']).toContain(readStore(xml).state);
      }),
    );
  });
});
