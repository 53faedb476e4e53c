import fc from 'fast-check';
import { stepOf, stepsOf } from '../../../src/mapping/words/steps';

const textsOf = (text: string) => stepsOf(text)?.map((step) => [step.text, step.term]);

test.each([
  ['Montaggio entro il 15 giugno', 'Montaggio', 'entro il 15 giugno'],
  ['Gara (entro il 31/03/2024)', 'Gara', 'entro il 31/03/2024'],
  ['Gara – 31/03/2024', 'Gara', '31/03/2024'],
  ['30/06: collaudo', 'collaudo', '30/06'],
  ['Collaudo entro i termini di legge', 'Collaudo entro i termini di legge', null],
  ['Gara (lotto 2)', 'Gara (lotto 2)', null],
])('%j is a step with its time', (text, what, term) => {
  expect(stepOf(text)).toEqual({ text: what, term });
});

describe('steps listed in one cell', () => {
  test('with the time in front', () => {
    expect(textsOf('entro aprile: bando; entro luglio: lavori')).toEqual([
      ['bando', 'entro aprile'],
      ['lavori', 'entro luglio'],
    ]);
    expect(textsOf('30/04/2026: bando\n31/07/2026: lavori')).toEqual([
      ['bando', '30/04/2026'],
      ['lavori', '31/07/2026'],
    ]);
  });

  test('with the time behind', () => {
    expect(textsOf('bando (30/04); lavori (luglio)')).toEqual([
      ['bando', '30/04'],
      ['lavori', 'luglio'],
    ]);
    expect(textsOf('- bando entro il 30/04/2026\n- lavori entro il 31/07/2026')).toEqual([
      ['bando', 'entro il 30/04/2026'],
      ['lavori', 'entro il 31/07/2026'],
    ]);
  });

  test('one may have no time, two may not', () => {
    expect(textsOf('entro aprile: bando; entro luglio: lavori; collaudo')?.at(-1)).toEqual([
      'collaudo',
      null,
    ]);
    expect(stepsOf('entro aprile: bando; lavori; collaudo')).toBeNull();
  });

  test.each([
    'bando entro il 30/04/2026',
    'bando; lavori; collaudo',
    'Nuova ludoteca: apertura\ne presìdi',
    'utenti serviti; utenti iscritti',
    '',
  ])('%j is no list of steps', (text) => {
    expect(stepsOf(text)).toBeNull();
  });

  test('nothing but signs is lost', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}( [a-z]{3,8}){0,2}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
        const text = words.map((one, at) => `entro il ${at + 10}/06: ${one}`).join('; ');
        expect(stepsOf(text)?.map((step) => step.text)).toEqual(words);
      }),
    );
  });
});
