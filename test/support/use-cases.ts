import { lastNotice, registerCommands, setNotice } from '../../src/commands';
import { freezeFormulas, insertFormula, rewriteFormulas, sharedSession } from '../../src/excel';
import { errorSentence } from '../../src/messages';
import { writeStore } from '../../src/plan';
import type { StandInExcel } from '../../src/workbench/host';
import { openExcel } from './office';

/** What a user can do with the add-in, each to the same small workbook in the pretended Excel. */

const WAIVER = {
  ...{ finding: 'f1', rule: 'STR-01', place: 'Obiettivi!A2', reason: 'Va bene così', author: 'Anna' },
  ...{ date: '2017-03-01', until: null },
};
/** A private part with one acceptance. */
export const store = (finding: string): string => writeStore({ waivers: [{ ...WAIVER, finding }] }) ?? '';

/** What a user can do, each to the same small workbook. */
export const USE_CASES: Readonly<Record<string, (excel: StandInExcel) => Promise<unknown>>> = {
  'open and check': async () => (await sharedSession()).check(),
  'check from the ribbon': async (excel) => {
    setNotice(null);
    await excel.press('verificaCoerenza', 'PEG.Check');
    const notice = lastNotice();
    if (notice?.failed) throw new NoticeError(notice.text);
  },
  'write cells': async () =>
    (await sharedSession()).writeCells([{ sheet: 'Obiettivi', address: 'B2', value: 'Strade sicure' }]),
  accept: async () => {
    const session = await sharedSession();
    await session.saveWaivers([...session.waivers, { ...WAIVER, finding: 'new' }]);
  },
  attest: async () => (await sharedSession()).attest('Anna', '2017-03-01T10:00:00+01:00', '1'),
  mark: async () =>
    (await sharedSession()).port.mark([{ sheet: 'Obiettivi', address: 'B2', level: 'error' }]),
  'show a cell': async () => (await sharedSession()).port.select({ sheet: 'Obiettivi', address: 'B2' }),
  'insert a formula': async (excel) => {
    excel.engine.select('s1', { top: 8, left: 1, bottom: 8, right: 1 });
    return insertFormula('=1+1');
  },
  'turn formulas into values': async () =>
    freezeFormulas(await (await sharedSession()).port.snapshot(), (formula) => formula === 'LEN(A2)'),
  'write formulas again': () =>
    rewriteFormulas([{ sheet: 'Obiettivi', address: 'D2', formula: 'PEG.TITLE("2017-AA01")' }]),
};

/** The sentence that a command told. */
class NoticeError extends Error {}

const PLAN = [
  ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
  ['2017-AA01', 'Manutenzione delle strade', 'Città sicura'],
  ['2017-AA02', 'Illuminazione pubblica', 'Città sicura'],
];

/** Contents of the sheets, without ours. */
export function contents(excel: StandInExcel): unknown {
  return excel.engine
    .sheets()
    .filter(({ name }) => name !== 'Verifica PEG')
    .map(({ id, name }) => {
      const area = excel.engine.usedArea(id, false);
      const cells: unknown[] = [];
      for (let row = 0; area && row <= area.bottom; row++)
        for (let column = 0; column <= area.right; column++) {
          const cell = excel.engine.cell(id, row, column);
          cells.push(cell?.formula ?? cell?.value);
        }
      return { name, cells };
    });
}

let registered = false;

/** The workbook of the use cases, open in Excel, with one acceptance (`f1`). */
export async function openPlan(options: Parameters<typeof openExcel>[0] = {}): Promise<StandInExcel> {
  const xmlParts = [{ id: '{1}', xml: store('f1') }];
  const excel = await openExcel({
    sheets: ['Obiettivi', 'Altro'],
    ...options,
    state: { xmlParts, ...options.state },
  });
  if (!registered) registerCommands();
  registered = true;
  PLAN.forEach((row, r) => row.forEach((text, c) => excel.type('Obiettivi', `${'ABC'[c]}${r + 1}`, text)));
  excel.type('Obiettivi', 'D2', '=PEG.TITLE("2017-AA01")');
  excel.type('Obiettivi', 'D3', '=LEN(A2)');
  await excel.engine.settle();
  return excel;
}

/** What the user reads of a failure; null when there is no sentence for it. */
export const sentenceOf = (error: unknown): string | null =>
  error instanceof NoticeError ? error.message : errorSentence(error, 'it');
