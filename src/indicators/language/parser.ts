import type {
  Comparator,
  Formula,
  FormulaFunction,
  FormulaProblem,
  ProblemCode,
  QuantityNode,
  Span,
} from '../types';
import type { Budget } from './budget';
import type { Item } from './items';

/** Arguments each function takes. */
const ARGUMENTS: Readonly<Record<FormulaFunction, readonly [number, number]>> = {
  mean: [1, 60],
  sum: [1, 60],
  min: [1, 60],
  max: [1, 60],
  if: [3, 3],
  round: [1, 2],
};

/** Nesting of signs and powers without brackets that nobody writes on purpose. */
const MAX_NESTING = 20;

/** A tree or why there is none. */
export interface ParseResult {
  readonly tree: Formula | null;
  readonly problem: FormulaProblem | null;
}

/** Items → tree by precedence: comparison, sum, product and rate, power, sign. */
export function parseItems(text: string, items: readonly Item[], budget: Budget): ParseResult {
  return new Parser(text, items, budget).parse();
}

class Parser {
  private at = 0;
  private nesting = 0;
  private problem: FormulaProblem | null = null;

  constructor(
    private readonly text: string,
    private readonly items: readonly Item[],
    private readonly budget: Budget,
  ) {}

  parse(): ParseResult {
    const tree = this.comparison();
    const rest = this.peek();
    if (rest && !this.problem)
      this.fail(rest.t === 'separator' ? 'several-formulas' : 'missing-operator', rest);
    return this.problem ? { tree: null, problem: this.problem } : { tree, problem: null };
  }

  private peek(): Item | undefined {
    this.budget.tick();
    return this.problem ? undefined : this.items[this.at];
  }

  private operator(signs: string): (Item & { t: 'operator' }) | null {
    const item = this.peek();
    if (item?.t !== 'operator' || !signs.includes(item.operator)) return null;
    this.at++;
    return item;
  }

  private fail(code: ProblemCode, span: Span): null {
    this.problem ??= {
      code,
      start: span.start,
      end: span.end,
      text: this.text.slice(span.start, span.end),
      params: {},
    };
    return null;
  }

  private comparison(): Formula | null {
    const left = this.sum();
    const item = this.peek();
    if (!left || item?.t !== 'comparator') return left;
    this.at++;
    const right = this.sum();
    return right
      ? { kind: 'comparison', operator: item.operator as Comparator, left, right, ...over(left, right) }
      : null;
  }

  private sum(): Formula | null {
    let left = this.product();
    for (;;) {
      const sign = left && this.operator('+-');
      if (!left || !sign) return left;
      const right = this.product();
      if (!right) return null;
      left = operation(left, sign, right);
    }
  }

  private product(): Formula | null {
    let left = this.power();
    for (;;) {
      const item = left && this.peek();
      if (!left || !item) return left;
      if (item.t === 'rate') {
        this.at++;
        const denominator = this.power();
        if (!denominator) return null;
        left = rate(left, denominator, item.per, item);
        continue;
      }
      const sign = this.operator('*/') ?? this.impliedTimes(left, item);
      if (!sign) return left;
      const right = this.power();
      if (!right) return null;
      left = operation(left, sign, right);
    }
  }

  /** `100 (a/b)`: only a factor of 10, 100, 1000 … before a bracket multiplies without a sign. */
  private impliedTimes(left: Formula, next: Item): (Item & { t: 'operator' }) | null {
    const factor = left.kind === 'number' && left.value >= 10 && Number.isInteger(Math.log10(left.value));
    return factor && next.t === 'open'
      ? { t: 'operator', operator: '*', implied: true, tight: false, start: next.start, end: next.start }
      : null;
  }

  private power(): Formula | null {
    const left = this.unary();
    const sign = left && this.operator('^');
    if (!left || !sign) return left;
    if (++this.nesting > MAX_NESTING) return this.fail('too-deep', sign);
    const right = this.power();
    this.nesting--;
    return right && (this.powerOfTen(left, right) ?? operation(left, sign, right));
  }

  /** `x 10^2` is the factor 100. */
  private powerOfTen(left: Formula, right: Formula): Formula | null {
    if ((left.kind !== 'number' || right.kind !== 'number' || left.value !== 10 || left.unit) ?? right.unit)
      return null;
    if (!/^[1-9]$/.test(right.text)) return null;
    const at = over(left, right);
    return { ...left, ...at, value: 10 ** right.value, text: this.text.slice(at.start, at.end) };
  }

  private unary(): Formula | null {
    const sign = this.operator('+-');
    if (!sign) return this.primary();
    if (++this.nesting > MAX_NESTING) return this.fail('too-deep', sign);
    const operand = this.unary();
    this.nesting--;
    if (!operand || sign.operator === '+') return operand;
    return { kind: 'negation', operand, start: sign.start, end: operand.end };
  }

  private primary(): Formula | null {
    const item = this.peek();
    const before = this.items[this.at - 1];
    if (!item) return this.fail('missing-operand', before ?? { start: 0, end: 0 });
    this.at++;
    switch (item.t) {
      case 'number':
        return {
          kind: 'number',
          value: item.value,
          text: item.text,
          unit: item.unit,
          start: item.start,
          end: item.end,
        };
      case 'percent':
        return { kind: 'percent', value: item.value, text: item.text, start: item.start, end: item.end };
      case 'phrase':
        return quantity(item);
      case 'open':
        return this.group(item);
      case 'function':
        return this.call(item);
      case 'sum':
        return this.aggregate(item);
      default:
        this.at--;
        return this.fail('missing-operand', item);
    }
  }

  private group(open: Item): Formula | null {
    if (++this.nesting > 3 * MAX_NESTING) return this.fail('too-deep', open);
    const inner = this.comparison();
    this.nesting--;
    const close = this.peek();
    if (!inner) return null;
    if (close?.t !== 'close') {
      if (close) return this.fail(close.t === 'separator' ? 'several-formulas' : 'missing-operator', close);
      return this.fail('unbalanced-brackets', open);
    }
    this.at++;
    return inner;
  }

  private call(item: Item & { t: 'function' }): Formula | null {
    this.at++;
    if (++this.nesting > 3 * MAX_NESTING) return this.fail('too-deep', item);
    const list: Formula[] = [];
    for (;;) {
      const argument = this.comparison();
      if (!argument) return null;
      list.push(argument);
      const next = this.peek();
      if (!next) return this.fail('unbalanced-brackets', item);
      this.at++;
      if (next.t === 'close') {
        this.nesting--;
        const [least, most] = ARGUMENTS[item.name];
        const ok = list.length >= least && list.length <= most && hasDigits(item.name, list[1]);
        return ok
          ? { kind: 'call', function: item.name, arguments: list, start: item.start, end: next.end }
          : this.fail('wrong-arguments', item);
      }
      if (next.t !== 'separator') return this.fail('missing-operator', next);
    }
  }

  private aggregate(item: Item): Formula | null {
    const body = this.unary();
    return (
      body && { kind: 'aggregate', function: 'sum', body, group: null, start: item.start, end: body.end }
    );
  }
}

/** How far to round must be a number that stands there. */
function hasDigits(name: FormulaFunction, digits: Formula | undefined): boolean {
  if (name !== 'round' || digits === undefined) return true;
  return digits.kind === 'number' || (digits.kind === 'negation' && digits.operand.kind === 'number');
}

function over(left: Span, right: Span): Span {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
}

/** Two operands and the sign between them; a sign that nobody wrote has no place. */
function operation(left: Formula, sign: Item & { t: 'operator' }, right: Formula): Formula {
  return {
    kind: 'operation',
    operator: sign.operator,
    left,
    right,
    sign: sign.implied ? null : { start: sign.start, end: sign.end },
    ...over(left, right),
  };
}

/** `(incidenti / abitanti) per 1000 abitanti` is already divided: the rate only multiplies. */
function rate(numerator: Formula, denominator: Formula, per: number, at: Span): Formula {
  const divided =
    numerator.kind === 'operation' &&
    numerator.operator === '/' &&
    numerator.right.kind === 'quantity' &&
    denominator.kind === 'quantity';
  if (divided && saysNoMore(numerator.right as QuantityNode, denominator)) {
    const right: Formula = {
      kind: 'number',
      value: per,
      text: String(per),
      unit: denominator.text,
      start: at.start,
      end: denominator.end,
    };
    return {
      kind: 'operation',
      operator: '*',
      left: numerator,
      right,
      sign: at,
      ...over(numerator, denominator),
    };
  }
  return { kind: 'rate', numerator, denominator, per, ...over(numerator, denominator) };
}

/** `abitanti` for `abitanti residenti`: nothing but what the other says too. */
function saysNoMore(a: QuantityNode, b: QuantityNode): boolean {
  const starts = (node: QuantityNode): string[] =>
    (node.core.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 4));
  const known = starts(a);
  return starts(b).every((start) => known.includes(start));
}

function quantity(item: Item & { t: 'phrase' }): QuantityNode {
  return {
    kind: 'quantity',
    text: item.text,
    name: item.name,
    core: item.name,
    prefixes: [],
    period: null,
    completed: item.implied,
    bareTotal: false,
    match: null,
    candidates: [],
    ambiguous: false,
    options: [],
    start: item.start,
    end: item.end,
  };
}
