import { classesOf } from '../../../src/mapping/relation/content';

const isFormula = (text: string): boolean => classesOf(text).includes('formula');

test.each([
  'utenti iscritti / totale alunni',
  'pratiche evase ÷ pratiche ricevute',
  'n. utenti',
  'importo riscosso x 100',
  'incassi : accertamenti',
])('%j reads as a formula', (text) => expect(isFormula(text)).toBe(true));

test.each([
  'Manutenzione del verde',
  'si / no',
  'a / b',
  'parola /',
  '/ parola parola',
  'parola\n/ parola',
  'si/no/forse',
])('%j does not', (text) => expect(isFormula(text)).toBe(false));
