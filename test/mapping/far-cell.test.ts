import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf } from '../../src/workbook';

test('a stray cell far away neither hides the plan nor multiplies the work', () => {
  const rows: string[][] = [
    ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
    ['2025-AA01', 'Aprire lo sportello', 'Servizi al cittadino'],
    ['2025-AA02', 'Riordinare gli archivi', 'Servizi al cittadino'],
  ];
  const far = Array.from({ length: 200_000 }, (_, row) => rows[row] ?? []);
  const stray: string[] = [];
  stray[16_000] = 'x';
  far.push(Array.from(stray, (text) => text ?? ''));
  const { plan } = mapWorkbook({ workbooks: [snapshotOf([gridOf('PEG', far)])] });
  expect(plan.pegObjectives.map((one) => one.code?.value)).toEqual(['2025-AA01', '2025-AA02']);
});
