import { mapWorkbook, type MappingResult } from '../../../src/mapping';
import { book, sheet } from '../../support/layouts/notation';

const read = (text: string): MappingResult =>
  mapWorkbook({ workbooks: [book('PEG 2026.xlsx', sheet('Elenco', text))] });

const said = ({ plan }: MappingResult) => {
  const titles = new Map(plan.pegObjectives.map(({ id, title }) => [id, title.value]));
  const under = (id: string | null): string => titles.get(id ?? '') ?? '-';
  return {
    pegs: plan.pegObjectives.map(({ title }) => title.value),
    phases: plan.phases.map(({ title, pegId }) => [under(pegId), title.value]),
    indicators: plan.indicators.map(({ title, objectiveId }) => [under(objectiveId), title.value]),
  };
};

const EXPORT = `
  TIPO_RIGA | COD_OBV | PROGR | DESCRIZIONE | PESO | DT_FIN | FORMULA | UM | VAL_ATT_2026
  OBV | A-01 | | Riordinare gli archivi storici | 60 | 31/12/2026 | | |
  FAS | A-01 | 1 | Censimento dei fondi | 40 | 30/04/2026 | | |
  FAS | A-01 | 2 | Scarto degli atti | 60 | 30/11/2026 | | |
  IND | A-01 | 1 | Metri lineari riordinati | | | Conteggio | n. | 120
  OBV | A-02 | | Potare gli alberi dei viali | 40 | 31/12/2026 | | |
  FAS | A-02 | 1 | Affidamento del servizio | 100 | 31/03/2026 | | |
  IND | A-02 | 1 | Alberi potati in un anno | | | Conteggio | n. | 300
`;

const SIGNS = `
  Obiettivo operativo | Obiettivo di PEG | Azioni (A) e misure (M) | Tipo | Responsabile | Entro | Valore 2025 | Atteso 2026
  Memoria della città
  | Riordinare gli archivi storici | | | Ada Cedro | | |
  | | Censimento dei fondi | A | | 30/04/2026 | |
  | | Scarto degli atti | A | | 30/11/2026 | |
  | | Metri lineari riordinati | M | | | 20 | 120
  Città verde
  | Potare gli alberi dei viali | | | Ivo Salice | | |
  | | Affidamento del servizio | A | | 31/03/2026 | |
  | | Alberi potati in un anno | M | | | 180 | 300
`;

const PLAN = {
  pegs: ['Riordinare gli archivi storici', 'Potare gli alberi dei viali'],
  phases: [
    ['Riordinare gli archivi storici', 'Censimento dei fondi'],
    ['Riordinare gli archivi storici', 'Scarto degli atti'],
    ['Potare gli alberi dei viali', 'Affidamento del servizio'],
  ],
  indicators: [
    ['Riordinare gli archivi storici', 'Metri lineari riordinati'],
    ['Potare gli alberi dei viali', 'Alberi potati in un anno'],
  ],
};

describe('rows of several kinds told by a sign', () => {
  test('are records that cite their objective by its code', () => {
    expect(said(read(EXPORT))).toEqual(PLAN);
  });

  test('are names of two kinds in one column, under the objective above', () => {
    expect(said(read(SIGNS))).toEqual(PLAN);
  });

  test('keep the place where their names stand', () => {
    const { plan } = read(SIGNS);
    const cells = plan.indicators.map(({ title }) => title.cells[0]?.address);
    expect(cells).toEqual(['C6', 'C10']);
  });

  test('are none where the signs mean nothing', () => {
    const strange = SIGNS.replaceAll('| A |', '| Q |')
      .replaceAll('| M |', '| Z |')
      .replace('Azioni (A) e misure (M)', 'Lavori');
    expect(said(read(strange)).indicators).not.toEqual(PLAN.indicators);
  });
});
