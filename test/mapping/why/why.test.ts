import { mapWorkbook, whyCell } from '../../../src/mapping';
import { gridOf, snapshotOf } from '../../../src/workbook';
import { layouts } from '../../support/layouts';

const workbooks = [
  snapshotOf([
    gridOf('Obiettivi', [
      ['Obiettivo operativo', 'Codice', 'Obiettivo di PEG', 'Responsabile', 'Note'],
      ['Servizi in rete', 'A-01', 'Aprire lo sportello in rete', 'Rossi Ada', 'da rivedere'],
      ['Servizi in rete', 'A-02', 'Formare il personale', 'Rossi Ada', ''],
      ['Parchi curati', 'B-01', 'Rifare i giardini pubblici', 'Bianchi Ugo', ''],
    ]),
  ]),
];

test('a name is explained by what speaks for it, the weightiest first, and by the second best', () => {
  const why = whyCell({ workbooks }, 'Obiettivi', 'C2');
  expect(why).toMatchObject({ text: 'Aprire lo sportello in rete', fate: 'mapped', as: null, level: null });
  expect(why?.gives).toEqual([
    { kind: 'pegObjective', title: 'Aprire lo sportello in rete', attributes: ['title'] },
  ]);
  const { best, second, confirmed } = why?.column ?? {};
  expect(confirmed).toBe(false);
  expect(best?.field).toBe('pegObjective.title');
  expect(best?.terms.map(({ evidence }) => evidence)).toContain('words');
  const weights = best?.terms.map(({ value }) => Math.abs(value)) ?? [];
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  expect(second?.field).not.toBe('pegObjective.title');
  expect(second?.probability ?? 1).toBeLessThan(best?.probability ?? 0);
});

test('a cell of several objectives is said of each; the column of a header is the one below it', () => {
  const why = whyCell({ workbooks }, 'Obiettivi', 'D2');
  expect(why?.gives).toEqual([
    { kind: 'pegObjective', title: 'Aprire lo sportello in rete', attributes: ['owner'] },
  ]);
  expect(whyCell({ workbooks }, 'Obiettivi', 'D1')?.column?.best.field).toBe('pegObjective.owner');
});

test('empty cells, cells that need no reading and cells that are not there', () => {
  expect(whyCell({ workbooks }, 'Obiettivi', 'E3')).toMatchObject({ text: '', fate: null, gives: [] });
  expect(whyCell({ workbooks }, 'Obiettivi', 'E2')).toMatchObject({ fate: 'ignored', as: 'unread-column' });
  expect(whyCell({ workbooks }, 'Obiettivi', 'E99')).toMatchObject({ text: '', column: null });
  expect(whyCell({ workbooks }, 'Altro', 'A1')).toBeNull();
  expect(whyCell({ workbooks }, 'Obiettivi', 'non è')).toBeNull();
});

test('sheets are found by their name whatever its capitals, and a merged cell by any of its parts', () => {
  const merged = snapshotOf([
    {
      ...gridOf('Obiettivi', [
        ['Obiettivo operativo', 'Obiettivo di PEG'],
        ['Servizi in rete', 'Aprire lo sportello in rete'],
        ['', 'Formare il personale'],
        ['Parchi curati', 'Rifare i giardini pubblici'],
      ]),
      merges: [{ top: 1, bottom: 2, left: 0, right: 0 }],
    },
  ]);
  expect(whyCell({ workbooks: [merged] }, 'OBIETTIVI', 'A3')).toMatchObject({
    sheet: 'Obiettivi',
    address: 'A2',
    text: 'Servizi in rete',
  });
});

test('a column that was confirmed says so', () => {
  for (const { snapshot } of layouts) {
    const input = { workbooks: [snapshot] };
    const [question] = mapWorkbook(input).reading.questions;
    if (!question || question.about.address === '') continue;
    const answers = [{ question: question.id, option: 'a' }];
    const { sheet, address } = question.about;
    const [cell = ''] = address.split(':');
    const why = whyCell({ ...input, answers }, sheet, cell);
    expect(why?.column).toMatchObject({ confirmed: true });
    expect(whyCell(input, sheet, cell)?.column).toMatchObject({ confirmed: false });
    return;
  }
  throw new RangeError('no fixture asks');
});
