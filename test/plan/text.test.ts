import fc from 'fast-check';
import {
  contentWords,
  editDistance,
  fold,
  normalise,
  similarity,
  stem,
  withoutOrdinal,
  wordOverlap,
  words,
} from '../../src/plan';

describe('names compared as people mean them', () => {
  test.each([
    ['Sicurezza, legalità e equità', 'sicurezza legalita e equita'],
    ['01-Cultura e turismo', 'cultura e turismo'],
    ['LA CITTÀ SMART', 'citta smart'],
    ['L’Amministrazione', 'amministrazione'],
    ['  Mobilità\u00a0sostenibile. ', 'mobilita sostenibile'],
    ['n. 3 - Scuole sicure', 'scuole sicure'],
    ['Dall\u2019idea al progetto – fase 2', 'dall idea al progetto fase 2'],
  ])('%j is %j', (text, name) => {
    expect(normalise(text)).toBe(name);
  });

  test('an ordinal alone, or a year in front, is no ordinal', () => {
    expect(withoutOrdinal('01')).toBe('01');
    expect(withoutOrdinal('2017 anno dei borghi')).toBe('2017 anno dei borghi');
    expect(withoutOrdinal('50 alberi')).toBe('50 alberi');
    expect(withoutOrdinal('a) Primo')).toBe('Primo');
    expect(withoutOrdinal('IV. Quarto')).toBe('Quarto');
  });

  test.each([
    ['obiettivi', 'obiettivo'],
    ['strategiche', 'strategica'],
    ['fasi', 'fase'],
    ['targets', 'targets'],
    ['luoghi', 'luogo'],
  ])('%j and %j share a stem', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  test('short words and numbers keep their ending', () => {
    expect(stem('cdr')).toBe('cdr');
    expect(stem('2017')).toBe('2017');
  });

  test('content words leave articles and prepositions out', () => {
    expect(contentWords('La qualità dei servizi per l’infanzia')).toEqual(['qualita', 'servizi', 'infanzia']);
  });

  test('loose labels share words, abbreviated ones too', () => {
    expect(wordOverlap('sicurezza e legalità', 'Sicurezza, legalità e equità')).toBe(1);
    expect(wordOverlap('riqual. aree', 'Riqualificazione delle aree disagiate')).toBe(1);
    expect(wordOverlap('', 'Sport')).toBe(0);
    expect(wordOverlap('bilancio', 'Sport e tempo libero')).toBe(0);
  });

  test('folding keeps punctuation and makes signs plain', () => {
    expect(fold('Città «d’arte» – 2ª')).toBe('citta "d\'arte" - 2a');
  });
});

describe('properties', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });

  test('folding and normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(fold(fold(one))).toBe(fold(one));
        expect(words(fold(one))).toEqual(words(one));
      }),
    );
  });

  test('similarity is between 0 and 1, symmetrical, 1 for the same name', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const alike = similarity(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBe(alike);
        expect(similarity(a, a)).toBe(1);
        expect(editDistance(a, b) === 0).toBe(normalise(a) === normalise(b));
      }),
    );
  });

  test('case and outer spaces never make another name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z ]{0,30}$/), (name) => {
        expect(normalise(`  ${name.toUpperCase()} `)).toBe(normalise(name));
      }),
    );
  });
});
