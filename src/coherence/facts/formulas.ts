import { mixesScales, type ProblemCode } from '../../indicators';
import { contentWords, type Indicator } from '../../plan';
import type { FactContext } from './context';
import { MEASURED } from './dimensions';
import { differentDirections, differentPeriods, isInverted, missingTitles } from './formula-meaning';
import { differentPerimeters } from './perimeters';
import { formulaOf, type ReadFormula } from './formula-reading';
import { flag, list, number, text, token } from './view';

const SYNTAX: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'too-long',
  'too-deep',
  'too-complex',
  'unbalanced-brackets',
  'unexpected-symbol',
  'missing-operand',
  'missing-operator',
  'several-formulas',
  'wrong-arguments',
  'cell-reference',
  'not-a-number',
]);
const MEANING: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'percent-without-ratio',
  'percent-divided-again',
  'repeats-name',
  'not-a-formula',
]);

/** A field of the formula of an indicator, as read; empty where it has none. */
const read =
  <T>(of: (read: ReadFormula) => T) =>
  (indicator: Indicator, context: FactContext) => {
    const found = formulaOf(indicator, context);
    return found && of(found);
  };
const holds = (of: (read: ReadFormula) => boolean) => (indicator: Indicator, context: FactContext) =>
  read(of)(indicator, context) ?? false;

/** The formula of an indicator as parsed: what is above and below, dimensions, problems. */
export const formulaFields = {
  ratio: flag<Indicator>(
    'la formula è un rapporto / the formula is a ratio',
    holds((one) => one.numerator !== null),
  ),
  share: flag<Indicator>(
    'è una parte sul totale / it is a part of its whole',
    holds((one) => one.share),
  ),
  above: token<Indicator>(
    'di che cosa è fatto il numeratore / what the numerator is made of',
    read((one) => one.numeratorDimension),
  ),
  below: token<Indicator>(
    'di che cosa è fatto il denominatore / what the denominator is made of',
    read((one) => one.denominatorDimension),
  ),
  unlike: flag<Indicator>(
    'le due grandezze non sono omogenee / the two quantities are unlike',
    holds(isUnlike),
  ),
  measuredAbove: flag<Indicator>(
    'il numeratore si misura (euro, km, ore …) / the numerator is measured',
    holds(({ numeratorDimension: one }) => one !== null && one !== 'number' && MEASURED.has(one)),
  ),
  problem: token<Indicator>('problema di significato / problem of meaning', read(meaningProblem)),
  described: flag<Indicator>(
    'la percentuale è descritta a parole / the percentage is described in words',
    holds(({ indicator }) => isDescribed(indicator.formula?.value ?? '')),
  ),
  syntax: token<Indicator>('problema di scrittura / problem of writing', read(syntaxProblem)),
  unreadable: flag<Indicator>(
    'dalla formula non si ricava alcuna espressione / no expression can be read from the formula',
    holds(
      ({ indicator, reading }) => reading.tree === null && /[\d()/*+]/.test(indicator.formula?.value ?? ''),
    ),
  ),
  hundred: flag<Indicator>(
    'ha il fattore 100 / has the factor 100',
    holds(({ reading }) => reading.flags.hundred !== null),
  ),
  thousand: flag<Indicator>(
    'ha il fattore 1000 / has the factor 1000',
    holds(({ reading }) => reading.flags.thousand !== null),
  ),
  per: number<Indicator>(
    'per quanti (per 1000 abitanti) / per how many (per 1000 inhabitants)',
    read(({ reading }) => reading.flags.per),
  ),
  inverted: flag<Indicator>(
    'la domanda sta sopra e chi l’ha avuta sotto / the demand stands above what was met',
    holds(isInverted),
  ),
  titles: list<Indicator>(
    'titoli di bilancio sopra e non sotto / budget titles above and not below',
    read((one) => titlesOn('above', one)),
  ),
  titlesBelow: list<Indicator>(
    'titoli di bilancio sotto e non sopra, fra due passi della stessa entrata o spesa / budget titles below and not above, between two steps of the same income or spending',
    read((one) => titlesOn('below', one)),
  ),
  periods: list<Indicator>(
    'periodi diversi sopra e sotto / different periods above and below',
    read(differentPeriods),
  ),
  directions: flag<Indicator>(
    'versi diversi (in uscita e in entrata) / different directions (out and in)',
    holds(differentDirections),
  ),
  perimeter: token<Indicator>(
    'come differisce il perimetro / how the perimeter differs',
    read((one) => {
      const kind = differentPerimeters(one)?.kind;
      return kind && `perimeter-${kind}`;
    }),
  ),
  perimeterAbove: text<Indicator>(
    'perimetro sopra / perimeter above',
    read((one) => differentPerimeters(one)?.above),
  ),
  perimeterBelow: text<Indicator>(
    'perimetro sotto / perimeter below',
    read((one) => differentPerimeters(one)?.below),
  ),
  vague: list<Indicator>(
    'totali senza nome / totals without a name',
    read(({ reading }) => reading.flags.bareTotals.map(({ start, end }) => reading.text.slice(start, end))),
  ),
  slash: flag<Indicator>(
    'la barra può voler dire «e» / the slash may mean “and”',
    holds(({ reading }) => reading.flags.ambiguousSlashes.length > 0),
  ),
};

function titlesOn(side: 'above' | 'below', one: ReadFormula): readonly string[] {
  const missing = missingTitles(one);
  return missing?.side === side ? missing.titles : [];
}

/** Two known dimensions, different, at least one of them measured: counted things may be shares of each other. */
function isUnlike({ numeratorDimension: above, denominatorDimension: below }: ReadFormula): boolean {
  if (above === null || below === null || above === 'number' || below === 'number') return false;
  return above !== below && (MEASURED.has(above) || MEASURED.has(below));
}

function meaningProblem({ indicator, reading, unit }: ReadFormula): string | null {
  const code = reading.problem?.code;
  if (code !== undefined && MEANING.has(code)) return code;
  if (reading.tree && mixesScales(reading.tree, indicator.unit?.value ?? null)) return 'mixed-scales';
  const lone = reading.kind === 'quantity' && !reading.flags.saysPercent;
  return unit === 'percent' && lone ? 'percent-without-ratio' : null;
}

/** A percentage described by a whole phrase rather than by a noun: a person can compute it. */
function isDescribed(formula: string): boolean {
  return /\b(?:che|con|su|di chi|in cui|per cui)\b/i.test(formula) || contentWords(formula).length > 4;
}

function syntaxProblem({ reading }: ReadFormula): string | null {
  const { flags, problem } = reading;
  if (flags.lostSymbol) return 'lost-symbol';
  if (flags.latex) return 'latex';
  if (flags.unbalanced) return 'unbalanced-brackets';
  if (flags.emptyOperand) return 'missing-operand';
  return problem && SYNTAX.has(problem.code) ? problem.code : null;
}
