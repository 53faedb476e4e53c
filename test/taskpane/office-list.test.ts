import { paneTexts } from '../../src/messages';
import { OFFICE_SHEET } from '../../src/approval';
import { officeList, officeSheet } from '../../src/taskpane/model/office-list';
import { finding } from '../support/findings';

const about = { texts: paneTexts('it'), language: 'it', date: '20/11/2026' } as const;
const owners = new Map([
  ['a', ['Ufficio Tributi']],
  ['b', ['Ufficio Tributi', 'Ragioneria']],
]);
const list = [
  finding({ fingerprint: 'b' }),
  finding({ fingerprint: 'a', severity: 'error', cells: [{ sheet: 'Foglio 1', address: 'B3' }] }),
  finding({ fingerprint: 'c' }),
  finding({ fingerprint: 'd', causes: ['a'], involved: ['a'] }),
];

describe('list for an office', () => {
  test('blocking ones first, cells and remedy, nobody else’s', () => {
    const text = officeList(list, 'Ufficio Tributi', owners, about);
    expect(text).toMatch(
      /^Piano esecutivo di gestione – punti da rivedere per Ufficio Tributi \(20\/11\/2026\)/,
    );
    expect(text.indexOf('Segnalazione a')).toBeLessThan(text.indexOf('Segnalazione b'));
    expect(text).toContain("'Foglio 1'!B3");
    expect(text).toContain('Rimedio: Rimedio');
    expect(text).not.toMatch(/Segnalazione [cd]/);
  });

  test('of nobody, and of an office with nothing to do', () => {
    expect(officeList(list, null, owners, about)).toContain('Segnalazione c');
    expect(officeList([], 'Ragioneria', owners, about)).toContain('Nessun punto da rivedere.');
  });

  test('as a sheet: one row each, blocking ones first, the first cell as a link', () => {
    const { name, rows, widths } = officeSheet(list, 'Ufficio Tributi', owners, about);
    expect(name).toBe(OFFICE_SHEET);
    const [title, , heading, ...lines] = rows;
    expect(title?.[0]?.value).toContain('Ufficio Tributi (20/11/2026)');
    expect(heading).toHaveLength(widths.length);
    expect(lines.map((row) => row.map(({ value }) => value))).toEqual([
      ['bloccante', "'Foglio 1'!B3", 'Segnalazione a', 'Rimedio'],
      ['avviso', 'Obiettivi!A2', 'Segnalazione b', 'Rimedio'],
    ]);
    expect(lines[0]?.[1]?.link).toEqual({ sheet: 'Foglio 1', address: 'B3' });
    expect(officeSheet([], 'Ragioneria', owners, about).rows.at(-1)?.[0]?.value).toBe(
      'Nessun punto da rivedere.',
    );
  });

  test('a cell of another file is named, not linked', () => {
    const elsewhere = finding({
      fingerprint: 'a',
      cells: [{ file: 'altro.xlsx', sheet: 'DUP', address: 'A1' }],
    });
    const [, , , line] = officeSheet([elsewhere], 'Ufficio Tributi', owners, about).rows;
    expect(line?.[1]?.link).toBeUndefined();
    expect(line?.[1]?.value).toContain('altro.xlsx');
  });
});
