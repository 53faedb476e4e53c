import fc from 'fast-check';
import { SheetView } from '../../../src/mapping/grid/sheet-view';
import { indicatorText } from '../../../src/mapping/propose/indicator-text';
import { taken, textLines } from '../../../src/mapping/propose/text-lines';
import { textOutline } from '../../../src/mapping/propose/text-outline';
import { gridOf } from '../../../src/workbook';

const view = (...rows: readonly (readonly (string | null)[])[]) => new SheetView(gridOf('Foglio1', rows));
const outline = (...lines: readonly string[]) =>
  textOutline(view(...lines.map((line) => [line])), 2025, false);
const kinds = (...lines: readonly string[]) => outline(...lines)?.lines.map(({ kind }) => kind) ?? null;

describe('a line of text', () => {
  it.each([
    ['Obiettivo operativo 1.1.1 – Strade', 'Obiettivo operativo', '1.1.1', 'Strade'],
    ['– Azione: gara', 'Azione', null, 'gara'],
    ['Fase 2. Collaudo', 'Fase', '2', 'Collaudo'],
    ['Ambito strategico B – Ambiente', 'Ambito strategico', 'B', 'Ambiente'],
    ['1.2 Servizi in rete', '', '1.2', 'Servizi in rete'],
    ['3) Scuole', '', null, 'Scuole'],
    ['Il centro diurno per gli anziani', '', null, 'Il centro diurno per gli anziani'],
    ['Piano 2025 delle opere', '', null, 'Piano 2025 delle opere'],
  ])('%s', (line, label, code, text) => expect(taken(line)).toMatchObject({ label, code, text }));

  it('keeps its words whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (line) => {
        const { text, label, code } = taken(line);
        for (const part of [text, label, code ?? '']) expect(line).toContain(part);
      }),
    );
  });

  it('may be one of several in a paragraph', () => {
    const sheet = view([
      'Obiettivo strategico: Un comune aperto. Obiettivi operativi: a) Sportello unico; b) Carta',
    ]);
    expect(textLines(sheet, 0).map(({ written }) => written)).toEqual([
      'Obiettivo strategico: Un comune aperto',
      'Obiettivi operativi:',
      'a) Sportello unico',
      'b) Carta',
    ]);
  });

  it('is one where a letter in brackets is part of a sentence', () => {
    const text = 'Interventi finanziati ai sensi della lettera b) del decreto sugli enti locali e simili';
    expect(textLines(view([text]), 0)).toHaveLength(1);
  });
});

describe('an outline', () => {
  it('goes by words', () => {
    expect(
      kinds(
        'Obiettivo strategico 1 – Scuola',
        'Obiettivo operativo 1.1 – Mense',
        'Obiettivo gestionale 1.1.1 – Capitolato',
        'Azione: gara',
        'Azione: contratto',
        'Indicatore: pasti (n. pasti); valore atteso: 100',
      ),
    ).toEqual(['strategicObjective', 'operatingObjective', 'pegObjective', 'phase', 'phase', 'indicator']);
  });

  it('names indicators by what they measure where the word is unknown', () => {
    expect(
      kinds(
        'Obiettivo operativo 1 – Mense',
        'Obiettivo gestionale 1.1 – Capitolato',
        'Termometro: pasti (n. pasti); valore atteso: 100',
        'Obiettivo gestionale 1.2 – Cucine',
        'Termometro: cucine (n. cucine); valore atteso: 3',
      ),
    ).toEqual(['operatingObjective', 'pegObjective', 'indicator', 'pegObjective', 'indicator']);
  });

  it('leaves what is said once under each line to that line', () => {
    const found = outline(
      'Obiettivo operativo 1 – Mense',
      'Obiettivo gestionale 1.1 – Capitolato',
      'Ricadute: bambini più sani',
      'Obiettivo gestionale 1.2 – Cucine',
      'Ricadute: meno sprechi',
    );
    expect(found?.lines.filter(({ kind }) => kind === 'phase')).toEqual([]);
  });

  it.each([
    [
      'prose',
      [
        'Premessa',
        'Il piano esecutivo di gestione traduce le scelte del consiglio.',
        'La giunta lo approva entro venti giorni.',
        'Gli uffici lo attuano durante l’anno.',
      ],
    ],
    [
      'a list without levels',
      [
        'Si delibera quanto segue.',
        '1. Di approvare il piano',
        '2. Di trasmetterlo agli uffici',
        '3. Di pubblicarlo',
      ],
    ],
    ['two lines', ['Obiettivo strategico 1 – Scuola', 'Obiettivo operativo 1.1 – Mense']],
    ['notes', ['Nota: prima', 'Nota: seconda', 'Nota: terza', 'N.B. quarta']],
  ])('is not found in %s', (_name, lines) => expect(outline(...lines)).toBeNull());

  it('is less sure where words say less', () => {
    const sure = outline(
      'Obiettivo strategico 1 – A',
      'Obiettivo operativo 1.1 – B',
      'Obiettivo operativo 1.2 – C',
    );
    const unsure = outline('1 Alfa', '1.1 Beta', '1.2 Gamma', '2 Delta', '2.1 Epsilon');
    expect(unsure?.alternatives.length ?? 0).toBeGreaterThan(0);
    expect(sure?.score ?? 0).toBeGreaterThan(unsure?.score ?? 0);
  });

  it('never fails, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('Fase 1.', 'a)', '–', 'Obiettivo:', '1.1', 'Indicatore: x (y); z: 3', '  1 Uno'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(fc.option(cell), { maxLength: 4 }), { maxLength: 12 }), (rows) => {
        const found = textOutline(view(...rows), null, false);
        expect(found === null || (found.score > 0 && found.score <= 1)).toBe(true);
      }),
    );
  });
});

describe('a sentence of an indicator', () => {
  it.each([
    ['Pasti (a / b); valore atteso 2025: 50%', 'Pasti', 'a / b', '50%'],
    ['ingressi – target 2025: 4000', 'ingressi', null, '4000'],
    ['Raccolta differenziata ≥ 65%', 'Raccolta differenziata', null, '65%'],
    ['Tempo medio (target: 30 giorni)', 'Tempo medio', null, '30 giorni'],
    ['Pasti (a / b); valore atteso 2025:', 'Pasti', 'a / b', undefined],
    ['Qualità percepita', 'Qualità percepita', null, undefined],
  ])('%s', (text, title, formula, target) => {
    const read = indicatorText(text);
    expect(read).toMatchObject({ title, formula });
    expect(read.said.find(({ attribute }) => attribute === 'target')?.text).toBe(target);
  });
});
