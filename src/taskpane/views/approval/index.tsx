import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { REPORT_SHEET } from '../../../approval';
import { usePane } from '../../context';
import { verdictLine } from '../../model/verdict';
import { NothingRead } from '../../parts/nothing-read';
import { usePage } from '../../parts/styles';
import { Attestations } from './attestations';
import { Checklist } from './checklist';
import { MonitoringLines } from './monitoring';
import { StageChoice } from './stage';

/** Approvazione: what stands between the plan and the Giunta, the attestation, the check sheet. */
export default function ApprovalView(): ReactElement {
  const { env, language, texts, session, result, attempt, tell } = usePane();
  const page = usePage();
  const words = texts.approval;
  const writeSheet = async (): Promise<void> => {
    const about = { date: env.today, version: env.version };
    if (await attempt(() => session.writeReport(about, language)))
      tell({ intent: 'success', text: words.sheetWritten(REPORT_SHEET) });
  };
  if (result.plan.pegObjectives.length === 0)
    return <NothingRead title={verdictLine(result, texts).text} text={words.noPlanText} />;
  return (
    <div className={page.scroll}>
      <StageChoice />
      <Checklist />
      {session.stage === 'monitoring' && <MonitoringLines />}
      <Attestations />
      <section className={page.section} aria-labelledby="sheet">
        <h2 id="sheet" className={page.heading}>
          {words.sheetTitle}
        </h2>
        <p className={page.muted}>{words.sheetText(REPORT_SHEET)}</p>
        <div className={page.actions}>
          <Button onClick={() => void writeSheet()}>{words.writeSheet}</Button>
        </div>
      </section>
    </div>
  );
}
