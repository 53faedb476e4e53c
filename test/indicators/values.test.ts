import { displayValue, italianNumber, parsePeriod, parsePlainNumber, readText } from '../../src/indicators';

describe('numbers as Italians write them', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['12,5', 12.5],
    ['0.5', 0.5],
    ['1.25', 1.25],
    ['1.234.567', 1234567],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['0', 0],
    ['1.2.3', null],
    ['31.12.2016', null],
    ['1.23.456', null],
    ['1,2,3', null],
    ['', null],
  ])('%s', (text, value) => expect(parsePlainNumber(text)).toBe(value));
});

describe('values as text', () => {
  test.each([
    ['12 %', { value: 0.12, percent: true }],
    ['€ 1.200,00', { value: 1200 }],
    ['1.200,00 €', { value: 1200, unit: '€' }],
    ['31,5 gg', { value: 31.5, unit: 'gg' }],
    ['-5', { value: -5 }],
    ['−5', { value: -5 }],
    ['SI', { value: true }],
    ['Sì', { value: true }],
    ["si'", { value: true }],
    ['NO', { value: false }],
    ['191.150*', { value: 191150 }],
    ['n.d.', { value: null, problem: 'not-available' }],
    ['-', { value: null, problem: 'not-available' }],
    ['N.P.', { value: null, problem: 'not-available' }],
    ['dato non pervenuto', { value: null, problem: 'not-available' }],
    ['circa 500', { value: null, problem: 'approximate' }],
    ['>100', { value: null, problem: 'approximate' }],
    ['3 su 5', { value: null, problem: 'unreadable' }],
    ['10/12', { value: null, problem: 'unreadable' }],
    ['(1.200)', { value: null, problem: 'unreadable' }],
    ['2.500 (stima)', { value: null, problem: 'unreadable' }],
    ['1.23.456', { value: null, problem: 'ambiguous-number' }],
    ['vedi nota', { value: null, problem: 'unreadable' }],
    ['', { value: null, problem: 'blank' }],
  ])('%s', (text, expected) => expect(readText(text)).toMatchObject(expected));
});

describe('values shown', () => {
  test.each([
    [0.453, '%', '45,3 %'],
    [0.0010096782631441275, '%', '0,10 %'],
    [1, '%', '100 %'],
    [-0.013, '%', '−1,3 %'],
    [1284300.5, '€', '1.284.300,50 €'],
    [19175, '€', '19.175 €'],
    [15.8, 'min', '15,8 min'],
    [155480, 'n.', '155.480'],
    [49.05537, 'n.', '49,06'],
    [0.00012613, 'n.', '0,00013'],
    [true, 'SI/NO', 'sì'],
    [0, 'n.', '0'],
    [1e21, 'n.', '1,000e+21'],
  ])('%d %s', (value, unit, shown) => expect(displayValue(value, unit)).toBe(shown));

  test('rounding is that of paper', () => {
    expect(italianNumber(2.675)).toBe('2,68');
    expect(italianNumber(1.005)).toBe('1,01');
    expect(italianNumber(-0.001)).toBe('0');
  });
});

describe('periods as people type them', () => {
  test.each([
    ['2016', '2016'],
    ['Anno 2016', '2016'],
    ['I semestre 2016', '2016-S1'],
    ['2016-S2', '2016-S2'],
    ['3° trimestre 2016', '2016-T3'],
    ['30/6/2016', '2016-06-30'],
    ['al 31.12.2016', '2016-12-31'],
    ['giugno 2016', '2016-M06'],
    ['a.s. 2016/2017', '2016/2017'],
    ['2016-06-30', '2016-06-30'],
    ['31/12', null],
    ['prossimamente', null],
  ])('%s', (text, period) => expect(parsePeriod(text)).toBe(period));
});
