import { fold, type Indicator, type PeriodFact } from '../../plan';
import { slipsOf } from './series';
import { directionForTarget, isSameValue, isWorse, promisesChange, type Measured } from './target-direction';
import { groupBy, subjectOf, type FactContext } from './context';
import { unitKind } from './dimensions';
import { factSet, flag, list, text, token } from './fact';
import { quantitiesOf } from '../../indicators';
import { comparesPeriods } from './formula-meaning';
import { readFormulas, type ReadFormula } from './formula-reading';
import { isOfMeasures, piaoTables } from './piao';
import { hasColumn, levelOf } from './indicators';
import { readTarget, type TargetReading } from './target-text';

/** Indicators with their target of the first year and their baseline. */
export const targets = factSet({
  name: 'targets',
  about: {
    it: 'Gli indicatori con il target del primo anno e il valore iniziale',
    en: 'Indicators with the target of the first year and the baseline',
  },
  fields: {
    title: text('indicatore', 'indicator'),
    level: token('di che cosa è l’indicatore', 'of what the indicator is'),
    hasColumn: flag('la sua tabella ha la colonna del target', 'its table has the target column'),
    target: text('target del primo anno come scritto', 'target of the first year as written'),
    missing: flag('manca il target del primo anno', 'the target of the first year is missing'),
    unreadable: flag('il target non si legge', 'the target cannot be read'),
    outOfDomain: flag('il target è fuori dal dominio', 'the target is out of its domain'),
    baseline: text('valore iniziale come scritto', 'baseline as written'),
    direction: token('meglio se sale o se scende', 'better when it rises or falls'),
    worse: flag('il target è peggiore del valore iniziale', 'the target is worse than the baseline'),
    byVerb: flag('lo dice solo il verbo dell’obiettivo', 'only the objective’s verb says so'),
    objective: text('titolo dell’obiettivo', 'title of the objective'),
    from: text('valore da cui si parte, o ultimo risultato', 'value to start from, or last result'),
    same: flag('il valore atteso è quello di partenza', 'the expected value is the one to start from'),
    atLimit: flag('non si può fare meglio (100%, zero)', 'it cannot get better (100 %, zero)'),
    promises: flag(
      'il verbo o il tipo dell’obiettivo promettono un miglioramento',
      'the verb or the type of the objective promise to improve',
    ),
    ordinary: flag('il titolo è di attività ordinaria', 'the title is one of ordinary work'),
    dueByLaw: flag('il valore atteso sono i termini di legge', 'the expected value is what the law sets'),
    affirmed: flag('si parte da SÌ e si arriva a SÌ', 'it starts from YES and arrives at YES'),
    noChoice: flag('è scritto SI/NO o NO: non è un valore atteso', 'it says YES/NO or NO: no expected value'),
    unvalued: flag('mantenimento senza dire di quale valore', 'to keep, without the value to keep'),
    laterWorse: text('valore atteso che torna indietro in un anno successivo', 'a later year that goes back'),
    slips: list('valori che hanno perso la virgola', 'values that lost their decimal point'),
    probable: list('come erano probabilmente', 'what they probably were'),
    aboveWhole: text('parte più grande del suo intero', 'part larger than its whole'),
    maintenance: flag(
      'l’obiettivo è di mantenimento o ordinario',
      'the objective is one of maintenance or ordinary work',
    ),
    missingBaseline: flag('manca il valore iniziale (la colonna c’è)', 'the baseline is missing'),
    missingYears: list('anni senza target (le colonne ci sono)', 'years without a target'),
    gap: token('che cosa manca', 'what is missing'),
  },
  facts: (context) => {
    const shares = new Map(
      readFormulas(context).map((read) => [read.indicator.id, isBounded(read)] as const),
    );
    const later = new Map(
      [...groupBy(context.plan.indicators, (one) => one.tableId)].map(
        ([tableId, siblings]) => [tableId, laterYears(siblings, context)] as const,
      ),
    );
    return context.plan.indicators.map((indicator) => {
      const table = context.tables.get(indicator.tableId);
      const target = firstTarget(indicator, context);
      const about = { unit: indicator.unit?.value ?? null, year: context.year };
      const reading = target ? readTarget(target.value, about) : null;
      const share = shares.get(indicator.id) ?? false;
      const impossibleTarget = indicator.targets.find((one) =>
        isOutOfDomain(indicator, readTarget(one.value, about), share),
      );
      const baseline = indicator.baselines.at(-1) ?? earlierActual(indicator, context);
      const start = baseline && readTarget(baseline.value, about);
      const measured = measuredBy(indicator, context);
      // Measures of the PIAO are what is done, not what is measured.
      const measure = table !== undefined && piaoTables(context).has(table.id) && isOfMeasures(table);
      const missing = !measure && (reading === null || reading.kind === 'blank');
      const missingBaseline =
        hasColumn(table, 'indicator.baseline') &&
        (baseline === null || (readTarget(baseline.value).kind === 'blank' && !/nuov/i.test(baseline.value)));
      const missingYears = (later.get(indicator.tableId) ?? []).filter(
        (year) => !indicator.targets.some((one) => one.period?.startsWith(year)),
      );
      return {
        subject: subjectOf(indicator),
        values: {
          title: indicator.title.value,
          level: levelOf(indicator, context),
          hasColumn: hasColumn(table, 'indicator.target'),
          target: (impossibleTarget ?? target)?.value ?? null,
          missing,
          unreadable: reading?.kind === 'unreadable',
          outOfDomain: impossibleTarget !== undefined,
          baseline: baseline?.value ?? null,
          direction: directionForTarget(measured, reading),
          worse: reading !== null && start !== null && isWorse(measured, reading, start),
          byVerb: byVerb(measured, reading),
          maintenance: isMaintenance(indicator, context),
          ...beside(indicator, { target, reading, baseline, start }, context),
          ...impossible(indicator, share),
          missingBaseline,
          missingYears,
          gap: missingBaseline ? 'baseline' : missingYears.length > 0 ? 'later-years' : null,
        },
        cells: {
          title: indicator.title.cells,
          target: [...((impossibleTarget ?? target)?.cells ?? []), ...indicator.title.cells],
          baseline: [...(baseline?.cells ?? []), ...indicator.title.cells],
          from: [...(baseline?.cells ?? []), ...indicator.title.cells],
          laterWorse: [...indicator.targets.flatMap((one) => one.cells), ...indicator.title.cells],
          slips: [
            ...slipsOf(indicator, isPercent(indicator)).flatMap((one) => one.cells),
            ...indicator.title.cells,
          ],
          aboveWhole: [...indicator.actuals, ...indicator.baselines].flatMap((one) => one.cells),
        },
        involved: [indicator.id],
      };
    });
  },
});

/** Only the verb of the objective tells which way is better. */
function byVerb(measured: Measured, reading: TargetReading | null): boolean {
  return directionForTarget({ ...measured, objective: null }, reading) === null;
}

const ORDINARY =
  /^(?:gestione|assistenza|rispetto (?:degli|dei) (?:adempiment|obbligh|termini)|verbalizzazione|adempiment|attivita ordinari|ordinaria|tenuta|svolgimento|espletamento|evasione|rilascio|predisposizione degli atti|attuazione degli adempimenti|garantire (?:il|lo|la|l'|i|gli|le) (?:regolare|ordinari|corrett|funzionamento|normale)|assicurare (?:il|lo|la|l'|i|gli|le) (?:regolare|ordinari|corrett|funzionamento|normale))/;
const BY_LAW =
  /\b(?:nei|entro i|rispetto dei) (?:termini|tempi) (?:di legge|normativ\w+|previsti|prescritti|stabiliti)|\btermini di legge\b|\bcome da norma/;

interface Beside {
  readonly target: PeriodFact | null;
  readonly reading: TargetReading | null;
  readonly baseline: PeriodFact | null;
  readonly start: TargetReading | null;
}

/** The target beside the value to start from and the objective's words. */
function beside(indicator: Indicator, { target, reading, baseline, start }: Beside, context: FactContext) {
  const entity = indicator.objectiveId === null ? undefined : context.entities.get(indicator.objectiveId);
  const title = entity?.title.value ?? '';
  const type = entity?.kind === 'pegObjective' ? fold(entity.type?.value ?? '') : '';
  const said = fold(target?.value ?? '').trim();
  return {
    objective: entity?.title.value ?? null,
    from: baseline?.value ?? null,
    same: reading !== null && start !== null && isSameValue(reading, start),
    atLimit: isAtLimit(reading),
    promises: promisesChange(title) || /migliorament|svilupp|innovaz|strategic|potenziament/.test(type),
    ordinary: ORDINARY.test(fold(title).trim()),
    dueByLaw: BY_LAW.test(said),
    affirmed: /^s[i]\b(?!\s*\/)/.test(said) && /^s[i]\b(?!\s*\/)/.test(fold(baseline?.value ?? '').trim()),
    noChoice: /^(?:s[i]\s*[/-]\s*no|no)$/.test(said),
    unvalued: reading?.kind === 'keep' && !/\d/.test(said),
    laterWorse: laterWorse(indicator),
  };
}

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

/** Values that cannot be: a decimal point lost, a part larger than its whole. */
function impossible(indicator: Indicator, share: boolean) {
  const slips = slipsOf(indicator, isPercent(indicator));
  const about = { unit: indicator.unit?.value ?? null };
  const above = [...indicator.actuals, ...indicator.baselines].find(
    (one) => isOutOfDomain(indicator, readTarget(one.value, about), share) && slips.length === 0,
  );
  return {
    slips: slips.map((one) => one.value),
    probable: slips.map((one) => one.probable),
    aboveWhole: above?.value ?? null,
  };
}

/** What an indicator measures: its name and unit, and the objective whose verb may tell the direction. */
export function measuredBy(indicator: Indicator, { entities }: FactContext): Measured {
  const objective = indicator.objectiveId === null ? undefined : entities.get(indicator.objectiveId);
  return {
    name: indicator.title.value,
    unit: indicator.unit?.value ?? null,
    objective: objective?.title.value ?? null,
  };
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

function isMaintenance(indicator: Indicator, context: FactContext): boolean {
  const entity = indicator.objectiveId === null ? undefined : context.entities.get(indicator.objectiveId);
  return (
    entity?.kind === 'pegObjective' &&
    /mantenimento|ordinari|consolidament/.test(fold(entity.type?.value ?? ''))
  );
}

const GROWTH =
  /variazion|increment|cresc|aument|riduzion|diminuzion|scostament|trend|saldo|differenz[ae](?![a-z])|andament|margine|risultato|rispetto (?:al|all|allo|alla|agli|ai) /;
const PART_NAMES =
  /percentual|% d|\bquota\b|copertura|accoglimento|\btasso di (?:assenza|presenza|risposta|evasione|realizzazione|attuazione)|grado di (?:realizzazione|attuazione|completamento|raggiungimento)/;

/** What may well be more than all of it: what is earned or spent, compared or used again and again. */
const BEYOND =
  /\b(?:indic[ei]|rapport[oi]|copertura|autonomia|rigidita|produttiv\w+|redditivit\w+|rendiment\w+|entrat[ae]|incass[oi]|riscoss\w+|gettito|accertament[oi]|ricav[oi]|introit[oi]|spes[ae]|cost[oi]|pagament[oi]|vendit[ae]|presenze|affluenza|utilizzo|occupazione|saturazione|turn ?over|efficienza|tempestivita|prezz[oi]|valore|capacita|raggiungimento)\b/;

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
    const unnamed = indicator.formula === null && (PART_NAMES.test(name) || !BEYOND.test(name));
    const bounded = share || unnamed;
    return bounded && numbers.some((one) => one < 0 || one > 1.0001);
  }
  const counted = unit === 'count' || (unit === 'measure' && !MAY_BE_NEGATIVE.test(name));
  return counted && numbers.some((one) => one < 0);
}

/** Days of delay and indicators of timeliness are negative when one is early. */
const MAY_BE_NEGATIVE = /tempestivit|ritard|anticip|\bitp\b|scadenz/;
