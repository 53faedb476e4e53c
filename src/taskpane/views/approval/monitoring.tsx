import { useMemo, type ReactElement } from 'react';
import { monitoringAt } from '../../../application';
import { usePane } from '../../context';
import { dayText } from '../../model/dates';
import { behindSchedule, shareText } from '../../model/monitoring';
import { CellLinks } from '../../parts/cell-link';
import { Fold } from '../../parts/fold';
import { usePage } from '../../parts/styles';

const PAGE = 50;

/** Nothing to look at is no success: it is told without a tick. */
const markOf = (all: number, open: number, mark: 'warning' | 'info'): 'ok' | 'warning' | 'info' =>
  all === 0 ? 'info' : open === 0 ? 'ok' : mark;

/** The plan at the day of the monitoring: what is late, what has no result yet. It judges the work planned, no person. */
export function MonitoringLines(): ReactElement {
  const { texts, language, session, result } = usePane();
  const page = usePage();
  const words = texts.approval;
  const date = session.monitoringDate;
  const seen = useMemo(
    () => monitoringAt({ plan: result.plan, baseData: session.baseData }, date),
    [result, session, date],
  );
  const behind = behindSchedule(seen);
  const withTarget = seen.indicators.filter((one) => one.target !== null);
  const waiting = withTarget.filter((one) => one.actual === null);
  const told = seen.objectives.filter((one) => one.progress.degree !== null && one.expected.degree !== null);
  return (
    <section className={page.section} aria-labelledby="monitoring">
      <h2 id="monitoring" className={page.heading}>
        {words.monitoring(dayText(date, language))}
      </h2>
      {seen.achievement !== null && (
        <p className={page.text}>{words.achievement(shareText(seen.achievement, language))}</p>
      )}
      <Fold
        mark={markOf(result.plan.phases.length, seen.latePhases.length, 'warning')}
        title={result.plan.phases.length === 0 ? words.noPhases : words.late(seen.latePhases.length)}
      >
        {seen.latePhases.slice(0, PAGE).map(({ phase, objective, degree }) => (
          <div key={phase.id}>
            <p className={page.text}>{phase.title.value}</p>
            <p className={page.muted}>
              {words.lateSince(
                objective?.code?.value ?? objective?.title.value ?? null,
                dayText(phase.end?.iso ?? '', language),
                degree === null ? null : shareText(degree, language),
              )}
            </p>
            <CellLinks cells={phase.end?.cells ?? phase.title.cells} first={1} />
          </div>
        ))}
        {seen.latePhases.length > PAGE && (
          <p className={page.muted}>{texts.shell.andMore(seen.latePhases.length - PAGE)}</p>
        )}
      </Fold>
      <Fold
        mark={markOf(withTarget.length, waiting.length, 'info')}
        title={withTarget.length === 0 ? words.noTargets : words.withoutResult(waiting.length)}
      >
        {waiting.slice(0, PAGE).map(({ indicator, target }) => (
          <div key={indicator.id}>
            <p className={page.text}>{indicator.title.value}</p>
            <p className={page.muted}>{words.expected(target ?? '')}</p>
            <CellLinks cells={indicator.title.cells} first={1} />
          </div>
        ))}
        {waiting.length > PAGE && <p className={page.muted}>{texts.shell.andMore(waiting.length - PAGE)}</p>}
      </Fold>
      <Fold
        mark={markOf(told.length, behind.length, 'info')}
        title={told.length === 0 ? words.noProgress : words.behind(behind.length)}
      >
        {behind.slice(0, PAGE).map(({ objective, progress, expected }) => (
          <div key={objective.id}>
            <p className={page.text}>{objective.title.value}</p>
            <p className={page.muted}>
              {words.progress(shareText(progress, language), shareText(expected, language))}
            </p>
            <CellLinks cells={objective.title.cells} first={1} />
          </div>
        ))}
        {behind.length > PAGE && <p className={page.muted}>{texts.shell.andMore(behind.length - PAGE)}</p>}
      </Fold>
    </section>
  );
}
