/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { PlanSession } from '../../src/application';
import { ExcelWorkbook, closeSession } from '../../src/excel';
import type { StandInExcel } from '../../src/workbench/host';
import { closeExcel, withUndoGroups } from '../support/office';
import { USE_CASES, contents, openPlan, sentenceOf } from '../support/use-cases';
import { survived } from './survived';

/**
 * Every call of Office.js in every use case is refused once, in the middle of whatever its request did before, and every
 * request as a whole: the user reads a sentence or the work is done, the workbook is whole, and no acceptance is lost.
 */

afterEach(async () => {
  jest.restoreAllMocks();
  await closeSession();
});
afterAll(closeExcel);

/** A refusal that is tried once more without an undo group, and one that is not. */
const CODES = ['GeneralException', 'ServiceNotAvailable'];

interface Failure {
  readonly what: 'call' | 'request';
  readonly number: number;
  readonly code: string;
}

interface Seen {
  readonly calls: readonly string[];
  readonly requests: number;
}

/** The use case as it goes without a failure. */
async function undisturbed(work: (excel: StandInExcel) => Promise<unknown>): Promise<Seen> {
  const excel = await openPlan();
  withUndoGroups();
  const calls: string[] = [];
  const requests = excel.requests.length;
  excel.interceptCall = (call) => void calls.push(call);
  await work(excel);
  await closeSession();
  jest.restoreAllMocks();
  return { calls, requests: excel.requests.length - requests };
}

/** @returns a function that names what was refused: numbers can move by a call that the client makes in its own time */
function breaks(excel: StandInExcel, { what, number, code }: Failure): () => string {
  const fault = { Code: code, Message: 'Guasto della prova' };
  const from = { call: excel.calls, request: excel.requests.length };
  let refused = what === 'call' ? 'none' : `request ${number}`;
  if (what === 'call')
    excel.interceptCall = (call, at) => {
      if (at - from.call !== number) return undefined;
      refused = call;
      return fault;
    };
  else excel.intercept = (_request, at) => (at - from.request === number ? { error: fault } : undefined);
  return () => refused;
}

const sheetsOf = (excel: StandInExcel): string[] => excel.engine.sheets().map(({ name }) => name);

/** @returns what did not hold, null when all did */
async function survives(
  work: (excel: StandInExcel) => Promise<unknown>,
  failure: Failure,
): Promise<string | null> {
  const excel = await openPlan();
  withUndoGroups();
  const before = {
    contents: contents(excel),
    sheets: sheetsOf(excel),
    marks: excel.state.conditionalFormats.length,
  };
  const refused = breaks(excel, failure);
  const outcome = await work(excel).then(
    () => ({ failed: false, sentence: null }),
    (error: unknown) => ({ failed: true, sentence: sentenceOf(error) }),
  );
  excel.intercept = () => undefined;
  excel.interceptCall = () => undefined;
  await closeSession();
  jest.restoreAllMocks();
  if (outcome.failed) {
    if (!/\S/.test(outcome.sentence ?? '')) return `${refused()}: no sentence`;
    const after = {
      contents: contents(excel),
      sheets: sheetsOf(excel),
      marks: excel.state.conditionalFormats.length,
    };
    if (JSON.stringify(after) !== JSON.stringify(before))
      return `${refused()}: workbook not as it was, ${JSON.stringify(after)}`;
  }
  const again = await PlanSession.open(new ExcelWorkbook(), { today: '2017-06-30' });
  return again.waivers.some(({ finding }) => finding === 'f1') ? null : `${refused()}: acceptance lost`;
}

test.each(Object.entries(USE_CASES))('%s: every call and every request refused once', async (name, work) => {
  const { calls, requests } = await undisturbed(work);
  const failures = CODES.flatMap((code) => [
    ...calls.map((_call, at): Failure => ({ what: 'call', number: at + 1, code })),
    ...Array.from({ length: requests }, (_request, at): Failure => ({
      what: 'request',
      number: at + 1,
      code,
    })),
  ]);
  const broken: string[] = [];
  for (const failure of failures) {
    const told = await survives(work, failure);
    const called = failure.what === 'call' ? calls[failure.number - 1] : 'whole';
    if (told !== null)
      broken.push(`${failure.code} at ${failure.what} ${failure.number} (${called}): ${told}`);
  }
  survived(`${name}: calls of Office.js refused`, failures.length, broken.length);
  expect(broken).toEqual([]);
});
