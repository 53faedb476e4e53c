import { fillMessage } from '../../src/coherence/messages';

const message = {
  it: 'L’obiettivo {code} «{title}» ({owner}) costa {cost} euro.',
  en: 'Objective {code} “{title}” ({owner}) costs {cost} euro.',
};
const types = { cost: { type: 'number' } } as const;
const say = (values: Record<string, string | number | null>) => fillMessage(message, values, types).it;

test('every field is said as its type is written', () => {
  expect(say({ code: 'A1', title: 'Verde', owner: 'Rossi', cost: 1.5 })).toBe(
    'L’obiettivo A1 «Verde» (Rossi) costa 1,5 euro.',
  );
});

test('what the plan does not say leaves no gap in the sentence', () => {
  expect(say({ code: null, title: 'Verde', owner: null, cost: 2 })).toBe('L’obiettivo «Verde» costa 2 euro.');
  expect(say({ code: '', title: 'Verde', owner: '', cost: null })).toBe('L’obiettivo «Verde» costa – euro.');
});

test('brackets of the plan’s own text stay', () => {
  expect(say({ code: 'A1', title: 'Verde (parco)', owner: null, cost: 2 })).toBe(
    'L’obiettivo A1 «Verde (parco)» costa 2 euro.',
  );
});

test('a placeholder no field fills is left as it is', () => {
  expect(say({ code: 'A1' })).toContain('{title}');
});
