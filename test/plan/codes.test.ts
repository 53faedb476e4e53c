import fc from 'fast-check';
import {
  baseCode,
  codeCentre,
  codeNumber,
  codeProblem,
  codeYear,
  fitsMask,
  inferScheme,
  isUnder,
  looksLikeCode,
  misread,
  normaliseCode,
  parseMask,
  splitCode,
} from '../../src/plan';

describe('masks', () => {
  test.each([
    ['AAAA-LL00[L]', '2017-PA08', true],
    ['AAAA-LL00[L]', '2017-PI06A', true],
    ['AAAA-LL00[L]', '2017-pa08', true],
    ['AAAA-LL00[L]', '2017 - PA08', true],
    ['AAAA-LL00[L]', '2017-PA8', false],
    ['AAAA-LL00[L]', '2017-PA08AB', false],
    ['00.00', '01.04', true],
    ['0[0].0[0]', '1.12', true],
    ['PEG_AAAA_000', 'PEG_2023_001', true],
    ['\\A-00', 'A-07', true],
    ['\\A-00', '2-07', false],
    ['[L][0]', '', true],
  ])('%s and %s: %s', (mask, code, fits) => {
    expect(fitsMask(mask, code)).toBe(fits);
  });

  test('a mask that is empty, too long or does not close fits nothing', () => {
    expect(parseMask('')).toBeNull();
    expect(parseMask('0'.repeat(61))).toBeNull();
    expect(parseMask('00[L')).toBeNull();
    expect(parseMask('00]L')).toBeNull();
    expect(fitsMask('00[L', '01')).toBe(false);
  });

  test('a mask written to be slow is not', () => {
    const mask = '[[0][0]]'.repeat(7);
    expect(fitsMask(mask, `${'1'.repeat(14)}x`)).toBe(false);
  });
});

describe('what looks like a code', () => {
  test.each([
    '2017-PA08',
    '01.04',
    '1.2.3',
    'OB-2021-07',
    'PEG_2023_001',
    '01010601',
    'A1',
    '3)',
    '10.02.01',
  ])('%s does', (text) => expect(looksLikeCode(text)).toBe(true));
  test.each([
    '31.12.2020',
    '30/06/2017',
    'Cultura',
    '',
    'Riduzione del 10 per cento',
    'un codice molto lungo 123',
    'Obiettivo1',
    '02-Verde',
    '2022-2024',
    '2022/2024',
  ])('%j does not', (text) => expect(looksLikeCode(text)).toBe(false));
});

describe('codes in front of titles', () => {
  test.each([
    ['2017-PA08 Valorizzare il centro', '2017-PA08', 'Valorizzare il centro'],
    ['Ob. 10.02.01 - Una biblioteca aperta', '10.02.01', 'Una biblioteca aperta'],
    ['01.02\u00a0- Migliorare i servizi', '01.02', 'Migliorare i servizi'],
    ['01-Cultura e turismo', '01', 'Cultura e turismo'],
    ['02-Verde', '02', 'Verde'],
    ['3.1) Pagare i fornitori', '3.1', 'Pagare i fornitori'],
    ['Obiettivo n. 4 – Decoro urbano', '4', 'Decoro urbano'],
    ['A2: Sport per tutti', 'A2', 'Sport per tutti'],
  ])('%j', (text, code, rest) => {
    expect(splitCode(text)).toEqual({ code, text: rest });
  });

  test.each([
    '8 marzo: iniziative',
    '50 anni di biblioteca',
    '2017 anno dei borghi',
    'Cultura',
    '2017-PA08',
    '',
  ])('%j has none', (text) => expect(splitCode(text)).toBeNull());

  test('with a mask only codes that fit it are split off', () => {
    expect(splitCode('8 marzo', '0')).toEqual({ code: '8', text: 'marzo' });
    expect(splitCode('2017-PA08 Valorizzare', '00.00')).toBeNull();
  });
});

describe('schemes', () => {
  test('year, centre, number and suffix', () => {
    const codes = ['2017-PA08', '2017-GS01', '2017-PI06A', '2017-PI05'];
    expect(inferScheme(codes)).toMatchObject({ mask: 'AAAA-LL00[L]', fitting: 4, total: 4, outline: false });
    expect(inferScheme(codes)?.parts.map((part) => part.name)).toEqual([
      'year',
      'centre',
      'number',
      'suffix',
    ]);
  });

  test('outline levels are told by the parents', () => {
    const scheme = inferScheme(['01010601', '01010602', '01020101'], ['0101', '0102']);
    expect(scheme).toMatchObject({ mask: '00000000', outline: true });
  });

  test('a lost leading zero teaches nothing', () => {
    const scheme = inferScheme(['01010601', '01010602', '01020101', '2010101']);
    expect(scheme).toMatchObject({ mask: '00000000', fitting: 3, total: 4 });
  });

  test('nor does an O for a zero', () => {
    const scheme = inferScheme(['2017-PA01', '2017-PA02', '2017-PB03', '2017-PB04', '2017-PBO5']);
    expect(scheme?.mask).toBe('AAAA-LL00');
  });

  test.each([
    ['its base is there', ['AG7', 'AG7/D', 'AG8', 'LP1', 'LP2', 'LP3'], 'LL0[/L]'],
    ['several have it', ['AG07', 'AG08-BI', 'LP01', 'LP02', 'LP09-TE', 'LP04'], 'LL00[-LL]'],
  ])('a tail that some codes have is optional: %s', (_, codes, mask) => {
    expect(inferScheme(codes)).toMatchObject({ mask, fitting: codes.length });
  });

  test('one tail behind a code of nothing is no form', () => {
    expect(inferScheme(['AG7', 'AG8', 'LP1', 'LP2', 'LP9/D'])?.mask).toBe('LL0');
  });

  test('two digits before a separator are the year where most agree', () => {
    expect(inferScheme(['26_AG01', '26_AG02', '25_LP01', '26_LP02'])?.mask).toBe('AA_LL00');
    expect(inferScheme(['26_AG01', '26_AG02', '11_LP01', '26_LP02'])?.mask).toBe('00_LL00');
    expect(inferScheme(['10.01', '10.02', '10.03', '11.01'])?.mask).not.toContain('A');
    expect(inferScheme(['06_AG01', '06_AG02', '06_LP01'])?.mask).toBe('00_LL00');
  });

  test('no codes, or none that share a shape: no scheme', () => {
    expect(inferScheme([])).toBeNull();
    expect(inferScheme(['A1', '2-3', '4/5/6'])).toBeNull();
  });
});

describe('parts of a code', () => {
  test('year, centre, number, base', () => {
    const scheme = inferScheme(['2017-PA08', '2017-GS01']);
    expect(codeYear('2017-PA08')).toBe(2017);
    expect(codeYear('0101')).toBeNull();
    expect(codeNumber('2017-PI06A')).toBe(6);
    expect(baseCode('2017-PI06A')).toBe('2017-PI06');
    expect(baseCode('2017-PI06')).toBeNull();
    expect(scheme && codeCentre('2017-PA08', scheme)).toBe('PA');
  });

  test.each([
    ['01010601', '0101', true],
    ['1.2.3', '1.2', true],
    ['1.20', '1.2', false],
    ['0101', '0101', false],
    ['0201', '0101', false],
  ])('%s under %s: %s', (child, parent, under) => expect(isUnder(child, parent)).toBe(under));
});

describe('problems', () => {
  const scheme = inferScheme(['2017-PA01', '2017-PA02', '2017-PB03', '2017-PB04']);
  test.each([
    ['2017-PA01', null],
    ['2017-PA1', { kind: 'lost-zero', proposal: '2017-PA01' }],
    ['2017-PAO1', { kind: 'look-alike', proposal: '2017-PA01' }],
    ['2017.PA01', { kind: 'look-alike', proposal: '2017-PA01' }],
    ['2017-PA01bis', null],
    ['2017-PA01 TER', null],
    ['2017-PAbis', { kind: 'malformed', proposal: null }],
    ['PA-2017', { kind: 'malformed', proposal: null }],
  ])('%s', (code, problem) => {
    expect(scheme && codeProblem(code, scheme)).toEqual(problem);
  });

  test('codes that Excel took for dates do not tell the scheme, and are told from other odd ones', () => {
    const outline = inferScheme(['1.1', '1.13', '01/03/2025', '01/04/2025', '1-MAG'])!;
    expect(outline).toMatchObject({ mask: '0.0[0]', fitting: 2, total: 3 });
    const problem = (code: string) => codeProblem(code, outline);
    expect(problem('01/03/2025')).toEqual({ kind: 'turned-date', proposal: '1.3' });
    expect(problem('12-feb')).toEqual({ kind: 'malformed', proposal: null });
    expect(problem('01-feb')).toEqual({ kind: 'turned-date', proposal: '1.2' });
    expect(problem('01/13/2025')).toEqual({ kind: 'malformed', proposal: null });
    expect(scheme && codeProblem('01/03/2025', scheme)).toEqual({ kind: 'malformed', proposal: null });
  });

  test('a cited code that nothing bears', () => {
    const known = ['0101', '0102', '0201'];
    expect(misread('101', known)).toEqual({ kind: 'lost-zero', proposal: '0101' });
    expect(misread('O101', known)).toEqual({ kind: 'look-alike', proposal: '0101' });
    expect(misread('0301', known)).toBeNull();
    expect(misread('101', ['0101', '00101'])).toBeNull();
  });
});

describe('properties', () => {
  const code = fc.stringMatching(/^(19|20)[0-9]{2}-[A-Z]{2}[0-9]{2}$/);

  test('codes of one shape always give a mask that fits them all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 2, maxLength: 12 }), (codes) => {
        const scheme = inferScheme(codes);
        expect(scheme).not.toBeNull();
        for (const one of codes) expect(fitsMask(scheme?.mask ?? '', one)).toBe(true);
      }),
    );
  });

  test('any text can be asked; what is split off is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const split = splitCode(text);
        if (split) {
          expect(looksLikeCode(split.code)).toBe(true);
          expect(text.replace(/\s+/g, '')).toContain(split.code.replace(/\s+/g, ''));
        }
        expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
      }),
    );
  });

  test('a title with a code in front gives back both', () => {
    fc.assert(
      fc.property(code, fc.stringMatching(/^[A-Z][a-z]{3,12} [a-z]{3,12}$/), (own, title) => {
        expect(splitCode(`${own} ${title}`)).toEqual({ code: own, text: title });
        expect(splitCode(`${own} - ${title}`)).toEqual({ code: own, text: title });
      }),
    );
  });

  test('any mask may be tried on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 70 }), fc.string({ maxLength: 30 }), (mask, text) => {
        expect(typeof fitsMask(mask, text)).toBe('boolean');
      }),
    );
  });
});

describe('texts far longer than any code', () => {
  test.each(['1.', 'a.b.', '2025-AA01 ', '1-'])('%j again and again', (piece) => {
    const long = piece.repeat(10_000);
    const scheme = { mask: '0.00', outline: false, parts: [], fitting: 1, total: 1 };
    expect(codeProblem(long, scheme)).toEqual({ kind: 'malformed', proposal: null });
    expect(splitCode(`${long}x y`)?.code.length ?? 0).toBeLessThanOrEqual(24);
  });

  test('a code right before a word joined to it is still found', () => {
    expect(splitCode('01-Cultura e sport')).toMatchObject({ code: '01', text: 'Cultura e sport' });
    const last = `${'1.'.repeat(11)}12`;
    expect(splitCode(`${last} Curare il verde`)).toMatchObject({ code: last, text: 'Curare il verde' });
  });
});
