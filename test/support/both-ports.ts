import { PlanSession } from '../../src/application';
import { ExcelWorkbook } from '../../src/excel';
import { openXlsx } from '../../src/workbench/host';
import type { WorkbookPort } from '../../src/workbook';
import { XlsxWorkbook } from '../../src/xlsx';
import { hostileWorkbook, SOUND } from './hostile';
import { openExcel } from './office';

/** What a plan with hostile formulas comes to: each indicator, the verdict, the attestation. */
interface Judged {
  readonly indicators: readonly unknown[];
  readonly verdict: unknown;
  readonly findings: readonly unknown[];
  readonly attested: string;
}

/** Opens the plan from its file and through Office.js; the sound indicators must be computed in both. */
export async function throughBothPorts(hostile: readonly string[]): Promise<readonly [Judged, Judged]> {
  const name = 'prova.xlsx';
  const bytes = hostileWorkbook(hostile);
  const file = await judged(new XlsxWorkbook(bytes, name));
  await openExcel({ ...openXlsx(bytes, name), locale: 'en-US' });
  return [file, await judged(new ExcelWorkbook())];
}

async function judged(port: WorkbookPort): Promise<Judged> {
  const session = await PlanSession.open(port, { today: '2016-03-01' });
  try {
    const rows = session.indicators('2016');
    const sound = SOUND.names.map(
      (title) => rows.find(({ indicator }) => indicator.title.value === title)?.outcome.value,
    );
    expect(sound).toEqual(SOUND.values);
    const { judgement, verdict } = await session.check();
    const made = await session.attest('Anna Conti', '2016-03-01T10:00:00Z', '1.0.0');
    return {
      indicators: rows.map(({ indicator, outcome }) => [
        indicator.title.value,
        outcome.outcome,
        outcome.value,
        outcome.unit,
        outcome.display,
      ]),
      verdict,
      findings: judgement.findings.map(({ rule, fingerprint }) => [rule, fingerprint]),
      attested: JSON.stringify(made),
    };
  } finally {
    await session.close();
  }
}
