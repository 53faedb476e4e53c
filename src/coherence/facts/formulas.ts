import { mixesScales, type ProblemCode } from '../../indicators';
import { contentWords } from '../../plan';
import { subjectOf } from './context';
import { levelOf } from './indicators';
import { MEASURED, type Dimension } from './dimensions';
import { factSet, flag, list, number, text, token } from './fact';
import { differentDirections, differentPeriods, isInverted, missingTitles } from './formula-meaning';
import { differentPerimeters } from './perimeters';
import { readFormulas, type ReadFormula } from './formula-reading';

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

/** Formulas as parsed: what is above and below, units, dimensions, problems. */
export const formulas = factSet({
  name: 'formulas',
  about: { it: 'Le formule degli indicatori, come sono state lette', en: 'Formulas of indicators, as read' },
  fields: {
    title: text('nome dell’indicatore', 'name of the indicator'),
    formula: text('formula come scritta', 'formula as written'),
    unit: text('unità come scritta', 'unit as written'),
    unitKind: token('che unità è', 'what unit it is'),
    ratio: flag('è un rapporto', 'it is a ratio'),
    share: flag('è una parte sul totale', 'it is a part of its whole'),
    above: token('di che cosa è fatto il numeratore', 'what the numerator is made of'),
    below: token('di che cosa è fatto il denominatore', 'what the denominator is made of'),
    unlike: flag('le due grandezze non sono omogenee', 'the two quantities are unlike'),
    measuredAbove: flag('il numeratore si misura (euro, km, ore …)', 'the numerator is measured'),
    problem: token('problema di significato', 'problem of meaning'),
    described: flag('la percentuale è descritta a parole', 'the percentage is described in words'),
    syntax: token('problema di scrittura', 'problem of writing'),
    unreadable: flag('non se ne ricava alcuna espressione', 'no expression can be read from it'),
    hundred: flag('ha il fattore 100', 'has the factor 100'),
    thousand: flag('ha il fattore 1000', 'has the factor 1000'),
    per: number('per quanti (per 1000 abitanti)', 'per how many (per 1000 inhabitants)'),
    inverted: flag('la domanda sta sopra e chi l’ha avuta sotto', 'the demand stands above what was met'),
    level: token('di che cosa è l’indicatore', 'of what the indicator is'),
    titles: list('titoli di bilancio sopra e non sotto', 'budget titles above and not below'),
    titlesBelow: list(
      'titoli di bilancio sotto e non sopra, fra due passi della stessa entrata o spesa',
      'budget titles below and not above, between two steps of the same income or spending',
    ),
    periods: list('periodi diversi sopra e sotto', 'different periods above and below'),
    directions: flag('versi diversi (in uscita e in entrata)', 'different directions (out and in)'),
    perimeter: token('come differisce il perimetro', 'how the perimeter differs'),
    perimeterAbove: text('perimetro sopra', 'perimeter above'),
    perimeterBelow: text('perimetro sotto', 'perimeter below'),
    vague: list('totali senza nome', 'totals without a name'),
    slash: flag('la barra può voler dire «e»', 'the slash may mean “and”'),
  },
  facts: (context) =>
    readFormulas(context).flatMap((read) => {
      const { indicator, reading } = read;
      if (!indicator.formula || reading.kind === 'missing') return [];
      const { flags } = reading;
      const titles = missingTitles(read);
      const perimeter = differentPerimeters(read);
      return {
        subject: subjectOf(indicator),
        values: {
          title: indicator.title.value,
          level: levelOf(indicator, context),
          formula: indicator.formula.value,
          unit: indicator.unit?.value ?? null,
          unitKind: read.unit,
          ratio: read.numerator !== null,
          share: read.share,
          above: read.numeratorDimension,
          below: read.denominatorDimension,
          unlike: isUnlike(read),
          measuredAbove: isMeasured(read.numeratorDimension),
          problem: meaningProblem(read),
          described: isDescribed(indicator.formula.value),
          syntax: syntaxProblem(read),
          unreadable: reading.tree === null && /[\d()/*+]/.test(indicator.formula.value),
          hundred: flags.hundred !== null,
          thousand: flags.thousand !== null,
          per: flags.per,
          inverted: isInverted(read),
          titles: titles?.side === 'above' ? titles.titles : [],
          titlesBelow: titles?.side === 'below' ? titles.titles : [],
          periods: differentPeriods(read) ?? [],
          directions: differentDirections(read),
          perimeter: perimeter === null ? null : `perimeter-${perimeter.kind}`,
          perimeterAbove: perimeter?.above ?? null,
          perimeterBelow: perimeter?.below ?? null,
          vague: flags.bareTotals.map(({ start, end }) => reading.text.slice(start, end)),
          slash: flags.ambiguousSlashes.length > 0,
        },
        cells: {
          formula: [...indicator.formula.cells, ...indicator.title.cells],
          title: indicator.title.cells,
          unit: indicator.unit?.cells ?? [],
        },
        involved: [indicator.id],
      };
    }),
});

function isMeasured(dimension: Dimension | 'number' | null): boolean {
  return dimension !== null && dimension !== 'number' && MEASURED.has(dimension);
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
