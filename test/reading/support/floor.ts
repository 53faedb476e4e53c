import { battery } from './battery';
import type { Result } from './measure';
import { mean } from './stats';

/** What the floor of the reading is measured on: a small part of the battery and of the invented workbooks. */
export const FLOOR = { seed: 'floor', sample: 5, invented: 1 } as const;

/** What the reading must not fall below. */
export interface Floor {
  /** Of each change the share of readings with all levels right, at once and after the answers. */
  readonly battery: Readonly<Record<string, { readonly atOnce: number; readonly after: number }>>;
  /** Mean share of entities right in invented workbooks. */
  readonly invented: { readonly atOnce: number; readonly after: number };
  /** Of the readings that are sure at most this share is wrong. */
  readonly sureAndWrong: number;
}

const share = (results: readonly Result[], is: (one: Result) => boolean): number =>
  mean(results.map((one) => Number(is(one))));

const down = (value: number): number => Math.floor(value * 100 + 1e-9) / 100;

/** The floor that results stand on, in hundredths. */
export function floorOf(results: readonly Result[]): Floor {
  const changes = battery.map(({ name }) => name);
  const own = results.filter(({ group }) => changes.includes(group));
  const invented = results.filter(({ group }) => !changes.includes(group));
  const sure = own.filter(({ state }) => state === 'sure');
  return {
    battery: Object.fromEntries(
      changes.map((change) => {
        const list = own.filter(({ group }) => group === change);
        return [
          change,
          {
            atOnce: down(share(list, ({ levels }) => levels)),
            after: down(share(list, ({ after }) => after.levels)),
          },
        ];
      }),
    ),
    invented: {
      atOnce: down(mean(invented.map(({ entities }) => entities))),
      after: down(mean(invented.map(({ after }) => after.entities))),
    },
    sureAndWrong: sure.length > 0 ? Math.ceil(share(sure, ({ right }) => !right) * 100 - 1e-9) / 100 : 0,
  };
}
