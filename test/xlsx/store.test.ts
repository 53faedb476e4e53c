import { strToU8 } from 'fflate';
import { WorkbookError } from '../../src/workbook';
import { STORE_NAMESPACE } from '../../src/plan';
import { patchWorkbook, readWorkbook } from '../../src/xlsx';
import {
  RELATIONSHIPS,
  changedParts,
  fixture,
  partText,
  partsOf,
  workbookParts,
  zipOf,
} from '../support/xlsx';

const XML = `<peg xmlns="${STORE_NAMESPACE}"><rinunce><voce motivo="così deciso"/></rinunce></peg>`;
const PARTS = [
  '[Content_Types].xml',
  'customXml/_rels/item1.xml.rels',
  'customXml/item1.xml',
  'customXml/itemProps1.xml',
  'xl/_rels/workbook.xml.rels',
];

const storeOf = (bytes: Uint8Array) => readWorkbook(bytes, 'piano.xlsx').store;

describe.each(['prato-peg-2017.xlsx', 'xlsx/openpyxl.xlsx', 'xlsx/libreoffice.xlsx'])(
  'the private part in %s',
  (name) => {
    const before = fixture(name);

    test('added, replaced, removed; every other part as it was', () => {
      const added = patchWorkbook(before, { store: XML });
      expect(storeOf(added)).toBe(XML);
      expect(changedParts(before, added)).toEqual(PARTS);
      const replaced = patchWorkbook(added, { store: XML.replace('così', 'già') });
      expect(changedParts(added, replaced)).toEqual(['customXml/item1.xml']);
      expect(storeOf(replaced)).toContain('già deciso');
      const removed = patchWorkbook(replaced, { store: null });
      expect(storeOf(removed)).toBeNull();
      expect(changedParts(before, removed)).toEqual([]);
    });

    test('the package says what the new parts are', () => {
      const added = patchWorkbook(before, { store: XML });
      expect(partText(added, '[Content_Types].xml')).toContain(
        'PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"',
      );
      expect(partText(added, 'xl/_rels/workbook.xml.rels')).toContain(
        `Type="${RELATIONSHIPS}/customXml" Target="../customXml/item1.xml"`,
      );
      expect(partText(added, 'customXml/_rels/item1.xml.rels')).toContain('Target="itemProps1.xml"');
    });

    test('nothing to remove, nothing to change: the same bytes', () => {
      expect(changedParts(before, patchWorkbook(before, { store: null }))).toEqual([]);
      const added = patchWorkbook(before, { store: XML });
      expect(Buffer.from(patchWorkbook(added, { store: XML })).equals(Buffer.from(added))).toBe(true);
    });
  },
);

describe('beside the parts of others', () => {
  const relation = (i: number) =>
    `<Relationship Id="c${i}" Type="${RELATIONSHIPS}/customXml" Target="../customXml/item${i}.xml"/>`;
  const parts = workbookParts([{ name: 'A', xml: '' }], {
    relations: relation(1) + relation(2) + relation(3),
  });
  parts['customXml/item1.xml'] = '<b:Sources xmlns:b="urn:bibliografia"/>';
  parts['customXml/item2.xml'] = XML;
  parts['customXml/item3.xml'] = XML;
  const before = zipOf(parts);

  test('copies another program made are removed, theirs stay', () => {
    const after = patchWorkbook(before, { store: XML.replace('voce', 'nota') });
    expect(storeOf(after)).toContain('<nota ');
    expect(changedParts(before, after)).toEqual([
      'customXml/item2.xml',
      'customXml/item3.xml',
      'xl/_rels/workbook.xml.rels',
    ]);
  });

  test('a copy for publication keeps theirs only', () => {
    const after = patchWorkbook(before, { store: null });
    expect([...partsOf(after).keys()].filter((name) => name.startsWith('customXml'))).toEqual([
      'customXml/item1.xml',
    ]);
  });
});

test.each([
  ['another namespace', '<peg xmlns="urn:altro"/>'],
  ['a tag left open', `<peg xmlns="${STORE_NAMESPACE}"><a></peg>`],
  ['two roots', `<peg xmlns="${STORE_NAMESPACE}"/><peg/>`],
  ['no XML', 'ciao'],
])('%s is refused: Excel would call the file damaged', (_, xml) => {
  expect(() => patchWorkbook(fixture('prato-peg-2017.xlsx'), { store: xml })).toThrow(WorkbookError);
});

test('a private part that the workbook names twice is one, and the next save keeps it', () => {
  const added = patchWorkbook(fixture('xlsx/openpyxl.xlsx'), { store: XML });
  const parts = Object.fromEntries(partsOf(added));
  const relations = 'xl/_rels/workbook.xml.rels';
  parts[relations] = strToU8(
    partText(added, relations).replace(
      '</Relationships>',
      `<Relationship Id="rIdTwice" Type="${RELATIONSHIPS}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
  );
  const twice = zipOf(parts);
  expect(storeOf(twice)).toBe(XML);
  const saved = patchWorkbook(twice, { store: XML.replace('così', 'già') });
  expect(storeOf(saved)).toContain('già deciso');
  expect([...partsOf(saved).keys()]).toEqual([...partsOf(twice).keys()]);
});
