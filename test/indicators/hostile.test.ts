import fc from 'fast-check';
import {
  compileExpression,
  evaluateIndicator,
  isRefusal,
  MAX_LENGTH,
  readFormula,
  STEPS_PER_CHARACTER,
} from '../../src/indicators';
import { HOSTILE_EXPRESSIONS, HOSTILE_TEXTS } from './support/hostile';
import { formulaLikeText } from './support/random';
import { officeBaseData } from './support/offices';
import { runs } from '../support/share';

const data = officeBaseData();
const symbols = new Set(['q0', 'q1']);

describe('the engine refuses everything but arithmetic on declared symbols', () => {
  test.each(HOSTILE_EXPRESSIONS.map((text) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text]))(
    '%j',
    (_shown, text) => {
      const compiled = compileExpression(text, symbols);
      expect(isRefusal(compiled)).toBe(true);
    },
  );

  test('what it is for', () => {
    const scope = new Map([
      ['q0', 6],
      ['q1', 3],
    ]);
    for (const [text, value] of [
      ['q0 / q1', 2],
      ['-(q0 - q1) ^ 2', -9],
      ['(q0 > q1 ? 1 : 0)', 1],
      ['mean(q0, q1)', 4.5],
      ['round(q0 / 4, 0)', 2],
    ] as const) {
      const compiled = compileExpression(text, symbols);
      expect(isRefusal(compiled) ? compiled : compiled.evaluate(scope)).toBe(value);
    }
  });

  test('evaluation leaves nothing behind', () => {
    const scope = new Map([
      ['q0', 1],
      ['q1', 2],
    ]);
    const compiled = compileExpression('q0 + q1', symbols);
    if (!isRefusal(compiled)) compiled.evaluate(scope);
    expect([...scope.keys()]).toEqual(['q0', 'q1']);
  });
});

describe('any text in a formula cell ends in a plain outcome', () => {
  test.each(HOSTILE_TEXTS.map((text) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text]))(
    '%j',
    (_shown, text) => {
      for (const unit of ['%', 'n.', '']) {
        const outcome = evaluateIndicator({ name: 'Prova', formula: text, unit }, data, '2023');
        if (outcome.outcome === 'value') expect(Number.isFinite(outcome.value as number)).toBe(true);
        else {
          expect(outcome.value).toBeNull();
          expect(outcome.reason?.it).toMatch(/\S/);
        }
      }
    },
  );

  test('names that are keys of every object are only names', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const outcome = evaluateIndicator(
        { name: 'Prova', formula: `${name} / prestiti biblioteca`, unit: '%' },
        data,
        '2023',
      );
      expect(outcome).toMatchObject({
        outcome: 'missing-data',
        missing: [{ reason: 'unknown-quantity' }],
      });
    }
  });
});

describe('random texts', () => {
  test('never throw, and cost at most a fixed number of steps per character', () => {
    fc.assert(
      fc.property(
        formulaLikeText(),
        fc.constantFrom('%', 'n.', '', '€', 'SI/NO'),
        fc.boolean(),
        (text, unit, withData) => {
          const reading = readFormula(text, { name: 'Prova', unit, ...(withData ? { data } : {}) });
          const bounded =
            text.length > MAX_LENGTH || reading.steps <= STEPS_PER_CHARACTER * (text.length + 16);
          const inside = [reading.problem, ...reading.flags.elisions].every(
            (span) => !span || (span.start >= 0 && span.end <= text.length),
          );
          const decided = reading.tree !== null || reading.problem !== null || reading.kind === 'boolean';
          return bounded && inside && decided;
        },
      ),
      runs(500),
    );
  });

  test('give a finite number or a reason', () => {
    fc.assert(
      fc.property(formulaLikeText(), fc.constantFrom('%', 'n.', ''), (text, unit) => {
        const { outcome, value, problem, missing } = evaluateIndicator(
          { name: 'Prova', formula: text, unit },
          data,
          '2023',
        );
        if (outcome === 'value') return typeof value === 'number' && Number.isFinite(value);
        if (outcome === 'boolean') return typeof value === 'boolean';
        return value === null && (problem !== null || missing.length > 0);
      }),
      runs(300),
    );
  });

  test('ordinary formulas stay far from the limit', () => {
    const text =
      '(n. alloggi popolari assegnati+n. alloggi emergenza assegnati+alloggi affitto calmierato)/totale richieste x 100';
    expect(readFormula(text, { name: 'Prova', unit: '%', data }).steps).toBeLessThan(20 * text.length);
  });
});
