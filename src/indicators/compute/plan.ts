import type {
  BaseData,
  BaseQuantity,
  Formula,
  FormulaContext,
  FormulaProblem,
  FormulaReading,
  IndicatorText,
  QuantityNode,
} from '../types';
import { lexiconOf, readFully } from '../language/reading';
import { isRateName } from '../language/flags';
import { nameKey } from '../language/names';
import { quantitiesOf } from '../language/tree';
import { percentUnit, yesNoUnit } from '../units/units';
import { compileExpression, isRefusal, type Compiled } from './engine';
import { renderExpression } from './render';
import { regrouped } from './regroup';
import { balance } from './scale';
import { settle, type Settled } from './settle';
import { quantityMap, Variables, type Variable } from './variables';
import { weigh } from './weigh';

/** A part of the formula that must be finite, and not zero where it divides. */
export interface Check {
  readonly node: Formula;
  readonly nonZero: boolean;
  /** Whether what is wrong with the part may not show in the result: the infinite below a line, or in a function. */
  readonly hidden: boolean;
  /** The variable, when the part is one; else its compiled expression. */
  readonly variable: Variable | null;
  readonly code: Compiled | null;
}

/** A formula prepared for a set of base data: read, bound, compiled. Evaluated as often as there are periods. */
export interface Plan {
  readonly reading: FormulaReading;
  readonly tree: Formula | null;
  readonly variables: readonly Variable[];
  readonly code: Compiled | null;
  /** For people: `titolo_i / popolazione`. */
  readonly expression: string | null;
  readonly scale: number;
  /** The value's own unit, where it is not the one declared; else null. */
  readonly unit: string | null;
  /** The declared unit is one the formula cannot give. */
  readonly contradicted: boolean;
  /** Quantities were converted to one unit, or the result to the declared one. */
  readonly converted: boolean;
  readonly checks: readonly Check[];
  /** For the plain way, where nothing stands against computing: code, and the checks whose failure the result may hide. */
  readonly plain: { readonly code: Compiled; readonly checks: readonly Check[] } | null;
  /** What makes it not computable whatever the values. */
  readonly problem: FormulaProblem | null;
  /** What makes the calculation meaningless, once all its quantities are there: money added to a pure number. */
  readonly senseless: FormulaProblem | null;
  /** The brackets that would give it a meaning. */
  readonly proposal: string | null;
  /** Over the members of a group (`media … su tutti gli sportelli`). */
  readonly overGroup: (Formula & { kind: 'aggregate' }) | null;
  readonly yesNo: boolean;
  /** The formula stands in the indicator's name. */
  readonly inTitle: boolean;
  /** Whether another indicator's name would give the same plan. */
  readonly nameless: boolean;
  /** Symbols and their values during evaluation. */
  readonly scope: Map<string, number>;
}

/** Reads, binds and compiles one indicator's formula (or its name, where a count has no formula). */
export function planFor(indicator: IndicatorText, data: BaseData): Plan {
  const context: FormulaContext = { name: indicator.name, unit: indicator.unit ?? '', data };
  const { reading, usedName } = readFully(indicator.formula, context);
  const yesNo = yesNoUnit(indicator.unit) || reading.kind === 'boolean';
  if (reading.tree && !reading.problem) return bind(reading, reading.tree, indicator, data, yesNo, !usedName);
  const nameless = reading.kind === 'missing' || reading.kind === 'boolean';
  const byName = nameless ? nameAsQuantity(indicator, data, yesNo, reading.definition) : null;
  if (byName && /^(?:exact|normalised)$/.test(byName.match?.how ?? ''))
    return bind(reading, byName, indicator, data, yesNo, false);
  const inTitle = reading.kind === 'missing' ? formulaInTitle(indicator, data) : null;
  if (inTitle?.tree) return { ...bind(inTitle, inTitle.tree, indicator, data, yesNo, false), inTitle: true };
  if (byName) return bind(reading, byName, indicator, data, yesNo, false);
  const problem = reading.problem ?? { code: 'missing-formula', start: 0, end: 0, text: '', params: {} };
  return { ...unbound(reading, yesNo), problem };
}

/** A plan that computes nothing, for a formula whose reading failed. */
export function failedPlan(indicator: IndicatorText, problem: FormulaProblem): Plan {
  const { reading } = readFully(null, {});
  return { ...unbound({ ...reading, text: indicator.formula ?? '' }, false), problem };
}

function unbound(reading: FormulaReading, yesNo: boolean): Plan {
  return {
    reading,
    tree: reading.tree,
    variables: [],
    code: null,
    expression: null,
    scale: 1,
    unit: null,
    contradicted: false,
    converted: false,
    checks: [],
    plain: null,
    problem: null,
    senseless: null,
    proposal: null,
    overGroup: null,
    yesNo,
    inTitle: false,
    nameless: false,
    scope: new Map(),
  };
}

/**
 * The formula an indicator's name holds (`n. X / n. Y`, `nome = formula`, `nome (formula)`); null for names that only
 * name. Without base data only what cannot be read otherwise counts.
 */
export function formulaInTitle(
  { name, unit }: Pick<IndicatorText, 'name' | 'unit'>,
  data?: BaseData,
): FormulaReading | null {
  if (!/[/÷:=+*×(]|\b(?:su|per|diviso|rapporto|x)\b/i.test(name)) return null;
  const { reading } = readFully(name, { unit: unit ?? '', ...(data ? { data } : {}) });
  const { tree, problem } = reading;
  if (!tree || problem || !/^(?:ratio|rate|sum|difference|product|function|aggregate)$/.test(reading.kind))
    return null;
  const quantities = quantitiesOf(tree);
  if (quantities.length === 0) return null;
  const known = quantities.every((one) => one.match !== null || one.ambiguous);
  const counted =
    quantities.length > 1 && quantities.every((one) => /^(?:count|total)$/.test(one.prefixes[0] ?? ''));
  const defined = /=/.test(name) && reading.definition !== null;
  return known || counted || defined ? reading : null;
}

/** Without a formula a count (or SI/NO) takes the quantity of its own name; a rate does only under its exact name. */
function nameAsQuantity(
  indicator: IndicatorText,
  data: BaseData,
  yesNo: boolean,
  described: string | null,
): QuantityNode | null {
  const { index } = lexiconOf(data);
  const own = index.find(indicator.name, indicator.unit ?? '');
  const found = !own.quantity && described ? index.find(described, indicator.name) : own;
  const exact = found.how === 'exact' || found.how === 'normalised';
  const rate = percentUnit(indicator.unit) || isRateName(indicator.name);
  const sameShare = !rate || (exact && (!percentUnit(indicator.unit) || percentUnit(found.quantity?.unit)));
  const usable = found.quantity && !found.addsTotal && sameShare && (exact || index.isCertain(found));
  if (!usable && !yesNo) return null;
  const match =
    usable && found.quantity && found.how
      ? { quantityId: found.quantity.id, name: found.quantity.name, how: found.how }
      : null;
  const { name } = indicator;
  const { prefixes } = nameKey(name);
  return {
    kind: 'quantity',
    text: '',
    name,
    core: name,
    prefixes,
    period: null,
    completed: false,
    bareTotal: false,
    match,
    candidates: found.candidates,
    ambiguous: false,
    options: [],
    start: 0,
    end: 0,
  };
}

function bind(
  reading: FormulaReading,
  written: Formula,
  indicator: IndicatorText,
  data: BaseData,
  yesNo: boolean,
  nameless: boolean,
): Plan {
  const quantities = quantityMap(data);
  const quantityOf = (node: QuantityNode): BaseQuantity | null =>
    quantities.get(node.match?.quantityId ?? node.options[0] ?? '') ?? null;
  const { weight, problem: senseless, converted } = weigh(written, quantityOf);
  const settled = settle(weight, indicator.unit, {
    percent: reading.flags.saysPercent,
    perThousand: reading.flags.saysPerThousand,
  });
  const share = percentUnit(settled.unit ?? indicator.unit);
  const balanced = balance(weight.tree, share, (node) => percentUnit(quantityOf(node)?.unit));
  const { tree } = balanced;
  const scale = balanced.scale * settled.scale;
  const proposal = senseless || settled.contradicted ? regrouped(written, quantityOf, indicator.unit) : null;
  const badly =
    senseless ?? settled.problem ?? (proposal === null ? null : unlikeUnit(written, settled, indicator));
  const overGroup = tree.kind === 'aggregate' && tree.group !== null ? tree : null;
  const body = overGroup ? overGroup.body : tree;
  const variables = new Variables(overGroup ? overGroup.body : tree, data);
  const expression = renderExpression(body, (node) => variables.of(node).id);
  const symbols = new Set(variables.list.map((one) => one.symbol));
  const compile = (node: Formula): Compiled | FormulaProblem => {
    const code = compileExpression(
      renderExpression(node, (one) => variables.of(one).symbol),
      symbols,
    );
    if (!isRefusal(code)) return code;
    return {
      code: 'too-complex',
      start: tree.start,
      end: tree.end,
      text: reading.text,
      params: { detail: code.refused },
    };
  };
  const code = compile(body);
  const problem =
    'code' in code ? code : (balanced.problem ?? bareUnitProblem(tree, variables, indicator, reading));
  const checks = 'code' in code ? [] : checksOf(body, variables, compile);
  const reduced = variables.list.some((one) => !one.quantity || one.reduce !== null);
  const plain =
    'code' in code || problem || badly || overGroup || yesNo || reduced
      ? null
      : { code, checks: checks.filter((one) => one.hidden) };
  return {
    reading,
    tree,
    variables: variables.list,
    code: 'code' in code ? null : code,
    expression,
    scale,
    unit: settled.unit,
    contradicted: settled.contradicted,
    converted: converted || settled.scale !== 1,
    checks,
    plain,
    problem,
    senseless: badly && { ...badly, text: reading.text.slice(badly.start, badly.end) },
    proposal,
    overGroup,
    yesNo,
    inTitle: false,
    nameless,
    scope: new Map(),
  };
}

/** Other brackets would give the declared unit: nobody can tell which is wrong. */
function unlikeUnit({ start, end }: Formula, settled: Settled, { unit }: IndicatorText): FormulaProblem {
  return {
    code: 'other-than-unit',
    start,
    end,
    text: '',
    params: { left: settled.unit ?? '', right: unit ?? '' },
  };
}

/** A lone quantity that is no percentage cannot be a `%`: a share needs its whole. */
function bareUnitProblem(
  tree: Formula,
  variables: Variables,
  indicator: IndicatorText,
  reading: FormulaReading,
): FormulaProblem | null {
  if (tree.kind !== 'quantity' || !percentUnit(indicator.unit)) return null;
  const { quantity } = variables.of(tree);
  if (!quantity || quantity.unit === null || percentUnit(quantity.unit)) return null;
  const { start, end } = tree;
  return {
    code: 'percent-without-ratio',
    start,
    end,
    text: reading.text.slice(start, end),
    params: { unit: quantity.unit },
  };
}

/** Denominators, and the arguments of functions that could hide an infinite part. */
function checksOf(
  tree: Formula,
  variables: Variables,
  compile: (node: Formula) => Compiled | FormulaProblem,
): Check[] {
  const checks: Check[] = [];
  const add = (node: Formula, nonZero: boolean, hidden: boolean): void => {
    if (node.kind === 'quantity') {
      if (nonZero) checks.push({ node, nonZero, hidden, variable: variables.of(node), code: null });
    } else if (node.kind !== 'number' || node.value === 0) {
      const code = compile(node);
      if (!('code' in code)) checks.push({ node, nonZero, hidden, variable: null, code });
    }
  };
  // What is infinite stays so through sums, products and numerators; below a line and in functions it may vanish.
  const visit = (node: Formula, hidden: boolean): void => {
    switch (node.kind) {
      case 'operation':
        visit(node.left, hidden || node.operator === '^');
        visit(node.right, hidden || node.operator === '/' || node.operator === '^');
        if (node.operator === '/') add(node.right, true, hidden);
        if (node.operator === '^') add(node, false, hidden);
        break;
      case 'rate':
        visit(node.numerator, hidden);
        visit(node.denominator, true);
        add(node.denominator, true, hidden);
        break;
      case 'comparison':
        visit(node.left, true);
        visit(node.right, true);
        break;
      case 'negation':
        visit(node.operand, hidden);
        break;
      case 'aggregate':
        visit(node.body, hidden);
        break;
      case 'call':
        for (const argument of node.arguments) {
          visit(argument, true);
          add(argument, false, true);
        }
        break;
      default:
        break;
    }
  };
  visit(tree, false);
  return checks;
}
