import { mapWorkbook } from '../../src/mapping';
import { planEntities } from '../../src/plan';
import { gridOf, snapshotOf, type CellValue } from '../../src/workbook';

const plan = (rows: readonly (readonly CellValue[])[]) =>
  mapWorkbook({ workbooks: [snapshotOf([gridOf('Piano', rows)])] }).plan;
const read = (rows: readonly (readonly CellValue[])[]) => {
  const all = planEntities(plan(rows));
  const titles = new Map(all.map(({ id, title }) => [id, title.value]));
  return all.map((one) => {
    const above = one.kind === 'pegObjective' ? [...one.operatingIds, ...one.strategicIds] : [];
    return `${one.kind} ${one.title.value}${above.map((id) => ` < ${titles.get(id) ?? ''}`).join('')}`;
  });
};

const TREE = [
  ['Servizi in rete', '', ''],
  ['   Aprire lo sportello in rete', 'Ada Rossi', '40'],
  ['   Formare il personale', 'Ada Rossi', '60'],
  ['Parchi curati', '', ''],
  ['   Rifare i giardini pubblici', 'Ugo Bianchi', '100'],
];

describe('names moved to the right stand under those they are moved from', () => {
  test('down to objectives of PEG where the header does not say which levels they are', () => {
    expect(read([['Descrizione', 'Responsabile', 'Peso'], ...TREE])).toEqual([
      'operatingObjective Servizi in rete',
      'operatingObjective Parchi curati',
      'pegObjective Aprire lo sportello in rete < Servizi in rete',
      'pegObjective Formare il personale < Servizi in rete',
      'pegObjective Rifare i giardini pubblici < Parchi curati',
    ]);
  });

  test('of the levels that the header lists', () => {
    const kinds = read([['Obiettivo strategico / Obiettivo di PEG', 'Responsabile', 'Peso'], ...TREE]);
    expect(kinds).toContain('strategicObjective Parchi curati');
    expect(kinds).toContain('pegObjective Formare il personale < Servizi in rete');
  });

  test('with the codes of their headings, where each has one', () => {
    const coded = TREE.map(([name = '', ...rest], at) => [
      at % 3 === 0 ? `${1 + at / 3}. ${name}` : name,
      ...rest,
    ]);
    const { operatingObjectives } = plan([['Descrizione', 'Responsabile', 'Peso'], ...coded]);
    expect(operatingObjectives.map(({ code, title }) => `${code?.value ?? ''}|${title.value}`)).toEqual([
      '1|Servizi in rete',
      '2|Parchi curati',
    ]);
  });
});

describe('blanks in front of names are no levels', () => {
  const all = (rows: readonly (readonly string[])[]) =>
    plan([['Obiettivo di PEG', 'Responsabile', 'Peso'], ...rows]).pegObjectives.length;

  test('where every name has details beside it', () => {
    expect(all(TREE.map(([name = '']) => [name, 'Ada Rossi', '20']))).toBe(5);
  });

  test('where a name is moved by two steps at once', () => {
    const jump = TREE.map(([name = '', ...rest], at) => [at === 1 ? `   ${name}` : name, ...rest]);
    expect(all(jump)).toBe(5);
  });

  test('where the first name is moved', () => {
    expect(all(TREE.slice(1))).toBe(4);
  });
});
