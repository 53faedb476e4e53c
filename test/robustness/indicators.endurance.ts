import fc from 'fast-check';
import { evaluateIndicator, MAX_LENGTH, readFormula, STEPS_PER_CHARACTER } from '../../src/indicators';
import { officeBaseData } from '../indicators/support/offices';
import { formulaLikeText } from '../indicators/support/random';

const data = officeBaseData();

test('100,000 random texts are read within their steps, Unicode included', () => {
  fc.assert(
    fc.property(
      formulaLikeText(),
      fc.constantFrom('%', 'n.', '', '€', 'SI/NO'),
      fc.boolean(),
      (text, unit, withData) => {
        const reading = readFormula(text, { name: 'Prova', unit, ...(withData ? { data } : {}) });
        const bounded = text.length > MAX_LENGTH || reading.steps <= STEPS_PER_CHARACTER * (text.length + 16);
        return bounded && (reading.tree !== null || reading.problem !== null || reading.kind === 'boolean');
      },
    ),
    { numRuns: 100_000 },
  );
});

test('20,000 random texts give a finite value or a reason', () => {
  fc.assert(
    fc.property(formulaLikeText(), fc.constantFrom('%', 'n.', ''), (text, unit) => {
      const { outcome, value, problem, missing } = evaluateIndicator(
        { name: 'Prova', formula: text, unit },
        data,
        '2023',
      );
      if (outcome === 'value') return typeof value === 'number' && Number.isFinite(value);
      return outcome === 'boolean' || (value === null && (problem !== null || missing.length > 0));
    }),
    { numRuns: 20_000 },
  );
});
