import { paneTexts } from '../../src/messages';
import { officeList } from '../../src/taskpane/model/office-list';
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
});
