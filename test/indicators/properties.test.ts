import fc from 'fast-check';
import { gridOf, snapshotOf } from '../../src/workbook';
import { evaluateIndicator, readBaseData } from '../../src/indicators';

/** Random expressions, written as offices write, must mean what they mean. */
type Expression =
  | { readonly kind: 'name'; readonly index: number }
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'binary';
      readonly sign: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

const NAMES = [
  'Utenti serviti',
  'Richieste pervenute',
  'Ore di apertura',
  'Spesa per il personale',
  'Alunni iscritti (0-3 anni)',
  'Domande al 31/12',
  'Posti part-time',
  'Carte d’identità',
  'Entrate e spese',
  'Interventi su strade',
];
const VALUES = [320, 410, 36, 1250000, 88, 57, 12, 2900, 17.5, 61];

const data = readBaseData(
  snapshotOf([
    gridOf('Dati', [['Grandezza', 'Unità', 2017], ...NAMES.map((name, i) => [name, 'n.', VALUES[i] ?? 0])]),
  ]),
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.nat({ max: NAMES.length - 1 }).map((index): Expression => ({ kind: 'name', index })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(2, 3, 12, 100, 1000, 12.5, 0.25, 1234.5, 36000)
      .map((value): Expression => ({ kind: 'number', value })),
  },
);

const expression = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'e' },
    leaf,
    fc
      .record({
        sign: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: tie('tree'),
        right: tie('tree'),
      })
      .map((one): Expression => ({ kind: 'binary', ...one })),
  ),
})).tree;

function evaluate(node: Expression): number {
  if (node.kind === 'name') return VALUES[node.index] ?? Number.NaN;
  if (node.kind === 'number') return node.value;
  const [a, b] = [evaluate(node.left), evaluate(node.right)];
  return node.sign === '+' ? a + b : node.sign === '-' ? a - b : node.sign === '*' ? a * b : a / b;
}

/** Choices of wording, drawn in advance so that shrinking keeps them. */
interface Style {
  readonly picks: readonly number[];
}

class Writer {
  private at = 0;
  constructor(private readonly style: Style) {}

  pick<T>(list: readonly T[]): T {
    const n = this.style.picks[this.at++ % this.style.picks.length] ?? 0;
    return list[n % list.length] as T;
  }

  write(node: Expression, level: number): string {
    if (node.kind === 'number') return this.number(node.value);
    if (node.kind === 'name') return this.name(NAMES[node.index] ?? '');
    const own = node.sign === '+' || node.sign === '-' ? 1 : 2;
    const [open, close] = this.pick([
      ['(', ')'],
      ['[', ']'],
      ['( ', ' )'],
    ] as const);
    const text = `${this.write(node.left, own)}${this.sign(node.sign)}${this.write(node.right, own + 1)}`;
    return own < level || this.pick([false, false, true]) ? `${open}${text}${close}` : text;
  }

  private number(value: number): string {
    const [whole = '', fraction] = String(value).split('.');
    const grouped = this.pick([whole, whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.')]);
    return fraction ? `${grouped},${fraction}` : grouped;
  }

  private name(name: string): string {
    return this.pick([
      name,
      name.toLowerCase(),
      `n. ${name}`,
      `N° ${name.toLowerCase()}`,
      `numero ${name.toLowerCase()}`,
      name.replace('’', "'"),
    ]);
  }

  private sign(sign: '+' | '-' | '*' | '/'): string {
    if (sign === '+') return this.pick([' + ', '+ ', ' più ']);
    if (sign === '-') return this.pick([' - ', ' – ', ' − ', ' meno ']);
    if (sign === '*') return this.pick([' * ', ' × ', ' x ', ' · ', ' moltiplicato per ']);
    return this.pick([' / ', '/', ' : ', ' ÷ ', ' diviso ', ' fratto ', ' diviso per ']);
  }
}

/** `31/12/12` without spaces is a date, and nobody could tell otherwise. */
function looksLikeDate(formula: string): boolean {
  return /31\/12\/\d/.test(formula);
}

test('random expressions mean what direct evaluation says', () => {
  const style = fc
    .array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 60 })
    .map((picks): Style => ({ picks }));
  fc.assert(
    fc.property(expression, style, (tree, how) => {
      const formula = new Writer(how).write(tree, 0);
      fc.pre(formula.length <= 480 && !looksLikeDate(formula));
      const expected = evaluate(tree);
      const result = evaluateIndicator({ name: 'Prova', formula, unit: 'x' }, data, '2017');
      if (!Number.isFinite(expected)) return expect(result.outcome).toBe('not-computable');
      if (result.outcome !== 'value' && divisionByZero(tree))
        return expect(result.problem?.code).toBe('division-by-zero');
      expect({ formula, outcome: result.outcome, why: result.reason?.it }).toMatchObject({
        outcome: 'value',
      });
      const error = Math.abs((result.value as number) - expected) / Math.max(1, Math.abs(expected));
      return expect({ formula, error: error < 1e-9 }).toEqual({ formula, error: true });
    }),
    { numRuns: 1500 },
  );
});

function divisionByZero(node: Expression): boolean {
  if (node.kind !== 'binary') return false;
  return (
    (node.sign === '/' && evaluate(node.right) === 0) ||
    divisionByZero(node.left) ||
    divisionByZero(node.right)
  );
}

test('the reading in words evaluates to the same value', () => {
  const style = fc
    .array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 60 })
    .map((picks): Style => ({ picks }));
  fc.assert(
    fc.property(expression, style, (tree, how) => {
      const formula = new Writer(how).write(tree, 0);
      fc.pre(formula.length <= 200 && !looksLikeDate(formula));
      const once = evaluateIndicator({ name: 'Prova', formula, unit: 'x' }, data, '2017');
      fc.pre(
        once.outcome === 'value' &&
          once.reading.it.length <= 480 &&
          !/ per (?:10|100|1\.?000)\b/.test(once.reading.it),
      );
      const again = evaluateIndicator({ name: 'Prova', formula: once.reading.it, unit: 'x' }, data, '2017');
      expect({ formula, reading: once.reading.it, outcome: again.outcome }).toMatchObject({
        outcome: 'value',
      });
      expect(again.value as number).toBeCloseTo(once.value as number, 6);
    }),
    { numRuns: 300 },
  );
});
