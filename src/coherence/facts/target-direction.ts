import { directionOf, type Direction } from '../../indicators';
import { fold } from '../../plan';
import type { TargetReading } from './target-text';

const MORE =
  /copertura|accoglimento|soddisfa|gradimento|utent[ei]|iscritt|partecipant|presenz[ae] turis|visitatori|raccolta differenziata|recupero|riscoss|incass|digitalizza|dematerializza|piste ciclabili|verde pubblico|alloggi assegnati|pratiche (?:evase|concluse)|domande (?:accolte|soddisfatte)|controlli (?:effettuati|eseguiti)|qualita percepita|prestiti|aperture|(?:ore|giorni) (?:\w+ )?di apertura|efficienza|evasione delle (?:pratiche|richieste|istanze)|percentuale di (?:attuazione|realizzazione)|grado di (?:attuazione|realizzazione)|rispetto dei (?:tempi|termini)/;
const LESS =
  /temp[oi] (?:medi[oi]? )?(?:di|per|d['’])|tempi? di attesa|giorni (?:medi )?(?:di|per) (?!apertura|formazione|presenza|servizio)|ritard|attesa|reclam|assenz|assenteismo|morosit|incident|error|abbandon|inquinament|emission|consum|lista d|liste d|contenzios|arretrat|infortun|evasione (?:fiscale|tributaria)|dispersione|superament|reati|debit|indebitamento|costo (?:medio|unitario|pro)|disservizi|spreco/;
/** Getting better, whatever is measured. */
const IMPROVEMENT = /^(?:riduzion|diminuzion|abbattiment|contenimento)/;
/** Things of which fewer may be wanted as well: for them the name alone decides nothing. */
const EITHER_WAY =
  /contribut|progett|serviz|assunzion|convenzion|investiment|entrate|controll|iniziativ|event|formazion|format|trasparenza|cost|residui|rilievi|scostament|autonomia|livello|grado di/;

/** Better when it rises (`more`) or falls (`less`), as the name tells; null when it tells nothing or both. */
export function directionByName(name: string): Direction | null {
  const text = fold(name);
  if (IMPROVEMENT.test(text)) return 'more';
  const [more, less] = [MORE.test(text), LESS.test(text)];
  const sure = more === less ? null : more ? 'more' : 'less';
  const reading = directionOf({ name });
  const likely = reading?.source === 'name' ? reading.direction : null;
  if (sure !== null) return likely === null || likely === sure ? sure : null;
  return more || EITHER_WAY.test(text) ? null : likely;
}

/** The direction the target's own words say (`almeno`, `non superiore a`, `ridurre a`), else the name's. */
export function directionForTarget(name: string, target: TargetReading | null): Direction | null {
  const comparator = target?.kind === 'number' ? target.comparator : null;
  if (comparator === '>=' || comparator === '>') return 'more';
  if (comparator === '<=' || comparator === '<') return 'less';
  return directionByName(name);
}

const VARIATION =
  /variazion|increment|cresc|aument|riduzion|diminuzion|scostament|trend|saldo|differenz[ae](?![a-z])|andament/;

/** Whether a target is on the wrong side of its baseline; never where the direction is not known. */
export function isWorse(name: string, target: TargetReading, baseline: TargetReading): boolean {
  const direction = directionForTarget(name, target);
  if (direction === null) return false;
  if (target.kind === 'change') {
    return !VARIATION.test(fold(name)) && (direction === 'more') === (target.way === 'down');
  }
  if (target.kind !== 'number' || baseline.kind !== 'number') return false;
  // `≤ 0` for delays is the law's own limit, not a step back for who is already early.
  if (target.value === 0 && (target.comparator === '<=' || target.comparator === '<')) return false;
  const [to, from] = onOneScale(target, baseline);
  return direction === 'more' ? to < from - 1e-9 : to > from + 1e-9;
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
