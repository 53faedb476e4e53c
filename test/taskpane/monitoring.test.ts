import type { Monitoring } from '../../src/approval';
import { behindSchedule, shareText } from '../../src/taskpane/model/monitoring';

const objective = (title: string, progress: number | null, expected: number | null) =>
  ({
    objective: { id: title, title: { value: title, cells: [] } },
    progress: { degree: progress },
    expected: { degree: expected },
  }) as unknown as Monitoring['objectives'][number];

const seen = (...objectives: Monitoring['objectives']): Monitoring => ({
  date: '2026-06-30',
  latePhases: [],
  indicators: [],
  objectives,
  withoutResult: 0,
  achievement: null,
});

test('objectives behind their phases come first the farthest; rounding and silence are no delay', () => {
  const behind = behindSchedule(
    seen(
      objective('poco', 0.4, 0.5),
      objective('molto', 0.1, 0.9),
      objective('arrotondato', 0.333, 0.3333),
      objective('avanti', 0.6, 0.5),
      objective('senza stato', null, 0.5),
      objective('senza date', 0.2, null),
    ),
  );
  expect(behind.map((one) => one.objective.title.value)).toEqual(['molto', 'poco']);
});

test('shares are whole percentages', () => {
  expect(shareText(0.333, 'it')).toBe('33%');
  expect(shareText(1, 'en')).toBe('100%');
});
