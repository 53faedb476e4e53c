import { directionOf, type Direction } from '../../indicators';
import { contentWords, fold, stem } from '../../plan';
import type { TargetReading } from './target-text';

/**
 * Better when it rises (`more`) or falls (`less`), as the name tells for sure; null when it tells nothing, or both. A
 * finding rests on it: what is only likely is good enough for a degree of achievement, not here.
 */
export function directionByName(name: string, unit: string | null = null): Direction | null {
  const reading = directionOf({ name, unit });
  return reading?.source === 'name' && reading.sure ? reading.direction : null;
}

/** What an indicator measures and why: what its direction is told from. */
export interface Measured {
  /** Name of the indicator. */
  readonly name: string;
  readonly unit: string | null;
  /** Title of the objective it measures, where there is one. */
  readonly objective: string | null;
}

/** Work that is counted: more of it is better, whatever it is against. */
const WORK =
  /^(?:n(?:umero|\.|r\.?)? *(?:di |dei |delle |degli )?)?(?:sopralluogh\w+|controll\w+|ispezion\w+|verific\w+|interventi|azioni|pattugli\w+|accertament\w+|campagn\w+|incontr\w+|corsi|ore di formazione|sanzion\w+ (?:contestate|elevate))\b/;

/** How far the work has come: whatever it is about, further is better. */
const PROGRESS =
  /^(?:%|percentuale|perc\.?|grado|stato|livello)?\s*(?:di |d')?(?:avanzamento|attuazione|realizzazione|completamento|esecuzione|sal)\b/;

/** What was taken away is counted, not what is left: `passaggi eliminati dei ricorsi`. */
const GOT_RID_OF =
  /^(?:n(?:umero|\.|r\.?)? *(?:di |dei |delle |degli )?)?\w+ (?:eliminat|ridott|abbattut|rimoss|smaltit|evitat|recuperat)[aoei]\b/;
/** Days won, not days taken. */
const AHEAD = /\b(?:di|in) anticipo\b/;

/** The direction the target's own words say (`almeno`, `non superiore a`), else what is counted, else the verb. */
export function directionForTarget(
  { name, unit, objective }: Measured,
  target: TargetReading | null,
): Direction | null {
  const comparator = target?.kind === 'number' ? target.comparator : null;
  if (comparator === '>=' || comparator === '>') return 'more';
  if (comparator === '<=' || comparator === '<') return 'less';
  if ([WORK, PROGRESS, GOT_RID_OF, AHEAD].some((sure) => sure.test(fold(name).trim()))) return 'more';
  return directionByName(name, unit) ?? directionByVerb(objective, name);
}

const LESS =
  /^(?:ridu(?:rre|zione)|diminui(?:re|zione)|abbatt(?:ere|imento)|conten(?:ere|imento)|accorci|limitare|snellire)/;
const MORE =
  /^(?:aument(?:are|o)|increment(?:are|o)|accresc|potenzia(?:re|mento)|ampli(?:are|amento)|estend|estensione|rafforza(?:re|mento)|intensific|migliora(?:re|mento)|elevare|innalza)/;

/** Whether a title begins with a verb (or its noun) that promises a change for the better. */
export function promisesChange(title: string): boolean {
  const plain = fold(title).trim();
  return LESS.test(plain) || MORE.test(plain);
}

/**
 * `Ridurre i tempi di rilascio`, `Aumentare la raccolta differenziata`: the verb tells for an indicator of the thing it
 * speaks of; `migliorare` only says that it should get better, not whether that is up or down.
 */
function directionByVerb(objective: string | null, name: string): Direction | null {
  const title = fold(objective ?? '').trim();
  if (/^miglior/.test(title) || !promisesChange(title) || !isOfThing(title, fold(name))) return null;
  return LESS.test(title) ? 'less' : 'more';
}

/** Not the thing is counted, but what was done about it: `residui eliminati`, `ricorsi definiti`. */
const DEALT_WITH =
  /\b(?:eliminat|riscoss|recuperat|definit|conclus|evas|smaltit|chius|risolt|ridott|abbattut|bonificat|rimoss|gestit|controllat)[aoei]\b|\b(?:riduzion|diminuzion|aument|increment|variazion)[eio]\b/;

/** A word of weight in common (`tempi` and `tempo medio`), or the initials of two (`RD`). */
function isOfThing(title: string, name: string): boolean {
  if (DEALT_WITH.test(name)) return false;
  const content = contentWords(title).slice(1);
  const initials = content.map((word) => word[0] ?? '').join('');
  const stems = new Set(content.map(stem));
  const bare = name.trim();
  return (
    contentWords(name).some((word) => stems.has(stem(word))) ||
    (/^[a-z]{2,4}$/.test(bare) && initials.includes(bare))
  );
}

const VARIATION =
  /variazion|increment|cresc|aument|riduzion|diminuzion|scostament|trend|saldo|differenz[ae](?![a-z])|andament/;

/** Whether a target is on the wrong side of its baseline; never where the direction is not known. */
export function isWorse(about: Measured, target: TargetReading, baseline: TargetReading): boolean {
  const direction = directionForTarget(about, target);
  if (direction === null) return false;
  if (target.kind === 'change') {
    return !VARIATION.test(fold(about.name)) && (direction === 'more') === (target.way === 'down');
  }
  if (target.kind !== 'number' || baseline.kind !== 'number') return false;
  // A limit to keep (`> 75 %`, `≤ 0`) is no value to arrive at: who is beyond it already is not going back.
  if (target.comparator !== null && target.comparator !== '=') return false;
  const [to, from] = onOneScale(target, baseline);
  return direction === 'more' ? to < from - 1e-9 : to > from + 1e-9;
}

/** Whether a target is the baseline itself: nothing is to change. */
export function isSameValue(target: TargetReading, baseline: TargetReading): boolean {
  if (target.kind !== 'number' || baseline.kind !== 'number') return false;
  const [to, from] = onOneScale(target, baseline);
  return Math.abs(to - from) <= 1e-9 * Math.max(1, Math.abs(from));
}

type Quantity = Extract<TargetReading, { kind: 'number' }>;

/** `0,85` and `85 %`, `0,9` and `1,1` under %, on one scale. */
function onOneScale(a: Quantity, b: Quantity): [number, number] {
  if (a.percent && b.percent) {
    const mixed = a.scaleAssumed !== b.scaleAssumed;
    const other = a.scaleAssumed ? b : a;
    return mixed && other.written <= 5 && other.written > 1 ? [a.written, b.written] : [a.value, b.value];
  }
  const scaled = (one: Quantity, other: Quantity): number =>
    other.percent && !one.percent && Math.abs(one.value) > 1 ? one.value / 100 : one.value;
  return [scaled(a, b), scaled(b, a)];
}
