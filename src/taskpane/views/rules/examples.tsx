import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { DocumentedRule, ExamplePlan } from '../../../coherence';
import { usePane } from '../../context';

const useStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: {
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  sheet: {
    margin: `${tokens.spacingVerticalXS} 0`,
    // A sheet is wider than the pane: it scrolls in its own box, by keyboard too.
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    '& th, & td': {
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: `1px ${tokens.spacingHorizontalXS}`,
      textAlign: 'start',
      whiteSpace: 'nowrap',
    },
    '& th': { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  },
  caption: { textAlign: 'start', color: tokens.colorNeutralForeground3 },
  said: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
});

/** The worked examples of a rule: a plan it says something of, and one where all is in order. */
export function RuleExamples({ rule }: { readonly rule: DocumentedRule }): ReactElement | null {
  const { texts } = usePane();
  const styles = useStyles();
  const words = texts.rules;
  const [wrong] = rule.examples.incoherent;
  const [right] = rule.examples.coherent;
  const said = (wrong?.findings ?? []).map(({ severity, subject }) =>
    [words.severities[severity ?? rule.cases[0]?.severity ?? 'warning'], subject]
      .filter((part) => part !== undefined)
      .join(': '),
  );
  return (
    <div className={styles.root}>
      {wrong && (
        <details>
          <summary className={styles.summary}>{words.wrongExample}</summary>
          <Sheets plan={wrong.plan as ExamplePlan} />
          <p className={styles.said}>{said.join('; ')}</p>
        </details>
      )}
      {right && (
        <details>
          <summary className={styles.summary}>{words.rightExample}</summary>
          <Sheets plan={right.plan as ExamplePlan} />
        </details>
      )}
    </div>
  );
}

function Sheets({ plan }: { readonly plan: ExamplePlan }): ReactElement {
  const styles = useStyles();
  const columns = (rows: ExamplePlan[string]): number[] =>
    Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => column);
  return (
    <>
      {Object.entries(plan).map(([name, sheet]) => (
        <div key={name} className={styles.sheet} role="group" aria-label={name} tabIndex={0}>
          <table className={styles.table}>
            <caption className={styles.caption}>{name}</caption>
            <thead>
              <tr>
                {columns(sheet).map((column) => (
                  <th key={column} scope="col">
                    {String(sheet[0]?.[column] ?? '')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.slice(1).map((row, at) => (
                <tr key={at}>
                  {columns(sheet).map((column) => (
                    <td key={column}>{String(row[column] ?? '')}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
