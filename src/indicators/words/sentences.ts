import { formatRef } from '../../workbook';
import type { Bilingual, FormulaProblem, MissingQuantity, OutcomeNote, Period, ProblemCode } from '../types';

type Sentence = (problem: FormulaProblem) => Bilingual;

const quoted = (text: string): string => (text === '' ? '' : ` «${text}»`);
const place = (problem: FormulaProblem): Bilingual =>
  problem.end > problem.start
    ? { it: ` (carattere ${problem.start + 1})`, en: ` (character ${problem.start + 1})` }
    : { it: '', en: '' };

const quotedIn = (p: FormulaProblem): string => (p.text === '' ? '' : ` in${quoted(p.text)}`);

/** The two things that do not go together. */
function sides({ params }: FormulaProblem): Bilingual {
  const [left, right] = [String(params['left'] ?? ''), String(params['right'] ?? '')];
  const it = (one: string): string => (one === '' ? 'un rapporto' : `«${one}»`);
  const en = (one: string): string => (one === '' ? 'a ratio' : `“${one}”`);
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { it: capital(`${it(left)} e ${it(right)}`), en: capital(`${en(left)} and ${en(right)}`) };
}

/** What each problem means to the person who wrote the formula, and what to do. */
const PROBLEMS: Readonly<Record<ProblemCode, Sentence>> = {
  'missing-formula': () => ({
    it: 'Manca la formula: dal solo nome non si può calcolare.',
    en: 'No formula: the name alone does not say how to compute it.',
  }),
  'too-long': ({ params }) => ({
    it: `Testo troppo lungo per una formula (${params['found']} caratteri, al massimo ${params['limit']}).`,
    en: `Text too long for a formula (${params['found']} characters, at most ${params['limit']}).`,
  }),
  'too-deep': () => ({
    it: 'Troppe parentesi una dentro l’altra.',
    en: 'Too many brackets inside one another.',
  }),
  'too-complex': () => ({
    it: 'Formula troppo complicata da leggere: semplificarla.',
    en: 'Formula too complicated to read: simplify it.',
  }),
  'unbalanced-brackets': (p) => ({
    it: `Parentesi senza la sua compagna${place(p).it}: aggiungerla o toglierla.`,
    en: `Bracket without its partner${place(p).en}: add or remove it.`,
  }),
  'unexpected-symbol': (p) => ({
    it: `Simbolo non riconosciuto${quoted(p.text)}${place(p).it}: forse un carattere perduto nella conversione.`,
    en: `Unknown symbol${quoted(p.text)}${place(p).en}: perhaps a character lost in a conversion.`,
  }),
  'missing-operand': (p) => ({
    it: `Manca qualcosa accanto a${quoted(p.text)}${place(p).it}.`,
    en: `Something is missing beside${quoted(p.text)}${place(p).en}.`,
  }),
  'missing-operator': (p) => ({
    it: `Manca un segno prima di${quoted(p.text)}${place(p).it}.`,
    en: `A sign is missing before${quoted(p.text)}${place(p).en}.`,
  }),
  'several-formulas': (p) => ({
    it: `Più formule nella stessa cella${place(p).it}: scriverne una per indicatore.`,
    en: `Several formulas in one cell${place(p).en}: write one per indicator.`,
  }),
  'wrong-arguments': (p) => ({
    it: `Numero di argomenti sbagliato per${quoted(p.text)}.`,
    en: `Wrong number of arguments for${quoted(p.text)}.`,
  }),
  'cell-reference': (p) => ({
    it: `La formula cita celle${quoted(p.text)}: scrivere i nomi delle grandezze.`,
    en: `The formula refers to cells${quoted(p.text)}: write the names of the quantities.`,
  }),
  'percent-without-ratio': (p) => ({
    it: `Percentuale senza il suo totale${quoted(p.text)}: indicare numeratore e denominatore.`,
    en: `A percentage without its whole${quoted(p.text)}: give numerator and denominator.`,
  }),
  'percent-divided-again': (p) => ({
    it: `${quoted(p.text).trim()} è già una percentuale e viene divisa di nuovo: togliere il % o il denominatore.`,
    en: `${quoted(p.text).trim()} is a percentage already and is divided again: remove the % or the denominator.`,
  }),
  'mixed-scales': () => ({
    it: 'Mescola frazioni e punti percentuali: scrivere «x 100» accanto al rapporto e 100 per l’intero, oppure nessuno dei due.',
    en: 'It mixes fractions and percentage points: write “x 100” beside the ratio and 100 for the whole, or neither.',
  }),
  'repeats-name': () => ({
    it: 'La formula ripete il nome dell’indicatore: indicare numeratore e denominatore.',
    en: 'The formula repeats the indicator’s name: give numerator and denominator.',
  }),
  'not-a-formula': (p) => ({
    it: `${quoted(p.text).trim()} indica una categoria, non un calcolo: scrivere che cosa si conta o si divide.`,
    en: `${quoted(p.text).trim()} names a category, not a calculation: say what is counted or divided.`,
  }),
  'not-a-number': () => ({ it: 'Il calcolo non dà un numero.', en: 'The calculation gives no number.' }),
  'division-by-zero': (p) => ({
    it: `Divisione per zero:${quoted(p.text)} vale 0.`,
    en: `Division by zero:${quoted(p.text)} is 0.`,
  }),
  overflow: () => ({ it: 'Il risultato è troppo grande.', en: 'The result is too large.' }),
  'ambiguous-quantity': ({ text, params }) => ({
    it: `«${text}» può essere più di una grandezza dei dati di base: ${params['candidates']}.`,
    en: `“${text}” may be more than one quantity of the base data: ${params['candidates']}.`,
  }),
  'group-data-needed': ({ params }) => ({
    it: `Servono i dati per ciascun elemento (${params['group']}): nei dati di base non ci sono in questa forma.`,
    en: `Data for each member are needed (${params['group']}): the base data do not hold them in this form.`,
  }),
  'column-of-values': ({ text, params }) => ({
    it: `«${text}» è una colonna di ${params['count']} valori: scrivere somma(…) o media(…), o correggere i valori illeggibili.`,
    en: `“${text}” is a column of ${params['count']} values: write somma(…) or media(…), or mend the unreadable values.`,
  }),
  'text-value': (p) => ({
    it: `Il valore di${quoted(p.text)} non è SI o NO.`,
    en: `The value of${quoted(p.text)} is neither SI nor NO.`,
  }),
  'boolean-in-arithmetic': (p) => ({
    it: `${quoted(p.text).trim()} vale SI o NO e non si può usare in un calcolo.`,
    en: `${quoted(p.text).trim()} is SI or NO and cannot be calculated with.`,
  }),
  'mixed-dimensions': (p) => ({
    it: `${sides(p).it} non si sommano né si confrontano${quotedIn(p)}: forse mancano le parentesi.`,
    en: `${sides(p).en} cannot be added or compared${quotedIn(p)}: perhaps brackets are missing.`,
  }),
  'unit-conversion': (p) => ({
    it: `Le unità non si convertono con certezza${quotedIn(p)}: scrivere la formula e l’unità nella stessa misura dei dati.`,
    en: `The units cannot be converted with certainty${quotedIn(p)}: write formula and unit in the measure of the data.`,
  }),
  'other-than-unit': ({ params }) => ({
    it: `Così scritta dà ${params['left'] === '' ? 'un numero' : `«${params['left']}»`}, ma l’unità indicata è «${params['right']}»: forse mancano le parentesi.`,
    en: `Written so it gives ${params['left'] === '' ? 'a number' : `“${params['left']}”`}, but the declared unit is “${params['right']}”: perhaps brackets are missing.`,
  }),
  'year-as-number': (p) => ({
    it: `${quoted(p.text).trim()} è un anno, non una quantità${place(p).it}: scrivere la grandezza davanti all’anno.`,
    en: `${quoted(p.text).trim()} is a year, not an amount${place(p).en}: write the quantity before the year.`,
  }),
  'ambiguous-number': (p) => ({
    it: `${quoted(p.text).trim()} si può leggere in due modi${place(p).it}: ${p.params['readings']}. Separare gli argomenti con il punto e virgola.`,
    en: `${quoted(p.text).trim()} can be read in two ways${place(p).en}: ${p.params['readings']}. Separate the arguments with semicolons.`,
  }),
  failed: () => ({
    it: 'Non è stato possibile calcolare questo indicatore: riscrivere la formula con i soli segni + - x / e le parentesi.',
    en: 'This indicator could not be computed: rewrite the formula with the signs + - x / and brackets only.',
  }),
  'not-accounted': (p) => ({
    it: `Non si capisce che cosa significa${quoted(p.text)}${place(p).it}: toglierlo o scriverlo per esteso.`,
    en: `It is not clear what${quoted(p.text)}${place(p).en} means: remove it or write it in full.`,
  }),
};

/** A problem as a sentence. */
export function describeProblem(problem: FormulaProblem): Bilingual {
  return PROBLEMS[problem.code](problem);
}

const REASONS: Readonly<Record<MissingQuantity['reason'], Bilingual>> = {
  'unknown-quantity': { it: 'non è nei dati di base', en: 'is not in the base data' },
  'undetermined-total': { it: 'non dice di che cosa è il totale', en: 'does not say the total of what' },
  'no-period': { it: 'non ha una colonna per il periodo', en: 'has no column for the period' },
  blank: { it: 'è vuoto', en: 'is blank' },
  'not-available': { it: 'non è disponibile', en: 'is not available' },
  unreadable: { it: 'non si legge come numero', en: 'cannot be read as a number' },
  approximate: { it: 'è un valore approssimato', en: 'is an approximate value' },
  'error-cell': { it: 'è un errore di Excel', en: 'is an Excel error' },
  'other-unit': { it: 'è in un’altra unità', en: 'is in another unit' },
  'ambiguous-number': { it: 'si può leggere in più modi', en: 'can be read in several ways' },
  'several-values': { it: 'ha più valori diversi', en: 'has several different values' },
};

/** A quantity without value, as a sentence. */
export function describeMissing(missing: MissingQuantity): Bilingual {
  const reason = REASONS[missing.reason];
  const cell = missing.cell ? ` (${formatRef(missing.cell)})` : '';
  const period =
    missing.period && missing.reason !== 'undetermined-total' && missing.reason !== 'unknown-quantity';
  const near = missing.candidates.length > 0;
  return {
    it: `«${missing.name}» ${reason.it}${period ? ` nel ${sayPeriod(missing.period).it}` : ''}${cell}${near ? `; nomi vicini: ${missing.candidates.join(', ')}` : ''}.`,
    en: `“${missing.name}” ${reason.en}${period ? ` in ${sayPeriod(missing.period).en}` : ''}${cell}${near ? `; near names: ${missing.candidates.join(', ')}` : ''}.`,
  };
}

/** `2016-S1` → `1° semestre 2016`, `2016-06-30` → `30/06/2016`. */
export function sayPeriod(period: Period): Bilingual {
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(period);
  if (date) return { it: `${date[3]}/${date[2]}/${date[1]}`, en: `${date[3]}/${date[2]}/${date[1]}` };
  const part = /^(\d{4})-([STM])(\d+)$/.exec(period);
  if (!part) return { it: period, en: period };
  const [, year = '', kind, number = ''] = part;
  if (kind === 'S') return { it: `${number}° semestre ${year}`, en: `half ${number} of ${year}` };
  if (kind === 'T') return { it: `${number}° trimestre ${year}`, en: `quarter ${number} of ${year}` };
  return { it: `${number}/${year}`, en: `${number}/${year}` };
}

const NOTES: Readonly<Record<OutcomeNote['code'], (note: OutcomeNote) => Bilingual>> = {
  elision: ({ text, params }) => ({
    it: `«${text}» letto come «${params['as']}».`,
    en: `“${text}” read as “${params['as']}”.`,
  }),
  'formula-in-title': () => ({
    it: 'La formula è quella scritta nel nome dell’indicatore.',
    en: 'The formula is the one written in the indicator’s name.',
  }),
  'percent-prefix-as-unit': ({ text }) => ({
    it: `Il % di «${text}» letto come unità del risultato.`,
    en: `The % of “${text}” read as the unit of the result.`,
  }),
  'lost-symbol-as-sum': () => ({
    it: 'Simbolo perduto («?») letto come sommatoria.',
    en: 'Lost symbol (“?”) read as a sum.',
  }),
  'target-in-formula': ({ text }) => ({
    it: `«${text}» è un valore atteso, non fa parte del calcolo.`,
    en: `“${text}” is a target, not part of the calculation.`,
  }),
  synonym: ({ text, params }) => ({
    it: `«${text}» abbinato a «${params['as']}» (sinonimo).`,
    en: `“${text}” matched with “${params['as']}” (synonym).`,
  }),
  'near-name': ({ text, params }) => ({
    it: `«${text}» abbinato a «${params['as']}» (nome quasi uguale).`,
    en: `“${text}” matched with “${params['as']}” (nearly the same name).`,
  }),
  'context-name': ({ text, params }) => ({
    it: `«${text}» abbinato a «${params['as']}» (per il nome dell’indicatore).`,
    en: `“${text}” matched with “${params['as']}” (by the indicator’s name).`,
  }),
  'specific-name': ({ text, params }) => ({
    it: `«${text}» abbinato a «${params['as']}», l’unica grandezza con questo nome: dice di più della formula.`,
    en: `“${text}” matched with “${params['as']}”, the only quantity of this name: it says more than the formula.`,
  }),
  'equal-candidates': ({ text, params }) => ({
    it: `«${text}» può essere ${params['candidates']}: stesso valore.`,
    en: `“${text}” may be ${params['candidates']}: same value.`,
  }),
  'hundred-in-percent': () => ({
    it: '«x 100» indica la percentuale: il valore resta la frazione che Excel mostra in %.',
    en: '“x 100” denotes the percentage: the value stays the fraction Excel shows as %.',
  }),
  'hundred-without-percent': () => ({
    it: 'La formula dice «x 100» ma l’unità non è %: valore come scritto.',
    en: 'The formula says “x 100” but the unit is not %: value as written.',
  }),
  'other-unit': ({ text, params }) => ({
    it: `L’unità indicata è «${params['unit']}», ma il calcolo dà ${text === '' ? 'un numero senza unità' : `«${text}»`}: il valore è mostrato così.`,
    en: `The declared unit is “${params['unit']}”, but the calculation gives ${text === '' ? 'a number without a unit' : `“${text}”`}: the value is shown so.`,
  }),
  'dash-as-bullet': () => ({
    it: 'Il trattino iniziale è letto come elenco puntato, non come meno: per il meno toglierne lo spazio.',
    en: 'The dash at the start is read as a bullet, not as a minus: for a minus remove the space after it.',
  }),
  'converted-unit': ({ text, params }) => ({
    it: `Unità convertite${text === '' ? '' : ` in «${text}»`} (nei dati di base: ${params['units']}).`,
    en: `Units converted${text === '' ? '' : ` to “${text}”`} (in the base data: ${params['units']}).`,
  }),
  'other-period': ({ text, params }) => ({
    it: `«${text}»: usato il valore del periodo ${params['period']}.`,
    en: `“${text}”: the value of ${params['period']} was used.`,
  }),
  'undated-value': ({ text }) => ({
    it: `«${text}» non ha periodo nei dati di base.`,
    en: `“${text}” has no period in the base data.`,
  }),
  'brackets-repaired': () => ({ it: 'Parentesi spaiata ignorata.', en: 'A lone bracket was ignored.' }),
  'proposed-formula': ({ text }) => ({ it: `Formula possibile: ${text}`, en: `Possible formula: ${text}` }),
  'above-whole': ({ text }) => ({
    it: `${text}: la parte supera il suo intero, controllare i dati.`,
    en: `${text}: the part is above its whole, check the data.`,
  }),
  'far-from-series': ({ text, params }) => ({
    it: `${text} è lontano dagli altri periodi (di solito ${params['usual']}): controllare i dati.`,
    en: `${text} is far from the other periods (usually ${params['usual']}): check the data.`,
  }),
  hundredfold: ({ text, params }) => ({
    it: `${text} è circa cento volte lontano dagli altri periodi (di solito ${params['usual']}): forse una virgola o un % perduti (${params['probable']}).`,
    en: `${text} is about a hundred times off the other periods (usually ${params['usual']}): perhaps a decimal point or a % lost (${params['probable']}).`,
  }),
  'example-data': ({ text }) => ({
    it: `I dati di base sono ${text}`,
    en: `The base data are marked “${text}”`,
  }),
};

/** A remark as a sentence. */
export function describeNote(note: OutcomeNote): Bilingual {
  return NOTES[note.code](note);
}
