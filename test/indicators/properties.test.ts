import fc from 'fast-check';
import { gridOf, snapshotOf } from '../../src/workbook';
import { evaluateIndicator, readBaseData } from '../../src/indicators';
import { runs } from '../support/share';

/** Random expressions with units, written as offices write, must mean what they mean. */
type Expression =
  | { readonly kind: 'name'; readonly index: number }
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'binary';
      readonly sign: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    };

/** Name, unit, how many of the kind's own unit that is, value. */
type Datum = readonly [name: string, unit: string, factor: number, value: number];

const DATA = {
  count: [
    ['Utenti serviti', 'n.', 1, 320],
    ['Richieste pervenute', 'n.', 1, 410],
    ['Alunni iscritti (0-3 anni)', 'n.', 1, 88],
    ['Domande al 31/12', 'n.', 1, 57],
    ['Posti part-time', 'n.', 1, 12],
    ['Carte d’identità', 'n.', 1, 2900],
  ],
  money: [
    ['Spesa per il personale', '€', 1, 1_250_000],
    ['Entrate e spese', 'migliaia di €', 1000, 17.5],
    ['Interventi su strade', 'milioni di €', 1e6, 6.1],
  ],
  time: [
    ['Ore di apertura', 'ore', 1, 36],
    ['Attesa allo sportello', 'min', 1 / 60, 2900],
    ['Chiusura estiva', 'gg', 24, 15],
  ],
  area: [
    ['Verde attrezzato', 'mq', 1, 3200],
    ['Boschi', 'ha', 10_000, 4.5],
  ],
} as const satisfies Readonly<Record<string, readonly Datum[]>>;
type Kind = keyof typeof DATA;
const KINDS = Object.keys(DATA) as Kind[];
const ALL: readonly Datum[] = KINDS.flatMap((kind): readonly Datum[] => DATA[kind]);
const NAMES = ALL.map(([name]) => name);
const firstOf = (kind: Kind): number => ALL.findIndex(([name]) => name === DATA[kind][0][0]);
/** What a value of a kind is declared in, and how many of the kind's own unit that is. */
const DECLARED: Readonly<Record<Kind | 'pure', readonly (readonly [string, number])[]>> = {
  count: [['n.', 1]],
  money: [
    ['€', 1],
    ['migliaia di €', 1000],
  ],
  time: [
    ['ore', 1],
    ['gg', 24],
    ['minuti', 1 / 60],
  ],
  area: [
    ['mq', 1],
    ['ha', 10_000],
  ],
  pure: [['', 1]],
};

const data = readBaseData(
  snapshotOf([
    gridOf('Dati', [
      ['Grandezza', 'Unità', 2017],
      ...ALL.map(([name, unit, , value]) => [name, unit, value]),
    ]),
  ]),
);

const binary = (sign: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  sign,
  left,
  right,
});

/** An expression of one kind: sums of what is alike, multiples, ratios that scale it. */
function ofKind(kind: Kind, depth: number): fc.Arbitrary<Expression> {
  const leaf = fc
    .nat({ max: DATA[kind].length - 1 })
    .map((at): Expression => ({ kind: 'name', index: firstOf(kind) + at }));
  if (depth === 0) return leaf;
  const inner = ofKind(kind, depth - 1);
  const sum = fc
    .tuple(fc.constantFrom('+' as const, '-' as const), inner, inner)
    .map(([sign, a, b]) => binary(sign, a, b));
  const scaled = fc.tuple(inner, ratio(depth - 1)).map(([a, b]) => binary('*', a, b));
  return fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: sum }, scaled);
}

/** A pure number: one kind divided by itself, or one less that. */
function ratio(depth: number): fc.Arbitrary<Expression> {
  const quotient = fc
    .constantFrom(...KINDS)
    .chain((kind) => fc.tuple(ofKind(kind, Math.max(0, depth - 1)), ofKind(kind, Math.max(0, depth - 1))))
    .map(([a, b]) => binary('/', a, b));
  return fc.oneof(
    quotient,
    quotient.map((one) => binary('-', { kind: 'number', value: 1 }, one)),
  );
}

const expression: fc.Arbitrary<readonly [Expression, string, number]> = fc
  .constantFrom<Kind | 'pure'>(...KINDS, 'pure')
  .chain((kind) => fc.tuple(kind === 'pure' ? ratio(3) : ofKind(kind, 3), fc.constantFrom(...DECLARED[kind])))
  .map(([tree, [unit, factor]]) => [tree, unit, factor] as const);

/** The value in the kind's own unit. */
function evaluate(node: Expression): number {
  if (node.kind === 'name')
    return (ALL[node.index]?.[3] ?? Number.NaN) * (ALL[node.index]?.[2] ?? Number.NaN);
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

const anyStyle = fc
  .array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 60 })
  .map((picks): Style => ({ picks }));

test('random expressions mean what direct evaluation with units says', () => {
  fc.assert(
    fc.property(expression, anyStyle, ([tree, unit, factor], how) => {
      const formula = new Writer(how).write(tree, 0);
      fc.pre(formula.length <= 480 && !looksLikeDate(formula) && !cancels(tree));
      const expected = evaluate(tree) / factor;
      const result = evaluateIndicator({ name: 'Prova', formula, unit }, data, '2017');
      if (!Number.isFinite(expected)) return expect(result.outcome).toBe('not-computable');
      if (result.outcome !== 'value' && divisionByZero(tree))
        return expect(result.problem?.code).toBe('division-by-zero');
      expect({ formula, unit, outcome: result.outcome, why: result.reason?.it }).toMatchObject({
        outcome: 'value',
      });
      const error = Math.abs((result.value as number) - expected) / Math.max(1, Math.abs(expected));
      return expect({ formula, unit, error: error < 1e-9 }).toEqual({ formula, unit, error: true });
    }),
    runs(300),
  );
});

test('brackets left out of a ratio of sums are refused, and proposed', () => {
  const pair = fc
    .constantFrom(...KINDS)
    .chain((above) =>
      fc
        .constantFrom(...KINDS)
        .chain((below) => fc.tuple(ofKind(above, 0), ofKind(above, 0), ofKind(below, 0), ofKind(below, 0))),
    );
  const factor = fc.constantFrom('', ' x 100', ' * 100');
  fc.assert(
    fc.property(pair, factor, ([a, b, c, d], times) => {
      const name = (one: Expression): string => (one.kind === 'name' ? (NAMES[one.index] ?? '') : '');
      const meant = `(${name(a)} + ${name(b)}) / (${name(c)} + ${name(d)})${times}`;
      const written = `${name(a)} + ${name(b)} / ${name(c)} + ${name(d)}${times}`;
      const whole = evaluateIndicator({ name: 'Prova', formula: meant, unit: '' }, data, '2017');
      const made = evaluateIndicator({ name: 'Prova', formula: written, unit: '' }, data, '2017');
      expect({ written, outcome: made.outcome, code: made.problem?.code }).toEqual({
        written,
        outcome: 'not-computable',
        code: 'mixed-dimensions',
      });
      const again = evaluateIndicator({ name: 'Prova', formula: made.proposal, unit: '' }, data, '2017');
      expect({ written, value: again.value }).toEqual({ written, value: whole.value });
    }),
    runs(75),
  );
});

/** A difference of equals: in binary fractions it may be a hair off zero, and what is divided by it anything. */
function cancels(node: Expression): boolean {
  if (node.kind !== 'binary') return false;
  const [a, b] = [evaluate(node.left), evaluate(node.right)];
  const gone = node.sign === '-' && Math.abs(a - b) <= 1e-9 * (Math.abs(a) + Math.abs(b));
  return gone || cancels(node.left) || cancels(node.right);
}

function divisionByZero(node: Expression): boolean {
  if (node.kind !== 'binary') return false;
  return (
    (node.sign === '/' && evaluate(node.right) === 0) ||
    divisionByZero(node.left) ||
    divisionByZero(node.right)
  );
}

test('the reading in words evaluates to the same value', () => {
  fc.assert(
    fc.property(expression, anyStyle, ([tree, unit], how) => {
      const formula = new Writer(how).write(tree, 0);
      fc.pre(formula.length <= 200 && !looksLikeDate(formula) && unit !== '%');
      const once = evaluateIndicator({ name: 'Prova', formula, unit }, data, '2017');
      fc.pre(
        once.outcome === 'value' &&
          once.reading.it.length <= 480 &&
          !/ per (?:10|100|1\.?000)\b/.test(once.reading.it),
      );
      const again = evaluateIndicator({ name: 'Prova', formula: once.reading.it, unit }, data, '2017');
      expect({ formula, reading: once.reading.it, outcome: again.outcome }).toMatchObject({
        outcome: 'value',
      });
      expect(again.value as number).toBeCloseTo(once.value as number, 6);
    }),
    runs(75),
  );
});

/** Units to declare: text, kind, how many of the kind's own unit. */
const UNITS: readonly (readonly [string, Kind, number])[] = [
  ['€', 'money', 1],
  ['migliaia di €', 'money', 1000],
  ['ore', 'time', 1],
  ['gg', 'time', 24],
  ['mq', 'area', 1],
  ['ha', 'area', 10_000],
];

/** What a ratio is worth in a unit; null where the unit says something else than the ratio. */
function inUnit([a, b]: readonly [number, number], unit: readonly (typeof UNITS)[number][]): number | null {
  const kindOf = (index: number): Kind =>
    KINDS.find((kind) => DATA[kind].some(([name]) => name === NAMES[index])) ?? 'count';
  const [, , factorA = 1, valueA = 0] = ALL[a] ?? [];
  const [, , factorB = 1, valueB = 0] = ALL[b] ?? [];
  const [above, below] = unit;
  if (!above || kindOf(a) !== above[1]) return null;
  const top = (valueA * factorA) / above[2];
  if (below)
    return kindOf(b) === below[1] && kindOf(a) !== kindOf(b) ? top / ((valueB * factorB) / below[2]) : null;
  return kindOf(a) !== kindOf(b) || kindOf(a) === 'time' ? top / valueB : null;
}

test('a ratio shown in the declared unit is worth that in that unit, or is shown in its own, or refused', () => {
  const index = fc.nat({ max: ALL.length - 1 });
  const unit = fc.array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(index, index, unit, fc.constantFrom(1, 100, 1000), (a, b, declared, times) => {
      // `€/€` and `ore/gg` fit any ratio of likes.
      fc.pre(declared[0]?.[1] !== declared[1]?.[1]);
      const text = declared.map(([one]) => one).join('/');
      const factor = times === 1 ? '' : ` x ${times}`;
      const formula = `${NAMES[a]} / ${NAMES[b]}${factor}`;
      const made = evaluateIndicator({ name: 'Prova', formula, unit: text }, data, '2017');
      if (made.outcome !== 'value') return;
      const raw = (times * (ALL[a]?.[3] ?? 0)) / (ALL[b]?.[3] ?? 1);
      const worth = inUnit([a, b], declared);
      const close = (one: number): boolean => Math.abs((made.value as number) - one) <= 1e-9 * Math.abs(one);
      // A factor may be the conversion itself: `migliaia x 1000` in €.
      const right =
        made.unit === text
          ? worth !== null && (close(worth * times) || (close(worth) && close(raw)))
          : made.unit !== null;
      expect({ formula, text, value: made.value, unit: made.unit, right }).toMatchObject({ right: true });
    }),
    runs(300),
  );
});
