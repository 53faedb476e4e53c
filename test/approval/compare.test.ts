import fc from 'fast-check';
import {
  comparePlans,
  describeChange,
  outlineOf,
  withoutPlace,
  type PlacedItem,
  type PlanChange,
} from '../../src/approval';
import { mapWorkbook } from '../../src/mapping';
import type { CellValue, WorkbookSnapshot } from '../../src/workbook';
import { MemoryWorkbook } from '../../src/workbook';
import { readFixture, smallPlan } from '../support/plans';

const plan = (snapshot: WorkbookSnapshot) => mapWorkbook({ workbooks: [snapshot] }).plan;

async function edited(
  snapshot: WorkbookSnapshot,
  edits: readonly (readonly [string, string, CellValue])[],
): Promise<WorkbookSnapshot> {
  const port = new MemoryWorkbook(snapshot);
  await port.write(edits.map(([sheet, address, value]) => ({ sheet, address, value })));
  return port.snapshot();
}

const brief = (change: PlanChange): string =>
  `${change.change} ${change.kind} ${change.code ?? change.title}${change.field ? ` ${change.field}` : ''}`;

describe('comparePlans', () => {
  test('a plan does not differ from itself', () => {
    const outline = outlineOf(plan(readFixture('prato-peg-2017.xlsx')));
    expect(comparePlans(outline.map(withoutPlace), outline)).toEqual([]);
  });

  test('names each edit once, in words', async () => {
    const before = plan(smallPlan());
    const after = plan(
      await edited(smallPlan(), [
        ['Obiettivi', 'B2', 'Riscuotere i residui attivi'],
        ['Obiettivi', 'E2', 50],
        ['Obiettivi', 'D3', 'Ada Cedro'],
        ['Obiettivi', 'C3', 'S1.1'],
        ['Fasi', 'D2', '31/03/2026'],
        ['Fasi', 'B4', null],
        ['Fasi', 'A4', null],
        ['Fasi', 'C4', null],
        ['Fasi', 'D4', null],
        ['Fasi', 'E4', null],
        ['Indicatori', 'C2', 'riscosso / accertato x 100'],
        ['Indicatori', 'G2', '80%'],
      ]),
    );
    const changes = comparePlans(outlineOf(before).map(withoutPlace), outlineOf(after));
    expect(changes.map(brief).sort()).toEqual(
      [
        'renamed pegObjective 2026-RA01',
        'changed pegObjective 2026-RA01 weight',
        'changed pegObjective 2026-RA02 owner',
        'moved pegObjective 2026-RA02',
        'changed phase Estrazione posizioni end',
        'removed phase Monitoraggio mensile',
        'changed indicator Tasso di riscossione formula',
        'changed indicator Tasso di riscossione target',
      ].sort(),
    );
    for (const change of changes) {
      expect(describeChange(change).it).toContain(change.title);
      expect(describeChange(change).en).not.toBe('');
    }
  });

  test('twenty known edits of the Prato plan are exactly what is reported', async () => {
    const edits: [string, string, CellValue][] = [
      ['01 Cultura e turismo', 'D6', 'Riorganizzazione funzione turistica'],
      ['01 Cultura e turismo', 'C8', '2017-GS18'],
      ['02 Eccellenze', 'D6', 'Innovazione tecnologica diffusa'],
      ['02 Eccellenze', 'D10', 'Università punto di forza della città'],
      ['03 Territorio integrato', 'D7', 'Nuovo regolamento edilizio unico'],
      ['03 Territorio integrato', 'C9', '2017-PG13'],
      ['04 Mobilità sostenibile', 'D8', 'Manutenzione straord. strade e piazze'],
      ['05 Ambiente migliore', 'D6', 'Progetto amianto zero'],
      ['05 Ambiente migliore', 'D15', 'Verde per tutti i cittadini'],
      ['06 Centro storico', 'D8', 'Recupero palazzo Pacchiani e corte'],
      ['07 Periferie', 'D8', 'Riqualificazione delle periferie'],
      ['08 Sicurezza legalità equità', 'D6', 'Contrasto alle ludopatie'],
      ['10 Esigenze sociali', 'D12', 'Mediazione e partecipazione attiva'],
      ['Indicatori città', 'C16', 'n. agenti di Pm / numero abitanti x 1000'],
      ['Indicatori città', 'D17', 'n./km'],
      ['Indicatori città', 'E9', 'Camera di commercio'],
      ['Indicatori amministrazione', 'D35', '€'],
      ['Indicatori amministrazione', 'C19', 'somma anni / n. postazioni'],
      ['Indicatori amministrazione', 'B42', 'Iniziative di partecipazione civica'],
      ['Indicatori città', 'C27', 'n. giorni superamento limiti qualità aria'],
    ];
    const base = readFixture('prato-peg-2017.xlsx');
    const now = plan(await edited(base, edits));
    const changes = comparePlans(outlineOf(plan(base)).map(withoutPlace), outlineOf(now));
    // Each change points at the title of what changed: beside the edited cell, or the cell itself.
    const named = changes.map((change) => ({
      row: `${change.cells[0]?.sheet}!${change.cells[0]?.address.replace(/\D/g, '')}`,
      says: describeChange(change).it,
    }));
    for (const [sheet, address, value] of edits) {
      const row = `${sheet}!${address.replace(/\D/g, '')}`;
      const own = named.filter((one) => one.row === row);
      expect([row, own.length]).toEqual([row, 1]);
      expect(own[0]?.says).toContain(String(value));
    }
    expect(changes).toHaveLength(edits.length);
  });

  test('thousands of objectives recoded for another year are recoded, nothing else', () => {
    const item = (year: number, place: number): PlacedItem => ({
      id: String(place),
      kind: 'pegObjective',
      code: `${year}-AA${place}`,
      title: `Manutenzione del tratto ${place}`,
      parents: ['S1.1'],
      fields: {} as PlacedItem['fields'],
      cells: [],
    });
    const places = Array.from({ length: 4000 }, (_, place) => place);
    const changes = comparePlans(
      places.map((place) => item(2026, place)),
      places.map((place) => item(2027, place)),
    );
    expect(changes).toHaveLength(places.length);
    expect(new Set(changes.map((change) => change.change))).toEqual(new Set(['recoded']));
  });

  test('the order of items never matters', () => {
    const outline = outlineOf(plan(readFixture('prato-peg-2017.xlsx')));
    const places = outline.map((_, place) => place);
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
        const shuffled = order.flatMap((place) => outline[place] ?? []);
        expect(comparePlans(outline.map(withoutPlace), shuffled)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  test('what one side lacks is added or removed, whatever the subset', () => {
    const outline = outlineOf(plan(smallPlan()));
    fc.assert(
      fc.property(fc.subarray(outline), (kept) => {
        const changes = comparePlans(outline.map(withoutPlace), kept);
        expect(changes.filter((change) => change.change === 'removed')).toHaveLength(
          outline.length - kept.length,
        );
        expect(changes.filter((change) => change.change === 'added')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
