import { fold } from '../../plan';
import type { Elision, Formula, QuantityNode } from '../types';
import type { Budget } from './budget';
import { completeNumeral, headWords, PARTICIPLE, parallel, shortened } from './elisions';
import type { Lookup, NameIndex } from './match';
import { nameKey, takePeriod } from './names';
import { firstQuantity, lastQuantity, mapQuantities, quantitiesOf } from './tree';

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
  const resolved = withoutEchoes(resolver.node(tree, null));
  return { tree: resolved, elisions: resolver.elisions, usedContext: resolver.usedContext };
}

/**
 * A loose match must not land on a quantity the formula names outright elsewhere: in
 * `reclami con risposta / reclami` the second is not the first.
 */
function withoutEchoes(tree: Formula): Formula {
  const sure = new Set(
    quantitiesOf(tree).flatMap((node) => (node.match && !isLoose(node) ? [node.match.quantityId] : [])),
  );
  if (sure.size === 0) return tree;
  return mapQuantities(tree, (node) =>
    node.match && isLoose(node) && sure.has(node.match.quantityId)
      ? { ...node, match: null, candidates: [node.match.name] }
      : node,
  );
}

function isLoose(node: QuantityNode): boolean {
  return /^(?:context|specific|near)$/.test(node.match?.how ?? '');
}

/** What words such as `al netto di` take away from what stands before them, in brackets or not. */
const NET =
  /^(.*?\S)(\s*[([]\s*|\s)(?:-|al netto|esclus[oaie]|senza|meno|tranne|eccetto|dedott[oaie]|detratt[oaie])\s+(.+?)\s*[)\]]?$/i;

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
        return this.net(node, reference) ?? this.quantity(node, reference);
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

  /**
   * `Spese correnti (al netto di rimborsi)` is a difference, unless the base data know the whole phrase. What is taken
   * away and not in the base data stays in the tree, so that it is asked for and never ignored.
   */
  private net(node: QuantityNode, reference: QuantityNode | null): Formula | null {
    const { index } = this;
    const [, gross = '', opening = '', rest = ''] = NET.exec(node.name) ?? [];
    const taken = rest.replace(
      /^(?:d[ei]|d[ae](?:l|i|gli|ll[aeo])|il|l[oae]|i|gli) |^(?:d|l|dell|dall)'/i,
      '',
    );
    if (!index || taken === '') return null;
    const whole = this.find(node.name).quantity;
    const names = whole ? [whole.name, ...whole.aliases] : [];
    if (names.some((name) => fold(name).includes(fold(taken)))) return null;
    const less = this.find(taken);
    const sure = less.quantity !== null && index.isCertain(less);
    if (opening.trim() === '' && (whole !== null || !sure)) return null;
    const left = this.quantity({ ...node, text: gross, name: gross }, reference);
    if (!left.match) return null;
    const named = { ...node, text: taken, name: taken };
    const right = fill(named, sure ? less : { ...less, quantity: null, how: null });
    const { start, end } = node;
    return { kind: 'operation', operator: '-', left, right, sign: null, start, end };
  }

  private quantity(node: QuantityNode, reference: QuantityNode | null): QuantityNode {
    const bare = /^(.+\S)\s+[nt]$/i.exec(node.name);
    if (bare?.[1] && this.index && !this.find(node.name).quantity && this.index.knows(bare[1])) {
      return this.quantity({ ...node, name: `${bare[1]} anno n` }, reference);
    }
    const own = this.find(node.name);
    const numbered = reference ? completeNumeral(reference.name, node.name) : null;
    if (numbered) return this.complete(node, numbered);
    if (reference && !isBareTotal(node.name) && !this.index?.isCertain(own)) {
      const completed = this.completion(node.name, reference);
      if (completed) return this.complete(node, completed);
    }
    if (own.contextual) this.usedContext = true;
    const supposed =
      reference && !own.quantity && (!own.ambiguous || own.how === 'specific')
        ? this.supposition(node.name, reference)
        : null;
    return supposed ? this.complete(node, supposed) : fill(node, own);
  }

  private find(name: string): Lookup {
    this.budget.tick(8);
    const { rest } = takePeriod(name);
    const nothing: Lookup = {
      quantity: null,
      how: null,
      candidates: [],
      ambiguous: false,
      options: [],
      addsTotal: false,
      contextual: false,
    };
    if (!this.index || isBareTotal(name)) return nothing;
    const whole = this.index.find(name, this.context);
    const found = whole.quantity || rest === name ? whole : this.index.find(rest, this.context);
    return found;
  }

  private complete(node: QuantityNode, name: string): QuantityNode {
    this.elisions.push({ start: node.start, end: node.end, text: node.text, readAs: name });
    const found = this.find(name);
    if (found.contextual) this.usedContext = true;
    return { ...fill({ ...node, name }, found), completed: true };
  }

  /** `soddisfatte` after `richieste ricevute`, where the base data know the completed name. */
  private completion(name: string, reference: QuantityNode): string | null {
    if (!this.index) return null;
    const short = shortened(name);
    if (!short) return null;
    const shared = short.pronoun ? null : this.sharedEnding(name, reference);
    if (shared) return shared;
    const lead = reference.name.split(/\s+/);
    for (let kept = Math.min(lead.length - 1, 8); kept >= 1; kept--) {
      this.budget.tick(4);
      const candidate = [...short.total, ...lead.slice(0, kept), ...short.words].join(' ');
      const found = this.index.find(candidate, '');
      if (found.quantity && found.quantity.id !== reference.match?.quantityId && this.index.knows(candidate))
        return candidate;
    }
    return null;
  }

  /** The same without base data to confirm it: only where the endings are parallel. */
  private supposition(name: string, reference: QuantityNode): string | null {
    const short = shortened(name);
    if (!short || !parallel(reference, short.first, short.pronoun)) return null;
    return [...headWords(reference.name.split(/\s+/)), ...short.words].join(' ');
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

  /** The number in `Titolo 1 + 2`, the second year in `utenti 2025/2024`. */
  private numeral(node: Formula, operator: string, reference: QuantityNode | null): QuantityNode | null {
    if (node.kind !== 'number' || node.unit !== null || operator === '*' || operator === '^' || !reference)
      return null;
    const name = /^\d{1,2}$/.test(node.text)
      ? completeNumeral(reference.name, node.text)
      : otherYear(reference.name, node.text);
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
      options: [],
      start: node.start,
      end: node.end,
    };
    return this.complete(blank, name);
  }
}

/** The same quantity in another year; null where the reference names none. */
function otherYear(reference: string, text: string): string | null {
  const { rest, period } = takePeriod(reference);
  return /^(?:19|20)\d\d$/.test(text) && period?.kind === 'year' ? `${rest.trim()} ${text}` : null;
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
    options: found.options,
  };
}

function stripPrefixes(name: string): string {
  const bare = name.replace(
    /^\s*(?:(?:n|nr|nro|num|numero|tot|totale|q\.?t[aà]|%|percentuale|somma)(?:[.°]\s*|\s+|(?<=%))(?:di\s+|dei\s+|delle\s+|degli\s+|del\s+|della\s+)?)+/i,
    '',
  );
  return bare.trim() === '' ? name.trim() : bare.trim();
}
