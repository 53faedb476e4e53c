/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import fc from 'fast-check';
import { PlanSession } from '../../src/application';
import { ExcelWorkbook } from '../../src/excel';
import type { StandInExcel } from '../../src/workbench/host';
import { closeExcel } from '../support/office';
import { contents, openPlan, sentenceOf } from '../support/use-cases';
import { survived } from './survived';

/** One workbook that others work in at the same time: a second session, and a user who edits between read and write. */

afterAll(closeExcel);

const open = (): Promise<PlanSession> => PlanSession.open(new ExcelWorkbook(), { today: '2017-06-30' });
const waiver = (finding: string) => ({
  ...{ finding, rule: 'STR-01', place: 'Obiettivi!A2', reason: 'Va bene così', author: 'Anna' },
  ...{ date: '2017-03-01', until: null },
});

describe('two sessions on one workbook', () => {
  const WORK = ['accept', 'attest', 'write', 'report', 'check', 'mark'] as const;
  let runs = 0;

  async function does(session: PlanSession, what: (typeof WORK)[number], name: string): Promise<void> {
    switch (what) {
      case 'accept':
        return session.saveWaivers([...session.waivers, waiver(name)]);
      case 'attest':
        return void (await session.attest(name, '2017-03-01T10:00:00+01:00', '1'));
      case 'write':
        return session.writeCells([
          { sheet: 'Altro', address: name.startsWith('a') ? 'A1' : 'B1', value: name },
        ]);
      case 'report':
        return session.writeReport({ date: '2017-06-30', version: '1' }, 'it');
      case 'check':
        return void (await session.check());
      case 'mark':
        return session.port.mark([{ sheet: 'Altro', address: 'C1', level: 'error' }]);
    }
  }

  test('whatever they do at the same time, no acceptance and no attestation is lost, and nothing is there twice', async () => {
    const step = fc.record({ a: fc.constantFrom(...WORK), b: fc.constantFrom(...WORK) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        runs += 1;
        const excel = await openPlan();
        const [a, b] = [await open(), await open()];
        const accepted = new Set(['f1']);
        let attested = 0;
        for (const [at, step] of steps.entries()) {
          await Promise.all([does(a, step.a, `a${at}`), does(b, step.b, `b${at}`)]);
          if (step.a === 'accept') accepted.add(`a${at}`);
          if (step.b === 'accept') accepted.add(`b${at}`);
          attested += Number(step.a === 'attest') + Number(step.b === 'attest');
        }
        const last = await open();
        expect(new Set(last.waivers.map(({ finding }) => finding))).toEqual(accepted);
        expect(last.attestations).toHaveLength(attested);
        const names = excel.engine.sheets().map(({ name }) => name);
        expect(names).toEqual([...new Set(names)]);
        expect(excel.engine.cell('s1', 1, 0)?.value).toBe('2017-AA01');
      }),
      { numRuns: 60 },
    );
    survived('two sessions at the same time', runs, 0);
  });
});

/** What somebody else does after the add-in looked and before it writes. */
const MEANWHILE: Readonly<Record<string, (excel: StandInExcel) => unknown>> = {
  'deletes the sheet': (excel) => excel.engine.removeSheet('s2'),
  'renames the sheet': (excel) => excel.engine.renameSheet('s2', 'Appunti'),
  'protects the sheet': (excel) => excel.state.protectedSheets.add('s2'),
  'makes the workbook read-only': (excel) => Object.assign(excel.state, { readOnly: true }),
  'edits another cell': (excel) => excel.type('Altro', 'D9', 'mio'),
  'edits another sheet': (excel) => excel.type('Obiettivi', 'B3', 'mio'),
  'hides the sheet': (excel) => excel.engine.setSheetHidden('s2', true),
};

test.each(Object.entries(MEANWHILE))('somebody %s between looking and writing', async (_name, meanwhile) => {
  // As it is when only the others were at work.
  const alone = await openPlan();
  meanwhile(alone);
  await alone.engine.settle();
  const untouched = contents(alone);

  const excel = await openPlan();
  const session = await open();
  let done = false;
  excel.intercept = (request) => {
    const writes = request.Actions.some(({ Name }) => Name === 'Values');
    if (writes && !done) {
      done = true;
      meanwhile(excel);
    }
    return undefined;
  };
  const edits = ['A1', 'A2', 'B2'].map((address) => ({ sheet: 'Altro', address, value: `in ${address}` }));
  const outcome = await session.port.write(edits).then(
    () => null,
    (error: unknown) => sentenceOf(error) ?? '',
  );
  expect(done).toBe(true);
  if (outcome !== null) {
    expect(outcome).toMatch(/\S.*\.$/);
    expect(contents(excel)).toEqual(untouched);
  } else {
    expect(await excel.value(excel.engine.sheets()[1]?.name ?? '', 'B2')).toBe('in B2');
    const without = contents(excel) as { cells: unknown[] }[];
    expect(without[0]).toEqual((untouched as unknown[])[0]);
  }
  const again = await open();
  expect(again.waivers.map(({ finding }) => finding)).toEqual(['f1']);
  survived('a workbook that changes between looking and writing', 1, 0);
});
