import * as fc from 'fast-check';
import { PlanSession } from '../../src/application';
import { readContent } from '../../src/application/store-content';
import { writeStore } from '../../src/plan';
import { MemoryWorkbook, gridOf, snapshotOf } from '../../src/workbook';

const PLAN = [
  ['Obiettivo strategico', 'Obiettivo operativo', 'Codice', 'Obiettivo di PEG'],
  ['Città verde', 'Parchi', '2025-PA01', 'Riqualificare il parco fluviale'],
  ['Città verde', 'Orti', '2025-PA02', 'Assegnare gli orti urbani'],
];

const session = (sections: Record<string, unknown>) =>
  PlanSession.open(
    new MemoryWorkbook({ ...snapshotOf([gridOf('Obiettivi', PLAN)]), store: writeStore(sections) }),
    { today: '2025-01-15' },
  );

describe('a private store that somebody edited', () => {
  test.each([
    { waivers: { a: 1 } },
    { waivers: [null, 3, { finding: 5 }] },
    { profile: 'x' },
    { profile: { version: 1, codeMask: null, sheets: [{ sheet: 'Obiettivi', columns: [{ column: 5 }] }] } },
    { rules: 'x' },
    { rules: { off: 5 } },
    { rules: { aliases: 'x' } },
    { rules: { options: { 'STR-01': 'x' } } },
    { attestations: 'x' },
  ])('%j is damaged: not used, not written over', async (sections) => {
    const opened = await session(sections);
    expect(opened.storeState).toBe('damaged');
    const { judgement } = await opened.check();
    expect(judgement.rules.filter((run) => run.status === 'failed')).toEqual([]);
    expect((await opened.attestation()).state).toBe('none');
    await expect(opened.saveWaivers([])).rejects.toMatchObject({ name: 'StoreError' });
  });

  test.each([[[null]], [[{ kind: 'pegObjective', code: null, title: 'x' }]], ['x']])(
    'an attestation that kept %j is none',
    async (outline) => {
      const kept = { version: 1, plan: 'x', at: '2025', author: 'A', ruleSet: 'r', waivers: [], outline };
      expect((await (await session({ attestations: [kept] })).attestation()).state).toBe('none');
    },
  );

  test('sections of a later version are carried along, whatever they hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { state } = readContent(writeStore({ colours: value }));
        expect(state === 'read' || (value === null && state === 'empty')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('what the program writes is read', () => {
    const sections = {
      waivers: [
        {
          finding: 'f',
          rule: 'STR-01',
          place: 'p',
          reason: 'r',
          author: 'a',
          date: '2025-01-01',
          until: null,
        },
      ],
      rules: { off: ['STR-01'], options: { 'WGT-02': { tolerance: 1 } }, aliases: [{ from: 'a', to: 'b' }] },
      profile: { version: 1, codeMask: null, sheets: [{ sheet: 'S', role: 'plan', columns: [] }] },
    };
    expect(readContent(writeStore(sections))).toEqual({ state: 'read', sections });
  });
});

describe('findIndicator', () => {
  const book = [
    ['Indicatore', 'Formula', 'Unità di misura'],
    ['Interventi di riqualificazione', 'interventi', 'n.'],
    ['Interventi di riqualificazione', 'mq interventi', 'mq'],
  ];
  const opened = () =>
    PlanSession.open(
      new MemoryWorkbook(snapshotOf([gridOf('Obiettivi', PLAN), gridOf('Indicatori della città', book)])),
      { today: '2025-01-15' },
    );

  test('two of the same name are told by their cells', async () => {
    const hit = (await opened()).explain('interventi di riqualificazione');
    expect('near' in hit && hit.twins.map((cell) => cell.address)).toEqual(['A2', 'A3']);
  });

  test.each(['A3', '$A$3', "'Indicatori della città'!A3", 'indicatori della città!a3'])(
    'a cell names one of them: %s',
    async (cell) => {
      const hit = (await opened()).explain(cell);
      expect('indicator' in hit && hit.indicator.unit?.value).toBe('mq');
    },
  );
});
