import {
  isAbbreviation,
  isSlip,
  nameDifference,
  ownersIn,
  samePerson,
  yearsIn,
} from '../../../src/coherence/facts/names';

test.each([
  ['01-Ambiente migliore', 'Ambiente migliore', 'none'],
  ['La città da abitare', 'Città da abitare', 'none'],
  ['Sicurezza, legalità, equità', 'Sicurezza, legalità e equità', 'none'],
  ['02-Valorizziamo la periferia', 'Valorizziamo le periferie', 'spelling'],
  ['Pubblica amministratozione snella', 'Pubblica amministrazione snella', 'spelling'],
  ['Semplificaz. delle procedure', 'Semplificazione delle procedure', 'spelling'],
  ['Scuola, giovani e sport', 'Scuola, giovani, sport e tempo libero', 'wording'],
  ['Territorio attraente', 'Territorio attrattivo', 'wording'],
  ['Piano 2024', 'Piano 2025', 'wording'],
])('%j beside %j: %s', (a, b, difference) => {
  const found = nameDifference(a, b);
  expect(difference === 'none' ? ['none', 'spelling'] : [difference]).toContain(found);
});

test('abbreviations and slips of one letter', () => {
  expect(isAbbreviation('Riqualificaz. verde pubblico', 'Riqualificazione verde pubblico')).toBe(true);
  expect(isAbbreviation('Guida', 'Guida dei sentieri')).toBe(true);
  expect(isAbbreviation('Edilizia scolastica 2016', 'Edilizia scolastica 2017')).toBe(false);
  expect(isSlip('Manutenzione straordinaria', 'Manutenzione stroardinaria')).toBe(true);
  expect(isSlip('Edilizia scolastica 2016', 'Edilizia scolastica 2017')).toBe(false);
});

test.each([
  ['Rossi Mario', 'Mario Rossi', true],
  ['Dott.ssa Anna Conti', 'CONTI ANNA', true],
  ['M. Rossi', 'Mario Rossi', true],
  ['Ing. Luca Neri', 'Luca Neri', true],
  ['Mario Rossi', 'Maria Rossi', false],
  ['Anna Conti', 'Luca Neri', false],
])('%j is %j: %s', (a, b, same) => {
  expect(samePerson(a, b)).toBe(same);
});

test.each([
  ['Anna Conti', ['Anna Conti']],
  ['Anna Conti, Luca Neri', ['Anna Conti', 'Luca Neri']],
  ['Anna Conti e Luca Neri', ['Anna Conti', 'Luca Neri']],
  ['Anna Conti\nLuca Neri', ['Anna Conti', 'Luca Neri']],
  ['Settore Cultura; Settore Sport', ['Settore Cultura', 'Settore Sport']],
  ['Settore Cultura, Sport e Turismo', ['Settore Cultura, Sport e Turismo']],
  ['Conti, Anna', ['Conti, Anna']],
  ['Ufficio Tributi e Patrimonio', ['Ufficio Tributi e Patrimonio']],
  ['Ing. Rossi e Arch. Verdi', ['Ing. Rossi', 'Arch. Verdi']],
  ['Dott. Mario De Luca', ['Dott. Mario De Luca']],
  ['M. Rossi, Segretario', ['M. Rossi, Segretario']],
  ['Affari generali, personale e organizzazione', ['Affari generali, personale e organizzazione']],
])('the owners in %j', (text, owners) => {
  expect(ownersIn(text)).toEqual(owners);
});

test('years stand alone', () => {
  expect(yearsIn('Edilizia 2016, delibera 12/2017 del 12.2024')).toEqual([2016]);
  expect(yearsIn('Anno 2025.')).toEqual([2025]);
});
