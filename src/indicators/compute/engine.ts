import {
  addDependencies,
  create,
  divideDependencies,
  equalDependencies,
  largerDependencies,
  largerEqDependencies,
  maxDependencies,
  meanDependencies,
  minDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  roundDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  sumDependencies,
  unaryMinusDependencies,
  unequalDependencies,
  type EvalFunction,
  type MathNode,
} from 'mathjs/number';

/**
 * mathjs does the arithmetic, and nothing else of it is reachable: number build, the functions listed here,
 * limits on the text before it is parsed, an allow-list on the parsed tree. Measured reasons: docs on the engines.
 */
const math = create({
  ...addDependencies,
  ...divideDependencies,
  ...equalDependencies,
  ...largerDependencies,
  ...largerEqDependencies,
  ...maxDependencies,
  ...meanDependencies,
  ...minDependencies,
  ...multiplyDependencies,
  ...parseDependencies,
  ...powDependencies,
  ...roundDependencies,
  ...smallerDependencies,
  ...smallerEqDependencies,
  ...subtractDependencies,
  ...sumDependencies,
  ...unaryMinusDependencies,
  ...unequalDependencies,
});

/** Longest expression handed to the engine; formulas of 500 characters stay well below. */
export const MAX_EXPRESSION = 1000;
const MAX_BRACKETS = 60;

const OPERATORS: ReadonlySet<string> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'pow',
  'unaryMinus',
  'smaller',
  'smallerEq',
  'larger',
  'largerEq',
  'equal',
  'unequal',
]);
const FUNCTIONS: ReadonlySet<string> = new Set(['mean', 'sum', 'min', 'max', 'round']);

/** Why an expression was not let through. */
export interface Refusal {
  readonly refused: 'too-long' | 'too-deep' | 'syntax' | 'not-allowed';
  readonly detail: string;
}

/** An expression ready to be evaluated with a Map of its symbols. */
export type Compiled = EvalFunction;

/**
 * Compiles an expression whose symbols are exactly the declared ones. Anything the allow-list does not name
 * (strings, assignments, ranges, properties, other functions, undeclared symbols) is refused before it runs.
 */
export function compileExpression(expression: string, symbols: ReadonlySet<string>): Compiled | Refusal {
  if (expression.length > MAX_EXPRESSION) return { refused: 'too-long', detail: String(expression.length) };
  let depth = 0;
  for (const char of expression) {
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    if (depth > MAX_BRACKETS) return { refused: 'too-deep', detail: String(MAX_BRACKETS) };
  }
  if (/[#;\n"'`[\]{}\\%]/.test(expression)) return { refused: 'not-allowed', detail: 'sign' };
  let tree: MathNode;
  try {
    tree = math.parse(expression);
  } catch (error) {
    return { refused: 'syntax', detail: error instanceof Error ? error.message : String(error) };
  }
  const stranger = findStranger(tree, symbols);
  return stranger === null ? tree.compile() : { refused: 'not-allowed', detail: stranger };
}

/** Whether an expression was refused. */
export function isRefusal(result: Compiled | Refusal): result is Refusal {
  return 'refused' in result;
}

/** The first thing in the tree that is not allowed, or null. */
function findStranger(tree: MathNode, symbols: ReadonlySet<string>): string | null {
  const open: MathNode[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const stranger = judgeNode(node, symbols, open);
    if (stranger !== null) return stranger;
  }
  return null;
}

/** Fields of mathjs nodes that are looked at; the library's own types are unions too wide to narrow by `type`. */
interface NodeFields {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly fn?: unknown;
  readonly implicit?: boolean;
  readonly args?: MathNode[];
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
}

function judgeNode(node: MathNode, symbols: ReadonlySet<string>, open: MathNode[]): string | null {
  const fields = node as unknown as NodeFields;
  switch (fields.type) {
    case 'ConstantNode':
      return typeof fields.value === 'number' && Number.isFinite(fields.value) ? null : 'constant';
    case 'SymbolNode':
      return symbols.has(fields.name ?? '') ? null : `symbol ${fields.name ?? ''}`;
    case 'ParenthesisNode':
      open.push(...(fields.content ? [fields.content] : []));
      return null;
    case 'OperatorNode':
      if (!OPERATORS.has(String(fields.fn)) || fields.implicit === true)
        return `operator ${String(fields.fn)}`;
      open.push(...(fields.args ?? []));
      return null;
    case 'ConditionalNode':
      for (const part of [fields.condition, fields.trueExpr, fields.falseExpr]) if (part) open.push(part);
      return null;
    case 'FunctionNode': {
      const name = (fields.fn as { name?: unknown; type?: unknown } | undefined) ?? {};
      if (name.type !== 'SymbolNode' || !FUNCTIONS.has(String(name.name)))
        return `function ${String(name.name)}`;
      open.push(...(fields.args ?? []));
      return null;
    }
    default:
      return fields.type;
  }
}
