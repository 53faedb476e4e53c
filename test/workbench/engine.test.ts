import { UniverEngine, blankWorkbook } from '../../src/workbench/host/engine/univer-engine';
import type { EngineEvent } from '../../src/workbench/host/engine/port';

describe('the engine of the stand-in', () => {
  let engine: UniverEngine;
  beforeEach(() => {
    engine = new UniverEngine(blankWorkbook(['Foglio1', 'Dati']));
  });
  afterEach(() => engine.dispose());

  const at = (address: string): [number, number] => [
    Number(address.slice(1)) - 1,
    address.charCodeAt(0) - 65,
  ];
  const put = (address: string, value: string | number | boolean | null): void => {
    const [row, column] = at(address);
    engine.patch('s1', [{ row, column, content: { value } }]);
  };
  const formula = (address: string, text: string): void => {
    const [row, column] = at(address);
    engine.patch('s1', [{ row, column, content: { formula: text } }]);
  };
  const value = (address: string): unknown => engine.cell('s1', ...at(address))?.value ?? null;

  test('calculates, and a read after settle sees the result', async () => {
    put('A1', 2);
    formula('A2', '=A1*21');
    await engine.settle();
    expect(value('A2')).toBe(42);
    put('A1', 3);
    await engine.settle();
    expect(value('A2')).toBe(63);
  });

  test('codes stay text through every change of looks', () => {
    const codes = ['1.10', '0101', '1E5', 'TRUE', '3-4', '12%', '1,5', "'x", '=A1'];
    codes.forEach((code, row) => engine.patch('s1', [{ row, column: 0, content: { value: code } }]));
    codes.forEach((_code, row) =>
      engine.patch('s1', [
        { row, column: 0, style: { fill: '#FFFF00', bold: true, wrap: true, format: '0.00' } },
      ]),
    );
    expect(codes.map((_code, row) => engine.cell('s1', row, 0)?.value)).toEqual(codes);
    expect(engine.style('s1', 0, 0)).toMatchObject({ fill: '#FFFF00', bold: true, wrap: true });
  });

  test('one transaction is one step of undo, and goes back in the right order', async () => {
    put('A1', 1);
    await engine.transaction(async () => {
      put('A1', 2);
      put('A1', 3);
      put('B1', 4);
    });
    engine.undo();
    expect([value('A1'), value('B1')]).toEqual([1, null]);
    engine.redo();
    expect([value('A1'), value('B1')]).toEqual([3, 4]);
  });

  test('inserted rows move values, merges and references', async () => {
    put('A2', 5);
    formula('B5', '=A2');
    engine.merge('s1', { top: 3, left: 0, bottom: 4, right: 0 });
    engine.insert('s1', 'row', 1, 2);
    await engine.settle();
    expect(value('A4')).toBe(5);
    expect(engine.cell('s1', 6, 1)).toMatchObject({ formula: '=A4', value: 5 });
    expect(engine.merges('s1')).toEqual([{ top: 5, left: 0, bottom: 6, right: 0 }]);
    engine.remove('s1', 'row', 0, 2);
    expect(engine.merges('s1')).toEqual([{ top: 3, left: 0, bottom: 4, right: 0 }]);
  });

  test('tells what happened, and formula results apart from edits', async () => {
    const events: EngineEvent[] = [];
    engine.onEvent((event) => events.push(event));
    put('A1', 2);
    formula('A2', '=A1*2');
    await engine.settle();
    engine.patch('s1', [{ row: 0, column: 0, style: { fill: '#FF0000' } }]);
    engine.setHidden('s1', 'row', 4, 5, true);
    const id = engine.addSheet('Verifica');
    engine.renameSheet(id, 'Altro');
    engine.removeSheet(id);
    const kinds = events
      .map((event) => event.kind)
      .filter((kind) => !['selected', 'sheet-activated'].includes(kind));
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
      'edited',
      'calculated',
      'formatted',
      'rows-hidden',
      'sheet-added',
      'sheet-renamed',
      'sheet-deleted',
    ]);
    expect(events[0]).toMatchObject({ before: null, after: { value: 2 } });
    expect(engine.isHidden('s1', 'row', 4)).toBe(true);
    expect(engine.isHidden('s1', 'row', 6)).toBe(false);
  });

  test('functions answer with what is known, later with the result, and spill', async () => {
    let ready = false;
    const calls: unknown[] = [];
    engine.registerFunctions(['PEG.PROVA'], (call) => {
      calls.push(call);
      return ready
        ? {
            value: [
              [1, 'a'],
              [2, '1.10'],
            ],
          }
        : undefined;
    });
    put('A1', 7);
    formula('C1', '=PEG.PROVA(A1:A2,"x",,TRUE)');
    await engine.settle();
    expect(value('C1')).toBe('#BUSY!');
    expect(calls[0]).toEqual({
      name: 'PEG.PROVA',
      caller: { sheetId: 's1', row: 0, column: 2 },
      args: [
        { value: [[7], [null]], address: 'Foglio1!A1:A2' },
        { value: 'x', address: '' },
        { value: null, address: '' },
        { value: true, address: '' },
      ],
    });
    ready = true;
    engine.recalculate([{ sheetId: 's1', row: 0, column: 2 }]);
    await engine.settle();
    expect([value('C1'), value('D1'), value('C2'), value('D2')]).toEqual([1, 'a', 2, '1.10']);
    expect(engine.usedArea('s1', true)).toEqual({ top: 0, left: 0, bottom: 1, right: 3 });
  });
});
