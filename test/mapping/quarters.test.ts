import { mapWorkbook } from '../../src/mapping';
import { book, sheet } from '../support/layouts/notation';

const HEADER =
  'Codice | Obiettivo | Responsabile | I trimestre | II trimestre | III trimestre | IV trimestre';

const read = (rows: string) =>
  mapWorkbook({ workbooks: [book('PEG 2026.xlsx', sheet('PEG', `PEG 2026\n${HEADER}\n${rows}`))] });

test('quarters with words are no calendar: the objectives are read, the columns told as not understood', () => {
  const { plan, notes } = read(
    'A-1 | Nuovo sito | Anna Rovere | Capitolato | Gara | Sviluppo | Avvio\nA-2 | Archivio | Ugo Tiglio | Censimento | Scarto | | Chiusura',
  );
  expect(
    plan.pegObjectives.map(({ code, title, owners }) => [code?.value, title.value, owners[0]?.value]),
  ).toEqual([
    ['A-1', 'Nuovo sito', 'Anna Rovere'],
    ['A-2', 'Archivio', 'Ugo Tiglio'],
  ]);
  expect(plan.phases).toEqual([]);
  const told = notes.filter(({ code }) => code === 'column-not-read').map(({ address }) => address);
  expect(told.length).toBeGreaterThan(0);
  expect(['D2', 'E2', 'F2', 'G2']).toEqual(expect.arrayContaining(told));
});

test('quarters with marks are the months of the phase', () => {
  const { plan } = read(
    'A-1 | Nuovo sito | Anna Rovere | X | | | x\nA-2 | Archivio | Ugo Tiglio | | ● | ● |',
  );
  expect(plan.pegObjectives).toHaveLength(2);
  expect(plan.tables[0]?.columns.slice(3).map(({ field }) => field)).toEqual([
    'phase.month@m1-3',
    'phase.month@m4-6',
    'phase.month@m7-9',
    'phase.month@m10-12',
  ]);
});
