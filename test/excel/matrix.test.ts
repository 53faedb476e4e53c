/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { PlanSession } from '../../src/application';
import { closeSession, sharedSession } from '../../src/excel';
import { closeExcel, withUndoGroups } from '../support/office';
import { USE_CASES, contents, openPlan, sentenceOf, store } from '../support/use-cases';
import type { StandInExcel } from '../../src/workbench/host';

/**
 * Every use case in every state of Excel: it ends with success or with the documented sentence; the workbook is as it
 * was or as it should be, and nothing of the private part is lost.
 */

afterEach(async () => {
  jest.restoreAllMocks();
  await closeSession();
});
afterAll(closeExcel);

interface State {
  readonly options?: Parameters<typeof openPlan>[0];
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

async function prepared({ options, prepare }: State): Promise<StandInExcel> {
  const excel = await openPlan(options);
  withUndoGroups();
  prepare?.(excel);
  return excel;
}

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
