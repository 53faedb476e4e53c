import type {
  BaseData,
  Bilingual,
  Explanation,
  Formula,
  IndicatorOutcome,
  IndicatorText,
  OutcomeNote,
  Period,
  UsedQuantity,
} from '../types';
import { formatRef } from '../../workbook';
import { percentUnit, readUnit } from '../units/units';
import { displayValue, italianNumber } from '../words/numbers';
import { proposeFormula } from '../words/proposals';
import { readAloud } from '../words/reading';
import { describeMissing, describeNote, describeProblem, sayPeriod } from '../words/sentences';
import { computePlan, IndicatorBook, type Computed } from './evaluate';
import type { Plan } from './plan';
import { implausible } from './plausible';
import { settledQuantity, valueIn } from './variables';

const books = new WeakMap<BaseData, IndicatorBook>();

/** The prepared formulas of these base data (one book per BaseData). */
export function bookOf(data: BaseData): IndicatorBook {
  let book = books.get(data);
  if (!book) {
    book = new IndicatorBook(data);
    books.set(data, book);
  }
  return book;
}

/** Evaluates one indicator in a period (the latest with values when none is given), with everything there is to say. */
export function evaluateIndicator(
  indicator: IndicatorText,
  data: BaseData,
  period?: Period | null,
): IndicatorOutcome {
  const book = bookOf(data);
  return describeOutcome(book.compute(indicator, period ?? book.latest), indicator, data);
}

/** A bare result with words, quantities and cells. */
export function describeOutcome(
  computed: Computed,
  indicator: IndicatorText,
  data: BaseData,
): IndicatorOutcome {
  const { plan, period, outcome, value, problem, missing } = computed;
  const blank = (indicator.formula ?? '').trim() === '';
  const proposal =
    problem?.code === 'missing-formula'
      ? proposeFormula(indicator)
      : problem !== null && problem === plan.senseless
        ? plan.proposal
        : null;
  const unit = plan.unit ?? indicator.unit;
  const notes = [...notesOf(computed, indicator, proposal), ...doubtsOf(computed, unit, data)];
  const first = problem
    ? describeProblem(problem)
    : missing.length > 0
      ? joined(missing.map(describeMissing))
      : null;
  return {
    outcome,
    value,
    unit,
    period,
    formula: plan.inTitle ? plan.reading.text : blank ? null : indicator.formula,
    display: displayOf(computed, unit),
    reading: readAloud(plan.reading.tree ?? plan.tree, unit),
    expression: plan.expression,
    quantities: usedQuantities(computed),
    missing,
    problem,
    reason: first,
    notes,
    proposal,
    example: data.example?.text ?? null,
  };
}

/** What is hardly possible about a value, told by its whole and its other periods of the same length. */
function doubtsOf(
  { plan, period, value }: Computed,
  unit: string | null,
  { periods }: BaseData,
): readonly OutcomeNote[] {
  if (typeof value !== 'number' || period === null) return [];
  const alike = periods.filter((one) => one !== period && one.length === period.length);
  const valueIn = (one: Period): number | null => {
    const other = computePlan(plan, one).value;
    return typeof other === 'number' ? other : null;
  };
  const doubt = implausible(plan, value, unit, { periods: alike, valueIn });
  return doubt ? [doubt] : [];
}

function displayOf(computed: Computed, unit: string | null): string {
  const { outcome, value, missing } = computed;
  if (outcome === 'missing-data')
    return missing.some((one) => one.reason === 'not-available') ? 'n.d.' : 'dato mancante';
  if (outcome === 'not-computable') return 'non calcolabile';
  return dateShown(computed) ?? displayValue(value, unit);
}

/** A lone quantity that is a date is shown as one; its value is Excel's serial number. */
function dateShown({ plan, period }: Computed): string | null {
  const [only] = plan.variables;
  if (plan.tree?.kind !== 'quantity' || !only?.quantity) return null;
  const iso = valueIn(only.quantity, period, only.period)?.value.date;
  return iso ? sayPeriod(iso).it : null;
}

function joined(sentences: readonly Bilingual[]): Bilingual {
  return { it: sentences.map((one) => one.it).join(' '), en: sentences.map((one) => one.en).join(' ') };
}

function usedQuantities({ plan, period }: Computed): UsedQuantity[] {
  return plan.variables.flatMap((variable) => {
    const { node, period: modifier } = variable;
    const quantity = settledQuantity(variable, period);
    if (!quantity) return [];
    const base = {
      name: quantity.name,
      term: node.completed ? node.name : node.text || node.name,
      unit: quantity.unit,
      how: node.match?.how ?? 'near',
    };
    if (quantity.members.length > 0) {
      return quantity.members.map((one) => ({
        ...base,
        name: `${quantity.name} – ${one.member}`,
        value: one.value,
        text: one.text,
        period: '',
        cell: one.cell,
      }));
    }
    const found = valueIn(quantity, period, modifier);
    if (!found) return [{ ...base, value: null, text: '', period: '', cell: quantity.cell }];
    return [
      {
        ...base,
        value: found.value.value,
        text: found.value.text,
        period: found.period,
        cell: found.value.cell,
      },
    ];
  });
}

function notesOf(computed: Computed, indicator: IndicatorText, proposal: string | null): OutcomeNote[] {
  const { plan, period, outcome } = computed;
  const notes: OutcomeNote[] = [];
  const add = (code: OutcomeNote['code'], text: string, params: OutcomeNote['params'] = {}): void =>
    void notes.push({ code, text, params });
  const { flags } = plan.reading;
  for (const one of flags.elisions) add('elision', one.text, { as: one.readAs });
  if (proposal) add('proposed-formula', proposal);
  if (plan.inTitle) add('formula-in-title', '');
  if (flags.targetInText) add('target-in-formula', flags.targetInText.text);
  if (outcome !== 'value' && outcome !== 'boolean') return notes;
  if (flags.percentNumerator)
    add(
      'percent-prefix-as-unit',
      plan.reading.text.slice(flags.percentNumerator.start, flags.percentNumerator.end),
    );
  if (plan.tree && startsSum(plan.tree) && /^\s*[\p{Pd}−]\s/u.test(plan.reading.text))
    add('dash-as-bullet', '');
  if (flags.lostSymbol) add('lost-symbol-as-sum', '?');
  if (flags.unbalanced) add('brackets-repaired', '');
  const percent = percentUnit(plan.unit ?? indicator.unit);
  if (plan.contradicted) add('other-unit', plan.unit ?? '', { unit: indicator.unit ?? '' });
  if (plan.converted)
    add('converted-unit', indicator.unit ?? plan.unit ?? '', { units: unitsOf(plan).join(', ') });
  if (flags.hundred && percent) add('hundred-in-percent', '');
  if (flags.hundred && !percent && !plan.contradicted) add('hundred-without-percent', '');
  for (const { node, quantity, options, period: modifier } of plan.variables) {
    if (!quantity && options.length > 0)
      add('equal-candidates', node.name, { candidates: node.candidates.join(', ') });
    if (!quantity || !node.match) continue;
    const as = { as: quantity.name };
    if (node.match.how === 'synonym') add('synonym', node.name, as);
    else if (node.match.how === 'near' || node.match.how === 'abbreviation') add('near-name', node.name, as);
    else if (node.match.how === 'context') add('context-name', node.name, as);
    else if (node.match.how === 'specific') add('specific-name', node.name, as);
    const found = valueIn(quantity, period, modifier);
    if (found && found.period === '' && period) add('undated-value', quantity.name);
    else if (found && modifier === null && period && found.period !== period)
      add('other-period', quantity.name, { period: sayPeriod(found.period).it });
  }
  return notes;
}

function counts(unit: string): boolean {
  return Object.keys(readUnit(unit)?.dimensions ?? {}).every((base) => base === 'count');
}

/** The units of the quantities that measure something. */
function unitsOf({ variables }: Plan): string[] {
  return [...new Set(variables.flatMap((one) => one.quantity?.unit ?? []))].filter((unit) => !counts(unit));
}

/** Whether a formula is a sum or difference whose first term has no minus: a dash before it could have been one. */
function startsSum(tree: Formula): boolean {
  let first = tree;
  while (first.kind === 'operation') first = first.left;
  const sum = tree.kind === 'operation' && (tree.operator === '+' || tree.operator === '-');
  return sum && first.kind !== 'negation' && !(first.kind === 'number' && first.value < 0);
}

/** One indicator step by step: what is written, how it is read, each quantity with its cell, the result with its rounding. */
export function explainIndicator(
  indicator: IndicatorText,
  data: BaseData,
  period?: Period | null,
): Explanation {
  const book = bookOf(data);
  const computed = book.compute(indicator, period ?? book.latest);
  const outcome = describeOutcome(computed, indicator, data);
  const steps: Bilingual[] = [];
  const add = (it: string, en: string): void => void steps.push({ it, en });
  if (outcome.formula)
    add(`Formula come scritta: ${outcome.formula}`, `Formula as written: ${outcome.formula}`);
  else add('Formula non indicata.', 'No formula given.');
  const { definition } = computed.plan.reading;
  if (definition) add(`Nome dato nella formula: ${definition}`, `Name given in the formula: ${definition}`);
  if (outcome.reading.it) add(`Letta come: ${outcome.reading.it}`, `Read as: ${outcome.reading.en}`);
  if (outcome.expression) add(`Espressione: ${outcome.expression}`, `Expression: ${outcome.expression}`);
  for (const one of outcome.quantities) {
    const where = one.cell ? ` — ${formatRef(one.cell)}` : '';
    const when = one.period ? sayPeriod(one.period) : { it: '', en: '' };
    const shown = one.value === null ? one.text || '—' : displayValue(one.value, one.unit);
    add(
      `${one.name}${when.it ? ` (${when.it})` : ''} = ${shown}${where}`,
      `${one.name}${when.en ? ` (${when.en})` : ''} = ${shown}${where}`,
    );
  }
  for (const note of outcome.notes) steps.push(describeNote(note));
  if (outcome.reason) steps.push(outcome.reason);
  if (typeof outcome.value === 'number') {
    const exact = exactValue(outcome.value, outcome.unit);
    const rounded =
      exact === outcome.display
        ? { it: '', en: '' }
        : { it: ` (arrotondato da ${exact})`, en: ` (rounded from ${exact})` };
    add(`Risultato: ${outcome.display}${rounded.it}`, `Result: ${outcome.display}${rounded.en}`);
  } else if (outcome.outcome === 'boolean') {
    add(`Risultato: ${outcome.display}`, `Result: ${outcome.value === true ? 'yes' : 'no'}`);
  }
  if (outcome.example) add(`Attenzione: ${outcome.example}`, `Note: ${outcome.example}`);
  return { ...outcome, name: indicator.name, steps, formulaReading: computed.plan.reading };
}

/** The value with all the digits that matter, in the notation of {@link displayValue}. */
function exactValue(value: number, unit: string | null): string {
  if (Math.abs(value) >= 1e15) return displayValue(value, unit);
  if (percentUnit(unit)) return `${italianNumber(value * 100, 8)} %`;
  const shown = displayValue(value, unit);
  const tail = /[\d)]( \S.*)$/.exec(shown)?.[1] ?? '';
  const exact = `${italianNumber(value, 8)}${tail}`;
  return Math.abs(Number(value.toFixed(2)) - value) < 1e-9 ? shown : exact;
}
