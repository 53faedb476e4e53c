import { plainWorkbook } from '../../src/xlsx';
import { gridOf, snapshotOf, type CellValue } from '../../src/workbook';
import formulas from '../fixtures/hostile-formulas.json';

/** Texts nobody should write as a formula: injections, depth, powers, signs, scripts, look-alikes. */
export const HOSTILE_FORMULAS: readonly string[] = [
  ...formulas,
  ...['(', '+', '9', 'a', '^', '-', '"', ' /', 'Σ'].flatMap((piece) => [
    piece.repeat(400),
    piece.repeat(32_000),
  ]),
];

/** The name and value of the indicators that are in order, whatever stands beside them. */
export const SOUND = { names: ['Indice di apertura', 'Saldo'], values: [58 / 63, -5] } as const;

/** A plan with a sound indicator before and after those with the given formulas, as a file. */
export function hostileWorkbook(hostile: readonly string[]): Uint8Array {
  const row = (name: string, formula: string, unit: string): CellValue[] => [
    'A01',
    name,
    formula,
    unit,
    '10',
  ];
  return plainWorkbook(
    snapshotOf([
      gridOf('Obiettivi', [
        ['Codice', 'Obiettivo di PEG', 'Responsabile'],
        ['A01', 'Sostenere le attività commerciali', 'Anna Conti'],
      ]),
      gridOf('Indicatori', [
        ['Codice PEG', 'Indicatore', 'Formula', 'Unità', 'Target 2016'],
        row(SOUND.names[0], 'Aperture / Chiusure', '%'),
        ...hostile.map((formula, at) => row(`Prova ${at + 1}`, formula, '')),
        row(SOUND.names[1], 'Aperture - Chiusure', 'n.'),
      ]),
      gridOf('Dati di base', [
        ['Grandezza', 'Unità', '2015', '2016', '2017'],
        ['Aperture', 'n.', 61, 58, 66],
        ['Chiusure', 'n.', 55, 63, 59],
      ]),
    ]),
  );
}
