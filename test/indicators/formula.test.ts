import {
  quantitiesOf,
  ratioOf,
  readFormula,
  type FormulaFlags,
  type FormulaKind,
} from '../../src/indicators';

/** Names of the quantities, as they are understood, without any base data. */
function names(formula: string, unit = '%'): string[] {
  const { tree } = readFormula(formula, { unit, name: 'Indicatore di prova' });
  return tree ? quantitiesOf(tree).map((node) => node.name) : [];
}

describe('reading without base data', () => {
  const cases: readonly (readonly [string, FormulaKind, readonly string[]])[] = [
    ['(aperture-chiusure)', 'difference', ['aperture', 'chiusure']],
    ['punti luce/km strade', 'ratio', ['punti luce', 'km strade']],
    ["utenti in lista d'attesa al 31/12", 'quantity', ["utenti in lista d'attesa al 31/12"]],
    ['n. utenti (anziani+disabili) / popolazione', 'ratio', ['n. utenti (anziani+disabili)', 'popolazione']],
    ['n. richieste ricevute/ soddisfatte', 'ratio', ['n. richieste ricevute', 'n. richieste soddisfatte']],
    [
      '((Titolo I + Titolo III) / (Titolo I + II + III)) x 100',
      'ratio',
      ['Titolo I', 'Titolo III', 'Titolo I', 'Titolo II', 'Titolo III'],
    ],
    ['Riscossione Titolo I + III', 'sum', ['Riscossione Titolo I', 'Riscossione Titolo III']],
    ['N. posti auto/1000 abit', 'rate', ['N. posti auto', 'abit']],
    ['dipendenti part-time / dipendenti', 'ratio', ['dipendenti part-time', 'dipendenti']],
    ['n. alunni 0-3 anni/n. posti', 'ratio', ['n. alunni 0-3 anni', 'n. posti']],
    ['servizi socio-sanitari attivati', 'quantity', ['servizi socio-sanitari attivati']],
    ['rapporto tra entrate accertate e previste', 'ratio', ['entrate accertate', 'entrate previste']],
    ['spesa corrente pro-capite', 'ratio', ['spesa corrente', 'popolazione']],
    ['% di pratiche evase su pratiche presentate', 'ratio', ['pratiche evase', 'pratiche presentate']],
    ['interventi su strade comunali', 'quantity', ['interventi su strade comunali']],
    ['spese per il personale', 'quantity', ['spese per il personale']],
    ['persone con più di 65 anni', 'quantity', ['persone con più di 65 anni']],
    ['spese in c/capitale / spese totali', 'ratio', ['spese in c/capitale', 'spese totali']],
    ['atti ai sensi del D.Lgs. 118/2011', 'quantity', ['atti ai sensi del D.Lgs. 118/2011']],
    ['iscritti a.s. 2016/2017', 'quantity', ['iscritti a.s. 2016/2017']],
    [
      'n. alunni/insegnanti formati / n. alunni/insegnanti totali',
      'ratio',
      ['n. alunni/insegnanti formati', 'n. alunni/insegnanti totali'],
    ],
    [
      'Numero pratiche evase\n-----------\nNumero pratiche totali',
      'ratio',
      ['Numero pratiche evase', 'Numero pratiche totali'],
    ],
    ['media(a; b; c)', 'function', ['a', 'b', 'c']],
    ['max(1,5; ore)', 'function', ['ore']],
    ['SI/NO', 'boolean', []],
    ['', 'missing', []],
  ];
  test.each(cases)('%s', (formula, kind, expected) => {
    const reading = readFormula(formula, { unit: '%', name: 'Indicatore di prova' });
    expect(reading.kind).toBe(kind);
    expect(names(formula)).toEqual(expected);
  });

  test('every quantity points at its place in the text', () => {
    const text = ' (n. agenti di Pm/ numero  abitanti)';
    const tree = readFormula(text).tree;
    expect(tree && quantitiesOf(tree).map((node) => text.slice(node.start, node.end))).toEqual([
      'n. agenti di Pm',
      'numero  abitanti',
    ]);
  });

  test('LaTeX left by a conversion', () => {
    const reading = readFormula(
      '$\\frac{((\\text{Titolo I} + \\text{Titolo III}) / (\\text{Titolo I} + \\text{II})) \\times 100}{.}$',
      { unit: 'n.' },
    );
    expect(reading.problem).toBeNull();
    expect(reading.flags.latex).not.toBeNull();
    expect(reading.flags.hundred).not.toBeNull();
  });

  test('a definition keeps its name', () => {
    const reading = readFormula('bussola trasparenza = indicatori soddisfatti/ tot .indicatori', {
      unit: '%',
    });
    expect(reading).toMatchObject({ definition: 'bussola trasparenza', kind: 'ratio' });
  });

  test('numerator and denominator of a ratio, whatever surrounds it', () => {
    for (const text of [
      'a alfa / b beta',
      '(a alfa / b beta) x 100',
      '100 * (a alfa / b beta)',
      'arrotonda(a alfa / b beta; 2)',
    ]) {
      const tree = readFormula(text).tree;
      const parts = tree && ratioOf(tree);
      expect(parts && quantitiesOf(parts.numerator)[0]?.name).toBe('a alfa');
      expect(parts && quantitiesOf(parts.denominator)[0]?.name).toBe('b beta');
    }
  });
});

describe('numbers', () => {
  test.each([
    ['1.234,5 + 0', 1234.5],
    ['12,5 + 0', 12.5],
    ['1.000 + 0', 1000],
    ['0.500 + 0', 0.5],
    ['100 000 + 0', 100000],
    ['50% + 0', 0.5],
  ])('%s', (text, value) => {
    const tree = readFormula(text).tree;
    expect(tree?.kind === 'operation' && 'value' in tree.left && tree.left.value).toBe(value);
  });
});

describe('flags that the rules on indicators stand on', () => {
  const cases: readonly (readonly [string, string, (flags: FormulaFlags) => unknown, unknown])[] = [
    ['(a alfa/b beta) x 100', 'n.', (f) => f.hundred, { start: 16, end: 21 }],
    ['a alfa/b beta*1000', '%', (f) => f.thousand, { start: 13, end: 18 }],
    ['posti/1000 abit', '%', (f) => f.per, 1000],
    ['biglietti teatri e musei', 'n.', (f) => f.describedCount, true],
    ['n. richieste ricevute/ soddisfatte', 'n', (f) => f.ambiguousSlashes, [{ start: 21, end: 22 }]],
    ['n. richieste ricevute/ soddisfatte', '%', (f) => f.ambiguousSlashes, []],
    ['protocolli con Pec / tot', '%', (f) => f.bareTotals, [{ start: 21, end: 24 }]],
    ['? gg assenze / dipendenti', '', (f) => f.lostSymbol, { start: 0, end: 1 }],
    ['gg assenze / dipendenti)', '', (f) => f.unbalanced, { start: 23, end: 24 }],
    ['pratiche evase / ', '%', (f) => f.emptyOperand !== null, true],
    ['% raccolta/totale rifiuti', '%', (f) => f.percentNumerator, { start: 0, end: 10 }],
    ['pratiche evase / pratiche totali >= 80%', '%', (f) => f.targetInText?.text, '>= 80%'],
    ['Indicatore di prova', 'n.', (f) => f.repeatsName, true],
  ];
  test.each(cases)('%s [%s]', (formula, unit, pick, expected) => {
    expect(pick(readFormula(formula, { unit, name: 'Indicatore di prova' }).flags)).toEqual(expected);
  });
});

describe('signs inside names', () => {
  const sides = (formula: string): string[] => {
    const { tree } = readFormula(formula, { name: 'Indicatore', unit: '%' });
    const ratio = tree && ratioOf(tree);
    return ratio
      ? [ratio.numerator, ratio.denominator].map((side) =>
          quantitiesOf(side)
            .map((one) => one.name)
            .join(' & '),
        )
      : [];
  };

  test.each([
    ['pop. 65+ / pop. 0-14 x 100', ['pop. 65+', 'pop. 0-14']],
    [
      'Riscossioni titolo I / Accertamenti titoli I + III',
      ['Riscossioni titolo I', 'Accertamenti titoli I & Accertamenti titoli III'],
    ],
    [
      '(Titolo I + Titolo III) / (Titolo I + II + III)',
      ['Titolo I & Titolo III', 'Titolo I & Titolo II & Titolo III'],
    ],
  ])('%s', (formula, expected) => {
    expect(sides(formula)).toEqual(expected);
  });
});
