import { fold } from '../../plan';
import type {
  Elision,
  Formula,
  FormulaContext,
  FormulaFlags,
  FormulaKind,
  FormulaProblem,
  ProblemCode,
  QuantityNode,
  Span,
} from '../types';
import type { Findings } from './draft';
import { nameKey } from './names';
import { quantitiesOf } from './tree';
import { amountOf, isCount, percentUnit } from '../units/units';
import { DIFFERENCE_NOUNS, GROWTH_NOUNS, SHARE_NOUNS, SUM_WORDS, TOTAL_WORDS } from './lexicon';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What was noticed, as the flags of a reading. */
export function flagsOf(
  tree: Formula | null,
  found: Findings,
  latex: Span | null,
  elisions: readonly Elision[],
  context: FormulaContext,
): Writable<FormulaFlags> {
  const quantities = tree ? quantitiesOf(tree) : [];
  const numerator = tree ? ratioOf(tree)?.numerator : null;
  const lead = numerator ? quantitiesOf(numerator)[0] : null;
  const percentNumerator = lead?.prefixes.includes('percent') ? { start: lead.start, end: lead.end } : null;
  return {
    hundred: tree && factorSpan(tree, 100),
    thousand: tree && factorSpan(tree, 1000),
    per: tree ? perOf(tree) : null,
    describedCount: tree?.kind === 'quantity' && !found.percentPrefix,
    elisions,
    lostSymbol: found.lostSymbol,
    unbalanced: found.unbalanced,
    latex,
    emptyOperand: found.emptyOperand,
    percentPrefix: found.percentPrefix,
    percentNumerator,
    saysPercent: found.saysPercent,
    saysPerThousand: found.saysPerThousand,
    repeatsName: tree?.kind === 'quantity' && sameName(tree, context.name),
    bareTotals: quantities.filter((node) => node.bareTotal).map(({ start, end }) => ({ start, end })),
    ambiguousSlashes: tree && !percentUnit(context.unit) ? ambiguousSlashes(tree) : [],
    targetInText: found.target,
  };
}

/** Top of the tree without rounding and factors of 100 or 1000. */
function core(tree: Formula): Formula {
  if (tree.kind === 'call' && tree.function === 'round' && tree.arguments[0]) return core(tree.arguments[0]);
  if (tree.kind === 'operation' && tree.operator === '*') {
    if (isFactor(tree.right)) return core(tree.left);
    if (isFactor(tree.left)) return core(tree.right);
  }
  return tree;
}

function isFactor(node: Formula): boolean {
  return node.kind === 'number' && (node.value === 100 || node.value === 1000) && node.unit === null;
}

/** Numerator and denominator of a formula that is a ratio at heart (`(a/b) x 100` too); null for others. */
export function ratioOf(tree: Formula): { numerator: Formula; denominator: Formula } | null {
  const node = core(tree);
  if (node.kind === 'rate') return { numerator: node.numerator, denominator: node.denominator };
  if (node.kind !== 'operation') return null;
  if (node.operator === '/') return { numerator: core(node.left), denominator: node.right };
  if (node.operator === '*' && node.left.kind === 'operation' && node.left.operator === '/')
    return ratioOf(node.left);
  return null;
}

/** What sort of measure the tree is. */
export function kindOf(tree: Formula): FormulaKind {
  const node = core(tree);
  switch (node.kind) {
    case 'quantity':
      return 'quantity';
    case 'number':
    case 'percent':
      return 'constant';
    case 'rate':
      return 'rate';
    case 'aggregate':
      return node.group === null ? kindOf(node.body) : 'aggregate';
    case 'negation':
      return 'difference';
    case 'operation':
      return node.operator === '/'
        ? 'ratio'
        : node.operator === '+'
          ? 'sum'
          : node.operator === '-'
            ? 'difference'
            : 'product';
    default:
      return 'function';
  }
}

/** Where a factor 100 or 1000 multiplies the result, or null. */
function factorSpan(node: Formula, factor: number): Span | null {
  if (node.kind === 'operation' && (node.operator === '*' || node.operator === '/')) {
    const numerators = node.operator === '*' ? [node.left, node.right] : [node.left];
    for (const side of numerators) {
      if (side.kind === 'number' && side.value === factor && side.unit === null && node.operator === '*') {
        return { start: node.sign && side === node.right ? node.sign.start : side.start, end: side.end };
      }
      const inner = factorSpan(side, factor);
      if (inner) return inner;
    }
  }
  if (node.kind === 'call' && node.arguments[0] && node.function !== 'if')
    return factorSpan(node.arguments[0], factor);
  return null;
}

function perOf(node: Formula): number | null {
  if (node.kind === 'rate') return node.per;
  if (node.kind === 'operation') return perOf(node.left) ?? perOf(node.right);
  return node.kind === 'call' && node.arguments[0] ? perOf(node.arguments[0]) : null;
}

/** Slashes after which a shortened name stands: two counts in one cell, perhaps. */
function ambiguousSlashes(node: Formula): Span[] {
  if (node.kind !== 'operation') return [];
  const here =
    node.operator === '/' && node.sign && node.right.kind === 'quantity' && node.right.completed
      ? [node.sign]
      : [];
  return [...ambiguousSlashes(node.left), ...here, ...ambiguousSlashes(node.right)];
}

function sameName(node: QuantityNode, name: string | undefined): boolean {
  if (!name) return false;
  const [a, b] = [nameKey(node.name), nameKey(name)];
  return a.core.length > 0 && a.core.join(' ') === b.core.join(' ');
}

/** Nouns that are measures by themselves: with them a phrase is a described quantity even without a unit. */
function isMeasureNoun(word: string): boolean {
  return (
    isCount(word) ||
    amountOf(word) !== null ||
    [SHARE_NOUNS, SUM_WORDS, TOTAL_WORDS, DIFFERENCE_NOUNS, GROWTH_NOUNS].some((set) => set.has(word)) ||
    /^(?:eta|media|emissioni|risparmio|popolazione)$/.test(word)
  );
}

/** What makes a readable tree no formula after all: a share without its whole, a percentage divided again, a category. */
export function refine(
  text: string,
  tree: Formula,
  flags: FormulaFlags,
  context: FormulaContext,
): { problem: FormulaProblem | null; usedName: boolean } {
  const fail = (code: ProblemCode, at: Span): { problem: FormulaProblem; usedName: boolean } => ({
    problem: { code, start: at.start, end: at.end, text: text.slice(at.start, at.end), params: {} },
    usedName: true,
  });
  if (flags.percentNumerator) {
    const lead = quantitiesOf(tree).find((node) => node.start === flags.percentNumerator?.start);
    const share = lead && (sameName(lead, context.name) || percentUnit(unitOf(lead, context)));
    if (share) return fail('percent-divided-again', flags.percentNumerator);
    return { problem: null, usedName: true };
  }
  const node = tree.kind === 'aggregate' && tree.group === null ? tree.body : tree;
  // `100%` is a target in the wrong column, and measures nothing.
  if (node.kind === 'number' || node.kind === 'percent') return fail('not-a-formula', node);
  if (node.kind !== 'quantity') return { problem: null, usedName: false };
  const unit = unitOf(node, context);
  if (node.prefixes.includes('percent') && !(node.match && percentUnit(unit)))
    return fail('percent-without-ratio', node);
  const elsewhere = /^(?:vedi|si veda|cfr|come da|v\. )/i.test(node.name) && !node.match;
  if (elsewhere || isCategory(node, context)) return fail('not-a-formula', node);
  const repeats =
    flags.repeatsName && !node.match && (percentUnit(context.unit) || isRateName(context.name ?? ''));
  if (repeats) return fail('repeats-name', node);
  return { problem: null, usedName: node.match === null || flags.repeatsName };
}

function unitOf(node: QuantityNode, context: FormulaContext): string | null {
  const id = node.match?.quantityId;
  return id === undefined
    ? null
    : (context.data?.quantities.find((quantity) => quantity.id === id)?.unit ?? null);
}

/** `dirigenti`, `personale di categoria`: a population, no measure. Only where no unit says otherwise. */
function isCategory(node: QuantityNode, context: FormulaContext): boolean {
  if (context.unit === undefined || context.unit.trim() !== '' || node.prefixes.length > 0) return false;
  if (
    node.match &&
    (node.match.how === 'exact' || (node.match.how === 'normalised' && !namesTotal(node.match.name)))
  )
    return false;
  const plain = nameKey(node.name).plain;
  return plain.length <= 3 && !isMeasureNoun(fold(node.name).split(/[^a-z0-9]+/)[0] ?? '');
}

function namesTotal(name: string): boolean {
  return nameKey(name).prefixes.length > 0;
}

/** Names of rates, shares, means, variations: without formula they cannot be computed. */
export function isRateName(name: string): boolean {
  return /%|‰|\b(?:percentual[ei]|tass[oi]|grad[oi]|indic[ei] (?:di|del)|incidenza|quota|rapporto|rapporti|variazion[ei]|scostament[oi]|incremento|riduzione|decremento|aumento|media|medi[oe]|medio|pro[ -]?capite|copertura|saturazione|livello|efficienza|per abitante|per dipendente)\b/i.test(
    fold(name),
  );
}
