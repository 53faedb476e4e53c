import { fixture } from '../support/plans';
import { peg } from '../support/peg';

const PRATO = fixture('prato-peg-2017.xlsx');

test('a cell is explained in lines of at most eighty signs', async () => {
  const { status, out } = await peg('tree', PRATO, '--why', "'01 Cultura e turismo'!D6");
  expect(status).toBe(0);
  expect(out).toContain('Nel piano: la denominazione dell’obiettivo di PEG');
  expect(out).toContain('contiene gli obiettivi di PEG: probabilità');
  expect(out).toContain('A favore, dal motivo più forte:');
  for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
});

test('in English too, and by any writing of the cell', async () => {
  const { out } = await peg('tree', PRATO, '--why', "'01 CULTURA e turismo'!$d$6", '--lang', 'en');
  expect(out).toContain('In the plan: the title of the PEG objective');
  expect(out).toContain('For it, the strongest reason first:');
});

test.each(['D6', 'Nessuno!D6', 'DUP!', 'DUP!D', 'DUP!A1:B2'])(
  'a cell that is not there is said, with the sheets there are: %s',
  async (cell) => {
    const { status, err } = await peg('tree', PRATO, '--why', cell);
    expect(status).toBe(2);
    expect(err).toContain(`«${cell}»`);
    expect(err).toContain('«Premessa», «DUP»');
    expect(err.trim().split('\n')).toHaveLength(1);
  },
);
