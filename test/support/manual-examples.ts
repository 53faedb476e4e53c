/** The examples of the manual's table of functions, typed into cells. Call it in a file with the lines `office.ts` asks for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { closeSession } from '../../src/excel';
import { liveCells } from '../../src/functions';
import type { StandInExcel } from '../../src/workbench/host';
import { associateFunctions, functionsMetadata, type FunctionsMetadata } from './functions';
import { closeExcel, openExcel, until } from './office';
import { planUnderWay } from './plans';
import { fillExcel } from './sheets';

const SHEETS = ['DUP', 'Obiettivi', 'Fasi', 'Indicatori', 'Dati di base', 'Prova'];

interface Example {
  readonly formula: string;
  /** What the cell with the formula shows; the manual may stop with `…`. */
  readonly shows: string;
}

/** The rows of the manual's table of functions: formula, what it gives, what its cell shows. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(path.join(__dirname, '../../docs', page), 'utf8');
  return [...text.matchAll(/^\| `(=PEG\.[^`]+)` *\|[^|]*\| ([^|]*?) *\|$/gm)].map(
    ([, formula = '', shows = '']) => ({ formula, shows: shows.replaceAll('`', '') }),
  );
}

async function shownBy(excel: StandInExcel, formula: string): Promise<string> {
  excel.type('Prova', 'A1', formula);
  await until(async () => !/^(?:|#OCCUPATO!|#BUSY!)$/.test(await excel.text('Prova', 'A1')), 20_000);
  return excel.text('Prova', 'A1');
}

/** @param locale of the Excel, and of the page's address */
export function tryExamples(page: string, locale: string): void {
  let metadata: FunctionsMetadata;

  beforeAll(async () => {
    metadata = await functionsMetadata();
    await openExcel({ locale });
    associateFunctions();
  });
  afterEach(async () => {
    liveCells.reset();
    await closeSession();
  });
  afterAll(closeExcel);

  const examples = examplesOf(page);

  test('has an example for every function', () => {
    const used = new Set(examples.map(({ formula }) => /^=PEG\.(\w+)/.exec(formula)?.[1]));
    expect(metadata.functions.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  test.each(examples.map(({ formula, shows }) => [formula, shows]))('%s shows %s', async (formula, shows) => {
    const excel = await openExcel({ sheets: SHEETS, locale });
    fillExcel(excel, planUnderWay());
    excel.loadFunctions('PEG', metadata.functions);
    for (const [row, [name, value]] of [
      ['riscosso', '900'],
      ['accertato', '1000'],
    ].entries()) {
      excel.type('Prova', `Y${row + 1}`, name ?? '');
      excel.type('Prova', `Z${row + 1}`, value ?? '');
    }
    const text = await shownBy(excel, formula);
    const whole = shows.replace(/ ?…$/, '');
    expect(whole === shows ? text : text.slice(0, whole.length)).toBe(whole);
  });
}
