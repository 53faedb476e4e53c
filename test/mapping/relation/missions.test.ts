import { contentOf } from '../../../src/mapping/relation/content';
import { isMissionName } from '../../../src/plan';

test.each([
  ['Servizi istituzionali, generali e di gestione', true],
  ['01 - Servizi istituzionali generali e di gestione', true],
  ['Missione 5 – Tutela e valorizzazione dei beni e attività culturali', true],
  ['Turismo', true],
  ['Turismo lento nelle valli', false],
  ['Ordine pubblico', false],
])('%s: %s', (text, is) => {
  expect(isMissionName(text)).toBe(is);
});

test('the share of a column that names levels is told level by level', () => {
  const { says } = contentOf([
    'Ambito 1: Scuola aperta',
    'Ambito 2: Città verde',
    'Obiettivo strategico 1.1: Nidi',
    'Mense',
  ]);
  expect(says).toEqual({ strategicArea: 0.5, strategicObjective: 0.25 });
});

test('lists in cells are told by their line breaks', () => {
  const written = ['Gara - 30/04/2026\nLavori - 31/07/2026', 'Progetto - 31/03/2026\nAvvio - 30/09/2026'];
  const lines = written.map((text) => text.replace('\n', ' '));
  expect(contentOf(lines).share.steps).toBe(0);
  expect(contentOf(lines, written).share.steps).toBe(1);
});
