/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { act } from 'react';
import { PlanSession } from '../../src/application';
import { waiverFor } from '../../src/coherence';
import { OFFICE_SHEET } from '../../src/approval';
import { MemoryWorkbook, WorkbookError, gridOf, snapshotOf, type Grid } from '../../src/workbook';
import { mountPane, type PaneEnvironment } from '../../src/taskpane/mount';
import { smallPlan } from '../support/plans';
import { lastAccepter } from '../../src/taskpane/model/approval';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
// Every browser has them; jsdom does not.
Object.assign(globalThis, { TextEncoder, TextDecoder });

/** A plan whose second objective lost its code: what cites it blocks, and more follows from it. */
async function book(): Promise<MemoryWorkbook> {
  const port = new MemoryWorkbook(smallPlan());
  await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
  return port;
}

const waits = (ms = 0) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));

/** Waits until the page says something; fails with what it says instead. */
async function until(words: string | RegExp): Promise<void> {
  const says = () => {
    const text = document.body.textContent ?? '';
    return typeof words === 'string' ? text.includes(words) : words.test(text);
  };
  for (let tries = 0; tries < 200 && !says(); tries++) await waits(10);
  expect(document.body.textContent).toMatch(words);
}

function button(name: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) => {
    const label = one.getAttribute('aria-label') ?? one.textContent ?? '';
    return typeof name === 'string' ? label === name : name.test(label);
  });
  if (!found) throw new TypeError(`no button ${name}`);
  return found;
}
const click = (name: string | RegExp) => act(async () => button(name).click());

interface Opened {
  readonly port: MemoryWorkbook;
  readonly kept: Map<string, string>;
}

const started = [['started', 'yes']] as const;
let unmount: (() => void) | null = null;
afterEach(() => {
  act(() => unmount?.());
  document.body.innerHTML = '';
});

async function open(
  part: Partial<PaneEnvironment> = {},
  kept = new Map([['started', 'yes']]),
): Promise<Opened> {
  const port = await book();
  const root = document.createElement('main');
  document.body.append(root);
  await act(async () => {
    unmount = mountPane(root, {
      openSession: async () => {
        const session = await PlanSession.open(port, { today: '2026-11-20' });
        await session.follow();
        return session;
      },
      language: 'it',
      theme: 'light',
      today: '2026-11-20',
      now: () => '2026-11-20T10:30:00+01:00',
      version: '1.0.0',
      memory: { read: (key) => kept.get(key) ?? null, write: (key, value) => void kept.set(key, value) },
      ...part,
    });
  });
  return { port, kept };
}

describe('the pane', () => {
  test('first run: three sentences and one button, remembered', async () => {
    const { kept } = await open({}, new Map());
    expect(document.querySelectorAll('li')).toHaveLength(3);
    expect(document.querySelectorAll('button')).toHaveLength(1);
    await click('Leggi il file');
    await until('Prima della Giunta');
    expect(kept.get('started')).toBe('yes');
  });

  test('a workbook that cannot be read: a sentence and another try', async () => {
    let tries = 0;
    await open({
      openSession: async () => {
        tries += 1;
        if (tries === 1) throw new WorkbookError('damaged');
        return PlanSession.open(await book(), { today: '2026-11-20' });
      },
    });
    await until('Il file è danneggiato');
    await click('Riprova');
    await until('Prima della Giunta');
  });

  test('reading can be stopped and started again', async () => {
    await open({ openSession: () => new Promise(() => undefined) });
    await click('Interrompi');
    await until('Lettura interrotta');
    expect(button('Leggi il file')).toBeDefined();
  });

  test('a finding shows its cell; accepting it with a reason settles it, and can be taken back', async () => {
    const { port } = await open();
    await until('Prima della Giunta: 1 segnalazione bloccante da risolvere');
    await click(/2026-RA02.*non esiste nel piano/);
    expect(port.selected?.sheet).toBe('Fasi');
    await click('Accetta…');
    await click('Accetta');
    await until('Scrivi la motivazione.');
    const type = async (field: HTMLInputElement | HTMLTextAreaElement | null, text: string) => {
      if (!field) throw new TypeError('the form has its fields');
      const proto = Object.getPrototypeOf(field) as object;
      await act(async () => {
        Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    };
    await type(document.querySelector('textarea'), 'Codice in arrivo');
    await type(document.querySelector('form input:not([type=date])'), 'Mirta Olmo');
    await click('Accetta');
    await until('Pronto per la Giunta');
    expect((await port.snapshot()).store).toContain('Codice in arrivo');
    await click('Annulla la modifica');
    await until('Prima della Giunta: 1 segnalazione bloccante da risolvere');
  });

  test('an attestation of a plan that is not ready says so, and begins with who attested this workbook last', async () => {
    const { port } = await open({}, new Map([...started, ['view', '"approval"']]));
    await port.writeStore(null);
    await until('Il piano non è ancora stato attestato.');
    const author = () => document.querySelector<HTMLInputElement>('section input:not([type=date])');
    expect(author()?.value).toBe('');
    const proto = Object.getPrototypeOf(author()) as object;
    await act(async () => {
      Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(author(), 'Anna Rovere');
      author()?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click('Attesta il piano com’è');
    await until(/Attestazione salvata nel file, con esito: \d+ segnalazion[ei] bloccant[ei] apert[ae]/);
    await until(/Attestato da Anna Rovere il .* con esito: \d+ segnalazion[ei] bloccant[ei] apert[ae]/);
    const session = await PlanSession.open(port, { today: '2026-11-20' });
    act(() => unmount?.());
    document.body.innerHTML = '';
    await open({ openSession: async () => session }, new Map([...started, ['view', '"approval"']]));
    await until('Chi attesta');
    expect(author()?.value).toBe('Anna Rovere');
    // Whoever accepts a finding is somebody else, and of this workbook, too.
    expect(lastAccepter(session.waivers)).toBe('');
    const waiver = { finding: 'f', rule: 'STR-01', place: 'A1', reason: 'Va bene', until: null };
    const accepted = ['2026-03-01', '2026-01-01'].map((date) => ({ ...waiver, date, author: `il ${date}` }));
    expect(lastAccepter(accepted)).toBe('il 2026-03-01');
  });

  test('reading into a plan gives the page its turns', async () => {
    let turns = 0;
    const pause = async (): Promise<void> => void (turns += 1);
    const port = await book();
    let session: PlanSession | null = null;
    await open({
      openSession: async () => (session = await PlanSession.open(port, { today: '2026-11-20', pause })),
    });
    await until(/segnalazion[ei] bloccant[ei] da risolvere/);
    const shown = turns;
    expect(shown).toBeGreaterThan(0);
    // The plan that is shown was made in those turns, not once more in one piece.
    await (session as PlanSession | null)?.understand();
    expect(turns).toBe(shown);
  });

  test('an edit in the workbook is seen without a click', async () => {
    const { port } = await open();
    await until('1 segnalazione bloccante da risolvere');
    await act(() => port.write([{ sheet: 'Obiettivi', address: 'A3', value: '2026-RA02' }]));
    await until('Pronto per la Giunta');
  });

  test('the view comes back with the next opening', async () => {
    const { kept } = await open();
    await until('Prima della Giunta');
    kept.set('view', '"rules"');
    act(() => unmount?.());
    document.body.innerHTML = '';
    await open({}, kept);
    await until('regole attive su');
  });

  test('the list of an office is written as a sheet of its own, which is no part of the plan', async () => {
    const { port } = await open();
    await until('1 segnalazione bloccante da risolvere');
    await click('Elenco per ufficio');
    await click('Scrivi come foglio');
    await until('Scritto il foglio');
    expect(port.selected).toEqual({ sheet: OFFICE_SHEET, address: 'A1' });
    await until('Elenco per ufficio');
    await act(async () => document.querySelector<HTMLElement>('#view button')?.click());
    await until('1 segnalazione bloccante da risolvere');
  });

  test('cells are marked only when asked, the marks follow the list, and go without a trace', async () => {
    const { port } = await open();
    await until('1 segnalazione bloccante da risolvere');
    expect(port.marks).toHaveLength(0);
    await click('Evidenzia le celle nei fogli');
    await until('Celle evidenziate');
    const cells = () => port.marks.map(({ sheet, address }) => `${sheet}!${address}`);
    expect(cells()).toContain('Obiettivi!B3');
    await act(() => port.write([{ sheet: 'Obiettivi', address: 'A3', value: '2026-RA02' }]));
    await until('Pronto per la Giunta');
    await waits(400);
    expect(cells()).not.toContain('Obiettivi!B3');
    await click('Evidenzia le celle nei fogli');
    await until('Evidenza tolta');
    expect(port.marks).toHaveLength(0);
  });

  test('marks of an earlier opening are known, and can be taken away', async () => {
    const { port } = await open();
    await until('1 segnalazione bloccante da risolvere');
    await click('Evidenzia le celle nei fogli');
    await until('Celle evidenziate');
    act(() => unmount?.());
    document.body.innerHTML = '';
    await open({ openSession: () => PlanSession.open(port, { today: '2026-11-20' }) });
    await until('1 segnalazione bloccante da risolvere');
    expect(button('Evidenzia le celle nei fogli').getAttribute('aria-pressed')).toBe('true');
    await click('Evidenzia le celle nei fogli');
    await until('Evidenza tolta');
    expect(port.marks).toHaveLength(0);
  });

  test('a column is said by pointing at it; the plan is read again with it', async () => {
    const { port } = await open({}, new Map([...started, ['view', '"reading"']]));
    await until('Correggi con un esempio');
    await port.select({ sheet: 'Obiettivi', address: 'B1' });
    await click('Usa la cella selezionata');
    await until('Foglio «Obiettivi», B1');
    const choose = (label: string, value: string) =>
      act(async () => {
        const found = [...document.querySelectorAll('label')].findLast(
          ({ textContent }) => textContent === label,
        );
        const select = document.getElementById(found?.htmlFor ?? '') as HTMLSelectElement | null;
        if (!select) throw new TypeError(`no list ${label}`);
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    await choose('Questa cella', 'field');
    await choose('Di che cosa', 'ignore');
    await until('la colonna B «Denominazione» contiene altro, da non leggere');
    expect((await port.snapshot()).store).toBeNull();
    await until('Dopo');
    await click('Conserva la correzione');
    await until('Correzione conservata nel file');
    expect((await port.snapshot()).store).toContain('"ignore"');
    await click(/^Togli: /);
    await until('Nessuna, finora.');
  });

  test('PEG formulas are frozen when asked, with what was left', async () => {
    const port = new MemoryWorkbook(
      snapshotOf([
        ...smallPlan().sheets,
        gridOf('Prova', [[{ value: 75, text: '75', formula: 'PEG.INDICATOR("Tasso di riscossione")' }]]),
      ]),
    );
    const freezeFormulas = jest.fn(async () => ({ frozen: 1, left: [] }));
    await open(
      { openSession: () => PlanSession.open(port, { today: '2026-11-20' }), freezeFormulas },
      new Map([...started, ['view', '"indicators"']]),
    );
    await until('1 formula PEG nei fogli');
    await click('Trasforma le formule in valori…');
    await until('Prova A1');
    expect(freezeFormulas).not.toHaveBeenCalled();
    await click('Trasforma');
    await until('1 formula è diventata valore');
    expect(freezeFormulas).toHaveBeenCalledTimes(1);
  });

  const openOn = async (...sheets: Grid[]): Promise<MemoryWorkbook> => {
    const port = new MemoryWorkbook(snapshotOf(sheets));
    await open({
      openSession: async () => {
        const session = await PlanSession.open(port, { today: '2026-11-20' });
        await session.follow();
        return session;
      },
    });
    return port;
  };

  test('a workbook without a plan: what was read instead, and the way to say where it is', async () => {
    await openOn(
      gridOf('Spese', [
        ['Data', 'Importo'],
        ['01/02/2026', 12],
      ]),
    );
    await until(/Non ho riconosciuto un piano.*Spese · /);
    await click('Indica il foglio');
    await until('Non ho riconosciuto obiettivi');
  });

  test('a plan nobody has filled in yet is checked with its first objective', async () => {
    const port = await openOn(gridOf('Obiettivi', [['Codice', 'Denominazione', 'Responsabile', 'Peso']]));
    await until(/Il piano è ancora vuoto.*«Obiettivi»/);
    await act(() =>
      port.write(
        ['2026-RA01', 'Riscuotere i residui', 'Furio Acero', 60].map((value, column) => ({
          sheet: 'Obiettivi',
          address: `${'ABCD'[column] ?? ''}2`,
          value,
        })),
      ),
    );
    await until('Ho letto 1 obiettivo in 1 foglio');
  });

  test('closing and opening again brings back acceptances, rule settings, mapping and view', async () => {
    const port = await book();
    const kept = new Map<string, string>([...started, ['view', '"rules"']]);
    let session: PlanSession | null = null;
    const openSession = async () => (session = await PlanSession.open(port, { today: '2026-11-20' }));
    await open({ openSession }, kept);
    await until(/(\d+) regole attive/);
    const active = () => Number(/(\d+) regole attive/.exec(document.body.textContent ?? '')?.[1]);
    const before = active();
    await act(async () => {
      const { judgement } = await (session as unknown as PlanSession).check();
      const [finding] = judgement.findings.filter(
        ({ severity, causes }) => severity === 'error' && !causes.length,
      );
      if (!finding || !session) throw new TypeError('the plan has a blocking finding');
      const why = { reason: 'Codice in arrivo', author: 'Mirta Olmo', date: '2026-11-20', until: null };
      await session.saveWaivers([waiverFor(finding, why)]);
      await session.saveRuleSettings({ off: ['WGT-01'] });
      await session.confirmations.correct([
        { scope: 'sheet', selector: { sheet: 'Dati di base' }, says: { says: 'role', role: 'ignore' } },
      ]);
    });
    await until(`${before - 1} regole attive`);
    act(() => unmount?.());
    document.body.innerHTML = '';

    await open({ openSession }, kept);
    await until(`${before - 1} regole attive`);
    kept.set('view', '"findings"');
    act(() => unmount?.());
    document.body.innerHTML = '';
    await open({ openSession }, kept);
    await until('Pronto per la Giunta');
    kept.set('view', '"reading"');
    act(() => unmount?.());
    document.body.innerHTML = '';
    await open({ openSession }, kept);
    await until(/Dati di base\s*da non leggere/);
  });

  test('a view that breaks says so and leaves the tabs', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const kept = new Map([
      ['started', 'yes'],
      ['view', '"plan"'],
    ]);
    await open(
      {
        openSession: async () => {
          const session = await PlanSession.open(await book(), { today: '2026-11-20' });
          const { check } = session;
          session.check = async () => {
            const result = await check.call(session);
            return { ...result, plan: { ...result.plan, pegRows: null as never } };
          };
          return session;
        },
      },
      kept,
    );
    await until('Questa vista si è fermata');
    expect(document.querySelectorAll('[role=tab]').length).toBeGreaterThan(0);
    expect(button('Riapri la vista')).toBeDefined();
    quiet.mockRestore();
  });
});
