import type { WhyWords } from './why-words';

export const it: WhyWords = {
  evidence: {
    words: ['{header} lo dice', '{header} dice altro, o non dice nulla'],
    habit: ['in piani come questo capita spesso', 'in piani come questo capita di rado'],
    'left-unread': ['non resta nulla senza spiegazione', 'i suoi valori resterebbero senza spiegazione'],
    content: ['i valori ne hanno l’aspetto', 'i valori non ne hanno l’aspetto'],
    shape: [
      'presi insieme, i valori sono come ci si aspetta',
      'presi insieme, i valori non sono come ci si aspetta',
    ],
    months: ['{header} è un mese', '{header} non è un mese'],
    'not-months': ['{header} non è un mese', '{header} è un mese'],
    'says-its-level': [
      'i testi cominciano con la parola del loro livello',
      'i testi cominciano con la parola di un altro livello',
    ],
    theme: [
      '{header} cambia da un blocco all’altro: dice di che cosa parla il blocco',
      '{header} cambia da un blocco all’altro: dice di che cosa parla il blocco, non che cosa c’è sotto',
    ],
    stray: ['ci sono più valori', 'è una cella sola, senza intestazione'],
    'one-for-each': ['ogni scheda ha un valore suo', 'lo stesso valore torna in più schede'],
    'known-elsewhere': [
      'i valori compaiono anche in altre tabelle, con questo significato',
      'i valori compaiono in altre tabelle, con un altro significato',
    ],
    'same-header': [
      'in altre tabelle {header} ha questo significato',
      'in altre tabelle {header} ha un altro significato',
    ],
    'several-values': [
      'i valori sono più d’uno, ognuno con la sua intestazione',
      'lo stesso valore starebbe in più colonne',
    ],
    'several-in-a-row': [
      'le intestazioni sono numerate: nella stessa riga ci sono più cose dello stesso tipo',
      'nella stessa riga ci sarebbero più cose dello stesso tipo',
    ],
    'two-names': [
      'una colonna sola dà il nome, o il codice',
      'due colonne darebbero il nome, o il codice, della stessa cosa',
    ],
    'two-attributes': ['una colonna sola dà questo dato', 'due colonne darebbero lo stesso dato'],
    'code-without-name': [
      'accanto al codice c’è il nome',
      'accanto al codice manca il nome di ciò che indica',
    ],
    'more-codes-than-names': ['i codici non sono più dei nomi', 'i codici sono molti più dei nomi'],
    'code-and-name': ['a ogni codice corrisponde un nome', 'codici e nomi non si corrispondono'],
    'code-beside-name': ['il codice sta accanto al nome', 'il codice è lontano dal nome'],
    'code-of-several': [
      'ogni codice ha un nome solo',
      'lo stesso codice sta accanto a più nomi: è di un livello più alto',
    ],
    'code-goes-on': [
      'il codice comincia con quello del livello sopra',
      'il codice non comincia con quello del livello sopra',
    ],
    'refers-to-nothing': [
      'i codici ci sono anche in altre tabelle',
      'le altre tabelle hanno codici diversi da questi',
    ],
    'number-without-name': ['accanto al numero c’è un nome', 'accanto al numero manca un nome'],
    'number-beside-name': ['il numero sta subito a sinistra del nome', 'il numero è lontano dal nome'],
    'number-and-code': ['c’è un numero, e nessun codice', 'oltre al numero c’è anche un codice'],
    'attribute-of-nothing': ['c’è ciò a cui il dato si riferisce', 'manca ciò a cui il dato si riferirebbe'],
    'attribute-side': [
      'sta a destra del nome a cui si riferisce',
      'sta a sinistra del nome a cui si riferirebbe',
    ],
    'describes-its-neighbour': [
      'descrive il nome che ha a sinistra',
      'non descrive il nome che ha a sinistra',
    ],
    'nearest-name': [
      'il nome più vicino, a sinistra, è quello a cui si riferisce',
      'il nome più vicino, a sinistra, è di altro',
    ],
    'in-the-same-rows': [
      'sta nelle stesse righe del nome a cui si riferisce, e solo in quelle',
      'sta anche in righe in cui il nome a cui si riferisce manca',
    ],
    'words-of-several': [
      'ogni nome ha parole sue',
      'le stesse parole tornano accanto a più nomi: sono di un livello più alto',
    ],
    'parents-stand-together': [
      'le righe di uno stesso livello più alto stanno insieme',
      'le righe di uno stesso livello più alto sono sparse',
    ],
    'many-areas': ['gli ambiti strategici sono pochi', 'gli ambiti strategici sarebbero troppi'],
    'a-level-more': ['quasi ogni piano ha questo livello', 'non tutti i piani hanno questo livello'],
    'child-has-one-parent': [
      'ogni nome sta sempre sotto lo stesso nome del livello più alto',
      'lo stesso nome starebbe sotto nomi diversi del livello più alto',
    ],
    'more-parents-than-children': [
      'il livello più alto ha meno nomi',
      'il livello più alto avrebbe più nomi di quello più basso',
    ],
    'parents-are-fewer': [
      'il livello più alto ha meno nomi di quello più basso',
      'il livello più alto non ha meno nomi di quello più basso',
    ],
    'same-as-child': ['i due livelli dicono cose diverse', 'i due livelli direbbero la stessa cosa'],
    order: [
      'i livelli vanno da sinistra a destra, dal più alto al più basso',
      'i livelli non andrebbero da sinistra a destra',
    ],
    'named-elsewhere': [
      'nessun’altra intestazione del file nomina queste cose',
      'altrove nel file queste cose hanno il loro nome nell’intestazione, qui no',
    ],
    'nothing-of-its-own': [
      'accanto ci sono dati che hanno solo fasi o indicatori',
      'accanto non ci sono i dati che hanno fasi o indicatori',
    ],
    'one-for-the-parent': [
      'il dato cambia da un obiettivo all’altro',
      'il dato è lo stesso per tutto ciò che sta sotto il livello più alto',
    ],
    'description-varies': [
      'lo stesso nome ha sempre la stessa descrizione',
      'lo stesso nome avrebbe descrizioni diverse',
    ],
    'phases-of-no-objective': [
      'le fasi hanno il loro obiettivo di PEG',
      'le fasi non avrebbero un obiettivo di PEG',
    ],
    'phases-and-indicators-of-nothing': [
      'fasi e indicatori hanno il loro obiettivo',
      'fasi e indicatori non avrebbero un obiettivo',
    ],
    'has-phases-of-its-own': ['non ha fasi proprie', 'ha fasi proprie, come gli obiettivi'],
    'lowest-is-assigned': [
      'non è assegnato a nessuno: è un livello del DUP',
      'ha un responsabile, un peso e un valore atteso: è assegnato agli uffici',
    ],
    'records-of-this-kind': [
      'un segno nella riga stessa dice che cosa contiene',
      'un segno nella riga stessa dice che contiene altro',
    ],
    'varies-within-objective': [
      'nelle righe dello stesso obiettivo il valore è sempre lo stesso',
      'nelle righe dello stesso obiettivo il valore cambia',
    ],
    'same-within-objective': [
      'nelle righe dello stesso obiettivo il valore cambia',
      'il valore è uno solo per ogni obiettivo',
    ],
    'weight-of-the-only-one': [
      'il peso è di ciò che ha più righe',
      'con una sola riga per obiettivo il peso è dell’obiettivo',
    ],
    'nothing-named': ['qualcosa dà il nome alle righe', 'nessuna colonna darebbe il nome alle righe'],
    'only-codes': ['qualcosa dà il nome alle righe', 'le righe avrebbero soltanto codici, senza nomi'],
    'finest-name': ['i nomi distinguono una riga dall’altra', 'i nomi non distinguono una riga dall’altra'],
    'inside-a-card': [
      'dentro la scheda di un obiettivo stanno fasi e indicatori',
      'dentro la scheda di un obiettivo non stanno altri obiettivi, livelli o centri',
    ],
    'left-of-the-indicator': [
      'sta a sinistra dell’indicatore: dice che cosa misura',
      'non sta a sinistra dell’indicatore',
    ],
    'only-cited-among-indicators': [
      'le intestazioni dei nomi sono chiare',
      'in una tabella di indicatori gli obiettivi sono soltanto citati',
    ],
    'cites-what-it-measures': [
      'ogni indicatore dice che cosa misura',
      'nessun indicatore dice che cosa misura',
    ],
    'title-says-dup': ['il titolo parla del DUP', 'il titolo parla del DUP, che non arriva fino a qui'],
    'title-says-objectives': [
      'il titolo annuncia obiettivi',
      'il titolo annuncia obiettivi, ma non ce ne sarebbero',
    ],
    'title-says-phases': ['il titolo annuncia fasi', 'il titolo annuncia fasi, ma non ce ne sarebbero'],
    'title-says-indicators': [
      'il titolo annuncia indicatori',
      'il titolo annuncia indicatori, ma non ce ne sarebbero',
    ],
    'title-says-centres': [
      'il titolo annuncia centri di responsabilità',
      'il titolo annuncia centri di responsabilità, ma non ce ne sarebbero',
    ],
    'title-says-data': [
      'il titolo annuncia dati di base',
      'il titolo annuncia dati di base, ma non ce ne sarebbero',
    ],
    'data-without-values': ['i dati hanno un valore', 'i dati non avrebbero un valore'],
    'data-without-names': ['i dati hanno un nome', 'i dati non avrebbero un nome'],
    'centres-without-names': ['i centri hanno un nome', 'i centri non avrebbero un nome'],
    'outside-the-plan': [
      'la tabella è estranea al piano',
      'le tabelle di questi file di solito riguardano il piano',
    ],
    'outside-header': ['{header} non riguarda il piano', '{header} può riguardare il piano'],
  },
  header: { column: 'l’intestazione', label: 'la voce' },
  fate: {
    mapped: 'La cella è stata letta.',
    noted: 'La cella non è stata capita.',
    empty: 'La cella è vuota.',
  },
  as: {
    title: 'è un titolo',
    header: 'è un’intestazione',
    total: 'è un totale',
    note: 'è una nota',
    paragraph: 'è un testo discorsivo',
    label: 'è una scritta fissa del foglio',
    'unread-column': 'la sua colonna non riguarda il piano',
    'own-sheet': 'il foglio è stato scritto da Coerenza PEG',
    'very-hidden': 'il foglio è nascosto',
    'old-copy': 'il foglio è di un altro anno',
    'other-dup': 'al suo posto si usa il DUP di un altro file',
    'other-sheet': 'il foglio è stato escluso',
    placeholder: 'è uno spazio da riempire',
  },
  ignored: (what) => `La cella non è un dato del piano: ${what}.`,
  gives: (what) => `Nel piano: ${what}.`,
  cites: (kind, name) => `Rimanda a: ${kind} «${name}».`,
  citesNothing: (kind) => `Rimanda a qualcosa che nel file non c’è: ${kind}.`,
  ofNamed: (what, name) => `${what} «${name}»`,
  ofSeveral: (what, first, more) =>
    more === 1 ? `${what} «${first}» e di un altro` : `${what} «${first}» e di altri ${more}`,
  level: (what) => `La riga è fra ${what}, come le righe scritte allo stesso modo.`,
  best: (place, what, probability) => `${place} contiene ${what}: probabilità ${probability}.`,
  confirmed: (place, what) => `${place} contiene ${what}: è stato confermato.`,
  second: (what, probability) => `Seconda lettura possibile: ${what}, probabilità ${probability}.`,
  noSecond: 'Nessun’altra lettura si avvicina.',
  along: (columns) =>
    `Così ${columns.length === 1 ? 'cambierebbe' : 'cambierebbero'} anche ${columns.join(', ')}.`,
  reasons: { inFavour: 'A favore, dal motivo più forte:', against: 'Contro:' },
  apart: { inFavour: 'A favore, di diverso:', against: 'Contro, di diverso:', gone: 'Non varrebbe più:' },
  weighs: { more: (reason) => `${reason}; pesa di più`, less: (reason) => `${reason}; pesa di meno` },
  and: (parts) => parts.join(' e '),
  quoted: (text) => `«${text}»`,
  hardly: 'meno dell’1 %',
  percent: (share) => `${share} %`,
  noCell: (cell) =>
    `Nel file non c’è la cella «${cell}»: si scrive Foglio!E4, fra virgolette se il nome ha spazi.`,
  sheets: (some, more) =>
    `Fogli: ${some.join(', ')}${more === 0 ? '' : more === 1 ? ' e un altro' : ` e altri ${more}`}.`,
};
