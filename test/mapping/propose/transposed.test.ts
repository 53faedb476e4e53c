import { mapWorkbook } from '../../../src/mapping';
import { book as bookOf, sheet } from '../../support/layouts/notation';

const office = (name: string, objectives: readonly (readonly string[])[]) => {
  const row = (label: string, at: number) => [label, ...objectives.map((own) => own[at] ?? '')].join(' | ');
  return sheet(
    name,
    [
      row('Numero', 0),
      row('Obiettivo', 1),
      row('Responsabile', 2),
      row('Peso', 3),
      'FASI',
      row('Fase 1', 4),
      row('Termine fase 1', 5),
      row('Fase 2', 6),
      row('Termine fase 2', 7),
      'INDICATORI',
      row('Indicatore', 8),
      row('Unità di misura', 9),
      row('Target 2026', 10),
    ].join('\n'),
  );
};
const LUDOTECA = [
  'A1',
  'Aprire la ludoteca',
  'Ada Cedro',
  '60',
  'Bando di gara',
  '30/04/2026',
  'Lavori di posa',
  '30/09/2026',
];
const SENTIERI = [
  'A2',
  'Rifare i sentieri',
  'Ugo Faggio',
  '40',
  'Rilievo dei tratti',
  '31/05/2026',
  'Opere di ripristino',
  '31/10/2026',
];
const VIALI = [
  'A3',
  'Potare i viali',
  'Ada Cedro',
  '10',
  'Gara dei lavori',
  '28/02/2026',
  'Potature invernali',
  '30/11/2026',
];
const measured = (own: readonly string[], name: string) => [...own, name, 'n.', '12'];

describe('objectives in columns', () => {
  const book = bookOf(
    'piano-2026.xlsx',
    office('Ufficio A', [
      measured(LUDOTECA, 'Ingressi registrati'),
      measured(SENTIERI, 'Chilometri rifatti'),
      measured(VIALI, 'Viali potati'),
    ]),
  );

  test('headings and labels without a value in a sheet part no block', () => {
    const { plan } = mapWorkbook({ workbooks: [book] });
    expect(plan.pegObjectives.map(({ code, title }) => [code?.value, title?.value])).toEqual([
      ['A1', 'Aprire la ludoteca'],
      ['A2', 'Rifare i sentieri'],
      ['A3', 'Potare i viali'],
    ]);
    expect(plan.phases.map(({ title }) => title.value)).toEqual([
      'Bando di gara',
      'Lavori di posa',
      'Rilievo dei tratti',
      'Opere di ripristino',
      'Gara dei lavori',
      'Potature invernali',
    ]);
    expect(plan.indicators.map(({ title }) => title.value)).toEqual([
      'Ingressi registrati',
      'Chilometri rifatti',
      'Viali potati',
    ]);
  });
});
