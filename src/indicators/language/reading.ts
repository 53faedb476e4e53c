import type {
  BaseData,
  Elision,
  Formula,
  FormulaContext,
  FormulaFlags,
  FormulaProblem,
  FormulaReading,
  Span,
} from '../types';
import { leftOut, strangeSign } from './account';
import { readBody } from './body';
import { pairBrackets } from './brackets';
import { Budget, WorkLimitReached } from './budget';
import { Draft, type AggregateFrame, type Findings, type Judge, type NameOf } from './draft';
import { flagsOf, kindOf, refine } from './flags';
import { NameSequences } from './lock';
import { NameIndex } from './match';
import { parseItems } from './parser';
import { resolveNames } from './resolve';
import { plainSource } from './source';
import { tokenise } from './tokens';
import { percentUnit } from '../units/units';

/** Longest formula read, in characters; longer texts are descriptions or attacks. */
export const MAX_LENGTH = 500;
/** Deepest nesting of brackets. */
export const MAX_DEPTH = 20;

/** What kind of mean, where it is the ordinary one. */
const PLAIN_MEAN = /^(?:aritmetica|semplice)$/;

interface Lexicon {
  readonly index: NameIndex;
  readonly sequences: NameSequences;
}

const lexicons = new WeakMap<BaseData, Lexicon>();

/** The names of the base data, prepared once. */
export function lexiconOf(data: BaseData): Lexicon {
  let lexicon = lexicons.get(data);
  if (!lexicon) {
    lexicon = { index: new NameIndex(data), sequences: new NameSequences(data) };
    lexicons.set(data, lexicon);
  }
  return lexicon;
}

/** Reading, and whether it depends on the indicator's name. */
export interface FullReading {
  readonly reading: FormulaReading;
  readonly usedName: boolean;
}

/**
 * Reads a formula as written. Without base data the phrases stand as they are; with them, each knows its quantity.
 * Never throws; a text that is no formula gives a problem with its place.
 */
export function readFormula(text: string | null, context: FormulaContext = {}): FormulaReading {
  return readFully(text, context).reading;
}

/** {@link readFormula}, and whether the indicator's name took part. */
export function readFully(text: string | null, context: FormulaContext): FullReading {
  const written = text ?? '';
  if (isEmptyFormula(written))
    return { reading: failed(written, 'missing-formula', { start: 0, end: 0 }, 0), usedName: false };
  if (written.length > MAX_LENGTH) {
    const span = { start: MAX_LENGTH, end: written.length };
    return {
      reading: failed(written, 'too-long', span, 0, { limit: MAX_LENGTH, found: written.length }),
      usedName: false,
    };
  }
  const deep = tooDeep(written);
  if (deep >= 0) {
    return {
      reading: failed(written, 'too-deep', { start: deep, end: deep + 1 }, 0, { limit: MAX_DEPTH }),
      usedName: false,
    };
  }
  const budget = new Budget(written.length);
  try {
    return readBounded(written, context, budget);
  } catch (error) {
    if (!(error instanceof WorkLimitReached)) throw error;
    return {
      reading: failed(written, 'too-complex', { start: 0, end: written.length }, budget.steps),
      usedName: false,
    };
  }
}

/** Cells that say there is no formula: blank, `-`, `n.d.`, `//`. */
function isEmptyFormula(text: string): boolean {
  return (
    /^[\s\-–—_./\\*]*$/.test(text) ||
    /^\s*(?:n\.?\s?d\.?|n\.?\s?a\.?|da definire|non prevista)\s*$/i.test(text)
  );
}

function tooDeep(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if ('([{'.includes(text[i] ?? ' ')) depth++;
    else if (')]}'.includes(text[i] ?? ' ')) depth--;
    if (depth > MAX_DEPTH) return i;
  }
  return -1;
}

function readBounded(text: string, context: FormulaContext, budget: Budget): FullReading {
  const source = plainSource(text);
  budget.tick(source.chars.length);
  const tokens = tokenise(source).filter(
    // `media aritmetica (a; b)` is the mean that `media` says already.
    ({ key }, i, all) =>
      !(PLAIN_MEAN.test(key) && all[i - 1]?.key === 'media' && all[i + 1]?.kind === 'open'),
  );
  const lexicon = context.data ? lexiconOf(context.data) : null;
  const judge: Judge = (phrase) => {
    budget.tick(4);
    return lexicon ? lexicon.index.knows(phrase) : null;
  };
  const nameOf: NameOf = (phrase) => {
    budget.tick(4);
    return lexicon?.index.find(phrase).quantity?.name ?? null;
  };
  const draft = new Draft(
    text,
    tokens,
    judge,
    nameOf,
    budget,
    percentUnit(context.unit) ? '%' : (context.unit ?? ''),
  );
  pairBrackets(draft);
  refuseCellReferences(draft);
  const yesNo = yesNoText(text);
  if (yesNo !== null) return { reading: booleanReading(text, yesNo, draft, source.latex), usedName: false };
  lexicon?.sequences.lock(draft);
  const items = readBody(draft);
  const aggregate = draft.aggregate;
  const parsed = draft.problem ? { tree: null, problem: draft.problem } : parseItems(text, items, budget);
  const lost = parsed.tree && !aggregate ? leftOut(draft, items) : null;
  const wrapped = parsed.tree && aggregate ? wrapAggregate(draft, parsed.tree, aggregate) : parsed.tree;
  const resolved =
    wrapped &&
    resolveNames(wrapped, lexicon?.index ?? null, `${context.name ?? ''} ${context.unit ?? ''}`, budget);
  const strange = lost ?? (resolved && strangeSign(resolved.tree));
  return finish(
    text,
    draft,
    source.latex,
    resolved?.tree ?? null,
    parsed.problem ?? (strange && unknownPiece(text, strange)),
    resolved?.elisions ?? [],
    context,
    resolved?.usedContext ?? false,
  );
}

function unknownPiece(text: string, { start, end }: Span): FormulaProblem {
  return { code: 'not-accounted', start, end, text: text.slice(start, end), params: {} };
}

function wrapAggregate(draft: Draft, body: Formula, aggregate: AggregateFrame): Formula {
  draft.budget.tick();
  return { kind: 'aggregate', function: aggregate.function, body, group: aggregate.group, ...aggregate.span };
}

function finish(
  text: string,
  draft: Draft,
  latex: Span | null,
  tree: Formula | null,
  problem: FormulaProblem | null,
  elisions: readonly Elision[],
  context: FormulaContext,
  usedContext: boolean,
): FullReading {
  const flags = flagsOf(tree, draft.found, latex, elisions, context);
  if (problem?.code === 'missing-operand') flags.emptyOperand = { start: problem.start, end: problem.end };
  const refined = tree && !problem ? refine(text, tree, flags, context) : { problem, usedName: true };
  const reading: FormulaReading = {
    text,
    definition: draft.found.definition,
    tree,
    problem: refined.problem,
    kind: tree ? kindOf(tree) : problem ? 'unreadable' : 'missing',
    flags,
    steps: draft.budget.steps,
  };
  return { reading, usedName: usedContext || refined.usedName };
}

/** `SOMMA(B2:B5)/C3`, `=Foglio1!A1`: cells, not quantities. */
function refuseCellReferences(draft: Draft): void {
  const match =
    /(?:^|[=(+\-*/;:!\s])\$?[A-Z]{1,2}\$?\d{1,5}:\$?[A-Z]{1,2}\$?\d{1,5}\b|![$]?[A-Z]{1,3}[$]?\d+|#(?:REF|RIF|N\/[AD]|VALUE|VALORE|DIV\/0|NAME|NOME|NUM|NULL|NULLO)[!?]?/i.exec(
      draft.text,
    );
  if (match) draft.fail('cell-reference', { start: match.index, end: match.index + match[0].length });
}

/** What stands before `SI/NO` (`Approvazione del piano (SI/NO)`), '' for SI/NO alone; null for other texts. */
function yesNoText(text: string): string | null {
  const match =
    /^(.*?)[\s:(–-]*(?:\b(?:s[iì]'?\s*[/-]\s*no|s\/n|on\s*\/\s*off)|^s[iì]'?|^no)\s*\)?\s*$/isu.exec(
      text.trim(),
    );
  return match && !/[=+*/]/.test(match[1] ?? '') ? (match[1] ?? '').trim() : null;
}

function booleanReading(text: string, definition: string, draft: Draft, latex: Span | null): FormulaReading {
  const flags = flagsOf(null, draft.found, latex, [], {});
  return {
    text,
    definition: definition === '' ? null : definition,
    tree: null,
    problem: null,
    kind: 'boolean',
    flags,
    steps: draft.budget.steps,
  };
}

function failed(
  text: string,
  code: FormulaProblem['code'],
  span: Span,
  steps: number,
  params: FormulaProblem['params'] = {},
): FormulaReading {
  const piece = text.slice(span.start, Math.min(span.end, span.start + 80));
  const problem = { code, ...span, text: piece, params };
  const kind = code === 'missing-formula' ? 'missing' : 'unreadable';
  return { text, definition: null, tree: null, problem, kind, flags: emptyFlags(), steps };
}

function emptyFlags(): FormulaFlags {
  const nothing: Findings = {
    lostSymbol: null,
    unbalanced: null,
    emptyOperand: null,
    percentPrefix: null,
    saysPercent: false,
    saysPerThousand: false,
    definition: null,
    target: null,
    repaired: false,
  };
  return flagsOf(null, nothing, null, [], {});
}
