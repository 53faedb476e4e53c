import type {
  BaseData,
  BaseQuantity,
  BaseValue,
  Formula,
  FormulaFunction,
  Period,
  PeriodModifier,
  QuantityNode,
} from '../types';
import { shiftPeriod, standingFor } from '../data/periods';
import { identifierOf } from './render';

/** One symbol of an expression and the quantity it stands for. */
export interface Variable {
  /** Identifier people see in the expression. */
  readonly id: string;
  /** Short identifier the engine sees. */
  readonly symbol: string;
  readonly node: QuantityNode;
  readonly quantity: BaseQuantity | null;
  /** Quantities the phrase may mean, where nothing tells them apart. */
  readonly options: readonly BaseQuantity[];
  readonly period: PeriodModifier | null;
  /** How the values of a column are put together, where the formula says so. */
  readonly reduce: FormulaFunction | null;
}

/** The variables of a tree: quantities that mean the same share one. */
export class Variables {
  readonly list: Variable[] = [];
  private readonly byKey = new Map<string, Variable>();
  private readonly byNode = new Map<QuantityNode, Variable>();
  private readonly quantities: ReadonlyMap<string, BaseQuantity>;

  constructor(tree: Formula, data: BaseData) {
    this.quantities = quantityMap(data);
    this.collect(tree, null);
  }

  of(node: QuantityNode): Variable {
    const known = this.byNode.get(node);
    return known ?? this.add(node, null);
  }

  private collect(node: Formula, reduce: FormulaFunction | null): void {
    switch (node.kind) {
      case 'quantity':
        this.add(node, reduce);
        break;
      case 'operation':
      case 'comparison':
        this.collect(node.left, null);
        this.collect(node.right, null);
        break;
      case 'rate':
        this.collect(node.numerator, null);
        this.collect(node.denominator, null);
        break;
      case 'negation':
        this.collect(node.operand, null);
        break;
      case 'aggregate':
        this.collect(node.body, node.group === null && node.body.kind === 'quantity' ? node.function : null);
        break;
      case 'call':
        for (const argument of node.arguments)
          this.collect(argument, node.arguments.length === 1 ? node.function : null);
        break;
      default:
        break;
    }
  }

  private add(node: QuantityNode, reduce: FormulaFunction | null): Variable {
    const quantity = node.match ? (this.quantities.get(node.match.quantityId) ?? null) : null;
    const options = node.options.flatMap((id) => this.quantities.get(id) ?? []);
    const wanted = quantity && quantity.members.length > 0 ? reduce : null;
    const shift = node.period?.kind === 'shift' && node.period.years === 0 ? null : node.period;
    const key = `${quantity?.id ?? node.name.toLowerCase()}|${JSON.stringify(shift)}|${wanted ?? ''}`;
    let variable = this.byKey.get(key);
    if (!variable) {
      const taken = new Set(this.list.map((one) => one.id));
      const suffix =
        shift === null
          ? ''
          : shift.kind === 'year'
            ? ` ${shift.year}`
            : ` anno ${shift.years < 0 ? 'meno' : 'piu'} ${Math.abs(shift.years)}`;
      const id = identifierOf(`${quantity?.name ?? node.core}${suffix}`, taken);
      variable = {
        id,
        symbol: `q${this.list.length}`,
        node,
        quantity,
        options,
        period: shift,
        reduce: wanted,
      };
      this.list.push(variable);
      this.byKey.set(key, variable);
    }
    this.byNode.set(node, variable);
    return variable;
  }
}

const maps = new WeakMap<BaseData, ReadonlyMap<string, BaseQuantity>>();

/** Base quantities by their ids. */
export function quantityMap(data: BaseData): ReadonlyMap<string, BaseQuantity> {
  let map = maps.get(data);
  if (!map) {
    map = new Map(data.quantities.map((quantity) => [quantity.id, quantity]));
    maps.set(data, map);
  }
  return map;
}

/** A value found, and for which period. */
export interface Lookup {
  readonly value: BaseValue;
  readonly period: Period;
}

/** The value of a quantity in a period: its own, one that stands for it, or the undated one; null where there is none. */
export function valueIn(
  quantity: BaseQuantity,
  period: Period | null,
  modifier: PeriodModifier | null,
): Lookup | null {
  const wanted = periodFor(period, modifier);
  if (wanted !== null) {
    const own = quantity.values.get(wanted);
    if (own) return { value: own, period: wanted };
    for (const other of standingFor(wanted)) {
      const value = quantity.values.get(other);
      if (value) return { value, period: other };
    }
  }
  const undated = modifier === null ? quantity.values.get('') : undefined;
  return undated ? { value: undated, period: '' } : null;
}

/**
 * The quantity whose value counts: the one that matches, or any of several when all have the same value in the
 * period (two rows for the population, say). Null when nothing matches or the values differ.
 */
export function settledQuantity(variable: Variable, period: Period | null): BaseQuantity | null {
  if (variable.quantity) return variable.quantity;
  const [first] = variable.options;
  const valueOf = (one: BaseQuantity): BaseValue['value'] =>
    valueIn(one, period, variable.period)?.value.value ?? null;
  const wanted = first ? valueOf(first) : null;
  return first && wanted !== null && variable.options.every((one) => valueOf(one) === wanted) ? first : null;
}

/** The period a phrase speaks of when the indicator is asked for another. */
export function periodFor(period: Period | null, modifier: PeriodModifier | null): Period | null {
  if (modifier === null) return period;
  if (modifier.kind === 'year')
    return period === null
      ? String(modifier.year)
      : shiftPeriod(period, modifier.year - Number(period.slice(0, 4)));
  return period === null ? null : shiftPeriod(period, modifier.years);
}
