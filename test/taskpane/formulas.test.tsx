/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { PlanSession } from '../../src/application';
import { mountPane, type PaneEnvironment } from '../../src/taskpane/mount';
import { MemoryWorkbook, gridOf } from '../../src/workbook';
import { smallPlan } from '../support/plans';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
Object.assign(globalThis, { TextEncoder, TextDecoder });

/** The small plan, with a formula of ours that Excel did not know when it opened the workbook. */
function book(): MemoryWorkbook {
  const plan = smallPlan();
  const formula = 'PEG.TITLE("2026-RA01")';
  const own = gridOf('Riepilogo', [['Obiettivo', { value: null, text: '#NAME?', error: true, formula }]]);
  return new MemoryWorkbook({ ...plan, sheets: [...plan.sheets, own] });
}

const waits = (ms = 0) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
const said = (): string => document.body.textContent ?? '';

async function until(words: string | RegExp): Promise<void> {
  const says = (): boolean => (typeof words === 'string' ? said().includes(words) : words.test(said()));
  for (let tries = 0; tries < 200 && !says(); tries++) await waits(10);
  expect(said()).toMatch(words);
}

function button(name: string | RegExp): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('button')].find((one) => {
    const label = one.getAttribute('aria-label') ?? one.textContent ?? '';
    return typeof name === 'string' ? label === name : name.test(label);
  });
}
const click = (name: string | RegExp) => act(async () => button(name)?.click());

let unmount: (() => void) | null = null;
afterEach(() => {
  act(() => unmount?.());
  document.body.innerHTML = '';
});

async function open(part: Partial<PaneEnvironment>): Promise<void> {
  const kept = new Map([
    ['started', 'yes'],
    ['view', '"indicators"'],
  ]);
  const root = document.createElement('main');
  document.body.append(root);
  await act(async () => {
    unmount = mountPane(root, {
      openSession: () => PlanSession.open(book(), { today: '2026-11-20' }),
      language: 'it',
      theme: 'light',
      today: '2026-11-20',
      now: () => '2026-11-20T10:30:00+01:00',
      version: '1.0.0',
      memory: { read: (key) => kept.get(key) ?? null, write: (key, value) => void kept.set(key, value) },
      ...part,
    });
  });
  await until('Tasso di riscossione');
}

describe('inserting a formula', () => {
  const cell = { sheet: 'Riepilogo', address: 'B5' };
  const INSERT = 'Inserisci la formula nella cella scelta';

  test('asks before it takes the place of something, and its notice undoes it', async () => {
    const undo = jest.fn(() => Promise.resolve());
    const insertFormula = jest.fn<
      ReturnType<NonNullable<PaneEnvironment['insertFormula']>>,
      [string, unknown?]
    >((_formula, over) =>
      Promise.resolve(
        over ? { state: 'written', cell, undo } : { state: 'occupied', cell, text: 'da sentire Anna' },
      ),
    );
    await open({ insertFormula });
    await click(/Tasso di riscossione/);
    await click(INSERT);
    await until('La cella contiene già «da sentire Anna»: la formula prenderebbe il suo posto.');
    expect(button(INSERT)).toBeUndefined();
    await click('Annulla');
    await until(INSERT);
    expect(insertFormula.mock.calls.map(([, over]) => over)).toEqual([undefined]);

    await click(INSERT);
    await until('da sentire Anna');
    await click('Sostituisci con la formula');
    expect(insertFormula.mock.calls.map(([, over]) => over)).toEqual([undefined, undefined, cell]);
    expect(said()).not.toContain('da sentire Anna');
    await click('Annulla la modifica');
    expect(undo).toHaveBeenCalledTimes(1);
  });

  test('asks nothing where the cell is empty', async () => {
    const insertFormula = jest.fn(() =>
      Promise.resolve({ state: 'written', cell, undo: () => Promise.resolve() } as const),
    );
    await open({ insertFormula });
    await click(/Tasso di riscossione/);
    await click(INSERT);
    expect(insertFormula).toHaveBeenCalledTimes(1);
    expect(button('Sostituisci con la formula')).toBeUndefined();
  });
});

describe('formulas that Excel did not know when it opened the workbook', () => {
  const freezeFormulas = () => Promise.resolve({ frozen: 0, left: [], selected: false, sheets: [] });

  test('are told, and one button writes them again', async () => {
    const rewriteFormulas = jest.fn(() => Promise.resolve(1));
    await open({ freezeFormulas, rewriteFormulas });
    await click('Riscrivi le formule');
    expect(rewriteFormulas).toHaveBeenCalledTimes(1);
    await until(/formula riscritta|formule riscritte/i);
  });

  test('no button where nobody could press it with effect', async () => {
    await open({ freezeFormulas });
    expect(button('Riscrivi le formule')).toBeUndefined();
  });
});
