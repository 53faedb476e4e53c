import type { Elision, Formula, QuantityNode } from '../types';
import type { Budget } from './budget';
import { NUMBERED_HEADS, PRONOUNS } from './lexicon';
import type { Lookup, NameIndex } from './match';
import { nameKey, romanValue, takePeriod } from './names';

/** A tree whose quantities know their names, periods and places in the base data. */
export interface Resolved {
  readonly tree: Formula;
  readonly elisions: readonly Elision[];
  /** Whether the indicator's own name took part in a choice. */
  readonly usedContext: boolean;
}

/** Completes and looks up every quantity of a tree. */
export function resolveNames(
  tree: Formula,
  index: NameIndex | null,
  context: string,
  budget: Budget,
): Resolved {
  const resolver = new Resolver(index, context, budget);
  const resolved = resolver.node(tree, null);
  return { tree: resolved, elisions: resolver.elisions, usedContext: resolver.usedContext };
}

const PARTICIPLE = /(?:[aiu]t|[aeiou]s|ss|olt|ert|tt|st|ns|lt|rt|nt|bil|al|iv)[oaie]$/;
const STRICT_PARTICIPLE = /(?:[aiu]t|[aeiu]s|ess|olt|ert|[aeiou]tt|est|ost)[oaie]$/;

class Resolver {
  readonly elisions: Elision[] = [];
  usedContext = false;

  constructor(
    private readonly index: NameIndex | null,
    private readonly context: string,
    private readonly budget: Budget,
  ) {}

  /** `reference`: the quantity before, from which a shortened name may be completed. */
  node(node: Formula, reference: QuantityNode | null): Formula {
    this.budget.tick();
    switch (node.kind) {
      case 'quantity':
        return this.quantity(node, reference);
      case 'operation': {
        const left = this.node(node.left, reference);
        const last = lastQuantity(left) ?? reference;
        const right = this.numeral(node.right, node.operator, last) ?? this.node(node.right, last);
        return { ...node, left: this.completeLeft(left, right), right };
      }
      case 'rate': {
        const numerator = this.node(node.numerator, reference);
        return { ...node, numerator, denominator: this.node(node.denominator, lastQuantity(numerator)) };
      }
      case 'comparison': {
        const left = this.node(node.left, reference);
        return { ...node, left, right: this.node(node.right, lastQuantity(left)) };
      }
      case 'negation':
        return { ...node, operand: this.node(node.operand, reference) };
      case 'aggregate':
        return { ...node, body: this.node(node.body, reference) };
      case 'call': {
        const list: Formula[] = [];
        for (const argument of node.arguments) {
          const before = list.at(-1);
          list.push(this.node(argument, before ? lastQuantity(before) : null));
        }
        return { ...node, arguments: list };
      }
      default:
        return node;
    }
  }

  private quantity(node: QuantityNode, reference: QuantityNode | null): QuantityNode {
    const bare = /^(.+\S)\s+[nt]$/i.exec(node.name);
    if (bare?.[1] && this.index && !this.find(node.name).quantity && this.index.knows(bare[1])) {
      return this.quantity({ ...node, name: `${bare[1]} anno n` }, reference);
    }
    const own = this.find(node.name);
    const numbered = reference ? completeNumeral(reference.name, node.name) : null;
    if (numbered) return this.complete(node, numbered);
    if (!own.quantity && !own.ambiguous && reference) {
      const completed = this.completion(node.name, reference);
      if (completed) return this.complete(node, completed);
    }
    return fill(node, own);
  }

  private find(name: string): Lookup {
    this.budget.tick(8);
    const { rest } = takePeriod(name);
    const nothing: Lookup = {
      quantity: null,
      how: null,
      candidates: [],
      ambiguous: false,
      addsTotal: false,
      contextual: false,
    };
    if (!this.index || isBareTotal(name)) return nothing;
    const whole = this.index.find(name, this.context);
    const found = whole.quantity || rest === name ? whole : this.index.find(rest, this.context);
    if (found.contextual) this.usedContext = true;
    return found;
  }

  private complete(node: QuantityNode, name: string): QuantityNode {
    this.elisions.push({ start: node.start, end: node.end, text: node.text, readAs: name });
    return { ...fill({ ...node, name }, this.find(name)), completed: true };
  }

  /** `soddisfatte` after `richieste ricevute`: by the base data, else by the parallel endings. */
  private completion(name: string, reference: QuantityNode): string | null {
    const words = name.split(/\s+/);
    const pronoun = PRONOUNS.has((words[0] ?? '').toLowerCase());
    const shared = pronoun ? null : this.sharedEnding(name, reference);
    if (shared) return shared;
    const rest = pronoun ? words.slice(1) : words;
    const key = nameKey(rest.join(' '));
    const first = key.plain[0] ?? '';
    if (first === '' || key.plain.length > 4 || (!pronoun && !PARTICIPLE.test(first))) return null;
    const lead = reference.name.split(/\s+/);
    const tail = key.total || key.prefixes.length > 0 ? [...(key.total ? ['totale'] : [])] : [];
    const own =
      key.prefixes.length > 0
        ? words.slice(words.findIndex((word) => nameKey(word).plain[0] === first))
        : rest;
    for (let kept = Math.min(lead.length - 1, 8); kept >= 1; kept--) {
      this.budget.tick(4);
      const candidate = [...tail, ...lead.slice(0, kept), ...own].join(' ');
      const found = this.index?.find(candidate, '');
      if (
        found?.quantity &&
        found.quantity.id !== reference.match?.quantityId &&
        this.index?.knows(candidate)
      )
        return candidate;
    }
    return parallel(reference, first, pronoun) ? [...headWords(lead), ...own].join(' ') : null;
  }

  /** `bambini iscritti / posti disponibili asili nido`: the ending of one name holds for the other. */
  private sharedEnding(name: string, reference: QuantityNode): string | null {
    const tail = reference.name.split(/\s+/);
    for (let taken = 1; taken <= Math.min(tail.length - 1, 5) && this.index; taken++) {
      this.budget.tick(4);
      const candidate = `${name} ${tail.slice(-taken).join(' ')}`;
      const found = this.index.find(candidate, '');
      if (found.quantity && found.quantity.id !== reference.match?.quantityId && this.index.knows(candidate))
        return candidate;
    }
    return null;
  }

  /** `accolte / domande presentate`: the first name lacks what the second has. */
  private completeLeft(left: Formula, right: Formula): Formula {
    const other = firstQuantity(right);
    if (
      left.kind !== 'quantity' ||
      !this.index ||
      left.match ||
      left.ambiguous ||
      !other?.match ||
      left.completed
    )
      return left;
    const shared = this.sharedEnding(left.name, other);
    if (shared) return this.complete(left, shared);
    const key = nameKey(left.name);
    if (key.plain.length === 0 || key.plain.length > 2 || !PARTICIPLE.test(key.plain[0] ?? '')) return left;
    const candidate = [...headWords(other.name.split(/\s+/)), ...left.name.split(/\s+/)].join(' ');
    return this.index.knows(candidate) ? this.complete(left, candidate) : left;
  }

  /** The number in `Titolo 1 + 2`. */
  private numeral(node: Formula, operator: string, reference: QuantityNode | null): QuantityNode | null {
    if (
      node.kind !== 'number' ||
      operator === '*' ||
      operator === '^' ||
      !reference ||
      !/^\d{1,2}$/.test(node.text)
    )
      return null;
    const name = completeNumeral(reference.name, node.text);
    if (!name) return null;
    const blank: QuantityNode = {
      kind: 'quantity',
      text: node.text,
      name,
      core: name,
      prefixes: [],
      period: null,
      completed: true,
      bareTotal: false,
      match: null,
      candidates: [],
      ambiguous: false,
      start: node.start,
      end: node.end,
    };
    return this.complete(blank, name);
  }
}

/** `III` after `Riscossione Titolo I` → `Riscossione Titolo III`; null where there is no numeral to replace. */
function completeNumeral(reference: string, name: string): string | null {
  const numeral = name.trim().replace(/\.$/, '');
  const roman = romanValue(numeral) !== null && (numeral === numeral.toUpperCase() || numeral.length > 1);
  if (!roman && !/^\d{1,2}$/.test(numeral) && !/^[A-D]$/.test(numeral)) return null;
  const words = reference.split(/\s+/);
  for (let i = words.length - 1; i > 0; i--) {
    const head = (words[i - 1] ?? '').toLowerCase().replace(/\.$/, '');
    const word = words[i] ?? '';
    const same = roman
      ? romanValue(word) !== null
      : /^\d{1,2}$/.test(numeral)
        ? /^\d{1,2}$/.test(word)
        : /^[A-D]$/.test(word);
    if (same && NUMBERED_HEADS.has(head))
      return [...words.slice(0, i), numeral, ...words.slice(i + 1)].join(' ');
  }
  return null;
}

/** Words up to and including the first meaningful one: `n. richieste` of `n. richieste ricevute`. */
function headWords(list: readonly string[]): string[] {
  const first = nameKey(list.join(' ')).plain[0];
  const at = list.findIndex(
    (word) => nameKey(word).plain[0] === first || word.toLowerCase().includes(first ?? '\u0000'),
  );
  return list.slice(0, at < 0 ? 1 : at + 1);
}

/** Both are participles or adjectives of the same gender and number: `ricevute`, `soddisfatte`. */
function parallel(reference: QuantityNode, word: string, pronoun: boolean): boolean {
  const plain = nameKey(reference.name).plain;
  const last = plain.at(-1) ?? '';
  if (plain.length < 2) return false;
  return (
    pronoun || (STRICT_PARTICIPLE.test(word) && STRICT_PARTICIPLE.test(last) && word.at(-1) === last.at(-1))
  );
}

/** `tot`, `totale`, `n. totale` with no noun. */
export function isBareTotal(name: string): boolean {
  return /^(?:(?:n|nr|num|numero)[.°]*\s*)?(?:il\s+)?(?:tot|totale|complessivo)\.?$/i.test(name.trim());
}

function fill(node: QuantityNode, found: Lookup): QuantityNode {
  const key = nameKey(node.name);
  const { rest, period } = takePeriod(node.name);
  const ownsPeriod =
    found.how === 'exact' && found.quantity !== null && takePeriod(found.quantity.name).period !== null;
  return {
    ...node,
    core: stripPrefixes(rest),
    prefixes: key.prefixes,
    period: ownsPeriod ? null : period,
    bareTotal: isBareTotal(node.name),
    match:
      found.quantity && found.how
        ? { quantityId: found.quantity.id, name: found.quantity.name, how: found.how }
        : null,
    candidates: found.candidates,
    ambiguous: found.ambiguous,
  };
}

function stripPrefixes(name: string): string {
  const bare = name.replace(
    /^\s*(?:(?:n|nr|nro|num|numero|tot|totale|q\.?t[aà]|%|percentuale|somma)(?:[.°]\s*|\s+|(?<=%))(?:di\s+|dei\s+|delle\s+|degli\s+|del\s+|della\s+)?)+/i,
    '',
  );
  return bare.trim() === '' ? name.trim() : bare.trim();
}

function lastQuantity(node: Formula): QuantityNode | null {
  return edgeQuantity(node, true);
}

function firstQuantity(node: Formula): QuantityNode | null {
  return edgeQuantity(node, false);
}

/** The first or last quantity of a tree. */
function edgeQuantity(node: Formula, last: boolean): QuantityNode | null {
  if (node.kind === 'quantity') return node;
  const parts = childrenOf(node);
  for (const part of last ? [...parts].reverse() : parts) {
    const found = edgeQuantity(part, last);
    if (found) return found;
  }
  return null;
}

/** The operands of a node, left to right. */
export function childrenOf(node: Formula): readonly Formula[] {
  switch (node.kind) {
    case 'operation':
    case 'comparison':
      return [node.left, node.right];
    case 'rate':
      return [node.numerator, node.denominator];
    case 'negation':
      return [node.operand];
    case 'aggregate':
      return [node.body];
    case 'call':
      return node.arguments;
    default:
      return [];
  }
}

/** The quantities of a tree, left to right. */
export function quantitiesOf(node: Formula): QuantityNode[] {
  return node.kind === 'quantity' ? [node] : childrenOf(node).flatMap(quantitiesOf);
}
