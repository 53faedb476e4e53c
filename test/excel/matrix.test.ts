/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { PlanSession } from '../../src/application';
import { lastNotice, registerCommands, setNotice } from '../../src/commands';
import { closeSession, freezeFormulas, insertFormula, rewriteFormulas, sharedSession } from '../../src/excel';
import { errorSentence } from '../../src/messages';
import { writeStore } from '../../src/plan';
import type { StandInExcel } from '../../src/workbench/host';
import { closeExcel, openExcel, withUndoGroups } from '../support/office';

/**
 * Every use case in every state of Excel: it ends with success or with the documented sentence; the workbook is as it
 * was or as it should be, and nothing of the private part is lost.
 */

afterEach(async () => {
  jest.restoreAllMocks();
  await closeSession();
});
afterAll(closeExcel);

const WAIVER = {
  ...{ finding: 'f1', rule: 'STR-01', place: 'Obiettivi!A2', reason: 'Va bene così', author: 'Anna' },
  ...{ date: '2017-03-01', until: null },
};
const store = (finding: string): string => writeStore({ waivers: [{ ...WAIVER, finding }] }) ?? '';

/** What a user can do, each to the same small workbook. */
const USE_CASES: Readonly<Record<string, (excel: StandInExcel) => Promise<unknown>>> = {
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

interface State {
  readonly options?: Parameters<typeof openExcel>[0];
  readonly prepare?: (excel: StandInExcel) => void;
  /** What is said by those use cases that cannot do it; all others succeed. */
  readonly refused?: { readonly cases: readonly string[]; readonly sentence: RegExp };
}

const WRITING = Object.keys(USE_CASES).filter((name) => !['open and check', 'show a cell'].includes(name));
const INTO_CELLS = ['write cells', 'insert a formula', 'turn formulas into values', 'write formulas again'];
const older = (ExcelApi: string): State => ({
  prepare: () => {
    const level = (version: string): number => Number(version.split('.')[1]);
    const { requirements } = Office.context;
    const all = requirements.isSetSupported.bind(requirements);
    jest
      .spyOn(requirements, 'isSetSupported')
      .mockImplementation((name: string, version?: string | number) =>
        name === 'ExcelApi' ? level(String(version)) <= level(ExcelApi) : all(name, String(version)),
      );
  },
});

const STATES: Readonly<Record<string, State>> = {
  usual: {},
  'no undo support': { prepare: (excel) => (excel.refusesUndoGroups = true) },
  'requestUpdate refused': {
    prepare: (excel) =>
      (excel.interceptService = (service) =>
        service === 'Microsoft.DynamicRibbon.DynamicRibbon'
          ? { error: { Code: 'GeneralException', Message: 'Nastro' } }
          : undefined),
  },
  'two private parts': { prepare: (excel) => excel.state.xmlParts.push({ id: '{2}', xml: store('f2') }) },
  'protected with unlocked cells': {
    prepare: (excel) => {
      excel.state.protectedSheets.add('s1');
      excel.state.unlocked.set('s1', [{ top: 0, left: 0, bottom: 99, right: 9 }]);
    },
    refused: { cases: ['mark'], sentence: /«Obiettivi» è protetto/ },
  },
  protected: {
    prepare: (excel) => excel.state.protectedSheets.add('s1'),
    refused: { cases: [...INTO_CELLS, 'mark'], sentence: /«Obiettivi» è protetto/ },
  },
  'read-only': {
    options: { state: { readOnly: true } },
    refused: { cases: WRITING, sentence: /sola lettura/ },
  },
  filtered: {
    prepare: (excel) => excel.engine.setHidden('s1', 'row', 1, 1, true),
    refused: { cases: ['write cells', 'show a cell'], sentence: /riga o colonna nascosta/ },
  },
  'hidden sheet': {
    prepare: (excel) => excel.engine.setSheetHidden('s1', true),
    refused: { cases: ['show a cell'], sentence: /riga o colonna nascosta/ },
  },
  'cell edit mode': {
    prepare: (excel) => (excel.intercept = () => ({ status: 5004 })),
    refused: { cases: Object.keys(USE_CASES), sentence: /scrivendo in una cella/ },
  },
  offline: {
    prepare: () => {
      const gone = (): never => {
        throw new TypeError('Failed to fetch');
      };
      Object.assign(globalThis, { fetch: gone });
      jest.spyOn(XMLHttpRequest.prototype, 'open').mockImplementation(gone);
    },
  },
  slow: { prepare: (excel) => (excel.delay = 40) },
  'ExcelApi 1.14': older('1.14'),
  'ExcelApi 1.17': older('1.17'),
  'ExcelApi 1.21': older('1.21'),
};

const PLAN = [
  ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
  ['2017-AA01', 'Manutenzione delle strade', 'Città sicura'],
  ['2017-AA02', 'Illuminazione pubblica', 'Città sicura'],
];

/** Contents of the sheets, without ours. */
function contents(excel: StandInExcel): unknown {
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
async function prepared({ options, prepare }: State): Promise<StandInExcel> {
  const xmlParts = [{ id: '{1}', xml: store('f1') }];
  const excel = await openExcel({
    sheets: ['Obiettivi', 'Altro'],
    ...options,
    state: { xmlParts, ...options?.state },
  });
  if (!registered) registerCommands();
  registered = true;
  PLAN.forEach((row, r) => row.forEach((text, c) => excel.type('Obiettivi', `${'ABC'[c]}${r + 1}`, text)));
  excel.type('Obiettivi', 'D2', '=PEG.TITLE("2017-AA01")');
  excel.type('Obiettivi', 'D3', '=LEN(A2)');
  await excel.engine.settle();
  withUndoGroups();
  prepare?.(excel);
  return excel;
}

const sentenceOf = (error: unknown): string | null =>
  error instanceof NoticeError ? error.message : errorSentence(error, 'it');

describe.each(Object.entries(STATES))('%s', (_state, state) => {
  test.each(Object.entries(USE_CASES))('%s', async (name, work) => {
    const excel = await prepared(state);
    const before = contents(excel);
    const outcome = await work(excel).then(
      () => null,
      (error: unknown) => sentenceOf(error),
    );
    if (state.refused?.cases.includes(name)) {
      expect(outcome).toMatch(state.refused.sentence);
      expect(contents(excel)).toEqual(before);
    } else expect(outcome).toBeNull();
    // Whatever happened, nobody's acceptance is lost.
    excel.intercept = () => undefined;
    const kept = excel.state.xmlParts.map(({ xml }) => xml).join();
    for (const { xml } of [{ xml: 'f1' }, ...(_state === 'two private parts' ? [{ xml: 'f2' }] : [])])
      expect(kept).toContain(`"${xml}"`);
    const again = await PlanSession.open((await sharedSession()).port, { today: '2017-06-30' });
    expect(again.waivers.map(({ finding }) => finding)).toContain('f1');
  });
});
