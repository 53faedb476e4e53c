import { endOfMonth, fold, readDate } from '../../plan';
import { plainSpaces } from '../../workbook';
import { parsePlainNumber, parseYesNo, readText } from '../data/numbers';
import { percentUnit, yesNoUnit } from '../units/units';

/** How a result is compared with a target. */
export type TargetComparator = '>=' | '>' | '<=' | '<' | '=' | 'between';

/** Why a target says nothing that can be checked. */
export type TargetProblem = 'blank' | 'not-available' | 'unreadable' | 'date-without-year';

/** A target (valore atteso) as written and as understood. */
export interface Target {
  readonly text: string;
  readonly kind: 'number' | 'date' | 'yes-no' | 'change' | 'keep' | 'unreadable';
  /** Null for a bare number: then the indicator's direction decides what reaching it means. */
  readonly comparator: TargetComparator | null;
  /** Number (percentages as fractions); lower bound of a range; for a change how much (0.05 for `+5%`). */
  readonly value: number | null;
  /** Upper bound of a range. */
  readonly upper: number | null;
  /** Written with %, or in an indicator whose unit is %. For a change: relative to the baseline. */
  readonly percent: boolean;
  /** A bare number between 0 and 1 in a % indicator: taken as a fraction, but `0,85` may mean 0,85 %. */
  readonly scaleAssumed: boolean;
  readonly date: string | null;
  readonly yes: boolean | null;
  /** Words beside the number (`gg`, `eventi`). */
  readonly unit: string | null;
  readonly problem: TargetProblem | null;
}

/** What helps to read a target besides its text. */
export interface TargetContext {
  readonly unit?: string | null;
  /** The plan's year, for `entro 31.10`. */
  readonly year?: number | null;
}

const AT_LEAST =
  /^(?:>=|=>|≥|almeno|minimo|min\.?|non (?:inferiore|minore) a(?:l|ll'|llo|lla)?|non meno di|maggiore o uguale a|uguale o (?:superiore|maggiore) a|pari o superiore a(?:l)?|a partire da|da almeno)\s*/;
const AT_MOST =
  /^(?:<=|=<|≤|al massimo|massimo|max\.?|non (?:superiore|maggiore) a(?:l|ll'|llo|lla)?|non (?:piu di|oltre)|minore o uguale a|uguale o (?:inferiore|minore) a|pari o inferiore a(?:l)?|entro(?: e non oltre)?|fino a|sino a|tetto)\s*/;
const MORE = /^(?:>|superiore a(?:l|ll'|llo|lla)?|maggiore di|maggiore del|piu di|oltre(?: il)?)\s*/;
const LESS = /^(?:<|inferiore a(?:l|ll'|llo|lla)?|minore di|minore del|meno di|sotto(?: il)?)\s*/;
const EQUAL = /^(?:=|pari a(?:l|ll')?|uguale a(?:l)?|esattamente)\s*/;
const SIGNED =
  /^(?:in\s+)?(?:(\+|-)|(aument(?:o|are)|increment(?:o|are)|cresc(?:ita|ere)|migliora(?:mento|re))|(ri(?:duzione|durre)|diminu(?:zione|ire)|calo|decremento|abbatt(?:imento|ere)|conten(?:imento|ere)))(?![a-z])\s*/;
/** After the sign or verb: by how much (`del 5%`), or to what level (`a 30`, `fino a 30`). */
const BY =
  /^(?:(?:almeno|minimo)\s+)?(?:di\s+|del\s+|dello\s+|dell'|pari al?\s+)?(?:almeno\s+|minimo\s+)?(?:il\s+|un\s+)?/;
const TO = /^(?:entro\s+|fino\s+)?(?:a|ad|al|all')\s*(?=\d|€)/;
/** Words before a sign of comparison: `ITP <= 0`. */
const NAMED = /^[a-z][a-z .']{0,40}?\s*(?=[<>≤≥])/;
const KEEP =
  /^(?:mantenimento|mantenere|invariat[oaie]|conferma|stabile|costante|=?\s*anno precedente|come (?:l')?anno precedente|(?:>=|≥|<=|≤)\s*(?:al(?:l')?\s*)?(?:anno precedente|(?:dato|valore|risultato)(?: del| anno)?\s*(?:precedente|storico)))/;

/** A longer text describes and is no target. */
const LONGEST_TARGET = 1_000;

/** Reads a target as offices write them. Never throws; what cannot be checked says why. */
export function parseTarget(text: string, context: TargetContext = {}): Target {
  const written = plainSpaces(text).replace(/\n/g, ' ');
  const plain = fold(written)
    .replace(/[.;]+$/, '')
    .replace(/\s*\*+$/, '')
    .trim();
  const base: Target = {
    text: written,
    kind: 'unreadable',
    comparator: null,
    value: null,
    upper: null,
    percent: false,
    scaleAssumed: false,
    date: null,
    yes: null,
    unit: null,
    problem: null,
  };
  if (plain === '') return { ...base, problem: 'blank' };
  if (plain.length > LONGEST_TARGET) return { ...base, problem: 'unreadable' };
  if (readText(plain).problem === 'not-available') return { ...base, problem: 'not-available' };
  if (KEEP.test(plain))
    return {
      ...base,
      kind: 'keep',
      comparator: plain.startsWith('<') || plain.startsWith('≤') ? '<=' : '>=',
      value: 0,
      percent: true,
    };
  const yesNo = yesNoTarget(plain, base, context);
  if (yesNo) return yesNo;
  return (
    withDeadline(plain, base, context) ??
    readPlain(plain, base, context) ?? { ...base, problem: 'unreadable' }
  );
}

function readPlain(plain: string, base: Target, context: TargetContext): Target | null {
  return (
    dateTarget(plain, base, context) ??
    changeTarget(plain, base, context) ??
    rangeTarget(plain, base, context) ??
    numberTarget(plain, base, context)
  );
}

/** `approvazione del regolamento entro il 30/09`, `5 eventi entro ottobre`: what, and by when. */
function withDeadline(plain: string, base: Target, context: TargetContext): Target | null {
  const match = /^(.+?)[\s,;:(-]+((?:entro|al)\s.+?)\)?$/.exec(plain);
  const deadline = match?.[2] ? dateTarget(match[2], base, context) : null;
  if (!match || !deadline || /\brispetto$/.test(match[1] ?? '')) return null;
  const what = changeTarget(match[1] ?? '', base, context) ?? numberTarget(match[1] ?? '', base, context);
  if (what) return { ...what, date: deadline.date };
  return /^\d/.test(plain) ? null : { ...deadline, unit: match[1] ?? null };
}

/** `SI`, `NO`, `SI entro 30/6`, `fatto`. `x` is a mark, not a target. */
function yesNoTarget(plain: string, base: Target, context: TargetContext): Target | null {
  const match = /^(si'?|no|s|n)\b(?:\s*[,(-]?\s*(entro.*?)\)?)?$/.exec(plain);
  const first = match?.[1] ?? plain;
  const yes = /^s'?$/.test(first) && yesNoUnit(context.unit) ? true : parseYesNo(first);
  if (yes === null || first === 'x' || (first.length === 1 && !yesNoUnit(context.unit))) return null;
  const date = match?.[2] ? readDate(match[2], context.year ?? null) : null;
  return { ...base, kind: 'yes-no', comparator: '=', yes, date };
}

/** `entro 31.10`, `30/06/2017`, `entro il 1° semestre`, `entro dicembre`; `entro 30 gg` is a number. */
function dateTarget(plain: string, base: Target, context: TargetContext): Target | null {
  const year = context.year ?? null;
  const bare = plain
    .replace(
      /^(?:entro(?: e non oltre)?|al|dal|per|il|approvazione|realizzazione|conclusione)\b[\s:]*(?:il\s+|la fine di\s+|l')?/,
      '',
    )
    .trim();
  const deadline = bare !== plain && !/^(?:dal)/.test(plain);
  if (
    /^(?:la\s+)?(?:fine\s+)?(?:(?:dell')?anno|d'anno|fine esercizio)(?:\s+(20\d\d))?$/.test(bare) &&
    deadline
  ) {
    return dated(base, year === null ? null : `${year}-12-31`);
  }
  const part =
    /^(?:(1|2|i|ii|primo|secondo)[°^]?\s*(semestre|sem)|(1|2|3|4|i|ii|iii|iv|primo|secondo|terzo|quarto)[°^]?\s*(trimestre|trim))\.?(?:\s+(20\d\d))?$/.exec(
      bare,
    );
  if (part) {
    const number =
      {
        '1': 1,
        i: 1,
        primo: 1,
        '2': 2,
        ii: 2,
        secondo: 2,
        '3': 3,
        iii: 3,
        terzo: 3,
        '4': 4,
        iv: 4,
        quarto: 4,
      }[part[1] ?? part[3] ?? ''] ?? 0;
    const y = part[5] ? Number(part[5]) : year;
    return dated(base, y === null ? null : endOfMonth(y, part[2] ? number * 6 : number * 3));
  }
  if (/^(?:19|20)\d\d$/.test(bare)) return deadline ? dated(base, `${bare}-12-31`) : null;
  const looks =
    /^\d{1,2}\s*[./-]\s*\d{1,2}(?:\s*[./-]\s*\d{2,4})?$|^(?:\d{1,2}[°]?\s+)?[a-z]{3,10}\.?(?:\s+20\d\d)?$|^\d{4}-\d\d-\d\d$/.test(
      bare,
    );
  if (!looks || (!deadline && /^\d{1,2}\s*[.-]\s*\d{1,2}$/.test(bare))) return null;
  const date = readDate(bare, year);
  if (date) return dated(base, date);
  return /\d\s*[./]\s*\d/.test(bare) && year === null && readDate(bare, 2000)
    ? { ...base, kind: 'date', comparator: '<=', problem: 'date-without-year' }
    : null;
}

function dated(base: Target, date: string | null): Target {
  return {
    ...base,
    kind: 'date',
    comparator: '<=',
    date,
    problem: date === null ? 'date-without-year' : null,
  };
}

/**
 * `+5%`, `-10 %`, `aumento del 5%`, `ridurre del 10%`, `+3 rispetto al 2016`; `in aumento` says only which way.
 * `-5` alone is a negative number; `ridurre a 30` is a level, not a change.
 */
function changeTarget(plain: string, base: Target, context: TargetContext): Target | null {
  const match = SIGNED.exec(plain);
  if (!match) return null;
  const down = match[1] === '-' || match[3] !== undefined;
  const whole = plain.slice(match[0].length);
  const level = match[1] === undefined ? TO.exec(whole) : null;
  if (level) {
    const to = numberTarget(whole.slice(level[0].length), base, context);
    return to && { ...to, comparator: down ? '<=' : '>=' };
  }
  const rest = whole
    .replace(BY, '')
    .replace(/\s*(?:rispetto|su(?![a-z])|sull'|vs|nei confronti)(?![a-z]).*$/, '');
  if (rest === '' && match[1] === undefined) {
    return { ...base, kind: 'change', comparator: down ? '<' : '>', value: 0, percent: true };
  }
  const amount = amountOf(rest);
  if (!amount) return null;
  if (match[1] === '-' && !amount.percent && rest === whole) return null;
  const value = down ? -amount.value : amount.value;
  return {
    ...base,
    kind: 'change',
    comparator: down ? '<=' : '>=',
    value,
    percent: amount.percent,
    unit: amount.unit,
  };
}

/** `da 3 a 5`, `tra il 10% e il 20%`, `3-5`. */
function rangeTarget(plain: string, base: Target, context: TargetContext): Target | null {
  const match =
    /^(?:compres[oaie]\s+)?(?:da|dal|tra|fra)\s+(?:il\s+)?(.+?)\s+(?:a|al|e|ed)\s+(?:il\s+)?(\d.*)$/.exec(
      plain,
    ) ?? /^(\d[\d.,]*\s*%?)\s*[-÷]\s*(\d[\d.,]*\s*%?.*)$/.exec(plain);
  if (!match) return null;
  const [low, high] = [amountOf(match[1] ?? ''), amountOf(match[2] ?? '')];
  if (!low || !high) return null;
  // In `80-90%` the sign holds for both.
  const lowest = high.percent && !low.percent ? low.value / 100 : low.value;
  if (lowest > high.value) return null;
  const percent = low.percent || high.percent;
  const a = scaled({ ...low, percent: low.percent }, percent, context);
  const b = scaled({ ...high, percent: high.percent }, percent, context);
  return {
    ...base,
    kind: 'number',
    comparator: 'between',
    value: a.value,
    upper: b.value,
    percent: a.percent,
    unit: high.unit ?? low.unit,
  };
}

function numberTarget(plain: string, base: Target, context: TargetContext): Target | null {
  let rest = plain
    .replace(/^(?:valore|target|obiettivo|risultato)\s*(?:atteso)?\s*:?\s*/, '')
    .replace(NAMED, '');
  let comparator: TargetComparator | null = null;
  for (const [pattern, sign] of [
    [AT_LEAST, '>='],
    [AT_MOST, '<='],
    [EQUAL, '='],
    [MORE, '>'],
    [LESS, '<'],
  ] as const) {
    const match = pattern.exec(rest);
    if (!match) continue;
    rest = rest.slice(match[0].length);
    comparator = sign;
    break;
  }
  const amount = amountOf(rest.replace(/^(?:il|lo|la|i|al|a)\s+/, ''));
  if (!amount) return null;
  const read = scaled(amount, amount.percent, context);
  return {
    ...base,
    kind: 'number',
    comparator,
    value: read.value,
    percent: read.percent,
    scaleAssumed: read.assumed,
    unit: amount.unit,
  };
}

interface Amount {
  readonly value: number;
  readonly percent: boolean;
  readonly unit: string | null;
}

const COUNTED: Readonly<Record<string, string>> = {
  zero: '0',
  nessuno: '0',
  nessuna: '0',
  nessun: '0',
  uno: '1',
  una: '1',
  un: '1',
  due: '2',
  tre: '3',
  quattro: '4',
  cinque: '5',
  sei: '6',
  sette: '7',
  otto: '8',
  nove: '9',
  dieci: '10',
};

/** A number with what may stand around it: `n. 5`, `€ 10.000`, `30 gg`, `5 eventi`, `75 %`. */
function amountOf(written: string): Amount | null {
  const text = written.replace(/^\s*([a-z]+)\b/, (word) => COUNTED[word.trim()] ?? word);
  const match =
    /^(?:(?:n|nr|num|numero|n°)[.°]?\s*)?(?:€\s*|euro\s+)?(-?)(\d[\d.,]*(?: \d{3})*)\s*(%|‰)?\s*(.*)$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, minus, digits = '', sign, tail = ''] = match;
  const value = parsePlainNumber(digits.replace(/[.,]$/, '').replace(/ /g, ''));
  if (value === null || /\d/.test(tail.replace(/\(.*\)/, ''))) return null;
  if (/^[/]|^\s*(?:su|di cui|oppure|o)\b/.test(tail)) return null;
  const signed = minus === '-' ? -value : value;
  const percent = sign === '%' || /^(?:percento|per cento)\b/.test(tail);
  return { value: percent ? signed / 100 : signed, percent, unit: tail.trim() || null };
}

/** Bare numbers in a % indicator: 75 is 75 %, 0,85 is taken as the fraction, and said to be. */
function scaled(
  amount: Amount,
  percentWritten: boolean,
  context: TargetContext,
): { value: number; percent: boolean; assumed: boolean } {
  if (amount.percent) return { value: amount.value, percent: true, assumed: false };
  if (!percentUnit(context.unit) && !percentWritten)
    return { value: amount.value, percent: false, assumed: false };
  const points = Math.abs(amount.value) > 1 || percentWritten;
  return {
    value: points ? amount.value / 100 : amount.value,
    percent: true,
    assumed: !points && amount.value !== 0,
  };
}
