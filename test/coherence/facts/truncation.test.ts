import fc from 'fast-check';
import { endsInCutWord, vocabularyOf } from '../../../src/coherence/facts/cut-words';
import { truncationOf } from '../../../src/coherence/facts/truncation';
import { secondObjective } from '../../../src/coherence/facts/two-objectives';

const TITLES = `Adozione del piano della mobilità
Realizzazione rete Wi-Fi
Piano del verde
Progetto Erasmus+
Attivazione SUAP on line
Nuovo portale web
Sportello per il cittadino h24
Lavori sul ponte del Bisenzio
Digitalizzazione archivio storico
Recupero evasione ICI/IMU
Promozione dello sport
Servizi di front office
Manutenzione straordinaria lotto A
Costruzione nuovo nido "La Coccinella"
Scuola secondaria di I grado
Trasporto pubblico locale: TPL
Riordino archivio ex ONMI
Festival jazz
Torneo di basket
Rischio idraulico e ambientale
Pari opportunità tempi e spazi
Agenda digitale.
Prato citta' sicura
Contabilita' analitica
Migliorare organizzazione int.
Access. Attiv. C.C. Fase 2
Iniziative per il Natale
Controllo analogo in house
Regolam. procedure concorsuali
Riqualificazione centro storico
Interventi straordinari sulle strade
Polizia municipale e sicurezza
Gestione amministrativa del personale
Edilizia residenziale pubblica
Protezione civile
Mercato contadino a km zero
Una città che sa dove andare è
Tutto quello che c'è da fare, di più`.split('\n');
const vocabulary = vocabularyOf(TITLES);
const isCut = (text: string): boolean => truncationOf(text) !== null || endsInCutWord(text, vocabulary);

describe('complete titles are left alone', () => {
  test.each(TITLES)('%s', (title) => {
    expect(isCut(title)).toBe(false);
  });
});

describe('truncated titles are seen', () => {
  test.each([
    ['Aumentare la sicurezza stradale per una', 'ends-with-article'],
    ['Riqualificazione del centro e del', 'ends-with-preposition'],
    ['Servizi agli anziani e', 'ends-with-conjunction'],
    ['Gestione dei servizi socio-', 'ends-with-hyphen'],
    ['Agenda digitale (banda larga, open data,', 'open-bracket'],
    ['Potenziamento della rete (piste ciclabili', 'open-bracket'],
    ['Piano di comunicazione, eventi,', 'ends-with-comma'],
    ['Personale del Comune e S.d.S:', 'ends-with-colon'],
    ["Aggiornamento del regolamento sull'", 'ends-with-apostrophe'],
    ['Aggiornamento del regolamento sull’', 'ends-with-apostrophe'],
    ['Bando affitti e/', 'ends-with-slash'],
    ['MANUTENZIONE DELLE STRADE DEL', 'ends-with-preposition'],
    ['Procedure di gara per l', 'cut-word'],
  ])('%s', (text, how) => {
    expect(truncationOf(text)).toBe(how);
  });

  test.each([
    'Riqualificazione centro storic',
    'Miglioramento circolazione str',
    'Operazioni revisione straordin',
    'Digitalizzazione dei procedimenti amminis',
    'Nuova sede della polizia munic',
    'Recupero dei contributi regional',
    'Promozione della lettura nelle bibliotech',
    'Nuovi alloggi di edilizia residenz',
    'MANUTENZIONE ORDINARIA E STRAORDIN',
  ])('%s', (text) => {
    expect(endsInCutWord(text, vocabulary)).toBe(true);
  });
});

test('length alone proves nothing: a complete title at the limit of its column is complete', () => {
  const limit = vocabularyOf(
    Array.from({ length: 12 }, (_, at) => `Manutenzione degli edifici n. ${at % 10}`),
  );
  expect(limit.limits.size).toBeGreaterThan(0);
  expect(endsInCutWord('Regolam. procedure concorsuali', limit)).toBe(false);
});

test('a last word of a usual length that begins another word is a word', () => {
  const plan = vocabularyOf([
    "Aggiornare l'inventario dei beni mobili.",
    'Piano urbano della mobilità sostenibile e dei trasporti',
    'Catalogare il fondo librario antico dei',
    'Attuare il piano anticorruzione e la trasparenza dell’ente',
    'Tenere il registro dei trattamenti',
  ]);
  expect(endsInCutWord("Aggiornare l'inventario dei beni mobili", plan)).toBe(false);
  expect(endsInCutWord('Catalogare il fondo librario antico', plan)).toBe(false);
  expect(endsInCutWord('RENDICONTARE LE OPERE PNRR SU REGIS', plan)).toBe(false);
});

test('where the field held no more, a fragment may end in a vowel', () => {
  const full = vocabularyOf([
    'Manutenzione straordinaria del centro',
    'Gestione delle pratiche amministrativ',
    'Riqualificazione dell’area del merca.',
    'Promozione delle attività commerciali',
    'Revisione delle procedure amministra.',
  ]);
  expect(full.ceiling).toBe(37);
  expect(endsInCutWord('Revisione delle procedure amministra', { ...full, ceiling: 36 })).toBe(true);
});

test('any text gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => typeof isCut(text) === 'boolean'),
  );
});

describe('two objectives in one cell', () => {
  test.each([
    ['Progetto di innovazione urbana (PIU) Rifiuti inerti non pericolosi:', 'Rifiuti inerti non pericolosi:'],
    ['Manutenzione delle strade\nNuovo asilo nido', 'Nuovo asilo nido'],
    ['1) Censimento degli alberi\n2) Piano delle potature', '2) Piano delle potature'],
  ])('%j', (text, second) => {
    expect(secondObjective(text)?.second).toBe(second);
  });

  test.each([
    'Progetto di innovazione urbana (PIU)',
    'Recupero area industriale (PIU) Macrolotto Zero',
    'Manutenzione straordinaria\nScuola Primaria Rodari',
    'Manutenzione straordinaria delle\nStrade comunali',
    'Edilizia scolastica\nAnno 2025',
    'Gestione associata (SUAP) con i comuni vicini',
    'MANUTENZIONE STRADE\nNUOVO ASILO',
  ])('none in %j', (text) => {
    expect(secondObjective(text)).toBeNull();
  });
});

test.each(['Reclami evasi entro 30 gg', 'Spazio disco in GB', 'Verde sfalciato in mq', 'Energia in kwh'])(
  'the unit that ends %j is whole',
  (text) => {
    expect(isCut(text)).toBe(false);
  },
);
