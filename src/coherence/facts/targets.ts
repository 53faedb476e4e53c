import { contentWords, fold, normalise, stem, type Indicator, type PeriodFact } from '../../plan';
import type { CellRef } from '../../workbook';
import { slipsOf, type Slip } from './series';
import { directionForTarget, isSameValue, isWorse, promisesChange, type Measured } from './target-direction';
import { groupBy, pegOf, type FactContext } from './context';
import { unitKind } from './dimensions';
import { quantitiesOf } from '../../indicators';
import { comparesPeriods } from './formula-meaning';
import { readFormulas, type ReadFormula } from './formula-reading';
import { isOfMeasures, piaoTables } from './piao';
import { hasColumn, hasOnlyOtherYears } from './tables';
import { readTarget, type TargetReading } from './target-text';
import { flag, list, text, token } from './view';

/** An indicator with the target of the first year and what it starts from, as written and as read. */
interface Aim {
  readonly target: PeriodFact | null;
  readonly reading: TargetReading | null;
  readonly baseline: PeriodFact | null;
  readonly start: TargetReading | null;
  readonly measured: Measured;
  /** What the target says, in plain letters. */
  readonly said: string;
  readonly slips: readonly Slip[];
}

function aimOf(indicator: Indicator, context: FactContext): Aim {
  const known = context.shared('aims', () => new Map<string, Aim>());
  const before = known.get(indicator.id);
  if (before) return before;
  const target = firstTarget(indicator, context);
  const baseline = indicator.baselines.at(-1) ?? earlierActual(indicator, context);
  const about = { unit: indicator.unit?.value ?? null, year: context.year };
  const aim = {
    target,
    reading: target && readTarget(target.value, about),
    baseline,
    start: baseline && readTarget(baseline.value, about),
    measured: measuredBy(indicator, context),
    said: fold(target?.value ?? '').trim(),
    slips: slipsOf(indicator, isPercent(indicator)),
  };
  known.set(indicator.id, aim);
  return aim;
}

/** A field of the aim, with its cells before those of the name. */
const aim =
  <T>(of: (aim: Aim) => T) =>
  (indicator: Indicator, context: FactContext) =>
    of(aimOf(indicator, context));
const withTitle =
  (of: (aim: Aim) => readonly CellRef[] | undefined) =>
  (indicator: Indicator, context: FactContext): readonly CellRef[] => [
    ...(of(aimOf(indicator, context)) ?? []),
    ...indicator.title.cells,
  ];

/** What is expected of an indicator in the first year, beside the value to start from and the objective's words. */
export const targetFields = {
  hasColumn: flag<Indicator>(
    'la sua tabella ha la colonna del target del primo anno / its table has the target column of the first year',
    ({ tableId }, { tables, year }) => hasColumn(tables.get(tableId), 'indicator.target', year),
  ),
  laterOnly: flag<Indicator>(
    'le colonne del target della sua tabella sono tutte di altri anni / the target columns of its table are all of other years',
    ({ tableId }, { tables, year }) => hasOnlyOtherYears(tables.get(tableId), 'indicator.target', year),
  ),
  target: text<Indicator>(
    'target del primo anno come scritto, o quello impossibile / target of the first year as written, or the impossible one',
    (one, context) => (impossibleTarget(one, context) ?? aimOf(one, context).target)?.value,
    (one, context) => [
      ...((impossibleTarget(one, context) ?? aimOf(one, context).target)?.cells ?? []),
      ...one.title.cells,
    ],
  ),
  targetKind: token<Indicator>(
    'che cosa dice il target: number, range, date, yes-no, score, change, keep, blank (niente), unreadable / what the target says: number, range, date, yes-no, score, change, keep, blank (nothing), unreadable',
    aim(({ reading }) => reading?.kind ?? 'blank'),
  ),
  // Measures of the PIAO are what is done, not what is measured.
  measure: flag<Indicator>('è una misura del PIAO / it is a measure of the PIAO', ({ tableId }, context) => {
    const table = context.tables.get(tableId);
    return table !== undefined && piaoTables(context).has(tableId) && isOfMeasures(table);
  }),
  outOfDomain: flag<Indicator>(
    'un target è fuori dal dominio / a target is out of its domain',
    (one, context) => impossibleTarget(one, context) !== undefined,
  ),
  baseline: text<Indicator>(
    'valore iniziale, o ultimo risultato, come scritto / baseline, or last result, as written',
    aim(({ baseline }) => baseline?.value),
    withTitle(({ baseline }) => baseline?.cells),
  ),
  direction: token<Indicator>(
    'meglio se sale o se scende / better when it rises or falls',
    aim(({ measured, reading }) => directionForTarget(measured, reading)),
  ),
  worse: flag<Indicator>(
    'il target è peggiore del valore iniziale / the target is worse than the baseline',
    aim(
      ({ measured, reading, start }) =>
        reading !== null && start !== null && isWorse(measured, reading, start),
    ),
  ),
  byVerb: flag<Indicator>(
    'lo dice solo il verbo dell’obiettivo / only the objective’s verb says so',
    aim(({ measured, reading }) => directionForTarget({ ...measured, objective: null }, reading) === null),
  ),
  objective: text<Indicator>(
    'titolo dell’obiettivo / title of the objective',
    aim(({ measured }) => measured.objective),
  ),
  from: text<Indicator>(
    'valore da cui si parte, o ultimo risultato / value to start from, or last result',
    aim(({ baseline }) => baseline?.value),
    withTitle(({ baseline }) => baseline?.cells),
  ),
  same: flag<Indicator>(
    'il valore atteso è quello di partenza / the expected value is the one to start from',
    aim(({ reading, start }) => reading !== null && start !== null && isSameValue(reading, start)),
  ),
  atLimit: flag<Indicator>(
    'non si può fare meglio (100%, zero) / it cannot get better (100 %, zero)',
    aim(({ reading }) => isAtLimit(reading)),
  ),
  promises: flag<Indicator>(
    'il verbo o il tipo dell’obiettivo promettono un miglioramento / the verb or the type of the objective promise to improve',
    (one, context) =>
      promisesChange(titleOf(one, context)) ||
      /migliorament|svilupp|innovaz|strategic|potenziament/.test(typeOf(one, context)),
  ),
  ordinary: flag<Indicator>(
    'il titolo è di attività ordinaria / the title is one of ordinary work',
    (one, context) => ORDINARY.test(fold(titleOf(one, context)).trim()),
  ),
  dueByLaw: flag<Indicator>(
    'il valore atteso sono i termini di legge / the expected value is what the law sets',
    aim(({ said }) => BY_LAW.test(said)),
  ),
  affirmed: flag<Indicator>(
    'si parte da SÌ e si arriva a SÌ / it starts from YES and arrives at YES',
    aim(({ said, baseline }) => YES.test(said) && YES.test(fold(baseline?.value ?? '').trim())),
  ),
  noChoice: flag<Indicator>(
    'è scritto SI/NO o NO: non è un valore atteso / it says YES/NO or NO: no expected value',
    aim(({ said }) => /^(?:s[i]\s*[/-]\s*no|no)$/.test(said)),
  ),
  unvalued: flag<Indicator>(
    'mantenimento senza dire di quale valore / to keep, without the value to keep',
    aim(({ reading, said }) => reading?.kind === 'keep' && !/\d/.test(said)),
  ),
  laterWorse: text<Indicator>(
    'valore atteso che torna indietro in un anno successivo / a later year that goes back',
    laterWorse,
    ({ targets, title }) => [...targets.flatMap((one) => one.cells), ...title.cells],
  ),
  slips: list<Indicator>(
    'valori che hanno perso la virgola / values that lost their decimal point',
    aim(({ slips }) => slips.map((one) => one.value)),
    withTitle(({ slips }) => slips.flatMap((one) => one.cells)),
  ),
  probable: list<Indicator>(
    'come erano probabilmente / what they probably were',
    aim(({ slips }) => slips.map((one) => one.probable)),
  ),
  aboveWhole: text<Indicator>(
    'parte più grande del suo intero / part larger than its whole',
    (one, context) => aboveWhole(one, context)?.value,
    ({ actuals, baselines }) => [...actuals, ...baselines].flatMap((one) => one.cells),
  ),
  maintenance: flag<Indicator>(
    'l’obiettivo è di mantenimento o ordinario / the objective is one of maintenance or ordinary work',
    (one, context) => /mantenimento|ordinari|consolidament/.test(typeOf(one, context)),
  ),
  gap: token<Indicator>(
    'che cosa manca: il valore iniziale o i target degli anni successivi, dove ci sono le colonne / what is missing: the baseline or the targets of later years, where there are columns',
    gapOf,
  ),
};

const ORDINARY =
  /^(?:gestione|assistenza|rispetto (?:degli|dei) (?:adempiment|obbligh|termini)|verbalizzazione|adempiment|attivita ordinari|ordinaria|tenuta|svolgimento|espletamento|evasione|rilascio|predisposizione degli atti|attuazione degli adempimenti|garantire (?:il|lo|la|l'|i|gli|le) (?:regolare|ordinari|corrett|funzionamento|normale)|assicurare (?:il|lo|la|l'|i|gli|le) (?:regolare|ordinari|corrett|funzionamento|normale))/;
const YES = /^s[i]\b(?!\s*\/)/;
const BY_LAW =
  /\b(?:nei|entro i|rispetto dei) (?:termini|tempi) (?:di legge|normativ\w+|previsti|prescritti|stabiliti)|\btermini di legge\b|\bcome da norma/;

/** Nothing can be better: all of it, or none of what is not wanted. */
function isAtLimit(reading: TargetReading | null): boolean {
  if (reading?.kind !== 'number') return false;
  return reading.value === 0 || (reading.percent && reading.value >= 1) || reading.written === 100;
}

/** `20 | 60 | 50`: a state of progress that goes back in a later year. */
function laterWorse(indicator: Indicator): string | null {
  if (!PROGRESS.test(fold(indicator.title.value))) return null;
  const dated = indicator.targets
    .filter((one) => /^\d{4}$/.test(one.period ?? ''))
    .sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))
    .flatMap((one) => {
      const read = readTarget(one.value, { unit: indicator.unit?.value ?? null });
      return read.kind === 'number' ? [{ period: one.period ?? '', text: one.value, value: read.value }] : [];
    });
  const at = dated.findIndex((one, place) => place > 0 && one.value < (dated[place - 1]?.value ?? 0));
  const [before, here] = [dated[at - 1], dated[at]];
  return before && here ? `${before.period}: ${before.text}, ${here.period}: ${here.text}` : null;
}

const PROGRESS =
  /\bsal\b|avanzament|stato (?:dei lavori|di attuazione|di realizzazione)|\blavori (?:eseguiti|realizzati)|completament/;

function isPercent(indicator: Indicator): boolean {
  return unitKind(indicator.unit?.value ?? null) === 'percent';
}

/** A target, of whatever year, that cannot be. */
function impossibleTarget(indicator: Indicator, context: FactContext): PeriodFact | undefined {
  const about = { unit: indicator.unit?.value ?? null, year: context.year };
  return indicator.targets.find((one) =>
    isOutOfDomain(indicator, readTarget(one.value, about), hasBounds(indicator, context)),
  );
}

/** A result that is a part larger than its whole. */
function aboveWhole(indicator: Indicator, context: FactContext): PeriodFact | undefined {
  const about = { unit: indicator.unit?.value ?? null };
  if (aimOf(indicator, context).slips.length > 0) return undefined;
  return [...indicator.actuals, ...indicator.baselines].find((one) =>
    isOutOfDomain(indicator, readTarget(one.value, about), hasBounds(indicator, context)),
  );
}

/** What is missing although its column is there. */
function gapOf(indicator: Indicator, context: FactContext): string | null {
  const { tableId, targets } = indicator;
  const { baseline } = aimOf(indicator, context);
  const blank =
    baseline === null || (readTarget(baseline.value).kind === 'blank' && !/nuov/i.test(baseline.value));
  if (blank && hasColumn(context.tables.get(tableId), 'indicator.baseline')) return 'baseline';
  const later = context.shared('laterYears', () => {
    const byTable = groupBy(context.plan.indicators, (one) => one.tableId);
    return new Map([...byTable].map(([id, siblings]) => [id, laterYears(siblings, context)] as const));
  });
  const lacks = (year: string): boolean => !targets.some((one) => one.period?.startsWith(year));
  return later.get(tableId)?.some(lacks) ? 'later-years' : null;
}

function titleOf({ objectiveId }: Indicator, { entities }: FactContext): string {
  return entities.get(objectiveId ?? '')?.title.value ?? '';
}

/** The type of its PEG objective, in plain letters. */
function typeOf({ objectiveId }: Indicator, context: FactContext): string {
  return fold(pegOf(objectiveId, context)?.type?.value ?? '');
}

/** What an indicator measures: its name and unit, and the objective whose verb may tell the direction. */
export function measuredBy(indicator: Indicator, { entities }: FactContext): Measured {
  const objective = entities.get(indicator.objectiveId ?? '')?.title.value ?? null;
  const [name, unit] = [indicator.title.value, indicator.unit?.value ?? null];
  // Where the indicator is only the objective's title again, what stands for its unit says what is counted.
  const counted = unit !== null && unitKind(unit) === 'other' && /\s/.test(unit.trim());
  if (counted && objective !== null && normalise(name) === normalise(objective))
    return { name: unit, unit: null, objective };
  return { name, unit, objective };
}

/**
 * The target of the plan's first year; one without a period counts for it, unless the table has a column of that very
 * year: then a date within the year or another column does not stand for what is not written there.
 */
function firstTarget(indicator: Indicator, context: FactContext): PeriodFact | null {
  const year = context.year === null ? null : String(context.year);
  const columns = context.tables.get(indicator.tableId)?.columns ?? [];
  const own = columns.some(({ field }) => year !== null && field === `indicator.target@${year}`);
  const dated = indicator.targets.filter((one) => one.period !== null);
  const first = own
    ? dated.find((one) => one.period === year)
    : (dated.find((one) => year !== null && one.period?.startsWith(year)) ??
      indicator.targets.find((one) => one.period === null));
  return first ?? (year === null ? (dated[0] ?? null) : null);
}

/** The last actual value of a year before the plan: where one starts from. */
function earlierActual(indicator: Indicator, { year }: FactContext): PeriodFact | null {
  const earlier = indicator.actuals.filter(({ period, value }) => {
    const its = Number(period?.slice(0, 4));
    return year !== null && its > 0 && its < year && value.trim() !== '';
  });
  return earlier.sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1)).at(-1) ?? null;
}

/** Years after the first for which the table's indicators have targets. */
function laterYears(siblings: readonly Indicator[], context: FactContext): string[] {
  const years = new Set(
    siblings.flatMap((one) => one.targets.flatMap(({ period }) => period?.slice(0, 4) ?? [])),
  );
  return [...years].filter((year) => context.year !== null && Number(year) > context.year).sort();
}

const GROWTH =
  /variazion|increment|cresc|aument|riduzion|diminuzion|scostament|trend|saldo|differenz[ae](?![a-z])|andament|margine|risultato|rispetto (?:al|all|allo|alla|agli|ai) /;
const PART_NAMES =
  /percentual|% d|\bquota\b|copertura|accoglimento|\btasso di (?:assenza|presenza|risposta|evasione|realizzazione|attuazione)|grado di (?:realizzazione|attuazione|completamento|raggiungimento)/;

/** What may well be more than all of it: what is earned or spent, compared or used again and again. */
const BEYOND =
  /\b(?:indic[ei]|rapport[oi]|copertura|autonomia|rigidita|produttiv\w+|redditivit\w+|rendiment\w+|entrat[ae]|incass[oi]|riscoss\w+|gettito|accertament[oi]|ricav[oi]|introit[oi]|spes[ae]|cost[oi]|pagament[oi]|vendit[ae]|presenze|affluenza|utilizzo|occupazione|saturazione|turn ?over|efficienza|tempestivita|prezz[oi]|valore|capacita|raggiungimento)\b/;

function hasBounds({ id }: Indicator, context: FactContext): boolean {
  const bounded = context.shared(
    'bounded',
    () => new Set(readFormulas(context).flatMap((read) => (isBounded(read) ? read.indicator.id : []))),
  );
  return bounded.has(id);
}

/** A part of its whole: the same thing above and below, a total below, or a name that says so. Money may exceed. */
function isBounded(read: ReadFormula): boolean {
  const { indicator, share, denominator, numeratorDimension } = read;
  if (comparesPeriods(read)) return false;
  if (share) return true;
  if (denominator === null || numeratorDimension === 'euro') return false;
  const whole = quantitiesOf(denominator).some((quantity) => quantity.prefixes.includes('total'));
  return whole || PART_NAMES.test(fold(indicator.title.value));
}

/** A share outside 0–100 %, a negative count or measure. Growth rates and per-head ratios have no bounds. */
function isOutOfDomain(indicator: Indicator, reading: TargetReading, share: boolean): boolean {
  const numbers =
    reading.kind === 'number' ? [reading.value] : reading.kind === 'range' ? [reading.low, reading.high] : [];
  if (numbers.length === 0) return false;
  const unit = unitKind(indicator.unit?.value ?? null);
  const name = fold(indicator.title.value);
  if (GROWTH.test(name)) return false;
  const percent = unit === 'percent' || (unit === 'none' && 'percent' in reading && reading.percent);
  if (percent) {
    const unnamed =
      indicator.formula === null && (PART_NAMES.test(name) || isOfItsOwn(name) || !BEYOND.test(name));
    const bounded = share || unnamed;
    return bounded && numbers.some((one) => one < 0 || one > 1.0001);
  }
  const counted = unit === 'count' || (unit === 'measure' && !MAY_BE_NEGATIVE.test(name));
  return counted && numbers.some((one) => one < 0);
}

/** Some of a thing beside all of it: `servizi con scheda dei costi su servizi a domanda`. */
function isOfItsOwn(name: string): boolean {
  const [part = '', whole = ''] = name.split(/ su(?:l|i|gli|lle|lla)? /);
  const [some, all] = [contentWords(part)[0], contentWords(whole)[0]];
  return some !== undefined && all !== undefined && stem(some) === stem(all);
}

/** Days of delay and indicators of timeliness are negative when one is early. */
const MAY_BE_NEGATIVE = /tempestivit|ritard|anticip|\bitp\b|scadenz/;
