import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { messages } from '../../../messages';
import type { EntityKind, Plan, PlanCounts } from '../../../plan';
import { usePane } from '../../context';
import { countChanges } from '../../model/reading';

const KINDS: Readonly<Record<keyof PlanCounts, EntityKind>> = {
  strategicAreas: 'strategicArea',
  strategicObjectives: 'strategicObjective',
  operatingObjectives: 'operatingObjective',
  pegObjectives: 'pegObjective',
  phases: 'phase',
  indicators: 'indicator',
};

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, padding: '1px 0' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', padding: '1px 0', width: '5.5rem' },
  heading: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  changed: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});

interface Props {
  readonly now: Plan;
  readonly then: Plan | null;
}

/** How many of everything, now and with the corrections. */
export function Counts({ now, then }: Props): ReactElement {
  const { texts, language } = usePane();
  const styles = useStyles();
  const words = texts.reading;
  const kinds = messages(language).kind;
  return (
    <table className={styles.table} aria-label={words.title}>
      {then && (
        <thead>
          <tr>
            <td />
            <th scope="col" className={`${styles.number} ${styles.heading}`}>
              {words.now}
            </th>
            <th scope="col" className={`${styles.number} ${styles.heading}`}>
              {words.corrected}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {countChanges(now, then).map((count) => (
          <tr key={count.name}>
            <th scope="row" className={styles.name}>
              {kinds[KINDS[count.name]].many}
            </th>
            <td className={styles.number}>{count.now}</td>
            {count.then !== null && (
              <td className={`${styles.number} ${count.then === count.now ? '' : styles.changed}`}>
                {count.then}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
