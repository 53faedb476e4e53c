import fc from 'fast-check';
import { XmlCursor, escapeXml, splice, unescapeXml } from '../../src/xlsx/xml';
import { decodeString, encodeString } from '../../src/xlsx/strings';
import { appendTo, attributeChange, findElement } from '../../src/xlsx/xmlEdit';

function tags(text: string): string[] {
  const cursor = new XmlCursor(text, 'prova.xml');
  const seen: string[] = [];
  for (let kind = cursor.next(); kind; kind = cursor.next()) {
    seen.push(
      kind === 'text'
        ? `"${cursor.value}"`
        : `${kind === 'close' ? '/' : ''}${cursor.name}${cursor.empty ? '/' : ''}`,
    );
  }
  return seen;
}

test('tags, texts, comments, instructions and CDATA', () => {
  expect(tags('<?xml version="1.0"?><!-- <no> --><a b="1>2" c=\'"\'>x<d/><![CDATA[<&]]></a>')).toEqual([
    'a',
    '"x"',
    'd/',
    '"<&"',
    '/a',
  ]);
});

test('in pieces of any size: the same tags, texts and attributes (property)', () => {
  const piece = fc.constantFrom(
    ...['<a>', '</a>', '<b x="1" y=\'>\'/>', '<x:c d="&amp;"/>', 'testo &lt; città', '\r\n', '<!-- <no> -->'],
    ...[
      '<![CDATA[<&]]>',
      '<?istruzione ?>',
      '<a',
      '"',
      "'",
      '<!',
      ' k = "v"',
      '>',
      '&#232;',
      '',
      '<f>A1</f>',
    ],
  );
  const seen = (cursor: XmlCursor): unknown[] => {
    const list: unknown[] = [cursor.prefix];
    try {
      while (cursor.next()) {
        const { kind, name, empty } = cursor;
        const attributes = kind === 'open' ? ['x', 'y', '*:d', 'k'].map((one) => cursor.attribute(one)) : [];
        const value =
          kind === 'text' ? cursor.value : name === 'f' && kind === 'open' ? cursor.textContent() : '';
        list.push([kind, name, kind === 'text' ? false : empty, value, ...attributes]);
      }
    } catch (error) {
      list.push((error as { code?: string }).code);
    }
    return list;
  };
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      fc.constantFrom('r', 'x:root'),
      (pieces, sizes, root) => {
        const text = `<${root}>${pieces.join('')}</${root}>`;
        let at = 0;
        const source = () => {
          const next = text.slice(at, (at += sizes.next().value as number));
          return next === '' ? null : next;
        };
        expect(seen(new XmlCursor('', 'p', source))).toEqual(seen(new XmlCursor(text, 'p')));
      },
    ),
    { numRuns: 500 },
  );
});

test('names carry the prefix only when it is not the root’s', () => {
  expect(tags('<x:a><x:b/><y:b/><b/></x:a>')).toEqual(['a', 'b/', 'y:b/', ':b/', '/a']);
  expect(tags('<a><x:b/></a>')).toEqual(['a', 'x:b/', '/a']);
});

test('attributes: by exact name or by any prefix, spaces and quotes as they come', () => {
  const cursor = new XmlCursor(`<sheet sheetId = '3' r:id="rId&quot;1" xml:id2="no" name="a=&#39;b'"/>`, 'p');
  cursor.next();
  expect(cursor.attribute('sheetId')).toBe('3');
  expect(cursor.attribute('*:id')).toBe('rId"1');
  expect(cursor.attribute('id')).toBeNull();
  expect(cursor.attribute('name')).toBe("a='b'");
});

test.each(['<a', '<a b="1', '<!-- x', '<a><![CDATA[x', '<!DOCTYPE a><a/>'])(
  '%s is refused by name',
  (text) => {
    expect(() => tags(text)).toThrow(expect.objectContaining({ name: 'WorkbookError' }));
  },
);

test('unknown entities and impossible characters stay as written', () => {
  expect(unescapeXml('&nbsp;&#x110000;&amp;lt;')).toBe('&nbsp;&#x110000;&lt;');
});

test('any text survives a cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const written = `<t>${escapeXml(encodeString(text))}</t>`;
      const cursor = new XmlCursor(written, 'p');
      cursor.next();
      expect(decodeString(cursor.textContent())).toBe(text.replace(/[\uD800-\uDFFF]/gu, ''));
    }),
  );
});

test('replacements in any order, insertions before what they stand at', () => {
  expect(
    splice('abcdef', [
      { from: 4, to: 5, text: 'E' },
      { from: 1, to: 3, text: '' },
      { from: 4, to: 4, text: '1' },
      { from: 4, to: 4, text: '2' },
    ]),
  ).toBe('ad12Ef');
});

describe('elements by path', () => {
  const text = '<r><a><c/></a><b n="1"><c>x</c><c/></b><d/></r>';

  test('found with their children, deeper ones not mistaken', () => {
    const found = findElement(text, 'p', ['b']);
    expect(found?.children.map(({ start, end }) => text.slice(start, end))).toEqual(['<c>x</c>', '<c/>']);
    expect(findElement(text, 'p', ['c'])).toBeNull();
    expect(findElement(text, 'p', ['b', 'c'])?.element.closeStart).toBe(text.indexOf('</c>'));
    expect(findElement(text, 'p')?.children.map(({ name }) => name)).toEqual(['a', 'b', 'd']);
    expect(findElement('', 'p')).toBeNull();
  });

  test('a second sibling of the name is searched too', () => {
    expect(findElement('<r><a/><a><b/></a></r>', 'p', ['a', 'b'])?.element.empty).toBe(true);
  });

  test('appended to, also when empty', () => {
    const d = findElement(text, 'p', ['d']);
    const b = findElement(text, 'p', ['b']);
    if (!d || !b) throw new TypeError('not found');
    const after = splice(text, [appendTo(text, d.element, '<e/>'), appendTo(text, b.element, '<e/>')]);
    expect(after).toBe('<r><a><c/></a><b n="1"><c>x</c><c/><e/></b><d><e/></d></r>');
  });

  test('attributes set, added and removed', () => {
    const start = text.indexOf('<b');
    const set = (name: string, value: string | null) => {
      const change = attributeChange(text, 'p', start, name, value);
      return change ? splice(text, [change]).slice(start) : null;
    };
    expect(set('n', '2')).toMatch(/^<b n="2">/);
    expect(set('m', '"')).toMatch(/^<b m="&quot;" n="1">/);
    expect(set('n', null)).toMatch(/^<b>/);
    expect(set('x', null)).toBeNull();
  });
});
