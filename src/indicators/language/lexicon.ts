import { FUNCTION_WORDS as COMMON_WORDS } from '../../plan';
import { SHORT_UNITS } from '../units/units';

/** Words the formula language knows. All folded: lower case, no accents; units are in `units/units.json`. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** `n.`, `n°`, `nr.`, `numero` … before a quantity. */
export const COUNT_WORDS = set('n nr nro nn num numero numeri no conteggio quantita qta');
/** `tot.`, `totale` … before a quantity, or as its adjective. */
export const TOTAL_WORDS = set(
  'tot totale totali complessivo complessiva complessivi complessive globale globali',
);
/** `%`, `percentuale` before a quantity or in a remark. */
export const PERCENT_WORDS = set('% percentuale percentuali perc percent');
/** `somma`, `Σ` before a quantity. */
export const SUM_WORDS = set('somma sommatoria sum Σ σ');

/** Articles, prepositions and conjunctions that do not tell two quantities apart. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS, 'presso', 'che', 'cui']);

/** Words that add nothing to a name: `pratiche evase nell'anno`, `superficie del territorio comunale`. */
export const EMPTY_WORDS = set(
  'anno annuo annua annui annue annuale annuali periodo riferimento esercizio relativo relativa relativi ' +
    'relative ente comune dato dati valore ' +
    'stesso stessa stessi stesse medesimo medesimi corrispondente corrispondenti considerato considerati',
);

/** Heads that a numeral or letter qualifies: `Titolo I`, `categoria D`. */
export const NUMBERED_HEADS = set(
  'titolo titoli tit categoria categorie cat fascia fasce classe classi livello lotto lotti intervento ' +
    'macroaggregato macroaggregati missione programma capitolo cap zona area turno trimestre semestre sem trim ' +
    'quadrimestre tipologia grado ciclo posizione polo nido plesso distretto circoscrizione entrata entrate spesa spese',
);

/** Those of them that announce a list of numerals. */
export const NUMBERED_PLURALS = set(
  'titoli categorie fasce lotti missioni macroaggregati capitoli tipologie',
);

/** Abbreviations whose meaning is fixed in the offices' usage. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...SHORT_UNITS,
  dip: 'dipendenti',
  tit: 'titolo',
  cat: 'categoria',
  tpl: 'tpl',
  po: 'po',
  rd: 'rd',
};

/** Expressions of several words (or initials) that are one thing, whatever their spelling. */
export const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\bn\.\s?ro\b\.?/giu, 'n.'],
  [/\bq\.\s?t[aà]'?/giu, 'quantita'],
  [/\b(?:nel|in) corso (?:del|dell'|d')\s*(?:l')?(?=anno|esercizio|periodo)/giu, ''],
  [/(\p{L}{2,})\.(?:ti|te|ni|ne|ri|re|nti|nte|mento|menti|zione|zioni)(?![\p{L}])/giu, '$1.'],
  [/\bmetri\s+(?:quadri|quadrati)\b/giu, 'mq'],
  [/\bmetri\s+cubi\b/giu, 'mc'],
  [/\bchilometri\b/giu, 'km'],
  [/\b(?:polizia\s+(?:municipale|locale)|p\.\s?[lm]\.|p[lm])(?![\p{L}\p{N}])/giu, 'polizialocale'],
  [/\b(?:tempo|t\.?)\s*(in)?det(?:erminato|\.|(?![\p{L}]))/giu, 'tempo $1determinato'],
  [/(?<![\p{L}])(?:[Tt]\.\s?[Ii]\.|TI(?![\p{L}]))/gu, 'tempo indeterminato '],
  [/(?<![\p{L}])(?:[Tt]\.\s?[Dd]\.|TD(?![\p{L}]))/gu, 'tempo determinato '],
  [/\ba\.\s?s\.?(?![\p{L}])/giu, 'anno scolastico'],
  [/\bc\/\s?(?=\p{L}{4})/giu, 'conto '],
  [/(?<![\p{L}])(\p{L})\.(\p{L})\.(?:(\p{L})\.)?(?:(\p{L})\.)?(?![\p{L}])/giu, '$1$2$3$4 '],
];

/** Words for one and the same thing in a municipality's data. Only where nobody would mean something else. */
export const SYNONYM_WORDS: readonly string[] = [
  'popolazione abitanti abitante residenti residente',
  'dipendenti dipendente personale',
  'alunni studenti scolari',
  'domande istanze',
  'riscossioni incassi riscosso incassato riscosse incassate riscossi incassati',
  'spese uscite',
  'donne femmine',
  'uomini maschi',
  'tonnellate ton t',
];

/** What a word (its stem) in an indicator's name tells about short names in its formula: `Titolo I` of the revenue. */
export const IMPLIED_WORDS: Readonly<Record<string, string>> = { tributar: 'entrate', impositiv: 'entrate' };

/** Whom a number counts, where the name of the activity alone says enough: `iscritti al nido` are children. */
export const PERSON_WORDS = set('bambini alunni studenti utenti persone cittadini');

/*
 * Words for the signs and the small words around them. Whether `su`, `per`, `e`, `più`, `meno` calculate or belong
 * to a name is decided by what stands beside them.
 */
export const DIVIDED = set(
  'diviso divisa divisi divise fratto fratta suddiviso rapportato rapportata rapportati rapportate',
);
export const MULTIPLIED = set('moltiplicato moltiplicata moltiplicati moltiplicate');
export const ON_WORDS = set('su sul sullo sulla sui sugli sulle sull');
export const PREPOSITIONS_TO = set('a al allo alla ai agli alle all ad');
export const PREPOSITIONS_OF = set('di del dello della dei degli delle dell d');
export const BETWEEN = set('tra fra');
export const AND = set('e ed');
export const ARTICLES = set('il lo la i gli le l un uno una');
export const RATIO_NOUNS = set('rapporto quoziente');
export const SHARE_NOUNS = set('percentuale incidenza quota % perc peso tasso indice grado rapporto');
export const DIFFERENCE_NOUNS = set('differenza saldo scostamento scarto');
export const PRODUCT_NOUNS = set('prodotto');
export const GROWTH_NOUNS = set('variazione incremento aumento crescita δ delta');
export const DECLINE_NOUNS = set('riduzione decremento diminuzione calo');
export const NOISE_WORDS = set('rapporto formula calcolo risultato quoziente ratio');
export const PRONOUNS = set('quello quella quelli quelle');

export const FUNCTIONS: Readonly<Record<string, 'mean' | 'sum' | 'min' | 'max' | 'if' | 'round'>> = {
  media: 'mean',
  mean: 'mean',
  average: 'mean',
  avg: 'mean',
  somma: 'sum',
  sommatoria: 'sum',
  sum: 'sum',
  σ: 'sum',
  min: 'min',
  minimo: 'min',
  max: 'max',
  massimo: 'max',
  se: 'if',
  if: 'if',
  arrotonda: 'round',
  round: 'round',
};

/** What a share per head is counted in, singular. `spesa per abitante`. */
export const PER_HEAD = set(
  'abitante residente cittadino dipendente utente alunno studente bambino iscritto famiglia nucleo addetto dirigente posto ' +
    'pasto ora giorno giornata km mq mc impresa agente operatore visitatore postazione sportello sede classe capitolo unita ' +
    'pratica intervento minore anziano assistito partecipante beneficiario contribuente servizio evento spettatore presenza',
);

/** First halves of words that keep their hyphen. */
export const HYPHEN_HEADS = set(
  'e wi hi part full on off front back check start know over under pre post anti ex pro non co auto video web tele inter intra ' +
    'multi semi sotto vice eco bio extra ultra mini maxi macro micro self smart call help low high mid follow open peer audio info',
);

/** Words after `più`/`meno` or before them that make them part of a name (`con più di 65 anni`). */
export const MORE_NEIGHBOURS_AFTER = set(
  'di del dei delle degli grandi grande alto alta bassa basso elevato elevata volte che giovani anziani fragili',
);
export const MORE_NEIGHBOURS_BEFORE = set('con di da in e o a per molto piu meno i le gli');

/** Nouns that end like participles. */
export const NOUNS_LIKE_PARTICIPLES = set(
  'spesa spese entrata entrate uscita uscite impresa imprese rifiuti visita visite minuti crediti debiti contributi tributi ' +
    'istituti reati mercati certificati iscritti addetti impiegati associati soggetti progetti oggetti biglietti diritti atti ' +
    'fatti contratti dati risultati permessi accessi ingressi interessi processi mesi paesi siti depositi prestiti limiti ' +
    'decessi nascite matrimoni caseggiati fabbricati vigilati gradimento comunicati abbonati utenze sede sedi mense sussidi ' +
    'attivita unita facilita rata rate multe data date sosta soste delibere ordinati appalti lotti posti letti tetti prodotti',
);
