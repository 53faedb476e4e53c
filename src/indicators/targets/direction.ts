import { fold } from '../../plan';
import { percentUnit, readUnit } from '../units/units';
import type { Target } from './parse';

/** Whether more or less of it is better. */
export type Direction = 'more' | 'less';

/** What shows the direction, surest first. */
export type DirectionSource = 'column' | 'target' | 'name' | 'unit';

/** A direction and what shows it. */
export interface DirectionReading {
  readonly direction: Direction;
  readonly source: DirectionSource;
  /** False where the name has words of both kinds, or one that is wanted either way (`contributi`, `costi`). */
  readonly sure: boolean;
}

const MORE_COLUMN =
  /^(?:\+|↑|▲|➚|crescente|in crescita|aumento|in aumento|positiv[oa]|massimizzare|max|alto e meglio|piu alto|maggiore e meglio|diretto|diretta|ascendente|incremento|more|higher)$/;
const LESS_COLUMN =
  /^(?:-|↓|▼|➘|decrescente|in calo|diminuzione|in diminuzione|negativ[oa]|minimizzare|min|basso e meglio|piu basso|minore e meglio|invers[oa]|discendente|riduzione|less|lower)$/;

/** Measures of getting better: `recupero evasione`, `riduzione dei tempi`, `rispetto dei tempi`. */
const IMPROVING =
  /\b(?:recupero|risparmi[oi]|riduzion[ei]|contenimento|abbattimento|diminuzion[ei]|rispetto|tempestivita|puntualita|smaltimento|eliminazion[ei]|superamento delle barriere|lotta|contrasto|evasione (?:pratiche|richieste|domande))\b/;
/** Time given, not time taken. */
const TIME_GIVEN =
  /\b(?:giorni|ore|giornate|tempo)(?: [a-z]+){0,2} (?:di|per|del|della) (?:apertura|formazione|presenza|servizio|attivita|spettacolo|utilizzo|volontariato|assistenza|lezione|programmazione)/;
/** A share done within a term (`rilasciate entro 7 giorni`): the days belong to the term, not to the measure. */
const WITHIN_TERM =
  /\b(?:entro|in meno di|non oltre) (?:[a-z]+ ){0,2}(?:\d+|un|una|due|tre|cinque|sette|dieci|quindici|venti|trenta|sessanta|novanta)? ?(?:giorni|gg|ore|settimane|mesi|giornata|anno)\b|\bin (?:\d+|due|tre|cinque|sette|dieci|quindici|venti|trenta|sessanta|novanta) (?:giorni|gg|ore|settimane|mesi)\b|\b(?:entro i|nei|entro) (?:termin[ei]|tempi)\b/;
/** Late, whatever was done. */
const LATE = /\b(?:oltre (?:i )?|fuori (?:dai )?)(?:termin[ei]|tempi)\b|\bin ritardo\b/;
/** Things dealt with: `ricorsi definiti`, `segnalazioni chiuse`. Not the thing is measured, but the work on it. */
const DEALT_WITH =
  /\b(?:definit|chius|risolt|evas|gestit|trattat|conclus|esaminat|elevat|riscontrat|istruit|lavorat|smaltit|eliminat|rimoss|sanat|bonificat|recuperat|revisionat|verificat|annotat|censit)[aoei]\b/;
/** What follows `per` is a divisor or a cause, but for round numbers: `utenti per assistente`, `sanzioni per abbandono`. */
const PER = / per (?!(?:mille|cento|milione|\d))/;
/** Things of which fewer may be wanted as well: for them the name alone decides nothing for sure. */
const EITHER_WAY =
  /contribut|progett|serviz|assunzion|convenzion|investiment|entrate|controll|iniziativ|event|formazion|format|trasparenza|cost[oi]\b|residui|rilievi|scostament|autonomia|livello|velocita/;
/** At the beginning of a name: getting better, whatever is measured. */
const IMPROVEMENT = /^(?:riduzion|diminuzion|abbattiment|contenimento)/;
/** The index of the law counts days of delay. */
const DELAY_INDEX = /\b(?:indicatore|indice)(?: [a-z]+)? di tempestivita\b|\bitp\b/;
const LESS_NAME =
  /\b(?:temp[oi]|giorni|durata|ritard[oi]|attes[ae]|cost[oi]|assenz[ae]|assenteismo|reclami?|ricors[oi]|contenzios[oi]|error[ei]|incident[ei]|infortun[io]+|abbandon[oi]|dispersione|evasione|scostament[oi]|consum[oi]|emission[ei]|inquinamento|reati|furti|rilievi|debit[oi]|indebitamento|residui|morosita|disserviz[io]+|interruzion[ei]|fermo|giacenz[ae]|sprec[oh]i?|arretrat[oi]|inevas[ei]|annullat[ei]|scadut[ei]|rifiuti (?:prodotti|indifferenziati)|produzione (?:pro capite )?(?:di )?rifiuti|straordinari[oe]|lista d'attesa|rigidita|pressione (?:tributaria|fiscale|finanziaria)|superament[oi])\b/;
const MORE_NAME =
  /\b(?:copertura|soddisfazion[ei]|soddisfacimento|gradimento|utent[ei]|utenza|iscritt[ei]|partecip[a-z]+|event[oi]|presenze|incass[oi]|riscossion[ei]|riscoss[oi]|differenziata|evas[ei]|accolt[ei]|accoglimento|realizzat[aoei]|realizzazion[ei]|attuazion[ei]|formazione|format[ei]|visitator[ei]|prestiti|entrate|accertat[ei]|verde|ciclabil[ei]|attivat[ei]|attiv[ei]|controll[oi]|iniziativ[ei]|progett[oi]|serviz[io]+ (?:on ?line|digitali|pagabili)|digitalizzat[ei]|informatizzazione|dematerializzazione|grado di|livello di|efficienza|trasparenza|investiment[oi]|contribut[oi]|assunzion[ei]|convenzion[ei]|autonomia|velocita|accessibilita|assegnat[aoei]|aperture|qualita percepita|conclus[ei]|completat[ei]|pubblicat[ei])\b/;

/** The direction an explicit column says (`↑`, `decrescente`), or null. */
export function directionFromColumn(text: string): Direction | null {
  const plain = fold(text).trim();
  return MORE_COLUMN.test(plain) ? 'more' : LESS_COLUMN.test(plain) ? 'less' : null;
}

/**
 * Direction of an indicator: from its own column, else from the target's comparator, else from words of its name.
 * Null where nothing says it: rules and achievement then stay silent.
 */
export function directionOf(about: {
  readonly name: string;
  readonly unit?: string | null;
  readonly target?: Target | null;
  readonly column?: string | null;
}): DirectionReading | null {
  const column = about.column ? directionFromColumn(about.column) : null;
  if (column) return { direction: column, source: 'column', sure: true };
  const comparator = about.target?.comparator ?? null;
  const told = (direction: Direction): DirectionReading => ({ direction, source: 'target', sure: true });
  if (about.target?.kind === 'date') return told('less');
  if (comparator === '>=' || comparator === '>') return told('more');
  if (comparator === '<=' || comparator === '<') return told('less');
  const name = fold(about.name);
  const unit = fold(about.unit ?? '');
  const named = (direction: Direction, sure = true): DirectionReading => ({
    direction,
    source: 'name',
    sure,
  });
  if (LATE.test(name) || (DELAY_INDEX.test(name) && !percentUnit(unit))) return named('less');
  if (IMPROVEMENT.test(name)) return named('more');
  if (IMPROVING.test(name)) return named('more', !LESS_NAME.test(name.replace(IMPROVING, '')));
  if (TIME_GIVEN.test(name)) return named('more');
  if (WITHIN_TERM.test(name) && !isDuration(unit)) return named('more');
  const byName = fromName(name, unit);
  if (byName === null) return null;
  if (byName !== undefined) return named(byName.direction, byName.sure && !EITHER_WAY.test(name));
  return isDuration(unit) && !percentUnit(unit) ? { direction: 'less', source: 'unit', sure: true } : null;
}

/** What the words of a name say; null where they leave it open on purpose, undefined where they say nothing. */
function fromName(
  name: string,
  unit: string,
): Pick<DirectionReading, 'direction' | 'sure'> | null | undefined {
  const [measured = name, ...rest] = name.split(PER);
  const less = LESS_NAME.exec(measured);
  const more = MORE_NAME.exec(measured);
  const dealtWith = DEALT_WITH.exec(measured);
  if (less && dealtWith && less.index < dealtWith.index)
    return percentUnit(unit) ? { direction: 'more', sure: true } : null;
  if (less && (!more || less.index < more.index)) return { direction: 'less', sure: !more };
  // More users for each assistant may be better service or a heavier load.
  if (more) return rest.length > 0 && !percentUnit(unit) ? null : { direction: 'more', sure: !less };
  return undefined;
}

/** A unit of days, hours, months: years are ages, or how long something lasts on purpose. */
function isDuration(unit: string): boolean {
  const { dimensions = {}, factor = 1 } = readUnit(unit) ?? {};
  return dimensions['time'] === 1 || (dimensions['months'] === 1 && factor === 1);
}
