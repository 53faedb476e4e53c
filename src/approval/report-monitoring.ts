import type { PegObjective } from '../plan';
import { heading, shownDay, shownShare, where, type ReportSection, type Say } from './document';
import type { IndicatorState, LatePhase, Monitoring, ObjectiveState } from './monitoring';
import { WORDS } from './words';

/** The facts of the year at a date. No degree is ever given for a person or an office: only for what was planned. */
export function achievementFact(monitoring: Monitoring, say: Say): [string, string][] {
  return [
    [say(WORDS.monitoredAt), shownDay(monitoring.date, say)],
    [say(WORDS.achievement), shownShare(monitoring.achievement, say)],
  ];
}

/** What the monitoring adds to the report: late phases, results against targets, progress against the schedule. */
export function monitoringSections(monitoring: Monitoring, say: Say): ReportSection[] {
  return [
    {
      title: say(WORDS.latePhases),
      headings: heading(say, 'objective', 'term', 'where', 'phase', 'done'),
      places: [0, 1, 2, 3, 4],
      rows: monitoring.latePhases.map((late) => lateRow(late, say)),
    },
    {
      title: say(WORDS.results),
      headings: heading(say, 'degree', 'where', 'indicator', 'targetAndActual'),
      places: [0, 2, 3, 4],
      rows: monitoring.indicators
        .filter((state) => state.target !== null || state.actual !== null)
        .map((state) => resultRow(state, say)),
    },
    {
      title: say(WORDS.progress),
      headings: heading(say, 'done', 'expected', 'where', 'objective'),
      places: [0, 1, 2, 3],
      rows: monitoring.objectives
        .filter((state) => state.progress.degree !== null || state.expected.degree !== null)
        .map((state) => progressRow(state, say)),
    },
  ];
}

const nameOf = (objective: PegObjective): string =>
  [objective.code?.value, objective.title.value].filter((text) => text !== undefined).join(' ');

function lateRow({ phase, objective, degree }: LatePhase, say: Say) {
  return [
    { value: objective?.code?.value ?? '–', style: 'label' as const },
    { value: phase.end?.iso ? shownDay(phase.end.iso, say) : '–', style: 'warning' as const },
    where([...(phase.end?.cells ?? []), ...phase.title.cells].slice(0, 1)),
    { value: objective ? `${phase.title.value} (${nameOf(objective)})` : phase.title.value },
    { value: shownShare(degree, say) },
  ];
}

function resultRow({ indicator, target, actual, achievement }: IndicatorState, say: Say) {
  return [
    { value: shownShare(achievement.degree, say), style: 'label' as const },
    where(indicator.title.cells.slice(0, 1)),
    { value: indicator.title.value },
    { value: `${target ?? '–'} → ${actual ?? say(WORDS.noResult)}` },
  ];
}

function progressRow({ objective, progress, expected }: ObjectiveState, say: Say) {
  return [
    { value: shownShare(progress.degree, say), style: 'label' as const },
    { value: shownShare(expected.degree, say), style: 'muted' as const },
    where(objective.title.cells.slice(0, 1)),
    { value: nameOf(objective) },
  ];
}
